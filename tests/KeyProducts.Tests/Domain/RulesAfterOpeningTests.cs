using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>Rules that change though judging has opened: what may, when, and with a reason only.</summary>
public sealed class RulesAfterOpeningTests
{
    private const string Reason = "Sai điểm đạt so với Kế hoạch";

    private readonly JudgingYear year = new();

    [Theory]
    [InlineData(Stage.Judging)]
    [InlineData(Stage.Deliberation)]
    public void Rules_and_minima_change_while_marks_are_given_or_discussed(Stage stage)
    {
        if (stage == Stage.Deliberation)
        {
            year.Close();
        }

        var (group, rules) = (year.Programme.Groups[1], year.Programme.Rules with { PassMark = 18m, TopCount = 3, TieChain = "council", Method = ScoringMethod.SheetTotals });
        year.Programme.ChangeRulesAfterOpening(
            new RulesAfterOpening(rules, new Dictionary<Guid, Minimum?> { [group.Id] = new Minimum(50m, true) }, new Dictionary<Guid, Minimum?> { [year.Quality.Id] = new Minimum(8m, false) }, new Dictionary<Guid, string>()), Reason);

        Assert.Equal((stage, rules), (year.Programme.Stage, year.Programme.Rules));
        Assert.Equal(["", "50%"], year.Programme.Groups.Select(one => one.Minimum?.ToString() ?? ""));
        Assert.Equal(["", "8", ""], year.Programme.Criteria.Select(one => one.Minimum?.ToString() ?? ""));
        Assert.Equal((15m, "Chất lượng sản phẩm"), (year.Quality.Max, year.Quality.Name.Vietnamese));
        // There is no other door: the settings themselves stay frozen.
        ProgrammeTests.Refused(() => year.Programme.Set(rules with { PassMark = 1m }), "Rules and criteria are frozen since judging opened.");
        ProgrammeTests.Refused(() => year.Programme.Change(year.Quality, year.Quality.Content with { Max = 20m }), "Rules and criteria are frozen since judging opened.");
    }

