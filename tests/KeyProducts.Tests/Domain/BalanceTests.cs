using FsCheck;
using FsCheck.Fluent;
using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>Years of a few judges and nominations, checked against what trying everything finds; and a year of the real size.</summary>
public sealed class BalanceTests
{
    [Fact]
    public void Nine_judges_and_forty_products_of_eight_industries_come_out_even_spread_and_linked()
    {
        var judges = Keys(9);
        var sizes = new[] { 9, 7, 6, 5, 4, 4, 3, 2 };
        var industries = Keys(8);
        var input = new BalanceInput(3, judges, [.. sizes.SelectMany((size, i) => Keys(size).Select(id => new BalanceNomination(id, industries[i], judges)))], []);

        var result = Balance.Of(input);

        Assert.Equal(120, result.Added.Count);
        Assert.Empty(result.Shortages);
        Assert.True(result.IsConnected);
        Assert.Equal([13, 14], result.Loads.Select(one => one.Nominations).Distinct().Order());
        Assert.All(result.Loads, one => Assert.InRange(one.Industries, 7, 8));
    }

    [Fact]
    public void Every_nomination_has_as_many_judges_as_wanted_or_as_there_are() => Always(year =>
    {
        var result = Balance.Of(year.Input);
        var all = year.Input.Kept.Concat(result.Added).ToList();
        return all.Distinct().Count() == year.Input.Kept.Distinct().Count() + result.Added.Count
            && result.Added.All(pair => year.Input.Nominations.Single(one => one.Id == pair.Nomination).MayScore.Contains(pair.Judge))
            && year.Input.Nominations.All(one =>
            {
                var kept = year.Input.Kept.Where(pair => pair.Nomination == one.Id).Select(pair => pair.Judge).Distinct().ToList();
                var count = all.Where(pair => pair.Nomination == one.Id).Distinct().Count();
                var shortage = result.Shortages.SingleOrDefault(shortage => shortage.Nomination == one.Id);
                return count == Math.Max(kept.Count, Math.Min(year.Input.PerNomination, kept.Union(one.MayScore).Count()))
                    && shortage?.Judges == (count < year.Input.PerNomination ? count : null);
            });
    });

    [Fact]
    public void Loads_and_groups_are_those_of_the_pairs() => Always(year =>
    {
        var result = Balance.Of(year.Input);
        var all = year.Input.Kept.Concat(result.Added).Distinct().ToList();
        return result.Loads.Select(one => one.Judge).SequenceEqual(year.Input.Judges)
            && result.Loads.All(one => one.Nominations == all.Count(pair => pair.Judge == one.Judge))
            && result.Groups.Count == Balance.Groups(all).Count && result.Groups.Count == GroupsByHand(all)
            && result.IsConnected == result.Groups.Count < 2;
    });

    [Fact]
    public void The_same_year_gives_the_same_pairs() => Always(year => Balance.Of(year.Input).Added.SequenceEqual(Balance.Of(RandomCouncil.Of(year.Seed).Input).Added));

    [Fact]
    public void No_distribution_is_more_even_unless_that_would_part_the_judges() => Always(year =>
    {
        var result = Balance.Of(year.Input);
        var squares = result.Loads.Sum(one => one.Nominations * one.Nominations);
        var best = Everything(year.Input).Min(added => Squares(year.Input, added));
        return squares == best || (result.IsConnected && Everything(year.Input).Where(added => Squares(year.Input, added) < squares).Any(added => GroupsByHand([.. year.Input.Kept, .. added]) > 1));
    });

    [Fact]
    public void Where_everybody_may_score_everything_loads_differ_by_one_at_most_and_judges_are_linked_whenever_there_are_pairs_enough() => Always(year =>
    {
        var (judges, nominations) = (year.Input.Judges.Count, year.Input.Nominations.Count);
        var free = year.Input with { Kept = [], Nominations = [.. year.Input.Nominations.Select(one => one with { MayScore = year.Input.Judges })], PerNomination = Math.Min(judges, year.Input.PerNomination) };
        var result = Balance.Of(free);
        var n = free.PerNomination;
        var canBeLinked = (n * nominations) >= nominations + Math.Min(judges, n * nominations) - 1;
        return result.Loads.Max(one => one.Nominations) - result.Loads.Min(one => one.Nominations) <= 1
            && result.IsConnected == canBeLinked && result.Apart == (canBeLinked ? Separation.None : Separation.TooFewPairs);
    });

