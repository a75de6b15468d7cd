using System.Globalization;
using System.Text;

namespace KeyProducts.Documents;

/// <summary>Makes words fit for a file: whatever was typed or pasted, every format can hold the outcome.</summary>
public static class PlainText
{
    /// <summary>
    /// The text in composed form (NFC) with "\n" for every line break. Control characters and bidi marks are dropped,
    /// because they cannot be seen and can turn what is seen around; a broken surrogate becomes U+FFFD.
    /// </summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (IsPlain(text))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\t')
            {
                kept.Append(' ');
            }
            else if (rune.Value == '\n' || !IsUnseen(rune))
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>At most <paramref name="length"/> UTF-16 units of the text, never half a character.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        || (rune.Value & 0xFFFE) == 0xFFFE; // U+FFFE, U+FFFF and their kind are no characters, and XML refuses them.

    // Nearly every cell is of this kind; it saves the copies. Letters up to U+02FF are composed already.
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or (> '~' and < '\u00C0') or (> '\u02FF' and not (>= '\u1EA0' and <= '\u1EF9')))
            {
                return false;
            }
        }

        return true;
    }
}
