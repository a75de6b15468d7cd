using System.Text;
using KeyProducts.Documents.Files;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Documents;

/// <summary>What a file is told to be, whatever it is called.</summary>
public sealed class FileKindTests
{
    private const string Types = "application/vnd.openxmlformats-officedocument.";

    private const string Unknown = "The file is of no kind that is taken. Taken are PDF, pictures (PNG, JPEG, WebP, TIFF, GIF), Word, Excel and PowerPoint.";
    private const string Macros = "The file holds macros, or is of a kind made for them. Save it as {0}, without macros, and send that.";
    private const string Locked = "The file is protected by a password. Take the protection off and send it again.";
    private const string Damaged = "The file is damaged or cut short. Open it on your computer, save it anew and send it again.";
    private const string TooMuch = "Unpacked, the file would become so large that it could stop the computer that opens it. It is not taken.";

    public static TheoryData<string, byte[]> Taken => new()
    {
        { "pdf", SampleFiles.Pdf() },
        { "pdf", [.. "\uFEFF\r\n%PDF-1.4"u8] },
        { "png", SampleFiles.Png },
        { "jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8] },
        { "jpeg", [0xFF, 0xD8, 0xFF, 0xE1] },
        { "webp", [.. "RIFF"u8, 1, 2, 3, 4, .. "WEBPVP8 "u8] },
        { "tif", [.. "II*"u8, 0, 8, 0, 0, 0] },
        { "tiff", [.. "MM"u8, 0, .. "*"u8, 0, 0, 0, 8] },
        { "gif", "GIF89a"u8.ToArray() },
        { "docx", SampleFiles.Word() },
        { "xlsx", SampleFiles.Excel() },
        { "pptx", SampleFiles.Office("ppt/presentation.xml", Types + "presentationml.presentation.main+xml") },
        { "doc", SampleFiles.Compound(("WordDocument", [])) },
        { "xls", SampleFiles.Compound(("\u0005SummaryInformation", []), ("Workbook", [])) },
        { "ppt", SampleFiles.Compound(("Current User", []), ("Pictures", []), ("PowerPoint Document", [])) },
    };

    public static TheoryData<string, string, byte[]> Refused => new()
    {
        { "empty", "The file is empty: it has 0 bytes.", [] },
        { "a program", "The file is a program, whatever its name says. Programs are not taken.", SampleFiles.Program },
        { "a program of Linux", "The file is a program, whatever its name says. Programs are not taken.", [0x7F, .. "ELF"u8, 2, 1] },
        { "a script", "The file is a program, whatever its name says. Programs are not taken.", "#!/bin/sh"u8.ToArray() },
        { "a page", Unknown, "<!doctype html><script>alert(1)</script>"u8.ToArray() },
        { "a drawing with script", Unknown, "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray() },
        { "a page that mentions a PDF", Unknown, "<html>%PDF-1.4"u8.ToArray() },
        { "one letter", Unknown, "%"u8.ToArray() },
        { "an archive", "The file is an archive of other files. Unpack it and send what is in it.", SampleFiles.Zip(("ảnh.png", "x")) },
        { "another archive", "The file is an archive of other files. Unpack it and send what is in it.", "Rar!\u001A"u8.ToArray() },
        { "a package of something else", Unknown, SampleFiles.Office("a.xml", "application/xml") },
        { "a template", Unknown, SampleFiles.Office("word/document.xml", Types + "wordprocessingml.template.main+xml") },
        { "Word with macros", Macros, SampleFiles.Office("word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml") },
        { "Word with a program in it", Macros, SampleFiles.Word(("word/vbaProject.bin", "x")) },
        { "Excel with sheets of macros", Macros, SampleFiles.Office("xl/workbook.xml", Types + "spreadsheetml.sheet.main+xml", ("xl/macrosheets/sheet1.xml", "<x/>")) },
        { "old Word with macros", Macros, SampleFiles.Compound(("WordDocument", []), ("Macros", [])) },
        { "old Excel with macros", Macros, SampleFiles.Compound(("Workbook", []), ("_VBA_PROJECT_CUR", [])) },
        { "old Excel with a sheet of macros", Macros, SampleFiles.Compound(("Workbook", [0x09, 8, 2, 0, 0, 6, 0x85, 0, 8, 0, 0, 0, 0, 0, 0, 1, 0, 0])) },
        { "old PowerPoint with macros", Macros, SampleFiles.Compound(("PowerPoint Document", [9, 9, 2, 0, 0, 4, 0x0C, 0, 0, 0, 7, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0])) },
        { "old Word behind a password", Locked, SampleFiles.Compound(("WordDocument", [0xEC, 0xA5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])) },
        { "old Excel behind a password", Locked, SampleFiles.Compound(("Workbook", [0x09, 8, 2, 0, 0, 6, 0x2F, 0, 2, 0, 0, 0])) },
        { "any Office behind a password", Locked, SampleFiles.Compound(("EncryptionInfo", []), ("EncryptedPackage", [])) },
        { "an installer", Unknown, SampleFiles.Compound(("\u0005SummaryInformation", []), ("Installer", [])) },
        { "half an old document", Damaged, SampleFiles.Compound(("WordDocument", []))[..900] },
        { "half a new document", Damaged, SampleFiles.Word()[..300] },
        { "a new document with more behind it", Damaged, [.. SampleFiles.Word(), .. "MZ"u8] },
        { "content types with an entity", Damaged, SampleFiles.Zip(("[Content_Types].xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><Types>&b;</Types>"), ("word/document.xml", "<x/>")) },
        { "a bomb", TooMuch, SampleFiles.Bomb(20) },
        { "a bomb that says it is small", TooMuch, SampleFiles.Claiming(SampleFiles.Bomb(20), 1000) },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void Is_told_by_its_content(string ending, byte[] content) =>
        Assert.Contains(ending, FileKind.Of(new MemoryStream(content), $"Tên bất kỳ.{ending.ToUpperInvariant()}").Endings);

    [Theory]
    [MemberData(nameof(Refused))]
    public void Is_refused_with_a_sentence(string what, string sentence, byte[] content)
    {
        Assert.NotEmpty(what);
        var refusal = Assert.Throws<FileRefusedException>(() => FileKind.Of(new MemoryStream(content)));
        Assert.Equal(sentence, refusal.Message);
    }

    [Theory]
    [InlineData("hoá đơn.exe", "exe")]
    [InlineData("hoá đơn.pdf.docx", "docx")]
    [InlineData("hoá đơn.jpg", "jpg")]
    public void A_name_that_says_something_else_is_named_beside_the_content(string name, string ending)
    {
        var refusal = Assert.Throws<FileRefusedException>(() => FileKind.Of(new MemoryStream(SampleFiles.Pdf()), name));
        Assert.Equal("The name of the file ends in “.{0}”, but its content is {1}. If the content is right, rename it so that it ends in “.{2}”.", refusal.Message);
        Assert.Equal([ending, "PDF", "pdf"], refusal.Arguments);
    }

    [Fact]
    public void A_name_without_an_ending_is_told_which_it_needs()
    {
        var refusal = Assert.Throws<FileRefusedException>(() => FileKind.Of(new MemoryStream(SampleFiles.Png), "ảnh"));
        Assert.Equal(["PNG", "png"], refusal.Arguments);
    }

    [Fact]
    public void Old_documents_with_many_sectors_and_loops_come_to_an_end()
    {
        var looped = SampleFiles.Compound(("WordDocument", []));
        looped[512 + 8] = 2; // A sector that follows itself.
        looped[512 + 9] = looped[512 + 10] = looped[512 + 11] = 0;
        Assert.True(FileKind.Of(new MemoryStream(looped)) == FileKind.OldWord);
        foreach (var at in Enumerable.Range(0, 1024))
        {
            var broken = SampleFiles.Compound(("Workbook", []), ("Book", []));
            broken[at] ^= 0xFF;
            _ = Record.Exception(() => FileKind.Of(new MemoryStream(broken))) is null or FileRefusedException ? 0 : throw new InvalidOperationException($"Byte {at}");
        }
    }

    [Fact]
    public void No_broken_byte_of_an_archive_is_more_than_a_refusal()
    {
        var whole = SampleFiles.Word();
        foreach (var at in Enumerable.Range(4, whole.Length - 4))
        {
            var broken = whole.ToArray();
            broken[at] ^= 0xFF;
            var thrown = Record.Exception(() => FileKind.Of(new MemoryStream(broken)));
            Assert.True(thrown is null or FileRefusedException, $"Byte {at}: {thrown}");
        }
    }

    [Fact]
    public void An_archive_in_an_archive_is_not_opened() =>
        Assert.Equal(FileKind.Word, FileKind.Of(new MemoryStream(SampleFiles.Word(("word/embeddings/a.xlsx", Encoding.Latin1.GetString(SampleFiles.Bomb(9)))))));

    [Fact]
    public void Limits_count_what_is_really_there()
    {
        ArchiveLimits few = new(Parts: 2), small = new(Bytes: 1000);
        Assert.Throws<FileRefusedException>(() => ArchiveCheck.Check(new MemoryStream(SampleFiles.Zip(("a", "1"), ("b", "2"), ("c", "3"))), few));
        ArchiveCheck.Check(new MemoryStream(SampleFiles.Zip(("a", "1"), ("b", "2"))), few);
        Assert.Throws<FileRefusedException>(() => ArchiveCheck.Check(new MemoryStream(SampleFiles.Zip(("a", new string('x', 600)), ("b", new string('y', 600)))), small));
        ArchiveCheck.Check(new MemoryStream(SampleFiles.Zip(("a", new string('x', 600)))), small);
    }

    [Theory]
    [InlineData("../../../etc/passwd", "passwd")]
    [InlineData(@"C:\Hồ sơ\Báo cáo.docx", "Báo cáo.docx")]
    [InlineData("Giấy ch\u0075\u031B\u0301ng nhận.pdf", "Giấy chứng nhận.pdf")]
    [InlineData("ảnh\u202Egpj.exe", "ảnhgpj.exe")]
    [InlineData("a\u0000b\r\nc.pdf", "ab c.pdf")]
    [InlineData("CON.pdf", "CON.pdf")]
    [InlineData("a:b|c?.pdf", "a:b|c?.pdf")]
    [InlineData("..", "file")]
    [InlineData("tài liệu/", "file")]
    [InlineData(null, "file")]
    public void A_name_keeps_what_can_be_shown(string? sent, string kept) => Assert.Equal(kept, FileName.Of(sent));

    [Fact]
    public void A_long_name_keeps_its_ending_and_whole_characters()
    {
        var fits = new string('ế', 251) + ".pdf";
        Assert.Equal(fits, FileName.Of(fits));
        Assert.Equal(fits, FileName.Of(fits.Normalize(NormalizationForm.FormD)));
        Assert.Equal(fits, FileName.Of("ế" + fits));
        Assert.Equal(new string('ữ', 255), FileName.Of(new string('ữ', 300)));
        Assert.Equal(new string('a', 250) + ".pdf", FileName.Of(new string('a', 250) + "😀😀.pdf"));
    }
}
