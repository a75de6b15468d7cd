namespace KeyProducts.Web.Reports;

/// <summary>
/// How values lie between 0 and a maximum: a dot for each, equal ones above each other, the median marked. Drawn by the server; the
/// values stand in words beside it.
/// </summary>
/// <param name="Id">The beginning of the ids in it, once on a page.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Max">The highest value that there can be; above 0.</param>
/// <param name="Values">The values.</param>
/// <param name="Write">A value in the reader's language.</param>
public sealed record DotStrip(string Id, string Title, decimal Max, IReadOnlyList<decimal> Values, Func<decimal, string> Write)
{
    private const int Side = 12;
    private const int Plot = 300;
    private const int Steps = 30;
    private const int Rise = 9;
    private const int MostHeight = 72;

    /// <summary>Its width in its own units.</summary>
    public int Width => Plot + (2 * Side);

    /// <summary>Where the axis stands.</summary>
    public int Base => Math.Min(MostHeight, Math.Max(2, Highest) * Rise) + 8;

    /// <summary>Its height in its own units.</summary>
    public int Height => Base + 20;

    /// <summary>Where the words under the axis stand.</summary>
    public int Labels => Base + 16;

    /// <summary>Where the axis begins.</summary>
    public int Left => Side;

    /// <summary>Where it ends.</summary>
    public int Right => Side + Plot;

    /// <summary>The lowest value.</summary>
    public decimal Lowest => Values.Min();

    /// <summary>The highest value.</summary>
    public decimal HighestValue => Values.Max();

    /// <summary>The middle value; between the two middle ones when their number is even.</summary>
    public decimal Median
    {
        get
        {
            var sorted = Values.Order().ToList();
            return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
        }
    }

    /// <summary>Where the median stands.</summary>
    public int MedianAt => At(Median);

    /// <summary>Where the dots stand.</summary>
    public IEnumerable<(int X, int Y)> Dots()
    {
        // A stack that is too high for the picture is drawn closer.
        var rise = Math.Min(Rise, (decimal)MostHeight / Math.Max(1, Highest));
        return Values.GroupBy(StepOf).SelectMany(stack => stack.Select((_, place) => (Side + (stack.Key * Plot / Steps), (int)(Base - 5 - (place * rise)))));
    }

    private int Highest => Values.Count == 0 ? 0 : Values.GroupBy(StepOf).Max(stack => stack.Count());

    private int StepOf(decimal value) => (int)decimal.Round(Math.Clamp(value / Max, 0m, 1m) * Steps, MidpointRounding.AwayFromZero);

    private int At(decimal value) => Side + (int)decimal.Round(Math.Clamp(value / Max, 0m, 1m) * Plot);
}
