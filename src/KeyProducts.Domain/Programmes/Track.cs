namespace KeyProducts.Domain;

/// <summary>A declared figure that a track's gate looks at.</summary>
public enum GateFigure
{
    /// <summary>No gate in figures: judged in words.</summary>
    None,

    /// <summary>Revenue of the data year, in đồng.</summary>
    Revenue,

    /// <summary>Export of the data year, in US dollars.</summary>
    Export,
}

/// <summary>A way for a product to be eligible in a year, for instance "handicraft, export of at least 1 million US dollars".</summary>
public sealed class Track
{
    private readonly List<ChecklistItem> checklist = [];

    private Track() => Name = null!;

    internal Track(int order, BilingualName name, GateFigure figure, decimal? atLeast)
    {
        Order = order;
        Name = name;
        Figure = figure;
        AtLeast = atLeast;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of its programme.</summary>
    public Guid ProgrammeId { get; private set; }

    /// <summary>Its place in the year's list, from 1.</summary>
    public int Order { get; private set; }

    /// <summary>Its name.</summary>
    public BilingualName Name { get; private set; }

    /// <summary>The figure its gate looks at.</summary>
    public GateFigure Figure { get; private set; }

    /// <summary>The least the figure must be, in đồng or US dollars; null without a gate.</summary>
    public decimal? AtLeast { get; private set; }

    /// <summary>What officers look for in its dossiers, in order.</summary>
    public IReadOnlyList<ChecklistItem> Checklist => [.. checklist.OrderBy(item => item.Order)];

    /// <summary>Whether declared figures pass the gate; null when the figure it needs is missing.</summary>
    public bool? IsMetBy(long? revenueInDong, decimal? exportInDollars) => Figure switch
    {
        GateFigure.Revenue => revenueInDong is null ? null : revenueInDong >= AtLeast,
        GateFigure.Export => exportInDollars is null ? null : exportInDollars >= AtLeast,
        _ => true,
    };

    internal void Change(BilingualName name, GateFigure figure, decimal? atLeast)
    {
        Name = name;
        Figure = figure;
        AtLeast = atLeast;
    }

    internal ChecklistItem Add(BilingualName name, bool isRequired)
    {
        var item = new ChecklistItem(checklist.Count == 0 ? 1 : checklist.Max(one => one.Order) + 1, name, isRequired);
        checklist.Add(item);
        return item;
    }

    internal void Remove(ChecklistItem item) => checklist.Remove(item);
}
