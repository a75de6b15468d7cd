using FsCheck;
using FsCheck.Fluent;
using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>A small random year, made from its seed alone, or a smaller one that still fails.</summary>
public sealed record RandomYear(int Seed, RankingInput Input)
{
    /// <summary>A source of chance for what a property does to the year, the same each time.</summary>
    public Random Chance => new(Seed);

    public RandomYear With(Func<RankingInput, RankingInput> change) => this with { Input = change(Input) };

    public override string ToString() => $"year of seed {Seed}: {System.Text.Json.JsonSerializer.Serialize(Input)}";
}

/// <summary>Random years where everything that matters is likely: ties, absent marks, recusals, caps, computed criteria, missing figures, decisions.</summary>
public static class RankingRandomYears
{
    static readonly string[] FigureNames = ["doanh thu", "lao động", "xuất khẩu"];
    static readonly string[] Steps = ["criteria", "head-to-head", "council", "figure:doanh thu", "figure:lao động"];

    public static Arbitrary<RandomYear> Years { get; } = Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(Of), Smaller);

    public static RandomYear Of(int seed)
    {
        var r = new Random(seed);
        var groups = Enumerable.Range(0, r.Next(1, 4)).Select(g => new RankingGroup($"g{g}", AnyMinimum(r))).ToArray();
        var allComputed = r.Next(20) == 0;
        var criteria = Enumerable.Range(0, r.Next(1, 5)).Select(c => AnyCriterion(r, c, groups, allComputed || r.Next(6) == 0)).ToArray();
        var numbers = Shuffled(r, Enumerable.Range(1, 12)).Take(r.Next(2, 8)).ToArray();
        var nominations = numbers.Select(n => new RankingNomination(n, $"b{r.Next(3)}", r.Next(8) > 0, AnyFigures(r))).ToArray();
        var sheets = AnySheets(r, nominations, criteria);
        var rules = new RankingRules(
            (ScoringMethod)r.Next(2), r.Next(4), r.Next(4) > 0 ? 1 : 2, r.Next(3) > 0 ? null : criteria.Sum(c => c.Max) * r.Next(2, 6) / 10, r.Next(6),
            r.Next(3) == 0 ? null : r.Next(1, 3), [.. Shuffled(r, Steps).Take(r.Next(5))]);
        return new RandomYear(seed, new RankingInput(
            rules, groups, criteria, nominations, sheets,
            [.. sheets.Where(_ => r.Next(10) == 0).Select(s => new RankingRecusal(s.Nomination, s.Judge))],
            [.. Enumerable.Range(0, r.Next(4)).Select(_ => new RankingTie([.. Shuffled(r, numbers).Take(r.Next(2, 9))]))]));
    }

    public static T[] Shuffled<T>(Random r, IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        r.Shuffle(shuffled);
        return shuffled;
    }

    static RankingCriterion AnyCriterion(Random r, int c, RankingGroup[] groups, bool computed)
    {
        decimal[] maxima = [2.5m, 5, 5, 5, 5, 10];
        var max = maxima[r.Next(maxima.Length)];
        var group = groups[r.Next(groups.Length)].Id;
        return computed
            ? new RankingCriterion($"c{c}", group, max, AnyMinimum(r), FigureNames[r.Next(3)], [new Band(r.Next(-1, 2), max / 2), new Band(2, max), new Band(3, 0.25m)])
            : new RankingCriterion($"c{c}", group, max, AnyMinimum(r));
    }

    static Minimum? AnyMinimum(Random r) => r.Next(12) switch { 0 => new Minimum(r.Next(4), false), 1 => new Minimum(r.Next(10, 60), true), _ => null };

    static Dictionary<string, decimal> AnyFigures(Random r) => FigureNames.Where(_ => r.Next(8) > 0).ToDictionary(name => name, _ => (decimal)r.Next(-1, 4));

    /// <summary>Marks from a few values, so that ties are likely; and twins: the sheets of an earlier product, often with the judges or the criteria of one maximum exchanged.</summary>
    static RankingSheet[] AnySheets(Random r, RankingNomination[] nominations, RankingCriterion[] criteria)
    {
        var judges = Enumerable.Range(0, r.Next(1, 6)).Select(j => $"j{j}").ToArray();
        var (full, coarse) = (r.Next(3) == 0, r.Next(2) == 0);
        var sheets = new List<RankingSheet>();
        foreach (var nomination in nominations)
        {
            var twin = sheets.Count > 0 && r.Next(5) > 1 ? sheets[r.Next(sheets.Count)].Nomination : 0;
            if (twin > 0)
            {
                var others = r.Next(6) > 0 ? Shuffled(r, judges) : judges;
                var pairs = criteria.GroupBy(c => c.Max).SelectMany(equal => equal.Zip(r.Next(3) > 0 ? Shuffled(r, equal) : [.. equal]));
                var exchanged = pairs.ToDictionary(pair => pair.First.Id, pair => pair.Second.Id);
                sheets.AddRange(sheets.Where(s => s.Nomination == twin).ToArray().Select(s =>
                    new RankingSheet(nomination.Number, others[Array.IndexOf(judges, s.Judge)], s.Marks.ToDictionary(m => exchanged[m.Key], m => m.Value))));
                continue;
            }

            foreach (var judge in judges.Where(_ => full || r.Next(8) > 0))
            {
                var marks = criteria.Where(c => full ? c.Figure == null : r.Next(8) > 0).ToDictionary(c => c.Id, c => c.Max * (coarse ? r.Next(3) * 5 : r.Next(11)) / 10);
                sheets.Add(new RankingSheet(nomination.Number, judge, marks));
            }
        }

        return Shuffled(r, sheets);
    }

    static IEnumerable<RandomYear> Smaller(RandomYear year)
    {
        foreach (var n in year.Input.Nominations)
            yield return year.With(i => i with { Nominations = [.. i.Nominations.Where(o => o != n)], Sheets = [.. i.Sheets.Where(s => s.Nomination != n.Number)] });
        foreach (var sheet in year.Input.Sheets)
            yield return year.With(i => i with { Sheets = [.. i.Sheets.Where(s => s != sheet)] });
        foreach (var criterion in year.Input.Criteria)
        {
            yield return year.With(i => i with
            {
                Criteria = [.. i.Criteria.Where(c => c != criterion)],
                Sheets = [.. i.Sheets.Select(s => s with { Marks = s.Marks.Where(m => m.Key != criterion.Id).ToDictionary() })],
            });
        }

        foreach (var recusal in year.Input.Recusals)
            yield return year.With(i => i with { Recusals = [.. i.Recusals.Where(o => o != recusal)] });
        foreach (var tie in year.Input.Ties)
            yield return year.With(i => i with { Ties = [.. i.Ties.Where(o => o != tie)] });
        foreach (var step in year.Input.Rules.TieChain)
            yield return year.With(i => i with { Rules = i.Rules with { TieChain = [.. i.Rules.TieChain.Where(o => o != step)] } });
    }
}
