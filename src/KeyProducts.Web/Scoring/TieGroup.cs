using KeyProducts.Domain;

namespace KeyProducts.Web.Scoring;

/// <summary>Nominations that are still equal when the year's tie chain comes to the council.</summary>
/// <param name="Rank">The rank they share without a decision.</param>
/// <param name="Score">Their score.</param>
/// <param name="Numbers">Their numbers: in the order of the council where it has decided, otherwise ascending.</param>
/// <param name="IsOrdered">Whether the council has decided.</param>
/// <param name="IsAtTheLine">Whether the top cannot be chosen until it has.</param>
public sealed record TieGroup(int Rank, decimal Score, IReadOnlyList<int> Numbers, bool IsOrdered, bool IsAtTheLine)
{
    /// <summary>The step of a tie chain that asks the council.</summary>
    public const string Step = "council";

    /// <summary>Whether the year asks its council at all.</summary>
    public static bool IsPossibleIn(Programme programme) => programme.Rules.TieSequence.Contains(Step);

    /// <summary>The groups of a year, by rank.</summary>
    /// <param name="input">What decides the year's result.</param>
    /// <param name="result">The result of that.</param>
    public static IReadOnlyList<TieGroup> Of(RankingInput input, RankingResult result)
    {
        var undecided = result.Undecided.SelectMany(group => group).ToHashSet();
        var place = result.Ranked.Index().ToDictionary(one => one.Item.Number, one => one.Index);
        var atTheCouncil = Ranking.Of(input with
        {
            Rules = input.Rules with { TieChain = [.. input.Rules.TieChain.TakeWhile(step => step != Step)] },
            Ties = [],
        });
        return [.. atTheCouncil.Ranked.GroupBy(one => one.Rank).Where(group => group.Count() > 1).Select(group => new TieGroup(
            group.Key,
            group.First().Score,
            [.. group.Select(one => one.Number).OrderBy(number => place[number])],
            input.Ties.Any(tie => group.All(one => tie.Order.Contains(one.Number))),
            group.Any(one => undecided.Contains(one.Number))))];
    }
}
