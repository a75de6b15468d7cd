using System.IO.Compression;
using System.Text;
using KeyProducts.BrowserTests.Support;
using Microsoft.Playwright;

namespace KeyProducts.BrowserTests;

/// <summary>
/// The walk that everything is for: a judge signs in, scores a product and submits the sheet; an officer ranks the year and downloads
/// the recognition list. In both languages, and without script.
/// </summary>
[Collection(nameof(Chromium))]
public sealed class WalkTests(Chromium chromium)
{
    [Theory]
    [InlineData("vi", true)]
    [InlineData("en", true)]
    [InlineData("vi", false)]
    [InlineData("en", false)]
    public async Task A_judge_scores_and_an_officer_publishes(string language, bool script)
    {
        await using var app = new RunningApp();
        await using (var judge = await chromium.SignedInAsync(app, "judge1", language, script: script))
        {
            await ScoreAsync(judge.Page, language);
            Assert.Empty(judge.Complaints);
        }

        await using var officer = await chromium.SignedInAsync(app, "officer", language, script: script);
        await RankAsync(officer.Page, language);
        await DownloadAsync(officer.Page);
        await officer.SignOutAsync();
        Assert.Empty(officer.Complaints);
    }

    // Leaves the first mark out at first: saved all the same, and not submitted.
    private static async Task ScoreAsync(IPage page, string language)
    {
        await page.ClickAsync("nav.main-nav a[href='/judging']");
        await page.ClickAsync("a[href='/programmes/2026/judging/14'] >> nth=0");
        var marks = page.Locator("#marks input[data-mark]");
        var count = await marks.CountAsync();
        Assert.Equal(9, count);
        for (var place = 1; place < count; place++)
        {
            await marks.Nth(place).FillAsync(place % 2 == 0 ? "5" : language == "vi" ? "4,5" : "4.5");
        }

        await page.ClickAsync("#marks button[name=Then]");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/programmes/2026/judging/14"));
        await Assertions.Expect(page.Locator("main [role=alert]")).ToBeVisibleAsync();
        await Assertions.Expect(marks.Nth(1)).ToHaveValueAsync(language == "vi" ? "4,5" : "4.5");

        await marks.Nth(0).FillAsync("6");
        await page.ClickAsync("#marks button[name=Then]");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(language == "vi" ? "Nộp phiếu này?" : "Submit this sheet?");
        await page.ClickAsync("main form button.main");
        await page.GotoAsync("/programmes/2026/judging/14");
        await Assertions.Expect(page.Locator("#state")).ToContainTextAsync(language == "vi" ? "ĐÃ NỘP" : "SUBMITTED");
        await Assertions.Expect(marks).ToHaveCountAsync(0);
    }

    private static async Task RankAsync(IPage page, string language)
    {
        await page.ClickAsync("nav.main-nav a[href='/programmes']");
        await page.ClickAsync("main a[href='/programmes/2025']");
        await page.ClickAsync("nav.year-nav a[href='/programmes/2025/ranking']");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Assertions.Expect(page.Locator("main tr.gold")).ToHaveCountAsync(10);
    }

    private static async Task DownloadAsync(IPage page)
    {
        await page.ClickAsync("nav.year-nav a[href='/programmes/2025/recognition']");
        var (name, excel) = await FileAsync(page, "excel");
        Assert.Equal("san-pham-cong-nghiep-chu-luc-2025.xlsx", name);
        using var book = new ZipArchive(new MemoryStream(excel));
        Assert.Contains(book.Entries, entry => entry.FullName == "xl/workbook.xml");
        (name, var pdf) = await FileAsync(page, "pdf");
        Assert.Equal("san-pham-cong-nghiep-chu-luc-2025.pdf", name);
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(pdf, 0, 8), StringComparison.Ordinal);
        Assert.True(pdf.Length > 10_000, $"The PDF has {pdf.Length} bytes.");
    }

    private static async Task<(string Name, byte[] Content)> FileAsync(IPage page, string format)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync($"p.downloads a[href$='/recognition/{format}']"));
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync()));
    }
}
