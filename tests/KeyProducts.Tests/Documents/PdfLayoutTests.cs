using System.Globalization;
using System.Text.RegularExpressions;
using KeyProducts.Documents;
using KeyProducts.Documents.Pdf;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Documents;

/// <summary>Where things stand on the pages of the PDF.</summary>
public sealed partial class PdfLayoutTests
{
    [ToolTheory("pdftotext")]
    [InlineData(1)]
    [InlineData(61)]
    [InlineData(500)]
    public void Each_page_repeats_the_header_and_each_but_the_first_has_its_number(int rows)
    {
        var pages = Pages(Samples.List(rows));
        Assert.Equal(rows > 1, pages.Count > 1);
        Assert.All(pages, page => Assert.Single(Regex.Matches(page, "Mã số thuế")));
        Assert.StartsWith("DANH SÁCH", pages[0].TrimStart(), StringComparison.Ordinal);
        Assert.All(pages.Skip(1).Select((page, i) => (page, i)),
            one => Assert.Equal((one.i + 2).ToString(CultureInfo.InvariantCulture), one.page.TrimStart().Split('\n')[0].Trim()));
        Assert.Equal(rows, pages.Sum(page => Regex.Count(page, "0100109106")));
    }

    [ToolFact("pdftotext")]
    public void The_page_number_stands_in_the_middle_of_the_text_and_above_it()
    {
        var words = Words(Samples.List(61, landscape: false));
        var number = words.First(word => word is { Page: 2 });
        Assert.Equal("2", number.Text);
        // Text runs from 30 mm to 195 mm of 210 mm.
        Assert.Equal((30 + 195) / 2.0 * 72 / 25.4, (number.Left + number.Right) / 2, 0.5);
        Assert.All(words.Where(word => word is { Page: 2 } && word != number), word => Assert.True(word.Top > number.Bottom));
    }

    [ToolTheory("pdftotext")]
    [InlineData(true, 842, 595)]
    [InlineData(false, 595, 842)]
    public void Nothing_stands_in_the_margins(bool landscape, double width, double height)
    {
        const double Millimetre = 72 / 25.4;
        var words = Words(Samples.List(61, groups: true, landscape: landscape));
        Assert.All(words, word => Assert.InRange(word.Left, 30 * Millimetre, width));
        Assert.All(words, word => Assert.InRange(word.Right, 0, width - (15 * Millimetre) + 0.5));
        Assert.All(words, word => Assert.InRange(word.Bottom, 0, height - (20 * Millimetre) + 0.5));
    }

    [ToolFact("pdftotext")]
    public void A_word_wider_than_its_cell_is_broken_and_loses_nothing()
    {
        var word = string.Concat(Enumerable.Range(0, 200).Select(i => (char)('a' + (i % 26))));
        var table = Table.Of([word]).Number("TT", _ => 1, width: 4).Text("Lời", text => text, 20).Text("Nữa", _ => "x", 20).Text("Nữa", _ => "y", 60).Table();
        var words = Words(Samples.Of(table));
        var parts = words.Where(part => part.Text.Length > 3 && word.Contains(part.Text, StringComparison.Ordinal)).ToList();
        Assert.True(parts.Count > 2);
        Assert.Equal(word, string.Concat(parts.Select(part => part.Text)));
        var next = words.Single(part => part.Text == "x");
        Assert.All(parts, part => Assert.True(part.Right < next.Left));
    }

    [ToolFact("pdftotext")]
    public void Numbers_end_at_the_same_edge_and_are_never_broken()
    {
        List<(decimal Value, string Written)> numbers = [(1m, "1,00"), (1_234m, "1.234,00"), (12_345_678_901.25m, "12.345.678.901,25")];
        var table = Table.Of(numbers.Select(number => number.Value))
            .Number("Doanh thu", value => value, 2, width: 3).Text("Sản phẩm", _ => "Cáp điện lực hạ thế ruột đồng", 90).Table();
        var words = Words(Samples.Of(table));
        var edges = numbers.Select(number => words.Single(word => word.Text == number.Written).Right).ToList();
        Assert.All(edges, edge => Assert.Equal(edges[0], edge, 0.2));
    }

