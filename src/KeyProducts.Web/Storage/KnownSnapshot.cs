using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage;

/// <summary>A snapshot that was finalised here.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Year">Its year.</param>
/// <param name="ConfirmedAt">When it was final, UTC.</param>
/// <param name="InForce">The number of a later one that is in force; null when it is itself.</param>
public sealed record KnownSnapshot(int Number, int Year, DateTime ConfirmedAt, int? InForce);

/// <summary>Finds snapshots by what everybody may know of them.</summary>
public static class KnownSnapshots
{
    /// <summary>The snapshot with a hash; null when none was finalised here.</summary>
    public static Task<KnownSnapshot?> KnownSnapshotAsync(this AppDbContext db, string hash) => db.Snapshots
        .Where(one => one.Sha256 == hash)
        .Select(one => new KnownSnapshot(
            one.Number,
            db.Programmes.Where(year => year.Id == one.ProgrammeId).Select(year => year.Year).First(),
            one.ConfirmedAt,
            db.Snapshots.Where(other => other.ProgrammeId == one.ProgrammeId && other.Number > one.Number).Max(other => (int?)other.Number)))
        .FirstOrDefaultAsync();
}
