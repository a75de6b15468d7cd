using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Import;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Nominations;

/// <summary>Shows what a file would do to the year's nominations, takes corrections of wrong cells, and imports it once it is confirmed.</summary>
public sealed class PreviewModel(AppDbContext db, NominationImport import, ImportDrafts drafts, TimeProvider clock) : AppPage
{
    private const int MostCells = 1_000, MostLetters = 40_000;

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The rows to show; those that are wrong, or else all, when nothing is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public RowState? Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public ImportDraft Draft { get; private set; } = null!;

    public ImportPlan Plan { get; private set; } = null!;

    public IReadOnlyList<PlannedRow> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public string Home => $"/programmes/{Year}/nominations/import/{Id}";

    private IReadOnlySet<int> Closed { get; set; } = new HashSet<int>();

    private DateOnly Today => HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime);

    protected override async Task LoadAsync()
    {
        await FindAsync(toWrite: HasInput);
        Plan = await import.PlanAsync(Draft, Today, Closed);
        Show = All ? null : Show ?? (Plan.Count(RowState.Wrong) > 0 ? RowState.Wrong : null);
        var shown = Plan.Rows.Where(row => Show is null || row.State == Show).ToList();
        var page = Math.Clamp(PageNumber ?? 1, 1, new Paging(1, shown.Count, "", "").Pages);
        Paging = new Paging(page, shown.Count, Home, Show is null ? "all=true" : $"show={Show}");
        Rows = [.. shown.Skip(Paging.Skip(page)).Take(Paging.Size)];
    }

    /// <summary>The page is read again with what was typed in place of wrong cells.</summary>
    public async Task<IActionResult> OnPostCheckAsync()
    {
        await FindAsync(toWrite: true);
        var corrections = new Dictionary<string, string>(Draft.Corrections);
        foreach (var (address, typed) in Input.Cells.Take(MostCells))
        {
            corrections[address] = typed is { Length: > MostLetters } ? typed[..MostLetters] : typed ?? "";
        }

        await drafts.SaveAsync(Draft with { Corrections = corrections, LeftOut = [.. Draft.LeftOut.Union(Input.LeftOut)] });
        return Redirect(Home);
    }

    /// <summary>Rows that were left out are read again.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync()
    {
        await FindAsync(toWrite: true);
        await drafts.SaveAsync(Draft with { LeftOut = [] });
        return Redirect(Home);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await FindAsync(toWrite: true);
        string what = T["import of “{0}”", Draft.FileName];
        Because(string.IsNullOrWhiteSpace(Input.Reason) ? what : $"{Input.Reason.Trim()} ({what})");
        var plan = await import.CarryOutAsync(Draft, Today, Closed, Input.Fingerprint, Input.Reason);
        return Go($"/programmes/{Year}/nominations", "Imported: {0} new nominations, {1} changed.", plan.Count(RowState.New), plan.Count(RowState.Changed));
    }

    private async Task FindAsync(bool toWrite)
    {
        var programme = Found(await db.Programmes.OfYearAsync(Year));
        if (programme.Stage is (Stage.Preparation or Stage.Recognised) && !toWrite)
        {
            throw new NotFoundException();
        }

        Closed = await db.ClosedNumbersAsync(programme.Id, User);
        Draft = Found(await drafts.FindAsync(Id, UserId, Year));
    }

    public sealed class Form
    {
        public string? Fingerprint { get; set; }

        [StringLength(2000)]
        public string? Reason { get; set; }

        /// <summary>What is to be read in place of cells, by their name.</summary>
        public Dictionary<string, string?> Cells { get; set; } = [];

        /// <summary>Rows that are not to be imported.</summary>
        public List<int> LeftOut { get; set; } = [];
    }
}
