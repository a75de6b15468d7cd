using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Paper;

/// <summary>The second officer types a paper sheet again, blind, settles where both entries differ, and so submits it for the judge.</summary>
public sealed class ConfirmModel(AppDbContext db, PaperDesk desk, TimeProvider clock) : AppPage
{
    private readonly DateTime now = clock.GetUtcNow().UtcDateTime;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public PaperForm Input { get; set; } = new();

    public PaperCase Case { get; private set; } = null!;

    public string? Refusal { get; private set; }

    public IReadOnlyList<PaperMismatch> Mismatches { get; private set; } = [];

    public Guid Version { get; private set; }

    public bool HasTyped => HasInput;

    public string Home => $"/programmes/{Year}/paper/sheets/{Id}";

    protected override async Task LoadAsync()
    {
        var paper = await FindAsync();
        Version = VersionFor(Input.Version, paper);
        try
        {
            await desk.RequireTakenAsync(Case, Me);
            paper.RequireSecond(Me);
        }
        catch (RuleException refusal)
        {
            Refusal = T[refusal.Message, [.. refusal.Arguments.Select(Shown.Argument)]];
            return;
        }

        if (!HasInput)
        {
            return;
        }

        // The first entry shows only to who has read the whole paper too.
        var refusals = PaperSheet.Refusals(Case.Programme, Case.Judge, Input.Reading(), now);
        PaperInput.Point(ModelState, T, refusals);
        Mismatches = refusals.Count > 0 || ModelState.Any(entry => entry.Key.StartsWith("Input.Points[", StringComparison.Ordinal) && entry.Value!.Errors.Count > 0)
            ? []
            : paper.Mismatches(Input.Reading());
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var paper = await FindAsync();
        await desk.RequireTakenAsync(Case, Me);
        paper.RequireSecond(Me);
        db.Expect(paper, Input.Version);
        var (reading, settled) = Input.Settle(paper);
        var sheet = Case.Sheet ?? db.Add(new ScoreSheet(Case.Nomination, Case.Judge)).Entity;
        paper.Confirm(Case.Programme, sheet, reading, settled, Input.ReplacesDraft, Me, now);
        db.Renew(paper);
        await db.SaveChangesAsync();
        return Go(Home, "Confirmed. The sheet of {0} for no. {1} is submitted.", Case.Judge.Name, Case.Nomination.Number);
    }

    private async Task<PaperSheet> FindAsync()
    {
        var paper = Found(await db.PaperSheets.Include(one => one.Marks).FirstOrDefaultAsync(one => one.Id == Id));
        var number = await db.Nominations.Where(nomination => nomination.Id == paper.NominationId && nomination.Programme.Year == Year).Select(nomination => (int?)nomination.Number).FirstOrDefaultAsync();
        Case = Found(number is null ? null : await desk.FindAsync(db.DossiersOpenTo(User), Year, number.Value, paper.JudgeId));
        return paper;
    }
}
