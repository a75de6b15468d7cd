using KeyProducts.Documents;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports.Statistics;

/// <summary>The statistics as a workbook: the same tables as the page, with charts that follow the cells.</summary>
public sealed class StatisticsBook(Report report, DateTime now, IStringLocalizer<Words> T)
{
    /// <summary>Over the years.</summary>
    public ReportBook OfAll(StatisticsTables tables, OverYears over) => Book(
    [
        new BookSheet
        {
            Name = T["Overview"],
            Lines = report.Lines,
            Facts = report.Facts,
            Tables =
            [
                new BookTable(tables.Counts(), over.Years.Count == 0 ? [] : [new BookChart(T["Recognised products and businesses by year"], 0, [3, 4])]),
            ],
            IsLandscape = true,
        },
        Sheet(T["Revenue and export"], tables.Money(), new BookChart(T["Revenue (billion đồng)"], 0, [1]), new BookChart(T["Export (million US dollars)"], 0, [3])),
        Sheet(T["Large businesses"], tables.Distinctions(), new BookChart(T["Large and distinguished businesses by year"], 0, [1, 2])),
        Sheet(T["By industry"], tables.Industries()),
        Sheet(T["Growth"], tables.GrowthAfter()),
        Sheet(T["Published figures"], tables.Published()),
        Notes(),
    ]);

    /// <summary>Of one year.</summary>
    public ReportBook OfYear(Table figures, IReadOnlyList<YearPart> parts, Table published) => Book(
    [
        Sheet(T["Figures"], figures),
        .. parts.Select(part => Sheet(part.Heading, part.Table, new BookChart(T["Recognised products"], 0, [part.Dimension == Dimension.Ward ? 1 : 2]))),
        Sheet(T["Published figures"], published),
        Notes(),
    ]);

    private ReportBook Book(IReadOnlyList<BookSheet> sheets) => new()
    {
        Report = report,
        Subject = report.Title,
        Company = T["Hà Nội Department of Industry and Trade"],
        MadeAt = now,
        Sheets = sheets,
    };

    private BookSheet Sheet(string name, Table table, params BookChart[] charts) => new()
    {
        Name = name,
        Title = $"{report.Title}: {name}",
        Lines = report.Lines,
        Tables = [new BookTable(table, table.Rows.Count == 0 ? [] : charts)],
        IsLandscape = true,
    };

    private BookSheet Notes() => new()
    {
        Name = T["Notes"],
        Title = $"{report.Title}: {T["Notes"]}",
        Tables = [new BookTable(Table.Of(report.Notes.Append(T["Drawn up on {0}, Hà Nội time.", Shown.Moment(now)].Value).Index()).Number(T["Item"], one => one.Index + 1, width: 6).Text(T["Remark"], one => one.Item, 110).Table())],
        IsLandscape = true,
        Tab = TabColour.Grey,
    };
}
