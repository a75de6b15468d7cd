using System.Globalization;
using KeyProducts.Domain;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage;

/// <summary>Reads what certificates print.</summary>
public static class CertifiedProducts
{
    /// <summary>
    /// The products that a result recognises: Vietnamese names as the result holds them, English ones as they are stored now. They come in the order of the decision's annex, by industry,
    /// then by the Vietnamese name of the business: the numbers that they get tell no rank.
    /// </summary>
    /// <param name="db">The store.</param>
    /// <param name="programmeId">The key of the year.</param>
    /// <param name="content">What decided the result.</param>
    /// <param name="result">The result.</param>
    public static async Task<IReadOnlyList<CertifiedProduct>> CertifiedProductsAsync(this AppDbContext db, Guid programmeId, SnapshotContent content, RankingResult result)
    {
        var rows = await (
            from nomination in db.Nominations
            join industry in db.Set<Industry>() on nomination.IndustryId equals industry.Id
            where nomination.ProgrammeId == programmeId
            select new
            {
                nomination.Id,
                nomination.Number,
                Product = nomination.Product.English,
                Business = nomination.Business.Name.English,
                Industry = new BilingualName(industry.Name.Vietnamese, industry.Name.English),
                industry.Order,
            }).ToDictionaryAsync(row => row.Number);
        var byName = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true);
        var contents = content.Nominations.ToDictionary(nomination => nomination.Number);
        return [.. result.Ranked.Where(ranked => ranked.Recognised)
            .Select(ranked => (Row: rows[ranked.Number], Known: contents[ranked.Number]))
            .OrderBy(one => one.Row.Order).ThenBy(one => one.Known.BusinessName, byName).ThenBy(one => one.Row.Number)
            .Select(one => new CertifiedProduct(
                one.Row.Id,
                one.Row.Number,
                new CertificateNames(new BilingualName(one.Known.Product, one.Row.Product), new BilingualName(one.Known.BusinessName, one.Row.Business)),
                one.Row.Industry))];
    }
}
