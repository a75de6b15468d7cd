using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>The list of businesses, on a page and in files. Contacts are personal data and are not in it.</summary>
public static class BusinessesReport
{
    /// <summary>What readers can sort by.</summary>
    public static readonly IReadOnlyList<string> SortKeys = ["name", "nominations", "revenue"];

    /// <summary>The lines, in order.</summary>
    /// <param name="businesses">Which businesses.</param>
    /// <param name="nominations">All nominations, to count them.</param>
    /// <param name="key">One of <see cref="SortKeys"/>.</param>
    /// <param name="isDescending">Whether the last is first.</param>
    public static IQueryable<BusinessLine> Lines(this IQueryable<Business> businesses, IQueryable<Nomination> nominations, string key, bool isDescending)
    {
        var isEnglish = Languages.Current == "en";
        var counted = businesses.Select(business => new
        {
            Business = business,
            Nominations = nominations.Count(nomination => nomination.BusinessId == business.Id),
            Latest = business.Figures.Where(figure => figure.Revenue != null).OrderByDescending(figure => figure.Year).FirstOrDefault(),
#pragma warning disable CA1304, CA1311 // The database folds, by no culture.
            Folded = isEnglish && business.Name.English != null ? business.Name.English.ToLower() : EF.Property<string>(business, SearchText.Column),
#pragma warning restore CA1304, CA1311
        });
        // A page of fifty must be cut by the database, which knows no Vietnamese order; the folded name is in alphabetical order but
        // for letters that differ in their marks alone. English names, where they are what is shown, have their own order.
        var sorted = (key, isDescending) switch
        {
            ("nominations", false) => counted.OrderBy(one => one.Nominations).ThenBy(one => one.Folded),
            ("nominations", true) => counted.OrderByDescending(one => one.Nominations).ThenBy(one => one.Folded),
            ("revenue", false) => counted.OrderBy(one => one.Latest!.Revenue).ThenBy(one => one.Folded),
            ("revenue", true) => counted.OrderByDescending(one => one.Latest!.Revenue).ThenBy(one => one.Folded),
            (_, true) => counted.OrderByDescending(one => one.Folded),
            _ => counted.OrderBy(one => one.Folded),
        };
        return sorted.Select(one => new BusinessLine(
            one.Business.Number,
            one.Business.Name,
            one.Business.TaxCode,
            one.Business.Address.Ward,
            one.Business.Address.City,
            one.Business.Ownership,
            one.Nominations,
            one.Latest == null ? null : one.Latest.Year,
            one.Latest == null ? null : one.Latest.Revenue));
    }

    /// <summary>The lines as a table.</summary>
    public static Table Table(IEnumerable<BusinessLine> lines, IStringLocalizer<Words> T, string whenEmpty = "") => Documents.Table.Of(lines)
        .Text(T["Business"], line => line.Name.In(Languages.Current), 34, line => $"/businesses/{line.Number}", "name")
        .Code(T["Tax code"], line => line.TaxCode, 13)
        .Text(T["Ward, city"], line => string.Join(", ", new[] { line.Ward, line.City }.Where(part => part is not null)), 28)
        .Text(T["Ownership"], line => T[EnumWords.Of(line.Ownership)], 12)
        .Number(T["Nominations"], line => line.Nominations, width: 9, sort: "nominations")
        .Number(T["Latest revenue (billion đồng)"], line => line.Revenue is { } revenue ? Shown.Billions(revenue) : null, 1, 11, sort: "revenue")
        .Code(T["Year of the figures"], line => line.RevenueYear?.ToString(System.Globalization.CultureInfo.InvariantCulture), 8)
        .Table(whenEmpty: whenEmpty);

    /// <summary>The file.</summary>
    public static Report Of(IReadOnlyList<BusinessLine> lines, string? search, bool isDemonstration, IStringLocalizer<Words> T) => new()
    {
        FileName = "doanh-nghiep",
        Language = Languages.Current,
        Title = T["Businesses"],
        Lines =
        [
            .. isDemonstration ? [T["Demonstration data: all businesses, products and marks are invented."].Value] : Array.Empty<string>(),
            .. string.IsNullOrWhiteSpace(search) ? [] : new[] { T["Found by “{0}”", search].Value },
        ],
        Facts = [new Fact(T["Businesses"], Shown.Whole(lines.Count))],
        Tables = [Table(lines, T)],
        Landscape = true,
    };
}

/// <summary>A business in the list.</summary>
/// <param name="Number">Its number in addresses.</param>
/// <param name="Name">Its name.</param>
/// <param name="TaxCode">Its tax code.</param>
/// <param name="Ward">Ward or commune.</param>
/// <param name="City">City or province.</param>
/// <param name="Ownership">Who owns it.</param>
/// <param name="Nominations">Nominations in all years, whatever became of them.</param>
/// <param name="RevenueYear">The last year whose revenue is known.</param>
/// <param name="Revenue">That revenue, in đồng.</param>
public sealed record BusinessLine(
    int Number, BilingualName Name, string? TaxCode, string? Ward, string? City, Ownership Ownership, int Nominations, int? RevenueYear, long? Revenue);
