using System.Net;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KeyProducts.Tests.Guards;

/// <summary>What browsers are told beside the page, and what they may send.</summary>
public sealed class HeaderTests(EveryStage every) : IClassFixture<EveryStage>
{
    private readonly TestApp app = every.App;

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/account/sign-in", 200)]
    [InlineData("/programmes", 302)]
    [InlineData("/no-such-page", 302)]
    [InlineData("/error/404", 404)]
    [InlineData("/site.css", 200)]
    [InlineData("/app.js", 200)]
    [InlineData("/health/ready", 200)]
    public async Task Answers_let_browsers_load_only_what_is_ours(string address, int status)
    {
        using var answer = await app.Visitor().GetAsync(address);
        Assert.Equal(status, (int)answer.StatusCode);
        LetsLoadOnlyWhatIsOurs(answer);
    }

    [Theory]
    [InlineData("visitor")]
    [InlineData("judge1")]
    [InlineData("officer")]
    [InlineData("admin")]
    public async Task Every_page_and_every_refusal_says_so_too(string who)
    {
        var visitor = await app.AsAsync(who);
        var seen = new HashSet<HttpStatusCode>();
        // Files that readers have sent are told stricter ones.
        foreach (var place in (await SiteMap.PagesAsync(app)).Where(place => !place.IsDownload))
        {
            using var answer = await visitor.GetAsync(place.Address);
            seen.Add(answer.StatusCode);
            LetsLoadOnlyWhatIsOurs(answer);
        }

        using var refused = await visitor.PostAsync("/verify");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        LetsLoadOnlyWhatIsOurs(refused);
        Assert.Contains(HttpStatusCode.OK, seen);
        Assert.Contains(who == "visitor" ? HttpStatusCode.Found : HttpStatusCode.NotFound, seen);
    }

