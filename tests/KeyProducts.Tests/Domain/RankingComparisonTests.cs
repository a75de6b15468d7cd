using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>What is different between two results.</summary>
public sealed class RankingComparisonTests
{
    [Fact]
    public void A_result_and_itself_differ_in_nothing()
    {
        var result = RankingYear.WithScores("1:90 2:80 3:80").Result();
        var comparison = RankingComparison.Of(result, result);

        Assert.Empty(comparison.Changed);
        Assert.Equal([1, 2, 3], comparison.Unchanged.Select(one => one.Number));
        Assert.All(comparison.Nominations, one => Assert.False(one.EntersTop || one.LeavesTop || one.MovesInTop || one.GainsRecognition || one.LosesRecognition || one.ChangesScore));
    }

    [Fact]
    public void Who_enters_leaves_and_moves_in_the_top_is_told()
    {
        // Two places. 3 overtakes both, 1 falls to the second, 2 out.
        var comparison = Compare(RankingYear.WithScores("1:90 2:80 3:70 4:10").With(Two), RankingYear.WithScores("1:90 2:80 3:95 4:10").With(Two));

        Assert.Equal([3], Numbers(comparison, one => one.EntersTop));
        Assert.Equal([2], Numbers(comparison, one => one.LeavesTop));
        Assert.Equal([1], Numbers(comparison, one => one.MovesInTop));
        Assert.Equal([3], Numbers(comparison, one => one.ChangesScore));
        Assert.Equal([3, 1, 2], comparison.Changed.Select(one => one.Number));
        Assert.Equal([4], comparison.Unchanged.Select(one => one.Number));
        Assert.Equal((3, 70m, 1, 95m), (comparison.Nominations[0].Before.Rank, comparison.Nominations[0].Before.Score, comparison.Nominations[0].After.Rank, comparison.Nominations[0].After.Score));
        Assert.Equal((false, true), (comparison.Nominations[0].Before.Top, comparison.Nominations[0].After.Top));
    }

    [Fact]
    public void Who_gains_and_loses_recognition_is_told_with_the_reason()
    {
        var scores = RankingYear.WithScores("1:90 2:60").With(rules => rules with { TopCount = 0, PassMark = 70 });
        var lower = RankingYear.WithScores("1:90 2:60").With(rules => rules with { TopCount = 0, PassMark = 50 });

        var gained = Assert.Single(Compare(scores, lower).Changed);
        Assert.True(gained is { Number: 2, GainsRecognition: true, LosesRecognition: false, ChangesScore: false });
        Assert.Equal(["pass-mark"], gained.Before.Shortfalls);
        Assert.Empty(gained.After.Shortfalls);
        var lost = Assert.Single(Compare(lower, scores).Changed);
        Assert.True(lost is { Number: 2, GainsRecognition: false, LosesRecognition: true });
        Assert.Equal((true, false), (lost.Before.Recognised, lost.After.Recognised));
    }

    [Fact]
    public void A_score_that_alone_changes_changes_no_place()
    {
        var comparison = Compare(RankingYear.WithScores("1:90 2:60"), RankingYear.WithScores("1:91 2:60"));

        Assert.Empty(comparison.Changed);
        Assert.Equal([1], Numbers(comparison, one => one.ChangesScore));
    }

    [Fact]
    public void A_score_that_is_lost_puts_the_nomination_last_with_the_reason()
    {
        var before = RankingYear.WithScores("1:90 2:80").Sheet(2, "Bình", "80");
        var comparison = Compare(before, RankingYear.WithScores("1:90 2:80").Sheet(2, "Bình", "80").With(rules => rules with { Quorum = 2 }));

        Assert.Equal([2, 1], comparison.Nominations.Select(one => one.Number));
        var lost = comparison.Nominations[1];
        Assert.Equal((1, 90m, null, null), (lost.Before.Rank, lost.Before.Score, lost.After.Rank, lost.After.Score));
        Assert.Equal(("quorum", null), (lost.After.Unscored?.Reason, lost.Before.Unscored));
        Assert.True(lost is { IsChanged: true, ChangesScore: true, LosesRecognition: true, LeavesTop: true });
        Assert.Empty(lost.After.Shortfalls);
    }

    [Fact]
    public void Waiting_for_the_council_is_a_change_of_its_own()
    {
        // Ranks and recognition stay: only the top can no longer be chosen.
        var wide = RankingYear.WithScores("1:90 2:80 3:80").With(rules => rules with { TopCount = 1 });
        var narrow = RankingYear.WithScores("1:90 2:80 3:80").With(Two);

        var comparison = Compare(wide, narrow);

        Assert.Equal([2, 3], comparison.Changed.Select(one => one.Number));
        Assert.All(comparison.Changed, one => Assert.Equal((false, true), (one.Before.Undecided, one.After.Undecided)));
        Assert.False(comparison.Nominations[0].After.Undecided);
    }

    [Fact]
    public void A_place_in_the_top_alone_is_a_change()
    {
        var comparison = Compare(RankingYear.WithScores("1:90 2:80").With(rules => rules with { TopCount = 1 }), RankingYear.WithScores("1:90 2:80").With(Two));

        Assert.True(Assert.Single(comparison.Changed) is { Number: 2, EntersTop: true, LeavesTop: false, MovesInTop: false, GainsRecognition: false });
    }

    [Fact]
    public void Equals_stand_by_number_and_those_without_a_score_last()
    {
        var year = new RankingYear().Criterion("Điểm", 100).Product(7).Product(3).Product(9).Product(1).Sheet(7, "An", "50").Sheet(3, "An", "50");
        var result = year.Result();

        Assert.Equal([3, 7, 1, 9], RankingComparison.Of(result, result).Nominations.Select(one => one.Number));
    }

    static RankingRules Two(RankingRules rules) => rules with { TopCount = 2 };

    static RankingComparison Compare(RankingYear before, RankingYear after) => RankingComparison.Of(before.Result(), after.Result());

    static List<int> Numbers(RankingComparison comparison, Func<RankingDifference, bool> which) => [.. comparison.Nominations.Where(which).Select(one => one.Number)];
}
