using System.Net;
using System.Net.Http.Headers;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages;

/// <summary>Public pages are kept, told apart by a tag, and made anew at once when something public changes.</summary>
public sealed class PublicCacheTests : IAsyncDisposable
{
    private readonly TestApp app = new();

    [Fact]
    public async Task A_second_look_asks_the_database_nothing_and_a_third_with_the_tag_gets_no_page()
    {
        var visitor = app.Visitor();
        using var first = await visitor.GetAsync("/recognised/2025");
        var tag = first.Headers.ETag!;
        Assert.NotNull(first.Content.Headers.LastModified);
        Assert.Equal("public, must-revalidate, max-age=0", first.Headers.CacheControl!.ToString());
        Assert.Equal(["Accept-Encoding", "Accept-Language", "Cookie"], first.Headers.Vary);

        var queries = await app.Queries.OfAsync(async () =>
        {
            using var second = await visitor.GetAsync("/recognised/2025");
            Assert.Equal((tag, await first.Content.ReadAsStringAsync()), (second.Headers.ETag, await second.Content.ReadAsStringAsync()));
        });
        Assert.Empty(queries);

        using var third = await AskAsync(visitor, "/recognised/2025", request => request.Headers.IfNoneMatch.Add(tag));
        Assert.Equal((HttpStatusCode.NotModified, ""), (third.StatusCode, await third.Content.ReadAsStringAsync()));
        using var since = await AskAsync(visitor, "/recognised/2025", request => request.Headers.IfModifiedSince = first.Content.Headers.LastModified);
        Assert.Equal(HttpStatusCode.NotModified, since.StatusCode);
        using var other = await AskAsync(visitor, "/recognised/2025", request => request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"another\"")));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task A_visitor_sees_a_publication_and_its_withdrawal_at_once()
    {
        var (visitor, officer) = (app.Visitor(), await app.SignedInAsync("officer"));
        string[] withTheYear = ["/", "/recognised", "/recognised/2025", "/recognised/2025/20", "/sitemap.xml"];
        var before = await TagsAsync(visitor, withTheYear);
        Assert.All(before, Assert.NotNull);

        await officer.SubmitAsync((await officer.OpenAsync("/programmes/2025/publication")).Form("main form[action*=Withdraw]"), null, ("Input.Reason", "Sai tên một sản phẩm Ế Ữ"));
        var between = await TagsAsync(visitor, withTheYear);
        Assert.Null(between[2] ?? between[3]);
        foreach (var (page, then, now) in withTheYear.Zip(before, between).Where(one => !one.First.StartsWith("/recognised/", StringComparison.Ordinal)))
        {
            Assert.True(now is not null && now != then, page);
        }

        Assert.DoesNotContain("/recognised/2025", (await visitor.OpenAsync("/")).Body, StringComparison.Ordinal);
        using var old = await AskAsync(visitor, "/recognised/2025", request => request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(before[2]!)));
        Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);

        await officer.SubmitAsync(await officer.OpenAsync("/programmes/2025/publication"));
        Assert.Contains("/recognised/2025", (await visitor.OpenAsync("/")).Body, StringComparison.Ordinal);
        var after = await TagsAsync(visitor, withTheYear);
        // What does not tell the day of publication is what it was, and so is its tag.
        Assert.Equal((before[0], before[3]), (after[0], after[3]));
    }

    [Fact]
    public async Task A_revoked_certificate_is_seen_at_once()
    {
        var (visitor, address) = (app.Visitor("en"), "/recognised/2025/20");
        Assert.Contains("Valid until", (await visitor.OpenAsync(address)).Text, StringComparison.Ordinal);
        await app.ChangeAsync(async db => (await db.Certificates.FirstAsync(one => one.Year == 2025 && one.NominationNumber == 20 && one.Kind == CertificateKind.Recognition)).Revoke("Khai sai Ế Ữ", Officers.Hoa, app.Clock.Now.UtcDateTime));
        var page = await visitor.OpenAsync(address);
        Assert.Contains("Certificate revoked", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Khai sai", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_expires_at_midnight_in_Hanoi_is_seen_then()
    {
        var (visitor, address) = (app.Visitor("en"), "/recognised/2025/20");
        var last = await app.ReadAsync(db => db.Certificates.Where(one => one.Year == 2025 && one.NominationNumber == 20).Select(one => one.ValidUntil).FirstAsync());
        app.Clock.Now = HanoiTime.EndOf(last).AddMinutes(-1);
        Assert.Contains("Valid until", (await visitor.OpenAsync(address)).Text, StringComparison.Ordinal);
        app.Clock.Now += TimeSpan.FromMinutes(2);
        Assert.Contains("Expired on", (await visitor.OpenAsync(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_and_comments_that_arrive_do_not_make_pages_anew()
    {
        var visitor = app.Visitor();
        using (await visitor.GetAsync("/recognised"))
        {
        }

        await app.ChangeAsync(async db =>
        {
            var sheet = await db.Sheets.Include(one => one.Marks).FirstAsync(one => one.SubmittedAt == null && db.Nominations.Any(nomination => nomination.Id == one.NominationId && nomination.Programme.Year == 2026));
            db.Entry(sheet).Property(one => one.Remark).CurrentValue = "Nhận xét Ế Ữ";
        });
        Assert.Empty(await app.Queries.OfAsync(async () => (await visitor.GetAsync("/recognised")).Dispose()));
    }

    [Fact]
    public async Task Each_language_has_pages_of_its_own_by_the_browser_by_choice_and_by_address()
    {
        var vietnamese = await app.Visitor("vi").OpenAsync("/recognised");
        var english = await app.Visitor("en").OpenAsync("/recognised");
        Assert.Equal(("Sản phẩm được công nhận", "Recognised products"), (vietnamese.TextAt("h1"), english.TextAt("h1")));
        Assert.Equal("Recognised products", (await app.Visitor("vi").OpenAsync("/recognised?lang=en")).TextAt("h1"));
        Assert.Equal("Sản phẩm được công nhận", (await app.Visitor("en").OpenAsync("/recognised?lang=vi")).TextAt("h1"));

        // Who chooses is not held by the language in the address.
        var chooser = app.Visitor("vi");
        var chosen = await chooser.SubmitAsync((await chooser.OpenAsync("/recognised?q=day&lang=vi")).Form("form.language"), "English");
        Assert.Equal(("/recognised?q=day", "Recognised products"), (chosen.Address, chosen.TextAt("h1")));
    }

    [Fact]
    public async Task Whoever_is_signed_in_gets_no_page_of_visitors_and_visitors_none_of_theirs()
    {
        var (visitor, officer) = (app.Visitor("en"), await app.SignedInAsync("officer", "en"));
        foreach (var round in new[] { 1, 2 })
        {
            Assert.Contains("Good day", (await officer.OpenAsync("/")).Text, StringComparison.Ordinal);
            Assert.Contains("Sign in", (await visitor.OpenAsync("/")).Body, StringComparison.Ordinal);
            Assert.Contains("Sign out", (await officer.OpenAsync("/recognised/2025")).Body, StringComparison.Ordinal);
            var page = await visitor.OpenAsync("/recognised/2025");
            Assert.False(page.Body.Contains("Sign out", StringComparison.Ordinal), $"round {round}");
        }

        using var own = await officer.GetAsync("/recognised/2025");
        Assert.Contains("no-store", own.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_packed_for_browsers_that_can_unpack()
    {
        var visitor = app.Visitor();
        using var plain = await visitor.GetAsync("/recognised/2025");
        using var packed = await AskAsync(visitor, "/recognised/2025", request => request.Headers.AcceptEncoding.ParseAdd("gzip"));
        Assert.Equal(["gzip"], packed.Content.Headers.ContentEncoding);
        await using var unpacked = new System.IO.Compression.GZipStream(await packed.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await reader.ReadToEndAsync());
        Assert.True(packed.Content.Headers.ContentLength < plain.Content.Headers.ContentLength / 3);
        Assert.NotEqual(plain.Headers.ETag, packed.Headers.ETag);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task<HttpResponseMessage> AskAsync(Visitor visitor, string address, Action<HttpRequestMessage> add)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        add(request);
        return await visitor.SendAsync(request);
    }

    // Null where there is no page.
    private static async Task<string?[]> TagsAsync(Visitor visitor, IEnumerable<string> addresses)
    {
        var tags = new List<string?>();
        foreach (var address in addresses)
        {
            using var answer = await visitor.GetAsync(address);
            tags.Add(answer.StatusCode == HttpStatusCode.OK ? answer.Headers.ETag!.ToString() : null);
        }

        return [.. tags];
    }
}
