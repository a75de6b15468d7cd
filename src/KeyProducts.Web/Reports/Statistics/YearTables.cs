using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports.Statistics;

/// <summary>A year taken apart by something, as a table and as drawings.</summary>
/// <param name="Dimension">By what.</param>
/// <param name="Heading">What it is called.</param>
/// <param name="Table">The table.</param>
/// <param name="Charts">The drawings.</param>
/// <param name="IsAnyWithheld">Whether sums are kept back in it.</param>
public sealed record YearPart(Dimension Dimension, string Heading, Table Table, IReadOnlyList<BarList> Charts, bool IsAnyWithheld);

/// <summary>The tables of one year.</summary>
public sealed class YearTables(YearFigures year, FigureWriting words, IStringLocalizer<Words> T)
{
    /// <summary>The figures of the year, each with what is published beside it.</summary>
    public Table Figures() => Table.Of(year.Figures)
        .Text(T["Figure"], figure => T[EnumWords.Of(figure.Measure)], 34)
        .Text(T["Value"], words.Written, 18, figure => figure.Value is null ? null : StatisticsAddress.Of(year, figure.Measure))
        .Text(T["Of what"], figure => words.Particulars(figure.Base, figure.DataYear), 22)
        .Text(T["Source"], words.SourceOf, 26)
        .Text(T["Published beside it"], figure => string.Join("; ", year.Published.Where(one => one.Measure == figure.Measure && one.Source != figure.Source).Select(one => T["{0} ({1})", words.Written(one), one.Source].Value)), 34)
        .Table(T["Figures of {0}", year.Year], T["Nothing is known of this year yet."]);

    /// <summary>The year taken apart by industry, track, ward and ownership; empty where the program has not carried it through.</summary>
    public IReadOnlyList<YearPart> Parts() => year.Own is not { } own ? [] : [.. Enum.GetValues<Dimension>().Select(dimension => PartBy(own, dimension))];

    /// <summary>What a dimension is called at the head of a column.</summary>
    public static string HeadOf(Dimension dimension, IStringLocalizer<Words> T) => dimension switch
    {
        Dimension.Industry => T["Industry"],
        Dimension.Track => T["Eligibility track"],
        Dimension.Ward => T["Ward or commune"],
        _ => T["Ownership"],
    };

    private YearPart PartBy(OwnYear own, Dimension dimension)
    {
        var parts = Breakdown.Of(own, dimension, year.IsReader, T);
        var heading = dimension switch
        {
            Dimension.Industry => T["By industry"],
            Dimension.Track => T["By eligibility track"],
            Dimension.Ward => T["By ward or commune"],
            _ => T["By ownership"],
        };
        var isAnyWithheld = parts.Any(part => part.Revenue is null || part.Export is null);
        // Wards of nominations that were not recognised are not listed, so their counts of registered ones would not add up.
        PastMeasure[] counts = dimension == Dimension.Ward
            ? [PastMeasure.RecognisedProducts, PastMeasure.RecognisedBusinesses, PastMeasure.FirstTime, PastMeasure.Renewed, PastMeasure.InTop500]
            : [PastMeasure.RegisteredProducts, PastMeasure.RecognisedProducts, PastMeasure.RecognisedBusinesses, PastMeasure.FirstTime, PastMeasure.Renewed, PastMeasure.InTop500];
        var table = new Table(
            $"{own.Year}: {heading}",
            [
                new Column(HeadOf(dimension, T), ColumnKind.Text, 34),
                .. counts.Select(measure => new Column(Head(measure), ColumnKind.Number, 11)),
                new Column(T["Revenue {0} (billion đồng)", own.DataYear], ColumnKind.Number, 13, 1),
                new Column(T["Export {0} (million US$)", own.DataYear], ColumnKind.Number, 13, 2),
            ],
            [
                .. parts.Select(part => new Row(
                [
                    new Cell(part.Name),
                    .. counts.Select(measure => Count(part.Count(measure), measure, own.Year, dimension, part.Key)),
                    Money(PastMeasure.Revenue, part.Revenue, dimension, part.Key),
                    Money(PastMeasure.Export, part.Export, dimension, part.Key),
                ])),
                new Row(
                [
                    new Cell(T["Total"].Value),
                    .. counts.Select(measure => Count(Counting.Value(measure, own.Registered), measure, own.Year)),
                    Money(PastMeasure.Revenue, year[PastMeasure.Revenue]?.Value),
                    Money(PastMeasure.Export, year[PastMeasure.Export]?.Value),
                ], RowStyle.Total),
            ]);
        var id = $"{dimension}".ToLowerInvariant();
        return new YearPart(dimension, heading, table,
        [
            new BarList($"{id}-products", T["Recognised products"], [.. parts.Take(20).Select(part => new ChartBar(part.Name, part.Count(PastMeasure.RecognisedProducts), Shown.Whole(part.Count(PastMeasure.RecognisedProducts))))]),
            .. dimension == Dimension.Ward ? [] : new[]
            {
                new BarList($"{id}-revenue", T["Revenue {0} (billion đồng)", own.DataYear], [.. parts.Select(part => new ChartBar(part.Name, FigureWriting.InUnit(PastMeasure.Revenue, part.Revenue), part.Revenue is { } dong ? Shown.Number(Shown.Billions(dong), 1) : FigureWriting.Withheld))]),
            },
        ], isAnyWithheld);
    }

    // Nothing has no rows to lead to.
    private static Cell Count(long count, PastMeasure measure, int of, Dimension? by = null, string? key = null) => new((decimal)count, count == 0 ? null : StatisticsAddress.Rows(measure, of, by, key));

    private Cell Money(PastMeasure measure, long? value, Dimension? by = null, string? of = null) => value is null
        ? new Cell(FigureWriting.Withheld)
        : new Cell(FigureWriting.InUnit(measure, value), StatisticsAddress.Rows(measure, year.Year, by, of));

    private string Head(PastMeasure measure) => measure switch
    {
        PastMeasure.RegisteredProducts => T["Registered products"],
        PastMeasure.RecognisedProducts => T["Recognised products"],
        PastMeasure.RecognisedBusinesses => T["Recognised businesses"],
        PastMeasure.FirstTime => T["First time"],
        PastMeasure.Renewed => T["Again"],
        _ => T["In a Top 500"],
    };
}
