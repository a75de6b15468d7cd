using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Programmes;

/// <summary>A criterion that a declared figure makes points of: how staff write it down, and that it counts.</summary>
public sealed class CriterionPageTests : IAsyncLifetime, IDisposable
{
    private const string Criteria = "/programmes/2027/criteria";

    private readonly TestApp app = new();
    private Guid criterion;

    public Task InitializeAsync() => app.ChangeAsync(async db =>
    {
        var year = (await db.Programmes.WithTables().SingleAsync(one => one.Year == 2026)).CopyFor(2027);
        criterion = year.Criteria[0].Id;
        db.Add(year);
    });

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Bands_are_written_down_row_by_row_shown_in_the_list_and_in_the_history()
    {
        var officer = await app.SignedInAsync("officer", "en");
        var mark = await app.HistoryMarkAsync();
        var saved = await officer.SubmitAsync(
            await officer.OpenAsync($"{Criteria}/{criterion}"), ("Input.Figure", "revenue"),
            ("Input.Bands[0].From", "10,000,000,000"), ("Input.Bands[0].Points", "4"), ("Input.Bands[1].From", "100,000,000,000"), ("Input.Bands[1].Points", "7.5"));

        Assert.Equal(Criteria, saved.Address);
        Assert.Contains("from 10,000,000,000: 4 points; from 100,000,000,000: 7.5 points", saved.Text, StringComparison.Ordinal);
        Assert.Contains("10000000000:4 100000000000:7.5", Assert.Single(await app.HistorySinceAsync(mark)).ReadChanges().Select(change => change.To));
        Assert.Equal("7.5", (await officer.OpenAsync($"{Criteria}/{criterion}")).ValueOf("Input.Bands[1].Points"));
    }

    [Theory]
    [InlineData("", "", "Give at least one band: from which figure on it gives how many points.")]
    [InlineData("1000", "", "Fill in this field.")]
    [InlineData("1000", "99", "A band gives between 0 and")]
    public async Task A_band_that_is_none_is_refused_and_what_was_typed_stays(string from, string points, string sentence)
    {
        var officer = await app.SignedInAsync("officer", "en");
        var refused = await officer.SubmitAsync(
            await officer.OpenAsync($"{Criteria}/{criterion}"), ("Input.Figure", "export"), ("Input.Bands[0].From", from), ("Input.Bands[0].Points", points));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(refused.Errors, error => error.Contains(sentence, StringComparison.Ordinal));
        Assert.Equal((from, points), (refused.ValueOf("Input.Bands[0].From"), refused.ValueOf("Input.Bands[0].Points")));
    }

