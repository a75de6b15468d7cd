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
    public async Task A_visitor_finds_a_product_and_checks_a_certificate_without_a_mouse_and_sees_where_the_focus_is()
    {
        await using var visitor = await chromium.SignedInAsync(chromium.App, null);
        var page = visitor.Page;
        await page.GotoAsync("/");
        await TabToAsync(page, "main input[name=q]");
        await page.Keyboard.TypeAsync("sua tuoi");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/recognised?q=sua*");
        await TabToAsync(page, "main a[href^='/recognised/20']");

        await page.GotoAsync("/");
        await TabToAsync(page, "main input[name=number]");
        await page.Keyboard.TypeAsync("2025-0001");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/check/2025-0001");
    }

    // Presses Tab until the focus is there; what has it is outlined.
    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var stop = 1; stop <= 40; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (isThere, isSeen) = (
                await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector),
                await page.EvaluateAsync<bool>("() => parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 2"));
            Assert.True(isSeen, $"{selector}, stop {stop}: nobody sees the focus.");
            if (isThere)
            {
                return;
            }
        }

        Assert.Fail($"{selector} is not reached by 40 stops.");
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
