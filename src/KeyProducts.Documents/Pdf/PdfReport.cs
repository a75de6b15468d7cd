namespace KeyProducts.Documents.Pdf;

/// <summary>Writes a report as a PDF to be printed or sent: A4, fonts embedded, tagged for screen readers.</summary>
public static class PdfReport
{
    private static readonly TextStyle
        Title = new(FontFace.Bold, 14, Alignment.Centre),
        Line = new(FontFace.Italic, 12, Alignment.Centre),
        Caption = new(FontFace.Bold, 12),
        Note = new(FontFace.Italic, 10.5);

    /// <summary>
    /// Writes the file. The same report always gives the same bytes. Writing is synchronous: give it memory or a file,
    /// not the body of a web answer. <paramref name="output"/> stays open.
    /// </summary>
    public static void Write(Report report, Stream output)
    {
        var document = new PdfDocument(report.Title, report.Language);
        var flow = new Flow(document, report.Landscape, source: report.Source?.Words);
        var structure = document.Structure;
        document.Bookmark(report.Title, 1, flow.Page, flow.Y);
        flow.Paragraph(report.Title, Title, structure.Add("H1"));
        foreach (var line in report.Lines)
        {
            flow.Space(2);
            flow.Paragraph(line, Line, structure.Add("P"));
        }

        if (report.Facts.Count > 0)
        {
            flow.Space(12);
            PdfFacts.Draw(flow, report.Facts, structure.Add("Table"));
        }

        foreach (var table in report.Tables)
        {
            flow.Space(14);
            var drawn = new PdfTable(flow, table, report.Culture);
            if (table.Caption is { } caption)
            {
                flow.Need(drawn.HeightToBegin + (3 * Caption.LineHeight));
                document.Bookmark(caption, 2, flow.Page, flow.Y);
                flow.Paragraph(caption, Caption, structure.Add("H2"));
                flow.Space(4);
            }

            structure.Add(drawn.Element);
            drawn.Draw();
        }

        flow.Space(10);
        foreach (var note in report.Notes)
        {
            flow.Paragraph(note, Note, structure.Add("P"));
            flow.Space(2);
        }

        if (report.Source?.Words is { } source)
        {
            flow.Paragraph(source, Note, structure.Add("P"));
        }

        if (report.Signatures.Count > 0)
        {
            new OfficialEnd(flow, report.Signatures, []).Draw(structure);
        }

        document.Save(output);
    }
}
