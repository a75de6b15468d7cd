using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>What closing judging would leave behind: who has not submitted what, and what has too few sheets. No mark is in it.</summary>
/// <param name="Owing">Judges who owe sheets, those who owe most first.</param>
/// <param name="Unscored">Nominations that would have no score, by number.</param>
/// <param name="Rules">The year's rules, with the quorum.</param>
/// <param name="Until">The last day of the judge who has most time; null when none is set.</param>
public sealed record Closing(IReadOnlyList<OwingJudge> Owing, IReadOnlyList<UnscoredLine> Unscored, ProgrammeRules Rules, DateOnly? Until)
{
    /// <summary>What is stored now of a year in judging, whose criteria must be loaded.</summary>
    /// <param name="db">The database.</param>
    /// <param name="programme">The year.</param>
    /// <param name="result">What the ranking says now: only which nominations have no score is taken from it.</param>
    /// <param name="open">The nominations that the reader may see; of others only the number is told.</param>
    public static async Task<Closing> LoadAsync(AppDbContext db, Programme programme, RankingResult result, IQueryable<Nomination> open)
    {
        var progress = await ScoringProgress.LoadAsync(db, programme);
        var seen = await open.Where(one => one.ProgrammeId == programme.Id).Select(one => one.Id).ToHashSetAsync();
        var byNumber = progress.Nominations.ToDictionary(one => one.Number);
        return new Closing(
            [
                .. progress.Judges.Where(judge => !judge.HasLeft).Select(judge => new OwingJudge(
                        judge, progress.DutiesOf(judge.Id),
                        [.. progress.Nominations.Where(one => progress.Of(one.Id, judge.Id) is { IsDue: true, IsDone: false }).Select(one => one.Number)]))
                    .Where(one => one.Numbers.Count > 0).OrderByDescending(one => one.Numbers.Count),
            ],
            [
                .. result.Unscored.Select(one => (Result: one, Nomination: byNumber[one.Number])).Select(one => new UnscoredLine(
                    one.Nomination.Number, seen.Contains(one.Nomination.Id) ? one.Nomination.Product : null, one.Result.Reason == "quorum", one.Result.Counted,
                    progress.OfNomination(one.Nomination.Id).Count(cell => cell.IsDone), progress.OfNomination(one.Nomination.Id).Count(cell => cell.IsDue))),
            ],
            programme.Rules,
            progress.Judges.Where(judge => !judge.HasLeft).Max(judge => judge.Until));
    }
}

/// <summary>A judge with the numbers of the nominations whose sheets are missing.</summary>
public sealed record OwingJudge(ProgressJudge Judge, JudgeDuties Duties, IReadOnlyList<int> Numbers);

/// <summary>A nomination that would have no score.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Product">Its product; null for a reader who may not see it.</param>
/// <param name="LacksSheets">Whether sheets are missing; otherwise a declared figure is.</param>
/// <param name="Fewest">The fewest marks on any criterion, or the whole sheets where these count.</param>
/// <param name="Submitted">Sheets submitted.</param>
/// <param name="Due">Sheets expected.</param>
public sealed record UnscoredLine(int Number, BilingualName? Product, bool LacksSheets, int Fewest, int Submitted, int Due);
