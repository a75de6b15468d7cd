using System.Globalization;
using KeyProducts.Documents;
using KeyProducts.Documents.Certificates;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports.Papers.Templates;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Reports.Papers.Certificates;

/// <summary>Certificates ready to be printed.</summary>
/// <param name="FileName">The name of the file without its ending, plain ASCII.</param>
/// <param name="Title">What the window of a reader shows.</param>
/// <param name="Sheets">A sheet for each.</param>
/// <param name="Problems">What in their words cannot be printed; while there is any, they are not handed out.</param>
public sealed record PrintedCertificates(string FileName, string Title, IReadOnlyList<CertificateSheet> Sheets, IReadOnlyList<PaperProblem> Problems);

/// <summary>Draws up certificates: what was frozen when they were issued, in the words of the year.</summary>
public sealed class CertificateSheets(AppDbContext db, SiteAddress address, TimeProvider clock)
{
    /// <summary>The address at which anybody checks a certificate.</summary>
    public string CheckAddress(CertificateNumber code) => address.Of($"/check/{code}");

    /// <summary>Draws them up.</summary>
    /// <param name="programme">Their year.</param>
    /// <param name="certificates">At least one.</param>
    /// <param name="fileName">The name of the file, where it holds more than one.</param>
    public async Task<PrintedCertificates> LoadAsync(Programme programme, IReadOnlyList<Certificate> certificates, string fileName)
    {
        using var vietnamese = Languages.InVietnamese();
        var templates = (await db.PaperTemplates.AsNoTracking().Where(one => one.ProgrammeId == programme.Id).ToListAsync()).ToDictionary(one => one.Kind);
        var problems = new List<PaperProblem>();
        var sheets = new List<CertificateSheet>();
        foreach (var certificate in certificates)
        {
            var kind = CertificateWords.PaperOf(certificate.Kind);
            var (filled, found) = FilledPaper.Of(YearPapers.TextsOf(kind, templates.GetValueOrDefault(kind)), CertificateWords.Fields(programme, certificate));
            sheets.Add(Of(programme, certificate, filled));
            // What is wrong with the words is wrong in every certificate: once is enough.
            problems = problems.Count == 0 ? [.. found] : problems;
        }

        return sheets.Count == 1
            ? new PrintedCertificates(sheets[0].FileName, $"Giấy chứng nhận số {certificates[0].Code}", sheets, problems)
            : new PrintedCertificates(fileName, $"Giấy chứng nhận năm {programme.Year}", sheets, problems);
    }

    /// <summary>Draws up one.</summary>
    /// <param name="programme">Its year.</param>
    /// <param name="certificate">What it certifies.</param>
    /// <param name="filled">Its words, with everything in its place.</param>
    public CertificateSheet Of(Programme programme, Certificate certificate, FilledPaper filled)
    {
        var isTop = certificate.Kind == CertificateKind.Top;
        return new CertificateSheet
        {
            FileName = $"giay-chung-nhan-{certificate.Code}",
            Look = isTop ? CertificateLook.Gold : CertificateLook.Lacquer,
            State = new("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"),
            Motto = new("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"),
            Authority = new("ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", "HANOI PEOPLE’S COMMITTEE"),
            Title = new("GIẤY CHỨNG NHẬN", "CERTIFICATE"),
            Subject = filled.Subject.ToUpper(CultureInfo.CurrentCulture),
            BeforeProduct = new("Chứng nhận sản phẩm", "This is to certify that"),
            Product = new(certificate.Product.Vietnamese, CertificateWords.Foreign(certificate.Product)),
            BeforeBusiness = new("của", "by"),
            Business = new(certificate.Business.Vietnamese, CertificateWords.Foreign(certificate.Business)),
            Body = string.Join("\n", filled.Body.Select(Plain)),
            English = string.Join("\n", filled.English.Select(line => line.Plain)),
            Number = (new("Số", "No."), certificate.Code.ToString()),
            Validity = new(
                $"Có giá trị từ ngày {Shown.Day(certificate.ValidFrom)} đến hết ngày {Shown.Day(certificate.ValidUntil)}",
                $"Valid from {CertificateWords.EnglishDay(certificate.ValidFrom)} to {CertificateWords.EnglishDay(certificate.ValidUntil)}"),
            HowToCheck = new("Quét mã hoặc mở địa chỉ sau để kiểm tra hiệu lực:", "Scan the code or open this address to check:"),
            CheckAddress = CheckAddress(certificate.Code),
            PlaceAndDate = new($"Hà Nội, ngày {YearFields.LongDay(certificate.IssuedOn)}", $"Hanoi, {CertificateWords.EnglishDay(certificate.IssuedOn)}"),
            Signature = filled.Signatures is [.., var last] ? last : new Signature([]),
            SmallPrint = $"Bản chốt kết quả / Snapshot of the result, SHA-256: {certificate.SnapshotSha256}",
            Medal = isTop && programme.Rules.TopCount > 0 ? CertificateWords.TopName(programme.Rules.TopCount).ToUpperInvariant() : null,
            Mark = MarkOf(programme, certificate.StateOn(HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime))),
        };
    }

    // A copy of what does not hold says so before everything else.
    private static BothLanguages? MarkOf(Programme programme, CertificateState state) => state switch
    {
        CertificateState.Revoked => new("ĐÃ THU HỒI", "REVOKED"),
        CertificateState.Replaced => new("ĐÃ ĐƯỢC CẤP THAY", "REPLACED – NOT VALID"),
        CertificateState.Expired => new("HẾT HIỆU LỰC", "EXPIRED"),
        _ => programme.IsDemonstration ? new("MINH HOẠ – KHÔNG CÓ GIÁ TRỊ", "DEMONSTRATION – NOT VALID") : null,
    };

    private static string Plain(Block block) => block switch
    {
        Prose prose => prose.Text.Plain,
        Heading heading => heading.Text,
        Article article => $"{article.Label} {article.Text.Plain}",
        Items items => string.Join("\n", items.Texts.Select((text, i) => items.IsNumbered ? string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {text.Plain}") : $"- {text.Plain}")),
        _ => "",
    };
}
