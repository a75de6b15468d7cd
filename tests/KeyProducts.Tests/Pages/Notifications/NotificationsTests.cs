using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Pages;

/// <summary>Businesses are told their result by mail, each with its own letter.</summary>
public sealed class NotificationsTests : IDisposable
{
    private const string Address = "/programmes/2025/notifications";
    private const string Main = "main form[method=post]";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [ToolFact("pdftotext")]
    public async Task Preview_and_count_equal_what_is_sent_and_each_letter_is_the_right_business_s()
    {
        await using var server = new MailServer();
        using var production = TestApp.InProduction(server.Settings);
        await production.ChangeAsync(async db =>
        {
            var known = await db.Nominations.SingleAsync(one => one.Programme.Year == 2025 && one.Number == 14);
            foreach (var one in await db.Nominations.Include(one => one.Business).Where(one => one.BusinessId == known.BusinessId).ToListAsync())
            {
                one.ForgetContact();
                one.Business.ForgetContact();
            }
        });
        var officer = await production.SignedInAsync("officer");
        var page = await officer.OpenAsync(Address);
        Assert.Contains("1 doanh nghiệp không có địa chỉ thư điện tử: Công ty Cổ phần Thiết bị Điện Hạ Vân Quang", page.Text, StringComparison.Ordinal);

        var preview = await officer.SubmitAsync(page.Form(Main), "Được công nhận (33)");
        preview = await officer.SubmitAsync(preview);
        var seen = preview.Document.QuerySelectorAll("article.mail").Select(one => (Subject: one.QuerySelector("h3")!.TextContent.Trim(), Body: one.QuerySelector(".lines")!.TextContent.Trim())).ToList();
        Assert.Equal(33, seen.Count);
        Assert.Empty(server.Taken);
        Assert.Equal(0, await production.ReadAsync(db => db.Mails.CountAsync()));
        var businesses = await production.ReadAsync(async db => (await db.Nominations.Where(one => one.Programme.Year == 2025).Select(one => new { one.Number, one.BusinessId, Name = one.Business.Name.Vietnamese, Product = one.Product.Vietnamese }).ToListAsync()));
        Assert.StartsWith("33 thư gửi ", preview.TextAt("#preview"), StringComparison.Ordinal);
        Assert.NotEmpty(preview.TextAt("details .paper, details article:not(.mail)"));

        var mark = await production.HistoryMarkAsync();
        var sent = await officer.SubmitAsync(preview.Form(Main), "Gửi 33 thư");
        Assert.Contains("đã vào hàng chờ", sent.Text, StringComparison.Ordinal);
        Assert.Equal(33, await production.Services.GetRequiredService<MailSender>().SendDueAsync());

        Assert.Equal(seen.Select(one => (one.Subject, one.Body)).Order(), server.Taken.Select(mail => (mail.Subject, mail.Body)).Order());
        var stored = await production.ReadAsync(db => db.Mails.Include(mail => mail.Attachments).ToListAsync());
        foreach (var mail in server.Taken)
        {
            var (name, type, content) = Assert.Single(mail.Files);
            var one = businesses.Single(business => $"Thông báo kết quả năm 2025 - hồ sơ {business.Number}.pdf" == name);
            Assert.Equal("application/pdf", type);
            Assert.Contains(one.Product, mail.Subject, StringComparison.Ordinal);
            Assert.Contains($"Kính gửi {one.Name},", mail.Body, StringComparison.Ordinal);
            Assert.Equal(content, stored.Single(kept => kept.BusinessId == one.BusinessId && kept.Subject == mail.Subject).Attachments.Single().Content);
        }

        // The letter of one, as text, names its own business and product.
        var first = server.Taken.First();
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "letter.pdf");
        await File.WriteAllBytesAsync(file, first.Files[0].Content);
        var letter = string.Join(' ', InstalledTool.PdfToText.Run(file, "-").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(businesses.Single(one => first.Subject.EndsWith(one.Product, StringComparison.Ordinal)).Product, letter, StringComparison.Ordinal);

        var history = (await production.HistorySinceAsync(mark)).Where(entry => entry is { Act: AuditAct.Added, Kind: nameof(OutgoingMail) }).ToList();
        Assert.Equal(33, history.Count);
        Assert.All(history, entry => Assert.Contains(entry.ReadChanges(), change => change is { Part: nameof(MailAttachment), Property: "Sha256", To.Length: 64 }));
        // Whom it went to can be erased, and the history never can.
        Assert.DoesNotContain(history, entry => (entry.Subject + entry.Changes).Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_sent_twice_however_often_the_button_is_pressed()
    {
        var officer = await app.SignedInAsync("officer");
        var form = (await officer.SubmitAsync(await officer.OpenAsync(Address))).Form(Main);
        await officer.SubmitAsync(form, "Gửi 37 thư");
        var again = await officer.SubmitAsync(form, "Gửi 37 thư");

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Contains("37 hồ sơ trong số đó đã được thông báo đúng kết quả này", again.Text, StringComparison.Ordinal);
        Assert.Equal(37, await app.ReadAsync(db => db.Mails.CountAsync()));
        // Whoever knows this result already is not ticked any more.
        Assert.Empty((await officer.OpenAsync(Address)).Document.QuerySelectorAll("input[name='Input.To'][checked]"));
    }

    [Fact]
    public async Task No_mail_goes_about_a_dossier_that_is_closed_to_its_sender_nor_before_the_consultation()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAsync("officer")).OpenAsync("/programmes/2026/notifications")).Status);
        await app.ChangeAsync(async db =>
        {
            var programme = await db.Programmes.SingleAsync(one => one.Year == 2025);
            var officer = await db.FindByEmailAsync("officer@demo.local");
            // The rules let nobody join a council afterwards.
            db.Entry(programme).Property(one => one.Stage).CurrentValue = Stage.Judging;
            var judge = new Judge(programme, officer.Id, new JudgeDetails(officer.FullName, null, null, CouncilRole.Member));
            db.Add(judge);
            db.Add(new Recusal(programme, await db.Nominations.SingleAsync(one => one.ProgrammeId == programme.Id && one.Number == 5), judge, ConflictKind.Family, "Người nhà", app.Clock.Now.UtcDateTime));
            db.Entry(programme).Property(one => one.Stage).CurrentValue = Stage.Recognised;
        });
        var page = await (await app.SignedInAsync("officer")).OpenAsync(Address);
        Assert.Equal(36, page.Document.QuerySelectorAll("input[name='Input.To']").Length);
        var closed = await app.ReadAsync(db => db.Nominations.Where(one => one.Programme.Year == 2025 && one.Number == 5).Select(one => new { one.Id, Product = one.Product.Vietnamese }).SingleAsync());
        Assert.DoesNotContain(closed.Product, page.Text, StringComparison.Ordinal);
        // A forged tick is none.
        var preview = await (await app.SignedInAsync("officer")).SubmitAsync(page, ("Input.To", $"{closed.Id}"));
        Assert.DoesNotContain(closed.Product, string.Concat(preview.TextsAt("article.mail")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_delivery_log_tells_what_became_of_each_mail_and_a_wrong_address_is_corrected()
    {
        await using var server = new MailServer { ToRecipients = "550 no such user" };
        using var production = TestApp.InProduction(server.Settings);
        var officer = await production.SignedInAsync("officer");
        var page = await officer.SubmitAsync((await officer.OpenAsync(Address)).Form(Main), "Không được công nhận (2)");
        page = await officer.SubmitAsync(page);
        await officer.SubmitAsync(page.Form(Main), "Gửi 2 thư");
        await production.Services.GetRequiredService<MailSender>().SendDueAsync();

        var log = await officer.OpenAsync(Address);
        Assert.Contains("2 thư chưa", log.Text, StringComparison.Ordinal);
        var id = await production.ReadAsync(db => db.Mails.OrderBy(mail => mail.Id).Select(mail => mail.Id).FirstAsync());
        server.ToRecipients = "250 OK";
        var mark = await production.HistoryMarkAsync();
        await officer.SubmitAsync(await officer.OpenAsync($"{Address}/{id}"), ("Input.To", "dung@doanh-nghiep.example"));
        await production.Services.GetRequiredService<MailSender>().SendDueAsync();

        Assert.Contains("dung@doanh-nghiep.example", Assert.Single(server.Taken).To, StringComparison.Ordinal);
        Assert.Contains(await production.HistorySinceAsync(mark), entry => entry.Act == AuditAct.MailSentAgain);
        // A newer snapshot makes it out of date.
        await production.ChangeAsync(db => db.Database.ExecuteSqlAsync($"UPDATE Mails SET SnapshotSha256 = {new string('0', 64)}"));
        Assert.Contains("Kết quả đã có bản chốt mới hơn", (await officer.OpenAsync($"{Address}/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains("2 công văn nêu kết quả nay đã có bản chốt mới hơn.", (await officer.OpenAsync(Address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_mail_server_the_page_says_so_and_queues_nothing()
    {
        using var production = TestApp.InProduction();
        var officer = await production.SignedInAsync("officer");
        var preview = await officer.SubmitAsync(await officer.OpenAsync(Address));
        Assert.Contains("Chưa thiết lập việc gửi thư", preview.Text, StringComparison.Ordinal);
        var form = preview.Form(Main);
        form.QuerySelectorAll("button").ToList().ForEach(button => button.Remove());
        form.SetAttribute("action", Address + "?handler=Send");
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.SubmitAsync(form)).Status);
        Assert.Equal(0, await production.ReadAsync(db => db.Mails.CountAsync()));
    }
}
