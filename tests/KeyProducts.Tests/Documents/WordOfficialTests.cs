using System.IO.Compression;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using KeyProducts.Documents;
using KeyProducts.Tests.Support;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace KeyProducts.Tests.Documents;

/// <summary>Official documents as Word files, beside the PDF of the same.</summary>
public sealed partial class WordOfficialTests
{
    private static readonly OfficialDocument Long = PdfOfficialTests.Letter(40);

    /// <summary>A document by its name in a test.</summary>
    public static TheoryData<string> Documents => [.. All.Keys];

    private static Dictionary<string, OfficialDocument> All { get; } = new()
    {
        ["a decision on 61 products"] = OfficialSamples.Decision(),
        ["a decision on one product"] = OfficialSamples.Decision(1),
        ["an annex without a product"] = OfficialSamples.Decision(0),
        ["minutes with every block"] = OfficialSamples.Everything,
        ["a receipt"] = PdfOfficialTests.Receipt,
        ["a letter of three pages"] = Long,
        ["a paper on its side"] = OfficialSamples.Everything with { IsLandscape = true },
        ["a form"] = OfficialSamples.Everything with { Head = PdfOfficialTests.Receipt.Head with { Code = "Mã phiếu: 2026-007-J03" } },
        ["a paper whose number is given"] = Long with { Head = Long.Head with { GivenNumber = "123/SCT-QLCN", Day = new DateOnly(2026, 1, 9) } },
    };

    [ToolTheory("pdfinfo")]
    [MemberData(nameof(Documents))]
    public void Word_and_PDF_say_the_same_words_in_the_same_order_and_the_same_tables(string name)
    {
        var words = OfficialReading.WordsOfWord(OfficialReading.Word(All[name]));
        Assert.True(words.Count > 60);
        Assert.Equal(string.Join('\n', OfficialReading.WordsOfPdf(OfficialReading.Pdf(All[name]))), string.Join('\n', words));
    }

