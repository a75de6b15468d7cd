using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.PastYears;

/// <summary>Past years: figures with their sources, contradictions, old lists through a preview, and what becomes public.</summary>
public sealed class PastYearsPageTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_second_source_is_kept_beside_the_first_and_the_contradiction_is_shown_to_everybody()
    {
        var officer = await app.SignedInAsync("officer", "en");
        var mark = await app.HistoryMarkAsync();
        var saved = await officer.SubmitAsync(
            await officer.OpenAsync("/past-years/figures/new?year=2019"), ("Input.Measure", "RecognisedProducts"), ("Input.Value", "29"), ("Input.Source", "kinhtedothi.vn 1"));
        Assert.Equal("/past-years/2019", saved.Address);
        var entry = Assert.Single(await app.HistorySinceAsync(mark));
        Assert.Equal((AuditAct.Added, nameof(PastFigure), 2019), (entry.Act, entry.Kind, entry.Year));
        var page = await app.Visitor("en").OpenAsync("/statistics/2019");
        Assert.Contains("Sources differ. Products recognised: 30 (laodong.vn 772513); 29 (kinhtedothi.vn 1).", page.TextsAt(".doubts li"));
        // The figure that was there first stays the one that is counted.
        Assert.Equal("300", (await app.Visitor("en").OpenAsync("/statistics")).TextsAt(".facts dd")[0]);
    }

    [Fact]
    public async Task A_source_says_a_thing_of_a_year_once_and_nothing_typed_is_lost()
    {
        var officer = await app.SignedInAsync("officer", "en");
        var refused = await officer.SubmitAsync(
            await officer.OpenAsync("/past-years/figures/new?year=2019"), ("Input.Measure", "RecognisedProducts"), ("Input.Value", "31"), ("Input.Source", "laodong.vn 772513"), ("Input.Note", "Bản in"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(refused.Errors, error => error.Contains("entered already", StringComparison.Ordinal));
        Assert.Equal(("31", "Bản in"), (refused.ValueOf("Input.Value"), refused.ValueOf("Input.Note")));
    }

    [Fact]
    public async Task A_figure_is_changed_and_removed_for_a_reason_that_the_history_keeps()
    {
        var officer = await app.SignedInAsync("officer", "en");
        var id = await app.ReadAsync(db => db.PastFigures.Where(one => one.Year == 2022 && one.Measure == PastMeasure.Export).Select(one => one.Id).SingleAsync());
        var page = await officer.OpenAsync($"/past-years/figures/{id}");
        Assert.Equal("550,000,000", page.ValueOf("Input.Value").Replace(".00", "", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.SubmitAsync(page, ("Input.Value", "560000000"))).Status);
        var mark = await app.HistoryMarkAsync();
        await officer.SubmitAsync(await officer.OpenAsync($"/past-years/figures/{id}"), ("Input.Value", "560000000"), ("Input.Reason", "Nhập nhầm"));
        var changed = Assert.Single(await app.HistorySinceAsync(mark));
        Assert.Equal((AuditAct.Changed, "Nhập nhầm"), (changed.Act, changed.Reason));
        Assert.Equal(56_000_000_000, await app.ReadAsync(db => db.PastFigures.Where(one => one.Id == id).Select(one => one.Value).SingleAsync()));
        mark = await app.HistoryMarkAsync();
        var removing = await officer.OpenAsync($"/past-years/figures/{id}");
        await officer.SubmitAsync(removing.Form("main form"), "Remove this figure", ("Input.Reason", "Trùng"));
        Assert.Equal((AuditAct.Removed, "Trùng"), Assert.Single(await app.HistorySinceAsync(mark)) is var gone ? (gone.Act, gone.Reason) : default);
        Assert.False(await app.ReadAsync(db => db.PastFigures.AnyAsync(one => one.Id == id)));
    }

    [Fact]
    public async Task A_figure_that_is_not_public_is_read_by_readers_alone()
    {
        var officer = await app.SignedInAsync("officer", "en");
        await officer.SubmitAsync(
            await officer.OpenAsync("/past-years/figures/new?year=2010"), ("Input.Measure", "RecognisedProducts"), ("Input.Value", "17"), ("Input.Source", "bản thảo"), ("Input.IsPublic", null));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().GetAsync("/statistics/2010")).StatusCode);
        Assert.Equal("300", (await app.Visitor().OpenAsync("/statistics")).TextsAt(".facts dd")[0]);
        Assert.Equal("317", (await officer.OpenAsync("/statistics")).TextsAt(".facts dd")[0]);
    }

    [Fact]
    public async Task An_old_list_is_stored_only_once_its_preview_is_confirmed_and_public_only_once_it_is_published()
    {
        var known = await app.ReadAsync(db => db.Businesses.OrderBy(one => one.Number).Select(one => new { one.Id, one.Name.Vietnamese, one.TaxCode }).FirstAsync(one => one.TaxCode != null));
        var officer = await app.SignedInAsync("officer", "en");
        var preview = await SendAsync(officer, ImportFile.Xlsx(
            ["TT", "Tên sản phẩm", "Tên doanh nghiệp", "Mã số thuế", "Top 10"],
            [1, "Quạt trần Ế Ữ", "Công ty Quạt Ế Ữ", known.TaxCode, "x"],
            [2, "Ổ khoá Ế Ữ", known.Vietnamese, null, null],
            [3, "Dây điện Ế Ữ", null, null, null]));
        Assert.Contains("New: 3", preview.Text, StringComparison.Ordinal);
        Assert.Equal(2, preview.Document.QuerySelectorAll("[name='Input.Links']").Length);
        Assert.Equal(0, await app.ReadAsync(db => db.PastProducts.CountAsync()));

        var mark = await app.HistoryMarkAsync();
        // The second is another business of the same name: unticked.
        var form = preview.Form("form:has([name='Input.Fingerprint'])");
        var first = preview.At("[name='Input.Links']").GetAttribute("value");
        var done = await officer.SubmitAsync(form, null, ("Input.Links", first));
        Assert.Equal("/past-years", done.Address);
        var stored = await app.ReadAsync(db => db.PastProducts.ToListAsync());
        Assert.Equal([("Quạt trần Ế Ữ", known.Id)], stored.Where(one => one.BusinessId != null).Select(one => (one.Product, one.BusinessId!.Value)));
        Assert.All(stored, one => Assert.Equal((2010, "Quyết định 1/QĐ", false), (one.Year, one.Source, one.IsPublic)));
        var entries = await app.HistorySinceAsync(mark);
        Assert.Equal(3, entries.Count(entry => entry is { Act: AuditAct.Added, Kind: nameof(PastProduct), Year: 2010 }));

        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().GetAsync("/statistics/2010")).StatusCode);
        mark = await app.HistoryMarkAsync();
        await officer.SubmitAsync(await officer.OpenAsync("/past-years/2010/publish"), ("Input.Reason", "Đã đối chiếu"));
        Assert.All(await app.HistorySinceAsync(mark), entry => Assert.Equal("Đã đối chiếu", entry.Reason));
        Assert.Equal(3, await app.ReadAsync(db => db.PublicPastProducts().CountAsync()));
        var statistics = await app.Visitor().OpenAsync("/statistics/2010");
        var link = statistics.Document.QuerySelectorAll("main td a").First(one => one.TextContent.Trim() == "3").GetAttribute("href")!;
        Assert.Equal("/recognised/2010", link);
        var list = await app.Visitor().OpenAsync(link);
        Assert.All(stored, one => Assert.Contains(one.Product, list.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(known.TaxCode!, list.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(known.TaxCode!, (await app.Visitor().OpenAsync("/statistics/2010")).Body, StringComparison.Ordinal);
        await officer.SubmitAsync(await officer.OpenAsync("/past-years/2010/publish"), ("Input.Reason", "Có sai sót"));
        Assert.Equal(0, await app.ReadAsync(db => db.PublicPastProducts().CountAsync()));

        // The same file again changes nothing, but for the link that was not confirmed.
        var again = await SendAsync(officer, ImportFile.Xlsx(["Tên sản phẩm", "Tên doanh nghiệp", "Top 10"], ["Quạt trần Ế Ữ", "Công ty Quạt Ế Ữ", "x"], ["Dây điện Ế Ữ", null, null]));
        Assert.Contains("Unchanged: 2", again.Text, StringComparison.Ordinal);
        Assert.Contains("The file changes nothing", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_row_names_its_cell_and_what_to_do_and_nothing_is_imported()
    {
        var officer = await app.SignedInAsync("officer", "en");
        var preview = await SendAsync(officer, ImportFile.Xlsx(
            ["Tên sản phẩm", "Tên doanh nghiệp", "Năm", "Top 10"],
            ["Quạt", "Công ty A", 1999, null],
            [null, "Công ty B", 2010, null],
            ["Khoá", "Công ty C", 1998, "có lẽ"],
            ["Dây", "Công ty D", 2010, null],
            ["dây", "Công ty D", 2010, null]));
        Assert.True(preview.Status == HttpStatusCode.OK, preview.Text);
        var errors = preview.TextsAt(".preview .error");
        Assert.Contains(errors, error => error.StartsWith("C2 Year: “1999” – The year must lie between 2005 and 2100.", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.StartsWith("A3 Product: Give the name of the product.", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.StartsWith("C4 Year: “1998”", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.StartsWith("D4 Top: “có lẽ” – ", StringComparison.Ordinal));
        Assert.Equal(2, errors.Count(error => error.Contains("stands in the rows 5, 6", StringComparison.Ordinal)));
        Assert.Empty(preview.Document.QuerySelectorAll("main button[type=submit]"));
    }

    [Fact]
    public async Task The_blank_workbook_comes_back_through_the_import()
    {
        var officer = await app.SignedInAsync("officer");
        var bytes = await (await officer.GetAsync("/past-years/workbook")).Content.ReadAsByteArrayAsync();
        using (var book = new KeyProducts.Tests.Documents.Workbook(bytes))
        {
            Assert.Empty(book.Complaints());
        }

        var page = await officer.OpenAsync("/past-years/import");
        var refused = await officer.UploadAsync(page.Form("form[enctype]"), "Input.File", [new ChosenFile("mau.xlsx", bytes)], null, ("Input.Source", "Báo Ế Ữ"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("Báo Ế Ữ", refused.ValueOf("Input.Source"));
    }

    [Fact]
    public async Task The_pages_ask_as_much_for_many_products_and_figures_as_for_few()
    {
        var officer = await app.SignedInAsync("officer");
        string[] addresses = ["/past-years", "/past-years/2010", "/statistics", "/statistics/2010", "/statistics/rows?measure=RecognisedProducts", "/statistics/businesses", "/statistics/growth"];
        await AddAsync(1, 1);
        var few = await CountAsync();
        await AddAsync(2, 40);
        Assert.Equal(few, await CountAsync());
        Assert.All(few, count => Assert.InRange(count, 1, 25));

        async Task<List<int>> CountAsync()
        {
            var counts = new List<int>();
            foreach (var address in addresses)
            {
                (await officer.GetAsync(address)).Dispose();
                counts.Add((await app.Queries.OfAsync(async () => (await officer.GetAsync(address)).Dispose())).Count);
            }

            return counts;
        }

        Task AddAsync(int from, int to) => app.ChangeAsync(async db =>
        {
            var businesses = await db.Businesses.Unmerged().OrderBy(one => one.Number).ToListAsync();
            for (var row = from; row <= to; row++)
            {
                db.Add(new PastProduct(new PastProductContent(2010, $"Sản phẩm {row}", $"Công ty {row}", null, null, false, "Báo"), businesses[row % businesses.Count]));
                db.Add(new PastFigure(new PastFigureContent(2010, PastMeasure.RecognisedProducts, null, 40, Exactness.Exact, null, null, $"Báo {row}", null), true));
            }
        });
    }

    private static async Task<Page> SendAsync(Visitor officer, byte[] file)
    {
        var page = await officer.OpenAsync("/past-years/import?year=2010");
        return await officer.UploadAsync(page.Form("form[enctype]"), "Input.File", [new ChosenFile("danh-sach.xlsx", file)], null, ("Input.Source", "Quyết định 1/QĐ"));
    }
}
