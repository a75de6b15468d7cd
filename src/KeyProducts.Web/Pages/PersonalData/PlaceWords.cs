using KeyProducts.Domain;
using KeyProducts.Web.Access;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage.Personal;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Pages.PersonalData;

/// <summary>What is said of a place in which personal data are kept: English sentences, the keys of their translations.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Why">Why the data are kept.</param>
/// <param name="Correct">How they are corrected, or why they are not.</param>
/// <param name="Erase">What erasing does with them, or why they stay.</param>
public sealed record PlaceWords(string Name, string Why, string Correct, string Erase)
{
    /// <summary>Of each place.</summary>
    public static readonly IReadOnlyDictionary<PersonalPlace, PlaceWords> Of = new Dictionary<PersonalPlace, PlaceWords>
    {
        [PersonalPlace.Account] = new("Accounts", "So that the person can sign in and it is known who did what.", "On the page of the account.", "A deactivated account without official acts is erased; of one with official acts the address goes and the name stays beside them."),
        [PersonalPlace.Judge] = new("Members of councils", "The city’s decision names the members of the council.", "On the page of the member, by staff.", "Stays: the council was appointed by a decision, and marks belong to its members."),
        [PersonalPlace.BusinessContact] = new("Contacts of businesses", "To reach the business about its nominations and recognitions.", "On the page of the business.", "Goes."),
        [PersonalPlace.DossierContact] = new("Contacts in dossiers", "To reach the business about this dossier.", "In the dossier, section Business, while its year is not recognised.", "Goes, at any stage: no result rests on it."),
        [PersonalPlace.DossierSigner] = new("Signers in dossiers", "The dossier is signed for the business by its legal representative.", "In the dossier, while its year is not recognised.", "Stays: who signed is part of the dossier on which the result rests."),
        [PersonalPlace.Comment] = new("Comments on provisional lists", "To answer the comment; the sender has agreed to it.", "Not at all: it is what was sent. It is erased, or sent again.", "Name, organisation and contact go; what the comment says and the answer stay: the result rests on them."),
        [PersonalPlace.Mail] = new("Mails", "To know what was sent to whom.", "Not at all: it is what was sent.", "Address, name, subject and text go, and a mail that waits is not sent; that one was sent, and the letter to the business, stay."),
        [PersonalPlace.Request] = new("Requests about personal data", "To prove that a request was answered in time.", "Not at all: enter another one.", "Stays until its term is over: it is the proof that the law asks for."),
        [PersonalPlace.Act] = new("Names beside official acts", "Who signed, entered, confirmed or decided is part of the act.", "Not at all: the name is the one of that day.", "Stays: acts of the authority stay with those who did them."),
        [PersonalPlace.Text] = new("Texts of the programme that name the person", "Remarks, reasons, minutes and answers belong to the acts that they explain.", "Where the text was written, while its stage is open.", "Stays: texts of official acts are not rewritten afterwards."),
        [PersonalPlace.History] = new("History", "Every change of the programme can be traced (who, what, when, why).", "Not at all: the history only grows.", "Stays: the store itself refuses to change or remove entries. Contacts and mails to businesses are not written into it any more."),
    };

    /// <summary>What a value is called.</summary>
    public static string LabelOf(PersonalValue value, IStringLocalizer<Words> T) => AuditWords.Of(value.Entity, value.Property)?.Key is { } key ? T[key]
        : value.Property switch
        {
            nameof(Comment.Name) => T["Name"],
            nameof(Comment.Organisation) => T["Organisation"],
            nameof(Comment.Contact) => T["Contact"],
            "Text" => T["Text"],
            "Email" => T["E-mail"],
            "PhoneNumber" => T["Telephone"],
            "UserName" => T["Name for signing in"],
            "LastError" => T["What went wrong"],
            "By" or "ProposedBy" or "ConfirmedBy" or "AnsweredBy" or "DecidedBy" or "AskedBy" or "AddedBy" => T["Done by"],
            _ when value.Property.EndsWith(".Name", StringComparison.Ordinal) => T["Done by"],
            _ => T["Text"],
        };

    /// <summary>What was not searched, in sentences.</summary>
    public static IEnumerable<string> ClosedOf(PersonalFindings found, IStringLocalizer<Words> T)
    {
        if (found.ClosedYears.Count > 0)
        {
            yield return T["Marks and remarks of judges are not searched for {0}: their results are not open to you yet.", string.Join(", ", found.ClosedYears)];
        }

        if (found.ClosedDossiers > 0)
        {
            yield return found.ClosedDossiers == 1 ? T["One dossier is hidden from you, because you have declared a conflict of interest on the council."] : T["{0} dossiers are hidden from you, because you have declared a conflict of interest on the council.", found.ClosedDossiers];
        }
    }

    /// <summary>Until when the data of a place are kept.</summary>
    public static string UntilOf(PersonalPlace place, PrivacySettings settings, IStringLocalizer<Words> T)
    {
        PersonalKind? kind = place switch
        {
            PersonalPlace.BusinessContact => PersonalKind.BusinessContact,
            PersonalPlace.DossierContact => PersonalKind.DossierContact,
            PersonalPlace.Comment => PersonalKind.Comment,
            PersonalPlace.Mail => PersonalKind.Mail,
            PersonalPlace.Request => PersonalKind.Request,
            _ => null,
        };
        return kind is { } known ? TermOf(known, settings, T)
            : place == PersonalPlace.Account ? T["as long as the person works with the program, then until it is erased"]
            : T["as long as the records of the programme are archived"];
    }

    /// <summary>The term of a kind.</summary>
    public static string TermOf(PersonalKind kind, PrivacySettings settings, IStringLocalizer<Words> T) => settings.MonthsOf(kind) is not { } months ? T["until an administrator decides, or the person asks for it"] : kind switch
    {
        PersonalKind.BusinessContact => T["{0} months after the last nomination and the last recognition of the business", months],
        PersonalKind.DossierContact => T["{0} months after the end of the year of the dossier", months],
        PersonalKind.Comment => T["{0} months after the comment came", months],
        PersonalKind.Mail => T["{0} months after the mail", months],
        _ => T["{0} months after the request was answered", months],
    };
}
