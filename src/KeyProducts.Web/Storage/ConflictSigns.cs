using KeyProducts.Domain;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage;

/// <summary>What the program finds in common between a judge and a business. It proposes; the judge decides.</summary>
public enum ConflictSign
{
    /// <summary>The judge's organisation bears the business's name.</summary>
    Organisation,

    /// <summary>The judge's e-mail address is of the business's domain.</summary>
    Domain,

    /// <summary>The contact person bears the judge's name.</summary>
    ContactPerson,

    /// <summary>The legal representative bears the judge's name.</summary>
    Representative,

    /// <summary>Whoever signed the commitments bears the judge's name.</summary>
    Signer,
}

/// <summary>A judge as the signs see them.</summary>
public sealed record JudgeTraits(string Name, string? Organisation, string? Email);

/// <summary>A nomination's business as the signs see it: personal data that no judge is shown.</summary>
public sealed record BusinessTraits(
    Guid BusinessId, BilingualName Name, string? Website, string? Contact, string? Email, string? Representative, string? ContactOfDossier, string? EmailOfDossier, string? SignedBy);

/// <summary>Finds what a judge and a business have in common. A family name is not enough: half the country shares three.</summary>
public static class ConflictSigns
{
    // A name of one short word stands in too many organisations.
    private const int ShortestName = 6;

    private static readonly HashSet<string> Forms = ["gs", "pgs", "ts", "tskh", "ths", "ks", "cn", "cvcc", "bs", "ong", "ba", "mr", "mrs", "ms", "dr", "prof"];

    private static readonly HashSet<string> PublicDomains =
    [
        "gmail.com", "googlemail.com", "yahoo.com", "yahoo.com.vn", "ymail.com", "outlook.com", "outlook.com.vn", "hotmail.com", "live.com", "msn.com", "icloud.com", "me.com",
        "proton.me", "protonmail.com", "zoho.com", "mail.com", "aol.com", "fpt.vn", "hn.vnn.vn", "vnn.vn", "vnpt.vn", "viettel.vn", "hanoi.gov.vn",
    ];

    /// <summary>The nominations of a query with what the signs look at.</summary>
    public static Task<List<BusinessTraits>> TraitsAsync(this IQueryable<Nomination> nominations) => nominations.AsNoTracking().Select(one => new BusinessTraits(
        one.BusinessId, new BilingualName(one.Business.Name.Vietnamese, one.Business.Name.English), one.Business.Website, one.Business.Contact.Name, one.Business.Contact.Email,
        one.Establishment.Representative, one.Establishment.ContactName, one.Establishment.ContactEmail, one.Commitments.SignedBy)).ToListAsync();

    /// <summary>What a judge and a business have in common, each sign once.</summary>
    public static IReadOnlyList<ConflictSign> Of(JudgeTraits judge, IEnumerable<BusinessTraits> business) => [.. business.SelectMany(one => Of(judge, one)).Distinct().Order()];

    private static IEnumerable<ConflictSign> Of(JudgeTraits judge, BusinessTraits business)
    {
        var person = PersonOf(judge.Name);
        if (new[] { business.Name.Vietnamese, business.Name.English }.Any(name => IsSameOrganisation(judge.Organisation, name)))
        {
            yield return ConflictSign.Organisation;
        }

        if (DomainOf(judge.Email) is { } domain && new[] { SiteOf(business.Website), DomainOf(business.Email), DomainOf(business.EmailOfDossier) }.Contains(domain))
        {
            yield return ConflictSign.Domain;
        }

        if (person is not null && (PersonOf(business.Contact) == person || PersonOf(business.ContactOfDossier) == person))
        {
            yield return ConflictSign.ContactPerson;
        }

        if (person is not null && PersonOf(business.Representative) == person)
        {
            yield return ConflictSign.Representative;
        }

        if (person is not null && PersonOf(business.SignedBy) == person)
        {
            yield return ConflictSign.Signer;
        }
    }

    // The business's name within the organisation's, whole words, without "company", "joint stock" and the like; or the other way round, when that is more than a trade.
    private static bool IsSameOrganisation(string? organisation, string? name)
    {
        var (one, other) = (BusinessTwins.Core(organisation), BusinessTwins.Core(name));
        return Holds(one, other, leastWords: 2) || Holds(other, one, leastWords: 3);
    }

    private static bool Holds(string text, string part, int leastWords) =>
        part.Length >= ShortestName && part.Count(letter => letter == ' ') >= leastWords - 1 && $" {text} ".Contains($" {part} ", StringComparison.Ordinal);

    // A whole name, folded, without titles; null for less than two words.
    private static string? PersonOf(string? name)
    {
        var words = SearchText.Words(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(Forms.Contains).ToList();
        return words.Count < 2 ? null : string.Join(' ', words);
    }

    private static string? DomainOf(string? email) =>
        email?.Trim().ToLowerInvariant() is { } text && text.LastIndexOf('@') is > 0 and var at && text[(at + 1)..] is { Length: > 0 } domain && !PublicDomains.Contains(domain) ? domain : null;

    private static string? SiteOf(string? website) =>
        Uri.TryCreate(website, UriKind.Absolute, out var address) && address.Host.ToLowerInvariant() is { Length: > 0 } host
            ? host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host
            : null;
}
