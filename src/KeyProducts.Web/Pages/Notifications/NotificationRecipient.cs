using KeyProducts.Web.Mail;
using KeyProducts.Web.Reports.Papers.Templates;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Notifications;

/// <summary>A nomination whose business can be told its result, or cannot for want of an address.</summary>
/// <param name="NominationId">The key of the nomination.</param>
/// <param name="Number">Its registration number.</param>
/// <param name="Product">The product, in Vietnamese.</param>
/// <param name="BusinessId">The key of the business.</param>
/// <param name="BusinessNumber">Its number in addresses.</param>
/// <param name="Business">The business, in Vietnamese.</param>
/// <param name="Person">Whom to address there; null when nobody is known.</param>
/// <param name="Email">Where mails go; null when there is no address.</param>
/// <param name="IsRecognised">Whether the result recognises it.</param>
/// <param name="Last">The last letter about it.</param>
public sealed record NotificationRecipient(
    Guid NominationId, int Number, string Product, Guid BusinessId, int BusinessNumber, string Business, string? Person, string? Email, bool IsRecognised, LastMail? Last)
{
    /// <summary>Whether a letter about the result in force is on its way or has arrived.</summary>
    /// <param name="sha256">The hash of the snapshot in force.</param>
    public bool IsNotified(string? sha256) => Last is { Counts: true } last && last.SnapshotSha256 == sha256;

    /// <summary>Whether it is one of those that a choice names: whoever knows the result already is left out.</summary>
    public bool Fits(string who, string? sha256) => Email is not null && !IsNotified(sha256) && who switch
    {
        "all" => true,
        "recognised" => IsRecognised,
        "others" => !IsRecognised,
        _ => false,
    };

    /// <summary>Those of a year whose dossier is open to the reader.</summary>
    /// <param name="db">The store.</param>
    /// <param name="facts">The year.</param>
    /// <param name="numbers">The nominations that are open to the reader.</param>
    public static async Task<IReadOnlyList<NotificationRecipient>> LoadAsync(AppDbContext db, PaperFacts facts, IReadOnlyCollection<int> numbers)
    {
        var last = await LastMail.LettersAsync(db, facts.Programme.Id);
        var rows = await db.Nominations.AsNoTracking().Where(one => one.ProgrammeId == facts.Programme.Id && numbers.Contains(one.Number)).OrderBy(one => one.Number)
            .Select(one => new
            {
                one.Id,
                one.Number,
                Product = one.Product.Vietnamese,
                one.BusinessId,
                BusinessNumber = one.Business.Number,
                Business = one.Business.Name.Vietnamese,
                Person = one.Business.Contact.Name ?? one.Establishment.ContactName,
                one.Business.Contact.Email,
                Other = one.Establishment.ContactEmail,
            }).ToListAsync();
        var recognised = facts.Year.Result.Ranked.Where(one => one.Recognised).Select(one => one.Number).ToHashSet();
        return [.. rows.Select(one => new NotificationRecipient(
            one.Id, one.Number, one.Product, one.BusinessId, one.BusinessNumber, one.Business, one.Person, LastMail.AddressOf(one.Email, one.Other), recognised.Contains(one.Number), last.GetValueOrDefault(one.Id)))];
    }
}
