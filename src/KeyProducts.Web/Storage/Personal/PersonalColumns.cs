using KeyProducts.Domain;
using KeyProducts.Web.Mail;

namespace KeyProducts.Web.Storage.Personal;

/// <summary>A column that can name a person.</summary>
/// <param name="Entity">The class of the record.</param>
/// <param name="Property">The property, with the complex property that it stands in.</param>
/// <param name="Place">Where it belongs.</param>
/// <param name="Link">SQL for the address of its page, the record being t; null for none.</param>
public sealed record PersonalColumn(Type Entity, string Property, PersonalPlace Place, string? Link)
{
    /// <summary>SQL for the key of the account that the name belongs to; null where none is stored.</summary>
    public string? Account { get; init; }
}

/// <summary>
/// Every column that can name a person. The search for a person, the file that is handed over and the erasure begin here; a test fails when a column of words is neither named here nor known
/// to hold no personal data. The history is asked by itself, because it is long.
/// </summary>
public static class PersonalColumns
{
    private const string Account = "'/users/' || lower(CAST(t.Id AS TEXT))";
    private const string Business = "'/businesses/' || t.Number";
    private const string Programme = "'/programmes/' || t.Year";
    private const string OfProgramme = "(SELECT '/programmes/' || p.Year FROM Programmes p WHERE p.Id = t.ProgrammeId)";
    private const string Judge = "(SELECT '/programmes/' || p.Year || '/council/' || lower(CAST(t.Id AS TEXT)) FROM Programmes p WHERE p.Id = t.ProgrammeId)";
    private const string OfJudge = "(SELECT '/programmes/' || p.Year || '/council/conflicts' FROM Programmes p JOIN Judges j ON j.ProgrammeId = p.Id WHERE j.Id = t.JudgeId)";
    private const string Nomination = "(SELECT '/programmes/' || p.Year || '/nominations/' || t.Number FROM Programmes p WHERE p.Id = t.ProgrammeId)";
    private const string OfNomination = "(SELECT '/programmes/' || p.Year || '/nominations/' || n.Number FROM Programmes p JOIN Nominations n ON n.ProgrammeId = p.Id WHERE n.Id = t.NominationId)";
    private const string OfSheet = "(SELECT '/programmes/' || p.Year || '/nominations/' || n.Number FROM Programmes p JOIN Nominations n ON n.ProgrammeId = p.Id JOIN Sheets s ON s.NominationId = n.Id WHERE s.Id = t.SheetId)";
    private const string Comment = "'/programmes/' || t.Year || '/consultation/' || t.Number";
    private const string Certificate = "'/programmes/' || t.Year || '/certificates/' || t.Number";
    private const string Mail = "'/mail/' || lower(CAST(t.Id AS TEXT))";

