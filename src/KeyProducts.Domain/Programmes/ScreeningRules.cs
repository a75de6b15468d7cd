namespace KeyProducts.Domain;

/// <summary>How a year screens its dossiers. It decides nothing of the score, and may change until the year is recognised.</summary>
/// <param name="TwoPersons">Whether one person checks a dossier and another accepts it.</param>
/// <param name="JumpRatio">A figure this many times the one of the year before, or this many times smaller, is warned of; more than 1.</param>
/// <param name="Tolerance">How far a figure may differ from the one declared a year ago before it is warned of, in percent.</param>
/// <param name="DongPerDollar">The data year's exchange rate, in đồng for a US dollar; null until it is known, exports are then not compared with revenue.</param>
/// <param name="SupplementDays">Days that a business usually has for a supplement, offered when a dossier is returned.</param>
/// <param name="MaxFileMegabytes">The largest evidence file, in megabytes of 1,048,576 bytes.</param>
/// <param name="MaxFiles">The most evidence files of a nomination.</param>
public sealed record ScreeningRules(
    bool TwoPersons,
    decimal JumpRatio,
    decimal Tolerance,
    decimal? DongPerDollar,
    int SupplementDays,
    int MaxFileMegabytes,
    int MaxFiles)
{
    /// <summary>What a new year starts from.</summary>
    public static readonly ScreeningRules Usual = new(false, 3m, 1m, null, 10, 20, 60);

    /// <summary>These rules, if they can be kept.</summary>
    /// <exception cref="RuleException">A figure is out of its range.</exception>
    public ScreeningRules Checked()
    {
        Require(JumpRatio is > 1 and <= 100, nameof(JumpRatio), "The ratio that is warned of must be more than 1 and at most 100.");
        Require(Tolerance is >= 0 and <= 100, nameof(Tolerance), "The tolerance must lie between 0 and 100 percent.");
        Require(DongPerDollar is null or (>= 1_000 and <= 1_000_000), nameof(DongPerDollar), "The exchange rate must lie between 1,000 and 1,000,000 đồng for a US dollar.");
        Require(SupplementDays is >= 1 and <= 365, nameof(SupplementDays), "A business has between 1 and 365 days for a supplement.");
        Require(MaxFileMegabytes is >= 1 and <= 100, nameof(MaxFileMegabytes), "The largest file must be between 1 and 100 megabytes.");
        Require(MaxFiles is >= 1 and <= 500, nameof(MaxFiles), "The number of files must be between 1 and 500.");
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
