using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Reports.Papers;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Paper;

/// <summary>Blank score sheets to be printed: of the whole council, of one judge, or one sheet.</summary>
public sealed class BlankModel(AppDbContext db, BlankSheets sheets, Downloads downloads) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public Guid? Judge { get; set; }

    [FromRoute]
    public int? Number { get; set; }

    private PaperFile Blanks { get; set; } = null!;

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.AsNoTracking().WithCriteria().OfYearAsync(Year));
        if (programme.Stage != Stage.Judging)
        {
            // Before, criteria and panel still change; afterwards nobody fills one in.
            throw new NotFoundException();
        }

        var pairs = db.Panel(programme.Id)
            .Where(pair => db.DossiersOpenTo(User).Any(nomination => nomination.Id == pair.Nomination.Id))
            .Where(pair => Judge == null || pair.Judge.Id == Judge)
            .Where(pair => Number == null || pair.Nomination.Number == Number);
        var place = Judge is { } judge ? (await db.JudgePlacesAsync(programme.Id)).GetValueOrDefault(judge) : 0;
        Blanks = Found(await sheets.OfAsync(programme, pairs, place == 0 ? $"phieu-cham-{Year}-hoi-dong" : $"phieu-cham-{Year}-J{place:00}"));
    }

    public async Task<IActionResult> OnGetAsync(string format = "pdf") => await downloads.FileAsync(Blanks, Year, format);
}
