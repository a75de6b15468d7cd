using System.Globalization;
using KeyProducts.Documents;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>The letter that tells a business the result of its product (công văn thông báo kết quả đánh giá).</summary>
public static class ResultLetter
{
    /// <summary>Writes it.</summary>
    /// <param name="view">The result as the business may read it, in Vietnamese.</param>
    /// <param name="source">What it comes from.</param>
    /// <param name="now">The year in its date.</param>
    public static OfficialDocument Of(BusinessView view, string source, int now)
    {
        var programme = view.Year.Programme;
        var year = programme.Year;
        var decision = programme is { RecognitionDecision: { } taken } && view.IsFinal
            ? $" tại Quyết định số {taken.Number} ngày {Text.Shown.Day(taken.Date)} của Ủy ban nhân dân Thành phố"
            : "";
        return new OfficialDocument
        {
            FileName = string.Create(CultureInfo.InvariantCulture, $"ket-qua-{year}-{view.Number}"),
            Head = Agency.Head(Agency.Symbol, now),
            Subject = $"kết quả đánh giá, xếp hạng sản phẩm đăng ký xét chọn năm {year}",
            Addressees = [view.Business],
            Body =
            [
                .. view.Warning is null ? [] : new Block[] { new Prose($"(Dự thảo: kết quả năm {year} chưa chính thức, chưa gửi doanh nghiệp.)") },
                .. Agency.Remarks(programme),
                new Prose($"Hội đồng đánh giá, xét chọn sản phẩm công nghiệp chủ lực thành phố Hà Nội năm {year} đã chấm điểm các sản phẩm đăng ký xét chọn. {Agency.Name} thông báo để Quý doanh nghiệp được biết kết quả đánh giá sản phẩm “{view.Product}”{(decision.Length == 0 ? "" : $"; danh sách sản phẩm được công nhận đã ban hành{decision}")}."),
                new Heading("1. Kết quả"),
                new Facts([.. view.Identity, .. view.Facts]),
                new Heading("2. Điểm theo tiêu chí"),
                new Listed(view.Table with { Caption = null }),
                new SmallPrint($"{view.TableNote} {source}."),
                new Heading("3. Giải thích thứ hạng"),
                new Items([.. view.Sentences]),
                new Heading("4. Cách tính điểm"),
                new Items([.. view.Rules]),
                new Prose($"Trường hợp cần làm rõ, đề nghị Quý doanh nghiệp gửi văn bản về {Agency.Office}, {Agency.Name}, ghi rõ số hồ sơ {view.Number}/{year}, để được giải đáp."),
                new Prose($"{Agency.Name} trân trọng cảm ơn sự tham gia của Quý doanh nghiệp./."),
            ],
            Signatures = [new Signature(["TL. GIÁM ĐỐC", Agency.Signer])],
            Recipients = ["Như trên", "Giám đốc Sở (để báo cáo)", Agency.Archive],
        };
    }
}
