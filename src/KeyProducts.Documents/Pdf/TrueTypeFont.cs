using System.Buffers.Binary;
using System.Text;

namespace KeyProducts.Documents.Pdf;

/// <summary>
/// A TrueType file, read once: which glyph a character has, how wide it is, and the bytes that draw it.
/// Knows the characters of the Basic Multilingual Plane (cmap format 4), which holds all Vietnamese and English.
/// </summary>
internal sealed class TrueTypeFont
{
    private static readonly Lazy<TrueTypeFont>[] Faces =
        [.. Enum.GetNames<FontFace>().Select(face => new Lazy<TrueTypeFont>(() => Load(face)))];

    private readonly byte[] data;
    private readonly Dictionary<string, (int Start, int Length)> tables = [];
    private readonly ushort[] glyphs = new ushort[0x10000];
    private readonly ushort[] advances;
    private readonly bool longOffsets;

    private TrueTypeFont(byte[] data)
    {
        this.data = data;
        for (var i = 0; i < U16(data, 4); i++)
        {
            var entry = data.AsSpan(12 + (i * 16), 16);
            tables.Add(Encoding.ASCII.GetString(entry[..4]), (I32(entry, 8), I32(entry, 12)));
        }

        UnitsPerEm = U16(Table("head"), 18);
        Box = [.. Enumerable.Range(0, 4).Select(side => (int)I16(Table("head"), 36 + (side * 2)))];
        longOffsets = U16(Table("head"), 50) == 1;
        Ascent = I16(Table("hhea"), 4);
        Descent = I16(Table("hhea"), 6);
        CapHeight = I16(Table("OS/2"), 88);
        ItalicAngle = I32(Table("post"), 4) / 65536.0;
        Name = PostScriptName();
        advances = Advances();
        ReadCharacters();
    }

    /// <summary>The name a reader shows, for instance "LiberationSerif-Bold".</summary>
    public string Name { get; }

    /// <summary>Font units in the height of the letters' body; every measure here is in these units.</summary>
    public int UnitsPerEm { get; }

    /// <summary>How many glyphs there are.</summary>
    public int GlyphCount => advances.Length;

    /// <summary>From the baseline to the top of the tallest letter.</summary>
    public int Ascent { get; }

    /// <summary>From the baseline down, hence negative.</summary>
    public int Descent { get; }

    /// <summary>The height of a capital without marks.</summary>
    public int CapHeight { get; }

    /// <summary>The slant in degrees, negative when leaning right.</summary>
    public double ItalicAngle { get; }

    /// <summary>The box around all glyphs laid over each other: left, bottom, right, top.</summary>
    public IReadOnlyList<int> Box { get; }

    /// <summary>The embedded font of that face; shared, because it never changes.</summary>
    public static TrueTypeFont Of(FontFace face) => Faces[(int)face].Value;

    /// <summary>The glyph of a character; 0 when the font has none.</summary>
    public int GlyphOf(char character) => glyphs[character];

    /// <summary>How far the pen moves after the glyph.</summary>
    public int AdvanceOf(int glyph) => advances[glyph];

    /// <summary>The space at the glyph's left.</summary>
    public int LeftBearingOf(int glyph)
    {
        var metrics = U16(Table("hhea"), 34);
        return I16(Table("hmtx"), glyph < metrics ? (glyph * 4) + 2 : (metrics * 4) + ((glyph - metrics) * 2));
    }

    /// <summary>The bytes that draw the glyph; empty for a space.</summary>
    public ReadOnlySpan<byte> OutlineOf(int glyph)
    {
        var offsets = Table("loca");
        var (start, end) = longOffsets
            ? (I32(offsets, glyph * 4), I32(offsets, (glyph * 4) + 4))
            : (U16(offsets, glyph * 2) * 2, U16(offsets, (glyph * 2) + 2) * 2);
        return Table("glyf")[start..end];
    }

    /// <summary>A table of the file; empty when it has none of that name.</summary>
    public ReadOnlySpan<byte> Table(string tag) =>
        tables.TryGetValue(tag, out var at) ? data.AsSpan(at.Start, at.Length) : [];

    /// <summary>A number of two bytes without sign.</summary>
    public static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    /// <summary>A number of two bytes with sign.</summary>
    public static short I16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt16BigEndian(bytes[at..]);

    /// <summary>A number of four bytes with sign.</summary>
    public static int I32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);

    private static TrueTypeFont Load(string face)
    {
        using var resource = typeof(TrueTypeFont).Assembly.GetManifestResourceStream($"LiberationSerif-{face}.ttf")!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return new TrueTypeFont(bytes);
    }

    private ushort[] Advances()
    {
        var count = U16(Table("maxp"), 4);
        var metrics = U16(Table("hhea"), 34);
        var widths = new ushort[count];
        for (var glyph = 0; glyph < count; glyph++)
        {
            widths[glyph] = U16(Table("hmtx"), Math.Min(glyph, metrics - 1) * 4);
        }

        return widths;
    }

    private string PostScriptName()
    {
        var names = Table("name");
        for (var i = 0; i < U16(names, 2); i++)
        {
            var record = names[(6 + (i * 12))..];
            if (U16(record, 0) == 3 && U16(record, 6) == 6)
            {
                return Encoding.BigEndianUnicode.GetString(names.Slice(U16(names, 4) + U16(record, 10), U16(record, 8)));
            }
        }

        throw new InvalidDataException("The font does not tell its name.");
    }

    private void ReadCharacters()
    {
        var map = Table("cmap");
        for (var i = 0; i < U16(map, 2); i++)
        {
            var record = map[(4 + (i * 8))..];
            var subtable = map[I32(record, 4)..];
            if (U16(record, 0) == 3 && U16(record, 2) == 1 && U16(subtable, 0) == 4)
            {
                ReadSegments(subtable);
                return;
            }
        }

        throw new InvalidDataException("The font has no table of Unicode characters.");
    }

    // Format 4: runs of characters; a run either adds a number to the character or points into a list of glyphs.
    private void ReadSegments(ReadOnlySpan<byte> subtable)
    {
        var length = U16(subtable, 6);
        int ends = 14, starts = ends + length + 2, deltas = starts + length, pointers = deltas + length;
        for (var segment = 0; segment < length; segment += 2)
        {
            int first = U16(subtable, starts + segment), last = U16(subtable, ends + segment);
            int delta = U16(subtable, deltas + segment), pointer = U16(subtable, pointers + segment);
            for (var character = first; character <= last && character < 0xFFFF; character++)
            {
                var glyph = pointer == 0
                    ? character
                    : U16(subtable, pointers + segment + pointer + ((character - first) * 2));
                glyphs[character] = pointer != 0 && glyph == 0 ? (ushort)0 : (ushort)(glyph + delta);
            }
        }
    }
}
