namespace KeyProducts.Domain;

/// <summary>When a judge may read the marks of the others.</summary>
public enum OthersMarks
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>For a product whose own sheet is submitted.</summary>
    AfterOwnSubmission,

    /// <summary>When judging is over.</summary>
    AfterClosing,
}

/// <summary>How a year's council works. Frozen when judging opens.</summary>
/// <param name="JudgesPerNomination">How many judges are drawn for each nomination; null when every judge scores what they are assigned to.</param>
/// <param name="OthersMarks">When a judge may read the marks of the others.</param>
/// <param name="IsSealed">Whether nobody reads marks, totals or averages until two people have opened them.</param>
public sealed record JudgingRules(int? JudgesPerNomination, OthersMarks OthersMarks, bool IsSealed)
{
    /// <summary>What a new year starts from.</summary>
    public static readonly JudgingRules Usual = new(null, OthersMarks.Never, false);

    /// <summary>These rules, if they can be kept.</summary>
    /// <exception cref="RuleException">A figure is out of its range.</exception>
    public JudgingRules Checked() => JudgesPerNomination is null or (>= 1 and <= 99)
        ? this
        : throw new RuleException("The number of judges for each nomination must lie between 1 and 99.") { Field = nameof(JudgesPerNomination) };
}
