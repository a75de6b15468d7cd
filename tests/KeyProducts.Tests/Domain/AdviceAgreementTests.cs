using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>Reliability: published values, and tables worked out by hand.</summary>
public class AdviceAgreementTests
{
    static readonly double[][] ShroutFleiss = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];

    static readonly string[] Krippendorff = ["1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."];

    static double?[][] KrippendorffRows => [.. Enumerable.Range(0, 12).Select(unit => Krippendorff.Select(line => line.Split(' ')[unit]).Select(x => x == "." ? (double?)null : x[0] - '0').ToArray())];

    [Fact(DisplayName = "Shrout & Fleiss (1979): ICC(A,1) = 0,290; ICC(A,4) = 0,620; W = 0,887")]
    public void Shrout_and_Fleiss()
    {
        var correlations = Agreement.IntraclassOf(ShroutFleiss)!;
        Assert.Equal(0.290, correlations.OfOne, 3);
        Assert.Equal(0.620, correlations.OfMean!.Value, 3);
        Assert.Equal(0.887, Agreement.Concordance(ShroutFleiss)!.Value, 3);

        var year = AdviceYears.Panel([.. ShroutFleiss.Select(row => row.Select(x => (double?)x).ToArray())]).Advice().Reliability.Value!;
        Assert.Equal(new Reliability(6, 4, correlations.OfOne, correlations.OfMean, Agreement.Concordance(ShroutFleiss), null), year);
    }

    [Fact(DisplayName = "Krippendorff, 4 người × 12 đơn vị: α = 0,849")]
    public void Krippendorff_with_gaps()
    {
        Assert.Equal(0.849, Agreement.Alpha(KrippendorffRows)!.Value, 3);
        var year = AdviceYears.Panel(KrippendorffRows).Advice().Reliability.Value!;
        // The twelfth unit has one figure, which nothing can be paired with.
        Assert.Equal((11, 4, null, null, null), (year.Nominations, year.Judges, year.OfOneJudge, year.OfTheMean, year.Concordance));
        Assert.Equal(0.849, year.Alpha!.Value, 3);
    }

    [Fact(DisplayName = "Kendall τ_b, có và không có điểm bằng nhau")]
    public void Tau_b()
    {
        Assert.Equal(1.0, Agreement.TauB([1, 2, 3], [10, 20, 40]));
        Assert.Equal(-1.0, Agreement.TauB([1, 2, 3], [3, 2, 1]));
        Assert.Equal(4 / 6.0, Agreement.TauB([1, 2, 3, 4], [1, 3, 2, 4])!.Value, 12);
        // One pair equal in the first list: 2 concordant of 3 pairs, 2 not equal in the first.
        Assert.Equal(2 / Math.Sqrt(2 * 3), Agreement.TauB([1, 1, 2], [1, 2, 3])!.Value, 12);
        Assert.Null(Agreement.TauB([1, 1, 1], [1, 2, 3]));
        Assert.Null(Agreement.TauB([1, 2, 3], [5, 5, 5]));
    }

    [Fact(DisplayName = "Không có gì khác nhau thì không có hệ số nào, thay vì một con số vô nghĩa")]
    public void Nothing_that_differs_gives_no_figure()
    {
        Assert.Null(Agreement.IntraclassOf([[5, 5], [5, 5]]));
        Assert.Null(Agreement.Concordance([[5, 6], [5, 6]]));
        Assert.Null(Agreement.Alpha([[5, 5], [5, null]]));
        Assert.Null(Agreement.Alpha([[5, null], [null, 6]]));
        // The products do not differ at all, the judges contradict each other: the formula of the mean would say 2, "better than perfect".
        var contradicting = Agreement.IntraclassOf([[1, 3], [3, 1]])!;
        Assert.Null(contradicting.OfMean);
        Assert.True(contradicting.OfOne < 0);
        Assert.Equal(1.0, Agreement.Concordance([[1, 10], [2, 20], [3, 30]])!.Value, 12);
        Assert.Equal(0.0, Agreement.Concordance([[1, 3], [2, 2], [3, 1]])!.Value, 12);
    }

    [Fact(DisplayName = "Từ chối khi dưới hai thành viên, dưới hai sản phẩm, hoặc mọi tổng bằng nhau")]
    public void Refusals()
    {
        static string Refused(params double?[][] rows)
        {
            var reliability = AdviceYears.Panel(rows).Advice().Reliability;
            Assert.Null(reliability.Value);
            return reliability.Refusal!.Message;
        }

        Assert.Equal("Agreement needs at least two judges with complete sheets.", Refused([50], [60]));
        Assert.Equal("Agreement needs at least two judges with complete sheets.", Refused([null], [null]));
        Assert.Equal("Agreement needs at least two products with complete sheets of at least two judges.", Refused([50, 60]));
        Assert.Equal("Agreement needs at least two products with complete sheets of at least two judges.", Refused([50, 60], [70, null], [null, 80]));
        Assert.Equal("Every complete sheet has the same total, so agreement cannot be told from chance.", Refused([50, 50], [50, 50]));
        Assert.Equal("Every complete sheet has the same total, so agreement cannot be told from chance.", Refused([50, 50], [50, 50], [50, 50], [60, null]));
        Assert.NotNull(AdviceYears.Panel([50, 60], [70, 80], [50, null]).Advice().Reliability.Value!.Alpha);
    }

    [Fact(DisplayName = "Ba cách đo trùng với cách tính thứ hai trên 80 hội đồng ngẫu nhiên")]
    public void Agrees_with_the_book()
    {
        var (full, gaps) = (0, 0);
        for (var seed = 0; seed < 80; seed++)
        {
            var input = AdviceYears.Council(seed);
            var book = new AdviceByTheBook(input);
            var reliability = RankingAdvice.Of(input, Ranking.Of(input), AdviceYears.Seed, 1).Reliability.Value!;
            if (book.Table.TrueForAll(row => row.TrueForAll(total => total is not null)))
            {
                var table = book.Table.ConvertAll(row => row.ConvertAll(total => total!.Value));
                var (one, mean) = AdviceByTheBook.Intraclass(table);
                Assert.Equal(one, reliability.OfOneJudge!.Value, 9);
                Assert.Equal(mean, reliability.OfTheMean!.Value, 9);
                Assert.Equal(AdviceByTheBook.Concordance(table), reliability.Concordance!.Value, 9);
                Assert.Null(reliability.Alpha);
                full++;
            }
            else
            {
                Assert.Equal(AdviceByTheBook.Alpha(book.Table), reliability.Alpha!.Value, 9);
                Assert.Equal(book.Table.Count(row => row.Count(total => total is not null) > 1), reliability.Nominations);
                gaps++;
            }
        }

        Assert.True(full > 15 && gaps > 30);
    }
}
