using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Scoring;

/// <summary>Keeps a year's assignments live: whoever accepts a nomination, changes the council or records or lifts a recusal lets the panel be filled up before saving.</summary>
public sealed class Assignments(AppDbContext db)
{
    /// <summary>
    /// In a year that draws its judges, draws judges for accepted nominations that have too few, counting what is about to be saved. Pairs that stand are never
    /// touched. To be called before SaveChanges.
    /// </summary>
    public async Task FillAsync(Programme programme)
    {
        if (programme.Judging.JudgesPerNomination is not null && programme.Stage < Stage.Deliberation)
        {
            db.AddRange((await LoadAsync(programme)).Fill());
        }
    }

    /// <summary>Who scores what in a year, as it is stored with what is about to be saved.</summary>
    public async Task<CouncilPanel> LoadAsync(Programme programme)
    {
        var judges = await db.Judges.WithScope().Where(judge => judge.ProgrammeId == programme.Id).ToListAsync();
        var nominations = await db.Nominations.Where(nomination => nomination.ProgrammeId == programme.Id)
            .Select(nomination => new { nomination.Id, nomination.Number, nomination.IndustryId, nomination.Status }).ToListAsync();
        var rows = await db.Assignments.Where(row => db.Judges.Any(judge => judge.Id == row.JudgeId && judge.ProgrammeId == programme.Id)).ToListAsync();
        var recusals = await db.Recusals.Where(recusal => recusal.LiftedAt == null && db.Judges.Any(judge => judge.Id == recusal.JudgeId && judge.ProgrammeId == programme.Id))
            .Select(recusal => new { recusal.Id, Pair = new JudgePair(recusal.JudgeId, recusal.NominationId) }).ToListAsync();

        var changed = Here<Nomination>().ToDictionary(nomination => nomination.Id);
        var known = Here<Recusal>().ToList();
        return new CouncilPanel(
            programme,
            judges.Union(Here<Judge>().Where(judge => judge.ProgrammeId == programme.Id)),
            nominations.Where(one => (changed.GetValueOrDefault(one.Id)?.Status ?? one.Status) == NominationStatus.Accepted)
                .Select(one => new PanelNomination(one.Id, one.Number, changed.GetValueOrDefault(one.Id)?.IndustryId ?? one.IndustryId)),
            rows.Union(Here<Assignment>().Where(row => nominations.Any(nomination => nomination.Id == row.NominationId))).Where(row => db.Entry(row).State != EntityState.Deleted),
            recusals.Where(one => known.All(recusal => recusal.Id != one.Id)).Select(one => one.Pair)
                .Concat(known.Where(recusal => recusal.LiftedAt is null).Select(recusal => new JudgePair(recusal.JudgeId, recusal.NominationId))));
    }

    /// <summary>The pairs of a year that have marks, counted or not.</summary>
    public async Task<HashSet<JudgePair>> MarkedAsync(Guid programmeId) => [.. await db.Sheets
        .Where(sheet => sheet.Nomination.ProgrammeId == programmeId && sheet.Marks.Any())
        .Select(sheet => new JudgePair(sheet.JudgeId, sheet.NominationId)).ToListAsync()];

    // What is known to this unit of work, with what is not saved yet.
    private IEnumerable<TRecord> Here<TRecord>()
        where TRecord : class => db.ChangeTracker.Entries<TRecord>().Where(entry => entry.State != EntityState.Deleted && entry.State != EntityState.Detached).Select(entry => entry.Entity);
}
