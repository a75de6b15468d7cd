using System.Text.RegularExpressions;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>What a judge looks at, set out: bands of points are read one below the other.</summary>
/// <param name="Head">What is looked at.</param>
/// <param name="Bands">The bands; fewer than two are no list.</param>
/// <param name="Tail">What is added; null when nothing is.</param>
public sealed partial record Guidance(string Head, IReadOnlyList<string> Bands, string? Tail)
{
    /// <summary>
    /// Reads a guidance: lines of their own are bands, and so is what stands behind a colon and is parted by semicolons. Anything else stays a text.
    /// </summary>
    public static Guidance? Of(string? text)
    {
        var lines = LineEnd().Split(text ?? "").Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        if (lines.Count != 1)
        {
            return lines.Count == 0 ? null : new Guidance(lines[0], lines[1..], null);
        }

        var match = InOneLine().Match(lines[0]);
        return match.Success
            ? new Guidance(match.Groups["head"].Value, [.. match.Groups["band"].Captures.Select(band => band.Value.Trim())], match.Groups["tail"] is { Length: > 0 } tail ? tail.Value : null)
            : new Guidance(lines[0], [], null);
    }

    [GeneratedRegex(@"\r\n|\r|\n")]
    private static partial Regex LineEnd();

    // "Growth over three years: 20 % and more 9–10 points; a fall below 5. For a new product, look at its orders."
    [GeneratedRegex(@"^(?<head>[^:;]+:)\s+(?<band>[^;]+);(?:\s+(?<band>[^;]+);)*\s+(?<band>[^;]+?\.?)(?:(?<=\.)\s+(?<tail>\p{Lu}[^;]*))?$")]
    private static partial Regex InOneLine();
}
