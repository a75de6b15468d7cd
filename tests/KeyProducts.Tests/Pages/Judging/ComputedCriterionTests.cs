using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Judging;

/// <summary>A criterion whose points a declared figure makes stands in its place on the sheet, with figure, band and points, and is marked by nobody.</summary>
public sealed class ComputedCriterionTests : IDisposable
{
    private const string Sheet = "/programmes/2026/judging/14";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task It_shows_how_the_points_were_computed_and_the_total_counts_them_apart()
    {
        await ComputeAsync("revenue", "0:2 5000000000:9 12500000000:15", new FigureContent(12_400_000_000, null));
        var judge = await app.SignedInAsync("judge1", "en");

        var page = await judge.OpenAsync(Sheet);

        Assert.Equal(8, page.TextsAt("[data-mark]").Count);
        Assert.Equal("2. Scale of production computed", page.TextAt("#criterion-2 .name"));
        Assert.Equal("9 / 15", page.TextAt("#criterion-2 .mark"));
        Assert.Equal("The product’s declared revenue of 2025: 12.4 billion đồng. Band from 5 billion đồng: 9 points.", page.TextAt("#criterion-2 .guidance"));
        Assert.Equal(["0", "2", "5", "9 ←", "12.5", "15"], page.TextsAt("#criterion-2 tbody td"));
        Assert.Contains("Total: 0 / 85", page.TextAt(".total-bar .sum"), StringComparison.Ordinal);
        Assert.Contains("Computed: 9 / 15 · Together: 9 / 100", page.TextAt(".total-bar .sum"), StringComparison.Ordinal);

        var saved = await judge.SubmitAsync(page, (page.At("[data-mark]").GetAttribute("name")!, "7.5"));
        Assert.Contains("Together: 16.5 / 100", saved.TextAt(".total-bar .sum"), StringComparison.Ordinal);
        // No judge is asked for it.
        Assert.Contains("8 criteria without a mark", page.TextAt(".total-bar .sum"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("revenue", "Hồ sơ không kê khai doanh thu của sản phẩm năm 2025: không tính được điểm.")]
    [InlineData("export", "Hồ sơ không kê khai xuất khẩu của sản phẩm năm 2025: không tính được điểm.")]
    public async Task A_figure_that_is_missing_is_said(string figure, string sentence)
    {
        await ComputeAsync(figure, "0:2", FigureContent.None);
        var page = await (await app.SignedInAsync("judge1")).OpenAsync(Sheet);
        Assert.Equal(("– / 15", sentence), (page.TextAt("#criterion-2 .mark"), page.TextAt("#criterion-2 .error")));
    }

    [Fact]
    public async Task Export_is_shown_in_millions_and_below_the_first_band_there_are_no_points()
    {
        await ComputeAsync("export", "1000000:5", new FigureContent(null, 95_000_000));
        var page = await (await app.SignedInAsync("judge1", "en")).OpenAsync(Sheet);
        Assert.Equal("The product’s declared export of 2025: 0.95 million USD. That is below the first band: 0 points.", page.TextAt("#criterion-2 .guidance"));
        Assert.Equal("0 / 15", page.TextAt("#criterion-2 .mark"));
    }

    // Past the rule that criteria are frozen while judges score.
    private Task ComputeAsync(string figure, string bands, FigureContent declared) => app.ChangeAsync(async db =>
    {
        var programme = await db.Programmes.WithCriteria().SingleAsync(one => one.Year == 2026);
        var criterion = db.Entry(programme.Criteria[1]);
        criterion.Property(one => one.Figure).CurrentValue = figure;
        criterion.Property(one => one.BandList).CurrentValue = bands;
        var stored = await db.Set<NominationFigure>().SingleAsync(one => one.DataYear == programme.DataYear && one.Base == FigureBase.Product
            && db.Nominations.Any(nomination => nomination.Id == one.NominationId && nomination.Number == 14 && nomination.ProgrammeId == programme.Id));
        db.Entry(stored).Property(one => one.Revenue).CurrentValue = declared.Revenue;
        db.Entry(stored).Property(one => one.ExportCents).CurrentValue = declared.ExportCents;
    });
}
