using System.Text.Json;
using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>"Why this rank?", by hand: scoring.md, Reading a rank.</summary>
public class RankingExplanationTests
{
    static RankExplanation Why(RankingYear year, int number) => RankExplanation.Of(year.Input, year.Result(), number);

    /// <summary>Two groups of 60 and 40; no. 1 has 45/3 + 30/2 + 10 = 40, no. 2 less, no. 3 nothing.</summary>
    static RankingYear Year() => new RankingYear()
        .Group("Thị trường", "50%").Criterion("Tăng trưởng", 40, "16").Computed("Doanh thu", 20, "revenue", (0, 5), (100, 10), (200, 20))
        .Group("Công nghệ").Criterion("Chất lượng", 40)
        .Product(1, figures: ("revenue", 150)).Product(2, figures: ("revenue", 99)).Product(3, figures: ("revenue", -1))
        .Sheet(1, "Bình", "10 20").Sheet(1, "An", "20 10").Sheet(1, "Đức", "15 .").Sheet(1, "Ê", "40 40").Recuse(1, "Ê").Recuse(1, "Ô")
        .Sheet(2, "An", "10.5 10").Sheet(2, "Bình", "10 10.25").Sheet(3, "An", "1 .");

    [Fact(DisplayName = "Công thức của từng tiêu chí: điểm được tính, tổng, số phiếu, trung bình, độ chênh")]
    public void A_criterion_is_filled_in()
    {
        var growth = Why(Year(), 1).Criteria[0];

        Assert.Equal(["An 20", "Bình 10", "Đức 15"], growth.Marks.Select(mark => $"{mark.Judge} {mark.Points}"));
        Assert.Equal(("Tăng trưởng", 40m, 45m, 10m), (growth.Id, growth.Max, growth.Sum, growth.Spread));
        Assert.Equal(new CriterionScore("Tăng trưởng", 15, 3, 10, 20), growth.Score);
        Assert.Equal((45m, 3, 15m), (growth.Exact!.Value.Sum, (int)growth.Exact.Value.Parts, growth.Exact.Value.Rounded(2)));
        Assert.Null(growth.Figure);
    }

    [Theory(DisplayName = "Tiêu chí tính tự động: số liệu, khung điểm, khung kế tiếp")]
    [InlineData(1, "150", 10, 10, 20)]
    [InlineData(2, "99", 5, 5, 10)]
    public void A_computed_criterion_names_its_band(int number, string declared, int points, int band, int next)
    {
        var computed = Why(Year(), number).Criteria[1];

        Assert.Empty(computed.Marks);
        Assert.Null(computed.Spread);
        Assert.Equal(points, computed.Sum);
        Assert.Equal((points, 1), ((int)computed.Exact!.Value.Sum!, (int)computed.Exact.Value.Parts));
        Assert.Equal(("revenue", declared, band, next), (computed.Figure!.Name, $"{computed.Figure.Declared}", (int)computed.Figure.Band!.Points, (int)computed.Figure.Next!.Points));
    }

    [Fact(DisplayName = "Dưới khung thấp nhất là 0 điểm; trên khung cao nhất không còn khung; thiếu số liệu thì không có khung")]
    public void Outside_the_bands()
    {
        var year = new RankingYear().Computed("Doanh thu", 20, "revenue", (0, 5), (100, 10)).Product(1, figures: ("revenue", -1)).Product(2, figures: ("revenue", 100)).Product(3);

        Assert.Equal(new ExplainedFigure("revenue", -1, null, new Band(0, 5)), Why(year, 1).Criteria[0].Figure);
        Assert.Equal(0, Why(year, 1).Criteria[0].Sum);
        Assert.Equal(new ExplainedFigure("revenue", 100, new Band(100, 10), null), Why(year, 2).Criteria[0].Figure);
        Assert.Equal(new ExplainedFigure("revenue", null, null, null), Why(year, 3).Criteria[0].Figure);
    }

