using KeyProducts.Domain;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Domain;

/// <summary>The code on a paper sheet, as it is printed and as it is typed.</summary>
public sealed class SheetCodeTests
{
    private static readonly SheetCode Code = new(2026, 14, 3);

    [Fact]
    public void It_is_read_as_it_is_printed_and_as_people_type_it()
    {
        var printed = Code.ToString();
        Assert.StartsWith("PCĐ-2026-014-J03-", printed, StringComparison.Ordinal);
        Assert.Equal(Code, SheetCode.Read(printed));
        Assert.Equal(Code, SheetCode.Read(printed.Replace("PCĐ-", "", StringComparison.Ordinal)));
        Assert.Equal(Code, SheetCode.Read($"  {printed.ToLowerInvariant().Replace('-', ' ').Replace('đ', 'd')} "));
        Assert.Equal(Code, SheetCode.Read(printed.Replace("014", "14", StringComparison.Ordinal).Replace("J03", "j3", StringComparison.Ordinal)));
        Assert.Equal(new SheetCode(2026, 0, 12), SheetCode.Read(new SheetCode(2026, 0, 12).ToString()));
    }

    [Fact]
    public void One_wrong_digit_or_two_that_changed_places_are_always_found()
    {
        var printed = Code.ToString();
        var wrong = new List<string>();
        for (var place = "PCĐ-".Length; place < printed.Length - 2; place++)
        {
            if (char.IsAsciiDigit(printed[place]))
            {
                wrong.AddRange("0123456789".Where(digit => digit != printed[place]).Select(digit => printed[..place] + digit + printed[(place + 1)..]));
                if (char.IsAsciiDigit(printed[place + 1]) && printed[place] != printed[place + 1])
                {
                    wrong.Add(printed[..place] + printed[place + 1] + printed[place] + printed[(place + 2)..]);
                }
            }
        }

        Assert.True(wrong.Count > 80);
        Guard.None(wrong.Where(typed => Record.Exception(() => SheetCode.Read(typed)) is not RuleException { Field: "Code" }));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("14")]
    [InlineData("2026-014-03-K")]
    [InlineData("2026-014-J00-K")]
    [InlineData("PCĐ-2026-014-J03")]
    [InlineData("PCĐ-2026-014-J03-KK")]
    public void What_is_no_code_is_refused_with_an_example(string? typed) =>
        Assert.Contains("{0}", Assert.Throws<RuleException>(() => SheetCode.Read(typed)).Message, StringComparison.Ordinal);
}
