using System.ComponentModel.DataAnnotations;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Web.Import;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>What a judge needs to score without a network: the workbook out and back, and blank sheets to print.</summary>
[TakesFiles(mostMegabytes: 64)]
public sealed class OfflineModel(AppDbContext db, OfflineMarks marks, ImportDrafts drafts) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public int MostMegabytes => SheetReader.MostBytes >> 20;

    public int Rows { get; private set; }

    public int Submitted { get; private set; }

    public DateOnly? Until { get; private set; }

    protected override async Task LoadAsync()
    {
        (Rows, Submitted) = await marks.CountAsync(UserId, Year) ?? throw new NotFoundException();
        var programme = Found(await db.Programmes.AsNoTracking().OfYearAsync(Year));
        var extended = await db.Judges.Where(judge => judge.ProgrammeId == programme.Id && judge.UserId == UserId).Select(judge => judge.ExtendedUntil).FirstOrDefaultAsync();
        Until = programme.JudgingUntil(extended);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        using var content = new MemoryStream();
        await Input.File!.CopyToAsync(content);
        content.Position = 0;
        await marks.RequireReadableAsync(UserId, Year, content, Input.File.FileName);
        var draft = await drafts.AddAsync(UserId, Year, Input.File.FileName, content.ToArray());
        return Redirect($"/programmes/{Year}/judging/offline/{draft.Id}");
    }

    public sealed class Form
    {
        [Required]
        public IFormFile? File { get; set; }

        /// <summary>Tells a form without a file from none.</summary>
        public bool Sent { get; set; }
    }
}
