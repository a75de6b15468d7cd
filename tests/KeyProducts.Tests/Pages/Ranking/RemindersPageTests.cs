using System.Net;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Pages;

/// <summary>Reminders by mail, each seen before it is sent.</summary>
public sealed class RemindersPageTests : IDisposable
{
    private const string Address = "/programmes/2026/progress/reminders";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Reminders_by_mail_are_previewed_and_sent_exactly_as_they_were_seen()
    {
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync(Address);
        // Of nine judges two have submitted everything; they are not ticked.
        Assert.Equal(7, page.Document.QuerySelectorAll("input[name='Input.To'][checked]").Length);

        var preview = await officer.SubmitAsync(page);
        Assert.Empty(await app.ReadAsync(db => db.Mails.ToListAsync()));
        Assert.Empty(ReadMail.In(app));
        var seen = preview.Document.QuerySelectorAll("article.mail").Select(one => (Subject: one.QuerySelector("h3")!.TextContent.Trim(), Body: one.QuerySelector(".lines")!.TextContent.Trim())).ToList();
        Assert.Equal(7, seen.Count);
        Assert.Contains("Kính gửi ông/bà Nguyễn Thị Hồng Vượng,", seen[0].Body, StringComparison.Ordinal);
        Assert.Contains("- 29 trong số 35 phiếu chấm điểm chưa nộp (26 phiếu chưa chấm, 3 phiếu đang chấm).", seen[0].Body, StringComparison.Ordinal);
        Assert.Contains("Hạn chấm điểm: 24 giờ 00 ngày 31/12/2026 (giờ Hà Nội, UTC+7).", seen[0].Body, StringComparison.Ordinal);
        Assert.Contains("Địa chỉ đăng nhập: http://localhost/judging", seen[0].Body, StringComparison.Ordinal);

        var mark = await app.HistoryMarkAsync();
        var sent = await officer.SubmitAsync(preview.Form("main form[method=post]"), "Gửi 7 thư");
        Assert.Contains("7 thư nhắc đã vào hàng chờ.", sent.Text, StringComparison.Ordinal);
        Assert.Equal(7, await SendAsync());

        var mails = ReadMail.In(app);
        Assert.Equal(seen.Select(one => (one.Subject, one.Body)).Order(), mails.Select(mail => (mail.Subject, mail.Body)).Order());
        Assert.All(mails, mail => Assert.Contains("officer@demo.local", mail.Headers["Reply-To"].Single(), StringComparison.Ordinal));
        // Who, to whom, when.
        var history = (await app.HistorySinceAsync(mark)).Where(entry => entry.Act == AuditAct.Added).ToList();
        Assert.Equal(7, history.Count);
        Assert.All(history, entry => Assert.Equal((nameof(OutgoingMail), 2026, "Đinh Thị Hữu Hạnh", Address), (entry.Kind, entry.Year, entry.UserName, entry.Page)));
        Assert.Contains(history, entry => entry.Subject.StartsWith("Nguyễn Thị Hồng Vượng (judge1@demo.local):", StringComparison.Ordinal));
        Assert.Contains("22/11 10:00 Đã gửi", (await officer.OpenAsync("/programmes/2026/progress")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_after_the_preview_is_shown_again_and_not_sent()
    {
        var officer = await app.SignedInAsync("officer", "en");
        var preview = await officer.SubmitAsync(await officer.OpenAsync(Address));

        var refused = await officer.SubmitAsync(preview.Form("main form[method=post]"), "Send 7 mails", ("Input.Subject", "Nhắc lần hai"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("The mails are no longer those that you saw", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.All(refused.TextsAt("article.mail h3"), subject => Assert.Equal("Nhắc lần hai", subject));
        Assert.Equal(0, await app.ReadAsync(db => db.Mails.CountAsync()));
        // Now they have been seen.
        await officer.SubmitAsync(refused.Form("main form[method=post]"), "Send 7 mails");
        Assert.Equal(7, await app.ReadAsync(db => db.Mails.CountAsync()));
    }

    [Fact]
    public async Task What_is_left_may_change_between_preview_and_sending()
    {
        var officer = await app.SignedInAsync("officer");
        var preview = await officer.SubmitAsync(await officer.OpenAsync(Address));
        await app.ChangeAsync(async db => (await db.Programmes.SingleAsync(one => one.Year == 2026)).Set(
            (await db.Programmes.SingleAsync(one => one.Year == 2026)).Dates with { JudgingUntil = new DateOnly(2027, 1, 15) }));

        var refused = await officer.SubmitAsync(preview.Form("main form[method=post]"), "Gửi 7 thư");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("24 giờ 00 ngày 15/01/2027", refused.TextAt("article.mail"), StringComparison.Ordinal);
        Assert.Equal(0, await app.ReadAsync(db => db.Mails.CountAsync()));
    }

    [Fact]
    public async Task One_preview_is_sent_once_however_often_its_button_is_pressed()
    {
        var officer = await app.SignedInAsync("officer");
        var form = (await officer.SubmitAsync(await officer.OpenAsync(Address))).Form("main form[method=post]");

        await officer.SubmitAsync(form, "Gửi 7 thư");
        var again = await officer.SubmitAsync(form, "Gửi 7 thư");

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Equal(7, await app.ReadAsync(db => db.Mails.CountAsync()));
    }

    [Fact]
    public async Task A_judge_without_an_address_or_with_a_deactivated_account_is_told_and_not_written_to()
    {
        await app.ChangeAsync(async db =>
        {
            (await db.FindByEmailAsync("judge3@demo.local")).IsActive = false;
            var nobody = await db.FindByEmailAsync("judge1@demo.local");
            (nobody.Email, nobody.NormalizedEmail) = (null, null);
        });
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync(Address);

        Assert.Contains("Nguyễn Thị Hồng Vượng (Chủ tịch) Tài khoản chưa có địa chỉ thư điện tử.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Lê Thị Thanh Đế (Thư ký) Tài khoản đã ngừng hoạt động.", page.Text, StringComparison.Ordinal);
        var preview = await officer.SubmitAsync(page.Form("main form[method=post]"), "Tất cả (7)");
        preview = await officer.SubmitAsync(preview);
        Assert.Equal(7, preview.Document.QuerySelectorAll("article.mail").Length);
        Assert.DoesNotContain("Lê Thị Thanh Đế", string.Concat(preview.TextsAt("article.mail")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choosing_others_keeps_what_was_typed()
    {
        var officer = await app.SignedInAsync("officer");
        var page = await officer.SubmitAsync((await officer.OpenAsync(Address)).Form("main form[method=post]"), "Người chưa nộp phiếu nào (1)", ("Input.Text", "Kính gửi {họ tên}: {việc còn lại}"));

        Assert.Equal("Kính gửi {họ tên}: {việc còn lại}", page.ValueOf("Input.Text").Trim());
        var box = Assert.Single(page.Document.QuerySelectorAll("input[name='Input.To'][checked]"));
        Assert.Equal("Nhắc Hoàng Thị Bảo Quyên", box.Closest("label")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("Kính gửi {tên}", "Không có gì để điền vào {tên}.")]
    [InlineData("", "Hãy điền mục này.")]
    public async Task A_text_that_cannot_be_sent_is_refused_and_kept(string text, string said)
    {
        var officer = await app.SignedInAsync("officer");
        var refused = await officer.SubmitAsync(await officer.OpenAsync(Address), ("Input.Text", text));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(said, Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(text, refused.ValueOf("Input.Text").TrimStart('\n'));
        Assert.Empty(refused.Document.QuerySelectorAll("article.mail"));
    }

    [Fact]
    public async Task A_mail_tells_no_mark_and_no_product()
    {
        var officer = await app.SignedInAsync("officer");
        var page = await officer.SubmitAsync((await officer.OpenAsync(Address)).Form("main form[method=post]"), "Tất cả (9)");
        var mails = string.Concat((await officer.SubmitAsync(page)).TextsAt("article.mail"));

        var products = await app.ReadAsync(db => db.Nominations.Where(one => one.Programme.Year == 2026).Select(one => one.Product.Vietnamese).ToListAsync());
        Assert.True(products.Count > 30);
        Assert.DoesNotContain(products, product => mails.Contains(product, StringComparison.Ordinal));
        Assert.DoesNotMatch(@"\d,\d|điểm \d", mails);
        // A recused judge's mail counts 34 sheets, everybody else's 35.
        Assert.Contains("Đỗ Thị Mai Uyển", mails, StringComparison.Ordinal);
        Assert.Contains("- 10 trong số 34 phiếu chấm điểm chưa nộp", mails, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_mail_server_the_page_says_so_and_queues_nothing()
    {
        using var production = TestApp.InProduction();
        var officer = await production.SignedInAsync("officer");
        var preview = await officer.SubmitAsync(await officer.OpenAsync(Address));

        Assert.Contains("Chưa thiết lập việc gửi thư: thiếu tên máy chủ thư.", preview.Text, StringComparison.Ordinal);
        Assert.Equal(7, preview.Document.QuerySelectorAll("article.mail").Length);
        Assert.DoesNotContain("Gửi 7 thư", preview.Text, StringComparison.Ordinal);
        var forged = await officer.SubmitAsync(WithAction(preview, Address + "?handler=Send"));
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Equal(0, await production.ReadAsync(db => db.Mails.CountAsync()));
    }

    [Fact]
    public async Task The_address_in_mails_is_the_one_of_the_settings()
    {
        await using var server = new MailServer();
        using var production = TestApp.InProduction(server.Settings);
        var officer = await production.SignedInAsync("officer");

        var preview = await officer.SubmitAsync(await officer.OpenAsync(Address));
        await officer.SubmitAsync(preview.Form("main form[method=post]"), "Gửi 7 thư");
        await production.Services.GetRequiredService<MailSender>().SendDueAsync();

        Assert.Equal(7, server.Taken.Count);
        Assert.All(server.Taken, mail => Assert.Contains("Địa chỉ đăng nhập: https://san-pham.example/judging\n", mail.Body, StringComparison.Ordinal));
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement WithAction(Page page, string action)
    {
        var form = page.Form("main form[method=post]");
        form.QuerySelectorAll("button").ToList().ForEach(button => button.Remove());
        form.SetAttribute("action", action);
        return form;
    }

    private Task<int> SendAsync() => app.Services.GetRequiredService<MailSender>().SendDueAsync();
}
