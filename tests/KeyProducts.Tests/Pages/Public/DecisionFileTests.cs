using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Pages.Public;

/// <summary>The scan of a decision, for visitors.</summary>
public sealed class DecisionFileTests : IDisposable
{
    private const string Address = "/recognised/2025/decision";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_scan_of_a_decision_is_public_with_its_list_and_no_sooner()
    {
        var content = SampleFiles.Pdf("Quyết định Ế Ữ");
        var scan = await app.Services.GetRequiredService<EvidenceFiles>().AddScanAsync(new MemoryStream(content), "Quyết định.pdf", 1);
        await app.ChangeAsync(async db =>
        {
            var year = await db.Programmes.SingleAsync(one => one.Year == 2025);
            year.Unpublish("Thử");
            year.AttachDecision(new DecisionScan("Quyết định.pdf", scan.File.Sha256, scan.File.Size, scan.File.ContentType), null);
            // A year that is not decided has no scan for anybody, whatever is stored.
            db.Entry(await db.Programmes.SingleAsync(one => one.Year == 2026)).ComplexProperty(one => one.DecisionScan).CurrentValue = year.DecisionScan!;
        });
        foreach (var who in new[] { "visitor", "judge1", "officer" })
        {
            using var hidden = await (await app.AsAsync(who)).GetAsync(Address);
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        }

        await app.ChangeAsync(async db => (await db.Programmes.SingleAsync(one => one.Year == 2025)).Publish(app.Clock.Now.UtcDateTime));
        var mark = await app.HistoryMarkAsync();
        var page = await app.Visitor("en").OpenAsync("/recognised/2025");
        Assert.Equal("Scan of the decision", page.TextAt($"a[href='{Address}'][download]"));
        using var answer = await app.Visitor().GetAsync(Address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(content, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(("application/pdf", "attachment", "Quyết định.pdf"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal(("default-src 'none'; sandbox", "nosniff", "noindex"), (Header(answer, "Content-Security-Policy"), Header(answer, "X-Content-Type-Options"), Header(answer, "X-Robots-Tag")));
        Assert.Empty(await app.HistorySinceAsync(mark));
        using var known = new HttpRequestMessage(HttpMethod.Get, Address);
        known.Headers.TryAddWithoutValidation("If-None-Match", $"{answer.Headers.ETag}");
        using var same = await app.Visitor().SendAsync(known);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);

        // Years without one, and one that is not decided.
        Assert.Empty((await app.Visitor().OpenAsync("/recognised/2024")).Document.QuerySelectorAll("a[href$='/decision']"));
        foreach (var none in new[] { "/recognised/2024/decision", "/recognised/2026/decision", "/recognised/1999/decision" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().OpenAsync(none)).Status);
        }

        await app.ChangeAsync(async db => (await db.Programmes.SingleAsync(one => one.Year == 2025)).Unpublish("Rút lại"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().OpenAsync(Address)).Status);
    }

    [Fact]
    public async Task A_scan_that_is_missing_in_the_store_is_not_there()
    {
        await app.ChangeAsync(async db => (await db.Programmes.SingleAsync(one => one.Year == 2025)).AttachDecision(new DecisionScan("5012.pdf", new string('a', 64), 10, "application/pdf"), null));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().OpenAsync(Address)).Status);
    }

    private static string Header(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.GetValues(name));
}
