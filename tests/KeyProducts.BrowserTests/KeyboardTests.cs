using KeyProducts.BrowserTests.Support;
using Microsoft.Playwright;

namespace KeyProducts.BrowserTests;

/// <summary>Without a mouse.</summary>
[Collection(nameof(Chromium))]
public sealed class KeyboardTests(Chromium chromium)
{
    [Fact]
    public async Task The_first_stop_leads_past_the_menu_to_the_content()
    {
        await using var officer = await chromium.SignedInAsync(chromium.App, "officer");
        await officer.Page.GotoAsync("/programmes/2025/nominations");
        await officer.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(officer.Page.Locator("a.skip")).ToBeFocusedAsync();
        await Assertions.Expect(officer.Page.Locator("a.skip")).ToBeInViewportAsync();
        await officer.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(officer.Page.Locator("main")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("/programmes/2026", ColorScheme.Light)]
    [InlineData("/programmes/2025/nominations", ColorScheme.Dark)]
    [InlineData("/programmes/2026/settings", ColorScheme.Light)]
    public async Task Whatever_has_the_focus_is_seen_to_have_it(string address, ColorScheme scheme)
    {
        await using var officer = await chromium.SignedInAsync(chromium.App, "officer");
        await officer.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await officer.Page.GotoAsync(address);
        for (var stop = 0; stop < 25; stop++)
        {
            await officer.Page.Keyboard.PressAsync("Tab");
            var unseen = await officer.Page.EvaluateAsync<string?>("""
                () => {
                    // Past the last stop the browser's own bar has the focus.
                    if (document.activeElement === document.body) return null;
                    const one = document.activeElement, look = getComputedStyle(one), box = one.getBoundingClientRect();
                    const outlined = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2;
                    return outlined && box.width > 0 && box.height > 0 ? null : one.outerHTML.slice(0, 120);
                }
                """);
            Assert.True(unseen is null, $"{address}, stop {stop + 1}: {unseen}");
        }
    }

    [Fact]
    public async Task A_slash_leads_to_the_search_unless_somebody_is_typing()
    {
        await using var officer = await chromium.SignedInAsync(chromium.App, "officer");
        await officer.Page.GotoAsync("/businesses");
        await officer.Page.FocusAsync("#q");
        await officer.Page.Keyboard.TypeAsync("a/b");
        await Assertions.Expect(officer.Page.Locator("#q")).ToHaveValueAsync("a/b");

        await officer.Page.FocusAsync("main");
        await officer.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(officer.Page.Locator("#search-everywhere")).ToBeFocusedAsync();
        await officer.Page.Keyboard.TypeAsync("2026/14");
        await officer.Page.Keyboard.PressAsync("Enter");
        await officer.Page.WaitForURLAsync("**/search?q=2026%2F14");
        await Assertions.Expect(officer.Page.Locator(".found li").First.Locator("mark").First).ToHaveTextAsync("2026/14");
    }
}
