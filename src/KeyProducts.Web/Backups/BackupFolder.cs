using System.Collections.Concurrent;
using System.Globalization;
using KeyProducts.Domain;

namespace KeyProducts.Web.Backups;

/// <summary>A backup in the folder.</summary>
/// <param name="Name">The name of its file.</param>
/// <param name="Path">Its whole path.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Manifest">What it says of itself; null when it cannot be read.</param>
public sealed record BackupFile(string Name, string Path, long Size, BackupManifest? Manifest)
{
    /// <summary>Whether it holds everything that the database refers to.</summary>
    public bool IsComplete => Manifest is { IsComplete: true };
}

/// <summary>The folder in which the backups lie.</summary>
public sealed class BackupFolder(BackupSettings settings)
{
    private const string Pattern = "keyproducts-*.zip";

    // What a backup says does not change; reading all of them again for each page would take seconds.
    private readonly ConcurrentDictionary<(string Path, long Size, DateTime At), BackupManifest?> known = new();

    /// <summary>The name that a backup gets: when, in Hà Nội, and why.</summary>
    public static string NameOf(BackupOrder order) => string.Create(CultureInfo.InvariantCulture, $"keyproducts-{HanoiTime.At(order.At):yyyyMMdd-HHmmss}-{Word(order.Kind)}.zip");

    /// <summary>The kind in the name of a file, and of the command line.</summary>
    public static string Word(BackupKind kind) => kind switch
    {
        BackupKind.Daily => "daily",
        BackupKind.OnDemand => "on-demand",
        _ => "before-migration",
    };

    /// <summary>How much room is left in a folder; null when the system does not say.</summary>
    public static long? RoomIn(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Deletes a file if that can be done; what cannot be deleted now is swept later.</summary>
    public static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception stays) when (stays is IOException or UnauthorizedAccessException)
        {
            // The next sweep tries again.
        }
    }

    /// <summary>Makes sure that the folder is there, for its owner alone, and clears away what was left half written.</summary>
    /// <returns>Where a backup of that name goes.</returns>
    public string Prepare(BackupOrder order)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(settings.Folder);
        }
        else
        {
            Directory.CreateDirectory(settings.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Sweep(settings.Folder);
        var path = Path.Combine(settings.Folder, NameOf(order));
        for (var again = 2; File.Exists(path); again++)
        {
            path = Path.Combine(settings.Folder, string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(NameOf(order))}-{again}.zip"));
        }

        return path;
    }

    /// <summary>Clears away what a crash or a power cut has left; what another program is writing is held by it and stays.</summary>
    public static void Sweep(string folder)
    {
        foreach (var part in Directory.EnumerateFiles(folder, BackupWriter.Aside + "*.part"))
        {
            try
            {
                using var held = new FileStream(part, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                File.Delete(part);
            }
            catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
            {
                // Somebody is writing it.
            }
        }

        foreach (var copy in Directory.EnumerateFiles(folder, BackupWriter.Aside + "*.db*").Where(copy => !File.Exists(copy[..(copy.LastIndexOf(".db", StringComparison.Ordinal))] + ".part")))
        {
            DeleteQuietly(copy);
        }
    }

    /// <summary>All backups, the newest first; those that cannot be read come last.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public IReadOnlyList<BackupFile> List() => !Directory.Exists(settings.Folder) ? [] :
    [
        .. new DirectoryInfo(settings.Folder).EnumerateFiles(Pattern)
            .Select(file => new BackupFile(file.Name, file.FullName, file.Length, ManifestOf(file)))
            .OrderByDescending(file => file.Manifest?.MadeAt ?? DateTime.MinValue).ThenByDescending(file => file.Name, StringComparer.Ordinal),
    ];

    /// <summary>
    /// Deletes what is more than enough: of each kind the newest complete ones are kept, and as many incomplete ones beside them, which must not push out what still has every file.
    /// </summary>
    /// <param name="made">The one just made, which always stays, whatever the clock says of the others.</param>
    /// <param name="now">Ones dated later, made while the clock was wrong, go first, UTC.</param>
    public void Prune(string made, DateTime now)
    {
        var files = List().Where(file => file.Manifest is not null);
        foreach (var kind in files.GroupBy(file => (file.Manifest!.Kind, file.IsComplete)))
        {
            foreach (var old in kind.OrderByDescending(file => file.Path == made).ThenBy(file => file.Manifest!.MadeAt > now + BackupState.Slack).Skip(settings.Keep))
            {
                File.Delete(old.Path);
            }
        }
    }

    private BackupManifest? ManifestOf(FileInfo file)
    {
        var key = (file.FullName, file.Length, file.LastWriteTimeUtc);
        if (known.TryGetValue(key, out var manifest))
        {
            return manifest;
        }

        try
        {
            using var content = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            manifest = BackupCheck.ManifestOf(content);
        }
        catch (Exception none) when (none is BackupException or IOException or UnauthorizedAccessException)
        {
            manifest = null;
        }

        return known[key] = manifest;
    }
}
