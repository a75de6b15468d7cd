using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>Assigns judges to one nomination by hand, and takes them off.</summary>
public sealed class AssignmentOfModel(AppDbContext db, Assignments assignments) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public PairsForm Input { get; set; } = new();

    public string Home => $"/programmes/{Year}/council/assignment";

    public BilingualName Product { get; private set; } = null!;

    public BilingualName Business { get; private set; } = null!;

    public BilingualName Industry { get; private set; } = null!;

    public IReadOnlyList<PairLine> Lines { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        var (programme, panel, nomination) = await FindAsync();
        var shown = await db.Nominations.Where(one => one.Id == nomination.Id).Select(one => new { one.Product, Business = one.Business.Name }).SingleAsync();
        (Product, Business) = (shown.Product, shown.Business);
        Industry = programme.Industries.Single(one => one.Id == nomination.IndustryId).Name;
        var marked = await assignments.MarkedAsync(programme.Id);
        Lines = [.. CouncilOrder.Of(panel.Judges).Select(judge => new PairLine(
            judge.Id, judge.Name, $"{T["Criteria"]}: {JudgeScope.Criteria(judge, programme, T)}", null, panel.Of(judge, nomination), marked.Contains(new JudgePair(judge.Id, nomination.Id))))];
        if (!HasInput)
        {
            Input.Shown = [.. Lines.Where(line => line.IsAssigned).Select(line => line.Key)];
            Input.Chosen = Input.Shown;
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (programme, panel, nomination) = await FindAsync();
        JudgePair Pair(Guid judge) => new(judge, nomination.Id);
        Because(Input.Reason);
        db.AddRange(panel.Change([.. Input.Added().Select(Pair)], [.. Input.Removed().Select(Pair)], await assignments.MarkedAsync(programme.Id), Input.Reason));
        await db.SaveChangesAsync();
        return Go(Home, "The judges of no. {0} are saved.", Number);
    }

    private async Task<(Programme Programme, CouncilPanel Panel, PanelNomination Nomination)> FindAsync()
    {
        var programme = Found(await db.Programmes.WithTables().OfYearAsync(Year));
        // Who has declared a conflict with a product does not choose who judges it.
        var isOpen = await db.DossiersOpenTo(User).AnyAsync(one => one.ProgrammeId == programme.Id && one.Number == Number);
        if (!isOpen || (programme.Stage >= Stage.Deliberation && !HasInput))
        {
            throw new NotFoundException();
        }

        var panel = await assignments.LoadAsync(programme);
        return (programme, panel, Found(panel.Nominations.FirstOrDefault(one => one.Number == Number)));
    }
}
