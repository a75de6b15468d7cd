namespace KeyProducts.Documents.Pdf;

/// <summary>Draws paragraphs of a style: across pages, or within a column that no page parts.</summary>
internal sealed class OfficialText(Flow flow)
{
    private const double Spread = 9, Tolerance = 0.01;

    /// <summary>Writes paragraphs across the page, and onto the next one where they do not fit; each line break begins one.</summary>
    /// <param name="style">Their style.</param>
    /// <param name="text">Their words.</param>
    /// <param name="structure">The part of the structure that they belong to.</param>
    /// <param name="type">What they are there.</param>
    /// <param name="mark">What stands before the first one; null for nothing.</param>
    /// <param name="keepRoom">The height of what must not stand alone on the next page.</param>
    /// <param name="bookmark">What the list of headings says in place of a heading's words; null for these.</param>
    public void Draw(OfficialStyle style, RichText text, StructureElement structure, string type = "P", string? mark = null, double keepRoom = 0, string? bookmark = null)
    {
        var paragraphs = text.Paragraphs();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            DrawParagraph(style, paragraphs[i], structure, type, i == 0 ? mark : null, i == paragraphs.Count - 1 ? keepRoom : 0, bookmark);
        }
    }

    /// <summary>The height that the words need to begin: with two lines, or all of a short paragraph.</summary>
    public double HeightToBegin(OfficialStyle style, RichText text)
    {
        var lines = RichLine.Break(text.Paragraphs()[0], style.Text, flow.Document, WidthOf(style), style.FirstLine).Count;
        return style.Before + ((lines <= 3 ? lines : 2) * style.Text.LineHeight) + style.After;
    }

    /// <summary>Writes words in a column that is not parted, from <paramref name="y"/> down, and returns where they end.</summary>
    public double Column(OfficialStyle style, string text, double left, double width, double y, StructureElement element)
    {
        y += y <= A4.Top ? 0 : style.Before;
        flow.Page.Begin(element);
        foreach (var line in LinesOf(style, text, width))
        {
            flow.Line(line, style.Text, left + style.Left, width - style.Left - style.Right, y + flow.Rise(style.Text));
            y += style.Text.LineHeight;
        }

        flow.Page.End();
        return y;
    }

    /// <summary>The height of those words.</summary>
    public double HeightOf(OfficialStyle style, string text, double width) =>
        style.Before + (LinesOf(style, text, width).Count * style.Text.LineHeight);

    /// <summary>Draws a short line in the middle of a column.</summary>
    public void Rule(double left, double width, double length, double y)
    {
        var from = left + ((width - length) / 2);
        flow.Page.BeginArtifact();
        flow.Page.Lines([(from, y, from + length, y)], 0.7, Colour.Black);
        flow.Page.End();
    }

    private IReadOnlyList<string> LinesOf(OfficialStyle style, string text, double width)
    {
        var font = flow.Document.Font(style.Text.Face);
        text = PlainText.Of(text);
        return style.Text.Alignment == Alignment.Centre
            ? LineBreaker.Evenly(available => LineBreaker.Break(text, font, style.Text.Size, available), width - style.Left - style.Right)
            : LineBreaker.Break(text, font, style.Text.Size, width - style.Left - style.Right);
    }

    private double WidthOf(OfficialStyle style) => flow.Width - style.Left - style.Right;

    private void DrawParagraph(OfficialStyle style, IReadOnlyList<Run> runs, StructureElement structure, string type, string? mark, double keepRoom, string? bookmark)
    {
        var marked = mark is null ? 0 : flow.Document.Font(style.Text.Face).Measure(mark + " ", style.Text.Size);
        var lines = RichLine.Break(runs, style.Text, flow.Document, WidthOf(style), style.FirstLine + marked);
        flow.Space(style.Before);
        var turnAfter = TurnAfter(lines.Count, style, keepRoom);
        if (turnAfter == 0 && !flow.AtTop)
        {
            flow.NewPage();
        }

        if (mark is not null)
        {
            flow.Page.Begin(structure.Add("Lbl"));
            flow.Line(mark, style.Text, Flow.Left + style.Left + style.FirstLine, WidthOf(style), flow.Y + flow.Rise(style.Text));
            flow.Page.End();
        }

        var element = structure.Add(type);
        if (style.Level is { } level)
        {
            flow.Document.Bookmark(bookmark ?? string.Concat(runs.Select(run => run.Text)), level, flow.Page, flow.Y);
        }

        flow.Page.Begin(element);
        for (var i = 0; i < lines.Count; i++)
        {
            if ((i == turnAfter && i > 0) || style.Text.LineHeight > flow.Room + Tolerance)
            {
                flow.Page.End();
                flow.NewPage().Begin(element);
            }

            DrawLine(lines[i], style, i == 0 ? style.FirstLine + marked : 0, isLast: i == lines.Count - 1);
            flow.Y += style.Text.LineHeight;
        }

        flow.Page.End();
        flow.Space(style.After);
    }

    // After how many lines the page has to be turned: no paragraph leaves one line alone, and the last lines go with what must not stand alone.
    private int TurnAfter(int count, OfficialStyle style, double keepRoom)
    {
        var fitting = (int)((flow.Room + Tolerance) / style.Text.LineHeight);
        if (fitting < count)
        {
            return fitting < 2 || count <= 3 || style.KeepsWithNext ? 0 : Math.Min(fitting, count - 2);
        }

        double Needed(int lines) => (lines * style.Text.LineHeight) + style.After + keepRoom;
        var canBeKept = keepRoom > 0 && Needed(Math.Min(count, 2)) <= flow.Height;
        return !canBeKept || Needed(count) <= flow.Room + Tolerance ? count
            : count > 3 && !style.KeepsWithNext ? count - 2 : 0;
    }

    private void DrawLine(RichLine line, OfficialStyle style, double indent, bool isLast)
    {
        if (line.Parts.Count == 0)
        {
            return;
        }

        var free = WidthOf(style) - indent - line.Width(flow.Document, style.Text.Size);
        var spaces = line.Spaces;
        // A line broken within a long word may have few spaces; they are not torn apart.
        var spread = style.Text.Alignment != Alignment.Justified || isLast || spaces == 0 || free / spaces > Spread ? 0 : free / spaces;
        var x = Flow.Left + style.Left + indent + style.Text.Alignment switch { Alignment.Centre => free / 2, Alignment.Right => free, _ => 0 };
        line.Draw(flow.Document, flow.Page, style.Text.Size, x, flow.Y + flow.Rise(style.Text), spread);
    }
}
