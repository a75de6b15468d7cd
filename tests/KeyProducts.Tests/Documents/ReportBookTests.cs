using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KeyProducts.Documents;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Tests.Support;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Row = KeyProducts.Documents.Row;
using Table = KeyProducts.Documents.Table;

namespace KeyProducts.Tests.Documents;

/// <summary>Workbooks of several sheets, with charts beside their tables.</summary>
public sealed class ReportBookTests
{
    private static readonly string[] Hostile = ["=1+1", "<b>&amp;</b>", "{{x}}", "@SUM(A1)", "a\u202Eb\u200Fc"];

    [Fact]
    public void The_validators_find_nothing_whatever_stands_in_it()
    {
        foreach (var rows in new[] { 0, 1, 8, 61 })
        {
            using var workbook = new Workbook(Bytes(Book(rows)));
            Assert.Empty(workbook.Complaints());
        }
    }

    [Fact]
    public void A_sheet_for_programs_holds_its_header_and_its_rows_and_nothing_else()
    {
        foreach (var rows in new Row[][] { [], [new([new("=1+1"), new(2025), new(-1234567.5m), new(true)]), new([new("Ế"), new(null), new(0m), new(false)])] })
        {
            var report = new Report { FileName = "data", Language = "vi", Title = "Không được in ra", Lines = ["Dòng"], Tables = [], Notes = ["Ghi chú"] };
            var table = new Table("Tên bảng", [new("name", ColumnKind.Text, 20), new("year", ColumnKind.Raw, 6), new("value", ColumnKind.Raw, 10), new("is_top", ColumnKind.Raw, 6)], rows) { WhenEmpty = "Không có gì." };
            using var workbook = new Workbook(Bytes(new ReportBook { Report = report, Sheets = [new BookSheet { Name = "data", Tables = [new BookTable(table)], IsData = true, Notes = ["Ghi chú"] }] }));
            Assert.Empty(workbook.Complaints());
            Assert.Equal(rows.Length == 0 ? ["name|year|value|is_top"] : ["name|year|value|is_top", "=1+1|2025|-1234567.5|1", "Ế|0|0"], workbook.Rows());
            if (rows.Length > 0)
            {
                // No sign for thousands and no decimals but its own; a truth is one.
                Assert.Equal((0u, 0u, CellValues.Boolean), (workbook.NumberFormatId(workbook.Cell("B2")), workbook.NumberFormatId(workbook.Cell("C2")), workbook.Cell("D2").DataType!.Value));
            }
        }
    }

    [Fact]
    public void A_chart_points_to_the_cells_of_its_table_and_carries_their_values()
    {
        using var workbook = new Workbook(Bytes(Book(3)));
        var sheet = (WorksheetPart)workbook.File.WorkbookPart!.GetPartById("rId2");
        Assert.Single(sheet.Worksheet.Elements<Drawing>());
        var charts = sheet.DrawingsPart!.ChartParts.Select(part => part.ChartSpace).ToList();
        Assert.Equal(["Sản phẩm và doanh nghiệp", "Doanh thu (tỷ đồng)"], charts.Select(chart => chart.Descendants<C.Title>().First().InnerText).Order(StringComparer.Ordinal).Reverse());
        var both = charts.Single(chart => chart.Descendants<C.BarChartSeries>().Count() == 2);
        var header = workbook.RowOf("Ngành", 1);
        Assert.Equal(
            [$"'Thống kê'!$B${header}", $"'Thống kê'!$A${header + 1}:$A${header + 3}", $"'Thống kê'!$B${header + 1}:$B${header + 3}"],
            both.Descendants<C.BarChartSeries>().First().Descendants<C.Formula>().Select(formula => formula.Text));
        // Without the sum, whose bar would dwarf the others.
        Assert.Equal(["1", "2", "3"], both.Descendants<C.BarChartSeries>().First().Descendants<C.NumericValue>().Select(value => value.Text).TakeLast(3));
        Assert.Equal("[$-42A]#,##0", both.Descendants<C.FormatCode>().First().Text);
        Assert.All(sheet.DrawingsPart.WorksheetDrawing.Descendants<DocumentFormat.OpenXml.Drawing.Spreadsheet.NonVisualDrawingProperties>(), properties => Assert.NotEmpty(properties.Description!.Value!));
    }

