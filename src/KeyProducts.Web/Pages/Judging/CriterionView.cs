using KeyProducts.Domain;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>A criterion on the sheet with its mark and its remark.</summary>
/// <param name="Place">Its place in the year's list, from 1.</param>
/// <param name="Criterion">The criterion.</param>
/// <param name="Mark">The field of its mark.</param>
/// <param name="Remark">The field of its remark.</param>
/// <param name="Step">The year's step between marks.</param>
/// <param name="IsForm">Whether it can be typed.</param>
/// <param name="IsMissing">Whether it is pointed out because it has no mark.</param>
public sealed record CriterionView(int Place, Criterion Criterion, FieldView Mark, FieldView Remark, decimal Step, bool IsForm, bool IsMissing)
{
    /// <summary>The evidence that belongs to it.</summary>
    public IReadOnlyList<EvidenceLink> Evidence { get; init; } = [];
}

/// <summary>A field of the sheet: a mark, a remark on a criterion or the remark on the whole.</summary>
/// <param name="Name">The name of its input.</param>
/// <param name="IsMark">Whether it is a mark.</param>
/// <param name="Typed">What stands in it.</param>
/// <param name="Seen">What is stored, as its writer sees it.</param>
/// <param name="Error">Why it was not saved; null when nothing is wrong.</param>
/// <param name="Stored">What another window has stored, for the writer to choose; null when there is no choice to make.</param>
public sealed record FieldView(string Name, bool IsMark, string Typed, string Seen, string? Error = null, string? Stored = null)
{
    /// <summary>The key of its input in the page.</summary>
    public string Id { get; } = Microsoft.AspNetCore.Mvc.Rendering.TagBuilder.CreateSanitizedId(Name, "-")!;

    /// <summary>The name of the hidden input that says what its writer saw.</summary>
    public string SeenName => Name.Replace("Input.", "Input.Seen", StringComparison.Ordinal);

    /// <summary>The name of the choice between two values.</summary>
    public string ChoiceName => $"Input.Choices[{Id}]";
}
