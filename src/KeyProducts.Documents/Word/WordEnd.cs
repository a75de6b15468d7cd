using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace KeyProducts.Documents.Word;

/// <summary>What stands below the body: who signs, and beside or below it who gets a copy. A table holds it together.</summary>
internal static class WordEnd
{
    /// <summary>The share of the width that those who get a copy have beside a single signature.</summary>
    private const double CopiesShare = 0.4;

    /// <summary>The end of a document.</summary>
    public static IEnumerable<OpenXmlElement> Of(OfficialDocument document)
    {
        var width = A4.TextWidth(document.IsLandscape);
        var copies = CopiesOf(document.Recipients);
        if (document.Signatures.Count == 0 && copies.Count == 0)
        {
            yield break;
        }

        yield return WordText.Gap();
        if (document.Signatures.Count <= 1)
        {
            yield return Frame(
                [width * CopiesShare, width * (1 - CopiesShare)],
                [copies.Count > 0 ? copies : [Empty()], document.Signatures.Count == 1 ? SignatureOf(document.Signatures[0]) : [Empty()]]);
            yield break;
        }

        var signed = Frame([.. document.Signatures.Select(_ => width / document.Signatures.Count)], [.. document.Signatures.Select(SignatureOf)]);
        yield return signed;
        if (copies.Count > 0)
        {
            WordText.KeepWithNext(signed);
            yield return WordText.Gap();
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

    private static List<W.Paragraph> SignatureOf(Signature signature)
    {
        var lines = new List<W.Paragraph>();
        if (signature.Dated is { } dated)
        {
            lines.Add(WordText.Paragraph(OfficialStyles.Dated, dated));
        }

        lines.AddRange(signature.Role.Select(line => WordText.Paragraph(OfficialStyles.Role, line)));
        if (signature.Hint is { } hint)
        {
            lines.Add(WordText.Paragraph(OfficialStyles.Hint, hint));
        }

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
