namespace KeyProducts.Domain;

/// <summary>Nominations that share a rank.</summary>
/// <param name="Members">At least one, by number.</param>
/// <param name="TieBreak">The step that put them below the group above with the same score; null when that group has another score, or there is none.</param>
internal sealed record EqualGroup(IReadOnlyList<ScoredNomination> Members, string? TieBreak);

/// <summary>
/// Orders by score and splits equal scores by the year's tie chain (scoring.md, Official score 5).
/// <list type="bullet">
/// <item>Each step looks at one group that is still equal and cuts it into an order of smaller ones; the next step goes on inside each.</item>
/// <item>The step recorded is the one that cut a group from the group directly above. All who share a rank share it too, so that a number never decides what is said of equals.</item>
/// <item>"criteria" compares rounded means, computed criteria included, largest maximum first; it is one step, whichever criterion decided.</item>
/// <item>"council" looks for the last decision that names every member of the group as it then stands; the decision may name others, who are left out. No such decision: still equal.</item>
/// </list>
/// Never an id, a time, a name or chance: numbers order only the members of a group, for print.
/// </summary>
internal sealed class TieChain
{
    const string Figure = "figure:";

    readonly IReadOnlyList<string> steps;
    readonly IReadOnlyList<RankingTie> decisions;
    readonly int[] criteriaByMax;

    public TieChain(RankingInput input)
    {
        steps = input.Rules.TieChain;
        decisions = input.Ties;
        // OrderBy is stable: equal maxima stay in the order of the year's list.
        criteriaByMax = [.. Enumerable.Range(0, input.Criteria.Count).OrderByDescending(c => input.Criteria[c].Max)];
    }

    /// <summary>Whether the chain has a step of this name.</summary>
    public static bool Knows(string step) =>
        step is "criteria" or "head-to-head" or "council" || (step.StartsWith(Figure, StringComparison.Ordinal) && step.Length > Figure.Length);

    /// <summary>Groups in rank order.</summary>
    public IEnumerable<EqualGroup> Order(IEnumerable<ScoredNomination> scored) =>
        Cut([.. scored], (a, b) => b.Score.CompareTo(a.Score)).SelectMany(group => Split(group, 0, null));

    IEnumerable<EqualGroup> Split(List<ScoredNomination> group, int step, string? tieBreak)
    {
        if (group.Count == 1 || step == steps.Count)
        {
            yield return new EqualGroup([.. group.OrderBy(member => member.Nomination.Number)], tieBreak);
            yield break;
        }

        foreach (var part in Cut(group, Comparison(steps[step], group)))
        {
            foreach (var equal in Split(part, step + 1, tieBreak))
                yield return equal;
            tieBreak = steps[step];
        }
    }

    /// <summary>What a step compares in a group, best first.</summary>
    Comparison<ScoredNomination> Comparison(string step, List<ScoredNomination> group)
    {
        switch (step)
        {
            case "criteria":
                return ByCriteria;
            case "head-to-head":
                var points = HeadToHead.Points(group);
                return (a, b) => points[b.Nomination.Number].CompareTo(points[a.Nomination.Number]);
            case "council":
                return ByCouncil(group);
            default:
                var name = step[Figure.Length..];
                return (a, b) => Nullable.Compare(Declared(b, name), Declared(a, name));
        }
    }

    int ByCriteria(ScoredNomination a, ScoredNomination b) =>
        criteriaByMax.Select(c => b.Criteria[c].Mean.CompareTo(a.Criteria[c].Mean)).FirstOrDefault(order => order != 0);

    Comparison<ScoredNomination> ByCouncil(List<ScoredNomination> group)
    {
        var decision = decisions.LastOrDefault(tie => group.TrueForAll(member => tie.Order.Contains(member.Nomination.Number)));
        if (decision is null)
            return (_, _) => 0;
        var place = decision.Order.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        return (a, b) => place[a.Nomination.Number].CompareTo(place[b.Nomination.Number]);
    }

    /// <summary>A declared figure; null, which is below every number, when it is missing.</summary>
    static decimal? Declared(ScoredNomination scored, string name) =>
        scored.Nomination.Figures.TryGetValue(name, out var figure) ? figure : null;

    /// <summary>Sorts, and cuts where neighbours differ.</summary>
    static List<List<ScoredNomination>> Cut(List<ScoredNomination> group, Comparison<ScoredNomination> comparison)
    {
        group.Sort(comparison);
        var parts = new List<List<ScoredNomination>>();
        foreach (var scored in group)
        {
            if (parts.Count == 0 || comparison(parts[^1][0], scored) != 0)
                parts.Add([]);
            parts[^1].Add(scored);
        }

        return parts;
    }
}
