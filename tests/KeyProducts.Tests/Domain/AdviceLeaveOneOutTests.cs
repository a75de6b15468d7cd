using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>The result without each judge.</summary>
public class AdviceLeaveOneOutTests
{
    [Fact(DisplayName = "Bỏ từng thành viên: giống hệt việc xếp hạng lại không có thành viên ấy, trên 300 năm ngẫu nhiên")]
    public void Each_run_is_the_ranking_without_the_judge()
    {
        var (runs, entered, unscored, undecided) = (0, 0, 0, 0);
        for (var seed = 0; seed < 300; seed++)
        {
            var input = seed < 260 ? RankingRandomYears.Of(seed).Input : AdviceYears.Council(seed);
            var result = Ranking.Of(input);
            if (RankingAdvice.Of(input, result, AdviceYears.Seed, 1).LeaveOneOut.Value is not { } leaveOneOut)
                continue;
            var counted = input.Sheets.Where(s => !input.Recusals.Any(r => r.Nomination == s.Nomination && r.Judge == s.Judge)).Select(s => s.Judge).Distinct().Order(StringComparer.Ordinal);
            Assert.Equal(counted, leaveOneOut.Runs.Select(run => run.Judge));
            var times = result.Ranked.ToDictionary(line => line.Number, _ => 0);
            foreach (var run in leaveOneOut.Runs)
            {
                var without = Ranking.Of(input with { Sheets = [.. input.Sheets.Where(s => s.Judge != run.Judge)] });
                var (was, isNow) = (Top(result), Top(without));
                Assert.Equal(isNow.Except(was).Order(), run.Enter);
                Assert.Equal(was.Except(isNow).Order(), run.Leave);
                Assert.Equal(result.Ranked.Select(line => line.Number).Intersect(without.Unscored.Select(line => line.Number)).Order(), run.Unscored);
                Assert.Equal(without.Undecided.Count > 0, run.IsUndecided);
                foreach (var number in isNow)
                    times[number]++;
                runs++;
                entered += run.Enter.Count;
                unscored += run.Unscored.Count;
                undecided += run.IsUndecided ? 1 : 0;
            }

            Assert.Equal(times.OrderBy(one => one.Key), leaveOneOut.TimesInTop.OrderBy(one => one.Key));
        }

        Assert.True(runs > 300 && entered > 50 && unscored > 50 && undecided > 20, $"{runs} {entered} {unscored} {undecided}");
    }

    static List<int> Top(RankingResult result) => [.. result.Ranked.Where(line => line.Top).Select(line => line.Number)];

    [Fact(DisplayName = "Nói rõ ai vào, ai ra khi bỏ một thành viên")]
    public void Says_who_enters_and_who_leaves()
    {
        var leaveOneOut = AdviceYears.Panel([90, 90, 90], [60, 62, 95], [70, 70, 70]).With(r => r with { TopCount = 2 }).Advice().LeaveOneOut.Value!;
        Assert.Equal(["A +[] -[]", "B +[] -[]", "C +[3] -[2]"], leaveOneOut.Runs.Select(run => $"{run.Judge} +[{string.Join(' ', run.Enter)}] -[{string.Join(' ', run.Leave)}]"));
        Assert.Equal([(1, 3), (2, 2), (3, 1)], leaveOneOut.TimesInTop.OrderBy(one => one.Key).Select(one => (one.Key, one.Value)));
    }

    [Fact(DisplayName = "Thiếu một thành viên mà không đủ phiếu thì sản phẩm không có điểm trong lượt ấy")]
    public void Without_the_quorum_there_is_no_score()
    {
        var leaveOneOut = AdviceYears.Panel([90, 90, null], [80, 80, 80], [70, 70, 70]).With(r => r with { TopCount = 2, Quorum = 2 }).Advice().LeaveOneOut.Value!;
        Assert.Equal(["1", "1", ""], leaveOneOut.Runs.Select(run => string.Join(' ', run.Unscored)));
        Assert.Equal([1], leaveOneOut.Runs[0].Leave);
        Assert.Equal([3], leaveOneOut.Runs[0].Enter);
        Assert.Equal(1, leaveOneOut.TimesInTop[1]);
    }

    [Fact(DisplayName = "Từ chối khi việc bỏ một thành viên không có nghĩa")]
    public void Refusals()
    {
        static Refusal Refused(RankingYear year)
        {
            var part = year.Advice().LeaveOneOut;
            Assert.Null(part.Value);
            return part.Refusal!;
        }

        Assert.Equal("This year marks no top, so there is no line.", Refused(AdviceYears.Panel([90, 80]).With(r => r with { TopCount = 0 })).Message);
        Assert.Equal("No product has a score.", Refused(AdviceYears.Panel([90, 80]).With(r => r with { Quorum = 3 })).Message);
        Assert.Equal("Fewer than two judges have sheets that count, so none can be left out.", Refused(AdviceYears.Panel([90], [80])).Message);
        Assert.Equal("Fewer than two judges have sheets that count, so none can be left out.", Refused(AdviceYears.Panel([90, null], [80, 70]).Recuse(2, "B")).Message);
        var needed = Refused(AdviceYears.Panel([90, 80], [80, 70]).With(r => r with { Quorum = 2 }));
        Assert.Equal("Every judge is needed to reach the least number of sheets ({0}): without any one of them no product would have a score.", needed.Message);
        Assert.Equal([2], needed.Arguments);
        Assert.Null(AdviceYears.Panel([90, 80], [80, 70]).Advice().LeaveOneOut.Refusal);
    }
}
