using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Scoring;

/// <summary>A judge's own sheet with all that showing and saving it needs.</summary>
/// <param name="Programme">The year, with its criteria; in judging or later.</param>
/// <param name="Nomination">What is scored.</param>
/// <param name="Judge">The judge, with the criteria assigned.</param>
/// <param name="Sheet">The sheet with its marks; null until it is saved for the first time.</param>
public sealed record OwnSheet(Programme Programme, Nomination Nomination, Judge Judge, ScoreSheet? Sheet)
{
    /// <summary>The sentence for a writer whose window is not the latest.</summary>
    public const string SavedElsewhere = "This sheet was saved elsewhere since you opened it. Compare the values below and save again.";

    // SQLite's code for a broken constraint: here two first saves at once.
    private const int Constraint = 19;

    /// <summary>The criteria that the judge marks, in the year's order.</summary>
    public IReadOnlyList<Criterion> Criteria => [.. Programme.Criteria.Where(criterion => Judge.Marks(criterion))];

    /// <summary>Those that have no stored mark.</summary>
    public IReadOnlyList<Criterion> Unmarked => [.. Criteria.Where(criterion => Sheet?.On(criterion.Id) is null)];

    /// <summary>The sum of the maxima of the judge's criteria, in points.</summary>
    public decimal Max => Criteria.Sum(criterion => criterion.Max);

    /// <summary>Finds it among what the account may score; null when there is none, or judging has not opened.</summary>
    public static async Task<OwnSheet?> FindAsync(AppDbContext db, Guid userId, int year, int number)
    {
        var nomination = await db.ToScoreBy(userId).Include(one => one.Programme)
            .FirstOrDefaultAsync(one => one.Programme.Year == year && one.Number == number);
        if (nomination is null || nomination.Programme.Stage < Stage.Judging)
        {
            return null;
        }

        var programme = await db.Programmes.WithCriteria().FirstAsync(one => one.Id == nomination.ProgrammeId);
        var judge = await db.Judges.Include(one => one.Assigned).Include(one => one.Groups).AsSplitQuery().FirstAsync(one => one.ProgrammeId == programme.Id && one.UserId == userId);
        var sheet = await db.SheetsOf(userId).Include(one => one.Marks).Include(one => one.Remarks).Include(one => one.Versions).ThenInclude(version => version.Marks)
            .AsSplitQuery().FirstOrDefaultAsync(one => one.NominationId == nomination.Id);
        return new OwnSheet(programme, nomination, judge, sheet);
    }

    /// <summary>Saves marks and remark, and begins the sheet when it is the first time; this, with the sheet as it is stored then.</summary>
    /// <param name="db">The database that it was found in.</param>
    /// <param name="points">Points by criterion; null takes a mark away; criteria not named stay as they are.</param>
    /// <param name="remark">The sheet's remark.</param>
    /// <param name="version">The version that the writer saw; 0 for a sheet not begun.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">The sheet refuses, or another window was first, be it by an instant.</exception>
    public async Task<OwnSheet> SaveAsync(AppDbContext db, IReadOnlyDictionary<Guid, decimal?> points, string? remark, int version, DateTime now)
    {
        var sheet = Sheet ?? db.Add(new ScoreSheet(Nomination, Judge)).Entity;
        if (version != sheet.Version)
        {
            throw new RuleException(SavedElsewhere) { Field = "Version" };
        }

        sheet.Change(Programme, new SheetChanges(points.ToDictionary(one => one.Key, one => new Change<decimal?>(sheet.On(one.Key), one.Value)))
        {
            Remark = new Change<string?>(sheet.Remark, remark),
        }, now);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException conflict) when (conflict is DbUpdateConcurrencyException || conflict.InnerException is SqliteException { SqliteErrorCode: Constraint })
        {
            throw new RuleException(SavedElsewhere) { Field = "Version" };
        }

        return this with { Sheet = sheet };
    }
}
