namespace KeyProducts.Domain;

/// <summary>A nomination with a score, before it is ranked.</summary>
/// <param name="Nomination">What was nominated.</param>
/// <param name="Score">In points, rounded.</param>
/// <param name="Groups">Sums of means, rounded, in the year's order.</param>
/// <param name="Criteria">Means, rounded, in the year's order.</param>
/// <param name="Sheets">The sheets that the score is made of, by judge.</param>
/// <param name="CompleteSheets">How many of all counted sheets are complete.</param>
/// <param name="Spread">Highest less lowest total of the complete sheets, exact.</param>
/// <param name="Shortfalls">What keeps it from being recognised.</param>
internal sealed record ScoredNomination(
    RankingNomination Nomination,
    decimal Score,
    GroupScore[] Groups,
    CriterionScore[] Criteria,
    List<CountedSheet> Sheets,
    int CompleteSheets,
    decimal? Spread,
    List<string> Shortfalls)
{
    public bool Recognised => Shortfalls.Count == 0;
}

/// <summary>
/// Makes scores of marks (scoring.md, Official score 1 to 4 and 7).
/// <list type="bullet">
/// <item>Both methods are one formula, the sum over criteria of the mean of the marks that count. They differ in which marks count: criterion means take every mark, sheet totals
/// the marks of complete sheets; over those, the mean of totals is the sum of means (1). So the figures per group and criterion, which minima and ties use, always add up to the score.</item>
/// <item>The quorum asks for marks on every judged criterion, or for complete sheets (2). So a year that computes everything needs no sheet by criterion means, where no criterion can be short;
/// by sheet totals it does, because a mean over no sheets is none.</item>
/// <item>Groups add exact means and are rounded once, like the score (3): a sum can differ in the last digit from the sum of the printed means.</item>
/// <item>The rounded figure is compared with the pass mark or minimum as it was set, itself not rounded (3, 4).</item>
/// </list>
/// </summary>
internal sealed class Scores
{
    readonly RankingRules rules;
    readonly RankingGroup[] groups;
    readonly RankingCriterion[] criteria;
    readonly int[] groupOf;
    readonly decimal[] groupMax;

    public Scores(RankingInput input)
        : this(input, new CountedSheets(input))
    {
    }

    /// <summary>From sheets that are read already, those of one judge left out when <paramref name="without"/> is a judge's small number.</summary>
    public Scores(RankingInput input, CountedSheets counted, int? without = null)
    {
        rules = input.Rules;
        groups = [.. input.Groups];
        criteria = [.. input.Criteria];
        groupOf = [.. criteria.Select(criterion => Array.FindIndex(groups, group => group.Id == criterion.Group))];
        groupMax = [.. groups.Select(group => criteria.Where(criterion => criterion.Group == group.Id).Sum(criterion => criterion.Max))];

        foreach (var nomination in input.Nominations.OrderBy(nomination => nomination.Number))
        {
            var all = counted.Of(nomination);
            if (Score(nomination, without is { } judge ? all.FindAll(sheet => sheet.Judge != judge) : all, out var unscored) is { } scored)
                Scored.Add(scored);
            else
                Unscored.Add(unscored!);
        }
    }

    /// <summary>Nominations with a score, by number.</summary>
    public List<ScoredNomination> Scored { get; } = [];

    /// <summary>Nominations without one, by number.</summary>
    public List<UnscoredNomination> Unscored { get; } = [];

