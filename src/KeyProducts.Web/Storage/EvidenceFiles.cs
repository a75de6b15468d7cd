using System.Security.Cryptography;
using KeyProducts.Documents.Files;
using KeyProducts.Domain;

namespace KeyProducts.Web.Storage;

/// <summary>A file that has come and is in the store.</summary>
/// <param name="Name">The name it was sent under, cleaned.</param>
/// <param name="File">What is stored.</param>
public sealed record ArrivedFile(string Name, StoredFile File);

/// <summary>What a look at a stored file has found.</summary>
public enum FileState
{
    /// <summary>Every byte is as it was when it came.</summary>
    Whole,

    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>Its size or content is another.</summary>
    Damaged,

    /// <summary>The disk or its rights do not let it be read.</summary>
    Unreadable,
}

/// <summary>
/// The files of the evidence, in the data folder, each under the hash of its content: the same content is there once, whoever sends it and
/// however it is called. A file is written aside, checked, and only then moved into its place in one step, so that nothing in a place is
/// ever half a file. Nothing is stored under a name that somebody chose.
/// </summary>
public sealed class EvidenceFiles(DataFolder folder, TimeProvider clock)
{
    private const int Block = 128 << 10;
    private static readonly TimeSpan LeftoversAfter = TimeSpan.FromDays(1);

    private string Root => Path.Combine(folder.Path, "evidence");

    private string Aside => Path.Combine(Root, "arriving");

    /// <summary>Takes a file in.</summary>
    /// <param name="content">What is sent, read once. When it breaks off, its error passes through and nothing is left behind.</param>
    /// <param name="name">The name it is sent under.</param>
    /// <param name="mostMegabytes">The largest size that is taken, in megabytes of 1,048,576 bytes.</param>
    /// <param name="cancelled">Whether the sender has gone.</param>
    /// <exception cref="FileRefusedException">It is too large, or of no kind that is taken.</exception>
    public Task<ArrivedFile> AddAsync(Stream content, string? name, int mostMegabytes, CancellationToken cancelled = default) =>
        AddAsync(content, name, mostMegabytes, _ => { }, cancelled);

    /// <summary>Takes the scan of a paper in: a PDF or a picture.</summary>
    /// <param name="content">What is sent, read once.</param>
    /// <param name="name">The name it is sent under.</param>
    /// <param name="mostMegabytes">The largest size that is taken.</param>
    /// <param name="cancelled">Whether the sender has gone.</param>
    /// <exception cref="FileRefusedException">It is too large, or neither a PDF nor a picture.</exception>
    public Task<ArrivedFile> AddScanAsync(Stream content, string? name, int mostMegabytes, CancellationToken cancelled = default) =>
        AddAsync(content, name, mostMegabytes, RequireScan, cancelled);

    private async Task<ArrivedFile> AddAsync(Stream content, string? name, int mostMegabytes, Action<FileKind> require, CancellationToken cancelled)
    {
        Directory.CreateDirectory(Aside);
        ClearLeftovers();
        var cleaned = FileName.Of(name);
        var aside = Path.Combine(Aside, $"{Guid.NewGuid():N}.part");
        try
        {
            string hash;
            long size;
            FileKind kind;
            await using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, Block, FileOptions.Asynchronous))
            {
                (hash, size) = await CopyAsync(content, file, mostMegabytes, cancelled);
                kind = FileKind.Of(file, cleaned);
                require(kind);
                file.Flush(flushToDisk: true);
            }

            await PlaceAsync(aside, hash, size, cancelled);
            return new ArrivedFile(cleaned, new StoredFile(hash, size, kind.ContentType));
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>Opens a stored file, having read it once to see that it is whole; null when it is missing, damaged or cannot be read.</summary>
    public async Task<Stream?> OpenAsync(string hash, long size, CancellationToken cancelled = default)
    {
        FileStream? file = null;
        try
        {
            file = Read(hash);
            if (await IsWholeAsync(file, hash, size, cancelled))
            {
                file.Position = 0;
                return file;
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // Whoever asked says so; the check command tells which it is.
        }

        if (file is not null)
        {
            await file.DisposeAsync();
        }

        return null;
    }

    /// <summary>Reads a stored file to its end and compares it with its hash and size.</summary>
    public async Task<FileState> CheckAsync(string hash, long size, CancellationToken cancelled = default)
    {
        try
        {
            await using var file = Read(hash);
            return await IsWholeAsync(file, hash, size, cancelled) ? FileState.Whole : FileState.Damaged;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return FileState.Missing;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return FileState.Unreadable;
        }
    }

    /// <summary>The hashes of everything that is in its place, in order.</summary>
    public IReadOnlyList<string> Hashes() => !Directory.Exists(Root) ? [] :
    [
        .. Directory.EnumerateFiles(Root, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Select(path => Path.GetFileName(path)).Where(IsHash).Order(StringComparer.Ordinal),
    ];

    /// <summary>Where the file of a hash stands.</summary>
    public string PlaceOf(string hash) =>
        IsHash(hash) ? Path.Combine(Root, hash[..2], hash) : throw new ArgumentException("A file is found by its hash alone.", nameof(hash));

    private FileStream Read(string hash) =>
        new(PlaceOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Block, FileOptions.Asynchronous | FileOptions.SequentialScan);

    private static async Task<bool> IsWholeAsync(FileStream file, string hash, long size, CancellationToken cancelled) =>
        file.Length == size && Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancelled)) == hash;

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private static async Task<(string Hash, long Size)> CopyAsync(Stream content, FileStream file, int mostMegabytes, CancellationToken cancelled)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var most = (long)mostMegabytes << 20;
        var block = new byte[Block];
        var size = 0L;
        while (await content.ReadAsync(block, cancelled) is > 0 and var read)
        {
            size += read;
            if (size > most)
            {
                throw new FileRefusedException("The file is larger than {0} MB, the most that a file of evidence may have.", mostMegabytes);
            }

            sum.AppendData(block, 0, read);
            await file.WriteAsync(block.AsMemory(0, read), cancelled);
        }

        return (Convert.ToHexStringLower(sum.GetHashAndReset()), size);
    }

    private static void RequireScan(FileKind kind)
    {
        if (kind != FileKind.Pdf && !kind.ContentType.StartsWith("image/", StringComparison.Ordinal))
        {
            throw new FileRefusedException("A scan is a PDF or a picture; this file is {0}.", kind.Name);
        }
    }

    // What is there already stays, unless it has suffered: then the new copy mends it. Two who bring the same at once both find it in place.
    private async Task PlaceAsync(string aside, string hash, long size, CancellationToken cancelled)
    {
        var place = PlaceOf(hash);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        if (await CheckAsync(hash, size, cancelled) != FileState.Whole)
        {
            File.Move(aside, place, overwrite: true);
        }
    }

    // What a power cut or a crash has left half written.
    private void ClearLeftovers()
    {
        var before = clock.GetUtcNow().UtcDateTime - LeftoversAfter;
        foreach (var leftover in Directory.EnumerateFiles(Aside).Where(path => File.GetLastWriteTimeUtc(path) < before))
        {
            File.Delete(leftover);
        }
    }
}
