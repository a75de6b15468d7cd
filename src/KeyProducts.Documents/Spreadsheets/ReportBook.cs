namespace KeyProducts.Documents.Spreadsheets;

/// <summary>
/// A report as a workbook of sheets that are put together for reading and reckoning on: lists to filter, tables with charts beside them, where it all comes from.
/// Its tables are the report's own or made of the same values. A report without one becomes a workbook with a sheet for each table.
/// </summary>
public sealed record ReportBook
{
    /// <summary>What it is made of: name of the file, language, heading, and the source at the foot of every printed page.</summary>
    public required Report Report { get; init; }

    /// <summary>What it is about, among the properties of the file; null for nothing.</summary>
    public string? Subject { get; init; }

    /// <summary>The agency that gives it out, among the properties of the file; no person is named there. Null for nothing.</summary>
    public string? Company { get; init; }

    /// <summary>When it was drawn up, UTC, among the properties of the file; null for nothing.</summary>
    public DateTime? MadeAt { get; init; }

    /// <summary>Its sheets, in order.</summary>
    public required IReadOnlyList<BookSheet> Sheets { get; init; }

    /// <summary>A sheet for each table, complete enough to be printed by itself; the headline figures stand on the first.</summary>
    public static ReportBook Of(Report report)
    {
        Table?[] tables = report.Tables.Count == 0 ? [null] : [.. report.Tables];
        return new ReportBook { Report = report, Sheets = [.. tables.Select((table, i) => SheetOf(report, table, withFacts: i == 0))] };
    }

    /// <summary>The sheet of one table with all that the report says around it.</summary>
    internal static BookSheet SheetOf(Report report, Table? table, bool withFacts) => new()
    {
        Name = table?.Caption ?? report.Title,
        Lines = report.Lines,
        Facts = withFacts ? report.Facts : [],
        Tables = table is null ? [] : [new BookTable(table)],
        Notes = report.Notes,
        IsLandscape = report.Landscape,
    };
}

/// <summary>A sheet: its heading, headline figures, tables one below the other, remarks.</summary>
public sealed record BookSheet
{
    /// <summary>Its name, which is made fit for a spreadsheet and free.</summary>
    public required string Name { get; init; }

    /// <summary>Its heading; null for the report's.</summary>
    public string? Title { get; init; }

    /// <summary>Lines under the heading.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Headline figures above the tables.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>Its tables. A table alone, without charts, can be filtered, and its header stays in sight and is repeated on every printed page.</summary>
    public required IReadOnlyList<BookTable> Tables { get; init; }

    /// <summary>Remarks after the tables.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether it is printed on pages that lie on their side.</summary>
    public bool IsLandscape { get; init; }

    /// <summary>Whether it is for programs: the header of its one table in the first row, its rows below, and nothing else.</summary>
    public bool IsData { get; init; }

    /// <summary>The colour of its tab.</summary>
    public TabColour Tab { get; init; }
}

/// <summary>The colour of a sheet's tab.</summary>
public enum TabColour
{
    /// <summary>None.</summary>
    None,

    /// <summary>For what is best.</summary>
    Gold,

    /// <summary>For what is read rarely.</summary>
    Grey,
}

/// <summary>A table with charts beside it.</summary>
/// <param name="Table">The table.</param>
/// <param name="Charts">What is drawn of it, one below the other.</param>
public sealed record BookTable(Table Table, params IReadOnlyList<BookChart> Charts);

/// <summary>A chart of the values of a table, bars from left to right; sums and headings are not drawn. It follows the cells when somebody changes them.</summary>
/// <param name="Title">What it shows, with the unit.</param>
/// <param name="Label">The column whose words stand beside the bars, from 0.</param>
/// <param name="Values">The columns whose numbers are drawn, from 0; their headers are the legend where there are several.</param>
/// <param name="IsStacked">Whether the values of a row stand behind each other and make one bar.</param>
public sealed record BookChart(string Title, int Label, IReadOnlyList<int> Values, bool IsStacked = false);
