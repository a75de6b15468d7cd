using DocumentFormat.OpenXml;
using KeyProducts.Documents.Pdf;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace KeyProducts.Documents.Word;

/// <summary>
/// Words as paragraphs of a style. Whatever was typed stays text: it never becomes a field, a link or markup. Lengths come in points;
/// Word counts in twentieths of one.
/// </summary>
internal static class WordText
{
    // Programs differ a little in how they measure.
    private const double Slack = 2;

    /// <summary>A paragraph; a line break within the words stays one.</summary>
    public static W.Paragraph Paragraph(OfficialStyle style, RichText text) => Paragraph(style, text.Runs);

    /// <summary>A paragraph of some runs.</summary>
    public static W.Paragraph Paragraph(OfficialStyle style, IEnumerable<Run> runs)
    {
        var paragraph = new W.Paragraph(new W.ParagraphProperties { ParagraphStyleId = new W.ParagraphStyleId { Val = style.Id } });
        paragraph.Append(runs.Where(run => run.Text.Length > 0).Select(Of));
        return paragraph;
    }

    /// <summary>A heading in the middle of the page or a column, so narrow that its lines are as even as in the PDF.</summary>
    /// <param name="style">Its style.</param>
    /// <param name="words">The words.</param>
    /// <param name="width">The width of the page's text or the column.</param>
    /// <param name="ruler">Measures the words.</param>
    public static W.Paragraph Heading(OfficialStyle style, string words, double width, PdfDocument ruler)
    {
        var paragraph = Paragraph(style, words);
        var lines = RichLine.Break(((RichText)words).Paragraphs()[0], style.Text, ruler, width - style.Left - style.Right);
        if (lines.Count > 1 && !words.Contains('\n'))
        {
            var margin = Twips((width - lines.Max(line => line.Width(ruler, style.Text.Size)) - Slack) / 2);
            paragraph.ParagraphProperties!.Indentation = new W.Indentation { Left = margin, Right = margin };
        }

        return paragraph;
    }

    /// <summary>Paragraphs: each line break in the words begins one.</summary>
    /// <param name="style">Their style.</param>
    /// <param name="text">The words.</param>
    /// <param name="mark">What stands before the first, and belongs to no words; null for nothing.</param>
    public static IEnumerable<W.Paragraph> Paragraphs(OfficialStyle style, RichText text, Run? mark = null) =>
        text.Paragraphs().Select((runs, i) => Paragraph(style, i == 0 && mark is not null ? runs.Prepend(mark) : runs));

    /// <summary>A short line in the middle, as under the agency's name: the lower edge of an empty paragraph.</summary>
    /// <param name="width">The width of the column that it stands in.</param>
    /// <param name="length">How long it is.</param>
    public static W.Paragraph Rule(double width, double length)
    {
        var margin = Twips(Math.Max((width - length) / 2, 0));
        return new W.Paragraph(new W.ParagraphProperties
        {
            ParagraphStyleId = new W.ParagraphStyleId { Val = WordStyles.RuleId },
            Indentation = new W.Indentation { Left = margin, Right = margin },
        });
    }

    /// <summary>A paragraph without words.</summary>
    public static W.Paragraph Empty(string styleId) => new(new W.ParagraphProperties { ParagraphStyleId = new W.ParagraphStyleId { Val = styleId } });

    /// <summary>Keeps a paragraph, or the last rows of a table, on the page of what follows.</summary>
    public static void KeepWithNext(OpenXmlElement element)
    {
        foreach (var paragraph in element is W.Paragraph one ? [one] : element.Descendants<W.Paragraph>())
        {
            paragraph.ParagraphProperties!.KeepNext = new W.KeepNext();
        }
    }

    /// <summary>A length in twentieths of a point.</summary>
    public static string Twips(double points) => FormattableString.Invariant($"{WholeTwips(points)}");

    /// <summary>A length in twentieths of a point.</summary>
    public static int WholeTwips(double points) => (int)Math.Round(points * 20);

    /// <summary>A run; empty words make an empty one.</summary>
    public static W.Run Of(Run run)
    {
        var made = new W.Run();
        if (run.IsBold || run.IsItalic)
        {
            made.RunProperties = new W.RunProperties { Bold = run.IsBold ? new W.Bold() : null, Italic = run.IsItalic ? new W.Italic() : null };
        }

        var lines = PlainText.Of(run.Text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                made.Append(new W.Break());
            }

            AppendLine(made, lines[i]);
        }

        return made;
    }

    // Fonts seldom have the hyphen that does not break; Word has a sign of its own for it.
    private static void AppendLine(W.Run made, string line)
    {
        var parts = line.Split('\u2011');
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
            {
                made.Append(new W.NoBreakHyphen());
            }

            if (parts[i].Length > 0)
            {
                made.Append(new W.Text(parts[i]) { Space = SpaceProcessingModeValues.Preserve });
            }
        }
    }
}
