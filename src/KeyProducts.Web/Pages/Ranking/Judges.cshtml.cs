using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>How the judges marked, for the council's secretary; also as Excel, CSV and PDF.</summary>
public sealed class JudgesModel(AppDbContext db, MarkingReport report, Downloads downloads) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string? Format { get; set; }

    public YearMarking Marking { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() =>
        Format is null ? Page() : await downloads.FileAsync(Marking.Report, Format, Year);

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.ResultsOpenTo(User).AsNoTracking().WithCriteria().OfYearAsync(Year));
        Marking = await report.LoadAsync(programme, User);
    }
}
