using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KeyProducts.Domain;

/// <summary>The number of a certificate as people write it, as its QR code has it and as the check takes it: "2025-0001".</summary>
/// <param name="Year">The year of the award.</param>
/// <param name="Number">Its place in the year's series, from 1.</param>
public readonly partial record struct CertificateNumber(int Year, int Number)
{
    /// <summary>The one form in which it is written.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:0000}");

    /// <summary>Reads what somebody typed: with any dash, blanks, a slash or nothing between year and number, with "Số" or "No." before it.</summary>
    /// <returns>Null when it is no number of a certificate.</returns>
    public static CertificateNumber? Parse(string? typed)
    {
        var match = Typed().Match((typed ?? "").Normalize(NormalizationForm.FormKC));
        return match.Success && int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) is > 0 and var number
            ? new CertificateNumber(int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture), number)
            : null;
    }

    // Without anything between them the number has all its digits: "20250001".
    [GeneratedRegex(@"^[^0-9]{0,20}(?<year>[0-9]{4})(?:[\s\p{Pd}\u2212/._]+(?<number>[0-9]{1,7})|(?<number>[0-9]{4,7}))[\s.]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Typed();
}
