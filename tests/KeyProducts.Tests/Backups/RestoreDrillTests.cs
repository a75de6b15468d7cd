using System.Net;
using System.Security.Cryptography;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Backups;
using KeyProducts.Web.Commands;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Backups;

/// <summary>The restore drill: what is backed up on one machine goes on living on an empty one.</summary>
public sealed class RestoreDrillTests
{
    private const string Sheet = "/programmes/2026/judging/14";

    [Fact(DisplayName = "Restore drill: year with evidence, backup, empty machine, restore; snapshot verifies, evidence hashes match, a judge goes on scoring, the history is whole")]
    public async Task A_year_with_evidence_lives_on_from_its_backup_on_an_empty_machine()
    {
        using var machine = new TemporaryFolder();
        string backup;
        List<string> snapshots;
        List<(string Hash, long Size)> evidence;
        long entries;
        string markField, typed;
        using (var app = TestApp.OnSqlite())
        {
            var before = await app.SignedInAsync("judge1", "en");
            var open = await before.OpenAsync(Sheet);
            markField = open.At("[data-mark]").GetAttribute("name")!;
            typed = (await before.SubmitAsync(open.Form("form[data-sheet]"), null, (markField, "3.5"))).ValueOf(markField);
            Assert.Equal("3.5", typed);
            var admin = await app.SignedInAsync("admin");
            await admin.SubmitAsync(await admin.OpenAsync("/backups"));
            await app.Services.GetRequiredService<BackupDesk>().Asked;
            snapshots = await app.ReadAsync(db => db.Snapshots.Select(one => one.Sha256).Order().ToListAsync());
            evidence = [.. (await app.ReadAsync(db => db.Evidence.Select(one => new { one.Sha256, one.Size }).Distinct().ToListAsync())).Select(one => (one.Sha256, one.Size))];
            // The entry on the backup itself comes after it.
            entries = await app.ReadAsync(db => db.AuditEntries.LongCountAsync()) - 1;
            backup = Path.Combine(machine.Path, "ban-sao.zip");
            File.Copy(Directory.EnumerateFiles(Path.Combine(app.Folder, "backups"), "*.zip").Single(), backup);
        }

        Assert.NotEmpty(snapshots);
        Assert.NotEmpty(evidence);
        var data = Path.Combine(machine.Path, "data");
        var (code, said, error) = await ProgramRun.RunAsync(data, "restore", backup);
        Assert.True(code == 0, error);
        Assert.Contains("Restored into", said, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(data, "replaced-*"));

        using var restored = new FolderApp(data);
        Assert.Equal(snapshots, await restored.ReadAsync(db => db.Snapshots.Select(one => one.Sha256).Order().ToListAsync()));
        foreach (var content in await restored.ReadAsync(db => db.Snapshots.Select(one => one.Content).ToListAsync()))
        {
            Assert.True(SnapshotCheck.Of(content).IsRight);
        }

        var store = restored.Services.GetRequiredService<EvidenceFiles>();
        foreach (var (hash, size) in evidence)
        {
            var content = await File.ReadAllBytesAsync(store.PlaceOf(hash));
            Assert.Equal((hash, size), (Convert.ToHexStringLower(SHA256.HashData(content)), content.LongLength));
        }

        var judge = await restored.SignedInAsync("judge1", "en");
        var sheet = await judge.OpenAsync(Sheet);
        Assert.Equal("3.5", sheet.ValueOf(markField));
        var saved = await judge.SubmitAsync(sheet.Form("form[data-sheet]"), null, (markField, "4.5"));
        Assert.Equal((HttpStatusCode.OK, "4.5"), (saved.Status, (await judge.OpenAsync(Sheet)).ValueOf(markField)));

        await using (var scope = restored.Services.CreateAsyncScope())
        await using (var output = new StringWriter())
        {
            Assert.True(await CheckCommand.RunAsync(scope.ServiceProvider, output) == 0, output.ToString());
        }

        var history = await restored.ReadAsync(db => db.AuditEntries.Where(entry => entry.Sequence > entries).OrderBy(entry => entry.Sequence).ToListAsync());
        Assert.Equal([AuditAct.BackupRestored, AuditAct.SignedIn, AuditAct.Changed], history.Select(entry => entry.Act));
        Assert.StartsWith("ban-sao.zip, ", history[0].Subject, StringComparison.Ordinal);
        var auditor = await restored.SignedInAsync("auditor", "en");
        Assert.Contains("KeyProducts restored a backup: ban-sao.zip", (await auditor.OpenAsync("/history")).Text, StringComparison.Ordinal);
    }
}
