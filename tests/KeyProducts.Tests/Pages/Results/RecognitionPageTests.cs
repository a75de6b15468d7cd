using System.Net;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;

namespace KeyProducts.Tests.Pages;

/// <summary>The recognition list and its headline figures, as published for 2024 and 2025.</summary>
public sealed class RecognitionPageTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData(2024, "36", "25", "49.870,3 tỷ đồng", "1.004,13 triệu USD", "8", "10")]
    [InlineData(2025, "35", "28", "41.869,5 tỷ đồng", "190,04 triệu USD", "11", "6")]
    public async Task Shows_the_headline_figures(int year, string products, string businesses, string revenue, string export, string large, string listed)
    {
        var page = await (await app.SignedInAsync("officer")).OpenAsync($"/programmes/{year}/recognition");

        Assert.Equal($"Danh sách sản phẩm công nghiệp chủ lực thành phố Hà Nội năm {year}", page.TextAt("h1"));
        Assert.Equal([products, businesses, revenue, export, large, listed], page.TextsAt(".facts dd").Take(6));
        var again = int.Parse(page.TextsAt(".facts dd")[7], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(products, $"{int.Parse(page.TextsAt(".facts dd")[6], System.Globalization.CultureInfo.InvariantCulture) + again}");
        Assert.Equal("10", page.TextsAt(".facts dd")[8]);
    }

    [Theory]
    [InlineData(2024, "25 29 18 24 2 35 10 12 11 4")]
    [InlineData(2025, "20 17 14 32 27 3 18 35 5 10")]
    public async Task Lists_the_Top_10_in_rank_order_and_everything_by_industry(int year, string numbers)
    {
        var page = await (await app.SignedInAsync("auditor")).OpenAsync($"/programmes/{year}/recognition");

        var top = RankingPageTests.RowsOf(page, 0).Select(row => row.QuerySelector("a")!.GetAttribute("href")!.Split('/')[^1]);
        Assert.Equal(numbers, string.Join(' ', top));
        var list = RankingPageTests.RowsOf(page, 1);
        var products = list.Where(row => row.ClassName is not ("group" or "total")).ToList();
        Assert.Equal(Enumerable.Range(1, products.Count).Select(item => $"{item}"), products.Select(row => row.Children[0].TextContent.Trim()));
        Assert.Equal(numbers.Split(' ').Order(), products.Where(row => row.ClassName == "gold").Select(row => row.Children[^1].TextContent.Trim()).Order());
        Assert.Equal(8, list.Count(row => row.ClassName == "group"));
        Assert.Equal(RankingPageTests.RowsOf(page, 2)[^1].Children[1].TextContent.Trim(), $"{products.Count}");
    }

    [Fact]
    public async Task Says_whether_it_is_final_or_a_draft_and_on_what_it_rests()
    {
        var officer = await app.SignedInAsync("officer");

        Assert.Contains("Kèm theo Quyết định số …/QĐ-UBND (minh hoạ) ngày 05/11/2025 của Ủy ban nhân dân thành phố Hà Nội", (await officer.OpenAsync("/programmes/2025/recognition")).Text, StringComparison.Ordinal);
        var draft = await officer.OpenAsync("/programmes/2026/recognition");
        Assert.StartsWith("Dự thảo", draft.TextAt("h1"), StringComparison.Ordinal);
        Assert.Contains("Danh sách lập theo 195/313 phiếu chấm và chưa được quyết định.", draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_is_named_for_the_year_and_is_in_the_history()
    {
        var officer = await app.SignedInAsync("officer");
        var mark = await app.HistoryMarkAsync();

        var answer = await officer.GetAsync("/programmes/2025/recognition/csv");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("san-pham-cong-nghiep-chu-luc-2025.csv", answer.Content.Headers.ContentDisposition!.FileName);
        var entry = Assert.Single(await app.HistorySinceAsync(mark));
        Assert.Equal((AuditAct.Exported, 2025), (entry.Act, entry.Year));
        Assert.Matches("^san-pham-cong-nghiep-chu-luc-2025.csv – SHA-256 [0-9a-f]{64}$", entry.Subject);
    }
}
