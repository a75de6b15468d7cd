using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Scoring;

/// <summary>A judge and a nomination whose paper sheet is entered or confirmed, with all that the rules ask for.</summary>
/// <param name="Programme">The year, with its criteria.</param>
/// <param name="Nomination">With its business.</param>
/// <param name="Judge">With the criteria assigned.</param>
/// <param name="Sheet">The judge's sheet with marks, remarks and versions; null when it is not begun.</param>
/// <param name="Scores">Whether the judge is to score the nomination.</param>
/// <param name="Code">The code of the sheet.</param>
public sealed record PaperCase(Programme Programme, Nomination Nomination, Judge Judge, ScoreSheet? Sheet, bool Scores, SheetCode Code)
{
    /// <summary>The criteria that stand on the paper.</summary>
    public IReadOnlyList<Criterion> Criteria => [.. Programme.Criteria.Where(Judge.Marks)];

    /// <summary>Whether marks or a remark are saved on line that the paper would replace.</summary>
    public bool HasDraft => Sheet is { IsSubmitted: false } && (Sheet.Marks.Count > 0 || Sheet.Remarks.Count > 0 || Sheet.Remark is not null);
}

/// <summary>Where officers enter and confirm paper sheets.</summary>
public sealed class PaperDesk(AppDbContext db)
{
    /// <summary>The judge and nomination of a year; null when there is none such.</summary>
    /// <param name="open">The nominations that are open to the reader: who has recused does not know this one as an officer either.</param>
    /// <param name="year">The year.</param>
    /// <param name="number">The registration number.</param>
    /// <param name="judgeId">The judge.</param>
    public async Task<PaperCase?> FindAsync(IQueryable<Nomination> open, int year, int number, Guid judgeId)
    {
        var programme = await db.Programmes.WithCriteria().OfYearAsync(year);
        var nomination = programme is null ? null
            : await open.Include(one => one.Business).FirstOrDefaultAsync(one => one.ProgrammeId == programme.Id && one.Number == number && one.Status == NominationStatus.Accepted);
        var judge = programme is null ? null
            : await db.Judges.Include(one => one.Assigned).Include(one => one.Groups).AsSplitQuery().FirstOrDefaultAsync(one => one.ProgrammeId == programme.Id && one.Id == judgeId);
        if (nomination is null || judge is null)
        {
            return null;
        }

        var sheet = await db.Sheets.Include(one => one.Marks).Include(one => one.Remarks).Include(one => one.Versions).ThenInclude(version => version.Marks).AsSplitQuery()
            .FirstOrDefaultAsync(one => one.NominationId == nomination.Id && one.JudgeId == judgeId);
        var scores = await db.Panel(programme!.Id).AnyAsync(pair => pair.Nomination.Id == nomination.Id && pair.Judge.Id == judgeId);
        var place = (await db.JudgePlacesAsync(programme.Id))[judgeId];
        return new PaperCase(programme, nomination, judge, sheet, scores, new SheetCode(year, number, place));
    }

    /// <summary>Refuses somebody who may not enter or confirm this paper sheet.</summary>
    /// <exception cref="RuleException">They sit on the council, or the rules of the sheet refuse.</exception>
    public async Task RequireTakenAsync(PaperCase paper, Person by)
    {
        PaperSheet.RequireTaken(paper.Programme, paper.Nomination, paper.Judge, paper.Scores, paper.Sheet is { IsSubmitted: true }, by);
        if (await SitsOnCouncilAsync(paper.Programme.Id, by.Id))
        {
            throw new RuleException("You sit on the council of {0} and must not know the marks of others; somebody else of the Department enters and confirms their paper sheets.", paper.Programme.Year);
        }
    }

    /// <summary>Whether an account sits on a year's council.</summary>
    public Task<bool> SitsOnCouncilAsync(Guid programmeId, Guid userId) =>
        db.Judges.AnyAsync(judge => judge.ProgrammeId == programmeId && judge.UserId == userId && !judge.HasLeft);
}
