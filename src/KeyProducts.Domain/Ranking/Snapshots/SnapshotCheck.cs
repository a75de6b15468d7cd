using System.Text.Json;

namespace KeyProducts.Domain;

/// <summary>
/// A file, checked: whether it keeps to the format, and whether its rules, figures and marks give the result that stands in it. It says nothing of where the file comes from: a file
/// changed and computed anew computes right, and only its hash tells it from the published one.
/// </summary>
/// <param name="Hash">The SHA-256 of the file.</param>
/// <param name="Content">The year in the file.</param>
/// <param name="Result">The result computed from it; null when it holds what no year could have.</param>
/// <param name="Differences">Where the file is not what it must be: the first thousand places.</param>
/// <param name="DifferenceCount">How many places there are.</param>
public sealed record SnapshotCheck(
    string Hash,
    SnapshotContent Content,
    RankingResult? Result,
    IReadOnlyList<SnapshotDifference> Differences,
    int DifferenceCount)
{
    /// <summary>Whether the file is, byte for byte, what its year must be written as.</summary>
    public bool IsRight => DifferenceCount == 0;

    /// <summary>Checks a file.</summary>
    /// <exception cref="SnapshotException">It is no snapshot.</exception>
    public static SnapshotCheck Of(ReadOnlySpan<byte> file)
    {
        var problems = new SnapshotProblems();
        var root = SnapshotParser.Parse(file);
        var content = SnapshotFormat.Read(root, problems);
        var stored = root.Member("result") is { Kind: not JsonValueKind.Null } result ? result : throw new SnapshotException("$.result", SnapshotWords.Missing());
        if (stored.Kind != JsonValueKind.Object)
            throw new SnapshotException("$.result", SnapshotWords.ObjectNeeded());

        var computed = problems.Block ? null : Ranking.Of(content.Input);
        if (computed is not null)
        {
            var expected = SnapshotTree.Of(content, computed);
            SnapshotComparison.Compare(root, expected, problems);
            if (problems.Count == 0)
                SnapshotComparison.CompareBytes(file, CanonicalJson.Bytes(expected), root, problems);
        }

        return new SnapshotCheck(SnapshotFormat.Hash(file), content, computed, problems.Kept, problems.Count);
    }
}
