namespace KeyProducts.Domain;

/// <summary>Collects where a file is not as it must be.</summary>
internal sealed class SnapshotProblems
{
    const int MostKept = 1_000;

    readonly List<SnapshotDifference> kept = [];
    readonly HashSet<string> places = new(StringComparer.Ordinal);

    /// <summary>The first of them.</summary>
    public IReadOnlyList<SnapshotDifference> Kept => kept;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether one of them leaves no year that could be ranked.</summary>
    public bool Block { get; private set; }

    /// <summary>A value that a year cannot have.</summary>
    public void Add(SnapshotNode node, SnapshotPhrase expected)
    {
        Block = true;
        Add(node.Place, SnapshotPhrase.Value(CanonicalJson.Short(node)), expected);
    }

    /// <summary>Something missing that the year needs.</summary>
    public void AddMissing(string place, SnapshotPhrase expected)
    {
        Block = true;
        Add(place, SnapshotWords.Nothing(), expected);
    }

    /// <summary>Something that is not as the format has it; a place has one of these.</summary>
    public void Add(string place, SnapshotPhrase found, SnapshotPhrase expected)
    {
        if (!places.Add(place))
            return;
        Count++;
        if (kept.Count < MostKept)
            kept.Add(new SnapshotDifference(place, found, expected));
    }
}
