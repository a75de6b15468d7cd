using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports.Statistics;

/// <summary>By what a year is taken apart.</summary>
public enum Dimension
{
    /// <summary>The product's industry.</summary>
    Industry,

    /// <summary>The eligibility track.</summary>
    Track,

    /// <summary>The business's ward or commune.</summary>
    Ward,

    /// <summary>Who owns the business.</summary>
    Ownership,
}

/// <summary>A part of a year.</summary>
/// <param name="Key">What it is called in addresses.</param>
/// <param name="Name">What its reader calls it.</param>
/// <param name="Products">Its nominations.</param>
/// <param name="Revenue">The revenue of its recognised products; null where it is kept back.</param>
/// <param name="Export">Their export.</param>
public sealed record Part(string Key, string Name, IReadOnlyList<CountedProduct> Products, long? Revenue, long? Export)
{
    /// <summary>A count in it.</summary>
    public int Count(PastMeasure measure) => Counting.Rows(measure, Products).Count;
}

/// <summary>Takes a year apart.</summary>
public static class Breakdown
{
    /// <summary>The parts of a year, by their order in it; wards by their number of products.</summary>
    /// <param name="own">The year.</param>
    /// <param name="dimension">By what.</param>
    /// <param name="isReader">Whether the reader sees all: others read no money of fewer than three businesses.</param>
    /// <param name="T">The reader's words.</param>
    public static IReadOnlyList<Part> Of(OwnYear own, Dimension dimension, bool isReader, IStringLocalizer<Words> T)
    {
        var groups = own.Registered.GroupBy(product => KeyOf(product, dimension))
            // Wards in which nothing was recognised say nothing, and there are many.
            .Where(group => dimension != Dimension.Ward || group.Any(product => product.IsRecognised)).ToList();
        groups = [.. dimension switch
        {
            Dimension.Industry => groups.OrderBy(group => group.First().IndustryOrder),
            Dimension.Track => groups.OrderBy(group => group.First().TrackOrder),
            Dimension.Ownership => groups.OrderBy(group => group.First().Ownership),
            _ => groups.OrderByDescending(group => group.Count(product => product.IsRecognised)).ThenBy(group => group.First().Ward, RecognisedProducts.ByName),
        }];
        var products = groups.Select(group => (IReadOnlyList<CountedProduct>)[.. group]).ToList();
        var noRevenue = isReader ? new HashSet<int>() : Secrecy.Withheld(PastMeasure.Revenue, products);
        var noExport = isReader ? new HashSet<int>() : Secrecy.Withheld(PastMeasure.Export, products);
        return
        [
            .. groups.Select((group, place) => new Part(
                group.Key,
                NameOf(group.First(), dimension, T),
                products[place],
                noRevenue.Contains(place) ? null : Counting.Value(PastMeasure.Revenue, group),
                noExport.Contains(place) ? null : Counting.Value(PastMeasure.Export, group))),
        ];
    }

    /// <summary>The part that a product is in, as addresses of its year name it, short and without marks; empty where it is not known.</summary>
    public static string KeyOf(CountedProduct product, Dimension dimension) => dimension switch
    {
        Dimension.Industry => $"{product.IndustryOrder}",
        Dimension.Track => $"{product.TrackOrder}",
        Dimension.Ward => SearchText.Words(product.Ward).Replace(' ', '-'),
        _ => $"{product.Ownership}",
    };

    /// <summary>The same in the reader's words.</summary>
    public static string NameOf(CountedProduct product, Dimension dimension, IStringLocalizer<Words> T) => dimension switch
    {
        Dimension.Industry => product.Industry.In(Languages.Current),
        Dimension.Track => product.Track.In(Languages.Current),
        Dimension.Ward => product.Ward ?? T["not stored"],
        _ => T[EnumWords.Of(product.Ownership)],
    };
}
