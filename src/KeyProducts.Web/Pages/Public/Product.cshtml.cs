using KeyProducts.Web.Access;
using KeyProducts.Web.Reports.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace KeyProducts.Web.Pages.Public;

/// <summary>A recognised product with all its years. One of a year that is not published, or that is not recognised, is as unknown as one that never was.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class ProductModel(RecognisedYears recognised) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromRoute]
    public int Number { get; set; }

    public RecognisedYear List { get; private set; } = null!;

    public RecognisedEntry Entry { get; private set; } = null!;

    public PublicProduct Product => Entry.Own!;

    /// <summary>Its recognitions of all years, the latest first; this one among them.</summary>
    public IReadOnlyList<RecognisedEntry> Recognitions { get; private set; } = [];

    /// <summary>How many other recognitions its business has.</summary>
    public int Others { get; private set; }

    protected override async Task LoadAsync()
    {
        var years = await recognised.AllAsync();
        List = Found(years.FirstOrDefault(one => one.Year == Year && one.Own is not null));
        Entry = Found(List.Entries.FirstOrDefault(one => one.Own!.Number == Number));
        var ofBusiness = years.SelectMany(one => one.Entries).Where(one => one.BusinessNumber == Entry.BusinessNumber).ToList();
        Recognitions = RecognisedYears.OfProduct(Entry, ofBusiness);
        Others = ofBusiness.Count - Recognitions.Count;
    }
}