    [Fact(DisplayName = "Nhóm và tổng điểm: phân số chính xác, làm tròn một lần")]
    public void The_sum_is_exact_until_it_is_rounded()
    {
        var year = new RankingYear().With(rules => rules with { Decimals = 1 }).Group("Một").Criterion("A", 10).Criterion("B", 10).Group("Hai").Criterion("C", 10).Product(1)
            .Sheet(1, "An", "1 2 3").Sheet(1, "Bình", "2 2.5 .").Sheet(1, "Đức", "2 . .");

        // 5/3 + 4.5/2 + 3 = (10 + 13.5)/6 + 3 = 41.5/6 = 6.91666…
        var why = Why(year, 1);
        Assert.Equal((41.5m, 6), (why.Exact!.Value.Sum, (int)why.Exact.Value.Parts));
        Assert.Equal((6.9m, 6.916666m, false), (why.Exact.Value.Rounded(1), why.Exact.Value.Cut(6), why.Exact.Value.IsWhole(6)));
        Assert.Equal(6.9m, why.Ranked!.Score);
        var (one, two) = (why.Groups[0], why.Groups[1]);
        Assert.Equal(("Một", 20m, 23.5m, 6, new GroupScore("Một", 3.9m)), (one.Id, one.Max, one.Exact!.Value.Sum, (int)one.Exact.Value.Parts, one.Score));
        Assert.Equal(("Hai", 10m, 3m, 1, true), (two.Id, two.Max, two.Exact!.Value.Sum, (int)two.Exact.Value.Parts, two.Exact.Value.IsWhole(0)));
        Assert.Equal(3m, two.Exact.Value.Cut(0));
    }

    [Theory(DisplayName = "Chữ số bị cắt, không làm tròn")]
    [InlineData(0, "6", false)]
    [InlineData(1, "6.6", false)]
    [InlineData(2, "6.66", false)]
    public void Digits_are_cut(int decimals, string cut, bool isWhole)
    {
        var exact = Why(new RankingYear().Criterion("A", 10).Product(1).Sheet(1, "An", "6").Sheet(1, "Bình", "7").Sheet(1, "Đức", "7"), 1).Exact!.Value;
        Assert.Equal((cut, isWhole), (FormattableString.Invariant($"{exact.Cut(decimals)}"), exact.IsWhole(decimals)));
    }

    [Fact(DisplayName = "Số quá dài thì không viết ra được, nhưng vẫn làm tròn đúng")]
    public void A_sum_too_long_to_be_written_is_left_out()
    {
        // The least common multiple of 1 to 60 has 25 digits.
        var year = new RankingYear();
        var marks = Enumerable.Range(1, 60).ToList();
        marks.ForEach(c => year.Criterion($"c{c}", 1_000_000));
        year.Product(1);
        foreach (var judge in marks)
            year.Sheet(1, $"j{judge}", marks.Where(c => c >= judge).ToDictionary(c => $"c{c}", c => judge == 1 ? 1m : 0m));

        var exact = Why(year, 1).Exact!.Value;
        Assert.Null(exact.Sum);
        Assert.Equal(year.Only().Score, exact.Rounded(2));
    }

    [Fact(DisplayName = "Phiếu: được tính, từ chối chấm có hoặc không có phiếu")]
    public void Sheets_say_whether_they_count()
    {
        Assert.Equal(
            [new("An", SheetUse.Counts, 30, 2), new("Bình", SheetUse.Counts, 30, 2), new("Ê", SheetUse.Recused, 80, 2), new("Ô", SheetUse.Recused, null, 0), new("Đức", SheetUse.Counts, 15, 1)],
            Why(Year(), 1).Sheets.OrderBy(sheet => sheet.Judge[0]));
    }

