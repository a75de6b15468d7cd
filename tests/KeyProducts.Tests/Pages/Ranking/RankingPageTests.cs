using System.Net;
using AngleSharp.Dom;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages;

/// <summary>The ranking as officials see it; nothing here writes.</summary>
public sealed class RankingPageTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData(2024, "25 29 18 24 2 35 10 12 11 4")]
    [InlineData(2025, "20 17 14 32 27 3 18 35 5 10")]
    public async Task Marks_the_Top_10_in_rank_order(int year, string numbers)
    {
        var page = await (await app.SignedInAsync("officer")).OpenAsync($"/programmes/{year}/ranking");

        var gold = RowsOf(page, 0).Where(row => row.ClassList.Contains("gold")).ToList();
        Assert.Equal(numbers, string.Join(' ', gold.Select(row => row.Children[^1].TextContent.Trim())));
        Assert.Equal(Enumerable.Range(1, 10).Select(rank => $"{rank}"), gold.Select(row => row.Children[0].TextContent.Trim()));
        Assert.All(gold, row => Assert.Contains("Top 10", row.TextContent, StringComparison.Ordinal));
        Assert.Equal(10, RowsOf(page, 0).Count(row => row.ClassList.Contains("gold")));
    }

    [Fact]
    public async Task Shows_the_line_of_the_Top_10_and_that_of_the_pass_mark_where_they_lie()
    {
        var page = await (await app.SignedInAsync("officer", "en")).OpenAsync("/programmes/2025/ranking");

        var rows = RowsOf(page, 0).Select(row => row.TextContent.Trim()).ToList();
        Assert.Equal("Line of the Top 10: 0.43 points between rank 10 and rank 11", rows[10]);
        Assert.Equal("Pass mark 70.00: 35 products reach it, 2 below do not", rows[^3]);
        Assert.Contains("0.71 points below the pass mark.", rows[^2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_step_that_decided_between_equal_scores()
    {
        var page = await (await app.SignedInAsync("officer", "en")).OpenAsync("/programmes/2025/ranking");

        var behind = RowsOf(page, 0).Single(row => row.Children.Length > 1 && row.Children[^1].TextContent.Trim() == "26");
        Assert.Contains("Same score as no. 7; behind it by the mean on “", behind.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_each_rank_to_its_reasons_each_product_to_its_nomination_and_each_score_to_its_sheets()
    {
        var page = await (await app.SignedInAsync("officer")).OpenAsync("/programmes/2025/ranking");

        var first = RowsOf(page, 0)[0];
        Assert.Equal(
            ["/programmes/2025/ranking/20", "/programmes/2025/nominations/20", "/programmes/2025/nominations/20/sheets"],
            first.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!));
    }

    [Fact]
    public async Task Shows_a_long_ranking_in_pages_and_gives_it_whole_as_a_file()
    {
        await using var own = new TestApp();
        await YearOfRows.AddAsync(own, 205, 2027, year => year.Set(year.Rules with { PassMark = null, Quorum = 1 }), seats: 1);
        var officer = await own.SignedInAsync("officer", "en");

        var first = await officer.OpenAsync("/programmes/2027/ranking");
        Assert.Equal(200, RowsOf(first, 0).Count);
        Assert.Equal("Page 1 of 2", first.TextAt(".paging span"));
        var second = await officer.OpenAsync(first.At(".paging a[rel=next]").GetAttribute("href")!);
        Assert.Equal("Page 2 of 2", second.TextAt(".paging span"));
        var numbers = NumbersIn(first).Concat(NumbersIn(second)).ToList();
        Assert.Equal(Enumerable.Range(1, 205).Select(number => $"/programmes/2027/nominations/{number}").Order(StringComparer.Ordinal), numbers.Order(StringComparer.Ordinal));
        Assert.Equal(NumbersIn(second), NumbersIn(await officer.OpenAsync("/programmes/2027/ranking?p=99")));
        Assert.Equal(NumbersIn(first), NumbersIn(await officer.OpenAsync("/programmes/2027/ranking?p=x")));

        var file = await (await officer.GetAsync("/programmes/2027/ranking/csv")).Content.ReadAsStringAsync();
        Assert.Equal(205, Enumerable.Range(1, 205).Count(number => file.Contains($"Sản phẩm {number},", StringComparison.Ordinal)));

        List<string> NumbersIn(Page page) => RowsOf(page, 0).SelectMany(row => row.QuerySelectorAll("a")).Select(link => link.GetAttribute("href")!)
            .Where(link => link.StartsWith("/programmes/2027/nominations/", StringComparison.Ordinal) && !link.EndsWith("/sheets", StringComparison.Ordinal)).ToList();
    }

    [Fact]
    public async Task Says_during_judging_that_it_is_provisional_and_lists_those_without_a_score_apart()
    {
        var page = await (await app.SignedInAsync("officer", "en")).OpenAsync("/programmes/2026/ranking");

        Assert.Contains("Provisional: 195 of 313 sheets are in.", page.Text, StringComparison.Ordinal);
        var unscored = RowsOf(page, 1);
        Assert.Equal(18, unscored.Count);
        Assert.All(unscored, row => Assert.Matches("Too few marks: [0-4] of at least 5 on one criterion", row.TextContent));
        var ranked = RowsOf(page, 0).Where(row => row.Children.Length > 1).Select(row => row.Children[^1].TextContent.Trim());
        Assert.Empty(ranked.Intersect(unscored.Select(row => row.Children[0].TextContent.Trim())));
    }

    [Theory]
    [InlineData("/programmes/2026/ranking")]
    [InlineData("/programmes/2026/ranking/csv")]
    [InlineData("/programmes/2026/recognition")]
    [InlineData("/programmes/2026/recognition/csv")]
    public async Task Does_not_exist_for_an_auditor_while_marks_are_being_given(string address)
    {
        Assert.True(await app.ReadAsync(db => db.Sheets.AnyAsync(sheet => sheet.Nomination.Programme.Year == 2026 && sheet.SubmittedAt != null)));

        var answer = await (await app.SignedInAsync("auditor")).GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignedInAsync("auditor")).GetAsync(address.Replace("2026", "2025", StringComparison.Ordinal))).StatusCode);
    }

    [Theory]
    [InlineData("judge1", "/programmes/2025/ranking")]
    [InlineData("judge1", "/programmes/2025/recognition/excel")]
    [InlineData("auditor", "/programmes/2025/ranking/tie")]
    public async Task Is_not_for_every_role(string name, string address) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedInAsync(name)).OpenAsync(address)).Status);

    [Theory]
    [InlineData("/programmes/2019/ranking")]
    [InlineData("/programmes/2025/ranking/word")]
    [InlineData("/programmes/2025/ranking/tie?rank=1")]
    public async Task Knows_no_other_address(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAsync("officer")).OpenAsync(address)).Status);

    [Fact]
    public async Task Asks_as_many_questions_of_the_database_for_two_years_of_different_size()
    {
        var officer = await app.SignedInAsync("officer");
        async Task<int> QueriesOf(string address) => (await app.Queries.OfAsync(() => officer.OpenAsync(address))).Count;
        await QueriesOf("/programmes/2024/ranking");

        await QueriesOf("/programmes/2025/ranking");
        Assert.Equal(await QueriesOf("/programmes/2024/ranking"), await QueriesOf("/programmes/2025/ranking"));
        Assert.Equal(await QueriesOf("/programmes/2024/recognition"), await QueriesOf("/programmes/2025/recognition"));
        Assert.InRange(await QueriesOf("/programmes/2025/ranking"), 1, 10);
        Assert.InRange(await QueriesOf("/programmes/2026/ranking"), 1, 16);
    }

    /// <summary>The rows of a page's table, by its place on the page.</summary>
    internal static List<IElement> RowsOf(Page page, int table) => [.. page.Document.QuerySelectorAll("main table")[table].QuerySelectorAll("tbody tr")];
}

