namespace KeyProducts.Domain;

/// <summary>A step of the year's tie chain as it went between two nominations with the same score.</summary>
/// <param name="Name">The step, as the chain names it.</param>
/// <param name="Group">The nominations that were still equal when it came to this step, by number.</param>
/// <param name="Decided">Whether it put one of the two above the other; the chain ends there for them.</param>
public abstract record TieStep(string Name, IReadOnlyList<int> Group, bool Decided);

/// <summary>The means on single criteria, the largest maximum first.</summary>
/// <param name="Name">The step.</param>
/// <param name="Group">Those still equal.</param>
/// <param name="Criterion">The first criterion on which the two differ; null when there is none.</param>
/// <param name="Own">The mean of the one explained; 0 without a criterion.</param>
/// <param name="Other">The mean of the other; 0 without a criterion.</param>
public sealed record CriteriaStep(string Name, IReadOnlyList<int> Group, string? Criterion, decimal Own, decimal Other) : TieStep(Name, Group, Criterion is not null);

/// <summary>Two nominations compared by the judges who marked both.</summary>
/// <param name="First">The number of the one.</param>
/// <param name="Second">The number of the other.</param>
/// <param name="ForFirst">Judges who gave the first more.</param>
/// <param name="ForSecond">Judges who gave the second more.</param>
/// <param name="Even">Judges who marked the same criterion on both and gave as much.</param>
public sealed record ComparedPair(int First, int Second, int ForFirst, int ForSecond, int Even)
{
    /// <summary>What the pair gives the first: 1, ½ or 0.</summary>
    public decimal Points => ForFirst > ForSecond ? 1m : ForFirst == ForSecond ? 0.5m : 0m;
}

/// <summary>The comparison judge by judge.</summary>
/// <param name="Name">The step.</param>
/// <param name="Group">Those still equal.</param>
/// <param name="Pairs">The one explained against every other of the group, then the other against every one; the pair of the two comes once.</param>
/// <param name="Own">The points of the one explained.</param>
/// <param name="Other">The points of the other.</param>
public sealed record HeadToHeadStep(string Name, IReadOnlyList<int> Group, IReadOnlyList<ComparedPair> Pairs, decimal Own, decimal Other) : TieStep(Name, Group, Own != Other);

/// <summary>A declared figure, larger first, a missing one last.</summary>
/// <param name="Name">The step.</param>
/// <param name="Group">Those still equal.</param>
/// <param name="Own">The figure of the one explained; null when it is missing.</param>
/// <param name="Other">The figure of the other; null when it is missing.</param>
public sealed record FigureStep(string Name, IReadOnlyList<int> Group, decimal? Own, decimal? Other) : TieStep(Name, Group, Own != Other);

/// <summary>The council's decision.</summary>
/// <param name="Name">The step.</param>
/// <param name="Group">Those still equal.</param>
/// <param name="Decision">Which of the input's decisions applies, from 0; null when none names the whole group.</param>
public sealed record CouncilStep(string Name, IReadOnlyList<int> Group, int? Decision) : TieStep(Name, Group, Decision is not null);
