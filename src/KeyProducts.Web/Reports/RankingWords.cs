using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>What a ranking says in words: its rules, and why each nomination stands where it does.</summary>
public sealed class RankingWords(YearResult year, IStringLocalizer<Words> T)
{
    private readonly Programme programme = year.Programme;
    private readonly SnapshotContent content = year.Content;
    private readonly SnapshotRules rules = year.Content.Rules;

    // The order in which the tie chain compares criteria: OrderBy is stable, so equal maxima stay in the order of the year's list.
    private readonly List<SnapshotCriterion> byMax = [.. year.Content.Criteria.OrderByDescending(criterion => criterion.Max)];

    // English names are no part of a result.
    private readonly Dictionary<string, BilingualName> names = year.Programme.Groups.Select(group => (group.Id, group.Name))
        .Concat(year.Programme.Criteria.Select(criterion => (criterion.Id, criterion.Name))).ToDictionary(one => ScoringService.Key(one.Id), one => one.Name);

    /// <summary>Points with the year's decimals.</summary>
    public string Points(decimal points) => Shown.Number(points, rules.Decimals);

    /// <summary>How the year is ranked, a sentence for each rule.</summary>
    public IEnumerable<string> Rules()
    {
        yield return rules.Method == ScoringMethod.CriterionMeans
            ? T["The score is the sum of the means on the {0} criteria: on each, the mean of the marks that count. The maxima add up to {1} points.", byMax.Count, Shown.Points(content.Criteria.Sum(criterion => criterion.Max))]
            : T["The score is the mean of the totals of all complete sheets, out of {0} points.", Shown.Points(content.Criteria.Sum(criterion => criterion.Max))];
        yield return T["Only submitted sheets count. Drafts, recusals and judges who have left count nowhere; a missing mark is not a 0."];
        yield return rules.Method == ScoringMethod.CriterionMeans
            ? T["A product needs at least {0} marks on every criterion; otherwise it has no score and is listed apart.", rules.Quorum]
            : T["A product needs at least {0} complete sheets; otherwise it has no score and is listed apart.", rules.Quorum];
        yield return T["Scores are exact until the end and are then rounded once, to {0} decimals, halves upwards. Order, pass mark and equal scores go by the rounded figures.", rules.Decimals];
        yield return rules.PassMark is { } mark
            ? T["To be recognised, a product needs at least {0} points.", Points(mark)]
            : T["There is no pass mark."];
        foreach (var (name, minimum) in Minima())
        {
            yield return T["It needs at least {0} points on “{1}”.", Points(minimum), name];
        }

        yield return rules.TieChain.Count == 0
            ? T["Equal scores share a rank; the next rank is left out (1, 2, 2, 4)."]
            : T["Equal scores are ordered by these steps, one after the other: {0}. What is still equal shares a rank, and the next rank is left out (1, 2, 2, 4).", string.Join("; ", rules.TieChain.Select(Step))];
        if (rules.TopCount > 0)
        {
            yield return rules.BusinessCap is { } cap
                ? T["The Top {0} are the recognised products with the best ranks, at most {1} of one business.", rules.TopCount, cap]
                : T["The Top {0} are the recognised products with the best ranks.", rules.TopCount];
        }

        yield return rules.SpreadLimit is { } limit
            ? T["The spread is the highest less the lowest total of a product’s complete sheets. Above {0} points it is marked for discussion.", Shown.Points(limit)]
            : T["The spread is the highest less the lowest total of a product’s complete sheets."];
    }

    /// <summary>A step of the tie chain.</summary>
    public string Step(string step) => step switch
    {
        "criteria" => T["the means on single criteria, the one with the most points first"],
        "head-to-head" => T["the comparison judge by judge"],
        "figure:revenue" => T["the product’s revenue of {0}", programme.DataYear],
        "figure:export" => T["the product’s export of {0}", programme.DataYear],
        TieGroup.Step => T["the council’s decision"],
        _ => step,
    };

    /// <summary>What came of a nomination.</summary>
    public string Outcome(RankedNomination ranked, RankingResult result) => ranked switch
    {
        { Top: true } => T["Top {0}", rules.TopCount],
        { Recognised: false } => T["Falls short"],
        _ when result.Undecided.Any(group => group.Contains(ranked.Number)) => T["Waits for the council"],
        _ when programme.Stage == Stage.Recognised => T["Recognised"],
        _ => T["Reaches recognition"],
    };

    /// <summary>What a reader must know besides, in sentences; empty for most.</summary>
    public string Remarks(RankedNomination ranked, RankingResult result) =>
        string.Join(' ', [.. ranked.Shortfalls.Select(shortfall => Shortfall(shortfall, ranked)), .. Ties(ranked, result), .. PassedOver(ranked, result), .. Spread(ranked)]);

