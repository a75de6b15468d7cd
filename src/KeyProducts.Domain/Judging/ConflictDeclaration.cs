namespace KeyProducts.Domain;

/// <summary>What a judge declares about a business before the first sheet (kê khai xung đột lợi ích): nothing ties them, or a kind of conflict.</summary>
public sealed class ConflictDeclaration
{
    private ConflictDeclaration()
    {
    }

    /// <summary>Records a declaration.</summary>
    /// <param name="programme">The year.</param>
    /// <param name="judge">The judge.</param>
    /// <param name="businessId">The key of the business.</param>
    /// <param name="kind">What ties them; null for nothing.</param>
    /// <param name="text">In words; needed for <see cref="ConflictKind.Other"/>.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">The words are missing, or judging is over.</exception>
    public ConflictDeclaration(Programme programme, Judge judge, Guid businessId, ConflictKind? kind, string? text, DateTime now)
    {
        JudgeId = judge.Id;
        BusinessId = businessId;
        Declare(programme, kind, text, now);
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the judge.</summary>
    public Guid JudgeId { get; private set; }

    /// <summary>The key of the business.</summary>
    public Guid BusinessId { get; private set; }

    /// <summary>What ties them; null for nothing.</summary>
    public ConflictKind? Kind { get; private set; }

    /// <summary>The same in words, or why a tie that was proposed is none.</summary>
    public string? Text { get; private set; }

    /// <summary>When it was declared, UTC.</summary>
    public DateTime DeclaredAt { get; private set; }

    /// <summary>Declares anew; a conflict becomes none only by lifting the recusals.</summary>
    /// <exception cref="RuleException">The words are missing, a conflict would be taken back, or judging is over.</exception>
    public void Declare(Programme programme, ConflictKind? kind, string? text, DateTime now)
    {
        if (programme.Stage >= Stage.Deliberation)
        {
            throw new RuleException("Judging is over; the council changes no more.");
        }

        if (kind == ConflictKind.Other && string.IsNullOrWhiteSpace(text))
        {
            throw new RuleException("Say what ties you to the business.") { Field = "Text" };
        }

        if (Kind is not null && kind is null)
        {
            throw new RuleException("A conflict that is declared is taken back only by the secretary, who lifts the recusal.");
        }

        Kind = kind;
        Text = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        DeclaredAt = now;
    }
}
