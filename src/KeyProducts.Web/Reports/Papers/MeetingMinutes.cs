using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Reports.Papers.Templates;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>The minutes of the council's meeting (biên bản họp).</summary>
public static class MeetingMinutes
{
    /// <summary>The program's own words.</summary>
    public static readonly PaperTexts Texts = new(
        "Họp Hội đồng đánh giá, xét chọn sản phẩm công nghiệp chủ lực\nthành phố Hà Nội năm {{năm}}",
        null,
        null,
        """
        **Thời gian:** {{giờ bắt đầu}} ngày {{ngày họp}}.
        **Địa điểm:** {{địa điểm họp}}.
        **Chủ trì:** {{chủ trì}}, {{chức vụ chủ trì}}. **Thư ký:** {{thư ký}}.
        # 1. Thành phần
        Có mặt {{số có mặt}}/{{số thành viên}} thành viên Hội đồng theo {{quyết định hội đồng}}, bảo đảm số lượng tối thiểu {{số phải có mặt}} thành viên:
        {{thành viên có mặt}}
        Vắng mặt {{số vắng mặt}} thành viên:
        {{thành viên vắng mặt}}
        Khách mời:
        {{khách mời}}
        # 2. Kết quả chấm điểm
        Thư ký báo cáo: {{số sản phẩm chấm điểm}} sản phẩm đủ điều kiện chấm điểm; đã nhận {{số phiếu}}/{{số phiếu phải có}} phiếu chấm. Điểm của sản phẩm tính theo quy tắc của năm, mỗi tiêu chí cần ít nhất {{số phiếu tối thiểu}} phiếu.
        {{bảng kết quả chấm điểm}}
        {{sản phẩm chưa đủ phiếu}}
        # 3. Điểm bằng nhau
        {{điểm bằng nhau}}
        # 4. Ý kiến thảo luận
        {{ý kiến thảo luận}}
        # 5. Kết luận
        Hội đồng thống nhất đề nghị công nhận {{số sản phẩm}} sản phẩm của {{số doanh nghiệp}} doanh nghiệp đạt từ {{điểm đạt}} điểm trở lên, trong đó {{số sản phẩm dẫn đầu}} sản phẩm thuộc {{tên nhóm dẫn đầu}}.
        {{kết luận}}
        Cuộc họp kết thúc lúc {{giờ kết thúc}} cùng ngày. Biên bản được đọc lại cho các thành viên có mặt cùng nghe và thống nhất ký tên./.
        """,
        null,
        "THƯ KÝ\n(Ký, ghi rõ họ tên)\n{{thư ký}}\n\nCHỦ TRÌ\n(Ký, ghi rõ họ tên)\n{{chủ trì}}",
        "Các thành viên Hội đồng\nSở Công Thương\nLưu: hồ sơ Hội đồng");

    /// <summary>Draws it up.</summary>
    public static OfficialDocument Of(PaperFacts facts, FilledPaper paper) =>
        paper.Draw(facts, $"bien-ban-hop-hoi-dong-{facts.Programme.Year}", new Letterhead(Agency.Superior, CouncilWords.Head, "BB-HĐ", Agency.Place, facts.Programme.Year, facts.Meeting?.HeldOn), "BIÊN BẢN");
}
