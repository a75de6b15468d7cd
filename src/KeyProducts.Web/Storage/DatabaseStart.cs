using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage.Postgres;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage;

/// <summary>Brings the database to the program's version when it starts.</summary>
public static partial class DatabaseStart
{
    /// <summary>Of several programs that start together on one database, lets one prepare it while the others wait.</summary>
    /// <returns>What holds the others off until it is disposed, or until the program ends, however it ends.</returns>
    /// <exception cref="IOException">Another program has been preparing it for more than a minute.</exception>
    public static async Task<IAsyncDisposable> TakeTurnAsync(AppDbContext db, DataFolder folder, TimeProvider clock) =>
        db is PostgresDbContext ? await PostgresStart.TakeTurnAsync(db) : await HoldAsync(folder.MigrationLock, clock);

    /// <summary>
    /// Migrates; the caller has taken its turn. The framework's lock on SQLite is a row that a killed migration leaves behind, and every
    /// later start would wait for it for ever; who has the turn may delete it.
    /// </summary>
    public static async Task MigrateAsync(AppDbContext db, AuditChain chain, ILogger log, TimeProvider clock)
    {
        if (db.Database.IsSqlite() && await DeleteStaleLockAsync(db) > 0)
        {
            StaleLockDeleted(log);
        }

        // Otherwise the framework compares the whole model with the last migration at every start.
        if ((await db.Database.GetPendingMigrationsAsync()).Any())
        {
            await db.Database.MigrateAsync();
        }

        if (db.Database.IsSqlite())
        {
            // Readers then never wait for a writer; the file remembers it.
            await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL");
        }

        await SearchText.RefreshAsync(db);
        await chain.BeginAsync(db, clock.GetUtcNow().UtcDateTime);
        await chain.NoteAsync(db);
    }

    private static async Task<FileStream> HoldAsync(string path, TimeProvider clock)
    {
        for (var started = clock.GetTimestamp(); ;)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (clock.GetElapsedTime(started) < TimeSpan.FromMinutes(1))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), clock);
            }
        }
    }

    private static async Task<int> DeleteStaleLockAsync(AppDbContext db)
    {
        var tables = await db.Database
            .SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'")
            .SingleAsync();
        return tables == 0 ? 0 : await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock");
    }

    [LoggerMessage(LogLevel.Warning, "A migration was stopped half-way earlier; its lock is deleted, and the migration goes on.")]
    private static partial void StaleLockDeleted(ILogger log);
}
