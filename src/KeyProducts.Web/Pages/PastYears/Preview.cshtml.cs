using KeyProducts.Web.Import;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.PastYears;

/// <summary>Shows what a file of an old list would do, and imports it once it is confirmed.</summary>
public sealed class PreviewModel(PastImport import) : AppPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public ImportDraft Draft { get; private set; } = null!;

    public PastPlan Plan { get; private set; } = null!;

    /// <summary>Whether the suggested business of a row is ticked: all are until somebody unticks them.</summary>
    public bool IsLinked(int row) => !HasInput || Input.Links.Contains(row);

    protected override async Task LoadAsync()
    {
        Draft = Found(await import.FindAsync(Id, UserId));
        Plan = await import.PlanAsync(Draft);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Draft = Found(await import.FindAsync(Id, UserId));
        Because(T["import of “{0}”", Draft.FileName]);
        var (added, changed, linked) = await import.CarryOutAsync(Draft, Input.Fingerprint, Input.Links.ToHashSet());
        return Go("/past-years", "Imported: {0} new products of old lists, {1} changed, {2} linked to businesses of the register.", added, changed, linked);
    }

    public sealed class Form
    {
        public string? Fingerprint { get; set; }

        /// <summary>The rows whose suggested business is confirmed.</summary>
        public List<int> Links { get; set; } = [];
    }
}
