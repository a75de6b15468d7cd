using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using KeyProducts.Documents;
using KeyProducts.Documents.Spreadsheets;

namespace KeyProducts.Tests.Documents;

/// <summary>A workbook written by us and read back.</summary>
internal sealed class Workbook : IDisposable
{
    private readonly SpreadsheetDocument file;

    public Workbook(Report report)
        : this(report.Bytes(Excel.Write))
    {
    }

    public Workbook(byte[] bytes) => file = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

    public IReadOnlyList<string> SheetNames => [.. Sheets.Select(sheet => sheet.Name!.Value!)];

    public IEnumerable<DefinedName> DefinedNames => file.WorkbookPart!.Workbook.DefinedNames?.Elements<DefinedName>() ?? [];

    public SpreadsheetDocument File => file;

    private IEnumerable<Sheet> Sheets => file.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>();

    /// <summary>What the validators of both versions of the format have to say.</summary>
    public IEnumerable<string> Complaints() =>
        from version in (FileFormatVersions[])[FileFormatVersions.Office2019, FileFormatVersions.Microsoft365]
        from complaint in new OpenXmlValidator(version).Validate(file)
        select $"{version}: {complaint.Part?.Uri} {complaint.Path?.XPath}: {complaint.Description}";

    public Worksheet Sheet(int index = 0) =>
        ((WorksheetPart)file.WorkbookPart!.GetPartById(Sheets.ElementAt(index).Id!)).Worksheet;

    /// <summary>The cells of a row that hold something, from left to right.</summary>
    public IReadOnlyList<string> Texts(int row, int sheet = 0) =>
        [.. Sheet(sheet).Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().Single(one => one.RowIndex! == row)
            .Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().Select(Text).Where(text => text.Length > 0)];

    /// <summary>All that the sheet says, row by row.</summary>
    public IReadOnlyList<string> Rows(int sheet = 0) =>
        [.. Sheet(sheet).Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().Select(row => string.Join('|', Texts((int)row.RowIndex!.Value, sheet)))];

    public int RowOf(string start, int sheet = 0) =>
        Rows(sheet).Select((text, index) => (text, index)).First(row => row.text.StartsWith(start, StringComparison.Ordinal)).index + 1;

    public DocumentFormat.OpenXml.Spreadsheet.Cell Cell(string reference, int sheet = 0) =>
        Sheet(sheet).Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().Single(cell => cell.CellReference == reference);

    public string Text(DocumentFormat.OpenXml.Spreadsheet.Cell cell) => cell.DataType?.Value == CellValues.SharedString
        ? file.WorkbookPart!.SharedStringTablePart!.SharedStringTable.ElementAt(int.Parse(cell.CellValue!.Text, null)).InnerText
        : cell.CellValue?.Text ?? "";

    public CellFormat Format(DocumentFormat.OpenXml.Spreadsheet.Cell cell) =>
        (CellFormat)file.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.ElementAt((int)cell.StyleIndex!.Value);

    public string Colour(DocumentFormat.OpenXml.Spreadsheet.Cell cell) =>
        file.WorkbookPart!.WorkbookStylesPart!.Stylesheet.Fills!.ElementAt((int)Format(cell).FillId!.Value)
            .Descendants<ForegroundColor>().SingleOrDefault()?.Rgb?.Value ?? "";

    public uint NumberFormatId(DocumentFormat.OpenXml.Spreadsheet.Cell cell) => Format(cell).NumberFormatId!.Value;

    /// <summary>The format of a number without the language that it names.</summary>
    public string NumberFormat(DocumentFormat.OpenXml.Spreadsheet.Cell cell) => WholeNumberFormat(cell).Replace("[$-42A]", "", StringComparison.Ordinal);

    public string WholeNumberFormat(DocumentFormat.OpenXml.Spreadsheet.Cell cell)
    {
        var id = Format(cell).NumberFormatId!.Value;
        return id switch
        {
            3 => "#,##0",
            4 => "#,##0.00",
            49 => "@",
            _ => file.WorkbookPart!.WorkbookStylesPart!.Stylesheet.NumberingFormats!.Elements<NumberingFormat>()
                .Single(format => format.NumberFormatId! == id).FormatCode!.Value!,
        };
    }

    public void Dispose() => file.Dispose();
}
