using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>The judges' report.</summary>
public class AdviceJudgesTests
{
    static readonly double[] Levels = [80, 75, 71, 66, 60, 58, 49, 40, 33, 20];

    [Fact(DisplayName = "Mỗi thành viên một dòng: số phiếu, phiếu đủ, điểm trung bình, kể cả khi mô hình bị từ chối")]
    public void A_line_for_each_judge()
    {
        var year = new RankingYear().Criterion("a", 50).Criterion("b", 50).Product(1).Product(2).Product(3)
            .Sheet(1, "B", "40 31").Sheet(2, "B", "20 .").Sheet(3, "B", "10 11").Sheet(1, "A", "30 30").Sheet(2, "C", "1 1").Recuse(2, "C").Sheet(2, "D", "5 .").Sheet(3, "E", "10 10").Sheet(1, "E", "10 11").Sheet(2, "E", "10 10");
        var advice = year.With(r => r with { Decimals = 1 }).Advice();
        Assert.NotNull(advice.Severity.Refusal);
        Assert.Equal(
            ["A 1 1 60 1", "B 3 2 46 0", "D 1 0  0", "E 3 3 20.3 2"],
            advice.Judges.Select(judge => FormattableString.Invariant($"{judge.Judge} {judge.Sheets} {judge.Complete} {judge.Mean} {judge.StraightLines}")));
        Assert.All(advice.Judges, judge => Assert.Equal((null, null, null, JudgeFlags.None, 0), (judge.Shift, judge.Noise, judge.Agreement, judge.Flags, judge.OddSheets.Count)));
    }

    [Fact(DisplayName = "Độ thống nhất với trung bình của người khác (τ_b), dưới 0,2 thì báo")]
    public void Agreement_with_the_others()
    {
        double?[][] rows = [.. Levels.Select((level, i) => new double?[] { level, level + 3, level - (i % 3), 50 + (7 * i % 10) })];
        var judges = AdviceYears.Panel(rows).Advice().Judges;
        for (var j = 0; j < 4; j++)
        {
            var own = rows.Select(row => row[j]!.Value).ToList();
            var others = rows.Select(row => row.Where((_, other) => other != j).Average(x => x!.Value)).ToList();
            Assert.Equal(AdviceByTheBook.TauB(own, others), judges[j].Agreement!.Value, 9);
        }

        Assert.Equal([false, false, false, true], judges.Select(judge => judge.Flags.HasFlag(JudgeFlags.AnotherWay)));
    }

    [Fact(DisplayName = "Dưới năm sản phẩm chung với người khác thì không so sánh")]
    public void Fewer_than_five_are_not_compared()
    {
        double?[][] rows = AdviceYears.Planted(Levels, [0, 1, 2]);
        Assert.Equal([false, true, true], AdviceYears.Panel(rows.Where((i, j) => j > 0 || i < 4)).Advice().Judges.Select(judge => judge.Agreement is not null));
        Assert.Equal([true, true, true], AdviceYears.Panel(rows.Where((i, j) => j > 0 || i < 5)).Advice().Judges.Select(judge => judge.Agreement is not null));
        // Judge A alone marked five of seven products: two are left to compare.
        Assert.Equal([false, false], AdviceYears.Panel(rows[..7].Where((i, j) => j == 0 || (j == 1 && i > 4))).Advice().Judges.Select(judge => judge.Agreement is not null));
    }

    [Fact(DisplayName = "Sai số lớn gấp rưỡi thì báo thất thường, dưới một nửa thì báo quá đều")]
    public void Noise_is_flagged()
    {
        // Judge E wobbles, the others hardly do.
        double[] wobble = [6, -5, 7, -6, 5, -7, 6, -5, 4, -5];
        double?[][] rows = [.. AdviceYears.Planted(Levels, [0, 1, -2, 1, 0]).Select((row, i) => row.Select((total, j) => total + (j == 4 ? wobble[i] : 0.25 * ((i * (j + 2) % 3) - 1))).ToArray())];
        var judges = AdviceYears.Panel(rows).Advice().Judges;
        Assert.Equal([JudgeFlags.TooEven, JudgeFlags.TooEven, JudgeFlags.TooEven, JudgeFlags.TooEven, JudgeFlags.Erratic], judges.Select(judge => judge.Flags));
        Assert.All(judges, judge => Assert.Equal(judge.Judge == "E", judge.Noise > 1.5));
        Assert.All(judges, judge => Assert.Equal(judge.Judge != "E", judge.Noise < 0.5));

        // Where everything is explained there is no noise to be compared with.
        Assert.All(AdviceYears.Panel(AdviceYears.Planted(Levels, [0, 1, -1])).Advice().Judges, judge => Assert.Equal((null, JudgeFlags.None, 0), (judge.Noise, judge.Flags, judge.OddSheets.Count)));
    }

