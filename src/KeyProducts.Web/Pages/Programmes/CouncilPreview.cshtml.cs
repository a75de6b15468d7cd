using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Import;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>Shows what a file would do to the year's council, and imports it once it is confirmed.</summary>
public sealed class CouncilPreviewModel(AppDbContext db, CouncilImport import, ImportDrafts drafts) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public ImportDraft Draft { get; private set; } = null!;

    public CouncilPlan Plan { get; private set; } = null!;

    /// <summary>Whether the reader may have accounts made.</summary>
    public bool MakesAccounts => User.IsInRole(Roles.Administrator);

    /// <summary>Whether there is anything to confirm.</summary>
    public bool ChangesSomething => Plan.Count(CouncilRowState.New) + Plan.Count(CouncilRowState.Changed) + (MakesAccounts ? Plan.Count(CouncilRowState.NoAccount) : 0) > 0;

    protected override async Task LoadAsync()
    {
        await FindAsync(toWrite: HasInput);
        Plan = await import.PlanAsync(Draft);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await FindAsync(toWrite: true);
        Because(T["import of “{0}”", Draft.FileName]);
        var (joined, changed, accounts) = await import.CarryOutAsync(Draft, Input.Fingerprint, Input.MakeAccounts && MakesAccounts);
        return accounts > 0
            ? Go("/users", "Imported: {0} new judges, {1} changed. {2} accounts are made without a password: make a one-time link for each person.", joined, changed, accounts)
            : Go($"/programmes/{Year}/council", "Imported: {0} new judges, {1} changed.", joined, changed);
    }

    private async Task FindAsync(bool toWrite)
    {
        var stage = await db.Programmes.Where(one => one.Year == Year).Select(one => (Stage?)one.Stage).FirstOrDefaultAsync() ?? throw new NotFoundException();
        if (stage >= Stage.Deliberation && !toWrite)
        {
            throw new NotFoundException();
        }

        Draft = Found(await drafts.FindAsync(Id, UserId, Year));
    }

    public sealed class Form
    {
        public string? Fingerprint { get; set; }

        public bool MakeAccounts { get; set; }
    }
}
