using System.Globalization;
using System.Text.RegularExpressions;
using KeyProducts.Documents;
using KeyProducts.Documents.Pdf;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Documents;

/// <summary>Official documents as a document office receives them.</summary>
public sealed partial class PdfOfficialTests
{
    private const double Millimetre = 72 / 25.4;

    /// <summary>A receipt with everything that such a paper can have.</summary>
    internal static OfficialDocument Receipt { get; } = new()
    {
        FileName = "giay-tiep-nhan",
        Head = new Letterhead("UBND THÀNH PHỐ HÀ NỘI", "SỞ CÔNG THƯƠNG", "GTN-SCT", "Hà Nội", 2026, new DateOnly(2026, 2, 5)),
        Title = "GIẤY TIẾP NHẬN",
        Subject = "Hồ sơ đăng ký xét chọn sản phẩm công nghiệp chủ lực thành phố Hà Nội năm 2026",
        Addressees = ["Công ty Cổ phần Thiết bị điện Ưu Việt"],
        Body =
        [
            new Prose("Sở Công Thương Hà Nội đã tiếp nhận hồ sơ đăng ký xét chọn sản phẩm công nghiệp chủ lực thành phố Hà Nội năm 2026 của Công ty Cổ phần Thiết bị điện Ưu Việt, với các nội dung như sau:"),
            new Facts([new("Số hồ sơ", "07/2026"), new("Sản phẩm", "Máy biến áp truyền tải 110 kV, làm mát bằng dầu cưỡng bức, dùng cho lưới điện trung thế và cao thế"), new("Mã số thuế", "0100109106"), new("Ngày nộp", "05/02/2026")]),
            new Heading("I. Thành phần hồ sơ"),
            new Items(["Bản đăng ký xét chọn theo mẫu, có xác nhận của người đại diện theo pháp luật của doanh nghiệp và đóng dấu giáp lai từng trang", "Báo cáo tài chính ba năm gần nhất", "Giấy chứng nhận hệ thống quản lý chất lượng còn hiệu lực"], IsNumbered: true),
            new Listed(Table.Of(["Giấy đăng ký doanh nghiệp", "Báo cáo tài chính"]).Number("TT", _ => 1, width: 4).Text("Tài liệu", text => text, 40).Number("Số bản", _ => 2, width: 8).Table("Tài liệu kèm theo")),
            new Items(["bản giấy;", "bản điện tử."]),
            new Prose("Giấy này không có giá trị thay cho kết quả thẩm định hồ sơ./."),
        ],
        Signatures = [new Signature(["NGƯỜI NỘP HỒ SƠ"], Hint: "(Ký, ghi rõ họ tên)"), new Signature(["NGƯỜI TIẾP NHẬN"], "Đỗ Thị Ưu Ái", "(Ký, ghi rõ họ tên)")],
        Recipients = ["Doanh nghiệp", "Lưu: VT, QLCN"],
    };

    /// <summary>A letter of as many paragraphs as wanted.</summary>
    internal static OfficialDocument Letter(int paragraphs, string? last = null) => new()
    {
        FileName = "cong-van",
        Head = new Letterhead("UBND THÀNH PHỐ HÀ NỘI", "SỞ CÔNG THƯƠNG", "SCT-QLCN", "Hà Nội", 2026),
        Subject = "bổ sung hồ sơ đăng ký xét chọn sản phẩm công nghiệp chủ lực năm 2026",
        Addressees = ["Công ty Cổ phần Thiết bị điện Ưu Việt", "Công ty TNHH Cáp điện Thăng Long"],
        Body =
        [
            .. Enumerable.Range(1, paragraphs).Select(i => new Prose($"Đoạn {i}: căn cứ Kế hoạch tổ chức xét chọn sản phẩm công nghiệp chủ lực thành phố Hà Nội năm 2026, Sở Công Thương đề nghị doanh nghiệp bổ sung, hoàn thiện hồ sơ và gửi lại trước ngày 31/03/2026 theo địa chỉ ghi dưới đây. Hết đoạn {i}.")),
            new Prose(last ?? "Đề nghị doanh nghiệp thực hiện đúng thời hạn nêu trên./."),
        ],
        Signatures = [new Signature(["TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG QUẢN LÝ CÔNG NGHIỆP"], "Nguyễn Thị Ế")],
        Recipients = ["Như trên", "Giám đốc Sở (để báo cáo)", "Lưu: VT, QLCN"],
    };

