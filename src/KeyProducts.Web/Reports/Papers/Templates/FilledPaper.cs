using KeyProducts.Documents;
using KeyProducts.Domain;

namespace KeyProducts.Web.Reports.Papers.Templates;

/// <summary>The words of a paper with everything in its place.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Addressees">Whom it is addressed to.</param>
/// <param name="Bases">What it rests on.</param>
/// <param name="Body">What it says.</param>
/// <param name="English">The same in English.</param>
/// <param name="Signatures">Who signs.</param>
/// <param name="Recipients">Who gets a copy.</param>
public sealed record FilledPaper(
    string Subject,
    IReadOnlyList<string> Addressees,
    IReadOnlyList<RichText> Bases,
    IReadOnlyList<Block> Body,
    IReadOnlyList<RichText> English,
    IReadOnlyList<Signature> Signatures,
    IReadOnlyList<string> Recipients)
{
    /// <summary>Puts them under a head. What a paper says before everything else, and what it comes from, is the same for all.</summary>
    /// <param name="facts">The year.</param>
    /// <param name="fileName">The name of the file without its ending, plain ASCII.</param>
    /// <param name="head">Who issues it.</param>
    /// <param name="title">The kind of paper, in capitals; null for a letter.</param>
    public OfficialDocument Draw(PaperFacts facts, string fileName, Letterhead head, string? title) => new()
    {
        FileName = fileName,
        Head = head,
        Title = title,
        Subject = Subject,
        Addressees = Addressees,
        Bases = Bases,
        Body = [.. Agency.Remarks(facts.Year), .. Body],
        Signatures = Signatures,
        Recipients = Recipients,
        Source = facts.Source,
    };

    /// <summary>Fills the words in.</summary>
    /// <param name="texts">The words.</param>
    /// <param name="fields">The fields.</param>
    public static (FilledPaper Paper, IReadOnlyList<PaperProblem> Problems) Of(PaperTexts texts, PaperFields fields)
    {
        var problems = new List<PaperProblem>();
        var paper = new FilledPaper(
            string.Join("\n", Fill(nameof(PaperTexts.Subject), filling => filling.Lines(texts.Subject)).Select(line => line.Plain)),
            [.. Fill(nameof(PaperTexts.Addressees), filling => filling.Lines(texts.Addressees)).Select(line => line.Plain)],
            Fill(nameof(PaperTexts.Bases), filling => filling.Lines(texts.Bases)),
            Fill(nameof(PaperTexts.Body), filling => filling.Blocks(texts.Body)),
            Fill(nameof(PaperTexts.English), filling => filling.Lines(texts.English)),
            Fill(nameof(PaperTexts.Signatures), filling => filling.Signatures(texts.Signatures)),
            [.. Fill(nameof(PaperTexts.Recipients), filling => filling.Lines(texts.Recipients)).Select(line => line.Plain)]);
        return (paper, problems);

        IReadOnlyList<T> Fill<T>(string part, Func<TemplateFilling, IReadOnlyList<T>> fill)
        {
            var filling = new TemplateFilling(fields);
            var filled = fill(filling);
            problems.AddRange(filling.Problems.Select(problem => new PaperProblem(part, problem)));
            return filled;
        }
    }
}

/// <summary>Something in a paper's words that cannot be printed.</summary>
/// <param name="Part">Which of the <see cref="PaperTexts"/>.</param>
/// <param name="Problem">What it is.</param>
public sealed record PaperProblem(string Part, TemplateProblem Problem);
