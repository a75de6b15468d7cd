using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Pages;

/// <summary>Recognitions of all years, and reminders of their end, with the clock moved.</summary>
public sealed class RecognitionsTests : IDisposable
{
    private const string Reminders = "/recognitions/reminders";
    private const string Main = "main form[method=post]";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_recognition_is_valid_then_ends_soon_then_is_expired_as_the_clock_moves()
    {
        var until = (await FirstAsync()).ValidUntil;
        Assert.Equal(RecognitionState.Valid, await StateAsync(until.AddMonths(-6).AddDays(-2)));
        Assert.Equal(RecognitionState.EndsSoon, await StateAsync(until.AddMonths(-6).AddDays(2)));
        Assert.Equal(RecognitionState.EndsSoon, await StateAsync(until));
        Assert.Equal(RecognitionState.Expired, await StateAsync(until.AddDays(1)));
        Assert.Contains("Hết hiệu lực", (await (await app.SignedInAsync("auditor")).OpenAsync("/recognitions?show=Expired")).TextAt("main table"), StringComparison.Ordinal);
        // What was taken back says so, whatever the day.
        await app.ChangeAsync(async db => (await db.Certificates.FirstAsync(one => one.Kind == CertificateKind.Recognition)).Revoke("Thu hồi thử", Officers.Hoa, app.Clock.Now.UtcDateTime.AddYears(-20)));
        Assert.True(await app.ReadAsync(async db => (await db.RecognitionsAsync()).Any(one => one.StateOn(until, 6) == RecognitionState.Revoked)));
    }

    [Fact]
    public async Task A_later_recognition_of_the_same_product_renews_an_earlier_one()
    {
        var (before, after) = await app.ReadAsync(async db =>
        {
            var all = await db.RecognitionsAsync();
            var renewed = all.First(one => one.RenewedBy is not null);
            return (renewed, all.Single(one => one.Code == renewed.RenewedBy));
        });
        Assert.Equal(before.BusinessId, after.BusinessId);
        Assert.Equal(before.Code.Year, after.RenewsYear);
        var page = await (await app.SignedInAsync("officer")).OpenAsync($"/recognitions?q={before.Code}");
        Assert.Contains($"Công nhận lại: {after.Code}", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminders_before_expiry_are_previewed_counted_sent_and_not_repeated_within_the_term_unless_ticked()
    {
        await MoveAsync((await FirstAsync()).ValidUntil.AddMonths(-1));
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync(Reminders);
        var ending = await app.ReadAsync(db => db.EndingAsync(HanoiTime.DayOf(app.Clock.Now.UtcDateTime)));
        Assert.Equal(ending.Count, page.Document.QuerySelectorAll("input[name='Input.To'][checked]").Length);
        Assert.True(ending.Count > 0);

        var preview = await officer.SubmitAsync(page);
        var seen = preview.TextsAt("article.mail h3");
        Assert.Equal(ending.Count, seen.Count);
        await officer.SubmitAsync(preview.Form(Main), $"Gửi {ending.Count} thư");
        Assert.Equal(ending.Count, await app.Services.GetRequiredService<MailSender>().SendDueAsync());
        Assert.Equal(seen.Order(), ReadMail.In(app).Select(mail => mail.Subject).Order());
        Assert.Equal(ending.Count, await app.ReadAsync(db => db.Mails.CountAsync(mail => mail.Kind == MailKind.ExpiryReminder && mail.CertificateId != null && mail.BusinessId != null)));

        // The same form again, and the page opened anew: nobody is reminded twice.
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await officer.SubmitAsync(preview.Form(Main), $"Gửi {ending.Count} thư")).Status);
        page = await officer.OpenAsync(Reminders);
        Assert.Empty(page.Document.QuerySelectorAll("input[name='Input.To'][checked]"));
        // One that is ticked all the same.
        var one = page.Document.QuerySelector("input[name='Input.To']")!.GetAttribute("value")!;
        preview = await officer.SubmitAsync(page, ("Input.To", one));
        Assert.Single(preview.TextsAt("article.mail h3"));
        Assert.Contains("1 thư trong số đó đã được nhắc trong thời hạn", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recognition_outside_the_chosen_term_is_not_reminded_of()
    {
        await MoveAsync((await FirstAsync()).ValidUntil.AddMonths(-3));
        var officer = await app.SignedInAsync("officer");
        Assert.NotEmpty((await officer.OpenAsync(Reminders)).Document.QuerySelectorAll("input[name='Input.To']"));
        Assert.Empty((await officer.OpenAsync(Reminders + "?months=1")).Document.QuerySelectorAll("input[name='Input.To']"));
    }

    // The first that no other renews.
    private Task<Recognition> FirstAsync() => app.ReadAsync(async db => (await db.RecognitionsAsync()).Where(one => one.RenewedBy is null && one.RevokedAt is null).OrderBy(one => one.ValidUntil).First());

    private async Task<RecognitionState> StateAsync(DateOnly day)
    {
        await MoveAsync(day);
        var first = await FirstAsync();
        var page = await (await app.SignedInAsync("officer", "en")).OpenAsync($"/recognitions?q={first.Code}");
        var row = page.TextAt("main table tbody tr");
        var state = first.StateOn(HanoiTime.DayOf(app.Clock.Now.UtcDateTime), 6);
        Assert.Contains(state switch { RecognitionState.EndsSoon => "Ends in", RecognitionState.Expired => "Expired", _ => "Still valid" }, row, StringComparison.Ordinal);
        return state;
    }

    private Task MoveAsync(DateOnly day)
    {
        app.Clock.Now = new DateTimeOffset(day.ToDateTime(new TimeOnly(3, 0)), TimeSpan.Zero);
        return Task.CompletedTask;
    }
}
