using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Scoring;

/// <summary>Ranks a year from what is stored now. Nothing derived is stored.</summary>
public sealed class ScoringService(AppDbContext db)
{
    /// <summary>The result of a year, whose criteria must be loaded.</summary>
    public async Task<RankingResult> RankAsync(Programme programme) => Ranking.Of(await InputAsync(programme));

    /// <summary>Whether the result of a year, whose criteria must be loaded, would be another if these nominations were of one business.</summary>
    public async Task<bool> ChangesWhenOneAsync(Programme programme, IReadOnlyCollection<int> numbers)
    {
        var input = await InputAsync(programme);
        var merged = input with { Nominations = [.. input.Nominations.Select(one => numbers.Contains(one.Number) ? one with { Business = "one" } : one)] };
        IEnumerable<(int, int, bool, bool)> Places(RankingInput of) => Ranking.Of(of).Ranked.Select(one => (one.Number, one.Rank, one.Recognised, one.Top));
        return !Places(input).SequenceEqual(Places(merged));
    }

    /// <summary>What decides the result of a year, whose criteria must be loaded.</summary>
    public async Task<RankingInput> InputAsync(Programme programme)
    {
        var rules = programme.Rules;
        var nominations = await db.Nominations
            .Where(nomination => nomination.ProgrammeId == programme.Id && nomination.Status == NominationStatus.Accepted)
            .Select(nomination => new
            {
                nomination.Number,
                nomination.BusinessId,
                nomination.Business.TaxCode,
                Figures = nomination.Figures
                    .Where(figure => figure.DataYear == programme.DataYear && figure.Base == FigureBase.Product)
                    .Select(figure => new { figure.Revenue, figure.ExportCents })
                    .ToList(),
            })
            .ToListAsync();
        var judges = await db.Judges.AsNoTracking().Include(judge => judge.Assigned).Include(judge => judge.Groups).AsSplitQuery()
            .Where(judge => judge.ProgrammeId == programme.Id).ToDictionaryAsync(judge => judge.Id);
        var criteria = programme.Criteria.ToDictionary(criterion => criterion.Id);
        var sheets = await db.CountedSheets(programme.Id)
            .Select(sheet => new { sheet.Nomination.Number, sheet.JudgeId, Marks = sheet.Marks.Select(mark => new { mark.CriterionId, mark.Points }).ToList() })
            .ToListAsync();
        var recusals = await (
            from recusal in db.Recusals
            join nomination in db.Nominations on recusal.NominationId equals nomination.Id
            where nomination.ProgrammeId == programme.Id && recusal.LiftedAt == null && nomination.Status == NominationStatus.Accepted
            select new { nomination.Number, recusal.JudgeId }).ToListAsync();
        var ties = await db.TieDecisions.AsNoTracking()
            .Where(decision => decision.ProgrammeId == programme.Id).OrderBy(decision => decision.DecidedAt).ToListAsync();

        return new RankingInput(
            new RankingRules(rules.Method, rules.Decimals, rules.Quorum, rules.PassMark, rules.TopCount, rules.BusinessCap, rules.TieSequence),
            [.. programme.Groups.Select(group => new RankingGroup(Key(group.Id), group.Minimum))],
            [.. programme.Groups.SelectMany(group => group.Criteria.Select(criterion => new RankingCriterion(
                Key(criterion.Id), Key(group.Id), criterion.Max, criterion.Minimum, criterion.Figure, criterion.IsComputed ? criterion.Bands : null)))],
            [.. nominations.Select(nomination => new RankingNomination(
                nomination.Number,
                nomination.TaxCode ?? Key(nomination.BusinessId),
                true,
                Figures(nomination.Figures.FirstOrDefault()?.Revenue, nomination.Figures.FirstOrDefault()?.ExportCents)))],
            [.. sheets.Select(sheet => new RankingSheet(
                sheet.Number,
                Key(sheet.JudgeId),
                sheet.Marks.Where(mark => judges[sheet.JudgeId].Marks(criteria[mark.CriterionId])).ToDictionary(mark => Key(mark.CriterionId), mark => mark.Points)))],
            [.. recusals.Select(recusal => new RankingRecusal(recusal.Number, Key(recusal.JudgeId)))],
            [.. ties.Select(tie => new RankingTie(tie.Numbers))]);
    }

    /// <summary>What a year, whose criteria must be loaded, knows before it moves.</summary>
    /// <param name="programme">The year.</param>
    /// <param name="result">Its result, when it is known already.</param>
    public async Task<ProgrammeCounts> CountAsync(Programme programme, RankingResult? result = null)
    {
        var statuses = await db.Nominations.Where(nomination => nomination.ProgrammeId == programme.Id)
            .GroupBy(nomination => nomination.Status).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count);
        var accepted = statuses.GetValueOrDefault(NominationStatus.Accepted);
        var judges = await db.Judges.AsNoTracking().Include(judge => judge.Assigned).Include(judge => judge.Groups).AsSplitQuery()
            .Where(judge => judge.ProgrammeId == programme.Id && !judge.HasLeft).ToDictionaryAsync(judge => judge.Id);
        var counts = new ProgrammeCounts(
            statuses.GetValueOrDefault(NominationStatus.Registered) + statuses.GetValueOrDefault(NominationStatus.Returned),
            accepted,
            judges.Count,
            await LeastCoveredAsync(programme, judges, accepted),
            0, 0, 0, 0);
        if (programme.Stage is not (Stage.Judging or Stage.Deliberation))
        {
            return counts;
        }

        var sheets = await SheetsAsync(programme.Id);
        result ??= await RankAsync(programme);
        return counts with
        {
            SheetsDue = sheets.Due,
            SheetsSubmitted = sheets.Submitted,
            Unscored = result.Unscored.Count,
            OpenTies = result.Undecided.Count,
        };
    }

    /// <summary>The sheets that the council owes for a year, and those of them that are in.</summary>
    public async Task<SheetCount> SheetsAsync(Guid programmeId)
    {
        var due = await db.Panel(programmeId).CountAsync();
        return new SheetCount(due, await db.CountedSheets(programmeId).CountAsync());
    }

    // Where nothing is accepted yet, the council alone is looked at.
    private async Task<int> LeastCoveredAsync(Programme programme, Dictionary<Guid, Judge> judges, int accepted)
    {
        var panels = accepted == 0
            ? [judges.Values]
            : (await db.Panel(programme.Id).Select(pair => new { Nomination = pair.Nomination.Id, Judge = pair.Judge.Id }).ToListAsync())
                .GroupBy(pair => pair.Nomination, (_, pairs) => (IReadOnlyCollection<Judge>)[.. pairs.Select(pair => judges[pair.Judge])]).ToList();
        return panels.Count < accepted
            ? 0
            : panels.SelectMany(panel => programme.JudgedCriteria.Select(criterion => panel.Count(judge => judge.Marks(criterion)))).DefaultIfEmpty(0).Min();
    }

    /// <summary>A key as the ranking knows it.</summary>
    public static string Key(Guid id) => id.ToString("N", CultureInfo.InvariantCulture);

    private static Dictionary<string, decimal> Figures(long? revenue, long? exportCents)
    {
        var figures = new Dictionary<string, decimal>();
        if (revenue is { } dong)
        {
            figures.Add("revenue", dong);
        }

        if (exportCents is { } cents)
        {
            figures.Add("export", cents / 100m);
        }

        return figures;
    }
}

/// <summary>How far scoring is.</summary>
/// <param name="Due">What the judges are to score.</param>
/// <param name="Submitted">Sheets of these that are submitted, and so count.</param>
public sealed record SheetCount(int Due, int Submitted);
