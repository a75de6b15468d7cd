using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace KeyProducts.Web.Audit;

/// <summary>What changed in a record, as the history keeps it.</summary>
public static class AuditChanges
{
    // Keys, counters and stamps say nothing to a reader; of an account only what people set is told.
    private static readonly HashSet<string> Untold =
    [
        "Id", Versions.Column, SearchText.Column, "ProgrammeId", "NominationId", "JudgeId", "BusinessId", "GroupId", "SheetId", "PaperId", "UserId", "ItemId", "MeetingId",
        "LastNumber", "LastCertificateNumber", "Order", "ChangedAt", "GivenAt", "DeclaredAt", "DecidedAt", "AskedAt", "AskedBy", "AnsweredAt", "AnsweredBy", "DecidedBy", "AddedAt", "AddedBy",
        "IsDemonstration", "Key", "EnteredAt", "ReturnedAt", "SetAsideAt", "At", "By", "ById", "PersonId", "ProposedAt", "ProposedById", "ConfirmedAt", "ConfirmedById", "Content", "CommentId",
        "DoneAt", "IssuedAt", "RevokedAt", "ReplacedAt", "NominationNumber",
    ];

    private static readonly HashSet<string> ToldOfAccounts = [nameof(AppUser.FullName), nameof(AppUser.Email), nameof(AppUser.IsActive), nameof(AppUser.PasswordHash)];

    // Of a mail: what it said to whom, and that it left. Attempts are the business of its own page.
    private static readonly HashSet<string> ToldOfMails =
    [
        nameof(OutgoingMail.To), nameof(OutgoingMail.ToName), nameof(OutgoingMail.Subject), nameof(OutgoingMail.Body), nameof(OutgoingMail.SentAt), nameof(OutgoingMail.SnapshotSha256),
        nameof(OutgoingMail.ErasedAt),
    ];

    // Whom to call, and what a person has asked about themselves: that it changed is told, what it was is not. It can be erased, and the history never can.
    private static readonly HashSet<(Type, string)> Withheld =
    [
        (typeof(Business), "Contact.Name"), (typeof(Business), "Contact.Phone"), (typeof(Business), "Contact.Email"),
        (typeof(Nomination), "Establishment.ContactName"), (typeof(Nomination), "Establishment.ContactPhone"), (typeof(Nomination), "Establishment.ContactEmail"),
        (typeof(PersonalRequest), nameof(PersonalRequest.Who)), (typeof(PersonalRequest), nameof(PersonalRequest.Details)), (typeof(PersonalRequest), nameof(PersonalRequest.Outcome)),
        (typeof(AppUser), nameof(AppUser.PasswordHash)),
        (typeof(OutgoingMail), nameof(OutgoingMail.To)), (typeof(OutgoingMail), nameof(OutgoingMail.ToName)), (typeof(OutgoingMail), nameof(OutgoingMail.Subject)), (typeof(OutgoingMail), nameof(OutgoingMail.Body)),
    ];

    /// <summary>Whether the history keeps that a property changed, and neither the old value nor the new one.</summary>
    public static bool IsWithheld(object record, string path) =>
        // An account without an address that nobody signs in with was erased.
        record is AppUser { IsActive: false, Email: null } || (Withheld.Contains((record.GetType(), path)) && record is not OutgoingMail { IsToAccount: true });

    // Who sent a comment and what it says is personal: it can be erased, and the history never can.
    private static readonly HashSet<string> ToldOfComments =
        [nameof(Comment.State), nameof(Comment.Answer), nameof(Comment.Way), nameof(Comment.ReceivedOn), nameof(Comment.NominationNumber), nameof(Comment.ReleasedAt)];

    /// <summary>Whether the history tells of a property.</summary>
    /// <param name="record">The class of the record.</param>
    /// <param name="property">The property's name, without the complex property that it may stand in.</param>
    public static bool IsTold(Type record, string property) => record == typeof(SheetVersion) || record == typeof(VersionMark)
        // A version repeats what its sheet says at that moment.
        ? false
        : record == typeof(AppUser)
        ? ToldOfAccounts.Contains(property)
        : record == typeof(OutgoingMail) ? ToldOfMails.Contains(property)
        : record == typeof(Comment) ? ToldOfComments.Contains(property)
        : record == typeof(MailAttachment) ? property is nameof(MailAttachment.FileName) or nameof(MailAttachment.Sha256)
        : record == typeof(CommentFile) ? property == nameof(CommentFile.Sha256)
        : (!Untold.Contains(property) && !IsOwner(record, property)) || (record == typeof(TieDecision) && property == nameof(TieDecision.Order))
            // Whose a nomination is, is told: it changes when two records of a business are merged.
            || ((record == typeof(Nomination) || record == typeof(PastProduct)) && property == nameof(Nomination.BusinessId));

    // A key of what a record belongs to says nothing, and the same key as a choice does: a nomination's track, an evidence file's criterion.
    private static bool IsOwner(Type record, string property) =>
        (property is "TrackId" or "IndustryId" && record != typeof(Nomination)) || (property == "CriterionId" && record != typeof(Evidence));

