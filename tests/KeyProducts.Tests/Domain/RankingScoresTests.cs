using System.Globalization;
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

    [Fact(DisplayName = "Năm chỉ có tiêu chí tính tự động không cần phiếu nào; theo tổng phiếu thì vẫn cần đủ phiếu")]
    public void A_year_of_computed_criteria_needs_sheets_only_by_sheet_totals()
    {
        RankingYear Year(ScoringMethod method) => new RankingYear().With(r => r with { Method = method, Quorum = 2 }).Computed("Doanh thu", 10, "doanh thu", (100, 5))
            .Product(1, figures: ("doanh thu", 150)).Product(2);

        Assert.Equal(5.00m, Year(ScoringMethod.CriterionMeans).Only().Score);
        Assert.Equal([new UnscoredNomination(2, "figure:doanh thu", 0)], Year(ScoringMethod.CriterionMeans).Result().Unscored);

        var totals = Year(ScoringMethod.SheetTotals).Sheet(1, "An", ".");
        Assert.Equal([new UnscoredNomination(1, "quorum", 1), new UnscoredNomination(2, "quorum", 0)], totals.Result().Unscored);
        Assert.Equal(5.00m, totals.Sheet(1, "Bình", ".").Only().Score);
        Assert.Equal([new UnscoredNomination(2, "figure:doanh thu", 2)], totals.Sheet(2, "An", ".").Sheet(2, "Bình", ".").Result().Unscored);
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
    [InlineData(2, "0.25")] // 0.125 → 0.13, where to even would give 0.12
    [InlineData(2, "0.01")] // 0.005 → 0.01
    [InlineData(6, "0.000001")] // 0.0000005 → 0.000001
    [InlineData(3, "0.125")] // 0.0625 → 0.063
    [InlineData(1, "0.5")] // 0.25 → 0.3
    [InlineData(0, "1")] // 0.5 → 1
    [InlineData(0, "5")] // 2.5 → 3, where to even would give 2
    public void Midpoints_are_rounded_away_from_zero(int decimals, string mark)
    {
        var year = new RankingYear().With(r => r with { Decimals = decimals }).Criterion("A", 10).Product(1).Sheet(1, "An", mark).Sheet(1, "Bình", "0");

        var expected = (decimals, mark) switch
        {
            (2, "0.125") => 0.06m,
            (2, "0.25") => 0.13m,
            (2, _) => 0.01m,
            (6, _) => 0.000001m,
            (3, _) => 0.063m,
            (1, _) => 0.3m,
            (0, "1") => 1m,
            _ => 3m,
        };
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

    [Fact(DisplayName = "Phân công theo tiêu chí: mỗi tiêu chí đủ phiếu từ những người khác nhau, không phiếu nào đủ điểm")]
    public void Panels_by_criterion_reach_the_quorum_together()
    {
        RankingYear Year() => new RankingYear().With(r => r with { Quorum = 2 }).Criterion("Kỹ thuật", 60).Criterion("Thị trường", 40).Product(1).Product(2)
            .Sheet(1, "An", "50 .").Sheet(1, "Bình", "40 .").Sheet(1, "Đức", ". 30").Sheet(1, "Hà", ". 20")
            .Sheet(2, "An", "50 .").Sheet(2, "Bình", "40 .").Sheet(2, "Đức", ". 30");

        var year = Year();
        Assert.Equal((70.00m, 0, null), (year.Only().Score, year.Only().CompleteSheets, year.Only().Spread));
        Assert.Equal([new UnscoredNomination(2, "quorum", 1)], year.Result().Unscored);
        Assert.Equal(
            [new UnscoredNomination(1, "quorum", 0), new UnscoredNomination(2, "quorum", 0)],
            Year().With(r => r with { Method = ScoringMethod.SheetTotals }).Result().Unscored);
    }

    [Fact(DisplayName = "Phiếu được tính nhiều hơn số phiếu tối thiểu, rồi bị rút một: không đủ phiếu chứ không phải điểm 0")]
    public void A_recusal_can_take_away_the_score()
    {
        var year = new RankingYear().With(r => r with { Quorum = 2 }).Criterion("A", 10).Product(1).Sheet(1, "An", "8").Sheet(1, "Bình", "6");

        Assert.Equal(7.00m, year.Only().Score);
        Assert.Equal([new UnscoredNomination(1, "quorum", 1)], year.Recuse(1, "Bình").Result().Unscored);
    }

    [Theory(DisplayName = "Tiêu chí tính từ số liệu âm, từ một khoảng duy nhất, hay không có khoảng nào")]
    [InlineData(-10.01, 0, 0, 0)]
    [InlineData(-10, 2, 0, 0)]
    [InlineData(-0.01, 2, 0, 0)]
    [InlineData(0, 5, 4, 0)]
    public void Bands_may_be_negative_single_or_none(decimal figure, decimal several, decimal one, decimal none)
    {
        var year = new RankingYear().Computed("Nhiều", 10, "lãi", (-10, 2), (0, 5)).Computed("Một", 10, "lãi", (0, 4)).Computed("Không", 10, "lãi").Product(1, figures: ("lãi", figure));

        Assert.Equal([several, one, none], year.Only().Criteria.Select(c => c.Mean));
        Assert.Equal(several + one + none, year.Only().Score);
    }

    [Fact(DisplayName = "Khoảng có thể giảm điểm khi số liệu tăng")]
    public void Bands_need_not_reward_more()
    {
        RankingYear Year(decimal figure) => new RankingYear().Computed("Tiêu hao", 10, "tiêu hao", (0, 10), (100, 6.5m), (200, 0)).Product(1, figures: ("tiêu hao", figure));

        Assert.Equal((10m, 6.5m, 0m), (Year(99).Only().Score, Year(100).Only().Score, Year(200).Only().Score));
    }

    [Fact(DisplayName = "Không chữ số thập phân và sáu chữ số thập phân")]
    public void Decimals_may_be_none_or_six()
    {
        RankingYear Year(int decimals) => new RankingYear().With(r => r with { Decimals = decimals }).Criterion("A", 10).Criterion("B", 10).Product(1)
            .Sheet(1, "An", "5 2").Sheet(1, "Bình", "0 0").Sheet(1, "Đức", "0 0");

        Assert.Equal("2", Year(0).Only().Score.ToString(CultureInfo.InvariantCulture)); // 7/3
        Assert.Equal("2.333333", Year(6).Only().Score.ToString(CultureInfo.InvariantCulture));
        Assert.Equal([1.666667m, 0.666667m], Year(6).Only().Criteria.Select(c => c.Mean));
        Assert.Equal([2m, 1m], Year(0).Only().Criteria.Select(c => c.Mean)); // 5/3 and 2/3: rounded apart they add up to 3, together to 2
        Assert.Equal(2m, Year(0).Only().Groups[0].Sum);
    }

    [Fact(DisplayName = "Trung bình có mẫu số khác nhau vẫn cộng chính xác")]
    public void Means_over_different_numbers_of_judges_add_exactly()
    {
        // 1/2 + 1/3 + 1/6 + 0.005 is 1.005, exactly half way; any rounding on the way would show.
        var year = new RankingYear().Criterion("A", 10).Criterion("B", 10).Criterion("C", 10).Criterion("D", 10).Product(1)
            .Sheet(1, "1", "1 1 1 0.01").Sheet(1, "2", "0 0 0 0").Sheet(1, "3", ". 0 0 .").Sheet(1, "4", ". . 0 .").Sheet(1, "5", ". . 0 .").Sheet(1, "6", ". . 0 .");

        Assert.Equal(1.01m, year.Only().Score);
        Assert.Equal([2, 3, 6, 2], year.Only().Criteria.Select(c => c.Count));
    }

    [Fact(DisplayName = "Điểm tối thiểu theo phần trăm so với trung bình đã làm tròn")]
    public void Per_cent_minima_are_compared_with_rounded_means()
    {
        RankingYear Year(string marks) => new RankingYear().Group("Nhóm", "50%").Criterion("A", 9.99m, "50%").Criterion("B", 0.01m).Product(1).Sheet(1, "An", marks);

        Assert.Empty(Year("4.995 0").Only().Shortfalls); // 5.00 of 9.99, though 4.995 itself is exactly half
        Assert.Equal(["criterion:A"], Year("4.994 0.01").Only().Shortfalls); // 4.99 < 4.995; the group has 5.00
        Assert.Equal(["group:Nhóm", "criterion:A"], Year("4.994 0").Only().Shortfalls);
    }

    [Fact(DisplayName = "Điểm tối thiểu của nhóm tính cả tiêu chí tự động")]
    public void A_group_minimum_counts_computed_criteria()
    {
        RankingYear Year(decimal figure) => new RankingYear().Group("Nhóm", "60%").Criterion("A", 10).Computed("B", 10, "doanh thu", (0, 1), (100, 6))
            .Group("Khác", "1").Computed("C", 10, "doanh thu", (0, 0), (50, 1)).Product(1, figures: ("doanh thu", figure)).Sheet(1, "An", "6");

        Assert.Empty(Year(100).Only().Shortfalls); // 6 + 6 of 20
        Assert.Equal(["group:Nhóm"], Year(99).Only().Shortfalls);
        Assert.Equal(["group:Nhóm", "group:Khác"], Year(49).Only().Shortfalls);
        Assert.Equal([new GroupScore("Nhóm", 7.00m), new GroupScore("Khác", 1.00m)], Year(99).Only().Groups);
    }

    [Fact(DisplayName = "Năm không có tiêu chí nào: ai cũng 0 điểm, cùng hạng")]
    public void A_year_without_criteria_gives_everybody_nothing()
    {
        var year = new RankingYear().With(r => r with { Quorum = 3 }).Product(2).Product(1).TieChain("criteria", "head-to-head");

        Assert.Equal("1 #1* | 1 #2*", year.Result().List());
        Assert.All(year.Result().Ranked, line => Assert.Equal((0.00m, 0, 0), (line.Score, line.Criteria.Count, line.CompleteSheets)));
    }

    [Fact(DisplayName = "Không sản phẩm nào")]
    public void A_year_without_nominations_has_an_empty_result()
    {
        var result = new RankingYear().Criterion("A", 10).TieChain("criteria", "head-to-head", "council", "figure:doanh thu").Result();

        Assert.Equal((0, 0, 0, 0), (result.Ranked.Count, result.Unscored.Count, result.PassedOver.Count, result.Undecided.Count));
    }

    [Fact(DisplayName = "Mọi tiêu chí được chấm đều được rút khỏi một sản phẩm: không có điểm")]
    public void A_nomination_that_nobody_marked_has_no_score()
    {
        var year = new RankingYear().Criterion("A", 10).Computed("B", 5, "doanh thu", (0, 5)).Product(1, figures: ("doanh thu", 1)).Product(2, figures: ("doanh thu", 1))
            .Sheet(1, "An", "10").Recuse(1, "An").Sheet(2, "An", ".");

        Assert.Empty(year.Result().Ranked);
        Assert.Equal([new UnscoredNomination(1, "quorum", 0), new UnscoredNomination(2, "quorum", 0)], year.Result().Unscored);
    }

    [Fact(DisplayName = "Điểm tối thiểu viết thành văn bản rồi đọc lại vẫn như cũ, không phụ thuộc ngôn ngữ")]
    public void A_minimum_is_written_and_read_again()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");
            Assert.Equal(["12", "12.5", "0", "50%", "33.3333333%"], new[] { new Minimum(12.00m, false), new(12.50m, false), new(0, false), new(50, true), new(33.3333333m, true) }.Select(m => m.ToString()));
            Assert.Equal([new Minimum(12.5m, false), new Minimum(50, true), new Minimum(50, true), null, null, null], new[] { "12.5", "50%", "50% ", "", " ", null }.Select(Minimum.Parse));
            Assert.All(["12,5", "-1", "%", "một nửa", "50%%5"], text => Assert.Throws<FormatException>(() => Minimum.Parse(text)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
