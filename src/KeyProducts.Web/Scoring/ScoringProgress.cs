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

    /// <summary>The criteria that judges mark.</summary>
    public required IReadOnlyList<Guid> Criteria { get; init; }

    /// <summary>Whether only sheets with every criterion count.</summary>
    public required bool CountsWholeSheets { get; init; }

    /// <summary>The fewest submitted marks that a nomination has on any criterion; where whole sheets count, how many of these are submitted.</summary>
    public int FewestMarks(Guid nomination)
    {
        var submitted = Judges.Where(judge => Of(nomination, judge.Id).IsDone).ToList();
        return CountsWholeSheets
            ? submitted.Count(judge => judge.Due == Criteria.Count)
            : Criteria.Select(criterion => submitted.Count(judge => judge.Criteria.Contains(criterion))).DefaultIfEmpty(0).Min();
    }

    /// <summary>What is left for a judge.</summary>
    public JudgeDuties DutiesOf(Guid judge)
    {
        var due = OfJudge(judge).Where(cell => cell.IsDue).ToList();
        int Count(SheetState state) => due.Count(cell => cell.State == state);
        var column = Judges.First(one => one.Id == judge);
        return new JudgeDuties(
            due.Count, Count(SheetState.Submitted), Count(SheetState.Complete), Count(SheetState.InPart), Count(SheetState.NotBegun),
            Nominations.Where(one => Of(one.Id, judge) is { IsDue: true, IsDeclared: false }).Select(one => one.BusinessId).Distinct().Count(),
            column.Until, column.IsExtended, OfJudge(judge).Max(cell => cell.ChangedAt));
    }

    /// <summary>What is stored now of a year.</summary>
    /// <param name="db">The database.</param>
    /// <param name="programme">The year, with its criteria.</param>
    public static async Task<ScoringProgress> LoadAsync(AppDbContext db, Programme programme)
    {
        var programmeId = programme.Id;
        var nominations = await db.Nominations.AsNoTracking()
            .Where(nomination => nomination.ProgrammeId == programmeId && nomination.Status == NominationStatus.Accepted).OrderBy(nomination => nomination.Number)
            .Select(nomination => new ProgressNomination(nomination.Id, nomination.Number, nomination.Product, nomination.Business.Name, nomination.BusinessId)).ToListAsync();
        var council = await db.Judges.AsNoTracking().Include(judge => judge.Assigned).Include(judge => judge.Groups).AsSplitQuery()
            .Where(judge => judge.ProgrammeId == programmeId).ToListAsync();
        var judges = council.Select(judge => new ProgressJudge(
            judge.Id, judge.Name, judge.Role, judge.HasLeft, [.. programme.Criteria.Where(judge.Marks).Select(criterion => criterion.Id)],
            programme.JudgingUntil(judge.ExtendedUntil), programme.JudgingUntil(judge.ExtendedUntil) != programme.JudgingUntil(null))).ToList();
        var sheets = await db.Sheets.Where(sheet => sheet.Nomination.ProgrammeId == programmeId && sheet.Nomination.Status == NominationStatus.Accepted)
            .Select(sheet => new { sheet.NominationId, sheet.JudgeId, sheet.SubmittedAt, sheet.ChangedAt, Marked = sheet.Marks.Count })
            .ToDictionaryAsync(sheet => (sheet.NominationId, sheet.JudgeId));
        var panel = (await db.Panel(programmeId).Select(pair => new { Nomination = pair.Nomination.Id, Judge = pair.Judge.Id }).ToListAsync())
            .Select(pair => (pair.Nomination, pair.Judge)).ToHashSet();
        var declared = (await db.Declarations.Where(one => db.Judges.Any(judge => judge.Id == one.JudgeId && judge.ProgrammeId == programmeId))
                .Select(one => new { one.BusinessId, one.JudgeId }).ToListAsync())
            .Select(one => (one.BusinessId, one.JudgeId)).ToHashSet();
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
            Criteria = [.. programme.JudgedCriteria.Select(criterion => criterion.Id)],
            CountsWholeSheets = programme.Rules.Method == ScoringMethod.SheetTotals,
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
                    SheetProgress.Of(marked, judge.Due, sheet?.SubmittedAt is not null), marked, judge.Due, sheet?.ChangedAt, judge.HasLeft,
                    recused.Contains((nomination.Id, judge.Id)), panel.Contains((nomination.Id, judge.Id)), declared.Contains((nomination.BusinessId, judge.Id))));
            }
        }

        return progress;
    }
}

