using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

public sealed class CouncilPanelTests
{
    private static readonly HashSet<JudgePair> NoMarks = [];

    private readonly Programme programme = new(2026);
    private readonly Industry steel, silk;
    private readonly List<Judge> judges = [];
    private readonly List<PanelNomination> nominations;
    private readonly List<Assignment> rows = [];
    private readonly List<JudgePair> recused = [];

    public CouncilPanelTests()
    {
        (steel, silk) = (programme.AddIndustry(BilingualName.Of("Cơ khí", null)), programme.AddIndustry(BilingualName.Of("Dệt may", null)));
        programme.AddTrack(BilingualName.Of("Sản phẩm công nghệ cao", null), GateFigure.None, null);
        var group = programme.AddGroup(BilingualName.Of("Quy mô", null), null);
        programme.AddCriterion(group, new CriterionContent(BilingualName.Of("Tăng trưởng", null), 60m, null, null, null));
        programme.AddCriterion(group, new CriterionContent(BilingualName.Of("Chất lượng", null), 40m, null, null, null));
        foreach (var name in new[] { "Đặng An", "Lê Bình", "Vũ Châu" })
        {
            judges.Add(new Judge(programme, Guid.CreateVersion7(), new JudgeDetails(name, null, null, CouncilRole.Member)));
        }

        nominations = [.. Enumerable.Range(1, 4).Select(number => new PanelNomination(Guid.CreateVersion7(), number, number > 2 ? silk.Id : steel.Id))];
    }

    [Fact]
    public void A_judge_is_assigned_by_scope_unless_a_row_a_recusal_or_leaving_says_otherwise()
    {
        judges[0].AssignNominations(programme, all: false, [silk.Id]);
        judges[1].AssignNominations(programme, all: false, []);
        rows.Add(Row(1, 2, AssignmentKind.Added));
        rows.Add(Row(2, 1, AssignmentKind.Removed));
        rows.Add(Row(2, 3, AssignmentKind.Added));
        recused.Add(Pair(2, 3));

        Assert.Equal("1: NotAssigned NotAssigned Removed | 2: NotAssigned Added ByScope | 3: ByScope NotAssigned Recused | 4: ByScope NotAssigned ByScope", States());
        judges[2].Leave(programme, "Nghỉ hưu");
        Assert.Equal("1: NotAssigned NotAssigned HasLeft | 2: NotAssigned Added HasLeft | 3: ByScope NotAssigned HasLeft | 4: ByScope NotAssigned HasLeft", States());
    }

    [Fact]
    public void In_a_year_that_draws_its_judges_only_rows_assign()
    {
        Draws(2);
        rows.Add(Row(0, 1, AssignmentKind.Drawn));
        Assert.Equal("1: Drawn NotAssigned NotAssigned | 2: NotAssigned NotAssigned NotAssigned | 3: NotAssigned NotAssigned NotAssigned | 4: NotAssigned NotAssigned NotAssigned", States());

        var added = Panel().Fill();
        Assert.Equal(7, added.Count);
        rows.AddRange(added);
        Assert.All(nominations, nomination => Assert.Equal(2, Panel().JudgesOf(nomination).Count));
        Assert.Empty(Panel().Fill());
    }

    [Fact]
    public void Who_cannot_score_is_replaced_and_is_one_more_when_they_can_again()
    {
        Draws(2);
        rows.AddRange(Panel().Fill());
        var before = States();
        var judge = judges.FindIndex(one => Panel().Scores(one, nominations[0]));
        recused.Add(Pair(judge, 1));
        rows.AddRange(Panel().Fill());
        Assert.Equal(2, Panel().JudgesOf(nominations[0]).Count);

        recused.Clear();
        Assert.Empty(Panel().Fill());
        Assert.Equal(3, Panel().JudgesOf(nominations[0]).Count);
        Assert.NotEqual(before, States());
    }

    [Fact]
    public void What_is_removed_by_hand_is_not_drawn_again()
    {
        Draws(3);
        rows.Add(Row(1, 1, AssignmentKind.Removed));
        rows.AddRange(Panel().Fill());
        Assert.Equal("1: Drawn Removed Drawn", States().Split(" | ")[0]);
    }

    [Fact]
    public void By_hand_only_what_differs_is_changed()
    {
        rows.Add(Row(0, 1, AssignmentKind.Removed));
        var panel = Panel();
        var added = panel.Change([Pair(0, 1), Pair(1, 1)], [Pair(2, 1), Pair(2, 2)], NoMarks, null);
        Assert.Equal([Pair(2, 1), Pair(2, 2)], added.Select(row => new JudgePair(row.JudgeId, row.NominationId)));
        rows.AddRange(added);
        Assert.Equal("1: Added ByScope Removed | 2: ByScope ByScope Removed | 3: ByScope ByScope ByScope | 4: ByScope ByScope ByScope", States());
    }

    [Fact]
    public void Marks_are_put_aside_only_with_a_reason_and_a_refusal_changes_nothing()
    {
        var before = States();
        var refusal = Assert.Throws<RuleException>(() => Panel().Change([], [Pair(0, 1), Pair(1, 2)], new HashSet<JudgePair> { Pair(1, 2) }, " "));
        Assert.Equal(("Reason", before), (refusal.Field, States()));
        Assert.Equal(2, Panel().Change([], [Pair(0, 1), Pair(1, 2)], new HashSet<JudgePair> { Pair(1, 2) }, "Hồ sơ ngoài chuyên môn").Count);
    }

