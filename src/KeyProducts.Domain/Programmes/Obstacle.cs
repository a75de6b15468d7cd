namespace KeyProducts.Domain;

/// <summary>Something that stands in the way of a year's next stage.</summary>
/// <param name="Message">An English sentence, the key of its translation, with placeholders.</param>
/// <param name="CanBePassed">Whether staff may go on in spite of it, with a reason that the history keeps.</param>
/// <param name="Arguments">What fills the placeholders.</param>
public sealed record Obstacle(string Message, bool CanBePassed, params IReadOnlyList<object> Arguments);

/// <summary>Whether a year's result is final.</summary>
public enum FinalState
{
    /// <summary>Nobody has finalised it.</summary>
    None,

    /// <summary>It has changed since.</summary>
    Outdated,

    /// <summary>The latest snapshot says what is stored now.</summary>
    Current,
}

/// <summary>What a year must know of its nominations, council and sheets before it moves.</summary>
/// <param name="Undecided">Nominations registered, neither accepted, rejected nor withdrawn.</param>
/// <param name="Accepted">Nominations accepted.</param>
/// <param name="Judges">Judges on the council who have not left.</param>
/// <param name="JudgesOfLeastCovered">Judges on the criterion of the nomination that have the fewest, recusals left out; a year without accepted nominations counts by criterion alone.</param>
/// <param name="SheetsDue">Sheets that judges owe: accepted nominations times judges, less recusals.</param>
/// <param name="SheetsSubmitted">Sheets of these that are submitted.</param>
/// <param name="Unscored">Accepted nominations without a score.</param>
/// <param name="OpenTies">Groups of equal nominations at the edge of the top that the council must order.</param>
public sealed record ProgrammeCounts(
    int Undecided,
    int Accepted,
    int Judges,
    int JudgesOfLeastCovered,
    int SheetsDue,
    int SheetsSubmitted,
    int Unscored,
    int OpenTies)
{
    /// <summary>Whether two people have finalised the result as it is now.</summary>
    public FinalState Final { get; init; }

    /// <summary>Comments of the consultation that nobody has answered.</summary>
    public int OpenComments { get; init; }

    /// <summary>The day in Hà Nội on which is counted: a consultation that still runs is not over. Null when it does not matter.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>A year that is empty.</summary>
    public static readonly ProgrammeCounts None = new(0, 0, 0, 0, 0, 0, 0, 0);
}
