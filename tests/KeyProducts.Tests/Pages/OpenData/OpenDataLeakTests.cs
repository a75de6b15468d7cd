using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using KeyProducts.Domain;
using KeyProducts.Tests.Documents;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.OpenData;

/// <summary>What must not be in open data, with something stored that could be.</summary>
public sealed class OpenDataLeakTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task What_is_not_published_is_in_no_file_and_appears_with_its_publication()
    {
        var names = await app.ReadAsync(db => db.Nominations.Where(one => one.Programme.Year == 2025 && one.Status == NominationStatus.Accepted).Select(one => one.Product.Vietnamese).ToListAsync());
        var hidden = names.Except(await app.ReadAsync(db => db.Nominations.Where(one => one.Programme.Year == 2024).Select(one => one.Product.Vietnamese).ToListAsync())).ToList();
        Assert.True(hidden.Count > 20);
        Assert.Contains(hidden, (await EverythingAsync()).Contains);
        await app.ChangeAsync(async db => (await db.Programmes.SingleAsync(one => one.Year == 2025)).Unpublish("Đính chính"));

        var before = await EverythingAsync();

        Guard.None(hidden.Where(before.Contains));
        Assert.DoesNotContain("recognised-products/2025.", string.Join(' ', await OpenDataFile.AllAsync(app)), StringComparison.Ordinal);
        // What the press says of the year stays; nothing of our own stands beside it.
        Assert.All((await OpenDataFile.ReadAsync(app, "/open-data/statistics/2025.csv")).Column("source"), Assert.NotEmpty);
        using (var answer = await app.Visitor().GetAsync("/open-data/recognised-products/2025.json"))
        {
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Equal(["2024"], (await OpenDataFile.ReadAsync(app, "/open-data/businesses.csv")).Column("years").Distinct());
        using var known = await app.Visitor().GetAsync("/open-data/recognised-products.csv");
        app.Clock.Now += TimeSpan.FromHours(1);
        await app.ChangeAsync(async db => (await db.Programmes.SingleAsync(one => one.Year == 2025)).Publish(app.Clock.Now.UtcDateTime));

        Assert.Equal(35, (await OpenDataFile.ReadAsync(app, "/open-data/recognised-products/2025.json")).Rows.Count);
        using var after = await app.Visitor().GetAsync("/open-data/recognised-products.csv");
        Assert.NotEqual(known.Headers.ETag, after.Headers.ETag);
        Assert.True(after.Content.Headers.LastModified > known.Content.Headers.LastModified);
    }

    [Fact]
    public async Task A_year_that_is_judged_or_in_consultation_is_in_no_file()
    {
        var names = await app.ReadAsync(db => db.Nominations.Where(one => one.Programme.Year == 2026).Select(one => one.Product.Vietnamese).ToListAsync());
        var earlier = await app.ReadAsync(db => db.Nominations.Where(one => one.Programme.Year < 2026).Select(one => one.Product.Vietnamese).ToListAsync());
        var own = names.Except(earlier).ToList();
        Assert.True(own.Count > 20);
        var judged = await EverythingAsync();
        Guard.None(own.Where(judged.Contains));

        await app.ChangeAsync(async db =>
        {
            var programme = await db.Programmes.SingleAsync(one => one.Year == 2026);
            db.Entry(programme).Property(one => one.Stage).CurrentValue = Stage.Consultation;
            programme.PublishConsultation(new ConsultationTerms("Phòng Quản lý công nghiệp", true, true), new DateOnly(2026, 11, 20), new DateOnly(2026, 12, 1), app.Clock.Now.UtcDateTime);
        });
        var consulted = await EverythingAsync();
        Guard.None(own.Where(consulted.Contains));
        Assert.DoesNotContain("2026.json", consulted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_lists_and_figures_of_sources_are_in_open_data_once_they_are_public()
    {
        await app.ChangeAsync(async db =>
        {
            var business = await BusinessAsync(db);
            db.Add(new PastProduct(new PastProductContent(2021, "Khóa thông minh Ế Ữ", business.Name.Vietnamese, "0100109106", "Điện, điện tử", true, "Báo Ế Ữ số 7"), business));
            db.Add(new PastProduct(new PastProductContent(2021, "Đèn Ế Ữ", null, null, null, false, "Báo Ế Ữ số 8"), null));
            // The year has a list of its own.
            db.Add(new PastProduct(new PastProductContent(2025, "Sản phẩm kể lại Ế Ữ", null, null, null, false, "Báo Ế Ữ số 9"), null));
            db.Add(new PastFigure(new PastFigureContent(2019, PastMeasure.Export, null, 12_345_678_950, Exactness.MoreThan, FigureBase.Business, 2018, "Báo Ế Ữ số 10", null), isPublic: false));
        });
        var before = await EverythingAsync();
        Assert.DoesNotContain("Ế Ữ", before, StringComparison.Ordinal);
        await app.ChangeAsync(async db =>
        {
            await db.PastProducts.ForEachAsync(one => one.Show(true));
            await db.PastFigures.ForEachAsync(one => one.Show(true));
        });

        var products = await OpenDataFile.ReadAsync(app, "/open-data/recognised-products/2021.csv");
        var number = $"{await app.ReadAsync(async db => (await BusinessAsync(db)).Number)}";
        Assert.Equal(
            [("", "Khóa thông minh Ế Ữ", number, "true", "Báo Ế Ữ số 7"), ("", "Đèn Ế Ữ", "", "false", "Báo Ế Ữ số 8")],
            products.Rows.Select(row => (row[1], row[2], row[4], row[9], row[13])));
        var businesses = await OpenDataFile.ReadAsync(app, "/open-data/businesses.csv");
        Assert.StartsWith("2021;", businesses.Column("years")[businesses.Column("business_number").ToList().IndexOf(number)], StringComparison.Ordinal);
        var figure = Assert.Single((await OpenDataFile.ReadAsync(app, "/open-data/published-figures/2019.json")).Rows, row => row[1] == "export");
        Assert.Equal(["2019", "export", "Xuất khẩu", "Export", "", "123456789.5", "USD", "more_than", "business", "2018", "Báo Ế Ữ số 10", ""], figure);
        var after = await EverythingAsync();
        Assert.DoesNotContain("số 9", after, StringComparison.Ordinal);
        Assert.DoesNotContain("0100109106", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_person_no_tax_code_and_no_figure_of_a_business_is_in_any_file()
    {
        await app.ChangeAsync(async db =>
        {
            var programme = await db.Programmes.SingleAsync(one => one.Year == 2025);
            db.Entry(programme).Property(one => one.Stage).CurrentValue = Stage.Consultation;
            db.Add(Comment.Enter(programme, 1, new CommentDetails("Đặng Ế Ữ Góp Ý", "Hội Ế Ữ", "0900 000 777", 1, "Ý kiến Ế Ữ về sản phẩm"), new DateOnly(2026, 11, 20), [], "K7Q2-MX4T", Officers.Hoa, app.Clock.Now.UtcDateTime));
            db.Entry(programme).Property(one => one.Stage).CurrentValue = Stage.Recognised;
        });
        var secrets = await app.ReadAsync(async db => new List<string?>(
        [
            "Đặng Ế Ữ Góp Ý", "Hội Ế Ữ", "0900 000 777", "Ý kiến Ế Ữ", "K7Q2-MX4T",
            .. (await db.Businesses.Unmerged().Select(one => new { one.TaxCode, one.Address.Street, one.Contact.Name, one.Contact.Phone, one.Contact.Email }).ToListAsync())
                .SelectMany(one => new[] { one.TaxCode, one.Street, one.Name, one.Phone, one.Email }),
            .. await db.Judges.Select(one => one.Name).ToListAsync(),
            .. await db.Users.Select(one => one.FullName).ToListAsync(),
            .. (await db.Nominations.Where(one => one.Programme.Year < 2026).SelectMany(one => one.Figures).Select(one => one.Revenue).ToListAsync()).Where(dong => dong > 1_000_000).Select(dong => $"{dong}"),
            .. (await db.Certificates.ToListAsync()).Select(one => $"{one.Code}"),
        ]));
        var sought = secrets.Where(one => one is { Length: > 3 }).Select(one => one!).Distinct().ToList();
        Assert.True(sought.Count > 300, $"{sought.Count}");

        var everything = await EverythingAsync(withoutPage: true);

        // The sign before a domain stands in the words on formulas alone.
        Guard.None(sought.Where(one => one.All(char.IsAsciiDigit) ? Regex.IsMatch(everything, $@"(?<!\d){one}(?!\d)") : everything.Contains(one, StringComparison.Ordinal)));
        Assert.DoesNotMatch("[^ ]@[^ ]", everything);
    }

    [Fact]
    public async Task Names_that_look_like_formulas_stay_text_in_every_format()
    {
        await app.ChangeAsync(async db =>
        {
            var number = int.Parse((await OpenDataFile.ReadAsync(app, "/open-data/businesses.csv")).Column("business_number")[0], null);
            var business = await db.Businesses.Unmerged().SingleAsync(one => one.Number == number);
            business.Change(DetailsOf(business) with { Name = BilingualName.Of("=HYPERLINK(\"http://a.example\";\"Ế\")", "-1+1"), Address = new Address(null, "0012", null, "@SUM(A1)") });
        });
        var csv = Encoding.UTF8.GetString(await OpenDataFile.BytesAsync(app, "/open-data/businesses.csv"));
        Assert.Contains("\"'=HYPERLINK(\"\"http://a.example\"\";\"\"Ế\"\")\",'-1+1,0012,'@SUM(A1),", csv, StringComparison.Ordinal);
        using var workbook = new Workbook(await OpenDataFile.BytesAsync(app, "/open-data/businesses.xlsx"));
        Assert.Empty(workbook.Sheet().Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>());
        var cell = workbook.Cell("B2");
        Assert.Equal(("=HYPERLINK(\"http://a.example\";\"Ế\")", true, "0012"), (workbook.Text(cell), workbook.Format(cell).QuotePrefix?.Value, workbook.Text(workbook.Cell("D2"))));
        Assert.Equal("=HYPERLINK(\"http://a.example\";\"Ế\")", (await OpenDataFile.ReadAsync(app, "/open-data/businesses.json")).Column("name_vi")[0]);
    }

    [Fact]
    public async Task The_last_change_is_that_of_what_can_be_seen()
    {
        var before = await LastChangeAsync();
        app.Clock.Now += TimeSpan.FromHours(1);
        await app.ChangeAsync(async db =>
        {
            var business = await BusinessAsync(db);
            business.Change(DetailsOf(business) with { Contact = new Contact("Đỗ Ế Ữ", "0900", null) });
        });
        Assert.Equal(before, await LastChangeAsync());
        await app.ChangeAsync(async db =>
        {
            var business = await BusinessAsync(db);
            business.Change(DetailsOf(business) with { Name = business.Name with { English = "Renamed JSC" } });
        });
        Assert.Equal(app.Clock.Now, await LastChangeAsync());
        app.Clock.Now += TimeSpan.FromHours(1);
        await app.ChangeAsync(async db =>
        {
            var business = await db.Businesses.Unmerged().Include(one => one.Figures).SingleAsync(one => one.Number == db.Nominations.Where(own => own.Programme.Year == 2025 && own.Number == 1).Select(own => own.Business.Number).Single());
            business.SetFigures(2023, 1_234_567_000_000, null, null);
        });
        Assert.Equal(app.Clock.Now, await LastChangeAsync());
        Assert.Contains("Renamed JSC", (await OpenDataFile.ReadAsync(app, "/open-data/businesses.csv")).Column("name_en"));
    }

    [Theory]
    [InlineData("/open-data")]
    [InlineData("/open-data/recognised-products.json")]
    [InlineData("/openapi/v1.json")]
    public async Task Two_years_ask_no_more_of_the_database_than_one(string address)
    {
        // Whoever is signed in gets nothing from the cache.
        var officer = await app.SignedInAsync("officer");
        var both = await QueriesAsync(officer, address);
        await app.ChangeAsync(async db => (await db.Programmes.SingleAsync(one => one.Year == 2025)).Unpublish("Thử"));
        Assert.Equal((await QueriesAsync(officer, address)).Count, both.Count);
        Assert.InRange(both.Count, 5, 25);
    }

    [Fact]
    public async Task Before_the_first_publication_there_are_files_without_rows()
    {
        await app.ChangeAsync(async db => await db.Programmes.Where(one => one.PublishedAt != null).ForEachAsync(one => one.Unpublish("Thử")));
        foreach (var ending in new[] { "csv", "json", "xlsx" })
        {
            Assert.Empty((await OpenDataFile.ReadAsync(app, $"/open-data/recognised-products.{ending}")).Rows);
        }

        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().OpenAsync("/open-data")).Status);
        Assert.DoesNotContain("recognised-products/{year}", Encoding.UTF8.GetString(await OpenDataFile.BytesAsync(app, "/openapi/v1.json")), StringComparison.Ordinal);
    }

    private static Task<Business> BusinessAsync(AppDbContext db) => db.Nominations.Where(one => one.Programme.Year == 2025 && one.Number == 1).Select(one => one.Business).SingleAsync();

    private static BusinessDetails DetailsOf(Business business) => new(business.Name, business.TaxCode, business.TaxCodeReason, business.Address, business.Contact, business.Ownership, business.Website);

    private async Task<IReadOnlyList<string>> QueriesAsync(Visitor visitor, string address)
    {
        // Once before, for what the program asks once and keeps.
        (await visitor.GetAsync(address)).Dispose();
        return await app.Queries.OfAsync(async () => (await visitor.GetAsync(address)).Dispose());
    }

    private async Task<DateTimeOffset?> LastChangeAsync()
    {
        using var answer = await app.Visitor().GetAsync("/open-data/businesses.csv");
        return answer.Content.Headers.LastModified;
    }

    // Every word of every file, of the description and of the page.
    private async Task<string> EverythingAsync(bool withoutPage = false)
    {
        var words = new StringBuilder();
        foreach (var address in (await OpenDataFile.AllAsync(app)).Append("/openapi/v1.json").Concat(withoutPage ? [] : ["/open-data"]))
        {
            var bytes = await OpenDataFile.BytesAsync(app, address);
            if (address.EndsWith(".xlsx", StringComparison.Ordinal))
            {
                using var workbook = new Workbook(bytes);
                words.AppendJoin('\n', workbook.File.WorkbookPart!.SharedStringTablePart!.SharedStringTable.Select(text => text.InnerText));
            }
            else
            {
                words.Append(Encoding.UTF8.GetString(bytes));
            }
        }

        return words.ToString();
    }
}
