using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Web.Import;

namespace KeyProducts.Tests.Import;

/// <summary>What is made of a cell: read however it is written, and refused rather than guessed.</summary>
public sealed class CellReaderTests
{
    [Theory]
    [InlineData("1234567")]
    [InlineData("1.234.567")]
    [InlineData("1,234,567")]
    [InlineData("1 234 567")]
    [InlineData("1\u00A0234\u00A0567 đồng")]
    [InlineData("1.234.567 đ")]
    [InlineData("VND 1.234.567")]
    [InlineData("1.234.567,00")]
    public void Money_as_text_is_a_number(string text) => Assert.Equal(1_234_567L, Read(EntryKind.Dong, text).Value);

    [Theory]
    [InlineData("1.234.567,8")]
    [InlineData("1,234,567.8")]
    [InlineData("1234567.8")]
    [InlineData("1234567,8")]
    [InlineData("$1,234,567.80")]
    [InlineData("1.234.567,8 USD")]
    public void Dollars_have_decimals_in_either_way_of_writing(string text) => Assert.Equal(1_234_567.8m, Read(EntryKind.Dollars, text).Value);

    [Theory]
    [InlineData("120 tỷ", "Write the whole number")]
    [InlineData("120 tỉ đồng", "Write the whole number")]
    [InlineData("1,5 triệu USD", "Write the whole number")]
    [InlineData("1.2tr", "Write the whole number")]
    [InlineData("khoảng 5", "“{0}” is not a number.")]
    [InlineData("1.23.456", "“{0}” is not a number.")]
    [InlineData("-5", "A figure cannot be negative.")]
    [InlineData("5,25", "Give a whole number.")]
    [InlineData("99999999999999999", "This number is too large.")]
    [InlineData("12%", "“{0}” is not a number.")]
    public void Money_is_never_guessed(string text, string start) => Assert.StartsWith(start, Read(EntryKind.Dong, text).Problem!.Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("31/8/2025")]
    [InlineData("31/08/2025")]
    [InlineData("31.8.2025")]
    [InlineData("31-08-2025")]
    [InlineData("2025-08-31")]
    [InlineData("2025-08-31T00:00:00")]
    public void A_day_as_text_is_a_day(string text) => Assert.Equal(new DateOnly(2025, 8, 31), Read(EntryKind.Day, text).Value);

    [Theory]
    [InlineData("8/31/2025")]
    [InlineData("31/02/2025")]
    [InlineData("31/8/25")]
    [InlineData("tháng 8 năm 2025")]
    [InlineData("31/08/2925")]
    public void What_is_no_day_or_may_be_two_is_refused(string text) => Assert.StartsWith("This is no day.", Read(EntryKind.Day, text).Problem!.Sentence, StringComparison.Ordinal);

