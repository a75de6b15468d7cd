using KeyProducts.Web.Reports;
using KeyProducts.Web.Reports.Papers;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Screening;

/// <summary>The receipt of a nomination, as PDF or Word to be signed.</summary>
public sealed class ReceiptModel(ScreeningPapers papers, Downloads downloads) : AppPage
{
    public async Task<IActionResult> OnGetAsync(int year, int number, string format = "pdf") =>
        await downloads.FileAsync(Found(await papers.ReceiptAsync(User, year, number)), year, format);
}
