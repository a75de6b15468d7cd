using System.Data.Common;
using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages;

/// <summary>Staff issue, print, revoke and replace certificates; auditors look on.</summary>
public sealed class CertificatePageTests : IDisposable
{
    private const string Home = "/programmes/2025/certificates";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_demonstration_has_its_certificates_with_one_revoked_and_one_replaced()
    {
        var all = await app.ReadAsync(db => db.Certificates.OrderBy(one => one.Year).ThenBy(one => one.Number).ToListAsync());
        Assert.Equal(
            [(2024, CertificateKind.Recognition, 36), (2024, CertificateKind.Top, 10), (2025, CertificateKind.Recognition, 36), (2025, CertificateKind.Top, 10)],
            all.GroupBy(one => (one.Year, one.Kind)).Select(group => (group.Key.Year, group.Key.Kind, group.Count())).Order());
        var today = HanoiTime.DayOf(app.Clock.Now.UtcDateTime);
        Assert.Equal([(2024, 40, CertificateState.Revoked), (2025, 10, CertificateState.Replaced)], all.Where(one => one.StateOn(today) != CertificateState.Valid).Select(one => (one.Year, one.NominationNumber, one.StateOn(today))));
        Assert.All(all.GroupBy(one => one.Year), year => Assert.Equal(Enumerable.Range(1, 46), year.Select(one => one.Number)));
        Assert.Equal(46, await app.ReadAsync(db => db.Programmes.Where(one => one.Year == 2025).Select(one => one.LastCertificateNumber).SingleAsync()));
    }

    [Fact]
    public async Task All_are_issued_at_once_after_a_look_and_never_twice()
    {
        await EmptyAsync(2025);
        var officer = await app.SignedInAsync("officer", "en");
        Assert.Contains("45 certificates are not issued yet.", (await officer.OpenAsync(Home)).Text, StringComparison.Ordinal);
        var look = await officer.OpenAsync(Home + "/issue");
        Assert.Contains("2025-0001 – 2025-0045", look.Text, StringComparison.Ordinal);
        Assert.Contains("This cannot be undone", look.Text, StringComparison.Ordinal);
        Assert.Contains("from 05/11/2025 to the end of 05/11/2028 (36 months)", look.Text, StringComparison.Ordinal);
        var mark = await app.HistoryMarkAsync();

        var done = await officer.SubmitAsync(look);

        Assert.Equal((Home, HttpStatusCode.OK), (done.Address, done.Status));
        Assert.Contains("45 certificates are issued: no. 2025-0001 to 2025-0045.", done.Text, StringComparison.Ordinal);
        var history = (await app.HistorySinceAsync(mark)).Where(entry => entry.Kind == nameof(Certificate)).ToList();
        Assert.Equal((45, AuditAct.Added, "Đinh Thị Hữu Hạnh"), (history.Count, history[0].Act, history[0].UserName));
        var twice = await officer.SubmitAsync(look);
        Assert.Equal((HttpStatusCode.BadRequest, "Every recognised product has its certificates; there is nothing to issue."), (twice.Status, Assert.Single(twice.Errors)));
        Assert.Equal(45, await app.ReadAsync(db => db.Certificates.CountAsync(one => one.Year == 2025)));
    }

    [Fact]
    public async Task Two_who_looked_at_once_give_no_number_twice()
    {
        await EmptyAsync(2025);
        var (officer, admin) = (await app.SignedInAsync("officer", "en"), await app.SignedInAsync("admin", "en"));
        var (first, second) = (await officer.OpenAsync(Home + "/issue"), await admin.OpenAsync(Home + "/issue"));
        Assert.Equal(HttpStatusCode.OK, (await officer.SubmitAsync(first)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.SubmitAsync(second)).Status);
        Assert.Equal(Enumerable.Range(1, 45), await app.ReadAsync(db => db.Certificates.Where(one => one.Year == 2025).OrderBy(one => one.Number).Select(one => one.Number).ToListAsync()));
    }

