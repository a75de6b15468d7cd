using System.Buffers.Binary;
using System.Text;
using static KeyProducts.Documents.Pdf.TrueTypeFont;

namespace KeyProducts.Documents.Pdf;

/// <summary>
/// Cuts a font down to the glyphs a document uses. Glyph ids stay as they are, so that the text needs no second numbering:
/// glyphs left out become empty, and the font ends after the last one used.
/// </summary>
internal static class TrueTypeSubset
{
    private const int MoreParts = 0x20, WordArguments = 0x01, OneScale = 0x08, TwoScales = 0x40, Matrix = 0x80;

    /// <summary>A font file with these glyphs, the parts they are made of, and glyph 0.</summary>
    public static byte[] Of(TrueTypeFont font, IEnumerable<int> glyphs)
    {
        var kept = WithParts(font, glyphs);
        var count = kept.Max + 1;
        var outlines = new MemoryStream();
        var offsets = new byte[(count + 1) * 4];
        var metrics = new byte[count * 4];
        for (var glyph = 0; glyph < count; glyph++)
        {
            BinaryPrimitives.WriteInt32BigEndian(offsets.AsSpan(glyph * 4), (int)outlines.Length);
            if (kept.Contains(glyph))
            {
                outlines.Write(font.OutlineOf(glyph));
                outlines.Write(new byte[-(int)outlines.Length & 3]);
                BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(glyph * 4), (ushort)font.AdvanceOf(glyph));
                BinaryPrimitives.WriteInt16BigEndian(metrics.AsSpan((glyph * 4) + 2), (short)font.LeftBearingOf(glyph));
            }
        }

        BinaryPrimitives.WriteInt32BigEndian(offsets.AsSpan(count * 4), (int)outlines.Length);
        var head = Patched(font.Table("head"), 50, 1); // Offsets of four bytes.
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(8), 0);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = outlines.ToArray(),
            ["head"] = head,
            ["hhea"] = Patched(font.Table("hhea"), 34, (ushort)count),
            ["hmtx"] = metrics,
            ["loca"] = offsets,
            ["maxp"] = Patched(font.Table("maxp"), 4, (ushort)count),
        };
        foreach (var tag in (string[])["cvt ", "fpgm", "prep"])
        {
            if (font.Table(tag) is { Length: > 0 } table)
            {
                tables[tag] = table.ToArray();
            }
        }

        return File(tables);
    }

    // A composite glyph draws others; those are needed too, and theirs in turn.
    private static SortedSet<int> WithParts(TrueTypeFont font, IEnumerable<int> glyphs)
    {
        var kept = new SortedSet<int>();
        var open = new Stack<int>(glyphs.Append(0));
        while (open.TryPop(out var glyph))
        {
            if (!kept.Add(glyph) || font.OutlineOf(glyph) is not { Length: > 0 } outline || I16(outline, 0) >= 0)
            {
                continue;
            }

            int at = 10, flags;
            do
            {
                flags = U16(outline, at);
                open.Push(U16(outline, at + 2));
                at += 4 + ((flags & WordArguments) != 0 ? 4 : 2)
                    + ((flags & OneScale) != 0 ? 2 : (flags & TwoScales) != 0 ? 4 : (flags & Matrix) != 0 ? 8 : 0);
            }
            while ((flags & MoreParts) != 0);
        }

        return kept;
    }

    private static byte[] Patched(ReadOnlySpan<byte> table, int at, ushort value)
    {
        var copy = table.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), value);
        return copy;
    }

    private static byte[] File(SortedDictionary<string, byte[]> tables)
    {
        var log = (int)Math.Log2(tables.Count);
        var size = 12 + (tables.Count * 16);
        var file = new byte[size + tables.Values.Sum(table => (table.Length + 3) & ~3)];
        BinaryPrimitives.WriteInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << log));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)log);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)((tables.Count - (1 << log)) * 16));
        int entry = 12, start = size, head = 0;
        foreach (var (tag, table) in tables)
        {
            Encoding.ASCII.GetBytes(tag, file.AsSpan(entry));
            table.CopyTo(file, start);
            var padded = file.AsSpan(start, (table.Length + 3) & ~3);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 4), Sum(padded));
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 8), start);
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 12), table.Length);
            head = tag == "head" ? start : head;
            entry += 16;
            start += padded.Length;
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), 0xB1B0AFBA - Sum(file));
        return file;
    }

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        uint sum = 0;
        for (var at = 0; at < bytes.Length; at += 4)
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
        }

        return sum;
    }
}
