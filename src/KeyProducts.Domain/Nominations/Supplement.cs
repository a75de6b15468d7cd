namespace KeyProducts.Domain;

/// <summary>A supplement that a business was asked for, and how that ended.</summary>
public sealed class Supplement
{
    private Supplement() => Reasons = AskedBy = null!;

    internal Supplement(string reasons, DateOnly dueOn, Person by, DateTime now)
    {
        Reasons = reasons;
        DueOn = dueOn;
        AskedBy = by.Name;
        AskedAt = now;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of its nomination.</summary>
    public Guid NominationId { get; private set; }

    /// <summary>What is missing or wrong, a line each.</summary>
    public string Reasons { get; private set; }

    /// <summary>The last day on which it is in time, in Hà Nội.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>When it was asked for, UTC.</summary>
    public DateTime AskedAt { get; private set; }

    /// <summary>The name of who asked.</summary>
    public string AskedBy { get; private set; }

    /// <summary>The day on which it arrived; null while it is owed, or when the matter ended otherwise.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>What arrived, or why the matter ended otherwise.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Whether it is owed still.</summary>
    public bool IsOpen => ReceivedOn is null && Outcome is null;

    internal void Receive(DateOnly day, string? note) => (ReceivedOn, Outcome) = (day, note);

    internal void End(string outcome) => Outcome = outcome;
}
