using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Scoring;

/// <summary>How far the council is, judge by nomination. States and counts only: no mark is ever in it.</summary>
public sealed class ScoringProgress
{
    private readonly Dictionary<(Guid Nomination, Guid Judge), ProgressCell> cells = [];

    /// <summary>Accepted nominations, by number.</summary>
    public required IReadOnlyList<ProgressNomination> Nominations { get; init; }

    /// <summary>Judges in the council's order; those who have left come last.</summary>
    public required IReadOnlyList<ProgressJudge> Judges { get; init; }

    /// <summary>Recusals, those that hold first.</summary>
    public required IReadOnlyList<ProgressRecusal> Recusals { get; init; }

    /// <summary>How far a judge is with a nomination.</summary>
    public ProgressCell Of(Guid nomination, Guid judge) => cells[(nomination, judge)];

    /// <summary>The cells of a judge.</summary>
    public IEnumerable<ProgressCell> OfJudge(Guid judge) => Nominations.Select(one => Of(one.Id, judge));

    /// <summary>The cells of a nomination.</summary>
    public IEnumerable<ProgressCell> OfNomination(Guid nomination) => Judges.Select(one => Of(nomination, one.Id));

    /// <summary>All cells.</summary>
    public IReadOnlyCollection<ProgressCell> All => cells.Values;

    /// <summary>What is stored now of a year.</summary>
    /// <param name="db">The database.</param>
    /// <param name="programmeId">The key of the year.</param>
    public static async Task<ScoringProgress> LoadAsync(AppDbContext db, Guid programmeId)
    {
        var nominations = await db.Nominations.AsNoTracking()
            .Where(nomination => nomination.ProgrammeId == programmeId && nomination.Status == NominationStatus.Accepted).OrderBy(nomination => nomination.Number)
            .Select(nomination => new ProgressNomination(nomination.Id, nomination.Number, nomination.Product, nomination.Business.Name)).ToListAsync();
        var judges = await db.Judges.AsNoTracking().Where(judge => judge.ProgrammeId == programmeId)
            .Select(judge => new ProgressJudge(judge.Id, judge.Name, judge.Role, judge.HasLeft, db.Set<Criterion>().Count(criterion => criterion.Figure == null
                && db.Set<CriterionGroup>().Any(criterionGroup => criterionGroup.Id == criterion.GroupId && criterionGroup.ProgrammeId == programmeId)
                && (judge.MarksAllCriteria || judge.Assigned.Any(one => one.CriterionId == criterion.Id) || judge.Groups.Any(one => one.GroupId == criterion.GroupId))))).ToListAsync();
        var sheets = await db.Sheets.Where(sheet => sheet.Nomination.ProgrammeId == programmeId && sheet.Nomination.Status == NominationStatus.Accepted)
            .Select(sheet => new { sheet.NominationId, sheet.JudgeId, sheet.SubmittedAt, sheet.ChangedAt, Marked = sheet.Marks.Count })
            .ToDictionaryAsync(sheet => (sheet.NominationId, sheet.JudgeId));
        var recusals = await (
            from recusal in db.Recusals
            join nomination in db.Nominations on recusal.NominationId equals nomination.Id
            join judge in db.Judges on recusal.JudgeId equals judge.Id
            where nomination.ProgrammeId == programmeId
            orderby nomination.Number, recusal.DeclaredAt
            select new ProgressRecusal(recusal.Id, nomination.Id, nomination.Number, nomination.Product, judge.Id, judge.Name, recusal.Kind, recusal.Text, recusal.DeclaredAt, recusal.LiftedAt))
            .AsNoTracking().ToListAsync();

        var progress = new ScoringProgress
        {
            Nominations = nominations,
            Judges = [.. judges.OrderBy(judge => judge.HasLeft).ThenBy(judge => judge.Role).ThenBy(judge => judge.Name, StringComparer.Create(new("vi-VN"), ignoreCase: true))],
            Recusals = [.. recusals.OrderBy(recusal => recusal.LiftedAt is not null).ThenBy(recusal => recusal.Number)],
        };
        var recused = recusals.Where(recusal => recusal.LiftedAt is null).Select(recusal => (recusal.NominationId, recusal.JudgeId)).ToHashSet();
        foreach (var nomination in nominations)
        {
            foreach (var judge in judges)
            {
                var sheet = sheets.GetValueOrDefault((nomination.Id, judge.Id));
                var marked = sheet?.Marked ?? 0;
                progress.cells.Add((nomination.Id, judge.Id), new ProgressCell(
                    SheetProgress.Of(marked, judge.Due, sheet?.SubmittedAt is not null), marked, judge.Due, sheet?.ChangedAt, judge.HasLeft, recused.Contains((nomination.Id, judge.Id))));
            }
        }

        return progress;
    }
}

/// <summary>A row of the progress.</summary>
public sealed record ProgressNomination(Guid Id, int Number, BilingualName Product, BilingualName Business);

/// <summary>A column of the progress.</summary>
/// <param name="Id">The judge's key.</param>
/// <param name="Name">The judge's name.</param>
/// <param name="Role">The part in the council.</param>
/// <param name="HasLeft">Whether the judge has left the council.</param>
/// <param name="Due">How many criteria the judge marks.</param>
public sealed record ProgressJudge(Guid Id, string Name, CouncilRole Role, bool HasLeft, int Due);

/// <summary>How far a judge is with a nomination.</summary>
/// <param name="State">The state of the sheet.</param>
/// <param name="Marked">Criteria with a mark.</param>
/// <param name="Due">Criteria assigned.</param>
/// <param name="ChangedAt">When the sheet was last changed, UTC; null when there is none.</param>
/// <param name="HasLeft">Whether the judge has left the council.</param>
/// <param name="IsRecused">Whether the judge does not score the nomination.</param>
public sealed record ProgressCell(SheetState State, int Marked, int Due, DateTime? ChangedAt, bool HasLeft, bool IsRecused)
{
    /// <summary>Whether a sheet is expected.</summary>
    public bool IsDue => !HasLeft && !IsRecused;

    /// <summary>Whether a sheet is expected and submitted.</summary>
    public bool IsDone => IsDue && State == SheetState.Submitted;
}

/// <summary>A recusal in the list of a year.</summary>
public sealed record ProgressRecusal(
    Guid Id, Guid NominationId, int Number, BilingualName Product, Guid JudgeId, string Judge, ConflictKind Kind, string? Text, DateTime DeclaredAt, DateTime? LiftedAt);
