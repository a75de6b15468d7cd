using System.Globalization;
using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>What no year could have is refused; what does no harm is not.</summary>
public class RankingInputTests
{
    static RankingYear Year() => new RankingYear().Criterion("A", 10).Computed("B", 5, "doanh thu", (0, 1), (10, 5)).Product(1, figures: ("doanh thu", 3)).Sheet(1, "An", "7");

    /// <summary>By what is wrong: a year, and the sentence that refuses it. Callers show the sentence: whoever ranks a file by hand reads it.</summary>
    static readonly Dictionary<string, (RankingYear Year, string Sentence)> Wrong = new()
    {
        ["hai sản phẩm cùng số"] = (Year().Product(1), "Nomination 1 is there twice."),
        ["hai tiêu chí cùng mã"] = (Year().Criterion("A", 5), "Criterion A is there twice."),
        ["hai nhóm cùng mã"] = (Year().Group("Nhóm"), "Group Nhóm is there twice."),
        ["nhóm không có"] = (Year().Put(new RankingCriterion("C", "Khác", 10)), "Criterion C belongs to group Khác, which the year does not have."),
        ["hai phiếu của một giám khảo cho một sản phẩm"] = (Year().Sheet(1, "An", "7"), "There are two sheets of judge An for nomination 1."),
        ["phiếu của sản phẩm không có"] = (Year().Sheet(2, "An", "7"), "Judge An has a sheet for nomination 2, which is not ranked."),
        ["tiêu chí không có"] = (Year().Sheet(1, "Bình", Mark("Z", 1)), "Judge Bình marked criterion Z of nomination 1, which the year does not have."),
        ["tiêu chí không có, trong phiếu không được tính"] = (Year().Sheet(1, "Bình", Mark("Z", 1)).Recuse(1, "Bình"), "Judge Bình marked criterion Z of nomination 1, which the year does not have."),
        ["điểm vượt khung"] = (Year().Sheet(1, "Bình", "10.01"), "Judge Bình marked criterion A of nomination 1 with 10.01 of 10."),
        ["điểm âm"] = (Year().Sheet(1, "Bình", "-0.5"), "Judge Bình marked criterion A of nomination 1 with -0.5 of 10."),
        ["điểm quá sáu chữ số thập phân"] = (Year().Sheet(1, "Bình", "1.0000001"), "Judge Bình marked criterion A of nomination 1 with 1.0000001 of 10."),
        ["điểm tối đa âm"] = (Year().Criterion("C", -1), "The maximum of criterion C is -1."),
        ["điểm tối đa quá lớn"] = (Year().Criterion("C", 1_000_000.01m), "The maximum of criterion C is 1000000.01."),
        ["khoảng không tăng dần"] = (Year().Computed("C", 5, "doanh thu", (10, 1), (10, 2)), "The bands of criterion C do not ascend."),
        ["khoảng đi lùi ở cuối"] = (Year().Computed("C", 5, "doanh thu", (0, 1), (10, 2), (9, 3)), "The bands of criterion C do not ascend."),
        ["khoảng cho điểm vượt khung"] = (Year().Computed("C", 5, "doanh thu", (0, 5), (10, 6)), "A band of criterion C gives 6 points of 5."),
        ["khoảng cho điểm âm"] = (Year().Computed("C", 5, "doanh thu", (10, -1)), "A band of criterion C gives -1 points of 5."),
        ["có số liệu mà không có khoảng"] = (Year().Put(new RankingCriterion("C", "Nhóm", 10, Figure: "doanh thu")), "Criterion C needs both a figure and bands to be computed, or neither to be judged."),
        ["có khoảng mà không có số liệu"] = (Year().Put(new RankingCriterion("C", "Nhóm", 10, Bands: [new Band(0, 1)])), "Criterion C needs both a figure and bands to be computed, or neither to be judged."),
        ["số phiếu tối thiểu 0"] = (Year().With(r => r with { Quorum = 0 }), "The quorum is at least 1, not 0."),
        ["chữ số thập phân âm"] = (Year().With(r => r with { Decimals = -1 }), "A score has 0 to 6 decimals, not -1."),
        ["bảy chữ số thập phân"] = (Year().With(r => r with { Decimals = 7 }), "A score has 0 to 6 decimals, not 7."),
        ["Top âm"] = (Year().With(r => r with { TopCount = -1 }), "The top has -1 places."),
        ["mức trần 0"] = (Year().With(r => r with { BusinessCap = 0 }), "The cap is at least 1 product of a business, not 0; leave it out for no limit."),
        ["phương pháp không có"] = (Year().With(r => r with { Method = (ScoringMethod)9 }), "There is no method 9."),
        ["bước không có"] = (Year().TieChain("criteria", "random"), "The tie chain does not know the step \"random\"."),
        ["bước số liệu không tên"] = (Year().TieChain("figure:"), "The tie chain does not know the step \"figure:\"."),
        ["bước có tên khác chữ hoa"] = (Year().TieChain("Council"), "The tie chain does not know the step \"Council\"."),
        ["quyết định nêu một sản phẩm hai lần"] = (Year().Decide(1, 1), "In a decision on equal scores, nomination 1 is there twice."),
    };

