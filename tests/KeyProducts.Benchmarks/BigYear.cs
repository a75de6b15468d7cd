using System.Diagnostics;
using System.Globalization;
using KeyProducts.Domain;

namespace KeyProducts.Benchmarks;

/// <summary>
/// The largest year that is thought of: 2,000 nominations, 15 judges, 12 criteria, every sheet complete. The floor is the least that any ranking has to do: read every mark of every sheet once, and sort.
/// </summary>
internal static class BigYear
{
    private const int Nominations = 2_000, Judges = 15, Criteria = 12;

    private const string Seed = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    /// <summary>
    /// Measures the ranking, and all that is advised beside it. Each runs some times before it is measured, as in a program that has been up for a while.
    /// The memory is the most that the whole process has held (its peak working set) after ranking and advising once, the marks included; so this comes before anything else is measured.
    /// </summary>
    public static List<BigYearSpeed> Measure()
    {
        var input = Input();
        var result = Ranking.Of(input);
        var advice = RankingAdvice.Of(input, result, Seed);
        using var process = Process.GetCurrentProcess();
        var megabytes = process.PeakWorkingSet64 >> 20;
        var floor = Times(5, () => Floor(input)).Min();
        Times(10, () => Ranking.Of(input));
        var ranking = Times(15, () => Ranking.Of(input));
        var advising = Times(3, () => advice = RankingAdvice.Of(input, result, Seed));
        Require(advice.LeaveOneOut.Value is not null && advice.Swap.Value is not null && advice.Chances.Value?.Draws == 10_000 && advice.Reliability.Value is not null && advice.Judges.Count == Judges);
        return
        [
            new("Ranking of 2,000 × 15 × 12 marks", TimeSpan.FromMilliseconds(150), ranking, floor),
            new("All that is advised beside it, 10,000 draws", TimeSpan.FromSeconds(3), advising, floor, megabytes),
        ];
    }

    // Marks of a council that tells products apart, so that no part is refused, with ties, a cap and a chain.
    private static RankingInput Input()
    {
        var chance = new Random(7);
        var criteria = Enumerable.Range(0, Criteria).Select(c => new RankingCriterion($"criterion {c:00}", $"group {c / 4}", c == 0 ? 12 : 8)).ToArray();
        var levels = Enumerable.Range(0, Nominations).Select(_ => 0.5 + chance.NextDouble() * 0.4).ToArray();
        var strictness = Enumerable.Range(0, Judges).Select(_ => chance.NextDouble() * 0.1 - 0.05).ToArray();
        decimal Mark(double share, decimal max) => Math.Round((decimal)Math.Clamp(share, 0, 1) * max * 2) / 2;
        return new RankingInput(
            new RankingRules(ScoringMethod.CriterionMeans, 2, 3, 50, 10, 2, ["criteria", "head-to-head", "council"]),
            [.. Enumerable.Range(0, 3).Select(g => new RankingGroup($"group {g}"))],
            criteria,
            [.. Enumerable.Range(1, Nominations).Select(n => new RankingNomination(n, $"business {n / 3}", true, new Dictionary<string, decimal>()))],
            [.. from n in Enumerable.Range(0, Nominations)
                from j in Enumerable.Range(0, Judges)
                select new RankingSheet(n + 1, $"judge {j:00}", criteria.ToDictionary(c => c.Id, c => Mark(levels[n] + strictness[j] + chance.NextDouble() * 0.2 - 0.1, c.Max)))],
            [],
            []);
    }

    private static int Floor(RankingInput input)
    {
        var sums = new Dictionary<int, decimal>(Nominations);
        foreach (var sheet in input.Sheets)
        {
            var sum = 0m;
            foreach (var (_, mark) in sheet.Marks)
            {
                sum += mark;
            }

            sums[sheet.Nomination] = sums.GetValueOrDefault(sheet.Nomination) + sum;
        }

        return sums.OrderByDescending(one => one.Value).ToList().Count;
    }

    private static List<TimeSpan> Times(int runs, Action act)
    {
        var times = new List<TimeSpan>();
        for (var run = 0; run < runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            act();
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        return times;
    }

    private static void Require(bool isSo)
    {
        if (!isSo)
        {
            throw new InvalidOperationException("Something was refused, so the speed says nothing.");
        }
    }
}

/// <summary>How long a reckoning over the big year takes, beside the floor of the same run.</summary>
/// <param name="Name">What is reckoned.</param>
/// <param name="Most">The longest that is still good.</param>
/// <param name="Times">How long each run took.</param>
/// <param name="Floor">What reading every mark once took.</param>
/// <param name="Megabytes">The most memory that the process has held; null when it is not judged.</param>
internal sealed record BigYearSpeed(string Name, TimeSpan Most, IReadOnlyList<TimeSpan> Times, TimeSpan Floor, long? Megabytes = null)
{
    private const long MostMegabytes = 300;

    /// <summary>Whether the middle run and the memory were good: a single run may meet the collector of memory.</summary>
    public bool IsGood => Middle <= Most && (Megabytes ?? 0) < MostMegabytes;

    private TimeSpan Middle => Percentiles.Of(Times, 0.5);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(IsGood ? "good" : "SLOW"),-5} {Name,-44} p50 {Middle.TotalMilliseconds,5:0} ms, best {Times.Min().TotalMilliseconds,5:0} ms, at most {Most.TotalMilliseconds,4:0} ms; floor {Floor.TotalMilliseconds:0.0} ms, {Middle / Floor:0.0} times that{(Megabytes is { } peak ? $"; {peak} MB, under {MostMegabytes}" : "")}");
}
