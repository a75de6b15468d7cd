using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KeyProducts.Domain;

namespace KeyProducts.Web.Screening;

/// <summary>Where a nomination waits for an officer.</summary>
public enum WorklistTab
{
    /// <summary>Registered, and something stands in the way of accepting it.</summary>
    ToCheck,

    /// <summary>Registered, and nothing stands in the way.</summary>
    Ready,

    /// <summary>The business owes a supplement.</summary>
    Returned,

    /// <summary>The business owes a supplement whose day has passed.</summary>
    Overdue,

    /// <summary>Accepted, rejected or withdrawn.</summary>
    Decided,

    /// <summary>Every nomination of the year.</summary>
    All,
}

/// <summary>A nomination as screening looks at it: what is missing, what is doubtful, what was found.</summary>
/// <param name="nomination">The nomination, with its dossier.</param>
/// <param name="programme">Its year, with tracks and checklists.</param>
/// <param name="warnings">What is doubtful about it.</param>
/// <param name="today">The day on which it is looked at, in Hà Nội.</param>
public sealed class ScreenedDossier(Nomination nomination, Programme programme, IReadOnlyList<FigureWarning> warnings, DateOnly today)
{
    private readonly bool isReady = nomination.Status == NominationStatus.Registered && nomination.Obstacles(programme, warnings, null).Count == 0;

    /// <summary>The nomination.</summary>
    public Nomination Nomination => nomination;

    /// <summary>What is doubtful about it, in the order of the form.</summary>
    public IReadOnlyList<FigureWarning> Warnings => warnings;

    /// <summary>How far each section is filled in.</summary>
    public IReadOnlyList<SectionState> Sections { get; } = Completeness.Of(nomination, programme);

    /// <summary>Its track.</summary>
    public Track Track { get; } = programme.Tracks.First(track => track.Id == nomination.TrackId);

    /// <summary>How far it is filled in, in percent.</summary>
    public int Percent => Completeness.Percent(Sections);

    /// <summary>Doubts that wait for a decision or a correction.</summary>
    public int OpenWarnings => warnings.Count(nomination.IsOpen);

    /// <summary>Items of the checklist that have an answer.</summary>
    public int Answered => Track.Checklist.Count(item => nomination.AnswerTo(item.Id) is not null);

    /// <summary>Items of the checklist that are not met.</summary>
    public int NotMet => Track.Checklist.Count(item => nomination.AnswerTo(item.Id) is { Finding: Finding.NotMet });

    /// <summary>The last day for the supplement that is owed; null when none is.</summary>
    public DateOnly? DueOn => nomination.OpenSupplement?.DueOn;

    /// <summary>Whether that day has passed.</summary>
    public bool IsOverdue => DueOn < today;

    /// <summary>Whether it belongs on a tab of the worklist. Whoever accepts it may still be somebody else than the reader.</summary>
    public bool IsOn(WorklistTab tab) => tab switch
    {
        WorklistTab.ToCheck => nomination.Status == NominationStatus.Registered && !isReady,
        WorklistTab.Ready => isReady,
        WorklistTab.Returned => nomination.Status == NominationStatus.Returned,
        WorklistTab.Overdue => IsOverdue,
        WorklistTab.Decided => nomination.Status is NominationStatus.Accepted or NominationStatus.Rejected or NominationStatus.Withdrawn,
        _ => true,
    };

    /// <summary>What stands in the way of accepting it.</summary>
    public IReadOnlyList<Obstacle> Obstacles(Person by) => nomination.Obstacles(programme, warnings, by);

    /// <summary>
    /// What a confirmation rests on: the version of the record, what stands in the way and what was found. It changes when any of them does, also through
    /// what lies outside of the record, such as the year's settings.
    /// </summary>
    public string Fingerprint(Guid version)
    {
        var seen = new StringBuilder(version.ToString("N"));
        foreach (var obstacle in nomination.Obstacles(programme, warnings, null))
        {
            seen.Append('|').Append(obstacle.Message).AppendJoin(',', obstacle.Arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture)));
        }

        foreach (var warning in warnings)
        {
            seen.Append('|').Append(warning.Key).Append(nomination.DecisionOn(warning)?.Verdict);
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(seen.ToString())))[..24];
    }
}
