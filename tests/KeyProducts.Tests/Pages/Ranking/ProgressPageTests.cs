using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages;

/// <summary>Who is how far; more time for one judge; closing in spite of missing sheets.</summary>
public sealed class ProgressPageTests : IDisposable
{
    private const string Address = "/programmes/2026/progress";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_pair_that_is_not_assigned_is_owed_by_nobody_and_shown_as_such()
    {
        var officer = await app.SignedInAsync("officer");
        Assert.Contains("Đã nộp 195/313 phiếu.", (await officer.OpenAsync(Address)).Text, StringComparison.Ordinal);
        await app.ChangeAsync(async db =>
        {
            var year = await db.Programmes.SingleAsync(one => one.Year == 2026);
            var judge = await JudgeAsync(db, "judge7");
            foreach (var nomination in await db.Nominations.Where(one => one.ProgrammeId == year.Id && one.Status == NominationStatus.Accepted && one.Number <= 3).ToListAsync())
            {
                db.Add(new Assignment(year, judge, nomination, AssignmentKind.Removed));
            }
        });

        var page = await officer.OpenAsync(Address);

        Assert.Contains("Đã nộp 195/310 phiếu.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Hoàng Thị Bảo Quyên – Không được phân công", page.Document.QuerySelectorAll(".matrix tbody tr")[0].QuerySelectorAll("td").Select(cell => cell.GetAttribute("title")));
        Assert.Contains("Hoàng Thị Bảo Quyên 0/32", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_not_declared_is_counted_by_business()
    {
        await app.ChangeAsync(async db =>
        {
            var judge = await JudgeAsync(db, "judge7");
            db.RemoveRange(await db.Declarations.Where(one => one.JudgeId == judge.Id).ToListAsync());
        });
        var businesses = await app.ReadAsync(db => db.Nominations.Where(one => one.Programme.Year == 2026 && one.Status == NominationStatus.Accepted).Select(one => one.BusinessId).Distinct().CountAsync());

        var page = await (await app.SignedInAsync("officer")).OpenAsync(Address);

        Assert.Contains("1 thành viên chưa kê khai đủ các doanh nghiệp mình chấm", page.Text, StringComparison.Ordinal);
        Assert.Contains($"{businesses} Chưa kê khai", page.Text, StringComparison.Ordinal);
        Assert.Equal(35, page.Document.QuerySelectorAll(".matrix td[title='Hoàng Thị Bảo Quyên – Chưa kê khai']").Length);
    }

    [Fact]
    public async Task An_officer_who_recused_as_a_judge_is_told_nothing_of_that_product()
    {
        await app.ChangeAsync(async db =>
        {
            // One account with both roles, recused from number 33.
            var judge = await JudgeAsync(db, "judge4");
            judge.GetType().GetProperty(nameof(Judge.UserId))!.SetValue(judge, (await db.FindByEmailAsync("officer@demo.local")).Id);
        });
        var product = await app.ReadAsync(db => db.Nominations.Where(one => one.Programme.Year == 2026 && one.Number == 33).Select(one => one.Product.Vietnamese).SingleAsync());

        Assert.DoesNotContain(product, (await (await app.SignedInAsync("officer")).OpenAsync(Address)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(product, (await (await app.SignedInAsync("officer")).OpenAsync("/programmes/2026/move")).Text, StringComparison.Ordinal);
        Assert.Contains(product, (await (await app.SignedInAsync("admin")).OpenAsync(Address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_no_mark_and_no_total()
    {
        await app.ChangeAsync(async db =>
        {
            // A mark that nothing else on the page could be.
            var mark = await db.Set<Mark>().FirstAsync(one => db.Sheets.Any(sheet => sheet.Id == one.SheetId && sheet.Nomination.Programme.Year == 2026));
            mark.GetType().GetProperty(nameof(Mark.Points))!.SetValue(mark, 3.37m);
        });
        var page = await (await app.SignedInAsync("officer")).OpenAsync(Address);

        Assert.DoesNotMatch(@"\d,\d", page.Text);
    }

    [Fact]
    public async Task One_judge_is_given_more_time_with_a_reason_and_sees_it_and_scores_in_it()
    {
        var id = (await app.ReadAsync(db => JudgeAsync(db, "judge1"))).Id;
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync($"{Address}/judges/{id}");
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.SubmitAsync(page, ("Input.Until", "2026-12-31"), ("Input.Reason", "Đi công tác"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.SubmitAsync(page, ("Input.Until", "2027-01-05"), ("Input.Reason", ""))).Status);
        var mark = await app.HistoryMarkAsync();

        var done = await officer.SubmitAsync(page, ("Input.Until", "2027-01-05"), ("Input.Reason", "Đi công tác"));

        Assert.Contains("Nguyễn Thị Hồng Vượng được chấm đến 05/01/2027, 24:00 giờ Hà Nội.", done.Text, StringComparison.Ordinal);
        Assert.Contains("05/01/2027 Được gia hạn", done.Text, StringComparison.Ordinal);
        var entry = Assert.Single(await app.HistorySinceAsync(mark));
        Assert.Equal((nameof(Judge), "Đi công tác"), (entry.Kind, entry.Reason));
        Assert.Contains(entry.ReadChanges(), change => change is { Property: "ExtendedUntil", To: "2027-01-05" });

        // After the year's own deadline: this judge's list and sheet are open until their day, the others' are locked and say why.
        app.Clock.Now = new DateTimeOffset(2027, 1, 3, 3, 0, 0, TimeSpan.Zero);
        var list = await (await app.SignedInAsync("judge1")).OpenAsync("/judging");
        Assert.Contains("05/01/2027, 24:00 giờ Hà Nội – còn 2 ngày", list.Text, StringComparison.Ordinal);
        Assert.Contains("Bạn được gia hạn riêng.", list.Text, StringComparison.Ordinal);
        Assert.NotEmpty((await (await app.SignedInAsync("judge1")).OpenAsync("/programmes/2026/judging/10")).Document.QuerySelectorAll("main form[method=post]"));
        var other = await (await app.SignedInAsync("judge3")).OpenAsync("/judging");
        Assert.Contains("Đã hết hạn chấm nên phiếu của bạn bị khóa.", other.Text, StringComparison.Ordinal);

        officer = await app.SignedInAsync("officer");
        await officer.SubmitAsync((await officer.OpenAsync($"{Address}/judges/{id}")).Form("main form[method=post]"), "Bỏ gia hạn: theo hạn chung", ("Input.Reason", "Đã về sớm"));
        Assert.Contains("Đã hết hạn chấm nên phiếu của bạn bị khóa.", (await (await app.SignedInAsync("judge1")).OpenAsync("/judging")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gives_more_time_to_themselves()
    {
        await app.ChangeAsync(async db =>
        {
            var judge = await JudgeAsync(db, "judge4");
            judge.GetType().GetProperty(nameof(Judge.UserId))!.SetValue(judge, (await db.FindByEmailAsync("officer@demo.local")).Id);
        });
        var id = await app.ReadAsync(async db => (await db.Judges.SingleAsync(one => one.Name == "Phạm Hữu Đằng" && db.Programmes.Any(year => year.Id == one.ProgrammeId && year.Year == 2026))).Id);
        var officer = await app.SignedInAsync("officer");

        var refused = await officer.SubmitAsync(await officer.OpenAsync($"{Address}/judges/{id}"), ("Input.Until", "2027-01-05"), ("Input.Reason", "Bận"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Null(await app.ReadAsync(db => db.Judges.Where(one => one.Id == id).Select(one => one.ExtendedUntil).SingleAsync()));
    }

    [Fact]
    public async Task Closing_despite_missing_sheets_names_what_is_missing_and_takes_a_reason()
    {
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync("/programmes/2026/move");

        Assert.Contains("phiếu nháp không được tính, hồ sơ dưới số phiếu tối thiểu được ghi riêng", page.Text, StringComparison.Ordinal);
        Assert.Contains("Chưa hết hạn chấm: còn 39 ngày.", page.Text, StringComparison.Ordinal);
        var owing = page.Document.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal(7, owing.Count);
        Assert.StartsWith("Hoàng Thị Bảo Quyên 35/35 0 0 35 1, 2, 3,", owing[0], StringComparison.Ordinal);
        Assert.Equal("Đặng Quốc Thiều 6/35 0 1 5 32, 33, 34, 35, 36, 37", owing[^1]);
        Assert.Equal(18, page.Document.QuerySelectorAll("main table")[1].QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Chưa đủ phiếu: có tiêu chí mới được 4/5 điểm chấm", page.Document.QuerySelectorAll("main table")[1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d,\d", page.Text);

        Assert.Equal(HttpStatusCode.BadRequest, (await officer.SubmitAsync(page, ("Input.Reason", " "))).Status);
        var mark = await app.HistoryMarkAsync();
        await officer.SubmitAsync(page, ("Input.Reason", "Hội đồng họp ngày 25/11"));

        Assert.Equal(Stage.Deliberation, await app.ReadAsync(db => db.Programmes.Where(one => one.Year == 2026).Select(one => one.Stage).SingleAsync()));
        Assert.Equal((AuditAct.Changed, "Hội đồng họp ngày 25/11"), (await app.HistorySinceAsync(mark)).Select(entry => (entry.Act, entry.Reason)).Single());
        // The judges' pages say why they are locked.
        var judge = await app.SignedInAsync("judge1");
        Assert.Contains("Việc chấm điểm năm 2026 đã kết thúc; năm này đang ở giai đoạn “Hội đồng xét chọn”.", (await judge.OpenAsync("/judging")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync($"{Address}/reminders")).Status);
    }

    private static Task<Judge> JudgeAsync(AppDbContext db, string name) =>
        db.Judges.SingleAsync(judge => db.Users.Any(user => user.Id == judge.UserId && user.Email == $"{name}@demo.local") && db.Programmes.Any(year => year.Id == judge.ProgrammeId && year.Year == 2026));
}
