using System.Collections.Concurrent;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Scoring;

/// <summary>
/// Reads snapshots, and remembers the last few by their hash: what has a hash never changes. The ranking is computed from the rules, figures and
/// marks of the file, so that a page shows more than the file's own result does; a test holds the two against each other.
/// </summary>
public sealed class FinalResults
{
    private const int Most = 32;
    private readonly ConcurrentDictionary<string, (SnapshotContent Content, RankingResult Result)> read = new();

    /// <summary>The snapshot in force for a year; null when it has none.</summary>
    public static Task<SnapshotMark?> LatestAsync(AppDbContext db, Guid programmeId) => db.Snapshots
        .Where(snapshot => snapshot.ProgrammeId == programmeId).OrderByDescending(snapshot => snapshot.Number)
        .Select(snapshot => new SnapshotMark(snapshot.Number, snapshot.Sha256, snapshot.ConfirmedAt)).FirstOrDefaultAsync();

    /// <summary>What a snapshot holds, with its result.</summary>
    public async Task<(SnapshotContent Content, RankingResult Result)> ReadAsync(AppDbContext db, string sha256)
    {
        if (read.TryGetValue(sha256, out var known))
        {
            return known;
        }

        var file = await db.Snapshots.Where(snapshot => snapshot.Sha256 == sha256).Select(snapshot => snapshot.Content).SingleAsync();
        var content = SnapshotFormat.Read(file);
        if (read.Count >= Most)
        {
            read.Clear();
        }

        return read[sha256] = (content, Ranking.Of(content.Input));
    }
}
