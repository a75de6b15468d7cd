using System.ComponentModel.DataAnnotations;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Notifications;

/// <summary>One mail with a result: what it said, what became of it, and its letter. One that did not leave can be sent again, to a corrected address if need be.</summary>
public sealed class ShowModel(AppDbContext db, MailQueue queue, MailSettings settings, AuditLog log, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public OutgoingMail Mail { get; private set; } = null!;

    public NominationName Nomination { get; private set; } = null!;

    /// <summary>Whether the result has another snapshot in force since.</summary>
    public bool IsOutdated { get; private set; }

    public bool CanSendAgain => IsStaff && settings.Problem is null && Mail.ErasedAt is null && Mail.State is MailState.GivenUp or MailState.Failing;

    public string Home => $"/programmes/{Year}/notifications";

    protected override async Task LoadAsync()
    {
        var programme = await FindAsync();
        Mail = Found(await DeliveryLog.Mails(db, User, programme.Id).Include(mail => mail.Attachments).FirstOrDefaultAsync(mail => mail.Id == Id));
        Nomination = await db.Nominations.Where(one => one.Id == Mail.NominationId)
            .Select(one => new NominationName(one.Number, new BilingualName(one.Product.Vietnamese, one.Product.English), one.Business.Number, new BilingualName(one.Business.Name.Vietnamese, one.Business.Name.English))).FirstAsync();
        var last = await db.Snapshots.Where(one => one.ProgrammeId == programme.Id).OrderByDescending(one => one.Number).Select(one => one.Sha256).FirstOrDefaultAsync();
        IsOutdated = Mail.SnapshotSha256 != last;
        if (!HasInput)
        {
            Input.To = Mail.To;
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var programme = await FindAsync();
        var mail = Found(await DeliveryLog.Mails(db, User, programme.Id).AsTracking().FirstOrDefaultAsync(one => one.Id == Id));
        mail.Correct(Input.To);
        await queue.SendAgainAsync(mail, clock.GetUtcNow().UtcDateTime);
        var (subject, year) = AuditSubject.Of(db, mail);
        await log.RecordAsync(AuditAct.MailSentAgain, nameof(OutgoingMail), subject, year);
        return Go($"{Home}/{Id}", "The mail is in the queue again. This page shows whether it leaves; open it again in a moment.");
    }

    private async Task<Programme> FindAsync() => Found(await db.ResultsOpenTo(User).AsNoTracking().OfYearAsync(Year));

    public sealed class Form
    {
        [Required, StringLength(254)]
        public string? To { get; set; }
    }
}

/// <summary>A nomination by its names.</summary>
public sealed record NominationName(int Number, BilingualName Product, int BusinessNumber, BilingualName Business);
