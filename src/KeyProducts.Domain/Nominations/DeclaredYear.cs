namespace KeyProducts.Domain;

/// <summary>What a dossier declares for a data year, and what follows from it. A ratio is null where a figure it needs is missing or 0.</summary>
/// <param name="Year">The data year.</param>
/// <param name="Product">Of the product.</param>
/// <param name="Business">Of the whole business.</param>
/// <param name="ProductGrowth">The product's revenue against the year before, in percent.</param>
/// <param name="BusinessGrowth">The business's revenue against the year before, in percent.</param>
/// <param name="ExportShare">The product's export in its revenue at the year's exchange rate, in percent; null without a rate.</param>
/// <param name="RevenuePerEmployee">The business's revenue for each person employed, in đồng.</param>
public sealed record DeclaredYear(
    int Year,
    FigureContent Product,
    FigureContent Business,
    decimal? ProductGrowth,
    decimal? BusinessGrowth,
    decimal? ExportShare,
    decimal? RevenuePerEmployee)
{
    /// <summary>The data year and the two before it, the latest first.</summary>
    /// <param name="nomination">With its figures.</param>
    /// <param name="programme">Its year.</param>
    public static IReadOnlyList<DeclaredYear> Of(Nomination nomination, Programme programme) =>
        [.. Enumerable.Range(0, 3).Select(back => Of(nomination, programme.DataYear - back, programme.Screening.DongPerDollar))];

    private static DeclaredYear Of(Nomination nomination, int year, decimal? dongPerDollar)
    {
        var product = nomination.FigureOf(year, FigureBase.Product)?.Content ?? FigureContent.None;
        var business = nomination.FigureOf(year, FigureBase.Business)?.Content ?? FigureContent.None;
        return new DeclaredYear(
            year,
            product,
            business,
            Growth(product.Revenue, nomination.FigureOf(year - 1, FigureBase.Product)?.Revenue),
            Growth(business.Revenue, nomination.FigureOf(year - 1, FigureBase.Business)?.Revenue),
            Share(product.ExportCents / 100m * dongPerDollar, product.Revenue),
            business is { Revenue: { } revenue, Employees: > 0 and var employees } ? (decimal)revenue / employees : null);
    }

    private static decimal? Growth(long? now, long? before) => before is > 0 && now is not null ? ((decimal)now / before.Value * 100m) - 100m : null;

    private static decimal? Share(decimal? part, long? whole) => whole is > 0 ? part / whole * 100m : null;
}
