using System.Net;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Users;

public sealed class AccountPageTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_new_person_sets_a_password_by_a_link_that_works_once()
    {
        var administrator = await app.SignedInAsync("admin");
        var link = await administrator.SubmitAsync(
            await administrator.OpenAsync("/users/new"),
            ("Input.FullName", "Lê Đức Ưu"),
            ("Input.Email", "uu@demo.local"),
            ("Input.Roles", "Officer"));
        Assert.Equal(HttpStatusCode.OK, link.Status);

        var mark = await app.HistoryMarkAsync();
        var made = await administrator.SubmitAsync(link);
        var address = new Uri(made.TextAt("#link")).PathAndQuery;
        var entry = Assert.Single(await app.HistorySinceAsync(mark));
        Assert.Equal(AuditAct.PasswordLinkMade, entry.Act);
        Assert.DoesNotContain("token", entry.Subject + entry.Changes + entry.Page, StringComparison.OrdinalIgnoreCase);

        var person = app.Visitor();
        var form = await person.OpenAsync(address);
        var refused = await person.SubmitAsync(form, ("Input.Password", "ngắn"), ("Input.Again", "ngắn"));
        Assert.Equal(["Mật khẩu cần ít nhất 12 ký tự, trong đó có năm ký tự khác nhau."], refused.Errors);
        await person.SubmitAsync(refused, ("Input.Password", "một câu dễ nhớ của tôi"), ("Input.Again", "một câu dễ nhớ của tôi"));
        await person.SignInAsync("uu@demo.local", "một câu dễ nhớ của tôi");
        Assert.Equal("Xin chào, Lê Đức Ưu", (await person.OpenAsync("/")).TextAt("h1"));

        var again = app.Visitor();
        var late = await again.SubmitAsync(await again.OpenAsync(address), ("Input.Password", "kẻ khác muốn vào đây"), ("Input.Again", "kẻ khác muốn vào đây"));
        Assert.Equal((HttpStatusCode.BadRequest, "Liên kết này đã dùng hoặc quá hạn. Hãy đề nghị quản trị viên cấp liên kết mới."), (late.Status, Assert.Single(late.Errors)));
    }

    [Fact]
    public async Task Who_is_deactivated_is_out_within_a_minute_and_cannot_sign_in()
    {
        var administrator = await app.SignedInAsync("admin");
        var judge = await app.SignedInAsync("judge5");
        var id = await app.ReadAsync(db => db.Users.Where(user => user.Email == "judge5@demo.local").Select(user => user.Id).SingleAsync());
        await administrator.SubmitAsync(await administrator.OpenAsync($"/users/{id}"), ("Input.IsActive", null));

        app.Clock.Now += TimeSpan.FromMinutes(2);
        Assert.StartsWith("/account/sign-in", (await judge.OpenAsync("/judging")).Address, StringComparison.Ordinal);
        var visitor = app.Visitor();
        var refused = await visitor.SubmitAsync(await visitor.OpenAsync("/account/sign-in"), ("Input.Email", "judge5@demo.local"), ("Input.Password", Web.Storage.Seeding.Password));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    [Fact]
    public async Task Nobody_takes_the_last_key_from_themselves()
    {
        var administrator = await app.SignedInAsync("admin");
        var id = await app.ReadAsync(db => db.Users.Where(user => user.Email == "admin@demo.local").Select(user => user.Id).SingleAsync());
        var form = await administrator.OpenAsync($"/users/{id}");
        var refused = await administrator.SubmitAsync(form, ("Input.IsActive", null));
        Assert.Equal((HttpStatusCode.BadRequest, "/users"), (refused.Status, refused.Address[..6]));
        refused = await administrator.SubmitAsync(form, ("Input.Roles", "Officer"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(HttpStatusCode.OK, (await administrator.OpenAsync("/users")).Status);
    }

    [Fact]
    public async Task Guessing_the_current_password_in_an_open_session_locks_the_account()
    {
        var officer = await app.SignedInAsync("officer", "en");
        var page = await officer.OpenAsync("/account/password");
        (string, string?)[] Tried(string current) => [("Input.Current", current), ("Input.Password", "mật khẩu hoàn toàn mới"), ("Input.Again", "mật khẩu hoàn toàn mới")];
        for (var guess = 1; guess <= 5; guess++)
        {
            page = await officer.SubmitAsync(page, Tried($"không phải {guess}"));
            Assert.Equal(["The current password is wrong."], page.Errors);
        }

        Assert.Equal(["The current password is wrong."], (await officer.SubmitAsync(page, Tried(Web.Storage.Seeding.Password))).Errors);
        app.Clock.Now += TimeSpan.FromMinutes(11);
        Assert.Equal("/account/security", (await officer.SubmitAsync(page, Tried(Web.Storage.Seeding.Password))).Address);
    }

    [Fact]
    public async Task A_person_changes_their_own_password_and_the_history_has_no_trace_of_it()
    {
        var officer = await app.SignedInAsync("officer");
        var form = await officer.OpenAsync("/account/password");
        var refused = await officer.SubmitAsync(form, ("Input.Current", "không phải"), ("Input.Password", "mật khẩu hoàn toàn mới"), ("Input.Again", "mật khẩu hoàn toàn mới"));
        Assert.Equal(["Mật khẩu hiện tại không đúng."], refused.Errors);
        refused = await officer.SubmitAsync(refused, ("Input.Current", Web.Storage.Seeding.Password), ("Input.Password", "mật khẩu hoàn toàn mới"), ("Input.Again", "khác"));
        Assert.Equal(["Hai lần nhập không giống nhau."], refused.Errors);

        var mark = await app.HistoryMarkAsync();
        await officer.SubmitAsync(refused, ("Input.Current", Web.Storage.Seeding.Password), ("Input.Password", "mật khẩu hoàn toàn mới"), ("Input.Again", "mật khẩu hoàn toàn mới"));
        var entries = await app.HistorySinceAsync(mark);
        Assert.Contains(entries, entry => entry.Act == AuditAct.PasswordChanged);
        Assert.All(entries.SelectMany(entry => entry.ReadChanges()), change => Assert.Equal((null, null), (change.From, change.To)));
        await app.Visitor().SignInAsync("officer@demo.local", "mật khẩu hoàn toàn mới");
    }
}
