using System.Net;
using System.Text.Json;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Reports.Public;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Pages.OpenData;

/// <summary>Open data as it is handed out: right, whole, the same in every format, and nothing besides.</summary>
public sealed class OpenDataTests(OpenDataTests.Demonstration demonstration) : IClassFixture<OpenDataTests.Demonstration>
{
    private static readonly string[] Money = ["revenue", "export"];

    private readonly TestApp app = demonstration.App;

    [Theory]
    [InlineData(2024, 36, 25)]
    [InlineData(2025, 35, 28)]
    public async Task The_lists_of_2024_and_2025_equal_the_published_figures(int year, int products, int businesses)
    {
        var own = await OpenDataFile.ReadAsync(app, $"/open-data/recognised-products/{year}.csv");
        Assert.Equal((products, businesses), (own.Rows.Count, own.Column("business_number").Distinct().Count()));
        Assert.Equal(10, own.Column("is_top").Count(top => top == "true"));
        Assert.All(own.Column("year"), one => Assert.Equal($"{year}", one));
        var whole = await OpenDataFile.ReadAsync(app, "/open-data/recognised-products.csv");
        Assert.Equal(own.Rows, whole.Rows.Where(row => row[0] == $"{year}"));
        Assert.Equal(businesses, (await OpenDataFile.ReadAsync(app, "/open-data/businesses.csv")).Column("years").Count(years => years.Split(';').Contains($"{year}")));
    }

    [Fact]
    public async Task What_the_press_printed_of_2018_to_2025_is_there_and_sums_up_to_300_products_and_209_recognitions_of_businesses()
    {
        var figures = await OpenDataFile.ReadAsync(app, "/open-data/published-figures.csv");
        (string Year, string Value)[] Of(string measure) => [.. figures.Column("measure").Index().Where(one => one.Item == measure).Select(one => (figures.Column("year")[one.Index], figures.Column("value")[one.Index]))];
        Assert.Equal([("2018", "61"), ("2019", "30"), ("2020", "26"), ("2021", "46"), ("2022", "33"), ("2023", "33"), ("2024", "36"), ("2025", "35")], Of("recognised_products"));
        Assert.Equal([("2018", "36"), ("2019", "22"), ("2020", "19"), ("2021", "30"), ("2022", "25"), ("2023", "24"), ("2024", "25"), ("2025", "28")], Of("recognised_businesses"));
        Assert.Equal((300, 209), (Of("recognised_products").Sum(one => int.Parse(one.Value, null)), Of("recognised_businesses").Sum(one => int.Parse(one.Value, null))));
        Assert.Equal([("2024", "8"), ("2025", "11")], Of("over_thousand_billion").Where(one => one.Year is "2024" or "2025"));
        Assert.Equal([("2024", "10"), ("2025", "6")], Of("in_top_500").Where(one => one.Year is "2024" or "2025"));
        Assert.Equal([("2021", "40000000000000"), ("2022", "76800000000000"), ("2023", "62000000000000"), ("2024", "50000000000000"), ("2025", "42000000000000")], Of("revenue"));
        Assert.Equal([("2021", "1000000000"), ("2022", "550000000"), ("2023", "3600000000"), ("2024", "1000000000"), ("2025", "190000000")], Of("export"));
        Assert.All(figures.Column("source"), Assert.NotEmpty);
    }

