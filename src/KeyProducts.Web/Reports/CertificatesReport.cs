using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>A certificate in the list.</summary>
/// <param name="Number">Its number in the year's series.</param>
/// <param name="Kind">What it certifies.</param>
/// <param name="Nomination">The registration number of the nomination.</param>
/// <param name="Product">The product as printed.</param>
/// <param name="Business">The business as printed.</param>
/// <param name="IssuedOn">The day printed on it.</param>
/// <param name="ValidUntil">The last day on which it holds.</param>
/// <param name="RevokedAt">When it was revoked, UTC.</param>
/// <param name="ReplacedAt">When it was replaced, UTC.</param>
/// <param name="Reason">Why it was revoked or replaced.</param>
public sealed record CertificateLine(
    int Number, CertificateKind Kind, int Nomination, BilingualName Product, BilingualName Business, DateOnly IssuedOn, DateOnly ValidUntil, DateTime? RevokedAt, DateTime? ReplacedAt, string? Reason);

/// <summary>The list of a year's certificates, on a page and in files.</summary>
public static class CertificatesReport
{
    /// <summary>The lines of certificates.</summary>
    public static IQueryable<CertificateLine> Lines(this IQueryable<Certificate> certificates) => certificates.OrderBy(one => one.Number).Select(one => new CertificateLine(
        one.Number,
        one.Kind,
        one.NominationNumber,
        new BilingualName(one.Product.Vietnamese, one.Product.English),
        new BilingualName(one.Business.Vietnamese, one.Business.English),
        one.IssuedOn,
        one.ValidUntil,
        one.RevokedAt,
        one.ReplacedAt,
        one.RevokedReason ?? one.ReplacedReason));

    /// <summary>The lines as a table.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="year">Their year.</param>
    /// <param name="day">The day on which their state is told.</param>
    /// <param name="T">The reader's words.</param>
    /// <param name="whenEmpty">What is said when there is none.</param>
    public static Table Table(IEnumerable<CertificateLine> lines, int year, DateOnly day, IStringLocalizer<Words> T, string whenEmpty = "") => Documents.Table.Of(lines)
        .Code(T["Number"], line => new CertificateNumber(year, line.Number).ToString(), 11, line => $"/programmes/{year}/certificates/{line.Number}")
        .Text(T["Kind"], line => T[EnumWords.Of(line.Kind)], 13)
        .Text(T["Product"], line => line.Product.In(Languages.Current), 30)
        .Text(T["Business"], line => line.Business.In(Languages.Current), 30)
        .Date(T["Issued on"], line => line.IssuedOn)
        .Date(T["Valid until"], line => line.ValidUntil)
        .Text(T["State"], line => T[EnumWords.Of(Certificate.StateOf(line.RevokedAt, line.ReplacedAt, line.ValidUntil, day))], 14)
        .Style(line => line.Kind == CertificateKind.Top ? RowStyle.Gold : RowStyle.Plain)
        .Table(whenEmpty: whenEmpty);

    /// <summary>The file.</summary>
    public static Report Of(Programme programme, IReadOnlyList<CertificateLine> lines, DateOnly day, IStringLocalizer<Words> T)
    {
        var reasons = lines.Where(line => line.Reason is not null)
            .Select(line => $"{new CertificateNumber(programme.Year, line.Number)} – {T[EnumWords.Of(Certificate.StateOf(line.RevokedAt, line.ReplacedAt, line.ValidUntil, day))]}: {line.Reason}");
        return new Report
        {
            FileName = $"giay-chung-nhan-{programme.Year}",
            Language = Languages.Current,
            Title = T["Certificates of {0}", programme.Year],
            Lines = [.. programme.IsDemonstration ? [T["Demonstration data: all businesses, products and marks are invented."].Value] : Array.Empty<string>()],
            Facts = [.. lines.CountBy(line => line.Kind).Select(one => new Fact(T[EnumWords.Of(one.Key)], Shown.Whole(one.Value)))],
            Tables = [Table(lines, programme.Year, day, T)],
            Notes = [T["As of {0}.", Shown.Day(day)], .. reasons],
            Landscape = true,
        };
    }
}