    /// <summary>The score that these sheets give a nomination; null, and the reason, when they give none.</summary>
    /// <param name="nomination">What is scored.</param>
    /// <param name="all">Its counted sheets, by judge.</param>
    /// <param name="unscored">Why there is no score; null when there is one.</param>
    public ScoredNomination? Score(RankingNomination nomination, List<CountedSheet> all, out UnscoredNomination? unscored)
    {
        var complete = all.FindAll(sheet => sheet.IsComplete);
        var sheets = rules.Method == ScoringMethod.SheetTotals ? complete : all;

        var tallies = new Tally[criteria.Length];
        foreach (var sheet in sheets)
        {
            for (var c = 0; c < tallies.Length; c++)
            {
                if (sheet.Marks[c] is { } mark)
                    tallies[c].Add(mark);
            }
        }

        unscored = WhyNot(nomination, tallies, complete.Count);
        if (unscored is not null)
            return null;

        var score = Fraction.Zero;
        var sums = new Fraction[groups.Length];
        Array.Fill(sums, Fraction.Zero);
        var means = new CriterionScore[criteria.Length];
        for (var c = 0; c < means.Length; c++)
        {
            var tally = criteria[c].Figure is { } figure ? Tally.Computed(Points(criteria[c].Bands!, nomination.Figures[figure]) * Fraction.Million) : tallies[c];
            var mean = Fraction.Mean(tally.Total, Math.Max(tally.Marks, 1));
            score += mean;
            sums[groupOf[c]] += mean;
            means[c] = new CriterionScore(criteria[c].Id, mean.Round(rules.Decimals), tally.Marks, tally.Lowest / Fraction.Million, tally.Highest / Fraction.Million);
        }

        var scored = new ScoredNomination(
            nomination,
            score.Round(rules.Decimals),
            [.. sums.Select((sum, g) => new GroupScore(groups[g].Id, sum.Round(rules.Decimals)))],
            means,
            sheets,
            complete.Count,
            complete.Count < 2 ? null : (complete.Max(sheet => sheet.Total) - complete.Min(sheet => sheet.Total)) / Fraction.Million,
            []);
        AddShortfalls(scored);
        return scored;
    }

    /// <summary>Why there is no score: the quorum before the first missing figure in the order of the criteria. Null when there is one.</summary>
    UnscoredNomination? WhyNot(RankingNomination nomination, Tally[] tallies, int completeSheets)
    {
        int? fewest = rules.Method == ScoringMethod.SheetTotals ? completeSheets : null;
        string? missing = null;
        for (var c = 0; c < tallies.Length; c++)
        {
            if (criteria[c].Figure is not { } figure)
                fewest = Math.Min(fewest ?? int.MaxValue, tallies[c].Marks);
            else if (missing is null && !nomination.Figures.ContainsKey(figure))
                missing = figure;
        }

        if (fewest < rules.Quorum)
            return new UnscoredNomination(nomination.Number, "quorum", fewest.Value);
        return missing is null ? null : new UnscoredNomination(nomination.Number, $"figure:{missing}", fewest ?? 0);
    }

    /// <summary>The band with the largest From not above the figure holds; below the first, 0 points.</summary>
    static decimal Points(IReadOnlyList<Band> bands, decimal figure)
    {
        var points = 0m;
        for (var b = 0; b < bands.Count && bands[b].From <= figure; b++)
            points = bands[b].Points;
        return points;
    }

    void AddShortfalls(ScoredNomination scored)
    {
        if (!scored.Nomination.Eligible)
            scored.Shortfalls.Add("eligible");
        if (scored.Score < rules.PassMark)
            scored.Shortfalls.Add("pass-mark");
        for (var g = 0; g < groups.Length; g++)
        {
            if (scored.Groups[g].Sum < groups[g].Minimum?.PointsOf(groupMax[g]))
                scored.Shortfalls.Add($"group:{groups[g].Id}");
        }

        for (var c = 0; c < criteria.Length; c++)
        {
            if (scored.Criteria[c].Mean < criteria[c].Minimum?.PointsOf(criteria[c].Max))
                scored.Shortfalls.Add($"criterion:{criteria[c].Id}");
        }
    }

    /// <summary>The marks on one criterion, in millionths of a point.</summary>
    struct Tally
    {
        public long Total { get; private set; }
        public int Marks { get; private set; }
        public long Lowest { get; private set; }
        public long Highest { get; private set; }

        /// <summary>The mark that the rule makes: one for everybody, counted 0 times.</summary>
        public static Tally Computed(decimal millionths) => new() { Total = (long)millionths, Lowest = (long)millionths, Highest = (long)millionths };

        public void Add(long mark)
        {
            Lowest = Marks == 0 ? mark : Math.Min(Lowest, mark);
            Highest = Math.Max(Highest, mark);
            Total += mark;
            Marks++;
        }
    }
}