    [Fact]
    public async Task Every_cookie_that_the_program_can_set_is_bound_to_this_host_and_out_of_reach_of_scripts()
    {
        await using var production = TestApp.InProduction();
        var schemes = await production.Services.GetRequiredService<IAuthenticationSchemeProvider>().GetAllSchemesAsync();
        var cookies = schemes.Where(scheme => scheme.HandlerType == typeof(CookieAuthenticationHandler)).Select(scheme => production.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme.Name).Cookie)
            .Append(production.Services.GetRequiredService<IOptions<CookieTempDataProviderOptions>>().Value.Cookie).Append(production.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie)
            .Where(cookie => cookie.Name!.Contains("KeyProducts", StringComparison.Ordinal)).ToList();
        Assert.Equal(["__Host-KeyProducts.Form", "__Host-KeyProducts.Passkey", "__Host-KeyProducts.Said", "__Host-KeyProducts.SignIn"], cookies.Select(cookie => cookie.Name!).Order(StringComparer.Ordinal));
        Assert.All(cookies, cookie => Assert.True(cookie is { HttpOnly: true, Domain: null, Path: null or "/", SecurePolicy: not CookieSecurePolicy.None, SameSite: SameSiteMode.Lax or SameSiteMode.Strict }, cookie.Name));
    }

    private static void LetsLoadOnlyWhatIsOurs(HttpResponseMessage answer)
    {
        var policy = Header(answer, "Content-Security-Policy");
        Assert.StartsWith("default-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'; base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
    }

    [Fact]
    public async Task Pages_stay_out_of_caches_and_files_stay_in()
    {
        var officer = await app.SignedInAsync("officer");
        using var page = await officer.GetAsync("/");
        Assert.Contains("no-store", Header(page, "Cache-Control"), StringComparison.Ordinal);
        using var style = await officer.GetAsync((await officer.OpenAsync("/")).At("link[rel=stylesheet]").GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
        Assert.DoesNotContain("no-store", Header(style, "Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_not_there_answers_404_to_those_who_are_signed_in()
    {
        var page = await (await app.SignedInAsync("judge1")).OpenAsync("/no-such-page");
        Assert.Equal((HttpStatusCode.NotFound, "Không có trang này"), (page.Status, page.TextAt("h1")));
    }

    [Fact]
    public async Task In_Production_cookies_travel_by_https_alone_and_out_of_reach_of_scripts()
    {
        await using var production = TestApp.InProduction();
        using var client = production.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri(TestApp.ProductionAddress) });
        using var form = await client.GetAsync("/account/sign-in");
        var page = await Page.ReadAsync(form);
        var formCookie = FormCookieOf(form);

        using var post = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in");
        post.Headers.Add("Cookie", formCookie.Split(';')[0]);
        post.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.Email"] = "officer@demo.local",
            ["Input.Password"] = Seeding.Password,
            ["__RequestVerificationToken"] = page.ValueOf("__RequestVerificationToken"),
        });
        using var answer = await client.SendAsync(post);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        using var choice = await client.PostAsync("/language?to=en", null);
        var cookies = CookiesOf(answer).Append(formCookie).Concat(CookiesOf(choice)).ToList();
        var language = Assert.Single(cookies, cookie => cookie.StartsWith("__Host-KeyProducts.Language=", StringComparison.Ordinal));
        using var read = new HttpRequestMessage(HttpMethod.Get, "/account/sign-in");
        read.Headers.Add("Cookie", language.Split(';')[0]);
        using var english = await client.SendAsync(read);
        Assert.Equal("en", (await Page.ReadAsync(english)).Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains(cookies, cookie => cookie.StartsWith("__Host-KeyProducts.SignIn=", StringComparison.Ordinal));
        Guard.None(cookies.Where(cookie =>
            !cookie.StartsWith("__Host-", StringComparison.Ordinal)
            || !cookie.Contains("; path=/;", StringComparison.OrdinalIgnoreCase)
            || cookie.Contains("; domain=", StringComparison.OrdinalIgnoreCase)
            || !cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase)
            || !cookie.Contains("; httponly", StringComparison.OrdinalIgnoreCase)
            || !(cookie.Contains("; samesite=lax", StringComparison.OrdinalIgnoreCase) || cookie.Contains("; samesite=strict", StringComparison.OrdinalIgnoreCase))));
        Assert.Equal("max-age=31536000; includeSubDomains", Header(answer, "Strict-Transport-Security"));
    }

    [Fact]
    public async Task In_Production_a_plain_request_gets_the_page_and_not_an_error()
    {
        await using var production = TestApp.InProduction();
        using var client = production.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("http://localhost") });
        using var answer = await client.GetAsync("/account/sign-in");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_language_cookie_is_out_of_reach_of_scripts()
    {
        using var client = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        // Without a token, which would put a cookie into every page of visitors.
        using var answer = await client.PostAsync("/language?to=en", null);
        var cookie = Assert.Single(CookiesOf(answer), one => one.StartsWith("KeyProducts.Language=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task No_page_takes_a_form_without_its_token()
    {
        var before = await StoredAsync();
        foreach (var who in SiteMap.Everybody)
        {
            var visitor = await app.AsAsync(who);
            var writer = (await visitor.OpenAsync("/")).Document.QuerySelector("[name=__Writer]")?.GetAttribute("value") ?? "";
            foreach (var place in await SiteMap.PagesAsync(app))
            {
                using var look = await visitor.GetAsync(place.Address);
                // The language is the browser's own affair: it changes nothing here.
                if (look.StatusCode != HttpStatusCode.OK || place.Model.Name == "ErrorModel" || place.Name == "/language")
                {
                    continue;
                }

                using var answer = await visitor.PostAsync(place.Address);
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{place.Name} as {who} without a token: {(int)answer.StatusCode}");

                // From a page of ours, which has become too old, it is shown again and carried out as little.
                using var old = new HttpRequestMessage(HttpMethod.Post, place.Address) { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__Writer"] = writer }) };
                old.Headers.Add("Origin", "http://localhost");
                using var again = await visitor.SendAsync(old);
                Assert.True(again.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden, $"{place.Name} as {who} with a token that no longer holds: {(int)again.StatusCode}");
            }
        }

        Assert.Equal(before, await StoredAsync());

        // Those who look sign in, and that begins sessions.
        async Task<SortedDictionary<string, string>> StoredAsync()
        {
            var state = await app.StateAsync();
            state.Remove("Sessions");
            return state;
        }
    }

    [Fact]
    public async Task Too_many_attempts_to_sign_in_are_put_off()
    {
        await using var limited = app.WithWebHostBuilder(builder => builder.UseSetting("KeyProducts:SignInsPerMinute", "3"));
        using var client = limited.CreateClient();
        var answers = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            using var answer = await client.PostAsync("/account/sign-in", null);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests], answers);
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";

    private static string FormCookieOf(HttpResponseMessage answer) => CookiesOf(answer).Single(cookie => cookie.StartsWith("__Host-KeyProducts.Form=", StringComparison.Ordinal));

    private static List<string> CookiesOf(HttpResponseMessage answer) => answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [];
}
