using System.Buffers.Binary;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>Takes the instant at which it was packed out of a package, so that the same content gives the same bytes.</summary>
internal static class PackageTimes
{
    private const uint Entry = 0x02014B50, Local = 0x04034B50, End = 0x06054B50;
    private const int EndLength = 22, EntryLength = 46;

    /// <summary>1 January 1980, midnight: the first instant that an archive can name.</summary>
    private const uint First = 0x0021_0000;

    /// <summary>Sets the times of all parts of an archive that was packed just now: no comment, under 4 GB.</summary>
    /// <exception cref="InvalidOperationException">It is no such archive.</exception>
    public static void Clear(Span<byte> archive)
    {
        var end = archive[^EndLength..];
        Require(end, End);
        var at = (int)BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        for (var left = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]); left > 0; left--)
        {
            var entry = archive[at..];
            Require(entry, Entry);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[12..], First);
            var local = archive[(int)BinaryPrimitives.ReadUInt32LittleEndian(entry[42..])..];
            Require(local, Local);
            BinaryPrimitives.WriteUInt32LittleEndian(local[10..], First);
            at += EntryLength + BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
        }
    }

    private static void Require(ReadOnlySpan<byte> part, uint mark)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(part) != mark)
        {
            throw new InvalidOperationException("This is no archive as they are packed here.");
        }
    }
}
