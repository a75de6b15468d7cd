using System.IO.Compression;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Backups;
using KeyProducts.Web.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KeyProducts.Tests.Backups;

/// <summary>Restoring: what is refused, what is kept, and what an interruption leaves; and the backup before an upgrade.</summary>
public sealed class RestoreTests : IClassFixture<RestoreTests.Backup>, IDisposable
{
    private readonly Backup backup;
    private readonly TemporaryFolder machine = new();

    public RestoreTests(Backup backup)
    {
        this.backup = backup;
        Data = Path.Combine(machine.Path, "data");
    }

    private string Data { get; }

    public void Dispose() => machine.Dispose();

    [Fact]
    public async Task What_is_replaced_is_kept_whole_and_told_by_the_history()
    {
        await RestoreAsync(backup.Path);
        long sequence;
        using (var app = new FolderApp(Data))
        {
            await app.SignedInAsync("judge2");
            sequence = await app.ReadAsync(db => db.Set<AuditHead>().Select(head => head.Sequence).SingleAsync());
        }

        SqliteConnection.ClearAllPools();
        var restored = await RestoreAsync(backup.Path);
        var aside = Assert.Single(restored.Aside);
        Assert.Equal(sequence, DatabaseFacts.Of(Path.Combine(aside, "keyproducts.db")).History!.Sequence);
        Assert.True(Directory.Exists(Path.Combine(aside, "keys")) && Directory.Exists(Path.Combine(aside, "evidence")));
        using var again = new FolderApp(Data);
        var entry = await again.ReadAsync(db => db.AuditEntries.OrderByDescending(one => one.Sequence).FirstAsync(one => one.Act == AuditAct.BackupRestored));
        Assert.Contains($"replaced: {Path.GetFileName(aside)}, entry {sequence} ", entry.Subject, StringComparison.Ordinal);
        Assert.Single(await again.ReadAsync(db => db.AuditEntries.Where(one => one.Act == AuditAct.BackupRestored).ToListAsync()));
        // The earlier end of the history is not missed.
        Assert.True((await again.ReadAsync(db => again.Services.GetRequiredService<AuditChain>().CheckAsync(db))).IsWhole);
        Assert.True(File.Exists(Path.Combine(aside, HistoryNote.FileName)));
    }

    [Fact]
    public async Task Sessions_that_were_ended_since_the_backup_was_made_do_not_go_on_again()
    {
        await RestoreAsync(backup.Path);
        string path;
        using (var app = new FolderApp(Data))
        {
            await app.SignedInAsync("judge2");
            Assert.True(await app.Services.GetRequiredService<BackupDesk>().TryAsync(BackupKind.OnDemand, null, default));
            path = Assert.Single(app.Services.GetRequiredService<BackupFolder>().List()).Path;
        }

        SqliteConnection.ClearAllPools();
        await RestoreAsync(path);
        using var again = new FolderApp(Data);
        Assert.NotNull(Assert.Single(await again.ReadAsync(db => db.Sessions.ToListAsync())).EndedAt);
    }

    [Fact]
    public async Task It_refuses_while_the_program_runs_and_changes_nothing()
    {
        await RestoreAsync(backup.Path);
        using var app = new FolderApp(Data);
        using var started = app.CreateClient();
        var before = Names();

        var (code, said, error) = await ProgramRun.RunAsync(Data, "restore", backup.Path);

        Assert.Equal((1, "", $"The program is running on {Data}. Stop it first, then restore.\n"), (code, said, error));
        Assert.Equal(before, Names());
        // A backup can be made beside it; a second one replaces nothing.
        var file = Path.Combine(machine.Path, "a.zip");
        (code, said, error) = await ProgramRun.RunAsync(Data, "backup", file);
        Assert.True(code == 0 && said.StartsWith($"{file}: ", StringComparison.Ordinal), error);
        Assert.Equal($"{file} is there already; a backup replaces nothing.\n", (await ProgramRun.RunAsync(Data, "backup", file)).Error);
        Assert.Equal(file, (await app.ReadAsync(db => db.AuditEntries.SingleAsync(one => one.Act == AuditAct.BackupMade))).Subject);
    }

