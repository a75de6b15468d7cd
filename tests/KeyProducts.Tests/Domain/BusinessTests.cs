using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

public sealed class BusinessTests
{
    private const string Doubtful = "0100233489";

    [Fact]
    public void A_code_keeps_its_zeros_and_loses_its_spaces() => Assert.Equal("0100233488", new Business(1, Details("0100 233 488")).TaxCode);

    [Fact]
    public void A_business_may_have_no_code() => Assert.Null(new Business(1, Details(" ")).TaxCode);

    [Theory]
    [InlineData(Doubtful, "The last digit of this tax code does not fit the others. Correct it, or say why it is right.")]
    [InlineData("12345", "A tax code has 10 digits, 10 and 3 with a hyphen between, or 12. Correct it, or say why it is right.")]
    public void A_doubtful_code_is_refused_at_its_field(string code, string sentence)
    {
        var refusal = Assert.Throws<RuleException>(() => new Business(1, Details(code, "  ")));
        Assert.Equal((sentence, "TaxCode"), (refusal.Message, refusal.Field));
    }

    [Fact]
    public void A_reason_keeps_a_doubtful_code()
    {
        var business = new Business(1, Details(Doubtful, " Theo giấy đăng ký "));
        Assert.Equal((Doubtful, "Theo giấy đăng ký"), (business.TaxCode, business.TaxCodeReason));
    }

    [Fact]
    public void A_code_without_doubt_keeps_no_reason() => Assert.Null(new Business(1, Details("0100233488", "Theo giấy đăng ký")).TaxCodeReason);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("example.vn")]
    [InlineData("//example.vn")]
    [InlineData("ftp://example.vn")]
    [InlineData("http:")]
    [InlineData(" https://example.vn")]
    public void A_website_is_an_address_of_the_web(string website)
    {
        var refusal = Assert.Throws<RuleException>(() => new Business(1, Details(website: website)));
        Assert.Equal("Website", refusal.Field);
    }

    [Fact]
    public void A_refused_change_changes_nothing()
    {
        var business = new Business(1, Details("0100233488", website: "https://đđ.example.vn"));
        Assert.Throws<RuleException>(() => business.Change(Details(Doubtful, name: "Công ty khác")));
        Assert.Throws<RuleException>(() => business.Change(Details("0100112437", name: "Công ty khác", website: "x")));
        Assert.Equal(("Công ty Điện tử Đế Ữ", "0100233488", "https://đđ.example.vn"), (business.Name.Vietnamese, business.TaxCode, business.Website));
    }

    [Fact]
    public void An_address_needs_no_district() => Assert.Equal("Số 1, Phường Láng, Hà Nội", new Address("Số 1", "Phường Láng", null, "Hà Nội").ToString());

    [Fact]
    public void Figures_of_a_year_stand_once_and_the_later_take_the_place_of_the_earlier()
    {
        var business = new Business(1, Details());
        business.SetFigures(2024, 1_000, 200, 3);
        business.SetFigures(2024, 2_000, null, 4);
        var figure = Assert.Single(business.Figures);
        Assert.Equal((2024, 2_000L, null, 4), (figure.Year, figure.Revenue, figure.ExportCents, figure.Employees));
    }

    [Fact]
    public void Figures_that_are_there_are_not_added_again()
    {
        var business = new Business(1, Details());
        business.AddFigures(2024, 1_000, null, null);
        var refusal = Assert.Throws<RuleException>(() => business.AddFigures(2024, 5, null, null));
        Assert.Equal("FigureYear", refusal.Field);
        Assert.Equal(1_000, Assert.Single(business.Figures).Revenue);
    }

    [Theory]
    [InlineData(-1L, null, null)]
    [InlineData(null, -1L, null)]
    [InlineData(null, null, -1)]
    [InlineData(10_000_000_000_000_001L, null, null)]
    [InlineData(null, 100_000_000_000_001L, null)]
    [InlineData(null, null, 10_000_001)]
    public void A_figure_is_neither_negative_nor_past_belief(long? revenue, long? exportCents, int? employees)
    {
        var business = new Business(1, Details());
        Assert.Throws<RuleException>(() => business.SetFigures(2024, revenue, exportCents, employees));
        Assert.Empty(business.Figures);
    }

    [Fact]
    public void Figures_may_be_nothing_and_as_large_as_the_country()
    {
        var business = new Business(1, Details());
        business.SetFigures(2023, 0, 0, 0);
        business.SetFigures(2024, 10_000_000_000_000_000, 100_000_000_000_000, 10_000_000);
        Assert.Equal([2023, 2024], business.Figures.Select(figure => figure.Year));
    }

    [Theory]
    [InlineData(1989)]
    [InlineData(2101)]
    public void A_year_lies_between_1990_and_2100_and_the_refusal_names_its_field(int year)
    {
        var business = new Business(1, Details());
        Assert.Equal("FigureYear", Assert.Throws<RuleException>(() => business.SetFigures(year, 1, 1, 1)).Field);
        Assert.Equal("Year", Assert.Throws<RuleException>(() => business.AddListing("VNR500", year, 1)).Field);
        Assert.Equal("TitleYear", Assert.Throws<RuleException>(() => business.AddTitle(year)).Field);
    }

    [Fact]
    public void Figures_of_one_year_are_removed_and_others_stay()
    {
        var business = new Business(1, Details());
        business.SetFigures(2023, 1, null, null);
        business.SetFigures(2024, 2, null, null);
        business.RemoveFigures(2023);
        business.RemoveFigures(2022);
        Assert.Equal(2024, Assert.Single(business.Figures).Year);
    }

    [Fact]
    public void A_place_in_a_list_stands_once_a_year()
    {
        var business = new Business(1, Details());
        business.AddListing(" VNR500 ", 2024, 128);
        business.AddListing("VNR500", 2025, null);
        business.AddListing("Top 500 tư nhân", 2024, 1);
        Assert.Equal("List", Assert.Throws<RuleException>(() => business.AddListing("vnr500", 2024, 5)).Field);
        Assert.Equal([("VNR500", 2024, 128), ("VNR500", 2025, null), ("Top 500 tư nhân", 2024, (int?)1)], business.Listings.Select(one => (one.List, one.Year, one.Place)));

        business.Remove(business.Listings[0]);
        Assert.Equal(2, business.Listings.Count);
    }

    [Theory]
    [InlineData(null, 1, "List")]
    [InlineData("  ", 1, "List")]
    [InlineData("VNR500", 0, "Place")]
    [InlineData("VNR500", 10_001, "Place")]
    public void A_place_in_a_list_has_a_name_and_a_possible_place(string? list, int place, string field)
    {
        var business = new Business(1, Details());
        Assert.Equal(field, Assert.Throws<RuleException>(() => business.AddListing(list, 2024, place)).Field);
        Assert.Empty(business.Listings);
    }

    [Fact]
    public void A_National_Brand_title_stands_once_a_year()
    {
        var business = new Business(1, Details());
        business.AddTitle(2022);
        business.AddTitle(2024);
        Assert.Equal("TitleYear", Assert.Throws<RuleException>(() => business.AddTitle(2022)).Field);
        business.Remove(business.Titles[0]);
        Assert.Equal(2024, Assert.Single(business.Titles).Year);
    }

    private static BusinessDetails Details(string? code = null, string? reason = null, string name = "Công ty Điện tử Đế Ữ", string? website = null) => new(
        BilingualName.Of(name, null), code, reason, new Address(null, null, null, "Hà Nội"), new Contact(null, null, null), Ownership.Private, website);
}
