using KeyProducts.BrowserTests.Support;
using Microsoft.Playwright;

namespace KeyProducts.BrowserTests;

/// <summary>Pictures of the pages that are printed, under <c>artifacts/</c>, for people to look at.</summary>
[Collection(nameof(Chromium))]
public sealed class PictureTests(Chromium chromium)
{
    [Theory]
    [InlineData("officer", "/programmes/2025/ranking", "ranking")]
    [InlineData("officer", "/programmes/2025/recognition", "recognition")]
    [InlineData("judge1", "/programmes/2026/judging/14", "sheet")]
    public async Task What_is_printed_has_no_menu(string who, string address, string name)
    {
        await using var person = await chromium.SignedInAsync(chromium.App, who);
        await person.Page.GotoAsync(address);
        await person.PictureAsync(name);
        await person.Page.SetViewportSizeAsync(390, 844);
        await person.PictureAsync(name + "-390");
        await person.Page.SetViewportSizeAsync(1280, 900);
        await person.PrintAsync(name);
        await person.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(person.Page.Locator("nav.main-nav")).ToBeHiddenAsync();
        await Assertions.Expect(person.Page.Locator("h1")).ToBeVisibleAsync();
        await person.PictureAsync(name + "-print");
    }
}
