using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

public sealed class JudgeTests
{
    private static readonly JudgeDetails Details = new("Đặng Thị Ữ", "PGS. TS.", "Viện Nghiên cứu Điện tử", CouncilRole.Secretary);

    private readonly Programme programme = new(2026);
    private readonly Criterion growth;
    private readonly Criterion quality;
    private readonly Judge judge;

    public JudgeTests()
    {
        var group = programme.AddGroup(BilingualName.Of("Quy mô", null), null);
        growth = programme.AddCriterion(group, new CriterionContent(BilingualName.Of("Tăng trưởng", null), 60m, null, null, null));
        quality = programme.AddCriterion(group, new CriterionContent(BilingualName.Of("Chất lượng", null), 40m, null, null, null));
        judge = new Judge(programme, Guid.CreateVersion7(), Details);
    }

    [Fact]
    public void A_new_judge_marks_every_criterion_also_one_added_later()
    {
        var later = programme.AddCriterion(programme.Groups[0], new CriterionContent(BilingualName.Of("Đổi mới", null), 5m, null, null, null));

        Assert.Equal("Đặng Thị Ữ|PGS. TS.|Viện Nghiên cứu Điện tử|Secretary|all||False", Text());
        Assert.True(judge.Marks(later));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_judge_has_a_name(string name)
    {
        Assert.Equal("Name", Refused(() => judge.Change(programme, Details with { Name = name })).Field);
        Assert.Throws<RuleException>(() => new Judge(programme, Guid.CreateVersion7(), Details with { Name = name }));
    }

    [Fact]
    public void What_the_decision_says_can_be_changed()
    {
        judge.Change(programme, new JudgeDetails(" Vũ Đức Thế ", null, null, CouncilRole.Chair));

        Assert.Equal("Vũ Đức Thế|||Chair|all||False", Text());
    }

    [Fact]
    public void Assigning_some_criteria_leaves_out_the_others()
    {
        judge.Assign(programme, [quality.Id]);
        Assert.Equal((false, true), (judge.Marks(growth), judge.Marks(quality)));

        judge.Assign(programme, [growth.Id, growth.Id]);
        Assert.Equal([growth.Id], judge.Assigned.Select(one => one.CriterionId));

        judge.AssignAll(programme);
        Assert.Equal("Đặng Thị Ữ|PGS. TS.|Viện Nghiên cứu Điện tử|Secretary|all||False", Text());
    }

    [Fact]
    public void None_or_one_of_another_year_is_refused()
    {
        judge.Assign(programme, [quality.Id]);

        Assert.Equal("Criteria", Refused(() => judge.Assign(programme, [])).Field);
        Assert.Equal("Criteria", Refused(() => judge.Assign(programme, [growth.Id, Guid.CreateVersion7()])).Field);
    }

    [Fact]
    public void Leaving_and_coming_back_need_a_reason()
    {
        Assert.Equal("Reason", Refused(() => judge.Leave(programme, " ")).Field);
        judge.Leave(programme, "Chuyển công tác");
        Assert.True(judge.HasLeft);

        Assert.Equal("Reason", Refused(() => judge.Return(programme, null)).Field);
        judge.Return(programme, "Được cử lại");
        Assert.False(judge.HasLeft);
    }

    [Fact]
    public void Assignments_are_frozen_when_judging_opens_and_the_council_when_it_is_over()
    {
        var year = new JudgingYear();
        const string Frozen = "The assignment of criteria is frozen since judging opened.";
        Assert.Equal(Frozen, Assert.Throws<RuleException>(() => year.Part.AssignAll(year.Programme)).Message);
        Assert.Equal(Frozen, Assert.Throws<RuleException>(() => year.Judge.Assign(year.Programme, [year.Brand.Id])).Message);
        Assert.Equal([year.Quality.Id, year.Brand.Id], year.Part.Assigned.Select(one => one.CriterionId));
        Assert.True(year.Judge.MarksAllCriteria);
        year.Judge.Leave(year.Programme, "Nghỉ ốm");

        year.Close();

        const string Over = "Judging is over; the council changes no more.";
        Assert.Equal(Over, Assert.Throws<RuleException>(() => year.Judge.Return(year.Programme, "Đã khỏe")).Message);
        Assert.Equal(Over, Assert.Throws<RuleException>(() => year.Part.Leave(year.Programme, "lý do")).Message);
        Assert.Equal(Over, Assert.Throws<RuleException>(() => year.Part.Change(year.Programme, Details)).Message);
        Assert.Equal(Over, Assert.Throws<RuleException>(() => new Judge(year.Programme, Guid.CreateVersion7(), Details)).Message);
        Assert.Equal((true, false, "Lê Văn Đế"), (year.Judge.HasLeft, year.Part.HasLeft, year.Part.Name));
    }

    private RuleException Refused(Action act)
    {
        var before = Text();
        var refusal = Assert.Throws<RuleException>(act);
        Assert.Equal(before, Text());
        return refusal;
    }

    private string Text() => string.Join(
        '|', judge.Name, judge.Title, judge.Organisation, judge.Role, judge.MarksAllCriteria ? "all" : "some", string.Join(' ', judge.Assigned.Select(one => one.CriterionId)), judge.HasLeft);
}
