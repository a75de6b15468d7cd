using System.Globalization;
using System.Text;
using KeyProducts.Documents;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Tests.Documents;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages;

/// <summary>The score summary that goes with the council's minutes.</summary>
public sealed class SummaryPageTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Fact]
    public async Task Has_the_mean_per_criterion_and_the_total_per_judge_of_every_nomination()
    {
        var officer = await app.SignedInAsync("officer", "en");

        var page = await officer.OpenAsync("/programmes/2025/ranking/summary");

        var ranking = RankingPageTests.RowsOf(await officer.OpenAsync("/programmes/2025/ranking"), 0).Where(row => row.Children.Length > 1)
            .Select(row => (Rank: row.Children[0].TextContent.Trim(), Number: row.Children[^1].TextContent.Trim(), Score: row.Children[3].TextContent.Trim())).ToList();
        var means = WhyPageTests.Rows(page, "Means per criterion");
        Assert.Equal(ranking, means.Select(row => (row[0], row[1], row[^1])));
        var totals = WhyPageTests.Rows(page, "Totals per judge");
        Assert.Equal(ranking, totals.Select(row => (row[0], row[1], row[^1])));
        var stored = await app.ReadAsync(async db => (await db.Sheets.Where(sheet => sheet.Nomination.Programme.Year == 2025 && sheet.Nomination.Number == 20 && sheet.SubmittedAt != null).Include(sheet => sheet.Marks).ToListAsync()).Select(sheet => sheet.Marks.Sum(mark => mark.Points)).Order().ToList());
        Assert.Equal(stored, totals.Single(row => row[1] == "20")[3..^1].Where(cell => cell.Length > 0 && cell != "–").Select(cell => decimal.Parse(cell, English)).Order());
    }

    [Fact]
    public async Task Every_mark_that_counts_stands_there_ten_products_to_a_page_and_all_of_them_in_the_files()
    {
        var officer = await app.SignedInAsync("officer", "en");
        var first = await officer.OpenAsync("/programmes/2025/ranking/summary");
        var marks = WhyPageTests.Rows(first, "Marks per judge and criterion");
        var criteria = await app.ReadAsync(async db => (await db.Programmes.WithTables().SingleAsync(year => year.Year == 2025)).Criteria.Count);

        Assert.Equal(10, marks.Count(row => row.Count == 1));
        Assert.Equal(10 * criteria, marks.Count(row => row.Count > 1));
        Assert.StartsWith("Rank 1: no. 20 “", marks[0][0], StringComparison.Ordinal);
        Assert.StartsWith("Rank 11: no. ", WhyPageTests.Rows(await officer.OpenAsync(first.At("a[rel=next]").GetAttribute("href")!), "Marks per judge and criterion")[0][0], StringComparison.Ordinal);

        var csv = await ForBusinessTests.TextAsync(officer, "/programmes/2025/ranking/summary/csv");
        Assert.Equal(37 * criteria, csv[csv.IndexOf("Marks per judge and criterion", StringComparison.Ordinal)..].Split("\r\n").Count(line => line.StartsWith("Rank ", StringComparison.Ordinal) || line.StartsWith("\"Rank ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_absent_is_empty_and_a_recused_judge_has_a_dash()
    {
        await SealedYear.AddAsync(app);
        await SealedYear.MarkAsync(app);
        await SealedYear.CloseAsync(app);
        await WhyBeforeTheEndTests.OpenSealAsync(app);
        var names = await app.ReadAsync(db => db.Judges.Where(judge => db.Programmes.Any(year => year.Id == judge.ProgrammeId && year.Year == SealedYear.Year))
            .Join(db.Users, judge => judge.UserId, user => user.Id, (judge, user) => new { judge.Name, user.Email }).ToDictionaryAsync(one => one.Email!, one => one.Name));

        var page = await (await app.SignedInAsync("officer", "en")).OpenAsync($"/programmes/{SealedYear.Year}/ranking/summary");

        foreach (var caption in new[] { "Totals per judge", "Marks per judge and criterion" })
        {
            var heads = WhyPageTests.Heads(page, caption);
            var rows = WhyPageTests.Rows(page, caption).Where(row => row.Count > 1).ToList();
            int second = heads.IndexOf(names["judge2@demo.local"]), third = heads.IndexOf(names["judge3@demo.local"]);
            Assert.Contains(rows, row => row[second] == "–");
            Assert.Contains(rows, row => row[third].Length == 0);
            Assert.DoesNotContain(rows, row => row[second] == "0" || row[third] == "0");
            Assert.DoesNotContain(rows, row => row[third] == "–");
        }
    }

    [ToolFact("pdftotext")]
    public async Task The_paper_is_Vietnamese_lies_on_its_side_and_has_places_for_secretary_and_chair_to_sign()
    {
        var officer = await app.SignedInAsync("officer");
        var mark = await app.HistoryMarkAsync();

        var text = await ForBusinessTests.TextAsync(officer, "/programmes/2025/ranking/summary/pdf");

        var council = await app.ReadAsync(db => db.Judges.Where(judge => db.Programmes.Any(year => year.Id == judge.ProgrammeId && year.Year == 2025)).Select(judge => new { judge.Name, judge.Role }).ToListAsync());
        var end = text[text.LastIndexOf("THƯ KÝ HỘI ĐỒNG", StringComparison.Ordinal)..];
        Assert.Contains("CHỦ TỊCH HỘI ĐỒNG", end, StringComparison.Ordinal);
        Assert.Contains(council.First(judge => judge.Role == CouncilRole.Chair).Name, end, StringComparison.Ordinal);
        Assert.Equal(2, end.Split("(Ký, ghi rõ họ tên)").Length - 1);
        var entry = Assert.Single(await app.HistorySinceAsync(mark));
        Assert.Equal((AuditAct.Exported, 2025), (entry.Act, entry.Year!.Value));

        // In Word the same, whatever language its reader prefers.
        var reader = await app.SignedInAsync("auditor", "en");
        using var file = new MemoryStream(await (await reader.GetAsync("/programmes/2025/ranking/summary/word")).Content.ReadAsByteArrayAsync());
        using var word = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(file, isEditable: false);
        var body = word.MainDocumentPart!.Document.Body!;
        foreach (var words in new[] { "BẢNG TỔNG HỢP ĐIỂM", "Điểm trung bình theo tiêu chí", "Tổng điểm theo thành viên", "Phụ lục", "THƯ KÝ HỘI ĐỒNG", "CHỦ TỊCH HỘI ĐỒNG" })
        {
            Assert.Contains(words, body.InnerText, StringComparison.Ordinal);
        }

        Assert.All(body.Descendants<DocumentFormat.OpenXml.Wordprocessing.PageSize>(), size => Assert.Equal(DocumentFormat.OpenXml.Wordprocessing.PageOrientationValues.Landscape, size.Orient!.Value));
    }

    [Fact]
    public void A_word_in_a_column_of_numbers_stays_a_word_in_every_file()
    {
        var table = Table.Of([1m, 2m]).Number("Điểm", value => value).Table();
        var report = new Report { FileName = "x", Language = "vi", Title = "X", Tables = [table with { Rows = [new Row([new Cell("–")]), .. table.Rows] }] };
        using var workbook = new Workbook(report);
        using var csv = new MemoryStream();
        Csv.Write(report, csv);

        Assert.Contains(workbook.Rows(), row => row == "–");
        Assert.Contains("–", Encoding.UTF8.GetString(csv.ToArray()), StringComparison.Ordinal);
    }
}