    [Fact(DisplayName = "Cách tính theo tổng phiếu: phiếu thiếu điểm không được tính, kể cả từng tiêu chí")]
    public void With_sheet_totals_an_incomplete_sheet_counts_nowhere()
    {
        var why = Why(Year().With(rules => rules with { Method = ScoringMethod.SheetTotals }), 1);

        Assert.Equal(SheetUse.Incomplete, why.Sheets.Single(sheet => sheet.Judge == "Đức").Use);
        Assert.Equal(SheetUse.Counts, why.Sheets.Single(sheet => sheet.Judge == "An").Use);
        Assert.Equal(30, why.Criteria[0].Sum);
        Assert.Equal(2, why.Criteria[0].Marks.Count);
        Assert.Equal(40, why.Exact!.Value.Rounded(2));
    }

    [Fact(DisplayName = "Điểm đạt và mức tối thiểu: còn cách bao nhiêu")]
    public void Minima_have_their_distance()
    {
        var why = Why(Year().With(rules => rules with { PassMark = 41.5m }), 1);

        Assert.Equal(new ExplainedMinimum(null, null, 41.5m, 40), why.PassMark);
        Assert.Equal((-1.5m, false), (why.PassMark!.Distance, why.PassMark.IsMet));
        Assert.Equal([new(null, "Thị trường", 30, 25), new("Tăng trưởng", null, 16, 15)], why.Minima);
        Assert.True(new ExplainedMinimum(null, null, 5, 5).IsMet);
        Assert.Null(Why(Year(), 1).PassMark);
    }

    [Fact(DisplayName = "Chưa có điểm: lý do, số phiếu đã có, không có hạng và khoảng cách")]
    public void Without_a_score_there_is_a_reason()
    {
        var why = Why(Year().With(rules => rules with { PassMark = 10 }), 3);

        Assert.Equal(new UnscoredNomination(3, "quorum", 0), why.Unscored);
        Assert.Null(why.Ranked);
        Assert.Null(why.Exact);
        Assert.Null(why.PassMark);
        Assert.Null(why.Above);
        Assert.Null(why.Below);
        Assert.Empty(why.Minima);
        Assert.Empty(why.Sharing);
        Assert.Empty(why.SharingSteps);
        Assert.Equal(TopReason.Unscored, why.Top.Reason);
        Assert.Null(why.Top.Distance);
        Assert.All(why.Criteria, criterion => Assert.Null(criterion.Score));
        Assert.All(why.Groups, group => Assert.True(group is { Exact: null, Score: null }));
        Assert.Equal(1, why.Criteria[0].Sum);
        Assert.Null(why.Criteria[2].Spread);
        Assert.Null(why.Criteria[2].Exact);
        Assert.Equal(3, why.Number);
    }

    [Fact(DisplayName = "Sản phẩm liền trên và liền dưới: chênh lệch tổng và từng tiêu chí")]
    public void Neighbours_are_compared()
    {
        var why = Why(Year(), 2);

        // 20.5/2 + 5 + 20.25/2 = 25.375 → 25.38; means 10.25, 5, 10.13.
        var above = why.Above!;
        Assert.Equal((1, 1, 40m, -14.62m), (above.Number, above.Rank, above.Score, above.Difference));
        Assert.Equal([-4.75m, -5m, -4.87m], above.Criteria.Select(criterion => criterion.Difference));
        Assert.Equal(("Tăng trưởng", 10.25m, 15m), (above.Criteria[0].Id, above.Criteria[0].Own, above.Criteria[0].Other));
        Assert.Equal(0m, above.Rounding);
        Assert.Empty(above.Steps);
        Assert.Null(above.Decisive);
        Assert.Null(why.Below);
        Assert.Equal(14.62m, Why(Year(), 1).Below!.Difference);
        Assert.Null(Why(Year(), 1).Above);
    }

    [Fact(DisplayName = "Trung bình làm tròn cộng lại có thể lệch: phần lệch được nói ra")]
    public void What_rounding_leaves_is_said()
    {
        var year = new RankingYear().With(rules => rules with { Decimals = 0 }).Criterion("A", 10).Criterion("B", 10).Product(1).Product(2).Sheet(1, "An", "5.5 5.5").Sheet(2, "An", "5 5");

        // 11 to 10; the means 6 and 6 to 5 and 5 would make 2.
        Assert.Equal((1m, -1m), (Why(year, 1).Below!.Difference, Why(year, 1).Below!.Rounding));
    }

