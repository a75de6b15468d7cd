using System.Globalization;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>All submitted sheets of a nomination side by side, with the means of the ranking, so that anybody can count again.</summary>
public sealed class SheetsReport(AppDbContext db, ScoringService scoring, TimeProvider clock, IStringLocalizer<Words> T)
{
    /// <summary>The report of a nomination of a year, whose criteria must be loaded; null when there is no such nomination.</summary>
    public Task<Report?> LoadAsync(Programme programme, int number) => LoadAsync(programme, number, showsResult: true);

    /// <summary>The same for a judge of the product, where the year shows judges the marks of the others: without score and rank, which other products decide too.</summary>
    public Task<Report?> LoadForJudgesAsync(Programme programme, int number) => LoadAsync(programme, number, showsResult: false);

    private async Task<Report?> LoadAsync(Programme programme, int number, bool showsResult)
    {
        var nomination = await db.Nominations.AsNoTracking().Where(one => one.ProgrammeId == programme.Id && one.Number == number)
            .Select(one => new { one.Id, one.Product, Business = one.Business.Name, one.Status }).FirstOrDefaultAsync();
        if (nomination is null)
        {
            return null;
        }

        var language = Languages.Current;
        var columns = await ColumnsAsync(programme, nomination.Id, nomination.Status);
        var year = showsResult ? await scoring.ResultAsync(programme) : null;
        var result = year?.Result;
        var ranked = result?.Ranked.FirstOrDefault(one => one.Number == number);
        var title = T["Score sheets of no. {0}: {1}", number, nomination.Product.In(language)];
        return new Report
        {
            FileName = string.Create(CultureInfo.InvariantCulture, $"phieu-cham-{programme.Year}-{number}"),
            Language = language,
            Title = title,
            Lines =
            [
                T["Year {0}", programme.Year] + " · " + nomination.Business.In(language),
                .. programme.IsDemonstration ? new[] { T["Demonstration data: all businesses, products and marks are invented."].Value } : [],
            ],
            Facts = result is null ? [] : [.. Facts(result, ranked, number, columns)],
            Tables = [MarksTable(programme, columns, ranked), SheetsTable(programme, columns)],
            Notes = [.. Notes(programme)],
            Source = year is null ? null : ResultSource.Of(year, clock.GetUtcNow().UtcDateTime, T),
            Landscape = true,
        };
    }

    private async Task<IReadOnlyList<JudgeColumn>> ColumnsAsync(Programme programme, Guid nominationId, NominationStatus status)
    {
        var judges = await db.Judges.AsNoTracking().Include(judge => judge.Assigned).Include(judge => judge.Groups).AsSplitQuery().Where(judge => judge.ProgrammeId == programme.Id).ToListAsync();
        var sheets = await db.Sheets.AsNoTracking().Include(sheet => sheet.Marks).Where(sheet => sheet.NominationId == nominationId).ToDictionaryAsync(sheet => sheet.JudgeId);
        var recused = await db.Recusals.Where(recusal => recusal.NominationId == nominationId && recusal.LiftedAt == null).Select(recusal => recusal.JudgeId).ToListAsync();
        var panel = await db.Panel(programme.Id).Where(pair => pair.Nomination.Id == nominationId).Select(pair => pair.Judge.Id).ToListAsync();
        return
        [
            .. judges.Where(judge => judge.HasLeft || panel.Contains(judge.Id) || recused.Contains(judge.Id) || sheets.ContainsKey(judge.Id)).OrderBy(judge => judge.HasLeft).ThenBy(judge => judge.Role).ThenBy(judge => judge.Name, StringComparer.Create(new CultureInfo("vi-VN"), ignoreCase: true))
                .Select(judge => new JudgeColumn(judge, sheets.GetValueOrDefault(judge.Id), recused.Contains(judge.Id), panel.Contains(judge.Id), status == NominationStatus.Accepted)),
        ];
    }

    // A draft is its judge's own business: its marks are not shown to anybody.
    private Table MarksTable(Programme programme, IReadOnlyList<JudgeColumn> columns, RankedNomination? ranked)
    {
        var language = Languages.Current;
        var rules = programme.Rules;
        var step = rules.MarkStep switch { 1m => 0, 0.5m => 1, _ => 2 };
        var shown = columns.Where(column => column.Sheet is { IsSubmitted: true }).ToList();
        var lines = programme.Groups.SelectMany(group => group.Criteria.Select(criterion => new MarkLine(group, criterion))).Append(new MarkLine(null, null)).ToList();
        var table = Table.Of(lines)
            .GroupBy(line => line.Group?.Name.In(language))
            .Text(T["Criterion"], line => line.Criterion?.Name.In(language) ?? T["Total"], width: 26)
            .Number(T["Maximum"], line => line.Criterion?.Max ?? programme.PointsOfCriteria, programme.Criteria.All(one => one.Max % 1 == 0) ? 0 : 2, width: 7);
        foreach (var column in shown)
        {
            table.Number(Head(column), line => line.Criterion is { } criterion ? column.Sheet!.On(criterion.Id) : column.Sheet!.Total, step, width: 9);
        }

        return table
            .Number(T["Mean of those that count"], line => line.Criterion is { } criterion ? Mean(rules, columns, ranked, criterion) : ranked?.Score, rules.Decimals, width: 9)
            .Number(T["Marks that count"], line => line.Criterion is { } criterion ? columns.Count(column => column.CountedOn(criterion) is not null) : null, width: 7)
            .Style(line => line.Criterion is null ? RowStyle.Total : RowStyle.Plain)
            .Table(T["Marks of the judges"], T["No sheet is submitted yet."]);
    }

