using System.Net;
using System.Text;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Nominations;

/// <summary>Lists whose headers somebody else made up.</summary>
public sealed class ImportHeaderTests : IAsyncLifetime, IDisposable
{
    private static readonly object?[] Headers = ["Tên doanh nghiệp", "Tên sản phẩm", "Ngành", "Diện đăng ký"];
    private static readonly object?[] Row = ["Công ty TNHH Đặng Ế Ữ", "Máy bơm Ế Ữ", "Cơ khí, chế tạo", "Sản phẩm công nghệ cao"];

    private readonly TestApp app = new();
    private Visitor officer = null!;

    public async Task InitializeAsync()
    {
        await app.OpenYearAsync();
        officer = await app.SignedInAsync("officer");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_header_is_found_below_a_letterhead_and_merged_groups_tell_the_year()
    {
        var book = ImportFile.Book(
            [
                ["SỞ CÔNG THƯƠNG HÀ NỘI"],
                ["DANH SÁCH HỒ SƠ NĂM 2027"],
                [],
                [null, null, null, null, "Năm 2026", null, "Năm 2025"],
                ["Đơn vị", "Sản phẩm đăng ký", "Nhóm ngành", "Diện", "Doanh thu sản phẩm\n(VNĐ)", "Xuất khẩu sản phẩm (USD)", "Doanh thu sản phẩm\n(VNĐ)"],
                [.. Row, 150_000_000_000L, 2_500_000.5m, "140.000.000.000"],
            ],
            after: "<mergeCells><mergeCell ref=\"A1:G1\"/><mergeCell ref=\"A2:G2\"/><mergeCell ref=\"E4:F4\"/></mergeCells>");
        var preview = await officer.SendAsync(book.Bytes());
        Assert.Equal("0 1 0 0", preview.Sums());
        await officer.ConfirmAsync(preview);
        Assert.Equal(["2025 140000000000 ", "2026 150000000000 250000050"], await FiguresAsync());
    }

    [Fact]
    public async Task Groups_above_groups_and_years_in_the_header_itself_are_understood_too()
    {
        var book = ImportFile.Book(
            [
                [null, null, null, null, "Năm 2026", null, null, null],
                [null, null, null, null, "Sản phẩm", null, "Doanh nghiệp", null],
                [.. Headers, "Doanh thu", "Xuất khẩu", "Doanh thu", "Doanh thu sản phẩm 2024"],
                [.. Row, 3, 4, 5, 6],
            ],
            after: "<mergeCells><mergeCell ref=\"E1:G1\"/><mergeCell ref=\"E2:F2\"/></mergeCells>");
        var preview = await officer.SendAsync(book.Bytes());
        Assert.Equal("0 1 0 0", preview.Sums());
        await officer.ConfirmAsync(preview);
        Assert.Equal(["2024 6 ", "2026 3 400", "2026 5 "], await FiguresAsync());
    }

    [Fact]
    public async Task Columns_may_stand_in_any_order_in_capitals_without_diacritics_decomposed_and_in_English()
    {
        var headers = new object?[] { "TRACK", "nganh", "TÊN SẢN PHẨM *".Normalize(NormalizationForm.FormD), "Business", "ghi chú" };
        var preview = await officer.SendAsync(ImportFile.Xlsx(headers, [Row[3], ((string)Row[2]!).ToUpperInvariant(), ((string)Row[1]!).Normalize(NormalizationForm.FormD), Row[0], "việc riêng"]));
        Assert.Equal("0 1 0 0", preview.Sums());
        Assert.Contains("Các cột không nhận ra và không được đọc: E “ghi chú”.", preview.TextsAt(".notices li"));
        await officer.ConfirmAsync(preview);
        Assert.Equal("Máy bơm Ế Ữ", await app.ReadAsync(db => db.Nominations.Where(one => one.Programme.Year == ImportFile.Year).Select(one => one.Product.Vietnamese).SingleAsync()));
    }

    [Fact]
    public async Task Hidden_columns_and_rows_are_read_and_that_is_said()
    {
        var book = ImportFile.Book([Headers, Row, ["Công ty B", "Quạt B", Row[2], Row[3]]], "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>");
        var bytes = book.Bytes();
        var preview = await officer.SendAsync(bytes);
        Assert.Equal("0 2 0 0", preview.Sums());
        Assert.Contains("Các cột bị ẩn trong trang tính nhưng vẫn được đọc: C “Ngành”.", preview.TextsAt(".notices li"));
    }

    [Fact]
    public async Task A_missing_column_is_refused_by_name()
    {
        var refused = await officer.SendAsync(ImportFile.Xlsx(["Tên doanh nghiệp", "Mã số thuế", "Ngành"], ["Công ty B", "0100000003", Row[2]]));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("Dòng mới cần những cột mà tệp không có: “Tên sản phẩm”, “Diện đăng ký”.", refused.TextAt("#file-error"));
        Assert.Empty(Drafts());
    }

    [Fact]
    public async Task A_column_that_stands_there_twice_is_refused_with_both_places()
    {
        var refused = await officer.SendAsync(ImportFile.Xlsx([.. Headers, "SẢN PHẨM"], [.. Row, "Máy khác"]));
        Assert.Equal("Cột “Tên sản phẩm” có hai lần, ở B1 và E1. Hãy bỏ một cột.", refused.TextAt("#file-error"));
    }

    [Fact]
    public async Task A_sheet_without_headers_or_without_rows_is_refused()
    {
        Assert.StartsWith("Không tìm thấy dòng tiêu đề", (await officer.SendAsync(ImportFile.Xlsx(["a", "b"], ["c", "d"]))).TextAt("#file-error"), StringComparison.Ordinal);
        Assert.Equal("Dưới dòng tiêu đề số 1 không có dòng nào được điền.", (await officer.SendAsync(ImportFile.Xlsx(Headers))).TextAt("#file-error"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_csv_is_read_with_and_without_its_mark(bool mark)
    {
        byte[] file =
        [
            .. mark ? Encoding.UTF8.GetPreamble() : [],
            .. ImportFile.Csv(
                ",,,,,Năm 2026,,Năm 2025",
                "Tên doanh nghiệp,Tên sản phẩm,Ngành,Diện đăng ký,Mã số thuế,Doanh thu sản phẩm,Xuất khẩu sản phẩm,Doanh thu sản phẩm",
                "Công ty Đặng Ế Ữ,Máy bơm,\"Cơ khí, chế tạo\",Sản phẩm công nghệ cao,0100000003,\"1.234.567,00\",\"1,234,567.8\",7"),
        ];
        var preview = await officer.SendAsync(file, "Danh sách.csv");
        Assert.Equal("0 1 0 0", preview.Sums());
        await officer.ConfirmAsync(preview);
        Assert.Equal(["2025 7 ", "2026 1234567 123456780"], await FiguresAsync());
        Assert.Equal("0100000003", await app.ReadAsync(db => db.Nominations.Where(one => one.Programme.Year == ImportFile.Year).Select(one => one.Business.TaxCode).SingleAsync()));
    }

    [Theory]
    [InlineData("ho-so.xlsx", "MZ\u0001\0\0", "Đây không phải là sổ tính Excel hay tệp .csv")]
    [InlineData("ho-so.xlsx", "PK\u0003\u0004xyz", "Tệp bị hỏng")]
    [InlineData("ho-so.csv", "", "Tệp rỗng.")]
    public async Task A_file_that_is_no_list_is_refused_with_a_sentence_and_not_kept(string name, string content, string start)
    {
        var refused = await officer.SendAsync(Encoding.Latin1.GetBytes(content), name);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith(start, refused.TextAt("#file-error"), StringComparison.Ordinal);
        Assert.Empty(Drafts());
    }

    [Fact]
    public async Task No_file_at_all_is_asked_for()
    {
        var page = await officer.OpenAsync($"/programmes/{ImportFile.Year}/nominations/import");
        var refused = await officer.UploadAsync(page.Form("form[enctype]"), "Input.File", []);
        Assert.Equal((HttpStatusCode.BadRequest, "Hãy điền mục này."), (refused.Status, refused.TextAt("#file-error")));
    }

    private string[] Drafts() => Directory.Exists(Path.Combine(app.Folder, "imports")) ? Directory.GetFiles(Path.Combine(app.Folder, "imports")) : [];

    private async Task<IEnumerable<string>> FiguresAsync()
    {
        var figures = await app.ReadAsync(db => db.Nominations.Where(one => one.Programme.Year == ImportFile.Year).SelectMany(one => one.Figures).ToListAsync());
        return figures.OrderBy(figure => figure.DataYear).ThenBy(figure => figure.Base == FigureBase.Business).Select(figure => $"{figure.DataYear} {figure.Revenue} {figure.ExportCents}");
    }
}
