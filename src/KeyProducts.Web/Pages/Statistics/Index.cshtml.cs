using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Reports.Papers;
using KeyProducts.Web.Reports.Statistics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace KeyProducts.Web.Pages.Statistics;

/// <summary>The programme over the years, for everybody; also as workbook, CSV and as a report on paper. Staff and auditors see more of it.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class IndexModel(StatisticsReport report, StatisticsPaper paper, Downloads downloads) : AppPage
{
    [FromRoute]
    public string? Format { get; set; }

    public StatisticsOverYears Statistics { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => Format switch
    {
        null => Page(),
        "pdf" or "word" => await downloads.PublicFileAsync(await paper.LoadAsync(User), Format, User),
        _ => await downloads.PublicFileAsync(Statistics.Report, Format, null, Statistics.Book, User),
    };

    protected override async Task LoadAsync() => Statistics = await report.AllAsync(User);
}
