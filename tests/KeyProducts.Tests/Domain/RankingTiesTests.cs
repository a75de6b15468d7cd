using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>Ranks and the tie chain: scoring.md, Official score 5, by hand.</summary>
public class RankingTiesTests
{
    [Fact(DisplayName = "Bằng điểm cùng hạng: 1, 2, 2, 4")]
    public void Equal_scores_share_a_rank() =>
        Assert.Equal("1 #4* | 2 #1* | 2 #3* | 4 #2*", RankingYear.WithScores("1:80 2:70 3:80 4:90").Result().List());

    [Fact(DisplayName = "Chỉ khác nhau sau chữ số làm tròn là bằng điểm")]
    public void A_difference_that_is_not_printed_does_not_order() =>
        Assert.Equal("1 #1* | 1 #2*", RankingYear.WithScores("1:80.001 2:80.004").Result().List());

    [Fact(DisplayName = "Tiêu chí có điểm tối đa lớn nhất quyết định trước, rồi đến tiêu chí kế tiếp")]
    public void Criteria_decide_by_their_maxima()
    {
        var year = new RankingYear().TieChain("criteria").Criterion("A", 20).Criterion("B", 50).Criterion("C", 30)
            .Product(1).Product(2).Product(3)
            .Sheet(1, "An", "20 30 10").Sheet(2, "An", "10 30 20").Sheet(3, "An", "15 40 5");

        Assert.Equal("1 #3* | 2 #2* criteria | 3 #1* criteria", year.Result().List());
    }

    [Fact(DisplayName = "Điểm tối đa bằng nhau: theo thứ tự danh mục của năm")]
    public void Equal_maxima_go_in_the_order_of_the_list()
    {
        RankingYear Year(string first, string second) => new RankingYear().TieChain("criteria").Criterion(first, 20).Criterion(second, 20).Product(1).Product(2)
            .Sheet(1, "An", new Dictionary<string, decimal> { ["A"] = 20, ["B"] = 10 }).Sheet(2, "An", new Dictionary<string, decimal> { ["A"] = 10, ["B"] = 20 });

        Assert.Equal("1 #1* | 2 #2* criteria", Year("A", "B").Result().List());
        Assert.Equal("1 #2* | 2 #1* criteria", Year("B", "A").Result().List());
    }

    [Fact(DisplayName = "So tiêu chí bằng trung bình đã làm tròn")]
    public void Criteria_compare_rounded_means()
    {
        var year = new RankingYear().TieChain("criteria").Criterion("A", 20).Criterion("B", 10).Product(1).Product(2)
            .Sheet(1, "An", "15.001 4.999").Sheet(2, "An", "15.004 4.996");

        Assert.Equal("1 #1* | 1 #2*", year.Result().List());
    }

    [Fact(DisplayName = "Đối đầu: nhiều giám khảo chấm cao hơn thì thắng")]
    public void Head_to_head_more_judges_win()
    {
        var year = new RankingYear().TieChain("head-to-head").Criterion("A", 10).Product(1).Product(2)
            .Sheet(1, "An", "6").Sheet(1, "Bình", "6").Sheet(1, "Đức", "9").Sheet(2, "An", "7").Sheet(2, "Bình", "7").Sheet(2, "Đức", "7");

        Assert.Equal("1 #2* | 2 #1* head-to-head", year.Result().List());
    }

    [Fact(DisplayName = "Đối đầu: chỉ so các tiêu chí giám khảo chấm ở cả hai sản phẩm")]
    public void Head_to_head_compares_what_was_marked_on_both()
    {
        // Both score 10. On A, Bình gives 4 to 1 and 6 to 2: 2 wins. Bình's 6 on B of 1 has nothing to be compared with; counting the absent mark as 0 would let 1 win.
        var year = new RankingYear().TieChain("head-to-head").Criterion("A", 10).Criterion("B", 10).Product(1).Product(2)
            .Sheet(1, "Bình", "4 6").Sheet(2, "Bình", "6 .").Sheet(2, "Đức", ". 4");

        Assert.Equal("1 #2* | 2 #1* head-to-head", year.Result().List());
    }

