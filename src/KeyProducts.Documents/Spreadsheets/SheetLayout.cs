using KeyProducts.Documents.Pdf;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>The measures of a sheet: widths in characters of the usual font, heights in points.</summary>
/// <param name="Widths">The width of each column.</param>
/// <param name="LabelColumns">How many columns at the left the label of a headline figure covers.</param>
internal sealed record SheetLayout(IReadOnlyList<double> Widths, int LabelColumns)
{
    private const double Widest = 60, Narrowest = 4, Room = 3, WithoutTable = 45;
    private const double Size = 11, TitleSize = 14, Leading = 1.3, Above = 2;

    /// <summary>A unit of column width in points, and what a cell keeps free of it at its edges.</summary>
    private const double Unit = 5.25, Edges = 5, Indent = 7;

    /// <summary>The width that a page in portrait holds without being made smaller; narrow tables widen their words up to it.</summary>
    private const double Comfortable = 85;

    /// <summary>The most that a row can be high.</summary>
    private const double Tallest = 409;

    /// <summary>The height of the part above the rows that may stay on the screen while the rows move.</summary>
    private const double TallestFrozen = 330;

    /// <summary>The columns that charts lie on, beside the tables.</summary>
    public const int ChartColumns = 8;

    /// <summary>How wide each of them is.</summary>
    private const double ChartColumnWidth = 9;

    private readonly PdfFont regular = new(FontFace.Regular), bold = new(FontFace.Bold);

    /// <summary>How many columns the sheet uses.</summary>
    public int Columns => Widths.Count;

    /// <summary>How wide the sheet is, in points.</summary>
    public double Points => Widths.Sum() * Unit;

    /// <summary>
    /// A column is as wide as it asks in any of the tables, and at least as wide as its numbers, days and codes: a spreadsheet shows ### otherwise.
    /// </summary>
    public static SheetLayout Of(Report report, BookSheet sheet)
    {
        if (sheet.Tables.Count == 0)
        {
            return new SheetLayout([WithoutTable, WithoutTable], 1);
        }

        var widths = new double[sheet.Tables.Max(one => one.Table.Columns.Count)];
        foreach (var (table, _) in sheet.Tables)
        {
            Widen(widths, table, report);
        }

        widths = [.. widths.Select(width => Math.Clamp(width + Room, Narrowest, Widest))];
        if (sheet.Tables.Any(one => one.Charts.Count > 0))
        {
            return new SheetLayout([.. widths, Narrowest, .. Enumerable.Repeat(ChartColumnWidth, ChartColumns)], LabelWidth(sheet.Facts, widths));
        }

        var words = Enumerable.Range(0, widths.Length).Where(i => sheet.Tables.Any(one => i < one.Table.Columns.Count && one.Table.Columns[i].Kind == ColumnKind.Text)).ToList();
        var spare = (Comfortable - widths.Sum()) / Math.Max(words.Count, 1);
        words.ForEach(i => widths[i] = Math.Min(widths[i] + Math.Max(spare, 0), Widest));
        return new SheetLayout(widths, LabelWidth(sheet.Facts, widths));
    }

    private static void Widen(double[] widths, Table table, Report report)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var column = table.Columns[i];
            widths[i] = Math.Max(widths[i], Math.Max(column.Width, LongestWord(column.Header) + 1));
            if (column.Kind != ColumnKind.Text)
            {
                foreach (var row in table.Rows.Where(row => row.Style != RowStyle.Group))
                {
                    widths[i] = Math.Max(widths[i], column.Write(row.Cells[i].Value, report.Culture).Length);
                }
            }
        }
    }

    /// <summary>
    /// The height that words need in these columns. Spreadsheets do not fit rows to merged cells, and some not to any,
    /// so it is reckoned here: the embedded fonts have the widths of Times New Roman.
    /// </summary>
    public double HeightOf(string text, CellRole role, int firstColumn, int columns)
    {
        var size = role == CellRole.Title ? TitleSize : Size;
        var font = role is CellRole.Title or CellRole.Header or CellRole.Caption or CellRole.FactValue ? bold : regular;
        var width = (Widths.Skip(firstColumn).Take(columns).Sum() * Unit) - Edges - (role == CellRole.Value ? Indent : 0);
        var lines = LineBreaker.Break(PlainText.Cut(PlainText.Of(text), 5_000), font, size, width).Count;
        return Math.Min((lines * Math.Ceiling(size * Leading)) + Above, Tallest);
    }

    /// <summary>
    /// Whether the header can stay in sight: what stands above it stays too, and must not fill a small screen.
    /// </summary>
    public static bool CanFreeze(double heightAbove) => heightAbove <= TallestFrozen;

    // The labels of figures get the columns that come nearest to their length, so that label and figure are not far apart.
    private static int LabelWidth(IReadOnlyList<Fact> facts, double[] widths)
    {
        var longest = facts.Select(fact => fact.Label.Length).DefaultIfEmpty(0).Max() + Room;
        var columns = 0;
        for (var covered = 0.0; columns < widths.Length - 1 && covered < longest; columns++)
        {
            covered += widths[columns];
        }

        return Math.Max(columns, Math.Min(1, widths.Length - 1));
    }

    private static int LongestWord(string text) => text.Split(' ', '\n').Max(word => word.Length);
}
