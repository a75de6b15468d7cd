using System.Globalization;
using System.Numerics;
using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>
/// The official score once more, slow and sentence by sentence as scoring.md has it, to check <see cref="Ranking"/> against. Built differently on purpose: every nomination gets a path of keys
/// (score, then one per tie step) and is ranked by counting better paths; the top walks a group of equals in many orders and sees whether the choice changes.
/// </summary>
/// <param name="year">The year.</param>
/// <param name="everyOrderUpTo">Groups with so many recognised are walked in every order, larger ones with each of them first once (<see cref="Orders"/>).</param>
internal sealed class RankingByTheBook(RankingInput year, int everyOrderUpTo = 6)
{
    readonly record struct Exact(BigInteger Top, BigInteger Bottom)
    {
        public static Exact Of(decimal x) => new(new BigInteger(x * (decimal)BigInteger.Pow(10, x.Scale)), BigInteger.Pow(10, x.Scale));
        public static Exact operator +(Exact a, Exact b) => a.Bottom == b.Bottom ? a with { Top = a.Top + b.Top } : new(a.Top * b.Bottom + b.Top * a.Bottom, a.Bottom * b.Bottom);
        public static Exact Sum(IEnumerable<Exact> all) => all.Aggregate(Of(0), (a, b) => a + b);
        public static Exact Mean(IReadOnlyCollection<Exact> all) => Sum(all) is var sum ? new(sum.Top, sum.Bottom * all.Count) : default;

        public decimal Rounded(int decimals)
        {
            var twice = 2 * Top * BigInteger.Pow(10, decimals);
            var units = (twice + Bottom) / (2 * Bottom); // floor(x + ½): away from zero, as no amount is negative
            return decimal.Parse($"{units}E-{decimals}", NumberStyles.Float, CultureInfo.InvariantCulture);
        }
    }

    sealed record Scored(RankingNomination It, decimal Score, Dictionary<string, decimal> Means, RankedNomination Line);

    int Digits => year.Rules.Decimals;

    List<RankingCriterion> Judged { get; } = [.. year.Criteria.Where(c => c.Figure == null)];

    bool IsComplete(RankingSheet sheet) => Judged.All(c => sheet.Marks.ContainsKey(c.Id));

    /// <summary>Submitted, not recused.</summary>
    List<RankingSheet> Submitted(int number) =>
        [.. year.Sheets.Where(s => s.Nomination == number && !year.Recusals.Any(r => r.Nomination == number && r.Judge == s.Judge))];

    /// <summary>Those the method takes.</summary>
    List<RankingSheet> Counted(int number) => countedOnce.TryGetValue(number, out var known) ? known
        : countedOnce[number] = [.. Submitted(number).Where(s => year.Rules.Method == ScoringMethod.CriterionMeans || IsComplete(s))];

    readonly Dictionary<int, List<RankingSheet>> countedOnce = [];

    public RankingResult Of()
    {
        var scored = new List<Scored>();
        var unscored = new List<UnscoredNomination>();
        foreach (var nomination in year.Nominations.OrderBy(n => n.Number))
        {
            var counted = Counted(nomination.Number);
            var marksPerCriterion = Judged.Select(c => counted.Count(s => s.Marks.ContainsKey(c.Id))).ToList();
            var isShort = year.Rules.Method == ScoringMethod.CriterionMeans ? marksPerCriterion.Any(marks => marks < year.Rules.Quorum) : counted.Count < year.Rules.Quorum;
            var fewest = year.Rules.Method == ScoringMethod.CriterionMeans ? marksPerCriterion.DefaultIfEmpty(0).Min() : counted.Count;
            var missing = year.Criteria.FirstOrDefault(c => c.Figure != null && !nomination.Figures.ContainsKey(c.Figure));
            if (isShort)
                unscored.Add(new UnscoredNomination(nomination.Number, "quorum", fewest));
            else if (missing != null)
                unscored.Add(new UnscoredNomination(nomination.Number, "figure:" + missing.Figure, fewest));
            else
                scored.Add(Score(nomination, counted));
        }

        var groups = Groups(scored);
        var (top, passedOver, undecided) = Top(groups.Select(g => g.Members.Select(m => m.It).ToList()).ToList(), scored);
        var ranked = groups.SelectMany(g => g.Members.Select(m => m.Line with { Rank = g.Rank, TieBreak = g.Step, Top = top.Contains(m.It.Number) })).ToList();
        return new RankingResult(ranked, unscored, passedOver, undecided);
    }

