using KeyProducts.Web.Import;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>Shows what a judge's workbook would change, and takes it over once it is confirmed.</summary>
public sealed class OfflinePreviewModel(OfflineMarks marks, ImportDrafts drafts, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public ImportDraft Draft { get; private set; } = null!;

    public OfflinePlan Plan { get; private set; } = null!;

    public string Home => $"/programmes/{Year}/judging/offline/{Id}";

    protected override async Task LoadAsync()
    {
        Draft = Found(await drafts.FindAsync(Id, UserId, Year));
        Plan = Found(await marks.PlanAsync(Draft));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Draft = Found(await drafts.FindAsync(Id, UserId, Year));
        Because(T["workbook “{0}”", Draft.FileName]);
        var stored = await marks.CarryOutAsync(Draft, Input.Fingerprint, Input.FromFile, clock.GetUtcNow().UtcDateTime);
        return Go("/judging", "{0} marks and remarks are taken over from the workbook. They are drafts until you submit them.", stored);
    }

    public sealed class Form
    {
        public string? Fingerprint { get; set; }

        /// <summary>Where on line something else was saved: the cells in which the file is right.</summary>
        public List<string> FromFile { get; set; } = [];
    }
}
