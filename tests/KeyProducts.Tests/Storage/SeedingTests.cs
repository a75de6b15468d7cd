using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Storage;

public sealed class SeedingTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_demonstration_has_two_recognised_years_and_one_in_judging_that_is_open_now()
    {
        var years = await app.ReadAsync(db => db.Programmes.OrderBy(programme => programme.Year).ToListAsync());
        Assert.Equal([(2024, Stage.Recognised), (2025, Stage.Recognised), (2026, Stage.Judging)], years.Select(year => (year.Year, year.Stage)));
        years[2].RequireJudgingOpen(app.Clock.Now.UtcDateTime);
    }

    [Theory]
    [InlineData("2026-03-01")]
    [InlineData("2029-07-15")]
    public async Task Judging_of_the_demonstration_is_open_whenever_it_is_loaded(string day)
    {
        await using var late = TestApp.Fresh();
        late.Clock.Now = DateTimeOffset.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var year = await late.ReadAsync(db => db.Programmes.SingleAsync(programme => programme.Year == 2026));
        year.RequireJudgingOpen(late.Clock.Now.UtcDateTime);
        Assert.True(await late.ReadAsync(db => db.Sheets.Where(sheet => sheet.Nomination.Programme.Year == 2026).MaxAsync(sheet => sheet.ChangedAt)) < late.Clock.Now.UtcDateTime);
    }
}
