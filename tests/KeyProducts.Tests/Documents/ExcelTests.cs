using System.Text;
using DocumentFormat.OpenXml.Spreadsheet;
using KeyProducts.Documents;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Tests.Support;
using Row = KeyProducts.Documents.Row;
using Table = KeyProducts.Documents.Table;

namespace KeyProducts.Tests.Documents;

/// <summary>The workbook, as Excel would read it.</summary>
public sealed class ExcelTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(36, true)]
    [InlineData(500, false)]
    public void The_validators_find_nothing(int rows, bool groups)
    {
        using var workbook = new Workbook(Samples.List(rows, groups));
        Assert.Empty(workbook.Complaints());
    }

    [Fact]
    public void A_sheet_says_all_that_the_report_says()
    {
        using var workbook = new Workbook(Samples.List(2));
        Assert.Equal(
            [
                Samples.Title,
                "(Kèm theo Quyết định số 6868/QĐ-UBND ngày 31 tháng 12 năm 2025)",
                "Dữ liệu minh hoạ",
                "",
                "Sản phẩm được công nhận|2 sản phẩm",
                "Doanh thu|49.987,4 tỷ đồng",
                "",
                "TT|Sản phẩm|Doanh nghiệp|Mã số thuế|Doanh thu (tỷ đồng)|Ngày nộp",
                "1|Máy biến áp truyền tải số 1, làm mát bằng dầu cưỡng bức, dùng cho lưới điện|Công ty Cổ phần Thiết bị điện Ưu Việt 1|0100109106|1235.5|45900",
                "2|Máy biến áp truyền tải số 2, làm mát bằng dầu cưỡng bức, dùng cho lưới điện|Công ty Cổ phần Thiết bị điện Ưu Việt 2|0100109106|1236.5|45900",
                "Tổng cộng|49987.4",
                "",
                "Doanh thu tính theo năm dữ liệu 2024.",
            ],
            workbook.Rows());
    }

    [Fact]
    public void Codes_are_text_numbers_are_numbers_and_days_are_days()
    {
        using var workbook = new Workbook(Samples.List(1));
        var row = workbook.RowOf("1|");
        var (code, number, day) = (workbook.Cell($"D{row}"), workbook.Cell($"E{row}"), workbook.Cell($"F{row}"));
        Assert.Equal(CellValues.SharedString, code.DataType!.Value);
        Assert.Equal("@", workbook.NumberFormat(code));
        Assert.Null(number.DataType);
        Assert.Equal("#,##0.0", workbook.NumberFormat(number));
        Assert.Null(day.DataType);
        Assert.Equal("dd/mm/yyyy", workbook.NumberFormat(day));
        Assert.Equal(new DateTime(2025, 8, 31), DateTime.FromOADate(double.Parse(workbook.Text(day), null)));
    }

    [Fact]
    public void Words_that_look_like_formulas_stay_words()
    {
        string[] words = ["=1+1", "+84 24", "-5", "@a", "<b>&amp;</b>", "_x0041_", " hai  dấu cách ", "hai\ndòng", "Đặng Thị Ế\u0323"];
        using var workbook = new Workbook(Samples.Of(Samples.Words(words)));
        var header = workbook.RowOf("Lời");
        for (var i = 0; i < words.Length; i++)
        {
            var cell = workbook.Cell($"A{header + 1 + i}");
            Assert.Null(cell.CellFormula);
            Assert.Equal(CellValues.SharedString, cell.DataType!.Value);
            Assert.Equal(i < 4, workbook.Format(cell).QuotePrefix?.Value ?? false);
            var read = words[i] == "_x0041_" ? "_x005F_x0041_" : words[i].Normalize(NormalizationForm.FormC);
            Assert.Equal(read, workbook.Text(cell));
        }

        Assert.Empty(workbook.Complaints());
    }

    [Fact]
    public void What_no_workbook_can_hold_is_left_out_and_the_file_stays_whole()
    {
        using var workbook = new Workbook(Samples.Of(Samples.Words("a\0b\u0001\u202Ec\uFFFEd", "e\uD800f", new string('g', 40_000))));
        var header = workbook.RowOf("Lời");
        Assert.Equal("abcd", workbook.Texts(header + 1).Single());
        Assert.Equal("e\uFFFDf", workbook.Texts(header + 2).Single());
        Assert.Equal(32_767, workbook.Texts(header + 3).Single().Length);
        Assert.Empty(workbook.Complaints());
    }

    [Fact]
    public void Numbers_longer_than_Excel_can_hold_are_text_with_every_digit()
    {
        var table = Table.Of([999_999_999_999_999m, 1_234_567_890_123_456_789m]).Number("Đồng", value => value).Table();
        using var workbook = new Workbook(Samples.Of(table));
        var header = workbook.RowOf("Đồng");
        Assert.Equal(["999999999999999"], workbook.Texts(header + 1));
        Assert.Equal(["1.234.567.890.123.456.789"], workbook.Texts(header + 2));
    }

    [Fact]
    public void Groups_are_headings_across_the_table_and_leave_no_filter()
    {
        using var workbook = new Workbook(Samples.List(36, groups: true));
        foreach (var industry in Samples.Industries)
        {
            var row = workbook.RowOf(industry);
            Assert.Contains($"A{row}:F{row}", workbook.Sheet().Descendants<MergeCell>().Select(cells => cells.Reference!.Value));
        }

        Assert.Empty(workbook.Sheet().Descendants<AutoFilter>());
        Assert.DoesNotContain(workbook.DefinedNames, name => name.Name == "_xlnm._FilterDatabase");
    }

    [Fact]
    public void The_top_ten_are_gold_and_only_they()
    {
        using var workbook = new Workbook(Samples.List(12));
        var header = workbook.RowOf("TT");
        var gold = Enumerable.Range(1, 12).Where(i => workbook.Colour(workbook.Cell($"B{header + i}")) == "FFFBEDC1");
        Assert.Equal(Enumerable.Range(1, 10), gold);
    }

    [Fact]
    public void The_sheet_is_ready_to_be_filtered_and_printed()
    {
        using var workbook = new Workbook(Samples.List(36));
        var header = workbook.RowOf("TT");
        var sheet = workbook.Sheet();
        Assert.Equal($"A{header}:F{header + 36}", sheet.Descendants<AutoFilter>().Single().Reference!.Value); // Without the sum.
        Assert.Equal(header, sheet.Descendants<Pane>().Single().VerticalSplit!.Value);
        var page = sheet.Descendants<PageSetup>().Single();
        Assert.Equal((9u, OrientationValues.Landscape, 1u, 0u),
            (page.PaperSize!.Value, page.Orientation!.Value, page.FitToWidth!.Value, page.FitToHeight!.Value));
        Assert.Equal($"'{workbook.SheetNames[0]}'!${header}:${header}",
            workbook.DefinedNames.Single(name => name.Name == "_xlnm.Print_Titles").Text);
        Assert.Equal(Samples.Title, workbook.File.PackageProperties.Title);
        Assert.Equal("vi", workbook.File.PackageProperties.Language);
    }

    [Fact]
    public void An_empty_table_says_so()
    {
        using var workbook = new Workbook(Samples.List(0));
        Assert.Equal(["Chưa có sản phẩm nào."], workbook.Texts(workbook.RowOf("TT") + 1));
    }

    [Fact]
    public void Every_table_has_a_sheet_with_the_title_and_a_name_of_its_own()
    {
        var table = Samples.Words("một");
        var captions = new[] { "Cơ khí: [1/2]", "Cơ khí: [1/2]", "cơ khí 1 2", null, "History", "'", new string('Đ', 40), new string('Đ', 40) };
        using var workbook = new Workbook(Samples.Of([.. captions.Select(caption => table with { Caption = caption })]));
        Assert.Equal(
            [
                "Cơ khí 1 2", "Cơ khí 1 2 (2)", "cơ khí 1 2 (3)", Samples.Title[..31].TrimEnd(), "History (2)", "san-pham",
                new string('Đ', 31), new string('Đ', 27) + " (2)",
            ],
            workbook.SheetNames);
        Assert.All(Enumerable.Range(0, captions.Length), sheet => Assert.Equal(Samples.Title, workbook.Rows(sheet)[0]));
        Assert.Empty(workbook.Complaints());
    }

    [Fact]
    public void A_report_without_tables_is_a_sheet_too()
    {
        using var workbook = new Workbook(Samples.Of() with { Facts = [new("Sản phẩm", "36")], Notes = ["Ghi chú"] });
        Assert.Equal([Samples.Title, "", "Sản phẩm|36", "", "Ghi chú"], workbook.Rows());
        Assert.Empty(workbook.Complaints());
    }

    [Fact]
    public void A_table_of_many_columns_is_lettered_beyond_Z()
    {
        var table = new Table(null, [.. Enumerable.Range(1, 30).Select(i => new KeyProducts.Documents.Column($"Cột {i}", ColumnKind.Text, 10))],
            [new Row([.. Enumerable.Range(1, 30).Select(i => new KeyProducts.Documents.Cell($"giá trị {i}"))])]);
        using var workbook = new Workbook(Samples.Of(table));
        Assert.Equal("giá trị 30", workbook.Text(workbook.Cell($"AD{workbook.RowOf("Cột 1") + 1}")));
        Assert.Empty(workbook.Complaints());
    }

    [ToolFact("soffice")]
    public void LibreOffice_opens_it_with_every_letter_and_zero()
    {
        using var folder = new TemporaryFolder();
        var report = Samples.List(2) with { Title = Samples.Letters + "₫" };
        var path = folder.Put("san-pham.xlsx", report.Bytes(Excel.Write));
        var profile = new Uri(Path.Combine(folder.Path, "profile")).AbsoluteUri;
        InstalledTool.LibreOffice.Run($"-env:UserInstallation={profile}", "--headless", "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", folder.Path, path);
        var read = File.ReadAllText(Path.Combine(folder.Path, "san-pham.csv")).Replace("\"", "", StringComparison.Ordinal);
        Assert.Contains(Samples.Letters + "₫", read, StringComparison.Ordinal);
        Assert.Contains("Công ty Cổ phần Thiết bị điện Ưu Việt 1,0100109106,", read, StringComparison.Ordinal);
        Assert.Contains("31/08/2025", read, StringComparison.Ordinal);
    }
}
