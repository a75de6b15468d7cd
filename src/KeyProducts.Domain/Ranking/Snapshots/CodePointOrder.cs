namespace KeyProducts.Domain;

/// <summary>
/// The order of texts by code points, which is that of their UTF-8 bytes and of most languages. An ordinal comparison in .NET is of UTF-16, where an emoji (U+1F600, written with
/// surrogates from U+D800) would stand before U+FF21.
/// </summary>
internal sealed class CodePointOrder : IComparer<string>
{
    public static CodePointOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var a = x.AsSpan();
        var b = y.AsSpan();
        var same = a.CommonPrefixLength(b);
        if (same == a.Length || same == b.Length)
            return a.Length.CompareTo(b.Length);
        var (first, second) = (a[same], b[same]);
        return char.IsSurrogate(first) == char.IsSurrogate(second) ? first.CompareTo(second) : char.IsSurrogate(first) ? 1 : -1;
    }
}
