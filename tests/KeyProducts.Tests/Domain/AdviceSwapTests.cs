using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>The least change of marks that exchanges the last of the top and the first below.</summary>
public class AdviceSwapTests
{
    static string Shown(RankingYear year) => Shown(year.Advice(1).Swap);

    static string Shown(Advised<SmallestSwap> swap) => swap.Value is { } s
        ? FormattableString.Invariant($"{s.Above}/{s.Below} gap {s.Gap} change {s.Change} step {s.Step}: ") + string.Join(", ", s.Marks.Select(m => FormattableString.Invariant($"{m.Nomination} {m.Judge} {m.Criterion} {m.From}→{m.To}"))) + (s.Shortfalls.Count > 0 ? $" ({string.Join(' ', s.Shortfalls)})" : "")
        : string.Join(' ', [swap.Refusal!.Message, .. swap.Refusal.Arguments]);

    [Fact(DisplayName = "Một điểm của một thành viên: nêu đúng điểm nào")]
    public void One_mark()
    {
        // Two judges: a mark of 1 point moves the score by half; the gap is 2, so 5 points on one mark.
        Assert.Equal("2/3 gap 2.00 change 5 step 1: 3 A Điểm 70→75", Shown(AdviceYears.Panel([90, 90], [72, 72], [70, 70]).With(r => r with { TopCount = 2 })));
    }

    [Fact(DisplayName = "Hết chỗ để nâng thì hạ điểm của sản phẩm trên; cả hai khi phải cả hai")]
    public void Both_ways()
    {
        Assert.Equal("1/2 gap 1.00 change 2 step 1: 1 A Điểm 100→98", Shown(AdviceYears.Panel([100], [99]).With(r => r with { TopCount = 1 })));
        // Product 3 has no room to be raised by 3; product 2 none to be lowered by as much.
        var year = new RankingYear().Criterion("a", 2).Computed("b", 98, "x", (0, 0), (1, 1), (4, 4)).With(r => r with { TopCount = 1 })
            .Product(1, figures: ("x", 4)).Sheet(1, "A", "1").Product(2, figures: ("x", 1)).Sheet(2, "A", "1");
        Assert.Equal("No change of judges' marks between 0 and the maximum would exchange the products around the line.", Shown(year));
        year = new RankingYear().Criterion("a", 2).Computed("b", 98, "x", (0, 0), (1, 1)).With(r => r with { TopCount = 1 })
            .Product(1, figures: ("x", 1)).Sheet(1, "A", "1").Product(2, figures: ("x", 0)).Sheet(2, "A", "1");
        Assert.Equal("1/2 gap 1.00 change 2 step 1: 1 A a 1→0, 2 A a 1→2", Shown(year));
    }

    [Fact(DisplayName = "Rẻ nhất ở tiêu chí có ít phiếu nhất")]
    public void The_criterion_with_the_fewest_marks_is_the_cheapest()
    {
        var year = new RankingYear().Criterion("a", 50).Criterion("b", 50).With(r => r with { TopCount = 1 })
            .Product(1).Sheet(1, "A", "40 40").Sheet(1, "B", "40 40").Sheet(1, "C", "40 40")
            .Product(2).Sheet(2, "A", "39 39").Sheet(2, "B", "39 .").Sheet(2, "C", "39 39");
        Assert.Equal("1/2 gap 2.00 change 5 step 1: 2 A b 39→44", Shown(year));
        // By totals of complete sheets the marks of B do not count, and every mark of the others counts as much.
        Assert.Equal("1/2 gap 2.00 change 5 step 1: 2 A a 39→44", Shown(year.With(r => r with { Method = ScoringMethod.SheetTotals })));
    }