    [ToolTheory("qpdf", "pdffonts")]
    [InlineData(0)]
    [InlineData(40)]
    public void The_checker_finds_nothing_and_every_font_is_embedded(int paragraphs)
    {
        using var folder = new TemporaryFolder();
        foreach (var document in new[] { Receipt, Letter(paragraphs) })
        {
            var path = folder.Put($"{document.FileName}.pdf", Bytes(document));
            Assert.Contains("No syntax or stream encoding errors found", InstalledTool.Qpdf.Run("--check", path), StringComparison.Ordinal);
            var fonts = InstalledTool.PdfFonts.Run(path).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
            Assert.All(fonts, font => Assert.Matches("^[A-Z]{6}\\+LiberationSerif.*CID TrueType +Identity-H +yes yes yes ", font));
        }
    }

    [ToolFact("pdftotext")]
    public void Every_line_of_a_receipt_can_be_read()
    {
        var read = OneLine(Text(Receipt));
        string[] lines =
        [
            "UBND THÀNH PHỐ HÀ NỘI", "SỞ CÔNG THƯƠNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "/GTN-SCT",
            "Hà Nội, ngày 05 tháng 02 năm 2026", "GIẤY TIẾP NHẬN", Receipt.Subject, "Kính gửi: Công ty Cổ phần Thiết bị điện Ưu Việt",
            ((Prose)Receipt.Body[0]).Text.Plain, "Số hồ sơ: 07/2026", "Mã số thuế: 0100109106", "I. Thành phần hồ sơ",
            "1. Bản đăng ký xét chọn theo mẫu, có xác nhận của người đại diện theo pháp luật của doanh nghiệp và đóng dấu giáp lai từng trang",
            "3. Giấy chứng nhận hệ thống quản lý chất lượng còn hiệu lực", "Tài liệu kèm theo", "Giấy đăng ký doanh nghiệp", "- bản giấy;",
            "Giấy này không có giá trị thay cho kết quả thẩm định hồ sơ./.", "NGƯỜI NỘP HỒ SƠ", "NGƯỜI TIẾP NHẬN", "Đỗ Thị Ưu Ái",
            "Nơi nhận:", "- Doanh nghiệp;", "- Lưu: VT, QLCN.",
        ];
        Assert.All(lines, line => Assert.Contains(line, read, StringComparison.Ordinal));
    }

    [ToolFact("pdftotext")]
    public void A_letter_leaves_number_and_day_to_be_filled_in()
    {
        var read = Text(Letter(1));
        Assert.Matches(@"Số: +/SCT-QLCN +Hà Nội, ngày +tháng +năm 2026", read);
        Assert.Contains("V/v bổ sung hồ sơ đăng ký xét chọn", OneLine(Text(Letter(1), layout: false)), StringComparison.Ordinal);
        Assert.Matches(@"Kính gửi:\s+- Công ty Cổ phần Thiết bị điện Ưu Việt;\s+- Công ty TNHH Cáp điện Thăng Long\.", read);
        Assert.DoesNotContain("Kính gửi", Text(Letter(1) with { Addressees = [] }), StringComparison.Ordinal);
    }

    [ToolFact("pdftotext")]
    public void Lines_are_justified_and_the_first_one_is_indented()
    {
        var words = Words(Letter(1));
        var lines = words.SkipWhile(word => word.Text != "Đoạn").TakeWhile(word => word.Text != "Đề").GroupBy(word => Math.Round(word.Top)).ToList();
        Assert.True(lines.Count > 2);
        Assert.Equal(40 * Millimetre, lines[0].First().Left, 0.2);
        Assert.All(lines.Skip(1), line => Assert.Equal(30 * Millimetre, line.First().Left, 0.2));
        Assert.All(lines.SkipLast(1), line => Assert.Equal(195 * Millimetre, line.Last().Right, 0.5));
        Assert.True(lines[^1].Last().Right < 190 * Millimetre);
    }

