using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Screening;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Nominations;

/// <summary>A nomination with its dossier, section by section.</summary>
public sealed class ShowModel(AppDbContext db, ScreeningService screening) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public Programme Programme { get; private set; } = null!;

    public Nomination Nomination { get; private set; } = null!;

    public DossierView Dossier { get; private set; } = null!;

    public IReadOnlyList<FigureWarning> OpenWarnings { get; private set; } = [];

    public bool CanDecide => IsStaff && Programme.Stage is not (Stage.Preparation or Stage.Recognised);

    public bool HasMarksToShow { get; private set; }

    protected override async Task LoadAsync()
    {
        Programme = Found(await db.Programmes.AsNoTracking().WithIndustriesAndTracks().OfYearAsync(Year));
        Nomination = Found(await db.DossiersOpenTo(User).AsNoTracking().Include(nomination => nomination.Business)
            .Include(nomination => nomination.Figures).Include(nomination => nomination.Certificates)
            .Include(nomination => nomination.Decisions).Include(nomination => nomination.Supplements).AsSplitQuery()
            .FirstOrDefaultAsync(nomination => nomination.ProgrammeId == Programme.Id && nomination.Number == Number));
        var canEdit = IsStaff && Programme.Stage != Stage.Recognised;
        Dossier = new DossierView(Nomination, Programme, canEdit ? $"/programmes/{Year}/nominations/{Number}/sections" : null, ShowsContact: true)
        {
            Evidence = await EvidenceLink.LoadAsync(db.EvidenceOpenTo(User), Nomination.Id),
        };
        HasMarksToShow = Nomination.Status == NominationStatus.Accepted && Programme.IsFrozen && await db.AreResultsOpenAsync(Programme.Id, User);
        OpenWarnings = [.. (await screening.WarningsAsync(Programme, Nomination)).Where(Nomination.IsOpen)];
    }
}
