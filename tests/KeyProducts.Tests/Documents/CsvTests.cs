using System.Globalization;
using System.Text;
using KeyProducts.Documents;
using KeyProducts.Documents.Spreadsheets;

namespace KeyProducts.Tests.Documents;

/// <summary>The comma-separated file, byte by byte.</summary>
public sealed class CsvTests
{
    [Fact]
    public void It_begins_with_the_mark_by_which_Excel_knows_Vietnamese() =>
        Assert.Equal(Encoding.UTF8.GetPreamble(), Samples.List(1).Bytes(Csv.Write)[..3]);

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en-GB")]
    public void Numbers_and_days_are_for_machines_whoever_asks(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        var read = Read(Samples.List(1));
        CultureInfo.CurrentCulture = before;
        Assert.Equal(
            """
            TT,Sản phẩm,Doanh nghiệp,Mã số thuế,Doanh thu (tỷ đồng),Ngày nộp
            1,"Máy biến áp truyền tải số 1, làm mát bằng dầu cưỡng bức, dùng cho lưới điện",Công ty Cổ phần Thiết bị điện Ưu Việt 1,0100109106,1235.5,2025-08-31
            ,Tổng cộng,,,49987.4,

            """.ReplaceLineEndings("\r\n"),
            read);
    }

    [Fact]
    public void Words_that_a_spreadsheet_would_compute_get_a_quote()
    {
        string[] words = ["=1+1", "+84", "-5", "@a", "\t=1", "\r=1", " =1", "＝1", "a=1", "Đông Anh", "", "nói \"được\"", "hai\ndòng"];
        Assert.Equal(
            ["Lời", "'=1+1", "'+84", "'-5", "'@a", "' =1", "\"'\n=1\"", "' =1", "'＝1", "a=1", "Đông Anh", "", "\"nói \"\"được\"\"\"", "\"hai\ndòng\"", ""],
            Read(Samples.Of(Samples.Words(words))).Split("\r\n"));
    }

    [Fact]
    public void A_header_and_a_group_get_it_too()
    {
        var table = Table.Of(["a"]).Text("=Lời", word => word).GroupBy(_ => "=Nhóm").Table();
        Assert.Equal("Nhóm,'=Lời\r\n'=Nhóm,a\r\n", Read(Samples.Of(table)));
    }

    [Fact]
    public void Negative_numbers_stay_numbers()
    {
        var table = Table.Of([-5m, -1234.5m]).Number("Tăng (%)", value => value, 1).Table();
        Assert.Equal("Tăng (%)\r\n-5\r\n-1234.5\r\n", Read(Samples.Of(table)));
    }

    [Fact]
    public void Truths_and_years_are_written_as_programs_take_them()
    {
        var table = new Table(null, [new("year", ColumnKind.Raw, 6), new("is_top", ColumnKind.Raw, 6)], [new([new(2025), new(true)]), new([new(null), new(false)])]);
        Assert.Equal("year,is_top\r\n2025,true\r\n,false\r\n", Read(Samples.Of(table)));
    }

    [Fact]
    public void Each_row_names_its_group_in_a_first_column()
    {
        var lines = Read(Samples.List(3, groups: true)).Split("\r\n");
        Assert.Equal(
            ["Nhóm,TT", "\"Cơ khí, chế tạo, điện\",1", "\"Điện tử, công nghệ thông tin\",2", "\"Chế biến nông sản, thực phẩm\",3", ",", ""],
            lines.Select(line => line.Split(",\"Máy")[0].Split(",Sản")[0].Split(",Tổng")[0]));
    }

    [Fact]
    public void Several_tables_stand_apart_under_their_captions()
    {
        var report = Samples.Of(Samples.Words("a") with { Caption = "Một" }, Samples.Words() with { Caption = "Hai" });
        Assert.Equal("Một\r\nLời\r\na\r\n\r\nHai\r\nLời\r\n", Read(report));
    }

    private static string Read(Report report) => new UTF8Encoding().GetString(report.Bytes(Csv.Write)[3..]);
}
