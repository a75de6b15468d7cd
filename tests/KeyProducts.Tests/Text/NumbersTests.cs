using System.Globalization;
using KeyProducts.Web.Text;

namespace KeyProducts.Tests.Text;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("7", "7")]
    [InlineData("0", "0")]
    [InlineData("7,5", "7.5")]
    [InlineData("7.5", "7.5")]
    [InlineData("-3", "-3")]
    [InlineData(" 12 ", "12")]
    [InlineData("0.125", "0.125")]
    [InlineData("0,125", "0.125")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1.234.567,89", "1234567.89")]
    [InlineData("1 234 567", "1234567")]
    [InlineData("1\u00A0234\u202F567,5", "1234567.5")]
    [InlineData("-1.234,5", "-1234.5")]
    public void A_mark_is_read_with_point_or_comma(string typed, string expected) => Reads(typed, 4, false, expected);

    [Theory]
    [InlineData("1.234")]
    [InlineData("1,234")]
    [InlineData("12.345")]
    [InlineData("-1.234")]
    public void A_mark_with_three_digits_behind_its_sign_has_two_readings(string typed) => Refuses(typed, 4, false, NumberReading.TwoReadings);

    [Theory]
    [InlineData("1.234", "1234")]
    [InlineData("1,234", "1234")]
    [InlineData("999.999", "999999")]
    [InlineData("12345678901234567", "12345678901234567")]
    [InlineData("1.234.567.890.123", "1234567890123")]
    [InlineData("1 234", "1234")]
    [InlineData("-3", "-3")]
    [InlineData("12,5", "12.5")]
    [InlineData("1234,567", "1234.567")]
    [InlineData("12,345,678.90", "12345678.90")]
    public void An_amount_with_three_digits_behind_its_sign_is_in_thousands(string typed, string expected) => Reads(typed, 2, true, expected);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData("abc")]
    [InlineData("1.23.456")]
    [InlineData("1.2345.678")]
    [InlineData("12.34,5")]
    [InlineData("1,234,5.6")]
    [InlineData("1.234,567,8")]
    [InlineData("1..5")]
    [InlineData(",5")]
    [InlineData("5,")]
    [InlineData("1e5")]
    [InlineData("+5")]
    [InlineData("--5")]
    [InlineData("5-")]
    [InlineData("(5)")]
    [InlineData("7½")]
    [InlineData("١٢")]
    [InlineData("１２")]
    [InlineData("NaN")]
    [InlineData("∞")]
    [InlineData("0x10")]
    [InlineData("99999999999999999999999999999999")]
    public void What_is_no_number_is_refused(string typed)
    {
        Refuses(typed, 4, false, NumberReading.NotANumber);
        Refuses(typed, 0, true, NumberReading.NotANumber);
    }

    // The reader's culture plays no part: the framework's parser would take 7.5 for 75 in Vietnamese.
    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void The_language_of_the_page_changes_no_reading(string language)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
            Reads("7.5", 4, false, "7.5");
            Reads("7,5", 4, false, "7.5");
            Reads("1.234,5", 2, true, "1234.5");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void Reads(string typed, int decimals, bool isAmount, string expected)
    {
        Assert.Equal(NumberReading.Read, Numbers.Read(typed, decimals, isAmount, out var value));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), value);
    }

    private static void Refuses(string typed, int decimals, bool isAmount, NumberReading reading)
    {
        Assert.Equal(reading, Numbers.Read(typed, decimals, isAmount, out var value));
        Assert.Equal(0, value);
    }
}
