namespace KeyProducts.Domain;

/// <summary>The days of a year. A period runs from the first day to the end of the last, in Hà Nội; null where not yet set.</summary>
/// <param name="NominationsFrom">First day on which dossiers are taken.</param>
/// <param name="NominationsUntil">Last such day.</param>
/// <param name="JudgingFrom">First day of scoring.</param>
/// <param name="JudgingUntil">Last day of scoring.</param>
/// <param name="ConsultationFrom">First day on which comments are taken.</param>
/// <param name="ConsultationUntil">Last such day.</param>
public sealed record ProgrammeDates(
    DateOnly? NominationsFrom,
    DateOnly? NominationsUntil,
    DateOnly? JudgingFrom,
    DateOnly? JudgingUntil,
    DateOnly? ConsultationFrom,
    DateOnly? ConsultationUntil)
{
    /// <summary>No day set yet.</summary>
    public static readonly ProgrammeDates None = new(null, null, null, null, null, null);

    /// <summary>The last day on which a judge may score; null when none is set. There is no other function that says it.</summary>
    /// <param name="extendedUntil">The last day of a judge who was given more time; null for the year's own.</param>
    public DateOnly? LastDayFor(DateOnly? extendedUntil) => JudgingUntil is { } until && extendedUntil > until ? extendedUntil : JudgingUntil;

    /// <summary>These dates, if each period ends no earlier than it begins.</summary>
    /// <exception cref="RuleException">One does.</exception>
    /// <param name="consultation">The field that is told when the consultation ends before it begins.</param>
    public ProgrammeDates Checked(string consultation = nameof(ConsultationUntil))
    {
        Check(NominationsFrom, NominationsUntil, nameof(NominationsUntil));
        Check(JudgingFrom, JudgingUntil, nameof(JudgingUntil));
        Check(ConsultationFrom, ConsultationUntil, consultation);
        return this;
    }

    private static void Check(DateOnly? from, DateOnly? until, string field)
    {
        if (from > until)
        {
            throw new RuleException("A period cannot end before it begins.") { Field = field };
        }
    }
}