    [ToolFact("pdftotext")]
    public void The_signature_never_stands_alone_and_no_paragraph_leaves_a_line_alone()
    {
        foreach (var paragraphs in Enumerable.Range(4, 14))
        {
            var pages = Text(Letter(paragraphs, "Lời cuối của công văn này dài hơn một dòng, để thấy rằng nó đi cùng chữ ký sang trang sau khi trang này không còn đủ chỗ cho cả hai, và không để lại một dòng lẻ nào ở trang trước./.")).Split('\f')[..^1];
            Assert.Contains("nào ở trang trước./.", OneLine(pages[^1]), StringComparison.Ordinal);
            Assert.Contains("Nguyễn Thị Ế", pages[^1], StringComparison.Ordinal);
            Assert.Contains("TL. GIÁM ĐỐC", pages[^1], StringComparison.Ordinal);
            Assert.Equal(paragraphs, Regex.Count(string.Concat(pages), @"Hết\s+đoạn\s+\d+\."));
            foreach (var page in pages.Skip(1))
            {
                var lines = page.Split('\n').Where(line => line.Trim().Length > 0).Skip(1).ToList();
                // What begins a later page is the beginning of a paragraph or at least two lines of its end.
                Assert.False(Regex.IsMatch(lines[0], @"đoạn\s+\d+\.\s*$") && lines[0].Trim().Length < 40, $"{paragraphs}: {lines[0]}");
            }
        }
    }

    [ToolFact("pdfinfo")]
    public void It_is_tagged_and_the_same_document_gives_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Put("a.pdf", Bytes(Receipt));
        var structure = InstalledTool.PdfInfo.Run("-struct-text", path);
        Assert.Single(Regex.Matches(structure, @"(?m)^ *H1 "));
        string[] kinds = ["H2 ", "P ", "L ", "LI ", "Lbl ", "LBody", "Table ", "TH", "TD"];
        Assert.All(kinds, kind => Assert.Matches($@"(?m)^ *{kind}", structure));
        Assert.Matches("Tagged: +yes", InstalledTool.PdfInfo.Run(path));
        Assert.Equal(Bytes(Receipt), Bytes(Receipt));
        Assert.NotEqual(Bytes(Receipt), Bytes(Letter(1)));
    }

    [ToolFact("pdftotext")]
    public void Words_without_end_stay_between_the_margins()
    {
        var endless = new string('ế', 300);
        var document = Receipt with
        {
            Head = Receipt.Head with { Issuer = "SỞ CÔNG THƯƠNG VÀ NHIỀU CƠ QUAN KHÁC CỦA THÀNH PHỐ" },
            Body = [new Prose(endless), new Items([endless]), new Facts([new(endless, endless)]), new Prose("a\nb\n\nc")],
            Signatures = [new Signature([endless], endless)],
        };
        Assert.All(Words(document), word => Assert.InRange(word.Right, 30 * Millimetre, (195 * Millimetre) + 0.5));
        Assert.Equal(6 * 300, Text(document).Count(letter => letter == 'ế') - Text(document with { Body = [], Signatures = [] }).Count(letter => letter == 'ế'));
    }

    private static byte[] Bytes(OfficialDocument document)
    {
        var file = new MemoryStream();
        PdfOfficial.Write(document, file);
        return file.ToArray();
    }

    private static string Text(OfficialDocument document, bool layout = true)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Put("a.pdf", Bytes(document));
        return layout ? InstalledTool.PdfToText.Run("-layout", path, "-") : InstalledTool.PdfToText.Run(path, "-");
    }

    private static string OneLine(string text) => Spaces().Replace(text, " ");

    private static List<(double Left, double Top, double Right, string Text)> Words(OfficialDocument document)
    {
        using var folder = new TemporaryFolder();
        var read = InstalledTool.PdfToText.Run("-bbox", folder.Put("a.pdf", Bytes(document)), "-");
        double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
        return [.. Box().Matches(read).Select(box => (Number(box.Groups[1].Value), Number(box.Groups[2].Value), Number(box.Groups[3].Value), box.Groups[4].Value))];
    }

    [GeneratedRegex("""<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">(.*)</word>""")]
    private static partial Regex Box();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
