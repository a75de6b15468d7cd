using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Pages;

/// <summary>Sending mail: the queue, the files, a server that fails, and what the administrator sees of it.</summary>
public sealed class MailPageTests
{
    private static readonly Person Hoa = Officers.Hoa;

    [Fact]
    public async Task A_test_reaches_the_administrator_as_a_file_and_is_in_the_history()
    {
        using var app = new TestApp();
        var admin = await app.SignedInAsync("admin");
        var mark = await app.HistoryMarkAsync();

        var queued = await admin.SubmitAsync(await admin.OpenAsync("/mail"));
        Assert.Contains("Chờ gửi", queued.Text, StringComparison.Ordinal);
        Assert.Equal(1, await SendAsync(app));

        var mail = Assert.Single(ReadMail.In(app));
        Assert.Equal("Thư gửi thử", mail.Subject);
        Assert.Contains("<admin@demo.local>", mail.To, StringComparison.Ordinal);
        Assert.Equal("KeyProducts gửi được thư: thư này đã đến nơi.", mail.Body);
        var page = await admin.OpenAsync(queued.Address);
        Assert.Contains("Đã gửi", page.TextAt(".badge"), StringComparison.Ordinal);
        var history = await app.HistorySinceAsync(mark);
        Assert.Equal([(AuditAct.Added, true), (AuditAct.Changed, false)], history.Select(entry => (entry.Act, entry.UserId is not null)));
        Assert.All(history, entry => Assert.Equal(nameof(OutgoingMail), entry.Kind));
    }

    [Fact]
    public async Task A_failing_server_queues_and_retries_and_says_so()
    {
        await using var server = new MailServer { ToRecipients = "451 4.3.0 Thu lai sau" };
        using var app = TestApp.InProduction(server.Settings);
        var admin = await app.SignedInAsync("admin");
        await QueueAsync(app);

        Assert.Equal(0, await SendAsync(app));
        var page = await admin.OpenAsync("/mail");
        Assert.Contains("1 thư chưa gửi được. Máy chủ thư không nhận thư này. 451 4.3.0 Thu lai sau", page.Text, StringComparison.Ordinal);
        Assert.Contains("Chưa gửi được, sẽ thử lại", page.Text, StringComparison.Ordinal);

        // The pauses grow, and nothing is tried before its time.
        foreach (var minutes in new[] { 1, 2, 5, 15 })
        {
            app.Clock.Now += TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1);
            var before = (await OnlyAsync(app)).Attempts;
            await SendAsync(app);
            Assert.Equal(before, (await OnlyAsync(app)).Attempts);
            app.Clock.Now += TimeSpan.FromSeconds(1);
            await SendAsync(app);
            Assert.Equal(before + 1, (await OnlyAsync(app)).Attempts);
        }

        Assert.Empty(server.Taken);
        server.ToRecipients = "250 OK";
        app.Clock.Now += TimeSpan.FromHours(1);
        Assert.Equal(1, await SendAsync(app));
        Assert.Equal(0, await SendAsync(app));

