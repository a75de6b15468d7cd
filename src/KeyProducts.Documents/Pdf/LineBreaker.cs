using System.Globalization;
using System.Text;

namespace KeyProducts.Documents.Pdf;

/// <summary>Breaks text into lines that fit a width.</summary>
internal static class LineBreaker
{
    private const double Tolerance = 0.01;

    /// <summary>
    /// The lines of a <see cref="PlainText"/>: broken at spaces, after a hyphen or slash before a letter, and within
    /// a word only when the word alone is wider than the line. The first line of each paragraph is shorter by <paramref name="indent"/>.
    /// </summary>
    public static IReadOnlyList<string> Break(string text, PdfFont font, double size, double width, double indent = 0)
    {
        if (!text.Contains('\n') && indent + font.Measure(text, size) <= width + Tolerance)
        {
            return [text];
        }

        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            BreakParagraph(paragraph, font, size, width + Tolerance, indent, lines);
        }

        return lines;
    }

    /// <summary>The same lines in number, but as even in length as can be: for headings in the middle of the page.</summary>
    public static IReadOnlyList<string> BreakEvenly(string text, PdfFont font, double size, double width)
    {
        var lines = Break(text, font, size, width);
        for (var narrower = width * 0.95; lines.Count > 1 && narrower > width / 3; narrower *= 0.95)
        {
            var tried = Break(text, font, size, narrower);
            if (tried.Count > lines.Count)
            {
                break;
            }

            lines = tried;
        }

        return lines;
    }

    private static void BreakParagraph(string paragraph, PdfFont font, double size, double width, double indent, List<string> lines)
    {
        var line = new StringBuilder();
        var used = indent;
        foreach (var piece in Pieces(paragraph))
        {
            var word = piece.TrimEnd(' ');
            if (line.Length > 0 && used + font.Measure(word, size) > width)
            {
                lines.Add(line.ToString().TrimEnd(' '));
                line.Clear();
                used = 0;
            }

            var rest = piece;
            while (used + font.Measure(word, size) > width && Fitting(word, font, size, width - used) is var length && length < word.Length)
            {
                lines.Add(word[..length]);
                word = word[length..];
                rest = rest[length..];
                used = 0;
            }

            line.Append(rest);
            used += font.Measure(rest, size);
        }

        lines.Add(line.ToString().TrimEnd(' '));
    }

    private static IEnumerable<string> Pieces(string paragraph)
    {
        var start = 0;
        for (var at = 1; at < paragraph.Length; at++)
        {
            var afterSpace = paragraph[at - 1] == ' ' && paragraph[at] != ' ';
            var afterHyphen = paragraph[at - 1] is '-' or '/' or '–' or '—' && at - 1 > start && char.IsLetter(paragraph[at]);
            if (afterSpace || afterHyphen)
            {
                yield return paragraph[start..at];
                start = at;
            }
        }

        yield return paragraph[start..];
    }

    // As many characters as fit, at least one, a letter never parted from its marks.
    private static int Fitting(string word, PdfFont font, double size, double width)
    {
        var length = 0;
        var used = 0.0;
        while (length < word.Length)
        {
            var next = StringInfo.GetNextTextElementLength(word, length);
            used += font.Measure(word.AsSpan(length, next), size);
            if (used > width && length > 0)
            {
                break;
            }

            length += next;
        }

        return length;
    }
}
