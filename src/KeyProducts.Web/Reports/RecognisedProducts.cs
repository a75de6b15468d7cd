using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Reports;

/// <summary>A product that a year recognises.</summary>
/// <param name="Item">Its place in the list, from 1.</param>
/// <param name="Ranked">Its place in the result.</param>
/// <param name="Name">Its name; the Vietnamese one as the result knows it.</param>
/// <param name="BusinessId">The key of its business.</param>
/// <param name="Business">The name of its business; the Vietnamese one as the result knows it.</param>
/// <param name="BusinessNumber">The number of that business in addresses.</param>
/// <param name="Address">Where that business is, as it is stored now.</param>
/// <param name="Place">Its ward and city alone.</param>
/// <param name="TaxCode">Its tax code, as it is stored now.</param>
/// <param name="Industry">Its industry.</param>
/// <param name="RenewsYear">The year whose recognition is renewed; null the first time.</param>
/// <param name="Revenue">Its revenue in the data year, in đồng; null when none is declared.</param>
/// <param name="ExportCents">Its export in the data year, in US cents.</param>
/// <param name="BusinessRevenue">The revenue of the whole business in the data year, in đồng.</param>
/// <param name="IsListed">Whether the business stands in a list of the 500 largest of the year.</param>
public sealed record RecognisedProduct(
    int Item,
    RankedNomination Ranked,
    BilingualName Name,
    Guid BusinessId,
    BilingualName Business,
    int BusinessNumber,
    string Address,
    string Place,
    string? TaxCode,
    Industry Industry,
    int? RenewsYear,
    long? Revenue,
    long? ExportCents,
    long? BusinessRevenue,
    bool IsListed);

/// <summary>Reads the products that a year recognises.</summary>
public static class RecognisedProducts
{
    /// <summary>The order of names, as Vietnamese lists have it.</summary>
    public static readonly StringComparer ByName = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true);

    /// <summary>By industry, within it by the name of the business in the reader's language.</summary>
    /// <param name="db">The store.</param>
    /// <param name="year">The result of a year whose industries are loaded.</param>
    public static async Task<IReadOnlyList<RecognisedProduct>> LoadAsync(AppDbContext db, YearResult year)
    {
        var programme = year.Programme;
        var rows = await (
            from nomination in db.Nominations
            // What was withdrawn after the result was finalised stays in its list until there is a new one.
            where nomination.ProgrammeId == programme.Id
            select new
            {
                nomination.Number,
                // Names are taken apart: a whole complex property would read every column of the record, contacts included.
                Name = new BilingualName(nomination.Product.Vietnamese, nomination.Product.English),
                nomination.BusinessId,
                Business = new BilingualName(nomination.Business.Name.Vietnamese, nomination.Business.Name.English),
                Address = new Address(nomination.Business.Address.Street, nomination.Business.Address.Ward, nomination.Business.Address.District, nomination.Business.Address.City),
                BusinessNumber = nomination.Business.Number,
                nomination.Business.TaxCode,
                nomination.IndustryId,
                nomination.RenewsYear,
                BusinessRevenue = nomination.Business.Figures.Where(figure => figure.Year == programme.DataYear).Select(figure => figure.Revenue).FirstOrDefault(),
                IsListed = nomination.Business.Listings.Any(listing => listing.Year == programme.Year && listing.List.Contains("500")),
            }).ToDictionaryAsync(row => row.Number);
        var industries = programme.Industries.ToDictionary(industry => industry.Id);
        var contents = year.Content.Nominations.ToDictionary(nomination => nomination.Number);
        return [.. year.Result.Ranked.Where(ranked => ranked.Recognised)
            .Select(ranked => (Ranked: ranked, Row: rows[ranked.Number], Content: contents[ranked.Number]))
            .OrderBy(one => industries[one.Row.IndustryId].Order)
            .ThenBy(one => one.Row.Business.In(Languages.Current), ByName)
            .ThenBy(one => one.Row.Number)
            .Select((one, index) => new RecognisedProduct(
                index + 1,
                one.Ranked,
                one.Row.Name with { Vietnamese = one.Content.Product },
                one.Row.BusinessId,
                one.Row.Business with { Vietnamese = one.Content.BusinessName },
                one.Row.BusinessNumber,
                one.Row.Address.ToString(),
                (one.Row.Address with { Street = null, District = null }).ToString(),
                one.Row.TaxCode,
                industries[one.Row.IndustryId],
                one.Row.RenewsYear,
                one.Content.Figures.TryGetValue("revenue", out var dong) ? (long)dong : null,
                one.Content.Figures.TryGetValue("export", out var dollars) ? (long)(dollars * 100) : null,
                one.Row.BusinessRevenue,
                one.Row.IsListed))];
    }
}
