using System.Text;
using KeyProducts.BrowserTests.Support;
using Microsoft.Playwright;

namespace KeyProducts.BrowserTests;

/// <summary>Evidence is sent by a real browser: file by file with a script, in one form without it.</summary>
[Collection(nameof(Chromium))]
public sealed class UploadTests(Chromium chromium)
{
    private const string Home = "/programmes/2026/nominations/3/evidence";

    [Fact]
    public async Task Each_file_tells_how_it_went_and_one_that_broke_off_is_sent_again()
    {
        await using var app = new RunningApp();
        await using var officer = await chromium.SignedInAsync(app, "officer");
        var page = officer.Page;
        await ChooseAsync(page, Pdf("một.pdf"), File("rỗng.pdf", ""), File("ghi chú.txt", "x"), File("giả.pdf", "MZ"), Pdf("hai.pdf"));
        var rows = page.Locator(".uploads li");
        // What the server would refuse by size and ending is told before anything is sent.
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("rỗng, 0 byte");
        await Assertions.Expect(rows.Nth(2)).ToContainTextAsync("loại tệp không được nhận");

        var sent = 0;
        await page.RouteAsync("**/evidence/add", route => ++sent == 3 ? route.AbortAsync() : route.ContinueAsync());
        await page.ClickAsync("form[data-upload] button[type=submit]");
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("đã lưu");
        await Assertions.Expect(rows.Nth(3)).ToContainTextAsync("Tệp là một chương trình");
        await Assertions.Expect(rows.Nth(4)).ToContainTextAsync("Mất kết nối");
        await rows.Nth(4).Locator("button").ClickAsync();
        await Assertions.Expect(rows.Nth(4)).ToContainTextAsync("đã lưu");

        await LookAsync(page);
        await page.ClickAsync("[data-after] a");
        await Assertions.Expect(page.Locator("tbody a[href^='/evidence/']")).ToHaveTextAsync(["một.pdf", "hai.pdf"]);
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("tbody a[href^='/evidence/'] >> nth=0"));
        Assert.Equal("một.pdf", download.SuggestedFilename);
        await LookAsync(page);
        await page.ClickAsync("tbody a[href^='/programmes/'] >> nth=0");
        await LookAsync(page);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Good_files_lead_back_to_the_list(bool script)
    {
        await using var app = new RunningApp();
        await using var officer = await chromium.SignedInAsync(app, "officer", script: script);
        await ChooseAsync(officer.Page, Pdf("một.pdf"), Pdf("hai.pdf"));
        await officer.Page.ClickAsync("form[data-upload] button[type=submit]");
        await Assertions.Expect(officer.Page.Locator("tbody a[href^='/evidence/']")).ToHaveTextAsync(["một.pdf", "hai.pdf"]);
        Assert.Empty(officer.Complaints);
    }

    private static async Task LookAsync(IPage page)
    {
        await Axe.AddAsync(page);
        Assert.Empty(await Axe.FindAsync(page));
    }

    private static async Task ChooseAsync(IPage page, params FilePayload[] files)
    {
        await page.GotoAsync(Home);
        await page.SelectOptionAsync("[name='Input.Place']", "Brand");
        await page.FillAsync("[name='Input.Reason']", "Doanh nghiệp bổ sung");
        await page.SetInputFilesAsync("[name='Input.Files']", files);
    }

    private static FilePayload Pdf(string name) => File(name, $"%PDF-1.7\n{name}");

    private static FilePayload File(string name, string content) => new() { Name = name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(content) };
}
