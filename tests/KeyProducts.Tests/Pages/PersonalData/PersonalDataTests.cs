using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Storage.Personal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KeyProducts.Tests.Pages;

/// <summary>What is held about a person: found, handed over, erased where the law allows.</summary>
public sealed class PersonalDataTests : IDisposable
{
    private const string Name = "Trịnh Văn Xoá", Email = "xoa-toi@rieng-tu.example", Phone = "0987 650 123";
    private const string Results = "main form[action='/personal-data?handler=File']";

    // Columns of words that name nobody. A new one stands here, or in PersonalColumns.
    private static readonly string[] Impersonal =
    [
        "Certificate.SnapshotSha256", "Certificate.Business", "Certificate.Product", "Certificate.Industry", "Certificate.Decision", "Business.Name", "Business.TaxCode", "Business.Address", "Nomination.Product",
        "ChecklistItem.Name", "Criterion.", "CriterionGroup.", "Industry.Name", "Track.Name", "Listing.List", "Comment.Code", "CommentFile.ContentType", "CommentFile.Sha256", "DossierCertificate.Number",
        "Evidence.ContentType", "Evidence.Sha256", "PaperSheet.ScanContentType", "PaperSheet.ScanSha256", "PastFigure.Industry", "PastProduct.Industry", "PastProduct.TaxCode", "Programme.CouncilDecision", "Programme.Plan",
        "Programme.RecognitionDecision", "Programme.DecisionScan.ContentType", "Programme.DecisionScan.Sha256", "Programme.Rules.TieChain", "SheetVersion.Origin", "Snapshot.Replaces", "Snapshot.Sha256",
        "SnapshotProposal.Replaces", "SnapshotProposal.Sha256", "TieDecision.Order", "WarningDecision.Key", "OutgoingMail.SnapshotSha256", "MailAttachment.", "SearchText", "IdentityRole", "IdentityUser", "IdentityPasskeyData",
        "AppUser.ConcurrencyStamp", "AppUser.NormalizedEmail", "AppUser.NormalizedUserName", "AppUser.PasswordHash", "AppUser.SecurityStamp", "AuditEntry.", "AuditHead.", "UserSession.Browser", "UserSession.System", "UserSession.Passkey", "ProtectionKey.",
    ];

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Every_column_of_words_is_searched_or_known_to_name_nobody()
    {
        var columns = await app.ReadAsync(db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(entity => Words(entity, entity.ClrType.Name.Split('`')[0])).ToList()));
        var searched = PersonalColumns.All.Select(column => $"{column.Entity.Name}.{column.Property}").ToHashSet();
        Assert.True(columns.Count > 150);
        Guard.None(columns.Where(column => !searched.Contains(column) && !Impersonal.Any(known => column.StartsWith(known, StringComparison.Ordinal) || column.EndsWith("." + known, StringComparison.Ordinal))));
        Guard.None(searched.Where(column => !columns.Contains(column)));
    }

    [Fact]
    public async Task One_file_holds_what_is_held_about_a_person_in_every_place()
    {
        await PutAsync(withActs: true);
        var admin = await app.SignedInAsync("admin");
        var found = await SearchAsync(admin);
        var mark = await app.HistoryMarkAsync();
        using var answer = await PostAsync(admin, found, "/personal-data?handler=File&form=json");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        using var json = JsonDocument.Parse(text);
        var values = json.RootElement.GetProperty("Records").EnumerateArray().SelectMany(record => record.GetProperty("Values").EnumerateArray()).Select(value => value.GetProperty("What").GetString()).ToHashSet();
        // Put into every column beforehand.
        foreach (var column in new[] { "Business.Contact.Name", "Business.Contact.Phone", "Business.Contact.Email", "Nomination.Establishment.ContactName", "Nomination.Establishment.Representative", "Comment.Name", "Comment.Contact", "OutgoingMail.To", "OutgoingMail.Body", "AppUser.FullName", "AppUser.Email", "Judge.Name", "PersonalRequest.Who", "Certificate.IssuedBy.Name" })
        {
            Assert.Contains(column, values);
        }

        Assert.Contains(Name, text, StringComparison.Ordinal);
        var entry = Assert.Single(await app.HistorySinceAsync(mark));
        Assert.Equal((AuditAct.Exported, "du-lieu-ca-nhan.json"), (entry.Act, entry.Subject));
        Assert.Contains("du-lieu-ca-nhan.json", (await admin.OpenAsync("/personal-data/exports?file=ca-nhan")).TextAt("main table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_leaves_marks_result_and_verification_and_no_trace_but_what_the_page_says()
    {
        await PutAsync(withActs: false);
        var snapshots = await app.ReadAsync(db => db.Snapshots.OrderBy(one => one.Id).Select(one => one.Sha256 + Convert.ToHexString(one.Content)).ToListAsync());
        var marks = await app.ReadAsync(db => db.Set<Mark>().OrderBy(one => one.Id).Select(one => one.Points).ToListAsync());
        var admin = await app.SignedInAsync("admin");
        var found = await SearchAsync(admin);
        Assert.Contains("Người liên hệ của doanh nghiệp", found.Text, StringComparison.Ordinal);

        var preview = await admin.SubmitAsync(found.Form(Results), "Xem trước việc xoá");
        Assert.Equal(5, preview.TextsAt(".badge").Count(badge => badge == "Xoá"));
        var refused = await admin.SubmitAsync(preview, ("Input.Reason", $"Theo yêu cầu của {Name}"));
        Assert.Contains("không được nêu tên", Assert.Single(refused.Errors), StringComparison.Ordinal);
        var mark = await app.HistoryMarkAsync();
        await admin.SubmitAsync(refused, ("Input.Reason", "Yêu cầu số 1"));

        var entry = Assert.Single(await app.HistorySinceAsync(mark), one => one.Act == AuditAct.PersonalDataErased);
        Assert.Equal("Yêu cầu số 1", entry.Reason);
        // What is left stands in the history of the account, as the page has said before: nobody can change that.
        Assert.Contains("Nhật ký", preview.TextAt("section[aria-labelledby=place-history] h2"), StringComparison.Ordinal);
        Assert.All(await TracesAsync(), trace => Assert.StartsWith("AuditEntries.", trace, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, await app.ReadAsync(db => db.AuditEntries.CountAsync(one => one.Kind != nameof(AppUser) && (one.Subject.Contains(Name) || one.Subject.Contains(Email) || one.Changes.Contains(Email)))));
        Assert.Equal(snapshots, await app.ReadAsync(db => db.Snapshots.OrderBy(one => one.Id).Select(one => one.Sha256 + Convert.ToHexString(one.Content)).ToListAsync()));
        Assert.Equal(marks, await app.ReadAsync(db => db.Set<Mark>().OrderBy(one => one.Id).Select(one => one.Points).ToListAsync()));
        Assert.All(await app.ReadAsync(db => db.Snapshots.ToListAsync()), one => Assert.Equal(one.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(one.Content))));
        Assert.Empty((await SearchAsync(admin)).Document.QuerySelectorAll("main input[type=checkbox]"));
    }

    [Fact]
    public async Task What_is_past_its_term_is_counted_and_erased_by_an_administrator_and_never_by_itself()
    {
        await PutAsync(withActs: false);
        var admin = await app.SignedInAsync("admin");
        await admin.SubmitAsync(await admin.OpenAsync("/personal-data/retention"), ("Input.Mail", "12"), ("Input.Contact", "Phòng Quản lý công nghiệp Ế Ữ"));
        Assert.Contains("Phòng Quản lý công nghiệp Ế Ữ", (await app.Visitor().OpenAsync("/privacy")).Text, StringComparison.Ordinal);
        Assert.Contains("12 tháng sau khi soạn thư", (await app.Visitor().OpenAsync("/privacy")).Text, StringComparison.Ordinal);
        app.Clock.Now += TimeSpan.FromDays(300);
        Assert.Empty((await (await app.SignedInAsync("admin")).OpenAsync("/personal-data/retention")).Document.QuerySelectorAll("form[action$='Erase']"));
        app.Clock.Now += TimeSpan.FromDays(100);
        admin = await app.SignedInAsync("admin");
        var page = await admin.OpenAsync("/personal-data/retention");
        Assert.Equal(1, await app.ReadAsync(db => db.Mails.CountAsync(mail => mail.ErasedAt == null)));
        await admin.SubmitAsync(page.Form("form[action$='Erase']"), null, ("Input.Reason", "Quá thời hạn lưu"));
        Assert.Equal(0, await app.ReadAsync(db => db.Mails.CountAsync(mail => mail.ErasedAt == null)));
        Assert.Contains(Name, await app.ReadAsync(db => db.Businesses.Where(one => one.Number == 14).Select(one => one.Contact.Name!).SingleAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-18", "20/11/2026")]
    [InlineData("2026-11-20", "24/11/2026")]
    public async Task A_request_is_due_after_two_working_days(string received, string due)
    {
        var admin = await app.SignedInAsync("admin");
        var page = await admin.OpenAsync("/personal-data/requests");
        page = await admin.SubmitAsync(page.Form("form[action='/personal-data/requests']"), null, ("Input.Who", Name), ("Input.ReceivedOn", received));
        Assert.Contains($"Hạn trả lời {due}", page.Text, StringComparison.Ordinal);
        page = await admin.SubmitAsync(page.Form("form[action*='handler=Done']"), null, ("Input.Outcome", "Đã gửi tệp dữ liệu"));
        Assert.Contains("Đã trả lời", page.Text, StringComparison.Ordinal);
        Assert.Empty(await app.ReadAsync(db => db.AuditEntries.Where(entry => entry.Changes.Contains("Tr\\u1ECBnh") || entry.Subject.Contains(Name)).ToListAsync()));
    }

    // The same person in every place.
    private Task PutAsync(bool withActs) => app.ChangeAsync(async db =>
    {
        var now = app.Clock.Now.UtcDateTime;
        var business = await db.Businesses.SingleAsync(one => one.Number == 14);
        business.Change(new BusinessDetails(business.Name, business.TaxCode, business.TaxCodeReason, business.Address, new Contact(Name, Phone, Email), business.Ownership, business.Website));
        var judging = await db.Programmes.SingleAsync(one => one.Year == 2026);
        var nomination = await db.Nominations.FirstAsync(one => one.ProgrammeId == judging.Id && one.Number == 14);
        nomination.Change(judging, nomination.Establishment with { ContactName = Name, ContactPhone = Phone, ContactEmail = Email, Representative = withActs ? Name : nomination.Establishment.Representative }, "Bổ sung người liên hệ");
        db.Add(new OutgoingMail(Email, Name, "Thông báo", $"Kính gửi {Name}", Officers.Hoa, now).ToBusiness(MailKind.ResultLetter, business.Id, nomination.Id));
        var mail = db.ChangeTracker.Entries<OutgoingMail>().Single().Entity;
        mail.Begin(now);
        mail.Sent(now);
        var published = await db.Programmes.SingleAsync(one => one.Year == 2025);
        db.Entry(published).Property(one => one.Stage).CurrentValue = Stage.Consultation;
        db.Add(Comment.Enter(published, 900, new CommentDetails(Name, null, Email, null, "Ý kiến"), HanoiTime.DayOf(now), [], "ma-rieng-900", Officers.Hoa, now));
        db.Entry(published).Property(one => one.Stage).CurrentValue = Stage.Recognised;
        var user = new AppUser { FullName = Name, UserName = Email, Email = Email, NormalizedEmail = Email.ToUpperInvariant(), NormalizedUserName = Email.ToUpperInvariant(), PhoneNumber = Phone, IsActive = withActs };
        user.IsActive = withActs;
        db.Add(user);
        if (withActs)
        {
            db.Add(new Judge(judging, user.Id, new JudgeDetails(Name, null, null, CouncilRole.Member)));
            db.Add(new PersonalRequest(1, PersonalRequestKind.Access, Name, null, HanoiTime.DayOf(now), HanoiTime.DayOf(now)));
            await db.FreeAsync("Certificates");
            await db.Database.ExecuteSqlAsync($"UPDATE Certificates SET IssuedBy_Name = {Name} WHERE Year = 2025 AND Number = 1");
        }
    });

    private static async Task<Page> SearchAsync(Visitor admin) =>
        await admin.SubmitAsync(await admin.OpenAsync("/personal-data"), ("Input.Name", Name), ("Input.Email", Email), ("Input.Phone", Phone));

    private static Task<HttpResponseMessage> PostAsync(Visitor admin, Page page, string address) => admin.PostAsync(address, [.. page.Form(Results).QuerySelectorAll("input[name]")
        .Where(input => input.GetAttribute("type") != "checkbox" || input.HasAttribute("checked")).Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? ""))]);

    // Walks every table and every column of the database, whatever the program thinks of it.
    private Task<List<string>> TracesAsync() => app.ReadAsync(async db =>
    {
        var found = new List<string>();
        foreach (var table in await db.TableNamesAsync())
        {
            foreach (var column in await db.ColumnNamesAsync(table))
            {
                foreach (var value in new[] { Name, Email, Email.ToUpperInvariant(), Phone, JsonEncodedText.Encode(Name).ToString() })
                {
                    var count = await db.Database.SqlQuery<int>(FormattableStringFactory.Create("SELECT CAST(count(*) AS INTEGER) AS \"Value\" FROM \"" + table + "\" WHERE instr(CAST(\"" + column + "\" AS TEXT), {0}) > 0", value)).SingleAsync();
                    if (count > 0)
                    {
                        found.Add($"{table}.{column}: {value}");
                    }
                }
            }
        }

        return found;
    });

    private static IEnumerable<string> Words(ITypeBase type, string path) => type.GetProperties().Where(property => property.ClrType == typeof(string)).Select(property => $"{path}.{property.Name}")
        .Concat(type.GetComplexProperties().SelectMany(complex => Words(complex.ComplexType, $"{path}.{complex.Name}")));
}
