namespace KeyProducts.Tests.Domain;

/// <summary>The top: scoring.md, Official score 6, by hand.</summary>
public class RankingTopTests
{
    [Fact(DisplayName = "Chọn đúng N sản phẩm được công nhận, bỏ qua sản phẩm không được công nhận")]
    public void The_first_recognised_are_chosen()
    {
        var year = RankingYear.WithScores("1:90 2:80 3:70 4:60").Product(5, eligible: false).Sheet(5, "An", "99").With(r => r with { TopCount = 2 });

        Assert.Equal("1 #5 | 2 #1* | 3 #2* | 4 #3 | 5 #4", year.Result().List());
        Assert.Empty(year.Result().PassedOver);
        Assert.Empty(year.Result().Undecided);
    }

    [Fact(DisplayName = "Không có Top khi N bằng 0")]
    public void A_top_of_none_is_empty()
    {
        var result = RankingYear.WithScores("1:90 2:90").With(r => r with { TopCount = 0 }).Result();

        Assert.Equal("1 #1 | 1 #2", result.List());
        Assert.Empty(result.Undecided);
    }

    [Fact(DisplayName = "Doanh nghiệp đã đủ số sản phẩm thì được bỏ qua, chỉ báo khi còn chỗ")]
    public void The_cap_passes_over_while_places_are_left()
    {
        var result = RankingYear.WithScores("1:90:Hanel 2:85:Hanel 3:80:Hanel 4:75:Đông_Á 5:70:Hanel").With(r => r with { TopCount = 3, BusinessCap = 2 }).Result();

        Assert.Equal("1 #1* | 2 #2* | 3 #3 | 4 #4* | 5 #5", result.List());
        Assert.Equal("3 Hanel (1, 2)", result.PassedOverList());
    }

    [Fact(DisplayName = "Nhiều sản phẩm bằng nhau hơn số chỗ còn lại: chưa quyết, không chọn ai từ nhóm đó trở xuống")]
    public void More_equals_than_places_are_undecided()
    {
        var result = RankingYear.WithScores("1:90 2:80 3:80 4:70").With(r => r with { TopCount = 2 }).Result();

        Assert.Equal("1 #1* | 2 #2 | 2 #3 | 4 #4", result.List());
        Assert.Equal("2, 3", result.UndecidedList());
    }

    [Fact(DisplayName = "Bằng nhau nhưng đủ chỗ cho cả nhóm: chọn cả nhóm")]
    public void Equals_that_all_fit_are_chosen()
    {
        var result = RankingYear.WithScores("1:90 2:80 3:80 4:80").With(r => r with { TopCount = 4 }).Result();

        Assert.Equal("1 #1* | 2 #2* | 2 #3* | 2 #4*", result.List());
        Assert.Empty(result.Undecided);
    }

    [Fact(DisplayName = "Chỉ đếm sản phẩm được công nhận khi so với số chỗ còn lại")]
    public void Only_the_recognised_compete_for_a_place()
    {
        var result = RankingYear.WithScores("1:90 2:80").Product(3, eligible: false).Sheet(3, "An", "80").With(r => r with { TopCount = 2 }).Result();

        Assert.Equal("1 #1* | 2 #2* | 2 #3", result.List());
        Assert.Empty(result.Undecided);
    }

    [Fact(DisplayName = "Hai sản phẩm bằng nhau của một doanh nghiệp chỉ còn một suất: chưa quyết")]
    public void A_cap_that_binds_inside_a_group_is_undecided()
    {
        var result = RankingYear.WithScores("1:90:Hanel 2:80:Hanel 3:80:Hanel 4:80:Đông_Á 5:70").With(r => r with { BusinessCap = 2 }).Result();

        Assert.Equal("1 #1* | 2 #2 | 2 #3 | 2 #4 | 5 #5", result.List());
        Assert.Equal("2, 3, 4", result.UndecidedList());
        Assert.Empty(result.PassedOver);
    }

    [Fact(DisplayName = "Doanh nghiệp đã đủ suất trước nhóm bằng nhau: bỏ qua, không phải chưa quyết")]
    public void A_cap_reached_before_the_group_is_no_question_of_order()
    {
        var result = RankingYear.WithScores("1:90:Hanel 2:80:Hanel 3:80:Hanel 4:80:Đông_Á").With(r => r with { BusinessCap = 1, TopCount = 2 }).Result();

        Assert.Equal("1 #1* | 2 #2 | 2 #3 | 2 #4*", result.List());
        Assert.Equal("2 Hanel (1); 3 Hanel (1)", result.PassedOverList());
        Assert.Empty(result.Undecided);
    }

