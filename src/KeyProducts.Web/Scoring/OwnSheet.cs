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
        // A council saves at once: one connection for all questions, one row for nomination, year and judge, and what only some judges have is asked for only then.
        await db.Database.OpenConnectionAsync();
        var found = await db.PanelToScoreBy(userId).Where(pair => pair.Nomination.Programme.Year == year && pair.Nomination.Number == number)
            .Select(pair => new { pair.Nomination, pair.Nomination.Programme, pair.Judge }).FirstOrDefaultAsync();
        if (found is null || found.Programme.Stage < Stage.Judging)
        {
            return null;
        }

        var (nomination, judge) = (found.Nomination, found.Judge);
        await db.Set<CriterionGroup>().Include(group => group.Criteria).Where(group => group.ProgrammeId == nomination.ProgrammeId).LoadAsync();
        if (!judge.MarksAllCriteria)
        {
            await db.Judges.Include(one => one.Assigned).Include(one => one.Groups).AsSplitQuery().Where(one => one.Id == judge.Id).LoadAsync();
        }

        var sheets = db.Sheets.Include(one => one.Marks);
        var sheet = await (withVersions ? sheets.Include(one => one.Versions).ThenInclude(version => version.Marks).AsSplitQuery() : sheets)
            .FirstOrDefaultAsync(one => one.NominationId == nomination.Id && one.JudgeId == judge.Id);
        if (sheet is not null)
        {
            await db.Entry(sheet).Collection(one => one.Remarks).LoadAsync();
        }

        return new OwnSheet(nomination.Programme, nomination, judge, sheet);
    }
}
