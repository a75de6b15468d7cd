using System.Text.Json;
using KeyProducts.Documents;
using KeyProducts.Documents.Certificates;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Documents;

/// <summary>Addresses in the PDF that can be pressed, and the list beside its pages: certificates have both.</summary>
public sealed class PdfLinkTests
{
    [ToolFact("pdfinfo", "qpdf")]
    public void The_printed_address_leads_there_and_a_screen_reader_finds_it()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Put("a.pdf", Pdf(Sheet("2025-0001"), Sheet("2025-0002")));
        Assert.Contains("No syntax or stream encoding errors found", InstalledTool.Qpdf.Run("--check", path), StringComparison.Ordinal);
        var addresses = InstalledTool.PdfInfo.Run("-url", path).Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];
        Assert.Equal(["https://sanphamchuluc.example/check/2025-0001?a=(%5C)", "https://sanphamchuluc.example/check/2025-0002?a=(%5C)"], addresses.Select(line => line.Split(' ')[^1]));
        Assert.Equal(2, InstalledTool.PdfInfo.Run("-struct", path).Split('\n').Count(line => line.Trim().StartsWith("Link", StringComparison.Ordinal)));
    }

    [ToolFact("qpdf")]
    public void Each_certificate_of_a_file_has_a_bookmark()
    {
        using var folder = new TemporaryFolder();
        using var read = JsonDocument.Parse(InstalledTool.Qpdf.Run("--json", "--json-key=outlines", folder.Put("a.pdf", Pdf(Sheet("2025-0001"), Sheet("2025-0002")))));
        var marks = read.RootElement.GetProperty("outlines").EnumerateArray().Select(mark => (mark.GetProperty("title").GetString(), mark.GetProperty("destpageposfrom1").GetInt32()));
        Assert.Equal([("2025-0001 – Máy biến áp Ế", 1), ("2025-0002 – Máy biến áp Ế", 2)], marks);
    }

    [Fact]
    public void What_is_no_address_of_the_web_leads_nowhere() =>
        Assert.NotEmpty(Pdf(Sheet("1") with { CheckAddress = "không có" }));

    private static byte[] Pdf(params CertificateSheet[] sheets)
    {
        var file = new MemoryStream();
        PdfCertificate.Write("Giấy chứng nhận", sheets, file);
        return file.ToArray();
    }

    private static CertificateSheet Sheet(string number) => new()
    {
        FileName = "a",
        Look = CertificateLook.Lacquer,
        State = new("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", ""),
        Motto = new("Độc lập - Tự do - Hạnh phúc", ""),
        Authority = new("SỞ CÔNG THƯƠNG", ""),
        Title = new("GIẤY CHỨNG NHẬN", ""),
        Subject = "SẢN PHẨM CÔNG NGHIỆP CHỦ LỰC",
        BeforeProduct = new("Sản phẩm", ""),
        Product = new("Máy biến áp Ế", ""),
        BeforeBusiness = new("của", ""),
        Business = new("Công ty Cổ phần Ưu Việt", ""),
        Body = "được công nhận",
        English = "",
        Number = (new("Số", "No."), number),
        Validity = new("", ""),
        HowToCheck = new("", ""),
        CheckAddress = $"https://sanphamchuluc.example/check/{number}?a=(\\)",
        PlaceAndDate = new("Hà Nội", ""),
        Signature = new Signature(["GIÁM ĐỐC"]),
        SmallPrint = "",
    };
}
