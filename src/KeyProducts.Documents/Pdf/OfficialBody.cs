using System.Globalization;

namespace KeyProducts.Documents.Pdf;

/// <summary>Draws the body of an official document: justified paragraphs whose first line is indented, lists, facts and tables.</summary>
internal sealed class OfficialBody(Flow flow, StructureElement structure)
{
    private const double Indent = 28.35; // One centimetre.
    private const double Between = 6, Gap = 10, Spread = 9;
    private static readonly Colour Pencil = new(0x8C, 0x8C, 0x8C);
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private static readonly TextStyle
        Text = new(FontFace.Regular, 13),
        Strong = new(FontFace.Bold, 13),
        Small = new(FontFace.Italic, 11),
        Caption = new(FontFace.Bold, 12);

    /// <summary>Draws a part.</summary>
    /// <param name="block">The part.</param>
    /// <param name="keepRoom">The height of what must not stand alone on the next page: the signature goes with the last words.</param>
    public void Draw(Block block, double keepRoom)
    {
        switch (block)
        {
            case Prose prose:
                DrawProse(prose.Text.Plain, "", Text, structure.Add("P"), keepRoom);
                break;
            case Article article:
                DrawProse(article.Text.Plain, article.Label + " ", Text, structure.Add("P"), keepRoom);
                break;
            case Heading heading:
                flow.Need(4 * Strong.LineHeight);
                DrawProse(heading.Text, "", Strong, structure.Add("H2"), keepRoom);
                break;
            case Items items:
                DrawItems(items, keepRoom);
                break;
            case Facts facts:
                DrawFacts(facts.Lines, keepRoom);
                break;
            case Listed listed:
                DrawTable(listed.Table);
                break;
            case SmallPrint small:
                flow.Paragraph(small.Text, Small, structure.Add("P"));
                break;
            case FillIn form:
                new OfficialForm(flow, form).Draw(structure.Add("Table"));
                break;
            case WritingRoom room:
                DrawRoom(room, keepRoom);
                break;
            default:
                throw new ArgumentException($"An official document has no way to show {block.GetType().Name}.", nameof(block));
        }

        flow.Space(Between);
    }

    private void DrawItems(Items items, double keepRoom)
    {
        var list = structure.Add("L");
        for (var i = 0; i < items.Texts.Count; i++)
        {
            flow.Space(i == 0 ? 0 : Between / 2);
            var mark = items.IsNumbered ? string.Create(CultureInfo.InvariantCulture, $"{i + 1}. ") : "- ";
            var item = list.Add("LI");
            DrawProse(items.Texts[i].Plain, mark, Text, item, i == items.Texts.Count - 1 ? keepRoom : 0);
        }
    }

    // Each line break in the text begins a paragraph of its own.
    private void DrawProse(string text, string mark, TextStyle style, StructureElement element, double keepRoom)
    {
        var font = flow.Document.Font(style.Face);
        var paragraphs = PlainText.Of(text).Split('\n');
        for (var i = 0; i < paragraphs.Length; i++)
        {
            var label = i == 0 ? mark : "";
            var indent = Indent + font.Measure(label, style.Size);
            var lines = LineBreaker.Break(paragraphs[i], font, style.Size, flow.Width, indent);
            var body = mark.Length == 0 ? element : element.Add("LBody");
            DrawLines(lines, style, indent, Breaks(lines.Count, style, i == paragraphs.Length - 1 ? keepRoom : 0), body, () =>
            {
                if (label.Length > 0)
                {
                    flow.Page.Begin(element.Add("Lbl"));
                    flow.Line(label.TrimEnd(), style, Flow.Left + Indent, flow.Width, flow.Y + flow.Rise(style));
                    flow.Page.End();
                }
            });
        }
    }

    // After how many lines the page has to be turned: no paragraph leaves one line alone, and the last lines go with what must not stand alone.
    private int Breaks(int count, TextStyle style, double keepRoom)
    {
        var fitting = (int)((flow.Room + 0.01) / style.LineHeight);
        if (fitting >= count)
        {
            var isKept = (count * style.LineHeight) + Between + keepRoom <= flow.Room || keepRoom > flow.Height / 2;
            return isKept ? count : count > 3 ? count - 2 : 0;
        }

        return fitting < 2 || (count <= 3 && fitting < count) ? 0 : Math.Min(fitting, count - 2);
    }

