using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports.Papers;
using KeyProducts.Web.Reports.Papers.Templates;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Papers;

/// <summary>Records the council's meeting: when, where, who was there, what was said. Its minutes and other papers are drawn up from it.</summary>
public sealed class MeetingModel(AppDbContext db, YearPapers papers) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty]
    public MeetingForm Input { get; set; } = new();

    public IReadOnlyList<PaperMember> Members { get; private set; } = [];

    public Guid Version { get; private set; }

    /// <summary>Whether the year is at a stage at which its meeting is recorded; who had the form open in time sees the refusal on it.</summary>
    public bool IsOpen { get; private set; }

    public IReadOnlyList<SelectListItem> Choices => [.. Members.Select(member => new SelectListItem($"{member.Name} – {member.RoleName}", $"{member.Id}"))];

    protected override async Task LoadAsync()
    {
        var (programme, meeting) = await FindAsync();
        IsOpen = programme.Stage is Stage.Deliberation or Stage.Consultation || HasInput;
        Version = meeting is null ? Guid.Empty : VersionFor(Input.Version, meeting);
        if (!HasInput)
        {
            Input = meeting is not null ? MeetingForm.Of(meeting) : new MeetingForm
            {
                ChairId = Members.FirstOrDefault(member => member.Role == CouncilRole.Chair)?.Id,
                SecretaryId = Members.FirstOrDefault(member => member.Role == CouncilRole.Secretary)?.Id,
            };
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (programme, meeting) = await FindAsync();
        Guid[] members = [.. Members.Select(member => member.Id)];
        if (meeting is null)
        {
            db.Add(new CouncilMeeting(programme, Input.ToDetails(), members, Input.ToAbsences()));
        }
        else
        {
            db.Expect(meeting, Input.Version);
            meeting.Change(programme, Input.ToDetails(), members, Input.ToAbsences());
            db.Renew(meeting);
        }

        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/papers/minutes", "The meeting is recorded. Below are its minutes.");
    }

    private async Task<(Programme Programme, CouncilMeeting? Meeting)> FindAsync()
    {
        var programme = Found(await db.ResultsOpenTo(User).OfYearAsync(Year));
        Members = await papers.MembersAsync(programme);
        return (programme, await db.Meetings.Include(meeting => meeting.Absences).FirstOrDefaultAsync(meeting => meeting.ProgrammeId == programme.Id));
    }
}
