using System.Globalization;
using System.Text.RegularExpressions;
using KeyProducts.BrowserTests.Support;
using Microsoft.Playwright;

namespace KeyProducts.BrowserTests;

/// <summary>A judge's day from the sign-in to the submitted sheet: by keyboard alone, with a thumb, and without script.</summary>
[Collection(nameof(Chromium))]
public sealed partial class JudgingDayTests(Chromium chromium)
{
    private const string Sheet = "/programmes/2026/judging/14";

    [Fact]
    public async Task A_judges_whole_day_by_keyboard_alone()
    {
        await using var app = new RunningApp();
        await using var judge = await chromium.PersonAsync(app);
        var (page, keys) = (judge.Page, judge.Page.Keyboard);
        await page.GotoAsync("/account/sign-in");
        await TabToAsync(page, "[name='Input.Email']");
        await keys.TypeAsync("judge1@demo.local");
        await keys.PressAsync("Tab");
        await keys.TypeAsync(RunningApp.Password);
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator("nav.main-nav")).ToBeVisibleAsync();
        await TabToAsync(page, "nav.main-nav a[href='/judging']");
        await keys.PressAsync("Enter");
        await page.WaitForURLAsync("**/judging");
        await TabToAsync(page, $"main td ~ th a[href='{Sheet}']");
        await keys.PressAsync("Enter");
        await page.WaitForURLAsync("**" + Sheet);
        await ListensAsync(page);

        var marks = page.Locator("#marks [data-mark]");
        await TabToAsync(page, "#marks [data-mark]");
        // A comma, a point, Tab and Enter, and the arrows by half a point.
        await keys.TypeAsync("7,5");
        await keys.PressAsync("Tab");
        await Assertions.Expect(marks.Nth(1)).ToBeFocusedAsync();
        await keys.TypeAsync("12.5");
        await keys.PressAsync("Enter");
        await Assertions.Expect(marks.Nth(2)).ToBeFocusedAsync();
        await keys.PressAsync("ArrowUp");
        await keys.PressAsync("ArrowUp");
        await keys.PressAsync("ArrowUp");
        await keys.PressAsync("ArrowDown");
        await Assertions.Expect(marks.Nth(2)).ToHaveValueAsync("1");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowDown");
        await Assertions.Expect(marks.Nth(2)).ToHaveValueAsync("0");
        await keys.PressAsync("Shift+Enter");
        await Assertions.Expect(marks.Nth(1)).ToBeFocusedAsync();
        await keys.PressAsync("Alt+Enter");
        await keys.TypeAsync("Quy mô lớn nhất ngành.");
        await keys.PressAsync("Escape");
        await Assertions.Expect(marks.Nth(1)).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[data-saving]")).ToContainTextAsync("Đã lưu 10:00:00");
        await Assertions.Expect(page.Locator("[data-total]")).ToHaveTextAsync("20");

