using System.Globalization;

namespace KeyProducts.Documents.Pdf;

/// <summary>
/// Draws a table over as many pages as it takes. The header is repeated on each page; a row stays whole unless it is
/// taller than a page; rows that belong together stay together.
/// </summary>
internal sealed class PdfTable
{
    private const double Above = TableLook.Above + (TableLook.HairWidth / 2); // Word counts the lines between rows, too.

    private readonly Flow flow;
    private readonly Table table;
    private readonly CultureInfo culture;
    private readonly ColumnWidths widths;
    private readonly double[] lefts;
    private readonly LaidRow header;
    private readonly StructureElement body;

    /// <summary>Measures the table; <see cref="Draw"/> then draws it from where the flow stands.</summary>
    public PdfTable(Flow flow, Table table, CultureInfo culture)
    {
        this.flow = flow;
        this.table = table;
        this.culture = culture;
        widths = ColumnWidths.Of(table, culture, flow.Width, flow.Document);
        lefts = new double[table.Columns.Count];
        for (var i = 0; i < lefts.Length; i++)
        {
            lefts[i] = i == 0 ? Flow.Left : lefts[i - 1] + widths.Widths[i - 1];
        }

        header = LayHeader();
        Element.Add("THead").Add(header.Element);
        body = Element.Add("TBody");
    }

    /// <summary>The table's place in the structure, to be added where it is read.</summary>
    public StructureElement Element { get; } = new("Table");

    /// <summary>The height that the table needs to begin: its header and the first rows that stay together.</summary>
    public double HeightToBegin => header.Height + Runs().First().Sum(row => row.Height);

    private bool RepeatsHeader => header.Height < flow.Height / 3;

    /// <summary>Draws the table; one without rows is its header and a sentence.</summary>
    /// <param name="keepRoom">The height of what must not stand alone on the next page; the last rows go with it.</param>
    public void Draw(double keepRoom = 0)
    {
        var begun = false;
        var left = table.Rows.Count;
        foreach (var run in Runs())
        {
            left -= run.Count;
            var kept = left <= 0 ? keepRoom : 0;
            var height = run.Sum(row => row.Height) + (begun ? 0 : header.Height);
            height += height + kept <= flow.Height - (begun ? header.Height : 0) ? kept : 0;
            var whole = height <= flow.Height - (begun && RepeatsHeader ? header.Height : 0);
            if (begun && whole && height > flow.Room)
            {
                flow.NewPage();
                DrawHeader(again: true);
            }
            else if (!begun)
            {
                if (whole)
                {
                    flow.Need(height);
                }

                DrawHeader(again: false);
                begun = true;
            }

            foreach (var row in run)
            {
                body.Add(row.Element);
                DrawRow(row);
            }
        }
    }

    private void DrawHeader(bool again)
    {
        if (again && !RepeatsHeader)
        {
            return;
        }

        if (header.Height > flow.Height)
        {
            DrawRow(header);
            return;
        }

        flow.Need(header.Height);
        DrawPart(header, 0, header.Lines, again);
    }

    // A row that fits on no page is drawn in parts; each ends with the page.
    private void DrawRow(LaidRow row)
    {
        var from = 0;
        do
        {
            var remaining = ((row.Lines - from) * row.LineHeight) + (2 * Above);
            if (remaining > flow.Room && (from > 0 || flow.Room < flow.Height / 2 || row.Height <= flow.Height / 2))
            {
                flow.NewPage();
                if (row != header)
                {
                    DrawHeader(again: true);
                }
            }

            var fitting = (int)((flow.Room - (2 * Above)) / row.LineHeight);
            var count = Math.Clamp(fitting, 1, row.Lines - from);
            DrawPart(row, from, count, again: false);
            from += count;
        }
        while (from < row.Lines);
    }

