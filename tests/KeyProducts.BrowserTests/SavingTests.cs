using KeyProducts.BrowserTests.Support;
using KeyProducts.Tests.Support;
using Microsoft.Playwright;

namespace KeyProducts.BrowserTests;

/// <summary>Whatever happens between a judge and the server: no mark is lost, and it is always told what is saved.</summary>
[Collection(nameof(Chromium))]
public sealed class SavingTests(Chromium chromium)
{
    private const string Sheet = "/programmes/2026/judging/14";

    [Fact]
    public async Task The_network_is_cut_for_a_while_and_the_server_killed_and_restarted_no_mark_is_lost()
    {
        await using var app = new AppProcess();
        await app.StartAsync();
        await using var judge = await chromium.PersonAsync(app.Address);
        await judge.SignInAsync("judge1");
        var page = judge.Page;
        await page.GotoAsync(Sheet);
        var marks = page.Locator("#marks [data-mark]");
        await TypeAsync(marks.Nth(0), "7,5");
        await SavedAsync(page);

        // The cable is pulled.
        await page.Context.SetOfflineAsync(true);
        await TypeAsync(marks.Nth(1), "12");
        await TypeAsync(marks.Nth(2), "6,5");
        await Assertions.Expect(page.Locator("#trouble")).ToContainTextAsync("Không kết nối được máy chủ");
        await Assertions.Expect(page.Locator("[data-saving]")).ToHaveTextAsync("Chưa lưu: 2 mục đang chờ trong trình duyệt này");
        await page.Context.SetOfflineAsync(false);
        await SavedAsync(page);
        await Assertions.Expect(page.Locator("#trouble")).ToBeHiddenAsync();

        // The server dies while a mark is on its way, its answer unheard; the judge goes on typing.
        var cut = false;
        await page.RouteAsync("**/*handler=Changes", async route =>
        {
            if (!cut)
            {
                cut = true;
                await route.FetchAsync();
                await app.KillAsync();
                await route.AbortAsync();
            }
            else
            {
                await route.ContinueAsync();
            }
        });
        await TypeAsync(marks.Nth(3), "5");
        await Assertions.Expect(page.Locator("#trouble")).ToBeVisibleAsync();
        await TypeAsync(marks.Nth(3), "5,5");
        await TypeAsync(marks.Nth(4), "9");
        await TypeAsync(page.Locator("[name='Input.Remark']"), "Gõ khi máy chủ tắt");
        await Assertions.Expect(page.Locator("[data-saving]")).ToHaveTextAsync("Chưa lưu: 3 mục đang chờ trong trình duyệt này");
        await app.StartAsync();
        await page.ClickAsync("#trouble [data-again]");
        await SavedAsync(page);
        await Assertions.Expect(page.Locator(".conflict")).ToHaveCountAsync(0);

        await app.KillAsync();
        await TypeAsync(marks.Nth(5), "14");
        await Assertions.Expect(page.Locator("#trouble")).ToBeVisibleAsync();
        // The window is closed with a mark unsaved, and the list tells of it when it is opened again.
        await page.CloseAsync(new PageCloseOptions { RunBeforeUnload = false });
        await app.StartAsync();
        var again = await page.Context.NewPageAsync();
        await again.GotoAsync("/judging");
        await Assertions.Expect(again.Locator("[data-waiting]")).ToContainTextAsync("Phiếu số 14 năm 2026: 1 mục đang chờ");
        await again.ClickAsync("[data-waiting] a");
        await SavedAsync(again);
        await again.GotoAsync("/judging");
        await Assertions.Expect(again.Locator("[data-waiting]")).ToBeHiddenAsync();
        await again.GotoAsync(Sheet);
        Assert.Equal(["7,5", "12", "6,5", "5,5", "9", "14", "", "", ""], await ValuesAsync(again));
        await Assertions.Expect(again.Locator("[name='Input.Remark']")).ToHaveValueAsync("Gõ khi máy chủ tắt");
    }

