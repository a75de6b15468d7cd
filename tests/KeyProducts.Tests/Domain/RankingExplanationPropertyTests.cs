using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>An explanation agrees with the official result to the last digit, on 500 random years each. The seed is fixed.</summary>
public class RankingExplanationPropertyTests
{
    static void Always(Func<RankingInput, RankingResult, RankExplanation, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true).WithReplay(new Replay(new Rnd(2025, 2027), null)), Prop.ForAll(RankingRandomYears.Years, year =>
        {
            var result = Ranking.Of(year.Input);
            return year.Input.Nominations.All(nomination => holds(year.Input, result, RankExplanation.Of(year.Input, result, nomination.Number)));
        }));

    [Fact(DisplayName = "Trung bình từng tiêu chí đếm lại được từ các điểm nêu ra")]
    public void Criteria_can_be_counted_again() => Always((input, _, why) => why.Ranked is null || why.Criteria.Zip(why.Ranked.Criteria).All(pair =>
    {
        var (own, official) = pair;
        var mean = decimal.Round(own.Marks.Count == 0 ? own.Sum : own.Sum / own.Marks.Count, input.Rules.Decimals, MidpointRounding.AwayFromZero);
        return own.Score == official && own.Id == official.Criterion && official.Mean == mean && official.Count == own.Marks.Count && (own.Figure is not null) == (own.Marks.Count == 0)
            && own.Spread == (own.Marks.Count == 0 ? null : official.Highest - official.Lowest);
    }));

    [Fact(DisplayName = "Tổng các phần, làm tròn một lần, đúng bằng điểm chính thức")]
    public void The_parts_add_up_to_the_score() => Always((input, _, why) => why.Ranked is null
        ? why.Exact is null
        : why.Exact!.Value.Rounded(input.Rules.Decimals) == why.Ranked.Score
            && why.Groups.Zip(why.Ranked.Groups).All(pair => pair.First.Score == pair.Second && pair.First.Exact!.Value.Rounded(input.Rules.Decimals) == pair.Second.Sum)
            && decimal.Round(why.Exact.Value.Sum!.Value / (decimal)why.Exact.Value.Parts, 10) == decimal.Round(why.Groups.Sum(group => group.Exact!.Value.Sum!.Value / (decimal)group.Exact.Value.Parts), 10)
            && why.Exact.Value.Cut(6) <= why.Exact.Value.Sum / (decimal)why.Exact.Value.Parts);

    [Fact(DisplayName = "Theo tổng phiếu: trung bình tổng các phiếu được tính cộng điểm tính tự động bằng điểm chính thức")]
    public void Totals_add_up_to_the_score_too() => Always((input, _, why) =>
    {
        var totals = why.Sheets.Where(sheet => sheet.Use == SheetUse.Counts).Select(sheet => sheet.Total ?? 0).ToList();
        if (why.Ranked is null || input.Rules.Method != ScoringMethod.SheetTotals || totals.Count == 0)
            return true;
        var computed = why.Criteria.Where(criterion => criterion.Figure is not null).Sum(criterion => criterion.Sum);
        return decimal.Round((totals.Sum() / totals.Count) + computed, input.Rules.Decimals, MidpointRounding.AwayFromZero) == why.Ranked.Score;
    });

    [Fact(DisplayName = "Bước quyết định nêu ra là bước đã ghi trong kết quả, và số của nó chỉ đúng chiều")]
    public void The_tie_break_named_is_the_one_recorded() => Always((input, result, why) =>
    {
        if (why.Ranked is null)
            return why.Above is null && why.Below is null;
        var below = why.Below is null ? null : result.Ranked.First(one => one.Number == why.Below.Number);
        return why.Above?.Decisive?.Name == why.Ranked.TieBreak
            && why.Below?.Decisive?.Name == below?.TieBreak
            && (why.Above is null ? why.Ranked.Rank == 1 : IsBehind(input, why.Number, why.Above))
            && (why.Below is null || IsAhead(input, why.Number, why.Below));
    });

    [Fact(DisplayName = "Chênh lệch từng tiêu chí và phần làm tròn cộng lại bằng chênh lệch điểm")]
    public void Differences_add_up() => Always((_, result, why) => new[] { why.Above, why.Below }.OfType<Neighbour>().All(other =>
    {
        var official = result.Ranked.First(one => one.Number == other.Number);
        return other.Criteria.Sum(criterion => criterion.Difference) + other.Rounding == why.Ranked!.Score - official.Score
            && other.Score == official.Score && other.Rank == official.Rank
            && other.Criteria.Select(criterion => criterion.Other).SequenceEqual(official.Criteria.Select(criterion => criterion.Mean))
            && other.Steps.SkipLast(1).All(step => !step.Decided);
    }));

    [Fact(DisplayName = "Cùng hạng: mọi bước đã qua, không bước nào quyết định")]
    public void Equals_passed_every_step() => Always((input, result, why) =>
        why.Sharing.SequenceEqual(result.Ranked.Where(one => one.Rank == why.Ranked?.Rank && one.Number != why.Number).Select(one => one.Number))
        && why.SharingSteps.All(step => !step.Decided && step.Group.Contains(why.Number) && why.Sharing.All(step.Group.Contains))
        && why.SharingSteps.Count == (why.Sharing.Count == 0 ? 0 : input.Rules.TieChain.Count));

    [Fact(DisplayName = "Điểm đạt và mức tối thiểu: thiếu ở đâu thì kết quả ghi thiếu ở đó")]
    public void What_is_not_met_is_what_falls_short() => Always((_, _, why) =>
    {
        var named = why.Minima.Where(minimum => !minimum.IsMet).Select(minimum => minimum.Group is { } group ? $"group:{group}" : $"criterion:{minimum.Criterion}");
        var pass = why.PassMark is { IsMet: false } ? ["pass-mark"] : Array.Empty<string>();
        return why.Ranked is null ? !named.Any() : pass.Concat(named).SequenceEqual(why.Ranked.Shortfalls.Where(shortfall => shortfall != "eligible"));
    });

    [Fact(DisplayName = "Lý do về Top N khớp với kết quả")]
    public void Reasons_of_the_top_agree() => Always((input, result, why) =>
    {
        var open = result.Undecided.SelectMany(group => group).ToList();
        return why.Top.Taken == result.Ranked.Count(one => one.Top) && why.Top.Open.SequenceEqual(open) && why.Top.Reason switch
        {
            TopReason.NoTop => input.Rules.TopCount == 0,
            TopReason.Unscored => why.Unscored is not null && why.Ranked is null,
            TopReason.Chosen => why.Ranked!.Top && why.Top.Distance is null or >= 0,
            TopReason.FallsShort => !why.Ranked!.Recognised,
            TopReason.PassedOver => result.PassedOver.Any(one => one.Number == why.Number && one.Chosen.SequenceEqual(why.Top.Chosen)),
            TopReason.WaitsForCouncil => open.Contains(why.Number),
            TopReason.BelowOpenGroup => open.Count > 0 && result.Ranked.First(one => one.Number == open[0]).Rank < why.Ranked!.Rank,
            _ => open.Count == 0 && why.Top.Taken == why.Top.Places && why.Top.Distance <= 0,
        };
    });

    [Fact(DisplayName = "Chưa có điểm vì thiếu phiếu: số nêu ra là số ít nhất trên một tiêu chí")]
    public void Too_few_marks_can_be_counted() => Always((input, result, why) =>
        why.Unscored == result.Unscored.FirstOrDefault(one => one.Number == why.Number)
        && (why.Unscored is not { Reason: "quorum" } || why.Criteria.Where(criterion => criterion.Figure is null).Select(criterion => criterion.Marks.Count).DefaultIfEmpty(why.Unscored.Counted).Min() == why.Unscored.Counted)
        && (why.Unscored is null || why.Unscored.Reason == "quorum" || why.Criteria.First(criterion => criterion.Figure is { Declared: null }).Figure!.Name == why.Unscored.Reason[7..]));

    [Fact(DisplayName = "Phiếu của người từ chối chấm không có trong phép tính nào")]
    public void Recused_sheets_count_nowhere() => Always((input, _, why) =>
    {
        var recused = input.Recusals.Where(recusal => recusal.Nomination == why.Number).Select(recusal => recusal.Judge).ToHashSet();
        return why.Criteria.SelectMany(criterion => criterion.Marks).All(mark => !recused.Contains(mark.Judge))
            && why.Sheets.Where(sheet => sheet.Use == SheetUse.Recused).Select(sheet => sheet.Judge).ToHashSet().SetEquals(recused)
            && why.Sheets.DistinctBy(sheet => sheet.Judge).Count() == why.Sheets.Count;
    });

    [Fact(DisplayName = "Thứ tự phiếu, sản phẩm, từ chối chấm không đổi lời giải thích")]
    public void Order_is_nothing() => Always((input, result, why) =>
    {
        var other = input with { Nominations = [.. input.Nominations.Reverse()], Sheets = [.. input.Sheets.Reverse()], Recusals = [.. input.Recusals.Reverse()] };
        string Written(RankExplanation one) => JsonSerializer.Serialize(new { one.Criteria, one.Groups, one.Sheets, Above = one.Above?.Steps.Select(step => (object)step), one.Sharing, one.Top });
        return Written(RankExplanation.Of(other, result, why.Number)) == Written(why);
    });

    static bool IsBehind(RankingInput input, int number, Neighbour above) => above.Difference < 0 || (above.Difference == 0 && above.Decisive switch
    {
        CriteriaStep step => step.Own < step.Other,
        HeadToHeadStep step => step.Own < step.Other,
        FigureStep step => Nullable.Compare(step.Own, step.Other) < 0,
        CouncilStep step => Place(input, step, number) > Place(input, step, above.Number),
        _ => false,
    });

    static bool IsAhead(RankingInput input, int number, Neighbour below) => below.Difference > 0 || (below.Difference == 0 && below.Decisive switch
    {
        CriteriaStep step => step.Own > step.Other,
        HeadToHeadStep step => step.Own > step.Other && step.Own == step.Pairs.Where(pair => pair.First == number).Sum(pair => pair.Points),
        FigureStep step => Nullable.Compare(step.Own, step.Other) > 0,
        CouncilStep step => Place(input, step, number) < Place(input, step, below.Number),
        _ => false,
    });

    static int Place(RankingInput input, CouncilStep step, int number) => input.Ties[step.Decision!.Value].Order.ToList().IndexOf(number);
}
