using System.Text.RegularExpressions;

namespace KeyProducts.Domain;

/// <summary>What is doubtful about a tax code.</summary>
public enum TaxCodeDoubt
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is not 10 digits, 10 digits with "-" and 3 more (a branch), or 12 digits (a person or household).</summary>
    Form,

    /// <summary>The tenth digit does not fit the nine before it.</summary>
    CheckDigit,
}

/// <summary>The tax code (mã số thuế) of a business. It is text: zeros at its start count.</summary>
public static partial class TaxCode
{
    private static readonly int[] Weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

    /// <summary>A code without spaces; null for an empty one.</summary>
    public static string? Tidy(string? code) => string.IsNullOrWhiteSpace(code) ? null : Spaces().Replace(code, "");

    /// <summary>
    /// What is doubtful about a code. The check digit is 10 − (Σ wᵢdᵢ mod 11) with w = 31 29 23 19 17 13 7 5 3; where the sum leaves no
    /// remainder sources differ, so any last digit passes. A doubt is a warning: staff may keep the code with a reason.
    /// </summary>
    public static TaxCodeDoubt DoubtOf(string? code)
    {
        if (code is null)
        {
            return TaxCodeDoubt.None;
        }

        if (!Forms().IsMatch(code))
        {
            return TaxCodeDoubt.Form;
        }

        if (code.Length == 12)
        {
            return TaxCodeDoubt.None;
        }

        var remainder = Weights.Select((weight, place) => weight * (code[place] - '0')).Sum() % 11;
        return remainder == 0 || 10 - remainder == code[9] - '0' ? TaxCodeDoubt.None : TaxCodeDoubt.CheckDigit;
    }

    [GeneratedRegex(@"^(\d{10}(-\d{3})?|\d{12})$", RegexOptions.ECMAScript)]
    private static partial Regex Forms();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
