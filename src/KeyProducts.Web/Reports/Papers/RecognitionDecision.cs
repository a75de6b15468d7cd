using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Reports.Papers.Templates;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>The draft of the city's decision of recognition with the list of products by industry and, where the year has a top, the list of the top (quyết định).</summary>
public static class RecognitionDecision
{
    /// <summary>Who recognises, as the head of a paper writes it.</summary>
    internal const string City = "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI";

    /// <summary>The program's own words.</summary>
    public static readonly PaperTexts Texts = new(
        "Về việc công nhận sản phẩm công nghiệp chủ lực\nthành phố Hà Nội năm {{năm}}",
        null,
        Proposal.Bases + "\nTheo kết quả họp ngày {{ngày họp}} của Hội đồng đánh giá, xét chọn và đề nghị của Giám đốc Sở Công Thương",
        """
        Điều 1. Công nhận {{số sản phẩm}} sản phẩm của {{số doanh nghiệp}} doanh nghiệp là sản phẩm công nghiệp chủ lực thành phố Hà Nội năm {{năm}} (danh sách tại Phụ lục I); trong đó ghi nhận {{số sản phẩm dẫn đầu}} sản phẩm có điểm cao nhất là {{tên nhóm dẫn đầu}} sản phẩm công nghiệp chủ lực của năm (danh sách tại Phụ lục II).
        Điều 2. Thời hạn công nhận là {{thời hạn}} kể từ ngày ký Quyết định. Doanh nghiệp có sản phẩm được công nhận được cấp Giấy chứng nhận, được hưởng các chính sách của Thành phố đối với sản phẩm công nghiệp chủ lực và có trách nhiệm giữ vững, nâng cao chất lượng sản phẩm.
        Điều 3. Sở Công Thương tổ chức công bố, trao Giấy chứng nhận, hướng dẫn doanh nghiệp sử dụng kết quả công nhận và theo dõi, báo cáo Ủy ban nhân dân Thành phố tình hình thực hiện.
        Điều 4. Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Ủy ban nhân dân Thành phố, Giám đốc Sở Công Thương, thủ trưởng các cơ quan, đơn vị liên quan và các doanh nghiệp có tên trong danh sách chịu trách nhiệm thi hành Quyết định này./.
        """,
        null,
        "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
        "Như Điều 4\nChủ tịch, các Phó Chủ tịch UBND Thành phố (để báo cáo)\nSở Công Thương (03 bản)\nLưu: VT");

    /// <summary>Draws it up.</summary>
    public static OfficialDocument Of(PaperFacts facts, FilledPaper paper)
    {
        var (programme, year) = (facts.Programme, facts.Programme.Year);
        var reference = programme.RecognitionDecision is { } signed
            ? $"(Kèm theo Quyết định số {signed.Number} ngày {YearFields.LongDay(signed.Date)} của Ủy ban nhân dân thành phố Hà Nội)"
            : $"(Kèm theo Quyết định số            /QĐ-UBND ngày      tháng      năm {year} của Ủy ban nhân dân thành phố Hà Nội)";
        var list = new Annex("Phụ lục I", $"DANH SÁCH SẢN PHẨM ĐƯỢC CÔNG NHẬN LÀ SẢN PHẨM CÔNG NGHIỆP CHỦ LỰC\nTHÀNH PHỐ HÀ NỘI NĂM {year}", [new Listed(PaperTables.Products(facts))]) { Reference = reference, IsLandscape = true };
        var top = new Annex("Phụ lục II", $"TOP {programme.Rules.TopCount} SẢN PHẨM CÔNG NGHIỆP CHỦ LỰC\nTHÀNH PHỐ HÀ NỘI NĂM {year}", [new Listed(PaperTables.Top(facts))]) { Reference = reference };
        var head = new Letterhead(null, City, "QĐ-UBND", Agency.Place, year, programme.RecognitionDecision?.Date) { GivenNumber = programme.RecognitionDecision?.Number };
        return paper.Draw(facts, $"quyet-dinh-cong-nhan-{year}", head, "QUYẾT ĐỊNH") with
        {
            Authority = "ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI",
            Enacting = "QUYẾT ĐỊNH:",
            Annexes = programme.Rules.TopCount > 0 ? [list, top] : [list],
        };
    }
}
