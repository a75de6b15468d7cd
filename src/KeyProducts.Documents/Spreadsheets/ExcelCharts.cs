using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>A chart with its place on a sheet.</summary>
/// <param name="Chart">What is drawn.</param>
/// <param name="Table">The table it draws.</param>
/// <param name="Header">The row of the table's header, from 1.</param>
/// <param name="Top">The first row that it covers, from 1.</param>
/// <param name="Rows">How many rows it covers.</param>
/// <param name="Left">The first column that it covers, from 0.</param>
internal sealed record PlacedChart(BookChart Chart, Table Table, int Header, int Top, int Rows, int Left);

/// <summary>Writes the charts of a sheet: DrawingML parts that point to the cells and carry their values, so that they are drawn before anything is computed.</summary>
internal sealed class ExcelCharts(string sheet, string language)
{
    private const string Family = "Times New Roman";
    private const string Ink = "333333", Faint = "D9D9D9";

    // Lacquer red, then tones that are told apart in grey too.
    private static readonly string[] Colours = ["9C1C1F", "E0B040", "7F8C8D", "3E6B8A"];

    private static readonly XNamespace
        C = "http://schemas.openxmlformats.org/drawingml/2006/chart",
        A = "http://schemas.openxmlformats.org/drawingml/2006/main",
        R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        D = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

    /// <summary>Writes them; the sheet's "drawing" element names their part "rId1".</summary>
    public void Write(WorksheetPart part, IReadOnlyList<PlacedChart> charts)
    {
        var drawing = part.AddNewPart<DrawingsPart>("rId1");
        for (var i = 0; i < charts.Count; i++)
        {
            Save(drawing.AddNewPart<ChartPart>($"rId{i + 1}"), Space(charts[i]));
        }

        Save(drawing, new XElement(
            D + "wsDr",
            new XAttribute(XNamespace.Xmlns + "xdr", D.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "a", A.NamespaceName),
            charts.Select(Anchor)));
    }

    /// <summary>The rows that are drawn: neither sums nor headings, and one after the other.</summary>
    public static IReadOnlyList<Documents.Row> Drawn(Table table) => [.. table.Rows.TakeWhile(row => row.Style is RowStyle.Plain or RowStyle.Gold)];

    private static XElement Anchor(PlacedChart placed, int index) => new(
        D + "twoCellAnchor",
        new XAttribute("editAs", "oneCell"),
        Corner("from", placed.Left, placed.Top - 1),
        Corner("to", placed.Left + SheetLayout.ChartColumns, placed.Top - 1 + placed.Rows),
        new XElement(
            D + "graphicFrame",
            new XAttribute("macro", ""),
            new XElement(
                D + "nvGraphicFramePr",
                new XElement(D + "cNvPr", new XAttribute("id", index + 2), new XAttribute("name", $"Chart {index + 1}"), new XAttribute("descr", PlainText.Of(placed.Chart.Title))),
                new XElement(D + "cNvGraphicFramePr")),
            new XElement(
                D + "xfrm",
                new XElement(A + "off", new XAttribute("x", 0), new XAttribute("y", 0)),
                new XElement(A + "ext", new XAttribute("cx", 0), new XAttribute("cy", 0))),
            new XElement(A + "graphic", new XElement(
                A + "graphicData",
                new XAttribute("uri", C.NamespaceName),
                new XElement(C + "chart", new XAttribute(XNamespace.Xmlns + "c", C.NamespaceName), new XAttribute(XNamespace.Xmlns + "r", R.NamespaceName), new XAttribute(R + "id", $"rId{index + 1}"))))),
        new XElement(D + "clientData"));

    private static XElement Corner(string name, int column, int row) => new(
        D + name, new XElement(D + "col", column), new XElement(D + "colOff", 0), new XElement(D + "row", row), new XElement(D + "rowOff", 0));

