namespace KeyProducts.Domain;

/// <summary>How long each kind of personal data is kept, and whom people ask about theirs. There is one.</summary>
public sealed class PrivacySettings
{
    /// <summary>The longest term, in months: fifty years.</summary>
    public const int MostMonths = 600;

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Whom people ask: an office with its address, telephone and mail; null while nobody is named.</summary>
    public string? Contact { get; private set; }

    /// <summary>Months after the last nomination and the last valid recognition of a business; null: kept until somebody decides.</summary>
    public int? ContactMonths { get; private set; }

    /// <summary>Months after the end of the year of the dossier.</summary>
    public int? DossierMonths { get; private set; }

    /// <summary>Months after a comment came.</summary>
    public int? CommentMonths { get; private set; }

    /// <summary>Months after a mail was queued.</summary>
    public int? MailMonths { get; private set; }

    /// <summary>Months after a request about personal data was answered.</summary>
    public int? RequestMonths { get; private set; }

    /// <summary>The term of a kind of data; null: kept until somebody decides.</summary>
    public int? MonthsOf(PersonalKind kind) => kind switch
    {
        PersonalKind.BusinessContact => ContactMonths,
        PersonalKind.DossierContact => DossierMonths,
        PersonalKind.Comment => CommentMonths,
        PersonalKind.Mail => MailMonths,
        PersonalKind.Request => RequestMonths,
        _ => null,
    };

    /// <summary>Changes them.</summary>
    /// <param name="contact">Whom people ask.</param>
    /// <param name="months">The terms; a kind that is left out is kept until somebody decides.</param>
    /// <exception cref="RuleException">A term is not between 1 and 600 months, or the contact is too long.</exception>
    public void Change(string? contact, IReadOnlyDictionary<PersonalKind, int?> months)
    {
        if (months.Values.Any(one => one is < 1 or > MostMonths))
        {
            throw new RuleException("A term is between 1 and {0} months.", MostMonths);
        }

        if (contact?.Trim().Length > 1000)
        {
            throw new RuleException("At most {0} letters.", 1000) { Field = "Contact" };
        }

        Contact = string.IsNullOrWhiteSpace(contact) ? null : contact.Trim();
        ContactMonths = months.GetValueOrDefault(PersonalKind.BusinessContact);
        DossierMonths = months.GetValueOrDefault(PersonalKind.DossierContact);
        CommentMonths = months.GetValueOrDefault(PersonalKind.Comment);
        MailMonths = months.GetValueOrDefault(PersonalKind.Mail);
        RequestMonths = months.GetValueOrDefault(PersonalKind.Request);
    }
}

/// <summary>Kinds of personal data that have a term.</summary>
public enum PersonalKind
{
    /// <summary>Name, telephone and mail of the contact of a business.</summary>
    BusinessContact,

    /// <summary>The same in a dossier.</summary>
    DossierContact,

    /// <summary>Name, organisation and contact of who sent a comment.</summary>
    Comment,

    /// <summary>Address and text of mails.</summary>
    Mail,

    /// <summary>Who asked about their own data.</summary>
    Request,
}
