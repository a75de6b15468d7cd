using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Screening;

/// <summary>How a year screens: its rules, and the checklist of each track.</summary>
public sealed class SettingsTests : IDisposable
{
    private const string Address = "/programmes/2027/screening/settings";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Rules_are_set_and_told_in_the_history()
    {
        await ScreeningYear.OpenAsync(app, 1);
        var officer = await app.SignedInAsync("officer");
        var mark = await app.HistoryMarkAsync();
        var saved = await officer.SubmitAsync(
            await officer.OpenAsync(Address),
            ("Input.TwoPersons", "true"), ("Input.JumpRatio", "2,5"), ("Input.DongPerDollar", "25.450"), ("Input.SupplementDays", "15"), ("Input.MaxFileMegabytes", "25"), ("Input.MaxFiles", "80"));
        Assert.Equal("Đã lưu cài đặt.", saved.TextAt(".notice.done"));
        Assert.Equal(new ScreeningRules(true, 2.5m, 1m, 25_450m, 15, 25, 80), await RulesAsync());
        Assert.Equal(6, Assert.Single(await app.HistorySinceAsync(mark)).ReadChanges().Count);
    }

    [Theory]
    [InlineData("JumpRatio", "1", "Tỷ số cảnh báo phải lớn hơn 1 và không quá 100.")]
    [InlineData("Tolerance", "101", "Sai số cho phép phải từ 0 đến 100 phần trăm.")]
    [InlineData("DongPerDollar", "25,45", "Tỷ giá phải nằm trong khoảng từ 1.000 đến 1.000.000 đồng cho một đô la Mỹ.")]
    [InlineData("SupplementDays", "0", "Doanh nghiệp có từ 1 đến 365 ngày để bổ sung.")]
    [InlineData("MaxFiles", "", "Hãy điền mục này.")]
    public async Task What_is_out_of_range_is_refused_beside_its_field_and_stays(string field, string typed, string error)
    {
        await ScreeningYear.OpenAsync(app, 1);
        var officer = await app.SignedInAsync("officer");
        var refused = await officer.SubmitAsync(await officer.OpenAsync(Address), ($"Input.{field}", typed));
        Assert.Equal((HttpStatusCode.BadRequest, typed), (refused.Status, refused.ValueOf($"Input.{field}")));
        Assert.Equal(error, refused.TextAt($"#Input-{field}-error"));
        Assert.Equal(ScreeningRules.Usual, await RulesAsync());
    }

