namespace KeyProducts.Domain;

/// <summary>The words of a paper. A text that is null is the program's own.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Addressees">Whom it is addressed to, a line each.</param>
/// <param name="Bases">What it rests on, a line each.</param>
/// <param name="Body">What it says, a paragraph a line.</param>
/// <param name="English">The same in English, where a paper has both languages.</param>
/// <param name="Signatures">The office of who signs, a line each; an empty line stands between two who sign side by side.</param>
/// <param name="Recipients">Who gets a copy, a line each.</param>
public sealed record PaperTexts(string? Subject, string? Addressees, string? Bases, string? Body, string? English, string? Signatures, string? Recipients)
{
    /// <summary>The program's own words.</summary>
    public static readonly PaperTexts Own = new(null, null, null, null, null, null, null);
}

/// <summary>The words of a kind of paper as an administrator has changed them for a year.</summary>
public sealed class PaperTemplate
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaxLength = 20_000;

    private PaperTemplate()
    {
    }

    /// <summary>Begins with the program's own words.</summary>
    /// <param name="programme">The year.</param>
    /// <param name="kind">The kind of paper.</param>
    public PaperTemplate(Programme programme, PaperKind kind)
    {
        ProgrammeId = programme.Id;
        Kind = kind;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the year, which has at most one of each kind.</summary>
    public Guid ProgrammeId { get; private set; }

    /// <summary>The kind of paper.</summary>
    public PaperKind Kind { get; private set; }

    /// <summary>What it is about; null for the program's own words, as with all that follow.</summary>
    public string? Subject { get; private set; }

    /// <summary>Whom it is addressed to, a line each.</summary>
    public string? Addressees { get; private set; }

    /// <summary>What it rests on, a line each.</summary>
    public string? Bases { get; private set; }

    /// <summary>What it says, a paragraph a line.</summary>
    public string? Body { get; private set; }

    /// <summary>The same in English, where a paper has both languages.</summary>
    public string? English { get; private set; }

    /// <summary>The office of who signs, a line each.</summary>
    public string? Signatures { get; private set; }

    /// <summary>Who gets a copy, a line each.</summary>
    public string? Recipients { get; private set; }

    /// <summary>All its words.</summary>
    public PaperTexts Texts => new(Subject, Addressees, Bases, Body, English, Signatures, Recipients);

    /// <summary>Changes its words. They may change at any time: a paper is drawn up anew whenever it is asked for.</summary>
    /// <exception cref="RuleException">A text is longer than <see cref="MaxLength"/>.</exception>
    public void Set(PaperTexts texts)
    {
        foreach (var (text, field) in new[]
        {
            (texts.Subject, nameof(Subject)), (texts.Addressees, nameof(Addressees)), (texts.Bases, nameof(Bases)), (texts.Body, nameof(Body)),
            (texts.English, nameof(English)), (texts.Signatures, nameof(Signatures)), (texts.Recipients, nameof(Recipients)),
        })
        {
            if (text?.Length > MaxLength)
            {
                throw new RuleException("A text has at most {0} characters.", MaxLength) { Field = field };
            }
        }

        (Subject, Addressees, Bases, Body, English, Signatures, Recipients) = texts;
    }

    /// <summary>The same words for another year.</summary>
    public PaperTemplate CopyFor(Programme programme)
    {
        var copy = new PaperTemplate(programme, Kind);
        copy.Set(Texts);
        return copy;
    }
}
