using KeyProducts.Domain;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Domain;

public sealed class NominationTests
{
    [Fact]
    public void Registering_takes_the_next_number_and_keeps_what_the_dossier_says()
    {
        var programme = ProgrammeTests.At(Stage.Nominations);
        var first = Register(programme);
        var second = Register(programme);

        Assert.Equal((1, 2), (first.Number, second.Number));
        Assert.Equal((NominationStatus.Registered, "Máy ép Đại Thành", (int?)2023), (first.Status, first.Product.Vietnamese, first.RenewsYear));
    }

    [Theory]
    [InlineData(Stage.Preparation)]
    [InlineData(Stage.Judging)]
    [InlineData(Stage.Recognised)]
    public void Nothing_is_registered_outside_nominations_and_screening(Stage stage)
    {
        var programme = ProgrammeTests.At(stage);
        Assert.Throws<RuleException>(() => Register(programme));
        Assert.Equal(0, programme.LastNumber);
    }

    [Fact]
    public void A_rejection_and_a_withdrawal_need_a_reason_and_can_be_taken_back_with_one()
    {
        var programme = ProgrammeTests.At(Stage.Screening);
        var nomination = Register(programme);
        ProgrammeTests.Refused(() => nomination.Reject(programme, " "), "Give the reason.");
        Assert.Equal(NominationStatus.Registered, nomination.Status);

        nomination.Reject(programme, "Thiếu báo cáo môi trường");
        Assert.Equal((NominationStatus.Rejected, "Thiếu báo cáo môi trường"), (nomination.Status, nomination.StatusReason));
        ProgrammeTests.Refused(() => nomination.Undo(programme, null), "Give the reason.");
        nomination.Undo(programme, "Đã bổ sung báo cáo");
        Assert.Equal((NominationStatus.Registered, null), (nomination.Status, nomination.StatusReason));
    }

    [Fact]
    public void What_is_decided_once_is_not_decided_twice()
    {
        var programme = ProgrammeTests.At(Stage.Screening);
        var nomination = Register(programme);
        nomination.Accept(programme, [], Officers.Hoa, "Hồ sơ thử");
        ProgrammeTests.Refused(() => nomination.Accept(programme, [], Officers.Hoa, "Hồ sơ thử"), "The status of this nomination has changed; look at it again.");
        ProgrammeTests.Refused(() => nomination.Reject(programme, "Lý do"), "The status of this nomination has changed; look at it again.");
        nomination.Withdraw(programme, "Doanh nghiệp rút");
        ProgrammeTests.Refused(() => nomination.Withdraw(programme, "Lần nữa"), "The status of this nomination has changed; look at it again.");
    }

    [Fact]
    public void After_judging_a_nomination_can_only_be_withdrawn_and_after_recognition_nothing_changes()
    {
        var programme = ProgrammeTests.At(Stage.Screening);
        var nomination = Register(programme);
        nomination.Accept(programme, [], Officers.Hoa, "Hồ sơ thử");
        MoveTo(programme, Stage.Deliberation);

        ProgrammeTests.Refused(() => nomination.Undo(programme, "Lý do"), "After judging a nomination can only be withdrawn.");
        nomination.Withdraw(programme, "Doanh nghiệp rút");
        MoveTo(programme, Stage.Recognised);
        ProgrammeTests.Refused(() => nomination.Undo(programme, "Lý do"), "In this stage of the year the status of a nomination does not change.");
        ProgrammeTests.Refused(() => nomination.Change(programme, Content(programme), "Lý do"), "The year {0} is recognised; it changes no more.");
    }

