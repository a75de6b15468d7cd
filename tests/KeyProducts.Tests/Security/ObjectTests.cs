using System.Net;
using System.Text.RegularExpressions;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Security;

/// <summary>Every address of the route table that names one thing, for people to whom that thing is not open although their role opens the page.</summary>
public sealed partial class ObjectTests(EveryStage every) : IClassFixture<EveryStage>
{
    private readonly TestApp app = every.App;

    [Fact]
    public async Task A_judge_who_sits_on_no_council_any_more_finds_nothing_under_any_address_that_opens_for_another_judge()
    {
        await app.ChangeAsync(async db =>
        {
            var user = await db.FindByEmailAsync("judge5@demo.local");
            foreach (var seat in await db.Judges.Where(judge => judge.UserId == user.Id).ToListAsync())
            {
                db.Entry(seat).Property(judge => judge.HasLeft).CurrentValue = true;
            }
        });
        await NothingOpensAsync(await app.SignedInAsync("judge1"), await app.SignedInAsync("judge5"), place => NamesOne(place.Address), least: 8);
    }

    [Fact]
    public async Task A_judge_opens_neither_the_passkey_nor_the_workbook_of_another_nor_a_sheet_of_theirs_on_paper()
    {
        var other = await app.SignedInAsync("judge6");
        var own = (await SiteMap.PagesAsync(app)).Where(place => place.Name is "/account/passkeys/demo" or "/programmes/2026/judging/offline/{id}" or "/scans/{id}").ToList();
        Assert.Equal(3, own.Count);
        foreach (var place in own)
        {
            using var answer = await other.GetAsync(place.Address);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{place.Name}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Whoever_has_declared_a_conflict_finds_that_dossier_under_no_address_whatever_other_role_they_have()
    {
        await app.ChangeAsync(async db =>
        {
            var year = await db.Programmes.SingleAsync(programme => programme.Year == 2026);
            var user = await db.FindByEmailAsync("judge7@demo.local");
            var judge = await db.Judges.SingleAsync(one => one.ProgrammeId == year.Id && one.UserId == user.Id);
            var nomination = await db.Nominations.SingleAsync(one => one.ProgrammeId == year.Id && one.Number == 14);
            db.Add(new Recusal(year, nomination, judge, ConflictKind.Ownership, null, app.Clock.Now.UtcDateTime));
            db.Add(new IdentityUserRole<Guid> { UserId = user.Id, RoleId = await db.Roles.Where(role => role.Name == Roles.Officer).Select(role => role.Id).SingleAsync() });
        });
        var both = await app.SignedInAsync("judge7");
        await NothingOpensAsync(await app.SignedInAsync("officer"), both, place => IsOfNomination(place.Name), least: 12);
        // Other dossiers are open to them.
        Assert.Equal(HttpStatusCode.OK, (await both.OpenAsync("/programmes/2026/nominations/15")).Status);
    }

    [Fact]
    public async Task A_deactivated_account_is_led_to_the_sign_in_from_every_address_that_asks_for_one()
    {
        var (visitor, gone, admin) = (app.Visitor(), await app.SignedInAsync("judge3"), await app.SignedInAsync("admin"));
        var key = await app.ReadAsync(async db => (await db.FindByEmailAsync("judge3@demo.local")).Id);
        await admin.SubmitAsync(await admin.OpenAsync($"/users/{key}"), ("Input.IsActive", null));
        var open = new List<string>();
        var asked = 0;
        foreach (var place in await SiteMap.PagesAsync(app))
        {
            using var everybody = await visitor.GetAsync(place.Address);
            if (everybody.StatusCode != HttpStatusCode.Found)
            {
                continue;
            }

            asked++;
            using var answer = await gone.GetAsync(place.Address);
            if (answer.StatusCode != HttpStatusCode.Found || !answer.Headers.Location!.ToString().Contains("/account/sign-in", StringComparison.Ordinal))
            {
                open.Add($"{place.Name}: {(int)answer.StatusCode}");
            }
        }

        Guard.None(open);
        Assert.InRange(asked, 100, int.MaxValue);
    }

    // Where the one is answered with the thing, the other gets nothing, by GET and by POST, and nothing changes.
    private async Task NothingOpensAsync(Visitor allowed, Visitor refused, Func<SitePage, bool> isMeant, int least)
    {
        var visitor = app.Visitor();
        var token = (await refused.OpenAsync("/verify")).ValueOf("__RequestVerificationToken");
        var before = await app.StateAsync();
        var open = new List<string>();
        var closed = 0;
        foreach (var place in (await SiteMap.PagesAsync(app)).Where(isMeant))
        {
            using var right = await allowed.GetAsync(place.Address);
            using var everybody = await visitor.GetAsync(place.Address);
            if (right.StatusCode != HttpStatusCode.OK || everybody.StatusCode == HttpStatusCode.OK)
            {
                continue;
            }

            closed++;
            using var look = await refused.GetAsync(place.Address);
            using var send = await refused.PostAsync(place.Address, ("__RequestVerificationToken", token));
            if (look.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden) || (int)send.StatusCode is < 400 or >= 500)
            {
                open.Add($"{place.Name}: {(int)look.StatusCode} to look, {(int)send.StatusCode} to send");
            }
        }

        Guard.None(open);
        Assert.InRange(closed, least, int.MaxValue);
        Assert.Equal(before, await app.StateAsync());
    }

    private static bool NamesOne(string address) => One().IsMatch(Year().Replace(address, ""));

    // The demonstration's no. 14 of the year in which judges score, its evidence and its sheet on paper.
    private static bool IsOfNomination(string name) => name.StartsWith("/programmes/2026/", StringComparison.Ordinal) ? OfNomination().IsMatch(name) : name is "/evidence/{id}" or "/scans/{id}";

    [GeneratedRegex(@"/programmes/\d{4}")]
    private static partial Regex Year();

    [GeneratedRegex(@"/(\d+|[0-9a-f]{8}-[0-9a-f-]{27}|demo)(/|$)")]
    private static partial Regex One();

    [GeneratedRegex(@"/14(/|$)")]
    private static partial Regex OfNomination();
}
