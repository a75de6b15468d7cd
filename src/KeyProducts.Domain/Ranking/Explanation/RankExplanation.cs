namespace KeyProducts.Domain;

/// <summary>
/// "Why this rank?": the official figures of one nomination taken apart until every number can be counted again by hand. It explains a result and decides nothing: where it says a
/// figure of the result, it says the result's own.
/// </summary>
/// <param name="Number">The registration number.</param>
/// <param name="Ranked">Its line of the result; null when it has no score.</param>
/// <param name="Unscored">Why it has no score; null when it has one.</param>
/// <param name="Criteria">Criterion by criterion, in the year's order.</param>
/// <param name="Groups">Group by group, in the year's order.</param>
/// <param name="Sheets">The judges with a sheet or a recusal, by key.</param>
/// <param name="Exact">The score before it was rounded; null when there is none.</param>
/// <param name="PassMark">The pass mark and the distance to it; null when the year has none or the nomination no score.</param>
/// <param name="Minima">The minima of groups and criteria, in the year's order, groups first; empty without a score.</param>
/// <param name="Sharing">Others with the same rank, by number.</param>
/// <param name="SharingSteps">The tie chain as it went between it and the first of them, undecided to its end; empty when it shares its rank with nobody.</param>
/// <param name="Above">The next above with a better rank; null for none.</param>
/// <param name="Below">The next below with a worse rank; null for none.</param>
/// <param name="Top">Where it stands to the top.</param>
public sealed record RankExplanation(
    int Number,
    RankedNomination? Ranked,
    UnscoredNomination? Unscored,
    IReadOnlyList<ExplainedCriterion> Criteria,
    IReadOnlyList<ExplainedGroup> Groups,
    IReadOnlyList<ExplainedSheet> Sheets,
    ExactPoints? Exact,
    ExplainedMinimum? PassMark,
    IReadOnlyList<ExplainedMinimum> Minima,
    IReadOnlyList<int> Sharing,
    IReadOnlyList<TieStep> SharingSteps,
    Neighbour? Above,
    Neighbour? Below,
    TopStanding Top)
{
    /// <summary>Explains one nomination.</summary>
    /// <param name="input">The year.</param>
    /// <param name="result">Its result, made of the same input.</param>
    /// <param name="number">The registration number.</param>
    /// <exception cref="ArgumentException">The year does not rank such a nomination.</exception>
    public static RankExplanation Of(RankingInput input, RankingResult result, int number)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(result);
        var nomination = input.Nominations.FirstOrDefault(one => one.Number == number) ?? throw RankingCheck.Wrong($"There is no nomination {number}.");
        var ranked = result.Ranked.FirstOrDefault(one => one.Number == number);
        var sheets = new CountingSheets(input);
        var criteria = input.Criteria.Select((criterion, c) => Explained(criterion, nomination, ranked?.Criteria[c], sheets)).ToList();
        var groups = input.Groups.Select((group, g) => Explained(group, g, input.Criteria, criteria, ranked)).ToList();
        var walk = new TieWalk(input, result, sheets);
        var sharing = result.Ranked.Where(one => one.Rank == ranked?.Rank && one.Number != number).ToList();
        return new RankExplanation(
            number,
            ranked,
            result.Unscored.FirstOrDefault(one => one.Number == number),
            criteria,
            groups,
            sheets.Of(number),
            ranked is null ? null : Sum(criteria),
            ranked is not null && input.Rules.PassMark is { } mark ? new ExplainedMinimum(null, null, mark, ranked.Score) : null,
            ranked is null ? [] : [.. MinimaOf(input, groups, criteria)],
            [.. sharing.Select(one => one.Number)],
            ranked is null || sharing.Count == 0 ? [] : walk.Between(ranked, sharing[0]),
            Compare(ranked, result.Ranked.LastOrDefault(one => one.Rank < ranked?.Rank), walk),
            Compare(ranked, result.Ranked.FirstOrDefault(one => one.Rank > ranked?.Rank), walk),
            TopStanding.Of(input.Rules, result, number));
    }

    static ExplainedCriterion Explained(RankingCriterion criterion, RankingNomination nomination, CriterionScore? score, CountingSheets sheets)
    {
        if (criterion.Figure is not { } name)
        {
            var marks = sheets.On(nomination.Number, criterion.Id);
            return new ExplainedCriterion(criterion.Id, criterion.Max, marks, marks.Sum(mark => mark.Points), score, null);
        }

        decimal? declared = nomination.Figures.TryGetValue(name, out var figure) ? figure : null;
        var band = criterion.Bands!.LastOrDefault(one => one.From <= declared);
        var next = criterion.Bands!.FirstOrDefault(one => one.From > declared);
        return new ExplainedCriterion(criterion.Id, criterion.Max, [], band?.Points ?? 0, score, new ExplainedFigure(name, declared, band, next));
    }

    static ExplainedGroup Explained(RankingGroup group, int place, IReadOnlyList<RankingCriterion> all, IReadOnlyList<ExplainedCriterion> criteria, RankedNomination? ranked)
    {
        var own = criteria.Zip(all).Where(pair => pair.Second.Group == group.Id).Select(pair => pair.First).ToList();
        return new ExplainedGroup(group.Id, own.Sum(criterion => criterion.Max), ranked is null ? null : Sum(own), ranked?.Groups[place]);
    }

    static ExactPoints Sum(IEnumerable<ExplainedCriterion> criteria) =>
        new(criteria.Aggregate(Fraction.Zero, (sum, criterion) => sum + criterion.Mean));

    static IEnumerable<ExplainedMinimum> MinimaOf(RankingInput input, List<ExplainedGroup> groups, List<ExplainedCriterion> criteria)
    {
        foreach (var (group, own) in input.Groups.Zip(groups))
        {
            if (group.Minimum is { } minimum)
                yield return new ExplainedMinimum(null, group.Id, minimum.PointsOf(own.Max), own.Score!.Sum);
        }

        foreach (var (criterion, own) in input.Criteria.Zip(criteria))
        {
            if (criterion.Minimum is { } minimum)
                yield return new ExplainedMinimum(criterion.Id, null, minimum.PointsOf(own.Max), own.Score!.Mean);
        }
    }

    static Neighbour? Compare(RankedNomination? own, RankedNomination? other, TieWalk walk) => own is null || other is null
        ? null
        : new Neighbour(
            other.Number,
            other.Rank,
            other.Score,
            own.Score - other.Score,
            [.. own.Criteria.Zip(other.Criteria).Select(pair => new CriterionDifference(pair.First.Criterion, pair.First.Mean, pair.Second.Mean))],
            walk.Between(own, other));
}
