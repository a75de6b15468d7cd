using System.IO.Compression;
using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Backups;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Backups;

/// <summary>Making backups: by the page, by the clock, and what they say of themselves.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly TestApp app = TestApp.OnSqlite();

    public void Dispose() => app.Dispose();

    private BackupDesk Desk => app.Services.GetRequiredService<BackupDesk>();

    private BackupFolder Folder => app.Services.GetRequiredService<BackupFolder>();

    private BackupRounds Rounds => app.Services.GetRequiredService<BackupRounds>();

    private EvidenceFiles Store => app.Services.GetRequiredService<EvidenceFiles>();

    [Fact]
    public async Task An_administrator_backs_up_sees_it_and_takes_it_with_the_own_password_and_the_history_tells_both()
    {
        var admin = await app.SignedInAsync("admin", "en");
        var empty = await admin.OpenAsync("/backups");
        Assert.Contains("There is no backup yet.", empty.TextAt(".notice.wrong"), StringComparison.Ordinal);
        Assert.Contains("the same disk as the data", empty.Text, StringComparison.Ordinal);
        Assert.Contains("There is no backup yet.", (await admin.OpenAsync("/")).Text, StringComparison.Ordinal);
        var mark = await app.HistoryMarkAsync();

        var begun = await admin.SubmitAsync(empty);
        Assert.Contains("A backup is being made.", begun.TextAt(".notice.done"), StringComparison.Ordinal);
        await Desk.Asked;
        app.Clock.Now += TimeSpan.FromHours(7);
        var page = await admin.OpenAsync("/backups");
        Assert.Contains("The last backup is 7 hours old and was verified.", page.TextAt(".notice.done"), StringComparison.Ordinal);
        var row = Assert.Single(page.TextsAt("tbody tr"));
        Assert.Contains("on demand", row, StringComparison.Ordinal);
        Assert.Contains("verified", row, StringComparison.Ordinal);
        Assert.DoesNotContain("backup", (await admin.OpenAsync("/")).Text, StringComparison.OrdinalIgnoreCase);

        var file = Assert.Single(Folder.List());
        Assert.Equal($"keyproducts-20261122-100000-on-demand.zip", file.Name);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.Path));
        }

        var show = await admin.OpenAsync($"/backups/{file.Name}");
        Assert.Contains(file.Manifest!.History!.Hash, show.Text, StringComparison.Ordinal);
        var refused = await admin.SubmitAsync(show, ("Input.Password", "sai-mật-khẩu"));
        Assert.Equal((HttpStatusCode.BadRequest, "The password is wrong."), (refused.Status, Assert.Single(refused.Errors)));
        Assert.DoesNotContain(await app.HistorySinceAsync(mark), entry => entry.Act == AuditAct.Exported);
        var taken = await admin.SubmitAsync(show, ("Input.Password", Seeding.Password));
        Assert.StartsWith("PK", taken.Body, StringComparison.Ordinal);

        var history = (await app.HistorySinceAsync(mark)).Where(entry => entry.Kind == BackupDesk.Kind).ToList();
        Assert.Equal([AuditAct.BackupMade, AuditAct.Exported], history.Select(entry => entry.Act));
        Assert.All(history, entry => Assert.True(entry.UserId is not null && entry.Subject == file.Name));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.OpenAsync("/backups/keyproducts-20000101-000000-daily.zip")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.OpenAsync("/backups/..%2Fkeyproducts.db")).Status);
    }

    [Fact]
    public async Task A_backup_holds_database_keys_and_all_evidence_and_leaves_nothing_half_written()
    {
        Directory.CreateDirectory(Path.Combine(app.Folder, "backups"));
        // What a power cut has left.
        File.WriteAllText(Path.Combine(app.Folder, "backups", ".keyproducts-0.part"), "half");
        File.WriteAllText(Path.Combine(app.Folder, "backups", ".keyproducts-0.db"), "half");

        var file = await MakeAsync(BackupKind.Daily);

        Assert.Equal([file.Path], Directory.EnumerateFileSystemEntries(Path.Combine(app.Folder, "backups")));
        var manifest = file.Manifest!;
        using var zip = ZipFile.OpenRead(file.Path);
        var expected = Store.Hashes().Select(hash => $"evidence/{hash[..2]}/{hash}")
            .Concat(Directory.EnumerateFiles(Path.Combine(app.Folder, "keys")).Select(key => "keys/" + Path.GetFileName(key)))
            .Concat(["keyproducts.db", "manifest.json"]).Order(StringComparer.Ordinal);
        Assert.Equal(expected, zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        Assert.Equal(await app.ReadAsync(db => Task.FromResult(db.AuditEntries.LongCount())), manifest.Tables["AuditEntries"]);
        Assert.Equal(await app.ReadAsync(db => Task.FromResult(db.Set<AuditHead>().Select(head => new HistoryEnd(head.Sequence, head.Hash)).Single())), manifest.History);
        Assert.True(manifest is { IsComplete: true, Format: BackupManifest.ThisFormat, By: "KeyProducts" });
    }

    [Theory(DisplayName = "The daily backup is due from its time in Hà Nội on, once, and a missed one is made up for")]
    [InlineData("2026-11-22T18:29:00Z", "2026-11-21T18:30:05Z", false)] // 01:29 in Hà Nội, made yesterday
    [InlineData("2026-11-22T18:30:00Z", "2026-11-21T18:30:05Z", true)]
    [InlineData("2026-11-22T18:31:00Z", "2026-11-22T18:30:05Z", false)]
    [InlineData("2026-11-25T03:00:00Z", "2026-11-21T18:30:05Z", true)] // the machine was off for days
    [InlineData("2026-11-22T03:00:00Z", null, true)]
    [InlineData("2026-11-22T03:00:00Z", "2031-01-01T00:00:00Z", true)] // the clock was wrong
    public void Due(string now, string? last, bool isDue) =>
        Assert.Equal(isDue, BackupRounds.IsDue(Time(now), new TimeOnly(1, 30), last is null ? null : Time(last)));

    [Fact]
    public async Task The_clock_makes_one_backup_a_day_and_keeps_fourteen_without_pushing_out_those_asked_for()
    {
        var asked = await MakeAsync(BackupKind.OnDemand);
        Assert.True(await Rounds.RunAsync(default));
        Assert.False(await Rounds.RunAsync(default));
        for (var day = 1; day <= 15; day++)
        {
            app.Clock.Now += TimeSpan.FromDays(1);
            Assert.True(await Rounds.RunAsync(default));
        }

        var files = Folder.List();
        Assert.Equal(15, files.Count);
        Assert.Contains(files, file => file.Path == asked.Path);
        Assert.Equal(app.Clock.Now.UtcDateTime, files[0].Manifest!.MadeAt);
    }

    [Fact]
    public async Task Backups_made_while_the_clock_was_wrong_do_not_push_out_those_of_the_right_time()
    {
        var now = app.Clock.Now;
        app.Clock.Now += TimeSpan.FromDays(400);
        for (var wrong = 0; wrong < 14; wrong++)
        {
            app.Clock.Now += TimeSpan.FromDays(1);
            Assert.True(await Rounds.RunAsync(default));
        }

        app.Clock.Now = now;
        for (var day = 1; day <= 14; day++)
        {
            app.Clock.Now += TimeSpan.FromDays(1);
            Assert.True(await Rounds.RunAsync(default));
        }

        Assert.Equal(Enumerable.Range(1, 14).Select(day => (now + TimeSpan.FromDays(15 - day)).UtcDateTime), Folder.List().Select(file => file.Manifest!.MadeAt));
    }

    [Fact]
    public async Task Evidence_that_is_missing_is_told_and_does_not_push_out_complete_backups()
    {
        var complete = await MakeAsync(BackupKind.Daily);
        var hashes = Store.Hashes();
        File.Delete(Store.PlaceOf(hashes[0]));
        await File.WriteAllTextAsync(Store.PlaceOf(hashes[1]), "hỏng");
        for (var day = 1; day <= 15; day++)
        {
            app.Clock.Now += TimeSpan.FromHours(1);
            await MakeAsync(BackupKind.Daily);
        }

        var files = Folder.List();
        Assert.Equal(15, files.Count);
        Assert.Equal(complete.Path, files[^1].Path);
        Assert.Equal(["Damaged", "Missing"], files[0].Manifest!.Missing.Select(one => one.State).Order());
        var admin = await app.SignedInAsync("admin", "en");
        var page = await admin.OpenAsync("/backups");
        Assert.Contains("The newest backup is not complete; the last complete one is 15 hours old.", page.TextAt(".notice.warn"), StringComparison.Ordinal);
        Assert.Contains("when the newest backup was made: 2.", page.Text, StringComparison.Ordinal);
        Assert.Contains("The newest backup is not complete", (await admin.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains(hashes[0], (await admin.OpenAsync($"/backups/{files[0].Name}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_told_in_the_readers_language_survives_a_restart_and_is_over_with_the_next_backup()
    {
        await MakeAsync(BackupKind.Daily);
        app.Clock.Now += TimeSpan.FromDays(3);
        // A file in the place of the folder: nothing can be written there, by root neither.
        var folder = Path.Combine(app.Folder, "backups");
        Directory.Move(folder, folder + "-away");
        await File.WriteAllTextAsync(folder, "");
        Assert.False(await Desk.TryAsync(BackupKind.Daily, null, default));
        File.Delete(folder);
        Directory.Move(folder + "-away", folder);

        var admin = await app.SignedInAsync("admin");
        var page = await admin.OpenAsync("/backups");
        Assert.Contains("Đã 3 ngày chưa có bản sao lưu đầy đủ.", page.TextAt(".notice.wrong"), StringComparison.Ordinal);
        Assert.Contains("Lần sao lưu lúc 25/11/2026 10:00:00:", page.Text, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(app.Folder, "backup-failure.json")));
        Assert.False(await Rounds.RunAsync(default));

        app.Clock.Now += TimeSpan.FromMinutes(61);
        Assert.True(await Rounds.RunAsync(default));
        Assert.Contains("một phút", (await admin.OpenAsync("/backups")).TextAt(".notice.done"), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(app.Folder, "backup-failure.json")));
    }

    [Fact]
    public async Task A_file_that_any_table_refers_to_is_in_it_such_as_the_scan_of_a_decision()
    {
        var scan = (await Store.AddScanAsync(new MemoryStream(SampleFiles.Pdf("Quyết định 5012")), "5012.pdf", 1)).File;
        await app.ChangeAsync(async db =>
        {
            var year = await db.Programmes.SingleAsync(one => one.Year == 2025);
            db.Entry(year).Property(one => one.Stage).CurrentValue = Stage.Consultation;
            year.AttachDecision(new DecisionScan("5012.pdf", scan.Sha256, scan.Size, scan.ContentType), null);
            db.Entry(year).Property(one => one.Stage).CurrentValue = Stage.Recognised;
        });

        var file = await MakeAsync(BackupKind.OnDemand);

        Assert.Contains(scan.Sha256, Store.Hashes());
        Assert.Equal(Store.Hashes(), file.Manifest!.Evidence.Select(part => part.Sha256).Order(StringComparer.Ordinal));
    }

    private static DateTime Time(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);

    private async Task<BackupFile> MakeAsync(BackupKind kind)
    {
        Assert.True(await Desk.TryAsync(kind, kind == BackupKind.OnDemand ? new Person(Guid.NewGuid(), "Nguyễn Thị Lưu") : null, default), Desk.State().Failure?.Sentence);
        return Folder.List()[0];
    }
}
