using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Reports.Papers.Templates;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>The Department's proposal to the city to recognise (tờ trình).</summary>
public static class Proposal
{
    /// <summary>What it rests on; the decision rests on the same.</summary>
    internal const string Bases =
        """
        Căn cứ Quyết định số 496/QĐ-UBND ngày 26 tháng 01 năm 2018 của Ủy ban nhân dân Thành phố phê duyệt Đề án phát triển sản phẩm công nghiệp chủ lực thành phố Hà Nội đến năm 2020, định hướng đến năm 2025
        Căn cứ Quyết định số 2022/QĐ-UBND ngày 07 tháng 4 năm 2023 của Ủy ban nhân dân Thành phố sửa đổi, bổ sung Quyết định số 496/QĐ-UBND
        Căn cứ Quyết định số 2023/QĐ-UBND ngày 07 tháng 4 năm 2023 của Ủy ban nhân dân Thành phố về quy chế làm việc của Hội đồng đánh giá, xét chọn
        Căn cứ {{kế hoạch}} của Ủy ban nhân dân Thành phố về xét chọn sản phẩm công nghiệp chủ lực năm {{năm}}
        """;

    /// <summary>The program's own words.</summary>
    public static readonly PaperTexts Texts = new(
        "Về việc công nhận sản phẩm công nghiệp chủ lực\nthành phố Hà Nội năm {{năm}}",
        "Ủy ban nhân dân thành phố Hà Nội",
        Bases + "\nCăn cứ {{quyết định hội đồng}} về việc thành lập Hội đồng đánh giá, xét chọn sản phẩm công nghiệp chủ lực năm {{năm}}",
        """
        Sở Công Thương kính trình Ủy ban nhân dân Thành phố xem xét, công nhận sản phẩm công nghiệp chủ lực thành phố Hà Nội năm {{năm}} với các nội dung sau:
        # 1. Quá trình xét chọn
        Thực hiện {{kế hoạch}}, Sở Công Thương đã tiếp nhận {{số sản phẩm đăng ký}} sản phẩm của {{số doanh nghiệp đăng ký}} doanh nghiệp đăng ký xét chọn. Sau thẩm định hồ sơ, {{số sản phẩm chấm điểm}} sản phẩm đủ điều kiện được đưa ra Hội đồng chấm điểm với {{số phiếu}} phiếu chấm.
        Hội đồng họp ngày {{ngày họp}} với {{số có mặt}}/{{số thành viên}} thành viên có mặt. Kết quả được công khai để lấy ý kiến từ ngày {{lấy ý kiến từ ngày}} đến hết ngày {{lấy ý kiến đến ngày}}.
        # 2. Kết quả xét chọn
        Có **{{số sản phẩm}} sản phẩm** của **{{số doanh nghiệp}} doanh nghiệp** đạt từ {{điểm đạt}} điểm trở lên trên thang {{thang điểm}} điểm, gồm {{số sản phẩm lần đầu}} sản phẩm lần đầu và {{số sản phẩm công nhận lại}} sản phẩm đề nghị công nhận lại.
        Năm {{năm số liệu}}, các sản phẩm này đạt doanh thu {{doanh thu}}, kim ngạch xuất khẩu {{xuất khẩu}}; {{số doanh nghiệp trên 1000 tỷ}} doanh nghiệp có doanh thu trên 1.000 tỷ đồng và {{số doanh nghiệp Top 500}} doanh nghiệp có tên trong danh sách 500 doanh nghiệp lớn nhất.
        {{bảng tổng hợp theo ngành}}
        {{số sản phẩm dẫn đầu}} sản phẩm có điểm cao nhất của {{số doanh nghiệp dẫn đầu}} doanh nghiệp, đề nghị ghi nhận là {{tên nhóm dẫn đầu}} của năm:
        {{bảng nhóm dẫn đầu}}
        # 3. Đề nghị
        Sở Công Thương kính đề nghị Ủy ban nhân dân Thành phố ban hành Quyết định công nhận {{số sản phẩm}} sản phẩm nêu trên (dự thảo Quyết định và danh sách kèm theo).
        Trân trọng./.
        """,
        null,
        "GIÁM ĐỐC",
        "Như trên\nChủ tịch, các Phó Chủ tịch UBND Thành phố (để báo cáo)\nVăn phòng UBND Thành phố\nLưu: VT, QLCN");

    /// <summary>Draws it up.</summary>
    public static OfficialDocument Of(PaperFacts facts, FilledPaper paper) =>
        paper.Draw(facts, $"to-trinh-cong-nhan-{facts.Programme.Year}", Agency.Head("TTr-SCT", facts.Programme.Year), "TỜ TRÌNH");
}
