using KeyProducts.Domain;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Reports.Statistics;

/// <summary>A sum over years.</summary>
/// <param name="Value">The sum.</param>
/// <param name="Years">The years that it is made of.</param>
public sealed record YearSum(long Value, IReadOnlyList<int> Years);

/// <summary>An industry over the years.</summary>
/// <param name="Name">Its name, as the latest year that has it writes it.</param>
/// <param name="Products">Recognised products by year.</param>
public sealed record IndustryYears(BilingualName Name, IReadOnlyDictionary<int, long> Products);

/// <summary>Everything that statistics say, year by year and over the years.</summary>
public sealed class OverYears
{
    /// <summary>Computes it.</summary>
    public OverYears(StatisticsContent content)
    {
        Content = content;
        Years =
        [
            .. content.Years.Select(year => year.Year).Concat(content.Published.Select(figure => figure.Year)).Concat(content.Listed.Select(product => product.Record.Year))
                .Distinct().Order().Select(year => new YearFigures(content, year)),
        ];
    }

    /// <summary>What it is made of.</summary>
    public StatisticsContent Content { get; }

    /// <summary>The years, the earliest first.</summary>
    public IReadOnlyList<YearFigures> Years { get; }

    /// <summary>A year; null when nothing is known of it.</summary>
    public YearFigures? Of(int year) => Years.FirstOrDefault(one => one.Year == year);

    /// <summary>The sum of a figure over the years that have it.</summary>
    public YearSum Sum(PastMeasure measure)
    {
        var known = Years.Where(year => year[measure]?.Value is not null).ToList();
        return new YearSum(known.Sum(year => year[measure]!.Value!.Value), [.. known.Select(year => year.Year)]);
    }

    /// <summary>
    /// How many businesses were recognised, each counted once however often it was: over the years of which it is known who they were. A business that is not linked to a record is known by its name.
    /// </summary>
    public YearSum DistinctBusinesses
    {
        get
        {
            var known = Years.Where(year => year.KnowsBusinesses).ToList();
            return new YearSum(known.SelectMany(year => year.BusinessKeys).Distinct().Count(), [.. known.Select(year => year.Year)]);
        }
    }

    /// <summary>Recognised products by industry and year, of the years of which that is known. Industries of different years are the same when their names are.</summary>
    public IReadOnlyList<IndustryYears> Industries
    {
        get
        {
            var told = Years.SelectMany(year => year.Own is { } own
                ? own.Recognised.GroupBy(product => product.Industry).Select(group => (year.Year, Name: group.Key, Order: group.First().IndustryOrder, Count: (long)group.Count()))
                : year.Published.Where(figure => figure.Measure == PastMeasure.IndustryProducts)
                    .DistinctBy(figure => SearchText.Words(figure.Industry)).Select((figure, place) => (year.Year, Name: new BilingualName(figure.Industry!, null), Order: place + 1, Count: figure.Value)));
            return
            [
                .. told.GroupBy(one => SearchText.Words(one.Name.Vietnamese))
                    .Select(group => (Last: group.MaxBy(one => one.Year), Products: group.ToDictionary(one => one.Year, one => one.Count)))
                    .OrderBy(one => one.Last.Order).Select(one => new IndustryYears(one.Last.Name, one.Products)),
            ];
        }
    }
}