    [Fact(DisplayName = "Đối đầu: không có giám khảo chung, hoặc số giám khảo ngang nhau, là hòa")]
    public void Head_to_head_without_a_majority_is_a_draw()
    {
        var apart = new RankingYear().TieChain("head-to-head").Criterion("A", 10).Product(1).Product(2).Sheet(1, "An", "6").Sheet(2, "Bình", "6");
        var even = new RankingYear().TieChain("head-to-head").Criterion("A", 10).Product(1).Product(2)
            .Sheet(1, "An", "6").Sheet(2, "An", "7").Sheet(1, "Bình", "8").Sheet(2, "Bình", "7");

        Assert.Equal("1 #1* | 1 #2*", apart.Result().List());
        Assert.Equal("1 #1* | 1 #2*", even.Result().List());
    }

    [Fact(DisplayName = "Đối đầu: tính tổng điểm thắng 1, hòa nửa điểm trong cả nhóm")]
    public void Head_to_head_adds_points_over_the_group()
    {
        // All score 5. 1 beats 2 (Bình, Đức over An); 1 and 3, 2 and 3 have no judge in common: 1 has 1½ points, 3 has 1, 2 has ½.
        var year = new RankingYear().TieChain("head-to-head").Criterion("A", 10).Product(1).Product(2).Product(3).Sheet(3, "Hà", "5")
            .Sheet(1, "An", "1").Sheet(2, "An", "9").Sheet(1, "Bình", "7").Sheet(2, "Bình", "3").Sheet(1, "Đức", "7").Sheet(2, "Đức", "3");

        Assert.Equal("1 #1* | 2 #3* head-to-head | 3 #2* head-to-head", year.Result().List());
    }

    [Fact(DisplayName = "Đối đầu: chỉ giữa những sản phẩm còn bằng nhau ở bước này")]
    public void Head_to_head_is_within_the_group_still_equal()
    {
        // Vòng tròn 1 > 2 > 3 > 1 leaves all equal; with 3 put last by its figure, 1 beats 2.
        RankingYear Circle(params string[] chain) => new RankingYear().TieChain(chain).Criterion("A", 10)
            .Product(1, figures: ("doanh thu", 9)).Product(2, figures: ("doanh thu", 9)).Product(3, figures: ("doanh thu", 8))
            .Sheet(1, "An", "6").Sheet(2, "An", "5").Sheet(3, "An", "4")
            .Sheet(1, "Bình", "4").Sheet(2, "Bình", "6").Sheet(3, "Bình", "5")
            .Sheet(1, "Đức", "5").Sheet(2, "Đức", "4").Sheet(3, "Đức", "6");

        Assert.Equal("1 #1* | 1 #2* | 1 #3*", Circle("head-to-head").Result().List());
        Assert.Equal("1 #1* | 2 #2* head-to-head | 3 #3* figure:doanh thu", Circle("figure:doanh thu", "head-to-head").Result().List());
        Assert.Equal("1 #1* | 1 #2* | 3 #3* figure:doanh thu", Circle("head-to-head", "figure:doanh thu").Result().List());
    }

    [Fact(DisplayName = "Số liệu: lớn hơn trước, thiếu xếp cuối, số âm vẫn hơn thiếu")]
    public void A_figure_orders_larger_first_and_missing_last()
    {
        var year = new RankingYear().TieChain("figure:xuất khẩu").Criterion("A", 10)
            .Product(1).Product(2, figures: ("xuất khẩu", -1)).Product(3, figures: ("xuất khẩu", 30)).Product(4)
            .Sheet(1, "An", "5").Sheet(2, "An", "5").Sheet(3, "An", "5").Sheet(4, "An", "5");

        Assert.Equal("1 #3* | 2 #2* figure:xuất khẩu | 3 #1* figure:xuất khẩu | 3 #4* figure:xuất khẩu", year.Result().List());
    }

