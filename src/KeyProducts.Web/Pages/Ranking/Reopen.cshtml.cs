using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>Staff open a submitted sheet again, so that its judge may change it. No mark is shown here.</summary>
public sealed class ReopenModel(AppDbContext db, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public int Number { get; set; }

    [FromRoute]
    public Guid Judge { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public SubmittedSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync()
    {
        var sheet = Found(await Sheets.FirstOrDefaultAsync());
        var programme = await db.Programmes.FirstAsync(one => one.Year == Year);
        if (sheet.Judge.UserId == UserId)
        {
            throw new RuleException("It is your own sheet; somebody else of the Department must open it again.");
        }

        sheet.Reopen(programme, Input.Reason, clock.GetUtcNow().UtcDateTime);
        Because(Input.Reason);
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/progress", "The sheet of {0} for no. {1} is open again.", sheet.Judge.Name, Number);
    }

    protected override async Task LoadAsync() =>
        Sheet = Found(await Sheets.AsNoTracking()
            .Select(sheet => new SubmittedSheet(sheet.Judge.Name, sheet.Nomination.Product, sheet.SubmittedAt)).FirstOrDefaultAsync());

    private IQueryable<ScoreSheet> Sheets
    {
        get
        {
            // Who has declared a conflict with a product opens nobody's sheet of it.
            var open = db.DossiersOpenTo(User);
            return db.Sheets.Include(sheet => sheet.Judge).Where(sheet => open.Any(one => one.Id == sheet.NominationId)
                && sheet.Nomination.Programme.Year == Year && sheet.Nomination.Number == Number && sheet.JudgeId == Judge
                && (sheet.Nomination.Programme.Stage == Stage.Judging || sheet.SubmittedAt != null));
        }
    }

    public sealed record SubmittedSheet(string Judge, BilingualName Product, DateTime? SubmittedAt);

    public sealed class Form
    {
        [Required, StringLength(1000)]
        public string Reason { get; set; } = "";
    }
}
