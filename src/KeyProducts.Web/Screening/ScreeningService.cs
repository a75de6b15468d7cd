using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Screening;

/// <summary>Looks at dossiers as an officer does: against what the same businesses declared before, and against each other.</summary>
public sealed class ScreeningService(AppDbContext db, TimeProvider clock)
{
    /// <summary>What is doubtful about nominations of a year, by their keys, in three queries however many they are.</summary>
    /// <param name="programme">The year, with tracks.</param>
    /// <param name="nominations">Some of its nominations, each with business, figures and certificates.</param>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<FigureWarning>>> WarningsAsync(Programme programme, IReadOnlyCollection<Nomination> nominations)
    {
        var businesses = nominations.Select(nomination => nomination.BusinessId).Distinct().ToList();
        var earlier = await db.Nominations.AsNoTracking().Include(nomination => nomination.Figures)
            .Where(nomination => businesses.Contains(nomination.BusinessId) && nomination.Programme.Year < programme.Year)
            .OrderByDescending(nomination => nomination.Programme.Year).ThenBy(nomination => nomination.Number).ToListAsync();
        var others = await db.Nominations
            .Where(nomination => nomination.ProgrammeId == programme.Id && businesses.Contains(nomination.BusinessId) && nomination.Status != NominationStatus.Withdrawn)
            .Select(nomination => new { nomination.Id, nomination.BusinessId, nomination.Number, nomination.Product.Vietnamese }).ToListAsync();
        var before = earlier.ToLookup(nomination => nomination.BusinessId);
        var beside = others.ToLookup(other => other.BusinessId);
        var today = HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime);
        return nominations.ToDictionary(nomination => nomination.Id, nomination => DossierChecks.Of(nomination, programme, BackgroundOf(
            nomination, programme, before[nomination.BusinessId], beside[nomination.BusinessId].Select(other => (other.Id, other.Number, other.Vietnamese)), today)));
    }

    /// <summary>What a nomination is compared with. Certificates are looked at while its year lasts: one that ends later was valid when it counted.</summary>
    /// <param name="nomination">The nomination.</param>
    /// <param name="programme">Its year.</param>
    /// <param name="earlier">Nominations of the same business in earlier years with their figures, the latest first.</param>
    /// <param name="beside">Nominations of the same business in the year, without those withdrawn.</param>
    /// <param name="today">The day, in Hà Nội.</param>
    public static DossierBackground BackgroundOf(
        Nomination nomination, Programme programme, IEnumerable<Nomination> earlier, IEnumerable<(Guid Id, int Number, string Product)> beside, DateOnly today)
    {
        var product = SearchText.Fold(nomination.Product.Vietnamese);
        var lastDay = new DateOnly(programme.Year, 12, 31);
        return new DossierBackground(
            [.. earlier.SelectMany(one => one.Figures.Where(figure => figure.Base == FigureBase.Business || SearchText.Fold(one.Product.Vietnamese) == product))],
            [.. beside.Where(other => other.Id != nomination.Id && SearchText.Fold(other.Product) == product).Select(other => other.Number).Order()],
            today < lastDay ? today : lastDay);
    }

    /// <summary>What is doubtful about one nomination.</summary>
    public async Task<IReadOnlyList<FigureWarning>> WarningsAsync(Programme programme, Nomination nomination) =>
        (await WarningsAsync(programme, [nomination]))[nomination.Id];
}
