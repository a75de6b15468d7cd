using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>A judge declares a conflict of interest and gives the nomination up.</summary>
public sealed class RecuseModel(AppDbContext db, Assignments assignments, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public int Number { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public string Address => $"/programmes/{Year}/judging/{Number}";

    public BilingualName Product { get; private set; } = null!;

    public BilingualName Business { get; private set; } = null!;

    public bool HasMarks { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await IsDeclaredAsync())
        {
            // The button was pressed twice: what it was pressed for has happened.
            return new RedirectResult("/judging");
        }

        var own = await FindAsync();
        db.Add(new Recusal(own.Programme, own.Nomination, own.Judge, Input.Kind!.Value, Input.Text, clock.GetUtcNow().UtcDateTime));
        Because(Input.Text);
        await assignments.FillAsync(own.Programme);
        await db.SaveChangesAsync();
        return Go("/judging", "You do not score no. {0}; it is out of your list.", Number);
    }

    protected override async Task LoadAsync()
    {
        var own = await FindAsync();
        Product = own.Nomination.Product;
        Business = Found(await Dossier.FindAsync(db, UserId, own.Programme, own.Nomination.Id)).Business.Name;
        HasMarks = own.Sheet is { Marks.Count: > 0 };
    }

    private Task<bool> IsDeclaredAsync() => db.Recusals.AnyAsync(recusal => recusal.LiftedAt == null
        && db.Judges.Any(judge => judge.Id == recusal.JudgeId && judge.UserId == UserId)
        && db.Nominations.Any(nomination => nomination.Id == recusal.NominationId && nomination.Number == Number && nomination.Programme.Year == Year));

    // When judging is over nothing is left to be given up.
    private async Task<OwnSheet> FindAsync()
    {
        var own = Found(await OwnSheet.FindAsync(db, UserId, Year, Number));
        return Found(own.Programme.Stage == Stage.Judging ? own : null);
    }

    public sealed class Form
    {
        [Required]
        public ConflictKind? Kind { get; set; }

        [StringLength(1000)]
        public string? Text { get; set; }
    }
}
