using System.Net;
using KeyProducts.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages;

/// <summary>A judge's own marks side by side; nothing here writes.</summary>
public sealed class OwnPageTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Address = "/programmes/2026/judging/own";

    [Fact]
    public async Task Own_products_stand_side_by_side_by_their_total()
    {
        var page = await (await app.SignedInAsync("judge1")).OpenAsync(Address);

        var rows = page.Document.QuerySelectorAll(".own tbody tr");
        Assert.Equal(35, rows.Length);
        var totals = rows.Select(row => row.Children[1].TextContent.Trim()).TakeWhile(total => total != "–").Select(total => decimal.Parse(total, System.Globalization.CultureInfo.GetCultureInfo("vi-VN"))).ToList();
        Assert.Equal(totals.OrderDescending(), totals);
        Assert.Equal(9, totals.Count);
        Assert.Equal("/programmes/2026/judging/2", rows[0].QuerySelector("a")!.GetAttribute("href"));
        var stored = await app.ReadAsync(async db => (await db.Sheets.Include(sheet => sheet.Marks)
            .SingleAsync(sheet => sheet.Nomination.Programme.Year == 2026 && sheet.Nomination.Number == 2 && db.Users.Any(user => user.Id == sheet.Judge.UserId && user.Email == "judge1@demo.local"))).Total);
        Assert.Equal(stored, totals[0]);
    }

    [Fact]
    public async Task A_column_s_head_sorts_by_it_and_what_has_no_mark_stays_below()
    {
        var page = await (await app.SignedInAsync("judge1", "en")).OpenAsync(Address + "?sort=c1");

        var marks = page.Document.QuerySelectorAll(".own tbody tr").Select(row => row.Children[3].TextContent.Trim()).ToList();
        var given = marks.TakeWhile(mark => mark != "–").Select(mark => decimal.Parse(mark, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(9, given.Count);
        Assert.Equal(given.Order(), given);
        Assert.All(marks.Skip(9), mark => Assert.Equal("–", mark));
        Assert.Equal("ascending", page.Document.QuerySelectorAll(".own thead th")[3].GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task The_distribution_on_each_criterion_is_said_in_words()
    {
        var page = await (await app.SignedInAsync("judge1", "en")).OpenAsync(Address);

        var strips = page.TextsAt("figure.strip");
        Assert.Equal(10, strips.Count);
        Assert.StartsWith("Growth of production (up to 10 points)", strips[0], StringComparison.Ordinal);
        Assert.EndsWith("9 marks: lowest 6, median 8, highest 9", strips[0], StringComparison.Ordinal);
        Assert.Equal(9, page.Document.QuerySelectorAll("figure.strip")[0].QuerySelectorAll("circle").Length);
        Assert.EndsWith("6 marks: lowest 69, median 78.75, highest 89", strips[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_judge_s_marks_are_not_among_them()
    {
        // Judge 7 has given no mark while all others have.
        var page = await (await app.SignedInAsync("judge7")).OpenAsync(Address);

        Assert.Contains("Bạn chưa cho điểm nào.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main table, main figure"));
    }

    [Fact]
    public async Task A_recused_product_is_not_among_them()
    {
        // Judge 4 has recused from number 33.
        var page = await (await app.SignedInAsync("judge4")).OpenAsync(Address);

        Assert.DoesNotContain("/programmes/2026/judging/33", page.Document.QuerySelectorAll(".own a").Select(link => link.GetAttribute("href")));
        Assert.Equal(34, page.Document.QuerySelectorAll(".own tbody tr").Length);
    }

    [Theory]
    [InlineData("officer", HttpStatusCode.Forbidden)]
    [InlineData("auditor", HttpStatusCode.Forbidden)]
    public async Task Is_for_judges(string who, HttpStatusCode status) => Assert.Equal(status, (await (await app.SignedInAsync(who)).OpenAsync(Address)).Status);
}
