using System.Linq.Expressions;
using System.Security.Claims;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Access;

/// <summary>A nomination that a reader has recused itself from.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Year">Its year.</param>
/// <param name="Number">Its registration number.</param>
public sealed record ClosedDossier(Guid Id, int Year, int Number)
{
    /// <summary>How the history calls it, without the name of its product.</summary>
    public string Name => $"{Year}/{Number}";

    /// <summary>Whether an entry of the history is about it.</summary>
    public bool IsOf(string subject) => subject.StartsWith(Name + " ", StringComparison.Ordinal);
}

/// <summary>Who may see which rows, where the role alone does not say it. A row that is not open does not exist for the reader: 404.</summary>
public static class RowAccess
{
    /// <summary>
    /// The years whose marks and results a reader may see. Of a sealed year nobody sees any until it is opened. Staff see all others, but not
    /// those of a year on whose council they sit themselves as soon as somebody has marked and until judging is over; auditors those whose judging is over; nobody else any.
    /// </summary>
    public static IQueryable<Programme> ResultsOpenTo(this AppDbContext db, ClaimsPrincipal reader)
    {
        var userId = KeyOf(reader);
        var open = db.Programmes.Where(programme => !programme.Judging.IsSealed || programme.SealOpenedAt != null);
        if (reader.IsInRole(Roles.Administrator) || reader.IsInRole(Roles.Officer))
        {
            return open.Where(programme => Queries.AfterJudging.Contains(programme.Stage)
                || !db.Judges.Any(judge => judge.ProgrammeId == programme.Id && judge.UserId == userId && !judge.HasLeft)
                || (programme.Stage != Stage.Judging && !db.Sheets.Any(sheet => db.Nominations.Any(nomination => nomination.Id == sheet.NominationId && nomination.ProgrammeId == programme.Id))));
        }

        return reader.IsInRole(Roles.Auditor)
            ? open.Where(programme => Queries.AfterJudging.Contains(programme.Stage))
            : open.Where(_ => false);
    }

    /// <summary>The same question for one year.</summary>
    public static Task<bool> AreResultsOpenAsync(this AppDbContext db, Guid programmeId, ClaimsPrincipal reader) =>
        db.ResultsOpenTo(reader).AnyAsync(programme => programme.Id == programmeId);

    /// <summary>
    /// The year, with its criteria, whose result of one nomination a reader may see explained: results are open to the reader, marks have been asked for, and the reader has declared no
    /// conflict with it. Null otherwise.
    /// </summary>
    public static async Task<Programme?> ExplainedAsync(this AppDbContext db, ClaimsPrincipal reader, int year, int number)
    {
        var programme = await db.ResultsOpenTo(reader).AsNoTracking().WithCriteria().OfYearAsync(year);
        var isOpen = programme is { IsFrozen: true } && await db.DossiersOpenTo(reader).AnyAsync(one => one.ProgrammeId == programme.Id && one.Number == number);
        return isOpen ? programme : null;
    }

    /// <summary>Whether a reader may see businesses, with their tax codes: staff and auditors. Judges know them by the dossiers that they score.</summary>
    public static bool SeesBusinesses(this ClaimsPrincipal reader) =>
        reader.IsInRole(Roles.Administrator) || reader.IsInRole(Roles.Officer) || reader.IsInRole(Roles.Auditor);

    /// <summary>
    /// The nominations whose dossier and evidence a reader may see as staff or auditor: all but those that this very account has recused
    /// itself from on a council, whatever its other roles.
    /// </summary>
    public static IQueryable<Nomination> DossiersOpenTo(this AppDbContext db, ClaimsPrincipal reader)
    {
        var userId = KeyOf(reader);
        var isReader = reader.SeesBusinesses();
        var closed = IsClosedTo(db, userId);
        return db.Nominations.Where(_ => isReader).Where(Expression.Lambda<Func<Nomination, bool>>(Expression.Not(closed.Body), closed.Parameters));
    }

    /// <summary>Whether dossiers of a year are hidden from a reader because of a conflict that this very account has declared; how many.</summary>
    public static Task<int> HiddenDossiersAsync(this AppDbContext db, Guid programmeId, ClaimsPrincipal reader) =>
        db.ClosedDossiers(KeyOf(reader)).CountAsync(nomination => nomination.ProgrammeId == programmeId);

    /// <summary>The numbers of those nominations of a year.</summary>
    public static async Task<IReadOnlySet<int>> ClosedNumbersAsync(this AppDbContext db, Guid programmeId, ClaimsPrincipal reader) =>
        (await db.ClosedDossiers(KeyOf(reader)).Where(nomination => nomination.ProgrammeId == programmeId).Select(nomination => nomination.Number).ToListAsync()).ToHashSet();

    /// <summary>Those nominations of all years.</summary>
    public static Task<List<ClosedDossier>> ClosedDossiersAsync(this AppDbContext db, ClaimsPrincipal reader) =>
        db.ClosedDossiers(KeyOf(reader)).Select(nomination => new ClosedDossier(nomination.Id, nomination.Programme.Year, nomination.Number)).ToListAsync();

    /// <summary>
    /// The nominations that a reader's search may find: staff and auditors those of <see cref="DossiersOpenTo"/>, judges those whose sheet
    /// opens to them; whoever has both roles what staff find.
    /// </summary>
    public static IQueryable<Nomination> FindableBy(this AppDbContext db, ClaimsPrincipal reader)
    {
        if (reader.SeesBusinesses())
        {
            return db.DossiersOpenTo(reader);
        }

        return reader.IsInRole(Roles.Judge)
            ? db.ToScoreBy(KeyOf(reader)).Where(nomination => nomination.Programme.Stage == Stage.Judging || Queries.AfterJudging.Contains(nomination.Programme.Stage))
            : db.Nominations.Where(_ => false);
    }

    /// <summary>
    /// The evidence a reader may open: staff and auditors that of <see cref="DossiersOpenTo"/>, replaced files and those set aside too;
    /// judges what belongs to their own sheets.
    /// </summary>
    public static IQueryable<Evidence> EvidenceOpenTo(this AppDbContext db, ClaimsPrincipal reader)
    {
        var userId = reader.IsInRole(Roles.Judge) ? KeyOf(reader) : Guid.Empty;
        return db.Evidence.Where(evidence => db.DossiersOpenTo(reader).Any(nomination => nomination.Id == evidence.NominationId)
            || db.EvidenceToScoreBy(userId).Any(own => own.Id == evidence.Id));
    }

    private static IQueryable<Nomination> ClosedDossiers(this AppDbContext db, Guid userId) => db.Nominations.Where(IsClosedTo(db, userId));

    // What an account must not see: it has recused itself, or declared a conflict with the business that nobody has lifted.
    private static Expression<Func<Nomination, bool>> IsClosedTo(AppDbContext db, Guid userId) => nomination =>
        db.Judges.Any(judge => judge.UserId == userId && judge.ProgrammeId == nomination.ProgrammeId
            && (db.Recusals.Any(recusal => recusal.JudgeId == judge.Id && recusal.NominationId == nomination.Id && recusal.LiftedAt == null)
                || db.HeldConflicts().Any(one => one.JudgeId == judge.Id && one.BusinessId == nomination.BusinessId)));

    private static Guid KeyOf(ClaimsPrincipal reader) =>
        Guid.TryParse(reader.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : Guid.Empty;
}