    [Fact(DisplayName = "Bậc điểm lấy từ quy định của năm; nếu không, bậc lớn nhất mà mọi điểm đều chia hết")]
    public void The_step()
    {
        static string Step(params double?[][] rows) => Shown(AdviceYears.Panel(rows).With(r => r with { TopCount = 1 }));
        Assert.Equal("1/2 gap 1.00 change 1.5 step 0.5: 2 A Điểm 89→90.5", Step([90], [89], [0.5]));
        Assert.Equal("1/2 gap 1.00 change 1.25 step 0.25: 2 A Điểm 89→90.25", Step([90], [89], [0.75]));
        Assert.Equal("1/2 gap 1.00 change 1.01 step 0.01: 2 A Điểm 89→90.01", Step([90], [89], [0.21]));
        Assert.Equal("1/2 gap 1.00 change 1.005 step 0.005: 2 A Điểm 89→90.005", Step([90], [89], [0.215]));
        Assert.Equal("1/2 gap 0.00 change 1 step 1: 2 A Điểm 0→1", Shown(AdviceYears.Panel([0], [0]).With(r => r with { TopCount = 1, TieChain = ["council"] }).Decide(1, 2)));

        var input = AdviceYears.Panel([90], [89]).Input;
        SnapshotRules rules = new(ScoringMethod.CriterionMeans, 2, 1, null, 1, null, [], 0.25m, null);
        Assert.Equal("1/2 gap 1.00 change 1.25 step 0.25: 2 A Điểm 89→90.25", Shown((input with { Rules = rules }).Advice(1).Swap));
    }

    [Fact(DisplayName = "Rẻ hơn khi sản phẩm trên rơi dưới mức tối thiểu của tiêu chí hay nhóm")]
    public void The_one_above_can_fall()
    {
        var minima = new RankingYear().Group("g", "50").Criterion("a", 50).Criterion("b", 50, "60%").With(r => r with { TopCount = 1 })
            .Product(1).Sheet(1, "A", "50 30").Product(2).Sheet(2, "A", "20 35");
        Assert.Equal("1/2 gap 25.00 change 1 step 1: 1 A b 30→29 (criterion:b)", Shown(minima));
        var group = new RankingYear().Group("g", "40").Criterion("a", 50).Group("h").Criterion("b", 50).With(r => r with { TopCount = 1 })
            .Product(1).Sheet(1, "A", "41 50").Product(2).Sheet(2, "A", "45 10");
        Assert.Equal("1/2 gap 36.00 change 2 step 1: 1 A a 41→39 (group:g)", Shown(group));
        // Where two share the rank below, one of them must come out of it too.
        Assert.Equal("1/2 gap 36.00 change 3 step 1: 1 A a 41→39, 2 A b 10→11 (group:g)", Shown(group.Product(3).Sheet(3, "A", "45 10")));
    }

    [Fact(DisplayName = "Bằng điểm thì bước phân định quyết định, và thay đổi nhỏ hơn được tìm thấy")]
    public void The_tie_chain_may_decide()
    {
        // Level at 82 points, product 2 wins by the larger criterion if the point is added there.
        var year = new RankingYear().Criterion("a", 60).Criterion("b", 40).TieChain("criteria").With(r => r with { TopCount = 1 })
            .Product(1).Sheet(1, "A", "50 32").Product(2).Sheet(2, "A", "50 31");
        Assert.Equal("1/2 gap 1.00 change 1 step 1: 2 A a 50→51", Shown(year));
        // Without a tie chain equal scores would only be undecided.
        Assert.Equal("1/2 gap 1.00 change 2 step 1: 2 A a 50→52", Shown(year.TieChain()));
    }

