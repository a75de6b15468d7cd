using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Scoring;

/// <summary>A judge's own sheet with all that showing and saving it needs.</summary>
/// <param name="Programme">The year, with its criteria; in judging or later.</param>
/// <param name="Nomination">What is scored.</param>
/// <param name="Judge">The judge, with the criteria assigned.</param>
/// <param name="Sheet">The sheet with its marks; null until it is saved for the first time.</param>
public sealed record OwnSheet(Programme Programme, Nomination Nomination, Judge Judge, ScoreSheet? Sheet)
{
    /// <summary>The criteria that the judge marks, in the year's order.</summary>
    public IReadOnlyList<Criterion> Criteria => [.. Programme.Criteria.Where(criterion => Judge.Marks(criterion))];

    /// <summary>Those that have no stored mark.</summary>
    public IReadOnlyList<Criterion> Unmarked => [.. Criteria.Where(criterion => Sheet?.On(criterion.Id) is null)];

    /// <summary>The sum of the maxima of the judge's criteria, in points.</summary>
    public decimal Max => Criteria.Sum(criterion => criterion.Max);

    /// <summary>Finds it among what the account may score; null when there is none, or judging has not opened.</summary>
    /// <param name="db">The database.</param>
    /// <param name="userId">The account.</param>
    /// <param name="year">The year.</param>
    /// <param name="number">The nomination's number.</param>
    /// <param name="withVersions">Whether what was submitted is loaded with it; a sheet is not submitted without.</param>
    public static async Task<OwnSheet?> FindAsync(AppDbContext db, Guid userId, int year, int number, bool withVersions = false)
    {
        var nomination = await db.ToScoreBy(userId).Include(one => one.Programme)
            .FirstOrDefaultAsync(one => one.Programme.Year == year && one.Number == number);
        if (nomination is null || nomination.Programme.Stage < Stage.Judging)
        {
            return null;
        }

        // The year is here already, and takes its groups and criteria as they come.
        await db.Set<CriterionGroup>().Include(group => group.Criteria).Where(group => group.ProgrammeId == nomination.ProgrammeId).LoadAsync();
        var judge = await db.Judges.Include(one => one.Assigned).Include(one => one.Groups).AsSplitQuery().FirstAsync(one => one.ProgrammeId == nomination.ProgrammeId && one.UserId == userId);
        var sheets = db.Sheets.Include(one => one.Marks).Include(one => one.Remarks).AsSplitQuery();
        var sheet = await (withVersions ? sheets.Include(one => one.Versions).ThenInclude(version => version.Marks).AsSplitQuery() : sheets)
            .FirstOrDefaultAsync(one => one.NominationId == nomination.Id && one.JudgeId == judge.Id);
        return new OwnSheet(nomination.Programme, nomination, judge, sheet);
    }
}
