namespace KeyProducts.Domain;

/// <summary>A mark that counts.</summary>
/// <param name="Judge">The key of the judge.</param>
/// <param name="Points">The mark.</param>
public sealed record ExplainedMark(string Judge, decimal Points);

/// <summary>How a computed criterion came to its points.</summary>
/// <param name="Name">The name of the figure.</param>
/// <param name="Declared">The figure; null when it is missing.</param>
/// <param name="Band">The band that holds; null when the figure is missing or below the first.</param>
/// <param name="Next">The band above; null when there is none.</param>
public sealed record ExplainedFigure(string Name, decimal? Declared, Band? Band, Band? Next);

/// <summary>A criterion of one nomination with its numbers filled in.</summary>
/// <param name="Id">The key of the criterion.</param>
/// <param name="Max">Its maximum.</param>
/// <param name="Marks">The marks that count, by judge; none for a computed criterion.</param>
/// <param name="Sum">Their sum; the points of a computed criterion.</param>
/// <param name="Score">The official figures; null when the nomination has no score.</param>
/// <param name="Figure">For a computed criterion, the figure and its band; null for a judged one.</param>
public sealed record ExplainedCriterion(string Id, decimal Max, IReadOnlyList<ExplainedMark> Marks, decimal Sum, CriterionScore? Score, ExplainedFigure? Figure)
{
    /// <summary>The mean before it is rounded; null when no mark counts and none is computed.</summary>
    public ExactPoints? Exact => Figure is null && Marks.Count == 0 ? null : new ExactPoints(Mean);

    /// <summary>The mean as it enters sums; 0 when no mark counts.</summary>
    internal Fraction Mean => Fraction.Mean((long)(Sum * Fraction.Million), Math.Max(Marks.Count, 1));

    /// <summary>Highest less lowest mark; null without marks.</summary>
    public decimal? Spread => Marks.Count == 0 ? null : Marks.Max(mark => mark.Points) - Marks.Min(mark => mark.Points);
}

/// <summary>A group of criteria of one nomination.</summary>
/// <param name="Id">The key of the group.</param>
/// <param name="Max">The maxima of its criteria together.</param>
/// <param name="Exact">The sum of the exact means; null when the nomination has no score.</param>
/// <param name="Score">The official figure; null when the nomination has no score.</param>
public sealed record ExplainedGroup(string Id, decimal Max, ExactPoints? Exact, GroupScore? Score);

/// <summary>What a sheet has to do with the score.</summary>
public enum SheetUse
{
    /// <summary>Its marks count.</summary>
    Counts,

    /// <summary>It lacks a mark, and the year's method counts complete sheets only.</summary>
    Incomplete,

    /// <summary>The judge does not score this product.</summary>
    Recused,
}

/// <summary>A judge who gave marks to a nomination, or who does not score it.</summary>
/// <param name="Judge">The key of the judge.</param>
/// <param name="Use">What the sheet has to do with the score.</param>
/// <param name="Total">The sum of its marks on judged criteria; null when it holds none.</param>
/// <param name="Marked">How many judged criteria it marks.</param>
public sealed record ExplainedSheet(string Judge, SheetUse Use, decimal? Total, int Marked);

/// <summary>A condition of recognition and how far a nomination is from it.</summary>
/// <param name="Criterion">The key of the criterion; null for a group or the pass mark.</param>
/// <param name="Group">The key of the group; null for a criterion or the pass mark.</param>
/// <param name="Required">The least, in points, not rounded.</param>
/// <param name="Reached">The figure held against it, rounded.</param>
public sealed record ExplainedMinimum(string? Criterion, string? Group, decimal Required, decimal Reached)
{
    /// <summary>How far it is above; negative below.</summary>
    public decimal Distance => Reached - Required;

    /// <summary>Whether it is reached.</summary>
    public bool IsMet => Reached >= Required;
}
