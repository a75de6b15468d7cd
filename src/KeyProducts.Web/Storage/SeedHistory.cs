using KeyProducts.Domain;

namespace KeyProducts.Web.Storage;

/// <summary>The published figures of <c>history.csv</c> and <c>history-industries.csv</c>: the only real ones of the demonstration.</summary>
internal static class SeedHistory
{
    private static readonly (string Column, PastMeasure Measure)[] Counts =
    [
        ("registered_products", PastMeasure.RegisteredProducts),
        ("registered_businesses", PastMeasure.RegisteredBusinesses),
        ("recognised_products", PastMeasure.RecognisedProducts),
        ("recognised_businesses", PastMeasure.RecognisedBusinesses),
        ("over_1000_billion", PastMeasure.OverThousandBillion),
        ("in_top_500", PastMeasure.InTop500),
        ("top10_businesses", PastMeasure.TopBusinesses),
    ];

    /// <summary>A figure for each filled cell, public since the press printed it.</summary>
    public static IEnumerable<PastFigure> Load(string folder)
    {
        foreach (var row in SeedTables.Read(Path.Combine(folder, "history.csv")))
        {
            foreach (var (column, measure) in Counts.Where(one => row[one.Column] is not null))
            {
                yield return Figure(row, measure, row.Int(column), note: measure == PastMeasure.InTop500 ? row["top_500_list"] : null);
            }

            if (row.Long("revenue_dong") is { } dong)
            {
                yield return Figure(row, PastMeasure.Revenue, dong, row["revenue_exactness"], row["revenue_of"], row.IntOrNull("revenue_data_year"));
            }

            if (row.Long("export_usd") is { } dollars)
            {
                yield return Figure(row, PastMeasure.Export, dollars * 100, row["export_exactness"]);
            }
        }

        foreach (var row in SeedTables.Read(Path.Combine(folder, "history-industries.csv")))
        {
            yield return Figure(row, PastMeasure.IndustryProducts, row.Int("products"), industry: row["industry"]);
        }
    }

    private static PastFigure Figure(
        Dictionary<string, string?> row, PastMeasure measure, long value, string? exactness = null, string? basis = null, int? dataYear = null, string? industry = null, string? note = null) => new(
        new PastFigureContent(
            row.Int("year"),
            measure,
            industry,
            value,
            exactness is null ? Exactness.Exact : Enum.Parse<Exactness>(exactness, ignoreCase: true),
            basis is null ? null : Enum.Parse<FigureBase>(basis, ignoreCase: true),
            dataYear,
            row["source"],
            note),
        isPublic: true);
}
