using KeyProducts.Domain;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Domain;

public sealed class ScoreSheetTests
{
    private static readonly DateTime Now = JudgingYear.Now;

    private readonly JudgingYear year = new();

    [Fact]
    public void A_new_sheet_is_empty()
    {
        var sheet = new ScoreSheet(year.Nomination, year.Judge);

        Assert.Equal("0||||Tăng trưởng= Chất lượng sản phẩm= Thương hiệu=", year.Text(sheet));
        Assert.Equal(0m, sheet.Total);
        Assert.False(sheet.IsSubmitted);
    }

    [Fact]
    public void Saving_keeps_marks_remark_time_and_counts_the_version()
    {
        var sheet = year.Saved(7.5m, 12m, null, "  Đề nghị bổ sung số liệu.  ");

        Assert.Equal("1|Đề nghị bổ sung số liệu.|2026-11-22T03:42:03.0000000Z||Tăng trưởng=7.5 Chất lượng sản phẩm=12 Thương hiệu=", year.Text(sheet));
        Assert.Equal(19.5m, sheet.Total);
    }

    [Fact]
    public void Null_takes_a_mark_away_and_a_criterion_not_named_stays()
    {
        var sheet = year.Saved(7.5m, 12m, 4m, "cũ");

        sheet.Save(year.Programme, new Dictionary<Guid, decimal?> { [year.Growth.Id] = null, [year.Brand.Id] = 0m }, " ", Now.AddMinutes(1));

        Assert.Equal("2||2026-11-22T03:43:03.0000000Z||Tăng trưởng= Chất lượng sản phẩm=12 Thương hiệu=0", year.Text(sheet));
    }

    [Fact]
    public void An_unchanged_mark_keeps_the_time_at_which_it_was_given()
    {
        var sheet = year.Saved(7.5m, 12m, null);

        sheet.Save(year.Programme, year.Points(7.5m, 11m, null), null, Now.AddHours(1));

        Assert.Equal([Now, Now.AddHours(1)], sheet.Marks.Select(mark => mark.GivenAt));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(10)]
    public void A_mark_from_0_to_the_maximum_in_steps_is_one(decimal points) =>
        Assert.Equal(points, year.Saved(points, null, null).On(year.Growth.Id));

    [Theory]
    [InlineData(-0.5, "The mark must lie between 0 and {0}.")]
    [InlineData(10.5, "The mark must lie between 0 and {0}.")]
    [InlineData(7.3, "Marks go in steps of {0}.")]
    public void Any_other_is_refused_at_its_criterion_and_nothing_changes(decimal points, string sentence)
    {
        var sheet = year.Saved(5m, 5m, 5m, "giữ nguyên");

        var refusal = year.Refused(sheet, () => sheet.Save(year.Programme, year.Points(points, 9m, 3m), "mới", Now.AddMinutes(1)));

        Assert.Equal((sentence, $"Marks[{year.Growth.Id}]"), (refusal.Message, refusal.Field));
    }

    [Fact]
    public void All_wrong_marks_are_told_at_once()
    {
        var refusals = ScoreSheet.Refusals(year.Programme, year.Judge, year.Points(11m, 14.3m, 5m));

        Assert.Equal(
            [($"Marks[{year.Growth.Id}]", "The mark must lie between 0 and {0}.", 10m), ($"Marks[{year.Quality.Id}]", "Marks go in steps of {0}.", 0.5m)],
            refusals.Select(refusal => (refusal.Field!, refusal.Message, (decimal)refusal.Arguments[0])));
        Assert.Empty(ScoreSheet.Refusals(year.Programme, year.Judge, year.Points(10m, null, 0m)));
    }