    [Fact]
    public void A_judge_with_a_conflict_and_one_who_has_left_are_not_assigned_by_hand()
    {
        recused.Add(Pair(0, 1));
        judges[1].Leave(programme, "Nghỉ hưu");
        Assert.Equal("{0} has a conflict of interest with no. {1}; the recusal must be lifted first.", Assert.Throws<RuleException>(() => Panel().Change([Pair(0, 1)], [], NoMarks, null)).Message);
        Assert.Equal("{0} has left the council.", Assert.Throws<RuleException>(() => Panel().Change([Pair(1, 1)], [], NoMarks, null)).Message);
    }

    [Fact]
    public void Nothing_is_assigned_when_judging_is_over()
    {
        var panel = Panel();
        for (var stage = Stage.Preparation; stage < Stage.Deliberation; stage++)
        {
            programme.Advance(new ProgrammeCounts(0, 9, 9, 9, 0, 0, 0, 0), "Thử");
        }

        Assert.Equal("Judging is over; the council changes no more.", Assert.Throws<RuleException>(() => panel.Change([], [Pair(0, 1)], NoMarks, "Lý do")).Message);
    }

    [Fact]
    public void The_criterion_that_the_fewest_mark_is_told()
    {
        judges[0].Assign(programme, [programme.Criteria[0].Id]);
        judges[1].Assign(programme, [programme.Criteria[0].Id, programme.Criteria[1].Id]);
        Assert.Equal((programme.Criteria[1], 2), Panel().LeastCovered(nominations[0]));
    }

    [Fact]
    public void Drawing_anew_keeps_what_has_marks_and_what_was_added_by_hand()
    {
        Draws(1);
        rows.AddRange([Row(0, 1, AssignmentKind.Drawn), Row(0, 2, AssignmentKind.Drawn), Row(0, 3, AssignmentKind.Drawn), Row(0, 4, AssignmentKind.Added)]);
        var panel = Panel();
        Assert.Equal((0, 0), (panel.Plan(1, anew: false, NoMarks).Added.Count, panel.Plan(1, anew: false, NoMarks).Gone.Count));

        var plan = panel.Plan(1, anew: true, new HashSet<JudgePair> { Pair(0, 2) });
        Assert.Equal([Pair(0, 1), Pair(0, 3)], plan.Gone.OrderBy(pair => nominations.FindIndex(one => one.Id == pair.Nomination)));
        var (added, gone) = panel.Carry(plan);
        Assert.Equal((2, 2), (added.Count, gone.Count));
        Assert.All(nominations, nomination => Assert.Single(panel.JudgesOf(nomination)));
        Assert.Equal([2, 1, 1], judges.Select(judge => panel.NominationsOf(judge).Count));
    }

    [Fact]
    public void Marks_given_by_scope_keep_their_pair_when_the_year_begins_to_draw()
    {
        var panel = Panel();
        var plan = panel.Plan(1, anew: false, new HashSet<JudgePair> { Pair(2, 1) });
        Draws(1);
        panel.Carry(plan);
        Assert.Equal(PairState.Drawn, panel.Of(judges[2], nominations[0]));
        Assert.Single(panel.JudgesOf(nominations[0]));
    }

    [Fact]
    public void Back_to_scope_drawn_rows_go_but_marks_outside_the_scope_keep_theirs()
    {
        Draws(2);
        rows.AddRange([Row(0, 1, AssignmentKind.Drawn), Row(0, 2, AssignmentKind.Drawn), Row(1, 1, AssignmentKind.Drawn)]);
        judges[0].AssignNominations(programme, all: false, [silk.Id]);
        var panel = Panel();
        var plan = panel.Plan(null, anew: false, new HashSet<JudgePair> { Pair(0, 1) });
        Assert.Equal([Pair(0, 1)], plan.ByHand);

        programme.Set(programme.Judging with { JudgesPerNomination = null });
        var (added, gone) = panel.Carry(plan);
        Assert.Equal((0, 2), (added.Count, gone.Count));
        rows.RemoveAll(gone.Contains);
        Assert.Equal("1: Added ByScope ByScope | 2: NotAssigned ByScope ByScope | 3: ByScope ByScope ByScope | 4: ByScope ByScope ByScope", States());
        Assert.Equal([3, 4, 4], judges.Select(judge => plan.Result.Loads.Single(load => load.Judge == judge.Id).Nominations));
    }

    private void Draws(int count) => programme.Set(programme.Judging with { JudgesPerNomination = count });

    private JudgePair Pair(int judge, int number) => new(judges[judge].Id, nominations[number - 1].Id);

    private Assignment Row(int judge, int number, AssignmentKind kind)
    {
        var panel = new CouncilPanel(programme, judges, nominations, [], []);
        var row = panel.Scores(judges[judge], nominations[number - 1])
            ? panel.Change([], [Pair(judge, number)], NoMarks, null).Single()
            : panel.Change([Pair(judge, number)], [], NoMarks, null).Single();
        row.Change(programme, kind);
        return row;
    }

    private CouncilPanel Panel() => new(programme, judges, nominations, rows, recused);

    private string States()
    {
        var panel = Panel();
        return string.Join(" | ", nominations.Select(nomination => $"{nomination.Number}: {string.Join(' ', judges.Select(judge => panel.Of(judge, nomination)))}"));
    }
}
