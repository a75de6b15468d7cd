namespace KeyProducts.Domain;

/// <summary>A mark (điểm) on a criterion.</summary>
public sealed class Mark
{
    private Mark()
    {
    }

    internal Mark(Guid criterionId, decimal points, DateTime now)
    {
        CriterionId = criterionId;
        Set(points, now);
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the sheet.</summary>
    public Guid SheetId { get; private set; }

    /// <summary>The key of the criterion.</summary>
    public Guid CriterionId { get; private set; }

    /// <summary>Points, from 0 to the criterion's maximum.</summary>
    public decimal Points { get; private set; }

    /// <summary>When it was given, UTC.</summary>
    public DateTime GivenAt { get; private set; }

    internal void Set(decimal points, DateTime now)
    {
        Points = points;
        GivenAt = now;
    }
}

/// <summary>A judge's remark on a criterion.</summary>
public sealed class CriterionRemark
{
    private CriterionRemark() => Text = null!;

    internal CriterionRemark(Guid criterionId, string text)
    {
        CriterionId = criterionId;
        Text = text;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of the sheet.</summary>
    public Guid SheetId { get; private set; }

    /// <summary>The key of the criterion.</summary>
    public Guid CriterionId { get; private set; }

    /// <summary>What the judge says.</summary>
    public string Text { get; private set; }

    internal void Set(string text) => Text = text;
}
