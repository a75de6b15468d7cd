using System.Net;
using System.Reflection;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Security;

/// <summary>Every address of the route table, for everybody, by every method: what may not be opened may not be sent to, and only forms change something.</summary>
public sealed class MethodTests(EveryStage every) : IClassFixture<EveryStage>
{
    private static readonly HttpMethod[] Unused = [HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete, HttpMethod.Options, HttpMethod.Trace, new("PROPFIND"), new("KEYPRODUCTS")];

    private readonly TestApp app = every.App;

    [Theory]
    [InlineData("visitor")]
    [InlineData("judge1")]
    [InlineData("officer")]
    [InlineData("auditor")]
    [InlineData("admin")]
    public async Task Whoever_may_not_open_a_page_may_not_send_to_it_by_any_method(string who)
    {
        var visitor = await app.AsAsync(who);
        var token = (await visitor.OpenAsync("/verify")).ValueOf("__RequestVerificationToken");
        var before = await app.StateAsync();
        var open = new List<string>();
        var closed = 0;
        foreach (var place in await SiteMap.PagesAsync(app))
        {
            using var look = await visitor.GetAsync(place.Address);
            if (!IsRefused(look))
            {
                continue;
            }

            closed++;
            var posts = place.Model.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal)).Select(method => method.Name["OnPost".Length..].Replace("Async", "", StringComparison.Ordinal));
            foreach (var handler in posts.Prepend("").Distinct())
            {
                using var answer = await visitor.PostAsync(place.Address + (handler.Length == 0 ? "" : "?handler=" + handler), ("__RequestVerificationToken", token));
                Note(answer, $"POST {place.Name} {handler}");
            }

            foreach (var method in Unused.Append(HttpMethod.Head))
            {
                using var request = new HttpRequestMessage(method, place.Address);
                request.Headers.Add("RequestVerificationToken", token);
                using var answer = await visitor.SendAsync(request);
                Note(answer, $"{method} {place.Name}");
            }
        }

        Guard.None(open);
        Assert.InRange(closed, 2, int.MaxValue);
        Assert.Equal(before, await app.StateAsync());

        void Note(HttpResponseMessage answer, string what)
        {
            if (!IsRefused(answer))
            {
                open.Add($"{what} as {who}: {(int)answer.StatusCode}");
            }
        }
    }

    [Theory]
    [InlineData("officer")]
    [InlineData("judge1")]
    [InlineData("admin")]
    public async Task Methods_that_no_form_uses_change_nothing_and_meet_no_error(string who)
    {
        var visitor = await app.AsAsync(who);
        var token = (await visitor.OpenAsync("/verify")).ValueOf("__RequestVerificationToken");
        var before = await app.StateAsync();
        var wrong = new List<string>();
        foreach (var place in await SiteMap.PagesAsync(app))
        {
            foreach (var method in Unused)
            {
                using var request = new HttpRequestMessage(method, place.Address);
                request.Headers.Add("RequestVerificationToken", token);
                using var answer = await visitor.SendAsync(request);
                if ((int)answer.StatusCode >= 500)
                {
                    wrong.Add($"{method} {place.Name}: {(int)answer.StatusCode}");
                }
            }
        }

        Guard.None(wrong);
        Assert.Equal(before, await app.StateAsync());
    }

    [Theory]
    [InlineData("//example.com")]
    [InlineData("/\\example.com")]
    [InlineData("https://example.com/")]
    [InlineData("https:example.com")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/%09/example.com")]
    [InlineData("\\\\example.com")]
    public async Task No_address_leads_to_another_site(string target)
    {
        var visitor = app.Visitor();
        var page = await visitor.OpenAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString(target));
        var token = page.ValueOf("__RequestVerificationToken");
        using var signIn = await visitor.PostAsync(
            "/account/sign-in?returnUrl=" + Uri.EscapeDataString(target), ("Input.Email", "officer@demo.local"), ("Input.Password", KeyProducts.Web.Storage.Seeding.Password), ("__RequestVerificationToken", token));
        using var language = await visitor.PostAsync("/language?to=en", ("returnUrl", target));
        foreach (var answer in new[] { signIn, language })
        {
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            var to = new Uri(new Uri("http://localhost"), answer.Headers.Location!);
            Assert.Equal(("localhost", "http"), (to.Host, to.Scheme));
        }
    }

    private static bool IsRefused(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized or HttpStatusCode.MethodNotAllowed
        || (answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location!.ToString().Contains("/account/sign-in", StringComparison.Ordinal));
}