    Scored Score(RankingNomination nomination, List<RankingSheet> counted)
    {
        decimal Computed(RankingCriterion c) => c.Bands!.Where(b => b.From <= nomination.Figures[c.Figure!]).OrderBy(b => b.From).Select(b => b.Points).LastOrDefault(0m);
        List<decimal> MarksOn(RankingCriterion c) => c.Figure != null ? [Computed(c)] : [.. counted.Where(s => s.Marks.ContainsKey(c.Id)).Select(s => s.Marks[c.Id])];
        Exact MeanOn(RankingCriterion c) => Exact.Mean([.. MarksOn(c).Select(Exact.Of)]);

        var computed = year.Criteria.Where(c => c.Figure != null).Select(c => Exact.Of(Computed(c))).ToList();
        var exact = year.Rules.Method == ScoringMethod.CriterionMeans
            ? Exact.Sum(year.Criteria.Select(MeanOn))
            : Exact.Mean([.. counted.Select(s => Exact.Sum(Judged.Select(c => Exact.Of(s.Marks[c.Id])).Concat(computed)))]);
        var score = exact.Rounded(Digits);
        var criteria = year.Criteria.Select(c =>
            new CriterionScore(c.Id, MeanOn(c).Rounded(Digits), c.Figure != null ? 0 : MarksOn(c).Count, Plain(MarksOn(c).Min()), Plain(MarksOn(c).Max()))).ToList();
        var groups = year.Groups.Select(g => new GroupScore(g.Id, Exact.Sum(year.Criteria.Where(c => c.Group == g.Id).Select(MeanOn)).Rounded(Digits))).ToList();
        var totals = Submitted(nomination.Number).Where(IsComplete).Select(s => Judged.Sum(c => s.Marks[c.Id])).ToList();
        var means = criteria.ToDictionary(c => c.Criterion, c => c.Mean);

        var shortfalls = new List<string>();
        shortfalls.AddRange(nomination.Eligible ? [] : ["eligible"]);
        shortfalls.AddRange(year.Rules.PassMark is { } pass && score < pass ? ["pass-mark"] : []);
        shortfalls.AddRange(year.Groups.Where(g =>
            Below(groups.Single(x => x.Group == g.Id).Sum, g.Minimum, year.Criteria.Where(c => c.Group == g.Id).Sum(c => c.Max))).Select(g => "group:" + g.Id));
        shortfalls.AddRange(year.Criteria.Where(c => Below(means[c.Id], c.Minimum, c.Max)).Select(c => "criterion:" + c.Id));
        var line = new RankedNomination(
            nomination.Number, score, 0, shortfalls.Count == 0, false, null, groups, criteria, totals.Count, totals.Count < 2 ? null : Plain(totals.Max() - totals.Min()), shortfalls);
        return new Scored(nomination, score, means, line);
    }

    /// <summary>Without trailing zeros: marks and differences of marks are not rounded.</summary>
    static decimal Plain(decimal x) => x / 1.0000000000000000000000000000m;

    static bool Below(decimal reached, Minimum? minimum, decimal max) =>
        minimum is { } least && (least.IsPercent ? reached * 100 < max * least.Value : reached < least.Value);

    /// <summary>Rank: one more than the number of better paths. Step: the first key that differs from the path of the group above.</summary>
    List<(int Rank, string? Step, List<Scored> Members)> Groups(List<Scored> scored)
    {
        var paths = scored.ToDictionary(s => s.It.Number, s => new List<decimal[]> { new[] { s.Score } });
        foreach (var step in year.Rules.TieChain)
        {
            var stillEqual = scored.ToDictionary(s => s.It.Number, s => scored.Where(o => Compare(paths[s.It.Number], paths[o.It.Number]) == 0).ToList());
            foreach (var s in scored)
                paths[s.It.Number] = [.. paths[s.It.Number], stillEqual[s.It.Number].Count == 1 ? [] : Key(step, s, stillEqual[s.It.Number])];
        }

        var groups = new List<(int, string?, List<Scored>)>();
        foreach (var s in scored.OrderBy(s => s.It.Number))
        {
            var rank = 1 + scored.Count(o => Compare(paths[o.It.Number], paths[s.It.Number]) > 0);
            if (groups.FirstOrDefault(g => g.Item1 == rank).Item3 is { } members)
                members.Add(s);
            else
                groups.Add((rank, null, [s]));
        }

        groups = [.. groups.OrderBy(g => g.Item1)];
        return [.. groups.Select((g, i) => (g.Item1, i == 0 ? null : Separating(paths[groups[i - 1].Item3[0].It.Number], paths[g.Item3[0].It.Number]), g.Item3))];
    }

    string? Separating(List<decimal[]> above, List<decimal[]> below)
    {
        var first = Enumerable.Range(0, above.Count).First(k => !above[k].SequenceEqual(below[k]));
        return first == 0 ? null : year.Rules.TieChain[first - 1];
    }