        var mail = Assert.Single(server.Taken);
        Assert.Equal("Nhắc chấm điểm: Đường Ế Ữ", mail.Subject);
        Assert.Equal("Dòng một\nDòng hai: “Ế Ữ”", mail.Body);
        Assert.Equal("Thư ký Hội đồng <thu-ky@san-pham.example>", mail.Headers["From"].Single());
        Assert.Equal(MailState.Sent, (await OnlyAsync(app)).State);
    }

    [Fact]
    public async Task A_mail_that_is_given_up_is_sent_again_at_the_administrator_s_word()
    {
        await using var server = new MailServer { ToRecipients = "550 5.1.1 No such user" };
        using var app = TestApp.InProduction(server.Settings);
        var admin = await app.SignedInAsync("admin", "en");
        await QueueAsync(app);
        await SendAsync(app);
        var given = await OnlyAsync(app);
        Assert.Equal((MailState.GivenUp, 1), (given.State, given.Attempts));

        var page = await admin.OpenAsync($"/mail/{given.Id}");
        Assert.Contains("The mail server refuses the address. 550 5.1.1 No such user", page.Text, StringComparison.Ordinal);
        var mark = await app.HistoryMarkAsync();
        server.ToRecipients = "250 OK";
        var again = await admin.SubmitAsync(page);

        Assert.Contains("The mail is in the queue again.", again.Text, StringComparison.Ordinal);
        Assert.Equal(AuditAct.MailSentAgain, Assert.Single(await app.HistorySinceAsync(mark)).Act);
        Assert.Equal(1, await SendAsync(app));
        Assert.Single(server.Taken);
        // Once sent, no button and no forged post sends it again.
        Assert.Empty((await admin.OpenAsync($"/mail/{given.Id}")).Document.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.SubmitAsync(page)).Status);
        Assert.Equal(0, await SendAsync(app));
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_until_a_limit_and_then_left()
    {
        var server = new MailServer();
        using var app = TestApp.InProduction(server.Settings);
        await server.DisposeAsync();
        await QueueAsync(app);

        for (var attempt = 1; attempt <= OutgoingMail.MostAttempts; attempt++)
        {
            Assert.NotEqual(MailState.GivenUp, (await OnlyAsync(app)).State);
            await SendAsync(app);
            app.Clock.Now += TimeSpan.FromDays(1);
        }

        var mail = await OnlyAsync(app);
        Assert.Equal((MailState.GivenUp, OutgoingMail.MostAttempts), (mail.State, mail.Attempts));
        Assert.StartsWith("The mail server cannot be reached.", mail.LastError, StringComparison.Ordinal);
        await SendAsync(app);
        Assert.Equal(OutgoingMail.MostAttempts, (await OnlyAsync(app)).Attempts);
    }

    [Fact]
    public async Task Without_settings_the_page_says_so_and_nothing_is_queued()
    {
        using var app = TestApp.InProduction();
        var admin = await app.SignedInAsync("admin");

        var page = await admin.OpenAsync("/mail");

        Assert.Contains("Chưa thiết lập việc gửi thư: thiếu tên máy chủ thư.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        var token = page.ValueOf("__RequestVerificationToken");
        using var forged = await admin.PostAsync("/mail?handler=Test", ("__RequestVerificationToken", token));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(0, await app.ReadAsync(db => db.Mails.CountAsync()));
    }

    [Theory]
    [InlineData("mail.example", "587", "true", "", null)]
    [InlineData("mail.example", "25", "false", "", null)]
    [InlineData("localhost", "25", "false", "thu-ky", null)]
    [InlineData("mail.example", "25", "false", "thu-ky", "without TLS")]
    [InlineData("", "587", "true", "", "name is missing")]
    [InlineData("mail.example", "0", "true", "", "port is none")]
    public void Settings_say_what_is_wrong_with_them(string host, string port, string useTls, string user, string? problem)
    {
        using var app = TestApp.InProduction(new Dictionary<string, string>
        {
            ["KeyProducts:Mail:Host"] = host,
            ["KeyProducts:Mail:Port"] = port,
            ["KeyProducts:Mail:UseTls"] = useTls,
            ["KeyProducts:Mail:User"] = user,
            ["KeyProducts:Mail:Password"] = "rat-bi-mat",
            ["KeyProducts:Mail:From"] = "thu-ky@san-pham.example",
        });

        var said = app.Services.GetRequiredService<MailSettings>().Problem;

        Assert.Equal(problem is null, said is null);
        Assert.Contains(problem ?? "", said ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_is_shown_nowhere()
    {
        using var app = TestApp.InProduction(new Dictionary<string, string>
        {
            ["KeyProducts:Mail:Host"] = "mail.example",
            ["KeyProducts:Mail:User"] = "thu-ky",
            ["KeyProducts:Mail:Password"] = "rat-bi-mat",
            ["KeyProducts:Mail:From"] = "thu-ky@san-pham.example",
        });

        var page = await (await app.SignedInAsync("admin")).OpenAsync("/mail");

        Assert.Contains("đăng nhập với tên thu-ky", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("rat-bi-mat", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_break_in_a_subject_or_a_name_begins_no_header()
    {
        using var app = new TestApp();
        var now = app.Clock.Now.UtcDateTime;
        await app.ChangeAsync(db =>
        {
            db.Mails.Add(new OutgoingMail("judge1@demo.local", "Nguyễn\r\nBcc: ai@khac.example", "Nhắc\r\nBcc: ai@khac.example\n\nThân giả", "Thân thật", Hoa, now));
            return Task.CompletedTask;
        });

        await SendAsync(app);

        var mail = Assert.Single(ReadMail.In(app));
        Assert.Empty(mail.Headers["Bcc"]);
        Assert.Equal("Nhắc Bcc: ai@khac.example Thân giả", mail.Subject);
        Assert.Equal("Thân thật", mail.Body);
    }

    [Fact]
    public async Task Two_senders_take_no_mail_twice()
    {
        await using var server = new MailServer();
        using var app = TestApp.InProduction(server.Settings);
        await QueueAsync(app);
        // Another sender has read the mail, and this one is first.
        await using var scope = app.Services.CreateAsyncScope();
        var other = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var taken = await other.Mails.SingleAsync();

        Assert.Equal(1, await SendAsync(app));

        taken.Begin(app.Clock.Now.UtcDateTime);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync());
        Assert.Single(server.Taken);
    }

    private static Task<int> SendAsync(TestApp app) => app.Services.GetRequiredService<MailSender>().SendDueAsync();

    private static Task<OutgoingMail> OnlyAsync(TestApp app) => app.ReadAsync(db => db.Mails.AsNoTracking().SingleAsync());

    private static Task QueueAsync(TestApp app) => app.ChangeAsync(db =>
    {
        db.Mails.Add(new OutgoingMail("judge1@demo.local", "Nguyễn Thị Hồng Vượng", "Nhắc chấm điểm: Đường Ế Ữ", "Dòng một\nDòng hai: “Ế Ữ”", Hoa, app.Clock.Now.UtcDateTime));
        return Task.CompletedTask;
    });
}
