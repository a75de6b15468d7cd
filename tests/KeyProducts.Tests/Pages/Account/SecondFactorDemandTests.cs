using System.Net;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;

namespace KeyProducts.Tests.Pages.Account;

/// <summary>Roles that need a second factor: who has none is led to set one up, and nothing else is open before.</summary>
public sealed class SecondFactorDemandTests : IDisposable
{
    private const string SetUp = "/account/second-factor";
    private const string Section = "/programmes/2026/nominations/3/sections/technology";

    private readonly TestApp app = TestApp.InProduction(new Dictionary<string, string> { ["KeyProducts:SecondFactor:Officer"] = "true" });

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("Production", Roles.Administrator, null, true)]
    [InlineData("Production", Roles.Officer, null, true)]
    [InlineData("Production", Roles.Judge, null, false)]
    [InlineData("Production", Roles.Auditor, null, false)]
    [InlineData("Production", Roles.Officer, "false", false)]
    [InlineData("Production", Roles.Judge, "true", true)]
    [InlineData("Development", Roles.Administrator, null, false)]
    [InlineData("Development", Roles.Auditor, "true", true)]
    public void It_is_asked_of_administrators_and_officers_in_Production_unless_a_setting_says_otherwise(string environment, string role, string? setting, bool asked)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create($"KeyProducts:SecondFactor:{role}", setting)]).Build();
        Assert.Equal(asked, new SecondFactorDemand(configuration, new HostingEnvironment { EnvironmentName = environment }).Asks([role]));
    }

    [Fact]
    public async Task An_officer_with_a_password_alone_is_led_there_from_every_page_and_sends_nothing()
    {
        var officer = app.Visitor();
        var page = await officer.SubmitAsync(await officer.OpenAsync("/account/sign-in"), ("Input.Email", "officer@demo.local"), ("Input.Password", Seeding.Password));
        Assert.Equal((HttpStatusCode.OK, SetUp), (page.Status, page.Address));
        foreach (var address in new[] { "/", "/programmes", "/programmes/2026/nominations/csv", "/history", "/account/security", "/account/password", "/recognised", "/evidence/" + Guid.NewGuid() })
        {
            using var answer = await officer.GetAsync(address);
            Assert.Equal((HttpStatusCode.Found, SetUp), (answer.StatusCode, answer.Headers.Location?.ToString()));
        }

        var before = await app.StateAsync();
        using (var answer = await officer.PostAsync("/programmes/2026/council/new", ("__RequestVerificationToken", page.ValueOf("__RequestVerificationToken")), ("Input.Name", "Đ Ế Ữ")))
        {
            Assert.Equal((HttpStatusCode.Found, SetUp), (answer.StatusCode, answer.Headers.Location?.ToString()));
        }

        using (var request = new HttpRequestMessage(HttpMethod.Post, "/programmes/2026/progress"))
        {
            request.Headers.TryAddWithoutValidation("Accept", "application/json");
            using var answer = await officer.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Equal(before, await app.StateAsync());
        using var style = await officer.GetAsync("/site.css");
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
    }

    [Fact]
    public async Task Once_it_is_set_up_everything_opens_and_the_next_sign_in_asks_for_the_code()
    {
        var officer = app.Visitor();
        await officer.SubmitAsync(await officer.OpenAsync("/account/sign-in"), ("Input.Email", "officer@demo.local"), ("Input.Password", Seeding.Password));
        var (phone, _) = await AuthenticatorApp.SetUpAsync(app, officer, Seeding.Password);
        Assert.Equal((HttpStatusCode.OK, "/programmes"), (await officer.OpenAsync("/programmes")) is var open ? (open.Status, open.Address) : default);

        app.Clock.Now += TimeSpan.FromMinutes(1);
        var again = app.Visitor();
        var second = await again.SubmitAsync(await again.OpenAsync("/programmes"), ("Input.Email", "officer@demo.local"), ("Input.Password", Seeding.Password));
        Assert.Equal("/programmes", (await again.SubmitAsync(second.Form("form:has([name=Code])"), null, ("Code", phone.Code))).Address);

        // Who needs one does not give up the last one.
        var off = await again.SubmitAsync(await again.OpenAsync("/account/authenticator/off"), ("Input.Password", Seeding.Password));
        Assert.Equal(HttpStatusCode.BadRequest, off.Status);
        Assert.StartsWith("Vai trò của bạn đòi hỏi", Assert.Single(off.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_role_needs_none_is_asked_for_none()
    {
        var judge = await app.SignedInAsync("judge1");
        Assert.Equal("/judging", (await judge.OpenAsync("/judging")).Address);
    }

    [Fact]
    public async Task What_was_typed_when_it_was_first_asked_for_is_back_in_its_form_once_it_is_set_up_and_is_saved()
    {
        using var own = new TestApp();
        var officer = await own.SignedInAsync("officer");
        var page = await officer.OpenAsync(Section);
        // The setting was switched on while the officer typed.
        own.Services.GetRequiredService<IConfiguration>()["KeyProducts:SecondFactor:Officer"] = "true";
        await IsKeptAsync(own, officer, await officer.SubmitAsync(page, ("Input.Technology.Automation", "Ba dây chuyền “Ế”"), ("Input.Technology.AutomatedShare", "62,5")));
    }

    [Fact]
    public async Task What_was_typed_when_the_sign_in_had_ended_survives_setting_it_up_too()
    {
        using var own = new TestApp();
        var officer = await own.SignedInAsync("officer");
        var page = await officer.OpenAsync(Section);
        own.Services.GetRequiredService<IConfiguration>()["KeyProducts:SecondFactor:Officer"] = "true";
        officer.Forget();
        var ended = await officer.SubmitAsync(page, ("Input.Technology.Automation", "Ba dây chuyền “Ế”"), ("Input.Technology.AutomatedShare", "62,5"));
        Assert.Equal(HttpStatusCode.Unauthorized, ended.Status);
        await IsKeptAsync(own, officer, await officer.SubmitAsync(ended, ("Input.Email", "officer@demo.local"), ("Input.Password", Seeding.Password)));
    }

    private static async Task IsKeptAsync(TestApp app, Visitor officer, Page asked)
    {
        Assert.Equal((HttpStatusCode.Forbidden, "Thiết lập lớp xác thực thứ hai"), (asked.Status, asked.TextAt("h1")));
        Assert.Contains("Nội dung bạn nhập được giữ lại. Chưa có gì được lưu.", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ba dây chuyền", asked.Body, StringComparison.Ordinal);
        var before = await app.StateAsync();

        var passkey = await officer.SubmitAsync(asked.Form("form[action^='/account/passkeys/new']"));
        Assert.Equal((HttpStatusCode.OK, asked.ValueOf("Waiting")), (passkey.Status, passkey.ValueOf("Waiting")));
        var setUp = await officer.SubmitAsync(asked.Form("form[action^='/account/authenticator']"));
        var phone = new AuthenticatorApp(setUp.TextAt("code.secret"), app.Clock);
        // A wrong code on the way loses nothing either.
        setUp = await officer.SubmitAsync(setUp, ("Input.Code", phone.Wrong), ("Input.Password", Seeding.Password));
        Assert.Equal(HttpStatusCode.BadRequest, setUp.Status);
        var codes = await officer.SubmitAsync(setUp, ("Input.Code", phone.Code), ("Input.Password", Seeding.Password));
        Assert.Equal(10, codes.TextsAt(".codes code").Count);

        var back = await officer.SubmitAsync(codes.Form($"form[action='{Section}']"));
        Assert.Equal((HttpStatusCode.BadRequest, Section), (back.Status, back.Address));
        Assert.StartsWith("Bạn phải thiết lập lớp xác thực thứ hai rồi mới gửi được.", Assert.Single(back.Errors), StringComparison.Ordinal);
        Assert.Equal(("Ba dây chuyền “Ế”", "62,5"), (back.ValueOf("Input.Technology.Automation"), back.ValueOf("Input.Technology.AutomatedShare")));
        Assert.Equal(before["Nominations"], (await app.StateAsync())["Nominations"]);
        var saved = await officer.SubmitAsync(back, ("Input.Reason", "Doanh nghiệp bổ sung"));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Contains("Ba dây chuyền “Ế”", saved.TextAt("#technology"), StringComparison.Ordinal);
    }
}
