using KeyProducts.Domain;
using KeyProducts.Web.Text;

namespace KeyProducts.Web.Import;

/// <summary>Certificates in a cell: one in a line, its parts between bars. The written form is the value, so that the same certificates are the same text.</summary>
public static class Certificates
{
    private const int Most = 50, LongestName = 300;

    /// <summary>The written form of stored certificates; null for none.</summary>
    public static string? Write(IEnumerable<CertificateContent> certificates)
    {
        var lines = certificates.Select(one => string.Join(" | ", Plain(one.Name), Plain(one.Number), Plain(one.Issuer), Day(one.IssuedOn), Day(one.ExpiresOn)).TrimEnd(' ', '|')).ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    /// <summary>The certificates of a written form.</summary>
    public static IReadOnlyList<CertificateContent> Parse(string? written) => [.. Lines(written ?? "").Select(line => Content(line))];

    /// <summary>Reads a cell.</summary>
    public static CellReading Read(string text)
    {
        var lines = Lines(text).ToList();
        if (lines.Count > Most)
        {
            return new CellReading(null, new Said("A section has at most {0} certificates.", Most));
        }

        for (var i = 0; i < lines.Count; i++)
        {
            var parts = Parts(lines[i]);
            if (parts.Length > 5)
            {
                return new CellReading(null, new Said("Line {0} has more than five parts: name | number | issuer | issued on | expires on.", i + 1));
            }

            if (parts[0].Length == 0 || parts.Any(part => part.Length > LongestName))
            {
                return new CellReading(null, new Said("Line {0} has no name of a certificate, or one that is too long.", i + 1));
            }

            if (parts.Skip(3).FirstOrDefault(part => part.Length > 0 && CellReader.DayOf(part) is null) is { } noDay)
            {
                return new CellReading(null, new Said("“{0}” in line {1} is no day. Write day/month/year, for instance 31/08/2025.", noDay, i + 1));
            }

            if (Content(lines[i]) is { IssuedOn: { } from, ExpiresOn: { } until } && until < from)
            {
                return new CellReading(null, new Said("The certificate in line {0} expires before it was issued.", i + 1));
            }
        }

        return new CellReading(Write(Parse(text)));
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Where(line => line.Replace("|", "", StringComparison.Ordinal).Trim().Length > 0);

    private static string[] Parts(string line) => line.Split('|', StringSplitOptions.TrimEntries);

    private static CertificateContent Content(string line)
    {
        var parts = Parts(line);
        string? Part(int place) => parts.ElementAtOrDefault(place) is { Length: > 0 } part ? part : null;
        return new CertificateContent(Part(0), Part(1), Part(2), CellReader.DayOf(Part(3) ?? ""), CellReader.DayOf(Part(4) ?? ""));
    }

    private static string Day(DateOnly? day) => day is { } known ? Shown.Day(known) : "";

    private static string Plain(string? part) => (part ?? "").ReplaceLineEndings(" ").Replace('|', '/').Trim();
}
