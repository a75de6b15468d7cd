using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>Writes one sheet from top to bottom, row after row, so that long lists need little memory.</summary>
internal sealed class ExcelSheet(Report report, Table? table, bool withFacts, ExcelStyles styles, SharedStrings strings)
{
    private const double EmptyHeight = 17;

    private readonly ExcelCells cells = new(styles, strings, report.Culture);
    private readonly SheetLayout layout = SheetLayout.Of(report, table);
    private readonly List<string> merged = [];
    private int row;
    private int header;
    private int lastValue;

    /// <summary>Writes the sheet into its part.</summary>
    public void Write(WorksheetPart part)
    {
        var above = Above();
        header = table is null ? 0 : above.Count + 1;
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(View(above.Sum(HeightOf))));
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
        if (table is not null)
        {
            WriteTable(writer, table);
        }

        WriteLine(writer, null);
        foreach (var note in report.Source is { } source ? [.. report.Notes, source.Words] : report.Notes)
        {
            WriteLine(writer, new([new(note, CellRole.Note, 0, layout.Columns)]));
        }

        writer.WriteEndElement();
        if (FilterRange() is { } range)
        {
            writer.WriteElement(new AutoFilter { Reference = range });
        }

        if (merged.Count > 0)
        {
            writer.WriteElement(new MergeCells(merged.Select(area => new MergeCell { Reference = area })) { Count = (uint)merged.Count });
        }

        writer.WriteElement(new PrintOptions { HorizontalCentered = true });
        writer.WriteElement(new PageMargins { Left = 0.98, Right = 0.59, Top = 0.79, Bottom = 0.79, Header = 0.4, Footer = 0.4 });
        writer.WriteElement(new PageSetup
        {
            PaperSize = 9, // A4
            Orientation = report.Landscape ? OrientationValues.Landscape : OrientationValues.Portrait,
            FitToWidth = 1,
            FitToHeight = 0,
        });
        writer.WriteElement(new HeaderFooter(new OddHeader("&C&P"), new OddFooter(Foot()), new FirstHeader(""), new FirstFooter(Foot())) { DifferentFirst = true });
        writer.WriteEndElement();
    }

    // "&" begins a command there, and a foot has at most 255 letters.
    private string Foot() => report.Source?.Words is { } source ? "&L&8 " + source[..Math.Min(source.Length, 120)].Replace("&", "&&", StringComparison.Ordinal) : "";

    /// <summary>The row of the first value, once the sheet is written.</summary>
    public int FirstRow => header + 1;

    /// <summary>What the workbook has to know of the sheet: the row to repeat on each printed page, and the filter's range.</summary>
    public IEnumerable<DefinedName> DefinedNames(string sheet, uint index)
    {
        var quoted = SheetNames.Reference(sheet);
        if (FilterRange() is not null)
        {
            yield return new DefinedName($"{quoted}$A${header}:${CellAddress.Letters(layout.Columns - 1)}${lastValue}")
            {
                Name = "_xlnm._FilterDatabase",
                LocalSheetId = index,
                Hidden = true,
            };
        }

        if (header > 0)
        {
            yield return new DefinedName($"{quoted}${header}:${header}") { Name = "_xlnm.Print_Titles", LocalSheetId = index };
        }
    }

    // What stands above the table; null is an empty row.
    private List<Line?> Above()
    {
        var lines = new List<Line?> { new([new(report.Title, CellRole.Title, 0, layout.Columns)]) };
        lines.AddRange(report.Lines.Select(line => new Line([new(line, CellRole.Line, 0, layout.Columns)])));
        if (withFacts && report.Facts.Count > 0)
        {
            lines.Add(null);
            lines.AddRange(report.Facts.Select(fact => layout.Columns == 1
                ? new Line([new($"{fact.Label}: {fact.Value}", CellRole.FactLabel, 0, 1)])
                : new Line([
                    new(fact.Label, CellRole.FactLabel, 0, layout.LabelColumns),
                    new(fact.Value, CellRole.FactValue, layout.LabelColumns, ValueColumns(fact.Value))])));
        }

        if (table is not null)
        {
            lines.Add(null);
            if (table.Caption is { } caption)
            {
                lines.Add(new([new(caption, CellRole.Caption, 0, layout.Columns)]));
            }
        }

        return lines;
    }

    // Figures stand beside their labels, not at the far edge of a wide sheet.
    private int ValueColumns(string value)
    {
        var longest = report.Facts.Max(fact => fact.Value.Length) * 1.15;
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
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = false };
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

    private void WriteTable(OpenXmlWriter writer, Table written)
    {
        row++;
        var height = written.Columns.Select((column, i) => layout.HeightOf(column.Header, CellRole.Header, i, 1)).Max();
        WriteRow(writer, height, written.Columns.Select((column, i) => cells.Words(column.Header, i, row, new(CellRole.Header))));
        if (written.Rows.Count == 0)
        {
            WriteLine(writer, new([new(written.WhenEmpty, CellRole.Empty, 0, layout.Columns)]));
        }

        foreach (var values in written.Rows)
        {
            if (values.Style == RowStyle.Group)
            {
                var words = written.Columns[0].Write(values.Cells[0].Value, report.Culture);
                WriteLine(writer, new([new(words, CellRole.Value, 0, layout.Columns, RowStyle.Group)]));
            }
            else
            {
                row++;
                WriteRow(writer, HeightOf(written, values), written.Columns.Select((column, i) => cells.Value(column, values.Cells[i].Value, new(CellRole.Value, values.Style), i, row)));
            }

            lastValue = values.Style == RowStyle.Total ? lastValue : row;
        }
    }

    // A filter would tear headings from their rows, and sort a sum among them: no filter there, and none below the last value.
    private string? FilterRange() =>
        table is not null && lastValue > header && table.Rows.All(values => values.Style != RowStyle.Group)
            ? $"A{header}:{CellAddress.Letters(layout.Columns - 1)}{lastValue}"
            : null;

    private void WriteLine(OpenXmlWriter writer, Line? line)
    {
        var written = new List<DocumentFormat.OpenXml.Spreadsheet.Cell>();
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
    private void WriteRow(OpenXmlWriter writer, double height, IEnumerable<DocumentFormat.OpenXml.Spreadsheet.Cell> written)
    {
        // Not a custom height: a spreadsheet that can fit rows to their words may do so when someone edits them.
        writer.WriteStartElement(new DocumentFormat.OpenXml.Spreadsheet.Row { RowIndex = (uint)row, Height = height });
        foreach (var cell in written)
        {
            writer.WriteElement(cell);
        }

        writer.WriteEndElement();
    }

    private double HeightOf(Table written, Documents.Row values)
    {
        var tallest = EmptyHeight;
        for (var i = 0; i < written.Columns.Count; i++)
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