    [Fact(DisplayName = "Người bị mức trần giữ lại không phải là người đứng sau vạch")]
    public void Whom_the_cap_keeps_out_is_not_below_the_line()
    {
        RankingYear Year(int cap) => RankingYear.WithScores("1:90:Hanel 2:80:Sunhouse 3:79:Hanel 4:78:Sunhouse 5:70").With(r => r with { TopCount = 2, BusinessCap = cap });
        Assert.Equal("2/3 gap 1.00 change 2 step 1: 3 An Điểm 79→81", Shown(Year(2)));
        // Number 3 could not come in for Hanel has its one product; number 4 could, in the place of its own business's.
        Assert.StartsWith("2/4 gap 2.00 change 3", Shown(Year(1)), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "Ai chung hạng ở hai bên vạch đều được xét; lấy cặp rẻ nhất")]
    public void Of_those_who_share_a_rank_the_cheapest_is_taken()
    {
        Assert.Equal("2/3 gap 5.00 change 6 step 1: 2 A Điểm 90→84", Shown(AdviceYears.Panel([90, 90, 90], [90, null, null], [85, 85, 85]).With(r => r with { TopCount = 2 })));
        Assert.Equal("1/3 gap 10.00 change 11 step 1: 3 A Điểm 80→91", Shown(AdviceYears.Panel([90, 90], [80, 80], [80, null]).With(r => r with { TopCount = 1 })));
        // Lowering 1 below both would leave the council to choose between them: one of them is raised.
        Assert.Equal("1/2 gap 2.00 change 3 step 1: 2 A Điểm 97→100", Shown(AdviceYears.Panel([99], [97], [97]).With(r => r with { TopCount = 1 })));
        Assert.Equal("1/2 gap 3.00 change 4 step 1: 1 A Điểm 100→97, 2 A Điểm 97→98", Shown(AdviceYears.Panel([100], [97], [97]).With(r => r with { TopCount = 1 })));
    }

    [Fact(DisplayName = "Từ chối khi không có vạch")]
    public void Refusals()
    {
        RankingYear Year(int top, params string[] chain) => RankingYear.WithScores("1:90 2:80 3:80 4:50").TieChain(chain).With(r => r with { TopCount = top, PassMark = 60 });
        Assert.Equal("This year marks no top, so there is no line.", Shown(Year(0)));
        Assert.Equal("No product has a score.", Shown(Year(1).With(r => r with { Quorum = 2 })));
        Assert.Equal("Equal scores at the line wait for the council's decision, so nothing is the last of the top yet.", Shown(Year(2)));
        Assert.Equal("Places of the top that are taken: {0} of {1}. So there is no line to cross. 3 4", Shown(Year(4)));
        Assert.Equal("No recognised product below the top could take a place in it.", Shown(Year(3)));
        Assert.StartsWith("1/2 gap 10.00 change 11", Shown(Year(1)), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "Thay đổi tìm được thật sự đổi chỗ hai sản phẩm, và không một điểm nào đổi ít hơn mà làm được, trên 250 năm ngẫu nhiên")]
    public void The_change_exchanges_and_no_single_smaller_one_does()
    {
        var (found, refused) = (0, 0);
        for (var seed = 0; seed < 250; seed++)
        {
            var input = seed < 220 ? RankingRandomYears.Of(seed).Input : AdviceYears.Council(seed);
            var result = Ranking.Of(input);
            var advised = RankingAdvice.Of(input, result, AdviceYears.Seed, 1).Swap;
            var hasLine = result.Ranked.Any(line => line.Top) && result.Undecided.Count == 0 && result.Ranked.Count(line => line.Top) == input.Rules.TopCount;
            Assert.True(advised.Value is null || hasLine);
            if (!hasLine)
                continue;
            var step = advised.Value?.Step ?? 0.25m;
            var limit = advised.Value?.Change ?? 3;
            if (advised.Value is { } swap)
            {
                found++;
                Assert.True(Exchanges(input, result, swap.Marks, swap.Above, swap.Below), $"{seed}: {Shown(advised)}");
                Assert.Equal(swap.Change, swap.Marks.Sum(mark => Math.Abs(mark.To - mark.From)));
                Assert.All(swap.Marks, mark =>
                {
                    Assert.Equal(0, (mark.To - mark.From) % swap.Step);
                    Assert.InRange(mark.To, 0, input.Criteria.Single(c => c.Id == mark.Criterion).Max);
                    Assert.Equal(mark.From, input.Sheets.Single(s => s.Nomination == mark.Nomination && s.Judge == mark.Judge).Marks[mark.Criterion]);
                });
                Assert.Equal(swap.Gap, result.Ranked.Single(line => line.Number == swap.Above).Score - result.Ranked.Single(line => line.Number == swap.Below).Score);
            }
            else
            {
                refused++;
            }

            // Larger changes of years with fine steps would be walked for minutes.
            if (seed >= 220 || limit / step > 12)
                continue;
            var (above, below) = Line(input, result);
            foreach (var mark in Single(input, [.. above, .. below], step).Where(mark => Math.Abs(mark.To - mark.From) < limit))
                Assert.False(above.Exists(a => below.Exists(b => Exchanges(input, result, [mark], a, b))), $"{seed}: {Shown(advised)}, but {mark}");
        }

        Assert.True(found > 40 && refused > 3, $"{found} {refused}");
    }

