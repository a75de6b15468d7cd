using FsCheck;
using FsCheck.Fluent;
using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>A random year, made from its seed alone, or a smaller one that still fails.</summary>
public sealed record RandomYear(int Seed, RankingInput Input)
{
    /// <summary>A source of chance for what a property does to the year, the same each time.</summary>
    public Random Chance => new(Seed);

    public RandomYear With(Func<RankingInput, RankingInput> change) => this with { Input = change(Input) };

    public override string ToString() => $"year of seed {Seed}: {System.Text.Json.JsonSerializer.Serialize(Input)}";
}

/// <summary>Random years where everything that matters is likely: ties, absent marks, partial assignment, recusals, caps, computed criteria, missing figures, decisions.</summary>
public static class RankingRandomYears
{
    static readonly string[] FigureNames = ["doanh thu", "lao động", "xuất khẩu"];
    static readonly string[] Steps = ["criteria", "head-to-head", "council", "figure:doanh thu", "figure:lao động"];

    /// <summary>For properties: mostly small years, which find more and are easier to read when one fails; one in twenty is as large as a real one.</summary>
    public static Arbitrary<RandomYear> Years { get; } = Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(seed => seed % 20 == 0 ? Full(seed) : Of(seed)), Smaller);

    /// <summary>2 to 7 nominations, 1 to 5 judges.</summary>
    public static RandomYear Of(int seed) => Make(seed, new Size(Nominations: (2, 7), Judges: 5, Criteria: 4, Businesses: 3, Places: 5, Cap: 2, Decimals: 3, Quorum: 2, Decisions: 3));

    /// <summary>3 to 60 nominations, 1 to 15 judges.</summary>
    public static RandomYear Full(int seed) => Make(seed, new Size(Nominations: (3, 60), Judges: 15, Criteria: 10, Businesses: 30, Places: 20, Cap: 4, Decimals: 6, Quorum: 4, Decisions: 6));

    /// <summary>The most of everything.</summary>
    sealed record Size((int Least, int Most) Nominations, int Judges, int Criteria, int Businesses, int Places, int Cap, int Decimals, int Quorum, int Decisions);

    static RandomYear Make(int seed, Size most)
    {
        var r = new Random(seed);
        var groups = Enumerable.Range(0, r.Next(1, 4)).Select(g => new RankingGroup($"g{g}", AnyMinimum(r))).ToArray();
        var allComputed = r.Next(20) == 0;
        var criteria = Enumerable.Range(0, r.Next(1, most.Criteria + 1)).Select(c => AnyCriterion(r, c, groups, allComputed || r.Next(6) == 0)).ToArray();
        var numbers = Shuffled(r, Enumerable.Range(1, most.Nominations.Most + 5)).Take(r.Next(most.Nominations.Least, most.Nominations.Most + 1)).ToArray();
        var businesses = r.Next(2) == 0 ? 3 : r.Next(3, most.Businesses + 1);
        var nominations = numbers.Select(n => new RankingNomination(n, $"b{r.Next(businesses)}", r.Next(8) > 0, AnyFigures(r))).ToArray();
        var sheets = AnySheets(r, nominations, criteria, r.Next(1, most.Judges + 1));
        var rules = new RankingRules(
            (ScoringMethod)r.Next(2), r.Next(most.Decimals + 1), r.Next(4) > 0 ? 1 : r.Next(2, most.Quorum + 1), r.Next(3) > 0 ? null : criteria.Sum(c => c.Max) * r.Next(2, 6) / 10,
            r.Next(most.Places + 1), r.Next(4) == 0 ? null : r.Next(2) == 0 ? 1 : r.Next(1, most.Cap + 1), [.. Shuffled(r, Steps).Take(r.Next(r.Next(2) == 0 ? 2 : 5))]);
        return new RandomYear(seed, new RankingInput(
            rules, groups, criteria, nominations, sheets,
            [.. sheets.Where(_ => r.Next(10) == 0).Select(s => new RankingRecusal(s.Nomination, s.Judge))],
            [.. Enumerable.Range(0, r.Next(most.Decisions + 1)).Select(_ => new RankingTie([.. Shuffled(r, numbers).Take(r.Next(3) == 0 ? numbers.Length : r.Next(2, 9))]))]));
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

    /// <summary>
    /// Marks from a few values, so that ties are likely; and twins: the sheets of an earlier product, often with the judges or the criteria of one maximum exchanged.
    /// Judges mark everything, or are absent at random, or are assigned: so many of them to each nomination, or each to some of the criteria.
    /// </summary>
    static RankingSheet[] AnySheets(Random r, RankingNomination[] nominations, RankingCriterion[] criteria, int howManyJudges)
    {
        var judges = Enumerable.Range(0, howManyJudges).Select(j => $"j{j}").ToArray();
        var full = r.Next(3) == 0;
        var parts = new[] { 2, 2, 2, 10, 10, 50 }[r.Next(6)];
        var twins = r.Next(3) > 0 ? 3 : r.Next(6);
        var drawn = r.Next(4) == 0 ? r.Next(1, judges.Length + 1) : judges.Length;
        var scoped = r.Next(4) == 0;
        var scopes = judges.ToDictionary(j => j, _ => scoped ? criteria.Where(_ => r.Next(4) > 0).ToArray() : criteria);
        var sheets = new List<RankingSheet>();
        foreach (var nomination in nominations)
        {
            var twin = sheets.Count > 0 && r.Next(5) < twins ? sheets[r.Next(sheets.Count)].Nomination : 0;
            if (twin > 0)
            {
                var others = r.Next(6) > 0 ? Shuffled(r, judges) : judges;
                var pairs = criteria.GroupBy(c => c.Max).SelectMany(equal => equal.Zip(r.Next(3) > 0 ? Shuffled(r, equal) : [.. equal]));
                var exchanged = pairs.ToDictionary(pair => pair.First.Id, pair => pair.Second.Id);
                sheets.AddRange(sheets.Where(s => s.Nomination == twin).ToArray().Select(s =>
                    new RankingSheet(nomination.Number, others[Array.IndexOf(judges, s.Judge)], s.Marks.ToDictionary(m => exchanged[m.Key], m => m.Value))));
                continue;
            }

            foreach (var judge in Shuffled(r, judges).Take(drawn).Where(_ => full || r.Next(8) > 0))
            {
                var marked = full ? criteria.Where(c => c.Figure is null) : scopes[judge].Where(_ => r.Next(8) > 0);
                sheets.Add(new RankingSheet(nomination.Number, judge, marked.ToDictionary(c => c.Id, c => c.Max * r.Next(parts + 1) / parts)));
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