    [Theory]
    [InlineData("evidence", "is not as it was when the backup was made")]
    [InlineData("database", "is not as it was when the backup was made")]
    [InlineData("lost", "is missing in the backup")]
    [InlineData("stranger", "which its manifest does not know")]
    [InlineData("short", "is no backup, or is only a part of one")]
    [InlineData("newer", "was made by a newer version of the program")]
    [InlineData("format", "which this version of the program does not know")]
    [InlineData("climbing", "is no file of this program")]
    [InlineData("rows", "the manifest says 7777")]
    public async Task A_backup_that_is_not_whole_or_too_new_is_refused_with_a_sentence_and_nothing_changes(string damage, string sentence)
    {
        await RestoreAsync(backup.Path);
        var before = Names();
        var damaged = backup.Damaged(machine.Path, damage);
        var refused = await Assert.ThrowsAsync<BackupException>(() => RestoreAsync(damaged));
        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, Names());
        Assert.False(File.Exists(Path.Combine(machine.Path, "evil.xml")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task An_interrupted_restoration_keeps_the_program_from_starting_and_is_repeated_without_loss(int moves)
    {
        await RestoreAsync(backup.Path);
        var own = Path.Combine(Data, "evidence", "of-before.txt");
        await File.WriteAllTextAsync(own, "của trước");
        var old = await File.ReadAllBytesAsync(Path.Combine(Data, "keyproducts.db"));
        // As a power cut leaves it after so many moves: first everything goes aside, then everything comes in.
        var aside = Path.Combine(Data, "replaced-20260101-000000");
        await File.WriteAllTextAsync(Path.Combine(Data, "restoring.json"), $$"""{"Folder":"{{aside}}","Items":["keyproducts.db","keys","evidence"]}""");
        var arriving = Directory.CreateDirectory(Path.Combine(Data, "restoring")).FullName;
        ZipFile.ExtractToDirectory(backup.Path, arriving);
        Directory.CreateDirectory(aside);
        var steps = new[] { (Data, aside, "keyproducts.db"), (Data, aside, "keys"), (Data, aside, "evidence"), (arriving, Data, "keyproducts.db"), (arriving, Data, "keys") };
        foreach (var (from, to, item) in steps.Take(moves))
        {
            Directory.Move(Path.Combine(from, item), Path.Combine(to, item));
        }

        var (code, _, error) = await ProgramRun.RunAsync(Data, "seed");
        Assert.Equal((1, $"A restoration into {Data} was interrupted. Repeat it: restore FILE.\n"), (code, error));

        var restored = await RestoreAsync(backup.Path);
        Assert.Equal(aside, restored.Aside[0]);
        Assert.Equal("của trước", await File.ReadAllTextAsync(Path.Combine(aside, "evidence", "of-before.txt")));
        Assert.Equal(old, await File.ReadAllBytesAsync(Path.Combine(aside, "keyproducts.db")));
        Assert.True(Directory.Exists(Path.Combine(aside, "keys")));
        Assert.False(File.Exists(Path.Combine(Data, "restoring.json")) || Directory.Exists(arriving));
    }

    [Fact]
    public async Task Before_an_upgrade_of_an_older_database_a_verified_backup_is_made_and_without_one_nothing_is_changed()
    {
        await RestoreAsync(backup.Path);
        var options = new DbContextOptionsBuilder<AppDbContext>().UseSqlite($"Data Source={Path.Combine(Data, "keyproducts.db")};Pooling=False").Options;
        string[] migrations;
        await using (var db = new AppDbContext(options))
        {
            migrations = [.. db.Database.GetMigrations()];
            await db.GetService<IMigrator>().MigrateAsync(migrations[^2]);
        }

        // A file in the place of the folder of backups.
        await File.WriteAllTextAsync(Path.Combine(Data, "backups"), "");
        var (code, _, error) = await ProgramRun.RunAsync(Data, "seed");
        Assert.Equal(1, code);
        Assert.StartsWith("The database is of an older version and was not changed, because no backup of it could be made: ", error, StringComparison.Ordinal);
        Assert.Equal(migrations[^2], DatabaseFacts.Of(Path.Combine(Data, "keyproducts.db")).Migration);

        File.Delete(Path.Combine(Data, "backups"));
        using var app = new FolderApp(Data);
        var file = Assert.Single(app.Services.GetRequiredService<BackupFolder>().List());
        Assert.Equal((BackupKind.BeforeMigration, migrations[^2]), (file.Manifest!.Kind, file.Manifest.Migration));
        Assert.Equal(migrations[^1], DatabaseFacts.Of(Path.Combine(Data, "keyproducts.db")).Migration);
        // A program of the older version is not needed to restore it: this one brings it up again.
        app.Dispose();
        SqliteConnection.ClearAllPools();
        await RestoreAsync(file.Path);
        using var upgraded = new FolderApp(Data);
        Assert.Equal(migrations[^1], (await upgraded.ReadAsync(db => db.Database.GetAppliedMigrationsAsync())).Last());
        // A backup of this very state was there: a migration that fails again and again does not fill the disk.
        Assert.Single(upgraded.Services.GetRequiredService<BackupFolder>().List());
    }

    private string[] Names() => [.. Directory.EnumerateFileSystemEntries(Data, "*", SearchOption.AllDirectories)
        .Where(path => !path.EndsWith("running.lock", StringComparison.Ordinal) && !path.EndsWith("-wal", StringComparison.Ordinal) && !path.EndsWith("-shm", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private async Task<Restored> RestoreAsync(string path)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("KeyProducts:DataFolder", Data)]).Build();
        using var host = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = machine.Path }).Build();
        var folder = new DataFolder(configuration, host.Services.GetRequiredService<IHostEnvironment>());
        using var use = new FolderUse(folder);
        return await new BackupRestore(folder, use, TimeProvider.System).RunAsync(path, backup.Migrations, default);
    }

