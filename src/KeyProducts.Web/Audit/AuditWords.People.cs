using KeyProducts.Domain;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Audit;

/// <content>The words for what the history tells of past years, businesses, mails and people.</content>
public static partial class AuditWords
{
    // A property, not a field: the order in which the fields of two files are filled is nobody's promise.
    private static Dictionary<(string Class, string Property), AuditWord> OfPeople => new()
    {
        [(nameof(PastFigure), "Year")] = new("Year"),
        [(nameof(PastFigure), "Measure")] = new("What is counted", AuditValue.Member, typeof(PastMeasure)),
        [(nameof(PastFigure), "Industry")] = new("Industry"),
        [(nameof(PastFigure), "Value")] = new("Figure (đồng, US cents or a count)", AuditValue.Number),
        [(nameof(PastFigure), "Exactness")] = new("How exact", AuditValue.Member, typeof(Exactness)),
        [(nameof(PastFigure), "Base")] = new("Base of the figures", AuditValue.Member, typeof(FigureBase)),
        [(nameof(PastFigure), "DataYear")] = new("Year of the figures"),
        [(nameof(PastFigure), "Source")] = new("Source"),
        [(nameof(PastFigure), "Note")] = new("Remark"),
        [(nameof(PastFigure), "IsPublic")] = new("Public", AuditValue.YesNo),
        [(nameof(PastProduct), "Year")] = new("Year"),
        [(nameof(PastProduct), "Product")] = new("Product"),
        [(nameof(PastProduct), "Business")] = new("Business as printed"),
        [(nameof(PastProduct), "TaxCode")] = new("Tax code"),
        [(nameof(PastProduct), "Industry")] = new("Industry"),
        [(nameof(PastProduct), "IsTop")] = new("Of the top", AuditValue.YesNo),
        [(nameof(PastProduct), "Source")] = new("Source"),
        [(nameof(PastProduct), "BusinessId")] = new("Business"),
        [(nameof(PastProduct), "IsPublic")] = new("Public", AuditValue.YesNo),

        [(nameof(Business), "Number")] = new("Number"),
        [(nameof(Business), "Name.Vietnamese")] = new("Name in Vietnamese"),
        [(nameof(Business), "Name.English")] = new("Name in English"),
        [(nameof(Business), "TaxCode")] = new("Tax code"),
        [(nameof(Business), "TaxCodeReason")] = new("Reason for a doubtful tax code"),
        [(nameof(Business), "Address.Street")] = new("House number and street"),
        [(nameof(Business), "Address.Ward")] = new("Ward or commune"),
        [(nameof(Business), "Address.District")] = new("District"),
        [(nameof(Business), "Address.City")] = new("City or province"),
        [(nameof(Business), "Contact.Name")] = new("Contact’s name"),
        [(nameof(Business), "Contact.Phone")] = new("Contact’s telephone"),
        [(nameof(Business), "Contact.Email")] = new("Contact’s e-mail"),
        [(nameof(Business), "Ownership")] = new("Ownership", AuditValue.Member, typeof(Ownership)),
        [(nameof(Business), "Website")] = new("Website"),
        [(nameof(Business), "MergedIntoId")] = new("Merged into"),
        [(nameof(Listing), "List")] = new("Name of the list"),
        [(nameof(Listing), "Year")] = new("Year of the list"),
        [(nameof(Listing), "Place")] = new("Place", AuditValue.Number),
        [(nameof(NationalBrandTitle), "Year")] = new("Year of the title"),
        [(nameof(BusinessFigure), "Year")] = new("Year of the figures"),
        [(nameof(BusinessFigure), "Revenue")] = new("Revenue", AuditValue.Dong),
        [(nameof(BusinessFigure), "ExportCents")] = new("Export", AuditValue.Cents),
        [(nameof(BusinessFigure), "Employees")] = new("Employees", AuditValue.Number),

        [(nameof(OutgoingMail), nameof(OutgoingMail.ToName))] = new("Recipient"),
        [(nameof(OutgoingMail), nameof(OutgoingMail.To))] = new("E-mail"),
        [(nameof(OutgoingMail), nameof(OutgoingMail.Subject))] = new("Subject"),
        [(nameof(OutgoingMail), nameof(OutgoingMail.Body))] = new("Text of the mail"),
        [(nameof(OutgoingMail), nameof(OutgoingMail.SentAt))] = new("Sent at", AuditValue.Moment),
        [(nameof(OutgoingMail), nameof(OutgoingMail.SnapshotSha256))] = new("SHA-256 of the snapshot"),
        [(nameof(OutgoingMail), nameof(OutgoingMail.ErasedAt))] = new("Erased at", AuditValue.Moment),
        [(nameof(MailAttachment), nameof(MailAttachment.FileName))] = new("Name of the file"),
        [(nameof(MailAttachment), nameof(MailAttachment.Sha256))] = new("SHA-256"),

        [(nameof(PersonalRequest), nameof(PersonalRequest.Number))] = new("Number"),
        [(nameof(PersonalRequest), nameof(PersonalRequest.What))] = new("What is asked for", AuditValue.Member, typeof(PersonalRequestKind)),
        [(nameof(PersonalRequest), nameof(PersonalRequest.Who))] = new("Who asks", AuditValue.Secret),
        [(nameof(PersonalRequest), nameof(PersonalRequest.Details))] = new("What it says", AuditValue.Secret),
        [(nameof(PersonalRequest), nameof(PersonalRequest.ReceivedOn))] = new("Received on", AuditValue.Day),
        [(nameof(PersonalRequest), "DoneBy.Name")] = new("Answered by"),
        [(nameof(PersonalRequest), nameof(PersonalRequest.Outcome))] = new("What was done", AuditValue.Secret),
        [(nameof(PrivacySettings), nameof(PrivacySettings.Contact))] = new("Whom people ask about their data"),
        [(nameof(PrivacySettings), nameof(PrivacySettings.ContactMonths))] = new("Contacts of businesses: months", AuditValue.Number),
        [(nameof(PrivacySettings), nameof(PrivacySettings.DossierMonths))] = new("Contacts in dossiers: months", AuditValue.Number),
        [(nameof(PrivacySettings), nameof(PrivacySettings.CommentMonths))] = new("Senders of comments: months", AuditValue.Number),
        [(nameof(PrivacySettings), nameof(PrivacySettings.MailMonths))] = new("Mails: months", AuditValue.Number),
        [(nameof(PrivacySettings), nameof(PrivacySettings.RequestMonths))] = new("Requests about personal data: months", AuditValue.Number),

        [(nameof(AppUser), nameof(AppUser.FullName))] = new("Full name"),
        [(nameof(AppUser), nameof(AppUser.Email))] = new("E-mail"),
        [(nameof(AppUser), nameof(AppUser.IsActive))] = new("May sign in", AuditValue.YesNo),
        [(nameof(AppUser), nameof(AppUser.PasswordHash))] = new("Password", AuditValue.Secret),
        [("IdentityUserRole", "IdentityUserRole")] = new("Role", AuditValue.Role),
    };
}
