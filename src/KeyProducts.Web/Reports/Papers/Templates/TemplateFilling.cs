using KeyProducts.Documents;

namespace KeyProducts.Web.Reports.Papers.Templates;

/// <summary>Puts what fields hold into the words of a template. Fields that do not exist or are empty are named as problems and never printed.</summary>
/// <param name="fields">The fields of the paper.</param>
public sealed class TemplateFilling(PaperFields fields)
{
    private readonly List<TemplateProblem> problems = [];

    /// <summary>What cannot be printed, in the order of reading.</summary>
    public IReadOnlyList<TemplateProblem> Problems => problems;

    /// <summary>A text of short lines: subjects, bases, addressees, signatures, recipients.</summary>
    public IReadOnlyList<RichText> Lines(string? text) =>
        [.. TemplateText.Read(text, problems).Select(line => Words(line)).Where(words => words.Plain.Length > 0)];

    /// <summary>
    /// Who signs: an empty line stands between two who sign side by side. A line in brackets says what to do there, one in capitals is
    /// the office, another the name.
    /// </summary>
    public IReadOnlyList<Signature> Signatures(string? text)
    {
        var signers = new List<List<string>>();
        var last = int.MinValue;
        foreach (var line in TemplateText.Read(text, problems))
        {
            if (line.Number != last + 1)
            {
                signers.Add([]);
            }

            signers[^1].Add(Words(line).Plain);
            last = line.Number;
        }

        return [.. signers.Select(lines => new Signature(
            [.. lines.Where(line => !IsHint(line) && IsOffice(line))], lines.FirstOrDefault(line => !IsHint(line) && !IsOffice(line)), lines.FirstOrDefault(IsHint)))];
    }

    private static bool IsHint(string line) => line.StartsWith('(');

    private static bool IsOffice(string line) => !line.Any(char.IsLower);

    /// <summary>A text that becomes paragraphs, lists, articles and tables.</summary>
    public IReadOnlyList<Block> Blocks(string? text)
    {
        var blocks = new List<Block>();
        var items = new List<RichText>();
        var articles = 0;
        foreach (var line in TemplateText.Read(text, problems))
        {
            if (line.Kind == TemplateLineKind.Item)
            {
                items.Add(Words(line));
                continue;
            }

            EndList();
            if (line is { Kind: TemplateLineKind.Prose, Pieces: [{ IsField: true } only] } && fields.Find(only.Text) is { Blocks: { } own })
            {
                blocks.AddRange(own);
                continue;
            }

            var words = Words(line);
            blocks.Add(line.Kind switch
            {
                TemplateLineKind.Heading => new Heading(words.Plain),
                TemplateLineKind.Article => new Article(++articles, words),
                _ => new Prose(words),
            });
        }

        EndList();
        return blocks;

        void EndList()
        {
            if (items.Count > 0)
            {
                blocks.Add(new Items([.. items]));
                items.Clear();
            }
        }
    }

    private RichText Words(TemplateLine line)
    {
        var runs = new List<Run>();
        foreach (var piece in line.Pieces)
        {
            var run = new Run(piece.IsField ? ValueOf(piece.Text, line.Number) : piece.Text, piece.IsBold, piece.IsItalic);
            // Words of one style are one run, so that nothing is broken between a field and the sign behind it.
            if (runs is [.., var last] && (last.IsBold, last.IsItalic) == (run.IsBold, run.IsItalic))
            {
                runs[^1] = last with { Text = last.Text + run.Text };
            }
            else if (run.Text.Length > 0)
            {
                runs.Add(run);
            }
        }

        return new RichText(runs);
    }

    private string ValueOf(string name, int line)
    {
        var field = fields.Find(name);
        var problem = field switch
        {
            null => new TemplateProblem(line, "There is no field “{0}”.", name),
            { Blocks: not null } => new TemplateProblem(line, "The field “{0}” is a table or list and stands on a line of its own.", field.Name),
            { IsEmpty: true, Entered: { } place } => new TemplateProblem(line, "The field “{0}” has no value yet: {1}.", field.Name, new Named(place)) { IsInWords = false },
            { IsEmpty: true } => new TemplateProblem(line, "The field “{0}” has no value.", field.Name) { IsInWords = false },
            _ => null,
        };
        if (problem is null)
        {
            return field!.Value!;
        }

        problems.Add(problem);
        return "";
    }
}

/// <summary>Words within a sentence that are themselves to be translated.</summary>
/// <param name="Key">The English words.</param>
public sealed record Named(string Key);
