using System.Globalization;

namespace KeyProducts.Domain;

/// <summary>A place where a file is not what it must be.</summary>
/// <param name="Place">The place, for instance "$.result.ranked[4].score".</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What must stand there: by the format, or by the ranking computed anew.</param>
public sealed record SnapshotDifference(string Place, SnapshotPhrase Found, SnapshotPhrase Expected)
{
    /// <summary>One line, for a shell.</summary>
    public override string ToString() => $"{Place}: found {Found}, expected {Expected}";
}

/// <summary>Words about a file, in English, the key of their translation; or a value of the file as it stands in JSON.</summary>
/// <param name="Words">The words, with placeholders {0}, {1} … for <paramref name="Arguments"/>.</param>
/// <param name="Arguments">What fills the placeholders.</param>
public sealed record SnapshotPhrase(string Words, params object[] Arguments)
{
    private const string ValueAlone = "{0}";

    /// <summary>A value of the file, short and on one line.</summary>
    public static SnapshotPhrase Value(string json) => new(ValueAlone, json);

    /// <summary>Whether it is a value alone, which nobody translates.</summary>
    public bool IsValue => Words == ValueAlone;

    /// <summary>The words in English, filled.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Words, Arguments);
}
