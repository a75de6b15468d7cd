using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages;

public sealed class SheetPageTests : IDisposable
{
    private const string Sheet = "/programmes/2026/judging/14";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Looking_at_a_sheet_stores_nothing()
    {
        var before = await app.StateAsync();
        var page = await (await app.SignedInAsync("judge1")).OpenAsync(Sheet);

        Assert.Equal((HttpStatusCode.OK, 9), (page.Status, page.TextsAt("[data-mark]").Count));
        Assert.Equal(before, await app.StateAsync());
    }

    [Fact]
    public async Task Wrong_marks_are_told_at_their_criterion_kept_as_typed_and_keep_no_other_from_being_saved()
    {
        var judge = await app.SignedInAsync("judge1");
        var page = await judge.OpenAsync(Sheet);
        var names = Names(page);
        string[] typed = ["11", "7,3", "1.234", "abc", "-1", "1.234,5", "7.5", "", "6"];

        var refused = await judge.SubmitAsync(page, [.. Filled(names, typed), ("Input.Remark", "Nhận xét Đ Ế Ữ")]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(
            [
                "Điểm phải từ 0 đến 10.", "Điểm phải là bội số của 0,5.",
                "“1.234” có thể hiểu theo hai cách. Hãy viết không có dấu phân cách hàng nghìn, với một hoặc hai chữ số thập phân.",
                "“abc” không phải là số.", "Điểm phải từ 0 đến 10.", "Điểm phải từ 0 đến 15.",
            ],
            refused.TextsAt(".criterion .error"));
        Assert.Equal("Những mục được đánh dấu bên dưới chưa được lưu. Các mục khác đã lưu lúc 10:00:00.", refused.TextAt("#errors strong"));
        Assert.Equal("Tăng trưởng sản xuất: Điểm phải từ 0 đến 10.", refused.Errors[0]);
        Assert.Equal([.. typed[..6], "7,5", "", "6"], names.Select(refused.ValueOf));
        Assert.Equal("Nhận xét Đ Ế Ữ", refused.ValueOf("Input.Remark"));
        Assert.Equal([7.5m, 6m], await MarksAsync());
    }

    [Fact]
    public async Task Saving_keeps_a_draft_and_says_that_it_is_not_submitted()
    {
        var judge = await app.SignedInAsync("judge1");
        var page = await judge.OpenAsync(Sheet);
        var mark = await app.HistoryMarkAsync();

        var saved = await judge.SubmitAsync(page, [.. Filled(Names(page), ["7,5", "12.5"])]);

        Assert.Equal((HttpStatusCode.OK, Sheet), (saved.Status, saved.Address));
        Assert.Equal("Đã lưu lúc 10:00:00.", saved.TextAt(".notice.done"));
        Assert.StartsWith("Bản nháp – CHƯA NỘP. Lưu lần cuối 22/11/2026 10:00:00.", saved.TextAt("#state"), StringComparison.Ordinal);
        Assert.Equal("20", saved.TextAt("[data-total]"));
        Assert.Equal([("ScoreSheet", AuditAct.Added)], (await app.HistorySinceAsync(mark)).Select(entry => (entry.Kind, entry.Act)));
    }

    [Fact]
    public async Task Of_two_windows_the_second_is_refused_where_both_wrote_and_chooses_mark_by_mark()
    {
        var judge = await app.SignedInAsync("judge1");
        var first = await judge.OpenAsync(Sheet);
        var second = await judge.OpenAsync(Sheet);
        var names = Names(first);
        await judge.SubmitAsync(first, [.. Filled(names, ["7", "12", "6"]), ("Input.Remark", "từ cửa sổ một")]);

        var refused = await judge.SubmitAsync(second, [.. Filled(names, ["8", "12", "5", "9"]), ("Input.Remark", "từ cửa sổ hai")]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(
            [
                "Một cửa sổ hoặc thiết bị khác đã lưu 7 lúc 22/11/2026 10:00:00; bạn nhập 8.",
                "Một cửa sổ hoặc thiết bị khác đã lưu 6 lúc 22/11/2026 10:00:00; bạn nhập 5.",
                "Một cửa sổ hoặc thiết bị khác đã sửa nhận xét này lúc 22/11/2026 10:00:00. Đang lưu là: từ cửa sổ một",
            ],
            refused.TextsAt(".conflict legend"));
        // What only one of them wrote is saved all the same.
        Assert.Equal([7m, 12m, 6m, 9m], await MarksAsync());

        var choices = refused.Document.QuerySelectorAll(".conflict").Select(one => one.QuerySelector("input")!.GetAttribute("name")!).ToList();
        var again = await judge.SubmitAsync(refused.Form("#marks"), "Lưu");
        Assert.Equal((HttpStatusCode.BadRequest, 3), (again.Status, again.TextsAt(".conflict").Count));
        Assert.Equal([7m, 12m, 6m, 9m], await MarksAsync());

        var done = await judge.SubmitAsync(again.Form("#marks"), "Lưu", (choices[0], "mine"), (choices[1], "theirs"), (choices[2], "mine"));
        Assert.Equal((HttpStatusCode.OK, Sheet), (done.Status, done.Address));
        Assert.Equal([8m, 12m, 6m, 9m], await MarksAsync());
        Assert.Equal("từ cửa sổ hai", done.ValueOf("Input.Remark"));
    }

    [Fact]
    public async Task Guidance_is_set_out_in_bands_and_each_criterion_takes_a_remark()
    {
        var judge = await app.SignedInAsync("judge1", "en");
        var page = await judge.OpenAsync(Sheet);
        Assert.Equal(["20 % and more 9–10 points", "10–20 % 7–8.5", "0–10 % 5–6.5", "a fall below 5."], page.TextsAt("#criterion-1 .guidance li"));
        var name = page.At("#criterion-2 textarea").GetAttribute("name")!;

        var saved = await judge.SubmitAsync(page, (name, "Quy mô lớn.\r\nCần xem lại Đ Ế Ữ."));

        Assert.Equal("Quy mô lớn.\nCần xem lại Đ Ế Ữ.", saved.ValueOf(name));
        Assert.True(saved.At("#criterion-2 details.remark").HasAttribute("open"));
        Assert.False(saved.At("#criterion-1 details.remark").HasAttribute("open"));
        // The same again is no change.
        var mark = await app.HistoryMarkAsync();
        Assert.Equal(HttpStatusCode.OK, (await judge.SubmitAsync(saved)).Status);
        Assert.Empty(await app.HistorySinceAsync(mark));
    }

    [Fact]
    public async Task A_save_after_the_deadline_stores_nothing_and_keeps_what_was_typed()
    {
        var judge = await app.SignedInAsync("judge1");
        var page = await judge.OpenAsync(Sheet);
        var last = await app.ReadAsync(async db => (await db.Programmes.SingleAsync(one => one.Year == 2026)).Dates.JudgingUntil!.Value);
        app.Clock.Now = new DateTimeOffset(HanoiTime.EndOf(last));
        judge = await app.SignedInAsync("judge1");
        var open = await judge.OpenAsync("/judging");
        Assert.Contains("đã hết hạn", open.Text, StringComparison.Ordinal);
        app.Clock.Now -= TimeSpan.FromSeconds(1);
        page = await judge.OpenAsync(Sheet);
        app.Clock.Now += TimeSpan.FromSeconds(1);

        var late = await judge.SubmitAsync(page, [.. Filled(Names(page), ["7"]), ("Input.Remark", "gõ muộn")]);

        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.StartsWith("Việc chấm điểm đã kết thúc", Assert.Single(late.Errors), StringComparison.Ordinal);
        Assert.Equal(("7", "gõ muộn"), (late.ValueOf(Names(page)[0]), late.ValueOf("Input.Remark")));
        Assert.Empty(await MarksAsync());
    }

    [Fact]
    public async Task Save_and_submit_saves_points_out_what_is_missing_and_asks_before_it_locks()
    {
        var judge = await app.SignedInAsync("judge1");
        var page = await judge.OpenAsync(Sheet);
        var names = Names(page);
        var missing = await SaveAndSubmitAsync(judge, page, ["7"]);
        Assert.Equal((Sheet + "?missing=true", 8), (missing.Address, missing.TextsAt(".criterion .error").Count));
        Assert.Equal([7m], await MarksAsync());

        var asked = await SaveAndSubmitAsync(judge, missing, ["5", "5", "5", "5", "5", "5", "5", "5", "5"]);
        Assert.Equal(Sheet + "/submit", asked.Address);
        Assert.Equal(0, await app.ReadAsync(db => db.Sheets.CountAsync(one => one.Nomination.Number == 14 && one.Judge.Name == "Nguyễn Thị Hồng Vượng" && one.Nomination.Programme.Year == 2026 && one.SubmittedAt != null)));

        var done = await judge.SubmitAsync(asked);
        Assert.Equal(Sheet, done.Address);
        Assert.StartsWith("ĐÃ NỘP lúc 22/11/2026 10:00:00.", done.TextAt("#state"), StringComparison.Ordinal);
        Assert.Empty(done.TextsAt("[data-mark]"));
        Assert.Equal(9, names.Count);
    }

    [Fact]
    public async Task A_judge_of_some_criteria_is_asked_for_these_only()
    {
        var page = await (await app.SignedInAsync("judge8")).OpenAsync("/programmes/2026/judging/35");

        Assert.Equal(4, page.TextsAt(".criterion").Count);
        Assert.Contains("5 tiêu chí không phân công cho bạn", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recusal_takes_dossier_and_sheet_away_and_staff_bring_them_back()
    {
        var judge = await app.SignedInAsync("judge1");
        var page = await judge.OpenAsync("/programmes/2026/judging/7/recuse");
        var refused = await judge.SubmitAsync(page, ("Input.Kind", "Other"), ("Input.Text", " "));
        Assert.Equal(["Hãy nêu rõ mối liên hệ của bạn với doanh nghiệp."], refused.Errors);

        var list = await judge.SubmitAsync(refused, ("Input.Kind", "Family"), ("Input.Text", ""));
        Assert.Equal("/judging", list.Address);
        Assert.DoesNotContain("Linh kiện nhôm đúc áp lực", list.Text, StringComparison.Ordinal);
        foreach (var gone in new[] { "", "/submit", "/recuse" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await judge.OpenAsync("/programmes/2026/judging/7" + gone)).Status);
        }

        var officer = await app.SignedInAsync("officer");
        var progress = await officer.OpenAsync("/programmes/2026/progress");
        var link = progress.Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Linh kiện nhôm đúc áp lực", StringComparison.Ordinal) && row.QuerySelector("a[href*=recusals]") is not null).QuerySelector("a[href*=recusals]")!.GetAttribute("href")!;
        var mark = await app.HistoryMarkAsync();
        await officer.SubmitAsync(await officer.OpenAsync(link), ("Input.Reason", "Khai nhầm doanh nghiệp"));
        Assert.Equal([("Recusal", "Khai nhầm doanh nghiệp")], (await app.HistorySinceAsync(mark)).Select(entry => (entry.Kind, entry.Reason!)));
        Assert.Equal(HttpStatusCode.OK, (await judge.OpenAsync("/programmes/2026/judging/7")).Status);
    }

    [Fact]
    public async Task Progress_shows_states_and_no_mark_and_auditors_see_marks_only_when_judging_is_over()
    {
        var auditor = await app.SignedInAsync("auditor");
        var progress = await auditor.OpenAsync("/programmes/2026/progress");
        Assert.Equal(HttpStatusCode.OK, progress.Status);
        Assert.Empty(progress.Document.QuerySelectorAll(".matrix tbody td a"));
        Assert.DoesNotContain("79,5", progress.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.OpenAsync("/programmes/2026/nominations/1/sheets")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.OpenAsync("/programmes/2026/nominations/1/sheets/csv")).Status);
        Assert.Equal(HttpStatusCode.OK, (await auditor.OpenAsync("/programmes/2025/nominations/1/sheets")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignedInAsync("officer")).OpenAsync("/programmes/2026/nominations/1/sheets")).Status);
    }

    private static Task<Page> SaveAndSubmitAsync(Visitor judge, Page page, string[] typed) =>
        judge.SubmitAsync(page.Form("form[data-sheet]"), "Lưu và nộp…", [.. Filled(Names(page), typed)]);

    private static List<string> Names(Page page) => [.. page.Document.QuerySelectorAll("[data-mark]").Select(input => input.GetAttribute("name")!)];

    private static IEnumerable<(string Name, string? Value)> Filled(List<string> names, string[] typed) => names.Zip(typed).Select(pair => (pair.First, (string?)pair.Second));

    // The marks of judge1 for nomination 14, in the year's order.
    private Task<List<decimal>> MarksAsync() => app.ReadAsync(async db =>
    {
        var judge = await db.FindByEmailAsync("judge1@demo.local");
        var sheet = await db.Sheets.Include(one => one.Marks)
            .SingleOrDefaultAsync(one => one.Judge.UserId == judge.Id && one.Nomination.Number == 14 && one.Nomination.Programme.Year == 2026);
        var groups = await db.Set<CriterionGroup>().Include(group => group.Criteria).Where(group => db.Programmes.Any(one => one.Id == group.ProgrammeId && one.Year == 2026)).OrderBy(group => group.Order).ToListAsync();
        return groups.SelectMany(group => group.Criteria).Select(criterion => sheet?.On(criterion.Id)).OfType<decimal>().ToList();
    });
}
