using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace KeyProducts.Documents.Word;

/// <summary>What stands below the body: who signs, and beside or below it who gets a copy. A table holds it together.</summary>
internal static class WordEnd
{
    /// <summary>The end of a document.</summary>
    public static IEnumerable<OpenXmlElement> Of(OfficialDocument document)
    {
        var width = A4.TextWidth(document.IsLandscape);
        var copies = CopiesOf(document.Recipients);
        if (document.Signatures.Count == 0 && copies.Count == 0)
        {
            yield break;
        }

        yield return WordText.Empty(WordStyles.EndGapId);
        if (document.Signatures.Count <= 1)
        {
            yield return Frame(
                [width * OfficialStyles.CopiesShare, width * (1 - OfficialStyles.CopiesShare)],
                [copies.Count > 0 ? copies : [Empty()], document.Signatures.Count == 1 ? SignatureOf(document.Signatures[0], document.Signatures) : [Empty()]]);
            yield break;
        }

        var signed = Frame([.. document.Signatures.Select(_ => width / document.Signatures.Count)], [.. document.Signatures.Select(one => SignatureOf(one, document.Signatures))]);
        yield return signed;
        if (copies.Count > 0)
        {
            WordText.KeepWithNext(signed);
            yield return WordText.Empty(WordStyles.EndGapId);
            for (var i = 0; i < copies.Count; i++)
            {
                if (i < copies.Count - 1)
                {
                    WordText.KeepWithNext(copies[i]);
                }

                yield return copies[i];
            }
        }
    }

    private static W.Table Frame(IReadOnlyList<double> widths, IReadOnlyList<IReadOnlyList<W.Paragraph>> cells)
    {
        var table = WordTable.Of(WordStyles.FrameId, widths);
        table.Append(WordTable.Row(cells.Select((cell, i) => WordTable.Cell(widths[i], cell))));
        return table;
    }

    private static List<W.Paragraph> SignatureOf(Signature signature, IReadOnlyList<Signature> all)
    {
        var lines = OfficialStyles.AboveName(signature, all).Select(line => WordText.Paragraph(line.Style, line.Words)).ToList();
        lines.Add(WordText.Empty(WordStyles.SigningId));
        if (signature.Name is { } name)
        {
            lines.Add(WordText.Paragraph(OfficialStyles.Name, name));
        }

        return lines;
    }

    private static List<W.Paragraph> CopiesOf(IReadOnlyList<string> recipients) => recipients.Count == 0
        ? []
        : [WordText.Paragraph(OfficialStyles.CopiesTo, OfficialWords.CopiesTo), .. OfficialWords.Listed(recipients).Select(line => WordText.Paragraph(OfficialStyles.Copy, line))];

    private static W.Paragraph Empty() => WordText.Paragraph(OfficialStyles.Copy, "");
}
