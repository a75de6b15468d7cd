using System.Globalization;
using System.Text.RegularExpressions;
using KeyProducts.Documents;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Documents;

/// <summary>Where things stand on the pages of an official document's PDF.</summary>
public sealed partial class OfficialLayoutTests
{
    private const double Millimetre = 72 / 25.4;

    [ToolFact("pdftotext")]
    public void Words_stand_within_the_margins_of_the_decree_upright_and_on_the_side()
    {
        var pages = Pages(OfficialSamples.Decision());
        Assert.Equal([false, true, false], pages.Select(page => page.Width > page.Height).Aggregate(new List<bool>(), (kinds, next) => kinds.Count > 0 && kinds[^1] == next ? kinds : [.. kinds, next]));
        foreach (var page in pages)
        {
            var words = page.Words.Where(word => word.Top > 19 * Millimetre && word.Bottom < page.Height - (19 * Millimetre)).ToList();
            Assert.InRange(words.Min(word => word.Left), (30 * Millimetre) - 0.1, 35 * Millimetre);
            Assert.InRange(words.Max(word => word.Right), page.Width - (40 * Millimetre), page.Width - (15 * Millimetre) + 0.1);
            Assert.InRange(words.Min(word => word.Top), (20 * Millimetre) - 1, page.Height);
            // Above and below stand only the page number and the source.
            Assert.All(page.Words.Except(words), word => Assert.True(word.Bottom < 20 * Millimetre || word.Top > page.Height - (20 * Millimetre)));
        }
    }

    [ToolFact("pdftotext")]
    public void Each_part_counts_its_own_pages_with_the_number_in_the_middle_above_and_none_on_its_first()
    {
        var pages = Pages(OfficialSamples.Decision());
        var numbers = new List<string>();
        foreach (var page in pages)
        {
            var above = page.Words.Where(word => word.Bottom < 20 * Millimetre).ToList();
            numbers.Add(string.Concat(above.Select(word => word.Text)));
            Assert.All(above, word => Assert.Equal((page.Width + (15 * Millimetre)) / 2, (word.Left + word.Right) / 2, 0.5));
        }

        var annex = pages.Count(page => page.Width > page.Height);
        Assert.True(annex > 3);
        Assert.Equal(["", "", .. Enumerable.Range(2, annex - 1).Select(number => $"{number}"), ""], numbers);
        Assert.Equal(["", "2 Biên bản họp Hội đồng năm 2025"], Pages(OfficialSamples.Everything).Take(2).Select(page => string.Join(' ', page.Words.Where(word => word.Bottom < 20 * Millimetre).Select(word => word.Text))));
    }

    [ToolFact("pdftotext")]
    public void The_source_stands_at_the_foot_of_every_page_and_takes_lines_from_the_text_when_it_is_long()
    {
        foreach (var source in new[] { OfficialSamples.Decision().Source!, string.Join(' ', Enumerable.Repeat("Số liệu lấy từ bản chốt kết quả xét chọn", 20)) })
        {
            var pages = Pages(OfficialSamples.Decision() with { Source = source });
            foreach (var page in pages)
            {
                List<Word> foot = [.. page.Words.Where(word => word.Bottom - word.Top < 10 && word.Top > page.Height - (40 * Millimetre))];
                Assert.Equal(source, string.Join(' ', foot.Select(word => word.Text)));
                Assert.All(foot, word => Assert.InRange(word.Right, 0, page.Width - (15 * Millimetre) + 0.1));
                Assert.All(page.Words.Except(foot), word => Assert.True(word.Bottom < foot[0].Top));
            }
        }
    }

