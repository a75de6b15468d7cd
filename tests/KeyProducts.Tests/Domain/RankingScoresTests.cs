using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>Scores, quorum, rounding, minima: scoring.md, Official score 1 to 4 and 7, by hand.</summary>
public class RankingScoresTests
{
    [Fact(DisplayName = "Điểm là tổng các trung bình theo tiêu chí")]
    public void Score_is_the_sum_of_the_criterion_means()
    {
        var year = new RankingYear().Criterion("Chất lượng", 60).Criterion("Thị trường", 40).Product(1)
            .Sheet(1, "An", "50 30").Sheet(1, "Bình", "45 .").Sheet(1, "Đức", ". 20");

        var only = year.Only();

        Assert.Equal(72.50m, only.Score); // (50 + 45) / 2 + (30 + 20) / 2
        Assert.Equal([new CriterionScore("Chất lượng", 47.50m, 2, 45, 50), new CriterionScore("Thị trường", 25.00m, 2, 20, 30)], only.Criteria);
        Assert.Equal([new GroupScore("Nhóm", 72.50m)], only.Groups);
        Assert.Equal(1, only.CompleteSheets);
        Assert.Null(only.Spread);
    }

    [Fact(DisplayName = "Trung bình tổng phiếu: chỉ tính phiếu đủ điểm")]
    public void Sheet_totals_use_complete_sheets_only()
    {
        var year = new RankingYear().With(r => r with { Method = ScoringMethod.SheetTotals }).Criterion("Chất lượng", 60).Criterion("Thị trường", 40)
            .Product(1).Sheet(1, "An", "50 30").Sheet(1, "Bình", "45 .").Sheet(1, "Đức", "40 21");

        var only = year.Only();

        Assert.Equal(70.50m, only.Score); // (80 + 61) / 2
        Assert.Equal([new CriterionScore("Chất lượng", 45.00m, 2, 40, 50), new CriterionScore("Thị trường", 25.50m, 2, 21, 30)], only.Criteria);
        Assert.Equal(2, only.CompleteSheets);
    }

    [Theory(DisplayName = "Tiêu chí tính từ số liệu: khoảng có cận dưới lớn nhất không vượt số liệu")]
    [InlineData(99, 0)]
    [InlineData(100, 5)]
    [InlineData(199.99, 5)]
    [InlineData(200, 8)]
    [InlineData(-5, 0)]
    public void Computed_criterion_takes_its_band(decimal revenue, decimal points)
    {
        foreach (var method in Enum.GetValues<ScoringMethod>())
        {
            var year = new RankingYear().With(r => r with { Method = method }).Criterion("Chất lượng", 10)
                .Computed("Doanh thu", 10, "doanh thu", (100, 5), (200, 8)).Product(1, figures: ("doanh thu", revenue)).Sheet(1, "An", "7").Sheet(1, "Bình", "8");

            Assert.Equal(7.50m + points, year.Only().Score);
            Assert.Equal(new CriterionScore("Doanh thu", points, 0, points, points), year.Only().Criteria[1]);
        }
    }

    [Fact(DisplayName = "Điểm chấm vào tiêu chí tính tự động không được tính, kể cả khi vượt khung")]
    public void Marks_on_computed_criteria_are_ignored()
    {
        var year = new RankingYear().Criterion("Chất lượng", 10).Computed("Doanh thu", 10, "doanh thu", (0, 4)).Product(1, figures: ("doanh thu", 1))
            .Sheet(1, "An", new Dictionary<string, decimal> { ["Chất lượng"] = 7, ["Doanh thu"] = 999 });

        Assert.Equal(11.00m, year.Only().Score);
    }

    [Fact(DisplayName = "Phiếu của người từ chối chấm không bao giờ được tính")]
    public void A_recused_sheet_never_counts()
    {
        var year = new RankingYear().Criterion("Chất lượng", 10).Product(1).Product(2)
            .Sheet(1, "An", "10").Sheet(1, "Bình", "6").Sheet(2, "An", "9").Recuse(1, "An");

        Assert.Equal("1 #2* | 2 #1*", year.Result().List());
        Assert.Equal(6.00m, year.Result().Ranked[1].Score);
    }

