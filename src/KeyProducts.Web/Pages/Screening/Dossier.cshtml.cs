using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Screening;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Screening;

/// <summary>The screening of one nomination: its checklist, what is doubtful, what is missing and what stands in the way of accepting it.</summary>
public sealed class DossierModel(AppDbContext db, ScreeningService screening, TimeProvider clock) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public DossierForm Input { get; set; } = new();

    public Programme Programme { get; private set; } = null!;

    public ScreenedDossier Dossier { get; private set; } = null!;

    public IReadOnlyList<Obstacle> Obstacles { get; private set; } = [];

    public int? Previous { get; private set; }

    public int? Next { get; private set; }

    public Nomination Nomination => Dossier.Nomination;

    public string Home => $"/programmes/{Year}/nominations/{Number}";

    /// <summary>Whether the reader may answer the checklist now.</summary>
    public bool CanAnswer => IsStaff && Nomination.Status == NominationStatus.Registered && Programme.Stage is not (Stage.Preparation or Stage.Recognised);

    /// <summary>Whether the reader may decide on warnings now.</summary>
    public bool CanDecide => IsStaff && Programme.Stage != Stage.Recognised && Dossier.Warnings.Count > 0;

    /// <summary>Whether somebody else has saved the same since, and what is stored is shown beside what was typed.</summary>
    public bool ShowsStored => IsConflict;

    protected override async Task LoadAsync()
    {
        (Programme, Dossier) = await FindAsync();
        Obstacles = Nomination.Status == NominationStatus.Registered ? Dossier.Obstacles(Me) : [];
        var others = db.DossiersOpenTo(User).Where(one => one.ProgrammeId == Programme.Id && one.Status == NominationStatus.Registered);
        Previous = await others.Where(one => one.Number < Number).MaxAsync(one => (int?)one.Number);
        Next = await others.Where(one => one.Number > Number).MinAsync(one => (int?)one.Number);
        if (HasInput)
        {
            Input.Take(Dossier, IsConflict);
        }
        else
        {
            Input = DossierForm.Of(Dossier);
        }
    }

    public async Task<IActionResult> OnPostAsync(bool check)
    {
        var (programme, dossier) = await FindAsync();
        Input.Apply(dossier, programme, Me, clock.GetUtcNow().UtcDateTime);
        if (check)
        {
            dossier.Nomination.MarkChecked(programme, Me);
        }

        db.Renew(dossier.Nomination);
        await db.SaveChangesAsync();
        return Go(Home + "/screening", check ? "The dossier is marked as checked." : "What you found is saved.");
    }

    public async Task<IActionResult> OnPostTakeBackAsync()
    {
        var (programme, dossier) = await FindAsync();
        dossier.Nomination.TakeBackCheck(programme);
        await db.SaveChangesAsync();
        return Go(Home + "/screening", "The dossier is no longer marked as checked.");
    }

    /// <summary>Where a section is edited, or read by whoever may not edit it.</summary>
    public string SectionAddress(DossierSection section) =>
        Home + (IsStaff && Programme.Stage != Stage.Recognised ? "/sections/" : "#") + section.ToString().ToLowerInvariant();

    /// <summary>A decision that is stored, in words.</summary>
    public string Stored(WarningDecision decision) =>
        T["{0}: {1} ({2}, {3})", T[EnumWords.Of(decision.Verdict)].Value, decision.Reason, decision.DecidedBy, Shown.Moment(decision.DecidedAt)];

    /// <summary>An answer that is stored, in words.</summary>
    public string Stored(ChecklistAnswer answer) =>
        T["{0}: {1} ({2}, {3})", T[EnumWords.Of(answer.Finding)].Value, answer.Note ?? "–", answer.AnsweredBy, Shown.Moment(answer.AnsweredAt)];

    private async Task<(Programme Programme, ScreenedDossier Dossier)> FindAsync()
    {
        var programme = Found(await db.Programmes.WithChecklists().OfYearAsync(Year));
        return (programme, Found(await screening.ScreenAsync(programme, db.DossiersOpenTo(User), Number)));
    }
}
