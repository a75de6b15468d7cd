namespace KeyProducts.Documents.Pdf;

/// <summary>
/// Draws a table that is filled in by hand. A row is never parted, because its mark would stand on another page than its words; the header
/// is repeated, and rows that belong together stay together.
/// </summary>
internal sealed class OfficialForm
{
    private const double Padding = ColumnWidths.Padding, Above = TableLook.Above + (TableLook.HairWidth / 2);

    private readonly Flow flow;
    private readonly FillIn form;
    private readonly IReadOnlyList<double> widths;
    private readonly LaidRow header;
    private readonly IReadOnlyList<LaidRow> rows;
    private readonly IReadOnlyList<(int From, int Count)> runs;

    /// <summary>Measures the table.</summary>
    public OfficialForm(Flow flow, FillIn form)
    {
        this.flow = flow;
        this.form = form;
        widths = TableLook.WidthsOf(form, flow.Width);
        header = new LaidRow([.. form.Columns.Select((column, i) => Lay(new FillCell(column.Header), OfficialStyles.FormHead.Text, i))], TableLook.Head, 0);
        rows = [.. form.Rows.Select(LayRow)];
        runs = [.. RowsTogether.Of([.. form.Rows.Select(row => row.Style)])];
    }

    /// <summary>The height that the table needs to begin: its header and the first rows that stay together.</summary>
    public double HeightToBegin => header.Height + (runs.Count == 0 ? 0 : HeightOf(runs[0]));

    /// <summary>Draws it from where the flow stands.</summary>
    /// <param name="element">Its place in the structure.</param>
    /// <param name="keepRoom">The height of what must not stand alone on the next page; the last rows go with it.</param>
    public void Draw(StructureElement element, double keepRoom)
    {
        var head = element.Add("THead").Add("TR");
        var body = element.Add("TBody");
        flow.Need(Math.Min(HeightToBegin + (runs.Count == 1 ? keepRoom : 0), flow.Height));
        DrawRow(header, head, "TH", isArtifact: false);
        for (var i = 0; i < runs.Count; i++)
        {
            var height = HeightOf(runs[i]) + (i == runs.Count - 1 ? keepRoom : 0);
            if (i > 0 && height > flow.Room && height <= flow.Height - header.Height)
            {
                TurnPage(head);
            }

            for (var row = runs[i].From; row < runs[i].From + runs[i].Count; row++)
            {
                if (rows[row].Height > flow.Room)
                {
                    TurnPage(head);
                }

                DrawRow(rows[row], body.Add("TR"), "TD", isArtifact: false);
            }
        }
    }

    private double HeightOf((int From, int Count) run) => rows.Skip(run.From).Take(run.Count).Sum(row => row.Height);

    private void TurnPage(StructureElement head)
    {
        flow.NewPage();
        DrawRow(header, head, "TH", isArtifact: true);
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
        flow.Page.Lines(edges, TableLook.HairWidth, TableLook.Hair);
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
        var face = row.Style == RowStyle.Plain ? FontFace.Regular : FontFace.Bold;
        var cells = row.Cells.Select((cell, i) => Lay(cell, StyleOf(face, form.Columns[i]), i) with { IsMiddle = row.Style != RowStyle.Plain || form.Columns[i].IsCentred }).ToList();
        return new LaidRow(cells, TableLook.Ground(row.Style), row.Style == RowStyle.Group ? 0 : TableLook.ToWrite);
    }

    private static TextStyle StyleOf(FontFace face, FillColumn column) =>
        OfficialStyles.FormCell(face, column.IsCentred ? Alignment.Centre : Alignment.Left).Text;

    private LaidCell Lay(FillCell cell, TextStyle style, int column)
    {
        var width = widths[column] - (2 * Padding);
        var lines = Broken(cell.Text, style, width);
        if (cell.Note is { Length: > 0 } note)
        {
            lines[^1] = (lines[^1].Text + " ", lines[^1].Style);
            lines.AddRange(Broken(note, OfficialStyles.FormNote.Text, width));
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
