namespace KeyProducts.Web.Reports;

/// <summary>
/// A chart of lying bars with a label over each, for names that are too long to stand under a bar: industries, wards. Drawn by the server like <see cref="Chart"/>; its values stand in a table
/// beside it.
/// </summary>
/// <param name="Id">The beginning of the ids in it, once on a page.</param>
/// <param name="Title">What it shows, with the unit.</param>
/// <param name="Bars">The bars from top to bottom.</param>
public sealed record BarList(string Id, string Title, IReadOnlyList<ChartBar> Bars)
{
    private const int Slot = 34, Longest = 290;

    /// <summary>Its width in its own units.</summary>
    public const int Width = 360;

    /// <summary>Whether there is anything to draw.</summary>
    public bool HasValues => Bars.Any(bar => bar.Value is > 0);

    /// <summary>Its height in its own units.</summary>
    public int Height => Bars.Count * Slot;

    /// <summary>The bars with the line of their label and their length.</summary>
    public IEnumerable<(ChartBar Bar, int Line, int Length)> Rows()
    {
        var largest = Bars.Max(bar => bar.Value) is { } max and > 0 ? max : 1m;
        for (var place = 0; place < Bars.Count; place++)
        {
            var bar = Bars[place];
            // What is not nothing is seen.
            yield return (bar, (place * Slot) + 13, bar.Value is > 0 ? Math.Max(1, (int)decimal.Round(bar.Value.Value / largest * Longest)) : 0);
        }
    }

    /// <summary>All values in words.</summary>
    public string InWords => string.Join("; ", Bars.Select(bar => $"{bar.Label}: {bar.Written}"));
}
