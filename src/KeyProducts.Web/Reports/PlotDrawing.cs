using System.Globalization;
using System.Text;

namespace KeyProducts.Web.Reports;

/// <summary>Where everything of a <see cref="RowPlot"/> is drawn, in units of the drawing.</summary>
/// <param name="Plot">What is drawn.</param>
/// <param name="IsNarrow">Whether the names stand over their rows instead of beside them.</param>
public sealed record PlotDrawing(RowPlot Plot, bool IsNarrow)
{
    private const int LineHeight = 15, AxisHeight = 22, Gap = 8;

    private readonly IReadOnlyList<decimal> ticks = Plot.Ticks;

    /// <summary>The beginning of its ids.</summary>
    public string Id => $"{Plot.Id}-{(IsNarrow ? "narrow" : "wide")}";

    /// <summary>Its width.</summary>
    public int Width => IsNarrow ? 360 : 960;

    /// <summary>Its height.</summary>
    public int Height => Bottom + AxisHeight;

    /// <summary>Where the axis begins.</summary>
    public int Left => IsNarrow ? 10 : 320;

    /// <summary>Where it ends.</summary>
    public int Right => IsNarrow ? 350 : 870;

    /// <summary>Where the rows begin.</summary>
    public int Top => ((Plot.Lines.Count + (Plot.Ends is null ? 0 : 1)) * LineHeight) + AxisHeight;

    /// <summary>Where they end.</summary>
    public int Bottom => Top + (Plot.Rows.Count * RowHeight);

    /// <summary>Where the words at the ends of the axis stand.</summary>
    public int EndsAt => 11;

    /// <summary>Where the values of the axis stand over the rows.</summary>
    public int UpperAxis => Top - 7;

    /// <summary>Where they stand under the rows.</summary>
    public int LowerAxis => Bottom + 15;

    private int RowHeight => IsNarrow ? 38 : 24;

    private int LabelWidth => IsNarrow ? 290 : Left - Gap;

    /// <summary>The values of the axis with their places.</summary>
    public IEnumerable<(int X, string Words)> Axis() => ticks.Select(tick => (X(tick), Plot.Write(tick)));

    /// <summary>The lines across all rows; each has a height of its own for its words, so that two that lie close can both be read.</summary>
    public IEnumerable<DrawnLine> Lines()
    {
        var words = Plot.Ends is null ? 0 : 1;
        foreach (var line in Plot.Lines)
        {
            words++;
            var x = X(line.At);
            var room = 0.5 * WidthOf(line.Label);
            var anchor = x - room < (IsNarrow ? 0 : Left) ? "start" : x + room > Width ? "end" : "middle";
            yield return new DrawnLine(line, x, (words * LineHeight) - 4, anchor);
        }
    }

    /// <summary>The rows with their places.</summary>
    public IEnumerable<DrawnRow> Rows() => Plot.Rows.Select((row, place) =>
    {
        var top = Top + (place * RowHeight);
        var words = top + (IsNarrow ? 14 : 16);
        return new DrawnRow(row, Elided(row.Label, LabelWidth), IsNarrow ? 0 : Left - Gap, words, Width, words, top + (IsNarrow ? 26 : 12), top + RowHeight)
        {
            Dots = [.. row.Dots.Select(X)],
            Range = row is { Low: { } low, High: { } high } ? (X(low), X(high)) : null,
            Middle = row.Middle is { } middle ? X(middle) : null,
        };
    });

    /// <summary>Where a value lies.</summary>
    public int X(decimal value)
    {
        var share = (Math.Clamp(value, ticks[0], ticks[^1]) - ticks[0]) / (ticks[^1] - ticks[0]);
        return Left + (int)decimal.Round(share * (Right - Left), MidpointRounding.AwayFromZero);
    }

    /// <summary>The outline of a dot.</summary>
    public static string Outline(PlotSign sign, int x, int y)
    {
        var r = sign == PlotSign.Small ? 3 : 5;
        return sign == PlotSign.Cross
            ? string.Create(CultureInfo.InvariantCulture, $"M{x - 4} {y - 4} L{x + 4} {y + 4} M{x + 4} {y - 4} L{x - 4} {y + 4}")
            : string.Create(CultureInfo.InvariantCulture, $"M{x - r} {y} a{r} {r} 0 1 0 {2 * r} 0 a{r} {r} 0 1 0 {-2 * r} 0 Z");
    }

    /// <summary>As much of the words as has room, with … where they are cut.</summary>
    /// <param name="words">The words.</param>
    /// <param name="width">The room.</param>
    public static string Elided(string words, int width)
    {
        if (WidthOf(words) <= width)
        {
            return words;
        }

        var room = width - WidthOf("…");
        var kept = new StringBuilder();
        foreach (var letter in words.EnumerateRunes())
        {
            room -= WidthOf(letter);
            if (room < 0)
            {
                break;
            }

            kept.Append(letter);
        }

        return kept.ToString().TrimEnd() + "…";
    }

    private static double WidthOf(string words) => words.EnumerateRunes().Sum(WidthOf);

    // The letters of the page's font at 12 units, somewhat generously.
    private static double WidthOf(Rune letter) => letter.Value switch
    {
        'i' or 'l' or 'j' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or 'ì' or 'í' or 'ị' or 'ỉ' or 'ĩ' => 3.6,
        ' ' or 'r' or 't' or 'f' or '(' or ')' or '-' => 4.6,
        'm' or 'w' or 'M' or 'W' or '…' or '%' => 11,
        _ => Rune.IsUpper(letter) ? 8.8 : Rune.IsDigit(letter) ? 7.4 : 7,
    };
}

/// <summary>A row with its places.</summary>
/// <param name="Row">The row.</param>
/// <param name="Label">Its name, cut to its room.</param>
/// <param name="LabelX">Where the name begins, or ends where it stands beside the row.</param>
/// <param name="LabelY">On which height.</param>
/// <param name="ValueX">Where its figure ends.</param>
/// <param name="ValueY">On which height.</param>
/// <param name="Y">The height of its dots.</param>
/// <param name="End">Where the row ends.</param>
public sealed record DrawnRow(PlotRow Row, string Label, int LabelX, int LabelY, int ValueX, int ValueY, int Y, int End)
{
    /// <summary>Where its dots are.</summary>
    public IReadOnlyList<int> Dots { get; init; } = [];

    /// <summary>From where to where it reaches; null for no range.</summary>
    public (int From, int To)? Range { get; init; }

    /// <summary>Where the middle is marked; null for nowhere.</summary>
    public int? Middle { get; init; }
}

/// <summary>A line with its place, and that of its words.</summary>
public sealed record DrawnLine(PlotLine Line, int X, int WordsY, string Anchor);
