namespace KeyProducts.Domain;

/// <summary>How a year scores, ranks and recognises. What the law leaves open is a setting here.</summary>
/// <param name="Method">How marks become a score.</param>
/// <param name="Scale">What the maxima of all criteria add up to, in points.</param>
/// <param name="MarkStep">Marks are multiples of this: 1, 0.5, 0.25 or 0.01 points.</param>
/// <param name="Decimals">Digits a score is rounded to, 0 to 4.</param>
/// <param name="Quorum">Least number of judges' marks that make a score.</param>
/// <param name="PassMark">Least score to be recognised, in points; null when there is none.</param>
/// <param name="TopCount">How many products form the top.</param>
/// <param name="BusinessCap">Most products of one business in the top; null for no limit.</param>
/// <param name="SpreadLimit">Totals of judges further apart than this are flagged, in points; null for never.</param>
/// <param name="TieChain">The steps that split equal scores, in order, separated by one space.</param>
public sealed record ProgrammeRules(
    ScoringMethod Method,
    decimal Scale,
    decimal MarkStep,
    int Decimals,
    int Quorum,
    decimal? PassMark,
    int TopCount,
    int? BusinessCap,
    decimal? SpreadLimit,
    string TieChain)
{
    /// <summary>The steps a year may put in its tie chain.</summary>
    public static readonly IReadOnlyList<string> TieSteps = ["criteria", "head-to-head", "figure:revenue", "figure:export", "council"];

    /// <summary>The steps between marks that a year may choose, in points.</summary>
    public static readonly IReadOnlyList<decimal> MarkSteps = [1m, 0.5m, 0.25m, 0.01m];

    /// <summary>What a new year starts from.</summary>
    public static readonly ProgrammeRules Usual = new(
        ScoringMethod.CriterionMeans, 100m, 0.5m, 2, 5, 70m, 10, null, 10m, "criteria head-to-head council");

    /// <summary>The tie chain as a list.</summary>
    public IReadOnlyList<string> TieSequence => TieChain.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>These rules, if they can be kept.</summary>
    /// <exception cref="RuleException">A figure is out of its range.</exception>
    public ProgrammeRules Checked()
    {
        Require(Scale is > 0 and <= 10_000, nameof(Scale), "The scale must be between 1 and 10,000 points.");
        Require(MarkSteps.Contains(MarkStep), nameof(MarkStep), "Choose one of the steps offered for marks.");
        Require(Decimals is >= 0 and <= 4, nameof(Decimals), "Scores have 0 to 4 decimals.");
        Require(Quorum is >= 1 and <= 99, nameof(Quorum), "The quorum must be between 1 and 99 judges.");
        Require(PassMark is null || (PassMark >= 0 && PassMark <= Scale), nameof(PassMark), "The pass mark must lie between 0 and the scale.");
        Require(TopCount is >= 0 and <= 100, nameof(TopCount), "The top must be between 0 and 100 products.");
        Require(BusinessCap is null or >= 1, nameof(BusinessCap), "The limit per business must be at least 1, or empty for none.");
        Require(SpreadLimit is null or > 0, nameof(SpreadLimit), "The spread limit must be more than 0 points, or empty for none.");
        Require(
            TieSequence.All(TieSteps.Contains) && TieSequence.Distinct().Count() == TieSequence.Count,
            nameof(TieChain),
            "Each step of the tie chain may stand in it once.");
        return this;
    }

    private static void Require(bool holds, string field, string message)
    {
        if (!holds)
        {
            throw new RuleException(message) { Field = field };
        }
    }
}
