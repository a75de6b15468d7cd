using System.Globalization;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports.Statistics;

/// <summary>The tables of the statistics: each value is declared once for page, PDF, CSV and workbook, and leads to what it counts.</summary>
public sealed class StatisticsTables(OverYears over, Growth growth, FigureWriting words, IStringLocalizer<Words> T)
{
    /// <summary>Products and businesses of the years.</summary>
    public Table Counts() => new(
        T["Products and businesses by year"],
        [
            Code(T["Year"]),
            Number(T["Registered products"]),
            Number(T["Registered businesses"]),
            Number(T["Recognised products"]),
            Number(T["Recognised businesses"]),
            Number(T["Pass rate, %"], 1),
            Number(T["First time"]),
            Number(T["Again"]),
            Words(T["Source of the recognised products"], 26),
        ],
        [
            .. over.Years.Select(year => new Row(
            [
                YearCell(year),
                Figure(year, PastMeasure.RegisteredProducts),
                Figure(year, PastMeasure.RegisteredBusinesses),
                Figure(year, PastMeasure.RecognisedProducts),
                Figure(year, PastMeasure.RecognisedBusinesses),
                new Cell(year.PassRate is { } rate ? decimal.Round(rate, 1, MidpointRounding.AwayFromZero) : null),
                Figure(year, PastMeasure.FirstTime),
                Figure(year, PastMeasure.Renewed),
                new Cell(year[PastMeasure.RecognisedProducts] is { } figure ? words.SourceOf(figure) : null),
            ])),
            new Row(
            [
                new Cell(T["Total"].Value), new Cell(null), new Cell(null), Total(PastMeasure.RecognisedProducts), Total(PastMeasure.RecognisedBusinesses), new Cell(null), new Cell(null), new Cell(null),
                new Cell(T["Business-recognitions: a business counts in each year"].Value),
            ], RowStyle.Total),
        ]);

    /// <summary>Revenue and export of the years.</summary>
    public Table Money() => new(
        T["Revenue and export by year"],
        [
            Code(T["Year"]),
            Number(T["Revenue (billion đồng)"], 1, 13),
            Words(T["Revenue: how exact, of what"], 24),
            Number(T["Export (million US dollars)"], 2, 13),
            Words(T["Export: how exact, of what"], 24),
            Words(T["Source"], 26),
        ],
        [
            .. over.Years.Where(year => year[PastMeasure.Revenue] is not null || year[PastMeasure.Export] is not null).Select(year => new Row(
            [
                YearCell(year),
                Figure(year, PastMeasure.Revenue),
                new Cell(How(year[PastMeasure.Revenue])),
                Figure(year, PastMeasure.Export),
                new Cell(How(year[PastMeasure.Export])),
                new Cell((year[PastMeasure.Revenue] ?? year[PastMeasure.Export]) is { } figure ? words.SourceOf(figure) : null),
            ])),
        ]);

    /// <summary>Large and distinguished businesses of the years.</summary>
    public Table Distinctions() => new(
        T["Large and distinguished businesses by year"],
        [
            Code(T["Year"]),
            Number(T["Over 1,000 billion đồng"]),
            Number(T["In a Top 500"]),
            Number(T["National Brand"]),
            Number(T["Businesses behind the year’s top products"]),
            Words(T["Source"], 26),
        ],
        [
            .. over.Years.Where(year => DistinctionMeasures.Any(measure => year[measure] is not null)).Select(year => new Row(
            [
                YearCell(year),
                .. DistinctionMeasures.Select(measure => Figure(year, measure)),
                new Cell(words.SourceOf(DistinctionMeasures.Select(measure => year[measure]).OfType<ShownFigure>().First())),
            ])),
        ]);

    /// <summary>Recognised products by industry, in the years of which that is known.</summary>
    public Table Industries()
    {
        var industries = over.Industries;
        var years = industries.SelectMany(industry => industry.Products.Keys).Distinct().Order().ToList();
        Cell Of(IndustryYears industry, int year) => !industry.Products.TryGetValue(year, out var count) ? new Cell(null)
            : new Cell((decimal)count, over.Of(year) is { Own: not null } ? StatisticsAddress.Rows(PastMeasure.IndustryProducts, year, Dimension.Industry, KeyIn(year, industry)) : StatisticsAddress.OfYear(year) + "#published");
        return new Table(
            T["Recognised products by industry and year"],
            [Words(T["Industry"], 34), .. years.Select(year => Number(Written(year), width: 8))],
            industries.Count == 0 ? [] :
            [
                .. industries.Select(industry => new Row([new Cell(industry.Name.In(Languages.Current)), .. years.Select(year => Of(industry, year))])),
                new Row([new Cell(T["Total"].Value), .. years.Select(year => new Cell((decimal)industries.Sum(industry => industry.Products.GetValueOrDefault(year))))], RowStyle.Total),
            ])
        { WhenEmpty = T["Nothing is known by industry yet."] };
    }

