namespace KeyProducts.Documents.Pdf;

/// <summary>Writes an official document as a PDF ready to be numbered, signed and sealed, laid out as Decree 30/2020/NĐ-CP asks.</summary>
public static class PdfOfficial
{
    /// <summary>
    /// Writes the file. The same document always gives the same bytes. Writing is synchronous: give it memory or a file,
    /// not the body of a web answer. <paramref name="output"/> stays open.
    /// </summary>
    public static void Write(OfficialDocument document, Stream output)
    {
        var pdf = new PdfDocument(OfficialWords.NameOf(document), "vi") { Author = document.Head.Issuer, Subject = document.Subject };
        Draw(pdf, document, pdf.Structure);
        pdf.Save(output);
    }

    /// <summary>Writes several into one file, each on pages of its own that are counted from one.</summary>
    /// <param name="title">What the window of a reader shows.</param>
    /// <param name="documents">At least one.</param>
    /// <param name="output">Memory or a file; it stays open.</param>
    public static void Write(string title, IReadOnlyList<OfficialDocument> documents, Stream output)
    {
        var pdf = new PdfDocument(OfficialWords.OneLine(title), "vi") { Author = documents[0].Head.Issuer };
        foreach (var document in documents)
        {
            Draw(pdf, document, pdf.Structure.Add("Art"));
        }

        pdf.Save(output);
    }

    private static void Draw(PdfDocument pdf, OfficialDocument document, StructureElement structure)
    {
        var flow = new Flow(pdf, document.IsLandscape, document.RunningHead, document.Source);
        var end = new OfficialEnd(flow, document.Signatures, document.Recipients);
        var body = new OfficialBody(flow, structure);
        new OfficialHead(flow, document, structure).Draw(body.HeightToBegin(document.Body, 0, end.Height));
        body.Draw(document.Body, end.Height);
        end.Draw(structure);
        foreach (var annex in document.Annexes)
        {
            Draw(pdf, document, annex, structure.Add("Sect"));
        }
    }

    private static void Draw(PdfDocument pdf, OfficialDocument document, Annex annex, StructureElement structure)
    {
        var flow = new Flow(pdf, annex.IsLandscape, document.RunningHead, document.Source);
        var body = new OfficialBody(flow, structure);
        new OfficialHead(flow, document, structure).Draw(annex, body.HeightToBegin(annex.Body, 0, keepRoom: 0));
        body.Draw(annex.Body, keepRoom: 0);
    }
}
