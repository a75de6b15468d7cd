using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>
/// Puts files into an archive one after the other, never more than one of them in memory, and remembers the hash of each: "SHA256SUMS.txt" at the end is what
/// sha256sum -c reads, "danh-muc.txt" what people read. The same files at the same instant give the same bytes.
/// </summary>
/// <param name="output">The archive; it stays open.</param>
/// <param name="folder">The folder that all of it unpacks to, plain ASCII.</param>
/// <param name="at">The instant that all files bear, UTC.</param>
public sealed class Packet(Stream output, string folder, DateTime at) : IDisposable
{
    private readonly ZipArchive archive = new(output, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<PackedFile> files = [];
    private readonly List<(string Name, string Reason)> missing = [];

    /// <summary>What is in it so far.</summary>
    public IReadOnlyList<PackedFile> Files => files;

    /// <summary>Adds a file.</summary>
    /// <param name="path">Its path below the folder, plain ASCII.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="write">Writes it.</param>
    public void Add(string path, string name, Action<Stream> write)
    {
        using var content = new MemoryStream();
        write(content);
        var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        files.Add(new PackedFile(path, name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        Write(path, bytes);
    }

    /// <summary>Notes what is left out.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="reason">Why.</param>
    public void LeaveOut(string name, string reason) => missing.Add((name, reason));

    /// <summary>Adds the list for people and the one with the hashes; nothing can be added after them.</summary>
    /// <param name="head">The lines above the list.</param>
    public void Finish(IReadOnlyList<string> head)
    {
        // Editors of old machines take a text for UTF-8 only with a mark, and a line for a line only with both signs.
        Add("danh-muc.txt", "Danh mục", content => content.Write([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", List(head)))]));
        Write("SHA256SUMS.txt", Encoding.ASCII.GetBytes(string.Concat(files.Select(file => $"{file.Sha256}  {file.Path}\n"))));
    }

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    private IEnumerable<string> List(IReadOnlyList<string> head)
    {
        foreach (var line in head)
        {
            yield return line;
        }

        yield return "";
        yield return "TỆP TRONG BỘ";
        foreach (var (place, file) in files.Index())
        {
            yield return $"{place + 1}. {file.Name}";
            yield return $"   {file.Path} ({file.Length.ToString("N0", CultureInfo.GetCultureInfo("vi-VN"))} byte)";
            yield return $"   SHA-256 {file.Sha256}";
        }

        if (missing.Count > 0)
        {
            yield return "";
            yield return "CHƯA CÓ TRONG BỘ";
            foreach (var (name, reason) in missing)
            {
                yield return $"- {name}: {reason}";
            }
        }

        yield return "";
    }

    private void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var entry = archive.CreateEntry($"{folder}/{path}", CompressionLevel.Optimal);
        entry.LastWriteTime = new DateTimeOffset(Domain.HanoiTime.At(at), Domain.HanoiTime.Offset);
        using var stream = entry.Open();
        stream.Write(bytes);
    }
}

/// <summary>A file of a packet.</summary>
/// <param name="Path">Its path below the packet's folder.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Sha256">Its hash, in small hexadecimal letters.</param>
public sealed record PackedFile(string Path, string Name, long Length, string Sha256);
