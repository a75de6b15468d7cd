using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

public sealed class ProgrammeTests
{
    internal static readonly ProgrammeCounts Ready = new(Undecided: 0, Accepted: 3, Judges: 5, JudgesOfLeastCovered: 5, SheetsDue: 15, SheetsSubmitted: 15, Unscored: 0, OpenTies: 0) { Final = FinalState.Current };

    [Fact]
    public void A_year_goes_through_its_stages_in_order_and_stops_when_it_is_recognised()
    {
        var programme = Year();
        var stages = new List<Stage> { programme.Stage };
        while (programme.Stage != Stage.Recognised)
        {
            programme.Advance(programme.Stage == Stage.Nominations ? Ready with { Undecided = 3, Accepted = 0 } : Ready, null);
            stages.Add(programme.Stage);
            if (programme.Stage == Stage.Consultation)
            {
                programme.PublishConsultation(new ConsultationTerms("Phòng Ế Ữ", false, false), new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 10), new DateTime(2026, 10, 30, 0, 0, 0, DateTimeKind.Utc));
            }
        }

        Assert.Equal(Enum.GetValues<Stage>(), stages);
        Refused(() => programme.Advance(Ready, "Lý do"), "The year {0} is recognised; it changes no more.");
        Refused(() => programme.StepBack("Lý do", isMarked: false), "The year {0} is recognised; it changes no more.");
    }

    [Fact]
    public void What_can_be_passed_is_passed_with_a_reason_only()
    {
        var programme = At(Stage.Judging);
        var counts = Ready with { SheetsSubmitted = 12, Unscored = 1 };

        Refused(() => programme.Advance(counts, " "), "Give the reason for going on in spite of what stands in the way.");
        Assert.Equal(Stage.Judging, programme.Stage);
        programme.Advance(counts, "Ông Đỗ Hữu Ước đi công tác");
        Assert.Equal(Stage.Deliberation, programme.Stage);
    }

    [Theory]
    [InlineData(1, 3, 5, 5, "{0} nominations are neither accepted nor rejected.")]
    [InlineData(0, 0, 5, 5, "No nomination is accepted yet.")]
    [InlineData(0, 3, 4, 4, "The council has {0} judges; the quorum is {1}.")]
    [InlineData(0, 3, 5, 4, "A nomination has only {0} judges on a criterion; the quorum is {1}.")]
    public void Judging_does_not_open_while_something_that_cannot_be_passed_stands_in_the_way(int undecided, int accepted, int judges, int covered, string message)
    {
        var programme = At(Stage.Screening);
        var counts = Ready with { Undecided = undecided, Accepted = accepted, Judges = judges, JudgesOfLeastCovered = covered };

        Assert.Equal([message], programme.Obstacles(counts).Select(obstacle => obstacle.Message));
        Refused(() => programme.Advance(counts, "Lý do"), message);
        Assert.Equal(Stage.Screening, programme.Stage);
    }

    [Fact]
    public void Judging_does_not_open_while_the_criteria_do_not_add_up_to_the_scale()
    {
        var programme = At(Stage.Screening);
        programme.Change(programme.Criteria[0], Content("Chất lượng", 50));
        Refused(() => programme.Advance(Ready, "Lý do"), "The criteria add up to {0} points, but the scale is {1}.");
    }

    [Fact]
    public void A_tie_at_the_edge_of_the_top_keeps_the_year_in_deliberation()
    {
        var programme = At(Stage.Deliberation);
        Refused(() => programme.Advance(Ready with { OpenTies = 1 }, "Lý do"), "Equal scores at the edge of the top wait for a decision of the council.");
        Assert.Equal(Stage.Deliberation, programme.Stage);
    }

    [Fact]
    public void A_year_goes_on_to_consultation_only_with_the_result_finalised_as_it_is_now()
    {
        var programme = At(Stage.Deliberation);
        Refused(() => programme.Advance(Ready with { Final = FinalState.None }, "Lý do"), "The result is not finalised yet; two people must do it.");
        Refused(() => programme.Advance(Ready with { Final = FinalState.Outdated }, "Lý do"), "The result has changed since it was finalised; finalise it again.");
        programme.Advance(Ready, null);
        Assert.Equal(Stage.Consultation, programme.Stage);
    }

    [Fact]
    public void Nothing_is_recognised_without_a_decision()
    {
        var programme = At(Stage.Consultation);
        programme.Set(programme.Plan, programme.CouncilDecision, null, 36);
        Refused(() => programme.Advance(Ready, "Lý do"), "The decision of recognition has no number and date yet.");
    }

    [Fact]
    public void A_year_that_was_marked_under_a_seal_does_not_go_back_to_where_the_seal_is_a_setting()
    {
        var programme = At(Stage.Screening);
        programme.Set(programme.Judging with { IsSealed = true });
        programme.Advance(Ready, null);
        Refused(() => programme.StepBack("Sửa tiêu chí", isMarked: true), "Judges have marked under the seal. The year does not go back, or the seal could be lifted by a setting.");
        Assert.Throws<RuleException>(() => programme.Set(programme.Judging with { IsSealed = false }));
        Assert.True(programme.Judging.IsSealed);
        // Before anybody has marked there is nothing to see.
        programme.StepBack("Sửa tiêu chí", isMarked: false);
        Assert.Equal(Stage.Screening, programme.Stage);
    }

    [Fact]
    public void Going_back_needs_a_reason_and_a_stage_before()
    {
        var programme = At(Stage.Screening);
        Refused(() => programme.StepBack(null, isMarked: false), "Give the reason for going back.");
        programme.StepBack("Nhận thêm hồ sơ nộp muộn", isMarked: false);
        Assert.Equal(Stage.Nominations, programme.Stage);
        Refused(() => Year().StepBack("Lý do", isMarked: false), "The year is in its first stage.");
    }

    [Fact]
    public void Rules_and_tables_are_frozen_once_judging_is_open()
    {
        var programme = At(Stage.Judging);
        const string Frozen = "Rules and criteria are frozen since judging opened.";
        Refused(() => programme.Set(programme.Rules with { PassMark = 60 }), Frozen);
        Refused(() => programme.AddIndustry(BilingualName.Of("Dệt may", null)), Frozen);
        Refused(() => programme.Change(programme.Tracks[0], BilingualName.Of("Khác", null), GateFigure.None, null), Frozen);
        Refused(() => programme.AddCriterion(programme.Groups[0], Content("Mới", 5)), Frozen);
        Refused(() => programme.Remove(programme.Criteria[0]), Frozen);
        Assert.Equal(70, programme.Rules.PassMark);
        programme.Set(programme.Rules);
    }

    [Theory]
    [InlineData(nameof(ProgrammeRules.Quorum), 0)]
    [InlineData(nameof(ProgrammeRules.Decimals), 5)]
    [InlineData(nameof(ProgrammeRules.PassMark), 101)]
    [InlineData(nameof(ProgrammeRules.BusinessCap), 0)]
    [InlineData(nameof(ProgrammeRules.TopCount), -1)]
    [InlineData(nameof(ProgrammeRules.MarkStep), 2)]
    [InlineData(nameof(ProgrammeRules.Scale), 0)]
    [InlineData(nameof(ProgrammeRules.SpreadLimit), 0)]
    public void A_rule_out_of_its_range_is_refused_at_its_field(string field, int value)
    {
        var rules = ProgrammeRules.Usual;
        var wrong = field switch
        {
            nameof(ProgrammeRules.Quorum) => rules with { Quorum = value },
            nameof(ProgrammeRules.Decimals) => rules with { Decimals = value },
            nameof(ProgrammeRules.PassMark) => rules with { PassMark = value },
            nameof(ProgrammeRules.BusinessCap) => rules with { BusinessCap = value },
            nameof(ProgrammeRules.TopCount) => rules with { TopCount = value },
            nameof(ProgrammeRules.MarkStep) => rules with { MarkStep = value },
            nameof(ProgrammeRules.Scale) => rules with { Scale = value, PassMark = 0 },
            _ => rules with { SpreadLimit = value },
        };
        Assert.Equal(field, Assert.Throws<RuleException>(wrong.Checked).Field);
    }

    [Theory]
    [InlineData("criteria criteria")]
    [InlineData("criteria chance")]
    public void A_tie_chain_knows_its_steps_and_takes_each_once(string chain) =>
        Assert.Equal("TieChain", Assert.Throws<RuleException>((ProgrammeRules.Usual with { TieChain = chain }).Checked).Field);

    [Fact]
    public void A_copy_takes_over_rules_and_tables_but_no_dates_or_documents()
    {
        var first = Year();
        first.Set(first.Rules with { PassMark = 65, BusinessCap = 2 });
        var copy = first.CopyFor(2027);

        Assert.Equal(first.Rules, copy.Rules);
        Assert.Equal(first.Industries.Select(one => one.Name), copy.Industries.Select(one => one.Name));
        Assert.Equal(first.Tracks.Select(one => (one.Name, one.Figure, one.AtLeast)), copy.Tracks.Select(one => (one.Name, one.Figure, one.AtLeast)));
        Assert.Equal(first.Criteria.Select(one => one.Content), copy.Criteria.Select(one => one.Content));
        Assert.Empty(first.Criteria.Select(one => one.Id).Intersect(copy.Criteria.Select(one => one.Id)));
        Assert.Equal((ProgrammeDates.None, null, Stage.Preparation, 0), (copy.Dates, copy.Plan, copy.Stage, copy.LastNumber));
    }

    [Fact]
    public void Numbers_are_given_in_order_while_the_year_takes_nominations()
    {
        var programme = At(Stage.Nominations);
        Assert.Equal([1, 2], [programme.TakeNumber(), programme.TakeNumber()]);
        Refused(() => Year().TakeNumber(), "Nominations can be registered only while the year takes nominations or screens them.");
        Refused(() => At(Stage.Judging).TakeNumber(), "Nominations can be registered only while the year takes nominations or screens them.");
    }

    [Fact]
    public void Judging_is_open_from_the_first_day_to_the_end_of_the_last_in_Hanoi()
    {
        var programme = At(Stage.Judging);
        programme.Set(ProgrammeDates.None with { JudgingFrom = new DateOnly(2026, 11, 2), JudgingUntil = new DateOnly(2026, 12, 31) });

        Refused(() => programme.RequireJudgingOpen(Utc(2026, 11, 1, 16, 59)), "Judging begins on {0}.");
        programme.RequireJudgingOpen(Utc(2026, 11, 1, 17, 0));
        programme.RequireJudgingOpen(Utc(2026, 12, 31, 16, 59));
        Assert.StartsWith("Judging ended on {0}", Assert.Throws<RuleException>(() => programme.RequireJudgingOpen(Utc(2026, 12, 31, 17, 0))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_used_industry_stays_and_names_are_given_once()
    {
        var programme = Year();
        Refused(() => programme.Remove(programme.Industries[0], nominations: 2), "It is used by {0} nominations and cannot be removed.");
        Refused(() => programme.AddIndustry(BilingualName.Of("CƠ KHÍ", null)), "“{0}” is in the list already.");
        programme.Remove(programme.Industries[0], nominations: 0);
        Assert.Empty(programme.Industries);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("7.125")]
    public void A_maximum_is_more_than_nothing_with_two_decimals(string max)
    {
        var programme = Year();
        var points = decimal.Parse(max, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal("Max", Assert.Throws<RuleException>(() => programme.AddCriterion(programme.Groups[0], Content("Mới", points))).Field);
    }

    /// <summary>A year with one industry, one track and two criteria that add up to 100.</summary>
    internal static Programme Year()
    {
        var programme = new Programme(2026);
        programme.AddIndustry(BilingualName.Of("Cơ khí", "Mechanics"));
        programme.AddTrack(BilingualName.Of("Thông thường", null), GateFigure.Revenue, 100_000_000_000);
        var group = programme.AddGroup(BilingualName.Of("Chung", null), null);
        programme.AddCriterion(group, Content("Chất lượng", 60));
        programme.AddCriterion(group, Content("Đổi mới", 40));
        var signed = new DocumentReference("01/KH", new DateOnly(2026, 1, 5));
        programme.Set(signed, signed, signed, 36);
        programme.Set(ProgrammeDates.None with { JudgingUntil = new DateOnly(2026, 12, 31) });
        return programme;
    }

    /// <summary>The same year, in a stage.</summary>
    internal static Programme At(Stage stage)
    {
        var programme = Year();
        while (programme.Stage < stage)
        {
            // A year whose list was never posted goes on with a reason.
            programme.Advance(Ready, programme.Stage == Stage.Consultation ? "Thử năm đã công nhận" : null);
        }

        return programme;
    }

    internal static void Refused(Action act, string message) => Assert.Equal(message, Assert.Throws<RuleException>(act).Message);

    private static CriterionContent Content(string name, decimal max) => new(BilingualName.Of(name, null), max, null, null, null);

    private static DateTime Utc(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, DateTimeKind.Utc);
}
