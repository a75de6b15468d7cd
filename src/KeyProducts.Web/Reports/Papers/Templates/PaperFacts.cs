using KeyProducts.Domain;
using KeyProducts.Web.Scoring;

namespace KeyProducts.Web.Reports.Papers.Templates;

/// <summary>Everything that papers of a year say, as it is shown now.</summary>
/// <param name="Year">The result.</param>
/// <param name="Products">The products that it recognises, by industry.</param>
/// <param name="Registered">How many products were registered, drafts and withdrawn ones left out.</param>
/// <param name="RegisteredBusinesses">Of how many businesses.</param>
/// <param name="Sheets">How many score sheets are in.</param>
/// <param name="Meeting">The council's meeting; null while none is recorded.</param>
/// <param name="Members">The council, as it sits.</param>
/// <param name="Source">What the result comes from, on one line, in Vietnamese.</param>
public sealed record PaperFacts(
    YearResult Year,
    IReadOnlyList<RecognisedProduct> Products,
    int Registered,
    int RegisteredBusinesses,
    SheetCount Sheets,
    CouncilMeeting? Meeting,
    IReadOnlyList<PaperMember> Members,
    string Source)
{
    /// <summary>The year.</summary>
    public Programme Programme => Year.Programme;

    /// <summary>The products in the top, best first.</summary>
    public IReadOnlyList<RecognisedProduct> Top => [.. Products.Where(product => product.Ranked.Top).OrderBy(product => product.Ranked.Rank).ThenBy(product => product.Ranked.Number)];

    /// <summary>The member with that key; null when there is none.</summary>
    public PaperMember? Member(Guid? id) => Members.FirstOrDefault(member => member.Id == id);

    /// <summary>Who was absent from the meeting, with the reason given.</summary>
    public IReadOnlyList<(PaperMember Member, string? Reason)> Absent =>
        [.. from member in Members let absence = Meeting?.Absences.FirstOrDefault(one => one.JudgeId == member.Id) where absence is not null select (member, absence.Reason)];

    /// <summary>Who was present.</summary>
    public IReadOnlyList<PaperMember> Present => [.. Members.Where(member => Meeting is { } meeting && meeting.Absences.All(absence => absence.JudgeId != member.Id))];
}

/// <summary>A member of the council as its papers name them.</summary>
/// <param name="Id">The key.</param>
/// <param name="Name">The name.</param>
/// <param name="Post">Title and organisation; empty when unknown.</param>
/// <param name="Role">The part in the council.</param>
public sealed record PaperMember(Guid Id, string Name, string Post, CouncilRole Role)
{
    /// <summary>The part in the council, in Vietnamese.</summary>
    public string RoleName => CouncilWords.Of(Role);
}