    [Fact]
    public void Charts_lie_beside_their_table_one_below_the_other_and_nothing_lies_under_them()
    {
        using var workbook = new Workbook(Bytes(Book(61)));
        var sheet = (WorksheetPart)workbook.File.WorkbookPart!.GetPartById("rId2");
        var places = sheet.DrawingsPart!.WorksheetDrawing.Elements<DocumentFormat.OpenXml.Drawing.Spreadsheet.TwoCellAnchor>()
            .Select(one => (Top: int.Parse(one.FromMarker!.RowId!.Text, null), Bottom: int.Parse(one.ToMarker!.RowId!.Text, null), Left: int.Parse(one.FromMarker.ColumnId!.Text, null))).ToList();
        Assert.Equal(2, places.Count);
        Assert.True(places[0].Bottom <= places[1].Top);
        Assert.All(places, place => Assert.True(place.Left >= 4));
        var table = workbook.RowOf("Ngành", 1);
        var second = workbook.RowOf("Lời", 1);
        Assert.True(places[0].Top >= table - 1 && places[1].Bottom < second - 1);
    }

    [Fact]
    public void A_table_without_rows_has_no_chart_of_nothing()
    {
        using var workbook = new Workbook(Bytes(Book(0)));
        Assert.Null(((WorksheetPart)workbook.File.WorkbookPart!.GetPartById("rId2")).DrawingsPart);
        Assert.Contains("Chưa có gì.", workbook.Rows(1));
    }

    [Fact]
    public void Hostile_words_stay_text_in_cells_and_charts()
    {
        using var workbook = new Workbook(Bytes(Book(8)));
        var header = workbook.RowOf("Lời", 1);
        foreach (var (place, words) in Hostile.Index())
        {
            var cell = workbook.Cell($"A{header + 1 + place}", 1);
            Assert.Null(cell.CellFormula);
            Assert.Equal(CellValues.SharedString, cell.DataType!.Value);
            Assert.Equal(words.StartsWith('a') ? "abc" : words, workbook.Text(cell));
        }

        var labels = ((WorksheetPart)workbook.File.WorkbookPart!.GetPartById("rId2")).DrawingsPart!.ChartParts
            .SelectMany(part => part.ChartSpace.Descendants<C.CategoryAxisData>().First().Descendants<C.NumericValue>()).Select(value => value.Text);
        Assert.Empty(((string[])["=1+1", "<b>&amp;</b>", "{{x}}", "@SUM(A1)", "abc"]).Except(labels));
    }

    [Fact]
    public void Sheets_are_set_up_to_be_printed_and_read()
    {
        using var workbook = new Workbook(Bytes(Book(8)));
        Assert.Equal(["Danh sách", "Thống kê"], workbook.SheetNames);
        var (list, statistics) = (workbook.Sheet(0), workbook.Sheet(1));
        Assert.True(list.SheetProperties!.PageSetupProperties!.FitToPage!.Value);
        Assert.Equal("FFD8B450", list.SheetProperties.TabColor!.Rgb!.Value);
        Assert.Single(list.Descendants<Pane>());
        Assert.Single(list.Descendants<AutoFilter>());
        // Who fits to the width heeds no breaks: the sheet with charts is made smaller by a percentage, and its parts stay whole.
        Assert.Null(statistics.SheetProperties!.PageSetupProperties);
        Assert.InRange(statistics.Descendants<PageSetup>().Single().Scale!.Value, 40u, 99u);
        Assert.All(new[] { list, statistics }, sheet =>
        {
            var foot = sheet.Descendants<OddFooter>().Single().Text;
            Assert.Contains("Trang &P/&N", foot, StringComparison.Ordinal);
            Assert.Contains("R&&D, SHA-256 " + new string('a', 64), foot, StringComparison.Ordinal);
            Assert.True(foot.Length <= 255);
        });
        Assert.Equal(2, workbook.DefinedNames.Count(name => name.Name == "_xlnm.Print_Area"));
        var codes = list.Descendants<IgnoredError>().Single();
        Assert.Equal($"B{workbook.RowOf("TT") + 1}:B{workbook.RowOf("TT") + 8}", codes.SequenceOfReferences!.InnerText);
        Assert.Equal("0100109106", workbook.Text(workbook.Cell($"B{workbook.RowOf("TT") + 1}")));
    }

