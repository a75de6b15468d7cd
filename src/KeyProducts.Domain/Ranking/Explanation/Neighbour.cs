namespace KeyProducts.Domain;

/// <summary>What separates a nomination from another.</summary>
/// <param name="Number">The other.</param>
/// <param name="Rank">Its rank.</param>
/// <param name="Score">Its score.</param>
/// <param name="Difference">The score of the one explained less that of the other.</param>
/// <param name="Criteria">The same for each criterion's mean, in the year's order.</param>
/// <param name="Steps">The tie chain up to the step that decided, when the scores are equal; otherwise nothing.</param>
public sealed record Neighbour(int Number, int Rank, decimal Score, decimal Difference, IReadOnlyList<CriterionDifference> Criteria, IReadOnlyList<TieStep> Steps)
{
    /// <summary>What the differences of rounded means leave to the difference of rounded scores; 0 more often than not.</summary>
    public decimal Rounding => Difference - Criteria.Sum(criterion => criterion.Difference);

    /// <summary>The step that put one above the other; null when another score did, or nothing.</summary>
    public TieStep? Decisive => Steps.LastOrDefault(step => step.Decided);
}

/// <summary>The means of two nominations on a criterion.</summary>
/// <param name="Id">The key of the criterion.</param>
/// <param name="Own">The mean of the one explained.</param>
/// <param name="Other">The mean of the other.</param>
public sealed record CriterionDifference(string Id, decimal Own, decimal Other)
{
    /// <summary>Own less other.</summary>
    public decimal Difference => Own - Other;
}
