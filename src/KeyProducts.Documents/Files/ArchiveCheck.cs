namespace KeyProducts.Documents.Files;

/// <summary>How much a packed file may become.</summary>
/// <param name="Parts">The most parts.</param>
/// <param name="Bytes">The most bytes of all parts together.</param>
/// <param name="Ratio">How many times its packed size a part may become; asked only of parts larger than <paramref name="RatioFrom"/>.</param>
/// <param name="RatioFrom">The size from which the ratio counts: a small part of blanks harms nobody.</param>
public sealed record ArchiveLimits(int Parts = 10_000, long Bytes = 256 << 20, int Ratio = 200, long RatioFrom = 8 << 20);

/// <summary>
/// Finds archives that would fill memory or disk when unpacked. Every part is really unpacked and its bytes are counted and
/// thrown away; what the archive says about itself is believed nowhere, and must fit what was counted. An archive within
/// the archive is bytes like any other and is not opened.
/// </summary>
public static class ArchiveCheck
{
    /// <summary>Passes an archive that stays within the limits; afterwards other readers can be given it.</summary>
    /// <param name="archive">A zip archive, such as a workbook; it must allow seeking, and stays open.</param>
    /// <param name="limits">The limits; the usual ones when null.</param>
    /// <exception cref="FileRefusedException">It goes beyond a limit, is locked, or is damaged.</exception>
    public static void Check(Stream archive, ArchiveLimits? limits = null) => Read(archive, limits ?? new ArchiveLimits());

    /// <summary>The same, and the directory for whoever wants to read on.</summary>
    internal static ZipDirectory Read(Stream archive, ArchiveLimits limits)
    {
        var directory = new ZipDirectory(archive, limits.Parts);
        var buffer = new byte[64 << 10];
        var total = 0L;
        foreach (var part in directory.Parts)
        {
            var size = Count(directory.Open(part), part, buffer, limits, limits.Bytes - total);
            total += size == part.Claimed ? size : throw FileRefusedException.Damaged();
        }

        return directory;
    }

    /// <summary>The refusal of a file that becomes too much.</summary>
    internal static FileRefusedException TooMuch() => new("Unpacked, the file would become so large that it could stop the computer that opens it. It is not taken.");

    private static long Count(Stream unpacked, ZipPart part, byte[] buffer, ArchiveLimits limits, long left)
    {
        var size = 0L;
        try
        {
            while (unpacked.Read(buffer) is > 0 and var read)
            {
                size += read;
                if (size > left || (size > limits.RatioFrom && size > part.Packed * limits.Ratio))
                {
                    throw TooMuch();
                }
            }
        }
        catch (InvalidDataException)
        {
            throw FileRefusedException.Damaged();
        }

        return size;
    }
}
