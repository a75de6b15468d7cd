using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>A judge who has declared otherwise declares a conflict of interest, and gives up the nominations of the business.</summary>
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

    /// <summary>The nominations of the business that the judge scores: all of them are given up.</summary>
    public IReadOnlyList<int> Numbers { get; private set; } = [];

    public bool HasMarks { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await IsDeclaredAsync())
        {
            // The button was pressed twice: what it was pressed for has happened.
            return new RedirectResult("/judging");
        }

        var own = await FindAsync();
        await db.DeclareAsync(own.Programme, own.Judge, own.Nomination.BusinessId, Input.Kind!.Value, Input.Text, clock.GetUtcNow().UtcDateTime);
        Because(Input.Text);
        var numbers = await OfBusinessAsync(own.Nomination);
        await assignments.FillAsync(own.Programme);
        await db.SaveChangesAsync();
        return numbers.Count == 1
            ? Go("/judging", "You do not score no. {0}; it is out of your list.", numbers[0])
            : Go("/judging", "You do not score no. {0}; they are out of your list.", string.Join(", ", numbers));
    }

    protected override async Task LoadAsync()
    {
        var own = await FindAsync();
        Product = own.Nomination.Product;
        Business = (await Dossier.LoadAsync(db, UserId, own)).Business.Name;
        Numbers = await OfBusinessAsync(own.Nomination);
        HasMarks = await db.SheetsOf(UserId).AnyAsync(sheet => sheet.Nomination.ProgrammeId == own.Programme.Id && sheet.Nomination.BusinessId == own.Nomination.BusinessId && sheet.Marks.Any());
    }

    private Task<List<int>> OfBusinessAsync(Nomination nomination) => db.ToScoreBy(UserId)
        .Where(one => one.ProgrammeId == nomination.ProgrammeId && one.BusinessId == nomination.BusinessId).OrderBy(one => one.Number).Select(one => one.Number).ToListAsync();

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
