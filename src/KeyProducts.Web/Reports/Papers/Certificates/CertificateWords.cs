using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Reports.Papers.Templates;

namespace KeyProducts.Web.Reports.Papers.Certificates;

/// <summary>The words of certificates. They are in Vietnamese and English whatever the reader's language, so they stand here and not among the pages' words.</summary>
public static class CertificateWords
{
    private const string Signers = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH";

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The program's own words of a kind, as an administrator begins to change them.</summary>
    public static PaperTexts Texts(PaperKind kind) => kind == PaperKind.CertificateOfTop
        ? new PaperTexts(
            "{{tên nhóm dẫn đầu}} SẢN PHẨM CÔNG NGHIỆP CHỦ LỰC THÀNH PHỐ HÀ NỘI NĂM {{năm}}",
            null,
            null,
            "thuộc {{tên nhóm dẫn đầu}} Sản phẩm công nghiệp chủ lực thành phố Hà Nội năm {{năm}},\ntheo {{quyết định công nhận}} của Ủy ban nhân dân thành phố Hà Nội.",
            "is among the {{tên nhóm dẫn đầu}} Key Industrial Products of Hanoi in {{năm}},\nunder Decision No. {{số quyết định}} of {{ngày quyết định tiếng Anh}} of the Hanoi People’s Committee.",
            Signers,
            null)
        : new PaperTexts(
            "SẢN PHẨM CÔNG NGHIỆP CHỦ LỰC THÀNH PHỐ HÀ NỘI NĂM {{năm}}",
            null,
            null,
            "là Sản phẩm công nghiệp chủ lực thành phố Hà Nội năm {{năm}},\ntheo {{quyết định công nhận}} của Ủy ban nhân dân thành phố Hà Nội.",
            "is a Key Industrial Product of Hanoi in {{năm}},\nunder Decision No. {{số quyết định}} of {{ngày quyết định tiếng Anh}} of the Hanoi People’s Committee.",
            Signers,
            null);

    /// <summary>The kind of paper that a certificate is.</summary>
    public static PaperKind PaperOf(CertificateKind kind) => kind == CertificateKind.Top ? PaperKind.CertificateOfTop : PaperKind.CertificateOfRecognition;

    /// <summary>The fields that the words of a certificate may name; all come from the certificate itself but what the top is called.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="topCount">How many products form the year's top.</param>
    public static PaperFields Fields(Certificate certificate, int topCount) => new(
    [
        new("năm", "the year of the award", certificate.Year.ToString(CultureInfo.InvariantCulture)),
        new("số giấy chứng nhận", "the certificate’s own number", certificate.Code.ToString()),
        new("sản phẩm", "the product", certificate.Product.Vietnamese),
        new("sản phẩm tiếng Anh", "the product in English", Foreign(certificate.Product)),
        new("doanh nghiệp", "the business", certificate.Business.Vietnamese),
        new("doanh nghiệp tiếng Anh", "the business in English", Foreign(certificate.Business)),
        new("ngành", "the industry", certificate.Industry.Vietnamese),
        new("ngành tiếng Anh", "the industry in English", Foreign(certificate.Industry)),
        new("tên nhóm dẫn đầu", "what the top of the year is called", topCount > 0 ? TopName(topCount) : null),
        new("quyết định công nhận", "the decision of recognition, once it is signed", YearFields.Reference("Quyết định", certificate.Decision)),
        new("số quyết định", "number of the decision of recognition", certificate.Decision.Number),
        new("ngày quyết định", "day of the decision of recognition", YearFields.LongDay(certificate.Decision.Date)),
        new("ngày quyết định tiếng Anh", "day of the decision of recognition in English", EnglishDay(certificate.Decision.Date)),
        new("có giá trị từ ngày", "the first day on which the certificate holds", YearFields.LongDay(certificate.ValidFrom)),
        new("có giá trị đến ngày", "the last day on which the certificate holds", YearFields.LongDay(certificate.ValidUntil)),
    ]);

    /// <summary>A name in English; in Vietnamese where it has none.</summary>
    public static string Foreign(BilingualName name) => name.In("en");

    /// <summary>A day as English papers write it.</summary>
    public static string EnglishDay(DateOnly day) => day.ToString("d MMMM yyyy", English);

    /// <summary>What the top of a year is called.</summary>
    public static string TopName(int count) => string.Create(CultureInfo.InvariantCulture, $"Top {count}");
}
