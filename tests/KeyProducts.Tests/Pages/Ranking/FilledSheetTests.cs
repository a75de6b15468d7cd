using System.Net;
using DocumentFormat.OpenXml.Packaging;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages;

/// <summary>Submitted score sheets as papers.</summary>
public sealed class FilledSheetTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Home = "/programmes/2025/ranking/sheets";

    [ToolFact("pdftotext")]
    public async Task A_filled_sheet_says_every_mark_the_total_in_words_and_when_and_how_it_came_in()
    {
        var (judge, name, total, code, marks) = await OneAsync();
        var officer = await app.SignedInAsync("officer", "en");
        var mark = await app.HistoryMarkAsync();
        var pdf = await officer.GetAsync($"{Home}/pdf?judge={judge}&number=3");
        var bytes = await pdf.Content.ReadAsByteArrayAsync();
        using var folder = new TemporaryFolder();
        var text = InstalledTool.PdfToText.Run("-layout", "-enc", "UTF-8", folder.Put("a.pdf", bytes), "-");

        var vietnamese = System.Globalization.CultureInfo.GetCultureInfo("vi");
        var words = KeyProducts.Web.Text.VietnameseNumber.InWords(total);
        foreach (var expected in new[] { "PHIẾU CHẤM ĐIỂM", $"Mã phiếu: {code}", "3/2025", name, "trực tuyến, lúc", "giờ Hà Nội", "Phiên bản:", $"{char.ToUpper(words[0], vietnamese)}{words[1..]} điểm", "THÀNH VIÊN HỘI ĐỒNG", "(Ký tên)" })
        {
            Assert.Contains(expected, text, StringComparison.Ordinal);
        }

        Assert.All(marks, one => Assert.Matches($@"(?m)\s{System.Text.RegularExpressions.Regex.Escape(one.ToString("#,##0.##", vietnamese))}(\s|$)", text));
        var entry = Assert.Single(await app.HistorySinceAsync(mark));
        Assert.Equal((AuditAct.Exported, (int?)2025), (entry.Act, entry.Year));
        Assert.Matches(@"^phieu-da-cham-2025-003-J\d\d\.pdf – SHA-256 [0-9a-f]{64}$", entry.Subject);

        // Word says the same.
        using var file = new MemoryStream(await (await officer.GetAsync($"{Home}/word?judge={judge}&number=3")).Content.ReadAsByteArrayAsync());
        using var word = WordprocessingDocument.Open(file, isEditable: false);
        var body = word.MainDocumentPart!.Document.Body!.InnerText;
        Assert.Contains(words[1..], body, StringComparison.Ordinal);
        Assert.Contains(name, body, StringComparison.Ordinal);
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(word));
    }

    [ToolFact("pdftotext")]
    public async Task One_file_holds_all_sheets_of_a_product_of_a_judge_or_of_the_year_and_no_draft()
    {
        var auditor = await app.SignedInAsync("auditor");
        var expected = await app.ReadAsync(async db => await db.Sheets.Where(sheet => sheet.SubmittedAt != null && sheet.Nomination.Programme.Year == 2025)
            .Select(sheet => new { sheet.Nomination.Number, sheet.JudgeId }).ToListAsync());
        var page = await auditor.OpenAsync(Home);
        Assert.Equal(expected.Select(one => one.JudgeId).Distinct().Count() + expected.Select(one => one.Number).Distinct().Count(), page.Document.QuerySelectorAll("main tbody tr").Length);
        var judge = expected[0].JudgeId;
        Assert.Equal(expected.Count(one => one.Number == 3), await CountAsync(auditor, $"{Home}/pdf?number=3"));
        Assert.Equal(expected.Count(one => one.JudgeId == judge), await CountAsync(auditor, $"{Home}/pdf?judge={judge}"));
        Assert.Equal(expected.Count, await CountAsync(auditor, $"{Home}/pdf"));

        // While judges score, staff see what is submitted and never a draft.
        var drafts = await app.ReadAsync(db => db.Sheets.CountAsync(sheet => sheet.SubmittedAt == null && sheet.Nomination.Programme.Year == 2026));
        var submitted = await app.ReadAsync(db => db.Sheets.CountAsync(sheet => sheet.SubmittedAt != null && sheet.Nomination.Programme.Year == 2026));
        Assert.True(drafts > 0);
        Assert.Equal(submitted, await CountAsync(await app.SignedInAsync("officer"), "/programmes/2026/ranking/sheets/pdf"));
    }

    [Fact]
    public async Task They_are_for_staff_and_for_auditors_once_results_are_open()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedInAsync("judge1")).GetAsync($"{Home}/pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignedInAsync("auditor")).GetAsync($"{Home}/pdf?number=3")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAsync("auditor")).GetAsync("/programmes/2026/ranking/sheets/pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAsync("officer")).GetAsync($"{Home}/pdf?number=9999")).StatusCode);
    }

    [Fact]
    public async Task Whoever_has_declared_a_conflict_gets_none_of_that_product()
    {
        using var own = new TestApp();
        var (number, recused) = await own.ReadAsync(async db =>
        {
            var first = await (
                from recusal in db.Recusals
                join nomination in db.Nominations on recusal.NominationId equals nomination.Id
                where recusal.LiftedAt == null && nomination.Programme.Year == 2025
                orderby nomination.Number
                select new { nomination.Number, recusal.JudgeId }).FirstAsync();
            return (first.Number, first.JudgeId);
        });
        var reader = await own.SignedInAsync("officer");
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"{Home}/pdf?number={number}")).StatusCode);
        // The officer turns out to be the judge who has recused.
        await own.ChangeAsync(async db =>
        {
            var officer = await db.FindByEmailAsync("officer@demo.local");
            var judge = await db.Judges.SingleAsync(one => one.Id == recused);
            db.Entry(judge).Property(one => one.UserId).CurrentValue = officer.Id;
        });
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"{Home}/pdf?number={number}")).StatusCode);
        Assert.DoesNotContain((await reader.OpenAsync(Home)).Document.QuerySelectorAll("a"), link => link.GetAttribute("href")!.EndsWith($"number={number}", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await (await own.SignedInAsync("admin")).GetAsync($"{Home}/pdf?number={number}")).StatusCode);
    }

    private static async Task<int> CountAsync(Visitor reader, string address)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Put("a.pdf", await (await reader.GetAsync(address)).Content.ReadAsByteArrayAsync());
        return InstalledTool.PdfToText.Run("-layout", "-enc", "UTF-8", file, "-").Split("PHIẾU CHẤM ĐIỂM").Length - 1;
    }

    private Task<(Guid Judge, string Name, decimal Total, string Code, IReadOnlyList<decimal> Marks)> OneAsync() => app.ReadAsync(async db =>
    {
        var sheet = await db.Sheets.Include(one => one.Marks).Include(one => one.Judge).Where(one => one.SubmittedAt != null && one.Nomination.Number == 3 && one.Nomination.Programme.Year == 2025).OrderBy(one => one.JudgeId).FirstAsync();
        var places = await db.JudgePlacesAsync(sheet.Judge.ProgrammeId);
        return (sheet.JudgeId, sheet.Judge.Name, sheet.Total, new SheetCode(2025, 3, places[sheet.JudgeId]).ToString(), (IReadOnlyList<decimal>)[.. sheet.Marks.Select(mark => mark.Points)]);
    });
}
