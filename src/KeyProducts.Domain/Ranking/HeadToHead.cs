namespace KeyProducts.Domain;

/// <summary>
/// The tie step "head-to-head" (scoring.md, Official score 5).
/// <list type="bullet">
/// <item>Only the pairs of the group that is still equal at this step count; a sub-group that stays equal is not compared again.</item>
/// <item>Counted marks are those the scores are made of: with sheet totals, the marks of complete sheets.</item>
/// <item>A judge compares the sums over the criteria marked on both; computed criteria, which no judge marked, take no part. Equal sums: no vote.</item>
/// <item>More votes win the pair. As many votes for each, none included (no judge in common), is a draw.</item>
/// </list>
/// </summary>
internal static class HeadToHead
{
    /// <summary>Twice the points of each nomination of the group: 2 for a pair won, 1 for a draw.</summary>
    public static Dictionary<int, int> Points(IReadOnlyList<ScoredNomination> group)
    {
        var points = new int[group.Count];
        for (var a = 0; a < group.Count; a++)
        {
            for (var b = a + 1; b < group.Count; b++)
            {
                var pair = Math.Sign(Votes(group[a].Sheets, group[b].Sheets));
                points[a] += 1 + pair;
                points[b] += 1 - pair;
            }
        }

        return Enumerable.Range(0, group.Count).ToDictionary(i => group[i].Nomination.Number, i => points[i]);
    }

    /// <summary>Judges for the first less judges for the second. Both lists are by judge.</summary>
    static int Votes(List<CountedSheet> first, List<CountedSheet> second)
    {
        var votes = 0;
        for (int a = 0, b = 0; a < first.Count && b < second.Count;)
        {
            var (one, other) = (first[a], second[b]);
            if (one.Judge == other.Judge)
                votes += Vote(one, other);
            a += one.Judge <= other.Judge ? 1 : 0;
            b += other.Judge <= one.Judge ? 1 : 0;
        }

        return votes;
    }

    static int Vote(CountedSheet one, CountedSheet other)
    {
        if (one.IsComplete && other.IsComplete)
            return one.Total.CompareTo(other.Total);

        var difference = 0L;
        for (var c = 0; c < one.Marks.Length; c++)
        {
            if (one.Marks[c] is { } mark && other.Marks[c] is { } otherMark)
                difference += mark - otherMark;
        }

        return Math.Sign(difference);
    }
}
