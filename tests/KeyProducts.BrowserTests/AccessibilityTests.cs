using KeyProducts.BrowserTests.Support;
using Microsoft.Playwright;

namespace KeyProducts.BrowserTests;

/// <summary>
/// Every page that can be reached by links, for each kind of user, light and dark, on a screen and on a phone: nothing for axe to find,
/// nothing wider than the window, no complaint of the browser.
/// </summary>
[Collection(nameof(Chromium))]
public sealed class AccessibilityTests(Chromium chromium)
{
    // What can differ between looks of the same page; everything else is asked once.
    private static readonly string[] OfColour = ["color-contrast", "link-in-text-block"];
    private static readonly string[] OfSize = ["color-contrast", "target-size", "scrollable-region-focusable", "label", "link-name", "button-name"];

    [Theory]
    [InlineData(null, 2)]
    [InlineData("admin", 30)]
    [InlineData("judge1", 5)]
    public async Task Nothing_is_wrong_with_any_page(string? who, int atLeast)
    {
        await using var person = await chromium.SignedInAsync(chromium.App, who);
        var wrong = new List<string>();
        var pages = 0;
        await Reachable.WalkAsync(person, async address =>
        {
            pages++;
            await Axe.AddAsync(person.Page);
            await LookAsync(1280, ColorScheme.Light);
            await LookAsync(1280, ColorScheme.Dark, OfColour);
            await LookAsync(390, ColorScheme.Dark, OfColour);
            await LookAsync(390, ColorScheme.Light, OfSize);

            async Task LookAsync(int width, ColorScheme scheme, params string[] rules)
            {
                await person.Page.SetViewportSizeAsync(width, 900);
                await person.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                wrong.AddRange((await Axe.FindAsync(person.Page, rules)).Select(found => $"{address} at {width}, {scheme}: {found}"));
                var needed = await person.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
                wrong.AddRange(needed > width ? [$"{address} at {width}: needs {needed} pixels"] : []);
            }
        });

        wrong.AddRange(person.Complaints);
        Assert.True(wrong.Count == 0, $"{wrong.Count} found on {pages} pages:\n" + string.Join('\n', wrong.Distinct()));
        Assert.True(pages >= atLeast, $"Only {pages} pages could be reached.");
    }

    [Fact]
    public async Task Axe_finds_what_is_wrong()
    {
        await using var person = await chromium.SignedInAsync(chromium.App, null);
        await person.Page.GotoAsync("/");
        await person.Page.EvaluateAsync("() => document.querySelector('main').insertAdjacentHTML('beforeend', '<input type=\"text\"><p class=\"pale\">mờ</p>')");
        await person.Page.EvaluateAsync("() => { const pale = document.querySelector('.pale').style; pale.color = '#ccc'; pale.background = '#fff'; }");
        await Axe.AddAsync(person.Page);
        var found = await Axe.FindAsync(person.Page);
        Assert.Contains(found, one => one.StartsWith("label ", StringComparison.Ordinal));
        Assert.Contains(found, one => one.StartsWith("color-contrast ", StringComparison.Ordinal));
    }
}
