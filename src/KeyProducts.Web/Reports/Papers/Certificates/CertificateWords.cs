using System.Globalization;
using KeyProducts.Documents;
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
    /// <param name="programme">The year.</param>
    /// <param name="certificate">The certificate; null while none is issued: fields then stand for themselves.</param>
    public static PaperFields Fields(Programme programme, Certificate? certificate)
    {
        PaperField Of(string name, string meaning, Func<Certificate, string?> value) => new(name, meaning, certificate is null ? $"«{name}»" : value(certificate));
        return new PaperFields(
        [
            new("năm", "the year of the award", programme.Year.ToString(CultureInfo.InvariantCulture)),
            Of("số giấy chứng nhận", "the certificate’s own number", one => one.Code.ToString()),
            Of("sản phẩm", "the product", one => one.Product.Vietnamese),
            Of("sản phẩm tiếng Anh", "the product in English", one => Foreign(one.Product)),
            Of("doanh nghiệp", "the business", one => one.Business.Vietnamese),
            Of("doanh nghiệp tiếng Anh", "the business in English", one => Foreign(one.Business)),
            Of("ngành", "the industry", one => one.Industry.Vietnamese),
            Of("ngành tiếng Anh", "the industry in English", one => Foreign(one.Industry)),
            new("tên nhóm dẫn đầu", "what the top of the year is called", programme.Rules.TopCount > 0 ? TopName(programme.Rules.TopCount) : null),
            Of("quyết định công nhận", "the decision of recognition, once it is signed", one => YearFields.Reference("Quyết định", one.Decision)),
            Of("số quyết định", "number of the decision of recognition", one => one.Decision.Number),
            Of("ngày quyết định", "day of the decision of recognition", one => YearFields.LongDay(one.Decision.Date)),
            Of("ngày quyết định tiếng Anh", "day of the decision of recognition in English", one => EnglishDay(one.Decision.Date)),
            Of("có giá trị từ ngày", "the first day on which the certificate holds", one => YearFields.LongDay(one.ValidFrom)),
            Of("có giá trị đến ngày", "the last day on which the certificate holds", one => YearFields.LongDay(one.ValidUntil)),
        ]);
    }

    /// <summary>The words as they read, for whoever changes them; the sheet itself is drawn from the same.</summary>
    /// <param name="facts">The year.</param>
    /// <param name="paper">The words with everything in its place.</param>
    /// <param name="certificate">The certificate they are tried on; null while none is issued.</param>
    public static OfficialDocument Preview(PaperFacts facts, FilledPaper paper, Certificate? certificate) =>
        (paper with { Body = [.. paper.Body, .. paper.English.Select(line => new Prose(new RichText([.. line.Runs.Select(run => run with { IsItalic = true })])))] })
            .Draw(facts, "giay-chung-nhan", new Letterhead(null, RecognitionDecision.City, "", Agency.Place, facts.Programme.Year) { Code = $"Số: {certificate?.Code.ToString() ?? "…"}" }, "GIẤY CHỨNG NHẬN");

    /// <summary>A name in English; in Vietnamese where it has none.</summary>
    public static string Foreign(BilingualName name) => name.In("en");

    /// <summary>A day as English papers write it.</summary>
    public static string EnglishDay(DateOnly day) => day.ToString("d MMMM yyyy", English);

    /// <summary>What the top of a year is called.</summary>
    public static string TopName(int count) => string.Create(CultureInfo.InvariantCulture, $"Top {count}");
}
