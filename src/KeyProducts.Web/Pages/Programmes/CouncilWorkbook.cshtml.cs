using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Web.Import;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>The council of a year as a workbook to be edited and imported back, or empty as a template.</summary>
public sealed class CouncilWorkbookModel(AppDbContext db, Downloads downloads) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Empty { get; set; }

    private FormWorkbook Form { get; set; } = null!;

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.AsNoTracking().WithTables().OfYearAsync(Year));
        Form = CouncilWorkbook.Of(programme, Empty ? [] : await CouncilAsync(programme), T);
    }

    public async Task<IActionResult> OnGetAsync() => await downloads.FileAsync(Form, Year);

    private async Task<List<(Judge, string)>> CouncilAsync(Programme programme)
    {
        var judges = await db.Judges.AsNoTracking().WithScope().Where(judge => judge.ProgrammeId == programme.Id && !judge.HasLeft).ToListAsync();
        var emails = await db.Users.Where(user => db.Judges.Any(judge => judge.UserId == user.Id && judge.ProgrammeId == programme.Id))
            .ToDictionaryAsync(user => user.Id, user => user.Email!);
        return [.. CouncilOrder.Of(judges).Select(judge => (judge, emails[judge.UserId]))];
    }
}
