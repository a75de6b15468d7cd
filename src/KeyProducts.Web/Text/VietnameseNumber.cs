using System.Globalization;

namespace KeyProducts.Web.Text;

/// <summary>Writes numbers out in Vietnamese, as papers do beside the figures: "tám mươi ba phẩy năm".</summary>
public static class VietnameseNumber
{
    private const int MostDecimals = 4;

    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    // From the right, by groups of three.
    private static readonly string[] Powers = ["", "nghìn", "triệu"];

    /// <summary>The number in words; zeros at the end of its decimals are left out.</summary>
    /// <param name="number">From 0 to under a billion, at most four decimals.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of these.</exception>
    public static string InWords(decimal number)
    {
        if (number is < 0 or >= 1_000_000_000 || decimal.Round(number, MostDecimals) != number)
        {
            throw new ArgumentOutOfRangeException(nameof(number), number, "Papers have no words for this number.");
        }

        var whole = (long)decimal.Truncate(number);
        var decimals = (number - whole).ToString("0.####", CultureInfo.InvariantCulture);
        return decimals == "0" ? Whole(whole) : $"{Whole(whole)} phẩy {AfterThePoint(decimals[2..])}";
    }

    private static string Whole(long number)
    {
        if (number == 0)
        {
            return Digits[0];
        }

        var words = new List<string>();
        for (var power = Powers.Length - 1; power >= 0; power--)
        {
            var three = (int)(number / (long)Math.Pow(1000, power) % 1000);
            if (three > 0)
            {
                words.Add(Three(three, isAfterOthers: words.Count > 0));
                words.Add(Powers[power]);
            }
        }

        return string.Join(' ', words.Where(word => word.Length > 0));
    }

    // Zeros between are said: 1005 is "một nghìn không trăm linh năm".
    private static string Three(int number, bool isAfterOthers)
    {
        var (hundreds, rest) = (number / 100, number % 100);
        var hasHundreds = hundreds > 0 || isAfterOthers;
        var words = hasHundreds ? $"{Digits[hundreds]} trăm" : "";
        return rest == 0 ? words : $"{words} {(rest < 10 && hasHundreds ? $"linh {Digits[rest]}" : Two(rest))}".TrimStart();
    }

    private static string Two(int number)
    {
        var (tens, ones) = (number / 10, number % 10);
        var first = tens switch
        {
            0 => "",
            1 => "mười",
            _ => $"{Digits[tens]} mươi",
        };
        var last = (tens, ones) switch
        {
            (_, 0) => "",
            ( > 1, 1) => "mốt",
            ( > 1, 4) => "tư",
            ( > 0, 5) => "lăm",
            _ => Digits[ones],
        };
        return $"{first} {last}".Trim();
    }

    // Two digits are said as a number, with a zero before it where there is one; more of them one by one.
    private static string AfterThePoint(string digits) => digits switch
    {
        [var tens and not '0', var ones] => Two(((tens - '0') * 10) + ones - '0'),
        _ => string.Join(' ', digits.Select(digit => Digits[digit - '0'])),
    };
}
