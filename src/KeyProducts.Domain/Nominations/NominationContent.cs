namespace KeyProducts.Domain;

/// <summary>What a dossier says of its product.</summary>
/// <param name="Product">The product's name.</param>
/// <param name="Description">What it is; may be empty.</param>
/// <param name="IndustryId">One of the year's industries.</param>
/// <param name="TrackId">One of the year's eligibility tracks.</param>
/// <param name="RenewsYear">The year of an earlier recognition that it renews; null for the first time.</param>
public sealed record NominationContent(BilingualName Product, string? Description, Guid IndustryId, Guid TrackId, int? RenewsYear);

/// <summary>Where a nomination stands.</summary>
public enum NominationStatus
{
    /// <summary>Entered in the register; being checked.</summary>
    Registered,

    /// <summary>Its product may be scored.</summary>
    Accepted,

    /// <summary>It does not meet the conditions.</summary>
    Rejected,

    /// <summary>The business has taken it back.</summary>
    Withdrawn,
}

/// <summary>What a declared figure is of.</summary>
public enum FigureBase
{
    /// <summary>The nominated product alone.</summary>
    Product,

    /// <summary>The whole business.</summary>
    Business,
}

/// <summary>Figures that a dossier declares for a data year.</summary>
public sealed class NominationFigure
{
    private NominationFigure()
    {
    }

    internal NominationFigure(int dataYear, FigureBase basis, long? revenue, long? exportCents)
    {
        DataYear = dataYear;
        Base = basis;
        Set(revenue, exportCents);
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of its nomination.</summary>
    public Guid NominationId { get; private set; }

    /// <summary>The year the figures are of.</summary>
    public int DataYear { get; private set; }

    /// <summary>What they are of.</summary>
    public FigureBase Base { get; private set; }

    /// <summary>Revenue, in đồng.</summary>
    public long? Revenue { get; private set; }

    /// <summary>Export, in US cents.</summary>
    public long? ExportCents { get; private set; }

    internal void Set(long? revenue, long? exportCents)
    {
        Revenue = revenue;
        ExportCents = exportCents;
    }
}
