namespace KeyProducts.Documents.Files;

/// <summary>A file that somebody sent is not taken. The message is an English sentence, the key of its translation; it speaks of "the file", whatever its name.</summary>
/// <param name="message">The sentence, with placeholders {0}, {1} … for <paramref name="arguments"/>.</param>
/// <param name="arguments">What fills the placeholders: numbers, endings and names of kinds, never sentences.</param>
public sealed class FileRefusedException(string message, params object[] arguments) : Exception(message)
{
    /// <summary>What fills the placeholders of the message.</summary>
    public IReadOnlyList<object> Arguments { get; } = arguments;

    /// <summary>The refusal of a file that cannot be read to its end.</summary>
    internal static FileRefusedException Damaged() => new("The file is damaged or cut short. Open it on your computer, save it anew and send it again.");

    /// <summary>The refusal of a file that nobody can open without its password.</summary>
    internal static FileRefusedException Locked() => new("The file is protected by a password. Take the protection off and send it again.");

    /// <summary>The refusal of an Office file that can run programs.</summary>
    /// <param name="instead">The name of the kind without macros.</param>
    internal static FileRefusedException Macros(string instead) => new("The file holds macros, or is of a kind made for them. Save it as {0}, without macros, and send that.", instead);
}
