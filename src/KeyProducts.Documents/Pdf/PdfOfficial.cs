namespace KeyProducts.Documents.Pdf;

/// <summary>Writes an official document as a PDF ready to be numbered, signed and sealed: A4 upright, laid out as Decree 30/2020/NĐ-CP asks.</summary>
public static class PdfOfficial
{
    /// <summary>
    /// Writes the file. The same document always gives the same bytes. Writing is synchronous: give it memory or a file,
    /// not the body of a web answer. <paramref name="output"/> stays open.
    /// </summary>
    public static void Write(OfficialDocument document, Stream output)
    {
        var title = document.Title is null ? document.Subject : $"{document.Title}: {document.Subject}";
        var pdf = new PdfDocument(title.ReplaceLineEndings(" "), "vi");
        Draw(pdf, document, pdf.Structure);
        pdf.Save(output);
    }

    /// <summary>Writes several into one file, each on pages of its own that are counted from one.</summary>
    /// <param name="title">What the window of a reader shows.</param>
    /// <param name="documents">At least one.</param>
    /// <param name="output">Memory or a file; it stays open.</param>
    public static void Write(string title, IReadOnlyList<OfficialDocument> documents, Stream output)
    {
        var pdf = new PdfDocument(title.ReplaceLineEndings(" "), "vi");
        foreach (var document in documents)
        {
            Draw(pdf, document, pdf.Structure.Add("Art"));
        }

        pdf.Save(output);
    }

    private static void Draw(PdfDocument pdf, OfficialDocument document, StructureElement structure)
    {
        var flow = new Flow(pdf, landscape: false, document.RunningHead);
        OfficialHead.Draw(flow, document, structure);
        var end = new OfficialEnd(flow, document.Signatures, document.Recipients);
        var body = new OfficialBody(flow, structure);
        for (var i = 0; i < document.Body.Count; i++)
        {
            body.Draw(document.Body[i], keepRoom: i == document.Body.Count - 1 ? end.Height : 0);
        }

        end.Draw(structure);
    }

    /// <summary>Writes lines in the middle of a column, from <paramref name="y"/> down, and returns where they end.</summary>
    internal static double Column(Flow flow, string text, TextStyle style, double left, double width, double y, StructureElement element)
    {
        var font = flow.Document.Font(style.Face);
        text = PlainText.Of(text);
        var lines = style.Alignment == Alignment.Centre
            ? LineBreaker.BreakEvenly(text, font, style.Size, width)
            : LineBreaker.Break(text, font, style.Size, width);
        flow.Page.Begin(element);
        foreach (var line in lines)
        {
            flow.Line(line, style, left, width, y + flow.Rise(style));
            y += style.LineHeight;
        }

        flow.Page.End();
        return y;
    }

    /// <summary>The height of those lines.</summary>
    internal static double HeightOf(Flow flow, string text, TextStyle style, double width) =>
        LineBreaker.Break(PlainText.Of(text), flow.Document.Font(style.Face), style.Size, width).Count * style.LineHeight;

    /// <summary>Draws a short line in the middle of a column.</summary>
    internal static void Rule(Flow flow, double left, double width, double length, double y)
    {
        var from = left + ((width - length) / 2);
        flow.Page.BeginArtifact();
        flow.Page.Lines([(from, y, from + length, y)], 0.7, Colour.Black);
        flow.Page.End();
    }
}