    [Fact]
    public void It_says_why_judges_stay_apart() => Always(year =>
    {
        var result = Balance.Of(year.Input);
        var scoring = result.Loads.Where(one => one.Nominations > 0).Select(one => one.Judge).ToList();
        var possible = Balance.Groups(year.Input.Kept.Concat(year.Input.Nominations.SelectMany(one => one.MayScore.Select(judge => new JudgePair(judge, one.Id)))));
        var linkable = possible.Any(group => scoring.All(group.Contains));
        return result.Apart switch
        {
            Separation.Scopes => !linkable,
            Separation.TooFewPairs => linkable && Everything(year.Input).All(added => GroupsByHand([.. year.Input.Kept, .. added]) > 1 || added.Select(pair => pair.Judge).Union(year.Input.Kept.Select(pair => pair.Judge)).Count() < scoring.Count),
            Separation.NoExchange => linkable,
            _ => result.Groups.Count < 2,
        };
    });

    [Fact]
    public void No_exchange_that_keeps_the_loads_saves_a_judge_from_seeing_one_industry_alone() => Always(year =>
    {
        var result = Balance.Of(year.Input);
        var all = year.Input.Kept.Concat(result.Added).ToHashSet();
        var alone = Alone(year.Input, all);
        return (from one in result.Added
                from other in result.Added
                where one.Judge != other.Judge && one.Nomination != other.Nomination
                let back = new JudgePair(one.Judge, other.Nomination)
                let forth = new JudgePair(other.Judge, one.Nomination)
                where !all.Contains(back) && !all.Contains(forth) && IsAllowed(year.Input, back) && IsAllowed(year.Input, forth)
                select (IEnumerable<JudgePair>)[.. all.Where(pair => pair != one && pair != other), back, forth])
            .All(exchanged => Alone(year.Input, exchanged) >= alone || GroupsByHand([.. exchanged]) > result.Groups.Count);
    });

    [Fact]
    public void Loads_give_way_where_only_that_links_the_judges()
    {
        // An and Bình know one industry each; Châu alone knows both.
        var (an, bình, châu) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var (steel, silk) = (Guid.NewGuid(), Guid.NewGuid());
        var input = new BalanceInput(
            1, [an, bình, châu],
            [.. Keys(4).Select(id => new BalanceNomination(id, steel, [an, châu])), .. Keys(2).Select(id => new BalanceNomination(id, silk, [bình, châu]))], []);
        Assert.Equal(Separation.TooFewPairs, Balance.Of(input).Apart);

        var both = Balance.Of(input with { PerNomination = 2 });
        Assert.Equal((true, "4 2 6"), (both.IsConnected, string.Join(' ', both.Loads.Select(one => one.Nominations))));
    }

    [Fact]
    public void Judges_whose_scopes_never_meet_stay_apart_and_it_says_so()
    {
        var (first, second) = (Keys(2), Keys(2));
        var (steel, silk) = (Guid.NewGuid(), Guid.NewGuid());
        var result = Balance.Of(new BalanceInput(
            2, [.. first, .. second], [.. Keys(3).Select(id => new BalanceNomination(id, steel, first)), .. Keys(3).Select(id => new BalanceNomination(id, silk, second))], []));

        Assert.Equal(Separation.Scopes, result.Apart);
        Assert.Equal([first, second], result.Groups);
    }

    [Fact]
    public void A_year_of_two_hundred_nominations_and_forty_judges_is_even_and_linked()
    {
        var (judges, industries) = (Keys(40), Keys(8));
        var chance = new Random(7);
        var input = new BalanceInput(5, judges, [.. Keys(200).Select(id => new BalanceNomination(id, industries[chance.Next(8)], [.. judges.Where(_ => chance.Next(3) > 0)]))], []);

        var result = Balance.Of(input);

        Assert.True(result.IsConnected);
        Assert.Equal([25], result.Loads.Select(one => one.Nominations).Distinct());
    }

