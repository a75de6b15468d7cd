using DocumentFormat.OpenXml.Spreadsheet;
using KeyProducts.Documents;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Tests.Support;
using Table = KeyProducts.Documents.Table;

namespace KeyProducts.Tests.Documents;

/// <summary>A form as a workbook: what Excel will make of it, and what we read back.</summary>
public sealed class ExcelFormTests
{
    private static readonly string[] Industries = [.. Enumerable.Range(1, 40).Select(i => $"Ngành số {i}: cơ khí, chế tạo, điện tử")];

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 3)]
    [InlineData(true, 1_000)]
    public void The_validators_find_nothing(bool example, int rows)
    {
        using var workbook = Open(Form(example, rows));
        Assert.Empty(workbook.Complaints());
    }

    [Fact]
    public void It_has_the_form_the_instructions_and_the_lists()
    {
        using var workbook = Open(Form());
        Assert.Equal(["Hồ sơ", "Hướng dẫn", "Danh mục"], workbook.SheetNames);
        Assert.Equal(
            [
                "HỒ SƠ ĐĂNG KÝ NĂM 2026",
                "Mỗi sản phẩm một dòng.",
                "Năm 2025|Năm 2024",
                "Số hồ sơ|Tên doanh nghiệp *|Mã số thuế|Ngành *|Ngày nhận|Doanh thu (đồng)|Xuất khẩu (USD)|Doanh thu (đồng)",
                "Ví dụ|Công ty Cổ phần Ví dụ|0100109106|Ngành số 1: cơ khí, chế tạo, điện tử|45900|1234567890|1234.5",
            ],
            workbook.Rows());
        Assert.Equal(Industries, workbook.Rows(2).SkipWhile(text => text != "Ngành").Skip(1).TakeWhile(text => text.Length > 0));
        Assert.Contains("Tên doanh nghiệp|Tên đầy đủ.", workbook.Rows(1));
    }

    [Fact]
    public void Headers_of_a_group_are_merged_and_stay_in_sight()
    {
        using var workbook = Open(Form());
        Assert.Equal(["F3:G3"], workbook.Sheet().Descendants<MergeCell>().Select(area => area.Reference!.Value));
        var pane = workbook.Sheet().Descendants<Pane>().Single();
        Assert.Equal((4d, 2d, "C5", PaneStateValues.Frozen), (pane.VerticalSplit!.Value, pane.HorizontalSplit!.Value, pane.TopLeftCell!.Value, pane.State!.Value));
    }

    [Fact]
    public void Rules_name_lists_by_their_place_and_never_hold_them()
    {
        using var workbook = Open(Form());
        var rules = workbook.Sheet().Descendants<DataValidation>().ToList();
        Assert.Equal(8, rules.Count);
        Assert.All(rules, rule => Assert.True(rule.Prompt!.Value!.Length is > 0 and <= 255 && rule.PromptTitle!.Value!.Length <= 32));
        var list = Assert.Single(rules, rule => rule.Type?.Value == DataValidationValues.List);
        var first = workbook.RowOf("Ngành", 2) + 1;
        Assert.Equal($"'Danh mục'!$A${first}:$A${first + 39}", list.Formula1!.Text);
        Assert.Equal("D6:D5005", list.SequenceOfReferences!.InnerText);
        Assert.Equal(DataValidationValues.Date, rules[4].Type!.Value);
        Assert.Equal([DataValidationValues.Whole, DataValidationValues.Decimal], rules[5..7].Select(rule => rule.Type!.Value));
    }

    [Fact]
    public void Codes_keep_their_zeros_in_rows_that_are_still_to_be_written()
    {
        using var workbook = Open(Form());
        var code = workbook.Sheet().Descendants<DocumentFormat.OpenXml.Spreadsheet.Column>().ElementAt(2);
        Assert.Equal("@", workbook.NumberFormat(new() { StyleIndex = code.Style!.Value }));
        var written = workbook.Cell("C5");
        Assert.Equal("@", workbook.NumberFormat(written));
        Assert.Equal("#,##0.00", workbook.NumberFormat(workbook.Cell("G5")));
    }

    [Fact]
    public void The_example_looks_like_one()
    {
        using var workbook = Open(Form(true, 1));
        Assert.NotEqual(workbook.Colour(workbook.Cell("A5")), workbook.Colour(workbook.Cell("A6")));
    }

    [Fact]
    public void What_is_written_is_read_back_with_every_digit()
    {
        var sheet = RawWorkbook.Read(Bytes(Form(true, 3)))[0];
        Assert.Equal("Ví dụ", sheet.Rows[4][0]!.Text);
        var row = sheet.Rows[6];
        Assert.Equal(["2", "=Công ty 2", "0000000002", Industries[2], "02/01/2026", "9.999.999.999.999.998", "0.02"], row.Cells.Select(cell => cell.Text));
        Assert.Equal("Năm 2025", sheet.Rows[2][6]!.Text);
    }

    [ToolFact("soffice")]
    public void LibreOffice_opens_it_and_saves_it_without_a_loss()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Put("mau.xlsx", Bytes(Form(true, 3)));
        var profile = new Uri(Path.Combine(folder.Path, "profile")).AbsoluteUri;
        var saved = Directory.CreateDirectory(Path.Combine(folder.Path, "saved")).FullName;
        InstalledTool.LibreOffice.Run($"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx", "--outdir", saved, path);
        var before = RawWorkbook.Read(File.ReadAllBytes(path))[0];
        var after = RawWorkbook.Read(File.ReadAllBytes(Path.Combine(saved, "mau.xlsx")))[0];
        static IEnumerable<object> Values(SheetContent sheet) => sheet.Rows.SelectMany(row => row.Cells).Select(cell => (object)(cell.Address, cell.Kind, cell.Text));
        Assert.Equal(Values(before), Values(after));
    }

    private static FormWorkbook Form(bool example = true, int rows = 0)
    {
        FormColumn[] columns =
        [
            new(new("Số hồ sơ", ColumnKind.Code, 10), "Để trống nếu là hồ sơ mới."),
            new(new("Tên doanh nghiệp", ColumnKind.Text, 34), "Tên đầy đủ.") { IsRequired = true },
            new(new("Mã số thuế", ColumnKind.Code, 16), "10 chữ số."),
            new(new("Ngành", ColumnKind.Text, 24), "Chọn trong danh mục.") { IsRequired = true, Choices = Industries },
            new(new("Ngày nhận", ColumnKind.Date, 12), "Ví dụ 31/08/2025."),
            new(new("Doanh thu (đồng)", ColumnKind.Number, 20), new string('đ', 400)) { Group = "Năm 2025" },
            new(new("Xuất khẩu (USD)", ColumnKind.Number, 18, 2), "Bằng đô-la.") { Group = "Năm 2025" },
            new(new("Doanh thu (đồng)", ColumnKind.Number, 20), "Bằng đồng.") { Group = "Năm 2024" },
        ];
        return new FormWorkbook
        {
            FileName = "mau-dang-ky",
            Language = "vi",
            Title = "HỒ SƠ ĐĂNG KÝ NĂM 2026",
            Lines = ["Mỗi sản phẩm một dòng."],
            SheetName = "Hồ sơ",
            Columns = columns,
            FrozenColumns = 2,
            Example = example ? ["Ví dụ", "Công ty Cổ phần Ví dụ", "0100109106", Industries[0], new DateOnly(2025, 8, 31), 1_234_567_890L, 1234.5m, null] : null,
            Rows =
            [
                .. Enumerable.Range(1, rows).Select(i => (IReadOnlyList<object?>)
                    [i.ToString(null, null), $"=Công ty {i}", $"{i:0000000000}", Industries[i % 40], new DateOnly(2026, 1, 1).AddDays(i - 1), 10_000_000_000_000_000L - i, i / 100m, null]),
            ],
            Guide = Samples.Of(Table.Of(columns).Text("Cột", column => column.Head.Header).Text("Nội dung", column => column.Hint, 60).Table("Hướng dẫn")),
            ListsName = "Danh mục",
        };
    }

    private static Workbook Open(FormWorkbook form) => new(Bytes(form));

    private static byte[] Bytes(FormWorkbook form)
    {
        var file = new MemoryStream();
        ExcelForm.Write(form, file);
        return file.ToArray();
    }
}
