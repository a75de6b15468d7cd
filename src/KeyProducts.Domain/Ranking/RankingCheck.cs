namespace KeyProducts.Domain;

/// <summary>Refuses an input that no year could have. What is wrong here is a mistake of the caller, not of the user: <see cref="ArgumentException"/>.</summary>
internal static class RankingCheck
{
    /// <summary>Highest maximum of a criterion, in points: millions of such marks add up without overflow when counted in millionths of a point.</summary>
    const decimal HighestMax = 1_000_000m;

    /// <summary>Most decimals of a mark and of the points of a band. The finest mark step is 0.01 (scoring.md, Notation).</summary>
    const int MostDecimals = 6;

    /// <summary>Checks everything but the sheets, which are checked as they are read (<see cref="CountedSheets"/>).</summary>
    /// <exception cref="ArgumentException">A key is used twice or unknown, or a number is out of range.</exception>
    public static void Of(RankingInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Rules(input.Rules);
        Unique(input.Groups, group => group.Id, "Group");
        Unique(input.Criteria, criterion => criterion.Id, "Criterion");
        Unique(input.Nominations, nomination => nomination.Number, "Nomination");

        var groups = input.Groups.Select(group => group.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var criterion in input.Criteria)
        {
            if (!groups.Contains(criterion.Group))
                throw Wrong($"Criterion {criterion.Id} belongs to group {criterion.Group}, which the year does not have.");
            if (criterion.Max is < 0 or > HighestMax)
                throw Wrong($"The maximum of criterion {criterion.Id} is {criterion.Max}.");
            Bands(criterion);
        }

        foreach (var tie in input.Ties)
            Unique(tie.Order, number => number, "In a decision on equal scores, nomination");
    }

    /// <summary>Whether a mark or the points of a band may stand on this criterion.</summary>
    public static bool Fits(decimal points, RankingCriterion criterion) =>
        points >= 0 && points <= criterion.Max && points == decimal.Round(points, MostDecimals);

    /// <summary>What is wrong, in the same words whatever the machine's language.</summary>
    public static ArgumentException Wrong(FormattableString message) => new(FormattableString.Invariant(message));

    static void Rules(RankingRules rules)
    {
        if (!Enum.IsDefined(rules.Method))
            throw Wrong($"There is no method {rules.Method}.");
        if (rules.Decimals is < 0 or > 6)
            throw Wrong($"A score has 0 to 6 decimals, not {rules.Decimals}.");
        if (rules.Quorum < 1)
            throw Wrong($"The quorum is at least 1, not {rules.Quorum}.");
        if (rules.TopCount < 0)
            throw Wrong($"The top has {rules.TopCount} places.");
        if (rules.BusinessCap < 1)
            throw Wrong($"The cap is at least 1 product of a business, not {rules.BusinessCap}; leave it out for no limit.");
        foreach (var step in rules.TieChain)
        {
            if (!TieChain.Knows(step))
                throw Wrong($"The tie chain does not know the step \"{step}\".");
        }
    }

    static void Bands(RankingCriterion criterion)
    {
        if (criterion.Figure is null ? criterion.Bands?.Count > 0 : criterion.Bands is null)
            throw Wrong($"Criterion {criterion.Id} needs both a figure and bands to be computed, or neither to be judged.");
        for (var b = 0; b < (criterion.Bands?.Count ?? 0); b++)
        {
            if (b > 0 && criterion.Bands![b].From <= criterion.Bands[b - 1].From)
                throw Wrong($"The bands of criterion {criterion.Id} do not ascend.");
            if (!Fits(criterion.Bands![b].Points, criterion))
                throw Wrong($"A band of criterion {criterion.Id} gives {criterion.Bands[b].Points} points of {criterion.Max}.");
        }
    }

    static void Unique<T, TKey>(IReadOnlyList<T> items, Func<T, TKey> key, string what)
    {
        var seen = new HashSet<TKey>();
        foreach (var item in items)
        {
            if (!seen.Add(key(item)))
                throw Wrong($"{what} {key(item)} is there twice.");
        }
    }
}
