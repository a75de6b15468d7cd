using KeyProducts.Domain;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage.Personal;

/// <summary>What is kept beyond its term.</summary>
public static class PersonalTerms
{
    /// <summary>The settings; the ones that the program begins with while nobody has stored any.</summary>
    public static async Task<PrivacySettings> PrivacyAsync(this AppDbContext db) => await db.Privacy.AsNoTracking().OrderBy(one => one.Id).FirstOrDefaultAsync() ?? new PrivacySettings();

    /// <summary>The keys of the records of each kind that are past its term; a kind without a term has none.</summary>
    /// <param name="db">The store.</param>
    /// <param name="settings">The terms.</param>
    /// <param name="now">The instant, UTC.</param>
    public static async Task<IReadOnlyDictionary<PersonalKind, IReadOnlyList<Guid>>> PastTermAsync(this AppDbContext db, PrivacySettings settings, DateTime now)
    {
        var found = new Dictionary<PersonalKind, IReadOnlyList<Guid>>();
        var today = HanoiTime.DayOf(now);
        if (settings.ContactMonths is { } contacts)
        {
            var before = today.AddMonths(-contacts);
            var rows = await db.Businesses.Where(one => one.Contact.Name != null || one.Contact.Phone != null || one.Contact.Email != null)
                .Where(one => db.Nominations.Any(nomination => nomination.BusinessId == one.Id))
                .Select(one => new
                {
                    one.Id,
                    Year = db.Nominations.Where(nomination => nomination.BusinessId == one.Id).Max(nomination => nomination.Programme.Year),
                    Until = (from certificate in db.Certificates join nomination in db.Nominations on certificate.NominationId equals nomination.Id where nomination.BusinessId == one.Id && certificate.RevokedAt == null select (DateOnly?)certificate.ValidUntil).Max(),
                }).ToListAsync();
            found[PersonalKind.BusinessContact] = [.. rows.Where(one => EndOf(one.Year) < before && (one.Until ?? DateOnly.MinValue) < before).Select(one => one.Id)];
        }

        if (settings.DossierMonths is { } dossiers)
        {
            var last = Enumerable.Range(1990, 150).LastOrDefault(year => EndOf(year) < today.AddMonths(-dossiers));
            found[PersonalKind.DossierContact] = await db.Nominations
                .Where(one => one.Establishment.ContactName != null || one.Establishment.ContactPhone != null || one.Establishment.ContactEmail != null)
                .Where(one => one.Programme.Year <= last).Select(one => one.Id).ToListAsync();
        }

        if (settings.CommentMonths is { } comments)
        {
            var before = today.AddMonths(-comments);
            found[PersonalKind.Comment] = await db.Comments.Where(one => one.Name != null || one.Organisation != null || one.Contact != null)
                .Where(one => one.ReceivedOn < before && !db.Programmes.Any(programme => programme.Id == one.ProgrammeId && programme.Stage == Stage.Consultation)).Select(one => one.Id).ToListAsync();
        }

        if (settings.MailMonths is { } mails)
        {
            var before = now.AddMonths(-mails);
            found[PersonalKind.Mail] = await db.Mails.Where(one => one.ErasedAt == null && one.NextAttemptAt == null && one.QueuedAt < before).Select(one => one.Id).ToListAsync();
        }

        if (settings.RequestMonths is { } requests)
        {
            var before = now.AddMonths(-requests);
            found[PersonalKind.Request] = await db.PersonalRequests.Where(one => one.Who != "" && one.DoneAt < before).Select(one => one.Id).ToListAsync();
        }

        return found;
    }

    private static DateOnly EndOf(int year) => new(year, 12, 31);
}
