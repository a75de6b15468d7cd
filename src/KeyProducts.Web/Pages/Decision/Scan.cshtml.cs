using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Decision;

/// <summary>Gives the scan of a year's decision to readers, as a download.</summary>
public sealed class ScanModel(AppDbContext db, EvidenceFiles files, AuditLog history, ILogger<ScanModel> log) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        var scan = Found(Found(await db.ResultsOpenTo(User).OfYearAsync(Year)).DecisionScan);
        if (await files.OpenAsync(scan.Sha256, scan.Size, HttpContext.RequestAborted) is not { } file)
        {
            log.LogError("The scan of the decision of {Year} is missing or damaged: {Sha256}, {Size} bytes", Year, scan.Sha256, scan.Size);
            Name = scan.Name;
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        await history.RecordAsync(AuditAct.Exported, nameof(Programme), $"{Year} – {scan.Name}", Year);
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        Response.Headers.CacheControl = "private, no-store";
        return File(file, scan.ContentType, scan.Name);
    }
}
