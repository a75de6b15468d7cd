namespace KeyProducts.Web.Reports;

/// <summary>
/// A chart with a row for each product, criterion or judge: dots, and how far they reach, over one axis, with lines that matter across all rows. Drawn by the server: it needs no
/// script, and shows in the dark and on paper. Its values stand in a table beside it.
/// </summary>
/// <param name="Id">The beginning of the ids in it, once on a page.</param>
/// <param name="Title">What it shows, with the unit.</param>
/// <param name="Words">What there is to see, in a sentence or two, for those who do not see it.</param>
/// <param name="Rows">The rows from the top.</param>
/// <param name="Write">A value of the axis in the reader's language.</param>
public sealed record RowPlot(string Id, string Title, string Words, IReadOnlyList<PlotRow> Rows, Func<decimal, string> Write)
{
    private const int WantedTicks = 5;

    /// <summary>Lines across all rows.</summary>
    public IReadOnlyList<PlotLine> Lines { get; init; } = [];

    /// <summary>What the signs mean, in the order in which they are explained.</summary>
    public IReadOnlyList<PlotKey> Keys { get; init; } = [];

    /// <summary>Words at both ends of the axis, such as strict and lenient; null for none.</summary>
    public (string Left, string Right)? Ends { get; init; }

    /// <summary>Values that the axis reaches in any case.</summary>
    public IReadOnlyList<decimal> Reach { get; init; } = [];

    /// <summary>The values at which the axis is marked; the first and the last are its ends.</summary>
    public IReadOnlyList<decimal> Ticks
    {
        get
        {
            var values = Rows.SelectMany(row => row.Values).Concat(Lines.Select(line => line.At)).Concat(Reach).ToList();
            var (least, most) = values.Count == 0 ? (0m, 1m) : (values.Min(), values.Max());
            var step = StepFor(most - least);
            var first = Math.Floor(least / step) * step;
            var last = Math.Max(Math.Ceiling(most / step) * step, first + step);
            return [.. Enumerable.Range(0, (int)((last - first) / step) + 1).Select(place => first + (place * step))];
        }
    }

    /// <summary>With the names beside their rows, for a screen or a sheet of paper.</summary>
    public PlotDrawing Wide => new(this, IsNarrow: false);

    /// <summary>With the names over their rows, for a telephone.</summary>
    public PlotDrawing Narrow => new(this, IsNarrow: true);

    // 1, 2 or 5 times a power of ten.
    private static decimal StepFor(decimal range)
    {
        if (range <= 0)
        {
            return 1m;
        }

        var power = 1m;
        for (; power * 10 * WantedTicks <= range; power *= 10)
        {
        }

        for (; power * WantedTicks > range && power > 0.001m; power /= 10)
        {
        }

        return new[] { power, 2 * power, 5 * power }.LastOrDefault(step => step * WantedTicks <= range, power);
    }
}

/// <summary>A row of a chart.</summary>
/// <param name="Label">Whose it is, in full.</param>
/// <param name="Value">Its figure, written beside it.</param>
/// <param name="Dots">Where its dots lie.</param>
/// <param name="Sign">How they look.</param>
/// <param name="Low">Where its range begins; null for none.</param>
/// <param name="High">Where its range ends.</param>
public sealed record PlotRow(string Label, string Value, IReadOnlyList<decimal> Dots, PlotSign Sign, decimal? Low = null, decimal? High = null)
{
    /// <summary>The value in the middle of its dots, marked across them; null for none.</summary>
    public decimal? Middle { get; init; }

    /// <summary>Whether a line is drawn under the row, across the chart.</summary>
    public bool IsLast { get; init; }

    internal IEnumerable<decimal> Values => Dots.Concat(new[] { Low, High }.OfType<decimal>());
}

/// <summary>How a dot looks; they differ in their shape, not in colour alone.</summary>
public enum PlotSign
{
    /// <summary>Filled and large: of the top.</summary>
    Full,

    /// <summary>A ring.</summary>
    Ring,

    /// <summary>A cross: not recognised.</summary>
    Cross,

    /// <summary>One of many.</summary>
    Small,

    /// <summary>The range of a row.</summary>
    Range,

    /// <summary>The middle of many.</summary>
    Middle,

    /// <summary>The line of the top.</summary>
    TopLine,

    /// <summary>The pass mark.</summary>
    PassLine,

    /// <summary>A value to compare with, such as 0.</summary>
    BaseLine,
}

/// <summary>A line across all rows.</summary>
/// <param name="At">Its value.</param>
/// <param name="Label">What stands over it.</param>
/// <param name="Sign">How it looks.</param>
public sealed record PlotLine(decimal At, string Label, PlotSign Sign);

/// <summary>What a sign means.</summary>
public sealed record PlotKey(PlotSign Sign, string Words);
