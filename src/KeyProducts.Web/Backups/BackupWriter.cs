using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using KeyProducts.Web.Storage;
using Microsoft.Data.Sqlite;

namespace KeyProducts.Web.Backups;

/// <summary>Why and for whom a backup is made.</summary>
/// <param name="Kind">Why.</param>
/// <param name="By">The person, or "KeyProducts".</param>
/// <param name="At">When, UTC.</param>
public sealed record BackupOrder(BackupKind Kind, string By, DateTime At);

/// <summary>
/// Writes a backup while the program runs: the database first, through SQLite's own online copy, then the files that the copy refers to, which are in the store before their rows.
/// It is written aside, read back and checked, and only then put under its name: a backup that has a name was whole when it got it.
/// </summary>
public static class BackupWriter
{
    private const int Block = 1 << 17;

    /// <summary>What has to stay free: a backup must not take the last room from the program it is made for.</summary>
    public const long Reserve = 16 << 20;

    /// <summary>The beginning of the names of what is being written.</summary>
    internal const string Aside = ".keyproducts-";

    /// <summary>The program's version.</summary>
    public static string Version { get; } =
        typeof(BackupWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>Writes and checks a backup.</summary>
    /// <param name="source">The open database.</param>
    /// <param name="folder">The data folder.</param>
    /// <param name="store">The files of the evidence.</param>
    /// <param name="path">Where to; the folder must be there, the file must not.</param>
    /// <param name="order">Why and for whom.</param>
    /// <param name="stopping">Whether the program stops; nothing is left behind then.</param>
    /// <exception cref="BackupException">The database is damaged, there is no room, or what was read back is not what was written.</exception>
    public static async Task<BackupManifest> WriteAsync(
        SqliteConnection source, DataFolder folder, EvidenceFiles store, string path, BackupOrder order, CancellationToken stopping)
    {
        var place = Path.GetDirectoryName(path)!;
        var aside = Path.Combine(place, $"{Aside}{Guid.NewGuid():N}");
        var (part, copy) = (aside + ".part", aside + ".db");
        try
        {
            BackupManifest manifest;
            await using (var file = Create(part))
            {
                RequireRoom(place, 2 * await SizeOfAsync(source, stopping));
                await Create(copy).DisposeAsync();
                var facts = await Task.Run(() => Copy(source, copy), stopping);
                RequireRoom(place, new FileInfo(copy).Length + facts.Evidence.Sum(one => one.Size));
                manifest = await FillAsync(file, copy, facts, folder, store, order, stopping);
                File.Delete(copy);
                file.Flush(flushToDisk: true);
                file.Position = 0;
                await BackupCheck.RunAsync(file, copy, stopping);
            }

            File.Move(part, path);
            return manifest;
        }
        finally
        {
            foreach (var left in new[] { copy, copy + "-journal", copy + "-wal", copy + "-shm", part })
            {
                BackupFolder.DeleteQuietly(left);
            }
        }
    }

    /// <summary>A new file that only its owner may read; whoever holds it open keeps others from clearing it away.</summary>
    internal static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = Block, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    /// <summary>Refuses when a folder has not that much room, and something beside.</summary>
    internal static void RequireRoom(string folder, long bytes)
    {
        var free = BackupFolder.RoomIn(folder);
        if (free is { } room && room < bytes + Reserve)
        {
            throw new BackupException("There is no room in {0}: {1} MB are free, {2} MB are needed.", folder, room >> 20, (bytes + Reserve + (1 << 20) - 1) >> 20);
        }
    }

    private static async Task<long> SizeOfAsync(SqliteConnection source, CancellationToken stopping)
    {
        await using var command = source.CreateCommand();
        command.CommandText = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";
        return (long)(await command.ExecuteScalarAsync(stopping))!;
    }

    private static DatabaseFacts Copy(SqliteConnection source, string path)
    {
        using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()))
        {
            copy.Open();
            source.BackupDatabase(copy);
            // One file, that can be read where nothing can be written beside it.
            using var command = copy.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=DELETE";
            command.ExecuteNonQuery();
        }

        var facts = DatabaseFacts.Of(path);
        return facts.Faults.Count == 0 ? facts : throw new BackupException("The database is damaged: {0}", string.Join("; ", facts.Faults));
    }

    private static async Task<BackupManifest> FillAsync(
        FileStream file, string copy, DatabaseFacts facts, DataFolder folder, EvidenceFiles store, BackupOrder order, CancellationToken stopping)
    {
        var parts = new List<BackupPart>();
        var missing = new List<MissingPart>();
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);

        async Task AddAsync(string name, Stream content, CompressionLevel level)
        {
            var entry = zip.CreateEntry(name, level);
            entry.ExternalAttributes = Convert.ToInt32("100600", 8) << 16;
            await using var target = await entry.OpenAsync(stopping);
            using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var (block, size) = (new byte[Block], 0L);
            while (await content.ReadAsync(block, stopping) is > 0 and var read)
            {
                sum.AppendData(block, 0, read);
                size += read;
                await target.WriteAsync(block.AsMemory(0, read), stopping);
            }

            parts.Add(new(name, size, Convert.ToHexStringLower(sum.GetHashAndReset())));
        }

        await using (var database = File.OpenRead(copy))
        {
            await AddAsync(BackupManifest.Database, database, CompressionLevel.Fastest);
        }

        foreach (var key in folder.Keys.EnumerateFiles("*.xml").OrderBy(key => key.Name, StringComparer.Ordinal))
        {
            await using var content = key.OpenRead();
            await AddAsync("keys/" + key.Name, content, CompressionLevel.NoCompression);
        }

        foreach (var (hash, size) in facts.Evidence)
        {
            // Read once to see that it is whole, and once to copy it: what is damaged must not replace what an older backup still has.
            await using var content = await store.OpenAsync(hash, size, stopping);
            if (content is null)
            {
                missing.Add(new(hash, size, $"{await store.CheckAsync(hash, size, stopping)}"));
                continue;
            }

            await AddAsync($"evidence/{hash[..2]}/{hash}", content, CompressionLevel.NoCompression);
        }

        var manifest = new BackupManifest
        {
            Format = BackupManifest.ThisFormat,
            Program = Version,
            Migration = facts.Migration,
            Kind = order.Kind,
            MadeAt = order.At,
            By = order.By,
            Files = parts,
            Tables = facts.Tables,
            History = facts.History,
            Snapshots = facts.Snapshots,
            Missing = missing,
        };
        await using var last = await zip.CreateEntry(BackupManifest.FileName, CompressionLevel.Fastest).OpenAsync(stopping);
        await last.WriteAsync(manifest.Write(), stopping);
        return manifest;
    }
}
