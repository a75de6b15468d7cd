using KeyProducts.BrowserTests.Support;
using KeyProducts.Documents;
using KeyProducts.Documents.Spreadsheets;
using Microsoft.Playwright;

namespace KeyProducts.BrowserTests;

/// <summary>An officer's week with the dossiers of a new year: forty arrive as a list of their own making, with five mistakes in it.</summary>
[Collection(nameof(Chromium))]
public sealed class NominationsTests(Chromium chromium)
{
    private const int Rows = 40;
    private const string Home = "/programmes/2027";

    [Theory]
    [InlineData("vi", true)]
    [InlineData("en", true)]
    [InlineData("vi", false)]
    public async Task Import_40_rows_with_5_faulty_mend_import_attach_evidence_return_one_accept_the_rest_reject_one(string language, bool script)
    {
        await using var app = new RunningApp();
        await using var officer = await chromium.SignedInAsync(app, "officer", language, script: script);
        var page = officer.Page;
        await OpenYearAsync(page);
        await ImportAsync(page);
        await AttachAsync(page, script);
        await ReturnAsync(page);
        await DecideAsync(page);
        await ReadHistoryAsync(page, language);
        // Without script the refused file is a page with status 400, which the browser remarks on.
        Assert.Equal(script ? 0 : 1, officer.Complaints.Count);
    }

    private static async Task OpenYearAsync(IPage page)
    {
        await page.GotoAsync("/programmes/new");
        await page.ClickAsync("main form button.main");
        await page.GotoAsync($"{Home}/move");
        await page.FillAsync("[name='Input.Reason']", "Kế hoạch sẽ ban hành sau");
        await page.ClickAsync("main form button.main");
        await page.GotoAsync($"{Home}/nominations");
    }

    private static async Task ImportAsync(IPage page)
    {
        await page.ClickAsync($"main a[href='{Home}/nominations/import']");
        await page.SetInputFilesAsync("main input[type=file]", new FilePayload
        {
            Name = "Danh sách đăng ký 2027.xlsx",
            MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Buffer = Workbook(),
        });
        await page.ClickAsync("main form button.main");
        await Assertions.Expect(page.Locator(".sums a.wrong b")).ToHaveTextAsync("5");
        await Assertions.Expect(page.Locator(".sums a.new b")).ToHaveTextAsync($"{Rows - 5}");
        await Assertions.Expect(page.Locator(".preview > li.wrong")).ToHaveCountAsync(5);
        // Nothing is written until it is confirmed.
        await Assertions.Expect(page.Locator("main form[action] input[name='Input.Fingerprint']")).ToHaveCountAsync(0);

        // What is wrong is mended where it stands.
        foreach (var (column, right) in new[] { ("B", "Công ty TNHH Thử nghiệm 8"), ("C", "Sản phẩm thử nghiệm 12"), ("G", "31/03/2027"), ("H", "120.000.000.000") })
        {
            await page.FillAsync($"[name^='Input.Cells[{column}']", right);
        }

        await page.SelectOptionAsync("[name^='Input.Cells[E']", new SelectOptionValue { Index = 1 });
        await page.ClickAsync("main .total-bar button.main");
        await Assertions.Expect(page.Locator(".sums a.wrong b")).ToHaveTextAsync("0");
        await Assertions.Expect(page.Locator(".sums a.new b")).ToHaveTextAsync($"{Rows}");
        await page.ClickAsync("section.panel form button.main");
        await page.GotoAsync($"{Home}/screening");
        await Assertions.Expect(page.Locator(".tabs a[aria-current] .count")).ToHaveTextAsync($"{Rows}");
    }

    private static async Task AttachAsync(IPage page, bool script)
    {
        await page.GotoAsync($"{Home}/nominations/1/evidence");
        await page.SelectOptionAsync("[name='Input.Place']", new SelectOptionValue { Index = 1 });
        await page.SetInputFilesAsync("main input[type=file]", new[] { Pdf("Giấy chứng nhận ISO 9001.pdf", "ISO 9001"), Pdf("Báo cáo môi trường.pdf", "Báo cáo"), Fake() });
        await page.ClickAsync("form[data-upload] button.main");
        // The two good ones are stored, the bad one is told; with script each file is sent by itself.
        await Assertions.Expect(script ? page.Locator(".uploads li.done") : page.Locator("#refused a")).ToHaveCountAsync(script ? 2 : 1);
        await Assertions.Expect(script ? page.Locator(".uploads li.wrong") : page.Locator("#refused li")).ToContainTextAsync("ke-toan.pdf");
        await page.GotoAsync($"{Home}/nominations/1/evidence");
        await Assertions.Expect(page.Locator("main table >> nth=0")).ToContainTextAsync("Giấy chứng nhận ISO 9001.pdf");
        await Assertions.Expect(page.Locator("main table >> nth=0")).ToContainTextAsync("Báo cáo môi trường.pdf");
        await Assertions.Expect(page.Locator("main table >> nth=0")).Not.ToContainTextAsync("ke-toan.pdf");
    }

