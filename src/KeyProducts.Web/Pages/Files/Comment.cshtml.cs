using KeyProducts.Domain;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Files;

/// <summary>Gives a file that came with a comment to whom the comment is open, as a download.</summary>
public sealed class CommentModel(AppDbContext db, EvidenceFiles files, AuditLog history, ILogger<CommentModel> log) : AppPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        var found = Found(await db.CommentsOpenTo(User).SelectMany(comment => comment.Files, (comment, file) => new { comment.Year, comment.Number, file.Id, file.Name, file.Sha256, file.Size, file.ContentType })
            .FirstOrDefaultAsync(file => file.Id == Id));
        if (await files.OpenAsync(found.Sha256, found.Size, HttpContext.RequestAborted) is not { } file)
        {
            log.LogError("File {Id} of a comment is missing or damaged: {Sha256}, {Size} bytes", Id, found.Sha256, found.Size);
            Name = found.Name;
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        await history.RecordAsync(AuditAct.Exported, nameof(Comment), $"{found.Year}/{found.Number}", found.Year);
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        Response.Headers.CacheControl = "private, no-store";
        return File(file, found.ContentType, found.Name);
    }
}
