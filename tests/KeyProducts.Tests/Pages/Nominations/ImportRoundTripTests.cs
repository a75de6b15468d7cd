using System.Net;
using DocumentFormat.OpenXml.Spreadsheet;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Import;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workbook = KeyProducts.Tests.Documents.Workbook;

namespace KeyProducts.Tests.Pages.Nominations;

/// <summary>What goes out as a workbook comes back as it was; the template comes back filled in.</summary>
public sealed class ImportRoundTripTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData(2024)]
    [InlineData(2025)]
    [InlineData(2026)]
    public async Task Exported_and_imported_without_a_change_every_row_is_unchanged(int year)
    {
        await FillDossierAsync(year);
        var plan = await PlanAsync(year, await WorkbookAsync(year));
        Assert.True(plan.Rows.Count > 30);
        Guard.None(plan.Rows.Where(row => row.State != RowState.Unchanged).Select(Said));
    }

    [ToolTheory("soffice")]
    [InlineData("xlsx", "xlsx")]
    [InlineData("csv:Text - txt - csv (StarCalc):44,34,76,1", "csv")]
    [InlineData("csv:Text - txt - csv (StarCalc):59,34,76,1", "csv")]
    public async Task Saved_again_by_LibreOffice_it_is_unchanged_too(string filter, string ending)
    {
        await FillDossierAsync(2026);
        using var folder = new TemporaryFolder();
        var path = folder.Put("ho-so.xlsx", await WorkbookAsync(2026));
        var saved = Directory.CreateDirectory(Path.Combine(folder.Path, "saved")).FullName;
        InstalledTool.LibreOffice.Run($"-env:UserInstallation={new Uri(Path.Combine(folder.Path, "profile")).AbsoluteUri}", "--headless", "--convert-to", filter, "--outdir", saved, path);
        var plan = await PlanAsync(2026, await File.ReadAllBytesAsync(Path.Combine(saved, "ho-so." + ending)), "ho-so." + ending);
        Guard.None(plan.Rows.Where(row => row.State != RowState.Unchanged).Select(Said));
    }

    [Fact]
    public async Task A_whole_dossier_goes_out_and_into_another_year_with_every_entry()
    {
        await FillDossierAsync(2026);
        await app.OpenYearAsync();
        var sheet = SheetReader.Read(new MemoryStream(await WorkbookAsync(2026)), "a.xlsx")[0];
        var header = sheet.Rows.Single(row => row[0]?.Text == "Số đăng ký");
        var first = sheet.Rows.First(row => row.Number > header.Number);
        // As text, without its number, the figures a year later.
        var names = header.Cells.Select(cell => $"{sheet.Rows.FirstOrDefault(row => row.Number == header.Number - 1)?[cell.Column]?.Text} {cell.Text}".Trim()).ToList();
        var file = ImportFile.Xlsx([.. names], [null, .. header.Cells.Skip(1).Select(cell => (object?)first[cell.Column]?.Text)]);
        var officer = await app.SignedInAsync("officer");
        var preview = await officer.SendAsync(file);
        Assert.Equal("0 1 0 0", preview.Sums());
        await officer.ConfirmAsync(preview);

        var (from, to) = await app.ReadAsync(async db => (await FirstAsync(db, 2026), await FirstAsync(db, 2027)));
        var (before, after) = (NominationEntries.Of(from), NominationEntries.Of(to));
        var same = before.Where(entry => entry.Key is not (Entry.Number or Entry.Industry or Entry.Track) && !entry.Key.StartsWith("2023.", StringComparison.Ordinal)).ToList();
        Assert.True(same.Count > 35);
        Guard.None(same.Where(entry => !Equals(entry.Value, after.GetValueOrDefault(entry.Key))).Select(entry => $"{entry.Key}: {entry.Value} → {after.GetValueOrDefault(entry.Key)}"));
    }

    [Fact]
    public async Task The_export_is_in_the_history_and_the_template_is_not()
    {
        var officer = await app.SignedInAsync("officer");
        var mark = await app.HistoryMarkAsync();
        using var template = await officer.GetAsync("/programmes/2026/nominations/workbook?empty=true");
        Assert.Equal((HttpStatusCode.OK, "mau-ho-so-2026.xlsx"), (template.StatusCode, template.Content.Headers.ContentDisposition!.FileName));
        Assert.Empty(await app.HistorySinceAsync(mark));
        using var export = await officer.GetAsync("/programmes/2026/nominations/workbook");
        var entry = Assert.Single(await app.HistorySinceAsync(mark));
        Assert.Equal((AuditAct.Exported, "ho-so-2026-de-sua.xlsx", 2026), (entry.Act, entry.Subject, entry.Year));
    }

    [Fact]
    public async Task The_template_has_the_years_own_lists_and_data_years_and_an_example_that_is_not_read()
    {
        await app.OpenYearAsync();
        var officer = await app.SignedInAsync("officer");
        var bytes = await WorkbookAsync(2027, "?empty=true");
        using (var workbook = new Workbook(bytes))
        {
            Assert.Empty(workbook.Complaints());
            Assert.Equal(["Hồ sơ", "Hướng dẫn", "Danh mục"], workbook.SheetNames);
            Assert.Contains("Năm 2026|Năm 2025|Năm 2024", workbook.Rows());
            var programme = await app.ReadAsync(db => db.Programmes.WithIndustriesAndTracks().SingleAsync(one => one.Year == 2027));
            var lists = string.Join('\n', workbook.Rows(2));
            Assert.All(programme.Industries.Select(one => one.Name.Vietnamese).Concat(programme.Tracks.Select(one => one.Name.Vietnamese)), name => Assert.Contains(name, lists, StringComparison.Ordinal));
            Assert.Equal(8, workbook.Sheet().Descendants<DataValidation>().Count(rule => rule.Type?.Value == DataValidationValues.List));
        }

        // Nothing but the example: there is nothing to import.
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.SendAsync(bytes)).Status);
        // The example itself is right: without its mark it is a nomination.
        var sheet = SheetReader.Read(new MemoryStream(bytes), "a.xlsx")[0];
        var rows = sheet.Rows.Select(row => Enumerable.Range(0, 60).Select(column => (object?)row[column]?.Text).ToArray()).ToArray();
        var example = Array.FindIndex(rows, row => Equals(row[0], "Ví dụ"));
        var preview = await officer.SendAsync(ImportFile.Xlsx([.. rows, [null, .. rows[example][1..]]]));
        Assert.Equal("0 1 0 0", preview.Sums());
        Assert.Contains($"Dòng {example + 1} là dòng ví dụ nên không đọc. Nếu đó là dòng cần nhập, hãy xóa nội dung ô đầu tiên của dòng.", preview.TextsAt(".notices li"));
    }

    [Fact]
    public async Task The_template_speaks_the_readers_language_in_its_instructions_and_Vietnamese_in_its_headers()
    {
        using var english = new Workbook(await WorkbookAsync(2026, "?empty=true", "en"));
        Assert.Contains(english.Rows(1), row => row.EndsWith("The full name in Vietnamese, as registered.", StringComparison.Ordinal));
        Assert.Contains(english.Rows(), row => row.StartsWith("Số đăng ký|Tên doanh nghiệp *", StringComparison.Ordinal));
        using var vietnamese = new Workbook(await WorkbookAsync(2026, "?empty=true"));
        Assert.Contains(vietnamese.Rows(1), row => row.EndsWith("Tên đầy đủ bằng tiếng Việt, theo đăng ký kinh doanh.", StringComparison.Ordinal));
    }

    private static string Said(PlannedRow row) =>
        $"{row.Row} {row.State}: {string.Join("; ", row.Changes.Select(change => $"{change.Column.Key} {change.From} → {change.To}"))} {string.Join("; ", row.Wrong.Select(wrong => $"{wrong.Address} “{wrong.Stands}” {wrong.Why.Sentence}"))}";

    private static Task<Nomination> FirstAsync(AppDbContext db, int year) =>
        db.Nominations.Include(one => one.Figures).Include(one => one.Certificates).AsSplitQuery().Where(one => one.Programme.Year == year).OrderBy(one => one.Number).FirstAsync();

    private async Task<byte[]> WorkbookAsync(int year, string query = "", string language = "vi")
    {
        using var answer = await (await app.SignedInAsync("officer", language)).GetAsync($"/programmes/{year}/nominations/workbook{query}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    // Years that are recognised import nothing; what a file would do can be worked out all the same.
    private async Task<ImportPlan> PlanAsync(int year, byte[] file, string name = "ho-so.xlsx")
    {
        await using var scope = app.Services.CreateAsyncScope();
        var draft = await scope.ServiceProvider.GetRequiredService<ImportDrafts>().AddAsync(Guid.NewGuid(), year, name, file);
        return await scope.ServiceProvider.GetRequiredService<NominationImport>().PlanAsync(draft, new DateOnly(2026, 11, 22), new HashSet<int>());
    }

    // A dossier with something in every entry, and with what files are known to lose.
    private Task FillDossierAsync(int year) => app.ChangeAsync(async db =>
    {
        var nomination = await FirstAsync(db, year);
        var programme = await db.Programmes.WithIndustriesAndTracks().SingleAsync(one => one.Year == year);
        var entries = NominationEntries.Of(nomination);
        foreach (var (key, value) in new Dictionary<string, object?>
        {
            [Entry.ProductEnglish] = "=SUM(1)",
            [Entry.Description] = "-5 % điện năng\nhai dòng; có, dấu \"nháy\" và 'lược'\n+ và @",
            [Entry.RenewsYear] = year - 3,
            [Entry.Site] = HanoiSite.Workshop,
            [Entry.Workshop] = "Lô CN-01, KCN Thạch Thất",
            [Entry.Activity] = "Sản xuất, \"gia công\"",
            [Entry.Representative] = "Đặng Thị Ế Ữ",
            [Entry.RepresentativeTitle] = "Giám đốc",
            [Entry.DossierContact] = "Lê Ỹ",
            [Entry.DossierPhone] = "0243 0001",
            [Entry.DossierEmail] = "a.b+c@vidu.example",
            [Entry.AutomatedShare] = 62.25m,
            [Entry.Automation] = "1/2 dây chuyền",
            [Entry.DigitalTransformation] = "3-5 phần mềm",
            [Entry.SmartFactory] = "01/02",
            [Entry.Standards] = "ISO 9001:2015 | 0012 | Quacert | 01/02/2024 | 31/01/2027\nTCVN 1 | | Viện",
            [Entry.Brand] = "0012",
            [Entry.Rights] = "Nhãn hiệu Ế | 00123 | Cục SHTT | 01/02/2020",
            [Entry.Environment] = "@xanh",
            [Entry.Labour] = "100%",
            [Entry.CommitsEnvironment] = true,
            [Entry.CommitsQuality] = true,
            [Entry.CommitsRights] = true,
            [Entry.CommitsLaw] = true,
            [Entry.SignedBy] = "Đặng Thị Ế Ữ",
            [Entry.SignedOn] = new DateOnly(year, 3, 1),
            [Entry.Figure(year - 1, FigureBase.Product, FigureName.Revenue)] = 9_999_999_999_999_999L,
            [Entry.Figure(year - 1, FigureBase.Product, FigureName.Export)] = 0.01m,
            [Entry.Figure(year - 1, FigureBase.Business, FigureName.Employees)] = 1234,
            [Entry.Figure(year - 2, FigureBase.Business, FigureName.Revenue)] = 0L,
            [Entry.Figure(year - 2, FigureBase.Business, FigureName.Export)] = 1_234_567.89m,
            [Entry.Figure(year - 3, FigureBase.Product, FigureName.Revenue)] = 1L,
        })
        {
            entries[key] = value;
        }

        // Recognised years change no more; their dossiers are tested as they are.
        if (programme.Stage != Stage.Recognised)
        {
            NominationEntries.Apply(nomination, programme, entries, entries.Keys.ToHashSet(), "Thử");
        }
    });
}