    [Theory]
    [InlineData(Stage.Preparation, "Judging of {0} has not opened; its rules change on the page of its settings.")]
    [InlineData(Stage.Screening, "Judging of {0} has not opened; its rules change on the page of its settings.")]
    [InlineData(Stage.Consultation, "The result of {0} is published. Its rules can change again when the year has stepped back to deliberation.")]
    [InlineData(Stage.Recognised, "The year {0} is recognised; it changes no more.")]
    public void At_other_stages_nothing_changes(Stage stage, string sentence)
    {
        var programme = stage < Stage.Judging ? ProgrammeTests.At(stage) : year.Programme;
        while (programme.Stage < stage)
        {
            programme.Set(null, null, new DocumentReference("5012/QĐ-UBND", new DateOnly(2026, 12, 20)), 36);
            programme.Advance(ProgrammeCounts.None with { Final = FinalState.Current }, "thử");
        }

        Assert.False(programme.CanChangeRulesAfterOpening);
        var before = programme.Rules;
        ProgrammeTests.Refused(() => programme.ChangeRulesAfterOpening(Only(programme.Rules with { PassMark = 1m }), Reason), sentence);
        Assert.Equal(before, programme.Rules);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void A_reason_is_needed_and_asked_for_last(string? reason)
    {
        var refusal = Refused(Only(year.Programme.Rules with { PassMark = 18m }), reason);
        Assert.Equal(("Give the reason for changing rules after judging has opened.", "Reason"), (refusal.Message, refusal.Field));
        year.Programme.CheckRulesAfterOpening(Only(year.Programme.Rules with { PassMark = 18m }));
        Assert.Equal("Nothing is changed yet.", Refused(Only(year.Programme.Rules), reason).Message);
    }

    [Fact]
    public void Marks_that_are_given_must_still_fit()
    {
        const string sentence = "Scale and step of marks stay as they are: marks that are given would not fit them.";
        Assert.Equal(sentence, Refused(Only(year.Programme.Rules with { Scale = 100m })).Message);
        Assert.Equal(sentence, Refused(Only(year.Programme.Rules with { MarkStep = 1m })).Message);
    }

    [Fact]
    public void A_figure_out_of_its_range_is_refused_at_its_field()
    {
        Assert.Equal("PassMark", Refused(Only(year.Programme.Rules with { PassMark = 31m })).Field);
        var group = year.Programme.Groups[0];
        var minimum = Refused(Only(year.Programme.Rules) with { Groups = new Dictionary<Guid, Minimum?> { [group.Id] = new Minimum(10.5m, false) } });
        Assert.Equal(("The minimum cannot be more than the maximum.", $"Groups[{group.Id}].Minimum"), (minimum.Message, minimum.Field));
        var negative = Refused(Only(year.Programme.Rules) with { Criteria = new Dictionary<Guid, Minimum?> { [year.Brand.Id] = new Minimum(-1m, true) } });
        Assert.Equal(("A minimum cannot be negative.", $"Criteria[{year.Brand.Id}].Minimum"), (negative.Message, negative.Field));
        // As much as the maximum can be reached.
        year.Programme.CheckRulesAfterOpening(Only(year.Programme.Rules) with { Criteria = new Dictionary<Guid, Minimum?> { [year.Brand.Id] = new Minimum(100m, true) } });
    }

    [Fact]
    public void Bands_are_mended_where_a_figure_makes_the_points_and_nowhere_else()
    {
        var programme = new Programme(2026);
        programme.Set(ProgrammeRules.Usual with { Scale = 20m, Quorum = 1, PassMark = null });
        var group = programme.AddGroup(BilingualName.Of("Quy mô", null), null);
        var computed = programme.AddCriterion(group, new CriterionContent(BilingualName.Of("Doanh thu", null), 10m, null, null, null, "revenue", "0:2 1000:10"));
        var judged = programme.AddCriterion(group, new CriterionContent(BilingualName.Of("Chất lượng", null), 10m, null, null, null));
        programme.AddIndustry(BilingualName.Of("Cơ khí", null));
        programme.AddTrack(BilingualName.Of("Thông thường", null), GateFigure.None, null);
        programme.Advance(ProgrammeCounts.None, "thử");
        programme.Advance(ProgrammeCounts.None with { Undecided = 1 }, null);
        programme.Advance(ProgrammeCounts.None with { Accepted = 1, Judges = 1, JudgesOfLeastCovered = 1 }, "thử");

        RulesAfterOpening Bands(string bands) => Only(programme.Rules) with { Bands = new Dictionary<Guid, string> { [computed.Id] = bands, [judged.Id] = "0:5" } };
        var refusal = Assert.Throws<RuleException>(() => programme.ChangeRulesAfterOpening(Bands("0:2 1000:11"), Reason));
        Assert.Equal($"Criteria[{computed.Id}].Bands[1].Points", refusal.Field);
        programme.ChangeRulesAfterOpening(Bands("0:2 500:10"), Reason);

        Assert.Equal(("0:2 500:10", null), (computed.BandList, judged.BandList));
        Assert.False(judged.IsComputed);
    }

    [Theory]
    [InlineData("-1:2", "Bands[0].From", "A band cannot begin below 0.")]
    [InlineData("0:2 5:3 5:4", "Bands[2].From", "The bands must rise: each begins above the one before.")]
    [InlineData("0:2 5:-1", "Bands[1].Points", "A band gives between 0 and {0} points, with at most two decimals.")]
    [InlineData("0:2.125", "Bands[0].Points", "A band gives between 0 and {0} points, with at most two decimals.")]
    [InlineData("", "Bands", "Give at least one band: from which figure on it gives how many points.")]
    public void A_band_that_cannot_be_is_named_by_its_place(string bands, string field, string sentence)
    {
        var refusal = Assert.Throws<RuleException>(() => new CriterionContent(BilingualName.Of("Doanh thu", null), 10m, null, null, null, "export", bands).Checked());
        Assert.Equal((field, sentence), (refusal.Field, refusal.Message));
    }

    private static RulesAfterOpening Only(ProgrammeRules rules) => new(rules, new Dictionary<Guid, Minimum?>(), new Dictionary<Guid, Minimum?>(), new Dictionary<Guid, string>());

    private RuleException Refused(RulesAfterOpening change, string? reason = Reason)
    {
        string State() => $"{year.Programme.Rules} {string.Join(' ', year.Programme.Groups.Select(one => one.Minimum))} {string.Join(' ', year.Programme.Criteria.Select(one => one.Content))}";
        var before = State();
        var refusal = Assert.Throws<RuleException>(() => year.Programme.ChangeRulesAfterOpening(change, reason));
        Assert.Equal(before, State());
        return refusal;
    }
}
