using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Text;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>The letter that asks a business for a supplement to its dossier (công văn yêu cầu bổ sung hồ sơ).</summary>
public static class SupplementLetter
{
    /// <summary>Writes it.</summary>
    /// <param name="programme">The year.</param>
    /// <param name="nomination">With its business.</param>
    /// <param name="supplement">What is asked for.</param>
    public static OfficialDocument Of(Programme programme, Nomination nomination, Supplement supplement)
    {
        var reasons = supplement.Reasons.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var business = nomination.Business.Name.Vietnamese;
        return new OfficialDocument
        {
            FileName = $"yeu-cau-bo-sung-{programme.Year}-{nomination.Number}",
            Head = Agency.Head(Agency.Symbol, HanoiTime.DayOf(supplement.AskedAt).Year),
            Subject = $"bổ sung hồ sơ đăng ký xét chọn sản phẩm công nghiệp chủ lực năm {programme.Year}",
            Addressees = [business],
            Body =
            [
                .. Agency.Remarks(programme),
                new Prose($"Ngày {Shown.Day(nomination.ReceivedOn)}, {Agency.Name} đã tiếp nhận hồ sơ số {nomination.Number}/{programme.Year} của {business} đăng ký xét chọn sản phẩm “{nomination.Product.Vietnamese}” là sản phẩm công nghiệp chủ lực thành phố Hà Nội năm {programme.Year}."),
                new Prose("Qua thẩm định hồ sơ, đề nghị Quý doanh nghiệp bổ sung, làm rõ các nội dung sau:"),
                new Items([.. reasons], IsNumbered: true),
                new Prose($"Văn bản và tài liệu bổ sung, ghi rõ số hồ sơ {nomination.Number}/{programme.Year}, gửi về {Agency.Office}, {Agency.Name} trước 24 giờ ngày {Shown.Day(supplement.DueOn)}. Quá thời hạn trên, {Agency.Name} xem xét hồ sơ theo các tài liệu đã có."),
                new Prose($"Đề nghị Quý doanh nghiệp quan tâm thực hiện. Nếu có vướng mắc, xin liên hệ {Agency.Name} để được hướng dẫn./."),
            ],
            Signatures = [new Signature(["TL. GIÁM ĐỐC", Agency.Signer])],
            Recipients = ["Như trên", "Giám đốc Sở (để báo cáo)", Agency.Archive],
        };
    }
}
