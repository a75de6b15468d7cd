using KeyProducts.Domain;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Mail;

/// <summary>Where pages put mails.</summary>
public sealed class MailQueue(AppDbContext db, MailSettings settings, MailSender sender)
{
    /// <summary>Stores mails to be sent, together with everything else that is to be saved, and has them sent.</summary>
    /// <exception cref="RuleException">Sending mail is not set up; nothing is stored, so that nobody waits for a mail that never leaves.</exception>
    public async Task AddAsync(params IReadOnlyCollection<OutgoingMail> mails)
    {
        RequireSetUp();
        db.Mails.AddRange(mails);
        await db.SaveChangesAsync();
        sender.Ring();
    }

    /// <summary>Puts a mail that failed back into the queue.</summary>
    /// <exception cref="RuleException">It is sent already, or sending mail is not set up.</exception>
    public async Task SendAgainAsync(OutgoingMail mail, DateTime now)
    {
        RequireSetUp();
        mail.SendAgain(now);
        await db.SaveChangesAsync();
        sender.Ring();
    }

    private void RequireSetUp()
    {
        if (settings.Problem is { } problem)
        {
            throw new RuleException(problem);
        }
    }
}
