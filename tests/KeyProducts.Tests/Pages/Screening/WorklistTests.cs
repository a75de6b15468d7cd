using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Pages.Screening;

public sealed class WorklistTests : IDisposable
{
    private const string Address = "/programmes/2027/screening";
    private static readonly DateTime Asked = new(2026, 11, 10, 3, 0, 0, DateTimeKind.Utc);

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Each_tab_has_its_dossiers_and_says_how_many()
    {
        await OpenAsync();
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync(Address);
        Assert.Equal(["Cần kiểm tra 2", "Đủ điều kiện chấp nhận 1", "Đã trả lại 2", "Quá hạn 1", "Đã quyết định 2", "Tất cả 7"], page.TextsAt("nav.tabs a"));
        foreach (var (tab, numbers) in new[] { ("tocheck", new[] { "1", "7" }), ("ready", ["2"]), ("returned", ["3", "4"]), ("overdue", ["3"]), ("decided", ["5", "6"]), ("all", ["1", "2", "3", "4", "5", "6", "7"]) })
        {
            Assert.Equal(numbers, Numbers(await officer.OpenAsync($"{Address}?tab={tab}")));
        }
    }

    [Fact]
    public async Task A_row_says_how_far_the_dossier_is_and_an_overdue_supplement_stands_out()
    {
        await OpenAsync();
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync($"{Address}?tab=all");
        Assert.Equal(["", "1", "Sản phẩm 01", "Công ty Cổ phần Đường Ế Ữ 01", "02/10/2026", "100", "0/2", "0", "", "", "Đã đăng ký"], Cells(page, 0));
        Assert.Equal(["", "3", "Sản phẩm 03", "Công ty Cổ phần Đường Ế Ữ 03", "04/10/2026", "100", "0/2", "0", "", "20/11/2026Quá hạn", "Trả lại để bổ sung"], Cells(page, 2));
        Assert.Equal(["7", "Sản phẩm 07", "Công ty Cổ phần Đường Ế Ữ 07", "08/10/2026", "96", "2/21 không đạt", "1", "Lê Quyết Thắng"], Cells(page, 6).Skip(1).Take(8));
        Assert.Equal("3", page.TextAt("tr.overdue td.number"));
    }

    [Fact]
    public async Task The_list_is_searched_sorted_and_in_the_readers_language()
    {
        await OpenAsync();
        var officer = await app.SignedInAsync("officer", "en");
        var page = await officer.OpenAsync($"{Address}?tab=all&q=duong+e+u+03");
        Assert.Equal(["3"], Numbers(page));
        Assert.Equal(("All 1", "To check 0"), (page.TextsAt("nav.tabs a")[5], page.TextsAt("nav.tabs a")[0]));
        Assert.Contains("Product 03", page.Text, StringComparison.Ordinal);
        Assert.Equal("Nothing on this tab fits the search.", (await officer.OpenAsync($"{Address}?tab=ready&q=duong+e+u+03")).TextAt(".empty"));

        page = await officer.OpenAsync($"{Address}?tab=all");
        page = await officer.OpenAsync(page.Document.QuerySelectorAll("thead a").Single(one => one.TextContent == "Open warnings").GetAttribute("href")!);
        Assert.Equal("7", Numbers(page)[^1]);
        page = await officer.OpenAsync(page.Document.QuerySelectorAll("thead a").Single(one => one.TextContent == "Open warnings").GetAttribute("href")!);
        Assert.Equal("7", Numbers(page)[0]);
        // Whoever owes nothing comes last both ways.
        Assert.Equal(["3", "4"], Numbers(await officer.OpenAsync($"{Address}?tab=all&sort=due")).Take(2));
        Assert.Equal(["4", "3"], Numbers(await officer.OpenAsync($"{Address}?tab=all&sort=-due")).Take(2));
    }

    [Fact]
    public async Task Rows_are_selected_together_without_script_and_only_what_is_registered_can_be()
    {
        await OpenAsync();
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync($"{Address}?tab=all");
        Assert.Equal(["1", "2", "7"], page.Document.QuerySelectorAll("input[name=n]").Select(box => box.GetAttribute("value")));
        page = await officer.OpenAsync(page.At("th.choose a").GetAttribute("href")!);
        Assert.Equal(3, page.Document.QuerySelectorAll("input[name=n][checked]").Length);
        Assert.StartsWith($"{Address}/return?n=1&n=2&n=7", (await officer.SubmitAsync(page.Form("form[data-worklist]"), "Trả lại để bổ sung…")).Address, StringComparison.Ordinal);
        Assert.StartsWith($"{Address}/accept?n=1&n=2&n=7", (await officer.SubmitAsync(page.Form("form[data-worklist]"), "Chấp nhận…")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_is_shown_page_by_page()
    {
        await ScreeningYear.OpenAsync(app, 51);
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync(Address);
        Assert.Equal(50, Numbers(page).Count);
        Assert.Equal(["51"], Numbers(await officer.OpenAsync(page.At("a[rel=next]").GetAttribute("href")!)));
    }

    [Fact]
    public async Task An_auditor_looks_and_is_offered_nothing_to_do()
    {
        await OpenAsync();
        var auditor = await app.SignedInAsync("auditor");
        var page = await auditor.OpenAsync(Address);
        Assert.Equal(["1", "7"], Numbers(page));
        Assert.Empty(page.Document.QuerySelectorAll("main input[type=checkbox], main button.main, main a[href$=settings]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.OpenAsync($"{Address}/accept?n=2")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedInAsync("judge1")).OpenAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.OpenAsync("/programmes/2031/screening")).Status);
    }

    // 1 to check, 2 ready, 3 returned and overdue, 4 returned, 5 accepted, 6 withdrawn, 7 with something of everything.
    private Task OpenAsync() => ScreeningYear.OpenAsync(app, 7, (year, one) =>
    {
        switch (one.Number)
        {
            case 2:
                ScreeningYear.Answer(year, one);
                break;
            case 3 or 4:
                one.Return(year, "Thiếu báo cáo", one.Number == 3 ? new DateOnly(2026, 11, 20) : new DateOnly(2026, 11, 30), Officers.Hoa, Asked);
                break;
            case 5:
                one.Accept(year, [], Officers.Hoa, "Đủ");
                break;
            case 6:
                one.Withdraw(year, "Rút");
                break;
            case 7:
                one.Declare(year, 2026, FigureBase.Business, new FigureContent(119_000_000_000, 0), null);
                ScreeningYear.Answer(year, one);
                one.Answer(year, year.Tracks[0].Checklist[1].Id, Finding.NotMet, null, Officers.Hoa, Asked);
                one.MarkChecked(year, Officers.Thang);
                break;
        }
    });

    private static IReadOnlyList<string> Numbers(Page page) => [.. page.Document.QuerySelectorAll("table.worklist tbody tr").Select(row => row.QuerySelector("td.number")!.TextContent.Trim())];

    private static IReadOnlyList<string> Cells(Page page, int row) =>
        [.. page.Document.QuerySelectorAll("table.worklist tbody tr")[row].QuerySelectorAll("td").Select(cell => cell.ClassList.Contains("choose") ? "" : cell.TextContent.Trim())];
}
