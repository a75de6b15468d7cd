using System.Text;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Documents;

/// <summary>Workbooks as people and programs write them, and what is read out of them.</summary>
public sealed class SheetReaderTests
{
    private static readonly string[] DayFormats = ["dd/mm/yyyy", "[$-42A]dd mmmm yyyy;@", "\"Ngày\" d \"tháng\" m", "yyyy\\-mm\\-dd hh:mm:ss", "mmm"];

    [Fact]
    public void Words_are_read_however_the_file_keeps_them()
    {
        var workbook = new RawWorkbook
        {
            Strings = "<si><t>Biến áp</t></si><si><r><rPr><b/></rPr><t xml:space=\"preserve\">Tủ </t></r><r><t>điện</t></r><rPh sb=\"0\" eb=\"1\"><t>đọc</t></rPh></si><si><t/></si><si/>",
        }.Add("Một", """
            <row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><r><t>Trong </t></r><r><t>ô</t></r></is></c>
            <c r="E2" t="str"><f>A1&amp;"x"</f><v>tính được</v></c><c r="F2" t="s"><v>2</v></c><c r="G2" t="s"><v>3</v></c><c r="H2" s="0"/></row>
            <row><c t="inlineStr"><is><t>không địa chỉ</t></is></c><c t="inlineStr"><is><t>kế bên</t></is></c></row>
            """);
        var sheet = Assert.Single(workbook.Read());
        Assert.Equal(["B2=Biến áp", "C2=Tủ điện", "D2=Trong ô", "E2=tính được", "A3=không địa chỉ", "B3=kế bên"], Cells(sheet));
        Assert.All(sheet.Rows.SelectMany(row => row.Cells), cell => Assert.Equal(CellKind.Text, cell.Kind));
    }

    [Fact]
    public void Numbers_keep_the_digits_that_Excel_shows_and_the_zeros_before_them()
    {
        var workbook = new RawWorkbook { Formats = ["0000000000", "0000000000\\-000", "#,##0 \"đ\"", "00000"], Styles = [164, 165, 166, 10, 167] }.Add("Một", """
            <row r="1"><c r="A1"><v>100233488</v></c><c r="B1" s="1"><v>100233488</v></c><c r="C1" s="2"><v>100233488001</v></c><c r="D1" s="3"><v>1.2345678E12</v></c>
            <c r="E1" s="4"><v>0.125</v></c><c r="F1"><v>0.30000000000000004</v></c><c r="G1"><v>-12.5</v></c><c r="H1"><v>1E300</v></c><c r="I1" s="5"><v>1234567</v></c></row>
            """);
        var row = workbook.Read()[0].Rows.Single();
        Assert.Equal(["100233488", "0100233488", "0100233488-001", "1234567800000", "12.5%", "0.3", "-12.5", "1E300", "1234567"], row.Cells.Select(cell => cell.Text));
        Assert.Equal([100233488, 100233488, 100233488001, 1234567800000m, 0.125m, 0.3m, -12.5m, null, 1234567], row.Cells.Select(cell => cell.Number));
    }

    [Theory]
    [InlineData(false, "45900", "31/08/2025")]
    [InlineData(true, "44438", "31/08/2025")]
    [InlineData(false, "45900.75", "31/08/2025 18:00")]
    [InlineData(false, "59", "28/02/1900")]
    [InlineData(false, "61", "01/03/1900")]
    public void Days_are_read_in_both_calendars(bool from1904, string serial, string day)
    {
        var styles = Enumerable.Range(164, DayFormats.Length).Prepend(14).Prepend(22).ToList();
        var cells = string.Concat(styles.Select((_, i) => $"<c r=\"{CellAddress.Of(1, i)}\" s=\"{i + 1}\"><v>{serial}</v></c>"));
        var row = new RawWorkbook { Formats = DayFormats, Styles = styles, From1904 = from1904 }.Add("Một", $"<row r=\"1\">{cells}</row>").Read()[0].Rows.Single();
        Assert.All(row.Cells, cell => Assert.Equal((CellKind.Day, day, null), (cell.Kind, cell.Text, cell.Number)));
        Assert.All(row.Cells, cell => Assert.Equal(DateOnly.ParseExact(day[..10], "dd/MM/yyyy"), cell.Day));
    }

