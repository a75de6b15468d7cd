using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Pages;

/// <summary>What the program has found in common between a judge and a business, in words that name nobody else.</summary>
public static class ConflictWords
{
    /// <summary>The key of the sentence for the judge.</summary>
    public static string ToJudge(ConflictSign sign) => sign switch
    {
        ConflictSign.Organisation => "Your organisation, as the council’s list has it, bears the name of the business.",
        ConflictSign.Domain => "Your e-mail address is of the business’s own domain.",
        ConflictSign.ContactPerson => "The business’s contact person bears your name.",
        ConflictSign.Representative => "The business’s legal representative bears your name.",
        _ => "Whoever signed the commitments bears your name.",
    };

    /// <summary>The key of the sentence for the Department.</summary>
    public static string ToStaff(ConflictSign sign) => sign switch
    {
        ConflictSign.Organisation => "The organisation bears the name of the business",
        ConflictSign.Domain => "The e-mail address is of the business’s own domain",
        ConflictSign.ContactPerson => "The contact person bears the judge’s name",
        ConflictSign.Representative => "The legal representative bears the judge’s name",
        _ => "Whoever signed the commitments bears the judge’s name",
    };
}
