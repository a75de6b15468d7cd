using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Files;

/// <summary>Gives the scan of a paper sheet to whom it is open, as a download. It holds marks, so that it was opened is in the history.</summary>
public sealed class ScanModel(AppDbContext db, EvidenceFiles files, AuditLog history, ILogger<ScanModel> log) : AppPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        var scan = Found(await (
            from paper in db.ScansOpenTo(User)
            where paper.Id == Id
            join nomination in db.Nominations on paper.NominationId equals nomination.Id
            join judge in db.Judges on paper.JudgeId equals judge.Id
            select new { paper.ScanName, paper.ScanSha256, paper.ScanSize, paper.ScanContentType, nomination.Programme.Year, nomination.Number, Judge = judge.Name }).FirstOrDefaultAsync());
        if (await files.OpenAsync(scan.ScanSha256, scan.ScanSize, HttpContext.RequestAborted) is not { } file)
        {
            log.LogError("Scan {Id} is missing or damaged: {Sha256}, {Size} bytes", Id, scan.ScanSha256, scan.ScanSize);
            Name = scan.ScanName;
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        await history.RecordAsync(AuditAct.Exported, nameof(PaperSheet), $"{scan.Year}/{scan.Number} – {scan.Judge}", scan.Year);
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        Response.Headers.CacheControl = "private, no-store";
        return File(file, scan.ScanContentType, scan.ScanName);
    }
}
