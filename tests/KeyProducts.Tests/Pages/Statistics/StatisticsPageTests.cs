using System.Globalization;
using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Reports.Statistics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workbook = KeyProducts.Tests.Documents.Workbook;

namespace KeyProducts.Tests.Pages.Statistics;

/// <summary>The statistics over the years and of each year: equal to what is published, every figure leading to what it counts, and silent about single businesses.</summary>
public sealed class StatisticsPageTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    // Of a year, in đồng and US dollars, as domain.md has them: nearly so much revenue, about so much export.
    public static readonly TheoryData<int, int, int, decimal, decimal, int, int> Published = new()
    {
        { 2024, 36, 25, 50_000m, 1_000m, 8, 10 },
        { 2025, 35, 28, 42_000m, 190m, 11, 6 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public async Task The_statistics_of_2024_and_2025_equal_the_published_figures_on_the_page_and_in_the_workbook(int year, int products, int businesses, decimal nearlyBillions, decimal aboutMillions, int large, int listed)
    {
        var page = await app.Visitor().OpenAsync("/statistics");
        var counts = Cells(page, 0, year);
        Assert.Equal(($"{products}", $"{businesses}"), (counts[3], counts[4]));
        var money = Cells(page, 1, year);
        Assert.InRange(decimal.Parse(money[1], Vietnamese), nearlyBillions * 0.99m, nearlyBillions);
        Assert.InRange(decimal.Parse(money[3], Vietnamese), aboutMillions * 0.99m, aboutMillions * 1.01m);
        var distinctions = Cells(page, 2, year);
        Assert.Equal(($"{large}", $"{listed}"), (distinctions[1], distinctions[2]));
        // What is published stands beside it, and nothing contradicts.
        var own = await app.Visitor().OpenAsync($"/statistics/{year}");
        Assert.Empty(own.TextsAt(".doubts li"));
        Assert.Contains($"gần {nearlyBillions.ToString("N0", Vietnamese)} tỷ đồng", own.Text, StringComparison.Ordinal);
        Assert.Contains($"khoảng {aboutMillions.ToString("N0", Vietnamese)} triệu USD", own.Text, StringComparison.Ordinal);

        using var book = await BookAsync("/statistics/excel");
        var row = Enumerable.Range(0, 3).Select(sheet => book.Rows(sheet).Single(text => text.StartsWith($"{year}|", StringComparison.Ordinal)).Split('|')).ToList();
        Assert.Equal(($"{products}", $"{businesses}"), (row[0][3], row[0][4]));
        Assert.Equal(decimal.Parse(money[1], Vietnamese), decimal.Parse(row[1][1], CultureInfo.InvariantCulture));
        Assert.Equal(decimal.Parse(money[3], Vietnamese), decimal.Parse(row[1][3], CultureInfo.InvariantCulture));
        Assert.Equal(($"{large}", $"{listed}"), (row[2][1], row[2][2]));
    }

    [Fact]
    public async Task From_2018_to_2025_there_are_300_products_and_209_business_recognitions_on_the_page_and_in_the_workbook()
    {
        var page = await app.Visitor("en").OpenAsync("/statistics");
        Assert.Equal(["Products recognised, 2018–2025", "Business-recognitions, 2018–2025", "Distinct businesses, 2024–2025"], page.TextsAt(".facts dt"));
        var facts = page.TextsAt(".facts dd");
        Assert.Equal(("300", "209"), (facts[0], facts[1]));
        var distinct = await app.ReadAsync(db => db.Nominations.Where(one => db.Certificates.Any(certificate => certificate.NominationId == one.Id)).Select(one => one.BusinessId).Distinct().CountAsync());
        Assert.Equal($"{distinct}", facts[2]);
        using var book = await BookAsync("/statistics/excel");
        Assert.Empty(book.Complaints());
        Assert.Contains(book.Rows(0), row => row.StartsWith("Tổng cộng|300|209|", StringComparison.Ordinal));
        Assert.Contains("Sản phẩm được công nhận, 2018–2025|300", book.Rows(0));
        Assert.Equal(["Tổng quan", "Doanh thu và xuất khẩu", "Doanh nghiệp lớn", "Theo ngành", "Tăng trưởng", "Số liệu đã công bố theo nguồn", "Ghi chú"], book.SheetNames);
    }

    [Theory]
    [InlineData("visitor", "/statistics", "/statistics/2024", "/statistics/2023")]
    [InlineData("auditor", "/statistics", "/statistics/2025", "/statistics/2021")]
    public async Task Every_figure_leads_to_as_many_rows_as_it_says(string who, params string[] addresses)
    {
        var reader = await app.AsAsync(who);
        var seen = new Dictionary<string, Page>();
        var walked = 0;
        foreach (var address in addresses)
        {
            var page = await reader.OpenAsync(address);
            foreach (var link in page.Document.QuerySelectorAll("main td a, main dd a"))
            {
                var target = link.GetAttribute("href")!;
                var figure = link.TextContent.Trim();
                if (!target.StartsWith("/statistics", StringComparison.Ordinal) || figure == target[^4..])
                {
                    continue; // To the page of a year.
                }

                if (!seen.TryGetValue(target, out var rows))
                {
                    rows = seen[target] = await reader.OpenAsync(target.Split('#')[0]);
                }

                Assert.True(rows.Status == HttpStatusCode.OK, $"{address}: {figure} leads to {target}: {rows.Status}");
                walked++;
                if (target.EndsWith("#published", StringComparison.Ordinal))
                {
                    Assert.Contains(Plain(figure), rows.Text, StringComparison.Ordinal);
                    Assert.NotEmpty(rows.Document.QuerySelectorAll("#published"));
                }
                else if (rows.Document.QuerySelector("#rows") is { } count)
                {
                    var shown = rows.Document.QuerySelectorAll("main tbody tr").Length;
                    var isClosed = who == "visitor" && (target.Contains("Registered", StringComparison.Ordinal) || target.Contains("OverThousandBillion", StringComparison.Ordinal));
                    Assert.True(isClosed ? shown == 0 : count.TextContent == $"{shown}", $"{target}: says {count.TextContent}, shows {shown}");
                    Assert.True(target.Contains("Revenue", StringComparison.Ordinal) || target.Contains("Export", StringComparison.Ordinal) || figure == count.TextContent, $"{address}: {figure} leads to {count.TextContent} rows at {target}");
                    Assert.Contains(Plain(figure), rows.TextAt(".facts dd"), StringComparison.Ordinal);
                }
                else if (target.Contains("/rows?", StringComparison.Ordinal))
                {
                    var terms = rows.Document.QuerySelectorAll("main tbody tr").Select(row => int.Parse(row.Children[1].TextContent.Trim(), Vietnamese)).ToList();
                    Assert.Equal(figure, $"{terms[^1]}");
                    Assert.Equal(terms[^1], terms[..^1].Sum());
                }
                else if (target.EndsWith("/businesses", StringComparison.Ordinal))
                {
                    Assert.Equal(figure, $"{rows.Document.QuerySelectorAll("main tbody tr").Length}");
                }
            }
        }

        Assert.InRange(walked, 100, 1000);
    }

    [Theory]
    [InlineData(2024)]
    [InlineData(2025)]
    public async Task Visitors_see_no_money_of_fewer_than_three_businesses(int year)
    {
        var visitor = await app.Visitor().OpenAsync($"/statistics/{year}");
        var auditor = await (await app.SignedInAsync("auditor")).OpenAsync($"/statistics/{year}");
        await using var scope = app.Services.CreateAsyncScope();
        var own = (await scope.ServiceProvider.GetRequiredService<StatisticsRecords>().PublicAsync()).Years.Single(one => one.Year == year);
        var withheld = 0;
        foreach (var (dimension, table) in new[] { (Dimension.Industry, 1), (Dimension.Track, 2), (Dimension.Ward, 3), (Dimension.Ownership, 4) })
        {
            var hidden = new Dictionary<int, List<CountedProduct>> { [1] = [], [2] = [] };
            foreach (var row in visitor.Document.QuerySelectorAll("main table")[table].QuerySelectorAll("tbody tr:not(.total)"))
            {
                var cells = row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList();
                var products = own.Recognised.Where(product => NameOf(product, dimension) == cells[0]).ToList();
                foreach (var (fromEnd, measure) in new[] { (2, PastMeasure.Revenue), (1, PastMeasure.Export) })
                {
                    var behind = Counting.Rows(measure, products);
                    var businesses = behind.Select(product => product.BusinessId).Distinct().Count();
                    if (cells[^fromEnd] == "–")
                    {
                        hidden[fromEnd].AddRange(behind);
                        withheld++;
                    }
                    else
                    {
                        Assert.True(products.Select(product => product.BusinessId).Distinct().Count() is 0 or >= 3 && businesses is 0 or >= 3, $"{dimension} {cells[0]}: {cells[^fromEnd]} is of {businesses} businesses");
                    }
                }
            }

            // What is kept back cannot be had as the rest of the whole either.
            Assert.All(hidden.Values.Where(rows => rows.Count > 0), rows => Assert.InRange(rows.Select(product => product.BusinessId).Distinct().Count(), 3, 100));
            Assert.DoesNotContain("–", auditor.Document.QuerySelectorAll("main table")[table].QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()));
        }

        Assert.True(withheld > 0, "Nothing was kept back, so nothing was shown here.");
        // Nor do the rows behind a sum tell the part of each.
        var rows = await app.Visitor().OpenAsync($"/statistics/rows?measure=Revenue&year={year}");
        Assert.Equal(["Số", "Sản phẩm", "Doanh nghiệp", "Ngành"], rows.TextsAt("main th"));
        var single = own.Recognised.First(product => own.Recognised.Count(other => other.Ward == product.Ward) == 1 && product.Ward is not null);
        var alone = await app.Visitor().OpenAsync($"/statistics/rows?measure=Revenue&year={year}&by=Ward&of={Breakdown.KeyOf(single, Dimension.Ward)}");
        Assert.Equal("–", alone.TextAt(".facts dd"));
    }

    [Fact]
    public async Task Visitors_do_not_read_who_registered_in_vain_or_who_lies_over_a_mark()
    {
        foreach (var measure in new[] { "RegisteredProducts", "RegisteredBusinesses", "OverThousandBillion" })
        {
            var closed = await app.Visitor().OpenAsync($"/statistics/rows?measure={measure}&year=2025");
            Assert.Empty(closed.Document.QuerySelectorAll("main table"));
            var open = await (await app.SignedInAsync("auditor")).OpenAsync($"/statistics/rows?measure={measure}&year=2025");
            Assert.NotEmpty(open.Document.QuerySelectorAll("main tbody tr"));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().GetAsync("/statistics/rows?measure=RegisteredProducts&year=2026")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().GetAsync("/statistics/2026")).StatusCode);
    }

    [Fact]
    public async Task That_exports_of_2023_exceed_revenue_is_said_and_not_hidden()
    {
        var page = await app.Visitor("en").OpenAsync("/statistics/2023");
        Assert.Contains(page.TextsAt(".doubts li"), note => note.StartsWith("Export exceeds revenue: more than US$ 3,600 million are about 85,680 billion đồng at 23,800 đồng for a US dollar (the rate set for 2024), and revenue is more than 62,000 billion đồng.", StringComparison.Ordinal));
        Assert.Contains("more than US$ 3,600 million", page.Text, StringComparison.Ordinal);
        Assert.Contains(page.TextsAt("main td"), cell => cell == "vietq.vn d217104; vovworld.vn 1256202");
    }

    [Fact]
    public async Task Growth_is_public_as_the_middle_of_at_least_three_and_by_business_for_readers()
    {
        var table = (await app.Visitor("en").OpenAsync("/statistics")).Document.QuerySelectorAll("main table")[4];
        var row = table.QuerySelectorAll("tbody tr").First(one => one.TextContent.Contains("2024", StringComparison.Ordinal)).QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList();
        var growths = await app.ReadAsync(async db =>
        {
            var recognised = await db.Certificates.Where(one => one.Year == 2024).Select(one => one.NominationId).ToListAsync();
            var businesses = await db.Nominations.Where(one => recognised.Contains(one.Id)).Select(one => one.BusinessId).Distinct().ToListAsync();
            var figures = (await db.Businesses.Where(one => businesses.Contains(one.Id)).SelectMany(one => one.Figures).ToListAsync()).ToLookup(one => one.BusinessId);
            decimal? Of(Guid business, int year) => figures[business].FirstOrDefault(one => one.Year == year)?.Revenue;
            return businesses.Select(one => (Of(one, 2024) / Of(one, 2023) - 1) * 100).OfType<decimal>().Order().ToList();
        });
        Assert.Equal($"{growths.Count}", row[2]);
        var middle = growths.Count % 2 == 1 ? growths[growths.Count / 2] : (growths[growths.Count / 2 - 1] + growths[growths.Count / 2]) / 2;
        Assert.Equal(decimal.Round(middle, 1, MidpointRounding.AwayFromZero).ToString("N1", CultureInfo.GetCultureInfo("en")), row[1]);
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignedInAsync("auditor")).OpenAsync("/statistics/growth")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await app.Visitor().GetAsync("/statistics/growth")).StatusCode);
    }

    [Fact]
    public async Task The_report_on_paper_says_the_sums_in_vietnamese_and_visitors_leave_no_trace()
    {
        var mark = await app.HistoryMarkAsync();
        foreach (var (format, type) in new[] { ("pdf", "application/pdf"), ("word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"), ("csv", "text/csv") })
        {
            using var answer = await app.Visitor("en").GetAsync($"/statistics/{format}");
            Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        }

        Assert.DoesNotContain(await app.HistorySinceAsync(mark), entry => entry.Subject.Contains("tong-hop", StringComparison.Ordinal));
        (await (await app.SignedInAsync("officer")).GetAsync("/statistics/pdf")).Dispose();
        Assert.Contains(await app.HistorySinceAsync(mark), entry => entry.Subject == "bao-cao-tong-hop-2018-2025.pdf");
    }

    [Fact]
    public async Task A_fresh_program_has_no_figures_and_says_so_in_every_form()
    {
        using var fresh = TestApp.FreshInProduction();
        Assert.Contains("Chưa năm nào được công bố.", (await fresh.Visitor().OpenAsync("/statistics")).Text, StringComparison.Ordinal);
        foreach (var format in new[] { "excel", "csv", "pdf", "word" })
        {
            using var answer = await fresh.Visitor().GetAsync($"/statistics/{format}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var book = new Workbook(await (await fresh.Visitor().GetAsync("/statistics/excel")).Content.ReadAsByteArrayAsync());
        Assert.Empty(book.Complaints());
        Assert.Equal(HttpStatusCode.NotFound, (await fresh.Visitor().GetAsync("/statistics/2024")).StatusCode);
    }

    // A table writes decimals that a sentence leaves out: "5.381,0" and "5.381 tỷ đồng".
    private static string Plain(string figure) => figure.Contains(',', StringComparison.Ordinal) ? figure.TrimEnd('0').TrimEnd(',') : figure;

    private static List<string> Cells(Page page, int table, int year) =>
        [.. page.Document.QuerySelectorAll("main table")[table].QuerySelectorAll("tbody tr").Single(row => row.Children[0].TextContent.Trim() == $"{year}").Children.Select(cell => cell.TextContent.Trim())];

    private static string NameOf(CountedProduct product, Dimension dimension) => dimension switch
    {
        Dimension.Industry => product.Industry.Vietnamese,
        Dimension.Track => product.Track.Vietnamese,
        Dimension.Ward => product.Ward!,
        _ => product.Ownership switch { Ownership.Private => "Tư nhân", Ownership.State => "Nhà nước", Ownership.Foreign => "Vốn nước ngoài", _ => "Hợp tác xã hoặc hộ kinh doanh" },
    };

    private async Task<Workbook> BookAsync(string address) => new(await (await app.Visitor().GetAsync(address)).Content.ReadAsByteArrayAsync());
}
