using KeyProducts.Documents.Files;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>The parts of a workbook, once it is certain that they do not fill the machine when they are unpacked.</summary>
internal sealed class WorkbookParts
{
    // A large workbook has some dozens of parts, and 20,000 rows of 40 columns unpack to about 60 MB.
    private static readonly ArchiveLimits Limits = new(Parts: 2_000, Bytes: 128 << 20);

    private readonly ZipDirectory directory;
    private readonly Dictionary<string, ZipPart> parts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Checks the archive and reads its directory.</summary>
    /// <exception cref="FileRefusedException">It is damaged, locked, or becomes too much.</exception>
    public WorkbookParts(Stream file)
    {
        directory = ArchiveCheck.Read(file, Limits);
        foreach (var part in directory.Parts)
        {
            parts.TryAdd(part.Name.Replace('\\', '/').TrimStart('/'), part);
        }
    }

    /// <summary>Whether there is a part of that name.</summary>
    public bool Has(string path) => parts.ContainsKey(path);

    /// <summary>Opens a part; null when there is none.</summary>
    public Stream? Open(string path) => parts.TryGetValue(path, out var part) ? directory.Open(part) : null;
}
