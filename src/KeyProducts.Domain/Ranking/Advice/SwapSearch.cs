namespace KeyProducts.Domain;

/// <summary>
/// Looks for the least change of marks, the sum of the absolute changes, that exchanges the last of the top and the first recognised below it (scoring.md, "Smallest swap").
/// <list type="bullet">
/// <item>"Below" is the first recognised whom the cap would let take the place. Of nominations that share a rank every one is looked at (ten at most), and the cheapest exchange is given.</item>
/// <item>Marks of both move: the lower is raised, the upper lowered, each within 0 and its maximum, in whole steps from where it stands. The step is the year's, where the input is a snapshot's;
/// otherwise the largest of 1, 0.5, 0.25 and 0.01 of which every mark is a multiple, or the greatest common divisor of the marks.</item>
/// <item>The upper can also fall out by no longer being recognised: below a minimum. (Below the pass mark it is below the lower too, which is recognised.)</item>
/// <item>A step is worth most where |J_ic| is smallest, so the fewest steps to any rounded score are known exactly. Between equal scores the tie chain decides, and there it matters which mark moves:
/// every single mark is tried, and several together in the order of each criterion and each judge, 4,000 ways at most.</item>
/// <item>Every change is proved by ranking again: exactly the one leaves the top, exactly the other enters it, and nothing is undecided.</item>
/// </list>
/// </summary>
internal sealed class SwapSearch
{
    const int MostEquals = 10;
    const int MostTries = 4_000;

    readonly RankingInput input;
    readonly CountedSheets counted;
    readonly Scores scores;
    readonly TieChain chain;
    readonly Dictionary<int, ScoredNomination> scored;
    readonly HashSet<int> top;
    readonly long step;
    readonly long unit;

    SwapSearch(RankingInput input, CountedSheets counted, HashSet<int> top)
    {
        (this.input, this.counted, this.top) = (input, counted, top);
        scores = new Scores(input, counted);
        chain = new TieChain(input);
        scored = scores.Scored.ToDictionary(one => one.Nomination.Number);
        step = Step(input, scores);
        unit = (long)(Fraction.Million / (decimal)Math.Pow(10, input.Rules.Decimals));
    }

    public static Advised<SmallestSwap> Of(RankingInput input, CountedSheets counted, RankingResult result)
    {
        if (input.Rules.TopCount == 0)
            return new(null, Refusals.NoTop);
        if (result.Ranked.Count == 0)
            return new(null, Refusals.NoScore);
        if (result.Undecided.Count > 0)
            return new(null, new Refusal("Equal scores at the line wait for the council's decision, so nothing is the last of the top yet."));
        var top = result.Ranked.Where(line => line.Top).ToList();
        if (top.Count < input.Rules.TopCount)
            return new(null, new Refusal("Places of the top that are taken: {0} of {1}. So there is no line to cross.", top.Count, input.Rules.TopCount));

        var search = new SwapSearch(input, counted, top.Select(line => line.Number).ToHashSet());
        var pairs = top.Where(line => line.Rank == top[^1].Rank).Take(MostEquals)
            .SelectMany(above => search.FirstBelow(above, result).Take(MostEquals).Select(below => (Above: above.Number, Below: below.Number))).ToList();
        if (pairs.Count == 0)
            return new(null, new Refusal("No recognised product below the top could take a place in it."));

        Change? best = null;
        foreach (var (above, below) in pairs)
            best = search.Least(search.scored[above], search.scored[below], best?.Steps ?? long.MaxValue) ?? best;
        return best is null
            ? new(null, new Refusal("No change of judges' marks between 0 and the maximum would exchange the products around the line."))
            : new(search.Shown(best), null);
    }

