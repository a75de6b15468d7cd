using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Nominations;

/// <summary>Who opens which evidence: the demonstration has files at sections and criteria of dossiers 7, 14, 20, 27 and 33 of 2026.</summary>
public sealed class EvidenceAccessTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Staff_and_auditors_open_all_evidence_and_visitors_sign_in_first()
    {
        var section = await FileAsync(14, ofCriterion: false);
        foreach (var who in new[] { "admin", "officer", "auditor" })
        {
            await OpensAsync(who, section, HttpStatusCode.OK);
            await OpensAsync(who, await FileAsync(27, ofCriterion: true), HttpStatusCode.OK);
        }

        using var answer = await app.Visitor().GetAsync($"/evidence/{section}");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        await OpensAsync("officer", Guid.NewGuid(), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_judge_opens_the_evidence_of_what_they_may_score_and_of_a_criterion_only_when_it_is_theirs()
    {
        // Dossier 14 has a file at the sixth criterion; judge 6 marks the first five, judge 8 the last four.
        Guid section = await FileAsync(14, ofCriterion: false), criterion = await FileAsync(14, ofCriterion: true);
        await OpensAsync("judge6", section, HttpStatusCode.OK);
        await OpensAsync("judge6", criterion, HttpStatusCode.NotFound);
        await OpensAsync("judge8", criterion, HttpStatusCode.OK);
        await OpensAsync("judge1", criterion, HttpStatusCode.OK);

        var own = await (await app.SignedInAsync("judge6")).OpenAsync("/programmes/2026/judging/14");
        Assert.Contains($"/evidence/{section}", own.Body, StringComparison.Ordinal);
        Assert.DoesNotContain($"/evidence/{criterion}", own.Body, StringComparison.Ordinal);
        var other = await (await app.SignedInAsync("judge8")).OpenAsync("/programmes/2026/judging/14");
        Assert.Equal(["Thuyết minh tiêu chí.pdf"], other.TextsAt(".criterion .evidence a"));
        Assert.Equal($"/evidence/{criterion}", other.At(".criterion .evidence a").GetAttribute("href"));
        Assert.Equal(2, other.TextsAt(".dossier .evidence a").Count);
    }

    [Fact]
    public async Task A_judge_who_recused_left_or_whose_product_is_withdrawn_gets_404_by_the_direct_address()
    {
        await OpensAsync("judge9", await FileAsync(27, ofCriterion: false), HttpStatusCode.NotFound);
        await OpensAsync("judge9", await FileAsync(14, ofCriterion: false), HttpStatusCode.OK);

        await app.ChangeAsync(async db =>
        {
            var year = await db.Programmes.SingleAsync(programme => programme.Year == 2026);
            (await db.Judges.SingleAsync(judge => judge.ProgrammeId == year.Id && judge.UserId == db.Users.Single(user => user.Email == "judge1@demo.local").Id)).Leave(year, "Nghỉ hưu");
            (await db.Nominations.SingleAsync(nomination => nomination.ProgrammeId == year.Id && nomination.Number == 20)).Withdraw(year, "Doanh nghiệp rút");
        });
        await OpensAsync("judge1", await FileAsync(14, ofCriterion: false), HttpStatusCode.NotFound);
        await OpensAsync("judge2", await FileAsync(20, ofCriterion: false), HttpStatusCode.NotFound);
        await OpensAsync("judge2", await FileAsync(14, ofCriterion: false), HttpStatusCode.OK);
        await OpensAsync("officer", await FileAsync(20, ofCriterion: false), HttpStatusCode.OK);
    }

    [Fact]
    public async Task Replaced_files_and_those_set_aside_are_shown_to_staff_and_to_no_judge()
    {
        Guid aside = await FileAsync(14, ofCriterion: false), replaced = await FileAsync(14, ofCriterion: true);
        await app.ChangeAsync(async db =>
        {
            var year = await db.Programmes.WithCriteria().SingleAsync(programme => programme.Year == 2026);
            var nomination = await db.Nominations.SingleAsync(one => one.ProgrammeId == year.Id && one.Number == 14);
            (await db.Evidence.SingleAsync(one => one.Id == aside)).SetAside(year, nomination, "Nhầm");
            var old = await db.Evidence.SingleAsync(one => one.Id == replaced);
            var newer = new Evidence(year, nomination, "Mới.pdf", new StoredFile(old.Sha256, old.Size, old.ContentType), old.Place, 0, Officers.Hoa, app.Clock.Now.UtcDateTime, "Mới");
            db.Add(newer);
            old.ReplaceBy(year, nomination, newer, "Mới");
        });
        foreach (var file in new[] { aside, replaced })
        {
            await OpensAsync("judge1", file, HttpStatusCode.NotFound);
            await OpensAsync("auditor", file, HttpStatusCode.OK);
        }

        var sheet = await (await app.SignedInAsync("judge1")).OpenAsync("/programmes/2026/judging/14");
        Assert.Equal(["Mới.pdf"], sheet.TextsAt(".criterion .evidence a"));
        Assert.Single(sheet.TextsAt(".dossier .evidence a"));
    }

    [Fact]
    public async Task An_officer_who_sits_on_the_council_and_recused_gets_404_for_list_form_and_file()
    {
        await app.ChangeAsync(async db => db.Add(new IdentityUserRole<Guid>
        {
            UserId = (await db.FindByEmailAsync("judge9@demo.local")).Id,
            RoleId = (await db.Roles.SingleAsync(role => role.Name == Roles.Officer)).Id,
        }));
        var officer = await app.SignedInAsync("judge9");
        var closed = await FileAsync(27, ofCriterion: false);
        foreach (var address in new[] { $"/evidence/{closed}", "/programmes/2026/nominations/27/evidence", "/programmes/2026/nominations/27/evidence/add", $"/programmes/2026/nominations/27/evidence/{closed}" })
        {
            using var answer = await officer.GetAsync(address);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{address}: {answer.StatusCode}");
        }

        var open = await FileAsync(14, ofCriterion: true);
        foreach (var address in new[] { $"/evidence/{open}", "/programmes/2026/nominations/14/evidence", $"/programmes/2026/nominations/14/evidence/{open}" })
        {
            using var answer = await officer.GetAsync(address);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
        }

        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync("/programmes/2026/nominations/27")).Status);
        Assert.Contains($"/evidence/{await FileAsync(14, ofCriterion: false)}", (await officer.OpenAsync("/programmes/2026/nominations/14")).Body, StringComparison.Ordinal);

        // Under another dossier's address a file does not exist either.
        using var mixed = await officer.GetAsync($"/programmes/2026/nominations/14/evidence/{closed}");
        Assert.Equal(HttpStatusCode.NotFound, mixed.StatusCode);
    }

    [Fact]
    public async Task Judges_reach_no_evidence_before_judging_opens()
    {
        await app.ChangeAsync(async db =>
        {
            var last = await db.Programmes.WithTables().SingleAsync(programme => programme.Year == 2026);
            var year = last.CopyFor(2027);
            year.Advance(ProgrammeCounts.None, "Thử");
            var business = await db.Businesses.FirstAsync();
            var nomination = new Nomination(year, business, new NominationContent(new BilingualName("Máy Ế", null), null, year.Industries[0].Id, year.Tracks[0].Id, null), new DateOnly(2027, 3, 1));
            nomination.Accept(year, [], Officers.Hoa, "Thử");
            var file = await db.Evidence.Select(one => new StoredFile(one.Sha256, one.Size, one.ContentType)).FirstAsync();
            db.AddRange(year, nomination, new Judge(year, (await db.FindByEmailAsync("judge1@demo.local")).Id, new JudgeDetails("Vượng", null, null, CouncilRole.Member)));
            db.Add(new Evidence(year, nomination, "Sớm.pdf", file, EvidencePlace.Of(DossierSection.Brand), 0, Officers.Hoa, app.Clock.Now.UtcDateTime, null));
        });
        var early = await app.ReadAsync(db => db.Evidence.Where(one => one.Name == "Sớm.pdf").Select(one => one.Id).SingleAsync());
        await OpensAsync("judge1", early, HttpStatusCode.NotFound);
        await OpensAsync("officer", early, HttpStatusCode.OK);
    }

    private async Task OpensAsync(string who, Guid file, HttpStatusCode status)
    {
        using var answer = await (await app.SignedInAsync(who)).GetAsync($"/evidence/{file}");
        Assert.True(answer.StatusCode == status, $"{who} is answered {answer.StatusCode}.");
    }

    private Task<Guid> FileAsync(int number, bool ofCriterion) => app.ReadAsync(db => (
        from evidence in db.Evidence
        join nomination in db.Nominations on evidence.NominationId equals nomination.Id
        where nomination.Programme.Year == 2026 && nomination.Number == number && evidence.CriterionId != null == ofCriterion
        orderby evidence.Name
        select evidence.Id).FirstAsync());
}