    [Fact]
    public void A_number_that_no_format_makes_a_day_stays_a_number_and_knows_its_day()
    {
        string[] formats = ["#,##0 [$đ-42A]", "[Red]0.00", "\"d\"0", "h:mm", "0.00E+00", "[h]:mm:ss", "General"];
        var cells = string.Concat(formats.Select((_, i) => $"<c r=\"{CellAddress.Of(1, i)}\" s=\"{i + 1}\"><v>45900</v></c>"));
        var row = new RawWorkbook { Formats = formats, Styles = [.. Enumerable.Range(164, formats.Length)] }.Add("Một", $"<row r=\"1\">{cells}</row>").Read()[0].Rows.Single();
        Assert.All(row.Cells, cell => Assert.Equal((CellKind.Number, 45900m, new DateOnly(2025, 8, 31)), (cell.Kind, cell.Number, cell.Day)));
    }

    [Fact]
    public void A_day_that_never_was_is_a_number()
    {
        var row = new RawWorkbook { Styles = [14] }.Add("Một", "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>60</v></c><c r=\"B1\" s=\"1\"><v>-5</v></c><c r=\"C1\" t=\"d\"><v>2025-08-31</v></c></row>").Read()[0].Rows.Single();
        Assert.Equal([CellKind.Number, CellKind.Number, CellKind.Day], row.Cells.Select(cell => cell.Kind));
        Assert.Equal("31/08/2025", row.Cells[2].Text);
    }

    [Fact]
    public void Truth_errors_and_formulas_never_computed_say_what_they_are()
    {
        var row = RawWorkbook.Of("""
            <row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1"><f>SUM(D1:D9)</f></c><c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><f>1+1</f><v>2</v></c></row>
            """).Read()[0].Rows.Single();
        Assert.Equal(
            [(CellKind.Truth, "TRUE"), (CellKind.Error, "#DIV/0!"), (CellKind.Formula, "=SUM(D1:D9)"), (CellKind.Number, "2")],
            row.Cells.Select(cell => (cell.Kind, cell.Text)));
    }

    [Fact]
    public void Merged_cells_have_the_value_of_the_first_as_far_as_anything_stands()
    {
        var sheet = RawWorkbook.Of(
            """
            <row r="1"><c r="A1" t="inlineStr"><is><t>Năm 2025</t></is></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>Doanh thu</t></is></c><c r="B2" t="inlineStr"><is><t>Xuất khẩu</t></is></c></row>
            <row r="5"><c r="A5"><v>1</v></c></row>
            """,
            after: "<mergeCells><mergeCell ref=\"A1:XFD1\"/><mergeCell ref=\"B2:B1048576\"/><mergeCell ref=\"X9:Y9\"/><mergeCell ref=\"không\"/></mergeCells>").Read()[0];
        Assert.Equal(["A1=Năm 2025", "B1=Năm 2025", "A2=Doanh thu", "B2=Xuất khẩu", "A5=1", "B5=Xuất khẩu"], Cells(sheet));
        Assert.Equal(["B1", "B5"], sheet.Rows.SelectMany(row => row.Cells).Where(cell => cell.IsMerged).Select(cell => cell.Address));
        Assert.Contains(new MergedArea(1, 0, 1, 16_383), sheet.Merged);
    }

