using KeyProducts.Documents;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports;

/// <summary>The recognition list as a workbook to reckon on: list, top, industries, businesses, statistics with charts, and where it all comes from.</summary>
/// <param name="year">The result.</param>
/// <param name="report">The list.</param>
/// <param name="tables">Its tables.</param>
/// <param name="verify">The whole address of the page that checks a snapshot.</param>
/// <param name="now">When it is drawn up, UTC.</param>
/// <param name="T">The reader's words.</param>
public sealed class RecognitionBook(YearResult year, Report report, RecognitionTables tables, string verify, DateTime now, IStringLocalizer<Words> T)
{
    private readonly Programme programme = year.Programme;

    /// <summary>Its sheets.</summary>
    public ReportBook Write() => new()
    {
        Report = report,
        Subject = T["Key industrial products of Hà Nội, {0}", programme.Year],
        Company = T["Hà Nội Department of Industry and Trade"],
        MadeAt = now,
        Sheets =
        [
            SheetOf(T["List"], tables.Flat()) with { Notes = report.Notes },
            .. programme.Rules.TopCount > 0 ? [SheetOf(T["Top {0}", programme.Rules.TopCount], tables.Top()) with { Tab = TabColour.Gold }] : Array.Empty<BookSheet>(),
            SheetOf(T["By industry"], tables.List()),
            SheetOf(T["Businesses"], tables.ByBusiness()),
            Statistics(),
            Origin(),
        ],
    };

    private BookSheet SheetOf(string name, Table table) => new()
    {
        Name = name,
        Lines = report.Lines,
        Tables = [new BookTable(table)],
        IsLandscape = true,
    };

    private BookSheet Statistics() => new()
    {
        Name = T["Statistics"],
        Lines = report.Lines,
        Facts = report.Facts,
        Tables =
        [
            new(tables.CountsByIndustry(), new BookChart(T["Products and businesses by industry"], 0, [1, 2])),
            new(
                tables.MoneyByIndustry(),
                new BookChart(T["Revenue of the products by industry, {0} (billion đồng)", programme.DataYear], 0, [1]),
                new BookChart(T["Export of the products by industry, {0} (million US$)", programme.DataYear], 0, [2])),
            new(tables.RenewalByIndustry(), new BookChart(T["First and renewed recognitions by industry (products)"], 0, [1, 2], IsStacked: true)),
        ],
        Notes = report.Notes,
        IsLandscape = true,
    };

    private BookSheet Origin() => new()
    {
        Name = T["Source"],
        Title = T["Where the figures come from"],
        Lines = [report.Title],
        Tables =
        [
            new(Table.Of(Lines()).GroupBy(line => line.Group)
                .Text(T["What"], line => line.What, 26)
                .Text(T["Particulars"], line => line.Value, 57)
                .Table()),
        ],
        Tab = TabColour.Grey,
    };

    private IEnumerable<Line> Lines()
    {
        var list = T["The list"].Value;
        yield return new(list, T["Year"], $"{programme.Year}");
        yield return new(list, T["Stage"], T[EnumWords.Of(programme.Stage)]);
        if (programme.Stage == Stage.Recognised)
        {
            yield return new(list, T["Decision of recognition"], Named(programme.RecognitionDecision));
        }

        yield return new(list, T["Decision on the council"], Named(programme.CouncilDecision));
        yield return new(list, T["Plan"], Named(programme.Plan));
        if (programme.IsDemonstration)
        {
            yield return new(list, T["Please note"], T["Demonstration data: all businesses, products and marks are invented."]);
        }

        foreach (var line in Figures().Concat(Snapshot()))
        {
            yield return line;
        }

        foreach (var (place, rule) in new RankingWords(year, T).Rules().Index())
        {
            yield return new(T["Rules"], T["Rule {0}", place + 1], rule);
        }
    }

    private IEnumerable<Line> Figures()
    {
        var figures = T["Figures"].Value;
        yield return new(figures, T["Data year"], T["{0}, the year before the award", programme.DataYear]);
        yield return new(figures, T["Revenue"], T["Of the products, in billions of đồng with one decimal, as declared in the dossiers"]);
        yield return new(figures, T["Export"], T["Of the products, in millions of US dollars with two decimals, as declared in the dossiers"]);
        yield return new(figures, T["Revenue of the whole business"], T["In billions of đồng with one decimal; businesses over 1,000 billion đồng go by it"]);
        yield return new(figures, T["Sums"], T["Values, not formulas: made of exact figures and rounded once, so that rounded rows may differ from them in the last digit"]);
        yield return new(figures, T["Businesses"], T["A business with products in several industries counts in each of them and once in the total."]);
    }

    private IEnumerable<Line> Snapshot()
    {
        var origin = T["Origin"].Value;
        if (year.Snapshot is { } snapshot)
        {
            yield return new(origin, T["Snapshot"], T["No. {0} of {1}, final on {2}, Hà Nội time", snapshot.Number, programme.Year, Shown.Moment(snapshot.ConfirmedAt)]);
            yield return new(origin, "SHA-256", snapshot.Sha256);
            yield return new(origin, T["How to check it"], T["Have the file of the snapshot from the Department, open {0}, send the file: the page computes the result anew and shows the SHA-256 of the file, which must be the one above. Names, tax codes and addresses of businesses are those stored when this workbook was drawn up.", verify]);
        }
        else
        {
            yield return new(origin, T["Snapshot"], T["None: the result is not finalised and may still change."]);
        }

        yield return new(origin, T["Drawn up"], T["{0}, Hà Nội time", Shown.Moment(now)]);
    }

    private string Named(DocumentReference? document) => document is { } known ? T["No. {0}, dated {1}", known.Number, Shown.Day(known.Date)] : T["not entered"];

    private sealed record Line(string Group, string What, string Value);
}