    [Fact]
    public async Task The_lists_are_those_that_the_public_site_shows()
    {
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var list in await scope.ServiceProvider.GetRequiredService<PublishedLists>().AllAsync())
        {
            var file = await OpenDataFile.ReadAsync(app, $"/open-data/recognised-products/{list.Year}.csv");
            Assert.Equal(
                list.Products.OrderBy(product => product.Number).Select(product => (
                    $"{product.Number}", product.Name.Vietnamese, product.Name.English ?? "", $"{product.BusinessNumber}", product.Business.Vietnamese, product.Industry.Vietnamese, product.IsTop ? "true" : "false", $"{product.RenewsYear}",
                    list.Decision!.Number, list.IsDemonstration ? "true" : "false")),
                file.Rows.Select(row => (row[1], row[2], row[3], row[4], row[5], row[7], row[9], row[10], row[11], row[14])));
        }
    }

    [Theory]
    [InlineData(2024, 36, 25, 8, 10, 49, 50, 1_000)]
    [InlineData(2025, 35, 28, 11, 6, 41, 42, 190)]
    public async Task The_statistics_of_2024_and_2025_equal_the_published_figures(int year, int products, int businesses, int overThousand, int listed, int atLeastTrillions, int belowTrillions, int aboutMillions)
    {
        var file = await OpenDataFile.ReadAsync(app, $"/open-data/statistics/{year}.csv");
        decimal Of(string measure) => decimal.Parse(Assert.Single(file.Rows, row => row[1] == measure && row[4] == "year")[7], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal((products, businesses, overThousand, listed), (Of("recognised_products"), Of("recognised_businesses"), Of("over_thousand_billion"), Of("in_top_500")));
        Assert.InRange(Of("revenue"), atLeastTrillions * 1_000_000_000_000m, belowTrillions * 1_000_000_000_000m);
        Assert.InRange(Of("export"), aboutMillions * 950_000m, aboutMillions * 1_050_000m);
        // Its parts add up to it, whichever way it is taken apart; money that is kept back is missing there.
        foreach (var parts in file.Rows.Where(row => row[4] != "year" && row[1] == "recognised_products").GroupBy(row => row[4]))
        {
            Assert.Equal(products, parts.Sum(row => int.Parse(row[7], null)));
        }

        Assert.Equal(["industry", "ownership", "track", "ward", "year"], file.Column("part_of").Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(file.Rows, row => row[1] == "revenue" && row[7].Length == 0);
        Assert.All(file.Rows.Where(row => row[7].Length == 0), row => Assert.Contains(row[1], Money));
    }

    [Fact]
    public async Task Names_of_columns_and_their_kinds_stay_as_they_were_published()
    {
        var dictionary = await OpenDataFile.ReadAsync(app, "/open-data/dictionary.csv");
        KnownText.Check("open-data-columns.txt", dictionary.Rows.Select(row => $"{row[0]} {row[2]}: {row[3]}{(row[4].Length > 0 ? $" ({row[4]})" : "")}{(row[5] == "true" ? ", can be empty" : "")}"));
    }

    [Fact]
    public async Task The_list_of_businesses_sums_up_the_list_of_products()
    {
        var products = await OpenDataFile.ReadAsync(app, "/open-data/recognised-products.json");
        var businesses = await OpenDataFile.ReadAsync(app, "/open-data/businesses.json");
        var expected = products.Column("business_number").Zip(products.Column("year"), products.Column("is_top")).GroupBy(one => one.First)
            .OrderBy(own => long.Parse(own.Key, null))
            .Select(own => (own.Key, $"{own.Count()}", $"{own.Count(one => one.Third == "true")}", string.Join(';', own.Select(one => one.Second).Distinct().Order(StringComparer.Ordinal))));
        Assert.Equal(expected, businesses.Column("business_number").Select((number, row) => (number, businesses.Column("recognitions")[row], businesses.Column("top_recognitions")[row], businesses.Column("years")[row])));
    }

    [Fact]
    public async Task CSV_JSON_and_workbook_of_every_dataset_hold_the_same_rows()
    {
        var all = await OpenDataFile.AllAsync(app);
        Assert.Equal(all.Count, all.Distinct().Count());
        foreach (var address in all.Where(one => one.EndsWith(".csv", StringComparison.Ordinal)).Select(one => one[..^4]))
        {
            var csv = await OpenDataFile.ReadAsync(app, address + ".csv");
            Assert.NotEmpty(csv.Rows);
            foreach (var ending in new[] { ".json", ".xlsx" })
            {
                var same = await OpenDataFile.ReadAsync(app, address + ending);
                Assert.Equal(csv.Columns, same.Columns);
                Assert.Equal(csv.Rows, same.Rows);
            }
        }
    }

    [Fact]
    public async Task Every_column_is_in_the_dictionary_and_every_entry_of_it_is_a_column()
    {
        var dictionary = await OpenDataFile.ReadAsync(app, "/open-data/dictionary.csv");
        var entries = dictionary.Column("dataset").Zip(dictionary.Column("position"), dictionary.Column("column")).ToList();
        var files = (await OpenDataFile.AllAsync(app)).Where(one => one.Split('/').Length == 3 && one.EndsWith(".csv", StringComparison.Ordinal)).ToList();
        var columns = new List<(string, string, string)>();
        foreach (var address in files)
        {
            columns.AddRange((await OpenDataFile.ReadAsync(app, address)).Columns.Select((column, place) => (address.Split('/', '.')[2], $"{place + 1}", column)));
        }

        Assert.Equal(columns.Order(), entries.Order());
        Assert.All(dictionary.Column("column"), name => Assert.Matches("^[a-z][a-z0-9_]*$", name));
        // Each is explained in both languages, and not with the words of the other.
        Assert.All(dictionary.Column("meaning_vi").Zip(dictionary.Column("meaning_en")), both => Assert.True(both.First.Length > 0 && both.Second.Length > 0 && both.First != both.Second, both.Second));
        Assert.All(dictionary.Column("example"), Assert.NotEmpty);
    }

    [Fact]
    public async Task A_column_is_empty_only_where_the_dictionary_says_so()
    {
        var dictionary = await OpenDataFile.ReadAsync(app, "/open-data/dictionary.csv");
        foreach (var own in dictionary.Column("dataset").Zip(dictionary.Column("column"), dictionary.Column("can_be_empty")).Where(one => one.Third == "false").GroupBy(one => one.First))
        {
            var file = await OpenDataFile.ReadAsync(app, $"/open-data/{own.Key}.csv");
            Assert.All(own, column => Assert.DoesNotContain("", file.Column(column.Second)));
        }
    }

    [Fact]
    public async Task A_workbook_begins_with_its_header_and_carries_its_dictionary()
    {
        using var workbook = new Documents.Workbook(await OpenDataFile.BytesAsync(app, "/open-data/businesses.xlsx"));
        Assert.Equal(["businesses", "dictionary"], workbook.SheetNames);
        Assert.Equal("business_number|name_vi|name_en|ward|city|recognitions|top_recognitions|years|first_year|last_year|is_demonstration", workbook.Rows()[0]);
        Assert.Equal("dataset|position|column|type|unit|can_be_empty|meaning_vi|meaning_en|example", workbook.Rows(1)[0]);
        Assert.Equal(11, workbook.Rows(1).Count - 1);
        // A year is a number without a sign for thousands; several years are text.
        var row = workbook.Rows().Select((text, index) => (text, index)).First(one => one.text.Contains("2024;2025", StringComparison.Ordinal)).index + 1;
        Assert.Equal((0u, 49u), (workbook.NumberFormatId(workbook.Cell($"I{row}")), workbook.NumberFormatId(workbook.Cell($"H{row}"))));
    }

    [Fact]
    public async Task Files_are_the_same_in_every_language()
    {
        foreach (var address in await OpenDataFile.AllAsync(app))
        {
            using var vietnamese = await app.Visitor("vi").GetAsync(address);
            using var english = await app.Visitor("en").GetAsync(address);
            Assert.Equal(await vietnamese.Content.ReadAsByteArrayAsync(), await english.Content.ReadAsByteArrayAsync());
            Assert.Empty(english.Content.Headers.ContentLanguage);
        }
    }

    [Theory]
    [InlineData("/open-data/recognised-products/2025.csv", "text/csv; charset=utf-8", "keyproducts-recognised-products-2025.csv")]
    [InlineData("/open-data/businesses.json", "application/json; charset=utf-8", "keyproducts-businesses.json")]
    [InlineData("/open-data/dictionary.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "keyproducts-dictionary.xlsx")]
    public async Task A_file_says_what_it_is_and_other_sites_may_read_it(string address, string type, string name)
    {
        using var answer = await app.Visitor().GetAsync(address);
        Assert.Equal(type, answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(("attachment", name), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileName));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal(("*", "cross-origin"), (Header(answer, "Access-Control-Allow-Origin"), Header(answer, "Cross-Origin-Resource-Policy")));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains("ETag", Header(answer, "Access-Control-Expose-Headers"), StringComparison.Ordinal);
        Assert.DoesNotContain("no-store", Header(answer, "Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_sites_may_read_open_data_and_no_page()
    {
        foreach (var page in new[] { "/open-data", "/", "/check" })
        {
            using var answer = await app.Visitor().GetAsync(page);
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"), page);
            Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        }

        using var asked = new HttpRequestMessage(HttpMethod.Options, "/open-data/businesses.json");
        asked.Headers.Add("Origin", "https://example.org");
        asked.Headers.Add("Access-Control-Request-Method", "GET");
        asked.Headers.Add("Access-Control-Request-Headers", "if-none-match");
        using var allowed = await app.Visitor().SendAsync(asked);
        Assert.Equal((HttpStatusCode.NoContent, "*", "GET, HEAD"), (allowed.StatusCode, Header(allowed, "Access-Control-Allow-Origin"), Header(allowed, "Access-Control-Allow-Methods")));
        using var posted = await app.Visitor().PostAsync("/open-data/businesses.json");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
    }

    [Fact]
    public async Task Who_has_the_file_already_is_told_so_without_it()
    {
        foreach (var address in (await OpenDataFile.AllAsync(app)).Append("/openapi/v1.json"))
        {
            using var first = await app.Visitor().GetAsync(address);
            Assert.False(first.Headers.ETag!.IsWeak);
            using var again = await AskAsync(HttpMethod.Get, address, ("If-None-Match", first.Headers.ETag.ToString()));
            Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length));
            Assert.Equal((first.Headers.ETag, "*"), (again.Headers.ETag, Header(again, "Access-Control-Allow-Origin")));
            using var other = await AskAsync(HttpMethod.Get, address, ("If-None-Match", "\"0000\""));
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
            using var since = await AskAsync(HttpMethod.Get, address, ("If-Modified-Since", first.Content.Headers.LastModified!.Value.ToString("R")));
            Assert.Equal(HttpStatusCode.NotModified, since.StatusCode);
            using var head = await AskAsync(HttpMethod.Head, address);
            Assert.Equal((HttpStatusCode.OK, first.Headers.ETag, first.Content.Headers.ContentLength), (head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentLength));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory]
    [InlineData("/open-data/recognised-products.pdf")]
    [InlineData("/open-data/recognised-products")]
    [InlineData("/open-data/judges.csv")]
    [InlineData("/open-data/recognised-products/2026.csv")]
    [InlineData("/open-data/recognised-products/1999.json")]
    [InlineData("/open-data/recognised-products/all.json")]
    [InlineData("/open-data/businesses/2025.json")]
    [InlineData("/open-data/recognised-products/2025/14.json")]
    public async Task What_is_not_there_is_answered_in_two_plain_sentences(string address)
    {
        using var answer = await app.Visitor().GetAsync(address);
        Assert.Equal((HttpStatusCode.NotFound, "text/plain; charset=utf-8"), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
        Assert.Equal(
            "Không có dữ liệu mở ở địa chỉ này. Danh sách các tập dữ liệu: /open-data\nThere are no open data at this address. All datasets are listed here: /open-data\n",
            await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_page_shows_every_dataset_with_its_columns_files_and_their_sizes()
    {
        var page = await app.Visitor("en").OpenAsync("/open-data");
        var dictionary = await OpenDataFile.ReadAsync(app, "/open-data/dictionary.csv");
        foreach (var dataset in dictionary.Column("dataset").Distinct())
        {
            var section = page.At($"section[aria-labelledby='{dataset}']");
            Assert.Equal(
                dictionary.Rows.Where(row => row[0] == dataset).Select(row => (row[2], row[6])),
                section.QuerySelectorAll("td [lang=vi].hint").Select(meaning => (meaning.Closest("tr")!.QuerySelector("th code")!.TextContent, meaning.TextContent)));
            Assert.StartsWith($"{(await OpenDataFile.ReadAsync(app, $"/open-data/{dataset}.csv")).Rows.Count} rows · last change ", section.QuerySelector("p.source")!.TextContent, StringComparison.Ordinal);
        }

        var links = page.Document.QuerySelectorAll("a[download]").Select(link => (Address: link.GetAttribute("href")!, Size: link.QuerySelector("small")?.TextContent)).ToList();
        Assert.Equal((await OpenDataFile.AllAsync(app)).Append("/openapi/v1.json").Order(StringComparer.Ordinal), links.Select(link => link.Address).Order(StringComparer.Ordinal));
        foreach (var (address, size) in links.Where(link => link.Size is not null))
        {
            Assert.Equal($"{Math.Ceiling((await OpenDataFile.BytesAsync(app, address)).Length / 1024m)} kB", size);
        }
    }

    [Fact]
    public async Task Nothing_is_said_that_grants_rights_before_a_licence_is_set()
    {
        Assert.Contains("No licence has been named yet.", (await app.Visitor("en").OpenAsync("/open-data")).Text, StringComparison.Ordinal);
        using var set = TestApp.InProduction(new Dictionary<string, string>
        {
            ["KeyProducts:OpenDataLicence:Name"] = "CC BY 4.0",
            ["KeyProducts:OpenDataLicence:Address"] = "https://creativecommons.org/licenses/by/4.0/",
        });
        var page = await set.Visitor("en").OpenAsync("/open-data");
        Assert.Equal(("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"), (page.TextAt("a[rel~=license]"), page.At("a[rel~=license]").GetAttribute("href")));
        using var file = JsonDocument.Parse(await OpenDataFile.BytesAsync(set, "/open-data/businesses.json"));
        Assert.Equal(("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"), (file.RootElement.GetProperty("licence").GetProperty("en").GetString(), file.RootElement.GetProperty("licence_address").GetString()));
        using var description = JsonDocument.Parse(await OpenDataFile.BytesAsync(set, "/openapi/v1.json"));
        Assert.Equal("CC BY 4.0", description.RootElement.GetProperty("info").GetProperty("license").GetProperty("name").GetString());
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await app.Visitor().SendAsync(request);
    }

    private static string Header(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.GetValues(name));

    /// <summary>The demonstration, only read.</summary>
    public sealed class Demonstration : IDisposable
    {
        public TestApp App { get; } = new();

        public void Dispose() => App.Dispose();
    }
}
