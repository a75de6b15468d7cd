using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>“Why this rank?”: the result of one nomination with its numbers filled in; also as Excel, CSV and PDF.</summary>
public sealed class WhyModel(AppDbContext db, WhyReport report, Downloads downloads) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public int Number { get; set; }

    [FromRoute]
    public string? Format { get; set; }

    public WhyRank Why { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() =>
        Format is null ? Page() : await downloads.FileAsync(Why.Report, Format, Year);

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.ExplainedAsync(User, Year, Number));
        Why = Found(await report.LoadAsync(programme, Number));
    }
}
