using KeyProducts.Domain;
using KeyProducts.Web.Reports.Statistics;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports.Public.OpenData;

/// <summary>A figure of a year or of a part of it, as the public statistics show it.</summary>
/// <param name="Figure">The figure; without a value where it would tell of fewer than three businesses.</param>
/// <param name="Words">What it counts, in both languages.</param>
/// <param name="Year">The year of the award.</param>
/// <param name="Dimension">By what the year is taken apart; null for the whole year.</param>
/// <param name="Part">The part; null for the whole year, and for businesses whose ward is not known.</param>
public sealed record StatisticRow(ShownFigure Figure, BilingualName Words, int Year, Dimension? Dimension, BilingualName? Part)
{
    // Wards in which nobody was recognised are not listed, so that counts of those who registered would not add up.
    private static readonly PastMeasure[] OfParts =
        [PastMeasure.RegisteredProducts, PastMeasure.RecognisedProducts, PastMeasure.RecognisedBusinesses, PastMeasure.Revenue, PastMeasure.Export, PastMeasure.InTop500, PastMeasure.FirstTime, PastMeasure.Renewed];

    /// <summary>The figures of all years, and of their parts where the program has carried a year through.</summary>
    public static IEnumerable<StatisticRow> Of(IEnumerable<YearFigures> years, IStringLocalizer<Words> T, Func<string, BilingualName> inBoth) =>
        from year in years
        from row in year.Figures.Select(figure => new StatisticRow(figure, inBoth(EnumWords.Of(figure.Measure)), year.Year, null, null)).Concat(PartsOf(year, T, inBoth))
        select row;

    private static IEnumerable<StatisticRow> PartsOf(YearFigures year, IStringLocalizer<Words> T, Func<string, BilingualName> inBoth) =>
        from own in year.Own is { } known ? new[] { known } : []
        from dimension in Enum.GetValues<Dimension>()
        from part in Breakdown.Of(own, dimension, isReader: false, T)
        from measure in OfParts
        where dimension != Statistics.Dimension.Ward || measure != PastMeasure.RegisteredProducts
        let isMoney = PastFigure.IsMoney(measure)
        let value = measure switch { PastMeasure.Revenue => part.Revenue, PastMeasure.Export => part.Export, _ => part.Count(measure) }
        select new StatisticRow(
            new ShownFigure(measure, value, Exactness.Exact, isMoney ? FigureBase.Product : null, isMoney ? own.DataYear : null, null),
            inBoth(EnumWords.Of(measure)), year.Year, dimension, NameOf(part.Products[0], dimension, inBoth));

    private static BilingualName? NameOf(CountedProduct product, Dimension dimension, Func<string, BilingualName> inBoth) => dimension switch
    {
        Statistics.Dimension.Industry => product.Industry,
        Statistics.Dimension.Track => product.Track,
        Statistics.Dimension.Ward => product.Ward is { } ward ? new BilingualName(ward, null) : null,
        _ => inBoth(EnumWords.Of(product.Ownership)),
    };
}
