using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Documents;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages;

/// <summary>Marks replayed under settings that are tried, on the demonstration; nothing here writes but the note of a download.</summary>
public sealed class WhatIfPageTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Address = "/programmes/2025/ranking/what-if";

    [Fact]
    public async Task A_smaller_top_puts_the_last_one_out_and_the_product_is_named()
    {
        var page = await (await app.SignedInAsync("officer", "en")).OpenAsync($"{Address}?Input.TopCount=9");

        Assert.Contains("The Top 10 would be a Top 9.", page.Text, StringComparison.Ordinal);
        Assert.Matches(@"1 product changes place in the Top 9: out: no\. 10 \S", page.Text);
        var row = Assert.Single(RankingPageTests.RowsOf(page, 1));
        Assert.Equal(["10", "10"], row.Children.Take(2).Select(cell => cell.TextContent.Trim()));
        Assert.Equal(["Top 10", "Reaches recognition", "Leaves the Top 9.", "10"], row.Children.Skip(6).Select(cell => cell.TextContent.Trim()));
        Assert.Equal(["Products in the top", "10", "9"], RankingPageTests.RowsOf(page, 0)[0].Children.Select(cell => cell.TextContent.Trim()));
        Assert.Contains("What stays: 36 products", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lower_pass_mark_says_who_would_be_recognised()
    {
        var page = await (await app.SignedInAsync("officer", "en")).OpenAsync($"{Address}?Input.PassMark=");

        Assert.Contains("The same products are in the Top 10, on the same ranks.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Products that reach recognition and do not now: 2 (no. ", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Pass mark", "70", "not set"], RankingPageTests.RowsOf(page, 0)[0].Children.Select(cell => cell.TextContent.Trim()));
        Assert.Equal(2, RankingPageTests.RowsOf(page, 1).Count(row => row.TextContent.Contains("Reaches recognition.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_year_s_own_settings_give_its_own_result()
    {
        var page = await (await app.SignedInAsync("auditor", "en")).OpenAsync(Address);

        Assert.Contains("These are the year’s own settings, so the result is its own.", page.Text, StringComparison.Ordinal);
        Assert.Equal("70", page.ValueOf("Input.PassMark"));
        Assert.Contains("No product changes rank or result.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_tried_stands_in_the_address_and_nothing_is_stored()
    {
        var officer = await app.SignedInAsync("officer", "en");
        var criterion = await CriterionAsync(2025);
        var (before, mark) = (await app.StateAsync(), await app.HistoryMarkAsync());

        var page = await officer.SubmitAsync(
            (await officer.OpenAsync(Address)).Form("main form.form"), null, ("Input.PassMark", "72,5"), ("Input.Quorum", "3"), ($"Input.Criteria[{criterion}].Max", "20"), ($"Input.Criteria[{criterion}].Minimum", "50 %"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("every mark is multiplied by 20 and divided by 10, the new and the old maximum.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["72,5", "50 %"], new[] { "Input.PassMark", $"Input.Criteria[{criterion}].Minimum" }.Select(page.ValueOf));
        Assert.Equal(page.TextAt("[aria-labelledby=result]"), (await (await app.SignedInAsync("auditor", "en")).OpenAsync(page.Address)).TextAt("[aria-labelledby=result]"));
        Assert.Equal(before, await app.StateAsync());
        Assert.DoesNotContain(await app.HistorySinceAsync(mark), entry => entry.Act is AuditAct.Changed or AuditAct.Added);
    }

    [Theory]
    [InlineData("Input.Quorum", "năm", "“năm” is not a number.")]
    [InlineData("Input.PassMark", "170", "The pass mark must lie between 0 and the scale.")]
    [InlineData("Input.Decimals", "", "Fill in this field.")]
    [InlineData("Input.BusinessCap", "0", "The limit per business must be at least 1, or empty for none.")]
    [InlineData("Criterion.Max", "0", "The maximum must be more than 0 points, with at most two decimals.")]
    [InlineData("Criterion.Minimum", "tám", "“tám” is not a number.")]
    [InlineData("Criterion.Minimum", "99", "The minimum cannot be more than the maximum.")]
    public async Task What_cannot_be_is_said_at_its_field_and_stays_typed(string field, string typed, string sentence)
    {
        var name = field.Replace("Criterion.", $"Input.Criteria[{await CriterionAsync(2025)}].", StringComparison.Ordinal);
        var page = await (await app.SignedInAsync("officer", "en")).OpenAsync($"{Address}?{Uri.EscapeDataString(name)}={Uri.EscapeDataString(typed)}");

        Assert.Equal((HttpStatusCode.BadRequest, typed), (page.Status, page.ValueOf(name)));
        Assert.Equal(sentence, page.TextAt($"#{page.At($"[name='{name}']").Id}-error"));
        Assert.Contains("Nothing was replayed.", page.TextAt("#errors"), StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main table:not(.inputs)"));
    }

    [Fact]
    public async Task An_auditor_replays_years_whose_judging_is_over_alone()
    {
        var officer = await (await app.SignedInAsync("officer", "en")).OpenAsync("/programmes/2026/ranking/what-if");
        Assert.Equal(["2026, this year", "2025, an earlier year", "2024, an earlier year"], officer.TextsAt("#marks option"));
        Assert.Contains("The marks of 2026 under these settings", officer.Text, StringComparison.Ordinal);

        var auditor = await app.SignedInAsync("auditor", "en");
        var page = await auditor.OpenAsync("/programmes/2026/ranking/what-if");
        Assert.Equal(["2025, an earlier year", "2024, an earlier year"], page.TextsAt("#marks option"));
        Assert.Contains("The marks of 2025 under these settings", page.Text, StringComparison.Ordinal);
        var refused = await auditor.OpenAsync("/programmes/2026/ranking/what-if?marks=2026");
        Assert.Equal((HttpStatusCode.BadRequest, "Choose one of the years offered."), (refused.Status, refused.TextAt("#marks-error")));
        Assert.Equal(HttpStatusCode.BadRequest, (await auditor.OpenAsync("/programmes/2026/ranking/what-if/csv?marks=2026")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await auditor.OpenAsync("/programmes/2024/ranking/what-if?marks=2025")).Status);
    }

    [Theory]
    [InlineData("judge1", Address, HttpStatusCode.Forbidden)]
    [InlineData("officer", "/programmes/2019/ranking/what-if", HttpStatusCode.NotFound)]
    [InlineData("officer", Address + "/word", HttpStatusCode.NotFound)]
    public async Task It_is_not_everywhere_and_not_for_everybody(string who, string address, HttpStatusCode status) =>
        Assert.Equal(status, (await (await app.SignedInAsync(who)).OpenAsync(address)).Status);

    [Fact]
    public async Task A_trial_can_be_downloaded_and_says_that_it_is_one()
    {
        var officer = await app.SignedInAsync("officer", "en");
        var page = await officer.OpenAsync($"{Address}?Input.TopCount=9");
        var mark = await app.HistoryMarkAsync();

        var csv = await officer.OpenAsync(page.Document.QuerySelectorAll(".downloads a").Single(link => link.TextContent == "CSV").GetAttribute("href")!);

        Assert.Contains("Leaves the Top 9.", csv.Body, StringComparison.Ordinal);
        Assert.StartsWith("thu-quy-tac-2025.csv", Assert.Single(await app.HistorySinceAsync(mark)).Subject, StringComparison.Ordinal);
        using var excel = await officer.GetAsync($"{Address}/excel?Input.TopCount=9");
        using var workbook = new Workbook(await excel.Content.ReadAsByteArrayAsync());
        Assert.Contains(workbook.Rows(), row => row.Contains("A trial: nothing of this is stored, and it is no result.", StringComparison.Ordinal));
        Assert.Contains(workbook.Rows(), row => row.Contains("The Top 10 would be a Top 9.", StringComparison.Ordinal));
        using var pdf = await officer.GetAsync($"{Address}/pdf?Input.TopCount=9");
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (pdf.StatusCode, pdf.Content.Headers.ContentType?.MediaType));
    }

    private Task<Guid> CriterionAsync(int year) => app.ReadAsync(async db => (await db.Programmes.WithCriteria().SingleAsync(one => one.Year == year)).Criteria[0].Id);
}

/// <summary>Last year's marks under this year's rules, before judging opens; and years whose marks nobody may see.</summary>
public sealed class WhatIfOtherYearTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Criteria_are_found_by_name_and_what_could_not_be_matched_is_said()
    {
        await app.ChangeAsync(async db =>
        {
            var year = (await db.Programmes.WithTables().SingleAsync(one => one.Year == 2026)).CopyFor(2027);
            year.Change(year.Criteria[0], year.Criteria[0].Content with { Name = BilingualName.Of("Chuyển đổi xanh", "Green transition") });
            year.Change(year.Criteria[1], year.Criteria[1].Content with { Max = 30m });
            year.Change(year.Criteria[2], year.Criteria[2].Content with { Figure = "revenue", Bands = "0:1 100000000000:10" });
            year.Set(year.Rules with { PassMark = 50m });
            db.Add(year);
        });
        var page = await (await app.SignedInAsync("officer", "en")).OpenAsync("/programmes/2027/ranking/what-if?marks=2025");

        Assert.Contains("The marks of 2025 under these settings", page.Text, StringComparison.Ordinal);
        Assert.Contains("No criterion of 2025 has this name, so nobody has marked it and it is left out: “Green transition”.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Marked in 2025 and not asked for by these settings, so left out: “Tăng trưởng sản xuất”.", page.Text, StringComparison.Ordinal);
        Assert.Contains("“Scale of production”: every mark is multiplied by 30 and divided by 15, the new and the old maximum.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Computed from the figures declared in 2025, though judges marked it then: “Labour productivity”.", page.Text, StringComparison.Ordinal);
        Assert.Contains("What is replayed adds up to 105 of 115 points.", page.Text, StringComparison.Ordinal);
        Assert.Contains("From snapshot no.", page.Text, StringComparison.Ordinal);
        // The settings are those of 2027, held against those of 2025.
        Assert.Equal(
            ["Setting In 2025 Tried", "Pass mark 70 50", "Maximum of “Scale of production” 15 30", "Bands of “Labour productivity” from 0 billion đồng: 1 points; from 100 billion đồng: 10 points"],
            page.Document.QuerySelectorAll("main table")[0].QuerySelectorAll("tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim()).Where(text => text.Length > 0))));
        Assert.Equal("50", page.ValueOf("Input.PassMark"));
    }

    [Fact]
    public async Task A_year_without_any_criterion_of_that_name_has_nothing_to_replay()
    {
        await app.ChangeAsync(async db =>
        {
            var year = new Programme(2027);
            year.AddCriterion(year.AddGroup(BilingualName.Of("Nhóm", null), null), new CriterionContent(BilingualName.Of("Chuyển đổi xanh", null), 100m, null, null, null));
            db.Add(year);
        });
        var officer = await app.SignedInAsync("officer", "en");
        var page = await officer.OpenAsync("/programmes/2027/ranking/what-if");

        Assert.Contains("No criterion of 2027 has the name of one of 2026, so there is nothing to replay.", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync("/programmes/2027/ranking/what-if/csv")).Status);
    }

    [Fact]
    public async Task Before_any_marks_exist_it_says_so()
    {
        await app.ChangeAsync(db =>
        {
            db.Add(new Programme(2020));
            return Task.CompletedTask;
        });
        var page = await (await app.SignedInAsync("officer", "en")).OpenAsync("/programmes/2020/ranking/what-if");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("There are no marks to replay yet", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Marks_under_a_seal_are_not_offered_and_not_given_to_whoever_asks()
    {
        await SealedYear.AddAsync(app);
        await SealedYear.MarkAsync(app);
        foreach (var who in new[] { "admin", "officer", "auditor" })
        {
            var reader = await app.SignedInAsync(who, "en");
            var page = await reader.OpenAsync($"/programmes/{SealedYear.Year}/ranking/what-if");
            Assert.DoesNotContain(page.TextsAt("#marks option"), option => option.StartsWith("2030", StringComparison.Ordinal));
            Assert.DoesNotContain(SealedYear.Secret, page.Text, StringComparison.Ordinal);
            foreach (var format in new[] { "", "/csv", "/pdf", "/excel" })
            {
                var asked = await reader.OpenAsync($"/programmes/{SealedYear.Year}/ranking/what-if{format}?marks={SealedYear.Year}");
                Assert.Equal(HttpStatusCode.BadRequest, asked.Status);
                Assert.DoesNotContain(SealedYear.Secret, asked.Body, StringComparison.Ordinal);
            }
        }
    }
}
