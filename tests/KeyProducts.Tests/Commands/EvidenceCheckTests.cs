using KeyProducts.Tests.Support;
using KeyProducts.Web.Commands;
using KeyProducts.Web.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Commands;

/// <summary>The command that reads every file of the evidence.</summary>
public sealed class EvidenceCheckTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_whole_store_is_told_and_files_without_evidence_are_only_named()
    {
        var (isWhole, said) = await CheckAsync();
        Assert.Equal((true, 1), (isWhole, said.Count));
        Assert.Matches(@"^evidence: [1-9]\d* files checked: \d+ whole, 0 missing, 0 damaged, 0 unreadable; 0 belong to nothing$", said[0]);

        var orphan = await Store.AddAsync(new MemoryStream(SampleFiles.Pdf("không của ai")), "a.pdf", 1);
        (isWhole, said) = await CheckAsync();
        Assert.Equal((true, $"evidence: belongs to nothing: {Store.PlaceOf(orphan.File.Sha256)}"), (isWhole, said[0]));
    }

    [Fact]
    public async Task Missing_damaged_and_unreadable_files_are_told_with_who_uses_them_and_it_is_not_whole()
    {
        var hashes = Store.Hashes();
        File.Delete(Store.PlaceOf(hashes[0]));
        var whole = await File.ReadAllBytesAsync(Store.PlaceOf(hashes[1]));
        await File.WriteAllBytesAsync(Store.PlaceOf(hashes[1]), [.. whole[..^1], 0]);
        await File.WriteAllBytesAsync(Store.PlaceOf(hashes[2]), []);
        // A folder in the place of a file cannot be read, whoever asks.
        File.Delete(Store.PlaceOf(hashes[3]));
        Directory.CreateDirectory(Store.PlaceOf(hashes[3]));

        var (isWhole, said) = await CheckAsync();
        Assert.False(isWhole);
        Assert.Matches($@"^evidence: missing: {hashes[0]}, \d+ bytes, used by 2026/\d+ .+\.pdf$", said.Single(line => line.Contains(hashes[0], StringComparison.Ordinal)));
        Assert.StartsWith("evidence: damaged: ", said.Single(line => line.Contains(hashes[1], StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.StartsWith("evidence: damaged: ", said.Single(line => line.Contains(hashes[2], StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.StartsWith("evidence: unreadable: ", said.Single(line => line.Contains(hashes[3], StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(5, said.Count);
        Assert.EndsWith("1 missing, 2 damaged, 1 unreadable; 0 belong to nothing", said[^1], StringComparison.Ordinal);
    }

    private EvidenceFiles Store => app.Services.GetRequiredService<EvidenceFiles>();

    private async Task<(bool IsWhole, List<string> Said)> CheckAsync()
    {
        await using var output = new StringWriter();
        var isWhole = await app.ReadAsync(db => EvidenceCheck.RunAsync(db, Store, output));
        return (isWhole, [.. output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)]);
    }
}
