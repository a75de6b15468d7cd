using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Paper;

/// <summary>Blank score sheets, read as their printers and fillers-in do.</summary>
public sealed partial class BlankSheetTests(TestApp app) : IClassFixture<TestApp>
{
    [ToolFact("pdftotext")]
    public async Task A_blank_sheet_says_in_Vietnamese_what_is_scored_by_whom_and_has_room_for_every_mark()
    {
        var (judge, account) = await PaperWork.FreeJudgeAsync(app, 2026, 14);
        var mark = await app.HistoryMarkAsync();
        var (bytes, name) = await GetAsync("officer", $"/programmes/2026/paper/blank/{judge}/14", "en");
        var text = await TextAsync(bytes);
        var (judgeName, product, criteria, place) = await app.ReadAsync(async db => (
            (await db.Judges.SingleAsync(one => one.Id == judge)).Name,
            (await db.Nominations.SingleAsync(one => one.Programme.Year == 2026 && one.Number == 14)).Product.Vietnamese,
            (await db.Programmes.WithCriteria().SingleAsync(one => one.Year == 2026)).Criteria,
            (await db.JudgePlacesAsync((await db.Programmes.SingleAsync(one => one.Year == 2026)).Id))[judge]));
        var code = new SheetCode(2026, 14, place).ToString();
        string[] words = ["PHIẾU CHẤM ĐIỂM", $"Mã phiếu: {code}", "Mã sản phẩm: 14/2026", product, judgeName, "Điểm tối đa", "Điểm chấm", "Nhận xét", "TỔNG CỘNG", "Nhận xét chung về sản phẩm:", "Tổng điểm bằng chữ:", "THÀNH VIÊN HỘI ĐỒNG", "(Ký tên)", "bước điểm 0,5"];
        Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.All(criteria.Where(one => !one.IsComputed), one => Assert.Contains(one.Name.Vietnamese, text, StringComparison.Ordinal));
        Assert.Equal($"phieu-cham-2026-014-J{place:00}.pdf", name);
        var entry = Assert.Single(await app.HistorySinceAsync(mark), one => one.Act == AuditAct.Exported);
        Assert.Equal((name, (int?)2026), (entry.Subject, entry.Year));
        // The judge gets the same sheet.
        Assert.Contains(code, await TextAsync((await GetAsync(account, "/programmes/2026/judging/paper/14")).Bytes), StringComparison.Ordinal);
    }

    [ToolFact("qpdf", "pdfinfo", "pdffonts", "pdftotext")]
    public async Task The_whole_councils_file_has_every_pair_of_the_panel_and_no_other_on_pages_of_its_own_and_is_quick_and_small()
    {
        var pairs = await app.ReadAsync(async db =>
        {
            var programme = await db.Programmes.SingleAsync(one => one.Year == 2026);
            var places = await db.JudgePlacesAsync(programme.Id);
            return (await db.Panel(programme.Id).Select(pair => new { pair.Nomination.Number, pair.Judge.Id }).ToListAsync()).Select(pair => new SheetCode(2026, pair.Number, places[pair.Id]).ToString()).ToList();
        });
        Assert.True(pairs.Count > 250);
        var watch = Stopwatch.StartNew();
        var (bytes, _) = await GetAsync("officer", "/programmes/2026/paper/blank");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
        Assert.True(bytes.Length < 4_000_000, $"{bytes.Length} bytes");
        using var folder = new TemporaryFolder();
        var path = folder.Put("a.pdf", bytes);
        Assert.Contains("No syntax or stream encoding errors found", InstalledTool.Qpdf.Run("--check", path), StringComparison.Ordinal);
        Assert.InRange(InstalledTool.PdfFonts.Run(path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 2, 2, 4);
        // Each page names its sheet; a sheet takes two pages at most.
        var pages = InstalledTool.PdfToText.Run("-layout", path, "-").Split('\f', StringSplitOptions.RemoveEmptyEntries);
        var codes = pages.Select(page => Codes().Match(page).Value).ToList();
        Assert.All(codes, code => Assert.NotEmpty(code));
        Assert.Equal(pairs.Order(StringComparer.Ordinal), codes.Distinct().Order(StringComparer.Ordinal));
        Assert.All(codes.GroupBy(code => code), sheet => Assert.InRange(sheet.Count(), 1, 2));
    }

    [ToolFact("pdftotext")]
    public async Task Nothing_is_printed_for_a_recused_judge()
    {
        using var own = new TestApp();
        var (judge, account) = await PaperWork.FreeJudgeAsync(own, 2026, 14);
        Assert.Equal(HttpStatusCode.OK, (await (await own.SignedInAsync("officer")).GetAsync($"/programmes/2026/paper/blank/{judge}/14")).StatusCode);
        await own.ChangeAsync(async db =>
        {
            var programme = await db.Programmes.SingleAsync(one => one.Year == 2026);
            var nomination = await db.Nominations.SingleAsync(one => one.ProgrammeId == programme.Id && one.Number == 14);
            db.Add(new Recusal(programme, nomination, await db.Judges.SingleAsync(one => one.Id == judge), ConflictKind.Family, null, own.Clock.Now.UtcDateTime));
        });
        Assert.Equal(HttpStatusCode.NotFound, (await (await own.SignedInAsync("officer")).GetAsync($"/programmes/2026/paper/blank/{judge}/14")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await own.SignedInAsync(account)).GetAsync("/programmes/2026/judging/paper/14")).StatusCode);
        using var all = await (await own.SignedInAsync("officer")).GetAsync($"/programmes/2026/paper/blank/{judge}");
        Assert.DoesNotContain("14/2026", await TextAsync(await all.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain("-014-", string.Join(' ', SheetContentOf(await PaperWork.WorkbookAsync(own, account, 2026))), StringComparison.Ordinal);
        Assert.DoesNotContain("14", SheetContentOf(await PaperWork.WorkbookAsync(own, account, 2026)));
    }

    [Fact]
    public async Task Blank_sheets_of_the_council_are_for_staff_and_only_while_judges_score()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedInAsync("judge1")).GetAsync("/programmes/2026/paper/blank")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedInAsync("auditor")).GetAsync("/programmes/2026/paper/blank")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAsync("officer")).GetAsync("/programmes/2025/paper/blank")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAsync("judge1")).GetAsync("/programmes/2025/judging/paper")).StatusCode);
    }

    // The registration numbers of a workbook.
    private static List<string> SheetContentOf(byte[] workbook) =>
        [.. KeyProducts.Documents.Spreadsheets.SheetReader.Read(new MemoryStream(workbook), "a.xlsx")[0].Rows.Select(row => row[0]?.Text ?? "")];

    private async Task<(byte[] Bytes, string Name)> GetAsync(string who, string address, string language = "vi")
    {
        using var answer = await (await app.SignedInAsync(who, language)).GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return (await answer.Content.ReadAsByteArrayAsync(), answer.Content.Headers.ContentDisposition!.FileName!);
    }

    private static Task<string> TextAsync(byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        return Task.FromResult(Spaces().Replace(InstalledTool.PdfToText.Run(folder.Put("a.pdf", bytes), "-"), " "));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"PCĐ-\d{4}-\d{3}-J\d{2}-\w")]
    private static partial Regex Codes();
}
