using System.Security.Cryptography;
using System.Text.Json;

namespace KeyProducts.Domain;

/// <summary>
/// The file in which a year's result is published (docs/snapshot.md): one JSON object in a form of which there is only one, so that its SHA-256 is that of the year.
/// </summary>
public static class SnapshotFormat
{
    /// <summary>The format that is written. A later one gets a name of its own, and this one is still read.</summary>
    public const string Name = "keyproducts-snapshot/1";

    /// <summary>Larger files are refused: 2,000 nominations × 15 judges × 12 criteria take 18 MB.</summary>
    public const int MostMegabytes = 32;

    /// <summary>The file. The same year gives the same bytes, whatever the order of its lists.</summary>
    /// <exception cref="ArgumentException">A text is no valid Unicode, or two names of figures or marks are the same text.</exception>
    public static byte[] Write(SnapshotContent content, RankingResult result)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(result);
        return CanonicalJson.Bytes(SnapshotTree.Of(content, result));
    }

    /// <summary>The member "result" alone.</summary>
    /// <param name="result">The result.</param>
    /// <param name="decimals">The year's decimals, which every score is written with.</param>
    public static string WriteResult(RankingResult result, int decimals)
    {
        ArgumentNullException.ThrowIfNull(result);
        return CanonicalJson.Text(SnapshotTree.Of(result, decimals));
    }

    /// <summary>The SHA-256 of a file, in small hexadecimal letters.</summary>
    public static string Hash(ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file));

    /// <summary>
    /// The year in a file, to be ranked. The result in it is ignored and may be missing. Lenient about form alone: white space, the order of members and lists, null for what is not set,
    /// trailing zeros, empty lists left out.
    /// </summary>
    /// <exception cref="SnapshotException">The file is no snapshot, or holds what no year could have.</exception>
    public static SnapshotContent Read(ReadOnlySpan<byte> file)
    {
        var problems = new SnapshotProblems();
        var content = Read(SnapshotParser.Parse(file), problems);
        return problems.Kept is [var first, ..] ? throw new SnapshotException(first.Place, SnapshotWords.NotRanked(first)) : content;
    }

    /// <summary>The year in a file, and what it holds that no year could have.</summary>
    /// <exception cref="SnapshotException">The file is no snapshot.</exception>
    internal static SnapshotContent Read(SnapshotNode root, SnapshotProblems problems)
    {
        if (root.Kind != JsonValueKind.Object)
            throw new SnapshotException("$", SnapshotWords.NoObject());
        return root.Member("format") switch
        {
            { Kind: JsonValueKind.String, Value: Name } => new SnapshotReader(problems).Read(root),
            { Kind: not JsonValueKind.Null } other => throw new SnapshotException("$.format", SnapshotWords.OtherFormat(CanonicalJson.Short(other), Name)),
            _ => throw new SnapshotException("$.format", SnapshotWords.NoFormat(Name)),
        };
    }

    /// <summary>A scoring method as files name it.</summary>
    internal static string NameOf(ScoringMethod method) => method == ScoringMethod.SheetTotals ? "sheet-totals" : "criterion-means";
}
