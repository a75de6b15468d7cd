using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>Who issues the programme's papers. Papers are Vietnamese whatever their reader's language, so their words stand here and not among the pages' words.</summary>
public static class Agency
{
    /// <summary>The agency above, as the head of a paper writes it.</summary>
    public const string Superior = "UBND THÀNH PHỐ HÀ NỘI";

    /// <summary>The agency that issues, as the head of a paper writes it.</summary>
    public const string Issuer = "SỞ CÔNG THƯƠNG";

    /// <summary>Its name inside a sentence.</summary>
    public const string Name = "Sở Công Thương Hà Nội";

    /// <summary>Its office that keeps the programme, inside a sentence.</summary>
    public const string Office = "Phòng Quản lý công nghiệp";

    /// <summary>That office, as the signature of a paper writes it.</summary>
    public const string Signer = "TRƯỞNG PHÒNG QUẢN LÝ CÔNG NGHIỆP";

    /// <summary>Its office as the symbol of a paper writes it.</summary>
    public const string Symbol = "SCT-QLCN";

    /// <summary>Where its papers are signed.</summary>
    public const string Place = "Hà Nội";

    /// <summary>Where papers of an archive go.</summary>
    public const string Archive = "Lưu: VT, QLCN";

    /// <summary>The head of a paper; the document office fills in its number and, without a day, its date.</summary>
    public static Letterhead Head(string symbol, int year, DateOnly? day = null) => new(Superior, Issuer, symbol, Place, year, day);

    /// <summary>What a paper about a result says before everything else: that its businesses are invented, when they are, and that it may still change, while it may.</summary>
    public static IReadOnlyList<Block> Remarks(YearResult year) =>
    [
        .. Remarks(year.Programme),
        .. year.Snapshot is not null ? [] : new Block[] { new Prose(Slanted($"(Dự thảo: kết quả năm {year.Programme.Year} chưa được chốt, còn có thể thay đổi.)")) },
    ];

    /// <summary>What a paper says before everything else: that its businesses are invented, when they are.</summary>
    public static IReadOnlyList<Block> Remarks(Programme programme) =>
        programme.IsDemonstration ? [new Prose(Slanted($"(Dữ liệu minh hoạ năm {programme.Year}: doanh nghiệp, sản phẩm và số liệu đều không có thật.)"))] : [];

    private static RichText Slanted(string text) => new([new Run(text, IsItalic: true)]);
}
