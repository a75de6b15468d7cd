using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Reports.Public;

/// <summary>A recognised product as everybody may read it: no figure, no mark, no rank, no person.</summary>
/// <param name="Year">The year of the award.</param>
/// <param name="Number">The registration number of its nomination, by which it is found in addresses.</param>
/// <param name="Name">Its name, as the result knows it.</param>
/// <param name="BusinessNumber">The number of its business in addresses: that of the record into which a merged one went.</param>
/// <param name="Business">The name of its business.</param>
/// <param name="Place">Ward and city of the business.</param>
/// <param name="Industry">Its industry.</param>
/// <param name="IndustryOrder">The industry's place in the year's list.</param>
/// <param name="IsTop">Whether it is of the year's top.</param>
/// <param name="RenewsYear">The year whose recognition it renews; null the first time.</param>
/// <param name="Certificate">The number of its certificate of recognition in force or last in force; null while none is issued.</param>
/// <param name="ValidUntil">The last day of that certificate.</param>
/// <param name="State">How that certificate stands on the day of the question.</param>
public sealed record PublicProduct(
    int Year,
    int Number,
    BilingualName Name,
    int BusinessNumber,
    BilingualName Business,
    string Place,
    BilingualName Industry,
    int IndustryOrder,
    bool IsTop,
    int? RenewsYear,
    CertificateNumber? Certificate,
    DateOnly? ValidUntil,
    CertificateState? State);

/// <summary>A year whose list is public.</summary>
/// <param name="Year">The year of the award.</param>
/// <param name="PublishedAt">When its list was published, UTC.</param>
/// <param name="Decision">The decision of recognition.</param>
/// <param name="TopCount">How many products form the top.</param>
/// <param name="IsDemonstration">Whether its businesses are invented.</param>
/// <param name="SnapshotSha256">The hash of the snapshot that the list comes from; null for none.</param>
/// <param name="Products">What it recognises: by industry, within it by the name of the business, which tells no rank.</param>
public sealed record PublicYear(
    int Year, DateTime PublishedAt, DocumentReference? Decision, int TopCount, bool IsDemonstration, string? SnapshotSha256, IReadOnlyList<PublicProduct> Products)
{
    /// <summary>Whether the decision can be had as a file.</summary>
    public bool HasDecisionScan { get; init; }

    /// <summary>How many businesses stand behind the products.</summary>
    public int BusinessCount => Products.DistinctBy(product => product.BusinessNumber).Count();
}

/// <summary>Reads published lists of years that the program itself has carried through.</summary>
public sealed class PublishedLists(AppDbContext db, ScoringService scoring, TimeProvider clock)
{
    /// <summary>A year's list; null when it is not public.</summary>
    public async Task<PublicYear?> YearAsync(int year) => await LoadAsync(db.PublishedYears().Where(one => one.Year == year)) is [var only] ? only : null;

    /// <summary>All lists, the latest year first.</summary>
    public Task<IReadOnlyList<PublicYear>> AllAsync() => LoadAsync(db.PublishedYears());

    private async Task<IReadOnlyList<PublicYear>> LoadAsync(IQueryable<Programme> years)
    {
        var today = HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime);
        var lists = new List<PublicYear>();
        foreach (var programme in await years.WithCriteriaAndIndustries().OrderByDescending(one => one.Year).ToListAsync())
        {
            var result = await scoring.ResultAsync(programme);
            var products = await RecognisedProducts.LoadAsync(db, result);
            var certificates = (await db.Certificates.Where(one => one.ProgrammeId == programme.Id && one.Kind == CertificateKind.Recognition && one.ReplacedAt == null)
                .Select(one => new { one.NominationNumber, one.Number, one.ValidUntil, one.RevokedAt, one.ReplacedAt }).ToListAsync())
                .GroupBy(one => one.NominationNumber).ToDictionary(group => group.Key, group => group.MaxBy(one => one.Number)!);
            lists.Add(new PublicYear(programme.Year, programme.PublishedAt!.Value, programme.RecognitionDecision, programme.Rules.TopCount, programme.IsDemonstration, result.Snapshot?.Sha256,
            [
                .. products.Select(product =>
                {
                    var certificate = certificates.GetValueOrDefault(product.Ranked.Number);
                    return new PublicProduct(
                        programme.Year,
                        product.Ranked.Number,
                        product.Name,
                        product.BusinessNumber,
                        product.Business,
                        product.Place,
                        product.Industry.Name,
                        product.Industry.Order,
                        product.Ranked.Top,
                        product.RenewsYear,
                        certificate is null ? null : new CertificateNumber(programme.Year, certificate.Number),
                        certificate?.ValidUntil,
                        certificate is null ? null : Certificate.StateOf(certificate.RevokedAt, certificate.ReplacedAt, certificate.ValidUntil, today));
                }),
            ])
            { HasDecisionScan = programme.DecisionScan is not null });
        }

        return lists;
    }
}
