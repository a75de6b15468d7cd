namespace KeyProducts.Domain;

/// <summary>The result of a year.</summary>
/// <param name="Ranked">Nominations with a score, in rank order, then by number.</param>
/// <param name="Unscored">Nominations without a score, by number.</param>
/// <param name="PassedOver">Recognised nominations left out of the top because their business had reached the cap while places were left, by rank.</param>
/// <param name="Undecided">Groups of equal nominations at the top's edge that the council must order first; nothing of the first group or below it is chosen.</param>
public sealed record RankingResult(
    IReadOnlyList<RankedNomination> Ranked,
    IReadOnlyList<UnscoredNomination> Unscored,
    IReadOnlyList<PassedOver> PassedOver,
    IReadOnlyList<IReadOnlyList<int>> Undecided);

/// <summary>A nomination with its score and rank.</summary>
/// <param name="Number">Its registration number.</param>
/// <param name="Score">In points, rounded to the year's decimals.</param>
/// <param name="Rank">Competition rank: 1, 2, 2, 4.</param>
/// <param name="Recognised">Whether it is eligible and reaches the pass mark and every minimum.</param>
/// <param name="Top">Whether it is of the top.</param>
/// <param name="TieBreak">The step that put it below the one above with the same score; null when none did.</param>
/// <param name="Groups">Its figures per group, in the year's order.</param>
/// <param name="Criteria">Its figures per criterion, in the year's order.</param>
/// <param name="CompleteSheets">How many counted sheets have a mark on every judged criterion.</param>
/// <param name="Spread">Highest less lowest total of its complete sheets, in points; null with fewer than two.</param>
/// <param name="Shortfalls">What keeps it from being recognised: "eligible", "pass-mark", "group:ID", "criterion:ID", in that order.</param>
public sealed record RankedNomination(
    int Number,
    decimal Score,
    int Rank,
    bool Recognised,
    bool Top,
    string? TieBreak,
    IReadOnlyList<GroupScore> Groups,
    IReadOnlyList<CriterionScore> Criteria,
    int CompleteSheets,
    decimal? Spread,
    IReadOnlyList<string> Shortfalls);

/// <summary>A nomination's figures on a criterion.</summary>
/// <param name="Criterion">The key of the criterion.</param>
/// <param name="Mean">Over the judges whose mark counts, rounded to the year's decimals.</param>
/// <param name="Count">How many marks count; 0 for a computed criterion, whose mark is the mean.</param>
/// <param name="Lowest">Lowest mark.</param>
/// <param name="Highest">Highest mark.</param>
public sealed record CriterionScore(string Criterion, decimal Mean, int Count, decimal Lowest, decimal Highest);

/// <summary>A nomination's sum of means in a group, rounded to the year's decimals.</summary>
public sealed record GroupScore(string Group, decimal Sum);

/// <summary>A nomination without a score.</summary>
/// <param name="Number">Its registration number.</param>
/// <param name="Reason">"quorum", or "figure:NAME" for the first figure missing in the order of the criteria; quorum goes before.</param>
/// <param name="Counted">The fewest marks that any judged criterion has (criterion means), or the complete sheets (sheet totals).</param>
public sealed record UnscoredNomination(int Number, string Reason, int Counted);

/// <summary>A recognised nomination that the cap kept out of the top.</summary>
/// <param name="Number">Its registration number.</param>
/// <param name="Business">The key of its business.</param>
/// <param name="Chosen">The products of that business that were chosen, by rank.</param>
public sealed record PassedOver(int Number, string Business, IReadOnlyList<int> Chosen);
