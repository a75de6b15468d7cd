using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>“Why this rank?” for the business: without judges' names or single marks; as PDF it is a letter.</summary>
public sealed class ForBusinessModel(AppDbContext db, BusinessResult result, Downloads downloads) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public int Number { get; set; }

    [FromRoute]
    public string? Format { get; set; }

    public BusinessView Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => Format switch
    {
        null => Page(),
        "pdf" => await downloads.FileAsync(Found(await result.LetterAsync(Shown.Year.Programme, Number)), Year),
        _ => await downloads.FileAsync(result.ReportOf(Shown), Format, Year),
    };

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.ExplainedAsync(User, Year, Number));
        Shown = Found(await result.LoadAsync(programme, Number));
    }
}
