using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>
/// Writes a report as an Excel workbook (.xlsx): one sheet for each table, each complete enough to be printed by itself.
/// Numbers and days are values that can be computed with; words and codes are text whatever they look like.
/// </summary>
public static class Excel
{
    /// <summary>
    /// Writes the file; the headline figures stand on the first sheet. The workbook is made in memory,
    /// and <paramref name="output"/>, which stays open, gets it in one piece.
    /// </summary>
    public static void Write(Report report, Stream output) =>
        Save(report.Title, report.Language, output, workbook => Fill(workbook, report));

    /// <summary>Makes a workbook in memory and gives it out in one piece.</summary>
    internal static void Save(string title, string language, Stream output, Action<WorkbookPart> fill)
    {
        using var memory = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            file.PackageProperties.Title = PlainText.Of(title);
            file.PackageProperties.Language = language;
            fill(file.AddWorkbookPart());
        }

        memory.Position = 0;
        memory.CopyTo(output);
    }

    private static void Fill(WorkbookPart workbook, Report report)
    {
        var names = new SheetNames();
        var styles = new ExcelStyles();
        var strings = new SharedStrings();
        var sheets = new Sheets();
        var defined = new DefinedNames();
        Table?[] tables = report.Tables.Count == 0 ? [null] : [.. report.Tables];
        for (var index = 0u; index < tables.Length; index++)
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            var name = names.Take(tables[index]?.Caption ?? report.Title, report.FileName);
            sheets.Append(new Sheet { Name = name, SheetId = index + 1, Id = workbook.GetIdOfPart(part) });
            var sheet = new ExcelSheet(report, tables[index], withFacts: index == 0, styles, strings);
            sheet.Write(part);
            defined.Append(sheet.DefinedNames(name, index));
        }

        styles.Save(workbook.AddNewPart<WorkbookStylesPart>());
        strings.Save(workbook.AddNewPart<SharedStringTablePart>());
        workbook.Workbook = new Workbook(sheets);
        if (defined.HasChildren)
        {
            workbook.Workbook.Append(defined);
        }
    }
}