/// <summary>A row of the progress.</summary>
public sealed record ProgressNomination(Guid Id, int Number, BilingualName Product, BilingualName Business, Guid BusinessId);

/// <summary>A column of the progress.</summary>
/// <param name="Id">The judge's key.</param>
/// <param name="Name">The judge's name.</param>
/// <param name="Role">The part in the council.</param>
/// <param name="HasLeft">Whether the judge has left the council.</param>
/// <param name="Criteria">The criteria that the judge marks.</param>
/// <param name="Until">The judge's last day; null when none is set.</param>
/// <param name="IsExtended">Whether that is later than the year's.</param>
public sealed record ProgressJudge(Guid Id, string Name, CouncilRole Role, bool HasLeft, IReadOnlyList<Guid> Criteria, DateOnly? Until, bool IsExtended)
{
    /// <summary>How many criteria the judge marks.</summary>
    public int Due => Criteria.Count;
}

/// <summary>How far a judge is with a nomination.</summary>
/// <param name="State">The state of the sheet.</param>
/// <param name="Marked">Criteria with a mark.</param>
/// <param name="Due">Criteria assigned.</param>
/// <param name="ChangedAt">When the sheet was last changed, UTC; null when there is none.</param>
/// <param name="HasLeft">Whether the judge has left the council.</param>
/// <param name="IsRecused">Whether the judge does not score the nomination because of a conflict of interest.</param>
/// <param name="IsDue">Whether a sheet is expected: the nomination is assigned to the judge, who is on the council and not recused.</param>
/// <param name="IsDeclared">Whether the judge has declared for the business; the sheet opens only then.</param>
public sealed record ProgressCell(SheetState State, int Marked, int Due, DateTime? ChangedAt, bool HasLeft, bool IsRecused, bool IsDue, bool IsDeclared)
{
    /// <summary>Whether a sheet is expected and submitted.</summary>
    public bool IsDone => IsDue && State == SheetState.Submitted;
}

/// <summary>What is left for a judge, in counts.</summary>
/// <param name="Due">Sheets expected.</param>
/// <param name="Submitted">Sheets of these that are submitted.</param>
/// <param name="Complete">Sheets that have all their marks and are not submitted.</param>
/// <param name="InPart">Sheets that have some marks.</param>
/// <param name="NotBegun">Sheets without a mark.</param>
/// <param name="Undeclared">Businesses for which the judge has not declared.</param>
/// <param name="Until">The judge's last day; null when none is set.</param>
/// <param name="IsExtended">Whether that is later than the year's.</param>
/// <param name="LastActivity">When the judge last changed a sheet, UTC; null for never.</param>
public sealed record JudgeDuties(
    int Due, int Submitted, int Complete, int InPart, int NotBegun, int Undeclared, DateOnly? Until, bool IsExtended, DateTime? LastActivity)
{
    /// <summary>Sheets that are not submitted.</summary>
    public int Open => Due - Submitted;

    /// <summary>Whether anything is left to do.</summary>
    public bool IsOwing => Open > 0 || Undeclared > 0;
}

/// <summary>A recusal in the list of a year.</summary>
public sealed record ProgressRecusal(
    Guid Id, Guid NominationId, int Number, BilingualName Product, Guid JudgeId, string Judge, ConflictKind Kind, string? Text, DateTime DeclaredAt, DateTime? LiftedAt);
