using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>The seal on a year's marks: two people of the Department open it, each with their own sign-in and password. No mark is shown here.</summary>
public sealed class SealModel(AppDbContext db, OwnPassword password, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Programme Programme { get; private set; } = null!;

    /// <summary>Sheets that the council owes, and those of them that are submitted.</summary>
    public (int Due, int Submitted) Sheets { get; private set; }

    public bool HasTurned => Programme.SealOpenings.Any(opening => opening.PersonId == UserId);

    public bool CanTurn => IsStaff && Programme.IsSealed && Programme.Stage >= Stage.Deliberation && !HasTurned;

    public async Task<IActionResult> OnPostAsync()
    {
        var programme = await FindAsync();
        await password.RequireAsync(User, Input.Password);
        programme.OpenSeal(Me, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
        return programme.IsSealed
            ? Go($"/programmes/{Year}/seal", "Your key is turned. The marks open when a second person turns theirs.")
            : Go($"/programmes/{Year}/seal", "The marks of {0} are open.", Year);
    }

    public async Task<IActionResult> OnPostTakeBackAsync()
    {
        var programme = await FindAsync();
        programme.TakeKeyBack(Me);
        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/seal", "Your key is taken back.");
    }

    protected override async Task LoadAsync()
    {
        Programme = await FindAsync();
        Sheets = (await db.Panel(Programme.Id).CountAsync(), await db.CountedSheets(Programme.Id).CountAsync());
    }

    private async Task<Programme> FindAsync()
    {
        var programme = Found(await db.Programmes.Include(one => one.SealOpenings).OfYearAsync(Year));
        return Found(programme.Judging.IsSealed ? programme : null);
    }

    public sealed class Form
    {
        [Required, StringLength(128), DataType(DataType.Password)]
        public string Password { get; set; } = "";
    }
}
