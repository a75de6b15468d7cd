using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;

namespace KeyProducts.Tests.Pages.Screening;

/// <summary>The screening of one nomination.</summary>
public sealed class DossierPageTests : IDisposable
{
    private const string Address = "/programmes/2027/nominations/1/screening";
    private const string First = "Input.Answers[0].", Second = "Input.Answers[1].", Warning = "Input.Decisions[0].";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Checklist_and_warnings_are_shown_with_their_values_and_what_stands_in_the_way()
    {
        await OpenAsync();
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync(Address);
        Assert.Equal(["Báo cáo môi trường có chữ ký", "Ảnh chụp sản phẩm (không bắt buộc)", "Sản phẩm lớn hơn doanh nghiệp Số liệu"], page.TextsAt("fieldset.finding legend"));
        Assert.Contains("Doanh thu năm 2026: của sản phẩm 120.000.000.000 lớn hơn của cả doanh nghiệp 119.000.000.000.", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            [
                "Hồ sơ còn thiếu 1 mục. (có thể bỏ qua nếu nêu lý do)",
                "Danh mục kiểm tra còn 1 mục chưa trả lời. (có thể bỏ qua nếu nêu lý do)",
                "Còn 1 cảnh báo chờ xử lý. (có thể bỏ qua nếu nêu lý do)",
            ],
            page.TextsAt("ul.way li"));
        Assert.Equal("Còn thiếu: Lao động năm 2026", page.TextAt("ul.sections .hint"));
        Assert.Equal(8, page.Document.QuerySelectorAll("ul.sections a").Length);
        Assert.Equal("/programmes/2027/nominations/1/sections/figures", page.At("ul.sections li:not(.clear) a").GetAttribute("href"));
    }

    [Fact]
    public async Task Everything_found_is_saved_at_once_and_told_in_the_history()
    {
        await OpenAsync();
        var officer = await app.SignedInAsync("officer");
        var mark = await app.HistoryMarkAsync();
        var saved = await officer.SubmitAsync(
            await officer.OpenAsync(Address),
            (First + "Finding", "NotMet"), (First + "Note", "Chưa ký"), (Warning + "Verdict", "ToCorrect"), (Warning + "Reason", "Đối chiếu báo cáo tài chính"));
        Assert.Equal((Address, "Đã lưu kết quả kiểm tra."), (saved.Address, saved.TextAt(".notice.done")));
        Assert.Contains("Doanh nghiệp phải sửa: Đối chiếu báo cáo tài chính (Đinh Thị Hữu Hạnh, 22/11/2026 10:00:00)", saved.Text, StringComparison.Ordinal);
        var stored = await ScreeningYear.StoredAsync(app, 1);
        Assert.Equal([(Finding.NotMet, "Chưa ký", "Đinh Thị Hữu Hạnh")], stored.Answers.Select(one => (one.Finding, one.Note!, one.AnsweredBy)));
        Assert.Equal([(WarningVerdict.ToCorrect, "Đối chiếu báo cáo tài chính")], stored.Decisions.Select(one => (one.Verdict, one.Reason)));
        Assert.Equal("2027/1 Sản phẩm 01", Assert.Single(await app.HistorySinceAsync(mark)).Subject);
        var told = (await officer.OpenAsync("/history?year=2027")).TextsAt("ol.history li")[0];
        foreach (var words in new[] { "kết quả kiểm tra: “Báo cáo môi trường có chữ ký”", "“Không đạt”", "“Chưa ký”", "xử lý cảnh báo: “Sản phẩm lớn hơn doanh nghiệp”", "“Đối chiếu báo cáo tài chính”" })
        {
            Assert.Contains(words, told, StringComparison.Ordinal);
        }

        // A decision can be changed.
        await officer.SubmitAsync(saved, (Warning + "Verdict", "Stands"), (Warning + "Reason", "Số của doanh nghiệp là tạm tính"));
        Assert.Equal([(WarningVerdict.Stands, "Số của doanh nghiệp là tạm tính")], (await ScreeningYear.StoredAsync(app, 1)).Decisions.Select(one => (one.Verdict, one.Reason)));
    }