    [Fact(DisplayName = "Hội đồng: quyết định sau cùng nêu đủ mọi thành viên của nhóm có hiệu lực")]
    public void The_last_decision_that_names_every_member_counts()
    {
        RankingYear Year() => RankingYear.WithScores("1:80 2:80 3:80 4:70").TieChain("council");

        Assert.Equal("1 #2* | 2 #3* council | 3 #1* council | 4 #4*", Year().Decide(1, 2, 3).Decide(4, 2, 3, 1).Decide(3, 1).Result().List());
        Assert.Equal("1 #1* | 1 #2* | 1 #3* | 4 #4*", Year().Decide(3, 1).Result().List());
    }

    [Fact(DisplayName = "Hội đồng: áp dụng cho nhóm còn lại sau các bước trước")]
    public void A_decision_applies_to_what_is_still_equal()
    {
        var year = new RankingYear().TieChain("figure:lao động", "council").Criterion("A", 10)
            .Product(1, figures: ("lao động", 5)).Product(2, figures: ("lao động", 7)).Product(3, figures: ("lao động", 5))
            .Sheet(1, "An", "5").Sheet(2, "An", "5").Sheet(3, "An", "5").Decide(3, 1);

        Assert.Equal("1 #2* | 2 #3* figure:lao động | 3 #1* council", year.Result().List());
    }

    [Fact(DisplayName = "Đối đầu: giám khảo chung nhưng không có tiêu chí chung thì hòa")]
    public void Head_to_head_without_a_common_criterion_is_a_draw()
    {
        var year = new RankingYear().TieChain("head-to-head").Criterion("A", 10).Criterion("B", 10).Product(1).Product(2)
            .Sheet(1, "An", "9 .").Sheet(2, "An", ". 1").Sheet(1, "Bình", ". 1").Sheet(2, "Bình", "9 .");

        Assert.Equal("1 #1* | 1 #2*", year.Result().List());
    }

    [Fact(DisplayName = "Đối đầu theo trung bình tổng phiếu: phiếu thiếu điểm không tham gia")]
    public void Head_to_head_with_sheet_totals_uses_complete_sheets()
    {
        RankingYear Year(ScoringMethod method) => new RankingYear().With(r => r with { Method = method }).TieChain("head-to-head").Criterion("A", 10).Criterion("B", 10)
            .Product(1).Product(2).Sheet(1, "An", "5 5").Sheet(2, "An", "5 5")
            .Sheet(1, "Bình", "6 .").Sheet(2, "Bình", "5 .").Sheet(1, "Đức", "6 .").Sheet(2, "Đức", "5 .").Sheet(1, "Hà", "3 .").Sheet(2, "Hà", "5 .");

        Assert.Equal("1 #1* | 2 #2* head-to-head", Year(ScoringMethod.CriterionMeans).Result().List());
        Assert.Equal("1 #1* | 1 #2*", Year(ScoringMethod.SheetTotals).Result().List());
    }

    [Fact(DisplayName = "Không có bước phân định nào: cùng điểm là cùng hạng, quyết định của hội đồng cũng không dùng đến")]
    public void Without_a_chain_equals_stay_equal() =>
        Assert.Equal("1 #1* | 1 #2* | 3 #3*", RankingYear.WithScores("1:80 2:80 3:70").Decide(2, 1).Result().List());

    [Fact(DisplayName = "Bước phân định ghi cho cả nhóm cùng hạng là bước tách nhóm ấy khỏi nhóm ngay trên")]
    public void The_step_recorded_is_the_one_that_cut_from_the_group_above()
    {
        var year = new RankingYear().TieChain("figure:lao động", "figure:doanh thu", "council").Criterion("A", 10);
        var (labour, revenue) = (new[] { 9m, 9, 9, 5, 5, 5 }, new[] { 7m, 3, 3, 8, 2, 2 });
        for (var i = 0; i < 6; i++)
            year.Product(i + 1, figures: [("lao động", labour[i]), ("doanh thu", revenue[i])]).Sheet(i + 1, "An", "5");

        Assert.Equal(
            "1 #1* | 2 #2* figure:doanh thu | 2 #3* figure:doanh thu | 4 #4* figure:lao động | 5 #6* figure:doanh thu | 6 #5* council",
            year.Decide(6, 5).Result().List());
    }
}
