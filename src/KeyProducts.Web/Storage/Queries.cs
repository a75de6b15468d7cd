using System.Globalization;
using KeyProducts.Domain;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Storage;

/// <summary>Questions that more than one page asks. What a reader may not see is left out here, once, for page, list, count and download alike.</summary>
public static class Queries
{
    /// <summary>The year's programme, or null.</summary>
    public static Task<Programme?> OfYearAsync(this IQueryable<Programme> programmes, int year) =>
        programmes.FirstOrDefaultAsync(programme => programme.Year == year);

    /// <summary>With industries, tracks, their checklists, groups and criteria.</summary>
    public static IQueryable<Programme> WithTables(this IQueryable<Programme> programmes) => programmes
        .Include(programme => programme.Industries)
        .Include(programme => programme.Tracks).ThenInclude(track => track.Checklist)
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

    /// <summary>What an account may score: accepted nominations of the years whose council it is on and has not left, without those it recused itself from.</summary>
    public static IQueryable<Nomination> ToScoreBy(this AppDbContext db, Guid userId) =>
        from nomination in db.Nominations
        where nomination.Status == NominationStatus.Accepted
        from judge in db.Judges
        where judge.ProgrammeId == nomination.ProgrammeId && judge.UserId == userId && !judge.HasLeft
        where !db.Recusals.Any(recusal => recusal.NominationId == nomination.Id && recusal.JudgeId == judge.Id && recusal.LiftedAt == null)
        select nomination;

    /// <summary>An account's own sheets for what it may score.</summary>
    public static IQueryable<ScoreSheet> SheetsOf(this AppDbContext db, Guid userId) =>
        db.Sheets.Where(sheet => sheet.Judge.UserId == userId && db.ToScoreBy(userId).Any(nomination => nomination.Id == sheet.NominationId));

    /// <summary>Sheets that count: submitted, of judges who have not left and not recused, for accepted nominations.</summary>
    public static IQueryable<ScoreSheet> CountedSheets(this AppDbContext db, Guid programmeId) =>
        db.Sheets.Where(sheet => sheet.Nomination.ProgrammeId == programmeId
            && sheet.Nomination.Status == NominationStatus.Accepted
            && sheet.SubmittedAt != null
            && !sheet.Judge.HasLeft
            && !db.Recusals.Any(recusal => recusal.NominationId == sheet.NominationId && recusal.JudgeId == sheet.JudgeId && recusal.LiftedAt == null));

    /// <summary>Records found by a text, without diacritics; every word must be in it.</summary>
    public static IQueryable<Business> Matching(this IQueryable<Business> businesses, string? text)
    {
        foreach (var word in SearchText.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var pattern = SearchText.Pattern(word);
            businesses = businesses.Where(business => EF.Functions.Like(EF.Property<string>(business, SearchText.Column), pattern, @"\"));
        }

        return businesses;
    }

    /// <summary>Nominations found by product, business, tax code or registration number, without diacritics.</summary>
    public static IQueryable<Nomination> Matching(this IQueryable<Nomination> nominations, string? text)
    {
        foreach (var word in SearchText.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var pattern = SearchText.Pattern(word);
            // A short number is a registration number, not a part of some tax code.
            var isNumber = int.TryParse(word, CultureInfo.InvariantCulture, out var number) && word.Length <= 4;
            nominations = isNumber
                ? nominations.Where(nomination => nomination.Number == number
                    || EF.Functions.Like(EF.Property<string>(nomination, SearchText.Column), pattern, @"\"))
                : nominations.Where(nomination => EF.Functions.Like(EF.Property<string>(nomination, SearchText.Column), pattern, @"\")
                    || EF.Functions.Like(EF.Property<string>(nomination.Business, SearchText.Column), pattern, @"\"));
        }

        return nominations;
    }
}
