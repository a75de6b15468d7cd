using KeyProducts.Documents;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>The submitted sheets of a nomination side by side. Staff from judging on; auditors once judging is over.</summary>
public sealed class SheetsModel(AppDbContext db, SheetsReport sheets, Downloads downloads) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public int Number { get; set; }

    [FromRoute]
    public string? Format { get; set; }

    public Report Report { get; private set; } = null!;

    public bool HasSheets { get; private set; }

    public async Task<IActionResult> OnGetAsync() =>
        Format is null ? Page() : await downloads.FileAsync(Report, Format, Year);

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.ResultsOpenTo(User).AsNoTracking().WithCriteria().OfYearAsync(Year));
        Found(programme.IsFrozen ? programme : null);
        // Whoever has declared a conflict sees none of its sheets either.
        var nomination = Found(await db.DossiersOpenTo(User).AsNoTracking().FirstOrDefaultAsync(one => one.ProgrammeId == programme.Id && one.Number == Number));
        HasSheets = await db.Sheets.AnyAsync(sheet => sheet.NominationId == nomination.Id && sheet.SubmittedAt != null);
        Report = Found(await sheets.LoadAsync(programme, Number));
    }
}
