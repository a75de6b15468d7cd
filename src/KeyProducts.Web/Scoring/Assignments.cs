using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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

    /// <summary>The same for every year whose council works or is being set up: two businesses that turn out to be one may take judges from nominations of several.</summary>
    public async Task FillAllAsync()
    {
        foreach (var programme in await db.Programmes.Where(one => one.Judging.JudgesPerNomination != null
            && (one.Stage == Stage.Nominations || one.Stage == Stage.Screening || one.Stage == Stage.Judging)).ToListAsync())
        {
            await FillAsync(programme);
        }
    }

    /// <summary>Who scores what in a year, as it is stored with what is about to be saved.</summary>
    public async Task<CouncilPanel> LoadAsync(Programme programme)
    {
        var judges = await db.Judges.WithScope().Where(judge => judge.ProgrammeId == programme.Id).ToListAsync();
        var nominations = await db.Nominations.Where(nomination => nomination.ProgrammeId == programme.Id)
            .Select(nomination => new { nomination.Id, nomination.Number, nomination.IndustryId, nomination.Status, nomination.BusinessId }).ToListAsync();
        var rows = await db.Assignments.Where(row => db.Judges.Any(judge => judge.Id == row.JudgeId && judge.ProgrammeId == programme.Id)).ToListAsync();
        var recusals = await db.Recusals.Where(recusal => recusal.LiftedAt == null && db.Judges.Any(judge => judge.Id == recusal.JudgeId && judge.ProgrammeId == programme.Id))
            .Select(recusal => new { recusal.Id, Pair = new JudgePair(recusal.JudgeId, recusal.NominationId) }).ToListAsync();
        // A conflict with a business keeps the judge from its later nominations too.
        var conflicts = await db.HeldConflicts().Where(one => db.Judges.Any(judge => judge.Id == one.JudgeId && judge.ProgrammeId == programme.Id))
            .Select(one => new { one.JudgeId, one.BusinessId, one.DeclaredAt }).ToListAsync();

        var changed = Here<Nomination>().ToDictionary(nomination => nomination.Id);
        var known = Here<Recusal>().ToList();
        var tied = from conflict in conflicts
                   join nomination in nominations on conflict.BusinessId equals changed.GetValueOrDefault(nomination.Id)?.BusinessId ?? nomination.BusinessId into own
                   let nominated = own.ToList()
                   where !known.Any(recusal => recusal.JudgeId == conflict.JudgeId && recusal.LiftedAt >= conflict.DeclaredAt && nominated.Any(one => one.Id == recusal.NominationId))
                   from one in nominated
                   select new JudgePair(conflict.JudgeId, one.Id);
        return new CouncilPanel(
            programme,
            judges.Union(Here<Judge>().Where(judge => judge.ProgrammeId == programme.Id)),
            nominations.Where(one => (changed.GetValueOrDefault(one.Id)?.Status ?? one.Status) == NominationStatus.Accepted)
                .Select(one => new PanelNomination(one.Id, one.Number, changed.GetValueOrDefault(one.Id)?.IndustryId ?? one.IndustryId)),
            rows.Union(Here<Assignment>().Where(row => nominations.Any(nomination => nomination.Id == row.NominationId))).Where(row => db.Entry(row).State != EntityState.Deleted),
            recusals.Where(one => known.All(recusal => recusal.Id != one.Id)).Select(one => one.Pair)
                .Concat(known.Where(recusal => recusal.LiftedAt is null).Select(recusal => new JudgePair(recusal.JudgeId, recusal.NominationId)))
                .Concat(tied));
    }

    /// <summary>The pairs of a year that have marks, counted or not.</summary>
    public async Task<HashSet<JudgePair>> MarkedAsync(Guid programmeId) => [.. await db.Sheets
        .Where(sheet => sheet.Nomination.ProgrammeId == programmeId && sheet.Marks.Any())
        .Select(sheet => new JudgePair(sheet.JudgeId, sheet.NominationId)).ToListAsync()];

    /// <summary>Names exactly a plan and what comes of it: another choice or another store make another.</summary>
    public static string FingerprintOf(PanelPlan plan)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{plan.PerNomination}");
        foreach (var (pairs, sign) in new[] { (plan.Added, '+'), (plan.Gone, '-'), (plan.ByHand, '!') })
        {
            foreach (var pair in pairs.OrderBy(pair => pair.Nomination).ThenBy(pair => pair.Judge))
            {
                text.Append(CultureInfo.InvariantCulture, $"{sign}{pair.Judge:N}{pair.Nomination:N}");
            }
        }

        foreach (var load in plan.Result.Loads)
        {
            text.Append(CultureInfo.InvariantCulture, $"{load.Judge:N}{load.Nominations}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // What is known to this unit of work, with what is not saved yet.
    private IEnumerable<TRecord> Here<TRecord>()
        where TRecord : class => db.ChangeTracker.Entries<TRecord>().Where(entry => entry.State != EntityState.Deleted && entry.State != EntityState.Detached).Select(entry => entry.Entity);
}
