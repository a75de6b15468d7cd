using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Security;

/// <summary>Locks, throttles, sessions and deadlines while the clock moves on, stands wrong or is put back.</summary>
public sealed class ClockTests : IDisposable
{
    private const string Sheet = "/programmes/2026/judging/14";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Five_wrong_passwords_lock_for_ten_minutes_of_the_clock_and_the_right_one_opens_after()
    {
        var visitor = app.Visitor();
        await LockAsync(visitor, "judge1");
        Assert.Equal(HttpStatusCode.BadRequest, await PasswordAsync(visitor, "judge1"));
        app.Clock.Now += TimeSpan.FromMinutes(9);
        Assert.Equal(HttpStatusCode.BadRequest, await PasswordAsync(visitor, "judge1"));
        // What is tried meanwhile does not lengthen it.
        app.Clock.Now += TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(1);
        Assert.Equal(HttpStatusCode.OK, await PasswordAsync(visitor, "judge1"));
    }

    [Fact]
    public async Task A_clock_that_is_put_back_lifts_no_lock_and_an_administrator_does()
    {
        var visitor = app.Visitor();
        await LockAsync(visitor, "judge1");
        app.Clock.Now -= TimeSpan.FromDays(1);
        Assert.Equal(HttpStatusCode.BadRequest, await PasswordAsync(visitor, "judge1"));
        var admin = await app.SignedInAsync("admin");
        var key = await app.ReadAsync(async db => (await db.FindByEmailAsync("judge1@demo.local")).Id);
        await admin.SubmitAsync(await admin.OpenAsync($"/users/{key}/unlock"));
        Assert.Equal(HttpStatusCode.OK, await PasswordAsync(visitor, "judge1"));
    }

    [Fact]
    public async Task A_lock_that_falls_between_password_and_code_is_opened_by_neither_code_nor_recovery_code()
    {
        var (phone, codes) = await AuthenticatorApp.SetUpAsync(app, await app.SignedInAsync("judge1"), Seeding.Password);
        app.Clock.Now += TimeSpan.FromMinutes(1);
        var visitor = app.Visitor();
        var half = await visitor.SubmitAsync(await visitor.OpenAsync("/account/sign-in"), ("Input.Email", "judge1@demo.local"), ("Input.Password", Seeding.Password));
        Assert.NotNull(half.Document.QuerySelector("[name=Code]"));
        await LockAsync(app.Visitor(), "judge1");
        foreach (var code in new[] { phone.Code, codes[0] })
        {
            var refused = await visitor.SubmitAsync(half.Form("form:has([name=Code])"), null, ("Code", code));
            Assert.Equal((HttpStatusCode.BadRequest, "/account/sign-in"), (refused.Status, refused.Address.Split('?')[0]));
        }

        Assert.Equal(0, await app.ReadAsync(db => db.Sessions.CountAsync(session => session.EndedAt == null && session.StartedAt == app.Clock.Now.UtcDateTime)));
        Assert.DoesNotContain(AuditAct.RecoveryCodeUsed, await app.ReadAsync(db => db.AuditEntries.Select(entry => entry.Act).ToListAsync()));
    }

    [Fact]
    public async Task The_throttle_of_an_address_does_not_believe_the_clock_of_the_machine()
    {
        await using var limited = app.WithWebHostBuilder(builder => builder.UseSetting("KeyProducts:SignInsPerMinute", "2"));
        using var client = limited.CreateClient();
        var answers = new List<HttpStatusCode>();
        foreach (var jump in new[] { TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromDays(1), TimeSpan.FromDays(-2) })
        {
            app.Clock.Now += jump;
            using var answer = await client.PostAsync("/account/sign-in", null);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], answers);
    }

    [Fact]
    public async Task A_clock_that_jumps_ahead_asks_for_a_sign_in_and_one_that_was_put_right_does_not()
    {
        var judge = await app.SignedInAsync("judge1");
        app.Clock.Now += TimeSpan.FromDays(8);
        using (var ahead = await judge.GetAsync(Sheet))
        {
            Assert.Equal(HttpStatusCode.Found, ahead.StatusCode);
        }

        app.Clock.Now -= TimeSpan.FromDays(8);
        using var back = await judge.GetAsync(Sheet);
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
    }

    [Fact]
    public async Task The_deadline_of_judging_holds_while_the_clock_is_past_it_and_takes_marks_again_when_it_was_put_right()
    {
        var judge = await app.SignedInAsync("judge1");
        var sheet = await judge.OpenAsync(Sheet);
        var field = sheet.At("[data-mark]").GetAttribute("name")!;
        var now = app.Clock.Now;
        var last = await app.ReadAsync(async db => (await db.Programmes.SingleAsync(one => one.Year == 2026)).Dates.JudgingUntil!.Value);
        app.Clock.Now = new DateTimeOffset(HanoiTime.EndOf(last));
        await judge.SignInAsync("judge1@demo.local", Seeding.Password);
        var before = await app.StateAsync();
        var late = await judge.SubmitAsync(sheet.Form("form[data-sheet]"), null, (field, "3"));
        Assert.Equal((HttpStatusCode.BadRequest, "3"), (late.Status, late.ValueOf(field)));
        Assert.Equal(before["Sheets"], (await app.StateAsync())["Sheets"]);
        app.Clock.Now = now;
        var saved = await judge.SubmitAsync((await judge.OpenAsync(Sheet)).Form("form[data-sheet]"), null, (field, "3"));
        Assert.Equal((HttpStatusCode.OK, "3"), (saved.Status, saved.ValueOf(field)));
    }

    private async Task LockAsync(Visitor visitor, string name)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, await PasswordAsync(visitor, name, "Sai mật khẩu rồi"));
        }

        Assert.NotNull(await app.ReadAsync(async db => (await db.FindByEmailAsync($"{name}@demo.local")).LockoutEnd));
    }

    private static async Task<HttpStatusCode> PasswordAsync(Visitor visitor, string name, string password = Seeding.Password) =>
        (await visitor.SubmitAsync(await visitor.OpenAsync("/account/sign-in"), ("Input.Email", $"{name}@demo.local"), ("Input.Password", password))).Status;
}
