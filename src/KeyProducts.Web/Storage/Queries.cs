using KeyProducts.Domain;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage;

/// <summary>Questions that more than one page asks. What a reader may not see is left out here, once, for page, list, count and download alike.</summary>
public static class Queries
{
    // Stages are stored as text: they are listed, never compared by size.
    internal static readonly Stage[] AfterJudging = [Stage.Deliberation, Stage.Consultation, Stage.Recognised];
    private static readonly Stage[] SinceJudging = [Stage.Judging, Stage.Deliberation, Stage.Consultation, Stage.Recognised];

    /// <summary>The year's programme, or null.</summary>
    public static Task<Programme?> OfYearAsync(this IQueryable<Programme> programmes, int year) =>
        programmes.FirstOrDefaultAsync(programme => programme.Year == year);

    /// <summary>Businesses that stand for themselves. A record that was merged into another is stored, and neither listed, found nor offered.</summary>
    public static IQueryable<Business> Unmerged(this IQueryable<Business> businesses) => businesses.Where(business => business.MergedIntoId == null);

    /// <summary>With figures, places in lists and National Brand titles.</summary>
    public static IQueryable<Business> WithParts(this IQueryable<Business> businesses) => businesses
        .Include(business => business.Figures)
        .Include(business => business.Listings)
        .Include(business => business.Titles)
        .AsSplitQuery();

    /// <summary>With industries, tracks, their checklists, groups and criteria.</summary>
    public static IQueryable<Programme> WithTables(this IQueryable<Programme> programmes) => programmes
        .Include(programme => programme.Industries)
        .Include(programme => programme.Tracks).ThenInclude(track => track.Checklist)
        .Include(programme => programme.Groups).ThenInclude(group => group.Criteria)
        .AsSplitQuery();

    /// <summary>With groups, criteria and industries: what a list of recognised products needs.</summary>
    public static IQueryable<Programme> WithCriteriaAndIndustries(this IQueryable<Programme> programmes) => programmes
        .Include(programme => programme.Industries)
        .Include(programme => programme.Groups).ThenInclude(group => group.Criteria)
        .AsSplitQuery();

    /// <summary>With industries and tracks.</summary>
    public static IQueryable<Programme> WithIndustriesAndTracks(this IQueryable<Programme> programmes) => programmes
        .Include(programme => programme.Industries)
        .Include(programme => programme.Tracks)
        .AsSplitQuery();

    /// <summary>With tracks and their checklists.</summary>
    public static IQueryable<Programme> WithChecklists(this IQueryable<Programme> programmes) => programmes
        .Include(programme => programme.Tracks).ThenInclude(track => track.Checklist)
        .AsSplitQuery();

    /// <summary>With groups and criteria.</summary>
    public static IQueryable<Programme> WithCriteria(this IQueryable<Programme> programmes) => programmes
        .Include(programme => programme.Groups).ThenInclude(group => group.Criteria)
        .AsSplitQuery();

    /// <summary>With the criteria, groups and industries assigned.</summary>
    public static IQueryable<Judge> WithScope(this IQueryable<Judge> judges) => judges
        .Include(judge => judge.Assigned)
        .Include(judge => judge.Groups)
        .Include(judge => judge.Industries)
        .AsSplitQuery();

    /// <summary>With the business and all that a dossier says and officers have found.</summary>
    public static IQueryable<Nomination> WithDossier(this IQueryable<Nomination> nominations) => nominations
        .Include(nomination => nomination.Business)
        .Include(nomination => nomination.Figures)
        .Include(nomination => nomination.Certificates)
        .Include(nomination => nomination.Answers)
        .Include(nomination => nomination.Decisions)
        .Include(nomination => nomination.Supplements)
        .AsSplitQuery();