    [Fact]
    public void Its_properties_name_the_agency_and_no_person()
    {
        using var workbook = new Workbook(Bytes(Book(1)));
        var properties = workbook.File.PackageProperties;
        Assert.Equal((Samples.Title, "Thử nghiệm", "vi", new DateTime(2025, 11, 5, 1, 2, 3)), (properties.Title, properties.Subject, properties.Language, properties.Created!.Value.ToUniversalTime()));
        Assert.Null(properties.Creator);
        Assert.Null(properties.LastModifiedBy);
        Assert.Equal("Sở Công Thương", workbook.File.ExtendedFilePropertiesPart!.Properties.Company!.Text);
    }

    [Fact]
    public void Numbers_are_written_as_the_words_around_them_are()
    {
        using var vietnamese = new Workbook(Samples.List(1));
        Assert.Equal("[$-42A]#,##0.0", vietnamese.WholeNumberFormat(vietnamese.Cell($"E{vietnamese.RowOf("1|")}")));
        using var english = new Workbook(Samples.List(1) with { Language = "en" });
        Assert.Equal("[$-409]#,##0.0", english.WholeNumberFormat(english.Cell($"E{english.RowOf("1|")}")));
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes()
    {
        var first = Bytes(Book(8));
        Assert.Equal(first, Bytes(Book(8)));
        using var zip = new ZipArchive(new MemoryStream(first));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
    }

    [ToolFact("soffice")]
    public void LibreOffice_prints_it_one_page_wide_with_its_charts()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Put("so-lieu.xlsx", Bytes(Book(8)));
        var profile = new Uri(Path.Combine(folder.Path, "profile")).AbsoluteUri;
        InstalledTool.LibreOffice.Run($"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", folder.Path, path);
        var text = InstalledTool.PdfToText.Run("-layout", "-enc", "UTF-8", Path.Combine(folder.Path, "so-lieu.pdf"), "-");
        var pages = text.Split('\f', StringSplitOptions.RemoveEmptyEntries);
        // The second chart does not fit below the first: it begins the last page, with what comes after.
        Assert.Equal(3, pages.Length);
        Assert.Contains("Trang 3/3", pages[2], StringComparison.Ordinal);
        Assert.Contains("Sản phẩm và doanh nghiệp", pages[1], StringComparison.Ordinal);
        Assert.Contains("Doanh thu (tỷ đồng)", pages[2], StringComparison.Ordinal);
        Assert.Contains("1.234,5", pages[0], StringComparison.Ordinal);
    }

    private static byte[] Bytes(ReportBook book)
    {
        var file = new MemoryStream();
        Excel.Write(book, file);
        return file.ToArray();
    }

    private static ReportBook Book(int rows)
    {
        var list = Table.Of(Enumerable.Range(1, rows)).Number("TT", one => one, width: 4).Code("Mã số thuế", _ => "0100109106").Number("Doanh thu", _ => 1234.5m, 1).Table(whenEmpty: "Chưa có gì.");
        var table = Table.Of(Enumerable.Range(1, rows))
            .Text("Ngành", one => one <= Hostile.Length ? Hostile[one - 1] : $"Ngành {one}", 20)
            .Number("Sản phẩm", one => one)
            .Number("Doanh nghiệp", one => one + 1)
            .Number("Doanh thu", one => one % 3 == 0 ? null : 100.5m * one, 1)
            .Table(whenEmpty: "Chưa có gì.");
        Row sum = new([new("Tổng cộng"), new(10_000), new(20_000), new(30_000m)], RowStyle.Total);
        return new ReportBook
        {
            Report = Samples.Of() with { Source = new Source("Từ R&D, SHA-256 " + new string('a', 64), new string('a', 64)) },
            Subject = "Thử nghiệm",
            Company = "Sở Công Thương",
            MadeAt = new DateTime(2025, 11, 5, 1, 2, 3, DateTimeKind.Utc),
            Sheets =
            [
                new() { Name = "Danh sách", Tables = [new(list)], Tab = TabColour.Gold },
                new()
                {
                    Name = "Thống kê",
                    Tables =
                    [
                        new(rows == 0 ? table : table with { Rows = [.. table.Rows, sum] }, new("Sản phẩm và doanh nghiệp", 0, [1, 2]), new("Doanh thu (tỷ đồng)", 0, [3])),
                        new(Samples.Words(Hostile)),
                    ],
                    IsLandscape = true,
                },
            ],
        };
    }
}
