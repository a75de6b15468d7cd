using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Programmes;

public sealed class YearTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_year_shows_its_stage_and_what_stands_in_the_way_of_the_next()
    {
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync("/programmes/2026");

        Assert.Equal("Chấm điểm", page.TextAt("ol.stages [aria-current=step]"));
        Assert.Equal(
            [
                "Còn 118/313 phiếu chấm chưa nộp; các phiếu này sẽ không được tính. (có thể bỏ qua nếu nêu lý do)",
                "Còn 18 hồ sơ chưa có điểm; các hồ sơ này sẽ được liệt kê riêng. (có thể bỏ qua nếu nêu lý do)",
            ],
            page.TextsAt("ul.way li"));
    }

    [Fact]
    public async Task Closing_judging_with_sheets_missing_needs_a_reason_and_is_in_the_history_with_it()
    {
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync("/programmes/2026/move");
        Assert.Contains("phiếu nháp không được tính", page.Text, StringComparison.Ordinal);

        var refused = await officer.SubmitAsync(page);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(["Hãy nêu lý do đi tiếp dù còn việc chưa xong."], refused.Errors);

        var mark = await app.HistoryMarkAsync();
        var moved = await officer.SubmitAsync(refused, ("Input.Reason", "Hai thành viên đi công tác dài ngày"));
        Assert.Equal((HttpStatusCode.OK, "/programmes/2026"), (moved.Status, moved.Address));
        Assert.Equal("Hội đồng xét chọn", moved.TextAt("ol.stages [aria-current=step]"));
        var entry = Assert.Single(await app.HistorySinceAsync(mark));
        Assert.Equal((AuditAct.Changed, "Programme", "2026", "Hai thành viên đi công tác dài ngày"), (entry.Act, entry.Kind, entry.Subject, entry.Reason));
        Assert.Equal([new AuditChange("Stage", "Judging", "Deliberation")], entry.ReadChanges());
    }

    [Fact]
    public async Task A_stage_that_another_officer_has_moved_meanwhile_is_not_moved_twice()
    {
        var first = await app.SignedInAsync("officer");
        var second = await app.SignedInAsync("admin");
        var open = await second.OpenAsync("/programmes/2026/move");
        await first.SubmitAsync(await first.OpenAsync("/programmes/2026/move"), ("Input.Reason", "Đủ phiếu"));

        var refused = await second.SubmitAsync(open, ("Input.Reason", "Đủ phiếu"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(Stage.Deliberation, await StageAsync());
    }

    [Fact]
    public async Task A_new_year_takes_over_settings_and_the_same_year_is_not_opened_twice()
    {
        var officer = await app.SignedInAsync("officer");
        var form = await officer.OpenAsync("/programmes/new");
        Assert.Equal(("2027", "2026"), (form.ValueOf("Input.Year"), form.ValueOf("Input.CopyOf")));

        var refused = await officer.SubmitAsync(form, ("Input.Year", "2026"));
        Assert.Equal((HttpStatusCode.BadRequest, "2026"), (refused.Status, refused.ValueOf("Input.Year")));
        Assert.Equal(["Năm 2026 đã được mở."], refused.Errors);

        var opened = await officer.SubmitAsync(refused, ("Input.Year", "2027"));
        Assert.Equal("/programmes/2027", opened.Address);
        Assert.Equal("Chuẩn bị", opened.TextAt("ol.stages [aria-current=step]"));
        var criteria = await officer.OpenAsync("/programmes/2027/criteria");
        Assert.Equal(9, criteria.TextsAt(".criterion").Count);
    }

    [Fact]
    public async Task Settings_refuse_half_a_document_and_a_period_that_ends_before_it_begins_and_keep_what_was_typed()
    {
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync("/programmes/2026/settings");

        var refused = await officer.SubmitAsync(page, ("Input.CouncilNumber", "99/QĐ-UBND"), ("Input.CouncilDate", ""), ("Input.PlanNumber", "07/KH-UBND"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(["Văn bản cần có cả số và ngày."], refused.Errors);
        Assert.Equal("Văn bản cần có cả số và ngày.", refused.TextAt("#Input-CouncilNumber-error"));
        Assert.Equal(("99/QĐ-UBND", "07/KH-UBND"), (refused.ValueOf("Input.CouncilNumber"), refused.ValueOf("Input.PlanNumber")));

        refused = await officer.SubmitAsync(page, ("Input.JudgingUntil", "2026-10-01"));
        Assert.Equal(["Thời hạn không thể kết thúc trước khi bắt đầu."], refused.Errors);
        Assert.Equal(new DateOnly(2026, 12, 31), await app.ReadAsync(db => db.Programmes.Where(one => one.Year == 2026).Select(one => one.Dates.JudgingUntil).SingleAsync()));
    }

    [Fact]
    public async Task Settings_saved_by_two_at_once_are_refused_to_the_second_who_may_then_save()
    {
        var first = await app.SignedInAsync("officer");
        var second = await app.SignedInAsync("admin");
        var open = await second.OpenAsync("/programmes/2026/settings");
        await first.SubmitAsync(await first.OpenAsync("/programmes/2026/settings"), ("Input.JudgingUntil", "2027-01-05"));

        var refused = await second.SubmitAsync(open, ("Input.ValidityMonths", "24"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith("Có người khác đã lưu mục này", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("24", refused.ValueOf("Input.ValidityMonths"));

        var saved = await second.SubmitAsync(refused, ("Input.JudgingUntil", "2027-01-05"));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var stored = await app.ReadAsync(db => db.Programmes.SingleAsync(one => one.Year == 2026));
        Assert.Equal((24, new DateOnly(2027, 1, 5)), (stored.ValidityMonths, stored.Dates.JudgingUntil!.Value));
    }

    [Fact]
    public async Task Criteria_can_be_added_changed_and_removed_before_judging()
    {
        var officer = await app.SignedInAsync("officer");
        await officer.SubmitAsync(await officer.OpenAsync("/programmes/new"));
        var criteria = await officer.OpenAsync("/programmes/2027/criteria");
        var add = criteria.Document.QuerySelectorAll("a").First(link => link.TextContent == "Thêm tiêu chí").GetAttribute("href")!;

        var refused = await officer.SubmitAsync(await officer.OpenAsync(add), ("Input.Name", "Tiết kiệm năng lượng"), ("Input.Max", "1.234"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(("Tiết kiệm năng lượng", "1.234"), (refused.ValueOf("Input.Name"), refused.ValueOf("Input.Max")));

        var saved = await officer.SubmitAsync(refused, ("Input.Max", "7,5"));
        Assert.Contains("107,5", saved.TextAt(".notice.warn"), StringComparison.Ordinal);
        var change = saved.Document.QuerySelectorAll("a[aria-label]").Single(link => link.GetAttribute("aria-label") == "Sửa Tiết kiệm năng lượng").GetAttribute("href")!;
        var form = await officer.OpenAsync(change);
        Assert.Equal("7,5", form.ValueOf("Input.Max"));
        var removed = await officer.SubmitAsync(form.Form("form[action*=Remove], form[action*=remove]"));
        Assert.Equal((HttpStatusCode.OK, 9), (removed.Status, removed.TextsAt(".criterion").Count));
    }

    [Fact]
    public async Task A_judge_joins_the_council_with_some_criteria_and_leaves_with_a_reason()
    {
        var officer = await app.SignedInAsync("officer");
        await officer.SubmitAsync(await officer.OpenAsync("/programmes/new"));
        var form = await officer.OpenAsync("/programmes/2027/council/new");
        var account = form.Document.QuerySelectorAll("#Input-UserId option").Single(option => option.TextContent.Contains("judge4@demo.local", StringComparison.Ordinal)).GetAttribute("value")!;
        var scope = await officer.SubmitAsync(form, ("Input.UserId", account), ("Input.Name", "Phạm Hữu Đằng"));
        var refused = await officer.SubmitAsync(scope, ("Input.All", "false"));
        Assert.Equal(["Hãy phân công ít nhất một tiêu chí của năm."], refused.Errors);

        var criterion = refused.At("input[name='Input.Criteria']").GetAttribute("value")!;
        var council = await officer.SubmitAsync(refused, ("Input.Criteria", criterion));
        Assert.Contains("Phạm Hữu Đằng", council.Text, StringComparison.Ordinal);
        Assert.Contains("1/9", council.Text, StringComparison.Ordinal);

        var judge = await officer.OpenAsync(council.At("td a").GetAttribute("href")!);
        var left = await officer.SubmitAsync(judge.Form("section form"), null, ("Reason", "Chuyển công tác"));
        Assert.Contains("Đã rời hội đồng", left.Text, StringComparison.Ordinal);
        var entry = (await app.HistorySinceAsync(0))[^1];
        Assert.Equal(("Judge", "2027: Phạm Hữu Đằng", "Chuyển công tác"), (entry.Kind, entry.Subject, entry.Reason));
    }

    [Theory]
    [InlineData("/programmes/1999")]
    [InlineData("/programmes/2031/nominations")]
    [InlineData("/programmes/2025/nominations/999")]
    [InlineData("/programmes/2025/move")]
    [InlineData("/programmes/2025/nominations/14/sections/product")]
    public async Task What_is_not_there_or_closed_answers_404_in_the_readers_language(string address)
    {
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync(address);
        Assert.Equal((HttpStatusCode.NotFound, "Không có trang này"), (page.Status, page.TextAt("h1")));
    }

    [Fact]
    public async Task A_role_that_may_not_is_told_so_with_403()
    {
        var auditor = await app.SignedInAsync("auditor", "en");
        var page = await auditor.OpenAsync("/programmes/2026/settings");
        Assert.Equal((HttpStatusCode.Forbidden, "This page is not for your role"), (page.Status, page.TextAt("h1")));
        Assert.DoesNotContain("/programmes/2026/settings", (await auditor.OpenAsync("/programmes/2026")).Body, StringComparison.Ordinal);
    }

    private Task<Stage> StageAsync() => app.ReadAsync(db => db.Programmes.Where(one => one.Year == 2026).Select(one => one.Stage).SingleAsync());
}
