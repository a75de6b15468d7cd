namespace KeyProducts.Domain;

/// <summary>
/// The official result of a year: scores, ranks and the top (scoring.md, "Official score").
/// Pure: no clock, no chance, no culture. The same input, its lists in any order, gives the same result; only groups, criteria and the council's decisions have an order that speaks.
/// <para>
/// Whoever's mark is raised, all else being equal, never loses: the score does not fall, the rank does not grow, recognition is not lost.
/// A place in the top can then become undecided (a new equal whom the council's decision does not name), but nobody else is given it.
/// </para>
/// </summary>
public static class Ranking
{
    /// <summary>Ranks a year.</summary>
    /// <returns>Points and ranks, every figure rounded once to the year's decimals, midpoint away from zero; exact fractions until then.</returns>
    /// <exception cref="ArgumentException">
    /// A group, criterion, nomination or sheet occurs twice, or a nomination twice in a decision; a sheet or criterion names what the year does not have;
    /// a maximum is negative or above a million points; a mark or the points of a band are negative, above the maximum or have more than six decimals; bands do not ascend;
    /// a quorum or cap below 1, decimals outside 0 to 6, a negative number of places, an unknown method or tie step.
    /// </exception>
    public static RankingResult Of(RankingInput input)
    {
        RankingCheck.Of(input);
        var scores = new Scores(input);
        var groups = new TieChain(input).Order(scores.Scored).ToList();
        var top = new TopList(groups, input.Rules);

        var ranked = new List<RankedNomination>(scores.Scored.Count);
        foreach (var group in groups)
        {
            var rank = ranked.Count + 1;
            ranked.AddRange(group.Members.Select(member => Ranked(member, rank, group.TieBreak, top)));
        }

        return new RankingResult(ranked, scores.Unscored, top.PassedOver, top.Undecided);
    }

    static RankedNomination Ranked(ScoredNomination scored, int rank, string? tieBreak, TopList top) =>
        new(
            scored.Nomination.Number,
            scored.Score,
            rank,
            scored.Recognised,
            top.Has(scored.Nomination),
            tieBreak,
            scored.Groups,
            scored.Criteria,
            scored.CompleteSheets,
            scored.Spread,
            scored.Shortfalls);
}
