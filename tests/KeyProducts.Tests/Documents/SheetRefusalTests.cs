using System.Globalization;
using System.IO.Compression;
using System.Text;
using KeyProducts.Documents.Files;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Documents;

/// <summary>Files that are no lists, and the sentences that say so.</summary>
public sealed class SheetRefusalTests
{
    private const string Other = "This is neither an Excel workbook nor a .csv file";

    [Fact]
    public void An_empty_file() => Refused([], "a.xlsx", "The file is empty.");

    [Theory]
    [InlineData("a.xlsx")]
    [InlineData("a.csv")]
    [InlineData("a")]
    public void A_program_under_another_name(string name) => Refused([.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, .. new byte[100]], name, Other);

    [Fact]
    public void A_page_of_the_web_that_calls_itself_a_workbook() => Refused("<html><table><tr><td>1</td></tr></table></html>"u8, "a.xls", Other);

    [Fact]
    public void An_old_workbook() => Refused(SampleFiles.Compound(("Workbook", [])), "a.xlsx", "This is a workbook of an old kind (.xls).");

    [Fact]
    public void A_workbook_with_a_password() => Refused(SampleFiles.Compound(("EncryptedPackage", []), ("EncryptionInfo", [])), "a.xlsx", "The file is protected by a password.");

    [Fact]
    public void An_old_document_of_another_program() => Refused(SampleFiles.Compound(("__properties_version1.0", [])), "a.xls", Other);

    [Fact]
    public void An_archive_that_is_no_workbook()
    {
        Refused(RawWorkbook.Zip([new("a.txt", "a")]), "a.xlsx", Other);
        Refused(RawWorkbook.Zip([new("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), new("content.xml", "<a/>")]), "a.xlsx", Other);
    }

    [Fact]
    public void A_document_of_Word()
    {
        const string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
        Refused(
            RawWorkbook.Zip([
                new("[Content_Types].xml", "<Types/>"),
                new("_rels/.rels", $"<Relationships><Relationship Id=\"w\" Type=\"{type}\" Target=\"word/document.xml\"/></Relationships>"),
                new("word/document.xml", "<document/>")]),
            "a.xlsx",
            Other);
    }

    [Fact]
    public void A_damaged_workbook()
    {
        var whole = RawWorkbook.Of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").Bytes();
        Refused(whole.AsSpan(0, whole.Length / 2), "a.xlsx", "The file is damaged or cut short.");
        Refused([.. "PK\u0003\u0004"u8, .. new byte[500]], "a.xlsx", "The file is damaged or cut short.");
        Refused(RawWorkbook.Of("<row r=\"1\"><c r=\"A1\"><v>1</c></row>").Bytes(), "a.xlsx", "The file is damaged or cut short.");
        Refused(RawWorkbook.Of("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>").Bytes(), "a.xlsx", "The file is damaged or cut short.");
        Refused(RawWorkbook.Of("<row r=\"x\"><c r=\"A1\"><v>7</v></c></row>").Bytes(), "a.xlsx", "The file is damaged or cut short.");
        var flipped = (byte[])whole.Clone();
        for (var i = 40; i < 300; i++)
        {
            flipped[i] ^= 0x55;
        }

        Refused(flipped, "a.xlsx", "The file is damaged or cut short.");
    }

    [Fact]
    public void A_part_that_would_have_the_reader_open_or_repeat_something()
    {
        const string bomb = "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]>";
        var workbook = RawWorkbook.Of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").Bytes();
        using var memory = new MemoryStream();
        memory.Write(workbook);
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry("xl/sharedStrings.xml")!.Delete();
            using var part = archive.CreateEntry("xl/sharedStrings.xml").Open();
            part.Write(Encoding.UTF8.GetBytes(bomb + "<sst><si><t>&b;&c;</t></si></sst>"));
        }

        Refused(memory.ToArray(), "a.xlsx", "The file is damaged or cut short.");
    }

    [Fact]
    public void A_zip_bomb_is_refused_long_before_it_is_unpacked()
    {
        using var memory = new MemoryStream();
        memory.Write(RawWorkbook.Of("").Bytes());
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry("xl/worksheets/sheet0.xml")!.Delete();
            using var part = archive.CreateEntry("xl/worksheets/sheet0.xml", CompressionLevel.SmallestSize).Open();
            part.Write("<worksheet><sheetData>"u8);
            var block = new byte[1 << 20];
            Array.Fill(block, (byte)' ');
            for (var i = 0; i < 300; i++)
            {
                part.Write(block);
            }

            part.Write("</sheetData></worksheet>"u8);
        }

        Assert.True(memory.Length < 1 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(memory.ToArray(), "a.xlsx", "Unpacked, the file would become so large");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 40 << 20);
    }

    [Fact]
    public void An_archive_of_countless_parts() =>
        Refused(RawWorkbook.Zip(Enumerable.Range(0, 2_001).Select(i => KeyValuePair.Create($"{i}", ""))), "a.xlsx", "Unpacked, the file would become so large");

    [Fact]
    public void More_rows_columns_or_bytes_than_anybody_nominates()
    {
        var rows = string.Concat(Enumerable.Range(1, 20_001).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>"));
        Refused(RawWorkbook.Of(rows).Bytes(), "a.xlsx", "The sheet has more than 20000 rows.");
        Refused(RawWorkbook.Of("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>").Bytes(), "a.xlsx", "The sheet has more than 500 columns.");
        Refused(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a;b\n", 20_001))), "a.csv", "The sheet has more than 20000 rows.");
        Refused(Encoding.UTF8.GetBytes(new string(';', 600) + "a\n"), "a.csv", "The sheet has more than 500 columns.");
        Refused(new byte[SheetReader.MostBytes + 1], "a.csv", "The file is larger than 20 MB.");
    }

    [Fact]
    public void A_csv_in_an_encoding_of_old()
    {
        var windows = "Tên,Mã\n"u8.ToArray();
        windows[1] = 0xEA;
        Refused(windows, "a.csv", "The letters of this .csv file cannot be read for certain");
    }

    private static void Refused(ReadOnlySpan<byte> file, string name, string start)
    {
        var bytes = file.ToArray();
        var refusal = Assert.Throws<FileRefusedException>(() => RawWorkbook.Read(bytes, name));
        Assert.StartsWith(start, string.Format(CultureInfo.InvariantCulture, refusal.Message, [.. refusal.Arguments]), StringComparison.Ordinal);
    }
}
