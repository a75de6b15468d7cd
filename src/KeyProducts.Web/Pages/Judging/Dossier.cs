using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>What a judge reads of a nomination beside the sheet. Contact persons are left out: scoring does not need them.</summary>
public sealed record Dossier(
    BilingualName Product,
    string? Description,
    BilingualName Business,
    string? Website,
    BilingualName Industry,
    BilingualName Track,
    int? RenewsYear,
    IReadOnlyList<NominationFigure> Figures,
    IReadOnlyList<BusinessFigure> BusinessFigures,
    IReadOnlyList<Listing> Listings,
    IReadOnlyList<int> Titles,
    IReadOnlyList<EvidenceLink> Evidence)
{
    /// <summary>The dossier of a nomination that the account may score; null for any other.</summary>
    public static async Task<Dossier?> FindAsync(AppDbContext db, Guid userId, Guid nominationId)
    {
        var nomination = await db.ToScoreBy(userId).AsNoTracking()
            .Include(one => one.Programme)
            .Include(one => one.Figures)
            .Include(one => one.Business).ThenInclude(business => business.Figures)
            .Include(one => one.Business).ThenInclude(business => business.Listings)
            .Include(one => one.Business).ThenInclude(business => business.Titles)
            .AsSplitQuery().FirstOrDefaultAsync(one => one.Id == nominationId);
        if (nomination is null)
        {
            return null;
        }

        var business = nomination.Business;
        return new Dossier(
            nomination.Product,
            nomination.Description,
            business.Name,
            business.Website,
            await db.Set<Industry>().Where(one => one.Id == nomination.IndustryId).Select(one => one.Name).FirstAsync(),
            await db.Set<Track>().Where(one => one.Id == nomination.TrackId).Select(one => one.Name).FirstAsync(),
            nomination.RenewsYear,
            [.. nomination.Figures.OrderByDescending(figure => figure.DataYear).ThenBy(figure => figure.Base)],
            [.. business.Figures.Where(figure => figure.Year < nomination.Programme.Year).OrderByDescending(figure => figure.Year).Take(3)],
            [.. business.Listings.OrderByDescending(listing => listing.Year).ThenBy(listing => listing.List, StringComparer.Ordinal)],
            [.. business.Titles.Select(title => title.Year).OrderDescending()],
            await db.EvidenceToScoreBy(userId).AsNoTracking().Where(one => one.NominationId == nominationId).OrderBy(one => one.AddedAt).ThenBy(one => one.Id)
                .Select(one => new EvidenceLink(one.Id, one.Name, one.Size, one.Section, one.CriterionId)).ToListAsync());
    }
}