    /// <summary>A backup of the demonstration, made once.</summary>
    public sealed class Backup : IAsyncLifetime, IDisposable
    {
        private readonly TestApp app = TestApp.OnSqlite();

        public string Path { get; private set; } = "";

        public IReadOnlyList<string> Migrations { get; private set; } = [];

        public async Task InitializeAsync()
        {
            Assert.True(await app.Services.GetRequiredService<BackupDesk>().TryAsync(BackupKind.OnDemand, new Person(Guid.NewGuid(), "Nguyễn Thị Lưu"), default));
            Path = app.Services.GetRequiredService<BackupFolder>().List()[0].Path;
            Migrations = await app.ReadAsync(db => Task.FromResult(db.Database.GetMigrations().ToList()));
        }

        public Task DisposeAsync() => Task.CompletedTask;

        public void Dispose() => app.Dispose();

        /// <summary>A copy that has suffered.</summary>
        public string Damaged(string folder, string damage)
        {
            var copy = System.IO.Path.Combine(folder, "damaged.zip");
            File.Copy(Path, copy, overwrite: true);
            if (damage == "short")
            {
                using var file = File.OpenWrite(copy);
                file.SetLength(file.Length / 2);
                return copy;
            }

            using var zip = ZipFile.Open(copy, ZipArchiveMode.Update);
            var evidence = zip.Entries.First(entry => entry.FullName.StartsWith("evidence/", StringComparison.Ordinal)).FullName;
            switch (damage)
            {
                case "evidence":
                    Change(zip, evidence, content => content[^1] ^= 1);
                    break;
                case "database":
                    Change(zip, "keyproducts.db", content => content[content.Length / 2] ^= 1);
                    break;
                case "lost":
                    zip.GetEntry(evidence)!.Delete();
                    break;
                case "stranger":
                    zip.CreateEntry("evidence/x.exe");
                    break;
                case "newer":
                    Manifest(zip, manifest => manifest with { Migration = "29990101000000_Later", Program = "99.0" });
                    break;
                case "format":
                    Manifest(zip, manifest => manifest with { Format = "KeyProducts backup 2" });
                    break;
                case "climbing":
                    zip.CreateEntry("keys/../../evil.xml");
                    Manifest(zip, manifest => manifest with { Files = [.. manifest.Files, new("keys/../../evil.xml", 0, new string('0', 64))] });
                    break;
                default:
                    Manifest(zip, manifest => manifest with { Tables = manifest.Tables.ToDictionary(one => one.Key, one => one.Key == "Businesses" ? 7777 : one.Value) });
                    break;
            }

            return copy;
        }

        private static void Manifest(ZipArchive zip, Func<BackupManifest, BackupManifest> change)
        {
            var entry = zip.GetEntry("manifest.json")!;
            BackupManifest manifest;
            using (var content = entry.Open())
            {
                manifest = BackupManifest.Read(content);
            }

            entry.Delete();
            using var target = zip.CreateEntry("manifest.json").Open();
            target.Write(change(manifest).Write());
        }

        private static void Change(ZipArchive zip, string name, Action<byte[]> change)
        {
            var entry = zip.GetEntry(name)!;
            var content = new MemoryStream();
            using (var from = entry.Open())
            {
                from.CopyTo(content);
            }

            var bytes = content.ToArray();
            change(bytes);
            entry.Delete();
            using var target = zip.CreateEntry(name).Open();
            target.Write(bytes);
        }
    }
}
