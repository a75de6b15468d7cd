using KeyProducts.Domain;

namespace KeyProducts.Web.Reports.Statistics;

/// <summary>A nomination of a year that the program has carried through, as statistics count it.</summary>
/// <param name="Year">The year of the award.</param>
/// <param name="Number">Its registration number.</param>
/// <param name="Product">Its name.</param>
/// <param name="BusinessId">The key of its business.</param>
/// <param name="BusinessNumber">The number of its business in addresses.</param>
/// <param name="Business">The name of its business.</param>
/// <param name="Ward">The ward or commune of its business; null where none is stored.</param>
/// <param name="Ownership">Who owns the business.</param>
/// <param name="Industry">Its industry.</param>
/// <param name="IndustryOrder">The industry's place in the year's list.</param>
/// <param name="Track">Its eligibility track.</param>
/// <param name="TrackOrder">The track's place in the year's list.</param>
/// <param name="IsRecognised">Whether it is recognised.</param>
/// <param name="IsTop">Whether it is of the top.</param>
/// <param name="RenewsYear">The year whose recognition it renews; null the first time.</param>
/// <param name="Revenue">Its revenue in the data year, in đồng; null where none is declared.</param>
/// <param name="ExportCents">Its export in the data year, in US cents.</param>
/// <param name="BusinessRevenue">The revenue of the whole business in the data year, in đồng.</param>
/// <param name="IsListed">Whether the business stands in a list of the 500 largest of the year.</param>
/// <param name="HasTitle">Whether the business got the National Brand title in that year or the year before.</param>
public sealed record CountedProduct(
    int Year,
    int Number,
    BilingualName Product,
    Guid BusinessId,
    int BusinessNumber,
    BilingualName Business,
    string? Ward,
    Ownership Ownership,
    BilingualName Industry,
    int IndustryOrder,
    BilingualName Track,
    int TrackOrder,
    bool IsRecognised,
    bool IsTop,
    int? RenewsYear,
    long? Revenue,
    long? ExportCents,
    long? BusinessRevenue,
    bool IsListed,
    bool HasTitle);

/// <summary>A year that the program has carried through.</summary>
/// <param name="Year">The year of the award.</param>
/// <param name="DataYear">The year its figures are of.</param>
/// <param name="TopCount">How many products form the top.</param>
/// <param name="IsDemonstration">Whether its businesses are invented.</param>
/// <param name="DongPerDollar">The exchange rate of its data year; null where it is not set.</param>
/// <param name="Lists">The lists of the 500 largest that businesses stand in.</param>
/// <param name="Snapshot">The number and the hash of the snapshot that its result comes from; null for none.</param>
/// <param name="Registered">Its nominations.</param>
public sealed record OwnYear(
    int Year, int DataYear, int TopCount, bool IsDemonstration, decimal? DongPerDollar, IReadOnlyList<string> Lists, (int Number, string Sha256)? Snapshot, IReadOnlyList<CountedProduct> Registered)
{
    /// <summary>What it recognises.</summary>
    public IReadOnlyList<CountedProduct> Recognised { get; } = [.. Registered.Where(product => product.IsRecognised)];
}

/// <summary>What a figure counts: the rows behind it. Every count is the number of these rows, and every sum is over them.</summary>
public static class Counting
{
    private const long ThousandBillion = 1_000_000_000_000;

    /// <summary>The rows that a figure counts; a business stands there once, with its first product.</summary>
    /// <param name="measure">The figure.</param>
    /// <param name="registered">Nominations, recognised or not.</param>
    public static IReadOnlyList<CountedProduct> Rows(PastMeasure measure, IEnumerable<CountedProduct> registered)
    {
        var recognised = registered.Where(product => product.IsRecognised);
        return [.. measure switch
        {
            PastMeasure.RegisteredProducts => registered,
            PastMeasure.RegisteredBusinesses => registered.DistinctBy(product => (product.Year, product.BusinessId)),
            PastMeasure.RecognisedProducts or PastMeasure.IndustryProducts => recognised,
            PastMeasure.RecognisedBusinesses => Businesses(recognised),
            PastMeasure.FirstTime => recognised.Where(product => product.RenewsYear is null),
            PastMeasure.Renewed => recognised.Where(product => product.RenewsYear is not null),
            PastMeasure.Revenue => recognised.Where(product => product.Revenue > 0),
            PastMeasure.Export => recognised.Where(product => product.ExportCents > 0),
            PastMeasure.OverThousandBillion => Businesses(recognised.Where(product => product.BusinessRevenue > ThousandBillion)),
            PastMeasure.InTop500 => Businesses(recognised.Where(product => product.IsListed)),
            PastMeasure.NationalBrand => Businesses(recognised.Where(product => product.HasTitle)),
            PastMeasure.TopProducts => recognised.Where(product => product.IsTop),
            PastMeasure.TopBusinesses => Businesses(recognised.Where(product => product.IsTop)),
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
        }];
    }

    /// <summary>The figure: how many rows, or for money their sum.</summary>
    public static long Value(PastMeasure measure, IEnumerable<CountedProduct> registered)
    {
        var rows = Rows(measure, registered);
        return measure switch
        {
            PastMeasure.Revenue => rows.Sum(row => row.Revenue ?? 0),
            PastMeasure.Export => rows.Sum(row => row.ExportCents ?? 0),
            _ => rows.Count,
        };
    }

    /// <summary>Whether the rows of a figure are businesses.</summary>
    public static bool IsOfBusinesses(PastMeasure measure) => measure is PastMeasure.RegisteredBusinesses or PastMeasure.RecognisedBusinesses
        or PastMeasure.OverThousandBillion or PastMeasure.InTop500 or PastMeasure.NationalBrand or PastMeasure.TopBusinesses;

    /// <summary>Whether its rows are read by staff and auditors alone: who registered in vain, and whose revenue lies over a mark.</summary>
    public static bool AreRowsClosed(PastMeasure measure) => measure is PastMeasure.RegisteredProducts or PastMeasure.RegisteredBusinesses or PastMeasure.OverThousandBillion;

    private static IEnumerable<CountedProduct> Businesses(IEnumerable<CountedProduct> products) => products.DistinctBy(product => (product.Year, product.BusinessId));
}
