using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Pages;

/// <summary>What a visitor's browser must fetch before it has a page: everything counts, fonts too.</summary>
public sealed partial class WeightTests(EveryStage every) : IClassFixture<EveryStage>
{
    private const int MostBytes = 100_000, MostRequests = 15;

    private readonly TestApp app = every.App;

    public static readonly TheoryData<string> Addresses = new("/", "/recognised", "/recognised/2025", "/recognised/2025/20", "/recognised/businesses/1", "/consultation", "/consultation/2028", "/statistics", "/statistics/2025", "/check", "/check/2025-0001", "/verify", "/account/sign-in");

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task No_page_of_visitors_weighs_more_than_100_kB_or_takes_more_than_15_requests(string address)
    {
        foreach (var language in new[] { "vi", "en" })
        {
            var visitor = app.Visitor(language);
            var page = await visitor.OpenAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            var parts = new SortedDictionary<string, long>(StringComparer.Ordinal) { [address] = await WeightAsync(visitor, address) };
            foreach (var asset in AssetsOf(page))
            {
                parts[asset] = await WeightAsync(visitor, asset);
            }

            // The fonts of public.css: each weight that stands on the page, in its Latin and its Vietnamese half.
            var style = await (await visitor.GetAsync(AssetsOf(page).Single(one => one.StartsWith("/public.css", StringComparison.Ordinal)))).Content.ReadAsStringAsync();
            foreach (var font in FontFile().Matches(style).Select(match => "/" + match.Groups[1].Value).Distinct())
            {
                parts[font] = await WeightAsync(visitor, font);
            }

            var listed = string.Join('\n', parts.Select(part => $"{part.Value,7} {part.Key}"));
            Assert.True(parts.Count <= MostRequests, $"{parts.Count} requests:\n{listed}");
            Assert.True(parts.Values.Sum() <= MostBytes, $"{parts.Values.Sum()} bytes:\n{listed}");
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task No_script_holds_up_a_page_and_every_picture_has_its_size(string address)
    {
        var page = await app.Visitor().OpenAsync(address);
        Guard.None(page.Document.QuerySelectorAll("script").Where(script => script.GetAttribute("type") != "module" && !script.HasAttribute("defer")).Select(script => script.OuterHtml));
        Guard.None(page.Document.QuerySelectorAll("img").Where(picture => picture.GetAttribute("width") is null || picture.GetAttribute("height") is null).Select(picture => picture.OuterHtml));
        Guard.None(page.Document.QuerySelectorAll("svg").Where(drawing => drawing.GetAttribute("viewBox") is null).Select(drawing => drawing.OuterHtml));
        Guard.None(page.Document.QuerySelectorAll("[src^=http], link[rel=stylesheet][href^=http]").Select(element => element.OuterHtml));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Pages_that_are_only_read_set_no_cookie(string address)
    {
        using var answer = await app.Visitor().GetAsync(address);
        if (address is "/verify" or "/account/sign-in")
        {
            // Their forms carry a token.
            Assert.Single(answer.Headers.GetValues("Set-Cookie"));
            return;
        }

        Assert.False(answer.Headers.Contains("Set-Cookie"), address);
    }

    private static IEnumerable<string> AssetsOf(Page page) =>
        page.Document.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=preload]").Select(link => link.GetAttribute("href")!)
            .Concat(page.Document.QuerySelectorAll("script[src], img[src]").Select(element => element.GetAttribute("src")!)).Distinct();

    private static async Task<long> WeightAsync(Visitor visitor, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var answer = await visitor.SendAsync(request);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {(int)answer.StatusCode}");
        var content = await answer.Content.ReadAsByteArrayAsync();
        if (Path.GetExtension(address.Split('?')[0]) is not (".css" or ".js"))
        {
            return content.LongLength;
        }

        // A published program sends its styles and scripts packed; one in development calls them packed and leaves them as they are.
        using var packed = new MemoryStream();
        await using (var pack = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await using var unpacked = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
            await unpacked.CopyToAsync(pack);
        }

        return packed.Length;
    }

    [GeneratedRegex("""url\("(fonts/[^"]+)"\)""")]
    private static partial Regex FontFile();
}
