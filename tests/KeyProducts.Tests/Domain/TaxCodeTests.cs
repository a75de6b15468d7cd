using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

public sealed class TaxCodeTests
{
    [Theory]
    [InlineData("0100233488")]
    [InlineData("0314409058")]
    [InlineData("0100112437")]
    [InlineData("0312687878")]
    [InlineData("0100109106")]
    [InlineData("0100109106-001")]
    [InlineData("001234567890")]
    public void Real_codes_and_the_forms_of_branches_and_persons_raise_no_doubt(string code) =>
        Assert.Equal(TaxCodeDoubt.None, TaxCode.DoubtOf(code));

    [Fact]
    public void A_business_without_a_code_raises_no_doubt() => Assert.Equal(TaxCodeDoubt.None, TaxCode.DoubtOf(TaxCode.Tidy("  ")));

    [Fact]
    public void Any_other_last_digit_does_not_fit()
    {
        foreach (var digit in "0123456789".Where(digit => digit != '8'))
        {
            Assert.Equal(TaxCodeDoubt.CheckDigit, TaxCode.DoubtOf("010023348" + digit));
        }
    }

    [Fact]
    public void Two_neighbours_exchanged_do_not_fit() => Assert.Equal(TaxCodeDoubt.CheckDigit, TaxCode.DoubtOf("0100234388"));

    [Fact]
    public void A_branch_is_checked_by_its_first_ten_digits() => Assert.Equal(TaxCodeDoubt.CheckDigit, TaxCode.DoubtOf("0100109107-001"));

    // 31·0 + 29·0 + … + 5·1 + 3·2 = 11 leaves no remainder.
    [Theory]
    [InlineData("0000000120")]
    [InlineData("0000000125")]
    [InlineData("0000000129")]
    public void Where_the_sum_leaves_no_remainder_any_last_digit_passes(string code) => Assert.Equal(TaxCodeDoubt.None, TaxCode.DoubtOf(code));

    [Theory]
    [InlineData("100233488")]
    [InlineData("01002334880")]
    [InlineData("0100233488001")]
    [InlineData("0100233488-01")]
    [InlineData("0100233488-0011")]
    [InlineData("O100233488")]
    [InlineData("٠١٠٠٢٣٣٤٨٨")]
    [InlineData("0100233488.")]
    [InlineData("-0100233488")]
    public void Other_forms_are_doubtful(string code) => Assert.Equal(TaxCodeDoubt.Form, TaxCode.DoubtOf(code));

    [Theory]
    [InlineData(" 0100 233 488 ", "0100233488")]
    [InlineData("0100233488\u00A0-\t001", "0100233488-001")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Spaces_are_dropped_and_zeros_at_the_start_stay(string? typed, string? kept) => Assert.Equal(kept, TaxCode.Tidy(typed));
}