    [Fact(DisplayName = "Cùng một tỷ lệ ở mọi tiêu chí là chấm theo đường thẳng; báo từ ba phiếu và từ một nửa")]
    public void Straight_lines()
    {
        static JudgeReport Of(params string[] sheets)
        {
            var year = new RankingYear().Criterion("a", 20).Criterion("b", 30).Criterion("c", 50).Computed("d", 10, "x", (0, 1)).Criterion("e", 0);
            for (var i = 0; i < sheets.Length; i++)
                year.Product(i + 1).Sheet(i + 1, "A", sheets[i]);
            return Assert.Single(year.Advice().Judges);
        }

        Assert.Equal((1, JudgeFlags.None), (Of("10 15 25 0").StraightLines, Of("10 15 25 0").Flags));
        Assert.Equal(0, Of("10 15 24 0").StraightLines);
        Assert.Equal(1, Of("0 0 0 0", "10 15 . 0").StraightLines);
        Assert.Equal(JudgeFlags.None, Of("10 15 25 0", "20 30 50 0").Flags);
        Assert.Equal(JudgeFlags.StraightLining, Of("10 15 25 0", "20 30 50 0", "4 6 10 0", "1 2 3 0", "3 2 1 0", "5 5 5 0").Flags);
        Assert.Equal(JudgeFlags.None, Of("10 15 25 0", "20 30 50 0", "4 6 10 0", "1 2 3 0", "3 2 1 0", "5 5 5 0", "5 5 4 0").Flags);
        // With one criterion every sheet would be a straight line.
        Assert.Equal(0, Assert.Single(AdviceYears.Panel([50], [60], [70]).Advice().Judges).StraightLines);
    }

    [Fact(DisplayName = "Đổi thứ tự thành viên, phiếu, hồ sơ, tiêu chí không đổi một con số nào; cùng dữ liệu, cùng kết quả")]
    public void Order_is_nothing()
    {
        for (var seed = 0; seed < 120; seed++)
        {
            var input = seed < 60 ? RankingRandomYears.Of(seed).Input : AdviceYears.Council(seed);
            // Equal maxima are split in the year's order of criteria: there it speaks.
            if (input.Criteria.DistinctBy(c => c.Max).Count() < input.Criteria.Count)
                input = input with { Rules = input.Rules with { TieChain = [.. input.Rules.TieChain.Where(step => step != "criteria")] } };
            var r = new Random(seed);
            var other = input with
            {
                Groups = RankingRandomYears.Shuffled(r, input.Groups),
                Criteria = RankingRandomYears.Shuffled(r, input.Criteria),
                Nominations = RankingRandomYears.Shuffled(r, input.Nominations),
                Sheets = RankingRandomYears.Shuffled(r, input.Sheets.Select(s => s with { Marks = RankingRandomYears.Shuffled(r, s.Marks).ToDictionary() })),
                Recusals = RankingRandomYears.Shuffled(r, input.Recusals),
            };
            var expected = Text(input.Advice(100));
            Assert.Equal(expected, Text(input.Advice(100)));
            Assert.Equal(expected, Text(other.Advice(100)));
        }
    }

    [Fact(DisplayName = "Năm chưa có gì thì mọi phần đều nói vì sao chưa có; năm chỉ có tiêu chí tính tự động cũng vậy")]
    public void A_year_without_marks_is_refused_in_every_part()
    {
        var computed = new RankingYear().Computed("a", 100, "x", (0, 1), (5, 50)).Product(1, figures: ("x", 9)).Product(2, figures: ("x", 1)).Sheet(1, "A", []).Sheet(1, "B", []).With(r => r with { TopCount = 1 });
        foreach (var advice in new[] { new RankingYear().Advice(), new RankingYear().Criterion("a", 100).Product(1).Advice(), computed.Advice() })
        {
            Assert.All([advice.Swap.Refusal, advice.Severity.Refusal, advice.Chances.Refusal, advice.Reliability.Refusal], Assert.NotNull);
            Assert.All(advice.Judges, judge => Assert.Equal((1, 0, null), (judge.Sheets, judge.Complete, judge.Mean)));
        }

        // Nothing depends on a judge, and so it is said.
        Assert.Equal([2, 0], computed.Advice().LeaveOneOut.Value!.TimesInTop.OrderBy(one => one.Key).Select(one => one.Value));
    }

    [Fact(DisplayName = "Thiếu đầu vào là lỗi của chương trình")]
    public void Nothing_is_taken_for_granted()
    {
        var input = AdviceYears.Panel([50, 60]).Input;
        var result = Ranking.Of(input);
        Assert.Throws<ArgumentNullException>(() => RankingAdvice.Of(null!, result, ""));
        Assert.Throws<ArgumentNullException>(() => RankingAdvice.Of(input, null!, ""));
        Assert.Throws<ArgumentNullException>(() => RankingAdvice.Of(input, result, null!));
        Assert.Throws<ArgumentNullException>(() => Agreement.IntraclassOf(null!));
        Assert.Throws<ArgumentNullException>(() => Agreement.Concordance(null!));
        Assert.Throws<ArgumentNullException>(() => Agreement.TauB(null!, [1]));
        Assert.Throws<ArgumentNullException>(() => Agreement.TauB([1], null!));
    }

    static string Text(RankingAdvice advice) => System.Text.Json.JsonSerializer.Serialize(advice with { Swap = advice.Swap with { Value = advice.Swap.Value is { } swap ? swap with { Shortfalls = [.. swap.Shortfalls.Order()] } : null } });
}
