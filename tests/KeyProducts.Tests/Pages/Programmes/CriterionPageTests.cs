using System.Net;
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
        var result = await app.ReadAsync(async db => (await new ScoringService(db, new FinalResults()).LiveAsync(await db.Programmes.WithCriteria().SingleAsync(one => one.Year == 2028))).Result);
        Assert.Equal(4m, Assert.Single(result.Ranked).Criteria[0].Mean);
    }
}