    [ToolFact("pdfinfo")]
    public void Several_in_one_file_say_the_same_too()
    {
        OfficialDocument[] all = [.. All.Values];
        var words = OfficialReading.WordsOfWord(OfficialReading.Word(all));
        Assert.Equal(OfficialReading.WordsOfPdf(OfficialReading.Pdf(all)), words);
        Assert.Equal(all.SelectMany(one => OfficialReading.WordsOfWord(OfficialReading.Word(one))), words);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_validator_finds_nothing(string name) => Assert.Empty(Faults(OfficialReading.Word(All[name])));

    [Fact]
    public void The_validator_finds_nothing_in_a_file_of_several() => Assert.Empty(Faults(OfficialReading.Word([.. All.Values])));

    [ToolFact("soffice", "pdfinfo")]
    public void LibreOffice_needs_as_many_pages_as_the_PDF_give_or_take_one()
    {
        using var folder = new TemporaryFolder();
        var names = All.Keys.ToList();
        var files = names.Select((name, i) => folder.Put($"word{i}.docx", OfficialReading.Word(All[name]))).ToArray();
        InstalledTool.LibreOffice.Run(["-env:UserInstallation=" + new Uri(Path.Combine(folder.Path, "profile")).AbsoluteUri, "--headless", "--convert-to", "pdf", "--outdir", folder.Path, .. files]);
        for (var i = 0; i < names.Count; i++)
        {
            var converted = Path.Combine(folder.Path, $"word{i}.pdf");
            Assert.True(File.Exists(converted), "LibreOffice has no word processor here: install libreoffice-writer-nogui.");
            Assert.True(Math.Abs(Pages(converted) - Pages(folder.Put("ours.pdf", OfficialReading.Pdf(All[names[i]])))) <= 1, names[i]);
        }
    }

    [Fact]
    public void The_same_documents_give_the_same_bytes_and_others_do_not()
    {
        Assert.Equal(OfficialReading.Word(OfficialSamples.Decision()), OfficialReading.Word(OfficialSamples.Decision()));
        Assert.NotEqual(OfficialReading.Word(OfficialSamples.Decision()), OfficialReading.Word(OfficialSamples.Decision(60)));
        using var archive = new ZipArchive(new MemoryStream(OfficialReading.Word(Long)));
        Assert.All(archive.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
    }

    [Fact]
    public void Every_paragraph_has_a_named_style_and_no_look_of_its_own()
    {
        using var file = Open(OfficialSamples.Everything);
        var styles = file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<W.Style>().ToDictionary(style => style.StyleId!.Value!);
        var used = file.MainDocumentPart.Document.Descendants<W.Paragraph>().Select(paragraph => paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value!).ToList();
        Assert.All(used, style => Assert.Contains(style, styles.Keys));
        string[] named = ["Cơ quan ban hành", "Số và ký hiệu", "Trích yếu nội dung", "Căn cứ ban hành", "Nội dung", "Điều", "Liệt kê", "Tên bảng", "Ghi chú", "Chức vụ người ký", "Danh sách nơi nhận", "Phụ lục", "Tên phụ lục"];
        Assert.All(named, name => Assert.Contains(used, style => styles[style].StyleName!.Val == name));
        // What runs have of their own is only the bold and italic of the words.
        Assert.All(file.MainDocumentPart.Document.Descendants<W.RunProperties>(), run => Assert.All(run.ChildElements, one => Assert.True(one is W.Bold or W.Italic)));
        var letters = file.MainDocumentPart.StyleDefinitionsPart.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;
        Assert.Equal("Times New Roman", letters.RunFonts!.Ascii!.Value);
        Assert.Equal("26", letters.FontSize!.Val!.Value);
        Assert.Equal("vi-VN", letters.Languages!.Val!.Value);
    }

    [Fact]
    public void Sections_have_the_margins_of_the_decree_and_count_their_own_pages_without_a_number_on_the_first()
    {
        using var file = Open(OfficialSamples.Decision());
        var sections = file.MainDocumentPart!.Document.Descendants<W.SectionProperties>().ToList();
        Assert.Equal(3, sections.Count);
        foreach (var section in sections)
        {
            var margins = section.GetFirstChild<W.PageMargin>()!;
            double Millimetres(double twips) => Math.Round(twips / 20 / 72 * 25.4, 1);
            Assert.Equal((20, 20, 30, 15), (Millimetres(margins.Top!), Millimetres(margins.Bottom!), Millimetres(margins.Left!), Millimetres(margins.Right!)));
            Assert.Equal(1, section.GetFirstChild<W.PageNumberType>()!.Start!.Value);
            Assert.NotNull(section.GetFirstChild<W.TitlePage>());
            var head = Assert.Single(section.Elements<W.HeaderReference>());
            Assert.Equal(W.HeaderFooterValues.Default, head.Type!.Value);
            Assert.Equal("PAGE", Assert.Single(file.MainDocumentPart.GetPartById(head.Id!).RootElement!.Descendants<W.SimpleField>()).Instruction!.Value);
            Assert.Equal([W.HeaderFooterValues.First, W.HeaderFooterValues.Default], section.Elements<W.FooterReference>().Select(foot => foot.Type!.Value));
            Assert.All(section.Elements<W.FooterReference>(), foot => Assert.Equal(OfficialSamples.Decision().Source, file.MainDocumentPart.GetPartById(foot.Id!).RootElement!.InnerText));
        }

        Assert.Equal([false, true, false], sections.Select(section => section.GetFirstChild<W.PageSize>()!.Orient?.Value == W.PageOrientationValues.Landscape));
        Assert.All(sections, section => Assert.Equal([11906u, 16838u], new[] { section.GetFirstChild<W.PageSize>()!.Width!.Value, section.GetFirstChild<W.PageSize>()!.Height!.Value }.Order()));
    }

    [Fact]
    public void A_paper_without_a_source_or_running_head_does_not_get_those_of_the_one_before_it()
    {
        var word = OfficialReading.Word(OfficialSamples.Everything with { Annexes = [] }, OfficialSamples.Everything with { Annexes = [], Source = null, RunningHead = null });
        using var file = WordprocessingDocument.Open(new MemoryStream(word), false);
        var sections = file.MainDocumentPart!.Document.Descendants<W.SectionProperties>().ToList();
        string Of<T>(W.SectionProperties section)
            where T : W.HeaderFooterReferenceType => string.Join('|', section.Elements<T>().Select(one => file.MainDocumentPart.GetPartById(one.Id!).RootElement!.InnerText));
        Assert.Equal(["PAGE", "PAGE"], sections.Select(section => file.MainDocumentPart.GetPartById(section.GetFirstChild<W.HeaderReference>()!.Id!).RootElement!.Descendants<W.SimpleField>().Single().Instruction!.Value));
        Assert.Equal(["2Biên bản họp Hội đồng năm 2025", "2"], sections.Select(Of<W.HeaderReference>));
        Assert.Equal(["Số liệu: bản chốt số 1 ngày 20/12/2025|Số liệu: bản chốt số 1 ngày 20/12/2025", "|"], sections.Select(Of<W.FooterReference>));
    }

    [ToolFact("pdftotext")]
    public void Texts_longer_than_a_page_lose_nothing()
    {
        string Words(int count) => string.Join(' ', Enumerable.Range(1, count).Select(number => $"từ{number}"));
        var document = Long with { Body = [new Facts([new("Nội dung", Words(3000))]), new Heading(Words(900)), new SmallPrint(Words(3000)), new Items([Words(3000)]), new Listed(Table.Of([Words(3000)]).Text("Cột", text => text).Table())] };
        using var folder = new TemporaryFolder();
        Assert.Equal(12_900, Regex.Count(InstalledTool.PdfToText.Run(folder.Put("a.pdf", OfficialReading.Pdf(document)), "-"), @"từ\d+"));
        Assert.Empty(Faults(OfficialReading.Word(document)));
    }

    [Fact]
    public void Tables_repeat_their_header_keep_their_rows_whole_and_never_part_a_group_or_a_sum()
    {
        using var file = Open(OfficialSamples.Decision());
        var table = file.MainDocumentPart!.Document.Descendants<W.Table>().Single(one => one.InnerText.Contains("Mã số thuế", StringComparison.Ordinal));
        var rows = table.Elements<W.TableRow>().ToList();
        Assert.All(rows, row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<W.CantSplit>()));
        Assert.NotNull(Assert.Single(rows, row => row.TableRowProperties!.GetFirstChild<W.TableHeader>() is not null));
        bool IsKept(W.TableRow row) => row.Descendants<W.Paragraph>().All(paragraph => paragraph.ParagraphProperties!.KeepNext is not null);
        Assert.True(IsKept(rows[0]));
        Assert.Equal(Samples.Industries, rows.Where(row => row.Elements<W.TableCell>().Count() == 1).Where(IsKept).Select(row => row.InnerText));
        Assert.Equal("Tổng cộng", rows[^1].Elements<W.TableCell>().ElementAt(1).InnerText);
        Assert.True(IsKept(rows[^2]));
        var money = rows[^1].Elements<W.TableCell>().ElementAt(5);
        Assert.Equal("49.987,4", money.InnerText);
        var style = money.Descendants<W.ParagraphStyleId>().Single().Val!.Value;
        Assert.Equal(W.JustificationValues.Right, file.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<W.Style>().Single(one => one.StyleId == style).StyleParagraphProperties!.Justification!.Val!.Value);
        Assert.Equal(10, rows.Count(row => row.Descendants<W.Shading>().Any(shading => shading.Fill == "FBEDC1")));
    }

    [Fact]
    public void The_last_words_go_with_the_signature_and_headings_with_what_follows()
    {
        using var file = Open(OfficialSamples.Everything);
        var styles = file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<W.Style>().Where(style => style.StyleParagraphProperties?.KeepNext is not null).Select(style => style.StyleId!.Value!).ToList();
        Assert.Contains("BodyHeading", styles);
        Assert.Contains("TableCaption", styles);
        Assert.Contains("AnnexTitle", styles);
        var body = file.MainDocumentPart.Document.Body!.ChildElements;
        var last = body.OfType<W.Paragraph>().Single(paragraph => paragraph.InnerText.StartsWith("Biên bản lập thành", StringComparison.Ordinal));
        Assert.NotNull(last.ParagraphProperties!.KeepNext);
        Assert.Equal("EndGap", Assert.IsType<W.Paragraph>(last.NextSibling()).ParagraphProperties!.ParagraphStyleId!.Val!.Value);
        var signed = Assert.IsType<W.Table>(last.NextSibling()!.NextSibling());
        Assert.Single(signed.Elements<W.TableRow>());
        Assert.Equal(2, signed.Descendants<W.TableCell>().Count());
        Assert.NotNull(signed.Descendants<W.CantSplit>().SingleOrDefault());
    }

    [Fact]
    public void Its_properties_name_the_paper_and_the_agency_and_no_person()
    {
        using var file = Open(OfficialSamples.Decision());
        Assert.Equal("QUYẾT ĐỊNH: Về việc công nhận sản phẩm công nghiệp chủ lực thành phố Hà Nội năm 2025", file.PackageProperties.Title);
        Assert.Equal("SỞ CÔNG THƯƠNG", file.PackageProperties.Creator);
        Assert.Equal("SỞ CÔNG THƯƠNG", file.PackageProperties.LastModifiedBy);
        Assert.Equal("vi-VN", file.PackageProperties.Language);
        Assert.Null(file.PackageProperties.Created);
    }

    [ToolTheory("pdfinfo")]
    [InlineData("=1+1", "=1+1")]
    [InlineData("<b>&amp;</b> <w:p/> ]]>", "<b>&amp;</b> <w:p/> ]]>")]
    [InlineData("{{x}} { PAGE } {TOC \\o}", "{{x}} { PAGE } {TOC \\o}")]
    [InlineData("a\u202Eb\u200Fc\u0000d\u0007e\uFFFEf\u0008", "abcdef")]
    [InlineData("HYPERLINK \"https://example.com\" MERGEFIELD x", "HYPERLINK \"https://example.com\" MERGEFIELD x")]
    [InlineData("Phươ\u0323ng Đo\u0309 k\u2011l\u00A0m", "Phượng Đỏ k-l m")]
    public void Names_that_look_like_something_else_stay_text_in_both(string typed, string read)
    {
        var document = new OfficialDocument
        {
            FileName = "a",
            Head = new Letterhead(typed, typed, typed, typed, 2025) { GivenNumber = typed },
            Title = typed,
            Subject = typed,
            Addressees = [typed],
            Authority = typed,
            Bases = [typed],
            Enacting = typed,
            RunningHead = typed,
            Source = typed,
            Body =
            [
                new Prose(new RichText([new Run(typed, IsBold: true)])), new Article(1, typed), new Heading(typed), new Items([typed]), new Facts([new(typed, typed)]), new SmallPrint(typed),
                new Listed(Table.Of([typed]).Text(typed, text => text).Code(typed, text => text).Table(typed)), new WritingRoom(typed, 1),
                new FillIn([new(typed, 0)], [new FillRow([new(typed, typed)])]),
            ],
            Signatures = [new Signature([typed], typed, typed) { Dated = typed }],
            Recipients = [typed],
            Annexes = [new Annex(typed, typed, [new Prose(typed)]) { Reference = typed }],
        };
        var word = OfficialReading.Word(document);
        Assert.Empty(Faults(word));
        var words = string.Join(' ', OfficialReading.WordsOfWord(word));
        Assert.Equal(35, words.Split(read).Length - 1);
        Assert.Equal(words, string.Join(' ', OfficialReading.WordsOfPdf(OfficialReading.Pdf(document))));
        using var file = WordprocessingDocument.Open(new MemoryStream(word), false);
        var roots = file.MainDocumentPart!.Parts.Select(part => part.OpenXmlPart.RootElement!).Append(file.MainDocumentPart.Document).ToList();
        Assert.Equal("PAGE", Assert.Single(roots.SelectMany(root => root.Descendants<W.SimpleField>())).Instruction!.Value);
        Assert.DoesNotContain(roots.SelectMany(root => root.Descendants()), part => part is W.FieldChar or W.FieldCode or W.Hyperlink or OpenXmlUnknownElement);
        Assert.Empty(file.MainDocumentPart.ExternalRelationships);
        Assert.Equal(2, roots.Where(root => root is W.Header or W.Footer).Count(root => string.Concat(root.Descendants<W.Paragraph>().Select(OfficialReading.TextOf)).Replace('\u00A0', ' ').Contains(read, StringComparison.Ordinal)));
    }

    [ToolFact("pdftotext", "pdffonts")]
    public void Every_Vietnamese_letter_is_in_both_in_all_four_faces()
    {
        var lines = Samples.Letters.Chunk(20).Select(part => new string(part)).Append("₫đĐ–“”…").ToArray();
        Run[] faces = [new("", false, false), new("", true, false), new("", false, true), new("", true, true)];
        var document = Long with { Body = [.. faces.SelectMany(face => lines.Select(line => new Prose(new RichText([face with { Text = line }]))))] };
        using var folder = new TemporaryFolder();
        var pdf = folder.Put("a.pdf", OfficialReading.Pdf(document));
        var read = InstalledTool.PdfToText.Run(pdf, "-").Split('\n').Select(line => line.Trim()).ToList();
        Assert.All(lines, line => Assert.Equal(4, read.Count(one => one == line)));
        string[] names = ["LiberationSerif ", "LiberationSerif-Bold ", "LiberationSerif-Italic ", "LiberationSerif-BoldItalic "];
        var fonts = InstalledTool.PdfFonts.Run(pdf);
        Assert.All(names, name => Assert.Matches($@"\+{name}.* yes yes yes ", fonts));
        using var file = Open(document);
        var runs = file.MainDocumentPart!.Document.Descendants<W.Run>().ToList();
        Assert.All(lines, line => Assert.Equal(
            [(false, false), (true, false), (false, true), (true, true)],
            runs.Where(run => run.InnerText == line).Select(run => (run.RunProperties?.Bold is not null, run.RunProperties?.Italic is not null))));
    }

    private static WordprocessingDocument Open(OfficialDocument document) => WordprocessingDocument.Open(new MemoryStream(OfficialReading.Word(document)), false);

    private static List<string> Faults(byte[] word)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(word), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")];
    }

    private static int Pages(string path) => int.Parse(PageCount().Match(InstalledTool.PdfInfo.Run(path)).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?m)^Pages: +(\d+)")]
    private static partial Regex PageCount();
}
