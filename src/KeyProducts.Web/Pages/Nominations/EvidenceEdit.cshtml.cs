using System.ComponentModel.DataAnnotations;
using KeyProducts.Documents.Files;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Nominations;

/// <summary>Ties a file of evidence to another place, replaces it, sets it aside or takes it back.</summary>
[TakesFiles(mostMegabytes: 128)]
public sealed class EvidenceEditModel(AppDbContext db, EvidenceFiles files, TimeProvider clock) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public string Home => $"/programmes/{Year}/nominations/{Number}/evidence";

    public Programme Programme { get; private set; } = null!;

    public Evidence Evidence { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    public IReadOnlyList<EvidenceAct> Acts { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        (Programme, _, Evidence) = await FindAsync();
        if ((Programme.Stage == Stage.Recognised || Evidence.ReplacedById is not null) && !HasInput)
        {
            throw new NotFoundException();
        }

        Places = EvidencePlaces.Of(Programme, T);
        Acts = Evidence.IsCurrent ? [EvidenceAct.Move, EvidenceAct.Replace, EvidenceAct.SetAside] : Evidence.ReplacedById is null ? [EvidenceAct.TakeBack] : [];
        Input.Place ??= EvidencePlaces.Write(Evidence.Place);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (programme, nomination, file) = await FindAsync();
        Because(Input.Reason);
        switch (Input.Act ?? throw new RuleException("Choose what is to be done.") { Field = "Act" })
        {
            case EvidenceAct.Move:
                file.Move(programme, nomination, EvidencePlaces.Read(Input.Place), Input.Reason);
                break;
            case EvidenceAct.Replace:
                await ReplaceAsync(programme, nomination, file);
                break;
            case EvidenceAct.SetAside:
                file.SetAside(programme, nomination, Input.Reason);
                break;
            default:
                file.TakeBack(programme, nomination, Input.Reason);
                break;
        }

        // Two who act on one file at once: the dossier's version lets the first through.
        db.Renew(nomination);
        await db.SaveChangesAsync();
        return Go(Home, "“{0}” is saved.", file.Name);
    }

    private async Task ReplaceAsync(Programme programme, Nomination nomination, Evidence old)
    {
        var sent = Input.File ?? throw new RuleException("Choose the file that takes its place.") { Field = "File" };
        try
        {
            // The old one makes room for the new.
            var current = db.Evidence.Where(one => one.NominationId == nomination.Id && one.ReplacedById == null && one.SetAsideReason == null);
            var others = await current.CountAsync(one => one.Id != old.Id);
            Evidence.RequireMayAdd(programme, old.Place, others, Input.Reason);
            await using var content = sent.OpenReadStream();
            var (name, stored) = await files.AddAsync(content, sent.FileName, programme.Screening.MaxFileMegabytes, HttpContext.RequestAborted);
            await current.RefuseAgainAsync(stored, old.Place);
            var newer = new Evidence(programme, nomination, name, stored, old.Place, others, Me, clock.GetUtcNow().UtcDateTime, Input.Reason);
            old.ReplaceBy(programme, nomination, newer, Input.Reason);
            db.Add(newer);
        }
        catch (FileRefusedException refusal)
        {
            throw new RuleException(refusal.Message, [.. refusal.Arguments]) { Field = "File" };
        }
    }

    private async Task<(Programme Programme, Nomination Nomination, Evidence Evidence)> FindAsync()
    {
        var programme = Found(await db.Programmes.WithCriteria().OfYearAsync(Year));
        var nomination = Found(await db.DossiersOpenTo(User).FirstOrDefaultAsync(one => one.ProgrammeId == programme.Id && one.Number == Number));
        return (programme, nomination, Found(await db.EvidenceOpenTo(User).FirstOrDefaultAsync(one => one.NominationId == nomination.Id && one.Id == Id)));
    }

    public sealed class Form
    {
        public EvidenceAct? Act { get; set; }

        public string? Place { get; set; }

        public IFormFile? File { get; set; }

        [StringLength(2000)]
        public string? Reason { get; set; }
    }
}
