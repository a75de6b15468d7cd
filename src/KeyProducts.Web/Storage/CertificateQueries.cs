using KeyProducts.Domain;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage;

/// <summary>What everybody may know of a certificate whose number they have.</summary>
/// <param name="State">How it stands.</param>
/// <param name="ValidFrom">The first day on which it holds.</param>
/// <param name="ValidUntil">The last one.</param>
/// <param name="EndedOn">The day on which it was revoked or replaced; null while it was not.</param>
/// <param name="Names">The names that it prints: to be compared with what somebody has typed, never to be shown.</param>
public sealed record KnownCertificate(CertificateState State, DateOnly ValidFrom, DateOnly ValidUntil, DateOnly? EndedOn, IReadOnlyList<string> Names)
{
    /// <summary>Whether a name that somebody reads on a paper stands on the certificate; marks, case and punctuation do not count.</summary>
    public bool Prints(string name) => SearchText.Words(name).Trim() is { Length: > 0 } typed && Names.Any(known => SearchText.Words(known).Trim() == typed);
}

/// <summary>Questions about certificates.</summary>
public static class CertificateQueries
{
    /// <summary>Those that hold, on a day.</summary>
    public static IQueryable<Certificate> InForce(this IQueryable<Certificate> certificates, DateOnly day) =>
        certificates.Where(one => one.RevokedAt == null && one.ReplacedAt == null && one.ValidUntil >= day);

    /// <summary>The certificate with a number as it stands on a day; null when there is none.</summary>
    public static async Task<KnownCertificate?> KnownCertificateAsync(this AppDbContext db, CertificateNumber code, DateOnly day)
    {
        var (year, number) = (code.Year, code.Number);
        var found = await db.Certificates.AsNoTracking().FirstOrDefaultAsync(one => one.Year == year && one.Number == number);
        return found is null ? null : new KnownCertificate(
            found.StateOn(day),
            found.ValidFrom,
            found.ValidUntil,
            (found.RevokedAt ?? found.ReplacedAt) is { } ended ? HanoiTime.DayOf(ended) : null,
            [.. new[] { found.Product.Vietnamese, found.Product.English, found.Business.Vietnamese, found.Business.English }.OfType<string>()]);
    }
}
