using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

public sealed class DeclaredYearTests
{
    [Fact]
    public void Growth_share_and_revenue_per_employee_are_computed_and_missing_where_a_figure_is()
    {
        var programme = ProgrammeTests.At(Stage.Nominations);
        programme.Set(programme.Screening with { DongPerDollar = 25_000m });
        var content = new NominationContent(new BilingualName("Máy ép", null), null, programme.Industries[0].Id, programme.Tracks[0].Id, null);
        var business = new Business(1, new BusinessDetails(new BilingualName("Cơ khí Ế", null), null, null, new Address(null, null, null, null), new Contact(null, null, null), Ownership.Private, null));
        var nomination = new Nomination(programme, business, content, new DateOnly(2026, 3, 1));
        nomination.Declare(programme, 2025, FigureBase.Product, new FigureContent(125_000_000_000, 1_000_000_00), null);
        nomination.Declare(programme, 2024, FigureBase.Product, new FigureContent(100_000_000_000, 0), null);
        nomination.Declare(programme, 2023, FigureBase.Product, new FigureContent(0, null), null);
        nomination.Declare(programme, 2025, FigureBase.Business, new FigureContent(300_000_000_000, null, 200), null);

        var years = DeclaredYear.Of(nomination, programme);

        Assert.Equal([2025, 2024, 2023], years.Select(year => year.Year));
        // 25 % more; 1 million dollars at 25,000 đồng are a fifth of 125 billion; 300 billion for 200 persons.
        Assert.Equal((25m, 20m, 1_500_000_000m, (decimal?)null), (years[0].ProductGrowth, years[0].ExportShare, years[0].RevenuePerEmployee, years[0].BusinessGrowth));
        Assert.Equal((null, 0m), (years[1].ProductGrowth, years[1].ExportShare));
        Assert.Equal((null, null, null), (years[2].ProductGrowth, years[2].ExportShare, years[2].RevenuePerEmployee));
    }
}
