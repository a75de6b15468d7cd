using System.Security.Claims;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Reports.Statistics;
using KeyProducts.Web.Text;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>The statistics over the years as a report on paper (báo cáo tổng hợp): in Vietnamese, with the head of the Department; wide tables lie in annexes.</summary>
public sealed class StatisticsPaper(StatisticsReport report, TimeProvider clock)
{
    /// <summary>Draws it up from what a reader may know.</summary>
    public async Task<PaperFile> LoadAsync(ClaimsPrincipal reader)
    {
        using var vietnamese = Languages.InVietnamese();
        var all = await report.AllAsync(reader);
        return PaperFile.Of(Of(all, HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime).Year));
    }

    private static OfficialDocument Of(StatisticsOverYears all, int today)
    {
        var (over, tables) = (all.Over, all.Tables);
        var span = over.Years.Count == 0 ? "" : $"\nthành phố Hà Nội giai đoạn {over.Years[0].Year}–{over.Years[^1].Year}";
        return new OfficialDocument
        {
            FileName = $"bao-cao-tong-hop{(over.Years.Count == 0 ? "" : $"-{over.Years[0].Year}-{over.Years[^1].Year}")}",
            Head = Agency.Head("BC-SCT", today),
            Title = "BÁO CÁO",
            Subject = $"Tổng hợp kết quả đánh giá, xét chọn sản phẩm công nghiệp chủ lực{span}",
            Body =
            [
                .. all.Report.Lines.Select(line => new Prose(new RichText([new Run($"({line})", IsItalic: true)]))),
                new Heading("1. Kết quả chung"),
                new Prose(Results(over)),
                .. LastYears(over).Select(text => new Prose(text)),
                new Prose("Số liệu từng năm tại Phụ lục I."),
                new Heading("2. Sản phẩm được công nhận theo ngành"),
                new Listed(tables.Industries() with { Caption = null }),
                new Heading("3. Tăng trưởng của doanh nghiệp sau khi được công nhận"),
                new Listed(tables.GrowthAfter() with { Caption = null }),
                new Heading("4. Những điểm cần lưu ý về số liệu"),
                all.Notes.Count == 0 ? new Prose("Chưa thấy số liệu nào mâu thuẫn.") : new Items([.. all.Notes.Select(one => (RichText)$"Năm {one.Year}: {one.Note}")]),
                new Prose("Các nguồn khác nhau được giữ nguyên và nêu cạnh nhau tại Phụ lục II. Cách tính như sau:"),
                .. all.Report.Notes.Take(all.Report.Notes.Count - all.Notes.Count).Select(note => new SmallPrint($"- {note}")),
            ],
            Signatures = [new Signature(["GIÁM ĐỐC"], null, "(Ký, ghi rõ họ tên, đóng dấu)")],
            Recipients = ["UBND Thành phố (để báo cáo)", Agency.Archive],
            Annexes =
            [
                new Annex("Phụ lục I", "SỐ LIỆU TỪNG NĂM", [new Listed(tables.Counts()), new Listed(tables.Money()), new Listed(tables.Distinctions())]) { IsLandscape = true },
                new Annex("Phụ lục II", "SỐ LIỆU ĐÃ CÔNG BỐ VÀ NGUỒN", [new Listed(tables.Published() with { Caption = null })]) { IsLandscape = true },
            ],
        };
    }

    private static string Results(OverYears over)
    {
        var (products, businesses, distinct) = (over.Sum(PastMeasure.RecognisedProducts), over.Sum(PastMeasure.RecognisedBusinesses), over.DistinctBusinesses);
        var known = distinct.Years.Count == 0
            ? "Chưa năm nào biết đủ danh sách doanh nghiệp để đếm mỗi doanh nghiệp một lần."
            : $"Các năm biết đủ danh sách ({StatisticsReport.Span(distinct.Years)}) có {Shown.Whole(distinct.Value)} doanh nghiệp khác nhau.";
        return $"Trong các năm {StatisticsReport.Span(products.Years)}, {Shown.Whole(products.Value)} sản phẩm được công nhận, với {Shown.Whole(businesses.Value)} lượt doanh nghiệp (mỗi doanh nghiệp tính một lần trong mỗi năm). {known}";
    }

    private static IEnumerable<string> LastYears(OverYears over)
    {
        foreach (var year in over.Years.Where(year => year.Own is not null).TakeLast(2))
        {
            string Count(PastMeasure measure) => $"{year[measure]?.Value ?? 0:00}";
            yield return $"Năm {year.Year}: {Count(PastMeasure.RecognisedProducts)} sản phẩm của {Count(PastMeasure.RecognisedBusinesses)} doanh nghiệp; "
                + $"doanh thu sản phẩm năm {year.Own!.DataYear} {Billions(year[PastMeasure.Revenue]?.Value)}, xuất khẩu {Millions(year[PastMeasure.Export]?.Value)}; "
                + $"{Count(PastMeasure.OverThousandBillion)} doanh nghiệp có doanh thu trên 1.000 tỷ đồng, {Count(PastMeasure.InTop500)} doanh nghiệp thuộc bảng xếp hạng Top 500; "
                + $"{Count(PastMeasure.FirstTime)} sản phẩm được công nhận lần đầu, {Count(PastMeasure.Renewed)} sản phẩm được công nhận lại.";
        }
    }

    private static string Billions(long? dong) => dong is { } known ? $"{Shown.Number(Shown.Billions(known), 1)} tỷ đồng" : "không công bố";

    private static string Millions(long? cents) => cents is { } known ? $"{Shown.Number(Shown.Millions(known), 2)} triệu USD" : "không công bố";
}
