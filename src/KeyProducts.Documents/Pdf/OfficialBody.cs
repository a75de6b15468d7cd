namespace KeyProducts.Documents.Pdf;

/// <summary>Draws the body of an official document or annex: paragraphs, lists, facts and tables.</summary>
internal sealed class OfficialBody(Flow flow, StructureElement structure)
{
    private static readonly Colour Pencil = new(0x8C, 0x8C, 0x8C);
    private readonly OfficialText text = new(flow);

    /// <summary>Draws the parts.</summary>
    /// <param name="blocks">The parts.</param>
    /// <param name="keepRoom">The height of what must not stand alone on the next page: the signature goes with the last words.</param>
    public void Draw(IReadOnlyList<Block> blocks, double keepRoom)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            Draw(blocks[i], i == blocks.Count - 1 ? keepRoom : blocks[i] is Heading ? HeightToBegin(blocks, i + 1, keepRoom) : 0);
        }
    }

    /// <summary>The height that the parts from one on need to begin.</summary>
    public double HeightToBegin(IReadOnlyList<Block> blocks, int at, double keepRoom)
    {
        return at == blocks.Count ? keepRoom : blocks[at] switch
        {
            Prose prose => text.HeightToBegin(OfficialStyles.Prose, prose.Text),
            Article article => text.HeightToBegin(OfficialStyles.Article, article.Text),
            Heading heading => text.HeightToBegin(OfficialStyles.Heading, heading.Text) + HeightToBegin(blocks, at + 1, keepRoom),
            Items { Texts.Count: > 0 } items => text.HeightToBegin(OfficialStyles.Item, items.Texts[0]),
            Facts { Lines.Count: > 0 } facts => HeightOf(facts.Lines[0], FactWidths.Of(facts.Lines, flow.Width, flow.Document)),
            Listed listed => OfficialStyles.Caption.Before + (2 * OfficialStyles.Caption.Text.LineHeight) + Drawn(listed.Table).HeightToBegin,
            FillIn form => OfficialStyles.TableGap + new OfficialForm(flow, form).HeightToBegin,
            SmallPrint small => text.HeightToBegin(OfficialStyles.SmallPrint, small.Text),
            WritingRoom room => HeightOf(room),
            _ => 0,
        };
    }

    private void Draw(Block block, double keepRoom)
    {
        switch (block)
        {
            case Prose prose:
                text.Draw(OfficialStyles.Prose, prose.Text, structure, keepRoom: keepRoom);
                break;
            case Article article:
                text.Draw(OfficialStyles.Article, new RichText([new Run(article.Label + " ", IsBold: true), .. article.Text.Runs]), structure, keepRoom: keepRoom);
                break;
            case Heading heading:
                text.Draw(OfficialStyles.Heading, heading.Text, structure, "H2", keepRoom: keepRoom);
                break;
            case Items items:
                DrawItems(items, keepRoom);
                break;
            case Facts facts:
                DrawFacts(facts.Lines, keepRoom);
                break;
            case Listed listed:
                DrawTable(listed.Table, keepRoom);
                break;
            case SmallPrint small:
                text.Draw(OfficialStyles.SmallPrint, small.Text, structure, keepRoom: keepRoom);
                break;
            case FillIn form:
                flow.Space(OfficialStyles.TableGap);
                new OfficialForm(flow, form).Draw(structure.Add("Table"), keepRoom);
                break;
            case WritingRoom room:
                DrawRoom(room, keepRoom);
                break;
            default:
                throw new ArgumentException($"An official document has no way to show {block.GetType().Name}.", nameof(block));
        }
    }

    private void DrawItems(Items items, double keepRoom)
    {
        var list = structure.Add("L");
        for (var i = 0; i < items.Texts.Count; i++)
        {
            text.Draw(OfficialStyles.Item, items.Texts[i], list.Add("LI"), "LBody", OfficialWords.MarkOf(items, i), i == items.Texts.Count - 1 ? keepRoom : 0);
        }
    }

    private double HeightOf(Fact fact, FactWidths columns) => Math.Max(
        text.HeightOf(OfficialStyles.Fact, OfficialWords.LabelOf(fact), columns.Label),
        text.HeightOf(OfficialStyles.Fact, fact.Value, columns.Value));

    private void DrawFacts(IReadOnlyList<Fact> facts, double keepRoom)
    {
        if (facts.Count == 0)
        {
            return;
        }

        var body = structure.Add("Table").Add("TBody");
        var columns = FactWidths.Of(facts, flow.Width, flow.Document);
        double left = Flow.Left + columns.Left, valueLeft = left + columns.Label + columns.Between;
        for (var i = 0; i < facts.Count; i++)
        {
            if (HeightOf(facts[i], columns) > flow.Height)
            {
                // On no page is there room for it beside its label.
                text.Draw(OfficialStyles.Prose, $"{OfficialWords.LabelOf(facts[i])} {facts[i].Value}", body.Add("TR").Add("TD"));
                continue;
            }

            flow.Need(Math.Min(HeightOf(facts[i], columns) + (i == facts.Count - 1 ? keepRoom : 0), flow.Height));
            var row = body.Add("TR");
            var top = flow.Y;
            flow.Y = Math.Max(
                text.Column(OfficialStyles.Fact, OfficialWords.LabelOf(facts[i]), left, columns.Label, top, row.Add("TH", "<< /O /Table /Scope /Row >>")),
                text.Column(OfficialStyles.Fact, facts[i].Value, valueLeft, columns.Value, top, row.Add("TD")));
        }
    }

    private double HeightOf(WritingRoom room) =>
        text.HeightOf(OfficialStyles.Room, room.Label, flow.Width) + (room.Lines * OfficialStyles.WritingLine);

    // Lines under each other, so far apart that a hand fits between; they stay together.
    private void DrawRoom(WritingRoom room, double keepRoom)
    {
        var style = OfficialStyles.Room;
        flow.Need(Math.Min(HeightOf(room) + keepRoom, Math.Max(HeightOf(room), flow.Height)));
        flow.Y = text.Column(style, room.Label, Flow.Left, flow.Width, flow.Y, structure.Add("P"));
        var font = flow.Document.Font(style.Text.Face);
        var last = LineBreaker.Break(PlainText.Of(room.Label), font, style.Text.Size, flow.Width)[^1];
        var baseline = flow.Y - style.Text.LineHeight + flow.Rise(style.Text) + 1;
        var from = Flow.Left + Math.Min(font.Measure(last, style.Text.Size) + 2, flow.Width);
        flow.Page.BeginArtifact();
        flow.Page.Lines(
            Enumerable.Range(0, room.Lines + 1).Select(line =>
                (line == 0 ? from : Flow.Left, baseline + (line * OfficialStyles.WritingLine), Flow.Left + flow.Width, baseline + (line * OfficialStyles.WritingLine))), 0.4, Pencil);
        flow.Page.End();
        flow.Y += room.Lines * OfficialStyles.WritingLine;
    }

    private PdfTable Drawn(Table table) => new(flow, table, TableLook.Vietnamese);

    private void DrawTable(Table table, double keepRoom)
    {
        var drawn = Drawn(table);
        if (table.Caption is { } caption)
        {
            text.Draw(OfficialStyles.Caption, caption, structure, "H3", keepRoom: drawn.HeightToBegin);
        }
        else
        {
            flow.Space(OfficialStyles.TableGap);
        }

        structure.Add(drawn.Element);
        drawn.Draw(keepRoom);
    }
}
