using KeyProducts.Domain;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;

namespace KeyProducts.Web.Audit;

/// <summary>What a change belongs to, and the words that people know it by.</summary>
public static class AuditSubject
{
    /// <summary>The thing that a part belongs to; the thing itself for everything else.</summary>
    public static object WholeOf(AppDbContext db, object part) => part switch
    {
        Mark mark => db.Find<ScoreSheet>(mark.SheetId)!,
        CriterionRemark remark => db.Find<ScoreSheet>(remark.SheetId)!,
        PaperMark mark => db.Find<PaperSheet>(mark.PaperId)!,
        SealOpening opening => db.Find<Programme>(opening.ProgrammeId)!,
        CommentFile file => db.Find<Comment>(file.CommentId)!,
        MailAttachment attachment => db.Find<OutgoingMail>(attachment.MailId)!,
        MeetingAbsence absence => db.Find<CouncilMeeting>(absence.MeetingId)!,
        NominationFigure figure => db.Find<Nomination>(figure.NominationId)!,
        DossierCertificate certificate => db.Find<Nomination>(certificate.NominationId)!,
        Supplement supplement => db.Find<Nomination>(supplement.NominationId)!,
        ChecklistAnswer answer => db.Find<Nomination>(answer.NominationId)!,
        WarningDecision decision => db.Find<Nomination>(decision.NominationId)!,
        ChecklistItem item => db.Find<Track>(item.TrackId)!,
        Listing listing => db.Find<Business>(listing.BusinessId)!,
        NationalBrandTitle title => db.Find<Business>(title.BusinessId)!,
        BusinessFigure figure => db.Find<Business>(figure.BusinessId)!,
        JudgeCriterion one => db.Find<Judge>(one.JudgeId)!,
        JudgeGroup one => db.Find<Judge>(one.JudgeId)!,
        JudgeIndustry one => db.Find<Judge>(one.JudgeId)!,
        IdentityUserRole<Guid> role => db.Find<AppUser>(role.UserId)!,
        _ => part,
    };

    /// <summary>Whether what changed in a kind of thing tells marks, or what was said of them.</summary>
    public static bool IsOfMarks(string kind) => kind is nameof(ScoreSheet) or nameof(PaperSheet) or nameof(Discussion);

    /// <summary>The words, and the year of the programme or null.</summary>
    public static (string Subject, int? Year) Of(AppDbContext db, object whole) => whole switch
    {
        Programme programme => ($"{programme.Year}", programme.Year),
        Industry industry => InYear(db, industry.ProgrammeId, industry.Name.Vietnamese),
        Track track => InYear(db, track.ProgrammeId, track.Name.Vietnamese),
        CriterionGroup group => InYear(db, group.ProgrammeId, group.Name.Vietnamese),
        Criterion criterion => InYear(db, db.Find<CriterionGroup>(criterion.GroupId)!.ProgrammeId, criterion.Name.Vietnamese),
        Judge judge => InYear(db, judge.ProgrammeId, judge.Name),
        Nomination nomination => OfNomination(db, nomination, null),
        Evidence evidence => OfNomination(db, db.Find<Nomination>(evidence.NominationId)!, evidence.Name),
        ScoreSheet sheet => OfNomination(db, db.Find<Nomination>(sheet.NominationId)!, db.Find<Judge>(sheet.JudgeId)!.Name),
        PaperSheet paper => OfNomination(db, db.Find<Nomination>(paper.NominationId)!, db.Find<Judge>(paper.JudgeId)!.Name),
        Assignment one => OfNomination(db, db.Find<Nomination>(one.NominationId)!, db.Find<Judge>(one.JudgeId)!.Name),
        Discussion discussion => OfNomination(db, db.Find<Nomination>(discussion.NominationId)!, null),
        ConflictDeclaration declaration => InYear(db, db.Find<Judge>(declaration.JudgeId)!.ProgrammeId, $"{db.Find<Judge>(declaration.JudgeId)!.Name} – {db.Find<Business>(declaration.BusinessId)!.Name.Vietnamese}"),
        Recusal recusal => OfNomination(db, db.Find<Nomination>(recusal.NominationId)!, db.Find<Judge>(recusal.JudgeId)!.Name),
        TieDecision decision => InYear(db, decision.ProgrammeId, decision.Order),
        PaperTemplate template => InYear(db, template.ProgrammeId, $"{template.Kind}"),
        CouncilMeeting meeting => InYear(db, meeting.ProgrammeId, meeting.HeldOn.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture)),
        Snapshot snapshot => InYear(db, snapshot.ProgrammeId, $"{snapshot.Number}"),
        SnapshotProposal proposal => InYear(db, proposal.ProgrammeId, proposal.Sha256[..12]),
        Certificate certificate => ($"{certificate.Code} {certificate.Product.Vietnamese}", certificate.Year),
        PastFigure figure => ($"{figure.Year}: {figure.Measure}{(figure.Industry is null ? "" : $" {figure.Industry}")} – {figure.Source}", figure.Year),
        PastProduct product => ($"{product.Year}: {product.Product}{(product.Business is null ? "" : $" – {product.Business}")}", product.Year),
        Comment comment => ($"{comment.Year}/{comment.Number}", comment.Year),
        Business business => (business.Name.Vietnamese, null),
        OutgoingMail { IsToAccount: true } mail => ($"{mail.ToName} ({mail.To}): {mail.Subject}", YearOf(db, mail)),
        // Whom it went to can be erased from the mail, and never from the history: there it is known by what it is about.
        OutgoingMail mail => (mail.BusinessId is { } key ? $"{db.Find<Business>(key)!.Name.Vietnamese} – {OfNomination(db, db.Find<Nomination>(mail.NominationId!.Value)!, null).Subject}" : mail.ErasedAt is null ? mail.Subject : mail.QueuedAt.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture), YearOf(db, mail)),
        PersonalRequest request => ($"{request.Number}", null),
        PrivacySettings => ("", null),
        // Of an erased account nothing is told but that it was one.
        AppUser { Email: null, IsActive: false } user => ($"{user.FullName}", null),
        AppUser user => ($"{user.FullName} ({user.Email})", null),
        _ => (whole.GetType().Name, null),
    };

    private static int? YearOf(AppDbContext db, OutgoingMail mail) => mail.ProgrammeId is { } key ? db.Find<Programme>(key)!.Year : null;

    private static (string Subject, int? Year) InYear(AppDbContext db, Guid programmeId, string name)
    {
        var year = db.Find<Programme>(programmeId)!.Year;
        return ($"{year}: {name}", year);
    }

    private static (string Subject, int? Year) OfNomination(AppDbContext db, Nomination nomination, string? part)
    {
        var year = db.Find<Programme>(nomination.ProgrammeId)!.Year;
        return ($"{year}/{nomination.Number} {nomination.Product.Vietnamese}" + (part is null ? "" : $" – {part}"), year);
    }
}
