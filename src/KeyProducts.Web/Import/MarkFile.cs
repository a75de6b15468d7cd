using System.Text.RegularExpressions;
using KeyProducts.Documents.Files;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Web.Text;

namespace KeyProducts.Web.Import;

/// <summary>A judge's workbook of marks as it came back: its columns found, its rows not yet compared with what is stored.</summary>
internal sealed partial class MarkFile
{
    /// <summary>The most characters of a remark.</summary>
    public const int MostLetters = 2_000;

    private const int RowsToTheHeader = 20;

    private readonly Dictionary<int, RowContent> memory = [];
    private readonly Dictionary<Guid, int> memoryColumns = [];
    private int? memoryRemark;

    private MarkFile(IReadOnlyList<RowContent> rows, int number, IReadOnlyDictionary<Guid, int> columns, int? remark)
    {
        Rows = rows;
        NumberColumn = number;
        Columns = columns;
        RemarkColumn = remark;
    }

    /// <summary>Its rows below the header.</summary>
    public IReadOnlyList<RowContent> Rows { get; }

    /// <summary>The column of the registration number, from 0.</summary>
    public int NumberColumn { get; }

    /// <summary>The columns of criteria, from 0.</summary>
    public IReadOnlyDictionary<Guid, int> Columns { get; }

    /// <summary>The column of the remark, from 0; null when the file has none.</summary>
    public int? RemarkColumn { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="fileName">The name it had.</param>
    /// <param name="programme">The year, with its criteria.</param>
    /// <param name="judge">Whose file it must be.</param>
    /// <param name="expected">The code that it must carry.</param>
    /// <exception cref="RuleException">It is no such file, or another judge's or year's.</exception>
    public static MarkFile Read(Stream file, string fileName, Programme programme, Judge judge, SheetCode expected)
    {
        IReadOnlyList<SheetContent> sheets;
        try
        {
            sheets = SheetReader.Read(file, fileName);
        }
        catch (FileRefusedException refusal)
        {
            throw new RuleException(refusal.Message, [.. refusal.Arguments]) { Field = "File" };
        }

        RequireCode(sheets, expected);
        var criteria = programme.Criteria.Where(judge.Marks).ToDictionary(criterion => Label.OfHeader(MarkWorkbook.HeaderOf(programme, criterion)).Words);
        var numberLabel = Label.Of(MarkWorkbook.NumberHeader);
        var (sheet, header) = sheets.Where(one => !one.IsHidden).SelectMany(one => one.Rows.Take(RowsToTheHeader).Select(row => (one, row)))
            .FirstOrDefault(one => one.row.Cells.Any(cell => Label.Of(cell.Text) == numberLabel) && one.row.Cells.Any(cell => criteria.ContainsKey(Label.OfHeader(cell.Text).Words)));
        if (sheet is null)
        {
            throw new RuleException("No row with the names of the criteria was found. Leave the headers of the workbook as they are.") { Field = "File" };
        }

        var columns = new Dictionary<Guid, int>();
        foreach (var cell in header.Cells)
        {
            if (criteria.TryGetValue(Label.OfHeader(cell.Text).Words, out var criterion) && !columns.TryAdd(criterion.Id, cell.Column))
            {
                throw new RuleException("The column “{0}” stands there twice, in {1} and {2}. Take one out.", criterion.Name.In(Languages.Current), CellAddress.Of(header.Number, columns[criterion.Id]), cell.Address) { Field = "File" };
            }
        }

        var number = header.Cells.First(cell => Label.Of(cell.Text) == numberLabel).Column;
        var remark = header.Cells.FirstOrDefault(cell => Label.Of(cell.Text) == Label.Of(MarkWorkbook.RemarkHeader))?.Column;
        var used = columns.Values.Append(number).ToList();
        var read = new MarkFile([.. sheet.Rows.Where(row => row.Number > header.Number && used.Any(column => row[column] is not null))], number, columns, remark);
        read.Remember(sheets.FirstOrDefault(one => one.Name == MarkWorkbook.MemoryName));
        return read;
    }

    /// <summary>Whether the file still knows what was stored of a nomination when it went out.</summary>
    public bool Remembers(int number) => memory.ContainsKey(number);

    /// <summary>The mark that was stored when the file went out; null for none.</summary>
    public decimal? SeenOn(int number, Guid criterionId) =>
        memory.TryGetValue(number, out var row) && memoryColumns.TryGetValue(criterionId, out var column) ? row[column]?.Number : null;

    /// <summary>The remark that was stored when the file went out; null for none.</summary>
    public string? SeenRemark(int number) => memory.TryGetValue(number, out var row) && memoryRemark is { } column ? row[column]?.Text : null;

    // Without a code nothing says whose marks these are.
    private static void RequireCode(IReadOnlyList<SheetContent> sheets, SheetCode expected)
    {
        var text = sheets.SelectMany(sheet => sheet.Rows.Take(RowsToTheHeader)).SelectMany(row => row.Cells).Select(cell => Codes().Match(cell.Text)).FirstOrDefault(match => match.Success)?.Value;
        if (text is null)
        {
            throw new RuleException("This is not the workbook of your marks, or its lines above the list were deleted. Download the workbook again and copy your marks into it.") { Field = "File" };
        }

        SheetCode code;
        try
        {
            code = SheetCode.Read(text);
        }
        catch (RuleException refusal)
        {
            throw new RuleException(refusal.Message, [.. refusal.Arguments]) { Field = "File" };
        }

        if (code.Year != expected.Year)
        {
            throw new RuleException("This workbook is of {0}; here marks of {1} are taken.", code.Year, expected.Year) { Field = "File" };
        }

        if (code.Judge != expected.Judge)
        {
            throw new RuleException("This workbook was made for another judge. Send your own.") { Field = "File" };
        }
    }

    private void Remember(SheetContent? sheet)
    {
        var numberLabel = Label.Of(MarkWorkbook.NumberHeader);
        if (sheet?.Rows.FirstOrDefault(row => row[0] is { } first && Label.Of(first.Text) == numberLabel) is not { } header)
        {
            return;
        }

        foreach (var cell in header.Cells)
        {
            if (Guid.TryParse(cell.Text, out var criterionId))
            {
                memoryColumns[criterionId] = cell.Column;
            }
            else if (Label.Of(cell.Text) == Label.Of(MarkWorkbook.RemarkHeader))
            {
                memoryRemark = cell.Column;
            }
        }

        foreach (var row in sheet.Rows.Where(row => row.Number > header.Number && row[0]?.Number is >= 1 and < 100_000))
        {
            memory[(int)row[0]!.Number!.Value] = row;
        }
    }

    [GeneratedRegex(@"PC[ĐD]-\d{4}-\d{3,5}-J\d{2,3}-\w", RegexOptions.IgnoreCase)]
    private static partial Regex Codes();
}