    [Fact]
    public async Task What_is_incomplete_is_refused_beside_its_item_and_stays_as_typed()
    {
        await OpenAsync();
        var officer = await app.SignedInAsync("officer");
        var refused = await officer.SubmitAsync(await officer.OpenAsync(Address), (First + "Note", "Ghi chú không kết quả"), (Second + "Finding", "Met"));
        Assert.Equal((HttpStatusCode.BadRequest, "Hãy chọn kết quả; chỉ nhận xét thì chưa phải là kết quả kiểm tra."), (refused.Status, refused.TextAt("#Input-Answers-0--error")));
        Assert.Equal(["Báo cáo môi trường có chữ ký: Hãy chọn kết quả; chỉ nhận xét thì chưa phải là kết quả kiểm tra."], refused.Errors);
        Assert.Equal("Ghi chú không kết quả", refused.ValueOf(First + "Note"));
        Assert.True(refused.At($"[name='{Second}Finding'][value=Met]").HasAttribute("checked"));

        refused = await officer.SubmitAsync(refused, (First + "Note", ""), (Warning + "Verdict", "Stands"));
        Assert.Equal("Hãy nêu lý do.", refused.TextAt("#Input-Decisions-0--error"));
        refused = await officer.SubmitAsync(refused, (Warning + "Verdict", ""), (Warning + "Reason", "Chỉ có lý do"));
        Assert.Equal("Hãy chọn: số liệu đúng hoặc doanh nghiệp phải sửa.", refused.TextAt("#Input-Decisions-0--error"));
        Assert.Equal("Chỉ có lý do", refused.ValueOf(Warning + "Reason"));
        Assert.Empty((await ScreeningYear.StoredAsync(app, 1)).Answers);
    }

