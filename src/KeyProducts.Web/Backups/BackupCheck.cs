using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace KeyProducts.Web.Backups;

/// <summary>Reads a backup to its end: every file has its size and hash, the database is whole and holds what the manifest says, and every file that it refers to is there.</summary>
public static partial class BackupCheck
{
    private const int Block = 1 << 17;
    private const int MostManifestBytes = 256 << 20;

    /// <summary>Reads only what the backup says of itself.</summary>
    public static BackupManifest ManifestOf(Stream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return ManifestOf(zip);
        }
        catch (InvalidDataException)
        {
            throw new BackupException("The file is no backup, or is only a part of one.");
        }
    }

    /// <summary>Checks a backup.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="database">Where the database is put while it is read; removed again.</param>
    /// <param name="stopping">Whether the program stops.</param>
    /// <exception cref="BackupException">It is not whole.</exception>
    public static async Task<BackupManifest> RunAsync(Stream file, string database, CancellationToken stopping)
    {
        try
        {
            return await ReadAsync(file, part => part == BackupManifest.Database ? database : null, stopping);
        }
        finally
        {
            File.Delete(database);
        }
    }

    /// <summary>Checks a backup and puts everything in it into a folder.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="folder">An empty folder.</param>
    /// <param name="stopping">Whether the program stops.</param>
    public static Task<BackupManifest> ExtractAsync(Stream file, string folder, CancellationToken stopping) => ReadAsync(file, part =>
    {
        var path = Path.Combine(folder, part);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }, stopping);

    /// <summary>Compares what stands in a data folder with the manifest.</summary>
    /// <exception cref="BackupException">Something is missing or different.</exception>
    public static async Task CompareAsync(BackupManifest manifest, string folder, CancellationToken stopping)
    {
        foreach (var part in manifest.Files)
        {
            await using var file = File.OpenRead(Path.Combine(folder, part.Path));
            Require(part, file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stopping)));
        }

        Require(manifest, DatabaseFacts.Of(Path.Combine(folder, BackupManifest.Database)));
    }

    private static async Task<BackupManifest> ReadAsync(Stream file, Func<string, string?> placeOf, CancellationToken stopping)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var manifest = ManifestOf(zip);
            var entries = zip.Entries.Where(entry => entry.FullName != BackupManifest.FileName).ToDictionary(entry => entry.FullName, StringComparer.Ordinal);
            if (manifest.Files.FirstOrDefault(part => !Name().IsMatch(part.Path)) is { } stranger)
            {
                throw new BackupException("The backup holds {0}, which is no file of this program.", stranger.Path);
            }

            if (manifest.Files.FirstOrDefault(part => !entries.Remove(part.Path)) is { } lost)
            {
                throw new BackupException("{0} is missing in the backup.", lost.Path);
            }

            if (entries.Count > 0)
            {
                throw new BackupException("The backup holds {0}, which its manifest does not know.", entries.Keys.First());
            }

            string? database = null;
            foreach (var part in manifest.Files)
            {
                var place = placeOf(part.Path);
                database = part.Path == BackupManifest.Database ? place : database;
                await ReadAsync(zip.GetEntry(part.Path)!, part, place, stopping);
            }

            Require(manifest, await Task.Run(() => DatabaseFacts.Of(database ?? throw new BackupException("{0} is missing in the backup.", BackupManifest.Database)), stopping));
            return manifest;
        }
        catch (Exception damaged) when (damaged is InvalidDataException or ArgumentException or SqliteException { SqliteErrorCode: 11 or 26 })
        {
            throw new BackupException("The file is no backup, or is only a part of one.");
        }
    }

    private static async Task ReadAsync(ZipArchiveEntry entry, BackupPart part, string? place, CancellationToken stopping)
    {
        await using var target = place is null ? null : BackupWriter.Create(place);
        await using var content = await entry.OpenAsync(stopping);
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (block, size) = (new byte[Block], 0L);
        while (size <= part.Size && await content.ReadAsync(block, stopping) is > 0 and var read)
        {
            sum.AppendData(block, 0, read);
            size += read;
            if (target is not null)
            {
                await target.WriteAsync(block.AsMemory(0, read), stopping);
            }
        }

        target?.Flush(flushToDisk: true);
        Require(part, size, Convert.ToHexStringLower(sum.GetHashAndReset()));
    }

    private static BackupManifest ManifestOf(ZipArchive zip)
    {
        var entry = zip.GetEntry(BackupManifest.FileName) ?? throw new BackupException("The file is no backup: it has no manifest.");
        if (entry.Length > MostManifestBytes)
        {
            throw new BackupException("The manifest of the backup cannot be read.");
        }

        using var content = entry.Open();
        return BackupManifest.Read(content);
    }

    private static void Require(BackupPart part, long size, string hash)
    {
        if (size != part.Size || hash != part.Sha256)
        {
            throw new BackupException("{0} is not as it was when the backup was made.", part.Path);
        }
    }

    private static void Require(BackupManifest manifest, DatabaseFacts facts)
    {
        if (facts.Faults.Count > 0)
        {
            throw new BackupException("The database is damaged: {0}", string.Join("; ", facts.Faults));
        }

        var wrong = facts.Tables.Keys.Union(manifest.Tables.Keys).FirstOrDefault(table => facts.Tables.GetValueOrDefault(table, -1) != manifest.Tables.GetValueOrDefault(table, -1));
        if (wrong is not null)
        {
            throw new BackupException("The table {0} has {1} rows; the manifest says {2}.", wrong, facts.Tables.GetValueOrDefault(wrong), manifest.Tables.GetValueOrDefault(wrong));
        }

        if (facts.Migration != manifest.Migration || facts.History != manifest.History || !facts.Snapshots.SequenceEqual(manifest.Snapshots))
        {
            throw new BackupException("The database of the backup is another one than its manifest tells of.");
        }

        var held = manifest.Evidence.Select(part => part.Path[(part.Path.LastIndexOf('/') + 1)..]).Concat(manifest.Missing.Select(one => one.Sha256)).ToHashSet(StringComparer.Ordinal);
        if (facts.Evidence.FirstOrDefault(file => !held.Contains(file.Sha256)) is { Sha256: not null } lost)
        {
            throw new BackupException("{0} is missing in the backup.", $"evidence/{lost.Sha256[..2]}/{lost.Sha256}");
        }

        if (manifest.Evidence.FirstOrDefault(part => !part.Path.EndsWith(part.Sha256, StringComparison.Ordinal)) is { } misnamed)
        {
            throw new BackupException("{0} is not as it was when the backup was made.", misnamed.Path);
        }
    }

    [GeneratedRegex(@"\A(keyproducts\.db|keys/[A-Za-z0-9][A-Za-z0-9._-]{0,150}\.xml|evidence/[0-9a-f]{2}/[0-9a-f]{64})\z")]
    private static partial Regex Name();
}
