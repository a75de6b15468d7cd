using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace KeyProducts.Documents.Files;

/// <summary>
/// The parts of a zip archive as its directory lists them, and their packed bytes. Only where things begin is believed;
/// how large a part becomes is found out by unpacking it: <see cref="ArchiveCheck"/>.
/// </summary>
internal sealed class ZipDirectory
{
    private const int EndLength = 22, LocatorLength = 20, HeaderLength = 30, EntryLength = 46;
    private const uint Wide = 0xFFFFFFFF;
    private const int LongestDirectory = 8 << 20;

    private readonly Stream archive;

    /// <summary>Reads the directory.</summary>
    /// <exception cref="FileRefusedException">There is none, it contradicts itself, it has too many parts, or a part is locked.</exception>
    public ZipDirectory(Stream archive, int mostParts)
    {
        this.archive = archive;
        var (count, start, length) = ReadEnd();
        if (count > mostParts)
        {
            throw ArchiveCheck.TooMuch();
        }

        if (length > LongestDirectory || start < 0 || start + length > archive.Length)
        {
            throw FileRefusedException.Damaged();
        }

        var directory = Bytes(start, (int)length).AsSpan();
        var parts = new List<ZipPart>();
        for (var i = 0; i < count; i++)
        {
            parts.Add(ReadPart(ref directory));
        }

        Parts = parts;
        RefuseOverlaps();
    }

    /// <summary>The parts, as listed.</summary>
    public IReadOnlyList<ZipPart> Parts { get; }

    /// <summary>The unpacked bytes of a part, as many as there really are.</summary>
    public Stream Open(ZipPart part)
    {
        var packed = new StreamPart(archive, part.Start, part.Packed);
        return part.IsDeflated ? new DeflateStream(packed, CompressionMode.Decompress) : packed;
    }

    // The end of the archive is its first word; nothing may follow it.
    private (long Count, long Start, long Length) ReadEnd()
    {
        var tail = (int)Math.Min(archive.Length, EndLength + ushort.MaxValue);
        var bytes = Bytes(archive.Length - tail, tail).AsSpan();
        for (var at = tail - EndLength; at >= 0; at--)
        {
            var end = bytes[at..];
            if (U32(end, 0) != 0x06054B50 || U16(end, 20) != end.Length - EndLength)
            {
                continue;
            }

            var (count, length, start) = ((long)U16(end, 10), (long)U32(end, 12), (long)U32(end, 16));
            var locator = archive.Length - tail + at - LocatorLength;
            return count == ushort.MaxValue || length == Wide || start == Wide ? ReadWideEnd(locator) : (count, start, length);
        }

        throw FileRefusedException.Damaged();
    }

    private (long Count, long Start, long Length) ReadWideEnd(long at)
    {
        var locator = Bytes(at, LocatorLength);
        var end = U32(locator, 0) == 0x07064B50 ? Bytes(I64(locator, 8), 56) : throw FileRefusedException.Damaged();
        return U32(end, 0) == 0x06064B50 ? (I64(end, 32), I64(end, 48), I64(end, 40)) : throw FileRefusedException.Damaged();
    }

    private ZipPart ReadPart(ref Span<byte> directory)
    {
        if (directory.Length < EntryLength || U32(directory, 0) != 0x02014B50)
        {
            throw FileRefusedException.Damaged();
        }

        int nameLength = U16(directory, 28), extraLength = U16(directory, 30), whole = EntryLength + nameLength + extraLength + U16(directory, 32);
        if (whole > directory.Length)
        {
            throw FileRefusedException.Damaged();
        }

        var entry = directory[..whole];
        directory = directory[whole..];
        if ((U16(entry, 8) & 1) != 0)
        {
            throw FileRefusedException.Locked();
        }

        var method = U16(entry, 10);
        if (method is not (0 or 8))
        {
            throw FileRefusedException.Damaged();
        }

        var name = entry.Slice(EntryLength, nameLength);
        var (size, packed, header) = ReadSizes(entry, entry.Slice(EntryLength + nameLength, extraLength));
        var local = Bytes(header, HeaderLength);
        int localName = U16(local, 26), localExtra = U16(local, 28);
        // A part that is called otherwise where it stands would be another one to another program.
        if (U32(local, 0) != 0x04034B50 || !Bytes(header + HeaderLength, localName).AsSpan().SequenceEqual(name))
        {
            throw FileRefusedException.Damaged();
        }

        var start = header + HeaderLength + localName + localExtra;
        return packed < 0 || start + packed > archive.Length || (method == 0 && packed != size)
            ? throw FileRefusedException.Damaged()
            : new ZipPart(Encoding.UTF8.GetString(name), method == 8, header, start, packed, size);
    }

    // Sizes that do not fit into four bytes stand in an extra field, in this order, each only where it is needed.
    private static (long Size, long Packed, long Header) ReadSizes(ReadOnlySpan<byte> entry, ReadOnlySpan<byte> extra)
    {
        Span<long> sizes = [U32(entry, 24), U32(entry, 20), U32(entry, 42)];
        while (extra.Length >= 4)
        {
            var field = extra.Slice(4, Math.Min(U16(extra, 2), extra.Length - 4));
            for (var i = 0; U16(extra, 0) == 1 && i < sizes.Length; i++)
            {
                if (sizes[i] == Wide && field.Length >= 8)
                {
                    sizes[i] = I64(field, 0);
                    field = field[8..];
                }
            }

            extra = extra[Math.Min(4 + U16(extra, 2), extra.Length)..];
        }

        return (sizes[0], sizes[1], sizes[2]);
    }

    // Parts that share bytes, or a name, are no work of an honest program.
    private void RefuseOverlaps()
    {
        var end = 0L;
        foreach (var part in Parts.OrderBy(part => part.Header))
        {
            end = part.Header >= end ? part.Start + part.Packed : throw FileRefusedException.Damaged();
        }

        if (Parts.DistinctBy(part => part.Name, StringComparer.OrdinalIgnoreCase).Count() != Parts.Count)
        {
            throw FileRefusedException.Damaged();
        }
    }

    private byte[] Bytes(long at, int length)
    {
        if (at < 0 || at + length > archive.Length)
        {
            throw FileRefusedException.Damaged();
        }

        var bytes = new byte[length];
        archive.Position = at;
        archive.ReadExactly(bytes);
        return bytes;
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static long I64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);
}

/// <summary>A part of an archive.</summary>
/// <param name="Name">Its path within the archive.</param>
/// <param name="IsDeflated">Whether it is packed, not merely stored.</param>
/// <param name="Header">Where its own header begins.</param>
/// <param name="Start">Where its bytes begin.</param>
/// <param name="Packed">How many bytes it takes in the archive.</param>
/// <param name="Claimed">How many it says it becomes.</param>
internal sealed record ZipPart(string Name, bool IsDeflated, long Header, long Start, long Packed, long Claimed);