    private void DrawPart(LaidRow row, int from, int count, bool again)
    {
        var height = (count * row.LineHeight) + (2 * Above);
        DrawGround(row, height);
        if (again)
        {
            flow.Page.BeginArtifact(ofPage: true);
        }

        foreach (var cell in row.Cells)
        {
            // Heads stand in the middle of their row; all other cells begin at the top.
            var y = flow.Y + Above + (row == header ? (count - Math.Min(count, cell.Lines.Count)) * row.LineHeight / 2 : 0);
            var lines = cell.Lines.Skip(from).Take(count).Where(line => line.Length > 0).Any();
            if (!lines)
            {
                continue;
            }

            if (!again)
            {
                flow.Page.Begin(cell.Element);
            }

            foreach (var line in cell.Lines.Skip(from).Take(count))
            {
                flow.Line(line, cell.Style, cell.Left, cell.Width, y + flow.Rise(cell.Style));
                y += row.LineHeight;
            }

            if (!again)
            {
                flow.Page.End();
            }
        }

        if (again)
        {
            flow.Page.End();
        }

        flow.Y += height;
    }

    private void DrawGround(LaidRow row, double height)
    {
        double top = flow.Y, bottom = flow.Y + height, right = Flow.Left + flow.Width;
        flow.Page.BeginArtifact();
        if (row.Ground is { } ground)
        {
            flow.Page.Rectangle(Flow.Left, top, flow.Width, height, ground);
        }

        var edges = row.Cells.Select(cell => cell.Left - ColumnWidths.Padding).Append(right)
            .Select(x => (x, top, x, bottom)).Prepend((Flow.Left, bottom, right, bottom));
        // A tint hides the line of the row above, so it is drawn again.
        flow.Page.Lines(row.Ground is not null || flow.AtTop ? edges.Prepend((Flow.Left, top, right, top)) : edges, TableLook.HairWidth, TableLook.Hair);
        flow.Page.End();
    }

    private LaidRow LayHeader()
    {
        var element = new StructureElement("TR");
        return new LaidRow(TableLook.Head, element,
            [.. table.Columns.Select((column, i) =>
                Lay(ColumnWidths.WithUnitWhole(column.Header), TableLook.Header(widths.Size), i, 1, element.Add("TH", "<< /O /Table /Scope /Column >>")))]);
    }

    private LaidRow LayRow(Row row)
    {
        var element = new StructureElement("TR");
        return new LaidRow(TableLook.Ground(row.Style), element, row.Style == RowStyle.Group
            ? [Lay(table.Columns[0].Write(row.Cells[0].Value, culture), TableLook.Heading(widths.Size), 0, lefts.Length, element.Add("TH", Spanning("/Scope /Row")))]
            : [.. table.Columns.Select((column, i) => Lay(column.Write(row.Cells[i].Value, culture), TableLook.Cell(column, row.Style, widths.Size), i, 1, element.Add("TD")))]);
    }

    private LaidRow LayEmpty()
    {
        var element = new StructureElement("TR");
        return new LaidRow(null, element, [Lay(table.WhenEmpty, TableLook.Empty(widths.Size), 0, lefts.Length, element.Add("TD", Spanning("")))]);
    }

    private string Spanning(string scope) =>
        string.Create(CultureInfo.InvariantCulture, $"<< /O /Table /ColSpan {lefts.Length} {scope} >>");

    private LaidCell Lay(string text, TextStyle style, int column, int span, StructureElement element)
    {
        var width = widths.Widths.Skip(column).Take(span).Sum() - (2 * ColumnWidths.Padding);
        var lines = LineBreaker.Break(PlainText.Of(text), flow.Document.Font(style.Face), style.Size, width);
        return new LaidCell(lefts[column] + ColumnWidths.Padding, width, lines, style, element);
    }

    // Rows are laid out only when it is their turn.
    private IEnumerable<List<LaidRow>> Runs() => table.Rows.Count == 0
        ? [[LayEmpty()]]
        : RowsTogether.Of([.. table.Rows.Select(row => row.Style)]).Select(run => table.Rows.Skip(run.From).Take(run.Count).Select(LayRow).ToList());

    private sealed record LaidCell(double Left, double Width, IReadOnlyList<string> Lines, TextStyle Style, StructureElement Element);

    private sealed record LaidRow(Colour? Ground, StructureElement Element, IReadOnlyList<LaidCell> Cells)
    {
        public int Lines { get; } = Cells.Max(cell => cell.Lines.Count);

        public double LineHeight { get; } = Cells.Max(cell => cell.Style.LineHeight);

        public double Height => (Lines * LineHeight) + (2 * Above);
    }
}
