namespace KeyProducts.Domain;

/// <summary>An industry of a year; each nomination belongs to one.</summary>
public sealed class Industry
{
    private Industry() => Name = null!;

    internal Industry(int order, BilingualName name)
    {
        Order = order;
        Name = name;
    }

    /// <summary>Its key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The key of its programme.</summary>
    public Guid ProgrammeId { get; private set; }

    /// <summary>Its place in the year's list, from 1.</summary>
    public int Order { get; private set; }

    /// <summary>Its name.</summary>
    public BilingualName Name { get; private set; }

    internal void Rename(BilingualName name) => Name = name;
}
