using System.Security.Claims;
using KeyProducts.Documents.Certificates;
using KeyProducts.Documents.Pdf;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports.Papers.Certificates;
using KeyProducts.Web.Reports.Papers.Templates;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>Everything that a year hands out, in one archive for the file: papers in both forms, score sheets, lists and workbook, snapshots, a list with hashes. All of it is Vietnamese.</summary>
public sealed class YearPacket(AppDbContext db, YearPapers papers, FilledSheets sheets, SummaryPaper summary, CertificateSheets certificates, RecognitionReport recognition, SiteAddress site, TimeProvider clock, IStringLocalizer<Words> T)
{
    private const int MostReasons = 4;

    /// <summary>The name of the folder and, with its ending, of the file.</summary>
    public static string NameOf(int year) => $"bo-van-ban-{year}";

    /// <summary>Writes it.</summary>
    /// <param name="programme">The year, with its criteria and industries; judging must have begun.</param>
    /// <param name="reader">Who takes it: what is closed to the account by a conflict of interest stays out.</param>
    /// <param name="output">A file.</param>
    /// <returns>The SHA-256 of the snapshot in force; null for none.</returns>
    public async Task<string?> WriteAsync(Programme programme, ClaimsPrincipal reader, Stream output)
    {
        using var vietnamese = Languages.InVietnamese();
        var facts = await papers.FactsAsync(programme);
        var snapshot = facts.Year.Snapshot;
        var now = clock.GetUtcNow().UtcDateTime;
        using var packet = new Packet(output, NameOf(programme.Year), snapshot?.ConfirmedAt ?? now);
        foreach (var paper in await papers.LoadAsync(facts, reader))
        {
            AddPaper(packet, paper, programme.Year);
        }

        AddDocuments(packet, "van-ban", "Bảng tổng hợp điểm", await summary.LoadAsync(programme, reader));
        AddDocuments(packet, "phieu-cham", "Phiếu chấm điểm đã nộp", await sheets.LoadAsync(programme, reader));
        await AddCertificatesAsync(packet, programme, now);
        await AddListsAsync(packet, programme);
        await AddSnapshotsAsync(packet, programme);
        packet.Finish(
        [
            $"BỘ VĂN BẢN XÉT CHỌN SẢN PHẨM CÔNG NGHIỆP CHỦ LỰC THÀNH PHỐ HÀ NỘI NĂM {programme.Year}",
            .. programme.IsDemonstration ? ["Dữ liệu minh hoạ: doanh nghiệp, sản phẩm, điểm và số liệu đều không có thật."] : Array.Empty<string>(),
            $"Giai đoạn: {T[EnumWords.Of(programme.Stage)]}.",
            $"{facts.Source}.",
            $"Lập lúc {Shown.Moment(now)} (giờ Hà Nội).",
            .. await db.HiddenDossiersAsync(programme.Id, reader) is > 0 and var hidden
                ? [$"Không có phiếu và thư của {hidden} hồ sơ mà người lấy bộ văn bản đã khai báo xung đột lợi ích."]
                : Array.Empty<string>(),
            $"Kiểm tra tệp: mở thư mục này, chạy lệnh sha256sum -c SHA256SUMS.txt. Kiểm tra bản chốt: gửi tệp trong thư mục ban-chot tại {site.Of("/verify")}.",
        ]);
        return snapshot?.Sha256;
    }

    private void AddPaper(Packet packet, YearPaper paper, int year)
    {
        var name = T[EnumWords.Of(paper.Kind)].Value;
        if (!paper.IsReady)
        {
            packet.LeaveOut(name, !paper.HasResult ? "chưa có sản phẩm nào có điểm" : paper.Documents.Count == 0 ? "chưa có nội dung" : Reasons(paper.Problems));
            return;
        }

        AddDocuments(packet, "van-ban", name, paper.File(name, year));
    }

    private string Reasons(IReadOnlyList<PaperProblem> problems)
    {
        var reasons = problems.Select(one => T[one.Problem.Words, [.. one.Problem.Arguments.Select(argument => argument is Named named ? T[named.Key].Value : argument)]].Value.TrimEnd('.')).Distinct().ToList();
        return string.Join("; ", reasons.Take(MostReasons)) + (reasons.Count > MostReasons ? $"; và {reasons.Count - MostReasons} lý do khác" : "");
    }

    private static void AddDocuments(Packet packet, string folder, string name, PaperFile? documents)
    {
        if (documents is null)
        {
            packet.LeaveOut(name, "chưa có phiếu nào được nộp");
            return;
        }

        packet.Add($"{folder}/{documents.FileName}.docx", $"{name} (Word)", file => documents.Write("docx", file));
        packet.Add($"{folder}/{documents.FileName}.pdf", $"{name} (PDF)", file => documents.Write("pdf", file));
    }

    // Those that hold on the day, by kind.
    private async Task AddCertificatesAsync(Packet packet, Programme programme, DateTime now)
    {
        var held = await db.Certificates.AsNoTracking().Where(one => one.ProgrammeId == programme.Id).InForce(HanoiTime.DayOf(now)).OrderBy(one => one.Number).ToListAsync();
        foreach (var (kind, words, ending) in new[] { (CertificateKind.Recognition, PaperKind.CertificateOfRecognition, "cong-nhan"), (CertificateKind.Top, PaperKind.CertificateOfTop, "top") })
        {
            var name = T[EnumWords.Of(words)].Value;
            var own = held.Where(one => one.Kind == kind).ToList();
            if (own.Count == 0)
            {
                packet.LeaveOut(name, "chưa cấp giấy nào, hoặc không giấy nào còn hiệu lực");
                continue;
            }

            var printed = await certificates.LoadAsync(programme, own, $"giay-chung-nhan-{programme.Year}-{ending}");
            if (printed.Problems.Count > 0)
            {
                packet.LeaveOut(name, Reasons(printed.Problems));
                continue;
            }

            var path = $"giay-chung-nhan/giay-chung-nhan-{programme.Year}-{ending}";
            packet.Add($"{path}.docx", $"{name} (Word)", file => WordCertificate.Write(printed.Title, printed.Sheets, file));
            packet.Add($"{path}.pdf", $"{name} (PDF)", file => PdfCertificate.Write(printed.Title, printed.Sheets, file));
        }
    }

    private async Task AddListsAsync(Packet packet, Programme programme)
    {
        var list = await recognition.LoadAsync(programme);
        var name = $"so-lieu/{list.Report.FileName}";
        packet.Add($"{name}.xlsx", "Danh sách, thống kê và nguồn số liệu (Excel)", file => Excel.Write(list.Book, file));
        packet.Add($"{name}.csv", "Danh sách (CSV)", file => Csv.Write(list.Report, file));
        packet.Add($"{name}.pdf", "Danh sách (PDF)", file => PdfReport.Write(list.Report, file));
    }

    // All of them: a correction names the one it corrects.
    private async Task AddSnapshotsAsync(Packet packet, Programme programme)
    {
        var snapshots = await db.Snapshots.AsNoTracking().Where(one => one.ProgrammeId == programme.Id).OrderBy(one => one.Number).ToListAsync();
        foreach (var snapshot in snapshots)
        {
            packet.Add($"ban-chot/{Downloads.NameOf(snapshot, programme.Year)}", $"Bản chốt kết quả số {snapshot.Number}", file => file.Write(snapshot.Content));
        }

        if (snapshots.Count == 0)
        {
            packet.LeaveOut("Bản chốt kết quả", "kết quả chưa chốt");
        }
    }

    private static string FormOf(string ending) => ending == "docx" ? "Word" : "PDF";
}
