using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage;

/// <summary>Questions about paper sheets that more than one page asks.</summary>
public static class PaperQueries
{
    /// <summary>
    /// The places of a year's judges in the codes of their sheets, from 1, by their keys: in the order in which they came, with those who have
    /// left, so that a place is never given to another judge. Keys begin with the instant at which they were made.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Guid, int>> JudgePlacesAsync(this AppDbContext db, Guid programmeId) =>
        (await db.Judges.Where(judge => judge.ProgrammeId == programmeId).Select(judge => judge.Id).ToListAsync())
            .Order().Select((id, i) => (id, i)).ToDictionary(one => one.id, one => one.i + 1);
}
