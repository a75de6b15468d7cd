using System.Net;
using System.Xml.Linq;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Pages.Public;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Pages;

/// <summary>What search engines are told.</summary>
public sealed class SearchEngineTests(EveryStage every) : IClassFixture<EveryStage>
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private readonly TestApp app = every.App;

    [Fact]
    public async Task The_sitemap_names_only_pages_that_a_visitor_opens_and_that_may_be_indexed_each_in_both_languages()
    {
        var visitor = app.Visitor();
        using var answer = await visitor.GetAsync("/sitemap.xml");
        Assert.Equal("application/xml", answer.Content.Headers.ContentType!.MediaType);
        var locations = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Descendants(Map + "loc").Select(one => new Uri(one.Value)).ToList();
        Assert.Contains(locations, one => one.PathAndQuery == "/recognised/2025");
        Assert.Contains(locations, one => one.PathAndQuery == "/recognised/2024?lang=en");
        Assert.Contains(locations, one => one.PathAndQuery == "/consultation/2028");
        Assert.DoesNotContain(locations, one => one.PathAndQuery.Contains("/2026", StringComparison.Ordinal) || one.PathAndQuery.Contains("/2027", StringComparison.Ordinal));
        var wrong = new List<string>();
        foreach (var location in locations)
        {
            Assert.Equal("http://localhost", location.GetLeftPart(UriPartial.Authority));
            var page = await visitor.OpenAsync(location.PathAndQuery);
            var language = location.Query.Length > 0 ? "en" : "vi";
            if (page.Status != HttpStatusCode.OK || page.Document.QuerySelector("meta[name=robots]") is not null || page.Document.QuerySelector("link[rel=canonical]")?.GetAttribute("href") != location.AbsoluteUri.TrimEnd('/') + (location.PathAndQuery == "/" ? "/" : "")
                || page.Document.DocumentElement.GetAttribute("lang") != language)
            {
                wrong.Add($"{location}: {(int)page.Status} {page.Document.QuerySelector("link[rel=canonical]")?.GetAttribute("href")}");
            }
        }

        Guard.None(wrong);
    }

    [Fact]
    public async Task Robots_are_kept_out_of_every_page_that_asks_for_a_sign_in_and_of_no_other()
    {
        var robots = (await app.Visitor().OpenAsync("/robots.txt")).Body;
        Assert.Contains("Sitemap: http://localhost/sitemap.xml", robots, StringComparison.Ordinal);
        var disallowed = robots.Split('\n').Where(line => line.StartsWith("Disallow: ", StringComparison.Ordinal)).Select(line => line["Disallow: ".Length..]).ToList();
        bool IsKeptOut(string address) => disallowed.Exists(one => address == one || address.StartsWith(one + "/", StringComparison.Ordinal));
        var pages = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => (Address: "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), IsOpen: endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)).Distinct().ToList();
        Assert.InRange(pages.Count, 100, 1000);
        Guard.None(pages.Where(page => !page.IsOpen && !IsKeptOut(page.Address)).Select(page => $"{page.Address} is not kept from robots"));
        Guard.None(pages.Where(page => page.IsOpen && IsKeptOut(page.Address) && !SearchEngines.Private.Where(one => one is "/account" or "/error" or "/language" or "/consultation/receipt").Any(one => page.Address.StartsWith(one, StringComparison.Ordinal)))
            .Select(page => $"{page.Address} is kept from robots"));
        Guard.None(SearchEngines.Standing.Where(IsKeptOut));
    }

    [Fact]
    public async Task A_page_describes_itself_and_names_its_two_languages()
    {
        var page = await app.Visitor("en").OpenAsync("/recognised/2025");
        Assert.Equal("The 35 products of 28 businesses that Hà Nội recognised as key industrial products in 2025, by industry.", page.At("meta[name=description]").GetAttribute("content"));
        Assert.Equal(page.At("meta[name=description]").GetAttribute("content"), page.At("meta[property='og:description']").GetAttribute("content"));
        Assert.Equal("http://localhost/recognised/2025?lang=en", page.At("link[rel=canonical]").GetAttribute("href"));
        Assert.Equal(
            ["vi http://localhost/recognised/2025", "en http://localhost/recognised/2025?lang=en", "x-default http://localhost/recognised/2025"],
            page.Document.QuerySelectorAll("link[rel=alternate]").Select(link => $"{link.GetAttribute("hreflang")} {link.GetAttribute("href")}"));
        // Results of a search are no page of their own, and what is for one person is none for an engine.
        foreach (var address in new[] { "/recognised?q=cap", "/account/sign-in" })
        {
            Assert.Equal("noindex", (await app.Visitor().OpenAsync(address)).At("meta[name=robots]").GetAttribute("content"));
        }
    }
}
