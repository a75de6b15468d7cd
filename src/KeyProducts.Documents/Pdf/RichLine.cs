namespace KeyProducts.Documents.Pdf;

/// <summary>A line whose letters may differ in face.</summary>
/// <param name="Parts">Its parts, in order.</param>
/// <param name="EndsAtSpace">Whether it was broken at a space, which is written at its end for those who copy the words.</param>
internal sealed record RichLine(IReadOnlyList<(FontFace Face, string Text)> Parts, bool EndsAtSpace)
{
    /// <summary>The lines of one paragraph.</summary>
    /// <param name="runs">Its words, <see cref="PlainText"/> without a line break.</param>
    /// <param name="style">Face, size and where lines stand; runs make the face heavier or slanted.</param>
    /// <param name="document">The document that has the fonts.</param>
    /// <param name="width">The width of the lines.</param>
    /// <param name="indent">By how much the first line is shorter.</param>
    public static IReadOnlyList<RichLine> Break(IReadOnlyList<Run> runs, TextStyle style, PdfDocument document, double width, double indent = 0)
    {
        var text = string.Concat(runs.Select(run => run.Text));
        var faces = new FontFace[text.Length];
        var at = 0;
        foreach (var run in runs)
        {
            faces.AsSpan(at, run.Text.Length).Fill(FaceOf(style.Face, run));
            at += run.Text.Length;
        }

        return style.Alignment == Alignment.Centre ? LineBreaker.Evenly(Lines, width) : Lines(width);

        IReadOnlyList<RichLine> Lines(double available) =>
            [.. LineBreaker.Break(text, Measure, available, indent).Select(line => new RichLine([.. Parts(line.Start.Value, line.End.Value).Select(part => (faces[part.From], text[part.From..part.To]))], LineBreaker.IsAtSpace(text, line)))];

        double Measure(int start, int length)
        {
            var sum = 0.0;
            foreach (var (from, to) in Parts(start, start + length))
            {
                sum += document.Font(faces[from]).Measure(text.AsSpan(from, to - from), style.Size);
            }

            return sum;
        }

        IEnumerable<(int From, int To)> Parts(int start, int end)
        {
            for (var from = start; from < end;)
            {
                var to = from + 1;
                while (to < end && faces[to] == faces[from])
                {
                    to++;
                }

                yield return (from, to);
                from = to;
            }
        }
    }

    /// <summary>Its width.</summary>
    public double Width(PdfDocument document, double size) => Parts.Sum(part => document.Font(part.Face).Measure(part.Text, size));

    /// <summary>How many spaces it has, which a justified line makes wider.</summary>
    public int Spaces => Parts.Sum(part => part.Text.Count(letter => letter == ' '));

    /// <summary>Writes it; <paramref name="spread"/> is added to each space.</summary>
    public void Draw(PdfDocument document, PdfPage page, double size, double x, double baseline, double spread = 0)
    {
        for (var i = 0; i < Parts.Count; i++)
        {
            var (face, text) = Parts[i];
            page.Text(face, size, x, baseline, EndsAtSpace && i == Parts.Count - 1 ? text + " " : text, spread);
            x += document.Font(face).Measure(text, size) + (text.Count(letter => letter == ' ') * spread);
        }
    }

    private static FontFace FaceOf(FontFace face, Run run) => (run.IsBold || face is FontFace.Bold or FontFace.BoldItalic, run.IsItalic || face is FontFace.Italic or FontFace.BoldItalic) switch
    {
        (true, true) => FontFace.BoldItalic,
        (true, false) => FontFace.Bold,
        (false, true) => FontFace.Italic,
        _ => FontFace.Regular,
    };
}
