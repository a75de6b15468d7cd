namespace KeyProducts.Domain;

/// <summary>
/// Distributes judges over nominations, so many for each: loads as even as scopes and recusals allow, the industries spread over the judges, and all judges
/// linked through nominations that they share, without which their severity cannot be compared. The same input gives the same pairs; where
/// several choices are equally good, the order of the lists decides.
/// </summary>
public static class Balance
{
    /// <summary>The pairs to add, and how the whole then stands.</summary>
    /// <exception cref="ArgumentException">A key is used twice or unknown, or the number of judges is less than 1.</exception>
    public static Distribution Of(BalanceInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentOutOfRangeException.ThrowIfLessThan(input.PerNomination, 1, nameof(input));
        var draw = new BalanceDraw(input);
        draw.FillUp();
        draw.Even();
        draw.Spread();
        draw.Link();
        draw.Spread();
        return draw.Result();
    }

    /// <summary>The judges of some pairs in groups: two judges are in one group when they score a nomination in common, or others link them so.</summary>
    /// <param name="pairs">Who scores what.</param>
    /// <returns>The groups, the largest first, each in the order of its first pair. One group, or none, means that all can be compared.</returns>
    public static IReadOnlyList<IReadOnlyList<Guid>> Groups(IEnumerable<JudgePair> pairs)
    {
        var groups = new List<(List<Guid> Judges, HashSet<Guid> Nominations)>();
        foreach (var (judge, nomination) in pairs)
        {
            var linked = groups.Where(group => group.Judges.Contains(judge) || group.Nominations.Contains(nomination)).ToList();
            var into = linked.FirstOrDefault((Judges: [], Nominations: []));
            if (linked.Count == 0)
            {
                groups.Add(into);
            }

            foreach (var other in linked.Skip(1))
            {
                into.Judges.AddRange(other.Judges);
                into.Nominations.UnionWith(other.Nominations);
                groups.Remove(other);
            }

            if (!into.Judges.Contains(judge))
            {
                into.Judges.Add(judge);
            }

            into.Nominations.Add(nomination);
        }

        return [.. groups.OrderByDescending(group => group.Judges.Count).Select(group => group.Judges)];
    }
}

/// <summary>A judge and a nomination that the judge is to score.</summary>
public readonly record struct JudgePair(Guid Judge, Guid Nomination);

/// <summary>What is to be distributed.</summary>
/// <param name="PerNomination">How many judges each nomination is to have, at least 1.</param>
/// <param name="Judges">The judges on the council.</param>
/// <param name="Nominations">The nominations to be scored.</param>
/// <param name="Kept">Pairs that stand already and are never taken away; each counts for its nomination, whatever its scope says.</param>
public sealed record BalanceInput(
    int PerNomination,
    IReadOnlyList<Guid> Judges,
    IReadOnlyList<BalanceNomination> Nominations,
    IReadOnlyCollection<JudgePair> Kept);

/// <summary>A nomination to be scored.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Industry">The key of its industry.</param>
/// <param name="MayScore">The judges who may be drawn for it: in scope, not recused, not taken off it by hand.</param>
public sealed record BalanceNomination(Guid Id, Guid Industry, IReadOnlyCollection<Guid> MayScore);

/// <summary>What came of it.</summary>
/// <param name="Added">The pairs to add, nomination by nomination.</param>
/// <param name="Shortages">Nominations for which there are too few judges.</param>
/// <param name="Loads">What each judge has to score then, in the order of the judges.</param>
/// <param name="Groups">The judges who score something, in groups that share no nomination; one group when all can be compared.</param>
/// <param name="Apart">Why there are several groups.</param>
public sealed record Distribution(
    IReadOnlyList<JudgePair> Added,
    IReadOnlyList<Shortage> Shortages,
    IReadOnlyList<JudgeLoad> Loads,
    IReadOnlyList<IReadOnlyList<Guid>> Groups,
    Separation Apart)
{
    /// <summary>Whether every judge can be compared with every other, directly or through others.</summary>
    public bool IsConnected => Apart == Separation.None;
}

/// <summary>A nomination with fewer judges than wanted, because no more may score it.</summary>
/// <param name="Nomination">Its key.</param>
/// <param name="Judges">How many it has.</param>
public sealed record Shortage(Guid Nomination, int Judges);

/// <summary>What a judge has to score.</summary>
/// <param name="Judge">The key of the judge.</param>
/// <param name="Nominations">How many nominations.</param>
/// <param name="Industries">Of how many industries.</param>
public sealed record JudgeLoad(Guid Judge, int Nominations, int Industries);

/// <summary>Why judges cannot all be compared with each other.</summary>
public enum Separation
{
    /// <summary>They can.</summary>
    None,

    /// <summary>So few judges score each nomination that they cannot all be linked.</summary>
    TooFewPairs,

    /// <summary>Even if everybody scored all that they may, some judges would share no nomination with the others.</summary>
    Scopes,

    /// <summary>No exchange of pairs, within what judges may score and without touching those that stand already, links them.</summary>
    NoExchange,
}
