namespace KeyProducts.Domain;

/// <summary>
/// A year as its result is made of it: what decides the result, and the names and codes by which people know it. The format "keyproducts-snapshot/1" holds this and the result
/// (docs/snapshot.md). Judges have keys and roles here, never names.
/// </summary>
/// <param name="Year">The year of the award.</param>
/// <param name="Replaces">The SHA-256 of the snapshot that this one corrects, in small hexadecimal letters; null for a first one.</param>
/// <param name="Reason">Why it corrects it; null for a first one.</param>
/// <param name="Rules">How marks become scores and ranks.</param>
/// <param name="Groups">Groups of criteria, in the year's order.</param>
/// <param name="Criteria">Criteria, in the year's order.</param>
/// <param name="Nominations">What is ranked, by number.</param>
/// <param name="Judges">The judges whose sheets count or who recused themselves, by key.</param>
/// <param name="Sheets">The sheets that count, by nomination, then by judge.</param>
/// <param name="Recusals">Pairs whose sheet does not count, by nomination, then by judge.</param>
/// <param name="Ties">The council's decisions on equal scores, oldest first.</param>
public sealed record SnapshotContent(
    int Year,
    string? Replaces,
    string? Reason,
    SnapshotRules Rules,
    IReadOnlyList<SnapshotGroup> Groups,
    IReadOnlyList<SnapshotCriterion> Criteria,
    IReadOnlyList<SnapshotNomination> Nominations,
    IReadOnlyList<SnapshotJudge> Judges,
    IReadOnlyList<SnapshotSheet> Sheets,
    IReadOnlyList<SnapshotRecusal> Recusals,
    IReadOnlyList<SnapshotTie> Ties)
{
    /// <summary>What decides the result.</summary>
    public RankingInput Input => new(Rules, Groups, Criteria, Nominations, Sheets, Recusals, Ties);
}

/// <summary>The settings of a year that concern its result, and those that are recorded with it.</summary>
/// <param name="Method">How marks become a score.</param>
/// <param name="Decimals">Digits a score is rounded to.</param>
/// <param name="Quorum">Least number of marks, or of complete sheets.</param>
/// <param name="PassMark">Least score to be recognised, in points; null when there is none.</param>
/// <param name="TopCount">How many are marked as the top.</param>
/// <param name="BusinessCap">Most products of one business in the top; null for no limit.</param>
/// <param name="TieChain">Steps that split equal scores, in order.</param>
/// <param name="MarkStep">Marks are multiples of this, in points.</param>
/// <param name="SpreadLimit">Totals further apart than this are to be discussed, in points; null for never.</param>
public sealed record SnapshotRules(
    ScoringMethod Method,
    int Decimals,
    int Quorum,
    decimal? PassMark,
    int TopCount,
    int? BusinessCap,
    IReadOnlyList<string> TieChain,
    decimal MarkStep,
    decimal? SpreadLimit) : RankingRules(Method, Decimals, Quorum, PassMark, TopCount, BusinessCap, TieChain);

/// <summary>A group of criteria with its name.</summary>
public sealed record SnapshotGroup(string Id, string Name, Minimum? Minimum = null) : RankingGroup(Id, Minimum);

/// <summary>A criterion with its name; computed when it has a figure, otherwise judged.</summary>
public sealed record SnapshotCriterion(
    string Id,
    string Group,
    string Name,
    decimal Max,
    Minimum? Minimum = null,
    string? Figure = null,
    IReadOnlyList<Band>? Bands = null) : RankingCriterion(Id, Group, Max, Minimum, Figure, Bands);

/// <summary>A nomination with what people know it by.</summary>
/// <param name="Number">Its registration number in the year.</param>
/// <param name="Code">Its code, for instance 2025-014.</param>
/// <param name="Product">The product's name in Vietnamese.</param>
/// <param name="Business">The key of its business: the tax code or, without one, an id.</param>
/// <param name="BusinessName">The business's name in Vietnamese.</param>
/// <param name="Industry">The industry's name in Vietnamese.</param>
/// <param name="Eligible">Whether it may be recognised.</param>
/// <param name="Figures">Declared figures by name, money in đồng and US dollars; a missing one is left out.</param>
public sealed record SnapshotNomination(
    int Number,
    string Code,
    string Product,
    string Business,
    string BusinessName,
    string Industry,
    bool Eligible,
    IReadOnlyDictionary<string, decimal> Figures) : RankingNomination(Number, Business, Eligible, Figures);

/// <summary>A judge without a name.</summary>
/// <param name="Id">The key.</param>
/// <param name="Role">The role on the council, for instance "Chair".</param>
public sealed record SnapshotJudge(string Id, string Role);

/// <summary>A sheet that counts, with the number of its version, from 1.</summary>
public sealed record SnapshotSheet(int Nomination, string Judge, int Version, IReadOnlyDictionary<string, decimal> Marks) : RankingSheet(Nomination, Judge, Marks);

/// <summary>A pair that does not count, with what ties the judge to the business, for instance "Family".</summary>
public sealed record SnapshotRecusal(int Nomination, string Judge, string Kind) : RankingRecusal(Nomination, Judge);

/// <summary>A decision of the council on equal scores, with its reason and the reference to the minutes.</summary>
public sealed record SnapshotTie(IReadOnlyList<int> Order, string Reason, string Minutes) : RankingTie(Order);