        // Not complete yet: Ctrl+Enter says what is missing.
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("main [role=alert]")).ToContainTextAsync("6 tiêu chí chưa có điểm");
        var count = await marks.CountAsync();
        await ListensAsync(page);
        await TabToAsync(page, "#criterion-4 [data-mark]");
        for (var place = 3; place < count; place++)
        {
            await Assertions.Expect(marks.Nth(place)).ToBeFocusedAsync();
            await keys.TypeAsync("6");
            await keys.PressAsync("Enter");
        }

        await Assertions.Expect(page.Locator("#marks [data-submit]")).ToBeFocusedAsync();
        await keys.PressAsync("Control+Enter");
        await page.WaitForURLAsync("**/submit");
        await TabToAsync(page, "main form button.main");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#state")).ToContainTextAsync("ĐÃ NỘP");

        // On to the next one that is not done, and back.
        await ListensAsync(page);
        await keys.PressAsync("Alt+PageDown");
        await page.WaitForURLAsync(url => SheetAddress().IsMatch(url) && !url.EndsWith(Sheet, StringComparison.Ordinal));
        var second = page.Url;
        await ListensAsync(page);
        await keys.PressAsync("Alt+PageDown");
        await page.WaitForURLAsync(url => SheetAddress().IsMatch(url) && url != second);
        await ListensAsync(page);
        await keys.PressAsync("Alt+PageUp");
        await page.WaitForURLAsync(second);
        Assert.Empty(judge.Complaints);
    }

    [Fact]
    public async Task A_judges_whole_day_by_touch_on_a_phone()
    {
        await using var app = new RunningApp();
        await using var judge = await chromium.SignedInAsync(app, "judge1", width: 390);
        var page = judge.Page;
        await page.TapAsync("nav.main-nav a[href='/judging']");
        await page.TapAsync($"main th a[href='{Sheet}']");
        await page.WaitForURLAsync("**" + Sheet);
        await ListensAsync(page);
        await page.TapAsync("a.to-marks");
        var criteria = page.Locator(".criterion:has([data-mark])");
        var count = await criteria.CountAsync();
        for (var place = 0; place < count; place++)
        {
            var plus = criteria.Nth(place).Locator("[data-step-by='1']");
            var box = (await plus.BoundingBoxAsync())!;
            Assert.True(box.Width >= 44 && box.Height >= 44, $"The + of {place + 1} is {box.Width} × {box.Height}: too small for a thumb.");
            for (var taps = 0; taps < 3; taps++)
            {
                await plus.TapAsync();
            }

            await criteria.Nth(place).Locator("[data-step-by='-1']").TapAsync();
            await Assertions.Expect(criteria.Nth(place).Locator("[data-mark]")).ToHaveValueAsync("1");
        }

        Assert.Equal(390, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await Assertions.Expect(page.Locator("[data-total]")).ToHaveTextAsync(count.ToString(CultureInfo.InvariantCulture));
        await criteria.Nth(0).Locator("details.remark summary").TapAsync();
        await criteria.Nth(0).Locator("textarea").FillAsync("Nhận xét bằng ngón tay");
        await page.TapAsync("#marks [data-submit]");
        await page.WaitForURLAsync("**/submit");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Nhận xét bằng ngón tay");
        await page.TapAsync("main form button.main");
        await Assertions.Expect(page.Locator("#state")).ToContainTextAsync("ĐÃ NỘP");
        Assert.Empty(judge.Complaints);
    }

    [Fact]
    public async Task A_judges_whole_day_without_script()
    {
        await using var app = new RunningApp();
        await using var judge = await chromium.SignedInAsync(app, "judge1", script: false);
        var page = judge.Page;
        await page.ClickAsync("nav.main-nav a[href='/judging']");
        await page.ClickAsync($"main th a[href='{Sheet}']");
        var marks = page.Locator("#marks [data-mark]");
        await Assertions.Expect(page.Locator(".step").First).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("[data-saving]")).ToBeHiddenAsync();
        await marks.Nth(0).FillAsync("11");
        await marks.Nth(1).FillAsync("12,5");
        // Enter saves.
        await marks.Nth(1).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#errors")).ToContainTextAsync("Điểm phải từ 0 đến 10");
        await Assertions.Expect(marks.Nth(0)).ToHaveValueAsync("11");
        await marks.Nth(0).FillAsync("7.5");
        for (var place = 2; place < await marks.CountAsync(); place++)
        {
            await marks.Nth(place).FillAsync("6");
        }

        await page.ClickAsync("#marks button[name=Then]");
        await page.ClickAsync("main form button.main");
        await Assertions.Expect(page.Locator("#state")).ToContainTextAsync("ĐÃ NỘP");
        await page.ClickAsync("a[href$='/versions']");
        await Assertions.Expect(page.Locator("section h3")).ToContainTextAsync("Phiên bản 1");
        await page.ClickAsync("nav.main-nav a[href='/judging']");
        await page.ClickAsync("main .head a.button.main");
        await page.WaitForURLAsync(url => SheetAddress().IsMatch(url) && !url.EndsWith(Sheet, StringComparison.Ordinal));
        // The browser itself notes that a form was refused.
        Assert.All(judge.Complaints, complaint => Assert.Contains("400 (Bad Request)", complaint, StringComparison.Ordinal));
    }

    // The script says when it listens.
    private static Task ListensAsync(IPage page) => Assertions.Expect(page.Locator("#marks[data-ready]")).ToHaveCountAsync(1);

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var stop = 0; stop < 120; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement === document.querySelector(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{selector} cannot be reached with the Tab key.");
    }

    [GeneratedRegex(@"/programmes/2026/judging/\d+$")]
    private static partial Regex SheetAddress();
}
