using System.ComponentModel.DataAnnotations;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Web.Import;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Nominations;

/// <summary>Takes a file of nominations and leads to its preview.</summary>
[RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class ImportModel(AppDbContext db, NominationImport import, ImportDrafts drafts) : AppPage
{
    // Somewhat more than is taken, so that a file a little too large is refused with a sentence.
    private const int MostBytes = 4 * SheetReader.MostBytes;

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public int MostMegabytes => SheetReader.MostBytes >> 20;

    public int Nominations { get; private set; }

    public bool TakesNew { get; private set; }

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.AsNoTracking().OfYearAsync(Year));
        if (programme.Stage is (Stage.Preparation or Stage.Recognised) && !HasInput)
        {
            throw new NotFoundException();
        }

        TakesNew = programme.Stage is (Stage.Nominations or Stage.Screening);
        Nominations = await db.Nominations.CountAsync(nomination => nomination.ProgrammeId == programme.Id);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var programme = Found(await db.Programmes.AsNoTracking().WithIndustriesAndTracks().OfYearAsync(Year));
        if (programme.Stage is Stage.Preparation or Stage.Recognised)
        {
            throw new RuleException("In this stage of the year no nominations are imported.");
        }

        using var content = new MemoryStream();
        await Input.File!.CopyToAsync(content);
        content.Position = 0;
        import.RequireReadable(programme, content, Input.File.FileName);
        var draft = await drafts.AddAsync(UserId, Year, Input.File.FileName, content.ToArray());
        return Redirect($"/programmes/{Year}/nominations/import/{draft.Id}");
    }

    public sealed class Form
    {
        [Required]
        public IFormFile? File { get; set; }

        /// <summary>Tells a form without a file from none.</summary>
        public bool Sent { get; set; }
    }
}
