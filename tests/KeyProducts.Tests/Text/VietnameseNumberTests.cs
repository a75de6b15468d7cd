using KeyProducts.Web.Text;

namespace KeyProducts.Tests.Text;

/// <summary>Numbers as papers write them out.</summary>
public sealed class VietnameseNumberTests
{
    [Theory]
    [InlineData("0", "không")]
    [InlineData("1", "một")]
    [InlineData("5", "năm")]
    [InlineData("10", "mười")]
    [InlineData("11", "mười một")]
    [InlineData("14", "mười bốn")]
    [InlineData("15", "mười lăm")]
    [InlineData("20", "hai mươi")]
    [InlineData("21", "hai mươi mốt")]
    [InlineData("24", "hai mươi tư")]
    [InlineData("25", "hai mươi lăm")]
    [InlineData("91", "chín mươi mốt")]
    [InlineData("100", "một trăm")]
    [InlineData("101", "một trăm linh một")]
    [InlineData("104", "một trăm linh bốn")]
    [InlineData("105", "một trăm linh năm")]
    [InlineData("115", "một trăm mười lăm")]
    [InlineData("555", "năm trăm năm mươi lăm")]
    [InlineData("1000", "một nghìn")]
    [InlineData("1005", "một nghìn không trăm linh năm")]
    [InlineData("1015", "một nghìn không trăm mười lăm")]
    [InlineData("10021", "mười nghìn không trăm hai mươi mốt")]
    [InlineData("2000300", "hai triệu ba trăm")]
    [InlineData("999999999", "chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín")]
    [InlineData("83.5", "tám mươi ba phẩy năm")]
    [InlineData("83.50", "tám mươi ba phẩy năm")]
    [InlineData("0.25", "không phẩy hai mươi lăm")]
    [InlineData("7.15", "bảy phẩy mười lăm")]
    [InlineData("7.05", "bảy phẩy không năm")]
    [InlineData("7.1234", "bảy phẩy một hai ba bốn")]
    public void Is_written_out(string number, string words) =>
        Assert.Equal(words, VietnameseNumber.InWords(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void No_two_numbers_are_written_alike()
    {
        var words = Enumerable.Range(0, 20_000).Select(number => VietnameseNumber.InWords(number)).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(20_000, words.Count);
        Assert.DoesNotContain(words, one => one != one.Trim() || one.Contains("  ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1000000000")]
    [InlineData("0.00001")]
    public void What_papers_never_say_is_refused(string number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => VietnameseNumber.InWords(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));
}
