namespace KeyProducts.Domain;

/// <summary>What ties a judge to a business.</summary>
public enum ConflictKind
{
    /// <summary>The judge works there.</summary>
    OwnEmployer,

    /// <summary>The judge owns a part of it.</summary>
    Ownership,

    /// <summary>A relative works there or owns a part of it.</summary>
    Family,

    /// <summary>The judge advised it in the last two years.</summary>
    Adviser,

    /// <summary>Something else, said in words.</summary>
    Other,
}

/// <summary>A judge who does not score a nomination (từ chối chấm). Marks given before stay stored and count nowhere.</summary>
public sealed class Recusal
{
    private Recusal()
    {
    }

    /// <summary>Records a recusal.</summary>
    /// <param name="programme">The year.</param>
    /// <param name="nomination">What the judge does not score.</param>
    /// <param name="judge">The judge.</param>
    /// <param name="kind">What ties them.</param>
    /// <param name="text">Said in words; needed for <see cref="ConflictKind.Other"/>.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">The words are missing, or judging is over.</exception>
    public Recusal(Programme programme, Nomination nomination, Judge judge, ConflictKind kind, string? text, DateTime now)
    {
        if (programme.Stage >= Stage.Deliberation)
        {
            throw new RuleException("Judging is over; the council changes no more.");
        }

        if (kind == ConflictKind.Other && string.IsNullOrWhiteSpace(text))
        {
            throw new RuleException("Say what ties you to the business.") { Field = "Text" };
        }

        NominationId = nomination.Id;
        JudgeId = judge.Id;
        Kind = kind;
        Text = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        DeclaredAt = now;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the nomination.</summary>
    public Guid NominationId { get; private set; }

    /// <summary>The key of the judge.</summary>
    public Guid JudgeId { get; private set; }

    /// <summary>What ties the judge to the business.</summary>
    public ConflictKind Kind { get; private set; }

    /// <summary>The same in words.</summary>
    public string? Text { get; private set; }

    /// <summary>When it was recorded, UTC.</summary>
    public DateTime DeclaredAt { get; private set; }

    /// <summary>When it was lifted, UTC; null while it holds.</summary>
    public DateTime? LiftedAt { get; private set; }

    /// <summary>Lifts it: the judge may score again, and marks given before count again.</summary>
    /// <exception cref="RuleException">No reason is given, it is lifted already, or judging is over.</exception>
    public void Lift(Programme programme, string? reason, DateTime now)
    {
        if (programme.Stage >= Stage.Deliberation)
        {
            throw new RuleException("Judging is over; the council changes no more.");
        }

        if (LiftedAt is not null)
        {
            throw new RuleException("This recusal is lifted already.");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleException("Give the reason.") { Field = "Reason" };
        }

        LiftedAt = now;
    }
}
