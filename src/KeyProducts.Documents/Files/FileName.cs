namespace KeyProducts.Documents.Files;

/// <summary>The name under which a file was sent, fit to be shown and to be given back with it. Nothing is stored under it.</summary>
public static class FileName
{
    /// <summary>The most that is kept of a name, in UTF-16 units, its ending included.</summary>
    public const int Longest = 255;

    private const int LongestEnding = 16;
    private const string Nameless = "file";

    /// <summary>
    /// The last part of a path, in composed form, without control characters and marks that turn the direction of reading.
    /// What is longer than <see cref="Longest"/> is cut before the ending, never inside a character.
    /// </summary>
    public static string Of(string? sent)
    {
        // PlainText composes the letters and drops what cannot be seen; a line break has no place in a name either.
        var name = PlainText.Of(sent).Replace('\n', ' ');
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        if (name.All(letter => letter == '.'))
        {
            return Nameless;
        }

        var ending = Path.GetExtension(name);
        if (name.Length > Longest)
        {
            ending = ending.Length <= LongestEnding ? ending : "";
            name = WholeCharacters(name[..^ending.Length], Longest - ending.Length) + ending;
        }

        return name;
    }

    /// <summary>The ending in small letters without its dot; empty when there is none.</summary>
    public static string EndingOf(string name) => Path.GetExtension(name).TrimStart('.').ToLowerInvariant();

    // A letter and the marks on it are one character for the reader.
    private static string WholeCharacters(string name, int most)
    {
        var length = 0;
        while (length < name.Length && length + System.Globalization.StringInfo.GetNextTextElementLength(name, length) is var next && next <= most)
        {
            length = next;
        }

        return name[..length];
    }
}
