using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>The last look before a sheet is locked: what is stored, its total, and what submitting does.</summary>
public sealed class SubmitModel(AppDbContext db, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public int Number { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public string Address => $"/programmes/{Year}/judging/{Number}";

    public OwnSheet Own { get; private set; } = null!;

    public ScoreSheet Sheet => Own.Sheet!;

    /// <summary>What was submitted last; null for the first time.</summary>
    public SheetVersion? Last { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var own = Found(await OwnSheet.FindAsync(db, UserId, Year, Number, withVersions: true));
        var sheet = Found(own.Sheet);
        if (sheet.IsSubmitted)
        {
            // The button was pressed twice: what it was pressed for has happened.
            return new RedirectResult(Address);
        }

        if (sheet.Version != Input.Version)
        {
            throw new RuleException("The marks have changed since you opened this page. Look at them below, then submit.");
        }

        Because(Input.Reason);
        sheet.Submit(own.Programme, Me, Input.Reason, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
        return Go(Address, "The sheet of no. {0} is submitted. Thank you.", Number);
    }

    protected override async Task LoadAsync()
    {
        Own = Found(await OwnSheet.FindAsync(db, UserId, Year, Number, withVersions: true));
        Found(Own.Sheet);
        Last = Sheet.Versions is [.., var last] ? last : null;
    }

    public sealed class Form
    {
        public int Version { get; set; }

        [StringLength(1000)]
        public string? Reason { get; set; }
    }
}
