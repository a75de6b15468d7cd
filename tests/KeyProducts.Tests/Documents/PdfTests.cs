using System.Text.RegularExpressions;
using KeyProducts.Documents;
using KeyProducts.Documents.Pdf;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Documents;

/// <summary>The PDF, as other people's programs read it.</summary>
public sealed partial class PdfTests
{
    [ToolTheory("qpdf", "pdffonts")]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(61, true)]
    [InlineData(500, false)]
    public void The_checker_finds_nothing_and_every_font_is_embedded(int rows, bool groups)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Put("list.pdf", Samples.List(rows, groups).Bytes(PdfReport.Write));
        Assert.Contains("No syntax or stream encoding errors found", InstalledTool.Qpdf.Run("--check", path), StringComparison.Ordinal);
        var fonts = InstalledTool.PdfFonts.Run(path).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.Equal(3, fonts.Length); // Upright, bold, italic.
        Assert.All(fonts, font => Assert.Matches("^[A-Z]{6}\\+LiberationSerif.*CID TrueType +Identity-H +yes yes yes ", font));
    }

    [ToolFact("pdftotext")]
    public void Every_Vietnamese_letter_comes_back_in_every_face()
    {
        Assert.Equal(134, Samples.Letters.Length);
        var lines = Samples.Letters.Chunk(20).Select(part => new string(part)).Append("₫ – “Đ” … ’").ToArray();
        var report = Samples.Of(Samples.Words(lines)) with
        {
            Title = string.Join('\n', lines),
            Lines = lines,
            Facts = [.. lines.Select(line => new Fact(line, line))],
        };
        var read = Text(report).Split(['\n', '\f']).SelectMany(line => TwoSpaces().Split(line.Trim())).ToList();
        Assert.All(lines, line => Assert.Equal(5, read.Count(part => part == line)));
    }

    [ToolFact("pdftotext")]
    public void Decomposed_letters_come_back_composed() =>
        Assert.Contains("Phượng Đỏ Ế", Text(Samples.Of(Samples.Words("Phươ\u0323ng Đo\u0309 E\u0302\u0301"))), StringComparison.Ordinal);

    [ToolFact("pdftotext")]
    public void What_the_font_lacks_is_seen_to_be_missing_and_what_cannot_be_seen_is_gone()
    {
        var read = Text(Samples.Of(Samples.Words("a漢b😀c", "d\u202Ee\u200Ff\u0000g\u0007h", "i\uD800j", "k\u2011l\u00A0m")));
        Assert.Matches("a[□\uFFFD?]b[□\uFFFD?]c", read);
        Assert.Contains("defgh", read, StringComparison.Ordinal);
        Assert.Matches("i[□\uFFFD?]j", read);
        Assert.Contains("k-l m", read, StringComparison.Ordinal);
    }

    [ToolFact("pdftotext", "pdfinfo")]
    public void Text_that_looks_like_markup_or_operators_stays_text()
    {
        const string Marked = "<b>&amp; (a) \\) Tj ET endstream %PDF [<0041>]";
        var report = Samples.Of(Samples.Words(Marked)) with { Title = Marked };
        Assert.Equal(2, Text(report).Split(Marked).Length - 1);
        Assert.Contains("Title:           " + Marked, Info(report), StringComparison.Ordinal);
    }

    [ToolFact("pdfinfo")]
    public void It_tells_its_title_its_language_and_its_structure()
    {
        var report = Samples.List(36, groups: true);
        var info = Info(report);
        Assert.Contains("Title:           " + Samples.Title, info, StringComparison.Ordinal);
        Assert.Matches("Tagged: +yes", info);
        Assert.Matches("Metadata Stream: +yes", info);
        var structure = Info(report, "-struct-text");
        string[] kinds = ["Document", "H1 ", "P ", "Table ", "THead", "TBody", "TR", "TH", "TD"];
        Assert.All(kinds, kind => Assert.Matches($@"(?m)^ *{kind}", structure));
        Assert.Single(Regex.Matches(structure, "\"Mã số thuế\"")); // The header of later pages repeats it for the eye only.
        Assert.Equal(36, Regex.Count(structure, "\"0100109106\""));
        Assert.Equal(6, Regex.Count(structure, "/Scope /Column"));
        Assert.Equal(Samples.Industries.Length + report.Facts.Count, Regex.Count(structure, "/Scope /Row"));
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes()
    {
        var first = Samples.List(61, groups: true).Bytes(PdfReport.Write);
        Assert.Equal(first, Samples.List(61, groups: true).Bytes(PdfReport.Write));
        Assert.NotEqual(first, Samples.List(60, groups: true).Bytes(PdfReport.Write));
    }

    [ToolFact("pdftotext")]
    public void Numbers_are_written_as_the_reports_language_writes_them()
    {
        var report = Samples.List(1);
        Assert.Contains("1.235,5", Text(report), StringComparison.Ordinal);
        Assert.Contains("1,235.5", Text(report with { Language = "en" }), StringComparison.Ordinal);
        Assert.Contains("31/08/2025", Text(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Reports_written_at_the_same_time_do_not_disturb_each_other()
    {
        var alone = Samples.List(36).Bytes(PdfReport.Write);
        var together = new byte[8][];
        Parallel.For(0, together.Length, i => together[i] = Samples.List(36).Bytes(PdfReport.Write));
        Assert.All(together, bytes => Assert.Equal(alone, bytes));
    }

    /// <summary>The text of the whole file; pages end with a form feed.</summary>
    internal static string Text(Report report, params string[] options)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Put("report.pdf", report.Bytes(PdfReport.Write));
        return InstalledTool.PdfToText.Run([.. options, "-layout", path, "-"]);
    }

    private static string Info(Report report, params string[] options)
    {
        using var folder = new TemporaryFolder();
        return InstalledTool.PdfInfo.Run([.. options, folder.Put("report.pdf", report.Bytes(PdfReport.Write))]);
    }

    [GeneratedRegex(" {2,}")]
    private static partial Regex TwoSpaces();
}
