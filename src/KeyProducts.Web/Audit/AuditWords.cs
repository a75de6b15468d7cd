using KeyProducts.Domain;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Audit;

/// <summary>How a value of the history is shown.</summary>
public enum AuditValue
{
    /// <summary>As it is stored: text, years, numbers of documents.</summary>
    Text,

    /// <summary>A number that may have decimals.</summary>
    Number,

    /// <summary>đồng.</summary>
    Dong,

    /// <summary>US cents, shown as dollars.</summary>
    Cents,

    /// <summary>A day.</summary>
    Day,

    /// <summary>An instant, shown on the clock in Hà Nội.</summary>
    Moment,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A member of an enum.</summary>
    Member,

    /// <summary>A role.</summary>
    Role,

    /// <summary>Words of a list, separated by a space.</summary>
    Steps,

    /// <summary>Never shown.</summary>
    Secret,
}

/// <summary>What a property is called, and how its values are shown.</summary>
/// <param name="Key">The English words, the key of their translation, with a capital as on a form.</param>
/// <param name="Value">How a value is shown.</param>
/// <param name="Members">The enum of a <see cref="AuditValue.Member"/>.</param>
public sealed record AuditWord(string Key, AuditValue Value = AuditValue.Text, Type? Members = null);

/// <summary>The words for what the history tells of. A test finds properties without.</summary>
public static partial class AuditWords
{
    /// <summary>The words of the kinds of things, by class, in the order of the filter.</summary>
    public static readonly IReadOnlyDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        [nameof(Programme)] = "Year",
        [nameof(Industry)] = "Industry",
        [nameof(Track)] = "Eligibility track",
        [nameof(CriterionGroup)] = "Group of criteria",
        [nameof(Criterion)] = "Criterion",
        [nameof(Judge)] = "Judge",
        [nameof(Business)] = "Business",
        [nameof(Nomination)] = "Nomination",
        [nameof(Evidence)] = "Evidence file",
        [nameof(ScoreSheet)] = "Score sheet",
        [nameof(Recusal)] = "Recusal",
        [nameof(PaperSheet)] = "Paper sheet",
        [nameof(Assignment)] = "Assignment",
        [nameof(ConflictDeclaration)] = "Declaration on conflicts of interest",
        [nameof(Discussion)] = "Discussion of marks",
        [nameof(TieDecision)] = "Decision on equal scores",
        [nameof(Snapshot)] = "Snapshot of the result",
        [nameof(SnapshotProposal)] = "Result put forward",
        [nameof(CouncilMeeting)] = "Meeting of the council",
        [nameof(PaperTemplate)] = "Words of a paper",
        ["Backup"] = "Backup",
        [nameof(Certificate)] = "Certificate of the city",
        [nameof(PastFigure)] = "Published figure of a year",
        [nameof(PastProduct)] = "Product of an old list",
        [nameof(Comment)] = "Comment of the public",
        [nameof(OutgoingMail)] = "Mail",
        [nameof(PersonalRequest)] = "Request about personal data",
        [nameof(PrivacySettings)] = "Settings on personal data",
        ["PersonalData"] = "Personal data",
        [nameof(Documents.Report)] = "Download",
        [nameof(AppUser)] = "Account",
    };

    /// <summary>The words of parts that are added and removed as one.</summary>
    public static readonly IReadOnlyDictionary<string, string> Parts = new Dictionary<string, string>
    {
        [nameof(Listing)] = "Place in a list",
        [nameof(NationalBrandTitle)] = "National Brand title",
        [nameof(BusinessFigure)] = "Figures",
        [nameof(NominationFigure)] = "Declared figures",
        [nameof(DossierCertificate)] = "Certificate",
        [nameof(Supplement)] = "Supplement asked for",
        [nameof(ChecklistAnswer)] = "Answer to the checklist",
        [nameof(WarningDecision)] = "Decision on a warning",
        [nameof(ChecklistItem)] = "Item of the checklist",
        [nameof(JudgeCriterion)] = "Assigned criterion",
        [nameof(JudgeGroup)] = "Assigned group of criteria",
        [nameof(JudgeIndustry)] = "Assigned industry",
        [nameof(CriterionRemark)] = "Remark on a criterion",
        [nameof(PaperMark)] = "Mark on paper",
        [nameof(SealOpening)] = "Key of the seal",
        [nameof(MeetingAbsence)] = "Absent member",
        ["IdentityUserRole"] = "Role",
    };

    private static readonly Dictionary<(string Class, string Property), AuditWord> OfYears = new()
    {
        [(nameof(Programme), "Year")] = new("Year"),
        [(nameof(Programme), "Stage")] = new("Stage", AuditValue.Member, typeof(Stage)),
        [(nameof(Programme), "ValidityMonths")] = new("Months of validity"),
        [(nameof(Programme), "Rules.Method")] = new("Method of scoring", AuditValue.Member, typeof(ScoringMethod)),
        [(nameof(Programme), "Rules.Scale")] = new("Scale", AuditValue.Number),
        [(nameof(Programme), "Rules.MarkStep")] = new("Step between marks", AuditValue.Number),
        [(nameof(Programme), "Rules.Decimals")] = new("Decimals of a score"),
        [(nameof(Programme), "Rules.Quorum")] = new("Quorum"),
        [(nameof(Programme), "Rules.PassMark")] = new("Pass mark", AuditValue.Number),
        [(nameof(Programme), "Rules.TopCount")] = new("Products in the top"),
        [(nameof(Programme), "Rules.BusinessCap")] = new("Most products of one business in the top"),
        [(nameof(Programme), "Rules.SpreadLimit")] = new("Spread limit", AuditValue.Number),
        [(nameof(Programme), "Rules.TieChain")] = new("Steps that split equal scores", AuditValue.Steps),
        [(nameof(Programme), "Screening.TwoPersons")] = new("One person checks, another accepts", AuditValue.YesNo),
        [(nameof(Programme), "Screening.JumpRatio")] = new("Change that is warned of, times", AuditValue.Number),
        [(nameof(Programme), "Screening.Tolerance")] = new("Tolerance against earlier dossiers, percent", AuditValue.Number),
        [(nameof(Programme), "Screening.DongPerDollar")] = new("Exchange rate, đồng for a US dollar", AuditValue.Number),
        [(nameof(Programme), "Screening.SupplementDays")] = new("Days for a supplement"),
        [(nameof(Programme), "Screening.MaxFileMegabytes")] = new("Largest evidence file, megabytes"),
        [(nameof(Programme), "Screening.MaxFiles")] = new("Most evidence files of a dossier"),
        [(nameof(Programme), "Judging.JudgesPerNomination")] = new("Judges drawn for each nomination"),
        [(nameof(Programme), "Judging.OthersMarks")] = new("Judges read the marks of others", AuditValue.Member, typeof(OthersMarks)),
        [(nameof(Programme), "Judging.IsSealed")] = new("Sealed scoring", AuditValue.YesNo),
        [(nameof(Programme), "SealOpenedAt")] = new("Marks opened at", AuditValue.Moment),
        [(nameof(SealOpening), "Name")] = new("Key turned by"),
        [(nameof(Programme), "Dates.NominationsFrom")] = new("First day of nominations", AuditValue.Day),
        [(nameof(Programme), "Dates.NominationsUntil")] = new("Last day of nominations", AuditValue.Day),
        [(nameof(Programme), "Dates.JudgingFrom")] = new("First day of judging", AuditValue.Day),
        [(nameof(Programme), "Dates.JudgingUntil")] = new("Last day of judging", AuditValue.Day),
        [(nameof(Programme), "Dates.ConsultationFrom")] = new("First day of the consultation", AuditValue.Day),
        [(nameof(Programme), "Dates.ConsultationUntil")] = new("Last day of the consultation", AuditValue.Day),
        [(nameof(Programme), "Plan.Number")] = new("Number of the plan"),
        [(nameof(Programme), "Plan.Date")] = new("Date of the plan", AuditValue.Day),
        [(nameof(Programme), "CouncilDecision.Number")] = new("Number of the decision that sets up the council"),
        [(nameof(Programme), "CouncilDecision.Date")] = new("Date of the decision that sets up the council", AuditValue.Day),
        [(nameof(Programme), "DecisionSigner")] = new("Signer of the decision of recognition"),
        [(nameof(Programme), "DecisionScan.Name")] = new("Scan of the decision: file"),
        [(nameof(Programme), "DecisionScan.Sha256")] = new("Scan of the decision: SHA-256"),
        [(nameof(Programme), "DecisionScan.Size")] = new("Scan of the decision: bytes", AuditValue.Number),
        [(nameof(Programme), "DecisionScan.ContentType")] = new("Scan of the decision: kind of file"),
        [(nameof(Comment), "State")] = new("State", AuditValue.Member, typeof(CommentState)),
        [(nameof(Comment), "Way")] = new("How it came", AuditValue.Member, typeof(CommentWay)),
        [(nameof(Comment), "ReceivedOn")] = new("Day of arrival", AuditValue.Day),
        [(nameof(Comment), "NominationNumber")] = new("Number of the product's dossier"),
        [(nameof(Comment), "Answer")] = new("Answer"),
        [(nameof(Comment), "ReleasedAt")] = new("Released to the public", AuditValue.Moment),
        [(nameof(CommentFile), "Sha256")] = new("File, SHA-256"),
        [(nameof(Programme), "Consultation.Contact")] = new("Where comments are sent"),
        [(nameof(Programme), "Consultation.ShowsScores")] = new("Scores in the provisional list", AuditValue.YesNo),
        [(nameof(Programme), "Consultation.ShowsAll")] = new("All products in the provisional list", AuditValue.YesNo),
        [(nameof(Programme), "ConsultationPublishedAt")] = new("Provisional list public since", AuditValue.Moment),
        [(nameof(Programme), "PublishedAt")] = new("Recognition list public since", AuditValue.Moment),
        [(nameof(Programme), "RecognitionDecision.Number")] = new("Number of the decision of recognition"),
        [(nameof(Programme), "RecognitionDecision.Date")] = new("Date of the decision of recognition", AuditValue.Day),

        [(nameof(Industry), "Name.Vietnamese")] = new("Name in Vietnamese"),
        [(nameof(Industry), "Name.English")] = new("Name in English"),
        [(nameof(Track), "Name.Vietnamese")] = new("Name in Vietnamese"),
        [(nameof(Track), "Name.English")] = new("Name in English"),
        [(nameof(Track), "Figure")] = new("Figure of the gate", AuditValue.Member, typeof(GateFigure)),
        [(nameof(Track), "AtLeast")] = new("Least figure of the gate", AuditValue.Number),
        [(nameof(ChecklistItem), "Name.Vietnamese")] = new("Name in Vietnamese"),
        [(nameof(ChecklistItem), "Name.English")] = new("Name in English"),
        [(nameof(ChecklistItem), "IsRequired")] = new("Required", AuditValue.YesNo),
        [(nameof(CriterionGroup), "Name.Vietnamese")] = new("Name in Vietnamese"),
        [(nameof(CriterionGroup), "Name.English")] = new("Name in English"),
        [(nameof(CriterionGroup), "Minimum")] = new("Minimum", AuditValue.Number),
        [(nameof(Criterion), "Name.Vietnamese")] = new("Name in Vietnamese"),
        [(nameof(Criterion), "Name.English")] = new("Name in English"),
        [(nameof(Criterion), "Max")] = new("Highest mark", AuditValue.Number),
        [(nameof(Criterion), "Minimum")] = new("Minimum", AuditValue.Number),
        [(nameof(Criterion), "Guidance")] = new("Guidance"),
        [(nameof(Criterion), "GuidanceEnglish")] = new("Guidance in English"),
        [(nameof(Criterion), "Figure")] = new("Computed from"),
        [(nameof(Criterion), "BandList")] = new("Bands"),

        [(nameof(Judge), "Name")] = new("Name"),
        [(nameof(Judge), "Title")] = new("Title or post"),
        [(nameof(Judge), "Organisation")] = new("Organisation"),
        [(nameof(Judge), "Role")] = new("Part in the council", AuditValue.Member, typeof(CouncilRole)),
        [(nameof(Judge), "ScoresAllNominations")] = new("Scores all nominations", AuditValue.YesNo),
        [(nameof(Judge), "ExtendedUntil")] = new("More time until", AuditValue.Day),
        [(nameof(Judge), "MarksAllCriteria")] = new("Marks all criteria", AuditValue.YesNo),
        [(nameof(Judge), "HasLeft")] = new("Has left the council", AuditValue.YesNo),
        [(nameof(JudgeCriterion), nameof(JudgeCriterion))] = new("Assigned criterion"),

        [(nameof(Nomination), "Number")] = new("Registration number"),
        [(nameof(Nomination), "BusinessId")] = new("Business"),
        [(nameof(Nomination), "Product.Vietnamese")] = new("Product in Vietnamese"),
        [(nameof(Nomination), "Product.English")] = new("Product in English"),
        [(nameof(Nomination), "Description")] = new("Description"),
        [(nameof(Nomination), "IndustryId")] = new("Industry"),
        [(nameof(Nomination), "TrackId")] = new("Eligibility track"),
        [(nameof(Nomination), "ReceivedOn")] = new("Received on", AuditValue.Day),
        [(nameof(Nomination), "RenewsYear")] = new("Renews the recognition of"),
        [(nameof(Nomination), "Status")] = new("Status", AuditValue.Member, typeof(NominationStatus)),
        [(nameof(Nomination), "StatusReason")] = new("Reason of the status"),
        [(nameof(Nomination), "CheckedBy.Name")] = new("Checked by"),
        [(nameof(Nomination), "Establishment.Site")] = new("What lies in Hà Nội", AuditValue.Member, typeof(HanoiSite)),
        [(nameof(Nomination), "Establishment.Workshop")] = new("Where the product is made"),
        [(nameof(Nomination), "Establishment.Activity")] = new("Field of business"),
        [(nameof(Nomination), "Establishment.Representative")] = new("Legal representative"),
        [(nameof(Nomination), "Establishment.RepresentativeTitle")] = new("Post of the legal representative"),
        [(nameof(Nomination), "Establishment.ContactName")] = new("Contact’s name"),
        [(nameof(Nomination), "Establishment.ContactPhone")] = new("Contact’s telephone"),
        [(nameof(Nomination), "Establishment.ContactEmail")] = new("Contact’s e-mail"),
        [(nameof(Nomination), "Technology.AutomatedShare")] = new("Automated share of the line, percent", AuditValue.Number),
        [(nameof(Nomination), "Technology.Automation")] = new("Automation"),
        [(nameof(Nomination), "Technology.DigitalTransformation")] = new("Digital transformation"),
        [(nameof(Nomination), "Technology.SmartFactory")] = new("Smart factory"),
        [(nameof(Nomination), "Brand")] = new("Brand"),
        [(nameof(Nomination), "Environment")] = new("Environment"),
        [(nameof(Nomination), "Labour")] = new("Labour"),
        [(nameof(Nomination), "Commitments.Environment")] = new("Commitment on the environment", AuditValue.YesNo),
        [(nameof(Nomination), "Commitments.Quality")] = new("Commitment on quality management", AuditValue.YesNo),
        [(nameof(Nomination), "Commitments.IntellectualProperty")] = new("Commitment on intellectual property", AuditValue.YesNo),
        [(nameof(Nomination), "Commitments.Law")] = new("Commitment on keeping the law", AuditValue.YesNo),
        [(nameof(Nomination), "Commitments.SignedBy")] = new("Commitments signed by"),
        [(nameof(Nomination), "Commitments.SignedOn")] = new("Commitments signed on", AuditValue.Day),
        [(nameof(DossierCertificate), "Section")] = new("Section", AuditValue.Member, typeof(DossierSection)),
        [(nameof(DossierCertificate), "Name")] = new("Name"),
        [(nameof(DossierCertificate), "Number")] = new("Number"),
        [(nameof(DossierCertificate), "Issuer")] = new("Issued by"),
        [(nameof(DossierCertificate), "IssuedOn")] = new("Issued on", AuditValue.Day),
        [(nameof(DossierCertificate), "ExpiresOn")] = new("Expires on", AuditValue.Day),
        [(nameof(Supplement), "Reasons")] = new("Reasons"),
        [(nameof(Supplement), "DueOn")] = new("Due on", AuditValue.Day),
        [(nameof(Supplement), "ReceivedOn")] = new("Received on", AuditValue.Day),
        [(nameof(Supplement), "Outcome")] = new("Outcome"),
        [(nameof(ChecklistAnswer), "Finding")] = new("Finding", AuditValue.Member, typeof(Finding)),
        [(nameof(ChecklistAnswer), "Note")] = new("Remark"),
        [(nameof(WarningDecision), "Kind")] = new("Warning", AuditValue.Member, typeof(WarningKind)),
        [(nameof(WarningDecision), "Verdict")] = new("Decision", AuditValue.Member, typeof(WarningVerdict)),
        [(nameof(WarningDecision), "Reason")] = new("Reason"),
        [(nameof(NominationFigure), "Employees")] = new("Employees", AuditValue.Number),
        [(nameof(NominationFigure), "DataYear")] = new("Year of the figures"),
        [(nameof(NominationFigure), "Base")] = new("Base of the figures", AuditValue.Member, typeof(FigureBase)),
        [(nameof(NominationFigure), "Revenue")] = new("Revenue", AuditValue.Dong),
        [(nameof(NominationFigure), "ExportCents")] = new("Export", AuditValue.Cents),

        [(nameof(Evidence), "Name")] = new("Name of the file"),
        [(nameof(Evidence), "Sha256")] = new("SHA-256"),
        [(nameof(Evidence), "Size")] = new("Size in bytes", AuditValue.Number),
        [(nameof(Evidence), "ContentType")] = new("Kind of file"),
        [(nameof(Evidence), "Section")] = new("Section", AuditValue.Member, typeof(DossierSection)),
        [(nameof(Evidence), "CriterionId")] = new("Criterion"),
        [(nameof(Evidence), "ReplacedById")] = new("Replaced by"),
        [(nameof(Evidence), "SetAsideReason")] = new("Set aside because"),

        [(nameof(ScoreSheet), "Remark")] = new("Remark"),
        [(nameof(ScoreSheet), "SubmittedAt")] = new("Submitted at", AuditValue.Moment),
        [(nameof(Mark), "Points")] = new("Mark", AuditValue.Number),
        [(nameof(CriterionRemark), "Text")] = new("Remark on a criterion"),
        [(nameof(PaperSheet), "SignedOn")] = new("Signed on", AuditValue.Day),
        [(nameof(PaperSheet), "Remark")] = new("Remark"),
        [(nameof(PaperSheet), "ScanName")] = new("Name of the scan"),
        [(nameof(PaperSheet), "ScanSha256")] = new("SHA-256 of the scan"),
        [(nameof(PaperSheet), "ScanSize")] = new("Size in bytes", AuditValue.Number),
        [(nameof(PaperSheet), "ScanContentType")] = new("Kind of file"),
        [(nameof(PaperSheet), "EnteredBy.Name")] = new("Typed in by"),
        [(nameof(PaperSheet), "ConfirmedBy.Name")] = new("Confirmed by"),
        [(nameof(PaperSheet), "ConfirmedAt")] = new("Confirmed at", AuditValue.Moment),
        [(nameof(PaperSheet), "ReturnedBy.Name")] = new("Sent back by"),
        [(nameof(PaperSheet), "ReturnedReason")] = new("Sent back because"),
        [(nameof(PaperSheet), "SetAsideBy.Name")] = new("Set aside by"),
        [(nameof(PaperSheet), "SetAsideReason")] = new("Set aside because"),
        [(nameof(PaperMark), "Points")] = new("Mark", AuditValue.Number),
        [(nameof(PaperMark), "Remark")] = new("Remark"),
        [(nameof(Assignment), "Kind")] = new("Kind of assignment", AuditValue.Member, typeof(AssignmentKind)),
        [(nameof(ConflictDeclaration), "Kind")] = new("Conflict of interest", AuditValue.Member, typeof(ConflictKind)),
        [(nameof(ConflictDeclaration), "Text")] = new("In words"),
        [(nameof(Discussion), "HeldOn")] = new("Held on", AuditValue.Day),
        [(nameof(Discussion), "Text")] = new("What was said"),
        [(nameof(Discussion), "Spread")] = new("Spread of the totals", AuditValue.Number),
        [(nameof(Recusal), "Kind")] = new("Conflict of interest", AuditValue.Member, typeof(ConflictKind)),
        [(nameof(Recusal), "Text")] = new("In words"),
        [(nameof(Recusal), "LiftedAt")] = new("Lifted at", AuditValue.Moment),
        [(nameof(TieDecision), "Order")] = new("Order of the registration numbers", AuditValue.Steps),
        [(nameof(TieDecision), "Reason")] = new("Reason"),
        [(nameof(TieDecision), "Minutes")] = new("Minutes"),
        [(nameof(Snapshot), "Number")] = new("Number"),
        [(nameof(Snapshot), "Sha256")] = new("SHA-256"),
        [(nameof(Snapshot), "Replaces")] = new("Corrects the snapshot with the SHA-256"),
        [(nameof(Snapshot), "Reason")] = new("Reason"),
        [(nameof(Snapshot), "ProposedBy")] = new("Put forward by"),
        [(nameof(Snapshot), "ConfirmedBy")] = new("Confirmed by"),
        [(nameof(SnapshotProposal), "Sha256")] = new("SHA-256"),
        [(nameof(SnapshotProposal), "Replaces")] = new("Corrects the snapshot with the SHA-256"),
        [(nameof(SnapshotProposal), "Reason")] = new("Reason"),

        [(nameof(CouncilMeeting), "HeldOn")] = new("Held on", AuditValue.Day),
        [(nameof(CouncilMeeting), "From")] = new("Began at"),
        [(nameof(CouncilMeeting), "Until")] = new("Ended at"),
        [(nameof(CouncilMeeting), "Place")] = new("Place"),
        [(nameof(CouncilMeeting), "ChairId")] = new("Chaired by"),
        [(nameof(CouncilMeeting), "SecretaryId")] = new("Minutes kept by"),
        [(nameof(CouncilMeeting), "LeastPresent")] = new("Members who must be present"),
        [(nameof(CouncilMeeting), "Guests")] = new("Guests"),
        [(nameof(CouncilMeeting), "Discussion")] = new("What was said"),
        [(nameof(CouncilMeeting), "Conclusion")] = new("Conclusion"),
        [(nameof(MeetingAbsence), "Reason")] = new("Reason"),
        [(nameof(PaperTemplate), "Kind")] = new("Paper", AuditValue.Member, typeof(PaperKind)),
        [(nameof(PaperTemplate), "Subject")] = new("Subject"),
        [(nameof(PaperTemplate), "Addressees")] = new("Addressees"),
        [(nameof(PaperTemplate), "Bases")] = new("Legal bases"),
        [(nameof(PaperTemplate), "Body")] = new("Text"),
        [(nameof(PaperTemplate), "English")] = new("Text in English"),
        [(nameof(PaperTemplate), "Signatures")] = new("Signatures"),
        [(nameof(PaperTemplate), "Recipients")] = new("Recipients"),
        [(nameof(Certificate), "Year")] = new("Year"),
        [(nameof(Certificate), "Number")] = new("Number"),
        [(nameof(Certificate), "Kind")] = new("Kind of certificate", AuditValue.Member, typeof(CertificateKind)),
        [(nameof(Certificate), "Product.Vietnamese")] = new("Product in Vietnamese"),
        [(nameof(Certificate), "Product.English")] = new("Product in English"),
        [(nameof(Certificate), "Business.Vietnamese")] = new("Business in Vietnamese"),
        [(nameof(Certificate), "Business.English")] = new("Business in English"),
        [(nameof(Certificate), "Industry.Vietnamese")] = new("Industry in Vietnamese"),
        [(nameof(Certificate), "Industry.English")] = new("Industry in English"),
        [(nameof(Certificate), "Decision.Number")] = new("Number of the decision of recognition"),
        [(nameof(Certificate), "Decision.Date")] = new("Date of the decision of recognition", AuditValue.Day),
        [(nameof(Certificate), "ValidFrom")] = new("Valid from", AuditValue.Day),
        [(nameof(Certificate), "ValidUntil")] = new("Valid until", AuditValue.Day),
        [(nameof(Certificate), "SnapshotSha256")] = new("SHA-256 of the snapshot"),
        [(nameof(Certificate), "IssuedOn")] = new("Issued on", AuditValue.Day),
        [(nameof(Certificate), "IssuedBy.Name")] = new("Issued in the system by"),
        [(nameof(Certificate), "RevokedBy.Name")] = new("Revoked by"),
        [(nameof(Certificate), "RevokedReason")] = new("Revoked because"),
        [(nameof(Certificate), "ReplacedBy.Name")] = new("Replaced by (person)"),
        [(nameof(Certificate), "ReplacedReason")] = new("Replaced because"),
        [(nameof(Certificate), "ReplacesId")] = new("In place of certificate"),
    };

    private static readonly Dictionary<(string Class, string Property), AuditWord> Properties = OfYears.Concat(OfPeople).ToDictionary();

    private static readonly Dictionary<(string Class, string Property), int> Places = Properties.Keys.Select((key, place) => (key, place)).ToDictionary(one => one.key, one => one.place);

    /// <summary>The word of a property; null when there is none.</summary>
    public static AuditWord? Of(string recordClass, string property) => Properties.GetValueOrDefault((recordClass, property));

    /// <summary>Where a property stands in the order of a list of changes; those without words come last.</summary>
    public static int PlaceOf(string recordClass, string property) => Places.GetValueOrDefault((recordClass, property), int.MaxValue);

    /// <summary>All keys, for the test that looks for missing translations.</summary>
    public static IEnumerable<string> Keys => Properties.Values.Select(word => word.Key).Concat(Kinds.Values).Concat(Parts.Values).Distinct();
}
