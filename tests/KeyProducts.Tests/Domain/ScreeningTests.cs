using KeyProducts.Domain;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Domain;

/// <summary>A dossier on its way through screening.</summary>
public sealed class ScreeningTests
{
    private const string HasMoved = "The status of this nomination has changed; look at it again.";

    // 10:42 on 22/11/2026 in Hà Nội.
    private static readonly DateTime Now = JudgingYear.Now;
    private static readonly DateOnly Today = new(2026, 11, 22);

    private readonly Programme programme = ProgrammeTests.At(Stage.Screening);
    private readonly ChecklistItem report;
    private readonly ChecklistItem photo;
    private readonly Nomination nomination;

    public ScreeningTests()
    {
        report = programme.AddChecklistItem(programme.Tracks[0], BilingualName.Of("Báo cáo môi trường", null), isRequired: true);
        photo = programme.AddChecklistItem(programme.Tracks[0], BilingualName.Of("Ảnh sản phẩm", null), isRequired: false);
        nomination = CompletenessTests.Filled(programme);
    }

    [Fact]
    public void Nothing_stands_in_the_way_of_a_dossier_that_is_complete_checked_and_free_of_doubt()
    {
        Assert.Equal(["{0} items of the checklist have no answer yet."], Obstacles());
        nomination.Answer(programme, report.Id, Finding.Met, null, Officers.Hoa, Now);
        Assert.Empty(Obstacles());
        nomination.Accept(programme, [], Officers.Hoa, " ");
        Assert.Equal((NominationStatus.Accepted, null), (nomination.Status, nomination.StatusReason));
    }

    [Fact]
    public void What_stands_in_the_way_is_counted_and_passed_with_a_reason_only()
    {
        nomination.ChangeBrand(programme, null, null);
        nomination.Answer(programme, report.Id, Finding.NotMet, "Chưa ký", Officers.Hoa, Now);
        var gate = new FigureWarning(WarningKind.GateNotMet, "gate", DossierSection.Figures, "…");
        var expired = new FigureWarning(WarningKind.CertificateExpired, "expired", DossierSection.Standards, "…");
        nomination.Decide(programme, expired, WarningVerdict.ToCorrect, "Nộp bản mới", Officers.Hoa, Now);
        Assert.Equal(
            [("{0} entries of the dossier are missing.", 1), ("{0} items of the checklist are not met.", 1), ("{0} warnings wait for a decision.", 1), ("{0} warnings wait for a correction by the business.", 1)],
            nomination.Obstacles(programme, [gate, expired], Officers.Hoa).Select(obstacle => (obstacle.Message, (int)obstacle.Arguments[0])));

        ProgrammeTests.Refused(() => nomination.Accept(programme, [gate, expired], Officers.Hoa, null), "Give the reason for accepting it in spite of what stands in the way.");
        Assert.Equal(NominationStatus.Registered, nomination.Status);
        nomination.Accept(programme, [gate, expired], Officers.Hoa, " Đã có bản cam kết ");
        Assert.Equal((NominationStatus.Accepted, "Đã có bản cam kết"), (nomination.Status, nomination.StatusReason));
    }

    [Fact]
    public void What_is_not_required_stands_in_nobodys_way()
    {
        nomination.Answer(programme, report.Id, Finding.NotNeeded, null, Officers.Hoa, Now);
        nomination.Answer(programme, photo.Id, Finding.NotMet, null, Officers.Hoa, Now);
        Assert.Empty(Obstacles());
    }

    [Fact]
    public void Under_the_two_person_rule_nobody_accepts_what_they_have_checked_themselves()
    {
        programme.Set(programme.Screening with { TwoPersons = true });
        nomination.Answer(programme, report.Id, Finding.Met, null, Officers.Hoa, Now);
        const string Unchecked = "Nobody has checked this dossier as it is now; this year one person checks and another accepts.";
        const string Own = "You have checked this dossier yourself; another person must accept it.";
        ProgrammeTests.Refused(() => nomination.Accept(programme, [], Officers.Thang, "Lý do"), Unchecked);

        nomination.MarkChecked(programme, Officers.Hoa);
        ProgrammeTests.Refused(() => nomination.Accept(programme, [], Officers.Hoa, "Lý do"), Own);
        Assert.Empty(nomination.Obstacles(programme, [], null));
        // Whoever changes something on the way has another dossier before them.
        nomination.ChangeBrand(programme, "Đại Thành Ế Ữ", null);
        ProgrammeTests.Refused(() => nomination.Accept(programme, [], Officers.Thang, "Lý do"), Unchecked);
        nomination.MarkChecked(programme, Officers.Thang);
        nomination.Accept(programme, [], Officers.Hoa, null);
        Assert.Equal(NominationStatus.Accepted, nomination.Status);
    }

