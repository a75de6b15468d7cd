using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Import;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Nominations;

/// <summary>The nominations of a year as a workbook to be edited and imported back, or empty as a template.</summary>
public sealed class WorkbookModel(AppDbContext db, Downloads downloads) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Empty { get; set; }

    private FormWorkbook Form { get; set; } = null!;

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.AsNoTracking().WithIndustriesAndTracks().OfYearAsync(Year));
        Form = Empty
            ? NominationWorkbook.Empty(programme, T)
            : NominationWorkbook.Filled(programme, await NominationsAsync(programme), T);
    }

    public async Task<IActionResult> OnGetAsync() => await downloads.FileAsync(Form, Year);

    private Task<List<Nomination>> NominationsAsync(Programme programme) => db.DossiersOpenTo(User).AsNoTracking()
        .Include(nomination => nomination.Business).Include(nomination => nomination.Figures).Include(nomination => nomination.Certificates).AsSplitQuery()
        .Where(nomination => nomination.ProgrammeId == programme.Id).OrderBy(nomination => nomination.Number).ToListAsync();
}
