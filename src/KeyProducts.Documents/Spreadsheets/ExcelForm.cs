using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>Writes a form as an Excel workbook (.xlsx): the form, the instructions, the lists to choose from.</summary>
public static class ExcelForm
{
    /// <summary>Writes the file; <paramref name="output"/> stays open.</summary>
    public static void Write(FormWorkbook form, Stream output) => Excel.Save(new FileProperties(form.Title, form.Language), output, workbook => Fill(workbook, form));

    private static void Fill(WorkbookPart workbook, FormWorkbook form)
    {
        var names = new SheetNames();
        var styles = new ExcelStyles();
        var strings = new SharedStrings();
        var sheets = new Sheets();
        var defined = new List<DefinedName>();

        WorksheetPart Add(string wish, out string name, out uint index, bool isHidden = false)
        {
            index = (uint)sheets.ChildElements.Count;
            var part = workbook.AddNewPart<WorksheetPart>($"rId{index + 1}");
            name = names.Take(wish, form.FileName);
            sheets.Append(new Sheet { Name = name, SheetId = index + 1, Id = workbook.GetIdOfPart(part), State = isHidden ? SheetStateValues.Hidden : null });
            return part;
        }

        int AddReport(string wish, Report report, out string name, bool isHidden = false)
        {
            var part = Add(wish, out name, out var index, isHidden);
            var sheet = new ExcelSheet(report, ReportBook.SheetOf(report, report.Tables is [var table, ..] ? table : null, withFacts: true), name, isFirst: false, styles, strings);
            sheet.Write(part);
            defined.AddRange(sheet.DefinedNames(index));
            return sheet.FirstRow;
        }

        var first = Add(form.SheetName, out var formName, out _);
        AddReport(form.Guide.Tables is [{ Caption: { } caption }, ..] ? caption : form.Guide.Title, form.Guide, out _);
        var lists = form.Columns.Where(column => column.Choices is not null).ToList();
        var ranges = new Dictionary<FormColumn, string>();
        if (lists.Count > 0)
        {
            var row = AddReport(form.ListsName, ListsOf(form, lists), out var name);
            for (var i = 0; i < lists.Count; i++)
            {
                var letters = CellAddress.Letters(i);
                ranges[lists[i]] = $"{SheetNames.Reference(name)}${letters}${row}:${letters}${row + Math.Max(lists[i].Choices!.Count, 1) - 1}";
            }
        }

        if (form.Memory is { } memory)
        {
            AddReport(memory.Caption ?? form.FileName, new Report { FileName = form.FileName, Language = form.Language, Title = memory.Caption ?? form.Title, Tables = [memory with { Caption = null }] }, out _, isHidden: true);
        }

        var sheet = new FormSheet(form, ranges, styles, strings);
        sheet.Write(first);
        defined.Insert(0, sheet.PrintTitles(formName));
        Excel.SaveShared(workbook, styles, strings);
        workbook.Workbook = new Workbook(sheets, new DefinedNames(defined));
    }

    // A column for each list. Rules over 255 characters long are refused by Excel, so lists are named by their place here.
    private static Report ListsOf(FormWorkbook form, List<FormColumn> lists) => new()
    {
        FileName = form.FileName,
        Language = form.Language,
        Title = form.ListsName,
        Tables =
        [
            new Table(
                null,
                [.. lists.Select(column => new Column(column.Head.Header, ColumnKind.Text, Math.Max(column.Head.Width, 24)))],
                [.. Enumerable.Range(0, lists.Max(column => column.Choices!.Count)).Select(i => new Row([.. lists.Select(column => new Cell(column.Choices!.ElementAtOrDefault(i)))]))]),
        ],
    };
}