    [Fact]
    public void Once_judging_is_open_a_dossier_changes_with_a_reason_only()
    {
        var programme = ProgrammeTests.At(Stage.Screening);
        var nomination = Register(programme);
        nomination.Change(programme, Content(programme) with { Description = "Mới" }, null);
        MoveTo(programme, Stage.Judging);

        ProgrammeTests.Refused(() => nomination.Change(programme, Content(programme), null), "Give the reason.");
        ProgrammeTests.Refused(() => nomination.Declare(programme, 2025, FigureBase.Product, new FigureContent(1, null), null), "Give the reason.");
        Assert.Equal("Mới", nomination.Description);
        nomination.Change(programme, Content(programme), "Sửa lỗi chính tả");
        Assert.Null(nomination.Description);
    }

    [Fact]
    public void Figures_are_of_a_year_before_the_award_one_for_each_year_and_base()
    {
        var programme = ProgrammeTests.At(Stage.Nominations);
        var nomination = Register(programme);
        nomination.Declare(programme, 2025, FigureBase.Product, new FigureContent(120_000_000_000, 5_000_00), null);
        nomination.Declare(programme, 2025, FigureBase.Business, new FigureContent(900_000_000_000, null), null);
        nomination.Declare(programme, 2025, FigureBase.Product, new FigureContent(121_000_000_000, null), null);

        Assert.Equal(
            [(2025, FigureBase.Product, 121_000_000_000L, null), (2025, FigureBase.Business, (long?)900_000_000_000L, (long?)null)],
            nomination.Figures.Select(figure => (figure.DataYear, figure.Base, figure.Revenue, figure.ExportCents)));
        ProgrammeTests.Refused(() => nomination.Declare(programme, 2026, FigureBase.Product, new FigureContent(1, null), null), "Figures are of a year before the award, at most ten years back.");
        ProgrammeTests.Refused(() => nomination.Declare(programme, 2025, FigureBase.Product, new FigureContent(-1, null), null), "A figure cannot be negative.");
        nomination.Declare(programme, 2025, FigureBase.Business, new FigureContent(null, null), null);
        Assert.Single(nomination.Figures);
    }

    [Fact]
    public void Industry_and_track_must_be_the_years_own()
    {
        var programme = ProgrammeTests.At(Stage.Nominations);
        var other = ProgrammeTests.Year();
        Assert.Equal("IndustryId", Assert.Throws<RuleException>(() => Register(programme, Content(programme) with { IndustryId = other.Industries[0].Id })).Field);
        Assert.Equal("TrackId", Assert.Throws<RuleException>(() => Register(programme, Content(programme) with { TrackId = other.Tracks[0].Id })).Field);
        Assert.Equal("RenewsYear", Assert.Throws<RuleException>(() => Register(programme, Content(programme) with { RenewsYear = 2026 })).Field);
        Assert.Equal(0, programme.LastNumber);
    }

    [Theory]
    [InlineData(100_000_000_000L, true)]
    [InlineData(99_999_999_999L, false)]
    [InlineData(null, null)]
    public void A_gate_is_met_missed_or_cannot_be_told(long? revenue, bool? isMet) =>
        Assert.Equal(isMet, ProgrammeTests.Year().Tracks[0].IsMetBy(revenue, 5m));

    internal static Nomination Register(Programme programme, NominationContent? content = null) =>
        new(programme, Business(), content ?? Content(programme) with { RenewsYear = 2023 }, new DateOnly(2026, 3, 2));

    internal static NominationContent Content(Programme programme) =>
        new(BilingualName.Of("Máy ép Đại Thành", null), null, programme.Industries[0].Id, programme.Tracks[0].Id, null);

    private static Business Business() => new(1, new BusinessDetails(
        BilingualName.Of("Công ty Cổ phần Đại Thành Ế Ữ", null), null, null, new Address(null, null, null, "Hà Nội"), new Contact(null, null, null), Ownership.Private, null));

    private static void MoveTo(Programme programme, Stage stage)
    {
        while (programme.Stage < stage)
        {
            programme.Advance(new ProgrammeCounts(0, 1, 5, 5, 5, 5, 0, 0) { Final = FinalState.Current }, "Thử các giai đoạn");
        }
    }
}