    /// <summary>
    /// Who is to score what: accepted nominations with the judges on their year's council who have not left, are assigned to them and neither recused nor tied to the business. A nomination is
    /// assigned by a row of its own, or, where the year draws no judges, by the judge's part in the council unless a row removes it.
    /// </summary>
    public static IQueryable<PanelPair> Panel(this AppDbContext db) =>
        from nomination in db.Nominations
        where nomination.Status == NominationStatus.Accepted
        from judge in db.Judges
        where judge.ProgrammeId == nomination.ProgrammeId && !judge.HasLeft
        where !db.Recusals.Any(recusal => recusal.NominationId == nomination.Id && recusal.JudgeId == judge.Id && recusal.LiftedAt == null)
            && !db.HeldConflicts().Any(one => one.JudgeId == judge.Id && one.BusinessId == nomination.BusinessId)
        where db.Assignments.Any(one => one.NominationId == nomination.Id && one.JudgeId == judge.Id && one.Kind != AssignmentKind.Removed)
            || (nomination.Programme.Judging.JudgesPerNomination == null
                && (judge.ScoresAllNominations || judge.Industries.Any(one => one.IndustryId == nomination.IndustryId))
                && !db.Assignments.Any(one => one.NominationId == nomination.Id && one.JudgeId == judge.Id && one.Kind == AssignmentKind.Removed))
        select new PanelPair { Nomination = nomination, Judge = judge };

    /// <summary>The same in one year.</summary>
    public static IQueryable<PanelPair> Panel(this AppDbContext db, Guid programmeId) => db.Panel().Where(pair => pair.Nomination.ProgrammeId == programmeId);

    /// <summary>
    /// What an account may score: its part of the panel, where the judge has declared; the panel leaves out whom a conflict keeps away. When judging is over,
    /// nobody declares any more; who has a sheet may read it.
    /// </summary>
    public static IQueryable<Nomination> ToScoreBy(this AppDbContext db, Guid userId) => db.PanelToScoreBy(userId).Select(pair => pair.Nomination);

    /// <summary>The same with the judge.</summary>
    public static IQueryable<PanelPair> PanelToScoreBy(this AppDbContext db, Guid userId) => db.Panel()
        .Where(pair => pair.Judge.UserId == userId)
        .Where(pair => db.Declarations.Any(one => one.JudgeId == pair.Judge.Id && one.BusinessId == pair.Nomination.BusinessId)
            || (AfterJudging.Contains(pair.Nomination.Programme.Stage) && db.Sheets.Any(sheet => sheet.NominationId == pair.Nomination.Id && sheet.JudgeId == pair.Judge.Id)));

    /// <summary>
    /// Evidence of what an account may score, once judging has opened: what is current, and of a criterion's own only where the judge marks the criterion.
    /// </summary>
    public static IQueryable<Evidence> EvidenceToScoreBy(this AppDbContext db, Guid userId) =>
        from evidence in db.Evidence
        where evidence.ReplacedById == null && evidence.SetAsideReason == null
        from nomination in db.ToScoreBy(userId)
        where nomination.Id == evidence.NominationId && SinceJudging.Contains(nomination.Programme.Stage)
        where evidence.CriterionId == null || db.Judges.Any(judge => judge.ProgrammeId == nomination.ProgrammeId && judge.UserId == userId
            && (judge.MarksAllCriteria || judge.Assigned.Any(one => one.CriterionId == evidence.CriterionId)
                || judge.Groups.Any(one => db.Set<Criterion>().Any(criterion => criterion.Id == evidence.CriterionId && criterion.GroupId == one.GroupId))))
        select evidence;

    /// <summary>An account's own sheets for what it may score.</summary>
    public static IQueryable<ScoreSheet> SheetsOf(this AppDbContext db, Guid userId) =>
        db.Sheets.Where(sheet => sheet.Judge.UserId == userId && db.ToScoreBy(userId).Any(nomination => nomination.Id == sheet.NominationId));

    /// <summary>Sheets that count: submitted, of judges who are still to score the nomination.</summary>
    public static IQueryable<ScoreSheet> CountedSheets(this AppDbContext db, Guid programmeId) =>
        db.Sheets.Where(sheet => sheet.SubmittedAt != null && sheet.Nomination.ProgrammeId == programmeId
            && db.Panel().Any(pair => pair.Nomination.Id == sheet.NominationId && pair.Judge.Id == sheet.JudgeId));
}

/// <summary>A nomination and a judge who is to score it.</summary>
public sealed class PanelPair
{
    /// <summary>What is scored.</summary>
    public required Nomination Nomination { get; init; }

    /// <summary>By whom.</summary>
    public required Judge Judge { get; init; }
}
