using System.Text.Json;
using KeyProducts.Domain;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Backups;

/// <summary>Makes backups, one after the other, and knows how they stand.</summary>
public sealed partial class BackupDesk(
    IServiceScopeFactory scopes, BackupFolder folder, DataFolder data, EvidenceFiles store, TimeProvider clock, IHostApplicationLifetime life, ILogger<BackupDesk> log) : IDisposable
{
    /// <summary>The kind of thing that the history calls a backup.</summary>
    public const string Kind = "Backup";

    private readonly SemaphoreSlim turn = new(1);
    private readonly Lock gate = new();
    private BackupFailure? failure;
    private bool isFailureRead;
    private DateTime? running;
    private bool? isHere;

    /// <summary>The backup that somebody has asked for and that is being made; done when there is none.</summary>
    public Task Asked { get; private set; } = Task.CompletedTask;

    private string FailureNote => Path.Combine(data.Path, "backup-failure.json");

    /// <summary>Whether the database is a file of this program's; one on a server of databases is backed up with that server's tools.</summary>
    public bool IsHere => isHere ??= IsSqlite();

    /// <summary>How backups stand now.</summary>
    public BackupState State()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        IReadOnlyList<BackupFile> files = [];
        var failed = LastFailure();
        try
        {
            files = folder.List();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            failed ??= Failure(BackupKind.Daily, unreadable, now);
        }

        // A file from the future, made while the clock was wrong, says nothing of today.
        var readable = files.Where(file => file.Manifest is { } manifest && manifest.MadeAt <= now + BackupState.Slack).ToList();
        return new BackupState(now, readable.FirstOrDefault(file => file.IsComplete), readable.FirstOrDefault(), failed, running);
    }

    /// <summary>Begins a backup in the background.</summary>
    /// <exception cref="RuleException">One is being made already.</exception>
    public void Begin(Person by)
    {
        lock (gate)
        {
            if (!Asked.IsCompleted || running is not null)
            {
                throw new RuleException("A backup is being made already.");
            }

            running = clock.GetUtcNow().UtcDateTime;
            Asked = Task.Run(() => TryAsync(BackupKind.OnDemand, by, life.ApplicationStopping));
        }
    }

    /// <summary>Makes a backup in the folder of backups; false when it failed, which is then logged and told by <see cref="State"/>.</summary>
    public async Task<bool> TryAsync(BackupKind kind, Person? by, CancellationToken stopping)
    {
        try
        {
            await MakeAsync(kind, by, stopping);
            return true;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return false;
        }
#pragma warning disable CA1031 // Whatever it was: the page tells it, and the next one tries again.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Note(Failure(kind, error, clock.GetUtcNow().UtcDateTime));
            LogFailed(BackupFolder.Word(kind), StorageFaults.OneLine(error));
            return false;
        }
    }

    /// <summary>Makes a backup of an existing database that the program is about to change.</summary>
    /// <exception cref="BackupException">It could not be made; the database must stay as it is.</exception>
    public async Task BeforeMigrationAsync(AppDbContext db)
    {
        if (!db.Database.IsSqlite() || !File.Exists(data.Database) || !(await db.Database.GetAppliedMigrationsAsync()).Any() || !(await db.Database.GetPendingMigrationsAsync()).Any())
        {
            return;
        }

        // A migration that fails is tried at each start: what was kept of this very state is enough, and more would push out what is older.
        if (!IsKept((await db.Database.GetAppliedMigrationsAsync()).Last()) && !await TryAsync(BackupKind.BeforeMigration, null, CancellationToken.None))
        {
            var failed = LastFailure()!;
            throw new BackupException(
                "The database is of an older version and was not changed, because no backup of it could be made: {0}", string.Format(System.Globalization.CultureInfo.InvariantCulture, failed.Sentence, [.. failed.Values]));
        }
    }

    /// <summary>Makes a backup as a file of its own, outside the folder.</summary>
    public async Task<BackupManifest> WriteToAsync(string path, Person by, CancellationToken stopping)
    {
        BackupFolder.Sweep(Path.GetDirectoryName(path)!);
        var manifest = await WriteAsync(path, new BackupOrder(BackupKind.OnDemand, by.Name, clock.GetUtcNow().UtcDateTime), stopping);
        await TellAsync(by, "", path);
        return manifest;
    }

    public void Dispose() => turn.Dispose();

    private async Task MakeAsync(BackupKind kind, Person? by, CancellationToken stopping)
    {
        await turn.WaitAsync(stopping);
        try
        {
            var order = new BackupOrder(kind, by?.Name ?? "KeyProducts", clock.GetUtcNow().UtcDateTime);
            running = order.At;
            var path = folder.Prepare(order);
            var manifest = await WriteAsync(path, order, stopping);
            folder.Prune(path, order.At);
            Note(null);
            LogMade(path, new FileInfo(path).Length, manifest.Evidence.Count(), manifest.Missing.Count);
            if (by is not null)
            {
                await TellAsync(by, "/backups", Path.GetFileName(path));
            }
        }
        finally
        {
            running = null;
            turn.Release();
        }
    }

    private bool IsKept(string migration)
    {
        try
        {
            return DatabaseFacts.Of(data.Database).History is { } history
                && folder.List().Any(file => file.IsComplete && file.Manifest is { Kind: BackupKind.BeforeMigration } kept && kept.Migration == migration && kept.History == history);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or SqliteException)
        {
            // The backup that is tried then tells why.
            return false;
        }
    }

    private bool IsSqlite()
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.IsSqlite();
    }

    private async Task<BackupManifest> WriteAsync(string path, BackupOrder order, CancellationToken stopping)
    {
        if (!IsHere)
        {
            throw new BackupException("The database is on a server of its own and is backed up with the tools of that server, the evidence by copying its folder.");
        }

        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AppDbContext>().Database;
        await database.OpenConnectionAsync(stopping);
        return await BackupWriter.WriteAsync((SqliteConnection)database.GetDbConnection(), data, store, path, order, stopping);
    }

    private async Task TellAsync(Person by, string page, string subject)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        if ((await db.Database.GetPendingMigrationsAsync()).Any())
        {
            return;
        }

        db.Add(new AuditEntry(clock.GetUtcNow().UtcDateTime, by.Id == Guid.Empty ? null : by.Id, by.Name, page, AuditAct.BackupMade, Kind, subject, null, [], null));
        await db.SaveChangesAsync();
    }

    private static BackupFailure Failure(BackupKind kind, Exception error, DateTime at) => error switch
    {
        BackupException known => new(at, kind, known.Sentence, [.. known.Values.Select(value => $"{value}")]),
        _ when StorageFaults.Of(error) is { } fault => new(at, kind, StorageFaults.Sentence(fault), []),
        _ => new(at, kind, "The program met an error it did not expect: {0}", [StorageFaults.OneLine(error)]),
    };

    private BackupFailure? LastFailure()
    {
        lock (gate)
        {
            if (!isFailureRead)
            {
                isFailureRead = true;
                try
                {
                    failure = File.Exists(FailureNote) ? JsonSerializer.Deserialize<BackupFailure>(File.ReadAllBytes(FailureNote)) : null;
                }
                catch (Exception none) when (none is IOException or UnauthorizedAccessException or JsonException)
                {
                    // The age of the last backup tells it too.
                }
            }

            return failure;
        }
    }

    // A failure is remembered over a restart, where the disk takes the note.
    private void Note(BackupFailure? what)
    {
        lock (gate)
        {
            (failure, isFailureRead) = (what, true);
            try
            {
                if (what is null)
                {
                    File.Delete(FailureNote);
                }
                else
                {
                    File.WriteAllBytes(FailureNote, JsonSerializer.SerializeToUtf8Bytes(what));
                }
            }
            catch (Exception full) when (full is IOException or UnauthorizedAccessException)
            {
                BackupFolder.DeleteQuietly(FailureNote);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Backup {Path} made and verified: {Size} bytes, {Files} files of evidence, {Missing} missing in the store")]
    private partial void LogMade(string path, long size, int files, int missing);

    [LoggerMessage(2, LogLevel.Error, "The {Kind} backup failed: {Cause}")]
    private partial void LogFailed(string kind, string cause);
}
