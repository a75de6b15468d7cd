using System.Security.Claims;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Text;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>The score summary as a paper that secretary and chair sign (bảng tổng hợp điểm): means and totals, and in an annex every mark that counts.</summary>
public sealed class SummaryPaper(SummaryReport report)
{
    /// <summary>Draws it up; null while there is nothing to sum up.</summary>
    /// <param name="programme">The year, whose criteria must be loaded.</param>
    /// <param name="reader">Who reads it: nominations closed to an account by a conflict are left out, and it says so.</param>
    public async Task<PaperFile?> LoadAsync(Programme programme, ClaimsPrincipal reader)
    {
        using var vietnamese = Languages.InVietnamese();
        var summary = await report.LoadAsync(programme, reader, 1);
        return summary.Nominations == 0 ? null
            : new PaperFile(summary.Report.FileName, $"Bảng tổng hợp điểm năm {programme.Year}", [Of(summary)]) { Sha256 = summary.Report.Source?.Sha256 };
    }

    private static OfficialDocument Of(ScoreSummary summary)
    {
        var (programme, report) = (summary.Year.Programme, summary.Report);
        var council = programme.CouncilDecision is { } decision ? $" thành lập theo Quyết định số {decision.Number} ngày {Shown.Day(decision.Date)}" : "";
        return new OfficialDocument
        {
            FileName = report.FileName,
            Head = new Letterhead(Agency.Superior, CouncilWords.Head, "BTH-HĐ", Agency.Place, programme.Year),
            Title = "BẢNG TỔNG HỢP ĐIỂM",
            Subject = $"Đánh giá, xét chọn sản phẩm công nghiệp chủ lực\nthành phố Hà Nội năm {programme.Year}",
            Body =
            [
                .. Agency.Remarks(programme),
                new Prose($"Điểm của Hội đồng đánh giá, xét chọn{council}, tổng hợp từ các phiếu chấm điểm đã nộp:"),
                new Facts(report.Facts),
                .. summary.Overview.Select(table => new Listed(table)),
                .. report.Notes.Select(note => new SmallPrint(note)),
            ],
            Signatures =
            [
                .. report.Signatures.Select(signature => signature with { Hint = "(Ký, ghi rõ họ tên)" }),
            ],
            Recipients = ["Các thành viên Hội đồng", Agency.Name, "Lưu: hồ sơ Hội đồng"],
            Annexes =
            [
                new Annex("Phụ lục", $"ĐIỂM CỦA TỪNG THÀNH VIÊN HỘI ĐỒNG THEO TIÊU CHÍ\nNĂM {programme.Year}", [.. report.Tables.Skip(summary.Overview.Count).Select(table => new Listed(table with { Caption = null }))])
                {
                    Reference = "(Kèm theo Bảng tổng hợp điểm của Hội đồng đánh giá, xét chọn)",
                    IsLandscape = true,
                },
            ],
            IsLandscape = true,
            Source = report.Source?.Words,
        };
    }
}