    [Fact]
    public async Task The_second_to_save_sees_what_the_first_has_set()
    {
        await ScreeningYear.OpenAsync(app, 1);
        var first = await app.SignedInAsync("officer");
        var second = await app.SignedInAsync("admin");
        var open = await second.OpenAsync(Address);
        await first.SubmitAsync(await first.OpenAsync(Address), ("Input.SupplementDays", "15"));
        var refused = await second.SubmitAsync(open, ("Input.MaxFiles", "80"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(["Đang lưu: Số ngày bổ sung: 15", "Đang lưu: Số tệp tối đa của một hồ sơ: 60"], refused.TextsAt(".notice.warn"));
        await second.SubmitAsync(refused, ("Input.SupplementDays", "15"));
        Assert.Equal((15, 80), ((await RulesAsync()).SupplementDays, (await RulesAsync()).MaxFiles));
    }

    [Fact]
    public async Task A_recognised_year_shows_its_rules_and_takes_none()
    {
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync("/programmes/2025/screening/settings");
        Assert.Empty(page.Document.QuerySelectorAll("main form button"));
        Assert.Equal(3, page.Document.QuerySelectorAll("fieldset[disabled]").Length);
        using var answer = await officer.PostAsync(
            "/programmes/2025/screening/settings",
            ("__RequestVerificationToken", page.ValueOf("__RequestVerificationToken")), ("Input.Version", page.ValueOf("Input.Version")), ("Input.JumpRatio", "9"), ("Input.Tolerance", "1"), ("Input.SupplementDays", "9"), ("Input.MaxFileMegabytes", "9"), ("Input.MaxFiles", "9"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_checklist_is_kept_per_track_in_the_order_of_entry_and_the_next_year_takes_it_over()
    {
        await ScreeningYear.OpenAsync(app, 1, ScreeningYear.Answer);
        var officer = await app.SignedInAsync("officer");
        var (first, second) = await TracksAsync(2027);
        var page = await officer.OpenAsync("/programmes/2027/tables");
        page = await officer.OpenAsync(page.Document.QuerySelectorAll("a").First(link => link.GetAttribute("href")!.Contains($"{first}/checklist", StringComparison.Ordinal)).GetAttribute("href")!);
        var before = page.TextsAt("tbody td:nth-child(2)");
        Assert.Equal([ScreeningYear.Report, ScreeningYear.Photo], before.TakeLast(2));

        var mark = await app.HistoryMarkAsync();
        page = await officer.OpenAsync(page.At("a.button.main").GetAttribute("href")!);
        page = await officer.SubmitAsync(page.Form("main form[method=post]"), "Lưu và thêm mục nữa", ("Input.Name", "Đơn đăng ký đóng dấu"), ("Input.NameEnglish", "Form, sealed"));
        Assert.EndsWith("/checklist/new", page.Address, StringComparison.Ordinal);
        var twice = await officer.SubmitAsync(page, ("Input.Name", "ĐƠN ĐĂNG KÝ ĐÓNG DẤU"));
        Assert.Equal((HttpStatusCode.BadRequest, "ĐƠN ĐĂNG KÝ ĐÓNG DẤU"), (twice.Status, twice.ValueOf("Input.Name")));
        page = await officer.SubmitAsync(twice, ("Input.Name", "Bản sao nhãn hiệu"), ("Input.IsRequired", null));
        Assert.Equal([.. before, "Đơn đăng ký đóng dấu", "Bản sao nhãn hiệu"], page.TextsAt("tbody td:nth-child(2)"));
        Assert.Equal("Không", page.TextsAt("tbody td:nth-child(4)")[^1]);
        Assert.All(await app.HistorySinceAsync(mark), entry => Assert.Equal((nameof(Track), AuditAct.Changed), (entry.Kind, entry.Act)));

        // An item that is answered stays; another goes.
        var answered = await officer.OpenAsync(page.Document.QuerySelectorAll("tbody a").Single(link => link.TextContent.Trim() == ScreeningYear.Report).GetAttribute("href")!);
        var kept = await officer.SubmitAsync(answered.Form("form[action*=Remove]"), "Xoá mục này");
        Assert.Equal("Mục này đã được trả lời trong 1 hồ sơ nên không xóa được.", Assert.Single(kept.Errors));
        var unanswered = await officer.OpenAsync(page.Document.QuerySelectorAll("tbody a").Single(link => link.TextContent.Trim() == ScreeningYear.Photo).GetAttribute("href")!);
        var removed = await officer.SubmitAsync(unanswered.Form("form[action*=Remove]"), "Xoá mục này");
        Assert.DoesNotContain(ScreeningYear.Photo, removed.TextsAt("tbody td:nth-child(2)"));

        // Another track takes over what it has not yet.
        var other = await officer.OpenAsync($"/programmes/2027/tables/tracks/{second}/checklist");
        other = await officer.SubmitAsync(other.Form("form[action*=Copy]"), "Lấy sang", ("from", first));
        Assert.Superset(removed.TextsAt("tbody td:nth-child(2)").ToHashSet(), other.TextsAt("tbody td:nth-child(2)").ToHashSet());

        await app.ChangeAsync(async db => db.Add((await db.Programmes.WithTables().SingleAsync(one => one.Year == 2027)).CopyFor(2028)));
        var (copy, _) = await TracksAsync(2028);
        Assert.Equal(removed.TextsAt("tbody td:nth-child(2)"), (await officer.OpenAsync($"/programmes/2028/tables/tracks/{copy}/checklist")).TextsAt("tbody td:nth-child(2)"));
    }

    [Fact]
    public async Task Auditors_read_checklists_and_send_no_form_and_rules_are_the_staffs()
    {
        await ScreeningYear.OpenAsync(app, 1);
        var auditor = await app.SignedInAsync("auditor");
        var (first, second) = await TracksAsync(2027);
        var page = await auditor.OpenAsync($"/programmes/2027/tables/tracks/{first}/checklist");
        Assert.Contains(ScreeningYear.Report, page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main form, main a.button"));
        using var answer = await auditor.PostAsync(
            $"/programmes/2027/tables/tracks/{first}/checklist?handler=Copy", ("__RequestVerificationToken", page.ValueOf("__RequestVerificationToken")), ("from", second));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.OpenAsync($"/programmes/2027/tables/tracks/{first}/checklist/new")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.OpenAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.OpenAsync($"/programmes/2027/tables/tracks/{Guid.NewGuid()}/checklist")).Status);
    }

    private Task<ScreeningRules> RulesAsync() => app.ReadAsync(async db => (await db.Programmes.AsNoTracking().SingleAsync(one => one.Year == 2027)).Screening);

    private Task<(string First, string Second)> TracksAsync(int year) => app.ReadAsync(async db =>
    {
        var programme = await db.Programmes.AsNoTracking().WithTables().SingleAsync(one => one.Year == year);
        return ($"{programme.Tracks[0].Id}", $"{programme.Tracks[1].Id}");
    });
}
