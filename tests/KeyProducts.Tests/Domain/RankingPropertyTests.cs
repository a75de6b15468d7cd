using FsCheck;
using FsCheck.Fluent;
using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>
/// The invariants of scoring.md that concern the official score, each on 500 random years, one in twenty as large as a real one. The seed is fixed; a failure prints the smallest year that fails.
/// <list type="bullet">
/// <item>permuting judges, nominations or criteria changes nothing: <see cref="Order_of_judges_sheets_and_nominations_is_nothing"/>, <see cref="Order_of_criteria_and_groups_is_nothing"/></item>
/// <item>the same input gives the same bytes: <see cref="The_same_input_gives_the_same_result"/></item>
/// <item>absent ≠ 0: <see cref="A_recusal_only_removes_its_sheet"/>, <see cref="An_empty_sheet_changes_nothing_and_zeros_lower"/></item>
/// <item>scaling all maxima and marks by k keeps the order: <see cref="Scaling_keeps_the_order"/></item>
/// <item>raising one mark never lowers that nomination: <see cref="Raising_a_mark_never_lowers"/></item>
/// <item>below the pass mark never in the Top N: <see cref="Only_the_recognised_are_in_the_top"/></item>
/// <item>with cap c no business has more than c in the Top N: <see cref="Cap_and_places_are_respected_and_used"/></item>
/// <item>ranks are competition ranks: <see cref="Ranks_are_competition_ranks"/></item>
/// </list>
/// Three of them are true only when said precisely:
/// <list type="bullet">
/// <item>Criteria: where maxima are equal, the tie step "criteria" takes them in the order of the year's list. Exchanging those can exchange equals; it changes no score, and nothing when that step is not in the chain.</item>
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
        var chain = year.Input.Rules.TieChain;
        RankingResult By(IEnumerable<RankingCriterion> criteria, IEnumerable<RankingGroup> groups, IEnumerable<string> steps) =>
            Ranking.Of(year.Input with { Criteria = [.. criteria], Groups = [.. groups], Rules = year.Input.Rules with { TieChain = [.. steps] } });

        var groups = RankingRandomYears.Shuffled(year.Chance, year.Input.Groups);
        var shuffled = RankingRandomYears.Shuffled(year.Chance, year.Input.Criteria);
        // The same places for the maxima, but where equal maxima stand, those of the year's list in its order.
        var equalsInOrder = shuffled.OrderBy(c => c.Max).Zip(year.Input.Criteria.OrderBy(c => c.Max)).ToDictionary(pair => pair.First, pair => pair.Second);
        var withoutCriteria = chain.Where(step => step != "criteria").ToList();

        var before = By(year.Input.Criteria, year.Input.Groups, chain);
        return Unordered(By(shuffled.Select(c => equalsInOrder[c]), groups, chain)).All() == Unordered(before).All()
            && Unordered(By(shuffled, groups, withoutCriteria)).All() == Unordered(By(year.Input.Criteria, year.Input.Groups, withoutCriteria)).All()
            && Scores(By(shuffled, groups, chain)).SequenceEqual(Scores(before));
    });

    /// <summary>Every figure, but lists by criterion and group without their order. (Of several missing figures the first in the order of the criteria is named.)</summary>
    static RankingResult Unordered(RankingResult result) => result with
    {
        Ranked = [.. result.Ranked.Select(line => line with
        {
            Criteria = [.. line.Criteria.OrderBy(c => c.Criterion)],
            Groups = [.. line.Groups.OrderBy(g => g.Group)],
            Shortfalls = [.. line.Shortfalls.Order()],
        })],
        Unscored = [.. result.Unscored.Select(u => u with { Reason = u.Reason.Split(':')[0] })],
    };

    static IEnumerable<(int, decimal, bool)> Scores(RankingResult result) => result.Ranked.Select(r => (r.Number, r.Score, r.Recognised)).Order();

    [Fact(DisplayName = "Cùng dữ liệu, cùng kết quả")]
    public void The_same_input_gives_the_same_result() => Always(year =>
    {
        var madeAnew = Scaled(year.Input, 1);
        var result = Ranking.Of(year.Input).All();
        return result == Ranking.Of(year.Input).All() && result == Ranking.Of(madeAnew).All();
    });

    [Fact(DisplayName = "Từ chối chấm chỉ có nghĩa là phiếu ấy không còn, và không đổi điểm của ai khác")]
    public void A_recusal_only_removes_its_sheet() => Always(year =>
    {
        if (year.Input.Sheets.Count == 0)
            return true;
        var sheet = year.Input.Sheets[year.Chance.Next(year.Input.Sheets.Count)];
        RankingResult Recused(string judge) => Ranking.Of(year.Input with { Recusals = [.. year.Input.Recusals, new RankingRecusal(sheet.Nomination, judge)] });
        var removed = Ranking.Of(year.Input with { Sheets = [.. year.Input.Sheets.Where(s => s != sheet)] });

        var before = Ranking.Of(year.Input);
        bool SameScore(RankedNomination line) => before.Ranked.Any(was => was.Number == line.Number && was.Score == line.Score && was.Recognised == line.Recognised);
        return Recused(sheet.Judge).All() == removed.All()
            && removed.Ranked.Where(line => line.Number != sheet.Nomination).All(SameScore)
            && Recused("a judge without a sheet").All() == before.All();
    });

    [Fact(DisplayName = "Phiếu trống không đổi gì; phiếu toàn điểm 0 làm giảm điểm")]
    public void An_empty_sheet_changes_nothing_and_zeros_lower() => Always(year =>
    {
        var judged = year.Input.Criteria.Where(c => c.Figure is null).ToList();
        var input = year.Input with { Rules = year.Input.Rules with { Decimals = 6 } };
        RankingInput Added(RankingNomination n, Dictionary<string, decimal> marks) => input with { Sheets = [.. input.Sheets, new RankingSheet(n.Number, "new judge", marks)] };

        var before = Ranking.Of(input);
        return judged.Count == 0 || RankingRandomYears.Shuffled(year.Chance, input.Nominations).Take(7).All(n =>
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
        var input = year.Input with { Rules = year.Input.Rules with { Decimals = Math.Min(year.Input.Rules.Decimals + 1, 6) } };
        var before = Ranking.Of(input);
        var tenfold = Scaled(input, 10);
        var exactly = Ranking.Of(tenfold with { Rules = tenfold.Rules with { Decimals = input.Rules.Decimals - 1 } });
        var factor = new[] { 0.5m, 2, 3, 7 }[year.Chance.Next(4)];
        var score = Ranking.Of(Scaled(input, factor)).Ranked.ToDictionary(r => r.Number, r => r.Score);

        var neverReversed = before.Ranked.All(a => before.Ranked.All(b => a.Score <= b.Score || score[a.Number] >= score[b.Number]));
        return neverReversed && Times(exactly, 1).All() == Times(before, 10).All();
    });

    /// <summary>Every figure of a result so many times, without trailing zeros.</summary>
    static RankingResult Times(RankingResult result, decimal factor)
    {
        decimal Of(decimal points) => points * factor / 1.0000000000000000000000000000m;
        return result with
        {
            Ranked = [.. result.Ranked.Select(line => line with
            {
                Score = Of(line.Score),
                Groups = [.. line.Groups.Select(g => g with { Sum = Of(g.Sum) })],
                Criteria = [.. line.Criteria.Select(c => c with { Mean = Of(c.Mean), Lowest = Of(c.Lowest), Highest = Of(c.Highest) })],
                Spread = line.Spread is { } spread ? Of(spread) : null,
            })],
        };
    }

    /// <summary>A year whose points, marks, pass mark and minima are so many times.</summary>
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
        var marks = year.Input.Sheets.SelectMany(sheet => sheet.Marks.Select(mark => (Sheet: sheet, Mark: mark)));
        return RankingRandomYears.Shuffled(r, marks).Take(30).All(at =>
        {
            var max = year.Input.Criteria.Single(c => c.Id == at.Mark.Key).Max;
            var raised = at.Mark.Value + (max - at.Mark.Value) * r.Next(1, 11) / 10;
            var higher = at.Sheet with { Marks = at.Sheet.Marks.ToDictionary(m => m.Key, m => m.Key == at.Mark.Key ? raised : m.Value) };
            var after = Ranking.Of(year.Input with { Sheets = [.. year.Input.Sheets.Select(s => s == at.Sheet ? higher : s)] });
            var was = before.Ranked.SingleOrDefault(line => line.Number == at.Sheet.Nomination);
            var isNow = after.Ranked.SingleOrDefault(line => line.Number == at.Sheet.Nomination);
            return was is null
                ? isNow is null
                : isNow!.Score >= was.Score && isNow.Rank <= was.Rank && (isNow.Recognised || !was.Recognised) && (isNow.Top || !was.Top || after.Undecided.Count > 0);
        });
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

    [Fact(DisplayName = "Từ nhóm chưa quyết trở xuống không ai được chọn hay bị bỏ qua")]
    public void Nothing_from_an_undecided_group_down_is_chosen() => Always(year =>
    {
        var result = Ranking.Of(year.Input);
        var from = result.Ranked.Where(r => result.Undecided.Any(group => group.Contains(r.Number))).Select(r => r.Rank).DefaultIfEmpty(int.MaxValue).Min();
        var below = result.Ranked.Where(r => r.Rank >= from).ToList();
        return result.Undecided.Count <= 1 && !below.Exists(r => r.Top || result.PassedOver.Any(p => p.Number == r.Number));
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
        // Where nothing is judged, nobody's sheet is needed for a mean per criterion, but one is for a mean of sheets.
        var judged = year.Input.Criteria.Count(c => c.Figure is null);
        if (judged == 0)
            return true;
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
