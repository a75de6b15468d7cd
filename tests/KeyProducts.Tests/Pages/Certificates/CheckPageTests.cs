using System.Net;
using KeyProducts.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages;

/// <summary>Anybody checks a certificate: its state and nothing else.</summary>
public sealed class CheckPageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_visitor_learns_that_it_is_in_force_and_no_name_of_it()
    {
        var visitor = app.Visitor("en");
        var page = await visitor.OpenAsync("/check/2025-0004");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("In force: certificate no. 2025-0004.", page.Text, StringComparison.Ordinal);
        Assert.Contains("It is valid from 05/11/2025 to the end of 05/11/2028.", page.Text, StringComparison.Ordinal);
        var one = await app.ReadAsync(db => db.Certificates.SingleAsync(known => known.Year == 2025 && known.Number == 4));
        foreach (var secret in new[] { one.Product.Vietnamese, one.Product.English!, one.Business.Vietnamese, one.Business.English!, one.Industry.Vietnamese, one.SnapshotSha256, one.IssuedBy.Name })
        {
            Assert.DoesNotContain(secret, page.Body, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_visitor_learns_that_it_was_revoked_or_replaced_and_when_but_not_why()
    {
        var ended = await app.ReadAsync(db => db.Certificates.Where(one => one.RevokedAt != null || one.ReplacedAt != null).OrderBy(one => one.Year).ToListAsync());
        var visitor = app.Visitor();
        var revoked = await visitor.OpenAsync($"/check/{ended[0].Code}");
        Assert.Contains("Đã thu hồi: giấy chứng nhận số", revoked.Text, StringComparison.Ordinal);
        Assert.Contains("15/09/2025", revoked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ngừng sản xuất", revoked.Body, StringComparison.OrdinalIgnoreCase);
        var replaced = await visitor.OpenAsync($"/check/{ended[1].Code}");
        Assert.Contains("Đã được cấp thay: giấy chứng nhận số", replaced.Text, StringComparison.Ordinal);
        Assert.Contains("01/12/2025", replaced.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2025-0046", replaced.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Hương", replaced.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/check/2025-0999")]
    [InlineData("/check/1999-0001")]
    public async Task An_unknown_number_is_said_to_be_unknown(string address) =>
        Assert.Contains("Unknown: there is no certificate no.", (await app.Visitor("en").OpenAsync(address)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("2025 0004")]
    [InlineData("no. 2025–4")]
    [InlineData("20250004")]
    [InlineData("  2025/0004 ")]
    public async Task A_number_is_found_however_it_was_typed_and_leads_to_one_address(string typed)
    {
        var visitor = app.Visitor("en");
        var form = (await visitor.OpenAsync("/check")).Form("main form[action='/check']");
        var page = await visitor.SubmitAsync(form, null, ("number", typed));
        Assert.Equal("/check/2025-0004", page.Address);
        Assert.Contains("In force", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_number_is_told_so_and_kept_in_the_form()
    {
        var page = await app.Visitor("en").OpenAsync("/check?number=%3Cb%3Exyz");
        Assert.Contains("That is no number of a certificate.", page.Text, StringComparison.Ordinal);
        Assert.Equal("<b>xyz", page.ValueOf("number"));
    }

    [Theory]
    [InlineData("Thép hình cán nguội cường độ cao", true)]
    [InlineData("  THEP HINH, can nguoi cuong do cao ", true)]
    [InlineData("Thai Linh Ha Metals JSC", true)]
    [InlineData("Thép hình", false)]
    [InlineData("Công ty khác", false)]
    public async Task A_name_that_the_visitor_reads_on_the_paper_is_compared_and_none_is_told(string typed, bool isRight)
    {
        var visitor = app.Visitor("en");
        var page = await visitor.SubmitAsync((await visitor.OpenAsync("/check/2025-0004")).Form("main section form"), null, ("name", typed));
        Assert.Contains(isRight ? "is a name on this certificate." : "is no name on this certificate.", page.Text, StringComparison.Ordinal);
        Assert.Equal(isRight && typed.StartsWith("Thép", StringComparison.Ordinal), page.Body.Contains("Thép hình cán nguội cường độ cao", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_state_follows_the_clock_in_Hanoi()
    {
        using var own = new TestApp();
        own.Clock.Now = new DateTimeOffset(2028, 11, 5, 16, 59, 59, TimeSpan.Zero);
        var visitor = own.Visitor("en");
        Assert.Contains("In force", (await visitor.OpenAsync("/check/2025-0004")).Text, StringComparison.Ordinal);
        own.Clock.Now = own.Clock.Now.AddSeconds(1);
        Assert.Contains("Expired: certificate no. 2025-0004. It was valid to the end of 05/11/2028.", (await visitor.OpenAsync("/check/2025-0004")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_needs_no_cookie_writes_nothing_and_slows_down_whoever_tries_all_numbers()
    {
        using var own = new TestApp();
        var visitor = own.Visitor("en");
        var mark = await own.HistoryMarkAsync();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 130; i++)
        {
            visitor.Forget(everything: true);
            using var answer = await visitor.GetAsync($"/check/2025-{i:0000}");
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(120, answers.Count(status => status != HttpStatusCode.TooManyRequests));
        Assert.Empty(await own.HistorySinceAsync(mark));
    }
}
