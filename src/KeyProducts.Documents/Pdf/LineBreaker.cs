using System.Globalization;

namespace KeyProducts.Documents.Pdf;

/// <summary>Breaks text into lines that fit a width.</summary>
internal static class LineBreaker
{
    private const double Tolerance = 0.01;

    /// <summary>
    /// The lines of a <see cref="PlainText"/>: broken at spaces, after a hyphen or slash before a letter, and within
    /// a word only when the word alone is wider than the line. A space that is broken at stays at the end of its line: it cannot
    /// be seen, but who copies the words or has them read aloud gets it.
    /// </summary>
    public static IReadOnlyList<string> Break(string text, PdfFont font, double size, double width)
    {
        if (!text.Contains('\n') && font.Measure(text, size) <= width + Tolerance)
        {
            return [text];
        }

        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            lines.AddRange(Break(paragraph, (start, length) => font.Measure(paragraph.AsSpan(start, length), size), width)
                .Select(line => IsAtSpace(paragraph, line) ? paragraph[line] + " " : paragraph[line]));
            lines[^1] += " ";
        }

        lines[^1] = lines[^1][..^1];
        return lines;
    }

    /// <summary>The lines of one paragraph whose letters may differ in face.</summary>
    /// <param name="paragraph">The words, without a line break.</param>
    /// <param name="measure">The width of a part, by its start and length.</param>
    /// <param name="width">The width of the lines.</param>
    /// <param name="indent">By how much the first line is shorter.</param>
    public static List<Range> Break(string paragraph, Func<int, int, double> measure, double width, double indent = 0)
    {
        var lines = new List<Range>();
        var begin = 0;
        var used = indent;
        width += Tolerance;
        foreach (var (from, to) in Pieces(paragraph))
        {
            var start = from;
            var word = to - Spaces(paragraph, to);
            if (start > begin && used + measure(start, word - start) > width)
            {
                lines.Add(Line(begin, start));
                begin = start;
                used = 0;
            }

            while (used + measure(start, word - start) > width && Fitting(start, word, width - used) is var length && length < word - start)
            {
                lines.Add(Line(start, start + length));
                begin = start += length;
                used = 0;
            }

            used += measure(start, to - start);
        }

        lines.Add(Line(begin, paragraph.Length));
        return lines;

        Range Line(int from, int to) => from..Math.Max(from, to - Spaces(paragraph, to));

        // As many characters as fit, at least one, a letter never parted from its marks.
        int Fitting(int from, int to, double free)
        {
            var length = 0;
            var taken = 0.0;
            while (from + length < to)
            {
                var next = StringInfo.GetNextTextElementLength(paragraph, from + length);
                taken += measure(from + length, next);
                if (taken > free && length > 0)
                {
                    break;
                }

                length += next;
            }

            return length;
        }
    }

    /// <summary>Whether a line of a paragraph was broken at a space.</summary>
    public static bool IsAtSpace(string paragraph, Range line) => line.End.Value < paragraph.Length && paragraph[line.End.Value] == ' ';

    /// <summary>The same lines in number, but as even in length as can be: for headings in the middle of the page.</summary>
    /// <param name="breakAt">The lines at a width.</param>
    /// <param name="width">The greatest width.</param>
    public static IReadOnlyList<T> Evenly<T>(Func<double, IReadOnlyList<T>> breakAt, double width)
    {
        var lines = breakAt(width);
        for (var narrower = width * 0.95; lines.Count > 1 && narrower > width / 3; narrower *= 0.95)
        {
            var tried = breakAt(narrower);
            if (tried.Count > lines.Count)
            {
                break;
            }

            lines = tried;
        }

        return lines;
    }

    private static int Spaces(string text, int end)
    {
        var count = 0;
        while (count < end && text[end - count - 1] == ' ')
        {
            count++;
        }

        return count;
    }

    private static IEnumerable<(int From, int To)> Pieces(string paragraph)
    {
        var start = 0;
        for (var at = 1; at < paragraph.Length; at++)
        {
            var afterSpace = paragraph[at - 1] == ' ' && paragraph[at] != ' ';
            var afterHyphen = paragraph[at - 1] is '-' or '/' or '–' or '—' && at - 1 > start && char.IsLetter(paragraph[at]);
            if (afterSpace || afterHyphen)
            {
                yield return (start, at);
                start = at;
            }
        }

        yield return (start, paragraph.Length);
    }
}
