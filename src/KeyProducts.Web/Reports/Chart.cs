namespace KeyProducts.Web.Reports;

/// <summary>
/// A small chart of bars, drawn by the server: it needs no script, and shows in the dark, on paper and at any width. Its values stand in
/// a table beside it, and in words for screen readers.
/// </summary>
/// <param name="Id">The beginning of the ids in it, once on a page.</param>
/// <param name="Title">What it shows, with the unit.</param>
/// <param name="Bars">The bars from left to right; at most about eight can be read on a telephone without moving it sideways.</param>
public sealed record Chart(string Id, string Title, IReadOnlyList<ChartBar> Bars)
{
    private const int Slot = 52;
    private const int BarWidth = 30;
    private const int Top = 18;
    private const int Plot = 120;
    private const int Foot = 22;

    /// <summary>Whether there is anything to draw.</summary>
    public bool HasValues => Bars.Any(bar => bar.Value is not null);

    /// <summary>Its width in its own units.</summary>
    public int Width => Math.Max(6, Bars.Count) * Slot;

    /// <summary>Its height in its own units.</summary>
    public int Height => Top + Plot + Foot;

    /// <summary>Where the bars stand.</summary>
    public int Base => Top + Plot;

    /// <summary>Where the labels under the bars stand.</summary>
    public int Labels => Base + 15;

    /// <summary>The bars with their places.</summary>
    public IEnumerable<ChartColumn> Columns()
    {
        var largest = Bars.Max(bar => bar.Value) is { } max and > 0 ? max : 1m;
        for (var place = 0; place < Bars.Count; place++)
        {
            var bar = Bars[place];
            // What is not nothing is seen.
            var height = bar.Value is > 0 ? Math.Max(1, (int)decimal.Round(bar.Value.Value / largest * Plot)) : 0;
            var middle = ((2 * place) + 1) * Width / (2 * Bars.Count);
            yield return new ChartColumn(bar, middle, middle - (BarWidth / 2), Base - height, BarWidth, height);
        }
    }

    /// <summary>All values in words.</summary>
    public string InWords => string.Join("; ", Bars.Select(bar => $"{bar.Label}: {bar.Written}"));

    /// <summary>Whether it is wider than a telephone: it then keeps its size and is moved sideways.</summary>
    public bool IsWide => Bars.Count > 8;

    /// <summary>A chart of yearly values; years between that have none keep their place, and the last ones are shown.</summary>
    /// <param name="id">The beginning of the ids in it.</param>
    /// <param name="title">What it shows, with the unit.</param>
    /// <param name="values">The values by year.</param>
    /// <param name="write">A value in the reader's language.</param>
    /// <param name="most">How many years are shown.</param>
    public static Chart OfYears(string id, string title, IReadOnlyDictionary<int, decimal> values, Func<decimal, string> write, int most = 6)
    {
        if (values.Count == 0)
        {
            return new Chart(id, title, []);
        }

        var last = values.Keys.Max();
        var first = Math.Max(values.Keys.Min(), last - most + 1);
        return new Chart(id, title, [.. Enumerable.Range(first, last - first + 1).Select(year => values.TryGetValue(year, out var value)
            ? new ChartBar($"{year}", value, write(value))
            : new ChartBar($"{year}", null, "–"))]);
    }
}

/// <summary>A bar.</summary>
/// <param name="Label">What stands under it.</param>
/// <param name="Value">How high it is; null when that is not known. Not negative.</param>
/// <param name="Written">What stands over it.</param>
public sealed record ChartBar(string Label, decimal? Value, string Written);

/// <summary>A bar with its place in the chart.</summary>
public sealed record ChartColumn(ChartBar Bar, int Middle, int Left, int Top, int Width, int Height);
