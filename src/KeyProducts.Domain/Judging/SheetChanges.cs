namespace KeyProducts.Domain;

/// <summary>A change of one value against what its writer saw.</summary>
/// <param name="Seen">What was stored when the writer saw it.</param>
/// <param name="Value">What they typed.</param>
public sealed record Change<T>(T Seen, T Value);

/// <summary>What a judge changes on a sheet; what is not named stays as it is.</summary>
/// <param name="Marks">Points by criterion; null takes a mark away.</param>
public sealed record SheetChanges(IReadOnlyDictionary<Guid, Change<decimal?>> Marks)
{
    /// <summary>Remarks by criterion; empty takes one away.</summary>
    public IReadOnlyDictionary<Guid, Change<string?>> Remarks { get; init; } = new Dictionary<Guid, Change<string?>>();

    /// <summary>The remark on the whole sheet; null when it is not named.</summary>
    public Change<string?>? Remark { get; init; }
}

/// <summary>A value that was not saved, because another window has stored something else since its writer saw it.</summary>
/// <param name="CriterionId">The criterion; null for the remark on the whole sheet.</param>
public abstract record SheetConflict(Guid? CriterionId);

/// <summary>A mark that was not saved.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Stored">Points stored.</param>
/// <param name="Typed">Points typed.</param>
public sealed record MarkConflict(Guid Criterion, decimal? Stored, decimal? Typed) : SheetConflict(Criterion);

/// <summary>A remark that was not saved.</summary>
/// <param name="CriterionId">The criterion; null for the remark on the whole sheet.</param>
/// <param name="Stored">The words stored.</param>
/// <param name="Typed">The words typed.</param>
public sealed record RemarkConflict(Guid? CriterionId, string? Stored, string? Typed) : SheetConflict(CriterionId);

/// <summary>Works on changes.</summary>
internal static class Changes
{
    /// <summary>Without white space around, and null for nothing.</summary>
    public static Change<string?> Trimmed(this Change<string?> change) => new(Trimmed(change.Seen), Trimmed(change.Value));

    // A browser sends lines ending with CR LF whatever was stored.
    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
}