    [Fact(DisplayName = "Nhóm chưa quyết nêu mọi thành viên; hội đồng nêu đủ thì chọn được")]
    public void A_decision_that_names_the_undecided_frees_the_walk()
    {
        var year = RankingYear.WithScores("1:90 2:80 3:80").Product(4, eligible: false).Sheet(4, "An", "80").With(r => r with { TopCount = 2, TieChain = ["council"] });

        Assert.Equal("2, 3, 4", year.Result().UndecidedList());
        Assert.Equal("1 #1* | 2 #4 | 3 #3* council | 4 #2 council", year.Decide(4, 3, 2).Result().List());
        Assert.Empty(year.Result().Undecided);
    }

    [Fact(DisplayName = "Sau nhóm chưa quyết không chọn và không nêu thêm ai")]
    public void Nothing_below_an_undecided_group_is_chosen_or_reported()
    {
        var result = RankingYear.WithScores("1:95:A 2:90:B 3:90:B 4:80:A 5:70:C 6:70:C").With(r => r with { TopCount = 5, BusinessCap = 1 }).Result();

        Assert.Equal("1 #1* | 2 #2 | 2 #3 | 4 #4 | 5 #5 | 5 #6", result.List());
        Assert.Equal("2, 3", result.UndecidedList());
        Assert.Empty(result.PassedOver);
    }

    [Fact(DisplayName = "Bị bỏ qua chỉ được nêu khi còn chỗ, cả khi sản phẩm bằng điểm lấy chỗ cuối cùng")]
    public void Passed_over_among_equals_that_take_the_last_place_is_reported()
    {
        var result = RankingYear.WithScores("1:90:A 2:80:A 3:80:B 4:80:A 5:70:A").With(r => r with { TopCount = 2, BusinessCap = 1 }).Result();

        Assert.Equal("1 #1* | 2 #2 | 2 #3* | 2 #4 | 5 #5", result.List());
        Assert.Equal("2 A (1); 4 A (1)", result.PassedOverList());
    }

    [Fact(DisplayName = "Mức trần vừa đủ cho các sản phẩm bằng nhau của một doanh nghiệp thì chọn cả")]
    public void A_cap_that_just_fits_inside_a_group_binds_nobody()
    {
        var result = RankingYear.WithScores("1:90:A 2:80:A 3:80:A 4:80:B").With(r => r with { BusinessCap = 3 }).Result();

        Assert.Equal("1 #1* | 2 #2* | 2 #3* | 2 #4*", result.List());
        Assert.Empty(result.Undecided);
    }

    [Fact(DisplayName = "Sản phẩm không được công nhận không chiếm suất của doanh nghiệp, cũng không bị coi là bỏ qua")]
    public void Who_is_not_recognised_neither_uses_nor_feels_the_cap()
    {
        var year = RankingYear.WithScores("1:90:A").Product(2, "A", eligible: false).Sheet(2, "An", "95").Product(3, "A", eligible: false).Sheet(3, "An", "80").With(r => r with { BusinessCap = 1 });

        Assert.Equal("1 #2 | 2 #1* | 3 #3", year.Result().List());
        Assert.Empty(year.Result().PassedOver);
    }

    [Fact(DisplayName = "Một nhóm bằng nhau ngay dưới vạch khi đã đủ chỗ không phải là chưa quyết")]
    public void Equals_below_a_full_top_are_no_question()
    {
        var result = RankingYear.WithScores("1:90 2:80 3:70 4:70").With(r => r with { TopCount = 2 }).Result();

        Assert.Equal("1 #1* | 2 #2* | 3 #3 | 3 #4", result.List());
        Assert.Empty(result.Undecided);
    }

    [Fact(DisplayName = "Sản phẩm bị bỏ qua được nêu cùng mọi sản phẩm đã chọn của doanh nghiệp, theo hạng")]
    public void Passed_over_names_the_chosen_by_rank()
    {
        var result = RankingYear.WithScores("9:90:A 3:85:A 5:80:A 1:75:A 2:70:B").With(r => r with { TopCount = 4, BusinessCap = 2 }).Result();

        Assert.Equal("1 #9* | 2 #3* | 3 #5 | 4 #1 | 5 #2*", result.List());
        Assert.Equal("5 A (9, 3); 1 A (9, 3)", result.PassedOverList());
    }
}
