using System.Security.Claims;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Access;

/// <summary>Who may open the scan of a paper sheet.</summary>
public static class PaperAccess
{
    /// <summary>
    /// The paper sheets whose scan a reader may open. Staff and auditors: those of years whose marks they may see. While a year is in judging, also the officer
    /// who is to confirm one, until it is confirmed, unless that officer has entered it or sits on the council: the paper itself lies in their hand. A judge: the
    /// own ones, as long as the sheet is theirs. Of a sealed year nobody else, until it is opened.
    /// </summary>
    public static IQueryable<PaperSheet> ScansOpenTo(this AppDbContext db, ClaimsPrincipal reader)
    {
        var userId = Guid.TryParse(reader.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : Guid.Empty;
        var isStaff = reader.IsInRole(Roles.Administrator) || reader.IsInRole(Roles.Officer);
        var isReader = isStaff || reader.IsInRole(Roles.Auditor);
        var isJudge = reader.IsInRole(Roles.Judge);
        var open = db.ResultsOpenTo(reader);
        var own = db.ToScoreBy(userId);
        return db.PaperSheets.Where(paper =>
            (isReader && db.DossiersOpenTo(reader).Any(nomination => nomination.Id == paper.NominationId && open.Any(programme => programme.Id == nomination.ProgrammeId)))
            || (isStaff && paper.ConfirmedAt == null && paper.SetAsideAt == null && paper.ReturnedAt == null && paper.EnteredBy.Id != userId
                && db.DossiersOpenTo(reader).Any(nomination => nomination.Id == paper.NominationId && nomination.Programme.Stage == Stage.Judging
                    && !db.Judges.Any(judge => judge.ProgrammeId == nomination.ProgrammeId && judge.UserId == userId && !judge.HasLeft)))
            || (isJudge && paper.SetAsideAt == null && db.Judges.Any(judge => judge.Id == paper.JudgeId && judge.UserId == userId) && own.Any(nomination => nomination.Id == paper.NominationId)));
    }
}
