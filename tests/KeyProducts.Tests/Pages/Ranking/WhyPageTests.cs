using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages;

/// <summary>“Why this rank?” as an official reads it to a business on the telephone.</summary>
public sealed class WhyPageTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Theory]
    [InlineData("officer")]
    [InlineData("auditor")]
    public async Task Says_in_one_sentence_where_it_stands_and_how_far_from_the_line(string who)
    {
        var reader = await app.SignedInAsync(who, "en");
        var eleventh = await EleventhAsync(reader);

        var page = await reader.OpenAsync($"/programmes/2025/ranking/{eleventh}");

        Assert.Matches(@"^Rank 11 of 37 with \d+\.\d\d points\. It reaches recognition; 0\.43 points are missing to the last place of the Top 10\.$", page.TextAt("p.notice"));
        Assert.Matches(@"Next above: no\. 10 “.+”, rank 10, \d+\.\d\d points, 0\.43 more\.", page.Text);
        Assert.Equal("/programmes/2025/ranking/10", page.At("a[rel=prev]").GetAttribute("href"));
        Assert.Contains("It is in the Top 10, 0.43 points ahead of the first below the line.", (await reader.OpenAsync("/programmes/2025/ranking/10")).TextAt("p.notice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mean_and_the_score_can_be_counted_again_from_the_marks_on_the_page()
    {
        var page = await (await app.SignedInAsync("officer", "en")).OpenAsync("/programmes/2025/ranking/20");

        var marks = Rows(page, "Marks that count, judge by judge").SkipLast(1).ToDictionary(row => row[0], row => row.Skip(2).Where(cell => cell.Length > 0).Select(Number).ToList());
        Assert.NotEmpty(marks);
        var formula = Rows(page, "The formula with its numbers");
        var exact = 0m;
        foreach (var (criterion, given) in marks)
        {
            var row = Assert.Single(formula, row => row[0] == criterion);
            exact += given.Sum() / given.Count;
            Assert.Equal($"{given.Count}", row[2]);
            Assert.StartsWith(given.Sum().ToString("#,##0.##", English) + $" / {given.Count} = ", row[3], StringComparison.Ordinal);
            Assert.Equal(decimal.Round(given.Sum() / given.Count, 2, MidpointRounding.AwayFromZero), Number(row[4]));
            Assert.Equal((given.Min(), given.Max(), given.Max() - given.Min()), (Number(row[5]), Number(row[6]), Number(row[7])));
        }

        exact += formula.Where(row => row.Count > 3 && row[2].Length == 0 && row[0] is not ("Sum of the group" or "Score")).Sum(row => Number(row[4]));
        var score = Assert.Single(formula, row => row[0] == "Score");
        Assert.Equal(decimal.Round(exact, 2, MidpointRounding.AwayFromZero), Number(score[4]));
        Assert.Contains($"rounded once to 2 decimals: {score[4]}.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_tie_break_with_its_numbers_on_both_sides()
    {
        var officer = await app.SignedInAsync("officer", "en");

        var behind = await officer.OpenAsync("/programmes/2025/ranking/26");
        var ahead = await officer.OpenAsync("/programmes/2025/ranking/7");

        Assert.Matches(@"Next above: no\. 7 “.+”, rank \d+, with as many points\. It is ahead by the means on single criteria, the one with the most points first \(“.+”: [\d.]+ here, [\d.]+ there\)\.", behind.Text);
        Assert.Matches(@"Next below: no\. 26 “.+”, rank \d+, with as many points\. It is behind by the means", ahead.Text);
        var step = Assert.Single(Rows(behind, "Equal scores: against the next above, no. 7"));
        Assert.Equal(("7, 26", "decides"), (step[1], step[3]));
        Assert.Contains("/programmes/2025/ranking/26", ahead.At("a[rel=next]").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_judges_who_recused_themselves_and_none_of_their_marks()
    {
        var recused = await app.ReadAsync(db => (
            from recusal in db.Recusals
            join judge in db.Judges on recusal.JudgeId equals judge.Id
            join nomination in db.Nominations on recusal.NominationId equals nomination.Id
            where nomination.Programme.Year == 2025 && recusal.LiftedAt == null
            select new { nomination.Number, judge.Name }).FirstAsync());

        var page = await (await app.SignedInAsync("officer", "en")).OpenAsync($"/programmes/2025/ranking/{recused.Number}");

        Assert.Contains(Rows(page, "Judges whose marks do not count here"), row => row[0] == recused.Name && row[2].StartsWith("does not score this product: ", StringComparison.Ordinal));
        Assert.DoesNotContain(Heads(page, "Marks that count, judge by judge"), head => head == recused.Name);
    }

    [Fact]
    public async Task Says_why_there_is_no_score()
    {
        var number = await app.ReadAsync(db => db.Nominations.Where(one => one.Programme.Year == 2026 && one.Status == NominationStatus.Accepted
            && db.Sheets.Count(sheet => sheet.NominationId == one.Id && sheet.SubmittedAt != null) < 5).Select(one => one.Number).FirstAsync());

        var page = await (await app.SignedInAsync("officer", "en")).OpenAsync($"/programmes/2026/ranking/{number}");

        Assert.Matches(@"^It has no score and no rank\. Too few marks: [0-4] of at least 5 on one criterion\.$", page.TextAt("p.notice"));
        Assert.Null(page.Document.QuerySelector("a[rel=prev], a[rel=next]"));
    }

    [Theory]
    [InlineData("judge1", "/programmes/2025/ranking/20", HttpStatusCode.Forbidden)]
    [InlineData("judge1", "/programmes/2025/ranking/20/business", HttpStatusCode.Forbidden)]
    [InlineData("judge1", "/programmes/2025/ranking/summary", HttpStatusCode.Forbidden)]
    [InlineData("auditor", "/programmes/2026/ranking/14", HttpStatusCode.NotFound)]
    [InlineData("auditor", "/programmes/2026/ranking/14/business/pdf", HttpStatusCode.NotFound)]
    [InlineData("auditor", "/programmes/2026/ranking/summary/csv", HttpStatusCode.NotFound)]
    [InlineData("officer", "/programmes/2025/ranking/999", HttpStatusCode.NotFound)]
    [InlineData("officer", "/programmes/2025/ranking/999/business", HttpStatusCode.NotFound)]
    [InlineData("officer", "/programmes/2025/ranking/20/word", HttpStatusCode.NotFound)]
    [InlineData("officer", "/programmes/2019/ranking/summary", HttpStatusCode.NotFound)]
    [InlineData("auditor", "/programmes/2025/ranking/20", HttpStatusCode.OK)]
    [InlineData("auditor", "/programmes/2025/ranking/20/business", HttpStatusCode.OK)]
    [InlineData("auditor", "/programmes/2025/ranking/summary", HttpStatusCode.OK)]
    public async Task Is_for_those_to_whom_results_are_open(string who, string address, HttpStatusCode status)
    {
        using var answer = await (await app.SignedInAsync(who)).GetAsync(address);
        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("excel", "xlsx")]
    [InlineData("csv", "csv")]
    [InlineData("pdf", "pdf")]
    public async Task Is_had_as_a_file_which_the_history_keeps(string format, string ending)
    {
        var officer = await app.SignedInAsync("officer");
        var mark = await app.HistoryMarkAsync();

        using var answer = await officer.GetAsync($"/programmes/2025/ranking/20/{format}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var entry = Assert.Single(await app.HistorySinceAsync(mark));
        Assert.Equal((AuditAct.Exported, 2025), (entry.Act, entry.Year!.Value));
        Assert.StartsWith($"vi-sao-2025-20.{ending}", entry.Subject, StringComparison.Ordinal);
    }

    /// <summary>The number of the nomination at rank 11 of 2025.</summary>
    internal static async Task<string> EleventhAsync(Visitor reader) =>
        RankingPageTests.RowsOf(await reader.OpenAsync("/programmes/2025/ranking"), 0).Single(row => row.Children.Length > 1 && row.Children[0].TextContent.Trim() == "11").Children[^1].TextContent.Trim();

    /// <summary>The cells of the rows of the table with this caption.</summary>
    internal static List<List<string>> Rows(Page page, string caption) =>
        [.. TableOf(page, caption).QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToList())];

    /// <summary>The heads of the table with this caption.</summary>
    internal static List<string> Heads(Page page, string caption) => [.. TableOf(page, caption).QuerySelectorAll("thead th").Select(head => head.TextContent.Trim())];

    private static IElement TableOf(Page page, string caption) =>
        page.Document.QuerySelectorAll("main table").Single(table => table.QuerySelector("caption")?.TextContent.Trim() == caption);

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, English);
}

/// <summary>The same while the council must still decide, and for a year under seal.</summary>
public sealed class WhyBeforeTheEndTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task An_open_tie_and_then_the_council_s_decision_are_told_with_reason_and_minutes()
    {
        await app.ChangeAsync(EqualScores.AtTheLineOf2025Async);
        var officer = await app.SignedInAsync("officer", "en");

        var open = await officer.OpenAsync("/programmes/2025/ranking/19");
        var below = await officer.OpenAsync(open.At("a[rel=next]").GetAttribute("href")!);

        Assert.Contains("whether it is in the Top 10 waits for the council, which must order nos. 10, 19, 36 first.", open.TextAt("p.notice"), StringComparison.Ordinal);
        Assert.Contains("It shares its rank with 10 “", open.Text, StringComparison.Ordinal);
        Assert.Equal(["still equal", "still equal", "still equal"], WhyPageTests.Rows(open, "Equal scores: against no. 10, which shares the rank").Select(row => row[3]));
        var pair = WhyPageTests.Rows(open, "Equal scores: against no. 10, which shares the rank: pairs, judge by judge").Single(row => row[0] == "no. 19 against no. 10");
        Assert.Equal(("0", "0", "0.5"), (pair[1], pair[2], pair[4]));
        Assert.NotEqual("0", pair[3]);
        Assert.Equal("/programmes/2025/ranking/36", below.Address);

        await app.ChangeAsync(async db => db.Add(new TieDecision(
            await db.Programmes.SingleAsync(year => year.Year == 2025), [36, 19, 10], "Hội đồng ưu tiên sản phẩm xuất khẩu", "BB 12/2025", app.Clock.Now.UtcDateTime)));
        var decided = await officer.OpenAsync("/programmes/2025/ranking/19");

        Assert.Contains("(order 36, 19, 10; reason: Hội đồng ưu tiên sản phẩm xuất khẩu; minutes: BB 12/2025)", decided.Text, StringComparison.Ordinal);
        Assert.Contains("It reaches recognition; the last in the Top 10 has as many points and stands ahead by the steps for equal scores.", decided.TextAt("p.notice"), StringComparison.Ordinal);
        Assert.Equal("decides", WhyPageTests.Rows(decided, "Equal scores: against the next above, no. 36")[^1][3]);
    }

    [Fact]
    public async Task A_sealed_year_has_none_of_these_pages_until_it_is_open()
    {
        await SealedYear.AddAsync(app);
        await SealedYear.MarkAsync(app);
        string[] addresses = ["1", "1/csv", "1/business", "1/business/pdf", "summary", "summary/excel"];
        foreach (var who in new[] { "officer", "auditor" })
        {
            var reader = await app.SignedInAsync(who);
            foreach (var address in addresses)
            {
                using var answer = await reader.GetAsync($"/programmes/{SealedYear.Year}/ranking/{address}");
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }
        }

        await OpenSealAsync(app);
        using var open = await (await app.SignedInAsync("officer")).GetAsync($"/programmes/{SealedYear.Year}/ranking/1");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task Whoever_has_recused_themselves_reads_no_explanation_whatever_other_role_they_have()
    {
        await SealedYear.AddAsync(app);
        await SealedYear.MarkAsync(app);
        await SealedYear.CloseAsync(app);
        await OpenSealAsync(app);
        await app.ChangeAsync(async db => db.Add(new IdentityUserRole<Guid>
        {
            UserId = (await db.FindByEmailAsync("judge2@demo.local")).Id,
            RoleId = await db.Roles.Where(role => role.Name == Roles.Officer).Select(role => role.Id).SingleAsync(),
        }));
        var both = await app.SignedInAsync("judge2");

        Assert.Equal(HttpStatusCode.NotFound, (await both.OpenAsync($"/programmes/{SealedYear.Year}/ranking/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await both.OpenAsync($"/programmes/{SealedYear.Year}/ranking/1/business")).Status);
        Assert.Equal(HttpStatusCode.OK, (await both.OpenAsync($"/programmes/{SealedYear.Year}/ranking/2")).Status);
        var summary = await both.OpenAsync($"/programmes/{SealedYear.Year}/ranking/summary");
        Assert.DoesNotContain(SealedYear.Secret, summary.Text, StringComparison.Ordinal);
        Assert.Contains("Một hồ sơ được ẩn đi", summary.Text, StringComparison.Ordinal);
    }

    /// <summary>Takes the seal off without its ceremony.</summary>
    internal static Task OpenSealAsync(TestApp app) => app.ChangeAsync(db => db.Database.ExecuteSqlAsync($"UPDATE Programmes SET Judging_IsSealed = FALSE WHERE Year = {SealedYear.Year}"));
}
