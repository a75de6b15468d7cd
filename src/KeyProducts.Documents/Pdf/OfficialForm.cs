namespace KeyProducts.Documents.Pdf;

/// <summary>
/// Draws a table that is filled in by hand. A row is never parted, because its mark would stand on another page than its words; the header
/// is repeated, a group's heading stays with its first row and a total with the row before it.
/// </summary>
internal sealed class OfficialForm
{
    private const double Millimetre = 72 / 25.4;
    private const double Padding = 4, Above = 3.5, ToWrite = 30;
    private static readonly Colour Hair = new(0x5C, 0x5C, 0x5C), Head = new(0xEC, 0xEC, 0xEC), Group = new(0xF6, 0xF6, 0xF6);

    private static readonly TextStyle
        Text = new(FontFace.Regular, 12),
        Strong = new(FontFace.Bold, 12),
        HeadStyle = new(FontFace.Bold, 11, Alignment.Centre),
        Note = new(FontFace.Italic, 9.5);

    private readonly Flow flow;
    private readonly FillIn form;
    private readonly double[] widths;
    private readonly LaidRow header;

    /// <summary>Measures the table.</summary>
    public OfficialForm(Flow flow, FillIn form)
    {
        this.flow = flow;
        this.form = form;
        var free = flow.Width - form.Columns.Sum(column => column.Millimetres * Millimetre);
        var stretching = Math.Max(form.Columns.Count(column => column.Millimetres == 0), 1);
        widths = [.. form.Columns.Select(column => column.Millimetres == 0 ? free / stretching : column.Millimetres * Millimetre)];
        header = new LaidRow([.. form.Columns.Select((column, i) => Lay(new FillCell(column.Header), HeadStyle, i))], Head, 0);
    }

    /// <summary>Draws it from where the flow stands.</summary>
    public void Draw(StructureElement element)
    {
        var head = element.Add("THead").Add("TR");
        var body = element.Add("TBody");
        var rows = form.Rows.Select(row => (Row: row, Laid: LayRow(row))).ToList();
        var begun = false;
        for (var at = 0; at < rows.Count;)
        {
            var run = new List<(FillRow Row, LaidRow Laid)>();
            do
            {
                run.Add(rows[at++]);
            }
            while (at < rows.Count && (rows[at - 1].Row.Style == RowStyle.Group || rows[at].Row.Style == RowStyle.Total));

            var height = run.Sum(one => one.Laid.Height);
            if (!begun)
            {
                flow.Need(Math.Min(height + header.Height, flow.Height));
                DrawRow(header, head, "TH", isArtifact: false);
                begun = true;
            }
            else if (height > flow.Room)
            {
                flow.NewPage();
                DrawRow(header, head, "TH", isArtifact: true);
            }

            foreach (var (_, laid) in run)
            {
                DrawRow(laid, body.Add("TR"), "TD", isArtifact: false);
            }
        }
    }

    private void DrawRow(LaidRow row, StructureElement element, string kind, bool isArtifact)
    {
        double top = flow.Y, left = Flow.Left, right = Flow.Left + flow.Width;
        flow.Page.BeginArtifact();
        if (row.Ground is { } ground)
        {
            flow.Page.Rectangle(left, top, flow.Width, row.Height, ground);
        }

        var edges = new List<(double, double, double, double)> { (left, top, right, top), (left, top + row.Height, right, top + row.Height), (right, top, right, top + row.Height) };
        edges.AddRange(widths.Select((_, i) => Flow.Left + widths.Take(i).Sum()).Select(x => (x, top, x, top + row.Height)));
        flow.Page.Lines(edges, 0.6, Hair);
        flow.Page.End();
        for (var i = 0; i < row.Cells.Count; i++)
        {
            DrawCell(row, row.Cells[i], left + Padding, widths[i] - (2 * Padding), isArtifact ? null : element.Add(kind));
            left += widths[i];
        }

        flow.Y += row.Height;
    }

    // A repeated header is no part of what is read aloud; an empty cell is, as one that is empty.
    private void DrawCell(LaidRow row, LaidCell cell, double left, double width, StructureElement? element)
    {
        if (cell.Lines.All(line => line.Text.Length == 0))
        {
            return;
        }

        if (element is null)
        {
            flow.Page.BeginArtifact(ofPage: true);
        }
        else
        {
            flow.Page.Begin(element);
        }

        var y = flow.Y + (cell.IsMiddle ? (row.Height - cell.Height) / 2 : Above);
        foreach (var (text, style) in cell.Lines)
        {
            flow.Line(text, style, left, width, y + flow.Rise(style));
            y += style.LineHeight;
        }

        flow.Page.End();
    }

    private LaidRow LayRow(FillRow row)
    {
        var style = row.Style == RowStyle.Plain ? Text : Strong;
        var cells = row.Cells.Select((cell, i) => Lay(cell, form.Columns[i].IsCentred ? style with { Alignment = Alignment.Centre } : style, i) with { IsMiddle = row.Style != RowStyle.Plain || form.Columns[i].IsCentred }).ToList();
        return new LaidRow(cells, row.Style switch { RowStyle.Group => Group, RowStyle.Total => Head, _ => null }, row.Style == RowStyle.Group ? 0 : ToWrite);
    }

    private LaidCell Lay(FillCell cell, TextStyle style, int column)
    {
        var width = widths[column] - (2 * Padding);
        var lines = Broken(cell.Text, style, width);
        if (cell.Note is { Length: > 0 } note)
        {
            lines.AddRange(Broken(note, Note, width));
        }

        // No row may be taller than a page has room; what is cut off shows that it is.
        var most = flow.Height - (header?.Height ?? 0) - (2 * Above);
        while (lines.Sum(line => line.Style.LineHeight) > most)
        {
            lines.RemoveAt(lines.Count - 1);
            lines[^1] = ("…", lines[^1].Style);
        }

        return new LaidCell(lines, IsMiddle: true);
    }

    private List<(string Text, TextStyle Style)> Broken(string text, TextStyle style, double width) =>
        [.. LineBreaker.Break(PlainText.Of(text), flow.Document.Font(style.Face), style.Size, width).Select(line => (line, style))];

    private sealed record LaidCell(List<(string Text, TextStyle Style)> Lines, bool IsMiddle)
    {
        public double Height { get; } = Lines.Sum(line => line.Style.LineHeight);
    }

    private sealed record LaidRow(IReadOnlyList<LaidCell> Cells, Colour? Ground, double Least)
    {
        public double Height { get; } = Math.Max(Cells.Max(cell => cell.Height) + (2 * Above), Least);
    }
}
