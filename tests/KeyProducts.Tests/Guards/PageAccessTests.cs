using System.Net;
using System.Reflection;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Guards;

/// <summary>Who may open which page, page by page. A page that is new has no row yet, and fails until somebody has looked at its row.</summary>
public sealed class PageAccessTests(EveryStage every) : IClassFixture<EveryStage>
{
    private readonly TestApp app = every.App;

    [Fact]
    public async Task Each_page_opens_for_whom_it_should_and_for_nobody_else()
    {
        var pages = await SiteMap.PagesAsync(app);
        var rows = pages.ToDictionary(page => page.Name, page => page.Name.PadRight(52));
        foreach (var who in SiteMap.Everybody)
        {
            var visitor = await app.AsAsync(who);
            foreach (var page in pages)
            {
                using var answer = await visitor.GetAsync(page.Address);
                rows[page.Name] += AnswerOf(answer).PadRight(10);
            }
        }

        var heads = string.Concat(SiteMap.Everybody.Select(who => who.PadRight(10)));
        KnownText.Check("page-access.txt", rows.Values.Select(row => row.TrimEnd()).Prepend(("page".PadRight(52) + heads).TrimEnd()));
    }

    [Fact]
    public async Task Auditors_change_nothing()
    {
        var auditor = await app.SignedInAsync("auditor");
        var token = (await auditor.OpenAsync("/")).ValueOf("__RequestVerificationToken");
        var before = await app.StateAsync();
        foreach (var (page, handler) in await PostsAsync())
        {
            using var answer = await auditor.PostAsync(page.Address + handler, ("__RequestVerificationToken", token));
            Assert.True(
                answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound,
                $"An auditor posts to {page.Name}{handler} and is answered {(int)answer.StatusCode}.");
        }

        Assert.Equal(before, await app.StateAsync());
    }

    [Fact]
    public async Task Visitors_post_nothing()
    {
        var visitor = app.Visitor();
        var token = (await visitor.OpenAsync("/account/sign-in")).ValueOf("__RequestVerificationToken");
        foreach (var (page, handler) in await PostsAsync())
        {
            using var answer = await visitor.PostAsync(page.Address + handler, ("__RequestVerificationToken", token));
            Assert.True(AnswerOf(answer) == "sign-in", $"A visitor posts to {page.Name}{handler} and is answered {(int)answer.StatusCode}.");
        }
    }

    [Fact]
    public async Task A_deactivated_account_is_out_within_two_minutes()
    {
        using var own = new TestApp();
        var officer = await own.SignedInAsync("officer");
        await own.ChangeAsync(async db =>
        {
            var user = await db.FindByEmailAsync("officer@demo.local");
            user.IsActive = false;
            user.SecurityStamp = "changed";
        });
        own.Clock.Now += TimeSpan.FromMinutes(2);

        using var answer = await officer.GetAsync("/account/password");
        Assert.Equal("sign-in", AnswerOf(answer));
    }

    // The pages that change what staff, judges and administrators change, with the handlers of their buttons.
    private async Task<IEnumerable<(SitePage Page, string Handler)>> PostsAsync() =>
        from page in await SiteMap.PagesAsync(app)
        where !page.IsDownload && page.Name is not ("/account/sign-in" or "/account/sign-out" or "/account/password" or "/account/reset" or "/account/security" or "/account/authenticator" or "/account/authenticator/off" or "/account/recovery-codes" or "/account/passkeys/new" or "/account/passkeys/demo" or "/language" or "/error/404"
            // Everybody may have a file checked; it is computed and forgotten.
            or "/verify"
            // Everybody may comment on a provisional list.
            or "/consultation/2025/comment" or "/consultation/2028/comment")
        from method in page.Model.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where method.Name.StartsWith("OnPost", StringComparison.Ordinal)
        let handler = method.Name["OnPost".Length..].Replace("Async", "", StringComparison.Ordinal)
        select (page, handler.Length == 0 ? "" : "?handler=" + handler);

    private static string AnswerOf(HttpResponseMessage answer) =>
        answer.StatusCode != HttpStatusCode.Found ? $"{(int)answer.StatusCode}"
        : answer.Headers.Location!.ToString().Contains("/account/sign-in?returnUrl=", StringComparison.Ordinal) ? "sign-in"
        : $"→ {answer.Headers.Location}";
}
