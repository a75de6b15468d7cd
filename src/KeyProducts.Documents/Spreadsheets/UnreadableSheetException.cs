namespace KeyProducts.Documents.Spreadsheets;

/// <summary>
/// A file cannot be read as a list. The message is an English sentence that says what to do instead, the key of its translation.
/// </summary>
/// <param name="message">The sentence, with placeholders {0}, {1} … for <paramref name="arguments"/>.</param>
/// <param name="arguments">What fills the placeholders: numbers and names.</param>
public sealed class UnreadableSheetException(string message, params object[] arguments) : Exception(message)
{
    /// <summary>What fills the placeholders of the message.</summary>
    public IReadOnlyList<object> Arguments { get; } = arguments;
}