    private XElement Space(PlacedChart placed)
    {
        var isLegendNeeded = placed.Chart.Values.Count > 1;
        return new XElement(
            C + "chartSpace",
            new XAttribute(XNamespace.Xmlns + "c", C.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "a", A.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "r", R.NamespaceName),
            Value("lang", language == "vi" ? "vi-VN" : "en-GB"),
            Value("roundedCorners", 0),
            new XElement(
                C + "chart",
                Title(placed.Chart.Title),
                Value("autoTitleDeleted", 0),
                new XElement(C + "plotArea", new XElement(C + "layout"), Bars(placed), Labels(), Scale(placed)),
                isLegendNeeded ? new XElement(C + "legend", Value("legendPos", "b"), Value("overlay", 0), Letters(900)) : null,
                Value("plotVisOnly", 0), // Whoever filters rows still sees the whole year.
                Value("dispBlanksAs", "gap")),
            new XElement(C + "spPr", Fill("FFFFFF"), Line("BFBFBF")),
            Letters(900));
    }

    private XElement Bars(PlacedChart placed) => new(
        C + "barChart",
        Value("barDir", "bar"),
        Value("grouping", placed.Chart.IsStacked ? "stacked" : "clustered"),
        Value("varyColors", 0),
        placed.Chart.Values.Select((column, place) => Series(placed, column, place)),
        Value("gapWidth", 50),
        placed.Chart.IsStacked ? Value("overlap", 100) : null,
        Value("axId", 1),
        Value("axId", 2));

    private XElement Series(PlacedChart placed, int column, int place)
    {
        var rows = Drawn(placed.Table);
        var head = placed.Table.Columns[column];
        var format = ExcelStyles.NumberCode(head.Decimals, language);
        return new XElement(
            C + "ser",
            Value("idx", place),
            Value("order", place),
            new XElement(C + "tx", new XElement(C + "strRef", new XElement(C + "f", Range(column, placed.Header, placed.Header)), Cache("strCache", null, [PlainText.Of(head.Header)]))),
            new XElement(C + "spPr", Fill(Colours[place % Colours.Length])),
            Value("invertIfNegative", 0),
            new XElement(
                C + "dLbls",
                // A bar of nothing has no room for a number in a stack.
                new XElement(C + "numFmt", new XAttribute("formatCode", placed.Chart.IsStacked ? $"{format};-{format};;" : format), new XAttribute("sourceLinked", 0)),
                new XElement(C + "spPr", new XElement(A + "noFill"), new XElement(A + "ln", new XElement(A + "noFill"))),
                Letters(800, placed.Chart.IsStacked && place % Colours.Length is 0 or 3 ? "FFFFFF" : Ink),
                Value("dLblPos", placed.Chart.IsStacked ? "ctr" : "outEnd"),
                Value("showLegendKey", 0), Value("showVal", 1), Value("showCatName", 0), Value("showSerName", 0), Value("showPercent", 0), Value("showBubbleSize", 0)),
            new XElement(C + "cat", new XElement(
                C + "strRef",
                new XElement(C + "f", Range(placed.Chart.Label, placed.Header + 1, placed.Header + rows.Count)),
                Cache("strCache", null, [.. rows.Select(row => PlainText.Of($"{row.Cells[placed.Chart.Label].Value}"))]))),
            new XElement(C + "val", new XElement(
                C + "numRef",
                new XElement(C + "f", Range(column, placed.Header + 1, placed.Header + rows.Count)),
                Cache("numCache", format, [.. rows.Select(row => row.Cells[column].Value is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null)]))));
    }

    // The first row stands at the top, as in the table.
    private XElement Labels() => new(
        C + "catAx",
        Value("axId", 1),
        new XElement(C + "scaling", Value("orientation", "maxMin")),
        Value("delete", 0),
        Value("axPos", "l"),
        new XElement(C + "numFmt", new XAttribute("formatCode", "General"), new XAttribute("sourceLinked", 0)),
        Value("majorTickMark", "none"),
        Value("minorTickMark", "none"),
        Value("tickLblPos", "low"),
        new XElement(C + "spPr", Line("7F7F7F")),
        Letters(900),
        Value("crossAx", 2),
        Value("crosses", "autoZero"),
        Value("auto", 1),
        Value("lblAlgn", "ctr"),
        Value("lblOffset", 100),
        Value("noMultiLvlLbl", 1));