    [Fact]
    public void A_criterion_of_others_is_refused_also_without_a_mark()
    {
        var sheet = new ScoreSheet(year.Nomination, year.Part);

        foreach (var criterion in new[] { year.Growth.Id, Guid.CreateVersion7() })
        {
            var refusal = year.Refused(sheet, () => sheet.Save(year.Programme, new Dictionary<Guid, decimal?> { [year.Quality.Id] = 9m, [criterion] = null }, null, Now));
            Assert.Equal("This criterion is not assigned to you.", refusal.Message);
        }
    }

    [Fact]
    public void What_another_window_has_changed_is_refused_mark_by_mark_and_the_rest_is_saved()
    {
        var sheet = year.Saved(7m, 12m, null, "cũ");
        sheet.Save(year.Programme, year.Points(8m, 12m, null), "cửa sổ kia", Now.AddMinutes(1));

        var conflicts = sheet.Change(year.Programme, new SheetChanges(new Dictionary<Guid, Change<decimal?>>
        {
            [year.Growth.Id] = new(7m, 9m),
            [year.Quality.Id] = new(12m, 11m),
            [year.Brand.Id] = new(null, 4m),
        })
        {
            Remark = new Change<string?>("cũ", "cửa sổ này"),
            Remarks = new Dictionary<Guid, Change<string?>> { [year.Brand.Id] = new(null, " Nhận diện tốt ") },
        }, Now.AddMinutes(2));

        Assert.Equal([new MarkConflict(year.Growth.Id, 8m, 9m), new RemarkConflict(null, "cửa sổ kia", "cửa sổ này")], conflicts);
        Assert.Equal("3|cửa sổ kia|2026-11-22T03:44:03.0000000Z||Tăng trưởng=8 Chất lượng sản phẩm=11 Thương hiệu=4", year.Text(sheet));
        Assert.Equal("Nhận diện tốt", sheet.RemarkOn(year.Brand.Id));
    }

    [Fact]
    public void Nothing_is_in_conflict_that_says_the_same_or_was_not_touched()
    {
        var sheet = year.Saved(7m, 12m, null);
        sheet.Save(year.Programme, year.Points(8m, 12m, 3m), null, Now.AddMinutes(1));

        Assert.Empty(sheet.Change(year.Programme, new SheetChanges(new Dictionary<Guid, Change<decimal?>>
        {
            [year.Growth.Id] = new(7m, 8m),
            [year.Brand.Id] = new(null, null),
        }), Now.AddMinutes(2)));

        Assert.Equal("2||2026-11-22T03:43:03.0000000Z||Tăng trưởng=8 Chất lượng sản phẩm=12 Thương hiệu=3", year.Text(sheet));
    }

    [Fact]
    public void Every_submission_is_a_version_and_changed_marks_need_a_reason()
    {
        var sheet = Submitted();
        sheet.Reopen(year.Programme, "Nhập nhầm", Now.AddMinutes(2));
        sheet.Save(year.Programme, year.Points(8m, 7m, 5m), null, Now.AddMinutes(3));

        var refusal = year.Refused(sheet, () => sheet.Submit(year.Programme, Now.AddMinutes(4)));
        Assert.Equal(("Give the reason.", "Reason"), (refusal.Message, refusal.Field));
        sheet.Submit(year.Programme, Now.AddMinutes(4), "Đọc lại báo cáo");

        Assert.Equal([(1, 19m, null), (2, 20m, "Đọc lại báo cáo")], sheet.Versions.Select(version => (version.Number, version.Total, version.Reason)));
    }

    [Fact]
    public void The_same_marks_are_submitted_again_without_a_reason()
    {
        var sheet = Submitted();
        sheet.Reopen(year.Programme, "Nhập nhầm", Now.AddMinutes(2));
        sheet.Submit(year.Programme, Now.AddMinutes(4));
        Assert.Equal(2, sheet.Versions.Count);
    }

