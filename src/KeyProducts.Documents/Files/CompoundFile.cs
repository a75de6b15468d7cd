using System.Buffers.Binary;
using System.Text;

namespace KeyProducts.Documents.Files;

/// <summary>
/// A file of streams and storages, as Office wrote before 2007 (MS-CFB). Installers, mails and locked documents look the
/// same from outside; the names of the streams tell which it is.
/// </summary>
internal sealed class CompoundFile
{
    private const uint LastRegular = 0xFFFFFFFA;
    private const int EntryLength = 128, MostEntries = 100_000, LongestRead = 64 << 20;

    private readonly Stream file;
    private readonly int sector;
    private readonly int smallest;
    private readonly List<uint> next = [];
    private readonly List<Entry> entries;

    /// <summary>Reads the directory.</summary>
    /// <exception cref="FileRefusedException">It is damaged.</exception>
    public CompoundFile(Stream file)
    {
        this.file = file;
        var head = Bytes(0, 512);
        sector = U16(head, 30) is 9 or 12 ? 1 << U16(head, 30) : throw FileRefusedException.Damaged();
        smallest = (int)Math.Min(U32(head, 56), int.MaxValue);
        ReadTable(head);
        var directory = Chain(U32(head, 48), MostEntries * EntryLength);
        entries = [.. directory.Chunk(EntryLength).Where(entry => entry.Length == EntryLength).Select(entry => new Entry(
            Encoding.Unicode.GetString(entry, 0, Math.Clamp(U16(entry, 64) - 2, 0, 62)), U32(entry, 68), U32(entry, 72), U32(entry, 76), U32(entry, 116), U32(entry, 120)))];
    }

    /// <summary>The bytes every such file begins with.</summary>
    public static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Which document it is; refused when it is none, locked, or carries macros.</summary>
    public FileKind Kind()
    {
        var top = Top().ToDictionary(entry => entry.Name, StringComparer.OrdinalIgnoreCase);
        if (top.ContainsKey("EncryptedPackage"))
        {
            throw FileRefusedException.Locked();
        }

        if (top.TryGetValue("WordDocument", out var word))
        {
            const int Encrypted = 1;
            RefuseIf(Read(word, 32) is { Length: > 11 } start && (start[11] & Encrypted) != 0, Has("Macros") || Has("_VBA_PROJECT"), FileKind.Word);
            return FileKind.OldWord;
        }

        if (top.TryGetValue("Workbook", out var book) || top.TryGetValue("Book", out book))
        {
            var (isLocked, hasMacroSheet) = Globals(Read(book, LongestRead));
            RefuseIf(isLocked, hasMacroSheet || Has("_VBA_PROJECT_CUR") || Has("_VBA_PROJECT"), FileKind.Excel);
            return FileKind.OldExcel;
        }

        if (top.TryGetValue("PowerPoint Document", out var show))
        {
            RefuseIf(top.ContainsKey("EncryptedSummary"), SaysMacros(Read(show, LongestRead)), FileKind.PowerPoint);
            return FileKind.OldPowerPoint;
        }

        throw FileKind.Unknown();
    }

    private bool Has(string name) => entries.Any(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static void RefuseIf(bool isLocked, bool hasMacros, FileKind instead)
    {
        if (isLocked || hasMacros)
        {
            throw isLocked ? FileRefusedException.Locked() : FileRefusedException.Macros(instead.Name);
        }
    }

    // The children of the root are a tree of their own, each with a left and a right neighbour.
    private IEnumerable<Entry> Top()
    {
        var seen = new HashSet<uint>();
        var open = new Stack<uint>(entries.Take(1).Select(root => root.Child));
        while (open.TryPop(out var at))
        {
            if (at < entries.Count && seen.Add(at))
            {
                yield return entries[(int)at];
                open.Push(entries[(int)at].Left);
                open.Push(entries[(int)at].Right);
            }
        }
    }

    // The first records of a workbook, up to the end of its globals: whether it is locked, and whether a sheet holds old macros.
    private static (bool IsLocked, bool HasMacroSheet) Globals(ReadOnlySpan<byte> records)
    {
        const ushort EndOfGlobals = 0x0A, Password = 0x2F, Sheet = 0x85;
        bool isLocked = false, hasMacroSheet = false;
        while (records.Length >= 4 && U16(records, 0) is not EndOfGlobals and var record)
        {
            var body = records.Slice(4, Math.Min(U16(records, 2), records.Length - 4));
            isLocked |= record == Password;
            hasMacroSheet |= record == Sheet && body.Length > 5 && body[5] == 1;
            records = records[(4 + body.Length)..];
        }

        return (isLocked, hasMacroSheet);
    }

    // The record that tells where a presentation keeps its macros, and whether there are any (VBAInfoAtom).
    private static bool SaysMacros(ReadOnlySpan<byte> show)
    {
        ReadOnlySpan<byte> atom = [0x02, 0x00, 0x00, 0x04, 0x0C, 0x00, 0x00, 0x00];
        for (var at = show.IndexOf(atom); at >= 0 && show.Length >= at + 16; at = show.IndexOf(atom))
        {
            if (U32(show, at + 12) != 0)
            {
                return true;
            }

            show = show[(at + atom.Length)..];
        }

        return false;
    }

    // Small streams live elsewhere; those asked for here are never small.
    private byte[] Read(Entry entry, int most) =>
        entry.Size < smallest ? [] : Chain(entry.Start, (int)Math.Min(most, entry.Size));

    // Which sector follows which: the table is itself a list of sectors, the first 109 named in the header.
    private void ReadTable(byte[] head)
    {
        var tables = Enumerable.Range(0, 109).Select(i => U32(head, 76 + (4 * i))).ToList();
        var more = U32(head, 68);
        for (var steps = 0; more < LastRegular && steps <= file.Length / sector; steps++)
        {
            var list = Sector(more);
            tables.AddRange(Enumerable.Range(0, (sector / 4) - 1).Select(i => U32(list, 4 * i)));
            more = U32(list, sector - 4);
        }

        foreach (var table in tables.TakeWhile(table => table < LastRegular))
        {
            var part = Sector(table);
            next.AddRange(Enumerable.Range(0, sector / 4).Select(i => U32(part, 4 * i)));
            if (next.Count > (file.Length / sector) + sector)
            {
                break;
            }
        }
    }

    private byte[] Chain(uint at, int most)
    {
        var bytes = new MemoryStream();
        for (var steps = 0; at < LastRegular && bytes.Length < most; steps++)
        {
            bytes.Write(Sector(at));
            at = at < next.Count && steps <= file.Length / sector ? next[(int)at] : throw FileRefusedException.Damaged();
        }

        return bytes.Length > most ? bytes.GetBuffer()[..most] : bytes.ToArray();
    }

    private byte[] Sector(uint at) => Bytes((at + 1L) * sector, sector);

    // The last sector may be cut short where only padding is missing.
    private byte[] Bytes(long at, int length)
    {
        if (at >= file.Length)
        {
            throw FileRefusedException.Damaged();
        }

        var bytes = new byte[length];
        file.Position = at;
        file.ReadAtLeast(bytes, length, throwOnEndOfStream: false);
        return bytes;
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private sealed record Entry(string Name, uint Left, uint Right, uint Child, uint Start, uint Size);
}
