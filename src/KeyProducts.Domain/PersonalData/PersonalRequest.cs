namespace KeyProducts.Domain;

/// <summary>What a person has asked about their own data: it is answered within two working days (Law 91/2025/QH15).</summary>
public sealed class PersonalRequest
{
    private PersonalRequest() => Who = "";

    /// <summary>Enters a request.</summary>
    /// <param name="number">Its number, given out in order.</param>
    /// <param name="what">What is asked for.</param>
    /// <param name="who">Who asks, and how to reach them.</param>
    /// <param name="details">What it says; null for nothing more.</param>
    /// <param name="receivedOn">The day on which it came.</param>
    /// <param name="today">The day in Hà Nội.</param>
    /// <exception cref="RuleException">Nobody is named, something is too long, or the day is missing or still to come.</exception>
    public PersonalRequest(int number, PersonalRequestKind what, string? who, string? details, DateOnly? receivedOn, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(who))
        {
            throw new RuleException("Say who asks, and how to reach them.") { Field = "Who" };
        }

        if (receivedOn is not { } day)
        {
            throw new RuleException("Give the day on which it came.") { Field = "ReceivedOn" };
        }

        if (day > today)
        {
            throw new RuleException("It cannot have come on a day that is still to come.") { Field = "ReceivedOn" };
        }

        (Number, What, Who, Details, ReceivedOn) = (number, what, who.Trim(), string.IsNullOrWhiteSpace(details) ? null : details.Trim(), day);
    }

    /// <summary>Working days within which it is answered.</summary>
    public const int Term = 2;

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Its number.</summary>
    public int Number { get; private set; }

    /// <summary>What is asked for.</summary>
    public PersonalRequestKind What { get; private set; }

    /// <summary>Who asks, and how to reach them: personal data; empty when it was erased.</summary>
    public string Who { get; private set; }

    /// <summary>What it says.</summary>
    public string? Details { get; private set; }

    /// <summary>The day on which it came.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>When it was answered, UTC; null while it is open.</summary>
    public DateTime? DoneAt { get; private set; }

    /// <summary>Who answered it.</summary>
    public Person? DoneBy { get; private set; }

    /// <summary>What was done.</summary>
    public string? Outcome { get; private set; }

    /// <summary>The last day for an answer.</summary>
    public DateOnly DueOn => WorkingDaysAfter(ReceivedOn, Term);

    /// <summary>Notes that it is answered.</summary>
    /// <param name="outcome">What was done.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="RuleException">It is answered already, or what was done is not said.</exception>
    public void Done(string? outcome, Person by, DateTime now)
    {
        if (DoneAt is not null)
        {
            throw new RuleException("This request is answered already.");
        }

        if (string.IsNullOrWhiteSpace(outcome))
        {
            throw new RuleException("Say what was done.") { Field = "Outcome" };
        }

        (Outcome, DoneBy, DoneAt) = (outcome.Trim(), by, now);
    }

    /// <summary>Forgets who asked and what they wrote; that and when it was answered stays.</summary>
    public void Forget() => (Who, Details, Outcome) = ("", null, null);

    /// <summary>The day so many working days later: Saturdays and Sundays do not count. Public holidays are not known here, so the day is never too late.</summary>
    public static DateOnly WorkingDaysAfter(DateOnly day, int days)
    {
        while (days > 0)
        {
            day = day.AddDays(1);
            days -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }
}

/// <summary>What people ask for.</summary>
public enum PersonalRequestKind
{
    /// <summary>To know what is held, or to have a copy.</summary>
    Access,

    /// <summary>To have something corrected.</summary>
    Correction,

    /// <summary>To have something erased.</summary>
    Erasure,

    /// <summary>Something else, for instance to withdraw a consent.</summary>
    Other,
}
