using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>
/// Writes a report as an Excel workbook (.xlsx): one sheet for each table, each complete enough to be printed by itself, or the sheets of a <see cref="ReportBook"/>.
/// Numbers and days are values that can be computed with; words and codes are text whatever they look like. The same report gives the same bytes.
/// </summary>
public static class Excel
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /// <summary>
    /// Writes the file; the headline figures stand on the first sheet. The workbook is made in memory,
    /// and <paramref name="output"/>, which stays open, gets it in one piece.
    /// </summary>
    public static void Write(Report report, Stream output) => Write(ReportBook.Of(report), output);

    /// <summary>Writes the file with the sheets that are asked for. It is made in memory, and <paramref name="output"/>, which stays open, gets it in one piece.</summary>
    public static void Write(ReportBook book, Stream output) =>
        Save(new FileProperties(book.Report.Title, book.Report.Language, book.Subject, book.Company, book.MadeAt), output, workbook => Fill(workbook, book));

    /// <summary>Makes a workbook in memory and gives it out in one piece. Every part has an identity of its own: one that is left out would be made up anew each time.</summary>
    internal static void Save(FileProperties properties, Stream output, Action<WorkbookPart> fill)
    {
        using var memory = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            properties.Write(file);
            fill(file.AddNewPart<WorkbookPart>(WorkbookType, "rIdWorkbook"));
        }

        PackageTimes.Clear(memory.GetBuffer().AsSpan(0, (int)memory.Length));
        memory.Position = 0;
        memory.CopyTo(output);
    }

    /// <summary>Writes what all sheets share, when they are written.</summary>
    internal static void SaveShared(WorkbookPart workbook, ExcelStyles styles, SharedStrings strings)
    {
        styles.Save(workbook.AddNewPart<WorkbookStylesPart>("rIdStyles"));
        strings.Save(workbook.AddNewPart<SharedStringTablePart>("rIdStrings"));
    }

    private static void Fill(WorkbookPart workbook, ReportBook book)
    {
        var report = book.Report;
        var names = new SheetNames();
        var styles = new ExcelStyles(report.Language);
        var strings = new SharedStrings();
        var sheets = new Sheets();
        var defined = new DefinedNames();
        for (var index = 0u; index < book.Sheets.Count; index++)
        {
            var content = book.Sheets[(int)index];
            var part = workbook.AddNewPart<WorksheetPart>($"rId{index + 1}");
            var name = names.Take(content.Name, report.FileName);
            sheets.Append(new Sheet { Name = name, SheetId = index + 1, Id = workbook.GetIdOfPart(part) });
            var sheet = new ExcelSheet(report, content, name, isFirst: index == 0, styles, strings);
            sheet.Write(part);
            defined.Append(sheet.DefinedNames(index));
        }

        SaveShared(workbook, styles, strings);
        workbook.Workbook = new Workbook(sheets);
        if (defined.HasChildren)
        {
            workbook.Workbook.Append(defined);
        }
    }
}
