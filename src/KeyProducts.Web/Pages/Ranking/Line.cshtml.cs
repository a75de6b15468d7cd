using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>How sure the line of the year's top is, beside the official result; also as Excel, CSV and PDF.</summary>
public sealed class LineModel(AppDbContext db, LineReport report, Downloads downloads) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string? Format { get; set; }

    public YearLine Line { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() =>
        Format is null ? Page() : await downloads.FileAsync(Line.Report, Format, Year);

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.ResultsOpenTo(User).AsNoTracking().WithCriteria().OfYearAsync(Year));
        Line = await report.LoadAsync(programme, User);
    }
}
