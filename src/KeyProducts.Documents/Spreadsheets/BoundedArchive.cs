using System.IO.Compression;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>
/// A zip archive that somebody sent. What its directory says of sizes is not believed: what is unpacked is counted while it is read, and
/// an archive made to fill a machine's memory is refused long before it does.
/// </summary>
internal sealed class BoundedArchive : IDisposable
{
    /// <summary>A large workbook has some dozens of parts.</summary>
    private const int MostEntries = 2_000;

    /// <summary>20,000 rows of 40 columns unpack to about 60 MB.</summary>
    private const long MostBytes = 128L << 20;

    /// <summary>Rows of formatted, empty cells shrink to a hundredth; more than that is made, not written.</summary>
    private const long MostRatio = 200, RatioCountsFrom = 8L << 20;

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private long unpacked;

    /// <summary>Opens it and reads its directory.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="UnreadableSheetException">It has too many parts.</exception>
    public BoundedArchive(Stream file)
    {
        archive = new ZipArchive(file, ZipArchiveMode.Read);
        if (archive.Entries.Count > MostEntries)
        {
            throw TooLarge();
        }

        foreach (var entry in archive.Entries)
        {
            entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    /// <summary>Whether it has a part of that name.</summary>
    public bool Has(string path) => entries.ContainsKey(path);

    /// <summary>Opens a part; null when there is none.</summary>
    public Stream? Open(string path) => entries.TryGetValue(path, out var entry) ? new CountingStream(this, entry) : null;

    public void Dispose() => archive.Dispose();

    private static UnreadableSheetException TooLarge() =>
        new("The file unpacks to far more than a list of nominations needs. Copy the rows into a new workbook and save that.");

    private sealed class CountingStream(BoundedArchive archive, ZipArchiveEntry entry) : Stream
    {
        private readonly Stream inner = entry.Open();
        private long read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = inner.Read(buffer);
            read += count;
            archive.unpacked += count;
            var isMade = read > RatioCountsFrom && read / Math.Max(entry.CompressedLength, 1) > MostRatio;
            return isMade || archive.unpacked > MostBytes ? throw TooLarge() : count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