    public static readonly TheoryData<string, Action<Programme, Nomination>> Changes = new()
    {
        { "product", (programme, one) => one.Change(programme, NominationTests.Content(programme) with { Description = "Khác" }, null) },
        { "business", (programme, one) => one.Change(programme, one.Establishment with { Workshop = "Khác" }, null) },
        { "figures", (programme, one) => one.Declare(programme, 2025, FigureBase.Product, new FigureContent(121_000_000_000, 0), null) },
        { "figures removed", (programme, one) => one.Declare(programme, 2023, FigureBase.Product, FigureContent.None, null) },
        { "technology", (programme, one) => one.Change(programme, one.Technology with { SmartFactory = "Khác" }, null) },
        { "standards", (programme, one) => one.SetCertificates(programme, DossierSection.Standards, [], null) },
        { "brand", (programme, one) => one.ChangeBrand(programme, "Khác", null) },
        { "environment", (programme, one) => one.ChangeEnvironment(programme, one.Environment, "Khác", null) },
        { "commitments", (programme, one) => one.Change(programme, one.Commitments with { Law = false }, null) },
        { "answer", (programme, one) => one.Answer(programme, programme.Tracks[0].Checklist[0].Id, Finding.Met, null, Officers.Thang, Now) },
        { "decision", (programme, one) => one.Decide(programme, new FigureWarning(WarningKind.Jump, "jump", DossierSection.Figures, "…"), WarningVerdict.Stands, "Đúng", Officers.Thang, Now) },
        { "evidence", (programme, one) => _ = new Evidence(programme, one, "a.pdf", new StoredFile(new string('a', 64), 1, "application/pdf"), EvidencePlace.Of(DossierSection.Brand), 0, Officers.Thang, Now, null) },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_check_lapses_when_the_dossier_changes_and_only_then(string what, Action<Programme, Nomination> change)
    {
        nomination.MarkChecked(programme, Officers.Hoa);
        // Saved again as it is.
        nomination.Change(programme, NominationTests.Content(programme) with { Description = "Máy ép" }, null);
        nomination.Change(programme, nomination.Establishment, null);
        nomination.Declare(programme, 2025, FigureBase.Product, new FigureContent(120_000_000_000, 0), null);
        nomination.Change(programme, nomination.Technology, null);
        nomination.SetCertificates(programme, DossierSection.Standards, [new CertificateContent("ISO 9001:2015", "1", "Quacert", null, null)], null);
        nomination.ChangeBrand(programme, nomination.Brand, null);
        nomination.ChangeEnvironment(programme, nomination.Environment, nomination.Labour, null);
        nomination.Change(programme, nomination.Commitments, null);
        nomination.Answer(programme, report.Id, null, " ", Officers.Thang, Now);
        Assert.Equal(Officers.Hoa, nomination.CheckedBy);

        change(programme, nomination);
        Assert.True(nomination.CheckedBy is null, what);
    }

    [Fact]
    public void A_check_can_be_taken_back_and_is_made_of_registered_dossiers_only()
    {
        nomination.MarkChecked(programme, Officers.Hoa);
        nomination.TakeBackCheck(programme);
        Assert.Null(nomination.CheckedBy);
        nomination.Reject(programme, "Không đủ điều kiện");
        const string Refusal = "Only a registered dossier is checked; this one is returned or decided.";
        ProgrammeTests.Refused(() => nomination.MarkChecked(programme, Officers.Hoa), Refusal);
        ProgrammeTests.Refused(() => nomination.TakeBackCheck(programme), Refusal);
        ProgrammeTests.Refused(() => nomination.Answer(programme, report.Id, Finding.Met, null, Officers.Hoa, Now), Refusal);
    }

    [Fact]
    public void An_answer_is_given_changed_and_taken_back_and_keeps_who_gave_it()
    {
        Assert.Equal("Finding", Assert.Throws<RuleException>(() => nomination.Answer(programme, report.Id, null, "Chưa rõ", Officers.Hoa, Now)).Field);
        nomination.Answer(programme, report.Id, Finding.NotMet, " Chưa ký ", Officers.Hoa, Now);
        // The same again is nobody else's answer.
        nomination.Answer(programme, report.Id, Finding.NotMet, "Chưa ký", Officers.Thang, Now.AddHours(1));
        var answer = nomination.AnswerTo(report.Id)!;
        Assert.Equal((Finding.NotMet, "Chưa ký", "Đỗ Thị Hoà", Now), (answer.Finding, answer.Note, answer.AnsweredBy, answer.AnsweredAt));
        nomination.Answer(programme, report.Id, Finding.Met, null, Officers.Thang, Now.AddHours(1));
        Assert.Equal((Finding.Met, null, "Lê Quyết Thắng"), (answer.Finding, answer.Note, answer.AnsweredBy));
        nomination.Answer(programme, report.Id, null, null, Officers.Thang, Now);
        Assert.Empty(nomination.Answers);
        ProgrammeTests.Refused(() => nomination.Answer(programme, Guid.NewGuid(), Finding.Met, null, Officers.Hoa, Now), "This item is not on the checklist of the nomination’s track.");
    }

    [Fact]
    public void A_dossier_is_returned_with_reasons_and_a_day_that_is_not_past()
    {
        ProgrammeTests.Refused(() => nomination.Return(programme, " ", Today, Officers.Hoa, Now), "Give the reason.");
        Assert.Equal("DueOn", Assert.Throws<RuleException>(() => nomination.Return(programme, "Thiếu báo cáo", null, Officers.Hoa, Now)).Field);
        ProgrammeTests.Refused(() => nomination.Return(programme, "Thiếu báo cáo", Today.AddDays(-1), Officers.Hoa, Now), "The last day for the supplement cannot be past.");
        Assert.Equal((NominationStatus.Registered, 0), (nomination.Status, nomination.Supplements.Count));

        nomination.Return(programme, " Thiếu báo cáo ", Today, Officers.Hoa, Now);
        Assert.Equal((NominationStatus.Returned, "Thiếu báo cáo"), (nomination.Status, nomination.StatusReason));
        Assert.Equal(("Thiếu báo cáo", Today, "Đỗ Thị Hoà", true), (nomination.OpenSupplement!.Reasons, nomination.OpenSupplement.DueOn, nomination.OpenSupplement.AskedBy, nomination.OpenSupplement.IsOpen));
        ProgrammeTests.Refused(() => nomination.Return(programme, "Lần nữa", Today, Officers.Hoa, Now), HasMoved);
        ProgrammeTests.Refused(() => nomination.Accept(programme, [], Officers.Hoa, "Lý do"), HasMoved);
    }

    [Fact]
    public void A_supplement_arrives_between_the_day_it_was_asked_for_and_today_and_the_dossier_is_checked_anew()
    {
        nomination.MarkChecked(programme, Officers.Hoa);
        nomination.Return(programme, "Thiếu báo cáo", Today.AddDays(10), Officers.Hoa, Now);
        var later = Now.AddDays(3);
        ProgrammeTests.Refused(() => nomination.ReceiveSupplement(programme, Today.AddDays(-1), null, later), "The supplement cannot arrive before it was asked for.");
        ProgrammeTests.Refused(() => nomination.ReceiveSupplement(programme, Today.AddDays(4), null, later), "The supplement cannot have arrived on a day that is still to come.");

        nomination.ReceiveSupplement(programme, Today.AddDays(3), " Báo cáo đã ký ", later);
        var supplement = Assert.Single(nomination.Supplements);
        Assert.Equal((Today.AddDays(3), "Báo cáo đã ký", false), (supplement.ReceivedOn, supplement.Outcome, supplement.IsOpen));
        Assert.Equal((NominationStatus.Registered, null, null), (nomination.Status, nomination.StatusReason, nomination.CheckedBy));
        ProgrammeTests.Refused(() => nomination.ReceiveSupplement(programme, Today, null, later), HasMoved);

        nomination.Return(programme, "Thiếu ảnh", Today.AddDays(20), Officers.Thang, later);
        Assert.Equal(["Thiếu báo cáo", "Thiếu ảnh"], nomination.Supplements.Select(one => one.Reasons));
    }

    [Theory]
    [InlineData("reject", NominationStatus.Rejected)]
    [InlineData("withdraw", NominationStatus.Withdrawn)]
    [InlineData("undo", NominationStatus.Registered)]
    public void A_supplement_that_is_owed_ends_with_whatever_ends_the_wait(string act, NominationStatus status)
    {
        nomination.Return(programme, "Thiếu báo cáo", Today, Officers.Hoa, Now);
        switch (act)
        {
            case "reject":
                nomination.Reject(programme, "Quá hạn");
                break;
            case "withdraw":
                nomination.Withdraw(programme, "Quá hạn");
                break;
            default:
                nomination.Undo(programme, "Quá hạn");
                break;
        }

        var supplement = Assert.Single(nomination.Supplements);
        Assert.Equal((status, null, "Quá hạn", null), (nomination.Status, nomination.OpenSupplement, supplement.Outcome, supplement.ReceivedOn));
    }

    [Fact]
    public void Whatever_was_decided_can_be_taken_back_with_a_reason()
    {
        nomination.Answer(programme, report.Id, Finding.Met, null, Officers.Hoa, Now);
        foreach (var decide in new Action[] { () => nomination.Accept(programme, [], Officers.Hoa, null), () => nomination.Reject(programme, "Lý do"), () => nomination.Withdraw(programme, "Lý do") })
        {
            decide();
            ProgrammeTests.Refused(() => nomination.Undo(programme, ""), "Give the reason.");
            nomination.Undo(programme, "Nhầm hồ sơ");
            Assert.Equal((NominationStatus.Registered, null), (nomination.Status, nomination.StatusReason));
        }

        ProgrammeTests.Refused(() => nomination.Undo(programme, "Lần nữa"), HasMoved);
    }

    [Fact]
    public void A_number_is_never_given_twice()
    {
        nomination.Withdraw(programme, "Rút");
        Assert.Equal(2, NominationTests.Register(programme).Number);
        Assert.Throws<RuleException>(() => NominationTests.Register(programme, NominationTests.Content(programme) with { TrackId = Guid.NewGuid() }));
        Assert.Equal(3, NominationTests.Register(programme).Number);
    }

    [Fact]
    public void A_decision_on_a_doubt_has_a_reason()
    {
        var jump = new FigureWarning(WarningKind.Jump, "jump", DossierSection.Figures, "…");
        ProgrammeTests.Refused(() => nomination.Decide(programme, jump, WarningVerdict.Stands, " ", Officers.Hoa, Now), "Give the reason.");
        Assert.Empty(nomination.Decisions);
    }

    [Fact]
    public void Rules_of_screening_are_kept_in_their_ranges_and_change_until_the_year_is_recognised()
    {
        foreach (var (wrong, field) in new (ScreeningRules, string)[]
        {
            (ScreeningRules.Usual with { JumpRatio = 1m }, "JumpRatio"), (ScreeningRules.Usual with { Tolerance = -0.5m }, "Tolerance"), (ScreeningRules.Usual with { DongPerDollar = 25m }, "DongPerDollar"),
            (ScreeningRules.Usual with { SupplementDays = 0 }, "SupplementDays"), (ScreeningRules.Usual with { MaxFileMegabytes = 101 }, "MaxFileMegabytes"), (ScreeningRules.Usual with { MaxFiles = 501 }, "MaxFiles"),
        })
        {
            Assert.Equal(field, Assert.Throws<RuleException>(() => programme.Set(wrong)).Field);
        }

        ProgrammeTests.Refused(() => ProgrammeTests.At(Stage.Recognised).Set(ScreeningRules.Usual with { MaxFiles = 7 }), "The year {0} is recognised; it changes no more.");
        ProgrammeTests.At(Stage.Consultation).Set(ScreeningRules.Usual with { MaxFiles = 7 });
    }

    [Fact]
    public void A_new_year_takes_over_checklists_and_rules_but_not_the_exchange_rate()
    {
        programme.Set(programme.Screening with { TwoPersons = true, DongPerDollar = 25_450m });
        var copy = programme.CopyFor(2027);
        Assert.Equal(programme.Screening with { DongPerDollar = null }, copy.Screening);
        Assert.Equal([("Báo cáo môi trường", true), ("Ảnh sản phẩm", false)], copy.Tracks[0].Checklist.Select(item => (item.Name.Vietnamese, item.IsRequired)));
    }

    [Fact]
    public void An_item_of_a_checklist_stays_when_it_is_answered_and_is_named_once()
    {
        var track = programme.Tracks[0];
        ProgrammeTests.Refused(() => programme.AddChecklistItem(track, BilingualName.Of("BÁO CÁO MÔI TRƯỜNG", null), true), "“{0}” is in the list already.");
        ProgrammeTests.Refused(() => programme.Remove(track, report, answers: 2), "It is answered in {0} dossiers and cannot be removed.");
        programme.Remove(track, report, answers: 0);
        Assert.Equal(["Ảnh sản phẩm"], track.Checklist.Select(item => item.Name.Vietnamese));
    }

    private List<string> Obstacles() => [.. nomination.Obstacles(programme, [], Officers.Hoa).Select(obstacle => obstacle.Message)];
}