    [Fact]
    public async Task The_sign_in_ends_in_the_middle_no_mark_is_lost_and_nobody_else_sees_them()
    {
        await using var app = new RunningApp();
        await using var judge = await chromium.SignedInAsync(app, "judge1");
        var page = judge.Page;
        await page.GotoAsync(Sheet);
        var marks = page.Locator("#marks [data-mark]");
        await TypeAsync(marks.Nth(0), "7,5");
        await SavedAsync(page);
        await page.Context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Name = "KeyProducts.SignIn" });
        await TypeAsync(marks.Nth(0), "8");
        await TypeAsync(marks.Nth(1), "13");
        await Assertions.Expect(page.Locator("#trouble")).ToContainTextAsync("Bạn đã bị đăng xuất; điểm của bạn được giữ trong trình duyệt này (2 mục đang chờ).");
        await LookAsync(page);

        // Somebody else signs in first: they neither see nor send anything of it.
        var other = await page.Context.NewPageAsync();
        await new Person(other).SignInAsync("judge3");
        await other.GotoAsync("/judging");
        await Assertions.Expect(other.Locator("[data-waiting]")).ToBeHiddenAsync();
        await other.GotoAsync(Sheet);
        Assert.All(await ValuesAsync(other), value => Assert.NotEqual("13", value));
        await Assertions.Expect(other.Locator("#trouble")).ToBeHiddenAsync();
        await page.ClickAsync("#marks [data-mark] >> nth=2");
        await TypeAsync(marks.Nth(2), "4");
        await Assertions.Expect(page.Locator("#trouble")).ToContainTextAsync("Người khác đã đăng nhập trên trình duyệt này");
        await new Person(other).SignOutAsync();
        await other.CloseAsync();

        // The same judge again, who meanwhile marked the first criterion on another device.
        await using (var device = await chromium.SignedInAsync(app, "judge1"))
        {
            await device.Page.GotoAsync(Sheet);
            await TypeAsync(device.Page.Locator("#marks [data-mark]").Nth(0), "6");
            await SavedAsync(device.Page);
        }

        await page.ClickAsync("#trouble [data-sign-in]");
        await page.FillAsync("[name='Input.Email']", "judge1@demo.local");
        await page.FillAsync("[name='Input.Password']", RunningApp.Password);
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync("**" + Sheet);
        await Assertions.Expect(page.Locator("#criterion-1 .conflict")).ToContainTextAsync("đã lưu 6 lúc 22/11/2026 10:00:00; bạn nhập 8");
        await Assertions.Expect(marks.Nth(1)).ToHaveValueAsync("13");
        await page.ClickAsync("#criterion-1 .conflict button >> nth=0");
        await SavedAsync(page);
        await page.ReloadAsync();
        Assert.Equal(["8", "13", "4"], (await ValuesAsync(page))[..3]);
        Assert.Equal(0, await page.EvaluateAsync<int>("() => localStorage.length"));
    }

    [Fact]
    public async Task Of_two_windows_each_asks_mark_by_mark()
    {
        await using var app = new RunningApp();
        await using var first = await chromium.SignedInAsync(app, "judge1", "en");
        await using var second = await chromium.SignedInAsync(app, "judge1", "en");
        await first.Page.GotoAsync(Sheet);
        await second.Page.GotoAsync(Sheet);
        var (one, two) = (first.Page.Locator("#marks [data-mark]"), second.Page.Locator("#marks [data-mark]"));
        await LookAsync(first.Page);
        await TypeAsync(one.Nth(0), "7");
        await TypeAsync(one.Nth(1), "12");
        await TypeAsync(one.Nth(2), "3");
        await SavedAsync(first.Page, "Saved");
        await LookAsync(first.Page);

        // Two at once, before the page has heard of the other window.
        await second.Page.EvaluateAsync("""
            () => [['8', 0], ['11', 1]].forEach(([text, place]) => {
                const input = document.querySelectorAll('#marks [data-mark]')[place];
                input.value = text;
                input.dispatchEvent(new Event('input', { bubbles: true }));
            })
            """);
        await TypeAsync(two.Nth(4), "9");
        var conflicts = second.Page.Locator(".conflict");
        await Assertions.Expect(conflicts).ToHaveCountAsync(2);
        await Assertions.Expect(conflicts.Nth(0)).ToContainTextAsync("Another window or device saved 7 at 22/11/2026 10:00:00; you typed 8.");
        await Assertions.Expect(second.Page.Locator("[data-saving]")).ToHaveTextAsync("Not saved: 2 for you to look at");
        // What the other window wrote elsewhere stands here too.
        await Assertions.Expect(two.Nth(2)).ToHaveValueAsync("3");
        await LookAsync(second.Page);
        await conflicts.Nth(0).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Keep mine: 8" }).ClickAsync();
        await Assertions.Expect(conflicts).ToHaveCountAsync(1);
        await conflicts.Nth(0).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Take 12" }).ClickAsync();
        await SavedAsync(second.Page, "Saved");
        Assert.Equal(["8", "12", "3", "", "9"], (await ValuesAsync(second.Page))[..5]);

        await TypeAsync(one.Nth(3), "99");
        await Assertions.Expect(first.Page.Locator("#criterion-4 .error")).ToHaveTextAsync("The mark must lie between 0 and 10.");
        await LookAsync(first.Page);
        await TypeAsync(one.Nth(3), "9.5");
        await SavedAsync(first.Page, "Saved");
        await first.Page.ReloadAsync();
        Assert.Equal(["8", "12", "3", "9.5", "9"], (await ValuesAsync(first.Page))[..5]);
        Assert.Empty(first.Complaints);
        Assert.Empty(second.Complaints);
    }

    // As a person does: what stands there is replaced, and the field is left.
    private static async Task TypeAsync(ILocator field, string text)
    {
        await field.ClickAsync();
        await field.FillAsync(text);
        await field.BlurAsync();
    }

    private static Task SavedAsync(IPage page, string word = "Đã lưu") =>
        Assertions.Expect(page.Locator("[data-saving].saved")).ToContainTextAsync(word, new LocatorAssertionsToContainTextOptions { Timeout = 10_000 });

    private static async Task<string[]> ValuesAsync(IPage page) =>
        await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('#marks [data-mark]')].map(input => input.value)");

    private static async Task LookAsync(IPage page)
    {
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await Axe.AddAsync(page);
            Assert.Empty(await Axe.FindAsync(page));
        }
    }
}
