using Deque.AxeCore.Playwright;
using KeyProducts.BrowserTests.Support;
using Microsoft.Playwright;

namespace KeyProducts.BrowserTests;

/// <summary>Every page that can be reached, for each role: nothing for axe to find, nothing wider than a phone, no complaint of the browser.</summary>
[Collection(nameof(Chromium))]
public sealed class AccessibilityTests(Chromium chromium)
{
    private static readonly (int Width, ColorScheme Scheme)[] Looks =
        [(1280, ColorScheme.Light), (1280, ColorScheme.Dark), (390, ColorScheme.Dark), (390, ColorScheme.Light)];

    [Theory]
    [InlineData(null)]
    [InlineData("admin")]
    [InlineData("judge1")]
    [InlineData("auditor")]
    public async Task Nothing_is_wrong_with_any_page(string? who)
    {
        await using var person = await chromium.SignedInAsync(chromium.App, who);
        var wrong = new List<string>();
        var pages = 0;
        await Reachable.WalkAsync(person, async address =>
        {
            pages++;
            foreach (var (width, scheme) in Looks)
            {
                await person.Page.SetViewportSizeAsync(width, 900);
                await person.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                var found = await person.Page.RunAxe();
                wrong.AddRange(found.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{address} at {width}, {scheme}: {violation.Id} ({violation.Help}): {node.Html}")));
                wrong.AddRange(await TooWideAsync(person.Page, address, width));
            }
        });

        wrong.AddRange(person.Complaints);
        Assert.True(wrong.Count == 0, $"{wrong.Count} found on {pages} pages:\n" + string.Join('\n', wrong.Distinct()));
    }

    private static async Task<IEnumerable<string>> TooWideAsync(IPage page, string address, int width)
    {
        var needed = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        return needed > width ? [$"{address} at {width}: needs {needed} pixels"] : [];
    }
}
