using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Businesses;

/// <summary>Chooses the other record of a business that was entered twice: likely ones first, and a search for the rest.</summary>
public sealed class MergeModel(AppDbContext db) : AppPage
{
    private const int Few = 20;

    [FromRoute]
    public int Number { get; set; }

    [FromQuery(Name = "with")]
    public string? Text { get; set; }

    public SearchQuery Query { get; private set; } = null!;

    public BilingualName Name { get; private set; } = null!;

    public IReadOnlyList<Twin> Twins { get; private set; } = [];

    public IReadOnlyList<FoundBusiness> FoundOnes { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        var business = Found(await db.Businesses.Unmerged().AsNoTracking().FirstOrDefaultAsync(one => one.Number == Number));
        Name = business.Name;
        Query = SearchQuery.Of(Text);
        Twins = await BusinessTwins.FindAsync(db, Number, business.Name, business.TaxCode, business.Website, business.Contact.Phone);
        FoundOnes = Query.IsEmpty ? [] : await db.Businesses.Unmerged().Where(one => one.Number != Number).Matching(Query).BestFirst(Query).Take(Few)
            .Select(one => new FoundBusiness(one.Number, new BilingualName(one.Name.Vietnamese, one.Name.English), one.TaxCode)).ToListAsync();
    }
}
