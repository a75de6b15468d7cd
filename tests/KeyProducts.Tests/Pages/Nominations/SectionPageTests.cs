using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Nominations;

public sealed class SectionPageTests : IDisposable
{
    private const string Home = "/programmes/2027/nominations/1";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Each_section_is_saved_by_itself_and_read_again_on_the_dossier()
    {
        var officer = await OpenDossierAsync();
        var before = await officer.OpenAsync(Home);
        Assert.Equal(8, before.Document.QuerySelectorAll(".dossier-page section.panel").Length);

        await SaveAsync(officer, "business", ("Input.Business.Site", "Workshop"), ("Input.Business.Workshop", "Cụm công nghiệp Đa Tốn, xã Bát Tràng"), ("Input.Business.Activity", "Gốm kỹ thuật"),
            ("Input.Business.Representative", "Đỗ Thế Ữ"), ("Input.Business.ContactName", "Lê Ế"), ("Input.Business.ContactPhone", "024 0000 0099"));
        await SaveAsync(officer, "figures", ("Input.Figures.Years[0].Revenue", "1.250.500.000"), ("Input.Figures.Years[0].Export", "1.250,50"), ("Input.Figures.Years[1].Revenue", "1.000.400.000"),
            ("Input.Figures.Years[0].BusinessRevenue", "6.000.000.000"), ("Input.Figures.Years[0].Employees", "120"));
        await SaveAsync(officer, "technology", ("Input.Technology.AutomatedShare", "62,5"), ("Input.Technology.Automation", "Ba dây chuyền"), ("Input.Technology.DigitalTransformation", "ERP"), ("Input.Technology.SmartFactory", "Chưa có"));
        await SaveAsync(officer, "standards", ("Input.Standards.Rows[0].Name", "ISO 9001:2015"), ("Input.Standards.Rows[0].Number", "MH-0007"), ("Input.Standards.Rows[0].Issuer", "Trung tâm minh hoạ"), ("Input.Standards.Rows[0].ExpiresOn", "2028-05-31"));
        await SaveAsync(officer, "brand", ("Input.Brand.Brand", "Nhãn hiệu từ năm 1998"), ("Input.Brand.Rows[1].Name", "Nhãn hiệu Đại Thắng"));
        await SaveAsync(officer, "environment", ("Input.Environment.Environment", "Giấy phép còn hạn"), ("Input.Environment.Labour", "Đóng bảo hiểm cho mọi người"));
        await SaveAsync(officer, "commitments", ("Input.Commitments.Law", "true"), ("Input.Commitments.SignedBy", "Đỗ Thế Ữ"), ("Input.Commitments.SignedOn", "2027-03-01"));
        var after = await officer.OpenAsync(Home);

        Assert.Contains("Cơ sở sản xuất", after.TextAt("#business"), StringComparison.Ordinal);
        Assert.Contains("Cụm công nghiệp Đa Tốn, xã Bát Tràng", after.TextAt("#business"), StringComparison.Ordinal);
        // 1.2505 against 1.0004 billion: 25 %; 6 billion for 120 persons: 50 million each.
        Assert.Contains("25,0", after.TextAt("#figures"), StringComparison.Ordinal);
        Assert.Contains("50,0", after.TextAt("#figures"), StringComparison.Ordinal);
        Assert.Contains("62,5 %", after.TextAt("#technology"), StringComparison.Ordinal);
        Assert.Contains("ISO 9001:2015 MH-0007 Trung tâm minh hoạ – 31/05/2028", after.TextAt("#standards"), StringComparison.Ordinal);
        Assert.Contains("Nhãn hiệu Đại Thắng", after.TextAt("#brand"), StringComparison.Ordinal);
        Assert.Contains("Đóng bảo hiểm cho mọi người", after.TextAt("#environment"), StringComparison.Ordinal);
        Assert.Contains("Đỗ Thế Ữ, 01/03/2027", after.TextAt("#commitments"), StringComparison.Ordinal);
        Assert.True(PercentOf(after) > PercentOf(before), $"{PercentOf(before)} % was to grow, and is {PercentOf(after)} %.");
        Assert.DoesNotContain("Còn thiếu", after.TextAt("#technology"), StringComparison.Ordinal);
        Assert.Contains("Cam kết về môi trường", after.TextAt("#commitments .missing"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_officers_at_the_same_section_the_second_sees_both_values_and_who_was_first()
    {
        var first = await OpenDossierAsync();
        var second = await app.SignedInAsync("admin");
        var open = await second.OpenAsync(Home + "/sections/figures");
        await SaveAsync(first, "figures", ("Input.Figures.Years[0].Revenue", "60.000.000.000"), ("Input.Figures.Years[1].Employees", "45"));

        var refused = await second.SubmitAsync(open, ("Input.Figures.Years[0].Revenue", "61.000.000.000"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("61.000.000.000", refused.ValueOf("Input.Figures.Years[0].Revenue"));
        Assert.Equal(["Đang lưu: 60.000.000.000", "Đang lưu: 45"], refused.TextsAt(".stored"));
        Assert.Contains(await NameOfAsync("officer"), refused.TextAt(".notice.warn"), StringComparison.Ordinal);

        var saved = await second.SubmitAsync(refused, ("Input.Figures.Years[1].Employees", "45"));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var figures = await app.ReadAsync(db => db.Nominations.Where(one => one.Programme.Year == 2027).SelectMany(one => one.Figures).ToListAsync());
        Assert.Equal([(2025, FigureBase.Business, null, 45), (2026, FigureBase.Product, 61_000_000_000L, (int?)null)],
            figures.OrderBy(one => one.DataYear).Select(one => (one.DataYear, one.Base, one.Revenue, one.Employees)));
    }

    [Fact]
    public async Task Two_officers_at_two_sections_do_not_disturb_each_other()
    {
        var first = await OpenDossierAsync();
        var second = await app.SignedInAsync("admin");
        var open = await second.OpenAsync(Home + "/sections/technology");
        await SaveAsync(first, "figures", ("Input.Figures.Years[0].Revenue", "60.000.000.000"));

        var saved = await second.SubmitAsync(open, ("Input.Technology.Automation", "Một dây chuyền"));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Contains("60,0", saved.TextAt("#figures"), StringComparison.Ordinal);
        Assert.Contains("Một dây chuyền", saved.TextAt("#technology"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_row_of_certificates_is_pointed_out_where_it_stands_and_nothing_is_lost()
    {
        var officer = await OpenDossierAsync();
        var form = await officer.OpenAsync(Home + "/sections/standards");
        var refused = await officer.SubmitAsync(form, ("Input.Standards.Rows[1].Name", "ISO 14001"), ("Input.Standards.Rows[1].IssuedOn", "2025-01-02"), ("Input.Standards.Rows[1].ExpiresOn", "2024-01-02"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("Giấy chứng nhận không thể hết hạn trước ngày cấp.", refused.TextAt("#Input-Standards-Rows-1--ExpiresOn-error"));
        Assert.Equal("ISO 14001", refused.ValueOf("Input.Standards.Rows[1].Name"));

        var mark = await app.HistoryMarkAsync();
        var saved = await officer.SubmitAsync(refused, ("Input.Standards.Rows[1].ExpiresOn", "2028-01-02"));
        Assert.Contains("ISO 14001", saved.TextAt("#standards"), StringComparison.Ordinal);
        Assert.Contains(new AuditChange("Name", null, "ISO 14001", "ISO 14001", nameof(DossierCertificate)), Assert.Single(await app.HistorySinceAsync(mark)).ReadChanges());

        saved = await officer.SubmitAsync(await officer.OpenAsync(Home + "/sections/standards"),
            ("Input.Standards.Rows[0].Name", ""), ("Input.Standards.Rows[0].IssuedOn", ""), ("Input.Standards.Rows[0].ExpiresOn", ""));
        Assert.DoesNotContain("ISO 14001", saved.TextAt("#standards"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_judging_is_open_a_section_asks_for_a_reason_and_the_history_keeps_it()
    {
        var officer = await app.SignedInAsync("officer");
        var form = await officer.OpenAsync("/programmes/2026/nominations/14/sections/technology");
        var refused = await officer.SubmitAsync(form, ("Input.Technology.SmartFactory", "Đã kết nối 12 máy"));
        Assert.Equal((HttpStatusCode.BadRequest, "Hãy nêu lý do."), (refused.Status, refused.TextAt("#Input-Reason-error")));

        var mark = await app.HistoryMarkAsync();
        await officer.SubmitAsync(refused, ("Input.Reason", "Theo biên bản thẩm tra"));
        var entry = Assert.Single(await app.HistorySinceAsync(mark));
        Assert.Equal("Theo biên bản thẩm tra", entry.Reason);
        Assert.Contains("Đã kết nối 12 máy", entry.Changes.Length > 0 ? string.Join(' ', entry.ReadChanges().Select(change => change.To)) : "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("officer", "/programmes/2025/nominations/14/sections/technology")]
    [InlineData("officer", "/programmes/2026/nominations/14/sections/2")]
    [InlineData("officer", "/programmes/2026/nominations/14/sections/nix")]
    [InlineData("officer", "/programmes/2026/nominations/999/sections/product")]
    public async Task What_is_not_there_to_be_edited_is_not_found(string who, string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAsync(who)).OpenAsync(address)).Status);

    private static int PercentOf(Page page) => int.Parse(page.At(".meter progress").GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task SaveAsync(Visitor officer, string section, params (string, string?)[] fields)
    {
        var saved = await officer.SubmitAsync(await officer.OpenAsync($"{Home}/sections/{section}"), fields);
        Assert.True(saved.Status == HttpStatusCode.OK, $"{section}: {string.Join(' ', saved.Errors)}");
    }

    private Task<string> NameOfAsync(string account) => app.ReadAsync(db => db.Users.Where(user => user.Email == $"{account}@demo.local").Select(user => user.FullName).SingleAsync());

    // A year that takes nominations, with one of them.
    private async Task<Visitor> OpenDossierAsync()
    {
        await app.ChangeAsync(async db =>
        {
            var year = (await db.Programmes.Include(one => one.Industries).Include(one => one.Tracks).Include(one => one.Groups).ThenInclude(group => group.Criteria).AsSplitQuery().SingleAsync(one => one.Year == 2026)).CopyFor(2027);
            year.Advance(ProgrammeCounts.None, "Mở năm");
            db.Add(year);
            var business = await db.Businesses.OrderBy(one => one.Number).FirstAsync();
            db.Add(new Nomination(year, business, new NominationContent(new BilingualName("Gốm kỹ thuật Đại Thắng", null), "Gốm chịu nhiệt", year.Industries[0].Id, year.Tracks[0].Id, null), new DateOnly(2027, 3, 1)));
        });
        return await app.SignedInAsync("officer");
    }
}
