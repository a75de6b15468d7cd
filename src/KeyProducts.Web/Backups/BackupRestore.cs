using System.Globalization;
using System.Text.Json;
using KeyProducts.Domain;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Backups;

/// <summary>What a restoration has done, kept in the data folder until the history has it.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Subject">Which backup, what was replaced and where that is now.</param>
public sealed record RestoreNote(DateTime At, string Subject);

/// <summary>What was restored.</summary>
/// <param name="Manifest">What the backup holds.</param>
/// <param name="Aside">The folders in which is what was replaced.</param>
public sealed record Restored(BackupManifest Manifest, IReadOnlyList<string> Aside);

/// <summary>
/// Puts a backup in the place of what is in the data folder. The backup is checked first, what it replaces is moved aside and never deleted, and what stands in place is checked again.
/// A mark tells from the first move to the last check that it goes on: until then no program starts on the folder, and whoever repeats the command goes on where it stopped.
/// </summary>
public sealed class BackupRestore(DataFolder data, FolderUse use, TimeProvider clock)
{
    private static readonly string[] Replaced = [BackupManifest.Database + "-wal", BackupManifest.Database + "-shm", BackupManifest.Database + "-journal", BackupManifest.Database, HistoryNote.FileName, "keys", "evidence"];

    private string Mark => Path.Combine(data.Path, "restoring.json");

    private string Note => Path.Combine(data.Path, "restored.json");

    private string Arriving => Path.Combine(data.Path, "restoring");

    /// <summary>Refuses to start on a folder that is half one thing and half another.</summary>
    /// <exception cref="BackupException">A restoration was interrupted.</exception>
    public void RequireNone()
    {
        if (File.Exists(Mark))
        {
            throw new BackupException("A restoration into {0} was interrupted. Repeat it: restore FILE.", data.Path);
        }
    }

    /// <summary>Restores a backup.</summary>
    /// <param name="path">The backup.</param>
    /// <param name="known">The migrations that this program knows.</param>
    /// <param name="stopping">Whether to stop.</param>
    /// <exception cref="BackupException">The program runs, or the backup is not whole or too new; nothing has been changed then.</exception>
    public async Task<Restored> RunAsync(string path, IEnumerable<string> known, CancellationToken stopping)
    {
        using var alone = use.TakeAlone() ?? throw new BackupException("The program is running on {0}. Stop it first, then restore.", data.Path);
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17, FileOptions.Asynchronous);
        var manifest = BackupCheck.ManifestOf(file);
        if (manifest.Migration.Length > 0 && !known.Contains(manifest.Migration))
        {
            throw new BackupException("The backup was made by a newer version of the program ({0}). Restore it with that version or a later one.", manifest.Program);
        }

        // What an earlier try has unpacked is in the backup too.
        if (Directory.Exists(Arriving))
        {
            Directory.Delete(Arriving, recursive: true);
        }

        BackupWriter.RequireRoom(data.Path, manifest.Files.Sum(part => part.Size));
        Directory.CreateDirectory(Arriving);
        try
        {
            await BackupCheck.ExtractAsync(file, Arriving, stopping);
        }
        catch
        {
            Directory.Delete(Arriving, recursive: true);
            throw;
        }

        var interrupted = Interrupted();
        var ended = (interrupted is null ? null : EndOf(Path.Combine(interrupted.Folder, BackupManifest.Database))) ?? EndOf(data.Database);
        var begun = interrupted ?? Begin();
        var aside = MoveAside(begun);
        foreach (var item in Replaced)
        {
            Move(Path.Combine(Arriving, item), Path.Combine(data.Path, item));
        }

        await BackupCheck.CompareAsync(manifest, data.Path, stopping);
        var subject = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}, {Time(manifest.MadeAt)}, entry {manifest.History?.Sequence ?? 0} {manifest.History?.Hash}")
            + (ended is null ? "" : string.Create(CultureInfo.InvariantCulture, $"; replaced: {Path.GetFileName(begun.Folder)}, entry {ended.Sequence} {ended.Hash}"));
        Write(Note, new RestoreNote(clock.GetUtcNow().UtcDateTime, subject));
        File.Delete(Mark);
        Directory.Delete(Arriving, recursive: true);
        return new Restored(manifest, aside);
    }

    /// <summary>
    /// Puts a restoration into the history of the restored database, at the first start after it, and ends all sessions: one that was ended since the backup was made must not go on again.
    /// </summary>
    public async Task TellAsync(AppDbContext db)
    {
        if (!File.Exists(Note))
        {
            return;
        }

        var note = JsonSerializer.Deserialize<RestoreNote>(await File.ReadAllBytesAsync(Note))!;
        foreach (var session in await db.Sessions.Where(one => one.EndedAt == null).ToListAsync())
        {
            session.End(note.At);
        }

        db.Add(new AuditEntry(note.At, null, "KeyProducts", "", AuditAct.BackupRestored, BackupDesk.Kind, note.Subject, null, [], null));
        await db.SaveChangesAsync();
        File.Delete(Note);
    }

    private sealed record Begun(string Folder, IReadOnlyList<string> Items);

    private static string Time(DateTime utc) => HanoiTime.At(utc).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static void Write<T>(string path, T value)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        file.Write(JsonSerializer.SerializeToUtf8Bytes(value));
        file.Flush(flushToDisk: true);
    }

    private static void Move(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Move(from, to);
        }
        else if (Directory.Exists(from))
        {
            Directory.Move(from, to);
        }
    }

    private static HistoryEnd? EndOf(string database)
    {
        try
        {
            return File.Exists(database) ? DatabaseFacts.Of(database).History : null;
        }
        catch (SqliteException)
        {
            // A database that cannot be read is why it is replaced.
            return null;
        }
    }

    private Begun? Interrupted() =>
        File.Exists(Mark) ? JsonSerializer.Deserialize<Begun>(File.ReadAllBytes(Mark)) ?? throw new BackupException("{0} cannot be read.", Mark) : null;

    private Begun Begin()
    {
        var begun = new Begun(NewFolder(), [.. Replaced.Where(item => Path.Combine(data.Path, item) is var path && (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())))]);
        Write(Mark, begun);
        return begun;
    }

    // What was there when the restoration began goes into its folder; what an interrupted try has put in place since then goes into another one.
    private List<string> MoveAside(Begun begun)
    {
        string? again = null;
        foreach (var item in Replaced)
        {
            var here = Path.Combine(data.Path, item);
            if (Directory.Exists(here) && !Directory.EnumerateFileSystemEntries(here).Any())
            {
                Directory.Delete(here);
                continue;
            }

            var aside = Path.Combine(begun.Folder, item);
            var isOld = begun.Items.Contains(item) && !File.Exists(aside) && !Directory.Exists(aside);
            if (!isOld && (File.Exists(here) || Directory.Exists(here)))
            {
                aside = Path.Combine(again ??= NewFolder(), item);
            }

            if (File.Exists(here) || Directory.Exists(here))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(aside)!);
                Move(here, aside);
            }
        }

        return [.. new[] { begun.Folder, again }.OfType<string>().Where(Directory.Exists)];
    }

    private string NewFolder()
    {
        var name = HanoiTime.At(clock.GetUtcNow().UtcDateTime).ToString("'replaced-'yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var path = Path.Combine(data.Path, name);
        for (var again = 2; Directory.Exists(path); again++)
        {
            path = Path.Combine(data.Path, string.Create(CultureInfo.InvariantCulture, $"{name}-{again}"));
        }

        return path;
    }
}