    [Fact]
    public async Task Two_officers_on_one_item_the_second_sees_both_answers()
    {
        await OpenAsync();
        var first = await app.SignedInAsync("officer");
        var second = await app.SignedInAsync("admin");
        var open = await second.OpenAsync(Address);
        await first.SubmitAsync(await first.OpenAsync(Address), (First + "Finding", "Met"), (First + "Note", "Bản chính"));

        var refused = await second.SubmitAsync(open, (First + "Finding", "NotMet"), (First + "Note", "Bản sao"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Đang lưu: Đạt: Bản chính (Đinh Thị Hữu Hạnh", refused.TextAt(".stored"), StringComparison.Ordinal);
        Assert.Equal("Bản sao", refused.ValueOf(First + "Note"));
        Assert.Equal("Bản chính", (await ScreeningYear.StoredAsync(app, 1)).Answers.Single().Note);

        await second.SubmitAsync(refused);
        Assert.Equal((Finding.NotMet, "Bản sao"), ((await ScreeningYear.StoredAsync(app, 1)).Answers.Single().Finding, (await ScreeningYear.StoredAsync(app, 1)).Answers.Single().Note));
    }

    [Fact]
    public async Task Two_officers_on_different_items_keep_each_others_answers()
    {
        await OpenAsync();
        var first = await app.SignedInAsync("officer");
        var second = await app.SignedInAsync("admin");
        var open = await second.OpenAsync(Address);
        await first.SubmitAsync(await first.OpenAsync(Address), (First + "Finding", "Met"));
        var saved = await second.SubmitAsync(open, (Second + "Finding", "NotNeeded"));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal([Finding.Met, Finding.NotNeeded], (await ScreeningYear.StoredAsync(app, 1)).Answers.Select(one => one.Finding).Order());
    }

    [Fact]
    public async Task A_dossier_is_marked_as_checked_with_what_was_found_and_the_mark_is_taken_back()
    {
        await OpenAsync();
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync(Address);
        var mark = await app.HistoryMarkAsync();
        var marked = await officer.SubmitAsync(page.Form("main form[method=post]"), "Lưu và đánh dấu đã kiểm tra", (First + "Finding", "Met"));
        Assert.Equal("Đinh Thị Hữu Hạnh đã kiểm tra", marked.TextAt(".badge.good"));
        Assert.Equal("Đinh Thị Hữu Hạnh", (await ScreeningYear.StoredAsync(app, 1)).CheckedBy!.Name);
        Assert.Contains(new AuditChange("CheckedBy.Name", null, "Đinh Thị Hữu Hạnh"), Assert.Single(await app.HistorySinceAsync(mark)).ReadChanges());
        Assert.Contains("đã đánh dấu hồ sơ 2027/1 Sản phẩm 01 là đã kiểm tra", (await officer.OpenAsync("/history?year=2027")).TextsAt("ol.history li")[0], StringComparison.Ordinal);

        // An answer that changes takes it back, and so does the button.
        var other = await officer.SubmitAsync(marked, (Second + "Finding", "NotMet"));
        Assert.Empty(other.Document.QuerySelectorAll("h1 + p .badge.good"));
        marked = await officer.SubmitAsync(other.Form("main form[method=post]"), "Lưu và đánh dấu đã kiểm tra");
        await officer.SubmitAsync(marked.Form("form[action*=TakeBack]"), "Bỏ đánh dấu đã kiểm tra");
        Assert.Null((await ScreeningYear.StoredAsync(app, 1)).CheckedBy);
    }

    [Fact]
    public async Task Once_decided_the_checklist_is_read_and_warnings_can_still_be_decided()
    {
        await OpenAsync(one => one.Reject, "Không đủ điều kiện");
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync(Address);
        Assert.Empty(page.Document.QuerySelectorAll($"[name='{First}Finding']"));
        Assert.Contains("Không đủ điều kiện", page.Text, StringComparison.Ordinal);
        await officer.SubmitAsync(page, (Warning + "Verdict", "Stands"), (Warning + "Reason", "Đã giải trình"));
        Assert.Single((await ScreeningYear.StoredAsync(app, 1)).Decisions);
    }

    [Fact]
    public async Task A_form_opened_before_the_dossier_was_decided_is_refused_and_nothing_is_saved()
    {
        await OpenAsync();
        var officer = await app.SignedInAsync("officer");
        var open = await officer.OpenAsync(Address);
        await officer.SubmitAsync(await officer.OpenAsync("/programmes/2027/nominations/1/decide?act=reject"), ("Input.Reason", "Không đủ điều kiện"));
        var refused = await officer.SubmitAsync(open, (First + "Finding", "Met"));
        Assert.Equal((HttpStatusCode.BadRequest, "Chỉ kiểm tra hồ sơ đang ở trạng thái đã đăng ký; hồ sơ này đã trả lại hoặc đã có quyết định."), (refused.Status, Assert.Single(refused.Errors)));
        Assert.Empty((await ScreeningYear.StoredAsync(app, 1)).Answers);
    }

    [Fact]
    public async Task Auditors_look_and_change_nothing_and_judges_see_nothing()
    {
        await OpenAsync();
        var auditor = await app.SignedInAsync("auditor");
        var page = await auditor.OpenAsync(Address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Document.QuerySelectorAll("main input:not([type=hidden]), main button:not(.link), main a[href*=decide]"));
        using var answer = await auditor.PostAsync(Address, ("__RequestVerificationToken", page.ValueOf("__RequestVerificationToken")), ("check", "true"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Null((await ScreeningYear.StoredAsync(app, 1)).CheckedBy);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedInAsync("judge1")).OpenAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.OpenAsync("/programmes/2027/nominations/99/screening")).Status);
    }

    [Fact]
    public async Task From_one_dossier_to_check_one_goes_to_the_next()
    {
        await ScreeningYear.OpenAsync(app, 4, (year, one) =>
        {
            if (one.Number == 2)
            {
                one.Withdraw(year, "Rút");
            }
        });
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync(Address);
        Assert.Empty(page.Document.QuerySelectorAll("a[rel=prev]"));
        page = await officer.OpenAsync(page.At("a[rel=next]").GetAttribute("href")!);
        Assert.Equal("/programmes/2027/nominations/3/screening", page.Address);
        Assert.Equal(Address, page.At("a[rel=prev]").GetAttribute("href"));
    }

    // The business earns less than its product, and nobody has said how many work there.
    private Task OpenAsync(Func<Nomination, Action<Programme, string?>>? act = null, string? reason = null) => ScreeningYear.OpenAsync(app, 1, (year, one) =>
    {
        one.Declare(year, 2026, FigureBase.Business, new FigureContent(119_000_000_000, 0), null);
        act?.Invoke(one)(year, reason);
    });
}