    [Fact(DisplayName = "Vắng điểm không phải điểm 0")]
    public void Absent_is_not_zero()
    {
        RankingYear Two() => new RankingYear().Criterion("A", 10).Criterion("B", 10).Product(1).Sheet(1, "An", "8 6");

        Assert.Equal(14.00m, Two().Sheet(1, "Bình", "8 .").Only().Score);
        Assert.Equal(11.00m, Two().Sheet(1, "Bình", "8 0").Only().Score);
    }

    [Fact(DisplayName = "Chưa đủ phiếu ở một tiêu chí thì không có điểm")]
    public void Too_few_marks_on_one_criterion_leave_no_score()
    {
        var year = new RankingYear().With(r => r with { Quorum = 2 }).Criterion("A", 10).Criterion("B", 10).Product(7).Product(3)
            .Sheet(7, "An", "8 6").Sheet(7, "Bình", "8 .").Sheet(3, "An", "5 5").Sheet(3, "Bình", "5 5");

        Assert.Equal("1 #3*", year.Result().List());
        Assert.Equal([new UnscoredNomination(7, "quorum", 1)], year.Result().Unscored);
    }

    [Fact(DisplayName = "Trung bình tổng phiếu: định mức đếm phiếu đủ điểm, không đếm điểm")]
    public void Sheet_totals_count_complete_sheets_for_the_quorum()
    {
        var year = new RankingYear().With(r => r with { Quorum = 2 }).Criterion("A", 10).Criterion("B", 10).Product(1)
            .Sheet(1, "An", "8 6").Sheet(1, "Bình", "8 .").Sheet(1, "Đức", ". 6");

        Assert.Equal(14.00m, year.Only().Score);
        Assert.Equal([new UnscoredNomination(1, "quorum", 1)], year.With(r => r with { Method = ScoringMethod.SheetTotals }).Result().Unscored);
    }

    [Fact(DisplayName = "Thiếu số liệu: nêu số liệu đầu tiên theo thứ tự tiêu chí; chưa đủ phiếu nêu trước")]
    public void A_missing_figure_leaves_no_score_after_the_quorum()
    {
        var year = new RankingYear().Computed("Xuất khẩu", 5, "xuất khẩu", (0, 1)).Criterion("A", 10).Computed("Doanh thu", 5, "doanh thu", (0, 1))
            .Product(3).Product(1).Product(2, figures: ("xuất khẩu", 1)).Sheet(1, "An", "8").Sheet(2, "An", "8");

        Assert.Equal(
            [new UnscoredNomination(1, "figure:xuất khẩu", 1), new UnscoredNomination(2, "figure:doanh thu", 1), new UnscoredNomination(3, "quorum", 0)],
            year.Result().Unscored);
    }

    [Fact(DisplayName = "Năm chỉ có tiêu chí tính tự động không cần phiếu nào")]
    public void A_year_of_computed_criteria_needs_no_sheet()
    {
        foreach (var method in Enum.GetValues<ScoringMethod>())
        {
            var year = new RankingYear().With(r => r with { Method = method, Quorum = 3 }).Computed("Doanh thu", 10, "doanh thu", (100, 5))
                .Product(1, figures: ("doanh thu", 150)).Product(2);

            Assert.Equal(5.00m, year.Only().Score);
            Assert.Equal([new UnscoredNomination(2, "figure:doanh thu", 0)], year.Result().Unscored);
        }
    }

    [Fact(DisplayName = "Làm tròn một lần: ba lần 1/3 là 1,00")]
    public void Thirds_are_rounded_once()
    {
        var year = new RankingYear().Criterion("A", 10).Criterion("B", 10).Criterion("C", 10).Product(1)
            .Sheet(1, "An", "1 1 1").Sheet(1, "Bình", "0 0 0").Sheet(1, "Đức", "0 0 0");

        Assert.Equal(1.00m, year.Only().Score);
        Assert.All(year.Only().Criteria, criterion => Assert.Equal(0.33m, criterion.Mean));
        Assert.Equal(1.00m, year.Only().Groups[0].Sum);
    }