    [Fact]
    public async Task What_the_bands_give_is_shown_on_this_year_s_dossiers_and_nothing_is_saved()
    {
        await NominateAsync(null, 3_000_000_000, 12_400_000_000, 100_000_000);
        var officer = await app.SignedInAsync("officer", "en");
        var (before, mark) = (await app.StateAsync(), await app.HistoryMarkAsync());

        // The name of a new criterion may still be missing.
        var page = await officer.SubmitAsync(
            Editor(await officer.OpenAsync($"{Criteria}/{criterion}")), "Show what the bands give", ("Input.Name", ""), ("Input.Figure", "revenue"),
            ("Input.Bands[0].From", "1,000,000,000"), ("Input.Bands[0].Points", "4"), ("Input.Bands[1].From", "5,000,000,000"), ("Input.Bands[1].Points", "3.5"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(
            ["Below 1 billion đồng there are 0 points.", "Each band reaches up to the next, so there is no gap between them; the last has no upper end.",
                "The band from 5 billion đồng gives fewer points than the one below it.", "No band gives the maximum of 10 points; the most is 4.",
                "Dossiers that do not declare the figure: 1. As long as it is missing, they get no score at all."],
            page.TextsAt("section.panel li"));
        Assert.Equal(["below 1|0.00|1", "from 1 to below 5|4.00|1", "from 5|3.50|1", "not declared||1"], Rows(page, 0));
        Assert.Equal(["3|Sản phẩm 3|12.4|from 5|3.50", "2|Sản phẩm 2|3.0|from 1 to below 5|4.00", "4|Sản phẩm 4|0.1|below 1|0.00", "1|Sản phẩm 1||not declared|"], Rows(page, 1));
        Assert.Equal(("", "5,000,000,000"), (page.ValueOf("Input.Name"), page.ValueOf("Input.Bands[1].From")));
        Assert.Equal(before, await app.StateAsync());
        Assert.Empty(await app.HistorySinceAsync(mark));
    }

    [Fact]
    public async Task A_dossier_that_is_closed_to_the_reader_is_counted_without_name_number_and_figure()
    {
        await NominateAsync(3_000_000_000, 12_400_000_000);
        await app.ChangeAsync(async db =>
        {
            var year = await db.Programmes.WithTables().SingleAsync(one => one.Year == 2027);
            var officer = await db.FindByEmailAsync("officer@demo.local");
            var judge = new Judge(year, officer.Id, new JudgeDetails("Đinh Thị Hữu Hạnh", null, null, CouncilRole.Secretary));
            db.Add(judge);
            db.Add(new Recusal(year, await db.Nominations.SingleAsync(one => one.ProgrammeId == year.Id && one.Number == 2), judge, ConflictKind.Family, null, app.Clock.Now.UtcDateTime));
        });
        var officer = await app.SignedInAsync("officer", "en");
        var page = await officer.SubmitAsync(
            Editor(await officer.OpenAsync($"{Criteria}/{criterion}")), "Show what the bands give", ("Input.Figure", "revenue"), ("Input.Bands[0].From", "0"), ("Input.Bands[0].Points", "4"));

        Assert.Equal(["|A dossier that is closed to you||from 0|4.00", "1|Sản phẩm 1|3.0|from 0|4.00"], Rows(page, 1));
        Assert.Equal(["from 0|4.00|2", "not declared||0"], Rows(page, 0));
        Assert.DoesNotContain("12.4", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_is_previewed_in_millions_of_dollars()
    {
        await NominateAsync(3_000_000_000);
        var officer = await app.SignedInAsync("officer");
        var page = await officer.SubmitAsync(
            Editor(await officer.OpenAsync($"{Criteria}/{criterion}")), "Xem các bậc cho bao nhiêu điểm", ("Input.Figure", "export"), ("Input.Bands[0].From", "500.000"), ("Input.Bands[0].Points", "7,5"));
        Assert.Equal(["1|Sản phẩm 1|1,50|từ 0,5|7,50"], Rows(page, 1));
    }

    [Theory]
    [InlineData("", "1000", "5", "Input.Figure", "Choose the figure that the bands look at.")]
    [InlineData("revenue", "", "", "Input.Bands[0].From", "Give at least one band: from which figure on it gives how many points.")]
    [InlineData("revenue", "x", "5", "Input.Bands[0].From", "“x” is not a number.")]
    [InlineData("revenue", "1000", "11", "Input.Bands[0].Points", "A band gives between 0 and 10 points, with at most two decimals.")]
    public async Task Bands_that_cannot_be_are_not_previewed(string figure, string from, string points, string field, string sentence)
    {
        var officer = await app.SignedInAsync("officer", "en");
        var refused = await officer.SubmitAsync(
            Editor(await officer.OpenAsync($"{Criteria}/{criterion}")), "Show what the bands give", ("Input.Figure", figure), ("Input.Bands[0].From", from), ("Input.Bands[0].Points", points));

        Assert.Equal((HttpStatusCode.BadRequest, from), (refused.Status, refused.ValueOf("Input.Bands[0].From")));
        Assert.Equal(sentence, refused.TextAt($"#{refused.At($"[name='{field}']").Id}-error"));
        Assert.Null(refused.Document.QuerySelector("section.panel table"));
    }

    [Fact]
    public async Task There_are_as_many_rows_as_bands_are_wanted_and_the_one_out_of_order_is_named()
    {
        var officer = await app.SignedInAsync("officer", "en");
        var page = await officer.OpenAsync($"{Criteria}/{criterion}");
        for (var press = 1; press <= 2; press++)
        {
            page = await officer.SubmitAsync(Editor(page), "More rows", ("Input.Max", "zehn"), ("Input.Bands[0].From", "1000"));
        }

        Assert.Equal((HttpStatusCode.OK, 12, "zehn", "1000"), (page.Status, page.Document.QuerySelectorAll("table.bands tbody tr").Length, page.ValueOf("Input.Max"), page.ValueOf("Input.Bands[0].From")));
        Assert.Empty(page.Errors);
        var bands = Enumerable.Range(0, 12).SelectMany(row => new (string, string?)[] { ($"Input.Bands[{row}].From", $"{(row == 10 ? 3 : row + 1)}000"), ($"Input.Bands[{row}].Points", $"{row / 2}") }).ToArray();
        var refused = await officer.SubmitAsync(Editor(page), "Save", [("Input.Max", "10"), ("Input.Figure", "revenue"), .. bands]);
        Assert.Equal("The bands must rise: each begins above the one before.", refused.TextAt($"#{refused.At("[name='Input.Bands[10].From']").Id}-error"));

        Assert.Equal(Criteria, (await officer.SubmitAsync(Editor(refused), "Save", ("Input.Bands[10].From", "11000"))).Address);
        Assert.Equal(12, await app.ReadAsync(async db => (await db.Set<Criterion>().SingleAsync(one => one.Id == criterion)).Bands.Count));
    }

    [Fact]
    public async Task A_computed_criterion_gives_the_same_points_on_the_sheet_and_in_the_score_and_asks_no_judge()
    {
        await YearOfRows.AddAsync(app, 1, 2028, year =>
        {
            year.Set(year.Rules with { Quorum = 1 });
            var first = year.Criteria[0];
            year.Change(first, first.Content with { Figure = "revenue", Bands = "500000000:4 2000000000:8" });
        });

        var judge = await app.SignedInAsync("judge1", "en");
        var sheet = await judge.OpenAsync("/programmes/2028/judging/1");
        var computed = await app.ReadAsync(async db => (await db.Programmes.WithCriteria().SingleAsync(one => one.Year == 2028)).Criteria[0]);
        Assert.Empty(sheet.Document.QuerySelectorAll($"[name='Input.Marks[{computed.Id}]']"));
        Assert.Contains(computed.Name.In("en"), sheet.Text, StringComparison.Ordinal);
        var result = await app.ReadAsync(async db => (await new ScoringService(db, new FinalResults(), new LiveResults(), TimeProvider.System).LiveAsync(await db.Programmes.WithCriteria().SingleAsync(one => one.Year == 2028))).Result);
        Assert.Equal(4m, Assert.Single(result.Ranked).Criteria[0].Mean);
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement Editor(Page page) => page.Form("main form.form");

    private static List<string> Rows(Page page, int table) =>
        [.. page.Document.QuerySelectorAll("section.panel table")[table].QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim())))];

    // Dossiers of 2027 with these revenues; exports are 1.5 million US dollars each.
    private Task NominateAsync(params long?[] revenues) => app.ChangeAsync(async db =>
    {
        var year = await db.Programmes.WithTables().SingleAsync(one => one.Year == 2027);
        year.Advance(ProgrammeCounts.None, "Thử");
        foreach (var (place, revenue) in revenues.Index())
        {
            var business = new Business(940 + place, new BusinessDetails(
                new BilingualName($"Doanh nghiệp Ế Ữ {place}", null), null, null, new Address(null, null, null, null), new Contact(null, null, null), Ownership.Private, null));
            var nomination = new Nomination(year, business, new NominationContent(new BilingualName($"Sản phẩm {place + 1}", null), null, year.Industries[0].Id, year.Tracks[0].Id, null), new DateOnly(2026, 11, 2));
            nomination.Declare(year, year.DataYear, FigureBase.Product, new FigureContent(revenue, 150_000_000), null);
            db.Add(nomination);
        }
    });
}
