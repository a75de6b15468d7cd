using System.Globalization;
using System.Text.RegularExpressions;

namespace KeyProducts.Web.Storage;

/// <summary>What somebody looks for: words of which each must be the beginning of a word of what is found.</summary>
public sealed partial class SearchQuery
{
    /// <summary>The letters of a text that are looked at; what is longer is cut.</summary>
    public const int MostLetters = 200;

    // Each word is a condition of the query; whoever types more has pasted something.
    private const int MostWords = 12;

    // A tax code has 10 digits or more, but is looked for by its beginning.
    private const int LeastOfCode = 9;

    private SearchQuery(string text, bool isCut, IReadOnlyList<SearchWord> words)
    {
        Text = text;
        IsCut = isCut;
        Words = words;
    }

    /// <summary>The text as it was typed, without white space around it.</summary>
    public string Text { get; }

    /// <summary>Whether more was typed than is looked for.</summary>
    public bool IsCut { get; }

    /// <summary>The words; none when nothing was typed, or nothing but signs.</summary>
    public IReadOnlyList<SearchWord> Words { get; }

    /// <summary>Whether nothing was typed.</summary>
    public bool IsEmpty => Text.Length == 0;

    /// <summary>The words as they would stand in a name, one behind the other.</summary>
    public string Phrase => string.Join(' ', Words.Select(word => word.Text));

    /// <summary>Reads what was typed: "cáp điện", "14", "2026/14", "2026-14", "0199 027 467".</summary>
    public static SearchQuery Of(string? typed)
    {
        var text = (typed ?? "").Trim();
        var looked = text.Length > MostLetters ? text[..MostLetters] : text;
        var words = WordsOf(looked).Distinct().ToList();
        return new SearchQuery(text, looked.Length < text.Length || words.Count > MostWords, [.. words.Take(MostWords)]);
    }

    /// <summary>A text in parts: those that a word of the query fits are marked; together they are the text as it was.</summary>
    public IReadOnlyList<MarkedPart> Mark(string? text)
    {
        text ??= "";
        var (folded, places) = FoldWithPlaces(text);
        var parts = new List<MarkedPart>();
        var written = 0;
        for (var at = 0; at < folded.Length; at++)
        {
            if (folded[at] == ' ' || (at > 0 && folded[at - 1] != ' '))
            {
                continue;
            }

            var fits = Words.Where(word => string.CompareOrdinal(folded, at, word.Text, 0, word.Text.Length) == 0).Select(word => word.Text.Length).DefaultIfEmpty(0).Max();
            if (fits == 0)
            {
                continue;
            }

            // Up to where the next letter begins, so that a mark set apart stays with its letter.
            var (from, to) = (places[at], places[at + fits]);
            Add(parts, text[written..from], false);
            Add(parts, text[from..to], true);
            written = to;
            at += fits - 1;
        }

        Add(parts, text[written..], false);
        return parts;
    }

    private static IEnumerable<SearchWord> WordsOf(string text)
    {
        // Digits alone, long enough and parted by spaces, dots or hyphens, are one code.
        if (Digits().IsMatch(text) && text.Count(char.IsAsciiDigit) >= LeastOfCode)
        {
            return [SearchWord.Of(string.Concat(text.Where(char.IsAsciiDigit)))];
        }

        return text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(WordsOfToken);
    }

    private static IEnumerable<SearchWord> WordsOfToken(string token)
    {
        if (RegistrationNumber().Match(token) is { Success: true } match)
        {
            var (year, number) = match.Groups["year"].Success ? ("year", "number") : ("lateYear", "earlyNumber");
            yield return new SearchWord(SearchText.Words(token), Parse(match.Groups[number].Value), Parse(match.Groups[year].Value));
            yield break;
        }

        if (Digits().IsMatch(token) && token.Count(char.IsAsciiDigit) >= LeastOfCode)
        {
            yield return SearchWord.Of(string.Concat(token.Where(char.IsAsciiDigit)));
            yield break;
        }

        foreach (var word in SearchText.Words(token).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return SearchWord.Of(word);
        }
    }

    private static int Parse(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    // The folded text, and for each of its letters where it begins in the text; one place more at the end.
    private static (string Folded, List<int> Places) FoldWithPlaces(string text)
    {
        var folded = new System.Text.StringBuilder();
        var places = new List<int>();
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            foreach (var letter in SearchText.WordPart(rune) ?? "")
            {
                folded.Append(letter);
                places.Add(at);
            }

            at += rune.Utf16SequenceLength;
        }

        places.Add(text.Length);
        return (folded.ToString(), places);
    }

    private static void Add(List<MarkedPart> parts, string text, bool isMarked)
    {
        if (text.Length > 0)
        {
            parts.Add(new MarkedPart(text, isMarked));
        }
    }

    [GeneratedRegex(@"^[0-9][0-9 .\-]*$")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(?:(?<year>(?:19|20)[0-9]{2})[/-](?<number>[0-9]{1,4})|(?<earlyNumber>[0-9]{1,4})[/-](?<lateYear>(?:19|20)[0-9]{2}))$")]
    private static partial Regex RegistrationNumber();
}

/// <summary>A word that is looked for.</summary>
/// <param name="Text">The word, folded; of a registration number with its year both, with a space between.</param>
/// <param name="Number">The registration number, or the year, that it may be; null when it can be none.</param>
/// <param name="Year">The year that was typed with the number; null for none.</param>
public sealed record SearchWord(string Text, int? Number, int? Year)
{
    /// <summary>What names and products are compared with, by LIKE. Folded words hold letters and digits alone, and none of the signs of LIKE.</summary>
    public string Pattern => $"% {Text}%";

    /// <summary>What tax codes are compared with; null when it can be none.</summary>
    public string? CodePattern => Year is null && Text.All(char.IsAsciiDigit) ? $"% {SearchText.CodeSign}{Text}%" : null;

    /// <summary>A word of its own. Up to four digits without a zero before them may be a registration number.</summary>
    public static SearchWord Of(string text) =>
        new(text, text.Length <= 4 && text[0] != '0' && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null, null);
}

/// <summary>A part of a text that was found.</summary>
/// <param name="Text">The part as it stands in the text.</param>
/// <param name="IsMarked">Whether it is what was looked for.</param>
public sealed record MarkedPart(string Text, bool IsMarked);
