using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>A judge reads what they have submitted, version by version.</summary>
public sealed class VersionsModel(AppDbContext db) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public int Number { get; set; }

    public BilingualName Product { get; private set; } = null!;

    public SheetVersions Versions { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        var own = Found(await OwnSheet.FindAsync(db, UserId, Year, Number, withVersions: true));
        Product = own.Nomination.Product;
        Versions = SheetVersions.Of(null, Found(own.Sheet), own.Programme);
    }
}
