using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>A judge changes marks of a submitted sheet after the council has discussed the product: a new version, with a reason. The old one is kept.</summary>
public sealed class RescoreModel(AppDbContext db, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public int Number { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public string Address => $"/programmes/{Year}/judging/{Number}";

    public OwnSheet Own { get; private set; } = null!;

    public Discussion Discussion { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync()
    {
        await FindAsync();
        Own.Sheet!.Rescore(Own.Programme, Discussion, Input.Marks, Input.Version, Me, Input.Reason, clock.GetUtcNow().UtcDateTime);
        Because(Input.Reason);
        await db.SaveChangesAsync();
        return Go(Address, "Your changed marks are submitted as version {0}. The version before is kept.", Own.Sheet.Versions.Count);
    }

    protected override async Task LoadAsync()
    {
        await FindAsync();
        if (!HasInput)
        {
            Input = new Form { Marks = Own.Criteria.ToDictionary(criterion => criterion.Id, criterion => Own.Sheet!.On(criterion.Id)) };
        }
        else
        {
            foreach (var refusal in ScoreSheet.Refusals(Own.Programme, Own.Judge, Input.Marks).Where(refusal => ModelState.GetValueOrDefault($"Input.{refusal.Field}") is not { Errors.Count: > 0 }))
            {
                ModelState.AddModelError($"Input.{refusal.Field}", T[refusal.Message, [.. refusal.Arguments.Select(Shown.Argument)]]);
            }
        }
    }

    // There is something to change only when the sheet is submitted and the council has spoken of it.
    private async Task FindAsync()
    {
        Own = Found(await OwnSheet.FindAsync(db, UserId, Year, Number, withVersions: true));
        Found(Own.Sheet is { IsSubmitted: true } && Own.Programme is { Stage: Stage.Judging or Stage.Deliberation, IsSealed: false } ? Own.Sheet : null);
        Discussion = Found(await db.Discussions.AsNoTracking().Where(one => one.NominationId == Own.Nomination.Id).OrderByDescending(one => one.At).FirstOrDefaultAsync());
    }

    public sealed class Form
    {
        public Dictionary<Guid, decimal?> Marks { get; set; } = [];

        public int Version { get; set; }

        [StringLength(1000)]
        public string? Reason { get; set; }
    }
}