    static int Compare(List<decimal[]> a, List<decimal[]> b) =>
        a.SelectMany(x => x).Zip(b.SelectMany(x => x)).Select(pair => pair.First.CompareTo(pair.Second)).FirstOrDefault(order => order != 0);

    /// <summary>Larger is better.</summary>
    decimal[] Key(string step, Scored one, List<Scored> equal)
    {
        switch (step)
        {
            case "criteria":
                return [.. year.Criteria.Select((c, i) => (c, i)).OrderBy(x => (-x.c.Max, x.i)).Select(x => one.Means[x.c.Id])];
            case "head-to-head":
                return [equal.Where(o => o != one).Sum(o => Wins(one, o).CompareTo(Wins(o, one)) switch { > 0 => 1m, 0 => 0.5m, _ => 0m })];
            case "council":
                var decision = year.Ties.Reverse().FirstOrDefault(t => equal.All(e => t.Order.Contains(e.It.Number)));
                return [decision == null ? 0 : -decision.Order.ToList().IndexOf(one.It.Number)];
            default:
                return one.It.Figures.TryGetValue(step["figure:".Length..], out var figure) ? [1, figure] : [0, 0];
        }
    }

    int Wins(Scored one, Scored other) =>
        (from a in Counted(one.It.Number)
         join b in Counted(other.It.Number) on a.Judge equals b.Judge
         let both = Judged.Where(c => a.Marks.ContainsKey(c.Id) && b.Marks.ContainsKey(c.Id)).ToList()
         where both.Sum(c => a.Marks[c.Id]) > both.Sum(c => b.Marks[c.Id])
         select a).Count();

    (HashSet<int> Top, List<PassedOver> PassedOver, List<IReadOnlyList<int>> Undecided) Top(List<List<RankingNomination>> groups, List<Scored> scored)
    {
        var chosen = new List<RankingNomination>();
        var passedOver = new List<RankingNomination>();
        var undecided = new List<IReadOnlyList<int>>();
        var recognised = scored.Where(s => s.Line.Recognised).Select(s => s.It.Number).ToHashSet();
        foreach (var group in groups)
        {
            var walks = Orders([.. group.Where(n => recognised.Contains(n.Number))]).Select(order => Walk(chosen, order)).ToList();
            if (walks.Any(walk => !walk.Chosen.Select(n => n.Number).ToHashSet().SetEquals(walks[0].Chosen.Select(n => n.Number))))
            {
                undecided.Add([.. group.Select(n => n.Number).Order()]);
                break;
            }

            chosen.AddRange(walks[0].Chosen.OrderBy(n => n.Number));
            passedOver.AddRange(walks.SelectMany(walk => walk.Passed).DistinctBy(n => n.Number).OrderBy(n => n.Number));
        }

        return (
            chosen.Select(n => n.Number).ToHashSet(),
            [.. passedOver.Select(p => new PassedOver(p.Number, p.Business, [.. chosen.Where(n => n.Business == p.Business).Select(n => n.Number)]))],
            undecided);
    }

    (List<RankingNomination> Chosen, List<RankingNomination> Passed) Walk(List<RankingNomination> before, IEnumerable<RankingNomination> order)
    {
        var (chosen, passed) = (new List<RankingNomination>(), new List<RankingNomination>());
        foreach (var nomination in order)
        {
            if (before.Count + chosen.Count >= year.Rules.TopCount)
                break;
            if (before.Concat(chosen).Count(n => n.Business == nomination.Business) >= (year.Rules.BusinessCap ?? int.MaxValue))
                passed.Add(nomination);
            else
                chosen.Add(nomination);
        }

        return (chosen, passed);
    }

    /// <summary>
    /// Every order of a small group. Of a large one, each member first and the others behind, which is enough: a walk takes whom it can, so every order chooses equally many; if one order leaves out
    /// somebody who could have been chosen, every order leaves out such a one, and that one is chosen when first. (A test walks small groups both ways.)
    /// </summary>
    IEnumerable<IEnumerable<RankingNomination>> Orders(List<RankingNomination> group) =>
        group.Count <= everyOrderUpTo || group.Count == 0 ? EveryOrder(group) : group.Select((_, first) => group.Skip(first).Concat(group.Take(first)));

    static IEnumerable<IEnumerable<RankingNomination>> EveryOrder(List<RankingNomination> group) =>
        group.Count == 0 ? [[]] : group.SelectMany(first => EveryOrder([.. group.Where(n => n != first)]).Select(rest => rest.Prepend(first)));
}
