using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Files;

/// <summary>Gives a file of evidence to whom it is open: always as a download under its own name, never as a page of ours.</summary>
public sealed class DownloadModel(AppDbContext db, EvidenceFiles files, ILogger<DownloadModel> log) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        var evidence = Found(await db.EvidenceOpenTo(User).AsNoTracking()
            .Select(one => new { one.Id, one.Name, one.Sha256, one.Size, one.ContentType }).FirstOrDefaultAsync(one => one.Id == Id));
        if (await files.OpenAsync(evidence.Sha256, evidence.Size, HttpContext.RequestAborted) is not { } file)
        {
            log.LogError("Evidence {Id} is missing or damaged: {Sha256}, {Size} bytes", Id, evidence.Sha256, evidence.Size);
            Name = evidence.Name;
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        // Whoever opens it all the same in a window opens it without scripts, forms and our cookies.
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        Response.Headers.CacheControl = "private, no-store";
        return File(file, evidence.ContentType, evidence.Name);
    }
}
