using System.Globalization;
using System.Text.RegularExpressions;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Import;

/// <summary>Headers and names as they are compared: without case, diacritics, signs, units in brackets and asterisks.</summary>
public static partial class Label
{
    /// <summary>The words alone.</summary>
    public static string Of(string text) => string.Join(' ', Words().Matches(SearchText.Fold(text)).Select(match => match.Value));

    /// <summary>The words of a header, and the year it names; null for none.</summary>
    public static (string Words, int? Year) OfHeader(string text)
    {
        var words = Of(Brackets().Replace(text, " ").Replace('*', ' '));
        var year = Years().Match(words);
        return year.Success
            ? (string.Join(' ', Years().Replace(words, " ").Split(' ', StringSplitOptions.RemoveEmptyEntries)), int.Parse(year.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
            : (words, null);
    }

    [GeneratedRegex("[a-z0-9]+")]
    private static partial Regex Words();

    // Not "(tiếng Anh)" and the like, which tell two columns apart.
    [GeneratedRegex(@"[(\[](?![^)\]]*(?:tiếng|Anh|English|Việt))[^)\]]*[)\]]", RegexOptions.IgnoreCase)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\b(?:nam |year |in |of )?(20\d\d)\b")]
    private static partial Regex Years();
}