    /// <summary>Why a nomination has no score.</summary>
    public string Reason(UnscoredNomination unscored) => unscored.Reason switch
    {
        "quorum" when rules.Method == ScoringMethod.CriterionMeans => T["Too few marks: {0} of at least {1} on one criterion", unscored.Counted, rules.Quorum],
        "quorum" => T["Too few sheets: {0} complete of at least {1}", unscored.Counted, rules.Quorum],
        _ => T["A figure is missing: {0}", Step(unscored.Reason)],
    };

    /// <summary>Numbers of nominations as a list, for instance 5, 12.</summary>
    public static string Numbers(IEnumerable<int> numbers) => string.Join(", ", numbers);

    /// <summary>Nominations with their products, for instance 5 Tủ điện; 12 Dây cáp.</summary>
    public static string Names(IEnumerable<int> numbers, Func<int, BilingualName> product) =>
        string.Join("; ", numbers.Select(number => $"{number} {product(number).In(Languages.Current)}"));

    private IEnumerable<(string Name, decimal Points)> Minima() =>
        content.Groups.Where(group => group.Minimum is not null).Select(group => (NameOf(group), LeastOf(group)))
            .Concat(content.Criteria.Where(criterion => criterion.Minimum is not null).Select(criterion => (NameOf(criterion), LeastOf(criterion))));

    private string Shortfall(string shortfall, RankedNomination ranked)
    {
        var id = shortfall[(shortfall.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (content.Groups.FirstOrDefault(group => group.Id == id) is { } group)
        {
            return T["“{0}”: {1} of at least {2} points.", NameOf(group), Points(ranked.Groups.First(one => one.Group == id).Sum), Points(LeastOf(group))];
        }

        if (content.Criteria.FirstOrDefault(criterion => criterion.Id == id) is { } criterion)
        {
            return T["“{0}”: {1} of at least {2} points.", NameOf(criterion), Points(MeanOf(criterion, ranked)), Points(LeastOf(criterion))];
        }

        return shortfall == "pass-mark"
            ? T["{0} points below the pass mark.", Points(rules.PassMark!.Value - ranked.Score)]
            : T["It may not be recognised."];
    }

    private string NameOf(SnapshotGroup group) => new BilingualName(group.Name, names.GetValueOrDefault(group.Id)?.English).In(Languages.Current);

    private string NameOf(SnapshotCriterion criterion) => new BilingualName(criterion.Name, names.GetValueOrDefault(criterion.Id)?.English).In(Languages.Current);

    private decimal LeastOf(SnapshotGroup group) => group.Minimum!.Value.PointsOf(content.Criteria.Where(criterion => criterion.Group == group.Id).Sum(criterion => criterion.Max));

    private static decimal LeastOf(SnapshotCriterion criterion) => criterion.Minimum!.Value.PointsOf(criterion.Max);

    private IEnumerable<string> Ties(RankedNomination ranked, RankingResult result)
    {
        var equals = result.Ranked.Where(one => one.Rank == ranked.Rank && one.Number != ranked.Number).Select(one => one.Number).ToList();
        if (equals.Count > 0)
        {
            yield return T["Shares its rank with no. {0}.", Numbers(equals)];
        }

        if (ranked.TieBreak is { } step && result.Ranked.LastOrDefault(one => one.Rank < ranked.Rank) is { } above)
        {
            var decisive = step == "criteria" ? byMax.FirstOrDefault(criterion => MeanOf(criterion, above) != MeanOf(criterion, ranked)) : null;
            var numbers = Numbers(result.Ranked.Where(one => one.Rank == above.Rank).Select(one => one.Number));
            yield return decisive is null
                ? T["Same score as no. {0}; behind it by {1}.", numbers, Step(step)]
                : T["Same score as no. {0}; behind it by the mean on “{1}” ({2} to {3}).", numbers, NameOf(decisive), Points(MeanOf(decisive, ranked)), Points(MeanOf(decisive, above))];
        }
    }

    private IEnumerable<string> PassedOver(RankedNomination ranked, RankingResult result)
    {
        if (result.PassedOver.FirstOrDefault(one => one.Number == ranked.Number) is { } passed)
        {
            yield return T["Passed over in the Top {0}: its business already has no. {1} there.", rules.TopCount, Numbers(passed.Chosen)];
        }
    }

    private IEnumerable<string> Spread(RankedNomination ranked)
    {
        if (ranked.Spread > rules.SpreadLimit)
        {
            yield return T["Spread above {0} points: to be discussed.", Shown.Points(rules.SpreadLimit.Value)];
        }
    }

    private static decimal MeanOf(SnapshotCriterion criterion, RankedNomination ranked) => ranked.Criteria.First(one => one.Criterion == criterion.Id).Mean;
}
