using FsCheck;
using FsCheck.Fluent;
using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>
/// The invariants of scoring.md that concern the official score, each on 500 random years. The seed is fixed; a failure prints the smallest year that fails.
/// Two invariants are true only when said precisely:
/// <list type="bullet">
/// <item>Scaling: with figures rounded to the same digits, two scores that looked equal may be told apart after scaling. They are never reversed, and scaling by ten with one digit less changes nothing.</item>
/// <item>Raising a mark: score, recognition and final rank, every tie step included, never get worse. A place in the top is never given to another, but may become undecided.</item>
/// </list>
/// </summary>
public class RankingPropertyTests
{
    static void Always(Func<RandomYear, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true).WithReplay(new Replay(new Rnd(2025, 2027), null)), Prop.ForAll(RankingRandomYears.Years, holds));

    [Fact(DisplayName = "Đổi thứ tự giám khảo, phiếu, sản phẩm không đổi kết quả")]
    public void Order_of_judges_sheets_and_nominations_is_nothing() => Always(year =>
    {
        var r = year.Chance;
        var judges = year.Input.Sheets.Select(s => s.Judge).Distinct().ToArray();
        var names = judges.Zip(RankingRandomYears.Shuffled(r, judges)).ToDictionary(pair => pair.First, pair => "judge " + pair.Second);
        var other = year.Input with
        {
            Nominations = RankingRandomYears.Shuffled(r, year.Input.Nominations),
            Sheets = RankingRandomYears.Shuffled(r, year.Input.Sheets.Select(s => s with { Judge = names[s.Judge] })),
            Recusals = RankingRandomYears.Shuffled(r, year.Input.Recusals.Select(s => s with { Judge = names.GetValueOrDefault(s.Judge, s.Judge) })),
        };
        return Ranking.Of(other).All() == Ranking.Of(year.Input).All();
    });

    [Fact(DisplayName = "Đổi thứ tự tiêu chí và nhóm không đổi kết quả, trừ khi bằng điểm tối đa quyết định hạng")]
    public void Order_of_criteria_and_groups_is_nothing() => Always(year =>
    {
        // The year's order of criteria speaks in two places only: equal maxima in the tie step "criteria", and which missing figure is named first.
        var equalMaxima = year.Input.Criteria.DistinctBy(c => c.Max).Count() < year.Input.Criteria.Count;
        var input = equalMaxima ? year.Input with { Rules = year.Input.Rules with { TieChain = [.. year.Input.Rules.TieChain.Where(step => step != "criteria")] } } : year.Input;
        var other = input with { Criteria = RankingRandomYears.Shuffled(year.Chance, input.Criteria), Groups = RankingRandomYears.Shuffled(year.Chance, input.Groups) };

        RankingResult Sorted(RankingResult result) => result with
        {
            Ranked = [.. result.Ranked.Select(line => line with
            {
                Criteria = [.. line.Criteria.OrderBy(c => c.Criterion)],
                Groups = [.. line.Groups.OrderBy(g => g.Group)],
                Shortfalls = [.. line.Shortfalls.Order()],
            })],
            Unscored = [.. result.Unscored.Select(u => u with { Reason = u.Reason[..6] })],
        };
        return Sorted(Ranking.Of(other)).All() == Sorted(Ranking.Of(input)).All();
    });

    [Fact(DisplayName = "Cùng dữ liệu, cùng kết quả")]
    public void The_same_input_gives_the_same_result() => Always(year =>
    {
        var madeAnew = Scaled(year.Input, 1);
        var result = Ranking.Of(year.Input).All();
        return result == Ranking.Of(year.Input).All() && result == Ranking.Of(madeAnew).All();
    });

    [Fact(DisplayName = "Từ chối chấm chỉ có nghĩa là phiếu ấy không còn")]
    public void A_recusal_only_removes_its_sheet() => Always(year =>
    {
        if (year.Input.Sheets.Count == 0)
            return true;
        var sheet = year.Input.Sheets[year.Chance.Next(year.Input.Sheets.Count)];
        var recused = year.Input with { Recusals = [.. year.Input.Recusals, new RankingRecusal(sheet.Nomination, sheet.Judge)] };
        var removed = year.Input with { Sheets = [.. year.Input.Sheets.Where(s => s != sheet)] };
        return Ranking.Of(recused).All() == Ranking.Of(removed).All();
    });

    [Fact(DisplayName = "Phiếu trống không đổi gì; phiếu toàn điểm 0 làm giảm điểm")]
    public void An_empty_sheet_changes_nothing_and_zeros_lower() => Always(year =>
    {
        var judged = year.Input.Criteria.Where(c => c.Figure is null).ToList();
        var input = year.Input with { Rules = year.Input.Rules with { Decimals = 6 } };
        RankingInput Added(RankingNomination n, Dictionary<string, decimal> marks) => input with { Sheets = [.. input.Sheets, new RankingSheet(n.Number, "new judge", marks)] };

        var before = Ranking.Of(input);
        return judged.Count == 0 || input.Nominations.All(n =>
        {
            var empty = Ranking.Of(Added(n, []));
            var zeros = Ranking.Of(Added(n, judged.ToDictionary(c => c.Id, _ => 0m))).Ranked.SingleOrDefault(r => r.Number == n.Number);
            var line = before.Ranked.SingleOrDefault(r => r.Number == n.Number);
            var lowered = line is null || line.Criteria.All(c => c.Count == 0 || c.Mean == 0) || zeros!.Score < line.Score;
            return empty.All() == before.All() && lowered;
        });
    });

    [Fact(DisplayName = "Nhân mọi điểm tối đa và điểm chấm với cùng một số giữ nguyên thứ tự")]
    public void Scaling_keeps_the_order() => Always(year =>
    {
        var input = year.Input with { Rules = year.Input.Rules with { Decimals = year.Input.Rules.Decimals + 1 } };
        var before = Ranking.Of(input);
        var tenfold = Scaled(input, 10);
        var exactly = Ranking.Of(tenfold with { Rules = tenfold.Rules with { Decimals = input.Rules.Decimals - 1 } });
        var factor = new[] { 0.5m, 2, 3, 7 }[year.Chance.Next(4)];
        var score = Ranking.Of(Scaled(input, factor)).Ranked.ToDictionary(r => r.Number, r => r.Score);

        var neverReversed = before.Ranked.All(a => before.Ranked.All(b => a.Score <= b.Score || score[a.Number] >= score[b.Number]));
        return neverReversed && exactly.List() == before.List() && exactly.UndecidedList() == before.UndecidedList() && exactly.PassedOverList() == before.PassedOverList();
    });

    static RankingInput Scaled(RankingInput input, decimal factor)
    {
        Minimum? Times(Minimum? minimum) => minimum is { IsPercent: false } points ? new Minimum(points.Value * factor, false) : minimum;
        return input with
        {
            Rules = input.Rules with { PassMark = input.Rules.PassMark * factor },
            Groups = [.. input.Groups.Select(g => g with { Minimum = Times(g.Minimum) })],
            Criteria = [.. input.Criteria.Select(c => c with { Max = c.Max * factor, Minimum = Times(c.Minimum), Bands = c.Bands?.Select(b => b with { Points = b.Points * factor }).ToList() })],
            Sheets = [.. input.Sheets.Select(s => s with { Marks = s.Marks.ToDictionary(m => m.Key, m => m.Value * factor) })],
        };
    }

    [Fact(DisplayName = "Nâng một điểm chấm không bao giờ làm sản phẩm ấy tụt hạng")]
    public void Raising_a_mark_never_lowers() => Always(year =>
    {
        var r = year.Chance;
        var before = Ranking.Of(year.Input);
        return year.Input.Sheets.All(sheet => sheet.Marks.All(mark =>
        {
            var max = year.Input.Criteria.Single(c => c.Id == mark.Key).Max;
            var raised = mark.Value + (max - mark.Value) * r.Next(1, 11) / 10;
            var higher = sheet with { Marks = sheet.Marks.ToDictionary(m => m.Key, m => m.Key == mark.Key ? raised : m.Value) };
            var after = Ranking.Of(year.Input with { Sheets = [.. year.Input.Sheets.Select(s => s == sheet ? higher : s)] });
            var was = before.Ranked.SingleOrDefault(line => line.Number == sheet.Nomination);
            var isNow = after.Ranked.SingleOrDefault(line => line.Number == sheet.Nomination);
            return was is null
                ? isNow is null
                : isNow!.Score >= was.Score && isNow.Rank <= was.Rank && (isNow.Recognised || !was.Recognised) && (isNow.Top || !was.Top || after.Undecided.Count > 0);
        }));
    });

    [Fact(DisplayName = "Dưới điểm chuẩn hoặc không được công nhận thì không bao giờ vào Top")]
    public void Only_the_recognised_are_in_the_top() => Always(year =>
        Ranking.Of(year.Input).Ranked.Where(r => r.Top).All(r => r.Recognised && r.Score >= (year.Input.Rules.PassMark ?? 0)));

    [Fact(DisplayName = "Không doanh nghiệp nào vượt mức trần, Top không quá N, và đủ N nếu còn ai được chọn")]
    public void Cap_and_places_are_respected_and_used() => Always(year =>
    {
        var result = Ranking.Of(year.Input);
        var business = year.Input.Nominations.ToDictionary(n => n.Number, n => n.Business);
        var cap = year.Input.Rules.BusinessCap ?? int.MaxValue;
        var top = result.Ranked.Where(r => r.Top).ToList();
        var couldBeChosen = result.Ranked.Where(r => r.Recognised).GroupBy(r => business[r.Number]).Sum(products => Math.Min(products.Count(), cap));
        return top.GroupBy(r => business[r.Number]).All(products => products.Count() <= cap)
            && top.Count <= year.Input.Rules.TopCount
            && (result.Undecided.Count > 0 || top.Count == Math.Min(year.Input.Rules.TopCount, couldBeChosen))
            && result.PassedOver.All(p => p.Chosen.Count == cap && p.Chosen.All(n => business[n] == p.Business && top.Exists(t => t.Number == n)));
    });

    [Fact(DisplayName = "Hạng là hạng thi đấu, và bước phân định chỉ có giữa những điểm bằng nhau")]
    public void Ranks_are_competition_ranks() => Always(year =>
    {
        var ranked = Ranking.Of(year.Input).Ranked;
        return ranked.Index().All(at =>
        {
            var (i, line) = at;
            var above = ranked.LastOrDefault(r => r.Rank < line.Rank);
            var inOrder = i == 0 || (ranked[i - 1].Score >= line.Score && (ranked[i - 1].Rank < line.Rank || (ranked[i - 1].Score == line.Score && ranked[i - 1].Number < line.Number)));
            return inOrder && line.Rank == 1 + ranked.Count(r => r.Rank < line.Rank) && (line.TieBreak is not null) == (above?.Score == line.Score);
        });
    });

    [Fact(DisplayName = "Ai cũng chấm đủ thì hai phương pháp cho cùng kết quả")]
    public void The_methods_are_equal_when_everyone_marks_everything() => Always(year =>
    {
        var judged = year.Input.Criteria.Count(c => c.Figure is null);
        var full = year.Input with { Sheets = [.. year.Input.Sheets.Where(s => s.Marks.Keys.Count(id => year.Input.Criteria.Single(c => c.Id == id).Figure is null) == judged)] };
        RankingResult By(ScoringMethod method) => Ranking.Of(full with { Rules = full.Rules with { Method = method } });
        return By(ScoringMethod.CriterionMeans).All() == By(ScoringMethod.SheetTotals).All();
    });

    [Fact(DisplayName = "Làm tròn đúng một lần: không lệch quá nửa đơn vị cuối")]
    public void Scores_are_rounded_once() => Always(year =>
    {
        // Means of small marks in decimal are right to 25 digits; half a unit of the last digit is far above that.
        var half = 0.5m / (decimal)Math.Pow(10, year.Input.Rules.Decimals);
        return Ranking.Of(year.Input).Ranked.All(line =>
        {
            var sheets = year.Input.Sheets.Where(s => s.Nomination == line.Number && !year.Input.Recusals.Any(r => r.Nomination == line.Number && r.Judge == s.Judge))
                .Where(s => year.Input.Rules.Method == ScoringMethod.CriterionMeans || year.Input.Criteria.All(c => c.Figure is not null || s.Marks.ContainsKey(c.Id))).ToList();
            var exact = year.Input.Criteria.Zip(line.Criteria).Sum(pair =>
                pair.First.Figure is not null ? pair.Second.Lowest : sheets.Where(s => s.Marks.ContainsKey(pair.First.Id)).Average(s => s.Marks[pair.First.Id]));
            return line.Score.Scale == year.Input.Rules.Decimals && Math.Abs(line.Score - exact) <= half + 1e-20m;
        });
    });

    [Fact(DisplayName = "Quyết định nêu đủ nhóm chưa quyết thì nhóm ấy không còn chưa quyết")]
    public void A_decision_on_the_undecided_group_settles_it() => Always(year =>
    {
        var undecided = Ranking.Of(year.Input).Undecided;
        if (undecided.Count == 0)
            return true;
        var decided = year.Input with
        {
            Rules = year.Input.Rules with { TieChain = [.. year.Input.Rules.TieChain, "council"] },
            Ties = [.. year.Input.Ties, new RankingTie(RankingRandomYears.Shuffled(year.Chance, undecided[0]))],
        };
        return undecided.Count == 1 && !Ranking.Of(decided).Undecided.Any(group => group.Intersect(undecided[0]).Any());
    });
}
