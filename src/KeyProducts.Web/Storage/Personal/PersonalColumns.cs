using KeyProducts.Domain;
using KeyProducts.Web.Mail;

namespace KeyProducts.Web.Storage.Personal;

/// <summary>A column that can name a person.</summary>
/// <param name="Entity">The class of the record.</param>
/// <param name="Property">The property, with the complex property that it stands in.</param>
/// <param name="Place">Where it belongs.</param>
/// <param name="Page">The page on which the record is seen.</param>
public sealed record PersonalColumn(Type Entity, string Property, PersonalPlace Place, PersonalPage Page)
{
    private static readonly HashSet<Type> Marking = [typeof(CriterionRemark), typeof(ScoreSheet), typeof(SheetVersion), typeof(VersionMark), typeof(PaperMark), typeof(PaperSheet), typeof(Discussion)];

    /// <summary>Whether it is a text that belongs to marks: it is open to whom the results of its year are open.</summary>
    public bool IsOfMarks => Place == PersonalPlace.Text && Marking.Contains(Entity);

    /// <summary>SQL for the key of the account that the name belongs to; null where none is stored.</summary>
    public string? Account { get; init; }
}

/// <summary>Where a record is seen.</summary>
/// <param name="Link">SQL for the address of the page, the record being t; null for none.</param>
/// <param name="Nomination">SQL for the key of the nomination to whose dossier the record belongs; null for none.</param>
public sealed record PersonalPage(string? Link, string? Nomination = null);

/// <summary>
/// Every column that can name a person. The search for a person, the file that is handed over and the erasure begin here; a test fails when a column of words is neither named here nor known
/// to hold no personal data. The history is asked by itself, because it is long.
/// </summary>
public static class PersonalColumns
{
    private const string NominationPage = "SELECT '/programmes/' || p.Year || '/nominations/' || n.Number FROM Programmes p JOIN Nominations n ON n.ProgrammeId = p.Id";

    private static readonly PersonalPage
        Nowhere = new(null),
        Account = new("'/users/' || lower(CAST(t.Id AS TEXT))"),
        AccountSecurity = new("'/users/' || lower(CAST(t.UserId AS TEXT)) || '/security'"),
        Business = new("'/businesses/' || t.Number"),
        Programme = new("'/programmes/' || t.Year"),
        OfProgramme = new("(SELECT '/programmes/' || p.Year FROM Programmes p WHERE p.Id = t.ProgrammeId)"),
        Judge = new("(SELECT '/programmes/' || p.Year || '/council/' || lower(CAST(t.Id AS TEXT)) FROM Programmes p WHERE p.Id = t.ProgrammeId)"),
        OfJudge = new("(SELECT '/programmes/' || p.Year || '/council/conflicts' FROM Programmes p JOIN Judges j ON j.ProgrammeId = p.Id WHERE j.Id = t.JudgeId)"),
        Nomination = new("(SELECT '/programmes/' || p.Year || '/nominations/' || t.Number FROM Programmes p WHERE p.Id = t.ProgrammeId)", "t.Id"),
        OfNomination = new($"({NominationPage} WHERE n.Id = t.NominationId)", "t.NominationId"),
        OfSheet = new($"({NominationPage} JOIN Sheets s ON s.NominationId = n.Id WHERE s.Id = t.SheetId)", "(SELECT s.NominationId FROM Sheets s WHERE s.Id = t.SheetId)"),
        OfVersion = new(null, "(SELECT s.NominationId FROM Sheets s JOIN SheetVersion v ON v.SheetId = s.Id WHERE v.Id = t.VersionId)"),
        OfPaper = new(null, "(SELECT s.NominationId FROM PaperSheets s WHERE s.Id = t.PaperId)"),
        Comment = new("'/programmes/' || t.Year || '/consultation/' || t.Number"),
        Certificate = new("'/programmes/' || t.Year || '/certificates/' || t.Number"),
        Mail = new("'/mail/' || lower(CAST(t.Id AS TEXT))"),
        Requests = new("'/personal-data/requests'"),
        Retention = new("'/personal-data/retention'");

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
        .. Of<PersonalRequest>(PersonalPlace.Request, Requests, null, "Who", "Details", "Outcome"),

        .. Persons<OutgoingMail>(Mail, "QueuedBy"),
        .. Persons<Comment>(Comment, "EnteredBy", "AnsweredBy"),
        .. Persons<Certificate>(Certificate, "IssuedBy", "RevokedBy", "ReplacedBy"),
        .. Persons<Nomination>(Nomination, "CheckedBy"),
        .. Persons<PaperSheet>(OfNomination, "EnteredBy", "ConfirmedBy", "ReturnedBy", "SetAsideBy"),
        .. Persons<PersonalRequest>(Requests, "DoneBy"),
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

        .. Of<UserSession>(PersonalPlace.Act, AccountSecurity, "UserId", "Address"),

        .. Of<Comment>(PersonalPlace.Text, Comment, null, "Answer", "ReleasedText"),
        .. Of<CommentFile>(PersonalPlace.Text, Nowhere, null, "Name"),
        .. Of<Certificate>(PersonalPlace.Text, Certificate, null, "RevokedReason", "ReplacedReason"),
        .. Of<ChecklistAnswer>(PersonalPlace.Text, OfNomination, null, "Note"),
        .. Of<ConflictDeclaration>(PersonalPlace.Text, OfJudge, null, "Text"),
        .. Of<Recusal>(PersonalPlace.Text, OfNomination, null, "Text"),
        .. Of<CouncilMeeting>(PersonalPlace.Text, OfProgramme, null, "Guests", "Discussion", "Conclusion", "Place"),
        .. Of<MeetingAbsence>(PersonalPlace.Text, Nowhere, null, "Reason"),
        .. Of<CriterionRemark>(PersonalPlace.Text, OfSheet, null, "Text"),
        .. Of<ScoreSheet>(PersonalPlace.Text, OfNomination, null, "Remark"),
        .. Of<SheetVersion>(PersonalPlace.Text, OfSheet, null, "Remark", "Reason"),
        .. Of<VersionMark>(PersonalPlace.Text, OfVersion, null, "Remark"),
        .. Of<PaperMark>(PersonalPlace.Text, OfPaper, null, "Remark"),
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
        .. Of<PrivacySettings>(PersonalPlace.Text, Retention, null, "Contact"),
        .. Of<PastFigure>(PersonalPlace.Text, Nowhere, null, "Source", "Note"),
        .. Of<PastProduct>(PersonalPlace.Text, Nowhere, null, "Product", "Business", "Source"),
    ];

    private static IEnumerable<PersonalColumn> Of<T>(PersonalPlace place, PersonalPage page, string? account, params string[] properties) =>
        properties.Select(property => new PersonalColumn(typeof(T), property, place, page) { Account = account is null ? null : $"t.{account}" });

    private static IEnumerable<PersonalColumn> Persons<T>(PersonalPage page, params string[] properties) =>
        properties.Select(property => new PersonalColumn(typeof(T), $"{property}.Name", PersonalPlace.Act, page) { Account = $"t.{property}_Id" });
}
