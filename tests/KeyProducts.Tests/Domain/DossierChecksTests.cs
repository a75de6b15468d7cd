using KeyProducts.Domain;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Domain;

/// <summary>Each doubt with a case that raises it, and the nearest one that does not.</summary>
public sealed class DossierChecksTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private readonly Programme programme = ProgrammeTests.At(Stage.Screening);
    private readonly Nomination nomination;

    public DossierChecksTests() => nomination = NominationTests.Register(programme);

    [Theory]
    [InlineData(99_999_999, true)]
    [InlineData(100_000_000, false)]
    [InlineData(0, false)]
    public void A_revenue_that_nobody_earns_was_typed_in_another_unit(long revenue, bool isDoubtful)
    {
        Declare(2025, FigureBase.Product, new FigureContent(revenue, null));
        Assert.Equal(isDoubtful ? ["{0} {1}, {2}: {3} is very little. Was it typed in millions or billions of đồng?"] : [], Of(WarningKind.UnitSlip));
    }

    [Theory]
    [InlineData(400_000_000, WarningKind.UnitSlip)]
    [InlineData(400_000_001, WarningKind.Jump)]
    [InlineData(40_000_000_000, null)]
    [InlineData(39_999_999_999, WarningKind.Jump)]
    [InlineData(360_000_000_000, null)]
    [InlineData(360_000_000_001, WarningKind.Fall)]
    [InlineData(36_000_000_000_000, WarningKind.UnitSlip)]
    public void A_change_past_the_ratio_is_a_jump_or_a_fall_and_one_of_three_hundred_a_slip_of_the_unit(long before, WarningKind? kind)
    {
        Declare(2025, FigureBase.Product, new FigureContent(120_000_000_000, null));
        Declare(2024, FigureBase.Product, new FigureContent(before, null));
        Assert.Equal(kind is null ? [] : [kind.Value], All().Select(warning => warning.Kind).Except([WarningKind.TaxCode]));
    }

    [Fact]
    public void The_ratio_is_the_years_own()
    {
        Declare(2025, FigureBase.Product, new FigureContent(120_000_000_000, null));
        Declare(2024, FigureBase.Product, new FigureContent(50_000_000_000, null));
        Assert.Empty(Of(WarningKind.Jump));
        programme.Set(programme.Screening with { JumpRatio = 2m });
        Assert.Single(Of(WarningKind.Jump));
    }

    [Fact]
    public void People_have_no_unit_to_mistake()
    {
        Declare(2025, FigureBase.Business, new FigureContent(null, null, 900));
        Declare(2024, FigureBase.Business, new FigureContent(null, null, 2));
        Assert.Equal([WarningKind.Jump], All().Select(warning => warning.Kind).Except([WarningKind.TaxCode]));
    }

    [Theory]
    [InlineData(101_000_000_000, false)]
    [InlineData(101_020_000_000, true)]
    [InlineData(98_990_000_000, true)]
    [InlineData(99_000_000_000, false)]
    public void An_earlier_dossier_is_contradicted_beyond_the_tolerance(long revenue, bool isDoubtful)
    {
        Declare(2025, FigureBase.Business, new FigureContent(revenue, null));
        Assert.Equal(isDoubtful ? 1 : 0, Of(WarningKind.ContradictsLastYear, Earlier(2025, FigureBase.Business, new FigureContent(100_000_000_000, null))).Count);
    }

    [Fact]
    public void Against_an_earlier_dossier_a_factor_of_a_thousand_is_a_slip_and_no_contradiction()
    {
        Declare(2025, FigureBase.Business, new FigureContent(100_000_000, null));
        var background = Earlier(2025, FigureBase.Business, new FigureContent(100_000_000_000, null));
        Assert.Empty(Of(WarningKind.ContradictsLastYear, background));
        Assert.Equal(["{0} {1}, {2}: {3} against {4} for {5}. Is the unit right (thousand, million, billion)?"], Of(WarningKind.UnitSlip, background));
    }

    [Fact]
    public void A_figure_that_this_dossier_leaves_out_is_taken_from_the_earlier_one()
    {
        Declare(2025, FigureBase.Business, new FigureContent(100_000_000_000, null));
        // The year before has an entry here, though not this figure.
        Declare(2024, FigureBase.Business, new FigureContent(null, null, 50));
        Assert.Empty(Of(WarningKind.Jump));
        Assert.Single(Of(WarningKind.Jump, Earlier(2024, FigureBase.Business, new FigureContent(10_000_000_000, null))));
    }

    [Theory]
    [InlineData(100_000_000, 25_000, false)]
    [InlineData(100_000_001, 25_000, true)]
    [InlineData(100_000_001, 24_999, false)]
    [InlineData(900_000_000, null, false)]
    public void Export_above_revenue_is_told_at_the_years_rate(long cents, int? rate, bool isDoubtful)
    {
        programme.Set(programme.Screening with { DongPerDollar = rate });
        Declare(2025, FigureBase.Product, new FigureContent(25_000_000_000, cents));
        // The rate of another year is not known.
        Declare(2024, FigureBase.Product, new FigureContent(25_000_000_000, 900_000_000));
        Assert.Equal(isDoubtful ? 1 : 0, Of(WarningKind.ExportAboveRevenue).Count);
    }

    [Theory]
    [InlineData(500, 100, 0)]
    [InlineData(501, 100, 1)]
    [InlineData(501, 101, 2)]
    public void A_product_has_no_more_than_its_business(long billions, long cents, int doubts)
    {
        Declare(2025, FigureBase.Product, new FigureContent(billions * 1_000_000_000, cents));
        Declare(2025, FigureBase.Business, new FigureContent(500_000_000_000, 100));
        Assert.Equal(doubts, Of(WarningKind.ProductAboveBusiness).Count);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(-1, true)]
    public void A_certificate_holds_until_the_end_of_its_last_day(int days, bool isDoubtful)
    {
        var certificate = new CertificateContent("ISO 9001:2015", "VN-1", "Quacert", null, Today.AddDays(days));
        // The same entered twice is one doubt.
        nomination.SetCertificates(programme, DossierSection.Standards, [certificate, certificate, certificate with { ExpiresOn = null }], null);
        Assert.Equal(isDoubtful ? 1 : 0, Of(WarningKind.CertificateExpired).Count);
    }

    [Theory]
    [InlineData(100_000_000_000, false)]
    [InlineData(99_999_999_999, true)]
    [InlineData(null, false)]
    public void The_gate_of_the_track_is_met_missed_or_cannot_be_told(long? revenue, bool isDoubtful)
    {
        Declare(2025, FigureBase.Product, new FigureContent(revenue, 1));
        Assert.Equal(isDoubtful ? 1 : 0, Of(WarningKind.GateNotMet).Count);
    }

    [Theory]
    [InlineData(HanoiSite.Neither, true)]
    [InlineData(HanoiSite.Workshop, false)]
    [InlineData(null, false)]
    public void Something_of_the_business_lies_in_Hanoi(HanoiSite? site, bool isDoubtful)
    {
        nomination.Change(programme, Establishment.None with { Site = site }, null);
        Assert.Equal(isDoubtful ? 1 : 0, Of(WarningKind.NotInHanoi).Count);
    }

    [Theory]
    [InlineData("0100109106", null)]
    [InlineData("0100109107", "The last digit of the tax code {0} does not fit the others.")]
    [InlineData("01001091", "The tax code {0} has not the form of one.")]
    [InlineData(null, "The business has no tax code.")]
    public void A_tax_code_is_there_and_can_be_one(string? code, string? doubt)
    {
        nomination.Business.Change(new BusinessDetails(
            BilingualName.Of("Công ty Cổ phần Đại Thành Ế Ữ", null), code, "Theo giấy đăng ký", new Address(null, null, null, "Hà Nội"), new Contact(null, null, null), Ownership.Private, null));
        Assert.Equal(doubt is null ? [] : [doubt], Of(WarningKind.TaxCode));
    }

    [Fact]
    public void The_same_product_twice_names_the_other_nomination()
    {
        Assert.Empty(Of(WarningKind.SameProductTwice));
        var warning = Assert.Single(DossierChecks.Of(nomination, programme, new DossierBackground([], [7], Today)), one => one.Kind == WarningKind.SameProductTwice);
        Assert.Equal([7], warning.Arguments);
    }

    [Fact]
    public void A_decision_closes_a_doubt_until_its_values_change()
    {
        Declare(2025, FigureBase.Product, new FigureContent(99_000_000_000, null));
        var gate = All().Single(warning => warning.Kind == WarningKind.GateNotMet);
        nomination.Decide(programme, gate, WarningVerdict.ToCorrect, "Xem lại", Officers.Hoa, JudgingYear.Now);
        Assert.True(nomination.IsOpen(gate));
        nomination.Decide(programme, gate, WarningVerdict.Stands, "Đã đối chiếu báo cáo tài chính", Officers.Thang, JudgingYear.Now);
        Assert.False(nomination.IsOpen(All().Single(warning => warning.Kind == WarningKind.GateNotMet)));
        Assert.Equal(("Đã đối chiếu báo cáo tài chính", "Lê Quyết Thắng"), (nomination.DecisionOn(gate)!.Reason, nomination.DecisionOn(gate)!.DecidedBy));

        Declare(2025, FigureBase.Product, new FigureContent(98_000_000_000, null));
        var again = All().Single(warning => warning.Kind == WarningKind.GateNotMet);
        Assert.Null(nomination.DecisionOn(again));
    }

    [Fact]
    public void Every_kind_of_doubt_is_looked_at_here() =>
        Assert.Equal(11, Enum.GetValues<WarningKind>().Length);

    private void Declare(int dataYear, FigureBase basis, FigureContent content) => nomination.Declare(programme, dataYear, basis, content, null);

    private IReadOnlyList<FigureWarning> All() => DossierChecks.Of(nomination, programme, DossierBackground.None(Today));

    private List<string> Of(WarningKind kind, DossierBackground? background = null) =>
        [.. DossierChecks.Of(nomination, programme, background ?? DossierBackground.None(Today)).Where(warning => warning.Kind == kind).Select(warning => warning.Message)];

    // What the same business declared in another dossier.
    private DossierBackground Earlier(int dataYear, FigureBase basis, FigureContent content)
    {
        var other = NominationTests.Register(programme);
        other.Declare(programme, dataYear, basis, content, null);
        return new DossierBackground(other.Figures, [], Today);
    }
}
