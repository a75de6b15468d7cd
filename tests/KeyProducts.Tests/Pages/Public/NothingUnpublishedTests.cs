using System.Globalization;
using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages;

/// <summary>
/// A visitor never reaches anything unpublished. In the store stand names, figures, marks, remarks and people of years in every state; a visitor reads
/// everything that is open, before publication and after.
/// </summary>
public sealed class NothingUnpublishedTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Remark = "Nhận xét kín Ế Ữ 4711", Person = "Đỗ Thị Kín Đáo", Telephone = "024 4711 0815", Mail = "kin-dao@vidu.example", Street = "Số 4711 ngõ Kín Đáo", Reason = "Lý do kín Ế Ữ 4712";

    private readonly TestApp app = new();

    // Each is written into the store where it is nobody's business.
    private static readonly string[] Planted = [Remark, Person, Telephone, Mail, Street, Reason];

    public Task InitializeAsync() => app.ChangeAsync(async db =>
    {
        foreach (var business in await db.Businesses.Unmerged().ToListAsync())
        {
            db.Entry(business).ComplexProperty(one => one.Contact).CurrentValue = new Contact(Person, Telephone, Mail);
            db.Entry(business).ComplexProperty(one => one.Address).Property(one => one.Street).CurrentValue = Street;
        }

        foreach (var sheet in await db.Sheets.ToListAsync())
        {
            db.Entry(sheet).Property(one => one.Remark).CurrentValue = Remark;
        }

        (await db.Certificates.FirstAsync(one => one.Year == 2025 && one.RevokedAt == null && one.ReplacedAt == null)).Revoke(Reason, Officers.Hoa, app.Clock.Now.UtcDateTime);
        db.Add(new PastProduct(new PastProductContent(2019, "Sản phẩm cũ chưa công bố 4713", "Doanh nghiệp cũ chưa công bố 4713", "0100112437", null, true, "Danh sách kín 4713"), null));
        db.Add(new PastFigure(new PastFigureContent(2019, PastMeasure.Revenue, null, 4_713_471_300_000_000, Exactness.Exact, null, null, "Nguồn kín 4713", "Ghi chú kín 4713"), false));
    });

    [Fact]
    public async Task A_public_visitor_reaches_nothing_of_any_year_before_one_is_published()
    {
        await app.ChangeAsync(async db => (await db.Programmes.Where(one => one.PublishedAt != null).ToListAsync()).ForEach(one => one.Unpublish("Chưa công bố")));
        var secrets = await SecretsAsync();
        Assert.InRange(secrets.Count, 200, 5000);

        var walk = await PublicWalk.OfAsync(app);

        Guard.None(walk.With(secrets));
        Guard.None(walk.With(["\"/recognised/2025", "\"/recognised/2024", "\"/recognised/2026"]));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().OpenAsync("/recognised/2025")).Status);
    }

    [Fact]
    public async Task A_public_visitor_reaches_after_publication_only_what_is_public_on_every_page_and_in_every_file()
    {
        var secrets = await SecretsAsync();
        Assert.InRange(secrets.Count, 200, 5000);

        var walk = await PublicWalk.OfAsync(app);

        Guard.None(walk.With(secrets));
        // What is public is there: the walk has eyes.
        var known = await app.ReadAsync(db => db.Certificates.Where(one => one.Kind == CertificateKind.Recognition && one.ReplacedAt == null).Select(one => one.Product.Vietnamese).Distinct().ToListAsync());
        Assert.All(known, name => Assert.Contains(walk.Read, page => page.Value.Contains(name, StringComparison.Ordinal)));
        Assert.Contains(walk.Read.Keys, address => address.EndsWith(".xlsx", StringComparison.Ordinal));
        Assert.Contains(walk.Read.Keys, address => address.StartsWith("/statistics/rows", StringComparison.Ordinal));
        Assert.Contains(walk.Read.Keys, address => address.StartsWith("/statistics/pdf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Scores_and_ranks_of_published_years_stand_nowhere_on_the_recognition_pages()
    {
        var years = await app.ReadAsync(db => db.Snapshots.Select(one => one.Content).ToListAsync());
        var scores = years.SelectMany(file => Ranking.Of(SnapshotFormat.Read(file).Input).Ranked).Select(one => one.Score)
            .SelectMany(score => new[] { score.ToString("0.00", CultureInfo.InvariantCulture), score.ToString("0.00", CultureInfo.GetCultureInfo("vi-VN")) }).Distinct().ToList();
        Assert.InRange(scores.Count, 50, 500);
        var walk = await PublicWalk.OfAsync(app);
        var pages = walk.Read.Where(page => page.Key is "/" or "/sitemap.xml" || page.Key.StartsWith("/recognised", StringComparison.Ordinal) || page.Key.StartsWith("/open-data/recognised-products", StringComparison.Ordinal)).ToList();
        Assert.InRange(pages.Count, 100, 1000);
        Guard.None(from score in scores from page in pages where page.Value.Contains(score, StringComparison.Ordinal) select $"{page.Key}: {score}");
    }

    [Fact]
    public async Task A_search_finds_what_is_published_and_nothing_else()
    {
        var visitor = app.Visitor("en");
        var secrets = (await app.ReadAsync(db => db.Nominations.Where(one => one.Programme.Year == 2026).Select(one => one.Product.Vietnamese).ToListAsync())).Intersect(await SecretsAsync()).Take(5).ToList();
        Assert.Equal(5, secrets.Count);
        foreach (var name in secrets.Append("chưa công bố 4713").Append(Person).Append("0100112437"))
        {
            var page = await visitor.OpenAsync($"/recognised?q={Uri.EscapeDataString(name)}");
            Assert.Equal("Found: 0", page.TextAt("#products"));
        }

        var one = await app.ReadAsync(db => db.Certificates.Where(certificate => certificate.Year == 2025 && certificate.Kind == CertificateKind.Recognition).Select(certificate => certificate.Product.Vietnamese).FirstAsync());
        Assert.Contains(one, (await app.Visitor().OpenAsync($"/recognised?q={Uri.EscapeDataString(SearchText.Fold(one))}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unpublished_year_and_an_unrecognised_product_answer_as_what_never_was()
    {
        var visitor = app.Visitor();
        var refused = await app.ReadAsync(db => db.Nominations.Where(one => one.Programme.Year == 2025 && one.Status == NominationStatus.Rejected).Select(one => one.Number).FirstAsync());
        var never = await visitor.OpenAsync("/recognised/1999");
        foreach (var address in new[] { "/recognised/2026", "/recognised/2026/1", $"/recognised/2025/{refused}", "/recognised/2019", "/recognised/businesses/9999", "/statistics/2026", "/consultation/2026" })
        {
            var page = await visitor.OpenAsync(address);
            Assert.Equal((HttpStatusCode.NotFound, never.Text), (page.Status, page.Text));
        }
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    // Names, codes, people and figures of everything that is stored, without what stands in a published list.
    private Task<List<string>> SecretsAsync() => app.ReadAsync(async db =>
    {
        var open = (await db.PublishedYears().Select(one => one.Id).ToListAsync()).ToHashSet();
        var snapshots = await db.Snapshots.Where(one => open.Contains(one.ProgrammeId)).Select(one => new { one.ProgrammeId, one.Content }).ToListAsync();
        var recognised = snapshots.SelectMany(one => Ranking.Of(SnapshotFormat.Read(one.Content).Input).Ranked.Where(ranked => ranked.Recognised).Select(ranked => (one.ProgrammeId, ranked.Number))).ToHashSet();
        var nominations = await db.Nominations.Include(one => one.Business).Include(one => one.Figures).AsNoTracking().ToListAsync();
        var shown = nominations.Where(one => recognised.Contains((one.ProgrammeId, one.Number))).ToList();
        var published = shown.SelectMany(one => new[] { one.Product.Vietnamese, one.Product.English, one.Business.Name.Vietnamese, one.Business.Name.English }).OfType<string>().Distinct().ToList();
        var businesses = await db.Businesses.AsNoTracking().Unmerged().Include(one => one.Figures).ToListAsync();
        var names = nominations.SelectMany(one => new[] { one.Product.Vietnamese, one.Product.English })
            .Concat(businesses.SelectMany(one => new[] { one.Name.Vietnamese, one.Name.English })).OfType<string>().Distinct()
            .Where(name => !published.Exists(one => one.Contains(name, StringComparison.OrdinalIgnoreCase)));
        // A sum over one business is kept back, so no figure of one stands anywhere, to the đồng or the cent.
        var figures = nominations.SelectMany(one => one.Figures).Where(one => one.Revenue > 1_000_000_000).Select(one => one.Revenue!.Value)
            .Concat(businesses.SelectMany(one => one.Figures).Where(one => one.Revenue > 1_000_000_000).Select(one => one.Revenue!.Value)).Distinct()
            .SelectMany(one => new[] { one.ToString(CultureInfo.InvariantCulture), one.ToString("N0", CultureInfo.GetCultureInfo("vi-VN")), one.ToString("N0", CultureInfo.InvariantCulture) });
        var people = (await db.Judges.Select(one => one.Name).ToListAsync()).Concat(await db.Users.Select(one => one.Email!).ToListAsync()).Concat(await db.Users.Select(one => one.FullName).ToListAsync());
        var codes = businesses.Select(one => one.TaxCode).OfType<string>();
        return names.Concat(figures).Concat(people).Concat(codes).Concat(Planted).Concat(["công bố 4713", "kín 4713", "4713471300000000", "0100112437"]).Where(one => one.Length > 3).Distinct().ToList();
    });
}
