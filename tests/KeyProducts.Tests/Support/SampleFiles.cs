using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using KeyProducts.Documents;
using KeyProducts.Documents.Pdf;
using Workbook = KeyProducts.Documents.Spreadsheets.Excel;

namespace KeyProducts.Tests.Support;

/// <summary>Files as businesses send them, and as those send them who mean harm.</summary>
internal static class SampleFiles
{
    private const string Types = "application/vnd.openxmlformats-officedocument.";

    /// <summary>A picture of one point.</summary>
    public static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>The first bytes of a program.</summary>
    public static readonly byte[] Program = [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, .. new byte[200], .. "This program cannot be run in DOS mode."u8];

    /// <summary>A PDF with these words.</summary>
    public static byte[] Pdf(string words = "Tài liệu minh chứng") => Written(PdfReport.Write, words);

    /// <summary>A workbook with these words.</summary>
    public static byte[] Excel(string words = "Tài liệu minh chứng") => Written(Workbook.Write, words);

    /// <summary>A document of Word, as small as can be.</summary>
    public static byte[] Word(params (string Name, string Content)[] more) => Office("word/document.xml", Types + "wordprocessingml.document.main+xml", more);

    /// <summary>A package of Office whose main part has that content type.</summary>
    public static byte[] Office(string main, string type, params (string Name, string Content)[] more) => Zip(
    [
        ("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/{main}" ContentType="{type}"/></Types>"""),
        (main, "<x/>"),
        .. more,
    ]);

    /// <summary>A zip archive.</summary>
    public static byte[] Zip(params (string Name, string Content)[] parts) => Zip(parts.Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Content))));

    /// <summary>A workbook one part of which becomes as many megabytes of nothing.</summary>
    public static byte[] Bomb(int megabytes) => Zip(
    [
        ("[Content_Types].xml", Encoding.UTF8.GetBytes($"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="{Types}spreadsheetml.sheet.main+xml"/></Types>""")),
        ("xl/workbook.xml", "<x/>"u8.ToArray()),
        ("xl/worksheets/sheet1.xml", new byte[megabytes << 20]),
    ]);

    /// <summary>The same file, in whose headers no part says that it becomes more bytes than given.</summary>
    public static byte[] Claiming(byte[] zip, int bytes)
    {
        var changed = zip.ToArray();
        for (var at = 0; at <= changed.Length - 46; at++)
        {
            var signature = BinaryPrimitives.ReadUInt32LittleEndian(changed.AsSpan(at));
            if (signature is 0x04034B50 or 0x02014B50)
            {
                var size = changed.AsSpan(at + (signature == 0x02014B50 ? 24 : 22));
                BinaryPrimitives.WriteInt32LittleEndian(size, Math.Min(bytes, BinaryPrimitives.ReadInt32LittleEndian(size)));
            }
        }

        return changed;
    }

    /// <summary>A file of Office before 2007 with these streams at its top; a stream is filled up with zeros.</summary>
    public static byte[] Compound(params (string Name, byte[] Start)[] streams)
    {
        const int Sector = 512, StreamSectors = 8;
        var directorySectors = (streams.Length + 4) / 4;
        var file = new byte[(1 + 1 + directorySectors + (streams.Length * StreamSectors)) * Sector];
        byte[] signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(file, 0);
        U16(file, 24, 0x3E, 3, 0xFFFE, 9, 6);
        U32(file, 44, 1, 1);
        U32(file, 56, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0);
        U32(file, 76, [0, .. Enumerable.Repeat(0xFFFFFFFF, 108)]);
        var table = Enumerable.Repeat(0xFFFFFFFF, 128).ToArray();
        table[0] = 0xFFFFFFFD;
        Link(table, 1, directorySectors);
        var directory = 2 * Sector;
        Entry(file, directory, "Root Entry", 5, 0xFFFFFFFF, streams.Length > 0 ? 1u : 0xFFFFFFFF, 0xFFFFFFFE, 0);
        for (var i = 0; i < streams.Length; i++)
        {
            var start = 1 + directorySectors + (i * StreamSectors);
            Link(table, start, StreamSectors);
            // Each has the next one at its right: a tree without branches.
            Entry(file, directory + ((i + 1) * 128), streams[i].Name, 2, i + 1 < streams.Length ? (uint)i + 2 : 0xFFFFFFFF, 0xFFFFFFFF, (uint)start, StreamSectors * Sector);
            streams[i].Start.CopyTo(file, (start + 1) * Sector);
        }

        U32(file, Sector, table);
        return file;
    }

    private static byte[] Written(Action<Report, Stream> write, string words)
    {
        var file = new MemoryStream();
        write(new Report { FileName = "mau", Language = "vi", Title = words, Tables = [] }, file);
        return file.ToArray();
    }

    private static byte[] Zip(IEnumerable<(string Name, byte[] Content)> parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                part.Write(content);
            }
        }

        return file.ToArray();
    }

    private static void Entry(byte[] file, int at, string name, byte type, uint right, uint child, uint start, uint size)
    {
        Encoding.Unicode.GetBytes(name).CopyTo(file, at);
        U16(file, at + 64, (name.Length + 1) * 2);
        file[at + 66] = type;
        U32(file, at + 68, 0xFFFFFFFF, right, child);
        U32(file, at + 116, start, size);
    }

    private static void Link(uint[] table, int start, int count)
    {
        for (var i = 0; i < count; i++)
        {
            table[start + i] = i + 1 < count ? (uint)(start + i + 1) : 0xFFFFFFFE;
        }
    }

    private static void U16(byte[] file, int at, params int[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at + (2 * i)), (ushort)values[i]);
        }
    }

    private static void U32(byte[] file, int at, params uint[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at + (4 * i)), values[i]);
        }
    }
}
