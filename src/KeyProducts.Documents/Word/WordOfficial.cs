using DocumentFormat.OpenXml;
using KeyProducts.Documents.Pdf;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace KeyProducts.Documents.Word;

/// <summary>
/// Writes an official document as a Word file to be edited: real styles, tables whose header is repeated, page numbers that count
/// themselves. It says what the PDF of the same document says, in the same order.
/// </summary>
public static class WordOfficial
{
    /// <summary>
    /// Writes the file. The same document always gives the same bytes. Writing is synchronous: give it memory or a file,
    /// not the body of a web answer. <paramref name="output"/> stays open.
    /// </summary>
    public static void Write(OfficialDocument document, Stream output) => Write(OfficialWords.NameOf(document), [document], output);

    /// <summary>Writes several into one file, each on pages of its own that are counted from one.</summary>
    /// <param name="title">What the file is called in its properties.</param>
    /// <param name="documents">At least one.</param>
    /// <param name="output">Memory or a file; it stays open.</param>
    public static void Write(string title, IReadOnlyList<OfficialDocument> documents, Stream output)
    {
        using var file = new WordFile(output);
        var styles = new WordStyles();
        var sections = new WordSections(file);
        var ruler = new PdfDocument(title, "vi");
        foreach (var document in documents)
        {
            sections.Add(MainPart(document, styles, ruler), document, document.IsLandscape);
            foreach (var annex in document.Annexes)
            {
                sections.Add(AnnexPart(annex, styles, ruler), document, annex.IsLandscape);
            }
        }

        file.Add("styles", styles.Save());
        file.Add("settings", Settings());
        file.Finish(sections.Save(), OfficialWords.OneLine(title), documents[0].Head.Issuer);
    }

    private static List<OpenXmlElement> MainPart(OfficialDocument document, WordStyles styles, PdfDocument ruler)
    {
        var body = new WordBody(A4.TextWidth(document.IsLandscape), styles, ruler);
        List<OpenXmlElement> parts = [.. WordHead.Of(document, ruler), .. document.Body.SelectMany(body.Of)];
        var end = WordEnd.Of(document).ToList();
        if (end.Count > 0)
        {
            // The signature never stands alone on a page: the last words go with it.
            WordText.KeepWithNext(parts[^1] is W.Table table ? table.Elements<W.TableRow>().Last() : parts[^1]);
        }

        return Parted([.. parts, .. end]);
    }

    private static List<OpenXmlElement> AnnexPart(Annex annex, WordStyles styles, PdfDocument ruler)
    {
        var width = A4.TextWidth(annex.IsLandscape);
        var body = new WordBody(width, styles, ruler);
        List<OpenXmlElement> title = [WordText.Heading(OfficialStyles.AnnexName, annex.Name, width, ruler), WordText.Heading(OfficialStyles.AnnexTitle, annex.Title, width, ruler)];
        if (annex.Reference is { } reference)
        {
            title.Add(WordText.Heading(OfficialStyles.Reference, reference, width, ruler));
        }

        return Parted([.. title, WordText.Rule(width, width * OfficialStyles.TitleRule), .. annex.Body.SelectMany(body.Of)]);
    }

    // Word joins two tables that stand one right below the other.
    private static List<OpenXmlElement> Parted(IReadOnlyList<OpenXmlElement> parts) =>
        [.. parts.SelectMany((part, i) => part is W.Table && i > 0 && parts[i - 1] is W.Table ? new[] { WordText.Empty(WordStyles.TableGapId), part } : [part])];

    private static W.Settings Settings() => new(
        new W.DefaultTabStop { Val = 567 },
        new W.CharacterSpacingControl { Val = W.CharacterSpacingValues.DoNotCompress },
        new W.Compatibility(new W.CompatibilitySetting { Name = W.CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
        new W.ThemeFontLanguages { Val = "vi-VN" },
        new W.DecimalSymbol { Val = "," },
        new W.ListSeparator { Val = ";" });
}