    [ToolFact("pdftotext")]
    public void Bold_and_italic_words_stand_in_justified_lines_like_others()
    {
        var words = string.Join(' ', Enumerable.Repeat("sản phẩm công nghiệp chủ lực", 12));
        RichText mixed = new([.. words.Split(' ').Select((word, i) => new Run(word + " ", i % 3 == 0, i % 5 == 0))]);
        var page = Pages(PdfOfficialTests.Letter(0) with { Body = [new Article(1, mixed), new Prose("Hết.")] })[0];
        var lines = page.Words.SkipWhile(word => word.Text != "Điều").TakeWhile(word => word.Text != "Hết.").GroupBy(word => Math.Round(word.Bottom / 4)).Select(line => line.ToList()).ToList();
        Assert.True(lines.Count >= 4);
        Assert.Equal("Điều 1. " + words, string.Join(' ', lines.SelectMany(line => line).Select(word => word.Text)));
        Assert.Equal(40 * Millimetre, lines[0][0].Left, 0.2);
        Assert.All(lines.Skip(1), line => Assert.Equal(30 * Millimetre, line[0].Left, 0.2));
        Assert.All(lines.SkipLast(1), line => Assert.Equal(195 * Millimetre, line[^1].Right, 0.3));
    }

    [ToolFact("pdftotext")]
    public void No_header_is_left_alone_no_row_begins_a_page_alone_and_no_sum_stands_without_a_row()
    {
        foreach (var products in Enumerable.Range(0, 32).Append(61))
        {
            var pages = Pages(OfficialSamples.Decision(products)).Where(page => page.Width > page.Height).ToList();
            var rows = pages.Select(page => page.Words.Count(word => word.Text == "0100109106")).ToList();
            Assert.Equal(products, rows.Sum());
            Assert.All(pages, page => Assert.Contains(page.Words, word => word.Text == "TT"));
            Assert.All(rows, count => Assert.InRange(count, Math.Min(products, 2), 40));
            if (products > 0)
            {
                Assert.Contains(pages[^1].Words, word => word.Text == "Tổng");
            }
        }
    }

    [ToolFact("pdftotext")]
    public void A_heading_stays_with_what_follows_whatever_that_is()
    {
        Block[] following =
        [
            new Prose("Sau đề mục là một đoạn văn dài hơn hai dòng, để thấy rằng đề mục không bao giờ đứng lại một mình ở cuối trang mà luôn đi cùng ít nhất hai dòng đầu tiên của đoạn ngay sau nó."),
            new Items(["Sau đề mục"]),
            new Facts([new("Sau đề mục", "một"), new("Tiếp", "hai")]),
            new Listed(Table.Of(["Sau đề mục", "hai", "ba"]).Text("Cột", text => text).Table("Tên bảng")),
            new FillIn([new("Cột", 0)], [new([new("Sau đề mục")]), new([new("hai")])]),
            new WritingRoom("Sau đề mục", 3),
            new SmallPrint("Sau đề mục"),
        ];
        foreach (var block in following)
        {
            foreach (var filler in Enumerable.Range(24, 12))
            {
                var document = PdfOfficialTests.Letter(0) with { Body = [.. Enumerable.Range(0, filler).Select(i => new Prose($"Dòng {i}.")), new Heading("Đề mục lớn"), new Heading("Đề mục nhỏ"), block, new Prose("Hết.")] };
                foreach (var page in Pages(document).Select(page => string.Join(' ', page.Words.Select(word => word.Text))))
                {
                    Assert.Equal(page.Contains("Đề mục lớn", StringComparison.Ordinal), page.Contains("Sau đề mục", StringComparison.Ordinal));
                    Assert.Equal(page.Contains("Đề mục nhỏ", StringComparison.Ordinal), page.Contains("Sau đề mục", StringComparison.Ordinal));
                }
            }
        }
    }

    [ToolFact("pdftotext")]
    public void The_signature_goes_with_the_last_rows_of_a_table_too()
    {
        foreach (var rows in Enumerable.Range(20, 20))
        {
            var document = PdfOfficialTests.Letter(0) with { Body = [new Listed(Table.Of(Enumerable.Range(1, rows)).Text("Cột", number => $"hàng{number}").Table())] };
            var pages = Pages(document);
            Assert.Contains(pages[^1].Words, word => word.Text == "Ế");
            Assert.Contains(pages[^1].Words, word => word.Text == $"hàng{rows}");
            Assert.Contains(pages[^1].Words, word => word.Text == $"hàng{rows - 1}");
        }
    }

