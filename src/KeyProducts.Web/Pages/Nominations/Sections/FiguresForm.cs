using KeyProducts.Domain;
using KeyProducts.Web.Text;

namespace KeyProducts.Web.Pages.Nominations.Sections;

/// <summary>Figures of the data year and the two years before, of the product and of the whole business.</summary>
public sealed class FiguresForm : SectionForm
{
    /// <summary>How many years are asked for.</summary>
    public const int YearsAsked = 3;

    /// <summary>The data year first.</summary>
    public List<FigureRow> Years { get; set; } = [];

    public override void Take(Nomination nomination, Programme programme) => Years =
    [
        .. Enumerable.Range(0, YearsAsked).Select(back => programme.DataYear - back).Select(year => new FigureRow
        {
            Revenue = nomination.FigureOf(year, FigureBase.Product)?.Revenue,
            Export = nomination.FigureOf(year, FigureBase.Product)?.ExportCents / 100m,
            BusinessRevenue = nomination.FigureOf(year, FigureBase.Business)?.Revenue,
            BusinessExport = nomination.FigureOf(year, FigureBase.Business)?.ExportCents / 100m,
            Employees = nomination.FigureOf(year, FigureBase.Business)?.Employees,
        }),
    ];

    public override void Save(Nomination nomination, Programme programme, string? reason)
    {
        for (var back = 0; back < Math.Min(Years.Count, YearsAsked); back++)
        {
            var row = Years[back];
            nomination.Declare(programme, programme.DataYear - back, FigureBase.Product, new FigureContent(row.Revenue, Cents(row.Export)), reason);
            nomination.Declare(programme, programme.DataYear - back, FigureBase.Business, new FigureContent(row.BusinessRevenue, Cents(row.BusinessExport), row.Employees), reason);
        }
    }

    private static long? Cents(decimal? dollars) => dollars is { } value ? (long)(value * 100m) : null;
}

/// <summary>The figures of a year: đồng, US dollars, persons.</summary>
public sealed class FigureRow
{
    [Amount]
    public long? Revenue { get; set; }

    [Amount(2)]
    public decimal? Export { get; set; }

    [Amount]
    public long? BusinessRevenue { get; set; }

    [Amount(2)]
    public decimal? BusinessExport { get; set; }

    [Amount]
    public int? Employees { get; set; }
}
