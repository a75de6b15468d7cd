using KeyProducts.Web.Audit;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Mail;

/// <summary>One mail as it was sent, or why it was not.</summary>
public sealed class ShowModel(AppDbContext db, MailQueue queue, MailSettings settings, AuditLog log, TimeProvider clock) : AppPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public OutgoingMail Mail { get; private set; } = null!;

    public bool CanSendAgain => settings.Problem is null && Mail.State is MailState.GivenUp or MailState.Failing;

    protected override async Task LoadAsync() => Mail = Found(await db.Mails.AsNoTracking().FirstOrDefaultAsync(mail => mail.Id == Id));

    public async Task<IActionResult> OnPostAsync()
    {
        var mail = Found(await db.Mails.FirstOrDefaultAsync(mail => mail.Id == Id));
        await queue.SendAgainAsync(mail, clock.GetUtcNow().UtcDateTime);
        var (subject, year) = AuditSubject.Of(db, mail);
        await log.RecordAsync(AuditAct.MailSentAgain, nameof(OutgoingMail), subject, year);
        return Go($"/mail/{Id}", "The mail is in the queue again. This page shows whether it leaves; open it again in a moment.");
    }
}
