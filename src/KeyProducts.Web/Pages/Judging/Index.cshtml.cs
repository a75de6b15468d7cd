using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>A judge's own list: what is to be scored, how far it is, and why something is not there.</summary>
public sealed class IndexModel(AppDbContext db, TimeProvider clock) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public SheetState? State { get; set; }

    /// <summary>"total" for the judge's own totals, the highest first; otherwise by number.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>Years in judging, then the closed ones, newest first.</summary>
    public IReadOnlyList<JudgingYear> Years { get; private set; } = [];

    /// <summary>Years that are not opened for judging yet.</summary>
    public IReadOnlyList<YearStage> NotOpen { get; private set; } = [];

    /// <summary>Years in judging on whose council this account is not, or no longer.</summary>
    public IReadOnlyList<YearStage> NotOnCouncil { get; private set; } = [];

    public IReadOnlyList<SheetLine> Filtered(JudgingYear year) =>
        [.. year.Lines.Where(line => State is null || year.Stage != Stage.Judging || line.State == State).OrderByDescending(line => Sort == "total" ? line.Total ?? -1 : 0).ThenBy(line => line.Number)];

    /// <summary>The address of the list in another order, with the same filter.</summary>
    public string Sorted(string? by) => $"/judging?sort={by}&state={State}";

    protected override async Task LoadAsync()
    {
        var years = await db.Programmes.AsNoTracking().OrderByDescending(programme => programme.Year)
            .Select(programme => new YearOfCouncil(
                programme.Id, programme.Year, programme.Stage, programme.Dates,
                db.Judges.FirstOrDefault(judge => judge.ProgrammeId == programme.Id && judge.UserId == UserId)))
            .ToListAsync();
        var mine = years.Where(year => year.Judge is { HasLeft: false }).ToList();
        NotOpen = [.. mine.Where(year => year.Stage < Stage.Judging).Select(year => new YearStage(year.Year, year.Stage, false))];
        NotOnCouncil = [.. years.Where(year => year.Stage == Stage.Judging && !mine.Contains(year)).Select(year => new YearStage(year.Year, year.Stage, year.Judge is not null))];

        var open = mine.Where(year => year.Stage >= Stage.Judging).ToList();
        var criteria = await CriteriaAsync(open);
        var lines = await SheetLine.LoadAsync(db, UserId, open.ToDictionary(year => year.Id, year => criteria[year.Id].Count()));
        var recusals = await RecusalsAsync();
        var toDeclare = (await db.ToDeclareBy(UserId).Select(pair => new { pair.Nomination.Programme.Year, pair.Nomination.BusinessId }).Distinct().ToListAsync()).ToLookup(one => one.Year);
        var ofOthers = await OfOthersAsync(open);
        Years =
        [
            .. open.OrderBy(year => year.Stage != Stage.Judging).ThenByDescending(year => year.Year).Select(year => new JudgingYear(
                year.Year, year.Stage, year.Dates.JudgingFrom, year.Dates.LastDayFor(year.Judge!.ExtendedUntil), year.Dates.LastDayFor(year.Judge.ExtendedUntil) != year.Dates.JudgingUntil, criteria[year.Id].Sum(),
                [.. lines.Where(line => line.ProgrammeId == year.Id)], [.. recusals.Where(recusal => recusal.Year == year.Year)], ofOthers.GetValueOrDefault(year.Id), toDeclare[year.Year].Count())),
        ];
    }

    private async Task<ILookup<Guid, decimal>> CriteriaAsync(IReadOnlyList<YearOfCouncil> years)
    {
        var keys = years.Select(year => year.Id).ToList();
        var judges = years.Select(year => year.Judge!.Id).ToList();
        var assigned = await db.Set<JudgeCriterion>().Where(one => judges.Contains(one.JudgeId)).Select(one => one.CriterionId).ToListAsync();
        var groups = await db.Set<JudgeGroup>().Where(one => judges.Contains(one.JudgeId)).Select(one => one.GroupId).ToListAsync();
        var all = await (
            from criterion in db.Set<Criterion>()
            where criterion.Figure == null
            join criterionGroup in db.Set<CriterionGroup>() on criterion.GroupId equals criterionGroup.Id
            where keys.Contains(criterionGroup.ProgrammeId)
            select new { criterionGroup.ProgrammeId, GroupId = criterionGroup.Id, criterion.Id, criterion.Max }).ToListAsync();
        var marksAll = years.Where(year => year.Judge!.MarksAllCriteria).Select(year => year.Id).ToHashSet();
        return all.Where(one => marksAll.Contains(one.ProgrammeId) || assigned.Contains(one.Id) || groups.Contains(one.GroupId)).ToLookup(one => one.ProgrammeId, one => one.Max);
    }

    // How many accepted products of a year other judges score.
    private async Task<Dictionary<Guid, int>> OfOthersAsync(IReadOnlyList<YearOfCouncil> years)
    {
        var keys = years.Select(year => year.Id).ToList();
        return await db.Nominations
            .Where(nomination => keys.Contains(nomination.ProgrammeId) && nomination.Status == NominationStatus.Accepted)
            .Where(nomination => !db.Panel().Any(pair => pair.Nomination.Id == nomination.Id && pair.Judge.UserId == UserId)
                && !db.Recusals.Any(recusal => recusal.NominationId == nomination.Id && recusal.LiftedAt == null && db.Judges.Any(judge => judge.Id == recusal.JudgeId && judge.UserId == UserId)))
            .GroupBy(nomination => nomination.ProgrammeId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count);
    }

    // The business and the kind are what the judge has said; the dossier itself stays out of sight.
    private Task<List<OwnRecusal>> RecusalsAsync() => (
        from recusal in db.Recusals
        join judge in db.Judges on recusal.JudgeId equals judge.Id
        join nomination in db.Nominations on recusal.NominationId equals nomination.Id
        where judge.UserId == UserId && recusal.LiftedAt == null
        orderby nomination.Number
        select new OwnRecusal(nomination.Programme.Year, nomination.Number, nomination.Business.Name, recusal.Kind)).AsNoTracking().ToListAsync();

    public sealed record JudgingYear(
        int Year, Stage Stage, DateOnly? From, DateOnly? Until, bool IsExtended, decimal Max, IReadOnlyList<SheetLine> Lines, IReadOnlyList<OwnRecusal> Recusals, int OfOthers, int ToDeclare)
    {
        public int Submitted => Lines.Count(line => line.IsSubmitted);

        public SheetStep? Next => SheetStep.NextOf(Lines);
    }

    public sealed record YearStage(int Year, Stage Stage, bool HasLeft);

    public sealed record OwnRecusal(int Year, int Number, BilingualName Business, ConflictKind Kind);

    private sealed record YearOfCouncil(Guid Id, int Year, Stage Stage, ProgrammeDates Dates, Judge? Judge);
}
