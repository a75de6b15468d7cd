using System.Globalization;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Reports.Papers.Templates;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>The letter that tells a business the result of its product (công văn thông báo kết quả đánh giá).</summary>
public static class ResultLetter
{
    /// <summary>The program's own words.</summary>
    public static readonly PaperTexts Texts = new(
        "kết quả đánh giá, xếp hạng sản phẩm đăng ký xét chọn năm {{năm}}",
        "{{doanh nghiệp}}",
        null,
        """
        Hội đồng đánh giá, xét chọn sản phẩm công nghiệp chủ lực thành phố Hà Nội năm {{năm}} đã chấm điểm các sản phẩm đăng ký xét chọn. Sở Công Thương Hà Nội thông báo để Quý doanh nghiệp được biết kết quả đánh giá sản phẩm “{{sản phẩm}}”, hồ sơ số {{số hồ sơ}}.
        # 1. Kết quả
        {{kết quả đánh giá}}
        # 2. Điểm theo tiêu chí
        {{điểm theo tiêu chí}}
        # 3. Giải thích thứ hạng
        {{giải thích thứ hạng}}
        # 4. Cách tính điểm
        {{cách tính điểm}}
        Trường hợp cần làm rõ, đề nghị Quý doanh nghiệp gửi văn bản về Phòng Quản lý công nghiệp, Sở Công Thương Hà Nội, ghi rõ số hồ sơ {{số hồ sơ}}, để được giải đáp.
        Sở Công Thương Hà Nội trân trọng cảm ơn sự tham gia của Quý doanh nghiệp./.
        """,
        null,
        "TL. GIÁM ĐỐC\nTRƯỞNG PHÒNG QUẢN LÝ CÔNG NGHIỆP",
        "Như trên\nGiám đốc Sở (để báo cáo)\nLưu: VT, QLCN");

    /// <summary>The fields that only this letter has.</summary>
    /// <param name="view">The result as the business may read it, in Vietnamese.</param>
    public static IReadOnlyList<PaperField> Fields(BusinessView view) =>
    [
        new("doanh nghiệp", "the business", view.Business),
        new("sản phẩm", "the product", view.Product),
        new("số hồ sơ", "number of the dossier", string.Create(CultureInfo.InvariantCulture, $"{view.Number}/{view.Year.Programme.Year}")),
        new("kết quả đánh giá", "score, rank and result", null) { Blocks = [new Facts([.. view.Identity, .. view.Facts])] },
        new("điểm theo tiêu chí", "table: points by criterion", null) { Blocks = [new Listed(view.Table with { Caption = null }), new SmallPrint(view.TableNote)] },
        new("giải thích thứ hạng", "list: why it stands where it does", null) { Blocks = [new Items([.. view.Sentences])] },
        new("cách tính điểm", "list: how every product is scored", null) { Blocks = [new Items([.. view.Rules])] },
    ];

    /// <summary>Draws it up.</summary>
    public static OfficialDocument Of(PaperFacts facts, FilledPaper paper, int number) =>
        paper.Draw(facts, string.Create(CultureInfo.InvariantCulture, $"ket-qua-{facts.Programme.Year}-{number}"), Agency.Head(Agency.Symbol, facts.Programme.Year), null);
}