    [Fact]
    public void Hidden_columns_rows_and_sheets_are_read_and_known()
    {
        var workbook = new RawWorkbook()
            .Add("Hiện", "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"C1\"><v>3</v></c></row><row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>2</v></c></row>", "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"9\" max=\"16384\" hidden=\"1\"/></cols>")
            .Add("Ẩn", "<row r=\"1\"><c r=\"A1\"><v>9</v></c></row>", state: "veryHidden");
        var sheets = workbook.Read();
        Assert.Equal([("Hiện", false), ("Ẩn", true)], sheets.Select(sheet => (sheet.Name, sheet.IsHidden)));
        Assert.Equal([2], sheets[0].HiddenColumns);
        Assert.Equal([false, true], sheets[0].Rows.Select(row => row.IsHidden));
    }

    [Fact]
    public void A_million_formatted_rows_with_nothing_in_them_are_none()
    {
        var empty = string.Concat(Enumerable.Range(3, 60_000).Select(row => $"<row r=\"{row}\" spans=\"1:2\"><c r=\"A{row}\" s=\"0\"/></row>"));
        var sheet = RawWorkbook.Of($"<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>{empty}<row r=\"1048576\"><c r=\"A1048576\" t=\"inlineStr\"><is><t> \u00A0\u200B </t></is></c></row>", "<dimension ref=\"A1:XFD1048576\"/>").Read()[0];
        Assert.Equal(["A1=1"], Cells(sheet));
    }

    [Fact]
    public void Text_is_composed_trimmed_and_free_of_what_cannot_be_seen()
    {
        var words = $"\u202E Đặng\u00A0Thị\u200B {"Huế".Normalize(NormalizationForm.FormD)}_x000D_\n_x0041_\u00AD ";
        var sheet = RawWorkbook.Of($"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{words}</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>{new string('ế', 50_000)}</t></is></c></row>").Read()[0];
        Assert.Equal("Đặng Thị Huế\nA", sheet.Rows[0][0]!.Text);
        Assert.Equal(32_767, sheet.Rows[0][1]!.Text.Length);
        Assert.Null(sheet.Rows[0][2]);
    }

    [Fact]
    public void What_we_write_we_read_back()
    {
        var sheet = RawWorkbook.Read(Samples.List(2).Bytes(Excel.Write))[0];
        var header = sheet.Rows.Single(row => row[0]?.Text == "TT").Number;
        var first = sheet.Rows.Single(row => row.Number == header + 1);
        Assert.Equal("0100109106", first[3]!.Text);
        Assert.Equal(CellKind.Text, first[3]!.Kind);
        Assert.Equal(1235.5m, first[4]!.Number);
        Assert.Equal((CellKind.Day, "31/08/2025"), (first[5]!.Kind, first[5]!.Text));
        var words = RawWorkbook.Read(Samples.Of(Samples.Words("=1+1", "_x0041_", "hai\ndòng")).Bytes(Excel.Write))[0];
        Assert.Equal(["=1+1", "_x0041_", "hai\ndòng"], words.Rows.SkipWhile(row => row[0]?.Text != "Lời").Skip(1).Select(row => row[0]!.Text));
    }

    [ToolFact("soffice")]
    public void What_LibreOffice_saves_we_read()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Put("a.csv", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes("Mã,Ngày,Số,Lời\n\"0100109106\",2025-08-31,1234567.8,Đặng Thị Huế\n")]);
        var profile = new Uri(Path.Combine(folder.Path, "profile")).AbsoluteUri;
        InstalledTool.LibreOffice.Run($"-env:UserInstallation={profile}", "--headless", "--infilter=Text - txt - csv (StarCalc):44,34,76,1,1/2", "--convert-to", "xlsx", "--outdir", folder.Path, path);
        var sheet = RawWorkbook.Read(File.ReadAllBytes(Path.Combine(folder.Path, "a.xlsx")))[0];
        var row = sheet.Rows[1];
        Assert.Equal(["0100109106", "31/08/2025", "1234567.8", "Đặng Thị Huế"], row.Cells.Select(cell => cell.Text));
        Assert.Equal(CellKind.Day, row[1]!.Kind);
    }

    private static IEnumerable<string> Cells(SheetContent sheet) => sheet.Rows.SelectMany(row => row.Cells).Select(cell => $"{cell.Address}={cell.Text}");
}
