using KeyProducts.Documents;
using KeyProducts.Web.Reports.Statistics;

namespace KeyProducts.Web.Pages.PastYears;

/// <summary>The years of which sources tell or old lists are kept.</summary>
public sealed class IndexModel(StatisticsReport report) : AppPage
{
    public Table Rows { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        var over = await report.OverAsync(User);
        var notes = new FigureNotes(over, new FigureWriting(T), T);
        Rows = Table.Of(over.Years.Where(year => year.Published.Count + year.Listed.Count > 0).Reverse())
            .Code(T["Year"], year => $"{year.Year}", link: year => $"/past-years/{year.Year}")
            .Number(T["Published figures"], year => year.Published.Count)
            .Number(T["Sources"], year => year.Published.Select(figure => figure.Source).Distinct().Count())
            .Number(T["Contradictions and doubts"], year => notes.Of(year).Count)
            .Number(T["Products of old lists"], year => year.Listed.Count)
            .Text(T["Public"], year => Standing(year), 24)
            .Table(whenEmpty: T["Nothing is entered yet. Add a figure with its source, or import an old recognition list."]);
    }

    private string Standing(YearFigures year)
    {
        var (all, open) = (year.Published.Count + year.Listed.Count, year.Published.Count(figure => figure.IsPublic) + year.Listed.Count(product => product.Record.IsPublic));
        return open == all ? T["All"] : open == 0 ? T["Not public"] : T["A part"];
    }
}