    [Fact]
    public async Task A_name_that_has_changed_since_the_look_is_looked_at_again_only_when_the_list_differs()
    {
        await EmptyAsync(2025);
        var officer = await app.SignedInAsync("officer", "en");
        var look = await officer.OpenAsync(Home + "/issue");
        await app.ChangeAsync(async db =>
        {
            var year = await db.Programmes.SingleAsync(one => one.Year == 2025);
            year.TakeCertificateNumber();
        });
        var refused = await officer.SubmitAsync(look);
        Assert.Equal((HttpStatusCode.BadRequest, "What would be issued has changed since you opened this page. Look at it again below."), (refused.Status, Assert.Single(refused.Errors)));
        Assert.Contains("2025-0002 – 2025-0046", refused.Text, StringComparison.Ordinal);
        var done = await officer.SubmitAsync(refused);
        Assert.Contains("45 certificates are issued: no. 2025-0002 to 2025-0046.", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_one_says_who_and_why_and_is_gone_from_what_is_printed()
    {
        var officer = await app.SignedInAsync("officer", "en");
        var page = await officer.OpenAsync(Home + "/4/revoke");
        var without = await officer.SubmitAsync(page, ("Input.Reason", " "));
        Assert.Equal(HttpStatusCode.BadRequest, without.Status);
        var mark = await app.HistoryMarkAsync();

        var done = await officer.SubmitAsync(without, ("Input.Reason", "Gian dối số liệu Ế Ữ"));

        Assert.Equal(Home + "/4", done.Address);
        Assert.Contains("revoked by Đinh Thị Hữu Hạnh. Reason: Gian dối số liệu Ế Ữ", done.Text, StringComparison.Ordinal);
        var entry = Assert.Single(await app.HistorySinceAsync(mark), one => one.Kind == nameof(Certificate));
        Assert.Equal((AuditAct.Changed, "Gian dối số liệu Ế Ữ"), (entry.Act, entry.Reason));
        Assert.StartsWith("2025-0004 ", entry.Subject, StringComparison.Ordinal);
        Assert.Contains("revoked certificate of the city 2025-0004", (await officer.OpenAsync("/history")).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync(Home + "/4/revoke")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.SubmitAsync(page, ("Input.Reason", "Lần nữa"))).Status);
        Assert.Contains("All certificates (44)", (await officer.OpenAsync(Home)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_name_is_replaced_under_a_new_number_and_the_old_one_says_so()
    {
        var officer = await app.SignedInAsync("officer", "en");
        var page = await officer.OpenAsync(Home + "/4/replace");
        Assert.Contains("2025-0047", page.Text, StringComparison.Ordinal);
        var refused = await officer.SubmitAsync(page, ("Input.Product", "Thép hình Ế"), ("Input.Reason", ""));
        Assert.Equal((HttpStatusCode.BadRequest, "Thép hình Ế"), (refused.Status, refused.ValueOf("Input.Product")));
        var mark = await app.HistoryMarkAsync();

        var done = await officer.SubmitAsync(refused, ("Input.Reason", "In sai tên"));

        Assert.Equal(Home + "/47", done.Address);
        Assert.Contains("Certificate no. 2025-0047 is issued in place of no. 2025-0004.", done.Text, StringComparison.Ordinal);
        Assert.Contains("Thép hình Ế", done.Text, StringComparison.Ordinal);
        var old = await officer.OpenAsync(Home + "/4");
        Assert.Contains("now there is the certificate no. 2025-0047. Reason: In sai tên", old.Text, StringComparison.Ordinal);
        Assert.Equal([AuditAct.Added, AuditAct.Changed], (await app.HistorySinceAsync(mark)).Where(one => one.Kind == nameof(Certificate)).Select(one => one.Act).Order());
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync(Home + "/4/replace")).Status);
    }

    [Fact]
    public async Task The_store_itself_keeps_numbers_and_what_is_printed()
    {
        foreach (var sql in new[] { "DELETE FROM Certificates", "UPDATE Certificates SET Number = Number + 100", "UPDATE Certificates SET Product_Vietnamese = 'khác'" })
        {
            await Assert.ThrowsAnyAsync<DbException>(() => app.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
        }

        var twice = await Assert.ThrowsAnyAsync<DbException>(() => app.ReadAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE Certificates SET ReplacedAt = NULL WHERE ReplacedAt IS NOT NULL")));
        Assert.Contains("unique", twice.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Staff_make_auditors_read_and_judges_see_nothing()
    {
        var auditor = await app.SignedInAsync("auditor", "en");
        Assert.Equal(HttpStatusCode.OK, (await auditor.OpenAsync(Home)).Status);
        var one = await auditor.OpenAsync(Home + "/4");
        Assert.Equal(HttpStatusCode.OK, one.Status);
        Assert.Empty(one.Document.QuerySelectorAll("a[href$='/revoke'], a[href$='/replace']"));
        foreach (var address in new[] { "/issue", "/4/revoke", "/4/replace" })
        {
            using var refused = await auditor.GetAsync(Home + address);
            Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        }

        var judge = await app.SignedInAsync("judge1", "en");
        foreach (var address in new[] { "", "/4", "/4/pdf", "/all/pdf", "/csv", "/issue" })
        {
            using var refused = await judge.GetAsync(Home + address);
            Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        }

        var officer = await app.SignedInAsync("officer", "en");
        foreach (var address in new[] { "/programmes/2026/certificates/1", "/programmes/2026/certificates/issue", "/programmes/2025/certificates/999", "/programmes/2026/certificates/all/pdf" })
        {
            using var none = await officer.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }
    }

    [ToolTheory("qpdf", "pdftotext")]
    [InlineData("4", 1, "giay-chung-nhan-2025-0004.pdf")]
    [InlineData("recognition", 35, "giay-chung-nhan-2025-cong-nhan.pdf")]
    [InlineData("top", 10, "giay-chung-nhan-2025-top.pdf")]
    [InlineData("all", 45, "giay-chung-nhan-2025.pdf")]
    public async Task Those_in_force_are_printed_one_by_one_and_all_in_one_and_the_history_notes_it(string which, int sheets, string name)
    {
        using var known = TestApp.InProduction(new Dictionary<string, string> { ["KeyProducts:Address"] = "https://giay.example/kp/" });
        var auditor = await known.SignedInAsync("auditor");
        var mark = await known.HistoryMarkAsync();
        using var answer = await auditor.GetAsync($"{Home}/{which}/pdf");
        var file = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(name, answer.Content.Headers.ContentDisposition!.FileNameStar ?? answer.Content.Headers.ContentDisposition.FileName);
        var addresses = QrReading.InPdf(file);
        Assert.Equal(sheets, addresses.Count);
        Assert.All(addresses, address => Assert.Matches("^https://giay\\.example/kp/check/2025-00[0-9]{2}$", address));
        var entry = Assert.Single(await known.HistorySinceAsync(mark));
        Assert.Equal((AuditAct.Exported, name), (entry.Act, entry.Subject));
    }

    [ToolFact("pdftotext")]
    public async Task A_sheet_prints_what_was_frozen_and_a_revoked_one_says_what_it_is()
    {
        var officer = await app.SignedInAsync("officer");
        var code = await app.ReadAsync(db => db.Certificates.Where(one => one.Year == 2024 && one.RevokedAt != null).Select(one => one.Number).SingleAsync());
        Assert.Contains("REVOKED", await TextAsync(officer, $"/programmes/2024/certificates/{code}/pdf"), StringComparison.Ordinal);
        var top = await app.ReadAsync(db => db.Certificates.Where(one => one.Year == 2025 && one.Kind == CertificateKind.Top).OrderBy(one => one.Number).FirstAsync());
        var text = await TextAsync(officer, $"{Home}/{top.Number}/pdf");
        Assert.Contains("TOP 10 SẢN PHẨM CÔNG NGHIỆP CHỦ LỰC THÀNH PHỐ HÀ NỘI NĂM 2025", text, StringComparison.Ordinal);
        Assert.Contains("DEMONSTRATION", text, StringComparison.Ordinal);
        Assert.Contains(top.Product.Vietnamese, text, StringComparison.Ordinal);
        Assert.Contains(top.Business.English!, text, StringComparison.Ordinal);
        Assert.Contains($"Số / No.: {top.Code}", text, StringComparison.Ordinal);
        Assert.Contains("Valid from 5 November 2025 to 5 November 2028", text, StringComparison.Ordinal);
        Assert.Contains(top.SnapshotSha256, text, StringComparison.Ordinal);
    }

    [ToolFact("pdftotext")]
    public async Task The_words_of_the_year_are_printed_and_a_field_that_does_not_exist_stops_the_press()
    {
        var officer = await app.SignedInAsync("officer", "en");
        await WordsAsync("đã được chọn là {{sản phẩm}} của {{doanh nghiệp}} năm {{năm}}");
        Assert.Contains("đã được chọn là Thép hình cán nguội cường độ cao của Công ty Cổ phần Kim khí Thái Lĩnh Hà năm 2025", await TextAsync(officer, Home + "/4/pdf"), StringComparison.Ordinal);
        await WordsAsync("là {{không có}}");
        var page = await officer.OpenAsync(Home + "/4/pdf");
        Assert.Equal(Home + "/4", page.Address);
        Assert.Contains("There is no field “không có”.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_a_file_too()
    {
        var officer = await app.SignedInAsync("officer", "en");
        using var answer = await officer.GetAsync(Home + "/csv");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(46, text.Split('\n').Count(line => line.StartsWith("2025-0", StringComparison.Ordinal) && line.Contains("2028-11-05", StringComparison.Ordinal)));
        Assert.Contains("Replaced by another", text, StringComparison.Ordinal);
        var ended = await officer.OpenAsync(Home + "?show=ended");
        Assert.Single(ended.Document.QuerySelectorAll("tbody tr"));
        Assert.Contains("Replaced by another", ended.Text, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.GetAsync(address);
        using var folder = new TemporaryFolder();
        var text = InstalledTool.PdfToText.Run(folder.Put("sheet.pdf", await answer.Content.ReadAsByteArrayAsync()), "-");
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private Task WordsAsync(string body) => app.ChangeAsync(async db =>
    {
        var year = await db.Programmes.SingleAsync(one => one.Year == 2025);
        var template = await db.PaperTemplates.FirstOrDefaultAsync(one => one.ProgrammeId == year.Id && one.Kind == PaperKind.CertificateOfRecognition);
        if (template is null)
        {
            db.Add(template = new PaperTemplate(year, PaperKind.CertificateOfRecognition));
        }

        template.Set(PaperTexts.Own with { Body = body });
    });

    // As on the day after the decision: the triggers that keep certificates would not let them go.
    private Task EmptyAsync(int year) => app.ChangeAsync(db => db.DeleteCertificatesAsync(year));
}
