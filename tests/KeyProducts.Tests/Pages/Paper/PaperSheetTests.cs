using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Paper;

/// <summary>A signed sheet on its way into the year: one officer enters it, another confirms it.</summary>
public sealed class PaperSheetTests : IDisposable
{
    private const string Home = "/programmes/2026/paper";
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task One_officer_enters_another_confirms_and_the_judges_sheet_is_submitted_with_both_names()
    {
        var (judge, account) = await PaperWork.FreeJudgeAsync(app, 2026, 14);
        var officer = await app.SignedInAsync("officer");
        var code = await CodeAsync(judge, 14);
        var form = await officer.SubmitAsync((await officer.OpenAsync(Home)).Form("main form[method=post]"), null, ("Input.Code", code.ToLowerInvariant()));
        Assert.Equal($"{Home}/14/{judge}", form.Address);
        var shown = await EnterAsync(officer, form, max => max - 1);
        Assert.Contains("Chờ xác nhận", shown.Text, StringComparison.Ordinal);
        Assert.Null(shown.Document.QuerySelector("main table"));
        Assert.Equal(0, await SubmittedAsync(judge));

        var mark = await app.HistoryMarkAsync();
        var admin = await app.SignedInAsync("admin");
        var confirm = await admin.OpenAsync(shown.Address + "/confirm");
        Assert.All(confirm.Document.QuerySelectorAll("[name^='Input.Points']"), input => Assert.Equal("", input.GetAttribute("value")));
        var done = await admin.SubmitAsync(confirm.Form("main form[method=post]"), null, Fields(confirm, max => max - 1));
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Contains("Đã xác nhận", done.Text, StringComparison.Ordinal);

        var sheet = await app.ReadAsync(db => db.Sheets.Include(one => one.Marks).Include(one => one.Versions).ThenInclude(one => one.Marks).AsSplitQuery()
            .SingleAsync(one => one.JudgeId == judge && one.Nomination.Number == 14 && one.Nomination.Programme.Year == 2026));
        var version = Assert.Single(sheet.Versions);
        Assert.True(sheet.IsSubmitted);
        Assert.Equal((SheetOrigin.Paper, "Đinh Thị Hữu Hạnh"), (version.Origin, version.By.Split(", ")[0]));
        Assert.Equal(2, version.By.Split(", ").Length);
        Assert.Equal(91m, version.Total);
        Assert.Equal("Sản phẩm tốt", sheet.Remark);
        Assert.Contains((AuditAct.Changed, nameof(PaperSheet)), (await app.HistorySinceAsync(mark)).Select(entry => (entry.Act, entry.Kind)));
        Assert.Contains((AuditAct.Added, nameof(ScoreSheet)), (await app.HistorySinceAsync(mark)).Select(entry => (entry.Act, entry.Kind)));

        // The judge may open the scan of the own sheet, another judge may not.
        var scan = "/scans/" + shown.Address.Split('/')[^1];
        using var own = await (await app.SignedInAsync(account)).GetAsync(scan);
        Assert.Equal((HttpStatusCode.OK, "application/pdf", "attachment"), (own.StatusCode, own.Content.Headers.ContentType!.MediaType, own.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAsync(account == "judge1" ? "judge2" : "judge1")).GetAsync(scan)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAsync("auditor")).GetAsync(scan)).StatusCode);
    }

    [Fact]
    public async Task Where_both_entries_differ_both_values_show_and_nothing_is_submitted_before_each_is_settled()
    {
        var id = await PaperWork.EnterAsync(app, 2026, 14, Officers.Hoa);
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync($"{Home}/sheets/{id}/confirm");
        var points = page.Document.QuerySelectorAll("[name^='Input.Points']").Select(input => input.GetAttribute("name")!).ToList();
        var fields = Fields(page, max => max, "tốt.").Select(field => field.Name == points[0] ? (field.Name, "9,5") : field.Name == points[1] ? (field.Name, "1") : field).ToArray();
        var refused = await officer.SubmitAsync(page.Form("main form[method=post]"), null, fields);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(2, refused.Document.QuerySelectorAll("fieldset.finding").Length);
        Assert.Contains("10, như lần nhập đầu", refused.Text, StringComparison.Ordinal);
        Assert.Contains("9,5, như bạn vừa nhập", refused.Text, StringComparison.Ordinal);
        Assert.Equal("9,5", refused.ValueOf(points[0]));
        Assert.Contains("Lần nhập này và lần nhập trước khác nhau ở 2 chỗ", string.Join(' ', refused.Errors), StringComparison.Ordinal);

        // One settled is not enough.
        string ChoiceOf(string name) => $"Input.Choice[p-{name["Input.Points[".Length..^1]}]";
        refused = await officer.SubmitAsync(refused.Form("main form[method=post]"), null, (ChoiceOf(points[0]), "mine"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        var done = await officer.SubmitAsync(refused.Form("main form[method=post]"), null, (ChoiceOf(points[0]), "mine"), (ChoiceOf(points[1]), "first"));
        Assert.Equal(HttpStatusCode.OK, done.Status);
        var version = await app.ReadAsync(db => db.Set<SheetVersion>().Include(one => one.Marks).OrderByDescending(one => one.At).FirstAsync(one => one.Origin == SheetOrigin.Paper));
        Assert.Equal(99.5m, version.Total);
    }

    [Fact]
    public async Task An_entry_that_is_not_whole_shows_nothing_of_the_first_one()
    {
        var id = await PaperWork.EnterAsync(app, 2026, 14, Officers.Hoa);
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync($"{Home}/sheets/{id}/confirm");
        var refused = await officer.SubmitAsync(page.Form("main form[method=post]"), null, Fields(page, _ => 0).Skip(1).Where(field => !field.Name.StartsWith("Input.Points", StringComparison.Ordinal)).ToArray());
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Empty(refused.Document.QuerySelectorAll("fieldset.finding"));
        Assert.Contains("Phiếu phải có điểm ở đây", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_sent_back_and_entered_again_or_set_aside_with_a_reason()
    {
        var me = await app.ReadAsync(async db => (await db.FindByEmailAsync("officer@demo.local")).Id);
        var id = await PaperWork.EnterAsync(app, 2026, 14, new Person(me, "Đinh Thị Hữu Hạnh"));
        var admin = await app.SignedInAsync("admin");
        var page = await admin.OpenAsync($"{Home}/sheets/{id}");
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.SubmitAsync(page.Form("#send-back form"), "Trả lại")).Status);
        page = await admin.SubmitAsync(page.Form("#send-back form"), "Trả lại", ("Input.Reason", "Trang 2 mờ"));
        Assert.Contains("Trả lại để nhập lại", page.Text, StringComparison.Ordinal);
        Assert.Contains("phải nhập lại trước", (await admin.OpenAsync($"{Home}/sheets/{id}/confirm")).Text, StringComparison.Ordinal);

        var officer = await app.SignedInAsync("officer");
        var (number, judge) = (14, await app.ReadAsync(db => db.PaperSheets.Where(one => one.Id == id).Select(one => one.JudgeId).SingleAsync()));
        var form = await officer.OpenAsync($"{Home}/{number}/{judge}");
        Assert.Contains("Được trả lại: Trang 2 mờ", form.Text, StringComparison.Ordinal);
        var again = await EnterAsync(officer, form, max => max / 2);
        Assert.Contains("Chờ xác nhận", again.Text, StringComparison.Ordinal);

        var mark = await app.HistoryMarkAsync();
        var list = await admin.SubmitAsync((await admin.OpenAsync(again.Address)).Form("#send-back form"), "Loại ra", ("Input.Reason", "Nhầm người"));
        Assert.Equal(Home, list.Address);
        Assert.Contains("Đã loại", list.Text, StringComparison.Ordinal);
        Assert.Equal("Nhầm người", Assert.Single(await app.HistorySinceAsync(mark)).Reason);
        Assert.Null((await officer.OpenAsync($"{Home}/{number}/{judge}")).Document.QuerySelector(".notice.warn"));
    }

    [Fact]
    public async Task Nobody_confirms_the_own_entry_or_enters_what_another_has_entered()
    {
        var officer = await app.SignedInAsync("officer");
        var (judge, _) = await PaperWork.FreeJudgeAsync(app, 2026, 14);
        var shown = await EnterAsync(officer, await officer.OpenAsync($"{Home}/14/{judge}"), max => max);
        Assert.Contains("phải do chuyên viên khác xác nhận", (await officer.OpenAsync(shown.Address + "/confirm")).Text, StringComparison.Ordinal);
        Assert.Null(shown.Document.QuerySelector("a[href$='/confirm']"));
        var admin = await app.SignedInAsync("admin");
        Assert.Contains("đã nhập phiếu giấy này", (await admin.OpenAsync($"{Home}/14/{judge}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_are_a_late_day_a_day_to_come_a_mark_above_the_maximum_no_scan_and_a_file_that_is_none()
    {
        var (judge, _) = await PaperWork.FreeJudgeAsync(app, 2026, 14);
        await app.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE Programmes SET Dates_JudgingUntil = '2026-11-20' WHERE Year = 2026"));
        var officer = await app.SignedInAsync("officer");
        var form = await officer.OpenAsync($"{Home}/14/{judge}");
        async Task<string> RefusedAsync(Func<decimal, decimal> points, string day, ChosenFile[] scan)
        {
            var page = await officer.UploadAsync(form.Form("form[enctype]"), "Input.Scan", scan, null, [.. Fields(form, points).Where(field => field.Name != "Input.SignedOn"), ("Input.SignedOn", day)]);
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Equal("Sản phẩm tốt", page.ValueOf("Input.Remark"));
            return string.Join(' ', page.Errors);
        }

        ChosenFile[] scan = [new("phieu.pdf", SampleFiles.Pdf())];
        Assert.Contains("Phiếu được ký sau hạn 20/11/2026", await RefusedAsync(max => max, "2026-11-21", scan), StringComparison.Ordinal);
        Assert.Contains("Ngày ghi trên phiếu ở tương lai", await RefusedAsync(max => max, "2027-01-02", scan), StringComparison.Ordinal);
        Assert.Contains("Điểm phải", await RefusedAsync(max => max + 1, "2026-11-20", scan), StringComparison.Ordinal);
        Assert.Contains("Hãy chọn bản chụp", await RefusedAsync(max => max, "2026-11-20", []), StringComparison.Ordinal);
        Assert.Contains("Bản chụp phải là tệp PDF hoặc ảnh", await RefusedAsync(max => max, "2026-11-20", [new("phieu.xlsx", SampleFiles.Excel())]), StringComparison.Ordinal);
        // Signed in time, it is taken after the deadline too.
        var done = await officer.UploadAsync(form.Form("form[enctype]"), "Input.Scan", [new("phieu.png", SampleFiles.Png)], null, [.. Fields(form, max => max).Where(field => field.Name != "Input.SignedOn"), ("Input.SignedOn", "2026-11-20")]);
        Assert.Equal(HttpStatusCode.OK, done.Status);
    }

    [Fact]
    public async Task Refused_is_a_sheet_that_is_submitted_on_line_and_one_of_a_recused_judge()
    {
        var officer = await app.SignedInAsync("officer");
        var submitted = await app.ReadAsync(db => db.Sheets.Where(one => one.SubmittedAt != null && one.Nomination.Programme.Year == 2026 && one.Nomination.Number == 14).Select(one => one.JudgeId).FirstAsync());
        Assert.Contains("đã nộp phiếu của hồ sơ số 14", (await officer.OpenAsync($"{Home}/14/{submitted}")).Text, StringComparison.Ordinal);
        var (judge, _) = await PaperWork.FreeJudgeAsync(app, 2026, 14);
        var form = await officer.OpenAsync($"{Home}/14/{judge}");
        await app.ChangeAsync(async db =>
        {
            var programme = await db.Programmes.SingleAsync(one => one.Year == 2026);
            db.Add(new Recusal(programme, await db.Nominations.SingleAsync(one => one.ProgrammeId == programme.Id && one.Number == 14), await db.Judges.SingleAsync(one => one.Id == judge), ConflictKind.Family, null, app.Clock.Now.UtcDateTime));
        });
        var refused = await officer.UploadAsync(form.Form("form[enctype]"), "Input.Scan", [new("phieu.pdf", SampleFiles.Pdf())], null, Fields(form, max => max));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("đã từ chối chấm", string.Join(' ', refused.Errors), StringComparison.Ordinal);
        Assert.Equal(0, await app.ReadAsync(db => db.PaperSheets.CountAsync()));
    }

    [Fact]
    public async Task A_judge_of_the_council_who_is_an_officer_too_enters_no_paper_sheet()
    {
        var (judge, _) = await PaperWork.FreeJudgeAsync(app, 2026, 14);
        await app.ChangeAsync(async db =>
        {
            var programme = await db.Programmes.SingleAsync(one => one.Year == 2026);
            db.Add(new Judge(programme, (await db.FindByEmailAsync("officer@demo.local")).Id, new JudgeDetails("Đinh Thị Hữu Hạnh", null, null, CouncilRole.Secretary)));
        });
        var officer = await app.SignedInAsync("officer");
        Assert.Contains("không được biết điểm của người khác", (await officer.OpenAsync($"{Home}/14/{judge}")).Text, StringComparison.Ordinal);
        var mine = await app.ReadAsync(async db => (await db.Judges.SingleAsync(one => one.Name == "Đinh Thị Hữu Hạnh")).Id);
        Assert.Contains("Đây là phiếu của chính", (await officer.OpenAsync($"{Home}/14/{mine}")).Text, StringComparison.Ordinal);
        var id = await PaperWork.EnterAsync(app, 2026, 14, Officers.Hoa);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/scans/{id}")).StatusCode);
    }

    [Fact]
    public async Task A_draft_saved_on_line_is_replaced_only_after_that_is_agreed_and_stays_in_the_history()
    {
        var id = await PaperWork.EnterAsync(app, 2026, 14, Officers.Hoa);
        await app.ChangeAsync(async db =>
        {
            var judgeId = (await db.PaperSheets.SingleAsync()).JudgeId;
            var programme = await db.Programmes.WithCriteria().SingleAsync(one => one.Year == 2026);
            var judge = await db.Judges.Include(one => one.Assigned).Include(one => one.Groups).AsSplitQuery().SingleAsync(one => one.Id == judgeId);
            var sheet = new ScoreSheet(await db.Nominations.SingleAsync(one => one.ProgrammeId == programme.Id && one.Number == 14), judge);
            sheet.Save(programme, new Dictionary<Guid, decimal?> { [programme.Criteria.First(judge.Marks).Id] = 3.5m }, null, app.Clock.Now.UtcDateTime);
            db.Add(sheet);
        });
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync($"{Home}/sheets/{id}/confirm");
        Assert.DoesNotContain("3,5", page.Text, StringComparison.Ordinal);
        var refused = await officer.SubmitAsync(page.Form("main form[method=post]"), null, Fields(page, max => max, "Tốt"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("đã lưu điểm trực tuyến", string.Join(' ', refused.Errors), StringComparison.Ordinal);
        var mark = await app.HistoryMarkAsync();
        Assert.Equal(HttpStatusCode.OK, (await officer.SubmitAsync(refused.Form("main form[method=post]"), null, ("Input.ReplacesDraft", "true"))).Status);
        var entry = Assert.Single(await app.HistorySinceAsync(mark), one => one.Kind == nameof(ScoreSheet));
        Assert.Contains(entry.ReadChanges(), change => change.From == "3.5" && change.To == "10");
    }

    [Fact]
    public async Task Under_seal_no_mark_shows_anywhere_and_the_scan_is_for_the_confirming_officer_alone_until_confirmed()
    {
        await PaperWork.SealAsync(app, 2026);
        var officer = await app.SignedInAsync("officer");
        var (judge, account) = await PaperWork.FreeJudgeAsync(app, 2026, 14);
        var shown = await EnterAsync(officer, await officer.OpenAsync($"{Home}/14/{judge}"), max => max - 1.5m);
        var scan = "/scans/" + shown.Address.Split('/')[^1];
        var admin = await app.SignedInAsync("admin");
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(scan)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(scan)).StatusCode);
        // Not even who has typed it is shown it again.
        Assert.All((await officer.OpenAsync($"{Home}/14/{judge}")).Document.QuerySelectorAll("[name^='Input.Points']"), input => Assert.Equal("", input.GetAttribute("value")));
        var confirm = await admin.OpenAsync(shown.Address + "/confirm");
        Assert.Equal(HttpStatusCode.OK, (await admin.SubmitAsync(confirm.Form("main form[method=post]"), null, Fields(confirm, max => max - 1.5m))).Status);
        foreach (var visitor in new[] { officer, admin })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(scan)).StatusCode);
            foreach (var address in new[] { shown.Address, Home, "/history", "/programmes/2026/progress" })
            {
                var text = (await visitor.OpenAsync(address)).Text;
                Assert.DoesNotContain("8,5", text, StringComparison.Ordinal);
                Assert.DoesNotContain("13,5", text, StringComparison.Ordinal);
                Assert.DoesNotContain("Sản phẩm tốt", text, StringComparison.Ordinal);
            }
        }

        Assert.Equal(HttpStatusCode.OK, (await (await app.SignedInAsync(account)).GetAsync(scan)).StatusCode);
    }

    [Fact]
    public async Task A_mistyped_code_and_one_of_another_year_are_told()
    {
        var officer = await app.SignedInAsync("officer");
        async Task<string> ErrorAsync(string code) => string.Join(' ', (await officer.SubmitAsync((await officer.OpenAsync(Home)).Form("main form[method=post]"), null, ("Input.Code", code))).Errors);
        var (judge, _) = await PaperWork.FreeJudgeAsync(app, 2026, 14);
        var code = await CodeAsync(judge, 14);
        Assert.Contains("Mã bị gõ sai", await ErrorAsync(code.Replace("-014-", "-015-", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("Phiếu này của năm 2025", await ErrorAsync(new SheetCode(2025, 1, 1).ToString()), StringComparison.Ordinal);
        Assert.Contains("không có thành viên hoặc sản phẩm", await ErrorAsync(new SheetCode(2026, 999, 1).ToString()), StringComparison.Ordinal);
        Assert.Equal($"{Home}/14/{judge}", (await officer.OpenAsync($"{Home}?judge={judge}&number=14")).Address);
    }

    private static (string Name, string? Value)[] Fields(Page page, Func<decimal, decimal> points, string remark = "Sản phẩm tốt") =>
    [
        ("Input.SignedOn", "2026-11-20"),
        .. page.Document.QuerySelectorAll("[name^='Input.Points']").Select(input => (
            input.GetAttribute("name")!,
            (string?)points(decimal.Parse(input.ParentElement!.QuerySelector("span")!.TextContent.Trim(' ', '/'), new System.Globalization.CultureInfo("vi-VN"))).ToString("0.##", new System.Globalization.CultureInfo("vi-VN")))),
        ("Input.Remark", remark),
    ];

    private static async Task<Page> EnterAsync(Visitor officer, Page form, Func<decimal, decimal> points)
    {
        var shown = await officer.UploadAsync(form.Form("form[enctype]"), "Input.Scan", [new ChosenFile("phieu.pdf", SampleFiles.Pdf("Phiếu có chữ ký"))], null, Fields(form, points));
        Assert.True(shown.Status == HttpStatusCode.OK, shown.Text);
        return shown;
    }

    private Task<string> CodeAsync(Guid judge, int number) => app.ReadAsync(async db =>
        new SheetCode(2026, number, (await db.JudgePlacesAsync((await db.Programmes.SingleAsync(one => one.Year == 2026)).Id))[judge]).ToString());

    private Task<int> SubmittedAsync(Guid judge) => app.ReadAsync(db => db.Sheets.CountAsync(one => one.JudgeId == judge && one.Nomination.Number == 14 && one.SubmittedAt != null && one.Nomination.Programme.Year == 2026));
}
