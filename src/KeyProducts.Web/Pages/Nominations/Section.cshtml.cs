using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Pages.Nominations.Sections;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Nominations;

/// <summary>Fills in a section of a dossier, as far as its writer can. Two officers may save different sections at the same time.</summary>
public sealed class SectionModel(AppDbContext db) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public int Number { get; set; }

    [FromRoute(Name = "section")]
    public string Word { get; set; } = "";

    [BindProperty]
    public SectionInput Input { get; set; } = new();

    public DossierSection Section { get; private set; }

    public string Product { get; private set; } = "";

    public int DataYear { get; private set; }

    public bool NeedsReason { get; private set; }

    /// <summary>The latest entry of the history for this dossier, told to a writer who came second.</summary>
    public AuditEntry? SavedBefore { get; private set; }

    public string Home => $"/programmes/{Year}/nominations/{Number}";

    protected override async Task LoadAsync()
    {
        var (programme, nomination) = await FindAsync();
        if (programme.Stage == Stage.Recognised && !HasInput)
        {
            throw new NotFoundException();
        }

        (Product, DataYear, NeedsReason) = (nomination.Product.In(Languages.Current), programme.DataYear, programme.IsFrozen);
        var stored = new SectionInput().Of(Section);
        stored.Take(nomination, programme);
        if (!HasInput)
        {
            Input.Of(Section).Take(nomination, programme);
        }

        if (IsConflict)
        {
            ViewData[FieldTagHelper.Stored] = new KeyValuePair<string, object>($"Input.{Section}", stored);
            SavedBefore = await db.AuditEntries.AsNoTracking()
                .Where(entry => entry.Year == Year && entry.Kind == nameof(Nomination) && entry.Subject.StartsWith($"{Year}/{Number} "))
                .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).FirstOrDefaultAsync();
        }

        Input.Seen = IsConflict || Input.Seen is null ? stored.Fingerprint() : Input.Seen;
        Input.Product?.Offer(programme);
        (Input.Of(Section) as CertificatesForm)?.AddBlankRows();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (programme, nomination) = await FindAsync();
        var stored = new SectionInput().Of(Section);
        stored.Take(nomination, programme);
        if (stored.Fingerprint() != Input.Seen)
        {
            throw new RuleException(Versions.Changed);
        }

        Because(Input.Reason);
        var form = Input.Of(Section);
        try
        {
            form.Save(nomination, programme, Input.Reason);
        }
        catch (RuleException refusal) when (refusal.Field is { } field and not nameof(SectionInput.Reason))
        {
            throw new RuleException(refusal.Message, [.. refusal.Arguments]) { Field = $"{Section}.{form.FieldOf(field)}" };
        }

        // Figures and certificates are rows of their own: the dossier's version must move with them, or a second writer would not notice.
        db.Renew(nomination);
        await db.SaveChangesAsync();
        return Go($"{Home}#{Word}", "Saved: {0}.", T[EnumWords.Of(Section)].Value);
    }

    private async Task<(Programme Programme, Nomination Nomination)> FindAsync()
    {
        Section = Enum.TryParse<DossierSection>(Word, ignoreCase: true, out var section) && section.ToString().Equals(Word, StringComparison.OrdinalIgnoreCase)
            ? section
            : throw new NotFoundException();
        var programme = Found(await db.Programmes.WithIndustriesAndTracks().OfYearAsync(Year));
        var nomination = Found(await db.DossiersOpenTo(User).Include(one => one.Figures).Include(one => one.Certificates).AsSplitQuery()
            .FirstOrDefaultAsync(one => one.ProgrammeId == programme.Id && one.Number == Number));
        return (programme, nomination);
    }
}
