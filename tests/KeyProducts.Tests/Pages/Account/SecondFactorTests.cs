using System.Net;
using System.Text.RegularExpressions;
using KeyProducts.Documents;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;

namespace KeyProducts.Tests.Pages.Account;

/// <summary>An authenticator app as second factor: its codes are computed here from the key that the page shows.</summary>
public sealed class SecondFactorTests : IDisposable
{
    private const string Email = "judge1@demo.local";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Setting_up_shows_picture_and_key_asks_code_and_password_and_shows_ten_recovery_codes_once()
    {
        var judge = await app.SignedInAsync("judge1");
        var mark = await app.HistoryMarkAsync();
        var page = await judge.OpenAsync("/account/authenticator");
        var shown = page.TextAt("code.secret");
        Assert.Matches(new Regex("^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$"), shown);
        var key = shown.Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(QrCode.Of($"otpauth://totp/KeyProducts:judge1%40demo.local?secret={key}&issuer=KeyProducts&digits=6&period=30").Path, page.At("svg.qr path").GetAttribute("d"));
        Assert.DoesNotContain(key, page.Body, StringComparison.Ordinal);

        var phone = new AuthenticatorApp(shown, app.Clock);
        var wrong = await judge.SubmitAsync(page, ("Input.Code", phone.Wrong), ("Input.Password", Seeding.Password));
        Assert.Equal((HttpStatusCode.BadRequest, shown), (wrong.Status, wrong.TextAt("code.secret")));
        Assert.False((await app.ReadAsync(db => db.FindByEmailAsync(Email))).TwoFactorEnabled);
        var noPassword = await judge.SubmitAsync(wrong, ("Input.Code", phone.Code), ("Input.Password", "Sai mật khẩu rồi"));
        Assert.Equal(HttpStatusCode.BadRequest, noPassword.Status);

        var done = await judge.SubmitAsync(noPassword, ("Input.Code", phone.Code), ("Input.Password", Seeding.Password));
        var codes = done.TextsAt(".codes code");
        Assert.Equal((HttpStatusCode.OK, 10, 10), (done.Status, codes.Count, codes.Distinct().Count()));
        using (var answer = await judge.GetAsync("/account/recovery-codes"))
        {
            Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal((AuditAct.SecondFactorOn, Email), (await app.HistorySinceAsync(mark)).Select(entry => (entry.Act, entry.Subject)).Last());
        // Neither the key nor a code stands anywhere but where it must; of the codes only hashes are kept.
        var stored = await app.StoredTextsAsync();
        Guard.None(codes.Where(code => stored.Any(text => text.Contains(code, StringComparison.Ordinal))));
        Assert.Contains("Số mã khôi phục còn lại: 10.", (await judge.OpenAsync("/account/security")).TextAt("[aria-labelledby=factor]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_in_then_asks_for_the_code_and_no_code_works_twice()
    {
        var phone = (await AuthenticatorApp.SetUpAsync(app, await app.SignedInAsync("judge1"), Seeding.Password)).App;
        app.Clock.Now += TimeSpan.FromMinutes(1);
        var visitor = app.Visitor();
        var mark = await app.HistoryMarkAsync();

        var second = await PasswordAsync(visitor, "/judging");
        Assert.Equal((HttpStatusCode.OK, "Bước hai"), (second.Status, second.TextAt("h1")));
        Assert.Equal(("one-time-code", "numeric"), (second.At("[name=Code]").GetAttribute("autocomplete"), second.At("[name=Code]").GetAttribute("inputmode")));
        Assert.StartsWith("/account/sign-in", (await visitor.OpenAsync("/judging")).Address, StringComparison.Ordinal);
        Assert.Empty(await app.HistorySinceAsync(mark));

        var code = phone.Code;
        var entered = await CodeAsync(visitor, second, code);
        Assert.Equal((HttpStatusCode.OK, "/judging"), (entered.Status, entered.Address));
        var entry = Assert.Single(await app.HistorySinceAsync(mark));
        Assert.Equal((AuditAct.SignedIn, "PasswordAndCode"), (entry.Act, entry.ReadChanges().Single(change => change.Property == "Way").To));

        var other = app.Visitor();
        var again = await CodeAsync(other, await PasswordAsync(other), code);
        Assert.Equal((HttpStatusCode.BadRequest, "Bước hai"), (again.Status, again.TextAt("h1")));
        Assert.StartsWith("Mã không đúng hoặc đã được dùng", Assert.Single(again.Errors), StringComparison.Ordinal);
        app.Clock.Now += TimeSpan.FromSeconds(30);
        Assert.Equal((HttpStatusCode.OK, "/"), ((await CodeAsync(other, again, phone.Code)) is var page ? (page.Status, page.Address) : default));
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once_and_the_history_says_so()
    {
        var (_, codes) = await AuthenticatorApp.SetUpAsync(app, await app.SignedInAsync("judge1"), Seeding.Password);
        var mark = await app.HistoryMarkAsync();
        var visitor = app.Visitor();
        // As somebody copies it by hand.
        var typed = codes[3].Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant();
        Assert.Equal(HttpStatusCode.OK, (await CodeAsync(visitor, await PasswordAsync(visitor), typed)).Status);
        Assert.Equal([AuditAct.RecoveryCodeUsed, AuditAct.SignedIn], (await app.HistorySinceAsync(mark)).Select(entry => entry.Act));
        Assert.Contains("Số mã khôi phục còn lại: 9.", (await visitor.OpenAsync("/account/security")).Text, StringComparison.Ordinal);

        var other = app.Visitor();
        var again = await CodeAsync(other, await PasswordAsync(other), codes[3]);
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Equal(HttpStatusCode.OK, (await CodeAsync(other, again, codes[4])).Status);
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_until_the_clock_has_moved_and_the_right_password_does_not_count_anew()
    {
        var phone = (await AuthenticatorApp.SetUpAsync(app, await app.SignedInAsync("judge1"), Seeding.Password)).App;
        app.Clock.Now += TimeSpan.FromMinutes(1);
        var visitor = app.Visitor();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var page = await CodeAsync(visitor, await PasswordAsync(visitor), phone.Wrong);
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        }

        // Locked: not even the right password is told to be right.
        var locked = await PasswordAsync(visitor);
        Assert.Equal((HttpStatusCode.BadRequest, "Đăng nhập"), (locked.Status, locked.TextAt("h1")));
        app.Clock.Now += TimeSpan.FromMinutes(11);
        Assert.Equal(HttpStatusCode.OK, (await CodeAsync(visitor, await PasswordAsync(visitor), phone.Code)).Status);
    }

    [Fact]
    public async Task A_second_step_that_comes_too_late_or_after_a_new_password_begins_again()
    {
        var phone = (await AuthenticatorApp.SetUpAsync(app, await app.SignedInAsync("judge1"), Seeding.Password)).App;
        app.Clock.Now += TimeSpan.FromMinutes(1);
        var visitor = app.Visitor();
        var second = await PasswordAsync(visitor);
        app.Clock.Now += TimeSpan.FromMinutes(11);
        var late = await CodeAsync(visitor, second, phone.Code);
        Assert.Equal((HttpStatusCode.BadRequest, "Đăng nhập"), (late.Status, late.TextAt("h1")));
        Assert.StartsWith("Đã quá lâu", Assert.Single(late.Errors), StringComparison.Ordinal);

        second = await PasswordAsync(visitor);
        await app.ChangeAsync(async db => (await db.FindByEmailAsync(Email)).SecurityStamp = "changed");
        Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(visitor, second, phone.Code)).Status);
    }

    [Fact]
    public async Task What_was_typed_when_the_sign_in_had_ended_survives_the_second_step_too()
    {
        const string Sheet = "/programmes/2026/judging/14";
        var judge = await app.SignedInAsync("judge1");
        var phone = (await AuthenticatorApp.SetUpAsync(app, judge, Seeding.Password)).App;
        app.Clock.Now += TimeSpan.FromMinutes(1);
        var sheet = await judge.OpenAsync(Sheet);
        judge.Forget();
        var ended = await judge.SubmitAsync(sheet.Form("form[data-sheet]"), null, ("Input.Remark", "Đ Ế Ữ còn nguyên"));
        var second = await judge.SubmitAsync(ended, ("Input.Email", Email), ("Input.Password", Seeding.Password));
        Assert.Equal("Bước hai", second.TextAt("h1"));
        var wrong = await CodeAsync(judge, second, phone.Wrong);
        var back = await CodeAsync(judge, wrong, phone.Code);
        Assert.Equal((HttpStatusCode.BadRequest, Sheet, "Đ Ế Ữ còn nguyên"), (back.Status, back.Address, back.ValueOf("Input.Remark")));
    }

    [Fact]
    public async Task New_recovery_codes_end_the_old_ones_and_switching_off_asks_the_password_and_is_in_the_history()
    {
        var judge = await app.SignedInAsync("judge1");
        var (_, old) = await AuthenticatorApp.SetUpAsync(app, judge, Seeding.Password);
        var made = await judge.SubmitAsync(await judge.OpenAsync("/account/recovery-codes"), ("Input.Password", Seeding.Password));
        var codes = made.TextsAt(".codes code");
        Assert.Equal(10, codes.Except(old).Count());
        var visitor = app.Visitor();
        var refused = await CodeAsync(visitor, await PasswordAsync(visitor), old[0]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(HttpStatusCode.OK, (await CodeAsync(visitor, refused, codes[0])).Status);

        var mark = await app.HistoryMarkAsync();
        var off = await judge.OpenAsync("/account/authenticator/off");
        Assert.Equal(HttpStatusCode.BadRequest, (await judge.SubmitAsync(off, ("Input.Password", "Sai mật khẩu rồi"))).Status);
        Assert.Equal("/account/security", (await judge.SubmitAsync(off, ("Input.Password", Seeding.Password))).Address);
        Assert.Equal([AuditAct.SignInFailed, AuditAct.SecondFactorOff], (await app.HistorySinceAsync(mark)).Select(entry => entry.Act));
        Assert.Equal("/", (await PasswordAsync(app.Visitor())).Address);
        // The other sessions have ended with it.
        Assert.StartsWith("/account/sign-in", (await visitor.OpenAsync("/account/security")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_resets_a_lost_second_factor_with_a_reason_and_nobody_their_own()
    {
        var judge = await app.SignedInAsync("judge1");
        await AuthenticatorApp.SetUpAsync(app, judge, Seeding.Password);
        var admin = await app.SignedInAsync("admin");
        var user = await app.ReadAsync(db => db.FindByEmailAsync(Email));
        var page = await admin.OpenAsync($"/users/{user.Id}/security");
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.SubmitAsync(page, ("Input.Reason", ""))).Status);
        var mark = await app.HistoryMarkAsync();
        await admin.SubmitAsync(page, ("Input.Reason", "Mất điện thoại, đã gặp trực tiếp"));
        var entry = Assert.Single(await app.HistorySinceAsync(mark));
        Assert.Equal((AuditAct.SecondFactorReset, "Mất điện thoại, đã gặp trực tiếp"), (entry.Act, entry.Reason));
        Assert.StartsWith("/account/sign-in", (await judge.OpenAsync("/judging")).Address, StringComparison.Ordinal);
        Assert.Equal("/", (await PasswordAsync(app.Visitor())).Address);

        await AuthenticatorApp.SetUpAsync(app, admin, Seeding.Password);
        var self = await app.ReadAsync(db => db.FindByEmailAsync("admin@demo.local"));
        var own = await admin.SubmitAsync(await admin.OpenAsync($"/users/{self.Id}/security"), ("Input.Reason", "Tự làm"));
        Assert.Equal(HttpStatusCode.BadRequest, own.Status);
        Assert.True((await app.ReadAsync(db => db.FindByEmailAsync("admin@demo.local"))).TwoFactorEnabled);
    }

    private static async Task<Page> PasswordAsync(Visitor visitor, string wanted = "/account/sign-in") =>
        await visitor.SubmitAsync(await visitor.OpenAsync(wanted), ("Input.Email", Email), ("Input.Password", Seeding.Password));

    private static Task<Page> CodeAsync(Visitor visitor, Page second, string code) => visitor.SubmitAsync(second.Form("form:has([name=Code])"), null, ("Code", code));
}
