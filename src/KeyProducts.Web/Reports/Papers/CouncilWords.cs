using KeyProducts.Domain;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>What papers call the council and its members.</summary>
public static class CouncilWords
{
    /// <summary>The council, as the head of its papers writes it.</summary>
    public const string Head = "HỘI ĐỒNG ĐÁNH GIÁ, XÉT CHỌN SẢN PHẨM CÔNG NGHIỆP CHỦ LỰC";

    /// <summary>A part in the council.</summary>
    public static string Of(CouncilRole role) => role switch
    {
        CouncilRole.Chair => "Chủ tịch Hội đồng",
        CouncilRole.Deputy => "Phó Chủ tịch Hội đồng",
        CouncilRole.Secretary => "Thư ký Hội đồng",
        _ => "Ủy viên Hội đồng",
    };
}
