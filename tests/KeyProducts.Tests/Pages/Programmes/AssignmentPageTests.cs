using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Programmes;

/// <summary>Judges drawn and assigned by hand, and what keeps assignments live.</summary>
public sealed class AssignmentPageTests : IDisposable
{
    private const string Matrix = CouncilYear.Home + "/assignment", Draw = Matrix + "/draw";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_draw_shows_who_gets_how_many_before_it_is_stored_and_stores_exactly_that()
    {
        await CouncilYear.OpenAsync(app, dossiers: 6, accepted: 6, judges: 4);
        var officer = await app.SignedInAsync("officer", "en");
        var before = await app.StateAsync();
        var form = await officer.OpenAsync(Draw);
        var preview = await officer.SubmitAsync(form.Form("main form[method=get]"), null, ("by", "Drawn"), ("n", "2"));
        Assert.Equal(before, await app.StateAsync());
        Assert.Contains("12 pairs are drawn, 0 are drawn no longer.", preview.Text, StringComparison.Ordinal);
        Assert.Contains("All judges can be compared with each other", preview.Text, StringComparison.Ordinal);
        Assert.Equal(["6", "6", "6", "6"], Column(preview, 2));
        Assert.Equal(["3", "3", "3", "3"], Column(preview, 3));

        var mark = await app.HistoryMarkAsync();
        var stored = await officer.SubmitAsync(preview);
        Assert.Equal((Matrix, HttpStatusCode.OK), (stored.Address, stored.Status));
        Assert.Contains("The assignment is stored: 12 pairs drawn, 0 drawn no longer.", stored.Text, StringComparison.Ordinal);
        var panel = (await CouncilYear.PanelAsync(app)).Split(" | ");
        Assert.Equal((6, true), (panel.Length, panel.All(row => row.Split(' ').Length == 3)));
        var history = await app.HistorySinceAsync(mark);
        Assert.Equal(12, history.Count(entry => entry is { Kind: nameof(Assignment), Act: AuditAct.Added, Year: 2027 }));
        Assert.Equal("Judging.JudgesPerNomination: → 2", Changes(history.Single(entry => entry.Kind == nameof(Programme))));
        Assert.Equal(Enumerable.Repeat("◆", 12), stored.TextsAt(".matrix tbody td.good [aria-hidden]"));
    }