    [Fact]
    public void A_day_as_number_is_a_day_with_and_without_its_format()
    {
        var day = new DateOnly(2025, 8, 31);
        Assert.Equal(day, CellReader.Read(Column(EntryKind.Day), new CellContent(1, 0, CellKind.Day, "31/08/2025") { Day = day }).Value);
        Assert.Equal(day, CellReader.Read(Column(EntryKind.Day), new CellContent(1, 0, CellKind.Number, "45900") { Number = 45900, Day = day }).Value);
        Assert.StartsWith("The number {0} is no day.", CellReader.Read(Column(EntryKind.Day), new CellContent(1, 0, CellKind.Number, "2025") { Number = 2025, Day = new DateOnly(1905, 7, 17) }).Problem!.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0100000003", "0100000003")]
    [InlineData(" 0100 000 003 ", "0100000003")]
    [InlineData("0100000003-001", "0100000003-001")]
    [InlineData("001099012345", "001099012345")]
    [InlineData("0100000004", "0100000004")]
    public void A_tax_code_is_text(string text, string code) => Assert.Equal(code, Read(EntryKind.TaxCode, text).Value);

    [Fact]
    public void A_zero_that_a_sheet_dropped_is_restored_where_the_check_digit_proves_it_and_that_is_said()
    {
        var reading = Number(EntryKind.TaxCode, 100000003);
        Assert.Equal("0100000003", reading.Value);
        Assert.Equal(["100000003", "0100000003"], reading.Note!.Arguments);
        Assert.Equal("0100000003", Read(EntryKind.TaxCode, "100000003").Value);
        Assert.Contains("too short", Number(EntryKind.TaxCode, 100000004).Problem!.Sentence, StringComparison.Ordinal);
        Assert.Contains("made a number of this tax code", Number(EntryKind.TaxCode, 1099012345_1).Problem!.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("85", 85)]
    [InlineData("85%", 85)]
    [InlineData("62,5 %", 62.5)]
    [InlineData("0", 0)]
    public void A_share_is_in_percent(string text, double share) => Assert.Equal((decimal)share, Read(EntryKind.Share, text).Value);

    [Theory]
    [InlineData("0.85")]
    [InlineData("120")]
    [InlineData("nhiều")]
    public void A_share_that_may_mean_two_things_is_refused(string text) => Assert.NotNull(Read(EntryKind.Share, text).Problem);

    [Theory]
    [InlineData("Có", true)]
    [InlineData("x", true)]
    [InlineData("YES", true)]
    [InlineData("không", false)]
    [InlineData("No", false)]
    public void Yes_and_no_are_known_in_both_languages(string text, bool value) => Assert.Equal(value, Read(EntryKind.YesNo, text).Value);

    [Fact]
    public void Errors_and_formulas_never_computed_are_wrong_in_every_kind_of_column() =>
        Assert.All(Enum.GetValues<EntryKind>(), kind =>
        {
            Assert.Equal("The cell shows the error {0}.", CellReader.Read(Column(kind), new CellContent(1, 0, CellKind.Error, "#N/A")).Problem!.Sentence);
            Assert.Contains("never computed", CellReader.Read(Column(kind), new CellContent(1, 0, CellKind.Formula, "=A1")).Problem!.Sentence, StringComparison.Ordinal);
        });

    [Fact]
    public void Certificates_stand_one_in_a_line_and_come_back_in_one_written_form()
    {
        var reading = Read(EntryKind.Certificates, "ISO 9001:2015|12/QMS |Quacert| 1/2/2024 |31.01.2027\n\n  Nhãn hiệu  ");
        Assert.Equal("ISO 9001:2015 | 12/QMS | Quacert | 01/02/2024 | 31/01/2027\nNhãn hiệu", reading.Value);
        Assert.Equal(reading.Value, Certificates.Write(Certificates.Parse((string)reading.Value!)));
        Assert.Equal("“{0}” in line {1} is no day. Write day/month/year, for instance 31/08/2025.", Read(EntryKind.Certificates, "a\nb|1|c|năm ngoái").Problem!.Sentence);
        Assert.Contains("no name", Read(EntryKind.Certificates, "|12").Problem!.Sentence, StringComparison.Ordinal);
        Assert.Contains("more than five parts", Read(EntryKind.Certificates, "a|b|c|||d|e").Problem!.Sentence, StringComparison.Ordinal);
        Assert.Contains("expires before", Read(EntryKind.Certificates, "a|b|c|1/2/2024|1/1/2024").Problem!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_longer_than_can_be_kept_are_refused_and_not_cut() =>
        Assert.Equal([301, 300], Read(EntryKind.Line, new string('ế', 301)).Problem!.Arguments);

    private static CellReading Read(EntryKind kind, string text) => CellReader.Read(Column(kind), new CellContent(1, 0, CellKind.Text, SheetReader.Tidy(text)));

    private static CellReading Number(EntryKind kind, long number) => CellReader.Read(Column(kind), new CellContent(1, 0, CellKind.Number, $"{number}") { Number = number });

    private static ImportColumn Column(EntryKind kind) => new(Entry.Product, kind, "Cột", "Column", 10, "") { Choices = kind is EntryKind.Choice or EntryKind.YesNo ? [] : null };
}
