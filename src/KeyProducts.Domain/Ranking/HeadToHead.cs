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
        var (votes, next) = (0, 0);
        foreach (var sheet in first)
        {
            while (next < second.Count && second[next].Judge < sheet.Judge)
                next++;
            if (next < second.Count && second[next].Judge == sheet.Judge)
                votes += Vote(sheet, second[next]);
        }

        return votes;
    }

    static int Vote(CountedSheet one, CountedSheet other)
    {
        if (one.IsComplete && other.IsComplete)
            return one.Total.CompareTo(other.Total);

        var difference = 0L;
        for (var c = 0; c < one.Marks.Length; c++)
            difference += one.Marks[c] - other.Marks[c] ?? 0;
        return Math.Sign(difference);
    }
}