    [Theory(DisplayName = "Số giữa làm tròn xa số 0")]
    [InlineData(2, "0.125")] // 0.0625 → 0.06
    [InlineData(3, "0.125")] // 0.0625 → 0.063
    [InlineData(1, "0.5")] // 0.25 → 0.3
    [InlineData(0, "1")] // 0.5 → 1
    [InlineData(0, "5")] // 2.5 → 3, where to even would give 2
    public void Midpoints_are_rounded_away_from_zero(int decimals, string mark)
    {
        var year = new RankingYear().With(r => r with { Decimals = decimals }).Criterion("A", 10).Product(1).Sheet(1, "An", mark).Sheet(1, "Bình", "0");

        var expected = (decimals, mark) switch { (2, _) => 0.06m, (3, _) => 0.063m, (1, _) => 0.3m, (0, "1") => 1m, _ => 3m };
        Assert.Equal(expected, year.Only().Score);
        Assert.Equal(decimals, year.Only().Score.Scale);
    }

    [Fact(DisplayName = "Điểm chuẩn so với điểm đã làm tròn")]
    public void Pass_mark_is_compared_with_the_rounded_score()
    {
        RankingYear Year(string mark) => new RankingYear().With(r => r with { Decimals = 0, PassMark = 70 }).Criterion("A", 100).Product(1).Sheet(1, "An", mark);

        Assert.True(Year("69.5").Only().Recognised);
        Assert.Equal(["pass-mark"], Year("69.49").Only().Shortfalls);
        Assert.False(Year("69.49").Only().Top);
    }

    [Fact(DisplayName = "Điểm tối thiểu của nhóm và tiêu chí, tính bằng điểm hoặc phần trăm")]
    public void Minima_are_in_points_or_per_cent()
    {
        RankingYear Year(string marks) => new RankingYear().With(r => r with { PassMark = 10 }).Group("Sản phẩm", "50%").Criterion("A", 10, "4").Criterion("B", 20, "40%")
            .Group("Doanh nghiệp", "3").Criterion("C", 10).Product(1, eligible: false).Sheet(1, "An", marks);

        Assert.Equal(["eligible"], Year("4 11 3").Only().Shortfalls);
        Assert.Equal(["eligible", "group:Sản phẩm", "group:Doanh nghiệp", "criterion:A"], Year("3.99 11 2.99").Only().Shortfalls);
        Assert.Equal(["eligible", "criterion:B"], Year("10 7.99 3").Only().Shortfalls);
        Assert.Equal(["eligible", "pass-mark", "group:Sản phẩm", "group:Doanh nghiệp", "criterion:A", "criterion:B"], Year("0 0 0").Only().Shortfalls);
    }

    [Fact(DisplayName = "Không được công nhận vẫn có hạng")]
    public void Who_is_not_recognised_has_a_rank()
    {
        var year = RankingYear.WithScores("1:90 2:80").Product(3, eligible: false).Sheet(3, "An", "95").With(r => r with { PassMark = 85 });

        Assert.Equal("1 #3 | 2 #1* | 3 #2", year.Result().List());
        Assert.Equal([false, true, false], year.Result().Ranked.Select(r => r.Recognised));
    }

    [Fact(DisplayName = "Chênh lệch giữa phiếu cao nhất và thấp nhất, chỉ phiếu đủ điểm")]
    public void Spread_is_over_complete_sheets()
    {
        var year = new RankingYear().Criterion("A", 10).Criterion("B", 10).Product(1).Sheet(1, "An", "8 6.25").Sheet(1, "Bình", "5 5").Sheet(1, "Đức", "10 .").Sheet(1, "Ế", "0 0")
            .Recuse(1, "Ế");

        Assert.Equal(4.25m, year.Only().Spread);
        Assert.Equal(2, year.Only().CompleteSheets);
    }
}
