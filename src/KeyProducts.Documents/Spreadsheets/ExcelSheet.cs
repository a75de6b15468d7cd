using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using WrittenCell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using WrittenRow = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>Writes one sheet from top to bottom, row after row, so that long lists need little memory.</summary>
internal sealed class ExcelSheet(Report report, BookSheet sheet, string name, bool isFirst, ExcelStyles styles, SharedStrings strings)
{
    private const double EmptyHeight = 17;

    /// <summary>The rows of a chart: more of them the more it draws, but never more than a page holds.</summary>
    private const int LeastChartRows = 13, MostChartRows = 26;

    private readonly ExcelCells cells = new(styles, strings, report.Culture);
    private readonly SheetLayout layout = SheetLayout.Of(report, sheet);
    private readonly SheetPaper paper = new(sheet.IsLandscape, report.Source?.Words, report.Language);
    private readonly List<string> merged = [];
    private readonly List<string> codes = [];
    private readonly List<PlacedChart> charts = [];
    private readonly List<int> breaks = [];
    private int row;
    private int header;
    private int lastValue;
    private double height;

    /// <summary>A table alone is a list: it can be filtered, and its header stays.</summary>
    private bool IsList => sheet.Tables is [{ Charts.Count: 0 }];

    private bool HasCharts => sheet.Tables.Any(one => one.Charts.Any(_ => ExcelCharts.Drawn(one.Table).Count > 0));

    /// <summary>The row of the first value of a list, once the sheet is written.</summary>
    public int FirstRow => header + 1;

