using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Notifications;

/// <summary>The letter that came with a mail, the very bytes that were sent.</summary>
public sealed class LetterModel(AppDbContext db, AuditLog log) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var programme = Found(await db.ResultsOpenTo(User).AsNoTracking().OfYearAsync(Year));
        var mail = Found(await DeliveryLog.Mails(db, User, programme.Id).Include(one => one.Attachments).FirstOrDefaultAsync(one => one.Id == Id));
        var file = mail.Attachments.Count > 0 ? mail.Attachments[0] : throw new NotFoundException();
        await log.RecordAsync(AuditAct.Exported, nameof(Documents.Report), $"{file.FileName} – SHA-256 {mail.SnapshotSha256}", Year);
        return File(file.Content, file.ContentType, file.FileName);
    }
}
