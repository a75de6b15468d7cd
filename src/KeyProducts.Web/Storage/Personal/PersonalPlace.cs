namespace KeyProducts.Web.Storage.Personal;

/// <summary>Where personal data are kept.</summary>
public enum PersonalPlace
{
    /// <summary>The account that a person signs in with.</summary>
    Account,

    /// <summary>A member of a council.</summary>
    Judge,

    /// <summary>Whom to call at a business.</summary>
    BusinessContact,

    /// <summary>Whom to call, in a dossier.</summary>
    DossierContact,

    /// <summary>The legal representative and who signed the commitments, in a dossier.</summary>
    DossierSigner,

    /// <summary>Who sent a comment, and what it says.</summary>
    Comment,

    /// <summary>A mail.</summary>
    Mail,

    /// <summary>A request about personal data.</summary>
    Request,

    /// <summary>The name beside an official act: who signed, entered, confirmed, decided.</summary>
    Act,

    /// <summary>A text that somebody wrote: a remark, a reason, minutes, an answer.</summary>
    Text,

    /// <summary>The history.</summary>
    History,
}

/// <summary>What a search looks for: whatever has the name, the mail address or the telephone number.</summary>
/// <param name="Name">The name; marks, case and punctuation do not count.</param>
/// <param name="Email">The mail address.</param>
/// <param name="Phone">The telephone number; its digits count.</param>
public sealed record PersonalQuery(string? Name, string? Email, string? Phone)
{
    private readonly string name = SearchText.Words(Name);
    private readonly string email = Email?.Trim() ?? "";
    private readonly string phone = Digits(Phone);

    /// <summary>Whether it looks for anything: a name of at least two letters, an address, or six digits.</summary>
    public bool IsAsked => name.Length >= 2 || email.Length >= 3 || phone.Length >= 6;

    /// <summary>Whether a value names the person.</summary>
    public bool Matches(string value) =>
        (name.Length >= 2 && $" {SearchText.Words(value)} ".Contains($" {name} ", StringComparison.Ordinal))
        || (email.Length >= 3 && value.Contains(email, StringComparison.OrdinalIgnoreCase))
        || (phone.Length >= 6 && Digits(value).Contains(phone, StringComparison.Ordinal));

    private static string Digits(string? text) => string.Concat((text ?? "").Where(char.IsAsciiDigit));
}

/// <summary>A value that is held.</summary>
/// <param name="Entity">The class of the record.</param>
/// <param name="Property">The property.</param>
/// <param name="Value">What it says.</param>
public sealed record PersonalValue(string Entity, string Property, string Value);

/// <summary>What one record holds about a person.</summary>
/// <param name="Place">Where.</param>
/// <param name="Key">The key of the record.</param>
/// <param name="Link">The page on which it is seen; null where there is none.</param>
/// <param name="Values">What it says.</param>
public sealed record PersonalItem(PersonalPlace Place, string Key, string? Link, IReadOnlyList<PersonalValue> Values)
{
    /// <summary>What a form calls it.</summary>
    public string Id => $"{Place}:{Key}";

    /// <summary>The key of the nomination to whose dossier the record belongs; null for none.</summary>
    public Guid? Nomination { get; init; }

    /// <summary>Whether the record belongs to marks.</summary>
    public bool IsOfMarks { get; init; }
}
