using System.Globalization;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports.Statistics;

/// <summary>A figure of the statistics that is asked for.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Year">The year; null for the sum over the years.</param>
/// <param name="By">By what the year is taken apart; null for the whole.</param>
/// <param name="Of">The part.</param>
public sealed record CountedFigure(PastMeasure Measure, int? Year, Dimension? By, string Of);

/// <summary>What a figure counts.</summary>
/// <param name="Title">The figure in words.</param>
/// <param name="Value">The figure, written; null where it is kept back.</param>
/// <param name="RowCount">How many rows it counts; for a sum over years the sum.</param>
/// <param name="Table">The rows; null where the reader may not see them.</param>
/// <param name="IsSum">Whether the rows are years whose figures make the sum.</param>
public sealed record CountedRows(string Title, string? Value, long RowCount, Table? Table, bool IsSum);

/// <summary>Leads from a figure to the rows that it counts.</summary>
public sealed class StatisticsRows(FigureWriting words, IStringLocalizer<Words> T)
{
    /// <summary>The rows of a figure; null where there is no such figure.</summary>
    /// <param name="over">What is known to the reader.</param>
    /// <param name="asked">The figure.</param>
    /// <param name="openDossiers">The year and number of the dossiers that the reader may open; their figures are shown.</param>
    public CountedRows? Of(OverYears over, CountedFigure asked, IReadOnlySet<(int Year, int Number)> openDossiers)
    {
        if (asked.Year is not { } number)
        {
            return asked is { By: null, Measure: PastMeasure.RecognisedProducts or PastMeasure.RecognisedBusinesses } ? Years(over, asked.Measure) : null;
        }

        if (over.Of(number)?.Own is not { } own || over.Of(number) is not { } year)
        {
            return null;
        }

        var products = asked.By is { } dimension ? [.. own.Registered.Where(product => Breakdown.KeyOf(product, dimension) == asked.Of)] : own.Registered;
        if (products.Count == 0)
        {
            return null;
        }

        var rows = Counting.Rows(asked.Measure, products);
        var isClosed = !year.IsReader && Counting.AreRowsClosed(asked.Measure);
        var name = T[EnumWords.Of(asked.Measure)].Value;
        var title = asked.By is { } by ? T["{0}, {1}: {2}", name, number, Breakdown.NameOf(products[0], by, T)] : T["{0}, {1}", name, number];
        return new CountedRows(title, ValueOf(year, asked, products), rows.Count, isClosed ? null : Counting.IsOfBusinesses(asked.Measure) ? Businesses(rows, year) : Products(rows, year, openDossiers), false);
    }

    private string? ValueOf(YearFigures year, CountedFigure asked, IReadOnlyList<CountedProduct> products)
    {
        if (!PastFigure.IsMoney(asked.Measure) || year.IsReader)
        {
            return words.Written(asked.Measure, Counting.Value(asked.Measure, products), Exactness.Exact);
        }

        // What the page of the year keeps back, this one does too.
        var value = asked.By is { } dimension
            ? Breakdown.Of(year.Own!, dimension, isReader: false, T).FirstOrDefault(part => part.Key == asked.Of) is { } part ? asked.Measure == PastMeasure.Revenue ? part.Revenue : part.Export : null
            : year[asked.Measure]?.Value;
        return value is null ? null : words.Written(asked.Measure, value, Exactness.Exact);
    }

    private CountedRows Years(OverYears over, PastMeasure measure)
    {
        var sum = over.Sum(measure);
        var name = T[EnumWords.Of(measure)].Value;
        var years = over.Years.Where(year => year[measure]?.Value is not null).ToList();
        var table = Table.Of(years)
            .Code(T["Year"], year => year.Year.ToString(CultureInfo.InvariantCulture), link: year => StatisticsAddress.OfYear(year.Year))
            .Number(name, year => year[measure]!.Value, link: year => StatisticsAddress.Of(year, measure), width: 14)
            .Text(T["Source"], year => words.SourceOf(year[measure]!), 40)
            .Table();
        table = table with { Rows = [.. table.Rows, new Row([new Cell(T["Total"].Value), new Cell((decimal)sum.Value), new Cell(null)], RowStyle.Total)] };
        return new CountedRows(T["{0}, {1}", name, StatisticsReport.Span(sum.Years)], Shown.Whole(sum.Value), sum.Value, table, true);
    }

    private Table Products(IReadOnlyList<CountedProduct> rows, YearFigures year, IReadOnlySet<(int Year, int Number)> open)
    {
        bool IsOpen(CountedProduct row) => year.IsReader && open.Contains((row.Year, row.Number));
        var table = Table.Of(rows)
            .Number(T["No."], row => row.Number, width: 6)
            .Text(T["Product"], row => row.Product.In(Languages.Current), 34, row => IsOpen(row) ? $"/programmes/{row.Year}/nominations/{row.Number}" : row.IsRecognised && !year.IsReader ? $"/recognised/{row.Year}/{row.Number}" : null)
            .Text(T["Business"], row => row.Business.In(Languages.Current), 34, row => BusinessAddress(row, year))
            .Text(T["Industry"], row => row.Industry.In(Languages.Current), 24);
        if (year.IsReader)
        {
            table.Number(T["Revenue {0} (billion đồng)", year.Own!.DataYear], row => IsOpen(row) ? FigureWriting.InUnit(PastMeasure.Revenue, row.Revenue) : null, 1, 12)
                .Number(T["Export {0} (million US$)", year.Own!.DataYear], row => IsOpen(row) ? FigureWriting.InUnit(PastMeasure.Export, row.ExportCents) : null, 2, 12);
        }

        return table.Table(whenEmpty: T["It counts no row."]);
    }

    private Table Businesses(IReadOnlyList<CountedProduct> rows, YearFigures year)
    {
        var table = Table.Of(rows.OrderBy(row => row.Business.In(Languages.Current), RecognisedProducts.ByName))
            .Text(T["Business"], row => row.Business.In(Languages.Current), 40, row => BusinessAddress(row, year))
            .Text(T["Ward or commune"], row => row.Ward, 20);
        if (year.IsReader)
        {
            table.Text(T["Ownership"], row => T[EnumWords.Of(row.Ownership)], 16)
                .Number(T["Revenue of the whole business, {0} (billion đồng)", year.Own!.DataYear], row => FigureWriting.InUnit(PastMeasure.Revenue, row.BusinessRevenue), 1, 14);
        }

        return table.Table(whenEmpty: T["It counts no row."]);
    }

    private static string? BusinessAddress(CountedProduct row, YearFigures year) =>
        year.IsReader ? $"/businesses/{row.BusinessNumber}" : row.IsRecognised ? $"/recognised/businesses/{row.BusinessNumber}" : null;
}
