using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>What the minutes of a council's meeting rest on.</summary>
public sealed class CouncilMeetingTests
{
    private static readonly Guid[] Members = [.. Enumerable.Range(1, 5).Select(_ => Guid.CreateVersion7())];

    private static readonly MeetingDetails Held = new(new DateOnly(2026, 11, 7), new TimeOnly(8, 30), new TimeOnly(11, 0), " Phòng họp Đế Ưu ", Members[0], Members[1], 4, null, " Ý kiến ", null);

    [Fact]
    public void A_meeting_is_recorded_and_changed_with_who_was_absent()
    {
        var programme = In(Stage.Deliberation);
        var meeting = new CouncilMeeting(programme, Held, Members, new Dictionary<Guid, string?> { [Members[4]] = " ốm " });
        Assert.Equal(("Phòng họp Đế Ưu", "Ý kiến", (string?)null), (meeting.Place, meeting.Discussion, meeting.Conclusion));
        Assert.Equal([(Members[4], "ốm")], meeting.Absences.Select(absence => (absence.JudgeId, absence.Reason)));

        meeting.Change(programme, Held with { LeastPresent = 3 }, Members, new Dictionary<Guid, string?> { [Members[4]] = "công tác", [Members[3]] = "" });
        Assert.Equal([(Members[4], "công tác"), (Members[3], null)], meeting.Absences.Select(absence => (absence.JudgeId, absence.Reason)));
        meeting.Change(programme, Held, Members, new Dictionary<Guid, string?>());
        Assert.Empty(meeting.Absences);
    }

    [Fact]
    public void A_meeting_with_fewer_than_the_rules_ask_for_settles_nothing()
    {
        var refusal = Assert.Throws<RuleException>(() => new CouncilMeeting(In(Stage.Deliberation), Held, Members, new Dictionary<Guid, string?> { [Members[3]] = null, [Members[4]] = null }));
        Assert.Equal(("{0} members were present; the council's rules ask for {1}. Such a meeting settles nothing.", "LeastPresent"), (refusal.Message, refusal.Field));
        Assert.Equal([3, 4], refusal.Arguments);
    }

    [Theory]
    [InlineData(Stage.Judging)]
    [InlineData(Stage.Recognised)]
    public void A_meeting_is_recorded_only_between_judging_and_recognition(Stage stage) =>
        Assert.Equal("The council's meeting is recorded between judging and recognition.", Assert.Throws<RuleException>(() => new CouncilMeeting(In(stage), Held, Members, new Dictionary<Guid, string?>())).Message);

    [Fact]
    public void What_is_missing_or_wrong_is_said_at_its_field()
    {
        var programme = In(Stage.Consultation);
        string? Refused(MeetingDetails details, params Guid[] absent) =>
            Assert.Throws<RuleException>(() => new CouncilMeeting(programme, details, Members, absent.ToDictionary(one => one, _ => (string?)null))).Field;
        Assert.Equal("Place", Refused(Held with { Place = " " }));
        Assert.Equal("Until", Refused(Held with { Until = Held.From }));
        Assert.Equal("ChairId", Refused(Held with { ChairId = Guid.NewGuid() }));
        Assert.Equal("ChairId", Refused(Held, Members[0]));
        Assert.Equal("SecretaryId", Refused(Held, Members[1]));
        Assert.Equal("LeastPresent", Refused(Held with { LeastPresent = 0 }));
        Assert.Equal("LeastPresent", Refused(Held with { LeastPresent = 6 }));
        Assert.Equal("Absent", Refused(Held, Guid.NewGuid()));
    }

    private static Programme In(Stage stage)
    {
        var programme = new Programme(2026);
        typeof(Programme).GetProperty(nameof(Programme.Stage))!.SetValue(programme, stage);
        return programme;
    }
}
