using System.Threading.Channels;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Mail;

/// <summary>
/// Sends what is due. A mail is taken, handed over and marked, one after the other: what was marked as sent is never sent again. A
/// program that dies between handing over and marking sends that one mail a second time; nobody can do better without the server's help.
/// </summary>
public sealed partial class MailSender(IServiceScopeFactory scopes, MailDelivery delivery, TimeProvider clock, ILogger<MailSender> log)
{
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that something new is due.</summary>
    public void Ring() => bell.Writer.TryWrite(true);

    /// <summary>Waits until something new is due, or a while.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var rung = bell.Reader.ReadAsync(either.Token).AsTask();
        await Task.WhenAny(rung, Task.Delay(longest, clock, either.Token));
        await either.CancelAsync();
        stop.ThrowIfCancellationRequested();
    }

    /// <summary>Tries each mail that is due, once; the number of those that left.</summary>
    public async Task<int> SendDueAsync(CancellationToken stop = default)
    {
        var left = 0;
        while (!stop.IsCancellationRequested)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            var now = clock.GetUtcNow().UtcDateTime;
            var mail = await db.Mails.Include(one => one.Attachments).Where(one => one.NextAttemptAt != null && one.NextAttemptAt <= now).OrderBy(one => one.NextAttemptAt).ThenBy(one => one.Id).FirstOrDefaultAsync(stop);
            if (mail is null)
            {
                break;
            }

            mail.Begin(now);
            try
            {
                await db.SaveChangesAsync(stop);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another sender has taken it.
                continue;
            }

            var replyTo = await db.Users.Where(user => user.Id == mail.QueuedBy.Id && user.IsActive).Select(user => user.Email).FirstOrDefaultAsync(stop);
            var failure = await delivery.HandOverAsync(mail, replyTo, stop);
            now = clock.GetUtcNow().UtcDateTime;
            if (failure is null)
            {
                mail.Sent(now);
                left++;
            }
            else
            {
                mail.Fail(failure.Text, failure.IsFinal, now);
                LogFailure(mail.Id, mail.Attempts, failure.Text);
            }

            // What happened is noted even when the program is ending.
            await db.SaveChangesAsync(CancellationToken.None);
        }

        return left;
    }

    // Neither whom it was to nor what it said: the log is read by more people than the mail.
    [LoggerMessage(1, LogLevel.Warning, "Mail {Mail}, attempt {Attempt}: {Error}")]
    private partial void LogFailure(Guid mail, int attempt, string error);
}