    private static async Task ReturnAsync(IPage page)
    {
        await page.GotoAsync($"{Home}/nominations/2/screening");
        await page.ClickAsync($"a[href='{Home}/nominations/2/decide?act=return']");
        await page.FillAsync("[name='Input.Reason']", "Thiếu báo cáo môi trường đã ký");
        await page.ClickAsync("main form button.main");
        var letter = await page.RunAndWaitForDownloadAsync(async () =>
        {
            await page.GotoAsync($"{Home}/nominations/2/screening");
            await page.ClickAsync($"a[href='{Home}/nominations/2/supplement-letter']");
        });
        Assert.EndsWith(".pdf", letter.SuggestedFilename, StringComparison.Ordinal);
    }

    // One is rejected, the others are accepted at once; their dossiers are unfinished, so the page asks why.
    private static async Task DecideAsync(IPage page)
    {
        await page.GotoAsync($"{Home}/nominations/3/decide?act=reject");
        await page.FillAsync("[name='Input.Reason']", "Không có cơ sở sản xuất tại Hà Nội");
        await page.ClickAsync("main form button.main");

        await page.GotoAsync($"{Home}/screening");
        await page.ClickAsync("th.choose a, th.choose input >> nth=0");
        await page.ClickAsync(".total-bar button.main");
        await Assertions.Expect(page.Locator("main .notice b >> nth=0")).ToContainTextAsync($"{Rows - 2}");
        await page.FillAsync("[name='Input.Reason']", "Bản giấy đầy đủ, nhập sau");
        await page.ClickAsync("main form button.main");
        await page.GotoAsync($"{Home}/screening?tab=all");
        await Assertions.Expect(page.Locator(".badge.good")).ToHaveCountAsync(Rows - 2);
    }

    private static async Task ReadHistoryAsync(IPage page, string language)
    {
        await page.GotoAsync("/history");
        var history = page.Locator(".history");
        await Assertions.Expect(history).ToContainTextAsync(language == "vi" ? "đã chấp nhận hồ sơ 2027/1 " : "accepted nomination 2027/1 ");
        await Assertions.Expect(history).ToContainTextAsync("Bản giấy đầy đủ, nhập sau");
        await Assertions.Expect(history).ToContainTextAsync(language == "vi" ? "đã loại hồ sơ 2027/3 " : "rejected nomination 2027/3 ");
        await Assertions.Expect(history).ToContainTextAsync("Không có cơ sở sản xuất tại Hà Nội");
    }

    // A list as a business association keeps it, with five mistakes: no business, no product, a day that does not exist, words for a
    // number, an industry that the year has not.
    private static byte[] Workbook()
    {
        var table = Table.Of(Enumerable.Range(1, Rows))
            .Text("STT đăng ký", _ => null)
            .Text("Tên doanh nghiệp", row => row == 8 ? null : $"Công ty TNHH Thử nghiệm {row}")
            .Text("Sản phẩm", row => row == 12 ? null : $"Sản phẩm thử nghiệm {row}")
            .Text("Mã số thuế", _ => null)
            .Text("Ngành", row => row == 24 ? "Nghề cá" : "Dệt may, da giày")
            .Text("Diện đăng ký", _ => "Sản phẩm thông thường")
            .Text("Ngày nhận", row => row == 16 ? "31/02/2027" : "15/03/2027")
            .Text("Doanh thu sản phẩm 2026 (đồng)", row => row == 20 ? "một trăm hai mươi tỷ" : $"{100 + row}.000.000.000")
            .Table();
        using var file = new MemoryStream();
        Excel.Write(new Report { FileName = "danh-sach", Language = "vi", Title = "Danh sách", Tables = [table] }, file);
        return file.ToArray();
    }

    private static FilePayload Pdf(string name, string words)
    {
        using var file = new MemoryStream();
        Documents.Pdf.PdfReport.Write(new Report { FileName = "minh-chung", Language = "vi", Title = words, Tables = [] }, file);
        return new FilePayload { Name = name, MimeType = "application/pdf", Buffer = file.ToArray() };
    }

    // A program under the name of a document.
    private static FilePayload Fake() => new() { Name = "ke-toan.pdf", MimeType = "application/pdf", Buffer = [.. "MZ"u8, .. new byte[512]] };
}