    [ToolFact("pdftotext")]
    public void A_heading_is_never_the_last_row_of_a_page_and_a_sum_never_the_first()
    {
        foreach (var rows in Enumerable.Range(20, 12))
        {
            foreach (var page in Pages(Samples.List(rows, groups: true)))
            {
                var lines = page.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
                Assert.DoesNotContain(lines[^1], Samples.Industries);
                var header = lines.FindIndex(line => line.Contains("Mã số thuế", StringComparison.Ordinal));
                Assert.All(lines.Skip(header + 1).Take(2), line => Assert.False(line.StartsWith("Tổng cộng", StringComparison.Ordinal)));
            }
        }
    }

    [ToolFact("pdftotext")]
    public void A_row_stays_whole_unless_it_is_taller_than_a_page()
    {
        var lines = Enumerable.Range(1, 130).Select(i => $"dòng{i}").ToList();
        var pages = Pages(Samples.Of(Table.Of(["ngắn", string.Join('\n', lines.Take(20)), string.Join('\n', lines), "cuối"])
            .Number("TT", _ => null).Text("Lời", text => text).Table()));
        Assert.Equal(lines.Concat(lines.Take(20)).Order(), pages.SelectMany(page => Line().Matches(page).Select(match => match.Value)).Order());
        Assert.All(pages, page => Assert.Single(Regex.Matches(page, "Lời")));
        Assert.Contains("cuối", pages[^1], StringComparison.Ordinal);

        var whole = Pages(Samples.Of(Samples.Words([.. Enumerable.Range(0, 30).Select(i => $"đầu{i}\ngiữa{i}\nđuôi{i}")])));
        Assert.All(Enumerable.Range(0, 30), i => Assert.Contains(whole, page =>
            Regex.IsMatch(page, $@"đầu{i}\b") && Regex.IsMatch(page, $@"giữa{i}\b") && Regex.IsMatch(page, $@"đuôi{i}\b")));
    }

    [ToolFact("pdftotext")]
    public void A_header_taller_than_a_page_does_not_stop_the_press()
    {
        var tall = string.Join('\n', Enumerable.Range(1, 120).Select(i => $"dòng{i}"));
        var pages = Pages(Samples.Of(Table.Of(["a", "b"]).Text(tall, text => text).Table()));
        Assert.Equal(120, pages.Sum(page => Line().Count(page)));
    }

    [ToolFact("pdftotext")]
    public void A_caption_stays_with_its_table()
    {
        foreach (var rows in Enumerable.Range(15, 20))
        {
            var first = Samples.Words([.. Enumerable.Range(1, rows).Select(i => $"hàng {i}")]);
            foreach (var page in Pages(Samples.Of(first, Samples.Words("sau") with { Caption = "Bảng thứ hai" }) with { Landscape = true }))
            {
                Assert.Equal(page.Contains("Bảng thứ hai", StringComparison.Ordinal), page.Contains("sau", StringComparison.Ordinal));
            }
        }
    }

    [ToolFact("pdftotext")]
    public void An_empty_table_says_so_under_its_header() =>
        Assert.Matches(@"Mã số thuế[\s\S]*Chưa có sản phẩm nào\.", Pages(Samples.List(0)).Single());

    [ToolFact("pdftotext")]
    public void Thirty_columns_find_room_and_lose_nothing()
    {
        var table = Table.Of(["xxxxxxxxxx"]);
        foreach (var i in Enumerable.Range(1, 30))
        {
            table.Code($"Cột {i}", text => text);
        }

        Assert.Equal(300, Pages(Samples.Of(table.Table())).Sum(page => page.Count(letter => letter == 'x')));
    }

    private static List<string> Pages(Report report) => [.. PdfTests.Text(report).Split('\f')[..^1]];

    private static List<Word> Words(Report report)
    {
        var words = new List<Word>();
        var page = 0;
        using var folder = new TemporaryFolder();
        var path = folder.Put("report.pdf", report.Bytes(PdfReport.Write));
        foreach (var line in InstalledTool.PdfToText.Run("-bbox", path, "-").Split('\n'))
        {
            page += line.Contains("<page ", StringComparison.Ordinal) ? 1 : 0;
            if (Box().Match(line) is { Success: true } box)
            {
                double At(int group) => double.Parse(box.Groups[group].Value, CultureInfo.InvariantCulture);
                words.Add(new Word(page, At(1), At(2), At(3), At(4), box.Groups[5].Value));
            }
        }

        return words;
    }

    private sealed record Word(int Page, double Left, double Top, double Right, double Bottom, string Text);

    [GeneratedRegex("""<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)</word>""")]
    private static partial Regex Box();

    [GeneratedRegex(@"dòng\d+")]
    private static partial Regex Line();
}
