using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Scoring;

/// <summary>Prepares what would be finalised.</summary>
public sealed class SnapshotDrafts(AppDbContext db, ScoringService scoring, FinalResults finals)
{
    /// <summary>The draft of a year, whose criteria must be loaded, from what is stored now.</summary>
    public async Task<SnapshotDraft> OfAsync(Programme programme)
    {
        var live = await scoring.LiveAsync(programme);
        var latest = await db.Snapshots.AsNoTracking().Where(snapshot => snapshot.ProgrammeId == programme.Id).OrderByDescending(snapshot => snapshot.Number).FirstOrDefaultAsync();
        if (latest is null)
        {
            return new SnapshotDraft(live, null, null);
        }

        var (content, result) = await finals.ReadAsync(db, latest.Sha256);
        return new SnapshotDraft(live, latest, new YearResult(programme, content, result, new SnapshotMark(latest.Number, latest.Sha256, latest.ConfirmedAt)));
    }
}

/// <summary>What would be finalised now.</summary>
/// <param name="Live">The result from what is stored now.</param>
/// <param name="Latest">The snapshot in force, which it would correct; null when there is none.</param>
/// <param name="Before">What that snapshot holds.</param>
public sealed record SnapshotDraft(YearResult Live, Snapshot? Latest, YearResult? Before)
{
    /// <summary>Whether the snapshot in force says the same.</summary>
    public bool IsUnchanged => Before is { Snapshot: { } mark } && ScoringService.IsSame(Live, Before.Content, mark.Sha256);

    /// <summary>Whether the snapshot in force says what is stored now.</summary>
    public FinalState State => Latest is null ? FinalState.None : IsUnchanged ? FinalState.Current : FinalState.Outdated;

    /// <summary>The file and its hash.</summary>
    /// <param name="reason">Why the snapshot in force is corrected; left out of a first file.</param>
    public (byte[] File, string Hash) File(string? reason)
    {
        var file = SnapshotFormat.Write(Live.Content with { Replaces = Latest?.Sha256, Reason = SnapshotProposal.ReasonFor(Latest, reason) }, Live.Result);
        return (file, SnapshotFormat.Hash(file));
    }

    /// <summary>Whether what was put forward is still what would be finalised.</summary>
    public bool Fits(SnapshotProposal proposal) => Latest?.Sha256 == proposal.Replaces && File(proposal.Reason).Hash == proposal.Sha256;
}
