using System.Net.Mail;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Mail;

/// <summary>The last mail about something.</summary>
public sealed record LastMail(Guid Id, DateTime QueuedAt, MailState State, string? SnapshotSha256)
{
    /// <summary>Whether it has reached its recipient or still may.</summary>
    public bool Counts => State != MailState.GivenUp;

    /// <summary>The last letters with the result of a year, by the key of the nomination.</summary>
    public static Task<IReadOnlyDictionary<Guid, LastMail>> LettersAsync(AppDbContext db, Guid programmeId) =>
        LoadAsync(db.Mails.Where(mail => mail.Kind == MailKind.ResultLetter && mail.ProgrammeId == programmeId && mail.NominationId != null), mail => mail.NominationId!.Value);

    /// <summary>The last reminders that a recognition ends, by its key.</summary>
    public static Task<IReadOnlyDictionary<Guid, LastMail>> ExpiriesAsync(AppDbContext db) =>
        LoadAsync(db.Mails.Where(mail => mail.Kind == MailKind.ExpiryReminder && mail.CertificateId != null), mail => mail.CertificateId!.Value);

    /// <summary>An address as it can be written to; null when it is none.</summary>
    public static string? AddressOf(params string?[] candidates) =>
        candidates.Select(one => MailAddress.TryCreate(one?.Trim(), out var address) ? address.Address : null).FirstOrDefault(one => one is not null);

    private static async Task<IReadOnlyDictionary<Guid, LastMail>> LoadAsync(IQueryable<OutgoingMail> mails, Func<Line, Guid> about)
    {
        var lines = await mails.AsNoTracking().Select(mail => new Line(mail.Id, mail.NominationId, mail.CertificateId, mail.QueuedAt, mail.SentAt, mail.NextAttemptAt, mail.LastError, mail.SnapshotSha256)).ToListAsync();
        return lines.GroupBy(about).ToDictionary(same => same.Key, same =>
        {
            var last = same.MaxBy(line => (line.QueuedAt, line.Id))!;
            return new LastMail(last.Id, last.QueuedAt, OutgoingMail.StateOf(last.SentAt, last.NextAttemptAt, last.LastError), last.SnapshotSha256);
        });
    }

    private sealed record Line(Guid Id, Guid? NominationId, Guid? CertificateId, DateTime QueuedAt, DateTime? SentAt, DateTime? NextAttemptAt, string? LastError, string? SnapshotSha256);
}
