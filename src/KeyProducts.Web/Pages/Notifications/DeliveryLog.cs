using System.Security.Claims;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Pages.Notifications;

/// <summary>The letters of a year that were sent by mail: to whom, when, and what became of each.</summary>
/// <param name="Table">The page's part of it.</param>
/// <param name="Paging">Which part.</param>
/// <param name="Open">How many have not left.</param>
/// <param name="Outdated">How many told a result that a newer snapshot has replaced.</param>
public sealed record DeliveryLog(Table Table, Paging Paging, int Open, int Outdated)
{
    /// <summary>The mails about nominations whose dossier is open to the reader.</summary>
    public static IQueryable<OutgoingMail> Mails(AppDbContext db, ClaimsPrincipal reader, Guid programmeId) => db.Mails.AsNoTracking()
        .Where(mail => mail.Kind == MailKind.ResultLetter && mail.ProgrammeId == programmeId && db.DossiersOpenTo(reader).Any(one => one.Id == mail.NominationId));

    /// <summary>The log.</summary>
    /// <param name="db">The store.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="programme">The year.</param>
    /// <param name="sha256">The hash of the snapshot in force.</param>
    /// <param name="page">Which part.</param>
    /// <param name="T">The reader's words.</param>
    public static async Task<DeliveryLog> LoadAsync(AppDbContext db, ClaimsPrincipal reader, Programme programme, string? sha256, int page, IStringLocalizer<Words> T)
    {
        var mails = Mails(db, reader, programme.Id);
        var home = $"/programmes/{programme.Year}/notifications";
        var paging = new Paging(Math.Max(1, page), await mails.CountAsync(), home, "");
        var lines = await (
            from mail in mails
            join nomination in db.Nominations on mail.NominationId equals nomination.Id
            orderby mail.QueuedAt descending, nomination.Number
            select new { mail.Id, nomination.Number, Business = nomination.Business.Name.Vietnamese, mail.To, mail.QueuedAt, mail.SentAt, mail.NextAttemptAt, mail.LastError, mail.SnapshotSha256, mail.ErasedAt })
            .Skip(Paging.Skip(paging.Page)).Take(Paging.Size).ToListAsync();
        var table = Table.Of(lines)
            .Code(T["Queued at"], line => Shown.Moment(line.QueuedAt), 18, line => $"{home}/{line.Id}")
            .Number(T["No."], line => line.Number)
            .Text(T["Business"], line => line.Business, 30)
            .Text(T["To"], line => line.ErasedAt is null ? line.To : T["(erased)"], 24)
            .Text(T["State"], line => T[MailWords.Of(OutgoingMail.StateOf(line.SentAt, line.NextAttemptAt, line.LastError))] + (line.LastError is { } error ? ": " + MailWords.Error(T, error) : ""), 24)
            .Code(T["Sent at"], line => line.SentAt is { } sent ? Shown.Moment(sent) : "–", 18)
            .Code(T["Snapshot of the letter"], line => line.SnapshotSha256?[..12], 14)
            .Text(T["Result since"], line => line.SnapshotSha256 == sha256 ? T["the same"] : T["newer snapshot"], 16)
            .Table(whenEmpty: T["No business has been told its result by mail yet."]);
        return new DeliveryLog(table, paging, await mails.CountAsync(mail => mail.SentAt == null && mail.ErasedAt == null), await mails.CountAsync(mail => mail.SnapshotSha256 != sha256));
    }
}
