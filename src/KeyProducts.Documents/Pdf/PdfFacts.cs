namespace KeyProducts.Documents.Pdf;

/// <summary>Draws headline figures: what on the left, how much on the right, a thin line under each.</summary>
internal static class PdfFacts
{
    private const double Gap = 18, Between = 2.5;
    private static readonly Colour Hair = new(0xC8, 0xC8, 0xC8);
    private static readonly TextStyle Label = new(FontFace.Regular, 12), Value = new(FontFace.Bold, 12, Alignment.Right);

    /// <summary>Draws the figures in the middle of the page, as wide as they need.</summary>
    public static void Draw(Flow flow, IReadOnlyList<Fact> facts, StructureElement element)
    {
        PdfFont regular = flow.Document.Font(Label.Face), bold = flow.Document.Font(Value.Face);
        var body = element.Add("TBody");
        var words = facts.Select(fact => (Label: PlainText.Of(fact.Label), Value: PlainText.Of(fact.Value))).ToList();
        var valueWidth = Math.Min(words.Max(fact => Widest(fact.Value, bold)), flow.Width / 2) + 1;
        var labelWidth = Math.Min(words.Max(fact => Widest(fact.Label, regular)), flow.Width - valueWidth - Gap) + 1;
        var width = Math.Min(labelWidth + Gap + valueWidth, flow.Width);
        var left = Flow.Left + ((flow.Width - width) / 2);
        foreach (var fact in words)
        {
            var row = body.Add("TR");
            var labels = LineBreaker.Break(fact.Label, regular, Label.Size, labelWidth);
            var values = LineBreaker.Break(fact.Value, bold, Value.Size, valueWidth);
            var height = (Math.Max(labels.Count, values.Count) * Label.LineHeight) + (2 * Between);
            flow.Need(height);
            Write(flow, labels, Label, left, labelWidth, row.Add("TH", "<< /O /Table /Scope /Row >>"));
            Write(flow, values, Value, left + width - valueWidth, valueWidth, row.Add("TD"));
            flow.Y += height;
            flow.Page.BeginArtifact();
            flow.Page.Lines([(left, flow.Y, left + width, flow.Y)], 0.4, Hair);
            flow.Page.End();
        }
    }

    private static double Widest(string text, PdfFont font) =>
        text.Split('\n').Max(line => font.Measure(line, Label.Size));

    private static void Write(
        Flow flow, IReadOnlyList<string> lines, TextStyle style, double left, double width, StructureElement element)
    {
        flow.Page.Begin(element);
        for (var i = 0; i < lines.Count; i++)
        {
            flow.Line(lines[i], style, left, width, flow.Y + Between + (i * style.LineHeight) + flow.Rise(style));
        }

        flow.Page.End();
    }
}
