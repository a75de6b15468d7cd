using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
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

    /// <summary>The dossier of a sheet that was found for the account.</summary>
    /// <param name="db">The database that it was found in; the sheet's year and nomination take the rest of their parts from it.</param>
    /// <param name="userId">The account.</param>
    /// <param name="own">The sheet.</param>
    public static async Task<Dossier> LoadAsync(AppDbContext db, Guid userId, OwnSheet own)
    {
        var (programme, nomination) = (own.Programme, own.Nomination);
        await db.Set<Industry>().Where(industry => industry.ProgrammeId == programme.Id).LoadAsync();
        await db.Set<Track>().Where(track => track.ProgrammeId == programme.Id).LoadAsync();
        await db.Entry(nomination).Collection(one => one.Figures).LoadAsync();
        await db.Entry(nomination).Collection(one => one.Certificates).LoadAsync();
        await db.Entry(nomination).Reference(one => one.Business).Query().Include(business => business.Listings).Include(business => business.Titles).AsSplitQuery().LoadAsync();
        return new Dossier(
            new DossierView(nomination, programme, EditAddress: null, ShowsContact: false) { Evidence = await EvidenceLink.LoadAsync(db.EvidenceToScoreBy(userId), nomination.Id) },
            [.. nomination.Business.Listings.OrderByDescending(listing => listing.Year).ThenBy(listing => listing.List, StringComparer.Ordinal)],
            [.. nomination.Business.Titles.Select(title => title.Year).OrderDescending()]);
    }
}
