using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports.Statistics;

/// <summary>The drawings of the statistics over the years. Years between that have no figure keep their place.</summary>
public sealed class StatisticsCharts(OverYears over, IStringLocalizer<Words> T)
{
    // From the first figures of the programme on, with room.
    private const int Most = 24;

    /// <summary>Recognised products and businesses.</summary>
    public IReadOnlyList<Chart> Counts =>
    [
        Of("products", T["Recognised products"], PastMeasure.RecognisedProducts),
        Of("businesses", T["Recognised businesses"], PastMeasure.RecognisedBusinesses),
    ];

    /// <summary>Revenue and export.</summary>
    public IReadOnlyList<Chart> Money =>
    [
        Of("revenue", T["Revenue (thousand billion đồng)"], PastMeasure.Revenue, 1_000_000_000_000m, 1),
        Of("export", T["Export (million US dollars)"], PastMeasure.Export, 100_000_000m, 0),
    ];

    /// <summary>Large and distinguished businesses.</summary>
    public IReadOnlyList<Chart> Distinctions =>
    [
        Of("large", T["Businesses over 1,000 billion đồng"], PastMeasure.OverThousandBillion),
        Of("listed", T["Businesses in a Top 500"], PastMeasure.InTop500),
    ];

    private Chart Of(string id, string title, PastMeasure measure, decimal unit = 1, int decimals = 0) => Chart.OfYears(
        id, title, over.Years.Where(year => year[measure]?.Value is not null).ToDictionary(year => year.Year, year => year[measure]!.Value!.Value / unit), value => Shown.Number(value, decimals), Most);
}