    [ToolFact("qpdf")]
    public void Its_headings_and_annexes_are_bookmarks()
    {
        using var folder = new TemporaryFolder();
        using var read = System.Text.Json.JsonDocument.Parse(InstalledTool.Qpdf.Run("--json", "--json-key=outlines", folder.Put("a.pdf", OfficialReading.Pdf(OfficialSamples.Everything))));
        var title = read.RootElement.GetProperty("outlines").EnumerateArray().ToList();
        List<string?> Titles(IEnumerable<System.Text.Json.JsonElement> entries) => [.. entries.Select(entry => entry.GetProperty("title").GetString())];
        Assert.Equal(["BIÊN BẢN – Biên bản họp Hội đồng năm 2025", "Phụ lục: PHIẾU BIỂU QUYẾT", "Phụ lục 2: DANH SÁCH TRỐNG"], Titles(title));
        var headings = title[0].GetProperty("kids").EnumerateArray().ToList();
        Assert.Equal(["I. Thành phần", "II. Nội dung"], Titles(headings));
        Assert.Equal(["Sản phẩm không đạt"], Titles(headings[1].GetProperty("kids").EnumerateArray()));
    }

    [ToolFact("pdfinfo")]
    public void Its_properties_name_the_paper_and_the_agency()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Put("a.pdf", OfficialReading.Pdf(OfficialSamples.Decision()));
        var about = OfficialSamples.Decision().Subject;
        var read = InstalledTool.PdfInfo.Run(path);
        Assert.Matches($"(?m)^Title: +QUYẾT ĐỊNH: {about}$", read);
        Assert.Matches($"(?m)^Subject: +{about}$", read);
        Assert.Matches("(?m)^Author: +SỞ CÔNG THƯƠNG$", read);
        Assert.DoesNotMatch("(?m)^CreationDate", read);
        var described = System.Xml.Linq.XDocument.Parse(InstalledTool.PdfInfo.Run("-meta", path));
        System.Xml.Linq.XNamespace dublin = "http://purl.org/dc/elements/1.1/";
        Assert.Equal("SỞ CÔNG THƯƠNG", described.Descendants(dublin + "creator").Single().Value);
        Assert.Equal(about, described.Descendants(dublin + "description").Single().Value);
        Assert.Equal("vi", described.Descendants(dublin + "language").Single().Value);
    }

    private static List<Page> Pages(OfficialDocument document)
    {
        using var folder = new TemporaryFolder();
        var pages = new List<Page>();
        double Number(Match box, int group) => double.Parse(box.Groups[group].Value, CultureInfo.InvariantCulture);
        foreach (var line in InstalledTool.PdfToText.Run("-bbox", folder.Put("a.pdf", OfficialReading.Pdf(document)), "-").Split('\n'))
        {
            if (Sheet().Match(line) is { Success: true } sheet)
            {
                pages.Add(new Page(Number(sheet, 1), Number(sheet, 2), []));
            }
            else if (Box().Match(line) is { Success: true } box)
            {
                pages[^1].Words.Add(new Word(Number(box, 1), Number(box, 2), Number(box, 3), Number(box, 4), box.Groups[5].Value));
            }
        }

        return pages;
    }

    private sealed record Page(double Width, double Height, List<Word> Words);

    private sealed record Word(double Left, double Top, double Right, double Bottom, string Text);

    [GeneratedRegex("""<page width="([\d.]+)" height="([\d.]+)">""")]
    private static partial Regex Sheet();

    [GeneratedRegex("""<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)</word>""")]
    private static partial Regex Box();
}
