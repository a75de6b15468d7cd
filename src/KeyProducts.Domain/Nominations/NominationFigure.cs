namespace KeyProducts.Domain;

/// <summary>What a declared figure is of.</summary>
public enum FigureBase
{
    /// <summary>The nominated product alone.</summary>
    Product,

    /// <summary>The whole business.</summary>
    Business,
}

/// <summary>Figures of a data year on a base; null where not declared.</summary>
/// <param name="Revenue">In đồng.</param>
/// <param name="ExportCents">In US cents.</param>
/// <param name="Employees">Persons employed by the business; only on the base of the business.</param>
public sealed record FigureContent(long? Revenue, long? ExportCents, int? Employees = null)
{
    /// <summary>Nothing declared.</summary>
    public static readonly FigureContent None = new(null, null);
}

/// <summary>Figures that a dossier declares for a data year.</summary>
public sealed class NominationFigure
{
    private NominationFigure()
    {
    }

    internal NominationFigure(int dataYear, FigureBase basis, FigureContent content)
    {
        DataYear = dataYear;
        Base = basis;
        Set(content);
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

    /// <summary>Persons employed; only on the base of the business.</summary>
    public int? Employees { get; private set; }

    /// <summary>The figures.</summary>
    public FigureContent Content => new(Revenue, ExportCents, Employees);

    internal void Set(FigureContent content) => (Revenue, ExportCents, Employees) = (content.Revenue, content.ExportCents, content.Employees);
}
