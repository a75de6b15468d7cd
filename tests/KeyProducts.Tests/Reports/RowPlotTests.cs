using System.Globalization;
using KeyProducts.Web.Reports;

namespace KeyProducts.Tests.Reports;

/// <summary>Where a chart of rows draws what it shows.</summary>
public sealed class RowPlotTests
{
    private static readonly string LongName = string.Concat(Enumerable.Repeat("Thiết bị đóng cắt điện thông minh Ữ ", 6));

    [Theory]
    [InlineData(61.2, 93.4, "60 65 70 75 80 85 90 95")]
    [InlineData(-2.4, 3.1, "-3 -2 -1 0 1 2 3 4")]
    [InlineData(0, 100, "0 20 40 60 80 100")]
    [InlineData(650, 981, "650 700 750 800 850 900 950 1000")]
    [InlineData(84.12, 84.37, "84.1 84.15 84.2 84.25 84.3 84.35 84.4")]
    [InlineData(70, 70, "70 71")]
    public void The_axis_goes_in_round_steps_past_the_least_and_the_greatest_value(double least, double most, string ticks)
    {
        var plot = Plot(new PlotRow("A", "", [(decimal)least, (decimal)most], PlotSign.Ring));

        Assert.Equal(ticks, string.Join(' ', plot.Ticks.Select(tick => tick.ToString("0.###", CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Lines_ranges_and_what_must_be_reached_widen_the_axis_too()
    {
        var plot = Plot(new PlotRow("A", "", [50m], PlotSign.Ring, 45m, 55m)) with { Lines = [new PlotLine(70m, "Điểm đạt", PlotSign.PassLine)], Reach = [20m] };

        Assert.Equal((20m, 70m), (plot.Ticks[0], plot.Ticks[^1]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Forty_rows_stand_one_under_the_other_within_the_drawing(bool isNarrow)
    {
        var plot = Plot([.. Enumerable.Range(1, 40).Select(row => new PlotRow($"{row}. {LongName}", $"{100 - row}", [100m - row], PlotSign.Ring, 95m - row, 105m - row))]);
        var drawing = new PlotDrawing(plot, isNarrow);

        var rows = drawing.Rows().ToList();

        Assert.Equal(40, rows.Count);
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(pair.Second.Y - pair.First.Y >= 20, "Rows lie too close."));
        Assert.All(rows, row =>
        {
            Assert.InRange(row.Dots[0], drawing.Left, drawing.Right);
            Assert.InRange(row.Range!.Value.From, drawing.Left, row.Dots[0]);
            Assert.InRange(row.Range!.Value.To, row.Dots[0], drawing.Right);
            Assert.InRange(row.Y, drawing.Top, row.End);
            Assert.True(row.End <= drawing.Bottom && drawing.LowerAxis <= drawing.Height);
        });
        Assert.Equal(rows[0].Dots[0] - rows[1].Dots[0], rows[1].Dots[0] - rows[2].Dots[0], 1.0);
    }

    [Fact]
    public void A_larger_value_lies_further_to_the_right_and_the_ends_of_the_axis_at_the_ends_of_the_plot()
    {
        var drawing = Plot(new PlotRow("A", "", [60m, 72.5m, 90m], PlotSign.Ring)).Wide;

        var dots = drawing.Rows().Single().Dots;
        Assert.Equal(dots.Order(), dots);
        Assert.Equal((drawing.Left, drawing.Right), (drawing.X(60m), drawing.X(90m)));
        Assert.Equal((drawing.Left + drawing.Right) / 2, drawing.X(75m));
    }

    [Fact]
    public void Two_lines_that_lie_close_have_their_words_on_different_heights_over_the_axis()
    {
        var drawing = (Plot(new PlotRow("A", "", [60m, 90m], PlotSign.Ring)) with
        {
            Lines = [new PlotLine(70.1m, "Ranh giới Top 10", PlotSign.TopLine), new PlotLine(70m, "Điểm đạt 70,00", PlotSign.PassLine)],
        }).Narrow;

        var lines = drawing.Lines().ToList();
        Assert.True(lines[1].WordsY - lines[0].WordsY >= 12);
        Assert.True(lines[1].WordsY < drawing.UpperAxis - 8);
    }

    [Fact]
    public void Words_at_the_edge_stay_within_the_drawing()
    {
        var drawing = (Plot(new PlotRow("A", "", [0m, 100m], PlotSign.Ring)) with
        {
            Lines = [new PlotLine(0m, "Ranh giới của mười sản phẩm", PlotSign.TopLine), new PlotLine(50m, "x", PlotSign.PassLine), new PlotLine(100m, "Ranh giới của mười sản phẩm", PlotSign.TopLine)],
        }).Narrow;

        Assert.Equal(["start", "middle", "end"], drawing.Lines().Select(line => line.Anchor));
    }

    [Fact]
    public void A_long_name_is_cut_between_letters_and_a_short_one_is_not()
    {
        var cut = PlotDrawing.Elided(LongName, 200);

        Assert.EndsWith("…", cut, StringComparison.Ordinal);
        Assert.StartsWith(cut[..^1], LongName, StringComparison.Ordinal);
        Assert.InRange(cut.Length, 20, 40);
        Assert.Equal("Ấm điện Ữ", PlotDrawing.Elided("Ấm điện Ữ", 200));
        Assert.Equal("…", PlotDrawing.Elided("🏭🏭🏭", 12));
    }

    [Fact]
    public void Every_sign_has_an_outline_of_its_own_or_a_size_of_its_own()
    {
        var outlines = new[] { PlotSign.Ring, PlotSign.Cross, PlotSign.Small }.Select(sign => PlotDrawing.Outline(sign, 10, 10)).ToList();

        Assert.Equal(outlines.Distinct(), outlines);
    }

    private static RowPlot Plot(params PlotRow[] rows) => new("p", "Điểm", "", rows, value => value.ToString(CultureInfo.InvariantCulture));
}
