namespace KeyProducts.Domain;

/// <summary>
/// The official ranking again, without each judge in turn (scoring.md, "Leave one judge out"), by the year's own rules.
/// <list type="bullet">
/// <item>The quorum stays as it is. A nomination that has too few marks without the judge has no score in that run: it is not of the top, and is listed as unscored there.</item>
/// <item>The council's decisions stay as they are. Equal scores that they do not settle leave the line undecided in that run.</item>
/// <item>Judges without a counted sheet are not left out: nothing would change.</item>
/// </list>
/// </summary>
internal static class JudgesLeftOut
{
    public static Advised<LeaveOneOut> Of(RankingInput input, CountedSheets counted, RankingResult result)
    {
        if (input.Rules.TopCount == 0)
            return new(null, Refusals.NoTop);
        if (result.Ranked.Count == 0)
            return new(null, Refusals.NoScore);
        var judges = counted.WithCountedSheets(input);
        if (judges.Count < 2)
            return new(null, new Refusal("Fewer than two judges have sheets that count, so none can be left out."));

        var runs = new JudgeLeftOut[judges.Count];
        var inTop = new HashSet<int>[judges.Count];
        var top = result.Ranked.Where(line => line.Top).Select(line => line.Number).ToHashSet();
        var scored = result.Ranked.Select(line => line.Number).Order().ToArray();
        Parallel.For(0, judges.Count, j => (runs[j], inTop[j]) = Without(input, counted, judges[j], top, scored));
        return runs.All(run => run.Unscored.Count == scored.Length)
            ? new(null, new Refusal("Every judge is needed to reach the least number of sheets ({0}): without any one of them no product would have a score.", input.Rules.Quorum))
            : new(new LeaveOneOut(runs, scored.ToDictionary(number => number, number => inTop.Count(numbers => numbers.Contains(number)))), null);
    }

    static (JudgeLeftOut Run, HashSet<int> Top) Without(RankingInput input, CountedSheets counted, int judge, HashSet<int> official, int[] scored)
    {
        var scores = new Scores(input, counted, judge);
        var list = new TopList(new TieChain(input).Order(scores.Scored), input.Rules);
        var top = scores.Scored.Where(one => list.Has(one.Nomination)).Select(one => one.Nomination.Number).ToHashSet();
        var unscored = scores.Unscored.Select(one => one.Number).ToHashSet();
        return (
            new JudgeLeftOut(
                counted.Judges[judge],
                [.. top.Except(official).Order()],
                [.. official.Except(top).Order()],
                [.. scored.Where(unscored.Contains)],
                list.Undecided.Count > 0),
            top);
    }
}
