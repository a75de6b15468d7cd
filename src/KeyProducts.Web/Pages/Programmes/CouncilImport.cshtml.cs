using System.ComponentModel.DataAnnotations;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Web.Import;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>Takes a file of the council and leads to its preview.</summary>
[RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class CouncilImportModel(AppDbContext db, CouncilImport import, ImportDrafts drafts) : AppPage
{
    // Somewhat more than is taken, so that a file a little too large is refused with a sentence.
    private const int MostBytes = 4 * SheetReader.MostBytes;

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public static int MostMegabytes => SheetReader.MostBytes >> 20;

    public int Judges { get; private set; }

    public bool IsFrozen { get; private set; }

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.AsNoTracking().OfYearAsync(Year));
        if (programme.Stage >= Stage.Deliberation && !HasInput)
        {
            throw new NotFoundException();
        }

        IsFrozen = programme.IsFrozen;
        Judges = await db.Judges.CountAsync(judge => judge.ProgrammeId == programme.Id && !judge.HasLeft);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var programme = Found(await db.Programmes.AsNoTracking().OfYearAsync(Year));
        if (programme.Stage >= Stage.Deliberation)
        {
            throw new RuleException("Judging is over; the council changes no more.");
        }

        using var content = new MemoryStream();
        await Input.File!.CopyToAsync(content);
        content.Position = 0;
        import.RequireReadable(programme, content, Input.File.FileName);
        var draft = await drafts.AddAsync(UserId, Year, Input.File.FileName, content.ToArray());
        return Redirect($"/programmes/{Year}/council/import/{draft.Id}");
    }

    public sealed class Form
    {
        [Required]
        public IFormFile? File { get; set; }

        /// <summary>Tells a form without a file from none.</summary>
        public bool Sent { get; set; }
    }
}
