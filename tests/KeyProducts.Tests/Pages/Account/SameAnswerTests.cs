using System.Net;
using System.Text.RegularExpressions;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Pages.Account;

/// <summary>Who does not know the password learns nothing about an account: not by the answer, and not by the work that is done.</summary>
public sealed partial class SameAnswerTests : IDisposable
{
    private static readonly string[] Accounts = ["nobody@demo.local", "judge1@demo.local", "judge2@demo.local", "judge3@demo.local", "judge4@demo.local"];

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Unknown_locked_deactivated_and_with_a_second_factor_are_all_answered_alike()
    {
        await AuthenticatorApp.SetUpAsync(app, await app.SignedInAsync("judge4"), Seeding.Password);
        await app.ChangeAsync(async db =>
        {
            (await db.FindByEmailAsync("judge2@demo.local")).LockoutEnd = app.Clock.Now.AddMinutes(5);
            (await db.FindByEmailAsync("judge3@demo.local")).IsActive = false;
        });
        var answers = new List<string>();
        foreach (var account in Accounts)
        {
            answers.Add(await AnswerAsync("/account/sign-in", ("Input.Email", account), ("Input.Password", "Sai mật khẩu rồi")));
        }

        Assert.Single(answers.Distinct());
        // The right password of a locked or deactivated account is not told to be right either.
        Assert.Equal(answers[0], await AnswerAsync("/account/sign-in", ("Input.Email", Accounts[2]), ("Input.Password", Seeding.Password)));
        Assert.Equal(answers[0], await AnswerAsync("/account/sign-in", ("Input.Email", Accounts[3]), ("Input.Password", Seeding.Password)));
    }

    [Fact]
    public async Task Each_of_them_costs_one_hash()
    {
        var hashes = new List<string>();
        using var counted = app.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddScoped<IPasswordHasher<AppUser>>(provider => new Counting(hashes))));
        foreach (var account in Accounts)
        {
            hashes.Clear();
            var visitor = new Visitor(counted.CreateDefaultClient(new Uri("http://localhost"), new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler()), "vi");
            var page = await visitor.SubmitAsync(await visitor.OpenAsync("/account/sign-in"), ("Input.Email", account), ("Input.Password", "Sai mật khẩu rồi"));
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Equal(["verify"], hashes);
        }
    }

    [Fact]
    public async Task A_reset_link_that_does_not_hold_is_answered_alike_for_every_account()
    {
        var ids = await app.ReadAsync(async db => new[] { (await db.FindByEmailAsync("judge1@demo.local")).Id, (await db.FindByEmailAsync("judge3@demo.local")).Id, Guid.NewGuid() });
        await app.ChangeAsync(async db => (await db.FindByEmailAsync("judge3@demo.local")).IsActive = false);
        var answers = new List<string>();
        foreach (var id in ids)
        {
            answers.Add((await AnswerAsync($"/account/reset?user={id}&token=abc", ("Input.Password", "bốn con ngựa xanh lơ"), ("Input.Again", "bốn con ngựa xanh lơ"))).Replace(id.ToString(), "ID", StringComparison.Ordinal));
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task What_a_passkey_is_asked_names_no_account()
    {
        var visitor = app.Visitor();
        var token = (await visitor.OpenAsync("/account/sign-in")).ValueOf("__RequestVerificationToken");
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var answer = await visitor.PostAsync("/account/sign-in?handler=PasskeyOptions", content, "application/json");
        var options = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("\"userVerification\":\"required\"", options, StringComparison.Ordinal);
        Assert.DoesNotContain("\"allowCredentials\":[{", options, StringComparison.Ordinal);

        // And one that was made up is refused with a sentence.
        var refused = await visitor.SubmitAsync((await visitor.OpenAsync("/account/sign-in")).Form("form[data-passkey]"), null, ("Credential", "{\"id\":\"x\"}"));
        Assert.Equal((HttpStatusCode.BadRequest, 1), (refused.Status, refused.Errors.Count));
    }

    // Status, headers and body, without what is made anew for each answer and what was typed.
    private async Task<string> AnswerAsync(string address, params (string Name, string Value)[] fields)
    {
        var visitor = app.Visitor();
        var page = await visitor.OpenAsync(address);
        var more = page.Document.QuerySelectorAll("main form:not([data-passkey]) input[type=hidden]").Select(one => (one.GetAttribute("name")!, one.GetAttribute("value") ?? ""));
        using var answer = await visitor.PostAsync(address, [.. fields, .. more]);
        var headers = string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Select(one => $"{one.Key}: {string.Join(',', one.Value)}").Where(line => !line.StartsWith("Set-Cookie", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        var body = Token().Replace(await answer.Content.ReadAsStringAsync(), "");
        return $"{(int)answer.StatusCode}\n{headers}\n{fields.Where(field => field.Name == "Input.Email").Aggregate(body, (text, field) => text.Replace(field.Value, "WHO", StringComparison.Ordinal))}";
    }

    [GeneratedRegex("(?<=name=\"__RequestVerificationToken\"[^>]*value=\")[^\"]*")]
    private static partial Regex Token();

    private sealed class Counting(List<string> hashes) : IPasswordHasher<AppUser>
    {
        private readonly PasswordHasher<AppUser> hasher = new();

        public string HashPassword(AppUser user, string password)
        {
            hashes.Add("hash");
            return hasher.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(AppUser user, string hashedPassword, string providedPassword)
        {
            hashes.Add("verify");
            return hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
