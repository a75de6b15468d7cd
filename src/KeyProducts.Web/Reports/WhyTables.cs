using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>“Why this rank?” in tables, with everybody named: for officers and auditors.</summary>
public sealed class WhyTables(YearResult year, RankExplanation why, ResultNames names, WhyWords words, IStringLocalizer<Words> T)
{
    // So many columns of judges are still read on a page that lies on its side.
    private const int MostJudges = 12;

    private readonly SnapshotContent content = year.Content;
    private readonly int decimals = year.Content.Rules.Decimals;
    private readonly int marks = MarkDecimals(year.Content.Rules.MarkStep);

    /// <summary>Digits behind the sign of a mark.</summary>
    public static int MarkDecimals(decimal step) => step switch { 1m => 0, 0.5m => 1, _ => 2 };

    /// <summary>Digits behind the sign of a maximum.</summary>
    public static int MaxDecimals(SnapshotContent content) => content.Criteria.All(criterion => criterion.Max % 1 == 0) ? 0 : 2;

    /// <summary>The formula with its numbers, criterion by criterion, the groups and the score summed.</summary>
    public Table Formula() => Table.Of(Lines())
        .GroupBy(line => line.Group)
        .Text(T["Criterion"], line => line.Name, 28)
        .Number(T["Maximum"], line => line.Max, MaxDecimals(content), 7)
        .Number(T["Marks that count"], line => line.Count, width: 7)
        .Text(T["Calculation"], line => line.Calculation, 26)
        .Number(T["Mean"], line => line.Mean, decimals, 8)
        .Number(T["Lowest"], line => line.Lowest, marks, 7)
        .Number(T["Highest"], line => line.Highest, marks, 7)
        .Number(T["Spread"], line => line.Spread, marks, 7)
        .Style(line => line.Style)
        .Table(T["The formula with its numbers"]);

    /// <summary>Every mark that counts, judge by judge; so many judges in one table as are read side by side.</summary>
    public IEnumerable<Table> Marks()
    {
        var counting = why.Sheets.Where(sheet => sheet.Use == SheetUse.Counts).ToDictionary(sheet => sheet.Judge);
        var judged = why.Criteria.Where(criterion => criterion.Figure is null).ToList();
        var judges = names.Judges.Where(judge => counting.ContainsKey(judge.Key)).Chunk(MostJudges).ToList();
        foreach (var part in judges)
        {
            var table = Table.Of(judged.Append<ExplainedCriterion?>(null))
                .Text(T["Criterion"], criterion => criterion is null ? T["Total"] : names.Part(criterion.Id), 26)
                .Number(T["Maximum"], criterion => criterion?.Max ?? judged.Sum(one => one.Max), MaxDecimals(content), 7);
            foreach (var judge in part)
            {
                table.Number(judge.Name, criterion => criterion is null ? counting[judge.Key].Total : criterion.Marks.FirstOrDefault(mark => mark.Judge == judge.Key)?.Points, marks, 9);
            }

            yield return table.Style(criterion => criterion is null ? RowStyle.Total : RowStyle.Plain)
                .Table(judges.Count == 1 ? T["Marks that count, judge by judge"] : T["Marks that count, judge by judge ({0} of {1})", judges.IndexOf(part) + 1, judges.Count]);
        }
    }

    /// <summary>The judges, and whose sheet does not count; null when all of them count.</summary>
    public Table? LeftOut()
    {
        var left = why.Sheets.Where(sheet => sheet.Use != SheetUse.Counts).ToDictionary(sheet => sheet.Judge);
        return left.Count == 0 ? null : Table.Of(names.Judges.Where(judge => left.ContainsKey(judge.Key)))
            .Text(T["Judge"], judge => judge.Name, 26)
            .Text(T["Role"], judge => T[EnumWords.Of(judge.Role)], 14)
            .Text(T["Why it does not count"], judge => Reason(left[judge.Key]), 50)
            .Table(T["Judges whose marks do not count here"]);
    }

    /// <summary>What recognition asks for and how far it is; null where nothing is asked or there is no score.</summary>
    public Table? Conditions()
    {
        var all = why.Minima.Prepend(why.PassMark).OfType<ExplainedMinimum>().ToList();
        return all.Count == 0 ? null : Table.Of(all)
            .Text(T["Condition"], words.Condition, 36)
            .Number(T["At least"], minimum => minimum.Required, Math.Max(2, decimals), 9)
            .Number(T["Points reached"], minimum => minimum.Reached, decimals, 9)
            .Number(T["Distance"], minimum => minimum.Distance, Math.Max(2, decimals), 9)
            .Text(T["Result"], minimum => minimum.IsMet ? T["Met"] : T["Not met"], 14)
            .Table(T["What recognition asks for"]);
    }

