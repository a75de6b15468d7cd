using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Scoring;

/// <summary>What a year's certificates rest on.</summary>
/// <param name="Year">The result in force.</param>
/// <param name="Issue">What can be issued now.</param>
/// <param name="Undeserved">Certificates in force that the result in force does not give any more.</param>
public sealed record CertificateYear(YearResult Year, CertificateIssue Issue, IReadOnlyList<CertificateNumber> Undeserved)
{
    /// <summary>The hash of the snapshot in force; null when there is none.</summary>
    public string? Sha256 => Year.Snapshot?.Sha256;
}

/// <summary>Where staff issue and replace certificates.</summary>
public sealed class CertificateDesk(AppDbContext db, ScoringService scoring)
{
    /// <summary>A year, whose criteria must be loaded.</summary>
    public async Task<CertificateYear> LoadAsync(Programme programme)
    {
        var year = await scoring.ResultAsync(programme);
        var had = await db.Certificates.Where(one => one.ProgrammeId == programme.Id).OrderBy(one => one.Number)
            .Select(one => new { one.NominationId, one.NominationNumber, one.Kind, one.Number, IsInForce = one.RevokedAt == null && one.ReplacedAt == null }).ToListAsync();
        return new CertificateYear(
            year,
            CertificateIssue.Of(
                programme, year.Result, year.Snapshot?.Sha256, await db.CertifiedProductsAsync(programme.Id, year.Content, year.Result), had.Select(one => (one.NominationId, one.Kind))),
            [.. had.Where(one => one.IsInForce && !CertificateIssue.Deserves(year.Result, one.NominationNumber, one.Kind)).Select(one => new CertificateNumber(programme.Year, one.Number))]);
    }
}
