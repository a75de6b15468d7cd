using System.Globalization;
using System.Text;
using System.Text.Json;

namespace KeyProducts.Domain;

/// <summary>Writes JSON without white space; texts with the few escapes of RFC 8785, everything else as it is.</summary>
internal static class CanonicalJson
{
    const int Shortest = 120;

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Text(SnapshotNode node)
    {
        var output = new StringBuilder();
        Write(node, output, int.MaxValue);
        return output.ToString();
    }

    public static byte[] Bytes(SnapshotNode node) => Utf8.GetBytes(Text(node));

    /// <summary>As much of it as fits into a line, with nothing in it that would break the line or turn its direction.</summary>
    public static string Short(SnapshotNode node)
    {
        var json = new StringBuilder();
        Write(node, json, Shortest);
        return OnOneLine(json.ToString());
    }

    /// <summary>As much of a text as fits into a line.</summary>
    public static string OnOneLine(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= Shortest)
                return line.Append('…').ToString();
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                line.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
            else
                line.Append(rune);
        }

        return line.ToString();
    }

    static void Write(SnapshotNode node, StringBuilder output, int most)
    {
        switch (node.Kind)
        {
            case JsonValueKind.Object:
                Write(node, output, most, '{', '}');
                break;
            case JsonValueKind.Array:
                Write(node, output, most, '[', ']');
                break;
            case JsonValueKind.String:
                Write(node.Value, output);
                break;
            case JsonValueKind.Number:
                output.Append(node.Value);
                break;
            default:
                output.Append(node.Kind switch { JsonValueKind.True => "true", JsonValueKind.False => "false", _ => "null" });
                break;
        }
    }

    static void Write(SnapshotNode node, StringBuilder output, int most, char open, char close)
    {
        output.Append(open);
        for (var c = 0; c < node.Children.Count && output.Length <= most; c++)
        {
            if (c > 0)
                output.Append(',');
            if (node.Children[c].Name is { } name)
            {
                Write(name, output);
                output.Append(':');
            }

            Write(node.Children[c], output, most);
        }

        output.Append(close);
    }

    static void Write(string text, StringBuilder output)
    {
        output.Append('"');
        foreach (var letter in text)
        {
            switch (letter)
            {
                case '"' or '\\':
                    output.Append('\\').Append(letter);
                    break;
                case '\b':
                    output.Append("\\b");
                    break;
                case '\f':
                    output.Append("\\f");
                    break;
                case '\n':
                    output.Append("\\n");
                    break;
                case '\r':
                    output.Append("\\r");
                    break;
                case '\t':
                    output.Append("\\t");
                    break;
                case < ' ':
                    output.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
                    break;
                default:
                    output.Append(letter);
                    break;
            }
        }

        output.Append('"');
    }
}
