using System.Text;
using System.Text.Json;

namespace KeyProducts.Domain;

/// <summary>
/// Reads the bytes of a file into values, keeping everything: the order and the repetition of members, numbers as they are written, the place of each value. Larger or deeper than any
/// year is refused before it costs memory.
/// </summary>
internal sealed class SnapshotParser
{
    const int MostValues = 2_000_000;
    const int Deepest = 16;

    static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    readonly Stack<SnapshotNode> open = new();
    // Most names and many texts of a file are the same few.
    readonly HashSet<string> texts = new(StringComparer.Ordinal);
    readonly int offset;
    SnapshotNode? root;
    string? name;
    int nameStart;
    int values;

    SnapshotParser(int offset) => this.offset = offset;

    /// <summary>Whether a file begins with the mark that some programs put before UTF-8.</summary>
    public static bool HasByteOrderMark(ReadOnlySpan<byte> file) => file.StartsWith(ByteOrderMark);

    /// <exception cref="SnapshotException">The file is no JSON, or too large.</exception>
    public static SnapshotNode Parse(ReadOnlySpan<byte> file)
    {
        if (file.Length > SnapshotFormat.MostMegabytes << 20)
            throw new SnapshotException("$", SnapshotWords.TooLarge(SnapshotFormat.MostMegabytes));
        var offset = HasByteOrderMark(file) ? ByteOrderMark.Length : 0;
        return new SnapshotParser(offset).Read(file[offset..]);
    }

    SnapshotNode Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 64 });
        try
        {
            while (reader.Read())
                Take(ref reader);
        }
        catch (JsonException wrong)
        {
            throw new SnapshotException("$", SnapshotWords.NoJson((wrong.LineNumber ?? 0) + 1, (wrong.BytePositionInLine ?? 0) + 1));
        }
        catch (InvalidOperationException)
        {
            // What System.Text.Json says of bytes that are no UTF-8, and of half a surrogate pair.
            throw new SnapshotException("$", SnapshotWords.NoText());
        }

        return root!;
    }

    void Take(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                name = Text(ref reader);
                nameStart = offset + (int)reader.TokenStartIndex;
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                if (open.Count == Deepest)
                    throw new SnapshotException("$", SnapshotWords.TooDeep());
                var kind = reader.TokenType == JsonTokenType.StartObject ? JsonValueKind.Object : JsonValueKind.Array;
                open.Push(Add(new SnapshotNode(kind, children: []), ref reader));
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                open.Pop().End = offset + (int)reader.BytesConsumed;
                break;
            case JsonTokenType.String:
                Add(new SnapshotNode(JsonValueKind.String, Text(ref reader)), ref reader);
                break;
            case JsonTokenType.Number:
                Add(new SnapshotNode(JsonValueKind.Number, Encoding.UTF8.GetString(reader.ValueSpan)), ref reader);
                break;
            case JsonTokenType.True:
                Add(new SnapshotNode(JsonValueKind.True), ref reader);
                break;
            case JsonTokenType.False:
                Add(new SnapshotNode(JsonValueKind.False), ref reader);
                break;
            default:
                Add(new SnapshotNode(JsonValueKind.Null), ref reader);
                break;
        }
    }

    SnapshotNode Add(SnapshotNode node, ref Utf8JsonReader reader)
    {
        if (++values > MostValues)
            throw new SnapshotException("$", SnapshotWords.TooMany(MostValues));
        node.Start = name is null ? offset + (int)reader.TokenStartIndex : nameStart;
        node.End = offset + (int)reader.BytesConsumed;
        node.Name = name;
        name = null;
        if (open.TryPeek(out var parent))
        {
            (node.Parent, node.Index) = (parent, parent.Children.Count);
            parent.Children.Add(node);
        }

        root ??= node;
        return node;
    }

    string Text(ref Utf8JsonReader reader)
    {
        var text = reader.GetString()!;
        if (texts.TryGetValue(text, out var known))
            return known;
        // A text without a composed form, such as U+FFFE, is none in Unicode's eyes.
        try
        {
            SnapshotNode.Composed(text);
        }
        catch (ArgumentException)
        {
            throw new InvalidOperationException("No Unicode.");
        }

        texts.Add(text);
        return text;
    }
}
