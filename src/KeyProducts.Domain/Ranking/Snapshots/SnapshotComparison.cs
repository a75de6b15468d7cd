using System.Text.Json;

namespace KeyProducts.Domain;

/// <summary>Compares a file with what it must be, value by value.</summary>
internal static class SnapshotComparison
{
    /// <summary>Adds where two values differ.</summary>
    public static void Compare(SnapshotNode found, SnapshotNode expected, SnapshotProblems problems)
    {
        if (found.Kind == expected.Kind && found.Kind == JsonValueKind.Object)
            CompareMembers(found, expected, problems);
        else if (found.Kind == expected.Kind && found.Kind == JsonValueKind.Array)
            CompareItems(found, expected, problems);
        else if (found.Kind != expected.Kind || found.Value != expected.Value)
            Differ(found, expected, problems);
    }

    /// <summary>Adds the place of the first byte that differs, in a file whose values are all as they must be.</summary>
    public static void CompareBytes(ReadOnlySpan<byte> found, ReadOnlySpan<byte> expected, SnapshotNode root, SnapshotProblems problems)
    {
        var first = found.CommonPrefixLength(expected);
        if (first == found.Length)
            return;
        if (SnapshotParser.HasByteOrderMark(found))
            problems.Add("$", SnapshotWords.ByteOrderMark(), SnapshotWords.Nothing());
        else if (found[first] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            problems.Add(At(root, first).Place, SnapshotWords.WhiteSpace(first), SnapshotWords.NoWhiteSpace());
        else
            problems.Add(At(root, first).Place, SnapshotWords.Bytes(Excerpt(found[first..]), first), SnapshotWords.Bytes(Excerpt(expected[first..]), first));
    }

    static void CompareMembers(SnapshotNode found, SnapshotNode expected, SnapshotProblems problems)
    {
        var stand = new Dictionary<string, SnapshotNode>(StringComparer.Ordinal);
        foreach (var member in found.Children)
        {
            if (!stand.TryAdd(member.Name!, member))
                problems.Add(member.Place, SnapshotWords.Again(), SnapshotWords.Nothing());
        }

        foreach (var member in expected.Children)
        {
            if (stand.Remove(member.Name!, out var other))
                Compare(other, member, problems);
            else
                problems.Add(found.PlaceOf(member.Name!), SnapshotWords.Nothing(), Value(member));
        }

        // Left over: a member that the format does not have, or one that must not be set here.
        foreach (var added in stand.Values)
            problems.Add(added.Place, Value(added), SnapshotWords.Nothing());

        for (var m = 1; m < found.Children.Count; m++)
        {
            var (before, member) = (found.Children[m - 1], found.Children[m]);
            if (CodePointOrder.Instance.Compare(before.Name, member.Name) > 0)
            {
                var name = CanonicalJson.OnOneLine(before.Name!);
                problems.Add(member.Place, SnapshotWords.After(name), SnapshotWords.Before(name));
                break;
            }
        }
    }

    static void CompareItems(SnapshotNode found, SnapshotNode expected, SnapshotProblems problems)
    {
        var (stand, must) = (Keyed(found), Keyed(expected));
        if (stand is null || must is null)
        {
            for (var i = 0; i < Math.Max(found.Children.Count, expected.Children.Count); i++)
                CompareItem(found, expected, i, i, problems);
            return;
        }

        var isOrderTold = false;
        foreach (var (key, item) in must)
        {
            if (stand.TryGetValue(key, out var other))
                Compare(other, item, problems);
            else
                CompareItem(found, expected, item.Index < found.Children.Count && !must.ContainsKey(KeyOf(found.Children[item.Index])!) ? item.Index : -1, item.Index, problems);
        }

        var inOrder = must.Keys.Where(stand.ContainsKey).GetEnumerator();
        foreach (var (key, item) in stand)
        {
            if (!must.ContainsKey(key))
            {
                if (item.Index >= expected.Children.Count || stand.ContainsKey(KeyOf(expected.Children[item.Index])!))
                    problems.Add(item.Place, Value(item), SnapshotWords.Nothing());
            }
            else if (inOrder.MoveNext() && inOrder.Current != key && !isOrderTold)
            {
                problems.Add(item.Place, Here(key), Here(inOrder.Current));
                isOrderTold = true;
            }
        }
    }

    // A place of -1 stands for none.
    static void CompareItem(SnapshotNode found, SnapshotNode expected, int at, int mustBeAt, SnapshotProblems problems)
    {
        if (at >= expected.Children.Count)
            problems.Add(found.Children[at].Place, Value(found.Children[at]), SnapshotWords.Nothing());
        else if (at < 0 || at >= found.Children.Count)
            problems.Add(found.PlaceOf(mustBeAt), SnapshotWords.Nothing(), Value(expected.Children[mustBeAt]));
        else
            Compare(found.Children[at], expected.Children[mustBeAt], problems);
    }

    /// <summary>Items by what identifies them, in their order; null where they have no such thing, or two have the same.</summary>
    static OrderedDictionary<string, SnapshotNode>? Keyed(SnapshotNode list)
    {
        var keyed = new OrderedDictionary<string, SnapshotNode>(StringComparer.Ordinal);
        return list.Children.TrueForAll(item => KeyOf(item) is { } key && keyed.TryAdd(key, item)) ? keyed : null;
    }

    static string? KeyOf(SnapshotNode item) =>
        item.Kind != JsonValueKind.Object ? null
        : (item.Member("number") ?? item.Member("id")) is { } key ? Key(key)
        : item.Member("nomination") is { } nomination && item.Member("judge") is { } judge ? $"{Key(nomination)}, {Key(judge)}"
        : null;

    static string Key(SnapshotNode node) => node.Kind == JsonValueKind.String ? SnapshotNode.Composed(node.Value) : node.Value;

    static SnapshotPhrase Here(string key) => SnapshotWords.Here(CanonicalJson.OnOneLine(key));

    static void Differ(SnapshotNode found, SnapshotNode expected, SnapshotProblems problems)
    {
        if (found.Kind == JsonValueKind.String && expected.Kind == JsonValueKind.String && SnapshotNode.Composed(found.Value) == expected.Value)
            problems.Add(found.Place, SnapshotWords.NotComposed(CanonicalJson.Short(found)), SnapshotWords.Composed());
        else
            problems.Add(found.Place, Value(found), Value(expected));
    }

    static SnapshotPhrase Value(SnapshotNode node) => SnapshotPhrase.Value(CanonicalJson.Short(node));

    /// <summary>The innermost value that a byte belongs to.</summary>
    static SnapshotNode At(SnapshotNode node, int bytePlace) =>
        node.Children.Find(child => child.Start <= bytePlace && bytePlace < child.End) is { } inner ? At(inner, bytePlace) : node;

    static string Excerpt(ReadOnlySpan<byte> bytes) => CanonicalJson.OnOneLine(System.Text.Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 24)]));
}
