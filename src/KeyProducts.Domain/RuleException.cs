namespace KeyProducts.Domain;
/// <summary>A rule of the programme refuses an act. The message is an English sentence, the key of its translation.</summary>
/// <param name="message">The sentence, with placeholders {0}, {1} … for <paramref name="arguments"/>.</param>
/// <param name="arguments">What fills the placeholders: numbers, dates and names, never sentences.</param>
public sealed class RuleException(string message, params object[] arguments) : Exception(message)
{
    /// <summary>What fills the placeholders of the message.</summary>
    public IReadOnlyList<object> Arguments { get; } = arguments;

    /// <summary>The input the refusal concerns, in the page's words ("Mark", "TaxCode"); null when it concerns the whole act.</summary>
    public string? Field { get; init; }
}
