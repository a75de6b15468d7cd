namespace KeyProducts.Domain;

/// <summary>How a version of a sheet came in.</summary>
public enum SheetOrigin
{
    /// <summary>Submitted on line by its judge.</summary>
    Online,

    /// <summary>Typed in from paper by one officer and confirmed by another.</summary>
    Paper,

    /// <summary>Changed by its judge after the council discussed the nomination.</summary>
    Discussion,
}

/// <summary>A sheet as it was submitted once. It never changes.</summary>
public sealed class SheetVersion
{
    private readonly List<VersionMark> marks = [];

    private SheetVersion() => By = null!;

    internal SheetVersion(ScoreSheet sheet, int number, Person by, SheetOrigin origin, string? reason, DateTime now)
    {
        SheetId = sheet.Id;
        Number = number;
        By = by.Name;
        Origin = origin;
        Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        Remark = sheet.Remark;
        At = now;
        marks.AddRange(sheet.Marks.Select(mark => new VersionMark(mark.CriterionId, mark.Points, sheet.RemarkOn(mark.CriterionId))));
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the sheet.</summary>
    public Guid SheetId { get; private set; }

    /// <summary>Its number on the sheet, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Who submitted it, with the name of that day.</summary>
    public string By { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>How it came in.</summary>
    public SheetOrigin Origin { get; private set; }

    /// <summary>Why it differs from the version before; null for the first and for the same marks.</summary>
    public string? Reason { get; private set; }

    /// <summary>The remark on the whole sheet.</summary>
    public string? Remark { get; private set; }

    /// <summary>Its marks.</summary>
    public IReadOnlyList<VersionMark> Marks => marks;

    /// <summary>The sum of its marks, in points.</summary>
    public decimal Total => marks.Sum(mark => mark.Points);

    /// <summary>The mark on a criterion; null when there is none.</summary>
    public decimal? On(Guid criterionId) => marks.FirstOrDefault(mark => mark.CriterionId == criterionId)?.Points;

    /// <summary>Whether a sheet says the same.</summary>
    internal bool IsOf(ScoreSheet sheet) => sheet.Marks.Count == marks.Count && marks.All(mark => sheet.On(mark.CriterionId) == mark.Points);
}

/// <summary>A mark of a version.</summary>
public sealed class VersionMark
{
    private VersionMark()
    {
    }

    internal VersionMark(Guid criterionId, decimal points, string? remark)
    {
        CriterionId = criterionId;
        Points = points;
        Remark = remark;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the version.</summary>
    public Guid VersionId { get; private set; }

    /// <summary>The key of the criterion.</summary>
    public Guid CriterionId { get; private set; }

    /// <summary>Points, from 0 to the criterion's maximum.</summary>
    public decimal Points { get; private set; }

    /// <summary>The judge's remark on the criterion.</summary>
    public string? Remark { get; private set; }
}
