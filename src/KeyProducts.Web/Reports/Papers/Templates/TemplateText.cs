using System.Text;
using System.Text.RegularExpressions;

namespace KeyProducts.Web.Reports.Papers.Templates;

/// <summary>What a line of a template becomes.</summary>
public enum TemplateLineKind
{
    /// <summary>A paragraph.</summary>
    Prose,

    /// <summary>A heading: begins with "# ".</summary>
    Heading,

    /// <summary>An entry of a list: begins with "- ".</summary>
    Item,

    /// <summary>An article: begins with "Điều" and a number, which is counted anew.</summary>
    Article,
}

/// <summary>Words of a template, or the name of a field between two pairs of braces.</summary>
/// <param name="Text">The words, or the name.</param>
/// <param name="IsField">Whether it is a field.</param>
/// <param name="IsBold">Whether it is bold.</param>
/// <param name="IsItalic">Whether it is italic.</param>
public sealed record TemplatePiece(string Text, bool IsField, bool IsBold, bool IsItalic);

/// <summary>A line of a template.</summary>
/// <param name="Number">Its place in the text, from 1, as an editor counts.</param>
/// <param name="Kind">What it becomes.</param>
/// <param name="Pieces">What it says.</param>
public sealed record TemplateLine(int Number, TemplateLineKind Kind, IReadOnlyList<TemplatePiece> Pieces);

/// <summary>Something in a template that cannot be printed.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Words">The English sentence, the key of its translation.</param>
/// <param name="Arguments">What goes into it.</param>
public sealed record TemplateProblem(int Line, string Words, params object[] Arguments)
{
    /// <summary>Whether the words themselves are wrong; otherwise only the data is missing so far.</summary>
    public bool IsInWords { get; init; } = true;
}

/// <summary>
/// Reads the words that an administrator writes for a paper: a paragraph a line, **bold**, *italic*, {{field}}. A backslash takes the
/// meaning from the sign behind it. What fields hold is never read this way, so that nothing in a name can become a field or a style.
/// </summary>
public static partial class TemplateText
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problems">Gets what cannot be read.</param>
    public static IReadOnlyList<TemplateLine> Read(string? text, ICollection<TemplateProblem> problems)
    {
        var lines = new List<TemplateLine>();
        foreach (var (line, number) in (text ?? "").ReplaceLineEndings("\n").Split('\n').Select((line, i) => (line.Trim(), i + 1)))
        {
            if (line.Length == 0)
            {
                continue;
            }

            var (kind, words) = KindOf(line);
            lines.Add(new TemplateLine(number, kind, Pieces(words, number, problems)));
        }

        return lines;
    }

    private static (TemplateLineKind Kind, string Words) KindOf(string line)
    {
        if (line.StartsWith("# ", StringComparison.Ordinal))
        {
            return (TemplateLineKind.Heading, line[2..].TrimStart());
        }

        if (line.StartsWith("- ", StringComparison.Ordinal))
        {
            return (TemplateLineKind.Item, line[2..].TrimStart());
        }

        return ArticleLabel().Match(line) is { Success: true } label ? (TemplateLineKind.Article, line[label.Length..]) : (TemplateLineKind.Prose, line);
    }

    private static List<TemplatePiece> Pieces(string line, int number, ICollection<TemplateProblem> problems)
    {
        var pieces = new List<TemplatePiece>();
        var words = new StringBuilder();
        bool bold = false, italic = false;
        for (var i = 0; i < line.Length; i++)
        {
            var rest = line.AsSpan(i);
            if (line[i] == '\\' && i + 1 < line.Length && line[i + 1] is '*' or '{' or '}' or '\\' or '#' or '-')
            {
                words.Append(line[++i]);
            }
            else if (rest.StartsWith("**"))
            {
                Flush();
                bold = !bold;
                i++;
            }
            else if (line[i] == '*')
            {
                Flush();
                italic = !italic;
            }
            else if (rest.StartsWith("{{"))
            {
                var end = line.IndexOf("}}", i, StringComparison.Ordinal);
                if (end < 0)
                {
                    problems.Add(new TemplateProblem(number, "A field is opened with {0} and not closed with {1}.", "{{", "}}"));
                    break;
                }

                Flush();
                pieces.Add(new TemplatePiece(line[(i + 2)..end].Trim(), IsField: true, bold, italic));
                i = end + 1;
            }
            else
            {
                words.Append(line[i]);
            }
        }

        if (bold || italic)
        {
            problems.Add(new TemplateProblem(number, "Bold or italic words are begun with {0} and not ended with it.", bold ? "**" : "*"));
        }

        Flush();
        return pieces;

        void Flush()
        {
            if (words.Length > 0)
            {
                pieces.Add(new TemplatePiece(words.ToString(), IsField: false, bold, italic));
                words.Clear();
            }
        }
    }

    [GeneratedRegex(@"^Điều\s+\d+\s*[.:]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex ArticleLabel();
}