    private XElement Scale(PlacedChart placed)
    {
        var decimals = placed.Chart.Values.Max(column => placed.Table.Columns[column].Decimals);
        var values = Drawn(placed.Table).SelectMany(row => placed.Chart.Values.Select(column => Convert.ToDecimal(row.Cells[column].Value ?? 0, CultureInfo.InvariantCulture))).ToList();
        var largest = values.Max();
        return new XElement(
            C + "valAx",
            Value("axId", 2),
            new XElement(C + "scaling", Value("orientation", "minMax"), values.Min() < 0 ? null : Value("min", 0)),
            Value("delete", 0),
            Value("axPos", "b"),
            new XElement(C + "majorGridlines", new XElement(C + "spPr", Line(Faint))),
            // Large figures need no decimals on an axis; counts have none.
            new XElement(C + "numFmt", new XAttribute("formatCode", ExcelStyles.NumberCode(largest >= 10 ? 0 : Math.Min(decimals, 2), language)), new XAttribute("sourceLinked", 0)),
            Value("majorTickMark", "none"),
            Value("minorTickMark", "none"),
            Value("tickLblPos", "nextTo"),
            new XElement(C + "spPr", new XElement(A + "ln", new XElement(A + "noFill"))),
            Letters(800),
            Value("crossAx", 1),
            Value("crosses", "max"), // With the first row at the top this is the foot.
            Value("crossBetween", "between"),
            decimals == 0 && largest <= 10 ? Value("majorUnit", largest <= 5 ? 1 : 2) : null);
    }

    private XElement Title(string words) => new(
        C + "title",
        new XElement(C + "tx", new XElement(
            C + "rich",
            new XElement(A + "bodyPr"),
            new XElement(
                A + "p",
                new XElement(A + "pPr", Style("defRPr", 1100, Ink, isBold: true)),
                new XElement(A + "r", Style("rPr", 1100, Ink, isBold: true), new XElement(A + "t", PlainText.Of(words)))))),
        Value("overlay", 0));

    private static XElement Cache(string name, string? format, IReadOnlyList<string?> values) => new(
        C + name,
        format is null ? null : new XElement(C + "formatCode", format),
        Value("ptCount", values.Count),
        values.Select((value, index) => value is null ? null : new XElement(C + "pt", new XAttribute("idx", index), new XElement(C + "v", value))));

    private string Range(int column, int first, int last)
    {
        var letters = CellAddress.Letters(column);
        var start = $"{SheetNames.Reference(sheet)}${letters}${first}";
        return first == last ? start : $"{start}:${letters}${last}";
    }

    private XElement Letters(int size, string colour = Ink) => new(
        C + "txPr",
        new XElement(A + "bodyPr"),
        new XElement(A + "p", new XElement(A + "pPr", Style("defRPr", size, colour)), new XElement(A + "endParaRPr", new XAttribute("lang", Tag))));

    private XElement Style(string name, int size, string colour, bool isBold = false) => new(
        A + name,
        name == "rPr" ? new XAttribute("lang", Tag) : null,
        new XAttribute("sz", size),
        new XAttribute("b", isBold ? 1 : 0),
        Fill(colour),
        new XElement(A + "latin", new XAttribute("typeface", Family)),
        new XElement(A + "cs", new XAttribute("typeface", Family)));

    private string Tag => language == "vi" ? "vi-VN" : "en-GB";

    private static XElement Fill(string colour) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", colour)));

    private static XElement Line(string colour) => new(A + "ln", new XAttribute("w", 6350), Fill(colour));

    private static XElement Value(string name, object value) => new(C + name, new XAttribute("val", value));

    private static void Save(OpenXmlPart part, XElement content)
    {
        using var stream = part.GetStream(FileMode.Create);
        new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), content).Save(stream);
    }
}
