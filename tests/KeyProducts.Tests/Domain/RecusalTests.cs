using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

public sealed class RecusalTests
{
    private const string Over = "Judging is over; the council changes no more.";

    private readonly JudgingYear year = new();

    [Theory]
    [InlineData(ConflictKind.OwnEmployer, null, null)]
    [InlineData(ConflictKind.Ownership, "  ", null)]
    [InlineData(ConflictKind.Family, " Em rể là giám đốc ", "Em rể là giám đốc")]
    [InlineData(ConflictKind.Other, "Bạn học cũ của chủ doanh nghiệp Đỗ Thế Ữ", "Bạn học cũ của chủ doanh nghiệp Đỗ Thế Ữ")]
    public void It_names_judge_nomination_kind_words_and_time(ConflictKind kind, string? text, string? kept)
    {
        var recusal = Declare(kind, text);

        Assert.Equal(
            (year.Nomination.Id, year.Judge.Id, kind, kept, JudgingYear.Now, null),
            (recusal.NominationId, recusal.JudgeId, recusal.Kind, recusal.Text, recusal.DeclaredAt, recusal.LiftedAt));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Something_else_needs_words(string? text) =>
        Assert.Equal("Text", Assert.Throws<RuleException>(() => Declare(ConflictKind.Other, text)).Field);

    [Fact]
    public void When_judging_is_over_none_is_declared_or_lifted()
    {
        var recusal = Declare(ConflictKind.Family, null);
        year.Close();

        Assert.Equal(Over, Assert.Throws<RuleException>(() => Declare(ConflictKind.Family, null)).Message);
        Assert.Equal(Over, Assert.Throws<RuleException>(() => recusal.Lift(year.Programme, "Khai nhầm", JudgingYear.Now)).Message);
        Assert.Null(recusal.LiftedAt);
    }

    [Fact]
    public void Lifting_needs_a_reason_and_is_done_once()
    {
        var recusal = Declare(ConflictKind.Adviser, "Tư vấn năm 2025");
        var later = JudgingYear.Now.AddDays(1);

        Assert.Equal("Reason", Assert.Throws<RuleException>(() => recusal.Lift(year.Programme, " ", later)).Field);
        Assert.Null(recusal.LiftedAt);

        recusal.Lift(year.Programme, "Khai nhầm doanh nghiệp", later);
        Assert.Equal((later, "Tư vấn năm 2025", JudgingYear.Now), (recusal.LiftedAt, recusal.Text, recusal.DeclaredAt));

        Assert.Equal("This recusal is lifted already.", Assert.Throws<RuleException>(() => recusal.Lift(year.Programme, "lần nữa", later.AddDays(1))).Message);
        Assert.Equal(later, recusal.LiftedAt);
    }

    [Fact]
    public void It_leaves_the_marks_of_the_sheet_alone()
    {
        var sheet = year.Saved(7m, 12m, 4m);
        var before = year.Text(sheet);

        Declare(ConflictKind.OwnEmployer, null);

        Assert.Equal(before, year.Text(sheet));
    }

    private Recusal Declare(ConflictKind kind, string? text) => new(year.Programme, year.Nomination, year.Judge, kind, text, JudgingYear.Now);
}
