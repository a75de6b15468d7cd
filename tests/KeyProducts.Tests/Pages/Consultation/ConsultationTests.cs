using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Pages;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Pages;

/// <summary>A provisional list is posted, everybody comments, every comment is answered, and only then the year goes on.</summary>
public sealed class ConsultationTests : IAsyncLifetime, IDisposable
{
    private readonly TestApp app = new();

    public Task InitializeAsync() => ConsultationYear.TakeBack2025Async(app);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_provisional_list_is_public_from_its_publication_on_without_scores_figures_judges_or_contacts()
    {
        var visitor = app.Visitor("en");
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync("/consultation/2025")).Status);
        Assert.Contains("No list is open for comments now.", (await visitor.OpenAsync("/consultation")).Text, StringComparison.Ordinal);
        var officer = await app.SignedInAsync("officer", "en");
        var mark = await app.HistoryMarkAsync();

        var published = await ConsultationYear.PublishAsync(officer);

        Assert.Contains("The provisional list is public.", published.Text, StringComparison.Ordinal);
        var entry = Assert.Single(await app.HistorySinceAsync(mark), one => one.Kind == nameof(Programme));
        Assert.Contains(entry.ReadChanges(), change => change is { Property: "ConsultationPublishedAt", To: not null });
        var list = await visitor.OpenAsync("/consultation/2025");
        Assert.Equal((35, 28), (list.Document.QuerySelectorAll("tbody tr").Count(row => row.QuerySelectorAll("td").Length > 2), int.Parse(list.TextsAt(".facts dd")[1], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("Phòng Quản lý công nghiệp Ế Ữ", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Score", list.TextsAt("th"));
        var hidden = await app.ReadAsync(async db => new[]
        {
            await db.Nominations.Where(one => one.Programme.Year == 2025 && one.Status == NominationStatus.Rejected).Select(one => one.Product.Vietnamese).FirstAsync(),
            await db.Judges.Select(one => one.Name).FirstAsync(),
            await db.Businesses.Where(one => one.TaxCode != null).Select(one => one.TaxCode!).FirstAsync(),
            await db.Businesses.Where(one => one.Contact.Name != null).Select(one => one.Contact.Name!).FirstAsync(),
        });
        Assert.All(hidden, one => Assert.DoesNotContain(one, list.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Scores_and_the_products_that_do_not_reach_recognition_stand_in_the_list_when_the_officer_says_so()
    {
        var officer = await app.SignedInAsync("officer", "en");
        await ConsultationYear.PublishAsync(officer, ("Input.ShowsScores", "true"), ("Input.ShowsAll", "true"));

        var list = await app.Visitor("en").OpenAsync("/consultation/2025");

        Assert.Contains("Score", list.TextsAt("th"));
        Assert.Contains("Not recognised", list.TextsAt("td"));
    }

    [Fact]
    public async Task The_list_can_be_taken_back_with_a_reason_and_nobody_finds_it_any_more()
    {
        var officer = await app.SignedInAsync("officer", "en");
        await ConsultationYear.PublishAsync(officer);
        var page = await officer.OpenAsync("/programmes/2025/consultation/publish");

        var refused = await officer.SubmitAsync(page.Form("form[action*='handler=Withdraw']"));
        Assert.Equal((HttpStatusCode.BadRequest, "Give the reason."), (refused.Status, refused.TextAt("#Input-Reason-error")));
        await officer.SubmitAsync(page.Form("form[action*='handler=Withdraw']"), null, ("Input.Reason", "Sai tên doanh nghiệp"));

        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().OpenAsync("/consultation/2025")).Status);
    }

    [Theory]
    [InlineData("Input.From", "", "Give the first day on which comments are taken.")]
    [InlineData("Input.Until", "2026-11-19", "A period cannot end before it begins.")]
    [InlineData("Input.Contact", " ", "Say to whom comments are sent.")]
    public async Task What_is_missing_for_a_publication_is_said_at_its_field_and_nothing_typed_is_lost(string field, string value, string sentence)
    {
        var officer = await app.SignedInAsync("officer", "en");
        var page = await officer.OpenAsync("/programmes/2025/consultation/publish");

        var typed = new Dictionary<string, string> { ["Input.From"] = "2026-11-20", ["Input.Until"] = "2026-12-01", ["Input.Contact"] = "Phòng Ế Ữ", [field] = value };
        var refused = await officer.SubmitAsync(page, [.. typed.Select(one => (one.Key, (string?)one.Value))]);

        Assert.Equal((HttpStatusCode.BadRequest, sentence), (refused.Status, refused.TextAt($"#{field.Replace('.', '-')}-error")));
        Assert.All(typed.Where(one => one.Key != field), one => Assert.Equal(one.Value, refused.ValueOf(one.Key)));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().OpenAsync("/consultation/2025")).Status);
    }

    [Fact]
    public async Task A_comment_with_a_file_comes_gets_a_number_is_answered_by_mail_and_released_and_names_nobody_in_public_or_in_the_history()
    {
        await using var server = new MailServer();
        using var own = TestApp.InProduction(server.Settings);
        await ConsultationYear.TakeBack2025Async(own);
        var officer = await own.SignedInAsync("officer", "en");
        await ConsultationYear.PublishAsync(officer);
        var visitor = own.Visitor("en");
        var mark = await own.HistoryMarkAsync();
        var form = (await visitor.OpenAsync("/consultation/2025/comment")).Form("main form");

        var receipt = await visitor.UploadAsync(form, "Input.Files", [new ChosenFile("bằng chứng.pdf", SampleFiles.Pdf())], null,
            ("Input.Text", "Sản phẩm này Ế Ữ không sản xuất tại Hà Nội."), ("Input.Name", "Đỗ Thị Góp Ý"), ("Input.Contact", "gop-y@vidu.example"), ("Input.Consent", "true"), ("Input.Nomination", "1"));

        Assert.Equal("Your comment no. 1 of 2025", receipt.TextAt("h1"));
        Assert.Contains("With 1 files.", receipt.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Góp Ý", receipt.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("không sản xuất", (await visitor.OpenAsync("/consultation/2025")).Body, StringComparison.Ordinal);
        var page = await officer.OpenAsync("/programmes/2025/consultation/1");
        Assert.Contains("không sản xuất", page.Text, StringComparison.Ordinal);
        using (var file = await officer.GetAsync(page.At("a[href^='/comment-files/']").GetAttribute("href")!))
        {
            Assert.Equal((HttpStatusCode.OK, "application/pdf"), (file.StatusCode, file.Content.Headers.ContentType?.MediaType));
        }

        var refused = await officer.SubmitAsync(page, ("Input.State", "Rejected"), ("Input.Answer", ""));
        Assert.Equal((HttpStatusCode.BadRequest, "Give the answer, with its reasons."), (refused.Status, refused.TextAt("#Input-Answer-error")));
        await officer.SubmitAsync(refused, ("Input.State", "Rejected"), ("Input.Answer", "Xưởng đặt tại xã Quang Minh, có giấy tờ."), ("Input.SendsMail", "true"));
        await own.Services.GetRequiredService<MailSender>().SendDueAsync();
        var mail = Assert.Single(server.Taken);
        Assert.Contains("Xưởng đặt tại xã Quang Minh", mail.Body, StringComparison.Ordinal);

        var answered = await visitor.OpenAsync(receipt.Address);
        Assert.Contains("Xưởng đặt tại xã Quang Minh", answered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Xưởng đặt", (await visitor.OpenAsync("/consultation/2025")).Body, StringComparison.Ordinal);
        var release = (await officer.OpenAsync("/programmes/2025/consultation/1")).Form("form[action*='handler=Release']");
        var names = await officer.SubmitAsync(release, null, ("Input.ReleasedText", "Đỗ Thị Góp Ý nói rằng …"));
        Assert.Equal("This text names the sender. Take the name and the contact out.", names.TextAt("#Input-ReleasedText-error"));
        await officer.SubmitAsync(release, null, ("Input.ReleasedText", "Sản phẩm không sản xuất tại Hà Nội."));
        var shown = await visitor.OpenAsync("/consultation/2025");
        Assert.Contains("Sản phẩm không sản xuất tại Hà Nội.", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Xưởng đặt tại xã Quang Minh", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Góp Ý", shown.Body, StringComparison.Ordinal);

        var history = (await own.HistorySinceAsync(mark)).Where(entry => entry.Kind == nameof(Comment)).ToList();
        Assert.Equal([AuditAct.Added, AuditAct.Exported, AuditAct.Changed, AuditAct.Changed], history.Select(entry => entry.Act));
        Assert.All(history, entry => Assert.DoesNotContain("gop-y@vidu.example", entry.Changes + entry.Subject, StringComparison.Ordinal));
        Assert.All(history, entry => Assert.DoesNotContain("Góp Ý", entry.Changes + entry.Subject, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Input.Consent", "false", "#Input-Consent-error", "Without your consent")]
    [InlineData("Input.Name", "", "#Input-Name-error", "Give your name.")]
    [InlineData("Input.Contact", "", "#Input-Contact-error", "Give a telephone number")]
    [InlineData("Input.Text", " ", "#Input-Text-error", "Write your comment.")]
    [InlineData("Input.Homepage", "https://vidu.example", "#errors", "Please leave the field")]
    public async Task A_comment_that_is_refused_says_why_at_its_field_and_keeps_what_was_typed(string field, string? value, string at, string sentence)
    {
        await ConsultationYear.PublishAsync(await app.SignedInAsync("officer"));
        var visitor = app.Visitor("en");

        var refused = await ConsultationYear.CommentAsync(visitor, (field, value));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(sentence, refused.TextAt(at), StringComparison.Ordinal);
        Assert.Equal("Đỗ Thị Góp Ý", field == "Input.Name" ? "Đỗ Thị Góp Ý" : refused.ValueOf("Input.Name"));
        Assert.Equal(0, await app.ReadAsync(db => db.Comments.CountAsync()));
        var mended = await visitor.SubmitAsync(refused, (field, field switch { "Input.Consent" => "true", "Input.Homepage" => "", _ => "Nội dung Ế Ữ" }));
        Assert.StartsWith("/consultation/receipt/", mended.Address, StringComparison.Ordinal);
    }

    // Nobody could read it, and it would stand in the way of the next stage for ever.
    [Fact]
    public async Task A_comment_about_a_product_that_is_not_in_the_list_is_not_taken()
    {
        var officer = await app.SignedInAsync("officer", "en");
        await ConsultationYear.PublishAsync(officer);
        var visitor = app.Visitor("en");

        var form = await visitor.OpenAsync("/consultation/2025/comment");
        var option = (AngleSharp.Html.Dom.IHtmlOptionElement)form.At("select[name='Input.Nomination'] option:last-child");
        option.Value = "9999";
        var refused = await visitor.SubmitAsync(form, ("Input.Nomination", "9999"), ("Input.Text", "Nội dung Ế Ữ"), ("Input.Name", "Đỗ"), ("Input.Contact", "024"), ("Input.Consent", "true"));

        Assert.Equal((HttpStatusCode.BadRequest, "Choose a product of the list, or the list as a whole.", "Nội dung Ế Ữ"), (refused.Status, refused.TextAt("#Input-Nomination-error"), refused.ValueOf("Input.Text")));
        var paper = await officer.OpenAsync("/programmes/2025/consultation/new");
        ((AngleSharp.Html.Dom.IHtmlOptionElement)paper.At("select[name='Input.Nomination'] option:last-child")).Value = "9999";
        Assert.Equal("Choose a product of the list, or the list as a whole.", (await officer.SubmitAsync(paper, ("Input.Nomination", "9999"), ("Input.Text", "Thư Ế Ữ"))).TextAt("#Input-Nomination-error"));
        Assert.Equal(0, await app.ReadAsync(db => db.Comments.CountAsync()));
    }

    [Fact]
    public async Task A_comment_sent_after_the_last_day_is_refused_with_everything_typed_kept()
    {
        await ConsultationYear.PublishAsync(await app.SignedInAsync("officer"));
        var visitor = app.Visitor("en");
        var form = await visitor.OpenAsync("/consultation/2025/comment");
        app.Clock.Now = new DateTimeOffset(2026, 12, 1, 16, 59, 0, TimeSpan.Zero);
        Assert.StartsWith("/consultation/receipt/", (await visitor.SubmitAsync(form, ("Input.Text", "Kịp giờ"), ("Input.Name", "Đỗ"), ("Input.Contact", "024"), ("Input.Consent", "true"))).Address, StringComparison.Ordinal);

        app.Clock.Now = app.Clock.Now.AddMinutes(1);
        var late = await visitor.SubmitAsync(form, ("Input.Text", "Trễ giờ Ế Ữ"), ("Input.Name", "Đỗ"), ("Input.Contact", "024"), ("Input.Consent", "true"));

        Assert.Equal((HttpStatusCode.BadRequest, "Trễ giờ Ế Ữ"), (late.Status, late.ValueOf("Input.Text")));
        Assert.Contains("Comments were taken until 01/12/2026 at 24:00, Hà Nội time.", Assert.Single(late.Errors), StringComparison.Ordinal);
        Assert.Contains("The time for comments is over.", (await visitor.OpenAsync("/consultation/2025")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_comments_posted_by_a_script_in_a_minute_are_throttled_and_no_honest_one_is_lost()
    {
        await ConsultationYear.PublishAsync(await app.SignedInAsync("officer"));
        var script = app.Visitor("en").From("203.0.113.7");
        var form = await script.OpenAsync("/consultation/2025/comment");
        var token = form.ValueOf("__RequestVerificationToken");
        var answers = new List<HttpStatusCode>();
        Page? honest = null;
        for (var post = 1; post <= 1_000; post++)
        {
            using var answer = await script.PostAsync("/consultation/2025/comment",
                ("__RequestVerificationToken", token), ("Input.Text", $"Mua hàng rẻ {post}"), ("Input.Name", "Máy"), ("Input.Contact", "may@vidu.example"), ("Input.Consent", "true"));
            answers.Add(answer.StatusCode);
            if (post == 500)
            {
                honest = await ConsultationYear.CommentAsync(app.Visitor("en").From("198.51.100.9"));
            }
        }

        Assert.Equal((CommentLimit.PerAddress, 1_000 - CommentLimit.PerAddress), (answers.Count(one => one == HttpStatusCode.Found), answers.Count(one => one == HttpStatusCode.TooManyRequests)));
        Assert.StartsWith("/consultation/receipt/", honest!.Address, StringComparison.Ordinal);
        Assert.Equal(CommentLimit.PerAddress + 1, await app.ReadAsync(db => db.Comments.CountAsync()));
        // Who sits behind the script's address is asked to wait, and their comment stands on the page.
        var waiting = await ConsultationYear.CommentAsync(app.Visitor("en").From("203.0.113.7"), ("Input.Text", "Ý kiến thật Ế Ữ"));
        Assert.Equal((HttpStatusCode.TooManyRequests, "Ý kiến thật Ế Ữ"), (waiting.Status, waiting.ValueOf("Input.Text")));
        Assert.Contains("please wait a minute and send it again", Assert.Single(waiting.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_visitors_do_not_fill_the_disk_and_the_comment_itself_is_taken()
    {
        await ConsultationYear.PublishAsync(await app.SignedInAsync("officer"));
        var visitor = app.Visitor("en");
        Task<Page> SendAsync(Page form) => visitor.UploadAsync(form.Form("main form"), "Input.Files", [new ChosenFile("bằng chứng.pdf", SampleFiles.Pdf())], null,
            ("Input.Text", "Nội dung Ế Ữ"), ("Input.Name", "Đỗ"), ("Input.Contact", "024"), ("Input.Consent", "true"));
        Assert.Contains("With 1 files.", (await SendAsync(await visitor.OpenAsync("/consultation/2025/comment"))).Text, StringComparison.Ordinal);
        await app.ChangeAsync(async db => db.Entry(await db.Set<CommentFile>().SingleAsync()).Property(one => one.Size).CurrentValue = (long)CommentFiles.MostGigabytesOfYear << 30);

        var refused = await SendAsync(await visitor.OpenAsync("/consultation/2025/comment"));
        Assert.Equal((HttpStatusCode.BadRequest, "Nội dung Ế Ữ"), (refused.Status, refused.ValueOf("Input.Text")));
        Assert.StartsWith("No more files are taken on this page this year.", refused.TextAt("#Input-Files-error"), StringComparison.Ordinal);
        Assert.StartsWith("/consultation/receipt/", (await visitor.SubmitAsync(refused)).Address, StringComparison.Ordinal);
        Assert.Equal((2, 1), await app.ReadAsync(async db => (await db.Comments.CountAsync(), await db.Set<CommentFile>().CountAsync())));
    }

    [Fact]
    public async Task The_stage_does_not_end_while_a_comment_is_open_and_one_from_paper_counts_too()
    {
        var officer = await app.SignedInAsync("officer", "en");
        await ConsultationYear.PublishAsync(officer);
        var stored = await officer.SubmitAsync(await officer.OpenAsync("/programmes/2025/consultation/new"), ("Input.Text", "Công văn góp ý Ế Ữ"), ("Input.Organisation", "Hiệp hội Ế Ữ"), ("Input.ReceivedOn", "2026-11-21"));
        Assert.Contains("Comment no. 1 is stored.", stored.Text, StringComparison.Ordinal);
        await officer.SubmitAsync((await officer.OpenAsync("/programmes/2025/decision")).Form("section[aria-labelledby=decision] form"), null, ("Input.Number", "9/QĐ-UBND"), ("Input.Date", "2026-11-21"));

        var page = await officer.OpenAsync("/programmes/2025/decision");
        Assert.Contains("1 comments of the consultation are not answered.", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action*='handler=Recognise']"));
        var token = page.ValueOf("__RequestVerificationToken");
        using (var forged = await officer.PostAsync("/programmes/2025/decision?handler=Recognise", ("__RequestVerificationToken", token), ("Input.Version", page.ValueOf("Input.Version")), ("Input.Reason", "Bỏ qua")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        }

        await officer.SubmitAsync(await officer.OpenAsync("/programmes/2025/consultation/1"), ("Input.State", "Answered"), ("Input.Answer", "Đã giải thích."));
        Assert.NotNull((await officer.OpenAsync("/programmes/2025/decision")).Document.QuerySelector("form[action*='handler=Recognise']"));
        Assert.Equal(Stage.Consultation, await app.ReadAsync(db => db.Programmes.Where(one => one.Year == 2025).Select(one => one.Stage).SingleAsync()));
        var paper = await officer.OpenAsync("/programmes/2025/consultation/summary");
        Assert.Contains("Công văn góp ý Ế Ữ", paper.Text, StringComparison.Ordinal);
        Assert.Contains("Đã giải thích.", paper.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawing_a_product_with_a_reason_leads_to_a_new_snapshot_and_the_list_follows_it()
    {
        var officer = await app.SignedInAsync("officer", "en");
        await ConsultationYear.PublishAsync(officer);
        await officer.SubmitAsync(await officer.OpenAsync("/programmes/2025/nominations/1/decide?act=withdraw"), ("Input.Reason", "Doanh nghiệp xin rút sau góp ý"));

        Assert.Contains("The result has changed since it was finalised; finalise it again.", (await officer.OpenAsync("/programmes/2025")).Text, StringComparison.Ordinal);
        Assert.Contains("Withdrawn", (await app.Visitor("en").OpenAsync("/consultation/2025")).TextsAt("td"));
        await officer.SubmitAsync((await officer.OpenAsync("/programmes/2025/ranking/finalise")).Form("form.form"), null, ("Input.Reason", "Rút hồ sơ số 1"), ("Input.Password", Seeding.Password));
        var admin = await app.SignedInAsync("admin", "en");
        await admin.SubmitAsync((await admin.OpenAsync("/programmes/2025/ranking/finalise")).Form("form[action*='handler=Confirm']"), null, ("Input.Password", Seeding.Password));

        Assert.Equal(2, await app.ReadAsync(db => db.Snapshots.CountAsync(one => db.Programmes.Any(year => year.Id == one.ProgrammeId && year.Year == 2025))));
        var list = await app.Visitor("en").OpenAsync("/consultation/2025");
        Assert.Equal("34", list.TextsAt(".facts dd")[0]);
        Assert.DoesNotContain("Withdrawn", list.TextsAt("td"));
        Assert.DoesNotContain("finalise it again", (await officer.OpenAsync("/programmes/2025")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_decision_makes_recognitions_with_numbers_and_terms_and_publication_is_an_act_of_its_own()
    {
        var officer = await app.SignedInAsync("officer", "en");
        await ConsultationYear.PublishAsync(officer);
        var page = await officer.OpenAsync("/programmes/2025/decision");
        var half = await officer.SubmitAsync(page.Form("section[aria-labelledby=decision] form"), null, ("Input.Number", "5012/QĐ-UBND"));
        Assert.Equal((HttpStatusCode.BadRequest, "5012/QĐ-UBND"), (half.Status, half.ValueOf("Input.Number")));
        await officer.SubmitAsync(half.Form("section[aria-labelledby=decision] form"), null, ("Input.Number", "5012/QĐ-UBND"), ("Input.Date", "2026-11-22"), ("Input.Signer", "Nguyễn Văn Ký Ế Ữ, Chủ tịch"));
        var stored = await officer.OpenAsync("/programmes/2025/decision");
        await officer.UploadAsync(stored.Form("form[action*='handler=Scan']"), "Input.Scan", [new ChosenFile("5012.pdf", SampleFiles.Pdf())]);
        var mark = await app.HistoryMarkAsync();

        var ready = await officer.OpenAsync("/programmes/2025/decision");
        Assert.Contains("35 products are recognised, 10 of them in the top. 45 certificates get the numbers 2025-0001 to 2025-0045; they hold for 36 months from 22/11/2026.", ready.Text, StringComparison.Ordinal);
        var done = await officer.SubmitAsync(ready.Form("form[action*='handler=Recognise']"), null, ("Input.Reason", "Hết ý kiến, Thành phố đã ký"));

        Assert.Contains("The year 2025 is recognised; 45 certificates have their numbers.", done.Text, StringComparison.Ordinal);
        var certificates = await app.ReadAsync(db => db.Certificates.Where(one => one.Year == 2025).ToListAsync());
        Assert.Equal((45, 35), (certificates.Count, certificates.Count(one => one.Kind == CertificateKind.Recognition)));
        Assert.All(certificates, one => Assert.Equal((new DateOnly(2026, 11, 22), new DateOnly(2029, 11, 22), "5012/QĐ-UBND"), (one.ValidFrom, one.ValidUntil, one.Decision.Number)));
        Assert.Equal(46, (await app.HistorySinceAsync(mark)).Count(entry => entry.Reason == "Hết ý kiến, Thành phố đã ký"));
        using (var scan = await officer.GetAsync("/programmes/2025/decision/scan"))
        {
            Assert.Equal("application/pdf", scan.Content.Headers.ContentType?.MediaType);
        }

        Assert.Null(await app.ReadAsync(db => db.Programmes.Where(one => one.Year == 2025).Select(one => one.PublishedAt).SingleAsync()));
        var publication = await officer.SubmitAsync(await officer.OpenAsync("/programmes/2025/publication"));
        Assert.Contains("The list of 2025 is public.", publication.Text, StringComparison.Ordinal);
        var back = await officer.SubmitAsync(publication.Form("form[action*='handler=Withdraw']"), null, ("Input.Reason", "Sai tên"));
        Assert.Contains("The list of 2025 is public no more.", back.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().OpenAsync("/consultation/2025")).Status);
    }

    [Fact]
    public async Task A_decision_of_a_day_to_come_recognises_nothing_until_the_clock_has_moved_there()
    {
        var officer = await app.SignedInAsync("officer", "en");
        await ConsultationYear.PublishAsync(officer);
        await officer.SubmitAsync((await officer.OpenAsync("/programmes/2025/decision")).Form("section[aria-labelledby=decision] form"), null, ("Input.Number", "5012/QĐ-UBND"), ("Input.Date", "2026-11-25"));
        Assert.Contains("which is still to come", (await officer.OpenAsync("/programmes/2025/decision")).Text, StringComparison.Ordinal);

        app.Clock.Now = app.Clock.Now.AddDays(3);
        officer = await app.SignedInAsync("officer", "en");
        Assert.NotNull((await officer.OpenAsync("/programmes/2025/decision")).Document.QuerySelector("form[action*='handler=Recognise']"));
    }

    [Fact]
    public async Task Pages_of_the_consultation_ask_no_more_of_the_database_for_three_comments_than_for_one()
    {
        var officer = await app.SignedInAsync("officer");
        await ConsultationYear.PublishAsync(officer);
        string[] pages = ["/programmes/2025/consultation", "/programmes/2025/consultation/summary", "/programmes/2025/consultation/1", "/programmes/2025/decision", "/consultation/2025", "/consultation/2025/comment"];
        var counts = new List<int[]>();
        for (var round = 1; round <= 2; round++)
        {
            for (var comment = 0; comment < round; comment++)
            {
                await ConsultationYear.CommentAsync(app.Visitor(), ("Input.Nomination", $"{3 + comment}"));
            }

            await officer.SubmitAsync((await officer.OpenAsync($"/programmes/2025/consultation/{round}")).Form("form[action*='handler=Release']"), null, ("Input.ReleasedText", "Ý kiến"));
            var asked = new List<int>();
            foreach (var page in pages)
            {
                await officer.OpenAsync(page);
                asked.Add((await app.Queries.OfAsync(() => officer.OpenAsync(page))).Count);
            }

            counts.Add([.. asked]);
        }

        Assert.Equal(counts[0], counts[1]);
        Assert.All(counts[1], count => Assert.InRange(count, 1, 25));
    }
}
