using System.Net;
using System.Text;
using KeyProducts.Domain;
using KeyProducts.Tests.Documents;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Pages;

/// <summary>How sure the line is, as a council reads it; the year 2031 has three products, three judges and a top of one that hangs on the second judge.</summary>
public sealed class LinePageTests(LinePageTests.OneWhoDecides year) : IClassFixture<LinePageTests.OneWhoDecides>
{
    private const string Address = "/programmes/2031/ranking/line";

    private readonly TestApp app = year.App;

    [Fact]
    public async Task Says_first_in_how_many_re_counts_the_top_stays_and_what_changes_in_the_others()
    {
        var page = await (await app.SignedInAsync("officer", "en")).OpenAsync(Address);

        Assert.Equal("How sure is the line of the Top 1? 2031", page.TextAt("h1"));
        Assert.Equal(
            "In 2 of 3 re-counts, each without one judge, the Top 1 stays the same. Without Trần Đức Lưỡng, the Top 1 loses “Sản phẩm 2” (no. 2) and gains “Sản phẩm 1” (no. 1).",
            page.TextAt("p.headline"));
        Assert.Contains("The official result is the ranking, and it stands. Nothing here changes a mark, a score or a rank", page.TextAt("p.notice"), StringComparison.Ordinal);
        Assert.Contains("Provisional: 9 of 9 sheets are in.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_the_same_in_Vietnamese()
    {
        var page = await (await app.SignedInAsync("officer")).OpenAsync(Address);

        Assert.Equal(
            "Trong 2 trên 3 lần tính lại, mỗi lần không tính phiếu của một thành viên, Top 1 không thay đổi. Nếu không tính phiếu của Trần Đức Lưỡng, “Sản phẩm 2” (hồ sơ số 2) ra khỏi Top 1 và “Sản phẩm 1” (hồ sơ số 1) vào thay.",
            page.TextAt("p.headline"));
        Assert.Contains("Cần ít nhất 5 phiếu mới xác định được độ nghiêm khắc của một thành viên.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_what_changes_without_each_judge_and_how_often_each_product_is_of_the_top()
    {
        var page = await (await app.SignedInAsync("officer", "en")).OpenAsync(Address);

        var runs = page.TextsAt("section[aria-labelledby=judges-left-out] .scroll:first-of-type tbody tr");
        Assert.Equal(3, runs.Count);
        Assert.Equal("Trần Đức Lưỡng Member Leaves the Top 1: “Sản phẩm 2” (no. 2). Enters it: “Sản phẩm 1” (no. 1).", runs[0]);
        Assert.All(runs.Skip(1), run => Assert.EndsWith("The Top 1 stays the same.", run, StringComparison.Ordinal));
        var times = page.Document.QuerySelectorAll("section[aria-labelledby=judges-left-out] table")[1].QuerySelectorAll("tbody tr");
        Assert.Equal(["2: 2", "1: 1", "3: 0"], times.Select(row => $"{row.Children[^1].TextContent.Trim()}: {row.Children[^2].TextContent.Trim()}"));
    }

    [Fact]
    public async Task Says_which_change_of_marks_would_exchange_the_two_at_the_line()
    {
        var page = await (await app.SignedInAsync("officer", "en")).OpenAsync(Address);

        // Means of three judges that are 3 points apart: 9 points of one mark.
        Assert.Matches(
            @"^One mark 9 points lower is enough: if .+ had given “Sản phẩm 2” \(no\. 2\) \d+ points instead of \d+ on “.+”, “Sản phẩm 1” \(no\. 1\) would take its place in the Top 1\.$",
            page.TextAt("section[aria-labelledby=smallest-change] p"));
        Assert.Single(page.TextsAt("section[aria-labelledby=smallest-change] tbody tr"));
    }

    [Fact]
    public async Task Gives_the_reason_in_a_sentence_where_the_model_cannot_know()
    {
        var page = await (await app.SignedInAsync("officer", "en")).OpenAsync(Address);

        Assert.Equal("Complete sheets of the judge with the fewest: 3. At least 5 are needed to tell how strict a judge is.", page.TextAt("section[aria-labelledby=severity] p.notice"));
        Assert.NotEmpty(page.TextAt("section[aria-labelledby=chances] p.notice"));
        Assert.Empty(page.Document.QuerySelectorAll("section[aria-labelledby=severity] table, section[aria-labelledby=chances] table"));
        Assert.Contains("lowest to highest total of the sheets", page.TextAt("section[aria-labelledby=scores] .legend"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("visitor", Address, HttpStatusCode.OK)]
    [InlineData("judge1", Address, HttpStatusCode.Forbidden)]
    [InlineData("judge1", "/programmes/2025/ranking/line", HttpStatusCode.Forbidden)]
    [InlineData("judge1", "/programmes/2025/ranking/judges/csv", HttpStatusCode.Forbidden)]
    [InlineData("auditor", Address, HttpStatusCode.NotFound)]
    [InlineData("auditor", "/programmes/2031/ranking/judges", HttpStatusCode.NotFound)]
    [InlineData("auditor", "/programmes/2025/ranking/line", HttpStatusCode.OK)]
    [InlineData("auditor", "/programmes/2025/ranking/judges", HttpStatusCode.OK)]
    [InlineData("officer", "/programmes/2030/ranking/line", HttpStatusCode.NotFound)]
    [InlineData("officer", "/programmes/2030/ranking/line/csv", HttpStatusCode.NotFound)]
    [InlineData("admin", "/programmes/2030/ranking/judges", HttpStatusCode.NotFound)]
    [InlineData("admin", "/programmes/2030/ranking/judges/pdf", HttpStatusCode.NotFound)]
    [InlineData("officer", "/programmes/2019/ranking/line", HttpStatusCode.NotFound)]
    public async Task Is_open_to_staff_and_to_auditors_after_judging_and_of_a_sealed_year_to_nobody(string who, string address, HttpStatusCode status)
    {
        Assert.Equal(5, await app.ReadAsync(db => db.Sheets.CountAsync(sheet => sheet.SubmittedAt != null && sheet.Nomination.Programme.Year == SealedYear.Year)));

        var page = await (await app.AsAsync(who)).OpenAsync(address);

        Assert.Equal(status, page.Status);
        if (who == "visitor")
        {
            Assert.StartsWith("/account/sign-in", page.Address, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_member_of_staff_who_sits_on_the_council_does_not_see_it_while_judging()
    {
        await app.ChangeAsync(async db => db.Add(new IdentityUserRole<Guid>
        {
            UserId = (await db.FindByEmailAsync("judge3@demo.local")).Id,
            RoleId = (await db.Roles.SingleAsync(role => role.Name == Roles.Officer)).Id,
        }));
        var both = await app.SignedInAsync("judge3");

        Assert.Equal(HttpStatusCode.NotFound, (await both.OpenAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await both.OpenAsync("/programmes/2031/ranking/judges")).Status);
        Assert.Equal(HttpStatusCode.OK, (await both.OpenAsync("/programmes/2025/ranking/line")).Status);
    }

    [Fact]
    public async Task Draws_every_product_once_in_rank_order_with_its_name_in_full_beside_the_picture()
    {
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync("/programmes/2025/ranking/line");

        var products = (await officer.OpenAsync("/programmes/2025/ranking")).Document.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr:not(.group)")
            .Select(row => $"{row.Children[0].TextContent.Trim()}. {row.Children[1].TextContent.Trim()}: {row.Children[3].TextContent.Trim()}").ToList();
        Assert.InRange(products.Count, 30, 60);
        foreach (var drawing in page.Document.QuerySelectorAll("section[aria-labelledby=scores] figure > svg"))
        {
            Assert.Equal("img", drawing.GetAttribute("role"));
            Assert.NotEmpty(page.TextAt($"#{drawing.GetAttribute("aria-labelledby")}"));
            Assert.NotEmpty(page.TextAt($"#{drawing.GetAttribute("aria-describedby")}"));
            Assert.Equal(products, drawing.QuerySelectorAll("g > title").Select(title => title.TextContent));
        }

        var listed = page.Document.QuerySelectorAll("section[aria-labelledby=scores] tbody tr").Select(row => $"{row.Children[0].TextContent.Trim()}. {row.Children[1].TextContent.Trim()}: {row.Children[2].TextContent.Trim()}");
        Assert.Equal(products.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.Equal(6, page.Document.QuerySelectorAll("figure.plot > svg[role=img]").Length);
    }

    [Theory]
    [InlineData("line", "ranh-gioi-2031", "In words|All products|Re-counts without one judge|Marks of the smallest change|Agreement of the judges|Spread on each criterion")]
    [InlineData("judges", "thanh-vien-cham-diem-2031", "Figures of each judge|What to look at|Single sheets far from what is")]
    public async Task Can_be_had_as_Excel_CSV_and_PDF_each_noted_in_the_history(string page, string name, string tables)
    {
        var officer = await app.SignedInAsync("officer", "en");
        var mark = await app.HistoryMarkAsync();
        async Task<byte[]> FileAsync(string format)
        {
            using var answer = await officer.GetAsync($"/programmes/2031/ranking/{page}/{format}");
            return await answer.Content.ReadAsByteArrayAsync();
        }

        using var workbook = new Workbook(await FileAsync("excel"));
        Assert.Equal(tables, string.Join('|', workbook.SheetNames));
        Assert.Empty(workbook.Complaints());
        var csv = Encoding.UTF8.GetString(await FileAsync("csv"));
        Assert.Contains(page == "line" ? "In 2 of 3 re-counts" : "Trần Đức Lưỡng,Member,3,3,", csv, StringComparison.Ordinal);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(await FileAsync("pdf")), StringComparison.Ordinal);
        Assert.Equal(
            [(AuditAct.Exported, $"{name}.xlsx", 2031), (AuditAct.Exported, $"{name}.csv", 2031), (AuditAct.Exported, $"{name}.pdf", 2031)],
            (await app.HistorySinceAsync(mark)).Select(entry => (entry.Act, entry.Subject.Split(" – ")[0], entry.Year!.Value)));
    }

    [Fact]
    public async Task Asks_as_many_questions_of_the_database_for_two_years_of_different_size()
    {
        var officer = await app.SignedInAsync("officer");
        async Task<int> QueriesOf(string address) => (await app.Queries.OfAsync(() => officer.OpenAsync(address))).Count;
        foreach (var page in new[] { "line", "judges" })
        {
            await QueriesOf($"/programmes/2024/ranking/{page}");
            Assert.Equal(await QueriesOf($"/programmes/2024/ranking/{page}"), await QueriesOf($"/programmes/2025/ranking/{page}"));
            Assert.InRange(await QueriesOf($"/programmes/2025/ranking/{page}"), 1, 18);
        }
    }

    [Theory]
    [InlineData("line", "No product has a score.")]
    [InlineData("judges", "No sheet counts yet.")]
    public async Task Says_before_judging_that_there_is_nothing_to_say_yet(string page, string sentence)
    {
        var opened = await (await app.SignedInAsync("officer", "en")).OpenAsync($"/programmes/2032/ranking/{page}");

        Assert.Equal(HttpStatusCode.OK, opened.Status);
        Assert.Contains("Judging has not opened yet.", opened.Text, StringComparison.Ordinal);
        Assert.Equal(sentence, opened.TextAt("p.headline"));
        Assert.Empty(opened.Document.QuerySelectorAll("figure"));
    }

    [Fact]
    public async Task What_is_advised_is_reckoned_once_for_the_same_content()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var scoring = scope.ServiceProvider.GetRequiredService<ScoringService>();
        var result = await scoring.ResultAsync(await db.Programmes.AsNoTracking().WithCriteria().SingleAsync(programme => programme.Year == 2031));
        using var advisor = new AdviceService();
        YearResult With(string sha256) => result with { Snapshot = new SnapshotMark(1, sha256, app.Clock.Now.UtcDateTime) };

        Assert.Same(advisor.AdviseOn(With(new string('a', 64))), advisor.AdviseOn(With(new string('a', 64))));
        Assert.NotSame(advisor.AdviseOn(With(new string('a', 64))), advisor.AdviseOn(With(new string('b', 64))));
    }

    /// <summary>The demonstration with the year 2031, and a sealed one beside it.</summary>
    public sealed class OneWhoDecides : IAsyncLifetime
    {
        public TestApp App { get; } = new();

        public async Task InitializeAsync()
        {
            await YearOfRows.AddAsync(App, 3, 2031, year => year.Set(year.Rules with { TopCount = 1, Quorum = 1, PassMark = null, Decimals = 2 }));
            // The second judge alone puts product 1 behind product 2.
            await App.ChangeAsync(async db =>
            {
                var sheet = await db.Sheets.Include(one => one.Marks).Include(one => one.Judge)
                    .SingleAsync(one => one.Nomination.Programme.Year == 2031 && one.Nomination.Number == 1 && one.Judge.Name == "Trần Đức Lưỡng");
                foreach (var mark in sheet.Marks)
                {
                    db.Entry(mark).Property(one => one.Points).CurrentValue = Math.Max(0, mark.Points - 4);
                }
            });
            await App.ChangeAsync(async db => db.Add((await db.Programmes.WithTables().SingleAsync(programme => programme.Year == 2026)).CopyFor(2032)));
            await SealedYear.AddAsync(App);
            await SealedYear.MarkAsync(App);
        }

        public async Task DisposeAsync() => await App.DisposeAsync();
    }
}

/// <summary>How the judges marked, as the council's secretary reads it.</summary>
public sealed class MarkingPageTests : IDisposable
{
    private const string Address = "/programmes/2025/ranking/judges";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Lists_every_judge_with_sheets_mean_severity_scatter_and_agreement()
    {
        var page = await (await app.SignedInAsync("officer", "en")).OpenAsync(Address);

        var rows = page.Document.QuerySelectorAll("main table")[^1].QuerySelectorAll("tbody tr").ToList();
        Assert.Equal(await app.ReadAsync(db => db.Judges.CountAsync(judge => db.Programmes.Any(programme => programme.Id == judge.ProgrammeId && programme.Year == 2025))), rows.Count);
        // Four of them mark only some of the criteria: their totals compare with nothing.
        Assert.Equal(4, rows.Count(row => row.Children[^1].TextContent.Trim() == "not compared: no sheet with marks on all criteria"));
        var compared = rows.Where(row => row.Children[3].TextContent.Trim() != "0").ToList();
        Assert.Equal(5, compared.Count);
        Assert.All(compared, row => Assert.All(row.Children.Skip(2).Take(7), cell => Assert.Matches(@"^-?\d", cell.TextContent.Trim())));
        Assert.Contains("Nothing is changed for a judge: every mark counts as it was given.", page.Text, StringComparison.Ordinal);
        Assert.Equal(0m, compared.Sum(row => decimal.Parse(row.Children[5].TextContent, System.Globalization.CultureInfo.InvariantCulture)), 0);
    }

    [Theory]
    [InlineData("Judging", "Send back for a written reason", "/progress/")]
    [InlineData("Deliberation", "Put before the council", "/moderation/")]
    public async Task A_sheet_far_from_what_is_expected_is_listed_with_the_way_that_the_stage_leaves_open(string stage, string words, string way)
    {
        await SpoilAsync(stage);
        var officer = await app.SignedInAsync("officer", "en");

        var page = await officer.OpenAsync(Address);

        var row = Assert.Single(page.Document.QuerySelectorAll("main table tbody tr"), row => row.TextContent.Contains(words, StringComparison.Ordinal) && row.TextContent.Contains("Trần Đức Lưỡng", StringComparison.Ordinal));
        Assert.Equal("20", row.Children[5].TextContent.Trim());
        Assert.Equal("0.00", row.Children[2].TextContent.Trim());
        Assert.True(decimal.Parse(row.Children[3].TextContent, System.Globalization.CultureInfo.InvariantCulture) > 50);
        var link = row.QuerySelectorAll("a").Single(link => link.TextContent.Contains(words, StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Contains(way + "20", link, StringComparison.Ordinal);
        var next = await officer.OpenAsync(link);
        Assert.Equal(HttpStatusCode.OK, next.Status);
        Assert.NotEmpty(next.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Straight_lines_are_told_in_words_with_what_to_do()
    {
        await app.ChangeAsync(db => db.Database.ExecuteSqlRawAsync(
            """
            UPDATE Programmes SET Stage = 'Judging' WHERE Year = 2025;
            UPDATE Mark SET Points = (SELECT Max FROM Criterion WHERE Id = CriterionId) * 7 / 10
            WHERE SheetId IN (SELECT s.Id FROM Sheets s JOIN Judges j ON j.Id = s.JudgeId JOIN Nominations n ON n.Id = s.NominationId JOIN Programmes p ON p.Id = n.ProgrammeId WHERE p.Year = 2025 AND j.Name = 'Trần Đức Lưỡng');
            """));

        var page = await (await app.SignedInAsync("officer", "en")).OpenAsync(Address);

        var row = Assert.Single(page.TextsAt("main table tbody tr"), row => row.Contains("have the same share of the maximum on every criterion.", StringComparison.Ordinal));
        Assert.StartsWith("Trần Đức Lưỡng", row, StringComparison.Ordinal);
        Assert.EndsWith("Ask whether each criterion was judged for itself.", row, StringComparison.Ordinal);
        Assert.Matches(@"^\d of 9 judges have something to look at", page.TextAt("p.headline"));
    }

    [Fact]
    public async Task A_sheet_of_a_product_that_is_closed_to_the_reader_is_counted_and_not_shown()
    {
        await SpoilAsync("Judging");
        await app.ChangeAsync(async db =>
        {
            var year = await db.Programmes.SingleAsync(programme => programme.Year == 2025);
            var officer = await db.FindByEmailAsync("officer@demo.local");
            var judge = new Judge(year, officer.Id, new JudgeDetails("Cán bộ Ế", null, null, CouncilRole.Secretary));
            db.Add(judge);
            db.Add(new Recusal(year, await db.Nominations.SingleAsync(one => one.ProgrammeId == year.Id && one.Number == 20), judge, ConflictKind.Family, null, app.Clock.Now.UtcDateTime));
        });
        await SpoilAsync("Deliberation");

        var closed = await (await app.SignedInAsync("officer", "en")).OpenAsync(Address);
        var open = await (await app.SignedInAsync("admin", "en")).OpenAsync(Address);

        Assert.Contains("Sheets not listed, because their products are closed to you by a conflict of interest: 1.", closed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/moderation/20", closed.Body, StringComparison.Ordinal);
        Assert.Contains("/moderation/20", open.Body, StringComparison.Ordinal);
    }

    // Judge 2 gives the first product of 2025 nothing at all.
    private Task SpoilAsync(string stage) => app.ChangeAsync(db => db.Database.ExecuteSqlRawAsync(
        """
        UPDATE Programmes SET Stage = {0} WHERE Year = 2025;
        UPDATE Mark SET Points = 0
        WHERE SheetId IN (SELECT s.Id FROM Sheets s JOIN Judges j ON j.Id = s.JudgeId JOIN Nominations n ON n.Id = s.NominationId JOIN Programmes p ON p.Id = n.ProgrammeId
            WHERE p.Year = 2025 AND n.Number = 20 AND j.Name = 'Trần Đức Lưỡng');
        """,
        stage));
}
