namespace KeyProducts.Domain;

/// <summary>Everything that decides a year's result, and nothing else: the same input gives the same result, on any machine.</summary>
/// <param name="Rules">How marks become scores and ranks.</param>
/// <param name="Groups">Groups of criteria, in the year's order.</param>
/// <param name="Criteria">Criteria, in the year's order; their maxima add up to the year's scale.</param>
/// <param name="Nominations">What is ranked, in any order.</param>
/// <param name="Sheets">Submitted sheets, in any order; at most one for each nomination and judge. Marks the judge was not assigned are left out by the caller.</param>
/// <param name="Recusals">Pairs whose sheet does not count.</param>
/// <param name="Ties">Recorded decisions of the council, oldest first.</param>
public sealed record RankingInput(
    RankingRules Rules,
    IReadOnlyList<RankingGroup> Groups,
    IReadOnlyList<RankingCriterion> Criteria,
    IReadOnlyList<RankingNomination> Nominations,
    IReadOnlyList<RankingSheet> Sheets,
    IReadOnlyList<RankingRecusal> Recusals,
    IReadOnlyList<RankingTie> Ties);

/// <summary>The settings of a year that concern its result.</summary>
/// <param name="Method">How marks become a score.</param>
/// <param name="Decimals">Digits a score is rounded to, 0 to 6, once, midpoint away from zero.</param>
/// <param name="Quorum">Least number of marks on every judged criterion (criterion means) or of complete sheets (sheet totals); at least 1.</param>
/// <param name="PassMark">Least score to be recognised, in points; null when there is none.</param>
/// <param name="TopCount">How many are marked as the top, 10 by default; 0 for none.</param>
/// <param name="BusinessCap">Most products of one business in the top; null for no limit.</param>
/// <param name="TieChain">Steps that split equal scores, in order: "criteria", "head-to-head", "figure:NAME", "council".</param>
public record RankingRules(
    ScoringMethod Method,
    int Decimals,
    int Quorum,
    decimal? PassMark,
    int TopCount,
    int? BusinessCap,
    IReadOnlyList<string> TieChain);

/// <summary>How marks become a score.</summary>
public enum ScoringMethod
{
    /// <summary>The sum over criteria of the mean over judges. The default.</summary>
    CriterionMeans,

    /// <summary>The mean over judges of a complete sheet's total.</summary>
    SheetTotals,
}

/// <summary>A group of criteria.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Minimum">Least sum of means in it to be recognised; null when there is none.</param>
public record RankingGroup(string Id, Minimum? Minimum = null);

/// <summary>A criterion.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Group">The key of its group.</param>
/// <param name="Max">Highest mark, in points; it is the weight too.</param>
/// <param name="Minimum">Least mean to be recognised; null when there is none.</param>
/// <param name="Figure">For a computed criterion, the declared figure that makes its mark; null for a judged one.</param>
/// <param name="Bands">For a computed criterion, ascending: the band with the largest From not above the figure holds; below the first, 0 points.</param>
public record RankingCriterion(
    string Id,
    string Group,
    decimal Max,
    Minimum? Minimum = null,
    string? Figure = null,
    IReadOnlyList<Band>? Bands = null);

/// <summary>A band of a computed criterion.</summary>
/// <param name="From">Its lower edge, belonging to it, in the figure's unit.</param>
/// <param name="Points">The points it gives.</param>
public sealed record Band(decimal From, decimal Points);

/// <summary>A nomination to be ranked.</summary>
/// <param name="Number">Its registration number in the year.</param>
/// <param name="Business">The key of its business, for the cap.</param>
/// <param name="Eligible">Whether it may be recognised.</param>
/// <param name="Figures">Declared figures by name, money in đồng and US dollars; a missing one is left out.</param>
public record RankingNomination(int Number, string Business, bool Eligible, IReadOnlyDictionary<string, decimal> Figures);

/// <summary>A submitted sheet.</summary>
/// <param name="Nomination">The number of the nomination.</param>
/// <param name="Judge">The key of the judge.</param>
/// <param name="Marks">Marks by criterion; what a judge did not mark is absent, never 0.</param>
public record RankingSheet(int Nomination, string Judge, IReadOnlyDictionary<string, decimal> Marks);

/// <summary>A judge who does not score a nomination.</summary>
public record RankingRecusal(int Nomination, string Judge);

/// <summary>A decision of the council on equal scores.</summary>
/// <param name="Order">Numbers of nominations, best first. It applies to a tied group when it names every member; the last such counts.</param>
public record RankingTie(IReadOnlyList<int> Order);
