using KeyProducts.Domain;
using KeyProducts.Web.Reports.Papers;

namespace KeyProducts.Web.Pages.Papers;

/// <summary>The form of a paper's words. What is left as the program has it, or emptied where the program has nothing, is not stored.</summary>
public sealed class PaperForm
{
    /// <summary>The version of the stored words; empty while none are.</summary>
    public Guid Version { get; set; }

    public string? Subject { get; set; }

    public string? Addressees { get; set; }

    public string? Bases { get; set; }

    public string? Body { get; set; }

    public string? English { get; set; }

    public string? Signatures { get; set; }

    public string? Recipients { get; set; }

    /// <summary>The words as they stand.</summary>
    public static PaperForm Of(PaperTexts texts) => new()
    {
        Subject = texts.Subject,
        Addressees = texts.Addressees,
        Bases = texts.Bases,
        Body = texts.Body,
        English = texts.English,
        Signatures = texts.Signatures,
        Recipients = texts.Recipients,
    };

    /// <summary>The words as typed: a part that is emptied is empty, not the program's own.</summary>
    public PaperTexts ToTexts() => new(Typed(Subject), Typed(Addressees), Typed(Bases), Typed(Body), Typed(English), Typed(Signatures), Typed(Recipients));

    /// <summary>The words to be stored: null for what is the program's own.</summary>
    public PaperTexts ToStore(PaperKind kind)
    {
        var (own, typed) = (YearPapers.OwnTexts(kind), ToTexts());
        return new PaperTexts(
            Kept(typed.Subject, own.Subject), Kept(typed.Addressees, own.Addressees), Kept(typed.Bases, own.Bases), Kept(typed.Body, own.Body),
            Kept(typed.English, own.English), Kept(typed.Signatures, own.Signatures), Kept(typed.Recipients, own.Recipients));
    }

    /// <summary>Refuses words that no data could fill: fields that do not exist, marks that are not closed.</summary>
    /// <exception cref="RuleException">The first of them, at its field.</exception>
    public static void Check(YearPaper paper)
    {
        if (paper.Problems.FirstOrDefault(one => one.Problem.IsInWords) is { } wrong)
        {
            throw new RuleException(wrong.Problem.Words, [.. wrong.Problem.Arguments]) { Field = wrong.Part };
        }
    }

    private static string Typed(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    private static string? Kept(string? typed, string? own) => typed == (own ?? "").ReplaceLineEndings("\n").Trim() ? null : typed;
}