    [Fact]
    public void After_a_discussion_a_submitted_sheet_gets_a_new_version_and_counts_all_the_while()
    {
        var sheet = Submitted();
        var discussion = new Discussion(year.Programme, year.Nomination, HanoiTime.DayOf(Now), "Hội đồng thảo luận về tăng trưởng.", 12m, Officers.Hoa, Now);
        void Rescore(decimal growth, string? reason) => sheet.Rescore(year.Programme, discussion, new Dictionary<Guid, decimal?> { [year.Growth.Id] = growth }, sheet.Version, Officers.Hoa, reason, Now.AddHours(1));

        Assert.Equal("Give the reason.", year.Refused(sheet, () => Rescore(9m, " ")).Message);
        Assert.Equal("No mark is changed. If you keep your marks, there is nothing to send.", year.Refused(sheet, () => Rescore(7m, "giữ")).Message);
        Rescore(9m, "Số liệu 2025 đã được làm rõ");

        Assert.True(sheet.IsSubmitted);
        Assert.Equal([(SheetOrigin.Online, 19m), (SheetOrigin.Discussion, 21m)], sheet.Versions.Select(version => (version.Origin, version.Total)));
    }

    [Fact]
    public void A_judge_with_more_time_saves_until_the_end_of_that_day()
    {
        var sheet = year.Saved(7m, null, null);
        year.Judge.Extend(year.Programme, new DateOnly(2027, 1, 3), "Đi công tác", Now);

        sheet.Save(year.Programme, year.Points(8m, null, null), null, JudgingYear.Late.AddDays(3).AddTicks(-1));
        Assert.StartsWith("Judging ended on {0}", year.Refused(sheet, () => sheet.Save(year.Programme, year.Points(9m, null, null), null, JudgingYear.Late.AddDays(3))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_first_day_and_after_the_last_nothing_is_saved()
    {
        var sheet = year.Saved(7m, null, null);
        void SaveAt(DateTime now) => sheet.Save(year.Programme, year.Points(8m, null, null), null, now);

        Assert.Equal("Judging begins on {0}.", year.Refused(sheet, () => SaveAt(new DateTime(2026, 11, 1, 16, 59, 59, DateTimeKind.Utc))).Message);
        Assert.StartsWith("Judging ended on {0}", year.Refused(sheet, () => SaveAt(JudgingYear.Late)).Message, StringComparison.Ordinal);
        SaveAt(JudgingYear.Late.AddTicks(-1));
        Assert.Equal(8m, sheet.On(year.Growth.Id));
        Assert.True(year.Programme.IsJudgingOpen(JudgingYear.Late.AddTicks(-1)));
        Assert.False(year.Programme.IsJudgingOpen(JudgingYear.Late));
    }

    [Fact]
    public void In_another_stage_nothing_is_saved_submitted_or_opened_again()
    {
        var draft = year.Saved(7m, 7m, 5m);
        var submitted = Submitted();
        year.Close();

        Assert.Equal("Judging of {0} is not open.", year.Refused(draft, () => draft.Save(year.Programme, year.Points(8m, 8m, 5m), null, Now)).Message);
        Assert.Equal("Judging of {0} is not open.", year.Refused(draft, () => draft.Submit(year.Programme, Now)).Message);
        Assert.Equal("Judging of {0} is not open.", year.Refused(submitted, () => submitted.Reopen(year.Programme, "lý do", Now)).Message);
    }

    [Fact]
    public void Who_has_left_the_council_saves_nothing()
    {
        var sheet = year.Saved(7m, 7m, 5m);
        year.Judge.Leave(year.Programme, "Chuyển công tác");

        Assert.Equal("You are no longer on the council of {0}.", year.Refused(sheet, () => sheet.Save(year.Programme, year.Points(8m, 8m, 5m), null, Now)).Message);
        Assert.Equal("You are no longer on the council of {0}.", year.Refused(sheet, () => sheet.Submit(year.Programme, Now)).Message);
    }

    [Fact]
    public void A_withdrawn_nomination_is_not_scored()
    {
        var sheet = year.Saved(7m, 7m, 5m);
        year.Nomination.Withdraw(year.Programme, "Doanh nghiệp rút hồ sơ");

        Assert.Equal("This nomination is no longer among those to be scored.", year.Refused(sheet, () => sheet.Submit(year.Programme, Now)).Message);
    }

    [Fact]
    public void A_sheet_with_a_mark_missing_is_not_submitted()
    {
        var sheet = year.Saved(7m, null, null);

        var refusal = year.Refused(sheet, () => sheet.Submit(year.Programme, Now.AddMinutes(1)));

        Assert.Equal(("The sheet cannot be submitted yet: {0} criteria have no mark.", 2), (refusal.Message, refusal.Arguments[0]));
    }

    [Fact]
    public void Zero_is_a_mark() => Assert.True(Submitted(0m, 0m, 0m).IsSubmitted);

    [Fact]
    public void A_judge_of_some_criteria_submits_with_these_alone()
    {
        var sheet = new ScoreSheet(year.Nomination, year.Part);
        sheet.Save(year.Programme, new Dictionary<Guid, decimal?> { [year.Quality.Id] = 9m, [year.Brand.Id] = 4.5m }, null, Now);

        sheet.Submit(year.Programme, Now.AddMinutes(1));

        Assert.Equal((13.5m, 2, Now.AddMinutes(1)), (sheet.Total, sheet.Version, sheet.SubmittedAt));
    }

    [Fact]
    public void A_submitted_sheet_is_locked()
    {
        var sheet = Submitted();

        Assert.Equal("2||2026-11-22T03:43:03.0000000Z|2026-11-22T03:43:03.0000000Z|Tăng trưởng=7 Chất lượng sản phẩm=7 Thương hiệu=5", year.Text(sheet));
        const string Locked = "This sheet is submitted and locked. The secretary can open it again.";
        Assert.Equal(Locked, year.Refused(sheet, () => sheet.Save(year.Programme, year.Points(8m, 8m, 5m), null, Now)).Message);
        Assert.Equal(Locked, year.Refused(sheet, () => sheet.Submit(year.Programme, Now)).Message);
    }

    [Fact]
    public void Opening_again_makes_it_a_draft_with_its_marks()
    {
        var sheet = Submitted();

        sheet.Reopen(year.Programme, "Nhập nhầm tiêu chí", JudgingYear.Late.AddDays(1));

        Assert.Equal("3||2027-01-01T17:00:00.0000000Z||Tăng trưởng=7 Chất lượng sản phẩm=7 Thương hiệu=5", year.Text(sheet));
    }

    [Fact]
    public void Opening_again_needs_a_submitted_sheet_and_a_reason()
    {
        var sheet = Submitted();
        var refusal = year.Refused(sheet, () => sheet.Reopen(year.Programme, " ", Now));
        Assert.Equal(("Give the reason.", "Reason"), (refusal.Message, refusal.Field));

        var draft = year.Saved(7m, null, null);
        Assert.Equal("This sheet is not submitted.", year.Refused(draft, () => draft.Reopen(year.Programme, "lý do", Now)).Message);
    }

    [Theory]
    [InlineData(0, 9, false, SheetState.NotBegun)]
    [InlineData(4, 9, false, SheetState.InPart)]
    [InlineData(9, 9, false, SheetState.Complete)]
    [InlineData(9, 9, true, SheetState.Submitted)]
    [InlineData(0, 0, false, SheetState.NotBegun)]
    public void The_state_follows_marks_and_submission(int marked, int due, bool isSubmitted, SheetState state) =>
        Assert.Equal(state, SheetProgress.Of(marked, due, isSubmitted));

    private ScoreSheet Submitted(decimal growth = 7m, decimal quality = 7m, decimal brand = 5m)
    {
        var sheet = year.Saved(growth, quality, brand);
        sheet.Submit(year.Programme, Now.AddMinutes(1));
        return sheet;
    }
}
