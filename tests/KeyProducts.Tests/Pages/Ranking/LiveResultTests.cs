using System.Globalization;
using System.Text.RegularExpressions;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages;

/// <summary>What pages show of a year in judging is remembered while nothing changes, and no longer.</summary>
public sealed partial class LiveResultTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_ranking_is_read_once_while_nothing_changes_and_follows_each_change_at_once()
    {
        var officer = await app.SignedInAsync("officer", "en");
        var first = SheetsIn(await officer.OpenAsync("/programmes/2026/ranking"));
        var queries = await app.Queries.OfAsync(() => officer.OpenAsync("/programmes/2026/ranking"));
        Assert.DoesNotContain(queries, query => query.Contains("\"Mark\"", StringComparison.Ordinal));

        await app.ChangeAsync(async db =>
        {
            var year = await db.Programmes.WithCriteria().OfYearAsync(2026);
            var sheet = await db.Sheets.Include(one => one.Marks).Include(one => one.Judge).Include(one => one.Nomination).OrderBy(one => one.Id)
                .FirstAsync(one => one.SubmittedAt != null && one.Nomination.ProgrammeId == year!.Id && one.Nomination.Status == NominationStatus.Accepted);
            sheet.Reopen(year!, "Thử đọc lại", app.Clock.Now.UtcDateTime);
        });

        Assert.Equal(first - 1, SheetsIn(await officer.OpenAsync("/programmes/2026/ranking")));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{first - 1}/"), (await officer.OpenAsync("/programmes/2026")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_do_not_number_the_figures_of_all_years_nor_read_whole_dossiers()
    {
        var officer = await app.SignedInAsync("officer");
        foreach (var address in new[] { "/programmes/2026", "/programmes/2026/nominations", "/programmes/2026/tables", "/programmes/2026/ranking" })
        {
            await officer.OpenAsync(address);
            await app.ChangeAsync(db => TouchAsync(db, address));
            var queries = await app.Queries.OfAsync(() => officer.OpenAsync(address));
            Assert.NotEmpty(queries);
            Assert.DoesNotContain(queries, query => query.Contains("ROW_NUMBER", StringComparison.Ordinal) || query.Contains("Technology_SmartFactory", StringComparison.Ordinal));
        }
    }

    // Something that has nothing to do with the pages, so that they are reckoned anew.
    private static async Task TouchAsync(AppDbContext db, string address)
    {
        var business = await db.Businesses.OrderBy(one => one.Number).FirstAsync();
        db.Entry(business).Property(one => one.Website).CurrentValue = "https://vidu.example" + address;
    }

    private static int SheetsIn(Page page) => int.Parse(Sheets().Match(page.Text).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Provisional: (\d+) of \d+ sheets are in")]
    private static partial Regex Sheets();
}
