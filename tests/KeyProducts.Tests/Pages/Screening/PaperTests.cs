using System.Net;
using System.Text.RegularExpressions;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Screening;

/// <summary>Receipt and letter, read as their readers do.</summary>
public sealed partial class PaperTests : IDisposable
{
    private const string Home = "/programmes/2027/nominations/1/";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [ToolFact("pdftotext")]
    public async Task The_receipt_says_in_Vietnamese_what_was_received_by_whom_and_when()
    {
        await OpenAsync();
        await app.ChangeAsync(async db =>
        {
            var year = await db.Programmes.WithTables().SingleAsync(programme => programme.Year == 2027);
            var one = db.Nominations.Single(nomination => nomination.ProgrammeId == year.Id);
            db.Add(new Evidence(year, one, "Báo cáo môi trường.pdf", new KeyProducts.Domain.StoredFile(new string('a', 64), 9, "application/pdf"), EvidencePlace.Of(DossierSection.Environment), 0, Officers.Hoa, app.Clock.Now.UtcDateTime, null));
        });
        var mark = await app.HistoryMarkAsync();
        var text = await ReadAsync(await app.SignedInAsync("officer", "en"), "receipt");
        foreach (var words in new[]
        {
            "UBND THÀNH PHỐ HÀ NỘI", "SỞ CÔNG THƯƠNG", "GIẤY TIẾP NHẬN HỒ SƠ", "1/2027", "02/10/2026", "Công ty Cổ phần Đường Ế Ữ 01", "Sản phẩm 01",
            "Thương hiệu và sở hữu trí tuệ 1/2 mục Chưa đủ", "Báo cáo môi trường.pdf", "Ảnh chụp sản phẩm Chưa kiểm tra", "Báo cáo môi trường có chữ ký Không đạt", "NGƯỜI TIẾP NHẬN",
        })
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        Assert.Equal([(AuditAct.Exported, "giay-tiep-nhan-2027-1.pdf", (int?)2027)], (await app.HistorySinceAsync(mark)).Where(entry => entry.Act == AuditAct.Exported).Select(entry => (entry.Act, entry.Subject, entry.Year)));
    }

    [ToolFact("pdftotext")]
    public async Task Whoever_entered_the_dossier_in_the_register_has_received_it()
    {
        await ScreeningYear.OpenAsync(app, 1);
        var officer = await app.SignedInAsync("officer");
        var form = await officer.OpenAsync("/programmes/2027/nominations/new");
        string Option(string id) => form.Document.QuerySelectorAll($"#{id} option")[1].GetAttribute("value")!;
        await officer.SubmitAsync(form, ("Input.Product.Name", "Máy ép"), ("Input.Business", "5"), ("Input.Product.IndustryId", Option("Input-Product-IndustryId")), ("Input.Product.TrackId", Option("Input-Product-TrackId")));
        Assert.Contains("Đinh Thị Hữu Hạnh", await ReadAsync(await app.SignedInAsync("auditor"), "receipt", number: 2), StringComparison.Ordinal);
        Assert.DoesNotContain("Đinh Thị Hữu Hạnh", await ReadAsync(officer, "receipt", number: 1), StringComparison.Ordinal);
    }

    [ToolFact("pdftotext")]
    public async Task The_letter_numbers_its_reasons_and_names_the_day_and_where_to_send()
    {
        await OpenAsync();
        var officer = await app.SignedInAsync("officer");
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync(Home + "supplement-letter")).Status);
        await officer.SubmitAsync(await officer.OpenAsync(Home + "decide?act=return"), ("Input.DueOn", "2026-12-05"), ("Input.Reason", "Thiếu báo cáo môi trường\n\nẢnh chụp đã cũ"));
        var mark = await app.HistoryMarkAsync();
        var text = await ReadAsync(await app.SignedInAsync("auditor", "en"), "supplement-letter");
        foreach (var words in new[]
        {
            "V/v bổ sung hồ sơ", "Kính gửi: Công ty Cổ phần Đường Ế Ữ 01", "hồ sơ số 1/2027", "1. Thiếu báo cáo môi trường", "2. Ảnh chụp đã cũ", "ngày 05/12/2026", "gửi về Phòng Quản lý công nghiệp, Sở Công Thương Hà Nội", "TRƯỞNG PHÒNG QUẢN LÝ CÔNG NGHIỆP",
        })
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        Assert.Equal(["yeu-cau-bo-sung-2027-1.pdf"], (await app.HistorySinceAsync(mark)).Where(entry => entry.Act == AuditAct.Exported).Select(entry => entry.Subject));
    }

    [Fact]
    public async Task Papers_are_files_for_staff_and_auditors_alone()
    {
        await OpenAsync();
        using var answer = await (await app.SignedInAsync("officer")).GetAsync(Home + "receipt");
        Assert.Equal(("application/pdf", "giay-tiep-nhan-2027-1.pdf"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedInAsync("judge1")).OpenAsync(Home + "receipt")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAsync("officer")).OpenAsync("/programmes/2027/nominations/77/receipt")).Status);
    }

    private Task OpenAsync() => ScreeningYear.OpenAsync(app, 1, (year, one) =>
    {
        one.ChangeBrand(year, null, null);
        one.Answer(year, year.Tracks[0].Checklist[0].Id, Finding.NotMet, "Chưa ký", Officers.Hoa, app.Clock.Now.UtcDateTime);
    });

    private static async Task<string> ReadAsync(Visitor visitor, string paper, int number = 1)
    {
        using var answer = await visitor.GetAsync($"/programmes/2027/nominations/{number}/{paper}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var folder = new TemporaryFolder();
        var path = folder.Put("paper.pdf", await answer.Content.ReadAsByteArrayAsync());
        return Spaces().Replace(InstalledTool.PdfToText.Run("-layout", path, "-"), " ");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