    /// <summary>The first recognised below a nomination that the cap would let take its place, and those who share that rank.</summary>
    IEnumerable<RankedNomination> FirstBelow(RankedNomination above, RankingResult result)
    {
        var business = scored[above.Number].Nomination.Business;
        var taken = top.Where(number => number != above.Number).CountBy(number => scored[number].Nomination.Business, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var admissible = result.Ranked.Where(line =>
            line.Recognised && !line.Top && line.Rank > above.Rank && taken.GetValueOrDefault(scored[line.Number].Nomination.Business) < (input.Rules.BusinessCap ?? int.MaxValue)).ToList();
        return admissible.TakeWhile(line => line.Rank == admissible[0].Rank);
    }

    /// <summary>The least change that exchanges two nominations and has fewer steps than this; null when there is none.</summary>
    Change? Least(ScoredNomination above, ScoredNomination below, long fewerThan)
    {
        var (down, up) = (Ladder(above, -1), Ladder(below, 1));
        // Who is further down has no say: with the one above gone and the one below in its place, the top is full before.
        var others = scores.Scored.FindAll(one => one.Score >= below.Score && one != above && one != below);
        Change? FirstOf(IEnumerable<Way> ways) => ways.Select(way => Try(way, above, below, others)).FirstOrDefault(change => change is not null);

        var best = FirstOf(Overtaking(down, up, fewerThan).Concat(Falling(above, below, up)).Where(way => way.Steps < fewerThan)
            .OrderBy(way => way.Steps).ThenBy(way => way.Lowered > 0).ThenBy(way => way.Raised > 0));
        return FirstOf(ByTieChain(down, up, best?.Steps ?? fewerThan)) ?? best;
    }

    /// <summary>For each rounded score that the lower can be raised to, the fewest steps that bring it there and the upper below it.</summary>
    static List<Way> Overtaking(MarkLadder down, MarkLadder up, long fewerThan)
    {
        var ways = new List<Way>();
        var before = -1L;
        for (var raised = 0L; raised <= up.Room && raised < fewerThan; raised++)
        {
            var score = up.After(raised);
            if (score == before || down.ToFallBelow(before = score) is not { } lowered)
                continue;
            ways.Add(new Way(down.Rungs, lowered, up.Rungs, raised));
            if (lowered == 0)
                break;
            // Only a way that raises nothing can fail, where others share the lower's score; so nothing longer than one that does is of use.
            if (raised > 0)
                fewerThan = Math.Min(fewerThan, raised + lowered + 1);
        }

        return ways;
    }

    /// <summary>Ways that bring the upper below a minimum; the lower is raised, if at all, out of a rank that it shares.</summary>
    IEnumerable<Way> Falling(ScoredNomination above, ScoredNomination below, MarkLadder up)
    {
        var limits = new List<(decimal? Least, Func<int, bool> Of)>();
        foreach (var group in input.Groups.OrderBy(group => group.Id, StringComparer.Ordinal))
        {
            var max = input.Criteria.Where(criterion => criterion.Group == group.Id).Sum(criterion => criterion.Max);
            limits.Add((group.Minimum?.PointsOf(max), c => input.Criteria[c].Group == group.Id));
        }

        foreach (var (c, criterion) in input.Criteria.Index().OrderBy(one => one.Item.Id, StringComparer.Ordinal))
            limits.Add((criterion.Minimum?.PointsOf(criterion.Max), place => place == c));

        var alone = up.ToReach(Millionths(below.Score) + unit);
        foreach (var (least, of) in limits)
        {
            if (least is not { } limit)
                continue;
            var down = Ladder(above, -1, of);
            if (down.ToFallBelow((long)Math.Ceiling(limit * Fraction.Million / unit) * unit) is not { } lowered)
                continue;
            yield return new Way(down.Rungs, lowered, up.Rungs, 0);
            if (alone is { } raised)
                yield return new Way(down.Rungs, lowered, up.Rungs, raised);
        }
    }

    /// <summary>Ways to the same rounded score, where the tie chain may prefer the lower; by their steps, fewer than those known.</summary>
    IEnumerable<Way> ByTieChain(MarkLadder down, MarkLadder up, long fewerThan)
    {
        if (input.Rules.TieChain.Count == 0)
            yield break;

        var end = Math.Min(fewerThan, down.Room + up.Room + 1);
        var least = end;
        for (var raised = 0L; raised <= up.Room && raised < least; raised++)
            least = Math.Min(least, raised + (down.ToFallBelow(up.After(raised) + unit) ?? least));

        var tries = 0;
        for (var steps = least; steps < end; steps++)
        {
            foreach (var way in TieWays(steps, down, up))
            {
                if (tries++ == MostTries)
                    yield break;
                yield return way;
            }
        }
    }

    static IEnumerable<Way> TieWays(long steps, MarkLadder down, MarkLadder up)
    {
        foreach (var rung in up.Rungs.Where(rung => rung.Room >= steps))
            yield return new Way([], 0, [rung], steps);
        foreach (var rung in down.Rungs.Where(rung => rung.Room >= steps))
            yield return new Way([rung], steps, [], 0);
        for (var raised = Math.Max(0, steps - down.Room); raised <= Math.Min(steps, up.Room); raised++)
        {
            if (down.After(steps - raised) != up.After(raised))
                continue;
            foreach (var (lower, higher) in down.Orders().Zip(up.Orders()))
                yield return new Way(lower, steps - raised, higher, raised);
        }
    }

    /// <summary>Ranks again with a way of changing marks; null when that does not exchange the two.</summary>
    Change? Try(Way way, ScoredNomination above, ScoredNomination below, List<ScoredNomination> others)
    {
        var marks = new List<ChangedMark>();
        var (lowered, raised) = (Moved(above, way.Down, -1, way.Lowered, marks), Moved(below, way.Up, 1, way.Raised, marks));
        if (lowered.Recognised && lowered.Score > raised.Score)
            return null;
        var list = new TopList(chain.Order([.. others, lowered, raised]), input.Rules);
        var isExchanged = list.Undecided.Count == 0 && !list.Has(above.Nomination) && list.Has(below.Nomination)
            && top.All(number => number == above.Nomination.Number || list.Has(scored[number].Nomination));
        return isExchanged ? new Change(above, below, way.Steps, marks, lowered.Shortfalls) : null;
    }

    ScoredNomination Moved(ScoredNomination one, IReadOnlyList<Rung> rungs, int direction, long steps, List<ChangedMark> changes)
    {
        var sheets = one.Sheets.ToList();
        foreach (var rung in rungs)
        {
            var moved = direction * step * Math.Min(steps, rung.Room);
            if (moved == 0)
                break;
            steps -= Math.Min(steps, rung.Room);
            var sheet = sheets[rung.Sheet];
            var (from, marks) = (sheet.Marks[rung.Criterion]!.Value, sheet.Marks.ToArray());
            marks[rung.Criterion] = from + moved;
            sheets[rung.Sheet] = sheet with { Marks = marks, Total = sheet.Total + moved };
            changes.Add(new ChangedMark(one.Nomination.Number, rung.Judge, input.Criteria[rung.Criterion].Id, Points(from), Points(from + moved)));
        }

        return scores.Score(one.Nomination, sheets, out _)!;
    }

    SmallestSwap Shown(Change change) =>
        new(
            change.Above.Nomination.Number,
            change.Below.Nomination.Number,
            change.Above.Score - change.Below.Score,
            Points(change.Steps * step),
            [.. change.Marks.OrderBy(mark => mark.Nomination).ThenBy(mark => mark.Judge, StringComparer.Ordinal).ThenBy(mark => mark.Criterion, StringComparer.Ordinal)],
            Points(step),
            change.Shortfalls);

    MarkLadder Ladder(ScoredNomination one, int direction, Func<int, bool>? of = null) => new(input, counted.Judges, one, direction, step, of);

    /// <summary>The mark step, in millionths of a point.</summary>
    static long Step(RankingInput input, Scores scores)
    {
        if (input.Rules is SnapshotRules { MarkStep: > 0 } rules)
            return Millionths(rules.MarkStep);
        var marks = scores.Scored.SelectMany(one => one.Sheets).SelectMany(sheet => sheet.Marks).OfType<long>().Distinct().ToList();
        long[] usual = [1_000_000, 500_000, 250_000, 10_000];
        return usual.FirstOrDefault(step => marks.TrueForAll(mark => mark % step == 0)) is > 0 and var step
            ? step
            : (long)marks.Aggregate(System.Numerics.BigInteger.Zero, (common, mark) => System.Numerics.BigInteger.GreatestCommonDivisor(common, mark));
    }

    static long Millionths(decimal points) => (long)(points * Fraction.Million);

    static decimal Points(long millionths) => millionths / Fraction.Million;

    /// <summary>So many steps down along some marks of the upper, and so many up along some of the lower.</summary>
    sealed record Way(IReadOnlyList<Rung> Down, long Lowered, IReadOnlyList<Rung> Up, long Raised)
    {
        public long Steps => Lowered + Raised;
    }

    sealed record Change(ScoredNomination Above, ScoredNomination Below, long Steps, List<ChangedMark> Marks, IReadOnlyList<string> Shortfalls);
}
