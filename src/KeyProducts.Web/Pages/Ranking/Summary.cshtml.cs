using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Reports.Papers;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>The score summary (bảng tổng hợp điểm): means per criterion, totals per judge, and every mark that counts; also as Excel and CSV, and as a paper to be signed.</summary>
public sealed class SummaryModel(AppDbContext db, SummaryReport report, SummaryPaper paper, Downloads downloads) : AppPage
{
    private Programme programme = null!;

    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public string? Format { get; set; }

    [FromQuery(Name = "p")]
    public int PageNumber { get; set; } = 1;

    public ScoreSummary Summary { get; private set; } = null!;

    public IEnumerable<string> Notes => report.Notes(Summary.Year);

    public Paging Paging => new(Math.Max(1, PageNumber), Summary.Nominations, $"/programmes/{Year}/ranking/summary", "", SummaryReport.OnPage);

    public async Task<IActionResult> OnGetAsync() =>
        Format switch
        {
            null => Page(),
            "pdf" or "word" => await downloads.FileAsync(Found(await paper.LoadAsync(programme, User)), Year, Format),
            _ => await downloads.FileAsync(Summary.Report, Format, Year),
        };

    protected override async Task LoadAsync()
    {
        programme = Found(await db.ResultsOpenTo(User).AsNoTracking().WithCriteria().OfYearAsync(Year));
        if (Format is not ("pdf" or "word"))
        {
            Summary = await report.LoadAsync(programme, User, PageNumber);
        }
    }
}
