using DocumentFormat.OpenXml;
using KeyProducts.Documents.Pdf;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace KeyProducts.Documents.Word;

/// <summary>What stands above the body: agency and number beside the country's name, place and date; title, addressees, bases below.</summary>
internal static class WordHead
{
    /// <summary>The head of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="ruler">Measures the words, so that columns are as wide as in the PDF.</param>
    public static IEnumerable<OpenXmlElement> Of(OfficialDocument document, PdfDocument ruler)
    {
        var width = A4.TextWidth(document.IsLandscape);
        yield return Letterhead(document, ruler, width);
        if (document.Title is { } title)
        {
            yield return WordText.Heading(OfficialStyles.Title, title, width, ruler);
            yield return WordText.Heading(OfficialStyles.Subject, document.Subject, width, ruler);
            yield return WordText.Rule(width, width * OfficialStyles.TitleRule);
        }

        foreach (var paragraph in Addressees(document, width, ruler).Concat(Bases(document)))
        {
            yield return paragraph;
        }
    }

    private static W.Table Letterhead(OfficialDocument document, PdfDocument ruler, double width)
    {
        var columns = LetterheadWidths.Of(width, ruler);
        var head = document.Head;
        var agency = new List<OpenXmlElement>();
        if (head.Superior is { } superior)
        {
            agency.Add(WordText.Heading(OfficialStyles.Superior, superior, columns.Left, ruler));
        }

        agency.Add(WordText.Heading(OfficialStyles.Issuer, head.Issuer, columns.Left, ruler));
        agency.Add(WordText.Rule(columns.Left, columns.AgencyRule));
        List<OpenXmlElement> country =
        [
            WordText.Paragraph(OfficialStyles.Country, OfficialWords.Country),
            WordText.Paragraph(OfficialStyles.Motto, OfficialWords.Motto),
            WordText.Rule(columns.Right, columns.MottoRule),
        ];
        List<OpenXmlElement> number = [WordText.Paragraph(head.Code is null ? OfficialStyles.Number : OfficialStyles.Code, OfficialWords.NumberOf(document))];
        if (OfficialWords.AboutOf(document) is { } about)
        {
            number.Add(WordText.Heading(OfficialStyles.About, about, columns.Left, ruler));
        }

        var table = WordTable.Of(WordStyles.FrameId, [columns.Left, columns.Between, columns.Right]);
        table.Append(
            Row(agency, country),
            Row(number, [WordText.Paragraph(OfficialStyles.Day, OfficialWords.DayOf(document) ?? "")]));
        return table;

        // The right column begins where the left one's margin ends, so that no name of an agency touches the country's.
        W.TableRow Row(IEnumerable<OpenXmlElement> left, IEnumerable<OpenXmlElement> right) => WordTable.Row(
        [
            WordTable.Cell(columns.Left, left),
            WordTable.Cell(columns.Between, [WordText.Paragraph(OfficialStyles.Copy, "")]),
            WordTable.Cell(columns.Right, right),
        ]);
    }

    private static IEnumerable<W.Paragraph> Addressees(OfficialDocument document, double width, PdfDocument ruler)
    {
        if (OfficialWords.AddresseeOf(document) is { } only)
        {
            return [WordText.Heading(OfficialStyles.Addressee, only, width, ruler)];
        }

        var lines = OfficialWords.AddresseesOf(document);
        return lines.Count == 0
            ? []
            : lines.Select(line => WordText.Paragraph(OfficialStyles.AddresseeLine, line)).Prepend(WordText.Paragraph(OfficialStyles.AddressedTo, OfficialWords.AddressedTo));
    }

    private static IEnumerable<W.Paragraph> Bases(OfficialDocument document)
    {
        if (document.Authority is { } authority)
        {
            yield return WordText.Paragraph(OfficialStyles.Authority, authority);
        }

        foreach (var paragraph in OfficialWords.BasesOf(document).SelectMany(basis => WordText.Paragraphs(OfficialStyles.Basis, basis)))
        {
            yield return paragraph;
        }

        if (document.Enacting is { } enacting)
        {
            yield return WordText.Paragraph(OfficialStyles.Enacting, enacting);
        }
    }
}
