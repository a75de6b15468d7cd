using KeyProducts.Domain;
using KeyProducts.Web.Import;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Support;

/// <summary>
/// The demonstration, whose years are recognised and in judging, with 2027 beside it that takes nominations: so that every page has a
/// year in which it opens.
/// </summary>
public sealed class EveryStage : IAsyncLifetime
{
    private const string CouncilFile = "hoi-dong.xlsx", WorkbookFile = "cham-diem.xlsx";
    private const string PastFile = "danh-sach-cu.xlsx";

    /// <summary>The key of a passkey of the first judge.</summary>
    public const string Passkey = "demo";

    /// <summary>The years.</summary>
    public static readonly IReadOnlyList<int> Years = [2025, 2026, 2027];

    /// <summary>A year whose provisional list is open for comments: with the pages of the consultation alone.</summary>
    public const int InConsultation = 2028;

    /// <summary>A nomination that is there in a year.</summary>
    public static int NumberIn(int year) => year >= 2027 ? 1 : 14;

    /// <summary>A file that the officer has sent for 2027 and not imported yet: of nominations, or of the council.</summary>
    public static Guid DraftIn(TestApp app, bool ofCouncil = false) =>
        Directory.EnumerateFiles(Path.Combine(app.Folder, "imports"), "*.json").Where(file => File.ReadAllText(file) is var notes && notes.Contains(CouncilFile, StringComparison.Ordinal) == ofCouncil && !notes.Contains(WorkbookFile, StringComparison.Ordinal) && !notes.Contains(PastFile, StringComparison.Ordinal))
            .Select(file => Guid.Parse(Path.GetFileNameWithoutExtension(file))).Single();

    /// <summary>The old list that the officer has sent and not imported yet.</summary>
    public static Guid PastDraftIn(TestApp app) =>
        Directory.EnumerateFiles(Path.Combine(app.Folder, "imports"), "*.json").Where(file => File.ReadAllText(file).Contains(PastFile, StringComparison.Ordinal))
            .Select(file => Guid.Parse(Path.GetFileNameWithoutExtension(file))).Single();

    /// <summary>The workbook of marks that the first judge has sent for 2026 and not taken over yet.</summary>
    public static Guid WorkbookIn(TestApp app) =>
        Directory.EnumerateFiles(Path.Combine(app.Folder, "imports"), "*.json").Where(file => File.ReadAllText(file).Contains(WorkbookFile, StringComparison.Ordinal))
            .Select(file => Guid.Parse(Path.GetFileNameWithoutExtension(file))).Single();

    /// <summary>The program.</summary>
    public TestApp App { get; } = new();

