using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>The year's ranking, computed from what is stored now; also as Excel, CSV and PDF.</summary>
public sealed class IndexModel(AppDbContext db, RankingReport report, Downloads downloads) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [FromRoute]
    public string? Format { get; set; }

    public YearRanking Ranking { get; private set; } = null!;

    public bool IsProvisional => Ranking.Programme.Stage != Stage.Recognised;

    /// <summary>Whether the reader can record the council's decision now.</summary>
    public bool CanDecide => IsStaff && Ranking.Programme.Stage == Stage.Deliberation && TieGroup.IsPossibleIn(Ranking.Programme);

    public async Task<IActionResult> OnGetAsync() =>
        Format is null ? Page() : await downloads.FileAsync(Ranking.Report, Format, Year);

    protected override async Task LoadAsync() =>
        Ranking = await report.LoadAsync(Found(await db.ResultsOpenTo(User).AsNoTracking().WithCriteria().OfYearAsync(Year)));
}
