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
    public async Task A_whole_store_ends_with_0_and_files_without_evidence_are_only_named()
    {
        var (code, said) = await CheckAsync();
        Assert.Equal((0, 1), (code, said.Count));
        Assert.Matches(@"^[1-9]\d* files checked: \d+ whole, 0 missing, 0 damaged, 0 unreadable; 0 belong to no evidence\.$", said[0]);

        var orphan = await Store.AddAsync(new MemoryStream(SampleFiles.Pdf("không của ai")), "a.pdf", 1);
        (code, said) = await CheckAsync();
        Assert.Equal((0, $"belongs to no evidence: {Store.PlaceOf(orphan.File.Sha256)}"), (code, said[0]));
    }

    [Fact]
    public async Task Missing_damaged_and_unreadable_files_are_told_with_who_uses_them_and_it_ends_with_1()
    {
        var hashes = Store.Hashes();
        File.Delete(Store.PlaceOf(hashes[0]));
        var whole = await File.ReadAllBytesAsync(Store.PlaceOf(hashes[1]));
        await File.WriteAllBytesAsync(Store.PlaceOf(hashes[1]), [.. whole[..^1], 0]);
        await File.WriteAllBytesAsync(Store.PlaceOf(hashes[2]), []);
        // A folder in the place of a file cannot be read, whoever asks.
        File.Delete(Store.PlaceOf(hashes[3]));
        Directory.CreateDirectory(Store.PlaceOf(hashes[3]));

        var (code, said) = await CheckAsync();
        Assert.Equal(1, code);
        Assert.Matches($@"^missing: {hashes[0]}, \d+ bytes, used by 2026/\d+ .+\.pdf$", said.Single(line => line.Contains(hashes[0], StringComparison.Ordinal)));
        Assert.StartsWith("damaged: ", said.Single(line => line.Contains(hashes[1], StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.StartsWith("damaged: ", said.Single(line => line.Contains(hashes[2], StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.StartsWith("unreadable: ", said.Single(line => line.Contains(hashes[3], StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(5, said.Count);
        Assert.EndsWith("1 missing, 2 damaged, 1 unreadable; 0 belong to no evidence.", said[^1], StringComparison.Ordinal);
    }

    private EvidenceFiles Store => app.Services.GetRequiredService<EvidenceFiles>();

    private async Task<(int Code, List<string> Said)> CheckAsync()
    {
        await using var output = new StringWriter();
        var code = await app.ReadAsync(db => EvidenceCheck.RunAsync(db, Store, output));
        return (code, [.. output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)]);
    }
}