    /// <summary>Criterion by criterion beside the next above and the next below; null when it stands alone.</summary>
    public Table? Comparison()
    {
        if (why.Ranked is not { } ranked || (why.Above ?? why.Below) is null)
        {
            return null;
        }

        var lines = ranked.Criteria.Select((criterion, c) => new ComparedLine(names.Part(criterion.Criterion), criterion.Mean, why.Above?.Criteria[c].Other, why.Below?.Criteria[c].Other)).ToList();
        if (why.Above is { Rounding: not 0 } || why.Below is { Rounding: not 0 })
        {
            lines.Add(new ComparedLine(T["Left by rounding"], null, null, null) { AboveRest = why.Above?.Rounding, BelowRest = why.Below?.Rounding });
        }

        lines.Add(new ComparedLine(T["Score"], ranked.Score, why.Above?.Score, why.Below?.Score) { Style = RowStyle.Total });
        var table = Table.Of(lines).Text(T["Criterion"], line => line.Name, 30).Number(T["This product"], line => line.Own, decimals, 9);
        if (why.Above is { } above)
        {
            table.Number(T["No. {0} above", above.Number], line => line.Above, decimals, 9).Number(T["Difference to it"], line => line.Own - line.Above ?? line.AboveRest, decimals, 9);
        }

        if (why.Below is { } below)
        {
            table.Number(T["No. {0} below", below.Number], line => line.Below, decimals, 9).Number(T["Difference to it"], line => line.Own - line.Below ?? line.BelowRest, decimals, 9);
        }

        return table.Style(line => line.Style).Table(T["Beside the next above and the next below"]);
    }

    /// <summary>The steps that split equal scores, as they went: against the next above, the next below and whoever shares the rank.</summary>
    public IEnumerable<Table> Ties()
    {
        IEnumerable<(string Caption, IReadOnlyList<TieStep> Steps)> all =
        [
            (T["Equal scores: against the next above, no. {0}", why.Above?.Number ?? 0], why.Above?.Steps ?? []),
            (T["Equal scores: against the next below, no. {0}", why.Below?.Number ?? 0], why.Below?.Steps ?? []),
            (T["Equal scores: against no. {0}, which shares the rank", why.Sharing is [var first, ..] ? first : 0], why.SharingSteps),
        ];
        foreach (var (caption, steps) in all.Where(one => one.Steps.Count > 0))
        {
            yield return Table.Of(steps)
                .Text(T["Step"], words.Step, 26)
                .Text(T["Still equal before it"], step => string.Join(", ", step.Group), 14)
                .Text(T["What it found"], words.Found, 44)
                .Text(T["Result"], step => step.Decided ? T["decides"] : T["still equal"], 12)
                .Table(caption);
            foreach (var judges in steps.OfType<HeadToHeadStep>())
            {
                yield return Table.Of(judges.Pairs)
                    .Text(T["Pair"], pair => T["no. {0} against no. {1}", pair.First, pair.Second], 26)
                    .Number(T["Judges for the first"], pair => pair.ForFirst, width: 10)
                    .Number(T["Judges for the second"], pair => pair.ForSecond, width: 10)
                    .Number(T["Judges who gave as much"], pair => pair.Even, width: 10)
                    .Number(T["Points to the first"], pair => pair.Points, 1, 10)
                    .Table(T["{0}: pairs, judge by judge", caption]);
            }
        }
    }

    private IEnumerable<Line> Lines()
    {
        foreach (var (group, explained) in content.Groups.Zip(why.Groups))
        {
            var name = names.Part(group.Id);
            foreach (var (_, criterion) in content.Criteria.Zip(why.Criteria).Where(pair => pair.First.Group == group.Id))
            {
                yield return Of(criterion, name);
            }

            if (explained.Exact is { } exact)
            {
                yield return new Line(null, T["Sum of the group"], explained.Max, null, words.Exact(exact), explained.Score!.Sum, RowStyle.Total);
            }
        }

        if (why.Exact is { } score)
        {
            yield return new Line(null, T["Score"], why.Criteria.Sum(criterion => criterion.Max), null, words.Exact(score), why.Ranked!.Score, RowStyle.Total);
        }
    }

    private Line Of(ExplainedCriterion criterion, string group)
    {
        var count = criterion.Marks.Count;
        var calculation = criterion.Figure is { } figure ? words.Computed(figure)
            : count == 0 ? T["no mark"]
            : words.Exact(criterion.Exact!.Value);
        return new Line(group, names.Part(criterion.Id), criterion.Max, criterion.Figure is null ? count : null, calculation, criterion.Score?.Mean, RowStyle.Plain)
        {
            Lowest = count == 0 ? null : criterion.Marks.Min(mark => mark.Points),
            Highest = count == 0 ? null : criterion.Marks.Max(mark => mark.Points),
            Spread = criterion.Spread,
        };
    }

    private string Reason(ExplainedSheet sheet) => sheet.Use == SheetUse.Recused
        ? T["does not score this product: {0}", Kind(sheet.Judge)]
        : T["the sheet has marks on {0} of {1} criteria, and only complete sheets count", sheet.Marked, content.Criteria.Count(criterion => criterion.Figure is null)];

    private string Kind(string judge) =>
        Enum.TryParse<ConflictKind>(content.Recusals.FirstOrDefault(one => one.Nomination == why.Number && one.Judge == judge)?.Kind, out var kind) ? T[EnumWords.Of(kind)] : T["recused"];

    private sealed record Line(string? Group, string Name, decimal Max, int? Count, string Calculation, decimal? Mean, RowStyle Style)
    {
        public decimal? Lowest { get; init; }

        public decimal? Highest { get; init; }

        public decimal? Spread { get; init; }
    }

    private sealed record ComparedLine(string Name, decimal? Own, decimal? Above, decimal? Below)
    {
        public decimal? AboveRest { get; init; }

        public decimal? BelowRest { get; init; }

        public RowStyle Style { get; init; }
    }
}
