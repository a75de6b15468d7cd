using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Workbook = KeyProducts.Tests.Documents.Workbook;

namespace KeyProducts.Tests.Pages;

/// <summary>The recognition workbook: its sheets, figures, charts, and what it says of where it comes from.</summary>
public sealed class RecognitionBookTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData(2024, "vi")]
    [InlineData(2025, "en")]
    public async Task Its_statistics_are_those_of_the_page(int year, string language)
    {
        var officer = await app.SignedInAsync("officer", language);
        var page = await officer.OpenAsync($"/programmes/{year}/recognition");
        using var book = await BookAsync(officer, year);
        Assert.Empty(book.Complaints());
        var culture = CultureInfo.GetCultureInfo(language == "vi" ? "vi-VN" : "en");
        // Of each industry and in total: products, businesses, in the top, revenue, export.
        var shown = RankingPageTests.RowsOf(page, 2).Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToList()).ToList();
        var statistics = book.Rows(4).Select(row => row.Split('|')).ToList();
        foreach (var row in shown)
        {
            var found = statistics.Where(one => one[0] == row[0]).ToList();
            Assert.Equal(3, found.Count);
            var values = found[0][1..].Concat(found[1][1..]).Select(text => decimal.Parse(text, CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(row[1..].Select(text => decimal.Parse(text, culture)), values);
            // First recognitions and renewals add up to the products.
            Assert.Equal(values[0], found[2][1..].Sum(text => decimal.Parse(text, CultureInfo.InvariantCulture)));
        }

        Assert.Equal(page.TextsAt(".facts dd").Count, statistics.Count(one => one.Length == 2 && page.TextsAt(".facts dt").Contains(one[0])));
    }

    [Fact]
    public async Task It_has_its_sheets_charts_and_properties()
    {
        using var book = await BookAsync(await app.SignedInAsync("auditor"), 2025);
        Assert.Equal(["Danh sách", "Top 10", "Theo ngành", "Doanh nghiệp", "Thống kê", "Nguồn số liệu"], book.SheetNames);
        var titles = Sheet(book, 4).DrawingsPart!.ChartParts.Select(part => part.ChartSpace.Descendants<C.Title>().First().InnerText);
        Assert.Equal(
            [
                "Công nhận lần đầu và công nhận lại theo ngành (số sản phẩm)", "Doanh thu sản phẩm theo ngành năm 2024 (tỷ đồng)",
                "Sản phẩm và doanh nghiệp theo ngành", "Xuất khẩu sản phẩm theo ngành năm 2024 (triệu USD)",
            ],
            titles.Order(StringComparer.Ordinal));
        Assert.Null(book.File.PackageProperties.Creator);
        Assert.Equal("Sở Công Thương Hà Nội", book.File.ExtendedFilePropertiesPart!.Properties.Company!.Text);
        // The list and the businesses can be filtered and stay below their headers.
        foreach (var sheet in new[] { book.Sheet(0), book.Sheet(3) })
        {
            Assert.Single(sheet.Descendants<AutoFilter>());
            Assert.Single(sheet.Descendants<Pane>());
        }

        Assert.Equal(6, book.DefinedNames.Count(name => name.Name == "_xlnm.Print_Area"));
        // A code is text, a figure a number.
        var row = book.RowOf("1|");
        Assert.Equal(CellValues.SharedString, book.Cell($"D{row}").DataType!.Value);
        Assert.Equal("[$-42A]#,##0.0", book.WholeNumberFormat(book.Cell($"F{row}")));
        Assert.Null(book.Cell($"F{row}").DataType);
    }

    [Fact]
    public async Task It_says_where_the_figures_come_from_and_how_to_check_them()
    {
        var officer = await app.SignedInAsync("officer", "en");
        var hash = (await officer.OpenAsync("/programmes/2025/recognition")).TextAt("code.hash");
        using var book = await BookAsync(officer, 2025);
        var origin = string.Join('\n', book.Rows(5));
        Assert.Contains($"SHA-256|{hash}", origin, StringComparison.Ordinal);
        foreach (var words in new[] { "Year|2025", "Stage|Recognised", "Data year|2024", "Demonstration data", "No. 1 of 2025", "http://localhost/verify", "Rule 1|", "dated 05/11/2025" })
        {
            Assert.Contains(words, origin, StringComparison.Ordinal);
        }

        Assert.All(Enumerable.Range(0, 6), sheet => Assert.Contains(hash, book.Sheet(sheet).Descendants<OddFooter>().Single().Text, StringComparison.Ordinal));
        // Before it is final it says that.
        using var draft = await BookAsync(officer, 2026);
        Assert.Contains("None: the result is not finalised", string.Join('\n', draft.Rows(5)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_names_stay_text_and_no_year_is_too_small_or_too_large()
    {
        using var own = new TestApp();
        string[] hostile = ["=1+1", "<b>đậm</b>", "{{năm}}", "@SUM(A1)", "a\u202Eb\u200Fc"];
        await YearOfRows.AddAsync(own, 9, 2027, year => year.Set(year.Rules with { PassMark = null, Quorum = 1 }));
        await own.ChangeAsync(async db =>
        {
            var nominations = await db.Nominations.Include(one => one.Business).Where(one => one.Programme.Year == 2027).OrderBy(one => one.Number).ToListAsync();
            var year = await db.Programmes.WithTables().SingleAsync(one => one.Year == 2027);
            foreach (var (nomination, name) in nominations.Zip(hostile))
            {
                nomination.Change(year, new NominationContent(new BilingualName(name, null), null, nomination.IndustryId, nomination.TrackId, null), "Thử tên lạ");
            }
        });
        var officer = await own.SignedInAsync("officer");
        using var book = await BookAsync(officer, 2027);
        Assert.Empty(book.Complaints());
        var cells = Enumerable.Range(0, 6).SelectMany(sheet => book.Sheet(sheet).Descendants<Cell>()).ToList();
        Assert.DoesNotContain(cells, cell => cell.CellFormula is not null);
        var texts = cells.Where(cell => cell.DataType?.Value == CellValues.SharedString).Select(book.Text).ToHashSet();
        Assert.Empty(hostile.Select(name => name[0] == 'a' ? "abc" : name).Except(texts));

        // A year of one product without a score, too.
        using var other = new TestApp();
        await YearOfRows.AddAsync(other, 1, 2028, year => year.Set(year.Rules with { Quorum = 9 }));
        using var empty = await BookAsync(await other.SignedInAsync("officer"), 2028);
        Assert.Empty(empty.Complaints());
        Assert.Equal(6, empty.SheetNames.Count);
        Assert.Null(Sheet(empty, 4).DrawingsPart);
        Assert.Contains("Chưa có sản phẩm nào đủ điều kiện công nhận.", string.Join('\n', empty.Rows(0)), StringComparison.Ordinal);
    }

    private static WorksheetPart Sheet(Workbook book, int index) => (WorksheetPart)book.File.WorkbookPart!.GetPartById($"rId{index + 1}");

    private static async Task<Workbook> BookAsync(Visitor reader, int year) =>
        new(await (await reader.GetAsync($"/programmes/{year}/recognition/excel")).Content.ReadAsByteArrayAsync());
}
