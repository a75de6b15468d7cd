using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;

namespace KeyProducts.Web.Import;

/// <summary>A column of a file that is known.</summary>
/// <param name="Column">What it is.</param>
/// <param name="At">Its place in the sheet, from 0.</param>
public sealed record FoundColumn(ImportColumn Column, int At);

/// <summary>The list found in a file: which sheet, which row heads it, which columns it has.</summary>
/// <param name="Sheet">The name of the sheet.</param>
/// <param name="Columns">The known columns.</param>
/// <param name="Rows">The rows below the header that hold something in them, without the example.</param>
/// <param name="Notices">What a reader should know: hidden and unknown columns, rows left out.</param>
public sealed record ImportTable(string Sheet, IReadOnlyList<FoundColumn> Columns, IReadOnlyList<RowContent> Rows, IReadOnlyList<Said> Notices)
{
    private const int RowsToTheHeader = 20, MostNamed = 12;

    private static readonly HashSet<string> Examples = ["vi du", "example", "vd"];

    /// <summary>Finds the list.</summary>
    /// <exception cref="RuleException">There is none, a column stands there twice, or columns are missing that new nominations need.</exception>
    public static ImportTable Of(IReadOnlyList<SheetContent> sheets, IReadOnlyList<ImportColumn> columns, int year, string language)
    {
        var headers = new HeaderWords(columns, year);
        var (sheet, header, found) = sheets.OrderBy(sheet => sheet.IsHidden)
            .SelectMany(sheet => sheet.Rows.Take(RowsToTheHeader).Select(row => (sheet, row, Found: headers.Read(sheet, row))))
            .Aggregate((Sheet: (SheetContent?)null, Row: (RowContent?)null, Found: (IReadOnlyList<FoundColumn>)[]), (best, one) => Better(best.Sheet, one.sheet) && one.Found.Count > best.Found.Count ? (one.sheet, one.row, one.Found) : best);
        if (sheet is null || header is null || found.Count < 2)
        {
            throw new RuleException("No row of headers was found in the first {0} rows. Use the template, or give the columns its names.", RowsToTheHeader) { Field = "File" };
        }

        var twice = found.GroupBy(one => one.Column.Key).FirstOrDefault(same => same.Count() > 1)?.ToList();
        if (twice is not null)
        {
            throw new RuleException("The column “{0}” stands there twice, in {1} and {2}. Take one out.", twice[0].Column.NameIn(language), CellAddress.Of(header.Number, twice[0].At), CellAddress.Of(header.Number, twice[1].At)) { Field = "File" };
        }

        var number = found.FirstOrDefault(one => one.Column.Key == Entry.Number);
        var filled = sheet.Rows.Where(row => row.Number > header.Number && found.Any(one => row[one.At] is { IsMerged: false })).ToList();
        var examples = filled.Where(row => IsExample(row, number)).ToList();
        var rows = filled.Except(examples).ToList();
        var missing = columns.Where(column => column.IsRequired && found.All(one => one.Column != column)).ToList();
        if (missing.Count > 0 && rows.Any(row => number is null || row[number.At] is null))
        {
            throw new RuleException("New rows need columns that the file has not: {0}.", string.Join(", ", missing.Select(column => $"“{column.NameIn(language)}”"))) { Field = "File" };
        }

        if (rows.Count == 0)
        {
            throw new RuleException("Below the headers in row {0} no row is filled in.", header.Number) { Field = "File" };
        }

        return new ImportTable(sheet.Name, found, rows, [.. NoticesOf(sheets, sheet, header, found, rows, examples, language)]);
    }

    private static bool Better(SheetContent? best, SheetContent other) => best is null || best == other || best.IsHidden == other.IsHidden;

    private static bool IsExample(RowContent row, FoundColumn? number) =>
        Examples.Contains(Label.Of((number is null ? null : row[number.At])?.Text ?? row.Cells[0].Text));

    private static IEnumerable<Said> NoticesOf(
        IReadOnlyList<SheetContent> sheets, SheetContent sheet, RowContent header, IReadOnlyList<FoundColumn> found, List<RowContent> rows, List<RowContent> examples, string language)
    {
        if (sheet.IsHidden)
        {
            yield return new Said("The sheet “{0}” is hidden and is read all the same.", sheet.Name);
        }

        foreach (var other in sheets.Where(other => other != sheet && !other.IsHidden && other.Rows.Take(RowsToTheHeader).Any(row => found.Count(one => row[one.At]?.Text == header[one.At]?.Text) > found.Count / 2)))
        {
            yield return new Said("The sheet “{0}” looks like this list too and is not read. Send it as a file of its own.", other.Name);
        }

        foreach (var example in examples)
        {
            yield return new Said("Row {0} is the example and is left out. If it is to be read, empty its first cell.", example.Number);
        }

        var unknown = header.Cells.Where(cell => !cell.IsMerged && found.All(one => one.At != cell.Column)).Select(cell => $"{CellAddress.Letters(cell.Column)} “{Short(cell.Text)}”").ToList();
        if (unknown.Count > 0)
        {
            yield return new Said("Columns that are not known, and are not read: {0}.", Listed(unknown));
        }

        var hidden = found.Where(one => sheet.HiddenColumns.Contains(one.At)).Select(one => $"{CellAddress.Letters(one.At)} “{one.Column.NameIn(language)}”").ToList();
        if (hidden.Count > 0)
        {
            yield return new Said("Columns that are hidden in the sheet, and are read all the same: {0}.", Listed(hidden));
        }

        var hiddenRows = rows.Where(row => row.IsHidden).Select(row => $"{row.Number}").ToList();
        if (hiddenRows.Count > 0)
        {
            yield return new Said("Rows that are hidden in the sheet, and are read all the same: {0}.", Listed(hiddenRows));
        }
    }

    private static string Listed(List<string> items) => string.Join(", ", items.Take(MostNamed)) + (items.Count > MostNamed ? " …" : "");

    private static string Short(string text) => text.Length <= 40 ? text.ReplaceLineEndings(" ") : text[..40].ReplaceLineEndings(" ") + "…";
}
