using System.Net;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;

namespace KeyProducts.Tests.Pages.Account;

public sealed class SignInTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task An_officer_signs_in_and_the_history_says_so()
    {
        var mark = await app.HistoryMarkAsync();
        var officer = await app.SignedInAsync("officer");

        var home = await officer.OpenAsync("/");
        Assert.Equal("Xin chào, Đinh Thị Hữu Hạnh", home.TextAt("h1"));
        var entry = Assert.Single(await app.HistorySinceAsync(mark));
        Assert.Equal((AuditAct.SignedIn, "Đinh Thị Hữu Hạnh", "officer@demo.local"), (entry.Act, entry.UserName, entry.Subject));
        Assert.Equal(app.Clock.Now.UtcDateTime, entry.At);
    }

    [Theory]
    [InlineData("officer@demo.local")]
    [InlineData("nobody@demo.local")]
    public async Task A_wrong_password_is_refused_with_the_same_sentence_whether_or_not_the_account_exists(string email)
    {
        var mark = await app.HistoryMarkAsync();
        var visitor = app.Visitor();
        var page = await visitor.SubmitAsync(await visitor.OpenAsync("/account/sign-in"), ("Input.Email", email), ("Input.Password", "Sai mật khẩu rồi"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["Thư điện tử hoặc mật khẩu không đúng, hoặc tài khoản bị khóa vài phút do đăng nhập sai quá nhiều lần."], page.Errors);
        Assert.Equal(email, page.ValueOf("Input.Email"));
        Assert.Equal("", page.ValueOf("Input.Password"));
        var entry = Assert.Single(await app.HistorySinceAsync(mark));
        Assert.Equal((AuditAct.SignInFailed, email), (entry.Act, entry.Subject));
        Assert.Equal("/account/sign-in", (await visitor.OpenAsync("/account/password")).Address.Split('?')[0]);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        var visitor = app.Visitor();
        var page = await visitor.OpenAsync("/account/sign-in");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            page = await visitor.SubmitAsync(page, ("Input.Email", "judge1@demo.local"), ("Input.Password", "Sai mật khẩu rồi"));
        }

        page = await visitor.SubmitAsync(page, ("Input.Email", "judge1@demo.local"), ("Input.Password", Seeding.Password));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        await app.SignedInAsync("judge2");
    }

    [Fact]
    public async Task After_signing_in_the_reader_is_where_they_wanted_to_go()
    {
        var visitor = app.Visitor();
        var page = await visitor.OpenAsync("/account/password");
        page = await visitor.SubmitAsync(page, ("Input.Email", "judge1@demo.local"), ("Input.Password", Seeding.Password));
        Assert.Equal((HttpStatusCode.OK, "/account/password"), (page.Status, page.Address));
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org/")]
    public async Task Nobody_is_sent_to_another_site(string address)
    {
        var visitor = app.Visitor();
        var page = await visitor.OpenAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString(address));
        page = await visitor.SubmitAsync(page, ("Input.Email", "judge1@demo.local"), ("Input.Password", Seeding.Password));
        Assert.Equal((HttpStatusCode.OK, "/"), (page.Status, page.Address));
    }

    [Fact]
    public async Task The_language_can_be_chosen_and_is_kept()
    {
        var visitor = app.Visitor("en");
        var page = await visitor.OpenAsync("/account/sign-in");
        Assert.Equal("Sign in", page.TextAt("h1"));

        page = await visitor.SubmitAsync(page.Form("form.language"), "Tiếng Việt");
        Assert.Equal(("/account/sign-in", "Đăng nhập"), (page.Address, page.TextAt("h1")));
        Assert.Equal("vi", (await visitor.OpenAsync("/")).Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_the_readers_language()
    {
        var visitor = app.Visitor();
        using var answer = await visitor.PostAsync("/account/sign-in", ("Input.Email", "officer@demo.local"), ("Input.Password", Seeding.Password));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Biểu mẫu đã hết hạn", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var judge = await app.SignedInAsync("judge1");
        var page = await judge.OpenAsync("/");
        await judge.SubmitAsync(page.Form("form[action='/account/sign-out']"));
        Assert.StartsWith("/account/sign-in", (await judge.OpenAsync("/account/password")).Address, StringComparison.Ordinal);
    }
}
