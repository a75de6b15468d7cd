using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages;

/// <summary>The explanation that a business is given: what must not be in it is put there to be seen.</summary>
public sealed class ForBusinessTests : IDisposable
{
    private const string Reason = "Theo ý kiến của thành viên";
    private static readonly string[] Formats = ["", "/excel", "/csv", "/pdf"];

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [ToolTheory("pdftotext")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_judge_s_name_organisation_key_or_remark_and_no_other_business_is_in_page_or_file(bool isRecognised)
    {
        // Every sheet of the year has a remark, on the whole and on each criterion; the council's reason names a judge.
        await app.ChangeAsync(EqualScores.AtTheLineOf2025Async);
        var judge = await app.ReadAsync(db => db.Judges.Where(one => db.Programmes.Any(year => year.Id == one.ProgrammeId && year.Year == 2025)).Select(one => one.Name).FirstAsync());
        await app.ChangeAsync(async db => db.Add(new TieDecision(
            await db.Programmes.SingleAsync(year => year.Year == 2025), [36, 19, 10], $"{Reason} {judge}", "BB 12/2025", app.Clock.Now.UtcDateTime)));
        await app.ChangeAsync(db => db.Database.ExecuteSqlRawAsync(
            "UPDATE Sheets SET Remark = 'Nhận xét kín số ' || CAST(Id AS TEXT) WHERE NominationId IN (SELECT n.Id FROM Nominations n JOIN Programmes p ON p.Id = n.ProgrammeId WHERE p.Year = 2025)"));
        if (isRecognised)
        {
            await app.ChangeAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE Programmes SET Stage = 'Recognised' WHERE Year = 2025"));
        }

        var officer = await app.SignedInAsync("officer");
        foreach (var number in new[] { 10, 19, 26, 20 })
        {
            var hidden = await HiddenAsync(number);
            Assert.True(hidden.Count > 60, $"{hidden.Count}");
            foreach (var format in Formats)
            {
                var text = await TextAsync(officer, $"/programmes/2025/ranking/{number}/business{format}");
                Assert.True(text.Length > 500, text);
                Assert.Empty(hidden.Where(one => text.Contains(one, StringComparison.OrdinalIgnoreCase)).Select(one => $"{format}: {one}"));
            }

            var withNames = await TextAsync(officer, $"/programmes/2025/ranking/{number}") + await TextAsync(officer, $"/programmes/2025/nominations/{number}/sheets");
            Assert.Contains(hidden, one => one.StartsWith("Nhận xét kín", StringComparison.Ordinal) && withNames.Contains(one, StringComparison.Ordinal));
            Assert.Contains(judge, withNames, StringComparison.Ordinal);
        }
    }

    [ToolFact("pdftotext")]
    public async Task A_single_mark_cannot_be_read_or_worked_out_where_few_judges_marked()
    {
        await SealedYear.AddAsync(app);
        await SealedYear.MarkAsync(app);
        await SealedYear.CloseAsync(app);
        await WhyBeforeTheEndTests.OpenSealAsync(app);
        var marks = await app.ReadAsync(async db =>
        {
            var year = await db.Programmes.WithTables().SingleAsync(programme => programme.Year == SealedYear.Year);
            return SealedYear.Marks(year, 1, 1).Values.Concat(SealedYear.Marks(year, 3, 1).Values).SelectMany(mark => SealedYear.Written(mark!.Value)).Distinct().ToList();
        });
        var officer = await app.SignedInAsync("officer");
        foreach (var format in Formats)
        {
            var text = await TextAsync(officer, $"/programmes/{SealedYear.Year}/ranking/1/business{format}");
            Assert.DoesNotContain(marks, mark => Regex.IsMatch(text, $@"(?<!\d)(?<!\d[.,]){Regex.Escape(mark)}(?!\d)"));
        }

        var page = await officer.OpenAsync($"/programmes/{SealedYear.Year}/ranking/1/business");
        Assert.All(page.Document.QuerySelectorAll("main tbody tr:not(.group)"), row => Assert.All(row.Children.Skip(3), cell => Assert.Empty(cell.TextContent.Trim())));
        var withNames = await officer.OpenAsync($"/programmes/{SealedYear.Year}/ranking/1");
        Assert.True(marks.Count(mark => withNames.Text.Contains(mark, StringComparison.Ordinal)) > 10);
    }

    [Fact]
    public async Task Where_enough_judges_marked_differently_it_says_how_many_and_the_ends()
    {
        var officer = await app.SignedInAsync("officer", "en");

        var page = await officer.OpenAsync("/programmes/2025/ranking/20/business");
        var withNames = WhyPageTests.Rows(await officer.OpenAsync("/programmes/2025/ranking/20"), "The formula with its numbers").Where(row => row.Count > 7 && row[2].Length > 0).ToDictionary(row => row[0]);

        var rows = page.Document.QuerySelectorAll("main tbody tr:not(.group):not(.total)").Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToList()).Where(row => row[3].Length > 0).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            var full = withNames[row[0]];
            Assert.Equal([full[4], full[2], full[5], full[6]], row[2..6]);
            Assert.InRange(int.Parse(row[3], CultureInfo.InvariantCulture), 5, 15);
            Assert.NotEqual(row[4], row[5]);
        });
    }

    [Fact]
    public async Task Before_recognition_the_neighbours_have_no_name_and_it_says_that_nothing_is_final()
    {
        var officer = await app.SignedInAsync("officer", "en");
        var products = await app.ReadAsync(db => db.Nominations.Where(one => one.Programme.Year == 2025).ToDictionaryAsync(one => one.Number, one => one.Product.English ?? one.Product.Vietnamese));
        var eleventh = await WhyPageTests.EleventhAsync(officer);
        var address = $"/programmes/2025/ranking/{eleventh}/business";

        var published = await officer.OpenAsync(address);
        Assert.Contains($"The product ranked above (“{products[10]}”) has", published.Text, StringComparison.Ordinal);
        Assert.Contains("0.43 more.", published.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not final", published.Text, StringComparison.Ordinal);

        await app.ChangeAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE Programmes SET Stage = 'Deliberation' WHERE Year = 2025"));
        var before = await officer.OpenAsync(address);
        Assert.DoesNotContain(products[10], before.Text, StringComparison.Ordinal);
        Assert.Matches(@"The product ranked above has \d+\.\d\d points, 0\.43 more\.", before.Text);
        Assert.Contains("Not final: the year is at the stage", before.TextAt("p.notice"), StringComparison.Ordinal);
    }

    [ToolFact("pdftotext")]
    public async Task The_letter_is_Vietnamese_for_every_reader_and_says_how_to_ask()
    {
        var officer = await app.SignedInAsync("officer", "en");
        var mark = await app.HistoryMarkAsync();

        var text = await TextAsync(officer, "/programmes/2025/ranking/20/business/pdf");

        foreach (var words in new[] { "UBND THÀNH PHỐ HÀ NỘI", "SỞ CÔNG THƯƠNG", "Kính gửi", "Điểm theo tiêu chí", "Sản phẩm thuộc Top 10", "Cộng nhóm", "đề nghị Quý doanh nghiệp gửi văn bản về Phòng Quản lý công nghiệp", "20/2025", "Nơi nhận" })
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("The ", text, StringComparison.Ordinal);
        var entry = Assert.Single(await app.HistorySinceAsync(mark));
        Assert.Equal((AuditAct.Exported, "ket-qua-2025-20.pdf", 2025), (entry.Act, entry.Subject, entry.Year!.Value));
    }

    // What the year has stored of judges, of what they wrote, and of businesses other than this one.
    private Task<List<string>> HiddenAsync(int number) => app.ReadAsync(async db =>
    {
        var judges = await db.Judges.Where(one => db.Programmes.Any(year => year.Id == one.ProgrammeId && year.Year == 2025)).ToListAsync();
        var own = await db.Nominations.Where(one => one.Programme.Year == 2025 && one.Number == number).Select(one => new { one.Id, one.Business.Name, Business = one.Business.Id }).SingleAsync();
        var businesses = await db.Nominations.Where(one => one.Programme.Year == 2025 && one.Business.Id != own.Business).Select(one => new { one.Business.Name, one.Business.TaxCode }).ToListAsync();
        var sheets = await db.Sheets.Include(sheet => sheet.Remarks).Where(sheet => sheet.NominationId == own.Id).ToListAsync();
        return judges.SelectMany(judge => new[] { judge.Name, judge.Organisation, judge.Title, $"{judge.Id}", $"{judge.Id:N}", $"{judge.UserId}" })
            .Concat(businesses.SelectMany(one => new[] { one.Name.Vietnamese, one.Name.English, one.TaxCode }))
            .Concat(sheets.SelectMany(sheet => sheet.Remarks.Select(remark => remark.Text).Append(sheet.Remark)))
            .Append(Reason)
            // The Department signs the letter, whoever of it sits on the council.
            .OfType<string>().Where(one => one.Length > 5 && !own.Name.Vietnamese.Contains(one, StringComparison.OrdinalIgnoreCase) && !one.Contains("Sở Công Thương", StringComparison.Ordinal)).Distinct().ToList();
    });

    /// <summary>What a reader finds at an address: the main part of a page, or all of a file.</summary>
    internal static async Task<string> TextAsync(Visitor reader, string address)
    {
        using var answer = await reader.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var type = answer.Content.Headers.ContentType!.MediaType!;
        if (type == "text/html")
        {
            return (await reader.OpenAsync(address)).Text;
        }

        if (type.StartsWith("text/", StringComparison.Ordinal))
        {
            return await answer.Content.ReadAsStringAsync();
        }

        if (type != "application/pdf")
        {
            await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
            return string.Join('\n', zip.Entries.Select(entry => new StreamReader(entry.Open()).ReadToEnd()));
        }

        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
        var text = Regex.Replace(InstalledTool.PdfToText.Run(file, "-"), @"\s+", " ");
        File.Delete(file);
        return text;
    }
}
