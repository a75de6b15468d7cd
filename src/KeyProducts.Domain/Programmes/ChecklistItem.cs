namespace KeyProducts.Domain;

/// <summary>Something that an officer looks for in every dossier of a track, for instance "report on the environment, signed".</summary>
public sealed class ChecklistItem
{
    private ChecklistItem() => Name = null!;

    internal ChecklistItem(int order, BilingualName name, bool isRequired)
    {
        Order = order;
        Name = name;
        IsRequired = isRequired;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of its track.</summary>
    public Guid TrackId { get; private set; }

    /// <summary>Its place in the track's list, from 1.</summary>
    public int Order { get; private set; }

    /// <summary>What is looked for.</summary>
    public BilingualName Name { get; private set; }

    /// <summary>Whether a dossier is accepted without it only for a reason.</summary>
    public bool IsRequired { get; private set; }

    internal void Change(BilingualName name, bool isRequired)
    {
        Name = name;
        IsRequired = isRequired;
    }
}
