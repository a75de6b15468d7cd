namespace KeyProducts.Domain;

/// <summary>A document of the city or the Department that something rests on.</summary>
/// <param name="Number">Its number as printed, for instance "5012/QĐ-UBND".</param>
/// <param name="Date">The day it was signed.</param>
public sealed record DocumentReference(string Number, DateOnly Date)
{
    /// <summary>Builds a reference from two inputs; null when both are empty.</summary>
    /// <exception cref="RuleException">Only one of the two is given.</exception>
    public static DocumentReference? Of(string? number, DateOnly? date) => (string.IsNullOrWhiteSpace(number), date) switch
    {
        (true, null) => null,
        (false, { } day) => new DocumentReference(number!.Trim(), day),
        _ => throw new RuleException("A document needs both its number and its date."),
    };
}