    [Fact(DisplayName = "Bằng điểm: tiêu chí quyết định với hai điểm trung bình")]
    public void The_deciding_criterion_is_named()
    {
        var year = new RankingYear().TieChain("figure:revenue", "criteria").Criterion("A", 20).Criterion("B", 50).Criterion("C", 30)
            .Product(1).Product(2).Sheet(1, "An", "10 30 20").Sheet(2, "An", "15 30 15");

        Assert.Equal([Written(new FigureStep("figure:revenue", [1, 2], null, null)), Written(new CriteriaStep("criteria", [1, 2], "C", 15.00m, 20.00m))], Why(year, 2).Above!.Steps.Select(Written));
        Assert.Equal("criteria", Why(year, 2).Above!.Decisive!.Name);
        Assert.Equal(Written(new CriteriaStep("criteria", [1, 2], "C", 20.00m, 15.00m)), Written(Why(year, 1).Below!.Decisive!));
    }

    [Fact(DisplayName = "Bằng điểm: số liệu lớn hơn đứng trên, thiếu số liệu đứng dưới")]
    public void The_deciding_figure_is_named()
    {
        var year = new RankingYear().TieChain("figure:revenue").Criterion("A", 10).Product(1).Product(2, figures: ("revenue", -3)).Sheet(1, "An", "5").Sheet(2, "An", "5");

        Assert.Equal(Written(new FigureStep("figure:revenue", [1, 2], null, -3)), Written(Why(year, 1).Above!.Decisive!));
        Assert.True(new FigureStep("figure:revenue", [], 1, 2).Decided);
    }

    [Fact(DisplayName = "Bằng điểm: so từng thành viên, mỗi cặp bao nhiêu người chấm cao hơn")]
    public void Head_to_head_shows_its_pairs()
    {
        // 1 beats 2 by An and Bình to Đức, and 3 by Bình and Ô to An; 3 beats 2 by An alone. Ê marked nothing on both.
        var year = new RankingYear().TieChain("head-to-head").Criterion("A", 10).Criterion("B", 10).Product(1).Product(2).Product(3)
            .Sheet(1, "An", "6 1").Sheet(1, "Bình", "6 1").Sheet(1, "Đức", "3 1").Sheet(1, "Ê", ". 1").Sheet(1, "Ô", "5 .")
            .Sheet(2, "An", "5 1").Sheet(2, "Bình", "5 1").Sheet(2, "Đức", "5 1").Sheet(2, "Ê", "5 .")
            .Sheet(3, "An", "7 1").Sheet(3, "Bình", "5 .").Sheet(3, "Ô", "3 1");
        year.With(rules => rules with { Decimals = 0 });
        Assert.Equal("1 #1* | 2 #3* head-to-head | 3 #2* head-to-head", year.Result().List());

        var step = Assert.IsType<HeadToHeadStep>(Why(year, 3).Above!.Decisive);
        Assert.Equal(["3:1 1-2-0", "3:2 1-0-1", "1:2 2-1-0"], step.Pairs.Select(pair => $"{pair.First}:{pair.Second} {pair.ForFirst}-{pair.ForSecond}-{pair.Even}"));
        Assert.Equal([0m, 1m, 1m], step.Pairs.Select(pair => pair.Points));
        Assert.Equal((1m, 2m, "head-to-head"), (step.Own, step.Other, step.Name));
        Assert.Equal([1, 2, 3], step.Group);
    }

