namespace KeyProducts.Web.Audit;

/// <summary>
/// The end of the history's chain, one row: how far it reaches, the hash of its last entry, and a seal over both that only the program
/// can make. Without it, entries taken off the end would not be missed.
/// </summary>
public sealed class AuditHead
{
    private AuditHead() => Hash = Seal = null!;

    /// <summary>A chain that begins.</summary>
    /// <param name="sequence">The number of its last entry; 0 for none.</param>
    /// <param name="hash">The hash of that entry.</param>
    /// <param name="seal">The seal over both.</param>
    /// <param name="begunAt">When it began, UTC.</param>
    public AuditHead(long sequence, string hash, string seal, DateTime begunAt)
    {
        Sequence = BegunWith = sequence;
        Hash = hash;
        Seal = seal;
        BegunAt = begunAt;
    }

    /// <summary>There is one only.</summary>
    public int Id { get; private set; } = 1;

    /// <summary>The number of the last entry.</summary>
    public long Sequence { get; private set; }

    /// <summary>The hash of the last entry.</summary>
    public string Hash { get; private set; }

    /// <summary>Number and hash under the program's own key, which is not in the database.</summary>
    public string Seal { get; private set; }

    /// <summary>Since when entries are chained as they are written, UTC.</summary>
    public DateTime BegunAt { get; private set; }

    /// <summary>How many older entries were chained at that moment: what had been done to them before cannot be told.</summary>
    public long BegunWith { get; private set; }
}
