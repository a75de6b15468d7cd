using KeyProducts.Domain;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Reports.Papers;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>A judge's own blank score sheets to be printed: all, or one.</summary>
public sealed class PaperModel(AppDbContext db, BlankSheets sheets, Downloads downloads) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public int? Number { get; set; }

    private PaperFile Blanks { get; set; } = null!;

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.AsNoTracking().WithCriteria().OfYearAsync(Year));
        if (programme.Stage != Stage.Judging)
        {
            throw new NotFoundException();
        }

        var pairs = db.Panel(programme.Id)
            .Where(pair => pair.Judge.UserId == UserId && db.ToScoreBy(UserId).Any(nomination => nomination.Id == pair.Nomination.Id))
            .Where(pair => Number == null || pair.Nomination.Number == Number);
        Blanks = Found(await sheets.OfAsync(programme, pairs, $"phieu-cham-{Year}-cua-toi"));
    }

    public async Task<IActionResult> OnGetAsync() => await downloads.FileAsync(Blanks, Year);
}
