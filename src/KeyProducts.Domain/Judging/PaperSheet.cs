namespace KeyProducts.Domain;

/// <summary>A sheet that a judge has filled in on paper, typed in by one officer and confirmed by another.</summary>
public sealed class PaperSheet
{
    private readonly List<PaperMark> marks = [];

    private PaperSheet() => ScanName = ScanSha256 = ScanContentType = null!;

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the nomination.</summary>
    public Guid NominationId { get; private set; }

    /// <summary>The key of the judge.</summary>
    public Guid JudgeId { get; private set; }

    /// <summary>The day beside the judge's signature.</summary>
    public DateOnly SignedOn { get; private set; }

    /// <summary>The remark on the whole sheet.</summary>
    public string? Remark { get; private set; }

    /// <summary>Its marks.</summary>
    public IReadOnlyList<PaperMark> Marks => marks;

    /// <summary>The name of the scan.</summary>
    public string ScanName { get; private set; }

    /// <summary>SHA-256 of the scan.</summary>
    public string ScanSha256 { get; private set; }

    /// <summary>Bytes of the scan.</summary>
    public long ScanSize { get; private set; }

    /// <summary>What the scan is by its content.</summary>
    public string ScanContentType { get; private set; }

    /// <summary>Who typed it in.</summary>
    public Person EnteredBy { get; private set; } = new(Guid.Empty, "");

    /// <summary>When, UTC.</summary>
    public DateTime EnteredAt { get; private set; }

    /// <summary>Who confirmed it.</summary>
    public Person? ConfirmedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>Who sent it back.</summary>
    public Person? ReturnedBy { get; private set; }

    /// <summary>Why.</summary>
    public string? ReturnedReason { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? ReturnedAt { get; private set; }

    /// <summary>Who set it aside.</summary>
    public Person? SetAsideBy { get; private set; }

    /// <summary>Why.</summary>
    public string? SetAsideReason { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime? SetAsideAt { get; private set; }
}

/// <summary>A mark of a paper sheet.</summary>
public sealed class PaperMark
{
    private PaperMark()
    {
    }

    /// <summary>The key of the paper sheet.</summary>
    public Guid PaperId { get; private set; }

    /// <summary>The key of the criterion.</summary>
    public Guid CriterionId { get; private set; }

    /// <summary>Points.</summary>
    public decimal Points { get; private set; }

    /// <summary>The remark beside it.</summary>
    public string? Remark { get; private set; }
}
