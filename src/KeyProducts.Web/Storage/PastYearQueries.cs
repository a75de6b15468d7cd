using KeyProducts.Domain;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage;

/// <summary>A business that a product of an old list is of, as it stands now.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Number">Its number in addresses.</param>
/// <param name="Name">Its name.</param>
public sealed record LinkedBusiness(Guid Id, int Number, BilingualName Name);

/// <summary>Questions about past years.</summary>
public static class PastYearQueries
{
    /// <summary>The businesses that products of old lists are of, by the key that these keep: where that record was merged into another, the other.</summary>
    public static async Task<IReadOnlyDictionary<Guid, LinkedBusiness>> PastBusinessesAsync(this AppDbContext db)
    {
        var known = await db.Businesses
            .Where(one => one.MergedIntoId != null || db.PastProducts.Any(product => product.BusinessId == one.Id) || db.Businesses.Any(other => other.MergedIntoId == one.Id))
            .Select(one => new { one.Id, one.Number, one.Name.Vietnamese, one.Name.English, one.MergedIntoId }).ToDictionaryAsync(one => one.Id);
        return known.Values.ToDictionary(one => one.Id, one =>
        {
            var standing = one;
            // A chain of merges ends.
            for (var steps = 0; standing.MergedIntoId is { } into && steps < 100; steps++)
            {
                standing = known[into];
            }

            return new LinkedBusiness(standing.Id, standing.Number, new BilingualName(standing.Vietnamese, standing.English));
        });
    }
}
