using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Nominations;

/// <summary>Changes what a dossier says.</summary>
public sealed class EditModel(AppDbContext db) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Guid Version { get; private set; }

    public string Business { get; private set; } = "";

    public bool NeedsReason { get; private set; }

    public string? StoredNow { get; private set; }

    protected override async Task LoadAsync()
    {
        var (programme, nomination) = await FindAsync();
        if (programme.Stage == Stage.Recognised && !HasInput)
        {
            throw new NotFoundException();
        }

        Version = VersionFor(Input.Version, nomination);
        Business = nomination.Business.Name.In(Languages.Current);
        NeedsReason = programme.IsFrozen;
        Input.Offer(programme);
        if (!HasInput)
        {
            Input.Take(nomination, programme.DataYear);
        }
        else if (IsConflict)
        {
            var figure = nomination.FigureOf(programme.DataYear, FigureBase.Product);
            StoredNow = string.Join(" · ", nomination.Product.Vietnamese, nomination.Description, Shown.Whole(figure?.Revenue ?? 0) + " đồng", Shown.Whole((figure?.ExportCents ?? 0) / 100m) + " USD");
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (programme, nomination) = await FindAsync();
        db.Expect(nomination, Input.Version);
        Because(Input.Reason);
        nomination.Change(programme, Input.ToContent(), Input.Reason);
        nomination.Declare(programme, programme.DataYear, FigureBase.Product, new FigureContent(Input.Revenue, Input.ToExportCents()), Input.Reason);
        // Figures are rows of their own: the dossier's version must move with them, or a second writer would not notice.
        db.Entry(nomination).State = EntityState.Modified;
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/nominations/{Number}", "The nomination is saved.");
    }

    private async Task<(Programme Programme, Nomination Nomination)> FindAsync()
    {
        var programme = Found(await db.Programmes.WithIndustriesAndTracks().OfYearAsync(Year));
        var nomination = Found(await db.Nominations.Include(one => one.Business).Include(one => one.Figures)
            .FirstOrDefaultAsync(one => one.ProgrammeId == programme.Id && one.Number == Number));
        return (programme, nomination);
    }

    public sealed class Form : NominationFields
    {
        public Guid Version { get; set; }

        [StringLength(2000)]
        public string? Reason { get; set; }
    }
}
