namespace KeyProducts.Domain;

/// <summary>What is different between two results of the same nominations.</summary>
/// <param name="Nominations">All nominations: by the rank they have afterwards, then by number; those without a score last.</param>
public sealed record RankingComparison(IReadOnlyList<RankingDifference> Nominations)
{
    /// <summary>Compares.</summary>
    /// <param name="before">The result as it is.</param>
    /// <param name="after">The result as it would be, of the same nominations.</param>
    public static RankingComparison Of(RankingResult before, RankingResult after)
    {
        var (from, to) = (Places(before), Places(after));
        return new RankingComparison(
            [.. to.Select(one => new RankingDifference(one.Key, from[one.Key], one.Value)).OrderBy(one => one.After.Rank ?? int.MaxValue).ThenBy(one => one.Number)]);
    }

    /// <summary>Those whose rank or result is another.</summary>
    public IReadOnlyList<RankingDifference> Changed => [.. Nominations.Where(one => one.IsChanged)];

    /// <summary>Those that keep rank and result; the score may still be another.</summary>
    public IReadOnlyList<RankingDifference> Unchanged => [.. Nominations.Where(one => !one.IsChanged)];

    static Dictionary<int, RankingPlace> Places(RankingResult result)
    {
        var undecided = result.Undecided.SelectMany(group => group).ToHashSet();
        return result.Ranked.Select(one => (one.Number, Place: new RankingPlace(one.Rank, one.Score, one.Recognised, one.Top, undecided.Contains(one.Number), one.Shortfalls, null)))
            .Concat(result.Unscored.Select(one => (one.Number, Place: new RankingPlace(null, null, false, false, false, [], one))))
            .ToDictionary(one => one.Number, one => one.Place);
    }
}

/// <summary>What a result says of one nomination.</summary>
/// <param name="Rank">Its rank; null without a score.</param>
/// <param name="Score">In points; null without one.</param>
/// <param name="Recognised">Whether it reaches recognition.</param>
/// <param name="Top">Whether it is of the top.</param>
/// <param name="Undecided">Whether it waits, at the edge of the top, for the council to order equals.</param>
/// <param name="Shortfalls">What keeps it from being recognised, as <see cref="RankedNomination.Shortfalls"/>.</param>
/// <param name="Unscored">Why it has no score; null when it has one.</param>
public sealed record RankingPlace(int? Rank, decimal? Score, bool Recognised, bool Top, bool Undecided, IReadOnlyList<string> Shortfalls, UnscoredNomination? Unscored);

/// <summary>A nomination in two results.</summary>
/// <param name="Number">Its registration number.</param>
/// <param name="Before">As it is.</param>
/// <param name="After">As it would be.</param>
public sealed record RankingDifference(int Number, RankingPlace Before, RankingPlace After)
{
    /// <summary>Whether it comes into the top.</summary>
    public bool EntersTop => After.Top && !Before.Top;

    /// <summary>Whether it falls out of the top.</summary>
    public bool LeavesTop => Before.Top && !After.Top;

    /// <summary>Whether it stays in the top on another rank.</summary>
    public bool MovesInTop => Before.Top && After.Top && Before.Rank != After.Rank;

    /// <summary>Whether it would reach recognition and does not now.</summary>
    public bool GainsRecognition => After.Recognised && !Before.Recognised;

    /// <summary>Whether it reaches recognition and would not.</summary>
    public bool LosesRecognition => Before.Recognised && !After.Recognised;

    /// <summary>Whether its score is another, or it has one where it had none.</summary>
    public bool ChangesScore => Before.Score != After.Score;

    /// <summary>Whether rank or result is another.</summary>
    public bool IsChanged =>
        Before.Rank != After.Rank || Before.Recognised != After.Recognised || Before.Top != After.Top || Before.Undecided != After.Undecided;
}
