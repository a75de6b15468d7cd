using System.Security.Cryptography;
using KeyProducts.Documents.Files;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace KeyProducts.Tests.Storage;

/// <summary>The store of files.</summary>
public sealed class EvidenceFilesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TestClock clock = new();
    private readonly EvidenceFiles files;

    public EvidenceFilesTests()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("KeyProducts:DataFolder", folder.Path)]).Build();
        clock.Now = DateTimeOffset.UtcNow;
        files = new EvidenceFiles(new DataFolder(settings, new HostingEnvironment { ContentRootPath = folder.Path }), clock);
    }

    private string[] Stored => [.. Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task A_file_stands_under_its_hash_and_comes_back_as_it_was()
    {
        var content = SampleFiles.Pdf();
        var stored = await files.AddAsync(new MemoryStream(content), "../Giấy chứng nhận.pdf", 1);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        Assert.Equal(new ArrivedFile("Giấy chứng nhận.pdf", new StoredFile(hash, content.Length, "application/pdf")), stored);
        Assert.Equal([Path.Combine(folder.Path, "evidence", hash[..2], hash)], Stored);
        await using var opened = (await files.OpenAsync(hash, content.Length))!;
        var read = new MemoryStream();
        await opened.CopyToAsync(read);
        Assert.Equal(content, read.ToArray());
        Assert.Equal(FileState.Whole, await files.CheckAsync(hash, content.Length));
        Assert.Equal([hash], files.Hashes());
    }

    [Fact]
    public async Task The_same_content_is_stored_once_also_when_it_comes_many_times_at_once()
    {
        var content = SampleFiles.Pdf();
        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => files.AddAsync(new MemoryStream(content), $"{i}.pdf", 1))));
        Assert.Single(all.Select(one => one.File).Distinct());
        Assert.Single(Stored);
        Assert.Equal(FileState.Whole, await files.CheckAsync(all[0].File.Sha256, content.Length));
    }

    [Fact]
    public async Task What_is_refused_or_breaks_off_leaves_nothing()
    {
        await Assert.ThrowsAsync<FileRefusedException>(() => files.AddAsync(new MemoryStream(SampleFiles.Program), "a.pdf", 1));
        await Assert.ThrowsAsync<FileRefusedException>(() => files.AddAsync(new MemoryStream([]), "a.pdf", 1));
        await Assert.ThrowsAsync<FileRefusedException>(() => files.AddAsync(new MemoryStream(SampleFiles.Bomb(20)), "a.xlsx", 1));
        await Assert.ThrowsAsync<IOException>(() => files.AddAsync(new BrokenStream(SampleFiles.Pdf()), "a.pdf", 1));
        Assert.Empty(Stored);
    }

    [Fact]
    public async Task The_limit_is_counted_in_bytes_that_came()
    {
        byte[] whole = [.. "%PDF-1.7\n"u8, .. new byte[(1 << 20) - 9]];
        Assert.Equal(1 << 20, (await files.AddAsync(new MemoryStream(whole), "a.pdf", 1)).File.Size);
        var refusal = await Assert.ThrowsAsync<FileRefusedException>(() => files.AddAsync(new MemoryStream([.. whole, 0]), "a.pdf", 1));
        Assert.Equal([1], refusal.Arguments);
        Assert.Single(Stored);
    }

    [Fact]
    public async Task A_missing_or_damaged_file_is_told_and_mended_by_the_next_copy()
    {
        var content = SampleFiles.Pdf();
        var (_, (hash, size, _)) = await files.AddAsync(new MemoryStream(content), "a.pdf", 1);
        await File.WriteAllBytesAsync(files.PlaceOf(hash), [.. content[..^1], 0]);
        Assert.Equal(FileState.Damaged, await files.CheckAsync(hash, size));
        Assert.Null(await files.OpenAsync(hash, size));
        await File.WriteAllBytesAsync(files.PlaceOf(hash), content[..10]);
        Assert.Equal(FileState.Damaged, await files.CheckAsync(hash, size));
        Assert.Null(await files.OpenAsync(hash, size));
        await files.AddAsync(new MemoryStream(content), "a.pdf", 1);
        Assert.Equal(FileState.Whole, await files.CheckAsync(hash, size));
        File.Delete(files.PlaceOf(hash));
        Assert.Equal(FileState.Missing, await files.CheckAsync(hash, size));
        Assert.Null(await files.OpenAsync(hash, size));
    }

    [Fact]
    public async Task Leftovers_of_a_crash_go_after_a_day()
    {
        await files.AddAsync(new MemoryStream(SampleFiles.Pdf()), "a.pdf", 1);
        var leftover = Path.Combine(folder.Path, "evidence", "arriving", "x.part");
        await File.WriteAllTextAsync(leftover, "x");
        await files.AddAsync(new MemoryStream(SampleFiles.Pdf("khác")), "a.pdf", 1);
        Assert.True(File.Exists(leftover));
        clock.Now += TimeSpan.FromHours(25);
        await files.AddAsync(new MemoryStream(SampleFiles.Pdf("khác nữa")), "a.pdf", 1);
        Assert.False(File.Exists(leftover));
        Assert.Equal(3, files.Hashes().Count);
    }

    [Theory]
    [InlineData("../keyproducts.db")]
    [InlineData("")]
    [InlineData("ABCDEF")]
    public void Nothing_but_a_hash_leads_to_a_file(string path) => Assert.Throws<ArgumentException>(() => files.PlaceOf(path));

    public void Dispose() => folder.Dispose();

    /// <summary>A connection that is lost after the first bytes.</summary>
    private sealed class BrokenStream(byte[] content) : MemoryStream(content)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position > 0 ? throw new IOException("The connection is gone.") : await base.ReadAsync(buffer[..100], cancellationToken);
    }
}
