using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>Published figures and old lists: what cannot be, and which figures can mean the same.</summary>
public sealed class PastYearsTests
{
    private static readonly PastFigureContent Revenue = new(2021, PastMeasure.Revenue, null, 40_000_000_000_000, Exactness.About, FigureBase.Business, 2020, "vov.vn", null);

    [Theory]
    [InlineData("Year", 2004)]
    [InlineData("Year", 2101)]
    [InlineData("DataYear", 2022)]
    [InlineData("Value", -1)]
    [InlineData("Industry", 0)]
    [InlineData("Source", 0)]
    public void A_figure_that_cannot_be_is_refused_at_its_field(string field, int value)
    {
        var content = field switch
        {
            "Year" => Revenue with { Year = value },
            "DataYear" => Revenue with { DataYear = value },
            "Value" => Revenue with { Value = value },
            "Industry" => Revenue with { Industry = "Cơ khí" },
            _ => Revenue with { Source = " " },
        };
        Assert.Equal(field, Assert.Throws<RuleException>(() => new PastFigure(content, true)).Field);
    }

    [Fact]
    public void A_refused_change_changes_nothing()
    {
        var figure = new PastFigure(Revenue, isPublic: true);
        Assert.Throws<RuleException>(() => figure.Change(Revenue with { Year = 2020, DataYear = 2019, Note = "x", Value = long.MaxValue }));
        Assert.Equal(Revenue, figure.Content);
    }

    [Fact]
    public void Products_of_an_industry_name_the_industry()
    {
        Assert.Equal("Industry", Assert.Throws<RuleException>(() => new PastFigure(Revenue with { Measure = PastMeasure.IndustryProducts, Value = 6 }, true)).Field);
        Assert.Equal("Cơ khí", new PastFigure(Revenue with { Measure = PastMeasure.IndustryProducts, Value = 6, Industry = " Cơ khí " }, true).Industry);
    }

    [Theory]
    [InlineData(Exactness.Exact, 100, true)]
    [InlineData(Exactness.Exact, 101, false)]
    [InlineData(Exactness.About, 91, true)]
    [InlineData(Exactness.About, 110, true)]
    [InlineData(Exactness.About, 111, false)]
    [InlineData(Exactness.Nearly, 95, true)]
    [InlineData(Exactness.Nearly, 101, false)]
    [InlineData(Exactness.MoreThan, 105, true)]
    [InlineData(Exactness.MoreThan, 99, false)]
    public void A_count_fits_as_exactly_as_the_source_says(Exactness exactness, long count, bool fits) =>
        Assert.Equal(fits, new PastFigure(new PastFigureContent(2020, PastMeasure.RecognisedProducts, null, 100, exactness, null, null, "Báo", null), true).Fits(count));

    [Fact]
    public void A_product_of_an_old_list_is_not_public_until_it_is_shown()
    {
        var product = new PastProduct(new PastProductContent(2010, " Quạt trần ", null, null, null, true, "Quyết định"), null);
        Assert.False(product.IsPublic);
        Assert.Equal("Quạt trần", product.Product);
        product.Show(true);
        Assert.True(product.IsPublic);
        Assert.Equal("Product", Assert.Throws<RuleException>(() => new PastProduct(new PastProductContent(2010, " ", null, null, null, false, "Q"), null)).Field);
    }
}
