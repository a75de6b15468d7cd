using KeyProducts.Domain;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage;

/// <summary>How records are found by a text: one way for lists, their downloads and the search. All words must fit, each the beginning of a word.</summary>
public static class Searching
{
    /// <summary>Businesses found by name in either language and by tax code; all of them when nothing is looked for.</summary>
    public static IQueryable<Business> Matching(this IQueryable<Business> businesses, string? text) => businesses.Matching(SearchQuery.Of(text));

    /// <summary>Businesses found by name in either language and by tax code; all of them when nothing is looked for.</summary>
    public static IQueryable<Business> Matching(this IQueryable<Business> businesses, SearchQuery query)
    {
        if (query.Words.Count == 0)
        {
            return query.IsEmpty ? businesses : businesses.Where(_ => false);
        }

        foreach (var word in query.Words)
        {
            var (pattern, code) = (word.Pattern, word.CodePattern ?? word.Pattern);
            businesses = businesses.Where(business =>
                EF.Functions.Like(EF.Property<string>(business, SearchText.Column), pattern)
                || EF.Functions.Like(EF.Property<string>(business, SearchText.Column), code));
        }

        return businesses;
    }

    /// <summary>Nominations found by product, business, tax code or registration number; all of them when nothing is looked for.</summary>
    public static IQueryable<Nomination> Matching(this IQueryable<Nomination> nominations, string? text) => nominations.Matching(SearchQuery.Of(text));

    /// <summary>Nominations found by product, business, tax code or registration number; all of them when nothing is looked for.</summary>
    /// <param name="nominations">Which nominations.</param>
    /// <param name="query">What is looked for.</param>
    /// <param name="withTaxCodes">Whether the reader may see tax codes; who may not cannot find out about one by trying its beginnings.</param>
    public static IQueryable<Nomination> Matching(this IQueryable<Nomination> nominations, SearchQuery query, bool withTaxCodes = true)
    {
        if (query.Words.Count == 0)
        {
            return query.IsEmpty ? nominations : nominations.Where(_ => false);
        }

        foreach (var word in query.Words)
        {
            var pattern = word.Pattern;
            if (word is { Number: { } number, Year: { } year })
            {
                nominations = nominations.Where(nomination => (nomination.Number == number && nomination.Programme.Year == year)
                    || EF.Functions.Like(EF.Property<string>(nomination, SearchText.Column), pattern));
            }
            else if (word.Number is { } whole)
            {
                // A short number is a registration number or a year, not the beginning of some tax code.
                nominations = nominations.Where(nomination => nomination.Number == whole || nomination.Programme.Year == whole
                    || EF.Functions.Like(EF.Property<string>(nomination, SearchText.Column), pattern)
                    || EF.Functions.Like(EF.Property<string>(nomination.Business, SearchText.Column), pattern));
            }
            else
            {
                var code = withTaxCodes && word.CodePattern is { } beginning ? beginning : pattern;
                nominations = nominations.Where(nomination => EF.Functions.Like(EF.Property<string>(nomination, SearchText.Column), pattern)
                    || EF.Functions.Like(EF.Property<string>(nomination.Business, SearchText.Column), pattern)
                    || EF.Functions.Like(EF.Property<string>(nomination.Business, SearchText.Column), code));
            }
        }

        return nominations;
    }

    /// <summary>The best match first: the whole tax code, a name that begins with what was typed, one that holds it as whole words, as the beginning of words, the others; then by name.</summary>
    public static IOrderedQueryable<Business> BestFirst(this IQueryable<Business> businesses, SearchQuery query)
    {
        var (code, first, whole, phrase) = Patterns(query);
        return businesses
            .OrderBy(business => EF.Functions.Like(EF.Property<string>(business, SearchText.Column), code) ? 0
                : EF.Functions.Like(EF.Property<string>(business, SearchText.Column), first) ? 1
                : EF.Functions.Like(EF.Property<string>(business, SearchText.Column) + " ", whole) ? 2
                : EF.Functions.Like(EF.Property<string>(business, SearchText.Column), phrase) ? 3 : 4)
            .ThenBy(business => EF.Property<string>(business, SearchText.Column)).ThenBy(business => business.Number);
    }

    /// <summary>How well each nomination fits: 0 its registration number, 1 a product that begins with what was typed, 2 one that holds it as whole words, 3 as the beginning of words, 4 the others.</summary>
    public static IQueryable<Fitting> Fitting(this IQueryable<Nomination> nominations, SearchQuery query)
    {
        var (code, first, whole, phrase) = Patterns(query);
        var numbers = query.Words.Select(word => word.Number).OfType<int>().ToList();
        return nominations.Select(nomination => new Fitting
        {
            Nomination = nomination,
            Place = numbers.Contains(nomination.Number) || EF.Functions.Like(EF.Property<string>(nomination.Business, SearchText.Column), code) ? 0
                : EF.Functions.Like(EF.Property<string>(nomination, SearchText.Column), first) ? 1
                : EF.Functions.Like(EF.Property<string>(nomination, SearchText.Column) + " ", whole) ? 2
                : EF.Functions.Like(EF.Property<string>(nomination, SearchText.Column), phrase) ? 3 : 4,
        });
    }

    // A code stands last in its column: what ends with it is the whole code. A query that is none fits nothing here.
    private static (string Code, string First, string Whole, string Phrase) Patterns(SearchQuery query) => (
        query.Words is [{ CodePattern: { } code }] ? code.TrimEnd('%') : "-", $" {query.Phrase}%", $"% {query.Phrase} %", $"% {query.Phrase}%");
}

/// <summary>A nomination that was found, and how well it fits.</summary>
public sealed class Fitting
{
    /// <summary>The nomination.</summary>
    public required Nomination Nomination { get; init; }

    /// <summary>Less is better.</summary>
    public required int Place { get; init; }
}
