using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Pages;

/// <summary>The files of the recognition list say what its page says.</summary>
public sealed class RecognitionFileTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData(2024, "vi")]
    [InlineData(2025, "vi")]
    [InlineData(2025, "en")]
    public async Task The_workbook_has_the_headline_figures_and_every_cell_of_the_page(int year, string language)
    {
        var officer = await app.SignedInAsync("officer", language);
        var page = await officer.OpenAsync($"/programmes/{year}/recognition");
        using var file = new MemoryStream(await (await officer.GetAsync($"/programmes/{year}/recognition/excel")).Content.ReadAsByteArrayAsync());
        using var workbook = SpreadsheetDocument.Open(file, isEditable: false);

        var cells = CellsOf(workbook);
        Assert.Empty(FactsOf(page).SelectMany(fact => new[] { fact.Label, fact.Value }).Except(cells));
        var words = page.TextsAt("main td:not(.number)").Where(text => text.Length > 0);
        Assert.Empty(words.Except(cells));
        Assert.Contains(page.TextAt("h1"), cells);
    }

    [ToolTheory("pdftotext")]
    [InlineData(2024, "vi")]
    [InlineData(2025, "vi")]
    [InlineData(2025, "en")]
    public async Task The_pdf_has_the_headline_figures_of_the_page(int year, string language)
    {
        var officer = await app.SignedInAsync("officer", language);
        var page = await officer.OpenAsync($"/programmes/{year}/recognition");
        using var folder = new TemporaryFolder();
        var file = folder.Put("list.pdf", await (await officer.GetAsync($"/programmes/{year}/recognition/pdf")).Content.ReadAsByteArrayAsync());
        var text = InstalledTool.PdfToText.Run("-layout", "-enc", "UTF-8", file, "-");

        Assert.Contains(page.TextAt("h1"), text, StringComparison.Ordinal);
        Assert.All(FactsOf(page), fact => Assert.Matches($@"(?m)^\s*{Regex.Escape(fact.Label)}\s+{Regex.Escape(fact.Value)}\s*$", text));
    }

    [Fact]
    public async Task A_tax_code_keeps_its_zeros_in_the_workbook()
    {
        var officer = await app.SignedInAsync("officer");
        using var file = new MemoryStream(await (await officer.GetAsync("/programmes/2025/recognition/excel")).Content.ReadAsByteArrayAsync());
        using var workbook = SpreadsheetDocument.Open(file, isEditable: false);

        Assert.Contains("0197137305", CellsOf(workbook));
    }

    private static List<(string Label, string Value)> FactsOf(Support.Page page) => [.. page.TextsAt(".facts dt").Zip(page.TextsAt(".facts dd"))];

    private static HashSet<string> CellsOf(SpreadsheetDocument workbook)
    {
        var book = workbook.WorkbookPart!;
        var shared = book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText).ToList() ?? [];
        return [.. book.WorksheetParts.SelectMany(sheet => sheet.Worksheet!.Descendants<Cell>()).Select(cell =>
            cell.DataType?.Value == CellValues.SharedString
                ? shared[int.Parse(cell.InnerText, System.Globalization.CultureInfo.InvariantCulture)]
                : cell.InnerText)];
    }
}