    private static void Always(Func<RandomCouncil, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true).WithReplay(new Replay(new Rnd(2026, 2029), null)), Prop.ForAll(RandomCouncil.Any, holds));

    private static Guid[] Keys(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];

    private static bool IsAllowed(BalanceInput input, JudgePair pair) => input.Nominations.Single(one => one.Id == pair.Nomination).MayScore.Contains(pair.Judge);

    private static int Squares(BalanceInput input, IEnumerable<JudgePair> added) =>
        input.Kept.Concat(added).Distinct().GroupBy(pair => pair.Judge).Sum(own => own.Count() * own.Count());

    private static int Alone(BalanceInput input, IEnumerable<JudgePair> pairs) =>
        pairs.GroupBy(pair => pair.Judge).Count(own => own.Select(pair => input.Nominations.Single(one => one.Id == pair.Nomination).Industry).Distinct().Count() == 1);

    // Every way to fill up the nominations: so many, or as many as there are.
    private static IEnumerable<List<JudgePair>> Everything(BalanceInput input)
    {
        IEnumerable<List<JudgePair>> ways = [[]];
        foreach (var one in input.Nominations)
        {
            var kept = input.Kept.Where(pair => pair.Nomination == one.Id).Select(pair => pair.Judge).ToHashSet();
            var free = one.MayScore.Where(judge => !kept.Contains(judge)).ToList();
            var take = Math.Clamp(input.PerNomination - kept.Count, 0, free.Count);
            var choices = Choose(free, take).ToList();
            ways = [.. ways.SelectMany(way => choices.Select(choice => (List<JudgePair>)[.. way, .. choice.Select(judge => new JudgePair(judge, one.Id))]))];
        }

        return ways;
    }

    private static IEnumerable<IReadOnlyList<Guid>> Choose(List<Guid> among, int count) =>
        from way in Enumerable.Range(0, 1 << among.Count) where int.PopCount(way) == count select among.Where((_, place) => ((way >> place) & 1) == 1).ToList();

    // Counted by spreading the smallest label until nothing changes.
    private static int GroupsByHand(IReadOnlyCollection<JudgePair> pairs)
    {
        var label = pairs.Select(pair => pair.Judge).Distinct().Select((judge, place) => (judge, place)).ToDictionary(one => one.judge, one => one.place);
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (one, other) in from one in pairs from other in pairs where one.Nomination == other.Nomination && label[one.Judge] < label[other.Judge] select (one, other))
            {
                (label[other.Judge], changed) = (label[one.Judge], true);
            }
        }

        return label.Values.Distinct().Count();
    }

    /// <summary>A small council with scopes, recusals and pairs that stand already, made from its seed alone.</summary>
    private sealed record RandomCouncil(int Seed, BalanceInput Input)
    {
        public static Arbitrary<RandomCouncil> Any { get; } = Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(Of));

        public static RandomCouncil Of(int seed)
        {
            var r = new Random(seed);
            Guid Key() => new([.. Enumerable.Range(0, 16).Select(_ => (byte)r.Next(256))]);
            Guid[] Some(int count) => [.. Enumerable.Range(0, count).Select(_ => Key())];
            var (judges, industries) = (Some(r.Next(1, 5)), Some(r.Next(1, 4)));
            var free = r.Next(3) == 0;
            var nominations = Enumerable.Range(0, r.Next(1, 6))
                .Select(_ => new BalanceNomination(Key(), industries[r.Next(industries.Length)], [.. judges.Where(_ => free || r.Next(4) > 0)])).ToList();
            var kept = r.Next(2) == 0 ? [] : (from one in nominations from judge in judges where r.Next(6) == 0 select new JudgePair(judge, one.Id)).ToList();
            return new RandomCouncil(seed, new BalanceInput(r.Next(1, 4), judges, nominations, kept));
        }

        public override string ToString() => $"council of seed {Seed}: {System.Text.Json.JsonSerializer.Serialize(Input)}";
    }
}
