using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>Marks under other settings. Keys of criteria are made different in each year, as they are in the store; names are what both years share.</summary>
public sealed class RankingWhatIfTests
{
    [Fact]
    public void Under_its_own_settings_a_year_stands_as_it_is()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var content = Content(RankingRandomYears.Of(seed).Input);
            var replay = RuleSet.Of(content).Replay(content);

            Assert.Equal(Ranking.Of(content.Input).All(), Ranking.Of(replay.Content.Input).All());
            Assert.Empty(replay.Ignored);
            Assert.DoesNotContain(replay.Criteria, one => one.IsLeftOut || one.IsScaled || one.WasComputed || one.WasMarked);
        }
    }

    [Fact]
    public void Every_rule_of_the_other_settings_holds_and_what_is_judged_stays()
    {
        var content = Content(new RankingYear().Criterion("Chất lượng", 10).Product(1).Product(2).Sheet(1, "An", "8").Sheet(2, "An", "6").Recuse(2, "Bình").Decide(2, 1).Input);
        var rules = new SnapshotRules(ScoringMethod.SheetTotals, 1, 3, 7m, 5, 2, ["council"], 0.25m, 4m);

        var replay = (RuleSet.Of(content) with { Rules = rules }).Replay(content);

        Assert.Equal(content with { Rules = rules, Groups = replay.Content.Groups, Criteria = replay.Content.Criteria, Sheets = replay.Content.Sheets }, replay.Content);
        Assert.Same(rules, replay.Content.Rules);
        Assert.Equal(content.Groups, replay.Content.Groups);
        Assert.Equal(content.Criteria, replay.Content.Criteria);
        Assert.Equal([8m, 6m], replay.Content.Sheets.Select(sheet => Assert.Single(sheet.Marks).Value));
    }

    [Fact]
    public void A_mark_grows_with_the_maximum_to_six_decimals()
    {
        var content = Content(new RankingYear().Criterion("Chất lượng", 15).Criterion("Thương hiệu", 10).Product(1).Sheet(1, "An", "10 5").Sheet(1, "Bình", ". 5.5").Input);

        var replay = Under(content, ("Chất lượng", 20), ("Thương hiệu", 10)).Replay(content);

        // 10 × 20 / 15 = 13.333333…
        Assert.Equal([13.333333m, 5m], replay.Content.Sheets[0].Marks.Values);
        Assert.Equal([5.5m], replay.Content.Sheets[1].Marks.Values);
        Assert.Equal(["Chất lượng"], replay.Criteria.Where(one => one.IsScaled).Select(one => one.Criterion.Name));
        Assert.Equal((15m, 20m), (replay.Criteria[0].Source!.Max, replay.Criteria[0].Criterion.Max));
        Assert.True(replay.Criteria[0].HasMarks);
    }

    [Theory]
    [InlineData(1, 3, 2, 0.666667)]
    [InlineData(1, 3, 1, 0.333333)]
    [InlineData(0.5, 3, 0.00001, 0.000002)]
    [InlineData(3, 3, 2, 2)]
    [InlineData(0, 3, 2, 0)]
    public void Scaling_rounds_once_halves_away_from_zero(decimal mark, decimal from, decimal to, decimal scaled) => Assert.Equal(scaled, Scaled(mark, from, to));

    // 0.5 × 0.00001 / 2 lies half-way between two millionths.
    [Fact]
    public void Scaling_rounds_a_half_up() => Assert.Equal(0.000003m, Scaled(0.5m, 2m, 0.00001m));

    [Fact]
    public void A_criterion_without_points_has_no_scale() => Assert.Equal(0m, Scaled(0m, 0m, 10m));

    [Fact]
    public void The_highest_mark_stays_the_highest_whatever_the_maxima()
    {
        foreach (var (from, to) in new[] { (15m, 7m), (7m, 15m), (3m, 10m), (9.99m, 10.01m), (0.07m, 100m) })
            Assert.Equal(to, Scaled(from, from, to));
    }

    [Fact]
    public void Another_year_s_criteria_are_found_by_name_whatever_capitals_and_spaces()
    {
        var marks = Content(new RankingYear().Criterion(" chất LƯỢNG", 10).Criterion("Năng suất", 10).Product(1).Sheet(1, "An", "8 4").Input, "cũ ");
        var now = Content(new RankingYear().Criterion("Chất lượng", 20).Criterion("Xuất khẩu", 5).Input);

        var replay = RuleSet.Of(now).Replay(marks);

        Assert.Equal(("Chất lượng", 16m), (Assert.Single(replay.Content.Criteria).Name, Assert.Single(replay.Content.Sheets[0].Marks).Value));
        Assert.Equal("Chất lượng", Assert.Single(replay.Content.Sheets[0].Marks).Key);
        Assert.Equal(["Xuất khẩu"], replay.Criteria.Where(one => one.IsLeftOut).Select(one => one.Criterion.Name));
        Assert.Equal(["Năng suất"], replay.Ignored.Select(one => one.Name));
        // A figure that no one has marked is absent, not 0, and the year is ranked all the same.
        Assert.Equal(16m, Assert.Single(Ranking.Of(replay.Content.Input).Ranked).Score);
    }

    [Fact]
    public void Letters_that_are_composed_otherwise_are_the_same_letters()
    {
        var marks = Content(new RankingYear().Criterion("Chất lượng".Normalize(System.Text.NormalizationForm.FormD), 10).Product(1).Sheet(1, "An", "8").Input, "cũ ");
        Assert.Single(RuleSet.Of(Content(new RankingYear().Criterion("Chất lượng", 10).Input)).Replay(marks).Content.Criteria);
    }

    [Fact]
    public void A_key_goes_before_a_name()
    {
        var marks = Content(new RankingYear().Criterion("a", 10).Criterion("b", 10).Product(1).Sheet(1, "An", "1 2").Input);
        // The names of the two are exchanged; their keys are not.
        var renamed = RuleSet.Of(marks) with { Criteria = [marks.Criteria[0] with { Name = "b" }, marks.Criteria[1] with { Name = "a" }] };

        Assert.Equal([1m, 2m], renamed.Replay(marks).Content.Sheets[0].Marks.Values);
    }

    [Fact]
    public void A_group_of_which_nothing_is_left_goes_with_its_minimum()
    {
        var marks = Content(new RankingYear().Group("g").Criterion("Chất lượng", 10).Product(1).Sheet(1, "An", "8").Input, "cũ ");
        var now = Content(new RankingYear().Group("Cũ", "5").Criterion("Chất lượng", 10).Group("Mới", "5").Criterion("Xuất khẩu", 10).Input);

        var replay = RuleSet.Of(now).Replay(marks);

        Assert.Equal(["Cũ"], replay.Content.Groups.Select(group => group.Id));
        Assert.True(Assert.Single(Ranking.Of(replay.Content.Input).Ranked).Recognised);
    }

    [Fact]
    public void What_is_computed_now_is_computed_from_the_figures_of_then_marked_or_not()
    {
        var marks = Content(new RankingYear().Criterion("Quy mô", 10).Product(1, null, true, ("revenue", 50m)).Sheet(1, "An", "3").Input, "cũ ");
        var now = Content(new RankingYear().Computed("Quy mô", 20, "revenue", (10, 5), (40, 15)).Computed("Mới", 10, "revenue", (10, 2)).Input);

        var replay = RuleSet.Of(now).Replay(marks);

        Assert.Equal([15m, 2m], Assert.Single(Ranking.Of(replay.Content.Input).Ranked).Criteria.Select(one => one.Mean));
        Assert.Equal([true, false], replay.Criteria.Select(one => one.WasMarked));
        Assert.Empty(Assert.Single(replay.Content.Sheets).Marks);
        Assert.DoesNotContain(replay.Criteria, one => one.IsLeftOut || one.IsScaled || one.HasMarks || one.WasComputed);
        Assert.Empty(replay.Ignored);
    }

    [Fact]
    public void What_was_computed_then_and_is_judged_now_keeps_its_bands_scaled()
    {
        var marks = Content(new RankingYear().Computed("Quy mô", 20, "revenue", (10, 5), (40, 15)).Product(1, null, true, ("revenue", 50m)).Input, "cũ ");
        var now = Content(new RankingYear().Criterion("Quy mô", 10).Input);

        var replay = RuleSet.Of(now).Replay(marks);

        var one = Assert.Single(replay.Criteria);
        Assert.True(one is { WasComputed: true, IsScaled: true, HasMarks: false, IsLeftOut: false, WasMarked: false });
        Assert.Equal([new Band(10, 2.5m), new Band(40, 7.5m)], Assert.Single(replay.Content.Criteria).Bands);
        Assert.Equal(7.5m, Assert.Single(Ranking.Of(replay.Content.Input).Ranked).Score);
    }

    [Fact]
    public void A_computed_criterion_with_another_maximum_has_bands_that_grow_with_it_and_no_marks_that_are_scaled()
    {
        var content = Content(new RankingYear().Computed("Quy mô", 10, "revenue", (0, 2), (40, 10)).Product(1, null, true, ("revenue", 50m)).Input);

        var rules = Under(content, ("Quy mô", 15));

        Assert.Equal([new Band(0, 3), new Band(40, 15)], rules.Criteria[0].Bands);
        Assert.False(Assert.Single(rules.Replay(content).Criteria).IsScaled);
        Assert.Equal(15m, Assert.Single(Ranking.Of(rules.Replay(content).Content.Input).Ranked).Score);
        Assert.Equal(15m, rules.Points);
    }

    [Fact]
    public void Scaling_all_maxima_keeps_the_order()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var content = Content(RankingRandomYears.Of(seed).Input);
            var rules = RuleSet.Of(content);
            var doubled = rules with
            {
                Rules = rules.Rules with { PassMark = rules.Rules.PassMark * 2, Decimals = 6 },
                Groups = [.. rules.Groups.Select(group => group with { Minimum = Twice(group.Minimum) })],
                Criteria = [.. rules.Criteria.Select(one => RuleSet.WithMax(one, one.Max * 2) with { Minimum = Twice(one.Minimum) })],
            };

            var before = Ranking.Of((rules with { Rules = rules.Rules with { Decimals = 6 } }).Replay(content).Content.Input);
            Assert.Equal(before.List(), Ranking.Of(doubled.Replay(content).Content.Input).List());
        }
    }

    static Minimum? Twice(Minimum? minimum) => minimum is { IsPercent: false } points ? points with { Value = points.Value * 2 } : minimum;

    static decimal Scaled(decimal mark, decimal from, decimal to)
    {
        var content = Content(new RankingYear().Criterion("Chất lượng", from).Product(1).Sheet(1, "An", new Dictionary<string, decimal> { ["Chất lượng"] = mark }).Input);
        return Assert.Single(Under(content, ("Chất lượng", to)).Replay(content).Content.Sheets[0].Marks).Value;
    }

    static RuleSet Under(SnapshotContent content, params (string Id, decimal Max)[] maxima) =>
        RuleSet.Of(content) with { Criteria = [.. content.Criteria.Zip(maxima, (one, max) => RuleSet.WithMax(one, max.Max))] };

    /// <summary>A year as the store holds it; criteria are called by their keys.</summary>
    internal static SnapshotContent Content(RankingInput input, string prefix = "") => new(
        2025,
        null,
        null,
        new SnapshotRules(input.Rules.Method, input.Rules.Decimals, input.Rules.Quorum, input.Rules.PassMark, input.Rules.TopCount, input.Rules.BusinessCap, input.Rules.TieChain, 0.5m, null),
        [.. input.Groups.Select(group => new SnapshotGroup(group.Id, $"Nhóm {group.Id}", group.Minimum))],
        [.. input.Criteria.Select(one => new SnapshotCriterion(prefix + one.Id, one.Group, one.Id, one.Max, one.Minimum, one.Figure, one.Bands))],
        [.. input.Nominations.Select(one => new SnapshotNomination(one.Number, $"2025-{one.Number}", $"Sản phẩm {one.Number}", one.Business, one.Business, "Cơ khí", one.Eligible, one.Figures))],
        [.. input.Sheets.Select(sheet => sheet.Judge).Distinct().Select(judge => new SnapshotJudge(judge, "Member"))],
        [.. input.Sheets.Select(sheet => new SnapshotSheet(sheet.Nomination, sheet.Judge, 1, sheet.Marks.ToDictionary(mark => prefix + mark.Key, mark => mark.Value)))],
        [.. input.Recusals.Select(one => new SnapshotRecusal(one.Nomination, one.Judge, "Family"))],
        [.. input.Ties.Select(tie => new SnapshotTie(tie.Order, "Thảo luận", "Biên bản 1"))]);
}
