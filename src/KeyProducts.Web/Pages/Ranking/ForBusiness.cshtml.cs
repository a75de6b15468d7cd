using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Reports.Papers;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Ranking;

/// <summary>“Why this rank?” for the business: without judges' names or single marks; as PDF it is a letter.</summary>
public sealed class ForBusinessModel(AppDbContext db, BusinessResult result, YearPapers papers, Downloads downloads) : AppPage
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
        "pdf" => await LetterAsync(),
        _ => await downloads.FileAsync(result.ReportOf(Shown), Format, Year),
    };

    // Whoever may read this page may have the letter, which says no more.
    private async Task<IActionResult> LetterAsync()
    {
        var programme = Found(await db.ResultsOpenTo(User).WithCriteriaAndIndustries().OfYearAsync(Year));
        var letter = await papers.DrawAsync(await papers.FactsAsync(programme), PaperKind.ResultLetter, [Number]);
        return letter.Problems.Count == 0 ? await downloads.FileAsync(letter.Documents[0], Year) : Redirect($"/programmes/{Year}/papers/result-letter");
    }

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.ExplainedAsync(User, Year, Number));
        // The letter is drawn up with the other papers of the year.
        if (Format != "pdf")
        {
            Shown = Found(await result.LoadAsync(programme, Number));
        }
    }
}