    public async Task InitializeAsync()
    {
        await App.ChangeAsync(async db =>
        {
            var last = await db.Programmes.WithTables().SingleAsync(programme => programme.Year == 2026);
            var year = last.CopyFor(2027);
            year.Set(JudgingRules.Usual with { IsSealed = true });
            year.Advance(ProgrammeCounts.None, "Thử các trang của năm đang nhận hồ sơ");
            db.Add(year);
            // Judges of the recognised year read each other's marks; of the one in judging no. 1 was discussed.
            var recognised = await db.Programmes.SingleAsync(programme => programme.Year == 2025);
            db.Entry(recognised).ComplexProperty(programme => programme.Judging).Property(judging => judging.OthersMarks).CurrentValue = OthersMarks.AfterClosing;
            var discussed = await db.Nominations.SingleAsync(one => one.ProgrammeId == last.Id && one.Number == 1);
            db.Add(new Discussion(last, discussed, HanoiTime.DayOf(App.Clock.Now.UtcDateTime), "Hội đồng thảo luận về tăng trưởng.", 12m, Officers.Hoa, App.Clock.Now.UtcDateTime));
            var business = await db.Businesses.OrderBy(business => business.Number).FirstAsync();
            var content = new NominationContent(new BilingualName("Đồng hồ nước điện tử Ế Ữ", "Electronic water meter"), null, year.Industries[0].Id, year.Tracks[0].Id, null);
            var nomination = new Nomination(year, business, content, new DateOnly(2026, 11, 20));
            db.Add(nomination);
            var file = await db.Evidence.Select(evidence => new StoredFile(evidence.Sha256, evidence.Size, evidence.ContentType)).FirstAsync();
            db.Add(new Evidence(year, nomination, "Chứng nhận.pdf", file, EvidencePlace.Of(DossierSection.Standards), 0, Officers.Hoa, App.Clock.Now.UtcDateTime, null));
            var user = await db.FindByEmailAsync("judge1@demo.local");
            db.Add(new Judge(year, user.Id, new JudgeDetails("Nguyễn Thị Hồng Vượng", "Lãnh đạo Sở", "Sở Công Thương Hà Nội", CouncilRole.Chair)));
            db.Add(new IdentityUserPasskey<Guid>
            {
                UserId = user.Id,
                CredentialId = WebEncoders.Base64UrlDecode(Passkey),
                Data = new IdentityPasskeyData { Name = "Máy tính Ế Ữ", CreatedAt = App.Clock.Now, PublicKey = [1], Transports = [], AttestationObject = [1], ClientDataJson = [1] },
            });
            await AskAsync(db, last, business, file);
            // A mail that was given up, so that its page has everything to show.
            var mail = new OutgoingMail("judge1@demo.local", "Nguyễn Thị Hồng Vượng", "Nhắc chấm điểm Ế Ữ", "Kính gửi Hội đồng Ế Ữ", Officers.Hoa, App.Clock.Now.UtcDateTime);
            mail.Begin(App.Clock.Now.UtcDateTime);
            mail.Fail("The mail server refuses the address.", isFinal: true, App.Clock.Now.UtcDateTime);
            db.Add(mail);
            db.AddRange(Years.Select(one => new PastProduct(new PastProductContent(one, "Máy tiện Ế Ữ", "Công ty Cơ khí Ế Ữ", "0100233488", "Cơ khí", true, "Báo Ế Ữ"), null)));
        });
        var officer = await App.ReadAsync(async db => (await db.FindByEmailAsync("officer@demo.local")).Id);
        var file = ImportFile.Xlsx(
            ["Số đăng ký", "Tên doanh nghiệp", "Tên sản phẩm", "Ngành", "Diện đăng ký", "Mô tả sản phẩm"],
            [null, "Công ty TNHH Đường Ế Ữ", "Máy bơm Ế Ữ", "Điện", "Sản phẩm công nghệ cao", null],
            [1, null, "Đồng hồ nước điện tử Ế Ữ 2", null, null, "Có mạch đo siêu âm"]);
        await App.Services.GetRequiredService<ImportDrafts>().AddAsync(officer, 2027, "danh-sach.xlsx", file);
        var council = ImportFile.Xlsx(
            ["TT", "Thư điện tử", "Họ và tên", "Vai trò", "Tiêu chí chấm"],
            [1, "judge1@demo.local", "Nguyễn Thị Hồng Vượng", "Chủ tịch", null],
            [2, "judge2@demo.local", "Trần Đức Lưỡng", "Phó Chủ tịch", "1; 2.1"],
            [3, "khong-co@demo.local", "Đỗ Thị Ữ", null, "9.9"]);
        await App.Services.GetRequiredService<ImportDrafts>().AddAsync(officer, 2027, CouncilFile, council);
        var past = ImportFile.Xlsx(["Tên sản phẩm", "Tên doanh nghiệp", "Năm", "Nguồn"], ["Quạt trần Ế Ữ", "Công ty Quạt Ế Ữ", 2010, "Báo Ế Ữ"], ["Quạt hỏng Ế Ữ", null, 1999, null]);
        await App.Services.GetRequiredService<ImportDrafts>().AddAsync(officer, 0, PastFile, past);
        await PaperWork.EnterAsync(App, 2026, 14, Officers.Hoa);
        if (!await App.Services.GetRequiredService<KeyProducts.Web.Backups.BackupDesk>().TryAsync(KeyProducts.Web.Backups.BackupKind.Daily, null, default))
        {
            // On PostgreSQL the program makes none; one of before it moved there may lie in the folder.
            Assert.True(PostgresCluster.IsAsked);
            await File.WriteAllBytesAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(App.Folder, "backups")).FullName, "keyproducts-20261101-013000-daily.zip"), "PK"u8.ToArray());
        }
        await App.Services.GetRequiredService<ImportDrafts>().AddAsync(
            await App.ReadAsync(async db => (await db.FindByEmailAsync("judge1@demo.local")).Id), 2026, WorkbookFile, await PaperWork.WorkbookAsync(App, "judge1", 2026));
    }

    // A year in consultation with a comment that nobody has answered, and one of the recognised year that was.
    private async Task AskAsync(AppDbContext db, Programme model, Business business, StoredFile file)
    {
        var now = App.Clock.Now.UtcDateTime;
        var asking = model.CopyFor(InConsultation);
        asking.Advance(ProgrammeCounts.None, "Thử các trang lấy ý kiến");
        var content = new NominationContent(new BilingualName("Cân điện tử Ế Ữ", "Electronic scales"), null, asking.Industries[0].Id, asking.Tracks[0].Id, null);
        var nomination = new Nomination(asking, business, content, new DateOnly(2026, 11, 20));
        db.AddRange(asking, nomination);
        db.Entry(asking).Property(one => one.Stage).CurrentValue = Stage.Consultation;
        db.Entry(nomination).Property(one => one.Status).CurrentValue = NominationStatus.Accepted;
        asking.PublishConsultation(new ConsultationTerms("Phòng Quản lý công nghiệp Ế Ữ", ShowsScores: true, ShowsAll: true), new DateOnly(2026, 11, 20), new DateOnly(2026, 12, 1), now);
        var details = new CommentDetails("Đỗ Thị Góp Ý", null, "gop-y@vidu.example", 1, "Ý kiến Ế Ữ");
        db.Add(Comment.Send(asking, 1, details, hasConsented: true, [new CommentFile("Góp ý.pdf", file)], "0123456789abcdef0123456789abcdef", now));
        var recognised = await db.Programmes.SingleAsync(programme => programme.Year == 2025);
        db.Entry(recognised).Property(one => one.Stage).CurrentValue = Stage.Consultation;
        var answered = Comment.Enter(recognised, 1, details with { Nomination = null }, new DateOnly(2025, 10, 12), [], "fedcba9876543210fedcba9876543210", Officers.Hoa, now);
        answered.Close(recognised, CommentState.Answered, "Đã trả lời Ế Ữ.", Officers.Hoa, now);
        recognised.AttachDecision(new DecisionScan("5012.pdf", file.Sha256, file.Size, file.ContentType), null);
        db.Entry(recognised).Property(one => one.Stage).CurrentValue = Stage.Recognised;
        db.Add(answered);
        // The letter with its result has left to a business of the recognised year.
        var told = await db.Nominations.SingleAsync(one => one.ProgrammeId == recognised.Id && one.Number == NumberIn(2025));
        db.Add(new OutgoingMail("doanh-nghiep@vidu.example", "Đỗ Thị Ế", "Kết quả xét chọn Ế Ữ", "Kính gửi Quý doanh nghiệp Ế Ữ", Officers.Hoa, now, recognised.Id)
            .ToBusiness(MailKind.ResultLetter, told.BusinessId, told.Id)
            .With(new MailAttachment("ket-qua-2025-14.pdf", "application/pdf", SampleFiles.Pdf())));
    }

    public Task DisposeAsync()
    {
        App.Dispose();
        return Task.CompletedTask;
    }
}
