using System.Text.Json;
using KeyProducts.Domain;
using Xunit.Abstractions;

namespace KeyProducts.Tests.Domain;

/// <summary>Two implementations, written apart, agree on every figure of 1,000 random years as large as real ones, and of 2,000 small ones, where rare things meet more often.</summary>
public class RankingByTheBookTests(ITestOutputHelper output)
{
    /// <summary>What must have happened in at least 30 years: they would prove nothing about what did not happen in them.</summary>
    static readonly string[] Needed =
    [
        "sheet totals", "criterion means", "partial assignment", "incomplete sheet left out", "recusal of a sheet", "computed criterion", "no judged criterion",
        "decided by criteria", "decided by head-to-head", "decided by council", "decided by figure:doanh thu", "decided by figure:lao động", "shared rank",
        "undecided: places", "undecided: cap", "passed over", "unscored: quorum", "unscored: figure", "short of eligible", "short of pass-mark", "short of group", "short of criterion",
    ];

    static readonly string[] NeededOfFull = ["40 nominations or more", "10 judges or more", "more than 6 recognised share a rank", "large group undecided", "top full"];

    [Fact(DisplayName = "Hai cách tính độc lập cho cùng một kết quả trên 1.000 năm ngẫu nhiên: 3 đến 60 sản phẩm, 1 đến 15 giám khảo")]
    public void Agrees_with_the_book_on_a_thousand_years() => Agree(1000, RankingRandomYears.Full, [.. Needed, .. NeededOfFull]);

    [Fact(DisplayName = "Hai cách tính độc lập cho cùng một kết quả trên 2.000 năm nhỏ")]
    public void Agrees_with_the_book_on_two_thousand_small_years() => Agree(2000, RankingRandomYears.Of, Needed);

    [Fact(DisplayName = "Sách: duyệt nhóm bằng nhau theo mọi thứ tự, hay mỗi sản phẩm đứng đầu một lần, đều như nhau")]
    public void The_book_may_walk_large_groups_with_each_member_first()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var year = RankingRandomYears.Of(seed).Input;
            Assert.Equal(new RankingByTheBook(year, everyOrderUpTo: 7).Of().All(), new RankingByTheBook(year, everyOrderUpTo: 0).Of().All());
        }
    }

    void Agree(int count, Func<int, RandomYear> years, string[] needed)
    {
        var met = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < count; seed++)
        {
            var year = years(seed);
            var expected = new RankingByTheBook(year.Input).Of();
            var actual = Ranking.Of(year.Input);
            if (JsonSerializer.Serialize(expected) != JsonSerializer.Serialize(actual))
            {
                var differs = expected.All().Split('\n').Zip(actual.All().Split('\n')).FirstOrDefault(pair => pair.First != pair.Second);
                Assert.Fail($"{year}\nBy the book {Short(expected)}\nRanking     {Short(actual)}\nFirst difference {differs}");
            }

            foreach (var what in Met(year.Input, actual).Distinct())
                met[what] = met.GetValueOrDefault(what) + 1;
        }

        output.WriteLine(string.Join("\n", met.Select(entry => $"{entry.Value,4} years with {entry.Key}")));
        Assert.All(needed, what => Assert.True(met.GetValueOrDefault(what) >= 30, $"{what} in {met.GetValueOrDefault(what)} years only"));
    }

    static string Short(RankingResult result) => $"{result.List()}; undecided {result.UndecidedList()}; passed over {result.PassedOverList()}";

    static IEnumerable<string> Met(RankingInput year, RankingResult result)
    {
        var judged = year.Criteria.Where(c => c.Figure is null).Select(c => c.Id).ToHashSet();
        var largest = result.Ranked.GroupBy(r => r.Rank).Max(equal => (int?)equal.Count()) ?? 0;
        var recognised = result.Ranked.Where(r => r.Recognised).GroupBy(r => r.Rank).Max(equal => (int?)equal.Count()) ?? 0;
        var withoutCap = Ranking.Of(year with { Rules = year.Rules with { BusinessCap = null } });
        (string What, bool Happened)[] happened =
        [
            ("40 nominations or more", year.Nominations.Count >= 40),
            ("10 judges or more", year.Sheets.DistinctBy(s => s.Judge).Count() >= 10),
            ("sheet totals", year.Rules.Method == ScoringMethod.SheetTotals),
            ("criterion means", year.Rules.Method == ScoringMethod.CriterionMeans),
            ("partial assignment", result.Ranked.Any(r => r.Criteria.Where(c => judged.Contains(c.Criterion)).DistinctBy(c => c.Count).Count() > 1)),
            ("incomplete sheet left out", year.Rules.Method == ScoringMethod.SheetTotals && year.Sheets.Any(s => !judged.IsSubsetOf(s.Marks.Keys))),
            ("recusal of a sheet", year.Recusals.Any(r => year.Sheets.Any(s => s.Nomination == r.Nomination && s.Judge == r.Judge))),
            ("computed criterion", judged.Count < year.Criteria.Count),
            ("no judged criterion", judged.Count == 0),
            ("shared rank", largest > 1),
            ("more than 6 recognised share a rank", recognised > 6),
            ("large group undecided", result.Undecided.Any(group => group.Count > 6)),
            ("undecided: places", result.Undecided.Count > 0 && withoutCap.Undecided.Count > 0),
            ("undecided: cap", result.Undecided.Count > 0 && withoutCap.Undecided.Count == 0),
            ("passed over", result.PassedOver.Count > 0),
            ("top full", year.Rules.TopCount > 0 && result.Ranked.Count(r => r.Top) == year.Rules.TopCount),
        ];
        return
        [
            .. happened.Where(h => h.Happened).Select(h => h.What),
            .. result.Ranked.Where(r => r.TieBreak is not null).Select(r => $"decided by {r.TieBreak}"),
            .. result.Ranked.SelectMany(r => r.Shortfalls).Select(s => $"short of {s.Split(':')[0]}"),
            .. result.Unscored.Select(u => $"unscored: {u.Reason.Split(':')[0]}"),
        ];
    }
}
