using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

public sealed class BusinessMergeTests
{
    private static readonly MergeChoices Nothing = new(new HashSet<BusinessField>(), new HashSet<int>(), new HashSet<Guid>());

    [Fact]
    public void What_only_the_other_knows_is_taken_over_and_what_both_know_stays()
    {
        var kept = Kept();
        var other = Other();
        kept.Absorb(other, Nothing, [], "Một doanh nghiệp, nhập hai lần");

        Assert.Equal(("Công ty Điện tử Đế Ữ", "De U Electronics", "0100233488", "https://deu.example.vn"), (kept.Name.Vietnamese, kept.Name.English, kept.TaxCode, kept.Website));
        Assert.Equal(("Phường Láng", "024 1"), (kept.Address.Ward, kept.Contact.Phone));
        Assert.Equal(
            [(2022, 7L, (long?)null, (int?)null), (2023, 100L, 5L, 30), (2024, 200L, 9L, 40)],
            kept.Figures.OrderBy(one => one.Year).Select(one => (one.Year, one.Revenue!.Value, one.ExportCents, one.Employees)));
        Assert.Equal([("VNR500", 2023, 128), ("VNR500", 2024, 90), ("Top 500 tư nhân", 2024, (int?)null)], kept.Listings.Select(one => (one.List, one.Year, one.Place)));
        Assert.Equal([2022, 2024], kept.Titles.Select(one => one.Year).Order());
    }

    [Fact]
    public void Where_both_differ_the_officer_chooses()
    {
        var kept = Kept();
        var other = Other();
        var merge = new BusinessMerge(kept, other);
        Assert.Equal([BusinessField.Name, BusinessField.TaxCode, BusinessField.Ownership, BusinessField.Contact], merge.Differing);
        Assert.Equal([BusinessField.NameEnglish, BusinessField.Address, BusinessField.Website], merge.Added);
        Assert.Equal([(2024, true, true), (2023, false, true), (2022, false, true)], merge.Figures.Select(one => (one.Year, one.Differs, one.Adds)));
        var listing = merge.Listings.Single(one => one.Differs);

        kept.Absorb(other, new MergeChoices(new HashSet<BusinessField> { BusinessField.Name, BusinessField.TaxCode }, new HashSet<int> { 2024 }, new HashSet<Guid> { listing.Other.Id }), [], "Trùng");
        Assert.Equal(("Cty Điện tử Đế Ữ", "0199027467", Ownership.Private), (kept.Name.Vietnamese, kept.TaxCode, kept.Ownership));
        Assert.Equal((201L, 9L, 40), (kept.Figures.Single(one => one.Year == 2024).Revenue, kept.Figures.Single(one => one.Year == 2024).ExportCents, kept.Figures.Single(one => one.Year == 2024).Employees));
        Assert.Equal(91, kept.Listings.Single(one => one is { List: "VNR500", Year: 2024 }).Place);
    }

    [Fact]
    public void The_merged_record_gives_up_its_code_stays_as_it_was_and_changes_no_more()
    {
        var kept = Kept();
        var other = Other();
        kept.Absorb(other, Nothing, [], "Trùng");
        Assert.Equal((kept.Id, null, "Cty Điện tử Đế Ữ", 3), (other.MergedIntoId, other.TaxCode, other.Name.Vietnamese, other.Figures.Count));
        Assert.Throws<RuleException>(() => other.Change(Details("Khác", null)));
        Assert.Throws<RuleException>(() => other.SetFigures(2020, 1, null, null));
        Assert.Throws<RuleException>(() => other.RemoveFigures(2024));
        Assert.Throws<RuleException>(() => other.AddListing("VNR500", 2020, 1));
        Assert.Throws<RuleException>(() => other.Remove(other.Listings[0]));
        Assert.Throws<RuleException>(() => other.AddTitle(2020));
        Assert.Throws<RuleException>(() => other.Remove(other.Titles[0]));
        Assert.Equal(("Cty Điện tử Đế Ữ", 3), (other.Name.Vietnamese, other.Figures.Count));
    }

    [Fact]
    public void Nominations_come_along_in_every_stage()
    {
        var year = new JudgingYear();
        var nomination = year.Nomination;
        var kept = new Business(900, Details("Công ty Còn Lại", null));
        kept.Absorb(nomination.Business, Nothing, [nomination], "Trùng");
        Assert.Equal((kept.Id, kept), (nomination.BusinessId, nomination.Business));
    }

    [Fact]
    public void A_merge_that_is_refused_changes_nothing()
    {
        var kept = Kept();
        var other = Other();
        Assert.Throws<RuleException>(() => kept.Absorb(kept, Nothing, [], "Trùng"));
        Assert.Equal("Reason", Assert.Throws<RuleException>(() => kept.Absorb(other, Nothing, [], "  ")).Field);
        Assert.Equal((null, null, 2), (kept.Name.English, other.MergedIntoId, kept.Figures.Count));

        kept.Absorb(other, Nothing, [], "Trùng");
        var third = new Business(4, Details("Thứ ba", null));
        Assert.Throws<RuleException>(() => third.Absorb(other, Nothing, [], "Trùng"));
        Assert.Throws<RuleException>(() => other.Absorb(third, Nothing, [], "Trùng"));
        Assert.Null(third.MergedIntoId);
    }

    private static Business Kept()
    {
        var business = new Business(1, Details("Công ty Điện tử Đế Ữ", "0100233488"));
        business.SetFigures(2023, 100, null, 30);
        business.SetFigures(2024, 200, 9, null);
        business.AddListing("VNR500", 2023, null);
        business.AddListing("VNR500", 2024, 90);
        business.AddTitle(2022);
        return business;
    }

    private static Business Other()
    {
        var business = new Business(2, new BusinessDetails(
            BilingualName.Of("Cty Điện tử Đế Ữ", "De U Electronics"), "0199027467", null, new Address(null, "Phường Láng", null, "Hà Nội"), new Contact("Ông Đế", "024 2", null), Ownership.State, "https://deu.example.vn"));
        business.SetFigures(2022, 7, null, null);
        business.SetFigures(2023, 100, 5, 30);
        business.SetFigures(2024, 201, null, 40);
        business.AddListing("vnr500", 2023, 128);
        business.AddListing("VNR500", 2024, 91);
        business.AddListing("Top 500 tư nhân", 2024, null);
        business.AddTitle(2022);
        business.AddTitle(2024);
        return business;
    }

    private static BusinessDetails Details(string name, string? code) => new(
        BilingualName.Of(name, null), code, null, new Address(null, null, null, null), new Contact(null, "024 1", null), Ownership.Private, null);
}
