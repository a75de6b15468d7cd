using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Reports.Papers.Templates;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>The notice of the results for the public consultation (thông báo lấy ý kiến).</summary>
public static class ResultNotice
{
    /// <summary>The program's own words. It names products and businesses; scores are shown only if an administrator puts that table in.</summary>
    public static readonly PaperTexts Texts = new(
        "Kết quả đánh giá, xét chọn sản phẩm công nghiệp chủ lực\nthành phố Hà Nội năm {{năm}} để lấy ý kiến công khai",
        null,
        null,
        """
        Thực hiện {{kế hoạch}}, Hội đồng đánh giá, xét chọn sản phẩm công nghiệp chủ lực thành phố Hà Nội năm {{năm}} đã chấm điểm {{số sản phẩm chấm điểm}} sản phẩm đủ điều kiện.
        Sở Công Thương thông báo **{{số sản phẩm}} sản phẩm** của **{{số doanh nghiệp}} doanh nghiệp** dự kiến đề nghị Ủy ban nhân dân Thành phố công nhận để tổ chức, cá nhân biết và tham gia ý kiến:
        {{bảng sản phẩm theo ngành}}
        Thời gian nhận ý kiến: từ ngày {{lấy ý kiến từ ngày}} đến hết ngày {{lấy ý kiến đến ngày}}.
        Ý kiến bằng văn bản, ghi rõ họ tên hoặc tên tổ chức, địa chỉ liên hệ và sản phẩm có ý kiến, gửi về Phòng Quản lý công nghiệp, Sở Công Thương Hà Nội. Sở Công Thương xem xét, trả lời từng ý kiến và không công khai thông tin liên hệ của người góp ý.
        Hết thời hạn trên, Sở Công Thương tổng hợp, báo cáo Ủy ban nhân dân Thành phố./.
        """,
        null,
        "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC",
        "Các doanh nghiệp đăng ký xét chọn\nCổng thông tin điện tử của Sở (để đăng tải)\nLưu: VT, QLCN");

    /// <summary>Draws it up.</summary>
    public static OfficialDocument Of(PaperFacts facts, FilledPaper paper) =>
        paper.Draw(facts, $"thong-bao-lay-y-kien-{facts.Programme.Year}", Agency.Head("TB-SCT", facts.Programme.Year), "THÔNG BÁO");
}
