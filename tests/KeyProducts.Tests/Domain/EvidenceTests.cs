using KeyProducts.Domain;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Domain;

public sealed class EvidenceTests
{
    private static readonly StoredFile File = new(new string('a', 64), 1000, "application/pdf");
    private static readonly DateTime Now = new(2026, 4, 1, 3, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_file_belongs_to_a_section_or_to_a_criterion_of_the_year_and_to_nothing_else()
    {
        var (programme, nomination) = Dossier(Stage.Nominations);
        Assert.Equal(DossierSection.Brand, Add(programme, nomination, EvidencePlace.Of(DossierSection.Brand)).Section);
        Assert.Equal(programme.Criteria[0].Id, Add(programme, nomination, EvidencePlace.Of(programme.Criteria[0])).CriterionId);
        foreach (var place in new EvidencePlace[] { new(null, null), new(null, Guid.NewGuid()), new(DossierSection.Brand, programme.Criteria[0].Id), new(DossierSection.Brand, Guid.NewGuid()) })
        {
            ProgrammeTests.Refused(() => Add(programme, nomination, place), "Say which section or criterion the file belongs to.");
        }
    }

    [Fact]
    public void A_dossier_takes_as_many_files_as_the_year_allows_and_says_so_before_one_is_taken_in()
    {
        var (programme, nomination) = Dossier(Stage.Nominations);
        programme.Set(programme.Screening with { MaxFiles = 2 });
        var place = EvidencePlace.Of(DossierSection.Brand);
        Evidence.RequireMayAdd(programme, place, others: 1, reason: null);
        ProgrammeTests.Refused(() => Evidence.RequireMayAdd(programme, place, others: 2, reason: null), "A dossier has at most {0} files this year.");
        ProgrammeTests.Refused(() => Add(programme, nomination, place, others: 2), "A dossier has at most {0} files this year.");
    }

    [Fact]
    public void What_is_replaced_or_set_aside_changes_no_more_until_it_is_taken_back()
    {
        var (programme, nomination) = Dossier(Stage.Nominations);
        var place = EvidencePlace.Of(DossierSection.Brand);
        Evidence older = Add(programme, nomination, place), newer = Add(programme, nomination, place);
        older.ReplaceBy(programme, nomination, newer, null);
        Assert.Equal((newer.Id, false, true), (older.ReplacedById, older.IsCurrent, newer.IsCurrent));
        const string Gone = "This file has been replaced or set aside; look at the list again.";
        ProgrammeTests.Refused(() => older.Move(programme, nomination, place, null), Gone);
        ProgrammeTests.Refused(() => older.SetAside(programme, nomination, "Nhầm"), Gone);
        ProgrammeTests.Refused(() => older.ReplaceBy(programme, nomination, newer, null), Gone);

        ProgrammeTests.Refused(() => newer.SetAside(programme, nomination, " "), "Give the reason.");
        ProgrammeTests.Refused(() => newer.TakeBack(programme, nomination, "Lý do"), "This file is not set aside.");
        newer.SetAside(programme, nomination, " Nhầm ");
        Assert.Equal(("Nhầm", false), (newer.SetAsideReason, newer.IsCurrent));
        ProgrammeTests.Refused(() => newer.TakeBack(programme, nomination, null), "Give the reason.");
        newer.TakeBack(programme, nomination, "Đúng");
        Assert.True(newer.IsCurrent);
    }

    [Theory]
    [InlineData(Stage.Judging)]
    [InlineData(Stage.Deliberation)]
    public void Once_judging_has_opened_every_change_needs_a_reason(Stage stage)
    {
        var (programme, nomination) = Dossier(stage);
        var place = EvidencePlace.Of(DossierSection.Brand);
        ProgrammeTests.Refused(() => Add(programme, nomination, place), "Give the reason.");
        var evidence = Add(programme, nomination, place, reason: "Bổ sung");
        ProgrammeTests.Refused(() => evidence.Move(programme, nomination, EvidencePlace.Of(DossierSection.Product), null), "Give the reason.");
        Assert.Equal(DossierSection.Brand, evidence.Section);
    }

    [Fact]
    public void A_recognised_year_takes_no_file_and_changes_none()
    {
        var (programme, nomination) = Dossier(Stage.Recognised);
        ProgrammeTests.Refused(() => Add(programme, nomination, EvidencePlace.Of(DossierSection.Brand), reason: "Muộn"), "The year {0} is recognised; it changes no more.");
    }

    private static (Programme Programme, Nomination Nomination) Dossier(Stage stage)
    {
        var programme = ProgrammeTests.At(Stage.Nominations);
        var nomination = NominationTests.Register(programme);
        while (programme.Stage < stage)
        {
            programme.Advance(new ProgrammeCounts(0, 1, 5, 5, 5, 5, 0, 0) { Final = FinalState.Current }, "Thử các giai đoạn");
        }

        return (programme, nomination);
    }

    private static Evidence Add(Programme programme, Nomination nomination, EvidencePlace place, int others = 0, string? reason = null) =>
        new(programme, nomination, "Tệp.pdf", File, place, others, Officers.Hoa, Now, reason);
}
