using KeyProducts.Documents.Files;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Nominations;

/// <summary>Takes files into a dossier, several at once: the good ones are stored whatever is wrong with others.</summary>
[TakesFiles(mostMegabytes: 512)]
public sealed class EvidenceAddModel(AppDbContext db, EvidenceFiles files, TimeProvider clock) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public UploadForm Input { get; set; } = new();

    public string Home => $"/programmes/{Year}/nominations/{Number}/evidence";

    public string Product { get; private set; } = "";

    public UploadView View { get; private set; } = null!;

    public int Stored { get; private set; }

    public List<(string Name, string Sentence)> Refused { get; } = [];

    // A script sends one file at a time and is answered in its own language.
    private bool IsScript => Request.Headers.Accept == "application/json";

    protected override async Task LoadAsync()
    {
        var (programme, nomination) = await FindAsync();
        if (programme.Stage == Stage.Recognised && !HasInput)
        {
            throw new NotFoundException();
        }

        Product = nomination.Product.In(Languages.Current);
        View = new UploadView($"{Home}/add", EvidencePlaces.Of(programme, T), programme.Screening, programme.IsFrozen, Input);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Files.Count == 0)
        {
            throw new RuleException("Choose at least one file.") { Field = "Files" };
        }

        await FindAsync();
        Because(Input.Reason);
        foreach (var file in Input.Files)
        {
            await TakeAsync(file);
        }

        if (IsScript)
        {
            return new JsonResult(new { Stored, Sentence = Refused.Select(one => one.Sentence).FirstOrDefault() });
        }

        return Refused.Count == 0 ? Go(Home, "{0} files are stored.", Stored) : await RefuseAsync();
    }

    private async Task TakeAsync(IFormFile file)
    {
        try
        {
            // Afresh for each: sending takes its time, and others work on the dossier meanwhile.
            db.ChangeTracker.Clear();
            var (programme, nomination) = await FindAsync();
            var place = EvidencePlaces.Read(Input.Place);
            var current = db.Evidence.Where(one => one.NominationId == nomination.Id && one.ReplacedById == null && one.SetAsideReason == null);
            var others = await current.CountAsync();
            Evidence.RequireMayAdd(programme, place, others, Input.Reason);
            await using var content = file.OpenReadStream();
            var (name, stored) = await files.AddAsync(content, file.FileName, programme.Screening.MaxFileMegabytes, HttpContext.RequestAborted);
            await current.RefuseAgainAsync(stored, place);
            db.Add(new Evidence(programme, nomination, name, stored, place, others, Me, clock.GetUtcNow().UtcDateTime, Input.Reason));
            await db.SaveChangesAsync();
            Stored++;
        }
        catch (FileRefusedException refusal)
        {
            Refuse(file, refusal.Message, refusal.Arguments);
        }
        catch (RuleException refusal)
        {
            Refuse(file, refusal.Message, refusal.Arguments);
        }
        catch (DbUpdateConcurrencyException)
        {
            Refuse(file, "Somebody else changed this dossier at the same moment. Send the file again.", []);
        }
    }

    private void Refuse(IFormFile file, string sentence, IReadOnlyList<object> arguments) =>
        Refused.Add((FileName.Of(file.FileName), T[sentence, [.. arguments.Select(Shown.Argument)]]));

    private async Task<(Programme Programme, Nomination Nomination)> FindAsync() => (
        Found(await db.Programmes.WithCriteria().OfYearAsync(Year)),
        Found(await db.DossiersOpenTo(User).FirstOrDefaultAsync(nomination => nomination.Programme.Year == Year && nomination.Number == Number)));
}
