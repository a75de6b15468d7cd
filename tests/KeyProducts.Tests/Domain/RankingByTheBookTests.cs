using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>Two implementations, written apart, agree on every figure of 1,000 random years.</summary>
public class RankingByTheBookTests
{
    [Fact(DisplayName = "Hai cách tính độc lập cho cùng một kết quả trên 1.000 năm ngẫu nhiên")]
    public void Agrees_with_the_book_on_a_thousand_years()
    {
        var met = new Dictionary<string, int>();
        for (var seed = 0; seed < 1000; seed++)
        {
            var year = RankingRandomYears.Of(seed);
            var expected = new RankingByTheBook(year.Input).Of();
            var actual = Ranking.Of(year.Input);
            if (expected.All() != actual.All())
            {
                var differs = expected.All().Split('\n').Zip(actual.All().Split('\n')).FirstOrDefault(pair => pair.First != pair.Second);
                Assert.Fail($"{year}\nBy the book {Short(expected)}\nRanking     {Short(actual)}\nFirst difference {differs}");
            }

            foreach (var what in Met(actual))
                met[what] = met.GetValueOrDefault(what) + 1;
        }

        // The years would prove nothing if what they are about did not happen in them.
        string[] needed =
        [
            "criteria", "head-to-head", "council", "figure:doanh thu", "figure:lao động", "shared rank", "undecided", "passed over", "quorum", "figure:",
            "eligible", "pass-mark", "group:", "criterion:",
        ];
        Assert.All(needed, what => Assert.True(met.GetValueOrDefault(what) >= 30, $"{what} in {met.GetValueOrDefault(what)} years only"));
    }

    static string Short(RankingResult result) => $"{result.List()}; undecided {result.UndecidedList()}; passed over {result.PassedOverList()}";

    static HashSet<string> Met(RankingResult result) =>
    [
        .. result.Ranked.Select(r => r.TieBreak ?? ""),
        .. result.Ranked.SelectMany(r => r.Shortfalls).Select(UpToColon),
        .. result.Unscored.Select(u => UpToColon(u.Reason)),
        result.Ranked.DistinctBy(r => r.Rank).Count() < result.Ranked.Count ? "shared rank" : "",
        result.Undecided.Count > 0 ? "undecided" : "",
        result.PassedOver.Count > 0 ? "passed over" : "",
    ];

    static string UpToColon(string text) => text.Contains(':', StringComparison.Ordinal) ? text[..(text.IndexOf(':', StringComparison.Ordinal) + 1)] : text;
}
