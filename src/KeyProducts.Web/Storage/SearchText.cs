using System.Globalization;
using System.Text;
using KeyProducts.Domain;

namespace KeyProducts.Web.Storage;

/// <summary>Text folded for searching: "Điện tử" and "dien tu" are the same.</summary>
public static class SearchText
{
    /// <summary>The shadow column that holds the folded text.</summary>
    public const string Column = "SearchText";

    /// <summary>What a business or nomination is found by; null for what is not searched.</summary>
    public static string? Of(object entity) => entity switch
    {
        Business business => Fold($"{business.Name.Vietnamese} {business.Name.English} {business.TaxCode}"),
        Nomination nomination => Fold($"{nomination.Product.Vietnamese} {nomination.Product.English}"),
        _ => null,
    };

    /// <summary>Lower case, without diacritics, đ as d, one space between words.</summary>
    public static string Fold(string? text)
    {
        var folded = new StringBuilder();
        foreach (var letter in (text ?? "").Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            folded.Append(letter is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(letter));
        }

        return string.Join(' ', folded.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The LIKE pattern that finds folded text, with the signs of LIKE taken literally (escape: backslash).</summary>
    public static string Pattern(string text) => "%" + Fold(text).Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_") + "%";
}
