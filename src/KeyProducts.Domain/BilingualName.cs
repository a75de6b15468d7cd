namespace KeyProducts.Domain;

/// <summary>A name in Vietnamese and, where there is one, in English.</summary>
/// <param name="Vietnamese">Never empty.</param>
/// <param name="English">Null or empty when there is none; readers then see the Vietnamese.</param>
public sealed record BilingualName(string Vietnamese, string? English)
{
    /// <summary>The name for a reader of "vi" or "en".</summary>
    public string In(string language) => language == "en" && !string.IsNullOrWhiteSpace(English) ? English : Vietnamese;

    /// <summary>Builds a name, trimmed, its letters composed (NFC) so that the same name is the same text.</summary>
    /// <exception cref="RuleException">The Vietnamese name is empty.</exception>
    public static BilingualName Of(string? vietnamese, string? english) =>
        string.IsNullOrWhiteSpace(vietnamese)
            ? throw new RuleException("Give the name in Vietnamese.")
            : new BilingualName(vietnamese.Trim().Normalize(), string.IsNullOrWhiteSpace(english) ? null : english.Trim().Normalize());
}
