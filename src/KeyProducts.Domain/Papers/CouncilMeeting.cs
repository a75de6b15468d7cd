namespace KeyProducts.Domain;

/// <summary>What is known of the meeting at which a council settles its result.</summary>
/// <param name="HeldOn">The day.</param>
/// <param name="From">When it began, Hà Nội time.</param>
/// <param name="Until">When it ended, Hà Nội time; null until it is known.</param>
/// <param name="Place">Where.</param>
/// <param name="ChairId">The member who chaired it.</param>
/// <param name="SecretaryId">The member who kept the minutes.</param>
/// <param name="LeastPresent">How many members must be present, as the council's rules have it.</param>
/// <param name="Guests">Who else was there, a line each.</param>
/// <param name="Discussion">What was said, a paragraph a line.</param>
/// <param name="Conclusion">What was concluded beside the result, a paragraph a line.</param>
public sealed record MeetingDetails(
    DateOnly HeldOn, TimeOnly From, TimeOnly? Until, string Place, Guid ChairId, Guid SecretaryId, int LeastPresent, string? Guests, string? Discussion, string? Conclusion);

/// <summary>The meeting at which a council settles its result (họp hội đồng): what its minutes tell beside the marks.</summary>
public sealed class CouncilMeeting
{
    private readonly List<MeetingAbsence> absences = [];

    private CouncilMeeting() => Place = null!;

    /// <summary>Records the meeting.</summary>
    /// <param name="programme">The year; judging is over.</param>
    /// <param name="details">What is known of it.</param>
    /// <param name="members">All members of the council.</param>
    /// <param name="absent">Who of them was absent, with the reason given.</param>
    /// <exception cref="RuleException">Judging is not over, or something is missing.</exception>
    public CouncilMeeting(Programme programme, MeetingDetails details, IReadOnlyCollection<Guid> members, IReadOnlyDictionary<Guid, string?> absent)
        : this()
    {
        ProgrammeId = programme.Id;
        Change(programme, details, members, absent);
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the year, which has at most one.</summary>
    public Guid ProgrammeId { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly HeldOn { get; private set; }

    /// <summary>When it began, Hà Nội time.</summary>
    public TimeOnly From { get; private set; }

    /// <summary>When it ended, Hà Nội time.</summary>
    public TimeOnly? Until { get; private set; }

    /// <summary>Where.</summary>
    public string Place { get; private set; }

    /// <summary>The member who chaired it.</summary>
    public Guid ChairId { get; private set; }

    /// <summary>The member who kept the minutes.</summary>
    public Guid SecretaryId { get; private set; }

    /// <summary>How many members must be present, as the council's rules have it.</summary>
    public int LeastPresent { get; private set; }

    /// <summary>Who else was there, a line each.</summary>
    public string? Guests { get; private set; }

    /// <summary>What was said, a paragraph a line.</summary>
    public string? Discussion { get; private set; }

    /// <summary>What was concluded beside the result, a paragraph a line.</summary>
    public string? Conclusion { get; private set; }

    /// <summary>Who was absent.</summary>
    public IReadOnlyList<MeetingAbsence> Absences => absences;

    /// <summary>Changes what is known of it.</summary>
    /// <param name="programme">The year; judging is over, and it is not recognised.</param>
    /// <param name="details">What is known of it.</param>
    /// <param name="members">All members of the council.</param>
    /// <param name="absent">Who of them was absent, with the reason given.</param>
    /// <exception cref="RuleException">The year is at another stage, something is missing, or fewer were present than the rules ask for.</exception>
    public void Change(Programme programme, MeetingDetails details, IReadOnlyCollection<Guid> members, IReadOnlyDictionary<Guid, string?> absent)
    {
        if (programme.Stage is not (Stage.Deliberation or Stage.Consultation))
        {
            throw new RuleException("The council's meeting is recorded between judging and recognition.");
        }

        Check(details, members, absent);
        (HeldOn, From, Until) = (details.HeldOn, details.From, details.Until);
        Place = details.Place.Trim();
        (ChairId, SecretaryId, LeastPresent) = (details.ChairId, details.SecretaryId, details.LeastPresent);
        (Guests, Discussion, Conclusion) = (Trimmed(details.Guests), Trimmed(details.Discussion), Trimmed(details.Conclusion));
        absences.RemoveAll(absence => !absent.ContainsKey(absence.JudgeId));
        foreach (var (judge, reason) in absent)
        {
            if (absences.Find(absence => absence.JudgeId == judge) is { } known)
            {
                known.Change(reason);
            }
            else
            {
                absences.Add(new MeetingAbsence(judge, reason));
            }
        }
    }

    private static void Check(MeetingDetails details, IReadOnlyCollection<Guid> members, IReadOnlyDictionary<Guid, string?> absent)
    {
        if (string.IsNullOrWhiteSpace(details.Place))
        {
            throw new RuleException("Give the place of the meeting.") { Field = "Place" };
        }

        if (details.Until is { } until && until <= details.From)
        {
            throw new RuleException("The meeting ends after it begins.") { Field = "Until" };
        }

        if (absent.Keys.Any(judge => !members.Contains(judge)))
        {
            throw new RuleException("Somebody noted as absent is not on the council.") { Field = "Absent" };
        }

        foreach (var (person, field) in new[] { (details.ChairId, "ChairId"), (details.SecretaryId, "SecretaryId") })
        {
            if (!members.Contains(person) || absent.ContainsKey(person))
            {
                throw new RuleException("Chair and secretary of the meeting are members who were present.") { Field = field };
            }
        }

        if (details.LeastPresent < 1 || details.LeastPresent > members.Count)
        {
            throw new RuleException("The members who must be present are between 1 and {0}.", members.Count) { Field = "LeastPresent" };
        }

        var present = members.Count - absent.Count;
        if (present < details.LeastPresent)
        {
            throw new RuleException("{0} members were present; the council's rules ask for {1}. Such a meeting settles nothing.", present, details.LeastPresent) { Field = "LeastPresent" };
        }
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A member who was absent from the council's meeting.</summary>
public sealed class MeetingAbsence
{
    private MeetingAbsence()
    {
    }

    internal MeetingAbsence(Guid judgeId, string? reason)
    {
        JudgeId = judgeId;
        Change(reason);
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the meeting.</summary>
    public Guid MeetingId { get; private set; }

    /// <summary>The member.</summary>
    public Guid JudgeId { get; private set; }

    /// <summary>The reason given; null for none.</summary>
    public string? Reason { get; private set; }

    internal void Change(string? reason) => Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
}
