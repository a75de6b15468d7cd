using System.Globalization;
using System.Net.Mime;
using System.Text;
using System.Xml.Linq;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports.Public;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Public;

/// <summary>What search engines are told: what they may read, and which addresses there are.</summary>
public static class SearchEngines
{
    /// <summary>The beginnings of the addresses that ask for a sign-in, are of one person, or only act. They would find nothing there.</summary>
    public static readonly IReadOnlyList<string> Private =
    [
        "/account", "/backups", "/businesses", "/comment-files", "/consultation/receipt", "/error", "/evidence", "/health", "/history", "/judging", "/language", "/mail", "/comments", "/past-years",
        "/personal-data", "/programmes", "/recognitions", "/scans", "/search", "/statistics/growth", "/users",
    ];

    /// <summary>Public pages that are always there.</summary>
    public static readonly IReadOnlyList<string> Standing = ["/", "/recognised", "/consultation", "/statistics", "/open-data", "/check", "/verify", "/privacy"];

    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9", Html = "http://www.w3.org/1999/xhtml";

    /// <summary>The two files.</summary>
    public static void MapSearchEngines(this IEndpointRouteBuilder app)
    {
        app.MapGet("/robots.txt", (SiteAddress site) => TypedResults.Text(Robots(site), MediaTypeNames.Text.Plain, Encoding.UTF8)).AllowAnonymous().CacheOutput(PublicCache.Policy);
        app.MapGet("/sitemap.xml", async (AppDbContext db, RecognisedYears recognised, SiteAddress site) =>
            TypedResults.Text(await SitemapAsync(db, recognised, site), MediaTypeNames.Application.Xml, Encoding.UTF8)).AllowAnonymous().CacheOutput(PublicCache.Policy);
    }

    private static string Robots(SiteAddress site)
    {
        var text = new StringBuilder("User-agent: *\n");
        foreach (var address in Private)
        {
            text.Append(CultureInfo.InvariantCulture, $"Disallow: {address}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"\nSitemap: {site.Of("/sitemap.xml")}\n").ToString();
    }

    private static async Task<string> SitemapAsync(AppDbContext db, RecognisedYears recognised, SiteAddress site)
    {
        var years = await recognised.AllAsync();
        var asked = await db.YearsInConsultation().Select(programme => programme.Year).ToListAsync();
        var entries = years.SelectMany(year => year.Entries).ToList();
        List<(string Address, DateTime? Since)> addresses =
        [
            .. Standing.Select(address => (address, (DateTime?)null)),
            .. asked.Select(year => ($"/consultation/{year}", (DateTime?)null)),
            .. years.Select(year => ($"/recognised/{year.Year}", year.Own?.PublishedAt)),
            .. years.Select(year => ($"/statistics/{year.Year}", (DateTime?)null)),
            .. entries.Where(entry => entry.Own is not null).Select(entry => (entry.Address!, (DateTime?)null)),
            .. entries.Select(entry => entry.BusinessNumber).OfType<int>().Distinct().Order().Select(number => ($"/recognised/businesses/{number}", (DateTime?)null)),
        ];
        var file = new XDocument(new XDeclaration("1.0", "utf-8", null), new XElement(
            Map + "urlset",
            new XAttribute(XNamespace.Xmlns + "xhtml", Html),
            addresses.SelectMany(one => Described(site, one.Address, one.Since))));
        return $"{file.Declaration}\n{file}\n";
    }

    // Each language has an address of its own, and each names both.
    private static IEnumerable<XElement> Described(SiteAddress site, string address, DateTime? since)
    {
        var (vietnamese, english) = (site.Of(address), site.Of($"{address}?{Languages.Query}=en"));
        return new[] { vietnamese, english }.Select(location => new XElement(
            Map + "url",
            new XElement(Map + "loc", location),
            since is null ? null : new XElement(Map + "lastmod", since.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            Alternate("vi", vietnamese),
            Alternate("en", english)));
    }

    private static XElement Alternate(string language, string address) =>
        new(Html + "link", new XAttribute("rel", "alternate"), new XAttribute("hreflang", language), new XAttribute("href", address));
}