    [Fact(DisplayName = "So từng thành viên: chỉ phiếu được tính; không ai chấm cả hai là hòa")]
    public void Head_to_head_takes_sheets_that_count()
    {
        var year = new RankingYear().TieChain("head-to-head").Criterion("A", 10).Computed("Doanh thu", 5, "revenue", (0, 1)).Product(1, figures: ("revenue", 1)).Product(2, figures: ("revenue", 1))
            .Sheet(1, "An", "9").Sheet(1, "Bình", "5").Sheet(2, "An", "1").Sheet(2, "Đức", "5").Recuse(2, "An").Recuse(1, "An");

        var step = Assert.IsType<HeadToHeadStep>(Assert.Single(Why(year, 1).SharingSteps));
        Assert.Equal([new ComparedPair(1, 2, 0, 0, 0)], step.Pairs);
        Assert.Equal((0.5m, 0.5m, false), (step.Own, step.Other, step.Decided));
    }

    [Fact(DisplayName = "Bằng điểm: quyết định sau cùng của Hội đồng nêu đủ nhóm")]
    public void The_last_decision_that_names_all_is_pointed_at()
    {
        var year = RankingYear.WithScores("1:80 2:80 3:80").TieChain("council").Decide(1, 2).Decide(3, 2, 1).Decide(2, 3, 1).Decide(1, 3);

        Assert.Equal((2, true), (Assert.IsType<CouncilStep>(Why(year, 1).Above!.Decisive).Decision, Why(year, 1).Above!.Decisive!.Decided));
        Assert.Equal(3, Why(year, 1).Above!.Number);
    }

    [Fact(DisplayName = "Vẫn bằng nhau sau mọi bước: cùng hạng, các bước đã qua không quyết định")]
    public void Those_that_stay_equal_share_their_rank()
    {
        var year = RankingYear.WithScores("1:80 2:80 3:90 4:70 5:80").TieChain("criteria", "head-to-head", "figure:revenue", "council").Decide(1, 2);
        var why = Why(year, 2);

        Assert.Equal([1, 5], why.Sharing);
        Assert.Equal(["criteria", "head-to-head", "figure:revenue", "council"], why.SharingSteps.Select(step => step.Name));
        Assert.All(why.SharingSteps, step => Assert.Equal((false, "1, 2, 5"), (step.Decided, string.Join(", ", step.Group))));
        Assert.Equal((3, 4), (why.Above!.Number, why.Below!.Number));
        Assert.Empty(Why(year, 3).Sharing);
        Assert.Empty(Why(year, 3).SharingSteps);
    }

    [Fact(DisplayName = "Mỗi bước chỉ còn những sản phẩm vẫn bằng nhau với sản phẩm được giải thích")]
    public void A_step_keeps_those_still_equal()
    {
        var year = new RankingYear().TieChain("criteria", "head-to-head", "figure:revenue", "council").Criterion("A", 10).Criterion("B", 5)
            .Product(1, figures: ("revenue", 5)).Product(2, figures: ("revenue", 5)).Product(3, figures: ("revenue", 6)).Product(4, figures: ("revenue", 9))
            .Sheet(1, "An", "6 4").Sheet(2, "An", "6 4").Sheet(3, "An", "6 4").Sheet(4, "An", "7 3").Decide(2, 1);
        Assert.Equal("1 #4* | 2 #3* criteria | 3 #2* figure:revenue | 4 #1* council", year.Result().List());

        Assert.Equal(["criteria 1,2,3,4", "head-to-head 1,2,3", "figure:revenue 1,2,3", "council 1,2"], Why(year, 1).Above!.Steps.Select(step => $"{step.Name} {string.Join(",", step.Group)}"));
        Assert.Equal(["criteria 1,2,3,4"], Why(year, 3).Above!.Steps.Select(step => $"{step.Name} {string.Join(",", step.Group)}"));
    }