    private void DrawLines(IReadOnlyList<string> lines, TextStyle style, double indent, int until, StructureElement element, Action drawMark)
    {
        if (until == 0 && !flow.AtTop)
        {
            flow.NewPage();
        }

        drawMark();
        flow.Page.Begin(element);
        for (var i = 0; i < lines.Count; i++)
        {
            if ((i == until && i > 0) || style.LineHeight > flow.Room + 0.01)
            {
                flow.Page.End();
                flow.NewPage().Begin(element);
            }

            Justify(lines[i], style, i == 0 ? indent : 0, isLast: i == lines.Count - 1);
            flow.Y += style.LineHeight;
        }

        flow.Page.End();
    }

    private void Justify(string line, TextStyle style, double indent, bool isLast)
    {
        if (line.Length == 0)
        {
            return;
        }

        var free = flow.Width - indent - flow.Document.Font(style.Face).Measure(line, style.Size);
        var spaces = line.Count(letter => letter == ' ');
        // A line broken within a long word may have few spaces; they are not torn apart.
        var spread = isLast || spaces == 0 || free / spaces > Spread ? 0 : free / spaces;
        flow.Page.Text(style.Face, style.Size, Flow.Left + indent, flow.Y + flow.Rise(style), line, spread);
    }

    private void DrawFacts(IReadOnlyList<Fact> facts, double keepRoom)
    {
        var body = structure.Add("Table").Add("TBody");
        var font = flow.Document.Font(Text.Face);
        var labels = facts.Select(fact => PlainText.Of(fact.Label) + ":").ToList();
        var labelWidth = Math.Min(labels.Select(label => font.Measure(label, Text.Size)).DefaultIfEmpty().Max() + 1, (flow.Width - Indent) * 0.45);
        double left = Flow.Left + Indent, valueLeft = left + labelWidth + Gap, valueWidth = Flow.Left + flow.Width - valueLeft;
        for (var i = 0; i < facts.Count; i++)
        {
            var height = Math.Max(PdfOfficial.HeightOf(flow, labels[i], Text, labelWidth), PdfOfficial.HeightOf(flow, facts[i].Value, Text, valueWidth));
            flow.Need(Math.Min(height + (i == facts.Count - 1 ? Between + keepRoom : 0), flow.Height));
            var row = body.Add("TR");
            var top = flow.Y;
            flow.Y = Math.Max(
                PdfOfficial.Column(flow, labels[i], Text, left, labelWidth, top, row.Add("TH", "<< /O /Table /Scope /Row >>")),
                PdfOfficial.Column(flow, facts[i].Value, Text, valueLeft, valueWidth, top, row.Add("TD"))) + (Between / 2);
        }
    }

    // Dotted lines under each other, so far apart that a hand fits between; they stay together.
    private void DrawRoom(WritingRoom room, double keepRoom)
    {
        const double Apart = 21;
        var label = PdfOfficial.HeightOf(flow, room.Label, Text, flow.Width);
        var height = label + (room.Lines * Apart);
        flow.Need(Math.Min(height + Between + keepRoom, Math.Max(height, flow.Height)));
        flow.Y = PdfOfficial.Column(flow, room.Label, Text, Flow.Left, flow.Width, flow.Y, structure.Add("P"));
        var baseline = flow.Y - label + flow.Rise(Text) + 1;
        var from = Flow.Left + Math.Min(flow.Document.Font(Text.Face).Measure(PlainText.Of(room.Label), Text.Size) + 4, flow.Width);
        flow.Page.BeginArtifact();
        flow.Page.Lines(
            Enumerable.Range(0, room.Lines + 1).Select(line => (line == 0 ? from : Flow.Left, baseline + (line * Apart), Flow.Left + flow.Width, baseline + (line * Apart))), 0.4, Pencil);
        flow.Page.End();
        flow.Y += room.Lines * Apart;
    }

    private void DrawTable(Table table)
    {
        var drawn = new PdfTable(flow, table, Vietnamese);
        if (table.Caption is { } caption)
        {
            flow.Need(drawn.HeightToBegin + (3 * Caption.LineHeight));
            flow.Paragraph(caption, Caption, structure.Add("H2"));
            flow.Space(4);
        }

        structure.Add(drawn.Element);
        drawn.Draw();
        flow.Space(Between);
    }
}