    [Fact(DisplayName = "Không có hai điểm nào đổi ít hơn mà làm được, trên các năm nhỏ")]
    public void No_two_marks_do_it_for_less()
    {
        var tried = 0;
        for (var seed = 0; seed < 3000 && tried < 8; seed++)
        {
            var input = RankingRandomYears.Of(seed).Input;
            if (input.Sheets.Sum(s => s.Marks.Count) > 16)
                continue;
            var result = Ranking.Of(input);
            if (RankingAdvice.Of(input, result, AdviceYears.Seed, 1).Swap.Value is not { } swap || swap.Change / swap.Step is < 2 or > 4)
                continue;
            tried++;
            var (above, below) = Line(input, result);
            foreach (var (a, b) in from a in above from b in below select (a, b))
            {
                var marks = Single(input, [a, b], swap.Step).Where(mark => Math.Abs(mark.To - mark.From) < swap.Change).ToList();
                foreach (var (one, other) in from x in marks from y in marks where Math.Abs(x.To - x.From) + Math.Abs(y.To - y.From) < swap.Change select (x, y))
                    Assert.False(Exchanges(input, result, [one, other], a, b), $"{seed}: {swap}, but {one} {other}");
            }
        }

        Assert.Equal(8, tried);
    }

    /// <summary>The last of the top and the first who could take a place, with those of the same rank.</summary>
    static (List<int> Above, List<int> Below) Line(RankingInput input, RankingResult result)
    {
        var last = result.Ranked.Last(line => line.Top);
        var business = input.Nominations.ToDictionary(n => n.Number, n => n.Business);
        var below = result.Ranked.Where(line => line.Recognised && !line.Top && line.Rank > last.Rank
            && result.Ranked.Count(t => t.Top && t.Number != last.Number && business[t.Number] == business[line.Number]) < (input.Rules.BusinessCap ?? int.MaxValue)).ToList();
        return ([last.Number], [.. below.TakeWhile(line => line.Rank == below[0].Rank).Select(line => line.Number)]);
    }

    static IEnumerable<ChangedMark> Single(RankingInput input, List<int> numbers, decimal step) =>
        from sheet in input.Sheets
        where numbers.Contains(sheet.Nomination)
        from mark in sheet.Marks
        let max = input.Criteria.Single(c => c.Id == mark.Key).Max
        from to in Enumerable.Range(-12, 25).Select(steps => mark.Value + steps * step)
        where to != mark.Value && to >= 0 && to <= max
        select new ChangedMark(sheet.Nomination, sheet.Judge, mark.Key, mark.Value, to);

    static bool Exchanges(RankingInput input, RankingResult before, IReadOnlyList<ChangedMark> changes, int above, int below)
    {
        var changed = input with
        {
            Sheets = [.. input.Sheets.Select(s => s with
            {
                Marks = s.Marks.ToDictionary(m => m.Key, m => changes.LastOrDefault(c => c.Nomination == s.Nomination && c.Judge == s.Judge && c.Criterion == m.Key)?.To ?? m.Value),
            })],
        };
        var after = Ranking.Of(changed);
        return after.Undecided.Count == 0
            && after.Ranked.Where(line => line.Top).Select(line => line.Number).ToHashSet().SetEquals(before.Ranked.Where(line => line.Top && line.Number != above).Select(line => line.Number).Append(below));
    }
}
