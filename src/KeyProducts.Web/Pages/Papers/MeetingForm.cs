using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;

namespace KeyProducts.Web.Pages.Papers;

/// <summary>The form of the council's meeting.</summary>
public sealed class MeetingForm
{
    /// <summary>The version of what is recorded; empty while nothing is.</summary>
    public Guid Version { get; set; }

    [Required]
    public DateOnly? HeldOn { get; set; }

    [Required]
    public TimeOnly? From { get; set; }

    public TimeOnly? Until { get; set; }

    [Required, StringLength(300)]
    public string? Place { get; set; }

    [Required]
    public Guid? ChairId { get; set; }

    [Required]
    public Guid? SecretaryId { get; set; }

    [Required]
    public int? LeastPresent { get; set; }

    /// <summary>Who was absent.</summary>
    public List<Guid> Absent { get; set; } = [];

    /// <summary>The reasons given, by member; of members who were present they mean nothing.</summary>
    public Dictionary<Guid, string?> Reasons { get; set; } = [];

    [StringLength(2000)]
    public string? Guests { get; set; }

    [StringLength(10000)]
    public string? Discussion { get; set; }

    [StringLength(10000)]
    public string? Conclusion { get; set; }

    /// <summary>What is recorded.</summary>
    public static MeetingForm Of(CouncilMeeting meeting) => new()
    {
        HeldOn = meeting.HeldOn,
        From = meeting.From,
        Until = meeting.Until,
        Place = meeting.Place,
        ChairId = meeting.ChairId,
        SecretaryId = meeting.SecretaryId,
        LeastPresent = meeting.LeastPresent,
        Absent = [.. meeting.Absences.Select(absence => absence.JudgeId)],
        Reasons = meeting.Absences.ToDictionary(absence => absence.JudgeId, absence => absence.Reason),
        Guests = meeting.Guests,
        Discussion = meeting.Discussion,
        Conclusion = meeting.Conclusion,
    };

    /// <summary>What is typed, for the domain.</summary>
    public MeetingDetails ToDetails() => new(HeldOn!.Value, From!.Value, Until, Place!, ChairId!.Value, SecretaryId!.Value, LeastPresent!.Value, Guests, Discussion, Conclusion);

    /// <summary>Who was absent, with the reason given.</summary>
    public IReadOnlyDictionary<Guid, string?> ToAbsences() => Absent.Distinct().ToDictionary(judge => judge, judge => Reasons.GetValueOrDefault(judge));
}
