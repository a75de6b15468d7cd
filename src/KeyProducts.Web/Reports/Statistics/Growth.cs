using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Reports.Statistics;

/// <summary>A figure of a business before and after a recognition.</summary>
/// <param name="AwardYear">The year of the award.</param>
/// <param name="BusinessNumber">The business's number in addresses.</param>
/// <param name="Business">Its name.</param>
/// <param name="Figure">Revenue or export.</param>
/// <param name="Before">The figure of the year before the award: đồng or US cents, more than 0.</param>
/// <param name="Later">The figures one, two and three years after that; null where not known.</param>
public sealed record GrowthRow(int AwardYear, int BusinessNumber, BilingualName Business, FigureName Figure, long Before, IReadOnlyList<long?> Later)
{
    /// <summary>How much more it is so many years later, in percent; null where that is not known.</summary>
    public decimal? After(int years) => Later[years - 1] is { } later ? 100m * (later - Before) / Before : null;
}

/// <summary>How businesses have grown after a recognition.</summary>
/// <param name="Rows">Each recognition of a business whose figures are known.</param>
public sealed record Growth(IReadOnlyList<GrowthRow> Rows)
{
    /// <summary>So many years after the figures that the award rests on are looked at.</summary>
    public const int Years = 3;

    /// <summary>The middle of the growth of some rows, and of how many it is; null where fewer than three businesses are behind it.</summary>
    public static (decimal? Median, int Count) Middle(IEnumerable<GrowthRow> rows, int years)
    {
        var known = rows.Select(row => row.After(years)).OfType<decimal>().Order().ToList();
        return known.Count < Secrecy.Fewest ? (null, known.Count) : (known.Count % 2 == 1 ? known[known.Count / 2] : (known[(known.Count / 2) - 1] + known[known.Count / 2]) / 2, known.Count);
    }
}

/// <summary>Reads how businesses have grown after a recognition: from the figures of whole businesses, which officers keep over the years.</summary>
public sealed class GrowthRecords(AppDbContext db)
{
    /// <summary>The growth of the businesses that years of the content have recognised.</summary>
    public async Task<Growth> LoadAsync(OverYears over)
    {
        var awards = over.Years.SelectMany(year => year.Own is { } own
                ? own.Recognised.Select(product => (year.Year, Id: product.BusinessId, Number: product.BusinessNumber, Name: product.Business))
                : year.Listed.Where(product => product.Business is not null).Select(product => (year.Year, product.Business!.Id, product.Business.Number, product.Business.Name)))
            .DistinctBy(one => (one.Year, one.Id)).ToList();
        var keys = awards.Select(one => one.Id).Distinct().ToList();
        var figures = (await db.Businesses.Unmerged().Where(business => keys.Contains(business.Id)).SelectMany(business => business.Figures)
            .Select(figure => new { figure.BusinessId, figure.Year, figure.Revenue, figure.ExportCents }).ToListAsync()).ToLookup(figure => figure.BusinessId);
        return new Growth(
        [
            .. from award in awards
               from figure in new[] { FigureName.Revenue, FigureName.Export }
               let known = figures[award.Id].ToDictionary(one => one.Year, one => figure == FigureName.Revenue ? one.Revenue : one.ExportCents)
               let before = known.GetValueOrDefault(award.Year - 1)
               where before > 0
               let later = Enumerable.Range(0, Growth.Years).Select(years => known.GetValueOrDefault(award.Year + years)).ToList()
               where later.Any(one => one is not null)
               select new GrowthRow(award.Year, award.Number, award.Name, figure, before.Value, later),
        ]);
    }
}
