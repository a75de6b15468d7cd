using System.Net;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Account;

/// <summary>Each sign-in is a session that can be seen and ended; what is ended is refused at its next request.</summary>
public sealed class SessionTests : IDisposable
{
    private const string Chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_page_lists_ones_own_sessions_with_browser_address_way_and_time()
    {
        var first = await app.SignedInAsync("judge1");
        app.Clock.Now += TimeSpan.FromMinutes(3);
        await SignInAsync("judge1", Chrome, "203.0.113.7");
        await app.SignedInAsync("judge2");

        var lines = (await first.OpenAsync("/account/security")).TextsAt("[aria-labelledby=sessions] li");
        Assert.Equal(2, lines.Count);
        Assert.Equal(1, lines.Count(line => line.Contains("Phiên này", StringComparison.Ordinal)));
        var other = lines.Single(line => !line.Contains("Phiên này", StringComparison.Ordinal));
        Assert.Contains("Chrome trên Windows", other, StringComparison.Ordinal);
        Assert.Contains("203.0.113.7", other, StringComparison.Ordinal);
        Assert.Contains("Mật khẩu", other, StringComparison.Ordinal);
        Assert.Contains("10:03", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_session_or_all_others_can_be_ended_and_are_refused_at_once()
    {
        var (mine, second, third) = (await app.SignedInAsync("judge1"), await app.SignedInAsync("judge1"), await app.SignedInAsync("judge1"));
        var stranger = await app.SignedInAsync("judge2");
        var page = await mine.OpenAsync("/account/security");
        var mark = await app.HistoryMarkAsync();
        await mine.SubmitAsync(page.Form("form[action$='handler=End']"));
        Assert.Equal(1, await OpenAsync(second) + await OpenAsync(third));
        Assert.Equal([AuditAct.SessionEnded], (await app.HistorySinceAsync(mark)).Select(entry => entry.Act));

        await mine.SubmitAsync((await mine.OpenAsync("/account/security")).Form("form[action$='handler=EndOthers']"));
        Assert.Equal((0, 0, 1, 1), (await OpenAsync(second), await OpenAsync(third), await OpenAsync(mine), await OpenAsync(stranger)));
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else_but_an_administrator()
    {
        var (judge, other) = (await app.SignedInAsync("judge1"), await app.SignedInAsync("judge2"));
        await app.SignedInAsync("judge2");
        var (mine, theirs) = await app.ReadAsync(async db => (
            await db.Sessions.Join(db.Users, one => one.UserId, user => user.Id, (one, user) => new { one.Id, user.Email }).Where(one => one.Email == "judge1@demo.local").Select(one => one.Id).SingleAsync(),
            await db.FindByEmailAsync("judge1@demo.local")));
        var form = (await other.OpenAsync("/account/security")).Form("form[action$='handler=End']");
        await other.SubmitAsync(form, null, ("session", mine.ToString()));
        Assert.Equal(1, await OpenAsync(judge));

        var admin = await app.SignedInAsync("admin");
        var page = await admin.OpenAsync($"/users/{theirs.Id}/security");
        await admin.SubmitAsync(page.Form("form[action$='handler=EndOthers']"));
        Assert.Equal((0, 1), (await OpenAsync(judge), await OpenAsync(other)));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_its_cookie_opens_nothing_any_more()
    {
        var judge = await app.SignedInAsync("judge1");
        var copied = judge.Cookies();
        Assert.Equal(HttpStatusCode.OK, await WithAsync(copied));
        await judge.SubmitAsync((await judge.OpenAsync("/")).Form("form[action='/account/sign-out']"));
        Assert.Equal(0, await app.ReadAsync(db => db.Sessions.CountAsync(one => one.EndedAt == null)));
        Assert.Equal(HttpStatusCode.Found, await WithAsync(copied));
    }

    // What somebody gets who has copied the cookies.
    private async Task<HttpStatusCode> WithAsync(string copied)
    {
        using var client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/password");
        request.Headers.Add("Cookie", copied);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    [Fact]
    public async Task A_changed_password_ends_all_other_sessions_at_once_and_keeps_ones_own()
    {
        var (mine, other) = (await app.SignedInAsync("judge1"), await app.SignedInAsync("judge1"));
        await mine.SubmitAsync(await mine.OpenAsync("/account/password"), ("Input.Current", Seeding.Password), ("Input.Password", "bốn con ngựa xanh lơ"), ("Input.Again", "bốn con ngựa xanh lơ"));
        Assert.Equal((1, 0), (await OpenAsync(mine), await OpenAsync(other)));
        app.Clock.Now += TimeSpan.FromMinutes(2);
        Assert.Equal(1, await OpenAsync(mine));
    }

    [Theory]
    [InlineData("Input.IsActive", null)]
    [InlineData("Input.Roles", "Auditor")]
    [InlineData("Input.Email", "judge1b@demo.local")]
    public async Task A_changed_role_address_or_deactivation_ends_all_sessions_at_once(string field, string? value)
    {
        var (judge, admin) = (await app.SignedInAsync("judge1"), await app.SignedInAsync("admin"));
        var user = await app.ReadAsync(db => db.FindByEmailAsync("judge1@demo.local"));
        await admin.SubmitAsync(await admin.OpenAsync($"/users/{user.Id}"), (field, value));
        Assert.Equal((0, 1), (await OpenAsync(judge), await OpenAsync(admin)));
    }

    [Fact]
    public async Task A_session_that_is_used_is_seen_each_minute_lasts_a_week_at_most_and_is_deleted_after_ninety_days()
    {
        var judge = await app.SignedInAsync("judge1");
        app.Clock.Now += TimeSpan.FromSeconds(70);
        await OpenAsync(judge);
        var session = await app.ReadAsync(db => db.Sessions.SingleAsync());
        Assert.Equal(app.Clock.Now.UtcDateTime, session.SeenAt);
        for (var hours = 0; hours < 168; hours += 8)
        {
            Assert.Equal(1, await OpenAsync(judge));
            app.Clock.Now += TimeSpan.FromHours(8);
        }

        Assert.Equal(0, await OpenAsync(judge));
        app.Clock.Now += TimeSpan.FromDays(91);
        await app.SignedInAsync("judge2");
        Assert.DoesNotContain(session.Id, await app.ReadAsync(db => db.Sessions.Select(one => one.Id).ToListAsync()));
    }

    [Fact]
    public async Task The_last_sign_ins_and_failed_ones_are_told_to_their_owner_and_to_administrators_with_the_address()
    {
        await SignInAsync("judge1", Chrome, "203.0.113.7");
        var stranger = app.Visitor().From("198.51.100.9");
        await stranger.SubmitAsync(await stranger.OpenAsync("/account/sign-in"), ("Input.Email", "judge1@demo.local"), ("Input.Password", "Sai mật khẩu rồi"));
        var lines = (await (await app.SignedInAsync("judge1")).OpenAsync("/account/security")).TextsAt("[aria-labelledby=sign-ins] li");
        Assert.Contains("bị từ chối", lines[1], StringComparison.Ordinal);
        Assert.Contains("198.51.100.9", lines[1], StringComparison.Ordinal);
        Assert.Contains("203.0.113.7", lines[2], StringComparison.Ordinal);

        var history = await (await app.SignedInAsync("admin")).OpenAsync("/history?kind=SignIns");
        Assert.Contains("(mật khẩu, 203.0.113.7, Chrome – Windows)", history.Text, StringComparison.Ordinal);
        // Where colleagues sign in from is no business of others.
        var officers = await (await app.SignedInAsync("officer")).OpenAsync("/history?kind=SignIns");
        Assert.Contains("(mật khẩu, Chrome – Windows)", officers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("203.0.113.7", officers.Body, StringComparison.Ordinal);
    }

    private async Task SignInAsync(string name, string browser, string address)
    {
        var visitor = app.Visitor().From(address);
        var page = await visitor.OpenAsync("/account/sign-in");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in");
        request.Headers.TryAddWithoutValidation("User-Agent", browser);
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.Email"] = $"{name}@demo.local",
            ["Input.Password"] = Seeding.Password,
            ["__RequestVerificationToken"] = page.ValueOf("__RequestVerificationToken"),
        });
        using var answer = await visitor.SendAsync(request);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    // 1 when the visitor is signed in, 0 when not.
    private static async Task<int> OpenAsync(Visitor visitor)
    {
        using var answer = await visitor.GetAsync("/account/password");
        return answer.StatusCode == HttpStatusCode.OK ? 1 : 0;
    }
}