/// <summary>Equal scores at the line of the Top 10, and the council's decision on them.</summary>
public sealed class TiePageTests : IDisposable
{
    private const string Address = "/programmes/2025/ranking/tie";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Equal_scores_at_the_line_leave_the_place_open_and_say_what_must_happen()
    {
        await app.ChangeAsync(EqualScores.AtTheLineOf2025Async);

        var page = await (await app.SignedInAsync("officer", "en")).OpenAsync("/programmes/2025/ranking");

        Assert.Contains("Nominations 10, 19, 36 share rank 10 with 84.86 points; places left in the Top 10: 1.", page.Text, StringComparison.Ordinal);
        Assert.Equal(Address, page.At("a.button.main").GetAttribute("href"));
        var rows = RankingPageTests.RowsOf(page, 0);
        Assert.Equal(9, rows.Count(row => row.ClassList.Contains("gold")));
        Assert.Equal(["10", "10", "10", "13"], rows[10..14].Select(row => row.Children[0].TextContent.Trim()));
        Assert.Contains("Shares its rank with no. 19, 36.", rows[10].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_council_s_order_fills_the_Top_10_and_is_in_the_history_with_its_reason()
    {
        await app.ChangeAsync(EqualScores.AtTheLineOf2025Async);
        var officer = await app.SignedInAsync("officer", "en");
        var mark = await app.HistoryMarkAsync();

        var page = await officer.SubmitAsync(await officer.OpenAsync(Address), Order("3", "1", "2", "Hội đồng ưu tiên sản phẩm xuất khẩu", "BB 12/2025"));

        Assert.Equal("/programmes/2025/ranking", page.Address);
        var rows = RankingPageTests.RowsOf(page, 0);
        Assert.Equal(["19", "36", "10"], new[] { rows[9], rows[11], rows[12] }.Select(row => row.Children[^1].TextContent.Trim()));
        Assert.Contains("gold", rows[9].ClassList);
        Assert.Contains("Same score as no. 19; behind it by the council’s decision.", rows[11].TextContent, StringComparison.Ordinal);
        var entry = Assert.Single(await app.HistorySinceAsync(mark));
        Assert.Equal((AuditAct.Added, nameof(TieDecision), 2025, "Hội đồng ưu tiên sản phẩm xuất khẩu"), (entry.Act, entry.Kind, entry.Year, entry.Reason));
        Assert.Contains(entry.ReadChanges(), change => change is { Property: "Order", From: null, To: "19 36 10" });
        Assert.Contains("BB 12/2025", (await officer.OpenAsync(Address + "?rank=10")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "1", "2", "Lý do", "BB")]
    [InlineData("1", "2", "4", "Lý do", "BB")]
    [InlineData("1", "2", "", "Lý do", "BB")]
    [InlineData("1", "2", "3", "", "BB")]
    [InlineData("1", "2", "3", "Lý do", "")]
    public async Task An_incomplete_decision_is_refused_and_what_was_typed_is_kept(string ten, string nineteen, string thirtySix, string reason, string minutes)
    {
        await app.ChangeAsync(EqualScores.AtTheLineOf2025Async);
        var officer = await app.SignedInAsync("officer");
        var mark = await app.HistoryMarkAsync();

        var page = await officer.SubmitAsync(await officer.OpenAsync(Address), Order(ten, nineteen, thirtySix, reason, minutes));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Single(page.Errors);
        Assert.Equal([ten, nineteen, thirtySix, reason, minutes], Fields.Select(name => page.ValueOf(name).TrimStart('\n')));
        Assert.Empty(await app.HistorySinceAsync(mark));
    }

    [Fact]
    public async Task A_decision_on_nominations_that_are_no_longer_equal_is_refused()
    {
        await app.ChangeAsync(EqualScores.AtTheLineOf2025Async);
        var officer = await app.SignedInAsync("officer");
        var opened = await officer.OpenAsync(Address);
        await app.ChangeAsync(db => db.Database.ExecuteSqlRawAsync(
            "UPDATE Mark SET Points = Points - 100 WHERE SheetId IN (SELECT s.Id FROM Sheets s JOIN Nominations n ON n.Id = s.NominationId JOIN Programmes p ON p.Id = n.ProgrammeId WHERE p.Year = 2025 AND n.Number = 36)"));

        var page = await officer.SubmitAsync(opened, Order("1", "2", "3", "Lý do", "BB"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(0, await app.ReadAsync(db => db.TieDecisions.CountAsync()));
    }

    [Fact]
    public async Task Outside_deliberation_there_is_no_form()
    {
        var page = await (await app.SignedInAsync("officer")).OpenAsync(Address);

        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        Assert.Contains("Hội đồng quyết định về điểm bằng nhau trong giai đoạn xét chọn.", page.Text, StringComparison.Ordinal);
    }

    private static readonly string[] Fields = ["Input.Places[0].At", "Input.Places[1].At", "Input.Places[2].At", "Input.Reason", "Input.Minutes"];

    private static (string, string?)[] Order(params string[] typed) => [.. Fields.Zip(typed, (name, value) => (name, (string?)value))];
}
