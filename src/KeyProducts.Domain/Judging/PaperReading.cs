namespace KeyProducts.Domain;

/// <summary>What somebody reads on a paper sheet.</summary>
/// <param name="SignedOn">The day that the judge has written on it.</param>
/// <param name="Points">Points by criterion.</param>
/// <param name="Remarks">Remarks by criterion.</param>
/// <param name="Remark">The remark on the whole.</param>
public sealed record PaperReading(DateOnly? SignedOn, IReadOnlyDictionary<Guid, decimal?> Points, IReadOnlyDictionary<Guid, string?> Remarks, string? Remark);

/// <summary>Where two who have read the same paper differ.</summary>
/// <param name="Field">The input it concerns: "SignedOn", "Remark", "Points[…]" or "Remarks[…]".</param>
/// <param name="CriterionId">The criterion; null for the paper as a whole.</param>
/// <param name="First">What the first has read: a decimal, a day or words; null for nothing.</param>
/// <param name="Second">What the second has read.</param>
public sealed record PaperMismatch(string Field, Guid? CriterionId, object? First, object? Second);

/// <summary>A mark on a paper sheet, as it was entered.</summary>
public sealed class PaperMark
{
    private PaperMark()
    {
    }

    internal PaperMark(Guid paperId, Guid criterionId) => (PaperId, CriterionId) = (paperId, criterionId);

    /// <summary>The key of the paper sheet.</summary>
    public Guid PaperId { get; private set; }

    /// <summary>The key of the criterion.</summary>
    public Guid CriterionId { get; private set; }

    /// <summary>Points, from 0 to the criterion's maximum.</summary>
    public decimal Points { get; private set; }

    /// <summary>The remark on the criterion.</summary>
    public string? Remark { get; private set; }

    internal void Set(decimal points, string? remark) => (Points, Remark) = (points, remark);
}
