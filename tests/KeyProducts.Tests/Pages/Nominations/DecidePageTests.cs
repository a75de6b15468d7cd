using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Nominations;

/// <summary>One decision at a time, each with its consequence, its reason and its sentence in the history.</summary>
public sealed class DecidePageTests : IDisposable
{
    private const string Address = "/programmes/2027/nominations/1/decide";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("accept", "Đã xem bản giấy", "đã chấp nhận hồ sơ 2027/1 Sản phẩm 01", "accepted nomination 2027/1 Sản phẩm 01")]
    [InlineData("return", "Thiếu báo cáo", "đã trả lại hồ sơ 2027/1 Sản phẩm 01 để bổ sung", "returned nomination 2027/1 Sản phẩm 01 for a supplement")]
    [InlineData("reject", "Không ở Hà Nội", "đã loại hồ sơ 2027/1 Sản phẩm 01", "rejected nomination 2027/1 Sản phẩm 01")]
    [InlineData("withdraw", "Doanh nghiệp có đơn rút", "đã ghi nhận việc rút hồ sơ 2027/1 Sản phẩm 01", "recorded the withdrawal of nomination 2027/1 Sản phẩm 01")]
    public async Task Each_decision_is_in_the_history_as_a_sentence_with_its_reason(string act, string reason, string vietnamese, string english)
    {
        await ScreeningYear.OpenAsync(app, 1);
        var officer = await app.SignedInAsync("officer");
        await officer.SubmitAsync(await officer.OpenAsync($"{Address}?act={act}"), ("Input.Reason", reason));
        await AssertToldAsync(vietnamese, english, reason);

        // Whatever it was, it can be taken back.
        await officer.SubmitAsync(await officer.OpenAsync($"{Address}?act=undo"), ("Input.Reason", "Nhầm hồ sơ"));
        await AssertToldAsync("đã hủy quyết định về hồ sơ 2027/1 Sản phẩm 01", "took back the decision on nomination 2027/1 Sản phẩm 01", "Nhầm hồ sơ");
        Assert.Equal((NominationStatus.Registered, null), ((await ScreeningYear.StoredAsync(app, 1)).Status, (await ScreeningYear.StoredAsync(app, 1)).StatusReason));
    }

    [Fact]
    public async Task A_return_is_filled_in_from_what_screening_has_found()
    {
        await ScreeningYear.OpenAsync(app, 1, (year, one) =>
        {
            one.Answer(year, year.Tracks[0].Checklist[0].Id, Finding.NotMet, "Chưa ký", Officers.Hoa, app.Clock.Now.UtcDateTime);
            one.Answer(year, year.Tracks[0].Checklist[1].Id, Finding.Met, null, Officers.Hoa, app.Clock.Now.UtcDateTime);
            one.ChangeBrand(year, null, null);
            one.Declare(year, 2026, FigureBase.Business, new FigureContent(119_000_000_000, 0, 90), null);
            var doubts = DossierChecks.Of(one, year, DossierBackground.None(new DateOnly(2026, 11, 22)));
            one.Decide(year, doubts.Single(), WarningVerdict.ToCorrect, "Nộp báo cáo tài chính", Officers.Hoa, app.Clock.Now.UtcDateTime);
        }, ScreeningRules.Usual with { SupplementDays = 15 });
        // In Vietnamese for an English reader too: the letter takes it over.
        var page = await (await app.SignedInAsync("officer", "en")).OpenAsync($"{Address}?act=return");
        Assert.Equal("2026-12-07", page.ValueOf("Input.DueOn"));
        Assert.Equal(
            [
                "Báo cáo môi trường có chữ ký: Chưa ký",
                "Doanh thu năm 2026: của sản phẩm 120.000.000.000 lớn hơn của cả doanh nghiệp 119.000.000.000. Nộp báo cáo tài chính",
                "Phần “Thương hiệu và sở hữu trí tuệ” còn thiếu: Thương hiệu",
            ],
            page.ValueOf("Input.Reason").Trim().Split('\n'));
        Assert.Equal("Return for supplement", page.TextAt("nav.tabs [aria-current]"));
    }

    [Fact]
    public async Task A_day_in_the_past_is_refused_and_what_was_typed_stays()
    {
        await ScreeningYear.OpenAsync(app, 1);
        var officer = await app.SignedInAsync("officer");
        var refused = await officer.SubmitAsync(await officer.OpenAsync($"{Address}?act=return"), ("Input.DueOn", "2026-11-21"), ("Input.Reason", "Thiếu báo cáo\nThiếu ảnh"));
        Assert.Equal((HttpStatusCode.BadRequest, "Hạn bổ sung không thể là ngày đã qua."), (refused.Status, refused.TextAt("#Input-DueOn-error")));
        Assert.Equal(("2026-11-21", "Thiếu báo cáo\nThiếu ảnh"), (refused.ValueOf("Input.DueOn"), refused.ValueOf("Input.Reason").Trim()));
        Assert.Equal(NominationStatus.Registered, (await ScreeningYear.StoredAsync(app, 1)).Status);

        await officer.SubmitAsync(refused, ("Input.DueOn", "2026-11-22"));
        Assert.Equal(new DateOnly(2026, 11, 22), (await ScreeningYear.StoredAsync(app, 1)).OpenSupplement!.DueOn);
    }

    [Fact]
    public async Task A_supplement_is_taken_in_with_its_day_and_what_arrived()
    {
        await ScreeningYear.OpenAsync(app, 1);
        var officer = await app.SignedInAsync("officer");
        await officer.SubmitAsync(await officer.OpenAsync($"{Address}?act=return"), ("Input.Reason", "Thiếu báo cáo"));
        app.Clock.Now += TimeSpan.FromDays(4);
        officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync(Address);
        Assert.Equal(["Nhận bổ sung", "Không chấp nhận hồ sơ", "Rút hồ sơ", "Hủy quyết định đã ghi"], page.TextsAt("nav.tabs a"));
        var refused = await officer.SubmitAsync(page, ("Input.ReceivedOn", "2026-11-21"), ("Input.Reason", "Báo cáo đã ký"));
        Assert.Equal(("Bổ sung không thể đến trước ngày yêu cầu.", "Báo cáo đã ký"), (refused.TextAt("#Input-ReceivedOn-error"), refused.ValueOf("Input.Reason").Trim()));
        refused = await officer.SubmitAsync(refused, ("Input.ReceivedOn", "2026-11-27"));
        Assert.Equal("Ngày nhận bổ sung không thể là ngày chưa đến.", refused.TextAt("#Input-ReceivedOn-error"));
        await officer.SubmitAsync(refused, ("Input.ReceivedOn", "2026-11-25"));

        var supplement = (await ScreeningYear.StoredAsync(app, 1)).Supplements.Single();
        Assert.Equal((new DateOnly(2026, 11, 25), "Báo cáo đã ký"), (supplement.ReceivedOn, supplement.Outcome));
        await AssertToldAsync("đã nhận bổ sung của hồ sơ 2027/1 Sản phẩm 01", "took in the supplement to nomination 2027/1 Sản phẩm 01", "“Báo cáo đã ký”");
    }

    [Fact]
    public async Task Under_the_two_person_rule_the_same_officer_is_refused_and_another_accepts()
    {
        await ScreeningYear.OpenAsync(app, 1, ScreeningYear.Answer, ScreeningRules.Usual with { TwoPersons = true });
        var officer = await app.SignedInAsync("officer");
        var screening = await officer.OpenAsync("/programmes/2027/nominations/1/screening");
        await officer.SubmitAsync(screening.Form("main form[method=post]"), "Lưu và đánh dấu đã kiểm tra");

        var page = await officer.OpenAsync($"{Address}?act=accept");
        Assert.Equal("Chính bạn đã kiểm tra hồ sơ này; người khác phải chấp nhận.", page.TextAt("ul.way li"));
        Assert.Empty(page.Document.QuerySelectorAll("main form button"));
        // Also when the button is pressed by force.
        var forced = await officer.SubmitAsync(page, []);
        Assert.Equal((HttpStatusCode.BadRequest, "Chính bạn đã kiểm tra hồ sơ này; người khác phải chấp nhận."), (forced.Status, Assert.Single(forced.Errors)));

        var other = await app.SignedInAsync("admin");
        var accepted = await other.SubmitAsync(await other.OpenAsync($"{Address}?act=accept"));
        Assert.Equal("Hồ sơ đã chuyển sang trạng thái “Đã chấp nhận”.", accepted.TextAt(".notice.done"));
        Assert.Equal(NominationStatus.Accepted, (await ScreeningYear.StoredAsync(app, 1)).Status);
    }

    [Fact]
    public async Task A_dossier_that_has_changed_since_the_page_was_opened_is_not_decided_unseen()
    {
        await ScreeningYear.OpenAsync(app, 1, ScreeningYear.Answer);
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync($"{Address}?act=accept");
        await app.ChangeAsync(async db =>
        {
            var year = await db.Programmes.WithTables().SingleAsync(one => one.Year == 2027);
            (await db.Nominations.WithDossier().SingleAsync(one => one.ProgrammeId == year.Id)).ChangeBrand(year, null, null);
        });
        var refused = await officer.SubmitAsync(page);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith("Hồ sơ còn thiếu 1 mục.", refused.TextAt("ul.way li"), StringComparison.Ordinal);
        await officer.SubmitAsync(refused, ("Input.Reason", "Bổ sung sau"));
        Assert.Equal(NominationStatus.Accepted, (await ScreeningYear.StoredAsync(app, 1)).Status);
    }

    [Fact]
    public async Task Auditors_and_judges_decide_nothing()
    {
        await ScreeningYear.OpenAsync(app, 1);
        foreach (var who in new[] { "auditor", "judge1" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedInAsync(who)).OpenAsync(Address)).Status);
        }
    }

    private async Task AssertToldAsync(string vietnamese, string english, string reason)
    {
        foreach (var (language, sentence) in new[] { ("vi", vietnamese), ("en", english) })
        {
            var told = (await (await app.SignedInAsync("officer", language)).OpenAsync("/history?year=2027")).TextsAt("ol.history li")[0];
            Assert.Contains(sentence, told, StringComparison.Ordinal);
            Assert.Contains(reason, told, StringComparison.Ordinal);
            // Told once.
            Assert.Equal(told.IndexOf(reason, StringComparison.Ordinal), told.LastIndexOf(reason, StringComparison.Ordinal));
        }
    }
}
