using System.Globalization;
using System.Text.RegularExpressions;
using KeyProducts.Domain;

namespace KeyProducts.Web.Text;

/// <summary>What reading a typed number came to.</summary>
public enum NumberReading
{
    /// <summary>It is a number.</summary>
    Read,

    /// <summary>It is none.</summary>
    NotANumber,

    /// <summary>It could be two: 1.234 is a thousand and more, or one and a fraction.</summary>
    TwoReadings,
}

/// <summary>
/// Numbers as people in Hà Nội type them. The framework's own parser takes "7.5" for 75 in Vietnamese, so nothing else reads a
/// typed number.
/// </summary>
public static partial class Numbers
{
    /// <summary>
    /// Reads "7,5", "7.5", "1.234.567", "1,234,567", "1.234,5" and "1,234.5", with spaces anywhere between digits. The last of two
    /// different signs is the decimal one; groups of thousands must have three digits.
    /// </summary>
    /// <param name="text">What was typed.</param>
    /// <param name="decimals">Digits after the decimal sign that the field takes. With fewer than three, "1.234" has one reading for an amount.</param>
    /// <param name="isAmount">Whether the field takes large amounts, where groups of thousands are usual. A mark is none.</param>
    /// <param name="value">The number; 0 when it is none.</param>
    public static NumberReading Read(string text, int decimals, bool isAmount, out decimal value)
    {
        value = 0;
        var typed = Spaces().Replace(text, "");
        var match = Form().Match(typed);
        if (!match.Success)
        {
            return NumberReading.NotANumber;
        }

        var signs = typed.Where(sign => sign is '.' or ',').ToList();
        string plain;
        if (signs.Distinct().Count() == 2)
        {
            var last = typed.LastIndexOfAny(['.', ',']);
            if (signs.Count(sign => sign == typed[last]) > 1 || !Grouped().IsMatch(typed[..last].TrimStart('-')))
            {
                return NumberReading.NotANumber;
            }

            plain = typed[..last].Replace(".", "").Replace(",", "") + "." + typed[(last + 1)..];
        }
        else if (signs.Count > 1 || (signs.Count == 1 && isAmount && decimals < 3 && Grouped().IsMatch(typed.TrimStart('-'))))
        {
            if (!Grouped().IsMatch(typed.TrimStart('-')))
            {
                return NumberReading.NotANumber;
            }

            plain = typed.Replace(".", "").Replace(",", "");
        }
        else if (signs.Count == 1 && Grouped().IsMatch(typed.TrimStart('-')) && !typed.TrimStart('-').StartsWith('0'))
        {
            return NumberReading.TwoReadings;
        }
        else
        {
            plain = typed.Replace(',', '.');
        }

        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            ? NumberReading.Read
            : NumberReading.NotANumber;
    }

    /// <summary>Why a text is not a number that a field takes; null, with the number, when it is one.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="decimals">Digits after the decimal sign that the field takes.</param>
    /// <param name="isAmount">Whether the field takes large amounts.</param>
    /// <param name="value">The number; 0 when it is none.</param>
    public static RuleException? Refusal(string text, int decimals, bool isAmount, out decimal value) => Read(text, decimals, isAmount, out value) switch
    {
        NumberReading.NotANumber => new RuleException("“{0}” is not a number.", text),
        NumberReading.TwoReadings => new RuleException("“{0}” can be read in two ways. Write it without a sign for thousands, with one or two decimals.", text),
        _ when decimal.Round(value, decimals) != value => decimals == 0 ? new RuleException("Give a whole number.") : new RuleException("At most {0} decimals.", decimals),
        _ => null,
    };

    [GeneratedRegex(@"^-?\d+([.,]\d+)*$", RegexOptions.ECMAScript)]
    private static partial Regex Form();

    [GeneratedRegex(@"^\d{1,3}([.,]\d{3})+$", RegexOptions.ECMAScript)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"[\s\u00A0\u202F]")]
    private static partial Regex Spaces();
}
