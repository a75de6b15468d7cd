using KeyProducts.Domain;

namespace KeyProducts.Web.Scoring;

/// <summary>A year's result as it is to be shown: from its snapshot once the year is past deliberation, before from what is stored now.</summary>
/// <param name="Programme">The year.</param>
/// <param name="Content">What decides the result.</param>
/// <param name="Result">The result.</param>
/// <param name="Snapshot">The snapshot it comes from; null when it was computed from what is stored now.</param>
public sealed record YearResult(Programme Programme, SnapshotContent Content, RankingResult Result, SnapshotMark? Snapshot)
{
    private byte[]? file;

    /// <summary>How many sheets the council owes, where that was read with the result.</summary>
    public int? SheetsDue { get; init; }

    /// <summary>The SHA-256 of the file that holds it, stored or not: what random draws start from.</summary>
    public string Seed => Snapshot?.Sha256 ?? SnapshotFormat.Hash(file ??= SnapshotFormat.Write(Content, Result));
}

/// <summary>What a shown thing says of the snapshot it comes from.</summary>
/// <param name="Number">Its number in the year.</param>
/// <param name="Sha256">Its hash.</param>
/// <param name="ConfirmedAt">When it was final, UTC.</param>
public sealed record SnapshotMark(int Number, string Sha256, DateTime ConfirmedAt);
