using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Screening;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Nominations;

/// <summary>Accepts, rejects or withdraws a nomination, or takes that back.</summary>
public sealed class DecideModel(AppDbContext db, ScreeningService screening) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public string Product { get; private set; } = "";

    public string Business { get; private set; } = "";

    public NominationStatus Status { get; private set; }

    public string? StatusReason { get; private set; }

    public IReadOnlyList<Decision> Acts { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        var nomination = await FindAsync();
        if (nomination.Programme.Stage is (Stage.Preparation or Stage.Recognised) && !HasInput)
        {
            throw new NotFoundException();
        }

        (Product, Business) = (nomination.Product.In(Languages.Current), nomination.Business.Name.In(Languages.Current));
        (Status, StatusReason) = (nomination.Status, nomination.StatusReason);
        var isLate = nomination.Programme.Stage >= Stage.Deliberation;
        Acts = (Status, isLate) switch
        {
            (NominationStatus.Withdrawn, true) => [],
            (_, true) => [Decision.Withdraw],
            (NominationStatus.Registered, _) => [Decision.Accept, Decision.Reject, Decision.Withdraw],
            (NominationStatus.Accepted, _) => [Decision.Withdraw, Decision.Undo],
            _ => [Decision.Undo],
        };
        if (Acts.Count == 0 && !HasInput)
        {
            throw new NotFoundException();
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var nomination = await FindAsync();
        var programme = nomination.Programme;
        if (nomination.Status != Input.From)
        {
            throw new RuleException("The status of this nomination has changed; look at it again.");
        }

        Because(Input.Reason);
        switch (Input.Act ?? throw new RuleException("Choose what is decided.") { Field = "Act" })
        {
            case Decision.Accept:
                nomination.Accept(programme, await screening.WarningsAsync(programme, nomination), Me, Input.Reason);
                break;
            case Decision.Reject:
                nomination.Reject(programme, Input.Reason);
                break;
            case Decision.Withdraw:
                nomination.Withdraw(programme, Input.Reason);
                break;
            default:
                nomination.Undo(programme, Input.Reason);
                break;
        }

        await db.SaveChangesAsync();
        return Go($"/programmes/{Year}/nominations/{Number}", "The nomination is now “{0}”.", T[EnumWords.Of(nomination.Status)].Value);
    }

    private async Task<Nomination> FindAsync() => Found(await db.Nominations
        .Include(nomination => nomination.Programme).ThenInclude(programme => programme.Tracks).ThenInclude(track => track.Checklist)
        .Include(nomination => nomination.Business)
        .Include(nomination => nomination.Figures).Include(nomination => nomination.Certificates)
        .Include(nomination => nomination.Answers).Include(nomination => nomination.Decisions).Include(nomination => nomination.Supplements)
        .AsSplitQuery()
        .FirstOrDefaultAsync(nomination => nomination.Programme.Year == Year && nomination.Number == Number));

    public sealed class Form
    {
        public NominationStatus From { get; set; }

        public Decision? Act { get; set; }

        [StringLength(2000)]
        public string? Reason { get; set; }
    }
}