    public static TheoryData<string> WhatIsWrong => [.. Wrong.Keys];

    static Dictionary<string, decimal> Mark(string criterion, decimal mark) => new() { [criterion] = mark };

    [Theory(DisplayName = "Dữ liệu sai bị từ chối bằng một câu nói rõ sai ở đâu")]
    [MemberData(nameof(WhatIsWrong))]
    public void Wrong_input_is_refused(string what)
    {
        var refused = Assert.Throws<ArgumentException>(() => Ranking.Of(Wrong[what].Year.Input));

        Assert.Equal(Wrong[what].Sentence, refused.Message);
    }

    [Fact(DisplayName = "Không có dữ liệu thì báo ngay")]
    public void No_input_is_refused() => Assert.Throws<ArgumentNullException>(() => Ranking.Of(null!));

    [Fact(DisplayName = "Giá trị ở đúng giới hạn được chấp nhận")]
    public void Values_at_the_limits_are_accepted()
    {
        var year = new RankingYear().With(r => r with { Quorum = 1, BusinessCap = 1, TopCount = 1, Decimals = 0 })
            .Criterion("A", 1_000_000).Criterion("B", 0).Computed("C", 5, "doanh thu", (0, 0), (1, 5)).Product(1, figures: ("doanh thu", 1)).Product(2, figures: ("doanh thu", 0));

        Assert.Equal("1 #1* | 2 #2", year.Sheet(1, "An", "1000000 0").Sheet(2, "An", "0 0").Result().List());
        Assert.Equal([1_000_005m, 0m], year.Result().Ranked.Select(r => r.Score));
    }

    [Fact(DisplayName = "Dữ liệu thừa nhưng vô hại được chấp nhận")]
    public void Harmless_surplus_is_accepted()
    {
        var year = Year().Recuse(1, "Bình").Recuse(1, "Bình").Recuse(99, "An").Decide(99, 1).Sheet(1, "Đức", new Dictionary<string, decimal>()).Group("Trống", "0");

        Assert.Equal("1 #1*", year.Result().List());
        Assert.Equal("1 #1*", Ranking.Of(Year().Input with { Criteria = [.. Year().Input.Criteria.Select(c => c with { Bands = c.Bands ?? [] })] }).List());
        Assert.Equal("1 #1*", Year().With(r => r with { Decimals = 6 }).Sheet(1, "Bình", "1.00000000000").Result().List());
    }

    [Fact(DisplayName = "Năm chưa có gì cho kết quả rỗng")]
    public void An_empty_year_has_an_empty_result()
    {
        var result = new RankingYear().Result();

        Assert.Empty(result.Ranked);
        Assert.Empty(result.Unscored);
        Assert.Empty(result.Undecided);
    }

    [Fact(DisplayName = "Kết quả không phụ thuộc ngôn ngữ của máy")]
    public void The_result_knows_no_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var plain = Year().Result().All();
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");
            Assert.Equal(plain, Year().Result().All());
            Wrong_input_is_refused("điểm âm"); // -0.5, not -0,5
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
