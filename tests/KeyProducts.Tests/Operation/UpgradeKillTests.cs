using System.Diagnostics;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Backups;
using KeyProducts.Web.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace KeyProducts.Tests.Operation;

/// <summary>
/// A new version is killed at random moments while it upgrades a full database of before the history had a chain: the backup, the migrations, the chaining of what stands there. It starts again
/// by itself, every row is there, and the history is whole.
/// </summary>
public sealed class UpgradeKillTests : IAsyncDisposable
{
    private const int OlderEntries = 3_000;

    private readonly AppProcess program = new();
    private readonly Random random = new(20261124);

    private string Database => Path.Combine(program.Folder, "keyproducts.db");

    public ValueTask DisposeAsync() => program.DisposeAsync();

    [Fact]
    public async Task Killed_while_it_upgrades_a_full_database_it_starts_by_itself_the_next_time_and_every_row_is_there()
    {
        await program.StartAsync();
        await program.StopAsync();
        await MakeOlderAsync();
        var (older, before) = (Path.Combine(program.Folder, "older"), DatabaseFacts.Of(Database));
        Assert.True(before.Tables["AuditEntries"] > OlderEntries && before.Tables["Nominations"] > 100 && before.History is null);
        File.Copy(Database, older);

        // As long as nobody disturbs it.
        var clock = Stopwatch.StartNew();
        await program.StartAsync();
        var whole = (int)clock.ElapsedMilliseconds;
        await program.StopAsync();
        var newest = DatabaseFacts.Of(Database).Migration;

        var (killed, leftOlder, leftBetween) = (0, 0, 0);
        for (var kill = 0; kill < Kills.Migrating; kill++)
        {
            PutBack(older);
            program.Begin();
            await Task.Delay(random.Next(whole / 4, whole));
            await program.KillAsync();
            killed++;
            var left = DatabaseFacts.Of(Database);
            Assert.Empty(left.Faults);
            leftOlder += left.Migration == before.Migration ? 1 : 0;
            leftBetween += left.Migration != before.Migration && left.History is null ? 1 : 0;

            await program.StartAsync();
            Assert.Equal(0, await program.StopAsync());
            Assert.True(await program.RunAsync("check") == 0, $"After kill {kill}: " + string.Join('\n', program.Said));
            var after = DatabaseFacts.Of(Database);
            Assert.Equal(newest, after.Migration);
            Assert.Equal(before.Snapshots, after.Snapshots);
            Assert.Equal(before.Evidence, after.Evidence);
            Assert.All(before.Tables.Where(table => table.Key != "__EFMigrationsHistory"), table => Assert.True(table.Value == after.Tables[table.Key] || (table.Key == "AuditEntries" && table.Value < after.Tables[table.Key]), $"After kill {kill}: {table.Key} has {after.Tables[table.Key]} rows of {table.Value}."));
            Assert.Equal(after.Tables["AuditEntries"], after.History!.Sequence);
            // What was upgraded is in a backup of before, whole, and a half one is not left.
            var backups = Directory.GetFiles(Path.Combine(program.Folder, "backups"));
            Assert.All(backups, path => Assert.EndsWith(".zip", path, StringComparison.Ordinal));
            Assert.NotEmpty(backups);
        }

        Assert.Equal(Kills.Migrating, killed);
        if (Kills.AreMany)
        {
            Assert.True(leftOlder > 0 && leftOlder < killed, $"{leftOlder} of {killed} kills hit before the migrations, {leftBetween} between these and the chain.");
        }
    }

    // Of the version before the history had a chain, with the triggers and the history of some years.
    private async Task MakeOlderAsync()
    {
        File.Delete(Path.Combine(program.Folder, "history-end.note"));
        Directory.Delete(Path.Combine(program.Folder, "backups"), recursive: true);
        await using var db = new AppDbContext(new DbContextOptionsBuilder<AppDbContext>().UseSqlite($"Data Source={Database};Pooling=False").Options);
        var triggers = await db.Database.SqlQuery<string>($"SELECT sql AS Value FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'AuditEntries'").ToListAsync();
        Assert.NotEmpty(triggers);
        var migrations = db.Database.GetMigrations().ToList();
        await db.GetService<IMigrator>().MigrateAsync(migrations[migrations.FindIndex(name => name.EndsWith("_AuditChain", StringComparison.Ordinal)) - 1]);
        await db.Database.ExecuteSqlAsync($"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {OlderEntries})
            INSERT INTO AuditEntries (Id, At, UserName, Page, Act, Kind, Subject, Year, Changes)
            SELECT printf('01900000-0000-7000-8000-%012X', i), datetime('2020-01-01', '+' || i || ' hours'), 'Một cán bộ', '/programmes/2020', 'Changed', 'Programme', '2020', 2020, '[]' FROM n
            """);
        foreach (var trigger in triggers)
        {
            var there = await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE type = 'trigger' AND sql = {trigger}").SingleAsync();
            if (there == 0)
            {
                await db.Database.ExecuteSqlRawAsync(trigger);
            }
        }

        await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private void PutBack(string older)
    {
        SqliteConnection.ClearAllPools();
        foreach (var path in new[] { Database, Database + "-wal", Database + "-shm", Path.Combine(program.Folder, "history-end.note") })
        {
            File.Delete(path);
        }

        File.Copy(older, Database);
        Directory.Delete(Path.Combine(program.Folder, "backups"), recursive: true);
    }
}
