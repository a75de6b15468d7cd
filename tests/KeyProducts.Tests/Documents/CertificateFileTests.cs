using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using KeyProducts.Documents;
using KeyProducts.Documents.Certificates;
using KeyProducts.Tests.Support;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace KeyProducts.Tests.Documents;

/// <summary>Certificates as they leave the printer.</summary>
public sealed partial class CertificateFileTests
{
    private const string Address = "https://sanphamchuluc.hanoi.example/check/2025-0001";

    // The inner line of the frame, in points from the edges.
    private const double Frame = 52;

    [ToolTheory("qpdf", "pdffonts")]
    [InlineData(CertificateLook.Lacquer)]
    [InlineData(CertificateLook.Gold)]
    public void The_checker_finds_nothing_and_every_font_is_embedded(CertificateLook look)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Put("sheet.pdf", Pdf(Sheet() with { Look = look, Medal = look == CertificateLook.Gold ? "TOP 10" : null }));
        Assert.Contains("No syntax or stream encoding errors found", InstalledTool.Qpdf.Run("--check", path), StringComparison.Ordinal);
        var fonts = InstalledTool.PdfFonts.Run(path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches(@"\syes\s+yes\s+yes\s", font));
    }

    [ToolFact("pdftotext")]
    public void Every_word_is_there_in_Vietnamese_and_English()
    {
        var sheet = Sheet() with { Medal = "TOP 10", Mark = new("MINH HOẠ", "DEMONSTRATION") };
        var text = Words(TextOf(Pdf(sheet)));
        Assert.All(sheet.Words.SelectMany(line => line.Split(' ')), word => Assert.Contains(word, text));
        Assert.Contains("ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", TextOf(Pdf(sheet)), StringComparison.Ordinal);
    }

    [ToolTheory("pdftotext")]
    [InlineData(1)]
    [InlineData(120)]
    [InlineData(300)]
    public void Names_of_any_length_stand_inside_the_frame_and_nothing_overlaps(int letters)
    {
        var sheet = Sheet() with
        {
            Product = new(Long("Dây chuyền sản xuất Ế Ữ ", letters), Long("Automated production line ", letters)),
            Business = new(Long("Công ty Trách nhiệm hữu hạn ", letters), Long("One-Member Limited Company ", letters)),
            Medal = "TOP 10",
            Mark = new("MINH HOẠ – KHÔNG CÓ GIÁ TRỊ", "DEMONSTRATION – NOT VALID"),
        };
        var boxes = Boxes(Pdf(sheet));
        Assert.Equal(sheet.Words.Sum(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length), boxes.Count);
        Assert.All(boxes, box => Assert.True(box.Left >= Frame && box.Right <= 841.9 - Frame && box.Top >= Frame && box.Bottom <= 595.3 - Frame, $"{box}"));
        for (var i = 0; i < boxes.Count; i++)
        {
            Assert.All(boxes.Skip(i + 1), other => Assert.False(boxes[i].Covers(other), $"{boxes[i]} and {other}"));
        }
    }

    [ToolFact("pdftotext")]
    public void A_name_without_spaces_or_with_markup_in_it_is_printed_as_it_is()
    {
        var sheet = Sheet() with { Product = new("<b>{{x}}</b> =1+1 \u202Eđảo", ""), Business = new(new string('W', 200), "") };
        Assert.Contains("<b>{{x}}</b> =1+1 đảo", TextOf(Pdf(sheet)), StringComparison.Ordinal);
        Assert.All(Boxes(Pdf(sheet)), box => Assert.InRange(box.Right, Frame, 841.9 - Frame));
    }

    [Fact]
    public void A_sheet_without_any_name_is_drawn_too() =>
        Assert.NotEmpty(Pdf(Sheet() with { Product = new("", ""), Business = new("", ""), Body = "", English = "", Signature = new Signature([]), SmallPrint = "" }));

    [ToolTheory("qpdf")]
    [InlineData("http://localhost:5080/check/2025-0001")]
    [InlineData(Address)]
    [InlineData("https://san-pham-cong-nghiep-chu-luc.sct.thanh-pho-ha-noi.example/kiem-tra/check/2025-12345")]
    public void The_code_on_the_sheet_is_read_back_as_the_address(string address) =>
        Assert.Equal(address, Assert.Single(QrReading.InPdf(Pdf(Sheet() with { CheckAddress = address }))));

    [ToolFact("qpdf", "pdfinfo")]
    public void Sixty_one_certificates_go_into_one_file_each_with_its_own_code()
    {
        var sheets = Enumerable.Range(1, 61).Select(i => Sheet() with { Look = i > 36 ? CertificateLook.Gold : CertificateLook.Lacquer, Medal = i > 36 ? "TOP 10" : null, CheckAddress = $"{Address[..^4]}{i:0000}" }).ToList();
        var file = new MemoryStream();
        PdfCertificate.Write("Giấy chứng nhận năm 2025", sheets, file);
        using var folder = new TemporaryFolder();
        Assert.Contains("Pages:           61", InstalledTool.PdfInfo.Run(folder.Put("all.pdf", file.ToArray())), StringComparison.Ordinal);
        Assert.Equal(sheets.Select(sheet => sheet.CheckAddress), QrReading.InPdf(file.ToArray()));
        // The ornaments are in it once for each look.
        Assert.InRange(file.Length, 1, 1_200_000);
    }

    [Fact]
    public void The_same_certificate_gives_the_same_bytes_in_both_forms()
    {
        Assert.Equal(Pdf(Sheet()), Pdf(Sheet()));
        Assert.Equal(Word(Sheet()), Word(Sheet()));
    }

    [Fact]
    public void The_Word_file_is_valid_and_says_the_same_words_in_the_same_order()
    {
        var sheets = new[] { Sheet() with { Medal = "TOP 10", Look = CertificateLook.Gold, Mark = new("MINH HOẠ", "DEMONSTRATION") }, Sheet() };
        using var file = WordprocessingDocument.Open(new MemoryStream(Word(sheets)), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(complaint => $"{complaint.Path?.XPath}: {complaint.Description}"));
        var lines = file.MainDocumentPart!.Document!.Body!.Descendants<W.Paragraph>().Select(paragraph => paragraph.InnerText).Where(line => line.Length > 0);
        Assert.Equal(sheets.SelectMany(sheet => sheet.Words), lines);
        Assert.Equal(2, file.MainDocumentPart.ImageParts.Count());
    }

    [ToolTheory("soffice", "pdfinfo")]
    [InlineData(30)]
    [InlineData(300)]
    public void LibreOffice_makes_one_page_on_its_side_of_each(int letters)
    {
        var sheet = Sheet() with { Product = new(Long("Dây chuyền sản xuất Ế Ữ ", letters), Long("Production line ", letters)), Business = new(Long("Công ty Ế ", letters), Long("Company ", letters)) };
        using var folder = new TemporaryFolder();
        InstalledTool.LibreOffice.Run($"-env:UserInstallation=file://{folder.Path}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder.Path, folder.Put("sheet.docx", Word(sheet, sheet)));
        var facts = InstalledTool.PdfInfo.Run(Path.Combine(folder.Path, "sheet.pdf"));
        Assert.Contains("Pages:           2", facts, StringComparison.Ordinal);
        Assert.Matches(@"Page size:\s+84[12][.\d]* x 595", facts);
    }

    internal static CertificateSheet Sheet() => new()
    {
        FileName = "giay-chung-nhan-2025-0001",
        Look = CertificateLook.Lacquer,
        State = new("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM"),
        Motto = new("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"),
        Authority = new("ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", "HANOI PEOPLE’S COMMITTEE"),
        Title = new("GIẤY CHỨNG NHẬN", "CERTIFICATE"),
        Subject = "SẢN PHẨM CÔNG NGHIỆP CHỦ LỰC THÀNH PHỐ HÀ NỘI NĂM 2025",
        BeforeProduct = new("Chứng nhận sản phẩm", "This is to certify that"),
        Product = new("Sữa tươi thanh trùng Hương Lam", "Huong Lam pasteurised fresh milk"),
        BeforeBusiness = new("của", "by"),
        Business = new("Công ty Cổ phần Chế biến Sữa Đồng Hương Lam", "Dong Huong Lam Dairy JSC"),
        Body = "là Sản phẩm công nghiệp chủ lực thành phố Hà Nội năm 2025,\ntheo Quyết định số 5012/QĐ-UBND ngày 05 tháng 11 năm 2025 của Ủy ban nhân dân thành phố Hà Nội.",
        English = "is a Key Industrial Product of Hanoi in 2025,\nunder Decision No. 5012/QĐ-UBND of 5 November 2025 of the Hanoi People’s Committee.",
        Number = (new("Số", "No."), "2025-0001"),
        Validity = new("Có giá trị từ ngày 05/11/2025 đến hết ngày 05/11/2028", "Valid from 5 November 2025 to 5 November 2028"),
        HowToCheck = new("Quét mã hoặc mở địa chỉ sau để kiểm tra hiệu lực:", "Scan the code or open this address to check:"),
        CheckAddress = Address,
        PlaceAndDate = new("Hà Nội, ngày 10 tháng 11 năm 2025", "Hanoi, 10 November 2025"),
        Signature = new Signature(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "Nguyễn Thị Ế"),
        SmallPrint = "Bản chốt kết quả / Snapshot of the result, SHA-256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    };

    private static string Long(string words, int letters) => string.Concat(Enumerable.Repeat(words, (letters / words.Length) + 1))[..letters].Trim();

    private static byte[] Pdf(CertificateSheet sheet)
    {
        var file = new MemoryStream();
        PdfCertificate.Write(sheet, file);
        return file.ToArray();
    }

    private static byte[] Word(params CertificateSheet[] sheets)
    {
        var file = new MemoryStream();
        WordCertificate.Write("Giấy chứng nhận", sheets, file);
        return file.ToArray();
    }

    private static string TextOf(byte[] pdf)
    {
        using var folder = new TemporaryFolder();
        return Spaces().Replace(InstalledTool.PdfToText.Run(folder.Put("sheet.pdf", pdf), "-"), " ");
    }

    private static HashSet<string> Words(string text) => [.. text.Split(' ')];

    private static List<Box> Boxes(byte[] pdf)
    {
        using var folder = new TemporaryFolder();
        return [.. WordBox().Matches(InstalledTool.PdfToText.Run("-bbox", folder.Put("sheet.pdf", pdf), "-"))
            .Select(word => new Box(Length(word, 1), Length(word, 2), Length(word, 3), Length(word, 4), word.Groups[5].Value))];
    }

    private static double Length(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("<word xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\" xMax=\"([\\d.]+)\" yMax=\"([\\d.]+)\">(.*?)</word>")]
    private static partial Regex WordBox();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    private sealed record Box(double Left, double Top, double Right, double Bottom, string Word)
    {
        // Half a point is the room that marks of one line leave to the next.
        public bool Covers(Box other) => Left < other.Right - 0.5 && other.Left < Right - 0.5 && Top < other.Bottom - 0.5 && other.Top < Bottom - 0.5;
    }
}