    /// <summary>They.</summary>
    public static readonly IReadOnlyList<PersonalColumn> All =
    [
        .. Of<AppUser>(PersonalPlace.Account, Account, "Id", "FullName", "Email", "UserName", "PhoneNumber"),
        .. Of<Judge>(PersonalPlace.Judge, Judge, "UserId", "Name", "Title", "Organisation"),
        .. Of<Business>(PersonalPlace.BusinessContact, Business, null, "Contact.Name", "Contact.Phone", "Contact.Email"),
        .. Of<Nomination>(PersonalPlace.DossierContact, Nomination, null, "Establishment.ContactName", "Establishment.ContactPhone", "Establishment.ContactEmail"),
        .. Of<Nomination>(PersonalPlace.DossierSigner, Nomination, null, "Establishment.Representative", "Establishment.RepresentativeTitle", "Commitments.SignedBy"),
        .. Of<Comment>(PersonalPlace.Comment, Comment, null, "Name", "Organisation", "Contact", "Text"),
        .. Of<OutgoingMail>(PersonalPlace.Mail, Mail, null, "To", "ToName", "Subject", "Body", "LastError"),
        .. Of<PersonalRequest>(PersonalPlace.Request, "'/personal-data/requests'", null, "Who", "Details", "Outcome"),

        .. Persons<OutgoingMail>(Mail, "QueuedBy"),
        .. Persons<Comment>(Comment, "EnteredBy", "AnsweredBy"),
        .. Persons<Certificate>(Certificate, "IssuedBy", "RevokedBy", "ReplacedBy"),
        .. Persons<Nomination>(Nomination, "CheckedBy"),
        .. Persons<PaperSheet>(OfNomination, "EnteredBy", "ConfirmedBy", "ReturnedBy", "SetAsideBy"),
        .. Persons<PersonalRequest>("'/personal-data/requests'", "DoneBy"),
        .. Of<SealOpening>(PersonalPlace.Act, OfProgramme, "PersonId", "Name"),
        .. Of<Programme>(PersonalPlace.Act, Programme, null, "DecisionSigner", "Consultation.Contact"),
        .. Of<ChecklistAnswer>(PersonalPlace.Act, OfNomination, null, "AnsweredBy"),
        .. Of<WarningDecision>(PersonalPlace.Act, OfNomination, null, "DecidedBy"),
        .. Of<Supplement>(PersonalPlace.Act, OfNomination, null, "AskedBy"),
        .. Of<Evidence>(PersonalPlace.Act, OfNomination, null, "AddedBy"),
        .. Of<Discussion>(PersonalPlace.Act, OfNomination, null, "By"),
        .. Of<SheetVersion>(PersonalPlace.Act, OfSheet, null, "By"),
        .. Of<Snapshot>(PersonalPlace.Act, OfProgramme, null, "ProposedBy", "ConfirmedBy"),
        .. Of<SnapshotProposal>(PersonalPlace.Act, OfProgramme, null, "By"),

        .. Of<UserSession>(PersonalPlace.Act, "'/users/' || lower(CAST(t.UserId AS TEXT)) || '/security'", "UserId", "Address"),

        .. Of<Comment>(PersonalPlace.Text, Comment, null, "Answer", "ReleasedText"),
        .. Of<CommentFile>(PersonalPlace.Text, null, null, "Name"),
        .. Of<Certificate>(PersonalPlace.Text, Certificate, null, "RevokedReason", "ReplacedReason"),
        .. Of<ChecklistAnswer>(PersonalPlace.Text, OfNomination, null, "Note"),
        .. Of<ConflictDeclaration>(PersonalPlace.Text, OfJudge, null, "Text"),
        .. Of<Recusal>(PersonalPlace.Text, OfNomination, null, "Text"),
        .. Of<CouncilMeeting>(PersonalPlace.Text, OfProgramme, null, "Guests", "Discussion", "Conclusion", "Place"),
        .. Of<MeetingAbsence>(PersonalPlace.Text, null, null, "Reason"),
        .. Of<CriterionRemark>(PersonalPlace.Text, OfSheet, null, "Text"),
        .. Of<ScoreSheet>(PersonalPlace.Text, OfNomination, null, "Remark"),
        .. Of<SheetVersion>(PersonalPlace.Text, OfSheet, null, "Remark", "Reason"),
        .. Of<VersionMark>(PersonalPlace.Text, null, null, "Remark"),
        .. Of<PaperMark>(PersonalPlace.Text, null, null, "Remark"),
        .. Of<PaperSheet>(PersonalPlace.Text, OfNomination, null, "Remark", "ReturnedReason", "SetAsideReason", "ScanName"),
        .. Of<Discussion>(PersonalPlace.Text, OfNomination, null, "Text"),
        .. Of<DossierCertificate>(PersonalPlace.Text, OfNomination, null, "Name", "Issuer"),
        .. Of<Evidence>(PersonalPlace.Text, OfNomination, null, "Name", "SetAsideReason"),
        .. Of<Nomination>(PersonalPlace.Text, Nomination, null, "Description", "Brand", "Environment", "Labour", "StatusReason", "Establishment.Workshop", "Establishment.Activity", "Technology.Automation", "Technology.DigitalTransformation", "Technology.SmartFactory"),
        .. Of<Business>(PersonalPlace.Text, Business, null, "TaxCodeReason", "Address.Street", "Website"),
        .. Of<PaperTemplate>(PersonalPlace.Text, OfProgramme, null, "Subject", "Addressees", "Bases", "Body", "English", "Signatures", "Recipients"),
        .. Of<Programme>(PersonalPlace.Text, Programme, null, "DecisionScan.Name"),
        .. Of<Snapshot>(PersonalPlace.Text, OfProgramme, null, "Reason"),
        .. Of<SnapshotProposal>(PersonalPlace.Text, OfProgramme, null, "Reason"),
        .. Of<Supplement>(PersonalPlace.Text, OfNomination, null, "Reasons", "Outcome"),
        .. Of<TieDecision>(PersonalPlace.Text, OfProgramme, null, "Reason", "Minutes"),
        .. Of<WarningDecision>(PersonalPlace.Text, OfNomination, null, "Reason"),
        .. Of<PrivacySettings>(PersonalPlace.Text, "'/personal-data/retention'", null, "Contact"),
        .. Of<PastFigure>(PersonalPlace.Text, null, null, "Source", "Note"),
        .. Of<PastProduct>(PersonalPlace.Text, null, null, "Product", "Business", "Source"),
    ];

    private static IEnumerable<PersonalColumn> Of<T>(PersonalPlace place, string? link, string? account, params string[] properties) =>
        properties.Select(property => new PersonalColumn(typeof(T), property, place, link) { Account = account is null ? null : $"t.{account}" });

    private static IEnumerable<PersonalColumn> Persons<T>(string link, params string[] properties) =>
        properties.Select(property => new PersonalColumn(typeof(T), $"{property}.Name", PersonalPlace.Act, link) { Account = $"t.{property}_Id" });
}
