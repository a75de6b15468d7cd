using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>Years for what is advised beside the result.</summary>
internal static class AdviceYears
{
    public const string Seed = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    public static RankingAdvice Advice(this RankingInput input, int draws = 200) => RankingAdvice.Of(input, Ranking.Of(input), Seed, draws);

    public static RankingAdvice Advice(this RankingYear year, int draws = 200) => year.Input.Advice(draws);

    /// <summary>One criterion of 100 points; a row of totals for each product 1, 2, 3 …, a column for each judge A, B, C …; null where there is no sheet.</summary>
    public static RankingYear Panel(params double?[][] rows)
    {
        var year = new RankingYear().Criterion("Điểm", 100);
        for (var i = 0; i < rows.Length; i++)
        {
            year.Product(i + 1);
            for (var j = 0; j < rows[i].Length; j++)
            {
                if (rows[i][j] is { } total)
                    year.Sheet(i + 1, Judge(j), new Dictionary<string, decimal> { ["Điểm"] = (decimal)total });
            }
        }

        return year;
    }

    public static string Judge(int column) => ((char)('A' + column)).ToString();

    /// <summary>The rows without the cells that <paramref name="isLeft"/> refuses.</summary>
    public static double?[][] Where(this double?[][] rows, Func<int, int, bool> isLeft) =>
        [.. rows.Select((row, i) => row.Select((total, j) => isLeft(i, j) ? total : null).ToArray())];

    /// <summary>Levels of products and severities of judges add up, with nothing left to chance.</summary>
    public static double?[][] Planted(IReadOnlyList<double> levels, IReadOnlyList<double> shifts) => [.. levels.Select(level => shifts.Select(shift => (double?)(level + shift)).ToArray())];

    /// <summary>
    /// A council as councils are: products that differ, judges that differ, noise; a computed criterion, recusals, gaps, incomplete sheets, products that are not eligible.
    /// Large enough for the model most of the time.
    /// </summary>
    public static RankingInput Council(int seed)
    {
        var r = new Random(seed);
        var step = new[] { 1m, 0.5m, 0.25m, 0.01m }[r.Next(4)];
        var criteria = new List<RankingCriterion> { new("c1", "g1", 40, r.Next(4) == 0 ? new Minimum(40, true) : null), new("c2", "g2", 30), new("c3", "g2", 20) };
        if (r.Next(2) == 0)
            criteria.Add(new RankingCriterion("c4", "g1", 10, null, "doanh thu", [new Band(0, 2), new Band(3, 6), new Band(6, 10)]));
        var judges = Enumerable.Range(1, r.Next(2, 7)).Select(j => (Key: $"j{j}", Shift: r.NextDouble() * 0.1 - 0.05)).ToArray();
        var nominations = Enumerable.Range(1, r.Next(8, 25))
            .Select(n => new RankingNomination(n, $"b{n / 2}", r.Next(10) > 0, r.Next(20) > 0 ? new Dictionary<string, decimal> { ["doanh thu"] = r.Next(10) } : [])).ToArray();
        var isFull = r.Next(3) == 0;
        var sheets = new List<RankingSheet>();
        foreach (var nomination in nominations)
        {
            var level = 0.5 + r.NextDouble() * 0.3;
            foreach (var (key, shift) in judges.Where(_ => isFull || r.Next(8) > 0))
            {
                var marks = criteria.Where(c => c.Figure is null && (isFull || r.Next(30) > 0))
                    .ToDictionary(c => c.Id, c => Math.Floor((decimal)Math.Clamp(level + shift + r.NextDouble() * 0.2 - 0.1, 0, 1) * c.Max / step) * step);
                sheets.Add(new RankingSheet(nomination.Number, key, marks));
            }
        }

        var rules = new RankingRules(
            (ScoringMethod)r.Next(2), r.Next(3), r.Next(1, 3), r.Next(2) == 0 ? null : 55, r.Next(3, 8), r.Next(2) == 0 ? null : r.Next(1, 3), [.. RankingRandomYears.Shuffled(r, ["criteria", "head-to-head"])]);
        return new RankingInput(
            rules, [new RankingGroup("g1"), new RankingGroup("g2", r.Next(4) == 0 ? new Minimum(20, false) : null)], criteria, nominations, RankingRandomYears.Shuffled(r, sheets),
            [.. sheets.Where(_ => !isFull && r.Next(40) == 0).Select(s => new RankingRecusal(s.Nomination, s.Judge))], []);
    }
}