    /// <summary>Writes the sheet into its part.</summary>
    public void Write(WorksheetPart part)
    {
        var above = Above();
        var start = IsList ? [.. above, .. Head(sheet.Tables[0].Table)] : above;
        header = IsList ? start.Count + 1 : 0;
        uint? scale = HasCharts ? paper.ScaleOf(layout.Points) : null;
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(Properties(scale));
        writer.WriteElement(new SheetViews(View(start.Sum(HeightOf))));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = EmptyHeight });
        writer.WriteElement(new Columns(layout.Widths.Select((width, i) => new DocumentFormat.OpenXml.Spreadsheet.Column
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            Width = width,
            CustomWidth = true,
        })));
        writer.WriteStartElement(new SheetData());
        above.ForEach(line => WriteLine(writer, line));
        foreach (var table in sheet.Tables)
        {
            WritePart(writer, table, scale);
        }

        WriteNotes(writer);
        writer.WriteEndElement();
        WriteRest(writer, scale);
        writer.WriteEndElement();
        if (charts.Count > 0)
        {
            new ExcelCharts(name, report.Language).Write(part, charts);
        }
    }

    /// <summary>What the workbook has to know of the sheet: the filter's range, what is printed, and the row to repeat on each printed page.</summary>
    public IEnumerable<DefinedName> DefinedNames(uint index)
    {
        var quoted = SheetNames.Reference(name);
        if (FilterRange() is not null)
        {
            yield return new DefinedName($"{quoted}$A${header}:${LastLetters}${lastValue}")
            {
                Name = "_xlnm._FilterDatabase",
                LocalSheetId = index,
                Hidden = true,
            };
        }

        yield return new DefinedName($"{quoted}$A$1:${LastLetters}${row}") { Name = "_xlnm.Print_Area", LocalSheetId = index };
        if (header > 0)
        {
            yield return new DefinedName($"{quoted}${header}:${header}") { Name = "_xlnm.Print_Titles", LocalSheetId = index };
        }
    }

    private string LastLetters => CellAddress.Letters(layout.Columns - 1);

    private SheetProperties Properties(uint? scale)
    {
        var properties = new SheetProperties();
        if (sheet.Tab != TabColour.None)
        {
            properties.Append(new TabColor { Rgb = sheet.Tab == TabColour.Gold ? "FFD8B450" : "FF8C8C8C" });
        }

        if (scale is null)
        {
            properties.Append(new PageSetupProperties { FitToPage = true });
        }

        return properties;
    }

    // What stands below the cells, in the order in which the format wants it.
    private void WriteRest(OpenXmlWriter writer, uint? scale)
    {
        if (FilterRange() is { } range)
        {
            writer.WriteElement(new AutoFilter { Reference = range });
        }

        if (merged.Count > 0)
        {
            writer.WriteElement(new MergeCells(merged.Select(area => new MergeCell { Reference = area })) { Count = (uint)merged.Count });
        }

        foreach (var element in paper.Elements(scale))
        {
            writer.WriteElement(element);
        }

        if (breaks.Count > 0)
        {
            writer.WriteElement(new RowBreaks(breaks.Select(after => new Break { Id = (uint)after, Max = CellAddress.MostColumns - 1, ManualPageBreak = true }))
            {
                Count = (uint)breaks.Count,
                ManualBreakCount = (uint)breaks.Count,
            });
        }

        if (codes.Count > 0)
        {
            // Codes of digits are text on purpose; a green corner in every cell would call them a mistake.
            writer.WriteElement(new IgnoredErrors(new IgnoredError { SequenceOfReferences = new(codes.Select(area => new StringValue(area))), NumberStoredAsText = true }));
        }

        if (charts.Count > 0)
        {
            writer.WriteElement(new Drawing { Id = "rId1" });
        }
    }

    private void WriteNotes(OpenXmlWriter writer)
    {
        if (sheet.IsData)
        {
            return;
        }

        WriteLine(writer, null);
        foreach (var note in report.Source is { } source ? [.. sheet.Notes, source.Words] : sheet.Notes)
        {
            WriteLine(writer, new([new(note, CellRole.Note, 0, layout.Columns)]));
        }
    }

    // What stands above the tables; null is an empty row.
    private List<Line?> Above()
    {
        if (sheet.IsData)
        {
            return [];
        }

        var lines = new List<Line?> { new([new(sheet.Title ?? report.Title, CellRole.Title, 0, layout.Columns)]) };
        lines.AddRange(sheet.Lines.Select(line => new Line([new(line, CellRole.Line, 0, layout.Columns)])));
        if (sheet.Facts.Count > 0)
        {
            lines.Add(null);
            lines.AddRange(sheet.Facts.Select(fact => layout.Columns == 1
                ? new Line([new($"{fact.Label}: {fact.Value}", CellRole.FactLabel, 0, 1)])
                : new Line([
                    new(fact.Label, CellRole.FactLabel, 0, layout.LabelColumns),
                    new(fact.Value, CellRole.FactValue, layout.LabelColumns, ValueColumns(fact.Value))])));
        }

        return lines;
    }

    private List<Line?> Head(Table table) => sheet.IsData ? [] : table.Caption is { } caption ? [null, new([new(caption, CellRole.Caption, 0, layout.Columns)])] : [null];

    // Figures stand beside their labels, not at the far edge of a wide sheet.
    private int ValueColumns(string value)
    {
        var longest = sheet.Facts.Max(fact => fact.Value.Length) * 1.15;
        var columns = 1;
        while (layout.LabelColumns + columns < layout.Columns
            && layout.Widths.Skip(layout.LabelColumns).Take(columns).Sum() < Math.Max(longest, value.Length))
        {
            columns++;
        }

        return columns;
    }

    private SheetView View(double heightAbove)
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = false, TabSelected = isFirst ? true : null };
        if (header > 0 && SheetLayout.CanFreeze(heightAbove))
        {
            view.Append(new Pane
            {
                VerticalSplit = header,
                TopLeftCell = "A" + (header + 1).ToString(CultureInfo.InvariantCulture),
                ActivePane = PaneValues.BottomLeft,
                State = PaneStateValues.Frozen,
            });
        }

        return view;
    }

    // A table, and room beside it for its charts. Where pages are broken by hand, none is broken within what fits on one.
    private void WritePart(OpenXmlWriter writer, BookTable part, uint? scale)
    {
        var drawn = ExcelCharts.Drawn(part.Table).Count;
        var rowsOfChart = Math.Clamp(drawn + 5, LeastChartRows, MostChartRows);
        var needed = drawn == 0 ? 0 : part.Charts.Count * (rowsOfChart + 1);
        var page = scale is { } percent ? paper.HeightAt(percent) : double.MaxValue;
        var own = Math.Max(needed * EmptyHeight, part.Table.Rows.Sum(values => HeightOf(part.Table, values)) + HeaderHeight(part.Table)) + (2 * EmptyHeight);
        if (height + own > page && own <= page && part != sheet.Tables[0])
        {
            BreakAfter(row, height);
        }

        Head(part.Table).ForEach(line => WriteLine(writer, line));
        var (top, before) = (row + 1, height);
        WriteTable(writer, part.Table);
        if (needed == 0)
        {
            return;
        }

        while (row < top + needed - 1)
        {
            WriteLine(writer, null);
        }

        foreach (var (place, chart) in part.Charts.Index())
        {
            var first = place * (rowsOfChart + 1);
            charts.Add(new PlacedChart(chart, part.Table, top, top + first, rowsOfChart, layout.Columns - SheetLayout.ChartColumns));
            if (place > 0 && before + ((first + rowsOfChart) * EmptyHeight) > page)
            {
                BreakAfter(top + first - 1, before + (first * EmptyHeight));
                before = -first * EmptyHeight;
            }
        }
    }

    // The next page begins with what was written below that height.
    private void BreakAfter(int last, double written)
    {
        breaks.Add(last);
        height -= written;
    }

    private double HeaderHeight(Table table) => table.Columns.Select((column, i) => layout.HeightOf(column.Header, CellRole.Header, i, 1)).Max();

    private void WriteTable(OpenXmlWriter writer, Table table)
    {
        row++;
        var first = row + 1;
        WriteRow(writer, HeaderHeight(table), table.Columns.Select((column, i) => cells.Words(column.Header, i, row, new(CellRole.Header))));
        if (table.Rows.Count == 0 && !sheet.IsData)
        {
            WriteLine(writer, new([new(table.WhenEmpty, CellRole.Empty, 0, table.Columns.Count)]));
        }

        foreach (var values in table.Rows)
        {
            if (values.Style == RowStyle.Group)
            {
                var words = table.Columns[0].Write(values.Cells[0].Value, report.Culture);
                WriteLine(writer, new([new(words, CellRole.Value, 0, table.Columns.Count, RowStyle.Group)]));
            }
            else
            {
                row++;
                WriteRow(writer, HeightOf(table, values), table.Columns.Select((column, i) => cells.Value(column, values.Cells[i].Value, new(CellRole.Value, values.Style), i, row)));
            }

            lastValue = values.Style == RowStyle.Total ? lastValue : row;
        }

        if (table.Rows.Count > 0)
        {
            codes.AddRange(table.Columns.Index().Where(one => one.Item.Kind == ColumnKind.Code).Select(one => $"{CellAddress.Of(first, one.Index)}:{CellAddress.Of(row, one.Index)}"));
        }
    }

    // A filter would tear headings from their rows, and sort a sum among them: no filter there, and none below the last value.
    private string? FilterRange() =>
        IsList && lastValue > header && sheet.Tables[0].Table.Rows.All(values => values.Style != RowStyle.Group)
            ? $"A{header}:{LastLetters}{lastValue}"
            : null;

    private void WriteLine(OpenXmlWriter writer, Line? line)
    {
        var written = new List<WrittenCell>();
        row++;
        foreach (var area in line?.Areas ?? [])
        {
            var first = cells.Words(area.Text, area.Column, row, new(area.Role, area.Row));
            written.Add(first);
            written.AddRange(Enumerable.Range(area.Column + 1, area.Columns - 1).Select(column => ExcelCells.Beside(first, column, row)));
            if (area.Columns > 1)
            {
                merged.Add($"{CellAddress.Letters(area.Column)}{row}:{CellAddress.Letters(area.Column + area.Columns - 1)}{row}");
            }
        }

        WriteRow(writer, HeightOf(line), written);
    }

    // The caller has moved on to the row: its cells, made while they are written, carry its number.
    private void WriteRow(OpenXmlWriter writer, double points, IEnumerable<WrittenCell> written)
    {
        height += points;
        // Not a custom height: a spreadsheet that can fit rows to their words may do so when someone edits them.
        writer.WriteStartElement(new WrittenRow { RowIndex = (uint)row, Height = points });
        foreach (var cell in written)
        {
            writer.WriteElement(cell);
        }

        writer.WriteEndElement();
    }

    private double HeightOf(Table table, Documents.Row values)
    {
        if (values.Style == RowStyle.Group)
        {
            return EmptyHeight;
        }

        var tallest = EmptyHeight;
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (values.Cells[i].Value is string text)
            {
                tallest = Math.Max(tallest, layout.HeightOf(text, CellRole.Value, i, 1));
            }
        }

        return tallest;
    }

    private double HeightOf(Line? line) =>
        line is null ? EmptyHeight : line.Areas.Max(area => layout.HeightOf(area.Text, area.Role, area.Column, area.Columns));

    private sealed record Line(IReadOnlyList<Area> Areas);

    private sealed record Area(string Text, CellRole Role, int Column, int Columns, RowStyle Row = RowStyle.Plain);
}
