using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace KeyProducts.Documents.Word;

/// <summary>
/// The sections of a file: what begins on a page of its own and counts its pages from 1. The number stands in the upper margin of each
/// page but the first; the source at the foot of all.
/// </summary>
internal sealed class WordSections(WordFile file)
{
    private readonly Dictionary<(string Words, bool IsLandscape), string> heads = [];
    private readonly Dictionary<string, string> feet = [];
    private readonly W.Body body = new();
    private W.SectionProperties? last;

    /// <summary>Adds a section with its content.</summary>
    public void Add(IEnumerable<OpenXmlElement> content, OfficialDocument document, bool isLandscape)
    {
        End();
        body.Append(content);
        last = Properties(document, isLandscape);
    }

    /// <summary>The whole of it.</summary>
    public W.Document Save()
    {
        // A table cannot be the last of a document: the paragraph of the section's end stands below it here as well.
        body.Append(WordText.Empty(WordStyles.EndId), last!);
        return new W.Document(body);
    }

    private void End()
    {
        if (last is not null)
        {
            var end = WordText.Empty(WordStyles.EndId);
            end.ParagraphProperties!.SectionProperties = last;
            body.Append(end);
        }
    }

    private W.SectionProperties Properties(OfficialDocument document, bool isLandscape)
    {
        var (width, height) = A4.Sheet(isLandscape);
        var properties = new W.SectionProperties(
            new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = HeadOf(document.RunningHead ?? "", isLandscape) });
        if (document.Source is not null || feet.Count > 0)
        {
            // A section without a foot of its own would have that of the one before it.
            var foot = FootOf(document.Source ?? "");
            properties.Append(
                new W.FooterReference { Type = W.HeaderFooterValues.First, Id = foot },
                new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = foot });
        }

        var size = new W.PageSize { Width = (uint)WordText.WholeTwips(width), Height = (uint)WordText.WholeTwips(height) };
        if (isLandscape)
        {
            size.Orient = W.PageOrientationValues.Landscape;
        }

        properties.Append(
            new W.SectionType { Val = W.SectionMarkValues.NextPage },
            size,
            new W.PageMargin
            {
                Top = WordText.WholeTwips(A4.Top),
                Bottom = WordText.WholeTwips(A4.Bottom),
                Left = (uint)WordText.WholeTwips(A4.Left),
                Right = (uint)WordText.WholeTwips(A4.Right),
                Header = (uint)WordText.WholeTwips(A4.NumberBaseline - OfficialStyles.PageNumber.Text.Size),
                Footer = (uint)WordText.WholeTwips(A4.FootBaseline - (OfficialStyles.Source.Text.Size * 0.3)),
                Gutter = 0,
            },
            new W.PageNumberType { Start = 1 },
            new W.TitlePage());
        return properties;
    }

    // The number in the middle, the running head at the right edge: tabs lead there.
    private string HeadOf(string words, bool isLandscape)
    {
        if (!heads.TryGetValue((words, isLandscape), out var id))
        {
            var width = A4.TextWidth(isLandscape);
            var paragraph = WordText.Paragraph(OfficialStyles.PageNumber, "");
            paragraph.ParagraphProperties!.Justification = new W.Justification { Val = W.JustificationValues.Left };
            paragraph.ParagraphProperties.Tabs = new W.Tabs(
                new W.TabStop { Val = W.TabStopValues.Center, Position = WordText.WholeTwips(width / 2) },
                new W.TabStop { Val = W.TabStopValues.Right, Position = WordText.WholeTwips(width) });
            paragraph.Append(new W.Run(new W.TabChar()), new W.SimpleField(new W.Run(new W.Text("2"))) { Instruction = "PAGE" });
            if (words.Length > 0)
            {
                var running = WordText.Of(new Run(OfficialWords.OneLine(words), IsItalic: true));
                running.RunProperties!.FontSize = new W.FontSize { Val = "20" };
                running.InsertAfter(new W.TabChar(), running.RunProperties);
                paragraph.Append(running);
            }

            id = heads[(words, isLandscape)] = file.Add("header", new W.Header(paragraph));
        }

        return id;
    }

    private string FootOf(string source)
    {
        if (!feet.TryGetValue(source, out var id))
        {
            id = feet[source] = file.Add("footer", new W.Footer(WordText.Paragraph(OfficialStyles.Source, OfficialWords.OneLine(source))));
        }

        return id;
    }
}
