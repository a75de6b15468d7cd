using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>What a judge reads of a nomination beside the sheet: the dossier without contact persons, and what is known of the business over the years.</summary>
public sealed record Dossier(DossierView View, IReadOnlyList<Listing> Listings, IReadOnlyList<int> Titles)
{
    /// <summary>The product's name.</summary>
    public BilingualName Product => View.Nomination.Product;

    /// <summary>The business.</summary>
    public Business Business => View.Nomination.Business;

    /// <summary>The dossier of a nomination that the account may score; null for any other.</summary>
    /// <param name="db">The database.</param>
    /// <param name="userId">The account.</param>
    /// <param name="programme">The year; its industries and tracks are loaded here.</param>
    /// <param name="nominationId">The nomination.</param>
    public static async Task<Dossier?> FindAsync(AppDbContext db, Guid userId, Programme programme, Guid nominationId)
    {
        var nomination = await db.ToScoreBy(userId).AsNoTracking()
            .Include(one => one.Figures)
            .Include(one => one.Certificates)
            .Include(one => one.Business).ThenInclude(business => business.Listings)
            .Include(one => one.Business).ThenInclude(business => business.Titles)
            .AsSplitQuery().FirstOrDefaultAsync(one => one.Id == nominationId);
        if (nomination is null)
        {
            return null;
        }

        var year = await db.Programmes.AsNoTracking().WithIndustriesAndTracks().FirstAsync(one => one.Id == programme.Id);
        return new Dossier(
            new DossierView(nomination, year, EditAddress: null, ShowsContact: false) { Evidence = await EvidenceLink.LoadAsync(db.EvidenceToScoreBy(userId), nominationId) },
            [.. nomination.Business.Listings.OrderByDescending(listing => listing.Year).ThenBy(listing => listing.List, StringComparer.Ordinal)],
            [.. nomination.Business.Titles.Select(title => title.Year).OrderDescending()]);
    }
}
