using System.Globalization;
using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>What no year could have is refused; what does no harm is not.</summary>
public class RankingInputTests
{
    static RankingYear Year() => new RankingYear().Criterion("A", 10).Computed("B", 5, "doanh thu", (0, 1), (10, 5)).Product(1, figures: ("doanh thu", 3)).Sheet(1, "An", "7");

    public static TheoryData<string, RankingInput> Wrong() => new()
    {
        { "hai sản phẩm cùng số", Year().Product(1).Input },
        { "hai tiêu chí cùng mã", Year().Criterion("A", 5).Input },
        { "hai nhóm cùng mã", Year().Group("Nhóm").Input },
        { "nhóm không có", Year().Input with { Groups = [] } },
        { "hai phiếu của một giám khảo cho một sản phẩm", Year().Sheet(1, "An", "7").Input },
        { "phiếu của sản phẩm không có", Year().Sheet(2, "An", "7").Input },
        { "tiêu chí không có", Year().Sheet(1, "Bình", new Dictionary<string, decimal> { ["Z"] = 1 }).Input },
        { "tiêu chí không có, trong phiếu không được tính", Year().Sheet(1, "Bình", new Dictionary<string, decimal> { ["Z"] = 1 }).Recuse(1, "Bình").Input },
        { "điểm vượt khung", Year().Sheet(1, "Bình", "10.01").Input },
        { "điểm âm", Year().Sheet(1, "Bình", "-0.5").Input },
        { "điểm quá sáu chữ số thập phân", Year().Sheet(1, "Bình", "1.0000001").Input },
        { "điểm tối đa âm", Year().Criterion("C", -1).Input },
        { "điểm tối đa quá lớn", Year().Criterion("C", 1_000_001).Input },
        { "khoảng không tăng dần", Year().Computed("C", 5, "doanh thu", (10, 1), (10, 2)).Input },
        { "khoảng cho điểm vượt khung", Year().Computed("C", 5, "doanh thu", (10, 6)).Input },
        { "có số liệu mà không có khoảng", Year().Input with { Criteria = [new RankingCriterion("A", "Nhóm", 10, Figure: "doanh thu")] } },
        { "có khoảng mà không có số liệu", Year().Input with { Criteria = [new RankingCriterion("A", "Nhóm", 10, Bands: [new Band(0, 1)])] } },
        { "định mức 0", Year().With(r => r with { Quorum = 0 }).Input },
        { "chữ số thập phân âm", Year().With(r => r with { Decimals = -1 }).Input },
        { "bảy chữ số thập phân", Year().With(r => r with { Decimals = 7 }).Input },
        { "Top âm", Year().With(r => r with { TopCount = -1 }).Input },
        { "mức trần 0", Year().With(r => r with { BusinessCap = 0 }).Input },
        { "phương pháp không có", Year().With(r => r with { Method = (ScoringMethod)9 }).Input },
        { "bước không có", Year().TieChain("random").Input },
        { "bước số liệu không tên", Year().TieChain("figure:").Input },
        { "quyết định nêu một sản phẩm hai lần", Year().Decide(1, 1).Input },
    };

    [Theory(DisplayName = "Dữ liệu sai bị từ chối")]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Wrong_input_is_refused(string what, RankingInput input)
    {
        var refused = Record.Exception(() => Ranking.Of(input));

        Assert.True(refused is ArgumentException, $"{what}: {refused}");
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
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
