using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using WrittenCell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using WrittenColumn = DocumentFormat.OpenXml.Spreadsheet.Column;
using WrittenRow = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>Writes the sheet of a form: heading, groups, headers, the example, the rows, and rules for what is typed below.</summary>
internal sealed class FormSheet(FormWorkbook form, IReadOnlyDictionary<FormColumn, string> lists, ExcelStyles styles, SharedStrings strings)
{
    /// <summary>How many rows below the last one the rules reach.</summary>
    private const int Room = 5_000;

    /// <summary>The most characters of a rule's title and of its words.</summary>
    private const int LongestTitle = 32, LongestWords = 255;

    private const double ValueHeight = 32, LineHeight = 17, TitleHeight = 22; // Two lines of a long text are enough to know it by.

    private readonly SheetLayout layout = new([.. form.Columns.Select(WidthOf)], 1);
    private readonly ExcelCells cells = new(styles, strings, CultureInfo.GetCultureInfo(form.Language == "vi" ? "vi-VN" : form.Language));
    private readonly List<string> merged = [];
    private int row;
    private int header;

    /// <summary>Writes the sheet into its part.</summary>
    public void Write(WorksheetPart part)
    {
        var hasGroups = form.Columns.Any(column => column.Group is not null);
        header = 1 + form.Lines.Count + (hasGroups ? 1 : 0) + 1;
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(View()));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = LineHeight });
        writer.WriteElement(new Columns(form.Columns.Select((column, i) => new WrittenColumn
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            Width = layout.Widths[i],
            CustomWidth = true,
            // So that zeros stay in new rows too.
            Style = form.IsFixed ? null : styles.NumberOf(new(CellRole.Entry, Kind: column.Head.Kind, Decimals: column.Head.Decimals)),
        })));
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, TitleHeight, () => [cells.Words(form.Title, 0, row, new(CellRole.FormTitle))]);
        foreach (var line in form.Lines)
        {
            WriteRow(writer, LineHeight, () => [cells.Words(line, 0, row, new(CellRole.FormLine))]);
        }

        if (hasGroups)
        {
            WriteRow(writer, HeightOfGroups(), Groups);
        }

        var height = form.Columns.Select((column, i) => layout.HeightOf(HeaderOf(column), CellRole.Header, i, 1)).Max();
        WriteRow(writer, height, () => form.Columns.Select((column, i) => cells.Words(HeaderOf(column), i, row, new(CellRole.Header))));
        if (form.Example is { } example)
        {
            WriteRow(writer, ValueHeight, () => ValuesOf(example, CellRole.Example));
        }

        foreach (var values in form.Rows)
        {
            WriteRow(writer, ValueHeight, () => ValuesOf(values, CellRole.Value));
        }

        writer.WriteEndElement();
        if (form.IsFixed)
        {
            // Columns and rows may be made wider and higher all the same.
            writer.WriteElement(new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false });
        }

        if (merged.Count > 0)
        {
            writer.WriteElement(new MergeCells(merged.Select(area => new MergeCell { Reference = area })) { Count = (uint)merged.Count });
        }

        writer.WriteElement(Rules());
        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 8, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 }); // A3
        writer.WriteEndElement();
    }

    /// <summary>The rows to repeat on each printed page, for the workbook.</summary>
    public DefinedName PrintTitles(string sheet) =>
        new($"{SheetNames.Reference(sheet)}${header}:${header}") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 };

    private static double WidthOf(FormColumn column) =>
        Math.Clamp(Math.Max(column.Head.Width, HeaderOf(column).Split(' ').Max(word => word.Length) + 2), 6, 60);

    private static string HeaderOf(FormColumn column) => column.IsRequired ? column.Head.Header + " *" : column.Head.Header;

    private SheetView View()
    {
        var pane = new Pane
        {
            VerticalSplit = header,
            TopLeftCell = CellAddress.Of(header + 1, form.FrozenColumns),
            ActivePane = form.FrozenColumns > 0 ? PaneValues.BottomRight : PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        };
        if (form.FrozenColumns > 0)
        {
            pane.HorizontalSplit = form.FrozenColumns;
        }

        var firstOpen = form.IsFixed ? form.Columns.TakeWhile(column => column.IsLocked).Count() : 0;
        var start = CellAddress.Of(header + (form.Example is null ? 1 : 2), firstOpen);
        return new SheetView(pane, new Selection { Pane = pane.ActivePane, ActiveCell = start, SequenceOfReferences = new ListValue<StringValue> { InnerText = start } })
        {
            WorkbookViewId = 0,
        };
    }

    private IEnumerable<WrittenCell> Groups()
    {
        for (var i = 0; i < form.Columns.Count; i++)
        {
            var group = form.Columns[i].Group;
            if (group is null)
            {
                yield return cells.Bare(i, row, new(CellRole.Header));
                continue;
            }

            var first = cells.Words(group, i, row, new(CellRole.Header));
            yield return first;
            var from = i;
            while (i + 1 < form.Columns.Count && form.Columns[i + 1].Group == group)
            {
                yield return ExcelCells.Beside(first, ++i, row);
            }

            if (i > from)
            {
                merged.Add($"{CellAddress.Of(row, from)}:{CellAddress.Of(row, i)}");
            }
        }
    }

    private IEnumerable<WrittenCell> ValuesOf(IReadOnlyList<object?> values, CellRole role) =>
        form.Columns.Select((column, i) => column.IsTotal
            ? Total(values, column, i)
            : cells.Value(column.Head, values[i], new(!form.IsFixed || role == CellRole.Example ? role : column.IsLocked ? CellRole.Locked : CellRole.Open), i, row));

    private WrittenCell Total(IReadOnlyList<object?> values, FormColumn column, int at)
    {
        var summed = Enumerable.Range(0, form.Columns.Count).Where(i => form.Columns[i].Most is not null).ToList();
        var cellsOf = string.Join(',', summed.Select(i => CellAddress.Of(row, i)));
        // Neighbours are named as a range: a formula has a longest length.
        var range = summed.Count > 1 && summed[^1] - summed[0] == summed.Count - 1 ? $"{CellAddress.Of(row, summed[0])}:{CellAddress.Of(row, summed[^1])}" : cellsOf;
        return cells.Computed($"SUM({range})", summed.Sum(i => values[i] as decimal? ?? 0), column.Head.Decimals, new(CellRole.Locked, RowStyle.Total), at, row);
    }

    private double HeightOfGroups()
    {
        var height = LineHeight;
        for (var i = 0; i < form.Columns.Count;)
        {
            var count = form.Columns.Skip(i).TakeWhile(column => column.Group == form.Columns[i].Group).Count();
            height = Math.Max(height, form.Columns[i].Group is { } group ? layout.HeightOf(group, CellRole.Header, i, count) : 0);
            i += count;
        }

        return height;
    }

    // The cells are made after the step to their row, whose number they carry.
    private void WriteRow(OpenXmlWriter writer, double height, Func<IEnumerable<WrittenCell>> written)
    {
        row++;
        writer.WriteStartElement(new WrittenRow { RowIndex = (uint)row, Height = height, CustomHeight = true });
        foreach (var cell in written())
        {
            writer.WriteElement(cell);
        }

        writer.WriteEndElement();
    }

    private DataValidations Rules()
    {
        var first = header + (form.Example is null ? 1 : 2);
        var last = form.IsFixed ? Math.Max(row, first) : row + Room;
        var rules = form.Columns.Select((column, i) => (column, i)).Where(one => !form.IsFixed || !one.column.IsLocked)
            .Select(one => Rule(one.column, $"{CellAddress.Of(first, one.i)}:{CellAddress.Of(last, one.i)}")).ToList();
        return new DataValidations(rules) { Count = (uint)rules.Count };
    }

    private DataValidation Rule(FormColumn column, string range)
    {
        var hint = PlainText.Cut(PlainText.Of(column.Hint), LongestWords);
        var title = PlainText.Cut(PlainText.Of(column.Head.Header), LongestTitle);
        var rule = new DataValidation
        {
            AllowBlank = true,
            ShowInputMessage = true,
            ShowErrorMessage = true,
            PromptTitle = title,
            Prompt = hint,
            ErrorTitle = title,
            Error = hint,
            SequenceOfReferences = new ListValue<StringValue> { InnerText = range },
        };
        if (lists.TryGetValue(column, out var list))
        {
            rule.Type = DataValidationValues.List;
            rule.Append(new Formula1(list));
        }
        else if (column.Head.Kind == ColumnKind.Number)
        {
            rule.Type = column.Head.Decimals == 0 ? DataValidationValues.Whole : DataValidationValues.Decimal;
            rule.Operator = column.Most is null ? DataValidationOperatorValues.GreaterThanOrEqual : DataValidationOperatorValues.Between;
            rule.Append(new Formula1("0"));
            if (column.Most is { } most)
            {
                rule.Append(new Formula2(most.ToString(CultureInfo.InvariantCulture)));
            }
        }
        else if (column.Head.Kind == ColumnKind.Date)
        {
            rule.Type = DataValidationValues.Date;
            rule.Operator = DataValidationOperatorValues.Between;
            rule.Append(new Formula1("36526"), new Formula2("73050")); // From 2000 to 2099.
        }

        return rule;
    }
}
