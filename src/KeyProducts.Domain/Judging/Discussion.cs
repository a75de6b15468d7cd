namespace KeyProducts.Domain;

/// <summary>What the council said of a nomination whose totals lie too far apart. Its judges may then change their marks, with a reason.</summary>
public sealed class Discussion
{
    private Discussion() => Text = By = null!;

    /// <summary>Records a discussion.</summary>
    /// <param name="programme">The year; in judging or deliberation, its marks not sealed.</param>
    /// <param name="nomination">What was discussed.</param>
    /// <param name="heldOn">The day, in Hà Nội.</param>
    /// <param name="text">What was said.</param>
    /// <param name="spread">How far the totals of complete sheets lay apart then, in points; null when there were fewer than two.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">The text is missing, the day has not come yet, or the year discusses nothing now.</exception>
    public Discussion(Programme programme, Nomination nomination, DateOnly heldOn, string? text, decimal? spread, Person by, DateTime now)
    {
        if (programme.Stage is not (Stage.Judging or Stage.Deliberation) || programme.IsSealed)
        {
            throw new RuleException("A discussion is recorded in judging and deliberation, and not while the marks are sealed.");
        }

        if (heldOn > HanoiTime.DayOf(now))
        {
            throw new RuleException("The day of the discussion has not come yet.") { Field = "HeldOn" };
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            throw new RuleException("Write down what was said.") { Field = "Text" };
        }

        ProgrammeId = programme.Id;
        NominationId = nomination.Id;
        HeldOn = heldOn;
        Text = text.Trim();
        Spread = spread;
        By = by.Name;
        At = now;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the year.</summary>
    public Guid ProgrammeId { get; private set; }

    /// <summary>The key of the nomination.</summary>
    public Guid NominationId { get; private set; }

    /// <summary>The day, in Hà Nội.</summary>
    public DateOnly HeldOn { get; private set; }

    /// <summary>What was said.</summary>
    public string Text { get; private set; }

    /// <summary>How far the totals lay apart then, in points.</summary>
    public decimal? Spread { get; private set; }

    /// <summary>Who recorded it.</summary>
    public string By { get; private set; }

    /// <summary>When it was recorded, UTC.</summary>
    public DateTime At { get; private set; }
}
