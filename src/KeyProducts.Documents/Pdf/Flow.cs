using System.Globalization;

namespace KeyProducts.Documents.Pdf;

/// <summary>Where lines stand between the two edges.</summary>
internal enum Alignment
{
    /// <summary>At the left edge.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Centre,

    /// <summary>At the right edge.</summary>
    Right,

    /// <summary>At both edges, except the last line.</summary>
    Justified,
}

/// <summary>How words look.</summary>
/// <param name="Face">The face.</param>
/// <param name="Size">The size in points.</param>
/// <param name="Alignment">Where lines stand.</param>
internal sealed record TextStyle(FontFace Face, double Size, Alignment Alignment = Alignment.Left)
{
    /// <summary>From one baseline to the next: room for two marks on a capital, as in Ế.</summary>
    public double LineHeight => Size * 1.22;
}

/// <summary>
/// Fills pages from top to bottom: blocks ask it for room and for the place where they stand. Pages are A4 with the
/// margins of Decree 30/2020/NĐ-CP; the page number stands top centre, and not on the first page.
/// </summary>
internal sealed class Flow
{
    private readonly double pageWidth, pageHeight;
    private readonly int pagesBefore;
    private readonly double bottom;
    private readonly string? runningHead;
    private readonly IReadOnlyList<string> source;

    /// <summary>Begins the first page.</summary>
    /// <param name="document">The document; pages that it has already are counted apart.</param>
    /// <param name="landscape">Whether pages lie on their side.</param>
    /// <param name="runningHead">What stands at the top right of pages after the first; null for nothing.</param>
    /// <param name="source">What stands at the foot of every page; null for nothing.</param>
    public Flow(PdfDocument document, bool landscape, string? runningHead = null, string? source = null)
    {
        Document = document;
        pagesBefore = document.Pages.Count;
        this.runningHead = runningHead is null ? null : PlainText.Of(runningHead);
        (pageWidth, pageHeight) = A4.Sheet(landscape);
        this.source = source is null ? [] : LineBreaker.Break(PlainText.Of(OfficialWords.OneLine(source)), document.Font(Foot.Face), Foot.Size, Width);
        // Long sources take more than the lower margin.
        bottom = Math.Max(A4.Bottom, A4.FootBaseline + (this.source.Count * Foot.LineHeight));
        Page = NewPage();
    }

    private static TextStyle Foot => OfficialStyles.Source.Text;

    /// <summary>The document being filled.</summary>
    public PdfDocument Document { get; }

    /// <summary>The page being filled.</summary>
    public PdfPage Page { get; private set; }

    /// <summary>Where the next block begins, from the top of the page.</summary>
    public double Y { get; set; }

    /// <summary>The left edge of the text.</summary>
    public static double Left => A4.Left;

    /// <summary>From the left edge of the text to the right one.</summary>
    public double Width => pageWidth - A4.Left - A4.Right;

    /// <summary>From the upper edge of the text to the lower one.</summary>
    public double Height => pageHeight - A4.Top - bottom;

    /// <summary>The room that is left on this page.</summary>
    public double Room => pageHeight - bottom - Y;

    /// <summary>Whether nothing stands on this page yet.</summary>
    public bool AtTop => Y <= A4.Top;

    /// <summary>Goes on at the top of a new page.</summary>
    public PdfPage NewPage()
    {
        Page = Document.AddPage(pageWidth, pageHeight);
        Y = A4.Top;
        if (Document.Pages.Count - pagesBefore is > 1 and var number)
        {
            Page.BeginArtifact(ofPage: true);
            Line(number.ToString(CultureInfo.InvariantCulture), OfficialStyles.PageNumber.Text, Left, Width, A4.NumberBaseline);
            Line(runningHead ?? "", OfficialStyles.RunningHead.Text, Left, Width, A4.NumberBaseline);
            Page.End();
        }

        if (source.Count > 0)
        {
            Page.BeginArtifact(ofPage: true);
            for (var i = 0; i < source.Count; i++)
            {
                Line(source[i], Foot, Left, Width, pageHeight - A4.FootBaseline - ((source.Count - 1 - i) * Foot.LineHeight));
            }

            Page.End();
        }

        return Page;
    }

    /// <summary>Goes on at the top of a new page unless <paramref name="height"/> is free on this one.</summary>
    public void Need(double height)
    {
        if (height > Room && !AtTop)
        {
            NewPage();
        }
    }

    /// <summary>Leaves room before the next block, except at the top of a page.</summary>
    public void Space(double height) => Y += AtTop ? 0 : Math.Min(height, Math.Max(Room, 0));

    /// <summary>Writes a paragraph across the page, and onto the next one where it does not fit.</summary>
    public void Paragraph(string text, TextStyle style, StructureElement element)
    {
        var font = Document.Font(style.Face);
        text = PlainText.Of(text);
        var lines = style.Alignment == Alignment.Centre
            ? LineBreaker.Evenly(width => LineBreaker.Break(text, font, style.Size, width), Width)
            : LineBreaker.Break(text, font, style.Size, Width);
        Need(style.LineHeight);
        Page.Begin(element);
        foreach (var line in lines)
        {
            if (style.LineHeight > Room)
            {
                Page.End();
                NewPage().Begin(element);
            }

            Line(line, style, Left, Width, Y + Rise(style));
            Y += style.LineHeight;
        }

        Page.End();
    }

    /// <summary>Writes one line between two edges.</summary>
    public void Line(string text, TextStyle style, double left, double width, double baseline)
    {
        if (text.Length == 0)
        {
            return;
        }

        var free = style.Alignment is Alignment.Left or Alignment.Justified ? 0 : width - Document.Font(style.Face).Measure(text.AsSpan().TrimEnd(' '), style.Size);
        var x = left + (style.Alignment == Alignment.Centre ? free / 2 : free);
        Page.Text(style.Face, style.Size, x, baseline, text);
    }

    /// <summary>From the top of a line down to its baseline: the letters stand in the middle of the line's height.</summary>
    public double Rise(TextStyle style)
    {
        var font = Document.Font(style.Face);
        return (style.LineHeight + ((font.Ascent - font.Descent) * style.Size)) / 2;
    }
}
