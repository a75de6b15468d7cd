using KeyProducts.Web.Reports;
using KeyProducts.Web.Reports.Papers;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Screening;

/// <summary>The letter about the supplement that a nomination was asked for last, as PDF or Word to be numbered and signed.</summary>
public sealed class SupplementLetterModel(ScreeningPapers papers, Downloads downloads) : AppPage
{
    public async Task<IActionResult> OnGetAsync(int year, int number, string format = "pdf") =>
        await downloads.FileAsync(Found(await papers.SupplementLetterAsync(User, year, number)), year, format);
}
