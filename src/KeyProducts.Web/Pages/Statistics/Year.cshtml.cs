using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Reports.Statistics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace KeyProducts.Web.Pages.Statistics;

/// <summary>A year in all its parts, for everybody; also as workbook, CSV and PDF.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class YearModel(StatisticsReport report, Downloads downloads) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [FromRoute]
    public string? Format { get; set; }

    public StatisticsOfYear Statistics { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() =>
        Format is null ? Page() : await downloads.PublicFileAsync(Statistics.Report, Format, Year, Statistics.Book, User);

    protected override async Task LoadAsync() => Statistics = Found(await report.YearAsync(User, Year));
}
