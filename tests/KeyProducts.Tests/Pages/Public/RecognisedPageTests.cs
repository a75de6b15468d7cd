using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages;

/// <summary>What visitors read of the programme.</summary>
public sealed class RecognisedPageTests : IAsyncDisposable
{
    private readonly TestApp app = new();

    [Fact]
    public async Task The_home_explains_the_programme_and_shows_the_years_Top_10_and_headline_figures_as_the_press_prints_them()
    {
        var page = await app.Visitor("en").OpenAsync("/");
        Assert.Equal("Key industrial products of Hà Nội", page.TextAt("h1"));
        Assert.Equal(["35", "28", "41,869.5 billion đồng", "US$ 190.04 million", "11", "6"], page.TextsAt(".headline-facts dd"));
        Assert.Equal(7, page.Document.QuerySelectorAll(".steps li").Length);
        var shown = page.TextsAt(".top-ten li a");
        var top = await app.ReadAsync(db => db.Certificates.Where(one => one.Year == 2025 && one.Kind == CertificateKind.Top && one.ReplacedAt == null).Select(one => one.Product.English!).ToListAsync());
        Assert.Equal(top.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        Assert.Equal(shown.Order(KeyProducts.Web.Reports.RecognisedProducts.ByName), shown);
        foreach (var address in new[] { "/recognised", "/recognised/2025", "/consultation", "/statistics", "/open-data", "/check", "/verify", "/account/sign-in" })
        {
            Assert.Contains(page.Document.QuerySelectorAll("a"), link => link.GetAttribute("href") == address);
        }

        var visitor = app.Visitor("en");
        var found = await visitor.SubmitAsync((await visitor.OpenAsync("/")).Form("form[action='/check']"), null, ("number", "2025/1"));
        Assert.Equal("/check/2025-0001", found.Address);
    }

    [Fact]
    public async Task The_home_says_that_a_list_is_open_for_comments_as_long_as_it_is()
    {
        await ConsultationYear.TakeBack2025Async(app);
        await ConsultationYear.PublishAsync(await app.SignedInAsync("officer"));
        var visitor = app.Visitor("en");
        Assert.Contains("The provisional list of 2025 is open for comments", (await visitor.OpenAsync("/")).Text, StringComparison.Ordinal);
        // Its last day is the first of December, to the end in Hà Nội.
        app.Clock.Now = new DateTimeOffset(2026, 12, 1, 16, 59, 0, TimeSpan.Zero);
        Assert.Contains("/consultation/2025", (await visitor.OpenAsync("/")).Body, StringComparison.Ordinal);
        app.Clock.Now += TimeSpan.FromMinutes(2);
        Assert.DoesNotContain("/consultation/2025", (await visitor.OpenAsync("/")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_a_year_stands_by_industry_with_the_top_marked_and_is_searched_without_diacritics()
    {
        var visitor = app.Visitor();
        var page = await visitor.OpenAsync("/recognised/2025");
        Assert.Equal((35, 10), (page.Document.QuerySelectorAll(".entries > li").Length, page.Document.QuerySelectorAll(".entries .badge.top").Length));
        Assert.Equal(8, page.Document.QuerySelectorAll(".group-head").Length);
        Assert.StartsWith("Cơ khí, chế tạo 6", page.TextAt(".group-head"), StringComparison.Ordinal);

        var found = await visitor.SubmitAsync(page.Form("main form[role=search]"), null, ("q", "CAP dien tue"));
        Assert.All(found.TextsAt(".entries > li"), text => Assert.Contains("Tuệ Quang Lâm", text, StringComparison.Ordinal));
        Assert.InRange(found.Document.QuerySelectorAll(".entries > li").Length, 1, 5);
        var none = await visitor.OpenAsync("/recognised/2025?q=khongcogi");
        Assert.Contains("0 trong 35", none.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_product_leads_to_its_earlier_and_later_recognitions_and_to_its_business_with_all_years()
    {
        var renewed = await app.ReadAsync(db => db.Nominations.Include(one => one.Business).AsNoTracking()
            .FirstAsync(one => one.Programme.Year == 2025 && one.RenewsYear == 2024 && db.Certificates.Any(certificate => certificate.NominationId == one.Id)
                && db.Certificates.Any(certificate => certificate.Year == 2024 && certificate.Business.Vietnamese == one.Business.Name.Vietnamese && certificate.Product.Vietnamese == one.Product.Vietnamese)));
        var visitor = app.Visitor("en");
        var product = await visitor.OpenAsync($"/recognised/2025/{renewed.Number}");
        Assert.Contains("Renewal of 2024", product.Text, StringComparison.Ordinal);
        Assert.Equal(["2025", "2024"], product.TextsAt(".entries .entry-year"));

        var business = await visitor.OpenAsync(product.At(".lead a").GetAttribute("href")!);
        Assert.Equal(renewed.Business.Name.English ?? renewed.Business.Name.Vietnamese, business.TextAt("h1"));
        Assert.Equal(["2025", "2024"], business.TextsAt("main section h2"));
        Assert.All(business.Document.QuerySelectorAll("main .entries a"), link => Assert.StartsWith("/recognised/20", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Years_before_the_program_stand_beside_its_own_and_their_businesses_are_known_again()
    {
        var known = await app.ReadAsync(db => db.Certificates.Where(one => one.Year == 2025).Select(one => one.Business.Vietnamese).FirstAsync());
        await app.ChangeAsync(db =>
        {
            foreach (var (year, product, business, isTop) in new[] { (2021, "Đèn LED Ế Ữ", known, true), (2021, "Ống thép Ế Ữ", "Công ty không còn Ế Ữ", false), (2025, "Không phải của năm này Ế Ữ", known, false) })
            {
                var past = new PastProduct(new PastProductContent(year, product, business, null, "Cơ khí", isTop, "vov.vn 915827"), null);
                past.Show(true);
                db.Add(past);
            }

            return Task.CompletedTask;
        });
        var visitor = app.Visitor("en");
        var all = await visitor.OpenAsync("/recognised");
        Assert.Equal(["2025", "2024", "2021"], all.TextsAt(".years b"));
        var year = await visitor.OpenAsync("/recognised/2021");
        Assert.Contains("vov.vn 915827", year.Text, StringComparison.Ordinal);
        Assert.Equal(2, year.Document.QuerySelectorAll(".entries > li").Length);
        var business = await visitor.OpenAsync(year.Document.QuerySelector(".entries a")!.GetAttribute("href")!);
        Assert.Contains("Đèn LED Ế Ữ", business.Text, StringComparison.Ordinal);
        // The list that the program itself publishes goes before an old one of the same year.
        Assert.DoesNotContain("Không phải của năm này", (await visitor.OpenAsync("/recognised/2025")).Text, StringComparison.Ordinal);
        Assert.Equal("Found: 1", (await visitor.OpenAsync("/recognised?q=ong+thep+e+u")).TextAt("#products"));
    }

    [Fact]
    public async Task All_years_together_are_shown_in_pages_and_by_industry()
    {
        var visitor = app.Visitor();
        var first = await visitor.OpenAsync("/recognised");
        Assert.Equal(50, first.Document.QuerySelectorAll(".entries > li").Length);
        var second = await visitor.OpenAsync(first.At(".paging a[rel=next]").GetAttribute("href")!);
        Assert.Equal(21, second.Document.QuerySelectorAll(".entries > li").Length);
        var textiles = await visitor.SubmitAsync(first.Form("main form[role=search]"), null, ("industry", "Dệt may, da giày"));
        Assert.All(textiles.TextsAt(".entries .hint"), industry => Assert.Equal("Dệt may, da giày", industry));
        Assert.True(textiles.Document.QuerySelectorAll(".entries > li").Length >= 8);
    }

    [Fact]
    public async Task Without_a_published_year_the_pages_say_so_and_lead_on()
    {
        await app.ChangeAsync(async db => (await db.Programmes.Where(one => one.PublishedAt != null).ToListAsync()).ForEach(one => one.Unpublish("Thử trang trống")));
        var visitor = app.Visitor("en");
        Assert.Contains("No recognition list is published yet.", (await visitor.OpenAsync("/recognised")).Text, StringComparison.Ordinal);
        var home = await visitor.OpenAsync("/");
        Assert.Contains("No recognition list is published yet.", home.Text, StringComparison.Ordinal);
        Assert.Contains("How a year runs", home.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_of_a_business_that_was_merged_leads_to_the_one_that_stays()
    {
        const int Gone = 990;
        var kept = await app.ReadAsync(async db =>
        {
            var recognised = await db.Certificates.Where(one => one.Year == 2025).Select(one => one.NominationId).ToListAsync();
            return await db.Nominations.Where(one => recognised.Contains(one.Id)).Select(one => one.Business.Number).FirstAsync();
        });
        await app.ChangeAsync(db => Task.FromResult(db.Add(new Business(Gone, new BusinessDetails(
            new BilingualName("Công ty đã gộp Ế Ữ", null), null, null, new Address(null, null, null, null), new Contact(null, null, null), Ownership.Private, null)))));
        var visitor = app.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync($"/recognised/businesses/{Gone}")).Status);
        await app.ChangeAsync(async db =>
        {
            var (from, to) = (await db.Businesses.SingleAsync(one => one.Number == Gone), await db.Businesses.SingleAsync(one => one.Number == kept));
            db.Entry(from).Property(one => one.MergedIntoId).CurrentValue = to.Id;
        });
        Assert.Equal($"/recognised/businesses/{kept}", (await visitor.OpenAsync($"/recognised/businesses/{Gone}")).Address);
    }

    [Fact]
    public async Task Pages_ask_no_more_of_the_database_for_300_old_products_than_for_one()
    {
        var round = 0;
        Task AddAsync(int count) => app.ChangeAsync(db =>
        {
            round++;
            for (var row = 0; row < count; row++)
            {
                var past = new PastProduct(new PastProductContent(2010 + (row % 5), $"Sản phẩm Ế Ữ {round}-{row}", $"Doanh nghiệp Ế Ữ {row}", null, "Cơ khí", false, "Danh sách cũ"), null);
                past.Show(true);
                db.Add(past);
            }

            return Task.CompletedTask;
        });
        await AddAsync(5);
        // Who is signed in gets every page made anew.
        var officer = await app.SignedInAsync("officer");
        foreach (var address in new[] { "/recognised", "/recognised/2025", "/recognised/2010", "/recognised/2025/20", "/recognised/businesses/1" })
        {
            async Task<IReadOnlyList<string>> QueriesAsync() => await app.Queries.OfAsync(async () =>
            {
                using var answer = await officer.GetAsync(address);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            });
            await QueriesAsync();
            var few = await QueriesAsync();
            await AddAsync(300);
            var many = await QueriesAsync();
            Assert.True(few.Count == many.Count, $"{address}: {few.Count} queries, {many.Count} with more:\n{string.Join("\n\n", many)}");
            Assert.InRange(many.Count, 1, 25);
        }

        // A visitor's home, before it is kept.
        var home = await app.Queries.OfAsync(async () => (await app.Visitor().GetAsync("/")).Dispose());
        Assert.InRange(home.Count, 1, 25);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
