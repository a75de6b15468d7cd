using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>Severity and the chances that come of it.</summary>
public class AdviceSeverityTests
{
    static readonly double[] Levels = [80, 75, 71, 66, 60, 58, 49, 40];
    static readonly double[] Shifts = [-6, -1, 2, 5];

    [Fact(DisplayName = "Độ chặt, lỏng cài sẵn được tìm lại đúng, cả khi phiếu có chỗ trống")]
    public void Planted_severities_are_found()
    {
        double?[][] full = AdviceYears.Planted(Levels, Shifts);
        foreach (var rows in new[] { full, full.Where((i, j) => (i + 2 * j) % 4 != 3) })
        {
            var model = AdviceYears.Panel(rows).Advice().Severity.Value!;
            Assert.Equal(["A", "B", "C", "D"], model.Judges.Select(judge => judge.Judge));
            Assert.All(model.Judges.Zip(Shifts), pair => Assert.Equal(pair.Second, pair.First.Shift, 6));
            Assert.All(model.Nominations.Zip(Levels), pair => Assert.Equal(pair.Second, pair.First.Level, 6));
            Assert.Equal((0, 0), (model.Sigma, model.Scale));
            Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], model.Nominations.Select(one => one.Rank!.Value));
            Assert.Equal(rows.Sum(row => row.Count(total => total is not null)), model.Judges.Sum(judge => judge.Sheets));
            Assert.Equal(rows.Select(row => row.Count(total => total is not null)), model.Nominations.Select(one => one.Sheets));
        }
    }

    [Fact(DisplayName = "Cả khi các thành viên chỉ nối với nhau từng cặp, qua vài sản phẩm")]
    public void A_long_chain_of_judges_is_followed_to_its_end()
    {
        // Judge j shares two products with judge j + 1, and no other.
        var shifts = Enumerable.Range(0, 12).Select(j => (j * 5 % 7) - 3.0).ToArray();
        double?[][] rows = AdviceYears.Planted([.. Enumerable.Range(0, 36).Select(i => 40.0 + i)], shifts).Where((i, j) => i / 3 == j || (i / 3 == j - 1 && i % 3 < 2));
        var model = AdviceYears.Panel([.. rows, .. AdviceYears.Planted([50, 60], shifts).Where((_, j) => j < 2)]).Advice().Severity.Value!;
        Assert.All(model.Judges.Zip(shifts), pair => Assert.Equal(pair.Second - shifts.Average(), pair.First.Shift, 1e-6));
    }

    [Fact(DisplayName = "Gặp giám khảo chặt thì mất hạng; mô hình cho thấy điều đó")]
    public void Who_met_the_strict_judge_is_put_right()
    {
        // Number 5 (60 points) was judged by the two lenient ones only, number 4 (66) by the two strict ones.
        double?[][] rows = AdviceYears.Planted(Levels, Shifts).Where((i, j) => i switch { 3 => j < 2, 4 => j >= 2, _ => true });
        var year = AdviceYears.Panel(rows);
        var official = year.Result().Ranked.ToDictionary(line => line.Number, line => line.Rank);
        var model = year.Advice().Severity.Value!.Nominations.ToDictionary(one => one.Number, one => one.Rank);
        Assert.True(official[4] > official[5]);
        Assert.True(model[4] < model[5]);
    }

    [Fact(DisplayName = "Một phiếu lạ không bẻ cong cả mô hình")]
    public void One_strange_sheet_does_not_bend_everything()
    {
        double?[][] rows = AdviceYears.Planted(Levels, Shifts);
        var wobble = new Random(5);
        rows = [.. rows.Select(row => row.Select(total => total + Math.Round(wobble.NextDouble() * 2 - 1, 2)).ToArray())];
        var before = AdviceYears.Panel(rows).Advice().Severity.Value!;
        rows[1][3] = 15;
        var advice = AdviceYears.Panel(rows).Advice();
        var after = advice.Severity.Value!;

        // By plain means it would have moved the judge by 65 × 3/4 / 8, about 6 points.
        Assert.All(before.Judges.Zip(after.Judges), pair => Assert.Equal(pair.First.Shift, pair.Second.Shift, 0.7));
        var odd = Assert.Single(advice.Judges.Single(judge => judge.Judge == "D").OddSheets);
        Assert.Equal((2, 15m), (odd.Nomination, odd.Total));
        Assert.Equal(80, odd.Expected, 1.5);
        Assert.All(advice.Judges.Where(judge => judge.Judge != "D"), judge => Assert.Empty(judge.OddSheets));
    }

    [Fact(DisplayName = "Trùng với cách tính thứ hai, giải hệ phương trình, trên 100 hội đồng ngẫu nhiên")]
    public void Agrees_with_the_book()
    {
        var met = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var input = AdviceYears.Council(seed);
            var advice = RankingAdvice.Of(input, Ranking.Of(input), AdviceYears.Seed, 1);
            if (advice.Severity.Value is not { } model)
                continue;
            met++;
            var book = new AdviceByTheBook(input);
            var (shifts, levels, residuals, s, sigma) = book.Severity();
            Assert.Equal(book.Judges, model.Judges.Select(judge => judge.Judge));
            Assert.Equal(book.Nominations, model.Nominations.Select(one => one.Number));
            Assert.All(shifts.Zip(model.Judges), pair => Assert.Equal(pair.First, pair.Second.Shift, 1e-6));
            Assert.All(levels.Zip(model.Nominations), pair => Assert.Equal(pair.First, pair.Second.Level, 1e-6));
            Assert.Equal(s, model.Scale, 1e-6);
            Assert.Equal(sigma, model.Sigma, 1e-6);
            Assert.All(advice.Judges.Where(judge => judge.Noise is not null), judge =>
            {
                var own = book.Sheets.Zip(residuals).Where(one => one.First.Judge == judge.Judge).ToList();
                Assert.Equal(Math.Sqrt(own.Average(one => one.Second * one.Second)) / sigma, judge.Noise!.Value, 1e-6);
                Assert.Equal(own.Where(one => Math.Abs(one.Second) > 3 * s).Select(one => one.First.Nomination), judge.OddSheets.Select(odd => odd.Nomination));
                Assert.Equal(shifts[book.Judges.IndexOf(judge.Judge)], judge.Shift!.Value, 1e-6);
            });
        }

        Assert.True(met > 60, $"{met}");
    }

    [Fact(DisplayName = "Cộng một số vào mọi điểm của một thành viên không đổi thứ tự đã trừ độ chặt, và dời β đúng số ấy")]
    public void A_constant_changes_severity_alone()
    {
        var met = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var input = AdviceYears.Council(seed);
            var judge = input.Sheets[0].Judge;
            // Maxima are raised, so that every mark has room; the constant is on one criterion of every sheet.
            var roomy = input with { Criteria = [.. input.Criteria.Select(c => c with { Max = c.Max + 10 })] };
            var raised = roomy with
            {
                Sheets = [.. roomy.Sheets.Select(s => s.Judge == judge ? s with { Marks = s.Marks.ToDictionary(m => m.Key, m => m.Key == "c2" ? m.Value + 7 : m.Value) } : s)],
            };
            if (roomy.Advice(1).Severity.Value is not { } before)
                continue;
            met++;
            var after = raised.Advice(1).Severity.Value!;
            foreach (var (was, isNow) in before.Judges.Zip(after.Judges))
                Assert.Equal((was.Judge == judge ? 7 : 0) - 7.0 / before.Judges.Count, isNow.Shift - was.Shift, 1e-5);
            Assert.All(before.Nominations.Zip(after.Nominations), pair => Assert.Equal(pair.First.Level + 7.0 / before.Judges.Count, pair.Second.Level, 1e-5));
            Assert.Equal(Order(before), Order(after));
        }

        Assert.True(met > 60);
    }

    // By level, those that differ by less than the arithmetic of doubles by number.
    static IEnumerable<int> Order(SeverityModel model)
    {
        var left = model.Nominations.ToList();
        while (left.Count > 0)
        {
            var next = left.First(one => one.Level > left.Max(other => other.Level) - 1e-4);
            left.Remove(next);
            yield return next.Number;
        }
    }

    [Fact(DisplayName = "Điểm tính tự động không nằm trong mô hình, nhưng được cộng vào khi so với điểm chính thức")]
    public void Computed_points_are_added_to_what_is_shown()
    {
        var year = new RankingYear().Criterion("a", 50).Computed("b", 50, "doanh thu", (0, 10), (100, 40));
        foreach (var (level, i) in Levels.Select((level, i) => (level / 2, i)))
        {
            if (i == 0)
                year.Product(1);
            else
                year.Product(i + 1, figures: ("doanh thu", i == 7 ? 500 : 5));
            foreach (var (shift, j) in new[] { -2, 0, 1, 1 }.Index().Select(one => (one.Item, one.Index)))
                year.Sheet(i + 1, AdviceYears.Judge(j), new Dictionary<string, decimal> { ["a"] = (decimal)(level + shift) });
        }

        var advice = year.Advice();
        var levels = advice.Severity.Value!.Nominations;
        Assert.All(levels.Zip(Levels), pair => Assert.Equal(pair.Second / 2, pair.First.Level, 6));
        Assert.Equal((null, null), (levels[0].Corrected, levels[0].Rank));
        Assert.Equal(37.5 + 10, levels[1].Corrected!.Value, 6);
        Assert.Equal((20 + 40.0, 1), (Math.Round(levels[7].Corrected!.Value, 6), levels[7].Rank));
        Assert.Equal([2, 3, 4, 5, 6, 7], levels.Skip(1).Take(6).Select(one => one.Rank!.Value));
        Assert.Equal([2, 3, 4, 5, 6, 7, 8], year.With(r => r with { TopCount = 3 }).Advice().Chances.Value!.Nominations.Select(one => one.Number));
        Assert.Equal(1.0, year.Advice().Chances.Value!.Nominations.Single(one => one.Number == 8).Chance);
    }

    [Fact(DisplayName = "Cùng mức thì cùng hạng")]
    public void Equal_levels_share_a_rank()
    {
        var model = AdviceYears.Panel(AdviceYears.Planted([80, 70, 70, 60, 50, 40, 30, 20], [0.1, 0.2, -0.3])).Advice().Severity.Value!;
        Assert.Equal([1, 2, 2, 4, 5, 6, 7, 8], model.Nominations.Select(one => one.Rank!.Value));
    }

    [Fact(DisplayName = "Từ chối: một thành viên, hai vòng rời nhau, dưới 5 phiếu, quá ít phiếu")]
    public void Refusals()
    {
        static string Refused(params double?[][] rows)
        {
            var advice = AdviceYears.Panel(rows).With(r => r with { TopCount = 1 }).Advice();
            Assert.Null(advice.Severity.Value);
            Assert.Null(advice.Chances.Value);
            Assert.Equal(advice.Severity.Refusal, advice.Chances.Refusal);
            Assert.All(advice.Judges, judge => Assert.Equal((null, null, 0), (judge.Shift, judge.Noise, judge.OddSheets.Count)));
            return string.Join(' ', [advice.Severity.Refusal!.Message, .. advice.Severity.Refusal.Arguments]);
        }

        const string alone = "How strict a judge is can only be told beside others: at least two judges need complete sheets.";
        const string circles = "The judges form {0} circles that have no product in common, so their strictness cannot be compared.";
        const string fewest = "Complete sheets of the judge with the fewest: {0}. At least {1} are needed to tell how strict a judge is.";
        const string few = "There are {0} complete sheets; for {1} products and {2} judges at least {3} are needed to tell strictness from chance.";
        Assert.Equal(alone, Refused([50], [60], [70], [80], [90]));
        Assert.Equal(alone, Refused([null], [null]));

        double?[][] full = AdviceYears.Planted([.. Levels, .. Levels], Shifts);
        Assert.Equal($"{circles} 2", Refused(full.Where((i, j) => i < 8 == j < 2)));
        // One sheet between them is a thread that holds.
        Assert.NotNull(AdviceYears.Panel(full.Where((i, j) => i < 8 == j < 2 || (i == 0 && j == 2))).Advice().Severity.Value);
        Assert.Equal($"{circles} 3", Refused(full.Where((i, j) => i % 3 == Math.Max(0, j - 1))));
        Assert.Equal($"{fewest} 4 5", Refused(full.Where((i, j) => j > 0 || i < 4)));
        Assert.NotNull(AdviceYears.Panel(full.Where((i, j) => j > 0 || i < 5)).Advice().Severity.Value);
        // Of 10 products and 2 judges: 20 sheets, 11 unknowns, 9 free.
        Assert.Equal($"{few} 20 10 2 21", Refused(full[..10].Where((_, j) => j < 2)));
        Assert.NotNull(AdviceYears.Panel(full[..11].Where((_, j) => j < 2)).Advice().Severity.Value);
    }

    [Fact(DisplayName = "Khả năng vào Top N nằm trong 0–1, cộng lại bằng N, và trùng với cách tính thứ hai")]
    public void Chances_agree_with_the_book()
    {
        var met = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var input = AdviceYears.Council(seed);
            var result = Ranking.Of(input);
            if (RankingAdvice.Of(input, result, AdviceYears.Seed, 600).Chances.Value is not { } chances)
                continue;
            met++;
            Assert.All(chances.Nominations, one => Assert.InRange(one.Chance, 0, 1));
            Assert.Equal(input.Rules.TopCount, chances.Nominations.Sum(one => one.Chance), 6);
            Assert.Equal((input.Rules.TopCount, 600), (chances.Places, chances.Draws));
            var book = new AdviceByTheBook(input).Chances(AdviceYears.Seed, 600, result);
            Assert.Equal(book.Keys.Order(), chances.Nominations.Select(one => one.Number));
            // A draw decided by less than the arithmetic of doubles may fall either way.
            Assert.All(chances.Nominations, one => Assert.Equal(book[one.Number], one.Chance, 0.0017));
        }

        Assert.True(met > 20, $"{met}");
    }

    [Fact(DisplayName = "Khả năng tăng theo mức, và lan ra khi các thành viên chấm không đều")]
    public void Chances_say_how_sure_the_line_is()
    {
        double?[][] Noisy(double noise) => [.. AdviceYears.Planted(Levels, Shifts).Select((row, i) => row.Select((total, j) => total + noise * ((3 * i + 5 * j + i * j) % 7 - 3)).ToArray())];
        TopChances Of(double noise) => AdviceYears.Panel(Noisy(noise)).With(r => r with { TopCount = 3 }).Advice(10_000).Chances.Value!;
        var (sure, unsure) = (Of(0.1), Of(2));
        Assert.True(sure.Nominations[2].Chance > 0.99 && sure.Nominations[3].Chance < 0.01);
        Assert.InRange(unsure.Nominations[3].Chance, 0.03, 0.5);
        Assert.All(unsure.Nominations.Zip(sure.Nominations), pair => Assert.True(pair.First.Deviation > pair.Second.Deviation));
        var byLevel = unsure.Nominations.OrderByDescending(one => one.Level).Select(one => one.Chance).ToList();
        Assert.Equal(byLevel.OrderDescending(), byLevel);
    }

    [Fact(DisplayName = "Không còn gì ngẫu nhiên: bằng nhau ở vạch thì chia đều chỗ")]
    public void Equals_share_the_places_where_nothing_is_left_to_chance()
    {
        var chances = AdviceYears.Panel(AdviceYears.Planted([80, 70, 70, 70, 50, 40, 30, 20], [1, 2, -3])).With(r => r with { TopCount = 3 }).Advice().Chances.Value!;
        Assert.Equal(1, chances.Nominations[0].Chance);
        Assert.All(chances.Nominations.Skip(1).Take(3), one => Assert.Equal(2 / 3.0, one.Chance, 9));
        Assert.All(chances.Nominations.Skip(4), one => Assert.Equal(0, one.Chance));
        Assert.All(chances.Nominations, one => Assert.Equal(0, one.Deviation));
    }

    [Fact(DisplayName = "Từ chối: không có Top, mọi sản phẩm đều có chỗ, hoặc các thành viên không phân biệt được sản phẩm")]
    public void Chances_are_refused()
    {
        double?[][] rows = AdviceYears.Planted(Levels, Shifts);
        static Refusal? Refused(double?[][] rows, int top) => AdviceYears.Panel(rows).With(r => r with { TopCount = top }).Advice().Chances.Refusal;
        Assert.Equal("This year marks no top, so there is no line.", Refused(rows, 0)!.Message);
        Assert.Equal("Products that could be of the top: {0}; places: {1}. So there is no line to fall below.", Refused(rows, 8)!.Message);
        Assert.Equal([8, 8], Refused(rows, 8)!.Arguments);
        Assert.Null(Refused(rows, 7));

        // Every product has the same totals in another order: nothing but noise.
        double?[][] noise = [.. Enumerable.Range(0, 9).Select(i => Enumerable.Range(0, 3).Select(j => (double?)(50 + 10 * ((i + j) % 3))).ToArray())];
        Assert.Equal("The judges do not separate the products: their totals differ no more from product to product than from judge to judge.", Refused(noise, 3)!.Message);
        Assert.Equal(Refused(noise, 3)!.Message, Refused(AdviceYears.Planted([.. Levels.Select(_ => 70.0)], Shifts), 3)!.Message);
    }

    [Fact(DisplayName = "Hạt giống khác thì lượt rút khác; chữ không phải mã băm vẫn là hạt giống")]
    public void The_seed_decides_the_draws()
    {
        var input = AdviceYears.Panel([.. AdviceYears.Planted(Levels, Shifts).Select((row, i) => row.Select((total, j) => total + 4 * ((3 * i + 5 * j + i * j) % 7 - 3)).ToArray())]).With(r => r with { TopCount = 4 }).Input;
        string Of(string seed, int draws = 1000) => string.Join(' ', RankingAdvice.Of(input, Ranking.Of(input), seed, draws).Chances.Value!.Nominations.Select(one => one.Chance));
        Assert.Equal(Of("00000000000000ff"), Of("00000000000000FF and what follows"));
        Assert.NotEqual(Of("00000000000000ff"), Of("00000000000000fe"));
        Assert.NotEqual(Of("bản nháp"), Of("bản nháp 2"));
        Assert.NotEqual(Of("abc"), Of("abcd"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of("abc", 0));
    }
}