    [Fact(DisplayName = "So từng thành viên loại bớt: bước sau chỉ còn những sản phẩm có cùng số điểm đối đầu")]
    public void Head_to_head_keeps_those_with_as_many_points()
    {
        // 1 beats 2 and 3, which are even; the figure then splits those two alone.
        var year = new RankingYear().TieChain("head-to-head", "figure:revenue").Criterion("A", 10).Product(1, figures: ("revenue", 0)).Product(2, figures: ("revenue", 1)).Product(3, figures: ("revenue", 2))
            .Sheet(1, "An", "6").Sheet(1, "Bình", "6").Sheet(1, "Đức", "3")
            .Sheet(2, "An", "5").Sheet(2, "Bình", "5").Sheet(2, "Đức", "5").Sheet(3, "An", "5").Sheet(3, "Bình", "5").Sheet(3, "Đức", "5");

        Assert.Equal(["1,2,3", "2,3"], Why(year, 2).Above!.Steps.Select(step => string.Join(",", step.Group)));
    }

    [Fact(DisplayName = "Top N: được chọn, hết chỗ, không đạt, doanh nghiệp đủ số, khoảng cách đến lằn ranh")]
    public void The_top_has_its_reasons()
    {
        var year = RankingYear.WithScores("1:90:Hanel 2:85:Hanel 3:80 4:70 5:20 6:60").With(rules => rules with { TopCount = 2, BusinessCap = 1, PassMark = 50 });

        Assert.Equal((TopReason.Chosen, 2, 2, 4, 20m), Of(Why(year, 1).Top));
        Assert.Equal((TopReason.PassedOver, 2, 2, 3, 5m), Of(Why(year, 2).Top));
        Assert.Equal([1], Why(year, 2).Top.Chosen);
        Assert.Equal((TopReason.Chosen, 2, 2, 4, 10m), Of(Why(year, 3).Top));
        Assert.Equal((TopReason.PlacesTaken, 2, 2, 3, -10m), Of(Why(year, 4).Top));
        Assert.Equal((TopReason.FallsShort, 2, 2, 3, -60m), Of(Why(year, 5).Top));
        Assert.Empty(Why(year, 4).Top.Chosen);
        Assert.Empty(Why(year, 4).Top.Open);
    }

    [Fact(DisplayName = "Top N: chờ Hội đồng, dưới nhóm chờ; chưa có lằn ranh")]
    public void An_open_group_leaves_the_line_undrawn()
    {
        var year = RankingYear.WithScores("1:90 2:80 3:80 4:70 5:10").With(rules => rules with { TopCount = 2, PassMark = 50 });

        Assert.Equal((TopReason.Chosen, 2, 1, null, null), Of(Why(year, 1).Top));
        Assert.Equal((TopReason.WaitsForCouncil, 2, 1, null, null), Of(Why(year, 2).Top));
        Assert.Equal([2, 3], Why(year, 2).Top.Open);
        Assert.Equal((TopReason.BelowOpenGroup, 2, 1, null, null), Of(Why(year, 4).Top));
        Assert.Equal((TopReason.FallsShort, 2, 1, null, null), Of(Why(year, 5).Top));
    }

    [Theory(DisplayName = "Top N: còn chỗ trống hoặc không có Top thì không có lằn ranh; không còn ai bên dưới thì không có khoảng cách")]
    [InlineData(3, TopReason.Chosen)]
    [InlineData(2, TopReason.Chosen)]
    [InlineData(0, TopReason.NoTop)]
    public void Without_another_side_there_is_no_line(int places, TopReason reason) =>
        Assert.Equal((reason, places, Math.Min(places, 2), null, null), Of(Why(RankingYear.WithScores("1:90 2:80").With(rules => rules with { TopCount = places }), 1).Top));

    [Fact(DisplayName = "Sản phẩm không có trong năm")]
    public void An_unknown_number_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Why(Year(), 9));
        Assert.Throws<ArgumentNullException>(() => RankExplanation.Of(null!, Year().Result(), 1));
        Assert.Throws<ArgumentNullException>(() => RankExplanation.Of(Year().Input, null!, 1));
    }

    static (TopReason, int, int, int?, decimal?) Of(TopStanding top) => (top.Reason, top.Places, top.Taken, top.Line, top.Distance);

    // Records compare lists by reference, their text by value.
    static string Written(TieStep step) => JsonSerializer.Serialize<object>(step);
}
