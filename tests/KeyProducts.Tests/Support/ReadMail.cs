using System.Text;
using System.Text.RegularExpressions;

namespace KeyProducts.Tests.Support;

/// <summary>A mail read back as a mail program reads it.</summary>
/// <param name="Headers">The headers by name, their words decoded.</param>
/// <param name="Body">The text.</param>
public sealed partial record ReadMail(ILookup<string, string> Headers, string Body)
{
    public string Subject => Headers["Subject"].Single();

    public string To => Headers["To"].Single();

    /// <summary>The mails in a program's data folder, by the name of their files.</summary>
    public static IReadOnlyList<ReadMail> In(TestApp app)
    {
        var folder = Path.Combine(app.Folder, "mail");
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(file => Of(File.ReadAllText(file)))] : [];
    }

    /// <summary>The files that came with it: name as RFC 2231 has it, kind, bytes.</summary>
    public IReadOnlyList<(string Name, string Type, byte[] Content)> Files { get; init; } = [];

    /// <summary>Reads one, with its files; fails when a part is not in base64, and when the first is not plain text.</summary>
    public static ReadMail Of(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = Folded().Replace(text[..end], " ").Split("\r\n").Select(line => line.Split(": ", 2)).ToLookup(pair => pair[0], pair => Decode(pair[1]), StringComparer.OrdinalIgnoreCase);
        if (Boundary().Match(headers["Content-Type"].Single()) is { Success: true } boundary)
        {
            var parts = text[end..].Split("--" + boundary.Groups[1].Value).Skip(1).TakeWhile(part => !part.StartsWith("--", StringComparison.Ordinal)).Select(part => part.TrimStart('\r', '\n')).ToList();
            return Of(parts[0]) with { Headers = headers, Files = [.. parts.Skip(1).Select(FileOf)] };
        }

        Assert.StartsWith("text/plain; charset=utf-8", headers["Content-Type"].Single(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("base64", headers["Content-Transfer-Encoding"].Single());
        return new ReadMail(headers, Encoding.UTF8.GetString(Convert.FromBase64String(text[end..])).ReplaceLineEndings("\n"));
    }

    private static (string, string, byte[]) FileOf(string part)
    {
        var end = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = Folded().Replace(part[..end], " ");
        Assert.Contains("Content-Transfer-Encoding: base64", head, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Content-Disposition: attachment", head, StringComparison.OrdinalIgnoreCase);
        return (Uri.UnescapeDataString(StarName().Match(head).Groups[1].Value), Kind().Match(head).Groups[1].Value, Convert.FromBase64String(part[end..]));
    }

    // Words beyond ASCII, one behind the other: the white space between them is none.
    private static string Decode(string value) =>
        Word().Replace(Between().Replace(value, "?==?"), word => Encoding.UTF8.GetString(word.Groups[1].Value.Equals("B", StringComparison.OrdinalIgnoreCase)
            ? Convert.FromBase64String(word.Groups[2].Value)
            : Quoted(word.Groups[2].Value)));

    private static byte[] Quoted(string text)
    {
        var bytes = new List<byte>();
        for (var place = 0; place < text.Length; place++)
        {
            bytes.Add(text[place] == '=' ? Convert.FromHexString(text.AsSpan(place + 1, 2))[0] : text[place] == '_' ? (byte)' ' : (byte)text[place]);
            place += text[place] == '=' ? 2 : 0;
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex(@"boundary=""?([^"";]+)")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"filename\*=UTF-8''([^;\s]+)")]
    private static partial Regex StarName();

    [GeneratedRegex(@"Content-Type: ([^;\s]+)")]
    private static partial Regex Kind();

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex Between();

    [GeneratedRegex(@"=\?utf-8\?([BQ])\?(.*?)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
