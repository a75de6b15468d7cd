using System.Net.Mail;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Mail;

/// <summary>How sending mail stands, and every mail that was queued.</summary>
public sealed class IndexModel(AppDbContext db, MailQueue queue, MailSettings settings, TimeProvider clock) : AppPage
{
    [FromQuery(Name = "show")]
    public string? Chosen { get; set; }

    [FromQuery(Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>"open" for what has not left, "sent"; null for all.</summary>
    public string? Filter => Chosen is "open" or "sent" ? Chosen : null;

    public MailSettings Settings => settings;

    public MailCounts Counts { get; private set; } = null!;

    public Table Table { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        Counts = new MailCounts(
            await db.Mails.CountAsync(),
            await db.Mails.CountAsync(mail => mail.SentAt == null && mail.NextAttemptAt != null && mail.LastError == null),
            await db.Mails.CountAsync(mail => mail.SentAt == null && mail.NextAttemptAt != null && mail.LastError != null),
            await db.Mails.CountAsync(mail => mail.SentAt == null && mail.NextAttemptAt == null),
            await db.Mails.MaxAsync(mail => mail.SentAt),
            await db.Mails.Where(mail => mail.SentAt == null && mail.LastError != null).OrderByDescending(mail => mail.QueuedAt).Select(mail => mail.LastError).FirstOrDefaultAsync());
        var total = Filter switch { "open" => Counts.Open, "sent" => Counts.Total - Counts.Open, _ => Counts.Total };
        Paging = new Paging(Math.Max(1, PageNumber), total, "/mail", Filter is null ? "" : $"show={Filter}");
        var mails = await db.Mails.AsNoTracking()
            .Where(mail => Filter == null || (Filter == "sent" ? mail.SentAt != null : mail.SentAt == null))
            .OrderByDescending(mail => mail.QueuedAt).ThenBy(mail => mail.ToName).ThenBy(mail => mail.Id)
            .Skip(Paging.Skip(Paging.Page)).Take(Paging.Size)
            .ToListAsync();
        Table = Table.Of(mails)
            .Code(T["Queued at"], mail => Shown.Moment(mail.QueuedAt), 18)
            .Text(T["Subject"], mail => mail.Subject, 30, mail => $"/mail/{mail.Id}")
            .Text(T["To"], mail => $"{mail.ToName} <{mail.To}>", 30)
            .Text(T["State"], mail => T[MailWords.Of(mail.State)], 14)
            .Code(T["Sent at"], mail => mail.SentAt is { } sent ? Shown.Moment(sent) : "–", 18)
            .Number(T["Attempts"], mail => mail.Attempts)
            .Text(T["What went wrong"], mail => mail.LastError is { } error ? MailWords.Error(T, error) : "", 30)
            .Table(whenEmpty: Filter == "open" ? T["No mail is waiting."] : T["No mail has been queued yet."]);
    }

    public async Task<IActionResult> OnPostTestAsync()
    {
        var account = Found(await db.Users.AsNoTracking().FirstOrDefaultAsync(user => user.Id == UserId));
        if (!MailAddress.TryCreate(account.Email, out _))
        {
            throw new RuleException("Your account has no e-mail address.");
        }

        var mail = new OutgoingMail(
            account.Email!, account.FullName, T["A test of sending mail"], T["KeyProducts can send mail: this one has reached you."], Me, clock.GetUtcNow().UtcDateTime).AsTest();
        await queue.AddAsync(mail);
        return Go($"/mail/{mail.Id}", "A test to {0} is in the queue. This page shows whether it leaves; open it again in a moment.", mail.To);
    }
}

/// <summary>How many mails stand where.</summary>
/// <param name="Total">All.</param>
/// <param name="Waiting">Not tried yet.</param>
/// <param name="Failing">Tried in vain, and to be tried again.</param>
/// <param name="GivenUp">Tried in vain for the last time.</param>
/// <param name="LastSentAt">When the last one left, UTC.</param>
/// <param name="LastError">What went wrong with the newest that has not left.</param>
public sealed record MailCounts(int Total, int Waiting, int Failing, int GivenUp, DateTime? LastSentAt, string? LastError)
{
    /// <summary>Those that have not left.</summary>
    public int Open => Waiting + Failing + GivenUp;
}