    /// <summary>The changes of one tracked record.</summary>
    public static IEnumerable<AuditChange> Of(AppDbContext db, EntityEntry entry)
    {
        var item = ItemOf(db, entry.Entity);
        var part = AuditSubject.WholeOf(db, entry.Entity) == entry.Entity ? null : entry.Entity.GetType().Name.Split('`')[0];
        if (entry.Entity is IdentityUserRole<Guid> or JudgeCriterion or JudgeGroup or JudgeIndustry || (entry.Entity is MeetingAbsence && entry.State != EntityState.Modified))
        {
            var isAdded = entry.State == EntityState.Added;
            yield return new AuditChange(part!, isAdded ? null : item, isAdded ? item : null, Part: part);
            yield break;
        }

        foreach (var property in PropertiesOf(entry))
        {
            var name = property.Metadata.Name;
            if (!IsTold(entry.Entity.GetType(), name))
            {
                continue;
            }

            var from = entry.State == EntityState.Added ? null : Write(db, property, property.OriginalValue);
            var to = entry.State == EntityState.Deleted ? null : Write(db, property, property.CurrentValue);
            if (from != to)
            {
                var path = PathOf(property);
                var isSecret = IsWithheld(entry.Entity, path);
                yield return new AuditChange(path, isSecret ? null : from, isSecret ? null : to, item, part);
            }
        }
    }

    private static IEnumerable<PropertyEntry> PropertiesOf(EntityEntry entry) =>
        entry.Properties.Concat(entry.ComplexProperties.SelectMany(complex => complex.Properties));

    private static string PathOf(PropertyEntry property) =>
        property.Metadata.DeclaringType is Microsoft.EntityFrameworkCore.Metadata.IComplexType complex
            ? $"{complex.ComplexProperty.Name}.{property.Metadata.Name}"
            : property.Metadata.Name;

    private static string? ItemOf(AppDbContext db, object part) => part switch
    {
        Mark mark => db.Find<Criterion>(mark.CriterionId)?.Name.Vietnamese,
        CriterionRemark remark => db.Find<Criterion>(remark.CriterionId)?.Name.Vietnamese,
        PaperMark mark => db.Find<Criterion>(mark.CriterionId)?.Name.Vietnamese,
        JudgeGroup one => db.Find<CriterionGroup>(one.GroupId)?.Name.Vietnamese,
        JudgeIndustry one => db.Find<Industry>(one.IndustryId)?.Name.Vietnamese,
        SealOpening opening => opening.Name,
        MeetingAbsence absence => db.Find<Judge>(absence.JudgeId)!.Name + (absence.Reason is null ? "" : $" ({absence.Reason})"),
        JudgeCriterion one => db.Find<Criterion>(one.CriterionId)?.Name.Vietnamese,
        ChecklistAnswer answer => db.Find<ChecklistItem>(answer.ItemId)?.Name.Vietnamese,
        ChecklistItem item => item.Name.Vietnamese,
        DossierCertificate certificate => certificate.Name,
        WarningDecision decision => $"{decision.Kind}",
        MailAttachment attachment => attachment.FileName,
        Supplement supplement => supplement.DueOn.ToString("O", CultureInfo.InvariantCulture),
        NominationFigure figure => string.Create(CultureInfo.InvariantCulture, $"{figure.DataYear}/{figure.Base}"),
        BusinessFigure figure => figure.Year.ToString(CultureInfo.InvariantCulture),
        Listing listing => $"{listing.List} {listing.Year}",
        NationalBrandTitle title => title.Year.ToString(CultureInfo.InvariantCulture),
        IdentityUserRole<Guid> role => db.Find<IdentityRole<Guid>>(role.RoleId)?.Name,
        _ => null,
    };

    private static string? Write(AppDbContext db, PropertyEntry property, object? value) => value switch
    {
        null or "" => null,
        Guid key when property.Metadata.Name == nameof(Nomination.IndustryId) => db.Find<Industry>(key)?.Name.Vietnamese,
        Guid key when property.Metadata.Name == nameof(Nomination.TrackId) => db.Find<Track>(key)?.Name.Vietnamese,
        Guid key when property.Metadata.Name is nameof(Nomination.BusinessId) or nameof(Business.MergedIntoId) => db.Find<Business>(key)?.Name.Vietnamese,
        Guid key when property.Metadata.Name is nameof(CouncilMeeting.ChairId) or nameof(CouncilMeeting.SecretaryId) => db.Find<Judge>(key)?.Name,
        Guid key when property.Metadata.Name == nameof(Evidence.CriterionId) => db.Find<Criterion>(key)?.Name.Vietnamese,
        Guid key when property.Metadata.Name == nameof(Evidence.ReplacedById) => db.Find<Evidence>(key)?.Name,
        Guid key when property.Metadata.Name == nameof(Certificate.ReplacesId) => db.Find<Certificate>(key)?.Code.ToString(),
        // A reference to a document that was not there yet has the first of all days.
        DateOnly day when day == DateOnly.MinValue => null,
        DateTime instant => instant.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly hour => hour.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
