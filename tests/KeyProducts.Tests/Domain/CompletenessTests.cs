using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

public sealed class CompletenessTests
{
    private readonly Programme programme = ProgrammeTests.At(Stage.Screening);

    [Fact]
    public void A_dossier_that_was_just_registered_lacks_nearly_everything()
    {
        var sections = Completeness.Of(NominationTests.Register(programme), programme);
        Assert.Equal(Enum.GetValues<DossierSection>(), sections.Select(section => section.Section));
        Assert.All(sections, section => Assert.Equal((0, false), (section.Filled, section.IsComplete)));
        Assert.Equal([1, 5, 12, 3, 1, 2, 2, 5], sections.Select(section => section.Expected));
        Assert.Equal(0, Completeness.Percent(sections));
    }

    [Fact]
    public void A_dossier_that_is_filled_in_lacks_nothing()
    {
        var sections = Completeness.Of(Filled(), programme);
        Assert.Empty(sections.SelectMany(section => section.Missing));
        Assert.Equal(100, Completeness.Percent(sections));
    }

    [Fact]
    public void One_entry_short_is_not_a_hundred_percent_and_is_named()
    {
        var nomination = Filled();
        nomination.Declare(programme, 2023, FigureBase.Business, new FigureContent(1_000_000_000, 0), null);
        var sections = Completeness.Of(nomination, programme);
        Assert.Equal(96, Completeness.Percent(sections));
        Assert.Equal([new MissingEntry("Employees {0}", 2023)], sections.SelectMany(section => section.Missing));
    }

    [Fact]
    public void Spaces_are_no_entry()
    {
        var nomination = Filled();
        nomination.ChangeBrand(programme, "  ", null);
        Assert.Equal([new MissingEntry("Brand")], Completeness.Of(nomination, programme).SelectMany(section => section.Missing));
    }

    [Fact]
    public void An_export_of_nothing_is_an_entry_and_no_export_is_none()
    {
        var nomination = Filled();
        nomination.Declare(programme, 2025, FigureBase.Product, new FigureContent(1, 0), null);
        Assert.Empty(Completeness.Of(nomination, programme).SelectMany(section => section.Missing));
        nomination.Declare(programme, 2025, FigureBase.Product, new FigureContent(1, null), null);
        Assert.Equal([new MissingEntry("Export of the product {0}", 2025)], Completeness.Of(nomination, programme).SelectMany(section => section.Missing));
    }

    [Fact]
    public void A_new_product_judged_in_words_declares_one_year()
    {
        programme.Change(programme.Tracks[0], programme.Tracks[0].Name, GateFigure.None, null);
        var figures = Completeness.Of(NominationTests.Register(programme), programme).Single(section => section.Section == DossierSection.Figures);
        Assert.Equal((4, 4), (figures.Expected, figures.Missing.Count(entry => entry.DataYear == 2025)));
    }

    [Fact]
    public void Each_certificate_has_its_number_and_issuer_and_one_section_does_not_serve_the_other()
    {
        var nomination = Filled();
        nomination.SetCertificates(programme, DossierSection.Standards, [new CertificateContent("ISO 9001", "1", "Q", null, null), new CertificateContent("ISO 14001", null, "Q", null, null)], null);
        nomination.SetCertificates(programme, DossierSection.Brand, [], null);
        Assert.Equal(
            [new MissingEntry("Number and issuer of a certificate"), new MissingEntry("At least one right of intellectual property")],
            Completeness.Of(nomination, programme).SelectMany(section => section.Missing));
    }

    [Fact]
    public void A_contact_is_a_name_with_a_way_to_reach_it()
    {
        var nomination = Filled();
        nomination.Change(programme, nomination.Establishment with { ContactPhone = null }, null);
        Assert.Equal([new MissingEntry("Contact for this dossier")], Completeness.Of(nomination, programme).SelectMany(section => section.Missing));
        nomination.Change(programme, nomination.Establishment with { ContactEmail = "a@example.vn" }, null);
        Assert.Empty(Completeness.Of(nomination, programme).SelectMany(section => section.Missing));
    }

    private Nomination Filled() => Filled(programme);

    /// <summary>A dossier that lacks nothing and raises no doubt but that about the tax code of the tests' business, which has none.</summary>
    internal static Nomination Filled(Programme programme)
    {
        var nomination = NominationTests.Register(programme, NominationTests.Content(programme) with { Description = "Máy ép" });
        nomination.Change(programme, new Establishment(HanoiSite.Both, "Phường Đại Mỗ", "Cơ khí", "Đỗ Văn Đế", null, "Lê Thị Ữ", "024 3000 0000", null), null);
        for (var year = 2023; year <= 2025; year++)
        {
            nomination.Declare(programme, year, FigureBase.Product, new FigureContent(120_000_000_000, 0), null);
            nomination.Declare(programme, year, FigureBase.Business, new FigureContent(200_000_000_000, 0, 90), null);
        }

        nomination.Change(programme, new Technology(60m, "Robot", "ERP", "Một phần"), null);
        nomination.SetCertificates(programme, DossierSection.Standards, [new CertificateContent("ISO 9001:2015", "1", "Quacert", null, null)], null);
        nomination.SetCertificates(programme, DossierSection.Brand, [new CertificateContent("Nhãn hiệu", "2", "Cục Sở hữu trí tuệ", null, null)], null);
        nomination.ChangeBrand(programme, "Đại Thành", null);
        nomination.ChangeEnvironment(programme, "Xử lý nước thải", "Đủ bảo hiểm", null);
        nomination.Change(programme, new Commitments(true, true, true, true, "Đỗ Văn Đế", new DateOnly(2026, 3, 1)), null);
        return nomination;
    }
}
