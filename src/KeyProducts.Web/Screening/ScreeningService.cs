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
        return nominations.ToDictionary(nomination => nomination.Id, nomination => DossierChecks.Of(nomination, programme, DossierBackground.Of(
            nomination, programme, before[nomination.BusinessId], beside[nomination.BusinessId].Select(other => (other.Id, other.Number, other.Vietnamese)), SearchText.Fold, today)));
    }

    /// <summary>Dossiers with all that screening looks at, by number, in ten queries however many they are.</summary>
    /// <param name="programme">The year, with tracks and checklists.</param>
    /// <param name="nominations">Some of its nominations.</param>
    public async Task<IReadOnlyList<ScreenedDossier>> ScreenAsync(Programme programme, IQueryable<Nomination> nominations)
    {
        var found = await nominations.WithDossier().OrderBy(nomination => nomination.Number).ToListAsync();
        var warnings = found.Count == 0 ? new Dictionary<Guid, IReadOnlyList<FigureWarning>>() : await WarningsAsync(programme, found);
        var today = HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime);
        return [.. found.Select(nomination => new ScreenedDossier(nomination, programme, warnings[nomination.Id], today))];
    }

    /// <summary>One dossier of a year among those that are open to the reader; null when there is none of that number.</summary>
    public async Task<ScreenedDossier?> ScreenAsync(Programme programme, IQueryable<Nomination> open, int number) =>
        (await ScreenAsync(programme, open.Where(nomination => nomination.ProgrammeId == programme.Id && nomination.Number == number))).SingleOrDefault();

    /// <summary>What is doubtful about one nomination.</summary>
    public async Task<IReadOnlyList<FigureWarning>> WarningsAsync(Programme programme, Nomination nomination) =>
        (await WarningsAsync(programme, [nomination]))[nomination.Id];
}