    private Table SheetsTable(Programme programme, IReadOnlyList<JudgeColumn> columns) => Table.Of(columns)
        .Text(T["Judge"], column => column.Judge.Name, width: 22)
        .Text(T["Role"], column => T[EnumWords.Of(column.Judge.Role)], width: 12)
        .Text(T["Sheet"], column => State(programme, column), width: 26)
        .Text(T["Submitted"], column => column.Sheet?.SubmittedAt is { } at ? Shown.Moment(at) : null, width: 14)
        .Number(T["Total"], column => column.Sheet is { IsSubmitted: true } sheet ? sheet.Total : null, 2, width: 8)
        .Text(T["Remark"], column => column.Sheet is { IsSubmitted: true } sheet ? sheet.Remark : null, width: 40)
        .Table(T["Sheets and remarks"], T["The council has no judge yet."]);

    private IEnumerable<Fact> Facts(RankingResult result, RankedNomination? ranked, int number, IReadOnlyList<JudgeColumn> columns)
    {
        yield return new Fact(T["Sheets that count"], Shown.Whole(columns.Count(column => column.Counts)));
        if (ranked is not null)
        {
            yield return new Fact(T["Score"], Shown.Points(ranked.Score));
            yield return new Fact(T["Rank"], Shown.Whole(ranked.Rank));
        }
        else
        {
            var reason = result.Unscored.FirstOrDefault(one => one.Number == number)?.Reason;
            yield return new Fact(T["Score"], reason is null ? T["not ranked"] : reason == "quorum" ? T["not enough sheets"] : T["figures are missing"]);
        }
    }

    private IEnumerable<string> Notes(Programme programme)
    {
        yield return programme.Rules.Method == ScoringMethod.CriterionMeans
            ? T["The score is the sum over the criteria of the exact means of the marks that count, rounded once to {0} decimals. The means above are rounded for reading.", programme.Rules.Decimals]
            : T["The score is the mean of the totals of complete sheets that count, rounded once to {0} decimals.", programme.Rules.Decimals];
        yield return T["A judge who did not mark a criterion is absent there, not 0. Sheets marked “does not count” are shown and enter no mean. Marks of drafts are not shown."];
    }

    private string Head(JudgeColumn column) => column.Judge.Name + (column.Counts ? "" : $" ({T["does not count"]})");

    private string State(Programme programme, JudgeColumn column) => column switch
    {
        { IsAccepted: false } => T["Does not count: the nomination is not among those scored"],
        { IsRecused: true } => column.Sheet is { IsSubmitted: true } ? T["Does not count: the judge does not score this product"] : T["Does not score it (recused)"],
        { IsAssigned: false, Judge.HasLeft: false } => column.Sheet is { IsSubmitted: true } ? T["Does not count: the product is no longer assigned to the judge"] : T["No longer assigned to the judge"],
        { Judge.HasLeft: true } => column.Sheet is { IsSubmitted: true } ? T["Does not count: the judge has left the council"] : T["Has left the council"],
        { Sheet: null or { Marks.Count: 0 } } => T[EnumWords.Of(SheetState.NotBegun)],
        { Sheet: { IsSubmitted: false } sheet } => T["Draft, {0} of {1} marks", sheet.Marks.Count, programme.Criteria.Count(column.Judge.Marks)],
        _ => T["Counts"],
    };

    // The ranking's own figure; without a score there is none, and the mean of what counts so far is shown.
    private static decimal? Mean(ProgrammeRules rules, IReadOnlyList<JudgeColumn> columns, RankedNomination? ranked, Criterion criterion)
    {
        if (ranked?.Criteria.FirstOrDefault(one => one.Criterion == ScoringService.Key(criterion.Id)) is { } score)
        {
            return score.Mean;
        }

        var marks = columns.Select(column => column.CountedOn(criterion)).OfType<decimal>().ToList();
        return marks.Count == 0 ? null : decimal.Round(marks.Sum() / marks.Count, rules.Decimals, MidpointRounding.AwayFromZero);
    }

    private sealed record MarkLine(CriterionGroup? Group, Criterion? Criterion);

    private sealed record JudgeColumn(Judge Judge, ScoreSheet? Sheet, bool IsRecused, bool IsAssigned, bool IsAccepted)
    {
        public bool Counts => IsAccepted && IsAssigned && Sheet is { IsSubmitted: true };

        public decimal? CountedOn(Criterion criterion) => Counts && Judge.Marks(criterion) ? Sheet!.On(criterion.Id) : null;
    }
}
