namespace KeyProducts.Domain;

/// <summary>A file is no snapshot, or cannot be ranked.</summary>
/// <param name="place">Where in the file: "$" for the whole, "$.sheets[3].marks.c2" for a part of it.</param>
/// <param name="said">What is wrong there: an English sentence, the key of its translation.</param>
public sealed class SnapshotException(string place, SnapshotPhrase said) : Exception(place == "$" ? $"{said}" : $"{place}: {said}")
{
    /// <summary>Where in the file.</summary>
    public string Place { get; } = place;

    /// <summary>What is wrong there.</summary>
    public SnapshotPhrase Said { get; } = said;
}
