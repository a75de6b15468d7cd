using System.Security.Claims;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Access;

/// <summary>Who may see which rows, where the role alone does not say it. A row that is not open does not exist for the reader: 404.</summary>
public static class RowAccess
{
    // Stages are stored as text: they are listed, never compared by size.
    private static readonly Stage[] AfterJudging = [Stage.Deliberation, Stage.Consultation, Stage.Recognised];

    /// <summary>
    /// The years whose marks and results a reader may see: staff all; auditors those whose judging is over, so that no mark is known outside the
    /// secretariat while others are still being given; nobody else any.
    /// </summary>
    public static IQueryable<Programme> OpenTo(this IQueryable<Programme> programmes, ClaimsPrincipal reader)
    {
        if (reader.IsInRole(Roles.Administrator) || reader.IsInRole(Roles.Officer))
        {
            return programmes;
        }

        return reader.IsInRole(Roles.Auditor)
            ? programmes.Where(programme => AfterJudging.Contains(programme.Stage))
            : programmes.Where(_ => false);
    }

    /// <summary>The same question for a year that is loaded.</summary>
    public static bool IsOpenTo(this Programme programme, ClaimsPrincipal reader) => new[] { programme }.AsQueryable().OpenTo(reader).Any();

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
        return db.Nominations.Where(nomination => isReader && !db.Recusals.Any(recusal => recusal.NominationId == nomination.Id && recusal.LiftedAt == null
            && db.Judges.Any(judge => judge.Id == recusal.JudgeId && judge.UserId == userId)));
    }

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
            ? db.ToScoreBy(KeyOf(reader)).Where(nomination => nomination.Programme.Stage == Stage.Judging || AfterJudging.Contains(nomination.Programme.Stage))
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

    private static Guid KeyOf(ClaimsPrincipal reader) =>
        Guid.TryParse(reader.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : Guid.Empty;
}
