using System.Text.RegularExpressions;

namespace KeyProducts.Tests.Support;

/// <summary>The words that the program's sources say to readers. Found by their look: a compiler would be surer, and is not to be had as a package.</summary>
public static partial class SourceWords
{
    // What the program says to whoever runs it or reads its log, not to readers of pages.
    private static readonly string[] NotForReaders = ["ArgumentOutOfRangeException(", "ArgumentException(", "InvalidOperationException(", "InvalidDataException(", "LoggerMessage(", "Console."];
    // The documents' sources say to readers only why they refuse a file.
    private const string Documents = "KeyProducts.Documents/";
    private static readonly string[] FilesNotForReaders = ["/Commands/", "/Reports/Papers/", "/Storage/Seed", "/Migrations/", "Hardening.cs"];

    /// <summary>Every text in quotes, on one line, of sources and views: whatever is a key somewhere is among them.</summary>
    public static HashSet<string> AllTexts() => [.. Repository.Sources(".cs", ".cshtml").SelectMany(source => TextsIn(source.Text)), .. ForReaders().Select(one => one.Words)];

    /// <summary>The sentences that readers see and where: arguments of <c>T</c>, <c>RuleException</c>, <c>Refusal</c>, <c>FileRefusedException</c>, <c>Obstacle</c>, <c>Go</c> and the like, a field's label, and whatever looks like a sentence.</summary>
    public static IEnumerable<(string Words, string File)> ForReaders() =>
        from source in Repository.Sources(".cs", ".cshtml")
        where !FilesNotForReaders.Any(part => source.Path.Contains(part, StringComparison.Ordinal))
        let isDocuments = source.Path.Contains(Documents, StringComparison.Ordinal)
        from words in isDocuments ? FirstArguments(source.Text) : FirstArguments(source.Text).Concat(Attributes(source.Path, source.Text)).Concat(Sentences(source.Text)).Concat(Keys(source.Path, source.Text))
        where words.Any(char.IsLetter)
        select (words, source.Path);

    // T["…"], T[isNew ? "…" : "…"], new RuleException("…"), a method that returns RuleException => new("…"), Go(address, "…"), ErrorMessage = "…".
    private static IEnumerable<string> FirstArguments(string text)
    {
        foreach (Match call in Call().Matches(text))
        {
            var arguments = Arguments(text, call.Index + call.Length);
            var place = call.Value.StartsWith("Go(", StringComparison.Ordinal) ? 1 : 0;
            if (arguments.Count <= place)
            {
                continue;
            }

            foreach (Match words in QuotedChoice().Matches(arguments[place]))
            {
                yield return Unescape(words.Groups[1].Value);
            }
        }

        foreach (Match words in ErrorMessage().Matches(text))
        {
            yield return Unescape(words.Groups[1].Value);
        }
    }

    private static IEnumerable<string> Attributes(string path, string text) =>
        path.EndsWith(".cshtml", StringComparison.Ordinal)
            ? from field in Field().Matches(text) from Match attribute in WordAttribute().Matches(field.Value) where !attribute.Groups[1].Value.Contains('@', StringComparison.Ordinal) select attribute.Groups[1].Value
            : [];

    private static IEnumerable<string> Sentences(string text) =>
        from line in text.Split('\n')
        where !NotForReaders.Any(mark => line.Contains(mark, StringComparison.Ordinal)) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
        from words in TextsIn(line)
        where Sentence().IsMatch(words)
        select words;

    // Files that are lists of keys.
    private static IEnumerable<string> Keys(string path, string text) =>
        path.EndsWith("Words.cs", StringComparison.Ordinal) ? from Match words in Listed().Matches(text) select Unescape(words.Groups[1].Value) : [];

    private static IEnumerable<string> TextsIn(string text) => from Match words in Quoted().Matches(text) select Unescape(words.Groups[1].Value);

    // The arguments behind an opening bracket, split at the commas that are neither in quotes nor in brackets of their own.
    private static List<string> Arguments(string text, int start)
    {
        var arguments = new List<string>();
        var depth = 0;
        var isQuoted = false;
        var from = start;
        for (var place = start; place < text.Length; place++)
        {
            var letter = text[place];
            if (isQuoted)
            {
                place += letter == '\\' ? 1 : 0;
                isQuoted = letter != '"';
            }
            else if (letter == '"')
            {
                isQuoted = true;
            }
            else if (letter is '(' or '[' or '{')
            {
                depth++;
            }
            else if (letter is ')' or ']' or '}' && depth-- == 0)
            {
                arguments.Add(text[from..place]);
                return arguments;
            }
            else if (letter == ',' && depth == 0)
            {
                arguments.Add(text[from..place]);
                from = place + 1;
            }
        }

        return arguments;
    }

    private static string Unescape(string quoted) => quoted.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<!\w)(?:T\[|RuleException\(|Refusal\(|FileRefusedException\(|Obstacle\(|Go\(|(?:RuleException|FileRefusedException) \w+\([^)]*\)\s*=>\s*new\()")]
    private static partial Regex Call();

    // In the branches of a choice, not in its condition.
    [GeneratedRegex(@"(?<!(?:==|!=|is|or|not)\s*)(?<![\w$""\\])""((?:[^""\\\r\n]|\\.)*)""(?!\s*=>)")]
    private static partial Regex QuotedChoice();

    [GeneratedRegex(@"ErrorMessage\s*(?:\?\?)?=\s*""((?:[^""\\\r\n]|\\.)*)""")]
    private static partial Regex ErrorMessage();

    [GeneratedRegex(@"<field\b.*?/>", RegexOptions.Singleline)]
    private static partial Regex Field();

    [GeneratedRegex(@"\b(?:label|hint|unit)=""([^""]*)""")]
    private static partial Regex WordAttribute();

    [GeneratedRegex(@"(?:=>|\]\s*=)\s*(?:new\()?""((?:[^""\\\r\n]|\\.)*)""")]
    private static partial Regex Listed();

    // Not what begins with $: a key has places, and no values.
    [GeneratedRegex(@"(?<!\$@?)""((?:[^""\\\r\n]|\\.)*)""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^[A-Z“{][^<>=;@/]* [^<>=;@]*[.?!]$")]
    private static partial Regex Sentence();
}
