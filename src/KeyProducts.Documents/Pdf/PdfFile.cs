using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace KeyProducts.Documents.Pdf;

/// <summary>
/// The file's skeleton: numbered objects, streams, and the table that tells where each begins.
/// Plain objects are packed by the hundred into compressed object streams (PDF 1.5), because a tagged table has one per cell.
/// </summary>
internal sealed class PdfFile
{
    private const int PackSize = 200;

    private readonly Stream output;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<(byte Kind, int Place, ushort Index)> places = [(0, 0, ushort.MaxValue)];
    private readonly List<(int Id, string Body)> pack = [];
    private int position;

    /// <summary>Begins a file on <paramref name="output"/>, which stays open.</summary>
    public PdfFile(Stream output)
    {
        this.output = output;
        // The second line tells programs that move files that this one is not plain text.
        Put([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    /// <summary>A number for an object to be written later.</summary>
    public int Reserve()
    {
        places.Add(default);
        return places.Count - 1;
    }

    /// <summary>Writes an object that is not a stream.</summary>
    public void Write(int id, string body)
    {
        pack.Add((id, body));
        if (pack.Count == PackSize)
        {
            WritePack();
        }
    }

    /// <summary>Writes a new object that is not a stream, and returns its number.</summary>
    public int Write(string body)
    {
        var id = Reserve();
        Write(id, body);
        return id;
    }

    /// <summary>Writes a stream whose bytes are <see cref="Packed"/> already.</summary>
    public void WritePacked(int id, string entries, byte[] packed) => WriteStream(id, entries + " /Filter /FlateDecode", packed, compress: false);

    /// <summary>Writes a stream; <paramref name="entries"/> go into its dictionary.</summary>
    public void WriteStream(int id, string entries, ReadOnlySpan<byte> content, bool compress = true)
    {
        places[id] = (1, position, 0);
        if (compress)
        {
            content = Packed(content);
            entries += " /Filter /FlateDecode";
        }

        Put(string.Create(CultureInfo.InvariantCulture, $"{id} 0 obj\n<< {entries} /Length {content.Length} >>\nstream\n"));
        Put(content);
        Put("\nendstream\nendobj\n");
    }

    /// <summary>
    /// Writes what remains and the closing table. The file's identity is a hash of its bytes, not of the hour:
    /// the same input gives the same file.
    /// </summary>
    public void Finish(int catalog, int information)
    {
        WritePack();
        var id = Reserve();
        var start = position;
        places[id] = (1, start, 0);
        var table = new byte[places.Count * 7];
        for (var i = 0; i < places.Count; i++)
        {
            var row = table.AsSpan(i * 7, 7);
            row[0] = places[i].Kind;
            BinaryPrimitives.WriteInt32BigEndian(row[1..], places[i].Place);
            BinaryPrimitives.WriteUInt16BigEndian(row[5..], places[i].Index);
        }

        var identity = Convert.ToHexString(hash.GetCurrentHash().AsSpan(0, 16));
        var entries = string.Create(CultureInfo.InvariantCulture,
            $"/Type /XRef /Size {places.Count} /W [1 4 2] /Root {catalog} 0 R /Info {information} 0 R /ID [<{identity}> <{identity}>]");
        WriteStream(id, entries, table);
        Put(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n"));
        hash.Dispose();
    }

    /// <summary>The bytes as a stream holds them.</summary>
    public static byte[] Packed(ReadOnlySpan<byte> content)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return packed.ToArray();
    }

    private void WritePack()
    {
        if (pack.Count == 0)
        {
            return;
        }

        var id = Reserve();
        StringBuilder index = new(), bodies = new();
        for (var i = 0; i < pack.Count; i++)
        {
            places[pack[i].Id] = (2, id, (ushort)i);
            index.Append(CultureInfo.InvariantCulture, $"{pack[i].Id} {bodies.Length} ");
            bodies.Append(pack[i].Body).Append('\n');
        }

        var entries = string.Create(CultureInfo.InvariantCulture, $"/Type /ObjStm /N {pack.Count} /First {index.Length}");
        WriteStream(id, entries, Encoding.ASCII.GetBytes(index.Append(bodies).ToString()));
        pack.Clear();
    }

    private void Put(string ascii) => Put(Encoding.ASCII.GetBytes(ascii));

    private void Put(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        hash.AppendData(bytes);
        position += bytes.Length;
    }
}
