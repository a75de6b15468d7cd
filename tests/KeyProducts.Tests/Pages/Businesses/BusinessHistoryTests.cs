using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Businesses;

public sealed class BusinessHistoryTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_business_shows_its_nominations_of_all_years_with_the_results_of_recognised_years()
    {
        var officer = await app.SignedInAsync("officer");
        // The list of the year says the same of each of its products.
        var listed = (await officer.OpenAsync("/programmes/2025/ranking")).Document.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr")
            .Select(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList()).Where(cells => cells.Count > 4).ToDictionary(cells => cells[^1], cells => (Rank: cells[0], Result: cells[5]));
        var numbers = await app.ReadAsync(db => db.Nominations.Where(one => one.Programme.Year == 2025 && one.Business.Number == 9).OrderBy(one => one.Number).Select(one => one.Number).ToListAsync());
        var page = await officer.OpenAsync("/businesses/9");
        var rows = Rows(page, "main table");
        Assert.Equal(numbers, rows.Where(row => row[0] == "2025").Select(row => int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture)));
        foreach (var row in rows.Where(row => row[0] == "2025"))
        {
            Assert.Equal(listed[row[1]].Rank, row[4]);
            Assert.StartsWith(listed[row[1]].Result.StartsWith("Không", StringComparison.Ordinal) ? "Không được công nhận" : "Đã công nhận", row[3], StringComparison.Ordinal);
        }

        Assert.Contains(rows, row => row is ["2025", "14", _, _, _, "Đã chấp nhận", ..]);
        // 2026 is being judged: nothing of it is said, to nobody.
        Assert.All(rows.Where(row => row[0] == "2026"), row => Assert.Equal(("", ""), (row[3], row[4])));
        Assert.Contains(rows, row => row[0] == "2026");
    }

    [Fact]
    public async Task Results_of_a_year_that_is_not_recognised_are_shown_to_nobody()
    {
        await app.ChangeAsync(async db => db.Entry(await db.Programmes.SingleAsync(one => one.Year == 2025)).Property(one => one.Stage).CurrentValue = Stage.Consultation);
        foreach (var who in new[] { "officer", "auditor" })
        {
            var rows = Rows(await (await app.SignedInAsync(who)).OpenAsync("/businesses/3"), "main table");
            Assert.All(rows.Where(row => row[0] == "2025"), row => Assert.Equal(("", ""), (row[3], row[4])));
            Assert.Contains(rows, row => row[0] == "2024" && row[4].Length > 0);
        }
    }

    [Fact]
    public async Task Figures_are_drawn_and_said_in_words_and_stand_in_a_table()
    {
        var page = await (await app.SignedInAsync("auditor")).OpenAsync("/businesses/1");
        var table = Rows(page, "main h2 ~ .scroll:has(th.number) ~ h2 ~ .scroll table");
        Assert.Equal(2, page.Document.QuerySelectorAll("svg[role=img]").Length);
        foreach (var drawing in page.Document.QuerySelectorAll("svg[role=img]"))
        {
            var words = drawing.QuerySelector("desc")!.TextContent;
            var column = drawing.GetAttribute("aria-labelledby")!.StartsWith("revenue", StringComparison.Ordinal) ? 1 : 2;
            Assert.Equal(table.Select(row => $"{row[0]}: {row[column]}").Order(StringComparer.Ordinal), words.Split("; ").Order(StringComparer.Ordinal));
            Assert.Equal(table.Count, drawing.QuerySelectorAll("rect.bar").Length);
        }

        Assert.DoesNotContain("style=", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_and_titles_stand_by_year()
    {
        await app.ChangeAsync(async db =>
        {
            var business = await db.Businesses.WithParts().SingleAsync(one => one.Number == 25);
            business.Listings.ToList().ForEach(business.Remove);
            business.Titles.ToList().ForEach(business.Remove);
            business.AddListing("VNR500", 2023, 412);
            business.AddListing("Top 500 tư nhân", 2024, null);
            business.AddTitle(2024);
        });
        var page = await (await app.SignedInAsync("officer")).OpenAsync("/businesses/25");
        var table = page.Document.QuerySelectorAll("main table")[^1];
        Assert.Equal(["Năm", "Top 500 tư nhân", "VNR500", "Thương hiệu quốc gia"], table.QuerySelectorAll("th").Select(cell => cell.TextContent.Trim()));
        Assert.Equal(["2024|có tên||đạt danh hiệu", "2023||hạng 412|"], table.QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()))));
    }

    [Fact]
    public async Task A_business_without_anything_says_what_to_do()
    {
        await app.ChangeAsync(db =>
        {
            db.Add(new Business(901, new BusinessDetails(BilingualName.Of("Cơ sở Đá Ế", null), null, null, new Address(null, null, null, null), new Contact(null, null, null), Ownership.Private, null)));
            return Task.CompletedTask;
        });
        var page = await (await app.SignedInAsync("officer")).OpenAsync("/businesses/901");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(3, page.TextsAt("p.empty").Count);
        Assert.Contains("Chuyên viên nhập tại mục “Số liệu và xếp hạng”.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main svg, main table"));
    }

    private static List<List<string>> Rows(Page page, string selector) =>
        [.. page.Document.QuerySelectorAll(selector)[0].QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList())];
}
