using DocumentFormat.OpenXml;
using KeyProducts.Documents.Pdf;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace KeyProducts.Documents.Word;

/// <summary>The parts of a body as paragraphs and tables.</summary>
/// <param name="width">The width of the text.</param>
/// <param name="styles">Takes note of the styles that cells need.</param>
/// <param name="ruler">Measures the words, so that columns are as wide as in the PDF.</param>
internal sealed class WordBody(double width, WordStyles styles, PdfDocument ruler)
{
    /// <summary>A part.</summary>
    public IEnumerable<OpenXmlElement> Of(Block block) => block switch
    {
        Prose prose => WordText.Paragraphs(OfficialStyles.Prose, prose.Text),
        Article article => WordText.Paragraphs(OfficialStyles.Article, article.Text, new Run(article.Label + " ", IsBold: true)),
        Heading heading => WordText.Paragraphs(OfficialStyles.Heading, heading.Text),
        Items items => items.Texts.SelectMany((text, i) => WordText.Paragraphs(OfficialStyles.Item, text, new Run(OfficialWords.MarkOf(items, i) + " "))),
        Facts { Lines.Count: > 0 } facts => [FactsOf(facts.Lines)],
        Facts => [],
        Listed listed => ListedOf(listed.Table),
        SmallPrint small => [WordText.Paragraph(OfficialStyles.SmallPrint, small.Text)],
        WritingRoom room => RoomOf(room),
        FillIn form => [WordText.Empty(WordStyles.TableGapId), FormOf(form)],
        _ => throw new ArgumentException($"An official document has no way to show {block.GetType().Name}.", nameof(block)),
    };

    private W.Table FactsOf(IReadOnlyList<Fact> facts)
    {
        var columns = FactWidths.Of(facts, width, ruler);
        var table = WordTable.Of(WordStyles.FactsId, [columns.Label + columns.Between, columns.Value], columns.Left);
        foreach (var fact in facts)
        {
            table.Append(WordTable.Row(
            [
                WordTable.Cell(columns.Label + columns.Between, [WordText.Paragraph(OfficialStyles.Fact, OfficialWords.LabelOf(fact))]),
                WordTable.Cell(columns.Value, [WordText.Paragraph(OfficialStyles.Fact, fact.Value)]),
            ]));
        }

        return table;
    }

    private IEnumerable<OpenXmlElement> ListedOf(Table table)
    {
        yield return table.Caption is { } caption ? WordText.Paragraph(OfficialStyles.Caption, caption) : WordText.Empty(WordStyles.TableGapId);

        var columns = ColumnWidths.Of(table, TableLook.Vietnamese, width, ruler);
        var made = WordTable.Of(WordStyles.GridId, columns.Widths);
        made.Append(WordTable.Row(
            table.Columns.Select((column, i) => Cell(ColumnWidths.WithUnitWhole(column.Header), TableLook.Header(columns.Size), columns.Widths[i], TableLook.Head, isMiddle: true)),
            isHeader: true));
        made.Append(table.Rows.Select(row => WordTable.Row(CellsOf(table, row, columns))));
        if (table.Rows.Count == 0)
        {
            made.Append(WordTable.Row([Cell(table.WhenEmpty, TableLook.Empty(columns.Size), width, null, table.Columns.Count)]));
        }

        yield return WordTable.KeepTogether(made, [.. table.Rows.Select(row => row.Style)]);
    }

    private IEnumerable<W.TableCell> CellsOf(Table table, Row row, ColumnWidths columns)
    {
        var ground = TableLook.Ground(row.Style);
        return row.Style == RowStyle.Group
            ? [Cell(table.Columns[0].Write(row.Cells[0].Value, TableLook.Vietnamese), TableLook.Heading(columns.Size), width, ground, table.Columns.Count)]
            : table.Columns.Select((column, i) =>
                Cell(column.Write(row.Cells[i].Value, TableLook.Vietnamese), TableLook.Cell(column, row.Style, columns.Size), columns.Widths[i], ground));
    }

    private W.TableCell Cell(string text, TextStyle style, double cellWidth, Colour? ground, int span = 1, bool isMiddle = false) =>
        WordTable.Cell(cellWidth, [WordText.Paragraph(styles.Cell(style), text)], ground, span, isMiddle);

    private W.Table FormOf(FillIn form)
    {
        var widths = TableLook.WidthsOf(form, width);
        var table = WordTable.Of(WordStyles.GridId, widths);
        table.Append(WordTable.Row(
            form.Columns.Select((column, i) => WordTable.Cell(widths[i], [WordText.Paragraph(OfficialStyles.FormHead, column.Header)], TableLook.Head, isMiddle: true)),
            isHeader: true));
        table.Append(form.Rows.Select(row => WordTable.Row(
            row.Cells.Select((cell, i) => FormCell(cell, row.Style, form.Columns[i], widths[i])),
            row.Style == RowStyle.Group ? 0 : TableLook.ToWrite)));
        return WordTable.KeepTogether(table, [.. form.Rows.Select(row => row.Style)]);
    }

    private W.TableCell FormCell(FillCell cell, RowStyle style, FillColumn column, double cellWidth)
    {
        var face = style == RowStyle.Plain ? FontFace.Regular : FontFace.Bold;
        var content = new List<OpenXmlElement> { WordText.Paragraph(styles.FormCell(face, column.IsCentred ? Alignment.Centre : Alignment.Left), cell.Text) };
        if (cell.Note is { Length: > 0 } note)
        {
            content.Add(WordText.Paragraph(OfficialStyles.FormNote, note));
        }

        return WordTable.Cell(cellWidth, content, TableLook.Ground(style), isMiddle: style != RowStyle.Plain || column.IsCentred);
    }

    // Lines to write on are leaders of a tab that goes to the right edge.
    private IEnumerable<W.Paragraph> RoomOf(WritingRoom room) =>
        Enumerable.Range(0, room.Lines + 1).Select(line =>
        {
            var paragraph = WordText.Paragraph(OfficialStyles.Room, line == 0 ? room.Label : "");
            paragraph.ParagraphProperties!.Tabs = new W.Tabs(
                new W.TabStop { Val = W.TabStopValues.Right, Leader = W.TabStopLeaderCharValues.Dot, Position = WordText.WholeTwips(width) });
            if (line > 0)
            {
                paragraph.ParagraphProperties.SpacingBetweenLines = new W.SpacingBetweenLines { Before = WordText.Twips(OfficialStyles.WritingLine - OfficialStyles.Room.Text.LineHeight) };
            }

            paragraph.ParagraphProperties.KeepNext = line < room.Lines ? new W.KeepNext() : null;
            paragraph.Append(new W.Run(new W.TabChar()));
            return paragraph;
        });
}
