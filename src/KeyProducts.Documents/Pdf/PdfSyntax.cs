using System.Globalization;
using System.Text;

namespace KeyProducts.Documents.Pdf;

/// <summary>How values are spelled in a PDF file. Everything is ASCII, so a character is a byte.</summary>
internal static class PdfSyntax
{
    /// <summary>A length in points, with two decimals at most.</summary>
    public static string Number(double value)
    {
        var hundredths = (long)Math.Round(value * 100, MidpointRounding.AwayFromZero);
        var digits = Math.Abs(hundredths % 100);
        var sign = hundredths < 0 ? "-" : "";
        return digits == 0 ? string.Create(CultureInfo.InvariantCulture, $"{hundredths / 100}")
            : digits % 10 == 0 ? string.Create(CultureInfo.InvariantCulture, $"{sign}{Math.Abs(hundredths / 100)}.{digits / 10}")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{Math.Abs(hundredths / 100)}.{digits:00}");
    }

    /// <summary>A text string, safe for every character.</summary>
    public static string Words(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>A pointer to an object.</summary>
    public static string Reference(int id) => string.Create(CultureInfo.InvariantCulture, $"{id} 0 R");
}
