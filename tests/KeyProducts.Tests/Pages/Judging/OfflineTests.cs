using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Page = KeyProducts.Tests.Support.Page;

namespace KeyProducts.Tests.Pages.Judging;

/// <summary>A judge's workbook of marks on its way out and back.</summary>
public sealed class OfflineTests : IDisposable
{
    private const string Home = "/programmes/2026/judging/offline";
    private const string Form = "form[enctype]";
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Sent_back_without_a_change_it_changes_nothing()
    {
        var file = await PaperWork.WorkbookAsync(app, "judge1", 2026);
        var preview = await SendAsync(await app.SignedInAsync("judge1"), file);
        Assert.Contains("Tệp không thay đổi gì", preview.Text, StringComparison.Ordinal);
        Assert.Null(preview.Document.QuerySelector("main form"));
    }

    [ToolFact("soffice")]
    public async Task Saved_again_by_LibreOffice_it_is_known_and_unchanged_too()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Put("cham.xlsx", await PaperWork.WorkbookAsync(app, "judge1", 2026));
        var saved = Directory.CreateDirectory(Path.Combine(folder.Path, "saved")).FullName;
        InstalledTool.LibreOffice.Run($"-env:UserInstallation={new Uri(Path.Combine(folder.Path, "profile")).AbsoluteUri}", "--headless", "--convert-to", "xlsx", "--outdir", saved, path);
        var preview = await SendAsync(await app.SignedInAsync("judge1"), await File.ReadAllBytesAsync(Path.Combine(saved, "cham.xlsx")));
        Assert.Contains("Tệp không thay đổi gì", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workbook_lets_only_marks_and_remarks_be_typed_and_checks_them_by_their_maximum()
    {
        var bytes = await PaperWork.WorkbookAsync(app, "judge1", 2026);
        using var workbook = new Documents.Workbook(bytes);
        Assert.Empty(workbook.Complaints());
        var sheet = workbook.Sheet();
        Assert.NotNull(sheet.Descendants<SheetProtection>().SingleOrDefault());
        var criteria = await app.ReadAsync(async db => (await db.Programmes.WithCriteria().SingleAsync(one => one.Year == 2026)).JudgedCriteria);
        Assert.Equal(criteria.Select(one => one.Max), sheet.Descendants<DataValidation>().Where(rule => rule.Type?.Value == DataValidationValues.Decimal).Select(rule => decimal.Parse(rule.Formula2!.Text, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.StartsWith("SUM(D6:", sheet.Descendants<CellFormula>().First().Text, StringComparison.Ordinal);
        // What is submitted is not in it; what is in part is, with its marks.
        var numbers = Numbers(bytes);
        var submitted = await app.ReadAsync(async db => await (from one in db.Sheets where one.Judge.UserId == db.Users.First(user => user.Email == "judge1@demo.local").Id && one.SubmittedAt != null && one.Nomination.Programme.Year == 2026 select one.Nomination.Number).ToListAsync());
        Assert.NotEmpty(submitted);
        Assert.Empty(numbers.Intersect(submitted));
        var entry = Assert.Single(await app.HistorySinceAsync(0), one => one.Act == AuditAct.Exported);
        Assert.StartsWith("cham-diem-2026-J", entry.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_changed_and_refused_cells_are_previewed_and_what_is_confirmed_is_saved_as_a_draft()
    {
        var bytes = await PaperWork.WorkbookAsync(app, "judge1", 2026);
        var (first, empty) = await RowsAsync(bytes);
        var file = Edited(bytes, (first, 3, "8,5"), (empty, 3, 7m), (empty, 4, "12.5"), (empty, 5, "tám"), (empty, 6, 99m), (empty, 7, "=1/0"), (empty, 13, "Cần xem thêm"));
        var judge = await app.SignedInAsync("judge1");
        var preview = await SendAsync(judge, file);
        Assert.Equal(["3 điểm và nhận xét mới", "1 Thay đổi", "0 cần chọn", "3 không nhận"], preview.TextsAt(".legend li"));
        Assert.Contains("“tám” không phải là số", preview.Text, StringComparison.Ordinal);
        Assert.Contains("9 → 8,5", preview.Text, StringComparison.Ordinal);
        var mark = await app.HistoryMarkAsync();
        var done = await judge.SubmitAsync(preview.Form("main form[method=post]"));
        Assert.Equal("/judging", done.Address);
        Assert.Contains("Đã lấy 4 điểm và nhận xét", done.Text + done.Body, StringComparison.Ordinal);
        var sheets = await SheetsAsync();
        Assert.Equal((7m, 12.5m, "Cần xem thêm", false), (sheets[empty.Number].Marks.Min(one => one.Points), sheets[empty.Number].Marks.Max(one => one.Points), sheets[empty.Number].Remark, sheets[empty.Number].IsSubmitted));
        Assert.Equal(2, (await app.HistorySinceAsync(mark)).Count(one => one.Kind == nameof(ScoreSheet) && one.Reason!.Contains("cham.xlsx", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_mark_changed_on_line_since_the_download_stands_unless_the_file_is_chosen()
    {
        var bytes = await PaperWork.WorkbookAsync(app, "judge1", 2026);
        var (first, _) = await RowsAsync(bytes);
        var judge = await app.SignedInAsync("judge1");
        // On line, after the download: 6; in the file: 8.
        await OnlineAsync(first.Number, 6m);
        var file = Edited(bytes, (first, 3, 8m), (first, 4, 5m));
        var preview = await SendAsync(judge, file);
        Assert.Contains("lấy 8 từ tệp", preview.Text, StringComparison.Ordinal);
        Assert.Contains("nếu không thì giữ 6", preview.Text, StringComparison.Ordinal);
        await judge.SubmitAsync(preview.Form("main form[method=post]"));
        Assert.Equal([6m, 5m], await MarksAsync(first.Number, 2));

        preview = await SendAsync(judge, file);
        var key = preview.At("[name='Input.FromFile']").GetAttribute("value");
        await judge.SubmitAsync(preview.Form("main form[method=post]"), null, ("Input.FromFile", key));
        Assert.Equal([8m, 5m], await MarksAsync(first.Number, 2));
    }

    [Fact]
    public async Task What_was_previewed_is_what_is_saved_or_nothing()
    {
        var bytes = await PaperWork.WorkbookAsync(app, "judge1", 2026);
        var (first, _) = await RowsAsync(bytes);
        var judge = await app.SignedInAsync("judge1");
        var preview = await SendAsync(judge, Edited(bytes, (first, 3, 8m)));
        await OnlineAsync(first.Number, 6m);
        var refused = await judge.SubmitAsync(preview.Form("main form[method=post]"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Dữ liệu đã thay đổi", string.Join(' ', refused.Errors), StringComparison.Ordinal);
        Assert.Equal([6m], await MarksAsync(first.Number, 1));
        Assert.Contains("lấy 8 từ tệp", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_that_was_submitted_meanwhile_is_told_and_untouched()
    {
        var bytes = await PaperWork.WorkbookAsync(app, "judge1", 2026);
        var (first, _) = await RowsAsync(bytes);
        await app.ChangeAsync(async db =>
        {
            var programme = await db.Programmes.WithCriteria().SingleAsync(one => one.Year == 2026);
            var sheet = await SheetOf(db, first.Number);
            sheet.Save(programme, programme.JudgedCriteria.ToDictionary(one => one.Id, one => (decimal?)one.Max), null, app.Clock.Now.UtcDateTime);
            sheet.Submit(programme, app.Clock.Now.UtcDateTime);
        });
        var preview = await SendAsync(await app.SignedInAsync("judge1"), Edited(bytes, (first, 3, 1m)));
        Assert.Contains("nên giữ nguyên", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("lấy 1 từ tệp", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_judges_file_another_years_and_no_such_file_are_refused_with_a_sentence()
    {
        var judge = await app.SignedInAsync("judge1");
        async Task<string> RefusedAsync(byte[] file)
        {
            var page = await SendAsync(judge, file);
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            return string.Join(' ', page.Errors);
        }

        var mine = await PaperWork.WorkbookAsync(app, "judge1", 2026);
        var code = KeyProducts.Documents.Spreadsheets.SheetReader.Read(new MemoryStream(mine), "a.xlsx")[0].Rows[1][0]!.Text;
        Assert.Contains("của thành viên khác", await RefusedAsync(await PaperWork.WorkbookAsync(app, "judge3", 2026)), StringComparison.Ordinal);
        Assert.Contains("Đây không phải tệp chấm điểm", await RefusedAsync(ImportFile.Xlsx(["Số hồ sơ", "Điểm"], [1, 2])), StringComparison.Ordinal);
        Assert.Contains("PCĐ-2026-000-J", code, StringComparison.Ordinal);
        var place = SheetCode.Read(code.Split(' ')[2]).Judge;
        Assert.Contains("Tệp này của năm 2025", await RefusedAsync(ImportFile.Xlsx([$"{new SheetCode(2025, 0, place)}"], ["Số hồ sơ", "1. Tăng trưởng sản xuất"], [1, 2])), StringComparison.Ordinal);
        Assert.Contains("Không tìm thấy dòng tên tiêu chí", await RefusedAsync(ImportFile.Xlsx([$"{new SheetCode(2026, 0, place)}"], ["a", "b"], [1, 2])), StringComparison.Ordinal);
        Assert.NotEmpty(await RefusedAsync("không phải Excel"u8.ToArray()));
    }

    [Fact]
    public async Task Another_judge_does_not_see_the_preview_and_a_year_not_in_judging_has_none()
    {
        var preview = await SendAsync(await app.SignedInAsync("judge1"), await PaperWork.WorkbookAsync(app, "judge1", 2026));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAsync("judge3")).GetAsync(preview.Address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAsync("judge1")).GetAsync("/programmes/2025/judging/offline")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedInAsync("officer")).GetAsync(Home)).StatusCode);
    }

    private static List<int> Numbers(byte[] file) =>
        [.. SheetReader.Read(new MemoryStream(file), "a.xlsx")[0].Rows.Select(row => row[0]?.Number).OfType<decimal>().Select(number => (int)number)];

    // The first row that has marks in its first two criteria, and the first that has none.
    private static Task<(Line First, Line Empty)> RowsAsync(byte[] file)
    {
        var rows = SheetReader.Read(new MemoryStream(file), "a.xlsx")[0].Rows.Where(row => row[0]?.Number is not null).ToList();
        Line Of(RowContent row) => new(row.Number, (int)row[0]!.Number!.Value);
        return Task.FromResult((Of(rows.First(row => row[3] is not null && row[4] is not null)), Of(rows.First(row => row[3] is null))));
    }

    // Types into cells as Excel would store it: numbers, words, or a formula that was never computed.
    private static byte[] Edited(byte[] file, params (Line Line, int Column, object Value)[] cells)
    {
        var memory = new MemoryStream();
        memory.Write(file);
        using (var document = SpreadsheetDocument.Open(memory, isEditable: true))
        {
            var part = (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook!.Descendants<Sheet>().First().Id!.Value!);
            foreach (var (line, column, value) in cells)
            {
                var cell = part.Worksheet!.Descendants<Cell>().Single(one => one.CellReference == CellAddress.Of(line.Row, column));
                cell.RemoveAllChildren();
                cell.DataType = null;
                switch (value)
                {
                    case string formula when formula.StartsWith('='):
                        cell.Append(new CellFormula(formula[1..]));
                        break;
                    case string words:
                        cell.DataType = CellValues.InlineString;
                        cell.Append(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(words)));
                        break;
                    default:
                        cell.Append(new CellValue(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!));
                        break;
                }
            }

            part.Worksheet!.Save();
        }

        return memory.ToArray();
    }

    private static async Task<Page> SendAsync(Visitor judge, byte[] file) =>
        await judge.UploadAsync((await judge.OpenAsync(Home)).Form(Form), "Input.File", [new ChosenFile("cham.xlsx", file)]);

    private static Task<ScoreSheet> SheetOf(AppDbContext db, int number) => db.Sheets.Include(one => one.Marks).Include(one => one.Remarks).Include(one => one.Nomination).Include(one => one.Judge).ThenInclude(judge => judge.Assigned)
        .Include(one => one.Judge).ThenInclude(judge => judge.Groups).AsSplitQuery()
        .FirstAsync(one => one.Nomination.Programme.Year == 2026 && one.Nomination.Number == number && db.Users.Any(user => user.Id == one.Judge.UserId && user.Email == "judge1@demo.local"));

    private Task OnlineAsync(int number, decimal points) => app.ChangeAsync(async db =>
    {
        var programme = await db.Programmes.WithCriteria().SingleAsync(one => one.Year == 2026);
        (await SheetOf(db, number)).Save(programme, new Dictionary<Guid, decimal?> { [programme.JudgedCriteria[0].Id] = points }, null, app.Clock.Now.UtcDateTime);
    });

    private Task<List<decimal>> MarksAsync(int number, int first) => app.ReadAsync(async db =>
    {
        var programme = await db.Programmes.WithCriteria().SingleAsync(one => one.Year == 2026);
        var sheet = await SheetOf(db, number);
        return programme.JudgedCriteria.Take(first).Select(one => sheet.On(one.Id)!.Value).ToList();
    });

    private Task<Dictionary<int, ScoreSheet>> SheetsAsync() => app.ReadAsync(async db =>
        await db.Sheets.Include(one => one.Marks).Include(one => one.Nomination).Where(one => one.Nomination.Programme.Year == 2026 && db.Users.Any(user => user.Id == one.Judge.UserId && user.Email == "judge1@demo.local"))
            .ToDictionaryAsync(one => one.Nomination.Number));

    private sealed record Line(int Row, int Number);
}