    [Fact]
    public async Task A_preview_that_is_no_longer_true_stores_nothing_and_is_shown_anew()
    {
        await CouncilYear.OpenAsync(app, dossiers: 4, accepted: 4, judges: 3);
        var officer = await app.SignedInAsync("officer", "en");
        var preview = await officer.OpenAsync(Draw + "?by=Drawn&n=2");
        await app.ChangeAsync(async db =>
        {
            var id = await CouncilYear.JudgeAsync(app, 3);
            (await db.Judges.SingleAsync(judge => judge.Id == id)).Leave(await CouncilYear.YearAsync(db), "Chuyển công tác");
        });
        var before = await app.StateAsync();
        var refused = await officer.SubmitAsync(preview);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.StartsWith("What is stored has changed since you looked at this preview", refused.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(["4", "4"], Column(refused, 3));
        Assert.Equal(before, await app.StateAsync());

        await officer.SubmitAsync(refused);
        Assert.Equal("1: judge1 judge2 | 2: judge1 judge2 | 3: judge1 judge2 | 4: judge1 judge2", await CouncilYear.PanelAsync(app));
    }

    [Fact]
    public async Task A_preview_says_which_nominations_stay_short_and_that_judges_cannot_be_compared()
    {
        await CouncilYear.OpenAsync(app, dossiers: 3, accepted: 3, judges: 3);
        await app.ChangeAsync(async db =>
        {
            var year = await CouncilYear.YearAsync(db);
            var judges = await db.Judges.Where(judge => judge.ProgrammeId == year.Id).ToListAsync();
            judges[0].AssignNominations(year, all: false, [year.Industries[1].Id]);
        });
        var officer = await app.SignedInAsync("officer", "en");
        var three = await officer.OpenAsync(Draw + "?by=Drawn&n=3");
        Assert.Contains("no. 1 (2 of 3), no. 2 (2 of 3), no. 3 (2 of 3)", three.Text, StringComparison.Ordinal);
        var one = await officer.OpenAsync(Draw + "?by=Drawn&n=1");
        Assert.Contains("So few judges score each nomination that they cannot all be compared with each other.", one.Text, StringComparison.Ordinal);
        Assert.Contains("so no score can come of it: no. 1, 2, 3.", one.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_is_none_is_refused_with_what_was_typed()
    {
        await CouncilYear.OpenAsync(app, dossiers: 1, accepted: 1, judges: 2);
        var officer = await app.SignedInAsync("officer", "en");
        var page = await officer.OpenAsync(Draw + "?by=Drawn&n=500");
        Assert.Equal(("500", true), (page.ValueOf("n"), page.TextAt("#n-error").Contains("99", StringComparison.Ordinal)));
        Assert.Empty(page.Document.QuerySelectorAll("[name='Input.Fingerprint']"));
    }

    [Fact]
    public async Task What_is_accepted_later_gets_its_judges_at_once_one_by_one_and_several_together()
    {
        await CouncilYear.OpenAsync(app, dossiers: 6, accepted: 3, judges: 4, drawn: 2);
        var before = (await CouncilYear.PanelAsync(app)).Split(" | ");
        var officer = await app.SignedInAsync("officer");
        await officer.SubmitAsync(await officer.OpenAsync("/programmes/2027/nominations/4/decide?act=accept"));
        Assert.Equal(before, (await CouncilYear.PanelAsync(app)).Split(" | ").Take(3));

        var mark = await app.HistoryMarkAsync();
        await officer.SubmitAsync(await officer.OpenAsync("/programmes/2027/screening/accept?n=5&n=6"));
        var after = (await CouncilYear.PanelAsync(app)).Split(" | ");
        Assert.Equal(before, after.Take(3));
        Assert.Equal((6, true), (after.Length, after.All(row => row.Split(' ').Length == 3)));
        Assert.Equal([3, 3, 3, 3], string.Join(' ', after).Split(' ').Where(word => word.StartsWith("judge", StringComparison.Ordinal)).CountBy(judge => judge).Select(one => one.Value));
        Assert.Equal(4, (await app.HistorySinceAsync(mark)).Count(entry => entry.Kind == nameof(Assignment)));
    }

    [Fact]
    public async Task Who_leaves_is_replaced_and_who_joins_is_drawn_where_judges_lack()
    {
        await CouncilYear.OpenAsync(app, dossiers: 4, accepted: 4, judges: 3, drawn: 3);
        var officer = await app.SignedInAsync("officer", "en");
        var judge = await officer.OpenAsync($"{CouncilYear.Home}/{await CouncilYear.JudgeAsync(app, 1)}");
        await officer.SubmitAsync(judge.Form("form[action*='Leave'], form[action*='leave']"), null, ("Reason", "Nghỉ hưu"));
        Assert.Equal("1: judge2 judge3 | 2: judge2 judge3 | 3: judge2 judge3 | 4: judge2 judge3", await CouncilYear.PanelAsync(app));
        var matrix = await officer.OpenAsync(Matrix);
        Assert.Contains("Fewer judges than wanted: no. 1, 2, 3, 4.", matrix.Text, StringComparison.Ordinal);

        var form = await officer.OpenAsync(CouncilYear.Home + "/new");
        var account = form.Document.QuerySelectorAll("#Input-UserId option").Single(option => option.TextContent.Contains("judge5@demo.local", StringComparison.Ordinal)).GetAttribute("value")!;
        await officer.SubmitAsync(form, ("Input.UserId", account), ("Input.Name", "Vũ Thị Ngữ"));
        Assert.Equal("1: judge2 judge3 judge5 | 2: judge2 judge3 judge5 | 3: judge2 judge3 judge5 | 4: judge2 judge3 judge5", await CouncilYear.PanelAsync(app));

        judge = await officer.OpenAsync($"{CouncilYear.Home}/{await CouncilYear.JudgeAsync(app, 1)}");
        await officer.SubmitAsync(judge.Form("form[action*='Return'], form[action*='return']"), null, ("Reason", "Tiếp tục công tác"));
        Assert.StartsWith("1: judge1 judge2 judge3 judge5 |", await CouncilYear.PanelAsync(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_judge_who_recuses_is_replaced_and_comes_back_when_the_recusal_is_lifted()
    {
        await CouncilYear.OpenAsync(app, dossiers: 2, accepted: 2, judges: 4, drawn: 3);
        await CouncilYear.OpenJudgingAsync(app);
        var before = (await CouncilYear.PanelAsync(app)).Split(" | ")[0];
        var name = before.Split(' ')[1];
        var other = Enumerable.Range(1, 4).Select(number => $"judge{number}").Single(one => !before.Split(' ').Contains(one));
        var judge = await app.SignedInAsync(name);
        await judge.SubmitAsync(await judge.OpenAsync("/programmes/2027/judging/1/recuse"), ("Input.Kind", nameof(ConflictKind.Adviser)));
        Assert.Equal(string.Join(' ', before.Split(' ').Where(one => one != name).Append(other).Order(StringComparer.Ordinal)), (await CouncilYear.PanelAsync(app)).Split(" | ")[0]);

        var officer = await app.SignedInAsync("officer");
        var recusal = await app.ReadAsync(db => db.Recusals.SingleAsync(one => db.Nominations.Any(nomination => nomination.Id == one.NominationId && nomination.Programme.Year == 2027)));
        await officer.SubmitAsync(await officer.OpenAsync($"/programmes/2027/progress/recusals/{recusal.Id}"), ("Input.Reason", "Hợp đồng đã hết hạn ba năm"));
        Assert.Equal("1: judge1 judge2 judge3 judge4", (await CouncilYear.PanelAsync(app)).Split(" | ")[0]);
    }

    [Fact]
    public async Task A_judge_who_has_declared_a_conflict_is_not_drawn_for_a_later_nomination_of_the_business()
    {
        await CouncilYear.OpenAsync(app, dossiers: 2, accepted: 1, judges: 2, drawn: 2);
        var key = await CouncilYear.JudgeAsync(app, 1);
        await app.ChangeAsync(async db =>
        {
            var year = await CouncilYear.YearAsync(db);
            var business = (await db.Nominations.SingleAsync(one => one.ProgrammeId == year.Id && one.Number == 2)).BusinessId;
            db.Add(new ConflictDeclaration(year, await db.Judges.SingleAsync(one => one.Id == key), business, ConflictKind.Family, null, app.Clock.Now.UtcDateTime));
        });
        var officer = await app.SignedInAsync("officer", "en");
        await officer.SubmitAsync(await officer.OpenAsync("/programmes/2027/nominations/2/decide?act=accept"));
        Assert.Equal("1: judge1 judge2 | 2: judge2", await CouncilYear.PanelAsync(app));
        var matrix = await officer.OpenAsync(Matrix);
        Assert.Equal(["◆", "◆", "◆", "⊘"], matrix.TextsAt(".matrix tbody td [aria-hidden]").OrderBy(sign => sign == "⊘"));
        Assert.Contains("Fewer judges than wanted: no. 2.", matrix.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_off_a_judge_who_has_given_marks_needs_a_reason_and_the_marks_come_back_with_them()
    {
        await CouncilYear.OpenAsync(app, dossiers: 2, accepted: 2, judges: 2);
        await CouncilYear.OpenJudgingAsync(app);
        var judge = await CouncilYear.JudgeAsync(app, 1);
        await app.ChangeAsync(async db =>
        {
            var year = await CouncilYear.YearAsync(db);
            var sheet = new ScoreSheet(await db.Nominations.SingleAsync(one => one.ProgrammeId == year.Id && one.Number == 1), await db.Judges.SingleAsync(one => one.Id == judge));
            sheet.Save(year, year.JudgedCriteria.ToDictionary(criterion => criterion.Id, _ => (decimal?)1), null, app.Clock.Now.UtcDateTime);
            sheet.Submit(year, app.Clock.Now.UtcDateTime);
            db.Add(sheet);
        });
        var officer = await app.SignedInAsync("officer");
        var form = await officer.OpenAsync(Matrix + "/1");
        Assert.Contains("Đã cho điểm", form.Text, StringComparison.Ordinal);
        var refused = await officer.SubmitAsync(form, ("Input.Chosen", $"{await CouncilYear.JudgeAsync(app, 2)}"));
        Assert.Equal((HttpStatusCode.BadRequest, "Thành viên đã cho điểm: hãy nêu lý do vì sao các điểm ấy không được tính nữa."), (refused.Status, refused.Errors.Single()));
        Assert.Single(refused.Document.QuerySelectorAll("[name='Input.Chosen'][checked]"));
        Assert.Equal("1: judge1 judge2 | 2: judge1 judge2", await CouncilYear.PanelAsync(app));

        var mark = await app.HistoryMarkAsync();
        var saved = await officer.SubmitAsync(refused, ("Input.Chosen", $"{await CouncilYear.JudgeAsync(app, 2)}"), ("Input.Reason", "Ngoài chuyên môn"));
        Assert.Equal(Matrix, saved.Address);
        Assert.Equal("1: judge2 | 2: judge1 judge2", await CouncilYear.PanelAsync(app));
        var entry = (await app.HistorySinceAsync(mark)).Single();
        Assert.Equal((nameof(Assignment), AuditAct.Added, "Ngoài chuyên môn"), (entry.Kind, entry.Act, entry.Reason));
        Assert.Equal((1, 0), await SheetsAsync());

        var own = await officer.OpenAsync($"{CouncilYear.Home}/{judge}/nominations");
        await officer.SubmitAsync(own.Form("main form"), null, [.. own.Document.QuerySelectorAll("[name='Input.Chosen']").Select(box => ("Input.Chosen", box.GetAttribute("value")))]);
        Assert.Equal(("1: judge1 judge2 | 2: judge1 judge2", (1, 1)), (await CouncilYear.PanelAsync(app), await SheetsAsync()));

        Task<(int, int)> SheetsAsync() => app.ReadAsync(async db =>
        {
            var year = await CouncilYear.YearAsync(db);
            return (await db.Sheets.CountAsync(sheet => sheet.Nomination.ProgrammeId == year.Id), await KeyProducts.Web.Storage.Queries.CountedSheets(db, year.Id).CountAsync());
        });
    }

    [Fact]
    public async Task Two_officers_who_change_one_nomination_change_only_what_each_has_touched()
    {
        await CouncilYear.OpenAsync(app, dossiers: 1, accepted: 1, judges: 3);
        var (first, second) = (await app.SignedInAsync("officer"), await app.SignedInAsync("admin"));
        var (one, other) = (await first.OpenAsync(Matrix + "/1"), await second.OpenAsync(Matrix + "/1"));
        var keys = new[] { await CouncilYear.JudgeAsync(app, 1), await CouncilYear.JudgeAsync(app, 2), await CouncilYear.JudgeAsync(app, 3) };
        await first.SubmitAsync(one, ("Input.Chosen", $"{keys[1]}"), ("Input.Chosen", $"{keys[2]}"));
        await second.SubmitAsync(other, ("Input.Chosen", $"{keys[0]}"), ("Input.Chosen", $"{keys[2]}"));
        Assert.Equal("1: judge3", await CouncilYear.PanelAsync(app));
    }

    [Fact]
    public async Task The_matrix_shows_what_every_other_page_goes_by()
    {
        await CouncilYear.OpenAsync(app, dossiers: 3, accepted: 3, judges: 3, drawn: 1);
        await app.ChangeAsync(async db =>
        {
            var year = await CouncilYear.YearAsync(db);
            var judges = await db.Judges.Where(judge => judge.ProgrammeId == year.Id).ToListAsync();
            var nomination = await db.Nominations.SingleAsync(one => one.ProgrammeId == year.Id && one.Number == 1);
            var row = await db.Assignments.SingleAsync(one => one.NominationId == nomination.Id);
            row.Change(year, AssignmentKind.Removed);
            judges.First(judge => judge.Id != row.JudgeId).Leave(year, "Nghỉ hưu");
        });
        var officer = await app.SignedInAsync("officer", "en");
        var matrix = await officer.OpenAsync(Matrix);
        var rows = matrix.Document.QuerySelectorAll(".matrix tbody tr").Skip(1).Select(row => row.QuerySelectorAll("td.good").Length).ToList();
        var panel = (await CouncilYear.PanelAsync(app)).Split(" | ").Where(row => row.Length > 0).ToDictionary(row => row[0] - '0', row => row.Split(' ').Length - 1);
        Assert.Equal(Enumerable.Range(1, 3).Select(number => panel.GetValueOrDefault(number)), rows);
        Assert.Contains("✕", matrix.TextAt(".matrix tbody"), StringComparison.Ordinal);
        Assert.Contains("Fewer judges on a criterion than the quorum", matrix.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_judges_are_assigned_is_frozen_once_judging_has_opened_but_what_lacks_can_be_drawn()
    {
        await CouncilYear.OpenAsync(app, dossiers: 2, accepted: 2, judges: 3, drawn: 2);
        var officer = await app.SignedInAsync("officer", "en");
        var old = await officer.OpenAsync(Draw + "?by=Drawn&n=3");
        await CouncilYear.OpenJudgingAsync(app);
        var refused = await officer.SubmitAsync(old);
        Assert.Equal((HttpStatusCode.BadRequest, 1), (refused.Status, refused.Errors.Count));

        var form = await officer.OpenAsync(Matrix + "/1");
        var judges = form.Document.QuerySelectorAll("[name='Input.Chosen'][checked]").Select(box => box.GetAttribute("value")).ToList();
        await officer.SubmitAsync(form, ("Input.Chosen", judges[0]));
        Assert.Contains("Fewer judges than wanted: no. 1.", (await officer.OpenAsync(Matrix)).Text, StringComparison.Ordinal);
        var preview = await officer.OpenAsync(Draw);
        Assert.Empty(preview.Document.QuerySelectorAll("main form[method=get]"));
        await officer.SubmitAsync(preview);
        Assert.All((await CouncilYear.PanelAsync(app)).Split(" | "), row => Assert.Equal(3, row.Split(' ').Length));
        Assert.DoesNotContain(judges[1]!, (await officer.OpenAsync(Matrix + "/1")).Document.QuerySelectorAll("[name='Input.Chosen'][checked]").Select(box => box.GetAttribute("value")));
    }

    [Fact]
    public async Task When_judging_is_over_the_matrix_is_read_and_nothing_of_it_changes()
    {
        var officer = await app.SignedInAsync("officer");
        var matrix = await officer.OpenAsync("/programmes/2025/council/assignment");
        Assert.Equal(HttpStatusCode.OK, matrix.Status);
        Assert.Empty(matrix.Document.QuerySelectorAll(".matrix a"));
        foreach (var address in new[] { "/programmes/2025/council/assignment/1", "/programmes/2025/council/assignment/draw", "/programmes/2025/council/import" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync(address)).Status);
        }
    }

    [Fact]
    public async Task A_judge_marks_groups_and_criteria_and_scores_some_industries()
    {
        await CouncilYear.OpenAsync(app, dossiers: 2, accepted: 2, judges: 1);
        var officer = await app.SignedInAsync("officer");
        var scope = $"{CouncilYear.Home}/{await CouncilYear.JudgeAsync(app, 1)}/scope";
        var form = await officer.OpenAsync(scope);
        var group = form.At("[name='Input.Groups']").GetAttribute("value");
        var criterion = form.Document.QuerySelectorAll("[name='Input.Criteria']")[^1].GetAttribute("value");
        var refused = await officer.SubmitAsync(form, ("Input.All", "false"), ("Input.Groups", group), ("Input.Criteria", criterion), ("Input.Nominations", "Industries"));
        Assert.Equal((HttpStatusCode.BadRequest, "Hãy chọn ít nhất một ngành."), (refused.Status, refused.Errors.Single()));
        Assert.Equal([group, criterion], refused.Document.QuerySelectorAll("[type=checkbox][checked]").Select(box => box.GetAttribute("value")));

        var industry = refused.Document.QuerySelectorAll("[name='Input.Industries']")[1].GetAttribute("value");
        var mark = await app.HistoryMarkAsync();
        await officer.SubmitAsync(refused, ("Input.Industries", industry));
        Assert.Equal("", await CouncilYear.PanelAsync(app));
        var entry = (await app.HistorySinceAsync(mark)).Single(entry => entry.Kind == nameof(Judge));
        Assert.Equal(["JudgeCriterion", "JudgeGroup", "JudgeIndustry", "MarksAllCriteria", "ScoresAllNominations"], entry.ReadChanges().Select(change => change.Property).Distinct().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Column(Page page, int column) => page.Document.QuerySelectorAll("main .scroll table tbody tr").Select(row => row.Children[column].TextContent.Trim());

    private static string Changes(AuditEntry entry) => string.Join(", ", entry.ReadChanges().Select(change => $"{change.Property}: {change.From}→ {change.To}"));
}
