using KeyProducts.Domain;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>A criterion on the sheet with its mark.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Name">The name of its input.</param>
/// <param name="Id">The key of its input in the page.</param>
/// <param name="Typed">What stands in the input.</param>
/// <param name="Stored">The stored mark.</param>
/// <param name="Step">The year's step between marks.</param>
/// <param name="IsForm">Whether the mark can be typed.</param>
/// <param name="Differs">Whether another window has stored something else.</param>
/// <param name="Error">What is wrong with it.</param>
/// <param name="IsMissing">Whether it is pointed out because it has no mark.</param>
public sealed record CriterionView(
    Criterion Criterion, string Name, string Id, string Typed, decimal? Stored, decimal Step, bool IsForm, bool Differs, string? Error, bool IsMissing)
{
    /// <summary>The evidence that belongs to it.</summary>
    public IReadOnlyList<EvidenceLink> Evidence { get; init; } = [];
}
