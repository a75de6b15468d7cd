using System.Text.RegularExpressions;
using KeyProducts.Domain;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage;

/// <summary>Finds records that may be of one and the same business.</summary>
public static partial class BusinessTwins
{
    // The head of a code: a branch has the code of its business and three digits behind it.
    private const int Head = 10;

    /// <summary>Records that look like a business, the likeliest first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="number">The number of the business itself; null for one that is not entered yet.</param>
    /// <param name="name">Its name.</param>
    /// <param name="taxCode">Its tax code.</param>
    /// <param name="website">Its address on the web.</param>
    /// <param name="phone">Its telephone.</param>
    public static async Task<IReadOnlyList<Twin>> FindAsync(AppDbContext db, int? number, BilingualName name, string? taxCode, string? website, string? phone)
    {
        // Likeness is no matter of a database without Vietnamese: the few columns of all businesses are compared here.
        var others = await db.Businesses.Unmerged().Where(one => number == null || one.Number != number)
            .Select(one => new { one.Number, Name = new BilingualName(one.Name.Vietnamese, one.Name.English), one.TaxCode, one.Website, one.Contact.Phone }).ToListAsync();
        var (names, cores) = (NamesOf(name, SearchText.Words), NamesOf(name, Core));
        IEnumerable<TwinSign> Signs(BilingualName otherName, string? otherCode, string? otherWebsite, string? otherPhone)
        {
            if (NamesOf(otherName, SearchText.Words).Overlaps(names))
            {
                yield return TwinSign.Name;
            }
            else if (NamesOf(otherName, Core).Overlaps(cores))
            {
                yield return TwinSign.NameWithoutForm;
            }

            if (IsSame(CodeOf(taxCode), CodeOf(otherCode)))
            {
                yield return TwinSign.TaxCode;
            }

            if (IsSame(SiteOf(website), SiteOf(otherWebsite)))
            {
                yield return TwinSign.Website;
            }

            if (IsSame(DigitsOf(phone), DigitsOf(otherPhone)))
            {
                yield return TwinSign.Phone;
            }
        }

        return [.. others.Select(one => new Twin(one.Number, one.Name, one.TaxCode, [.. Signs(one.Name, one.TaxCode, one.Website, one.Phone)]))
            .Where(twin => twin.Signs.Count > 0)
            .OrderBy(twin => twin.Signs.Min()).ThenByDescending(twin => twin.Signs.Count).ThenBy(twin => twin.Number)];
    }

    /// <summary>A folded name without the words for the form of a business: "Công ty CP Đèn Ữ" and "Cty Cổ phần Đèn Ữ" are "den u".</summary>
    public static string Core(string? name)
    {
        var folded = SearchText.Words(name);
        var core = string.Join(' ', Form().Replace($" {folded} ", " ").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return core.Length == 0 ? folded : core;
    }

    private static HashSet<string> NamesOf(BilingualName name, Func<string?, string> fold) =>
        [.. new[] { fold(name.Vietnamese), fold(name.English) }.Where(text => text.Length > 0)];

    private static bool IsSame(string? one, string? other) => one is not null && one == other;

    private static string? CodeOf(string? code) => DigitsOf(code) is { Length: >= Head } digits ? digits[..Head] : null;

    private static string? DigitsOf(string? text) => text?.Where(char.IsAsciiDigit).ToArray() is { Length: > 5 } digits ? new string(digits) : null;

    private static string? SiteOf(string? website) =>
        Uri.TryCreate(website, UriKind.Absolute, out var address) ? address.Host.ToLowerInvariant() is var host && host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : address.Host.ToLowerInvariant() : null;

    [GeneratedRegex(@" (?:(?:tong )?cong ty|cty|ctcp|tct|tap doan|trach nhiem huu han|tnhh|mot thanh vien|mtv|1 thanh vien|hai thanh vien tro len|co phan|cp|doanh nghiep tu nhan|dntn|hop tac xa|htx|joint stock company|jsc|co ltd|company limited|limited|ltd|one member)(?= )")]
    private static partial Regex Form();
}

/// <summary>Why two records may be of one business; the surest first.</summary>
public enum TwinSign
{
    TaxCode,
    Name,
    NameWithoutForm,
    Website,
    Phone,
}

/// <summary>A record that may be of the same business.</summary>
/// <param name="Number">Its number in addresses.</param>
/// <param name="Name">Its name.</param>
/// <param name="TaxCode">Its tax code.</param>
/// <param name="Signs">What the two have in common.</param>
public sealed record Twin(int Number, BilingualName Name, string? TaxCode, IReadOnlyList<TwinSign> Signs);
