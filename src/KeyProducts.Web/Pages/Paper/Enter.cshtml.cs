using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Paper;

/// <summary>The first officer types a paper sheet in and attaches its scan; or types it again, after it was sent back.</summary>
[TakesFiles(mostMegabytes: 64)]
public sealed class EnterModel(AppDbContext db, PaperDesk desk, EvidenceFiles files, TimeProvider clock) : AppPage
{
    public const int MostMegabytes = 25;

    private readonly DateTime now = clock.GetUtcNow().UtcDateTime;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public int Number { get; set; }

    [FromRoute]
    public Guid Judge { get; set; }

    [BindProperty]
    public PaperForm Input { get; set; } = new();

    public PaperCase Case { get; private set; } = null!;

    public string? Refusal { get; private set; }

    public Guid? OpenId { get; private set; }

    public string? ReturnedReason { get; private set; }

    public Guid Version { get; private set; }

    public bool HasTyped => HasInput;

    public string Home => $"/programmes/{Year}/paper";

    protected override async Task LoadAsync()
    {
        Case = Found(await desk.FindAsync(db.DossiersOpenTo(User), Year, Number, Judge));
        var open = await FindOpenAsync();
        (OpenId, ReturnedReason, Version) = (open?.Id, open?.ReturnedReason, open is null ? Guid.Empty : VersionFor(Input.Version, open));
        try
        {
            await RequireAsync(open);
        }
        catch (RuleException refusal)
        {
            Refusal = T[refusal.Message, [.. refusal.Arguments.Select(Shown.Argument)]];
            return;
        }

        // Of a sealed year nothing is shown again, not even to who has typed it.
        if (!HasInput && open is not null && await db.AreResultsOpenAsync(Case.Programme.Id, User))
        {
            Input = PaperForm.Of(open.Read(), Version);
        }

        if (HasInput)
        {
            PaperInput.Point(ModelState, T, PaperSheet.Refusals(Case.Programme, Case.Judge, Input.Reading(), now));
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Case = Found(await desk.FindAsync(db.DossiersOpenTo(User), Year, Number, Judge));
        var open = await FindOpenAsync();
        await RequireAsync(open);
        if (PaperSheet.Refusals(Case.Programme, Case.Judge, Input.Reading(), now) is [var refusal, ..])
        {
            throw refusal;
        }

        var scan = await files.TakeScanAsync(Input.Scan, isNeeded: open is null, MostMegabytes, HttpContext.RequestAborted);
        if (open is null)
        {
            open = db.Add(new PaperSheet(Case.Programme, Case.Judge, Case.Nomination, Input.Reading(), scan!.Name, scan.File, Me, now)).Entity;
        }
        else
        {
            db.Expect(open, Input.Version);
            open.Retype(Case.Programme, Case.Judge, Input.Reading(), scan?.Name, scan?.File, Me, now);
            db.Renew(open);
        }

        await db.SaveChangesAsync();
        return Go($"{Home}/sheets/{open.Id}", "Entered. Another officer now types {0} again and confirms it.", Case.Code.ToString());
    }

    private Task<PaperSheet?> FindOpenAsync() => db.PaperSheets.Include(paper => paper.Marks)
        .FirstOrDefaultAsync(paper => paper.NominationId == Case.Nomination.Id && paper.JudgeId == Judge && paper.ConfirmedAt == null && paper.SetAsideAt == null);

    private async Task RequireAsync(PaperSheet? open)
    {
        await desk.RequireTakenAsync(Case, Me);
        if (open is not null && open.EnteredBy.Id != UserId)
        {
            throw new RuleException("{0} has entered this paper sheet already.", open.EnteredBy.Name);
        }
    }
}