    /// <summary>How businesses have grown after a recognition: the middle of them, and how many they are.</summary>
    public Table GrowthAfter()
    {
        var groups = growth.Rows.GroupBy(row => (row.Figure, Year: (int?)row.AwardYear)).Concat(growth.Rows.GroupBy(row => (row.Figure, Year: (int?)null)))
            .OrderBy(group => group.Key.Figure).ThenBy(group => group.Key.Year ?? int.MaxValue).ToList();
        return new Table(
            T["Growth of the same businesses after a recognition"],
            [
                Words(T["Recognised in"], 16),
                .. Enumerable.Range(1, Growth.Years).SelectMany(years => new[]
                {
                    Number(years == 1 ? T["After 1 year, %"] : T["After {0} years, %", years], 1, 11), Number(years == 1 ? T["Businesses after 1 year"] : T["Businesses after {0} years", years], width: 11),
                }),
            ],
            [
                .. groups.GroupBy(group => group.Key.Figure).SelectMany(figure => figure.Select(group => new Row(
                    [
                        new Cell(group.Key.Year is { } year ? Written(year) : T["All years"].Value),
                        .. Enumerable.Range(1, Growth.Years).SelectMany(years =>
                        {
                            var (median, count) = Growth.Middle(group, years);
                            return new[] { new Cell(median is { } percent ? decimal.Round(percent, 1, MidpointRounding.AwayFromZero) : count == 0 ? null : FigureWriting.Withheld), count == 0 ? new Cell(null) : new Cell((decimal)count, over.Content.IsReader ? "/statistics/growth" : null) };
                        }),
                    ],
                    group.Key.Year is null ? RowStyle.Total : RowStyle.Plain)).Prepend(new Row([new Cell(T[EnumWords.Of(figure.Key)].Value)], RowStyle.Group))),
            ])
        {
            WhenEmpty = T["No business has figures of the year before an award and of a later one yet."],
        };
    }

    /// <summary>All that sources say, of one year or of all.</summary>
    public Table Published(int? year = null) => Table.Of(over.Years.Where(one => year is null || one.Year == year).SelectMany(one => one.Published.Select(figure => (Year: one, Figure: figure))).OrderBy(one => one.Figure.Year).ThenBy(one => one.Figure.Measure))
        .Code(T["Year"], one => Written(one.Figure.Year), 7)
        .Text(T["Figure"], one => one.Figure.Industry is { } industry ? T["{0} ({1})", T[EnumWords.Of(one.Figure.Measure)], industry] : T[EnumWords.Of(one.Figure.Measure)], 30)
        .Text(T["As published"], one => words.Written(one.Figure), 20)
        .Text(T["Of what"], one => words.Particulars(one.Figure.Base, one.Figure.DataYear) is { Length: > 0 } said ? said : PastFigure.IsMoney(one.Figure.Measure) ? T["not said"].Value : null, 18)
        .Text(T["Own lists say"], one => one.Year[one.Figure.Measure] is { Source: null } own ? words.Written(own) : null, 16, one => one.Year[one.Figure.Measure] is { Source: null } ? StatisticsAddress.Rows(one.Figure.Measure, one.Figure.Year) : null)
        .Text(T["Source"], one => one.Figure.Source, 26)
        .Text(T["Note on the figure"], one => one.Figure.Note, 20)
        .Table(T["Published figures and their sources"], T["Nothing is published of this year."]);

    private static readonly PastMeasure[] DistinctionMeasures = [PastMeasure.OverThousandBillion, PastMeasure.InTop500, PastMeasure.NationalBrand, PastMeasure.TopBusinesses];

    private static Cell YearCell(YearFigures year) => new(Written(year.Year), StatisticsAddress.OfYear(year.Year));

    private static Cell Figure(YearFigures year, PastMeasure measure) => year[measure] switch
    {
        null => new Cell(null),
        { Value: null } => new Cell(FigureWriting.Withheld),
        { Value: { } value } => new Cell(FigureWriting.InUnit(measure, value), StatisticsAddress.Of(year, measure)),
    };

    private Cell Total(PastMeasure measure) => new((decimal)over.Sum(measure).Value, StatisticsAddress.Rows(measure));

    private string? How(ShownFigure? figure)
    {
        if (figure is null)
        {
            return null;
        }

        var particulars = words.Particulars(figure.Base, figure.DataYear);
        var how = T[EnumWords.Of(figure.Exactness)].Value;
        return particulars.Length == 0 ? how : $"{how}; {particulars}";
    }

    // How the year itself names the industry in addresses.
    private string KeyIn(int year, IndustryYears industry) => Breakdown.KeyOf(
        over.Of(year)!.Own!.Recognised.First(product => Storage.SearchText.Words(product.Industry.Vietnamese) == Storage.SearchText.Words(industry.Name.Vietnamese)), Dimension.Industry);

    private static string Written(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static Column Code(string header) => new(header, ColumnKind.Code, 8);

    private static Column Number(string header, int decimals = 0, double width = 11) => new(header, ColumnKind.Number, width, decimals);

    private static Column Words(string header, double width) => new(header, ColumnKind.Text, width);
}
