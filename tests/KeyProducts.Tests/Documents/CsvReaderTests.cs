using System.Text;
using KeyProducts.Documents;
using KeyProducts.Documents.Spreadsheets;

namespace KeyProducts.Tests.Documents;

/// <summary>Comma-separated values as programs write them.</summary>
public sealed class CsvReaderTests
{
    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "utf-16", "utf-16 with mark", "utf-16BE", "utf-16BE with mark"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Unicode_is_known_with_and_without_its_mark(string name)
    {
        var encoding = Encoding.GetEncoding(name.Split(' ')[0]);
        byte[] mark = name.Contains("mark", StringComparison.Ordinal) ? encoding.GetPreamble() : [];
        Assert.Equal(["Ten|Mã số thuế", "Đặng Huế|0100109106"], Read([.. mark, .. encoding.GetBytes("Ten,Mã số thuế\r\nĐặng Huế,0100109106\r\n")]));
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public void The_separator_is_found(string separator)
    {
        var quoted = separator == "," ? "\"Số 1, phố Huế\"" : "Số 1, phố Huế";
        Assert.Equal(["a|b|c", "Số 1, phố Huế|1;2|3", "x||"], Read(string.Join(separator, "a", "b", "c\n") + string.Join(separator, quoted, separator == ";" ? "\"1;2\"" : "1;2", "3\n") + string.Join(separator, "x", "", "\n")));
    }

    [Fact]
    public void The_line_by_which_Excel_names_the_separator_is_obeyed_and_not_read() => Assert.Equal(["a,b|c", "1|2"], Read("sep=;\r\na,b;c\r\n1;2\r\n"));

    [Fact]
    public void Quotes_hold_separators_quotes_and_line_breaks()
    {
        var sheet = RawWorkbook.Read(Encoding.UTF8.GetBytes("a,b\n\"hai\r\ndòng, \"\"hai\"\"\",\"\"\nsau,2"), "Hồ sơ 2025.csv").Single();
        Assert.Equal("Hồ sơ 2025", sheet.Name);
        Assert.Equal("hai\ndòng, \"hai\"", sheet.Rows[1][0]!.Text);
        Assert.Equal(("A3", "sau"), (sheet.Rows[2][0]!.Address, sheet.Rows[2][0]!.Text));
    }

    [Fact]
    public void Blank_records_keep_their_number_and_are_left_out()
    {
        var sheet = RawWorkbook.Read("a;b\n;;\n\n 1 ;2\n;\n"u8.ToArray(), "a.csv").Single();
        Assert.Equal([1, 4], sheet.Rows.Select(row => row.Number));
        Assert.Equal("1", sheet.Rows[1][0]!.Text);
    }

    [Fact]
    public void The_quote_that_our_own_files_put_before_formulas_is_taken_off()
    {
        string[] words = ["=1+1", "+84 24", "-5", "@a", "＝1", "'nháy", "a=1"];
        var read = RawWorkbook.Read(Samples.Of(Samples.Words(words)).Bytes(Csv.Write), "a.csv").Single();
        Assert.Equal(words, read.Rows.Skip(1).Select(row => row[0]!.Text));
    }

    [Fact]
    public void Numbers_and_days_are_text_until_somebody_knows_their_column()
    {
        var row = RawWorkbook.Read(Samples.List(1).Bytes(Csv.Write), "a.csv").Single().Rows[1];
        Assert.All(row.Cells, cell => Assert.Equal(CellKind.Text, cell.Kind));
        Assert.Equal(["0100109106", "1235.5", "2025-08-31"], row.Cells.TakeLast(3).Select(cell => cell.Text));
    }

    private static IEnumerable<string> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static IEnumerable<string> Read(byte[] file)
    {
        var sheet = RawWorkbook.Read(file, "a.csv").Single();
        var width = sheet.Rows.Max(row => row.Cells[^1].Column) + 1;
        return sheet.Rows.Select(row => string.Join('|', Enumerable.Range(0, width).Select(column => row[column]?.Text)));
    }
}
