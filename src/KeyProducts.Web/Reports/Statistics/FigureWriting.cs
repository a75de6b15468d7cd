using System.Globalization;
using KeyProducts.Domain;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Reports.Statistics;

/// <summary>Writes figures of statistics with their unit, as exactly as they are known.</summary>
public sealed class FigureWriting(IStringLocalizer<Words> T)
{
    /// <summary>What stands for a figure that is kept back.</summary>
    public const string Withheld = "–";

    /// <summary>A figure: "nearly 50,000 billion đồng".</summary>
    public string Written(PastMeasure measure, long? value, Exactness exactness)
    {
        if (value is not { } known)
        {
            return Withheld;
        }

        var plain = measure switch
        {
            PastMeasure.Revenue => T["{0} billion đồng", Decimals(Shown.Billions(known), 1)].Value,
            PastMeasure.Export => T["US$ {0} million", Decimals(Shown.Millions(known), 2)].Value,
            _ => Shown.Whole(known),
        };
        return exactness switch
        {
            Exactness.About => T["about {0}", plain],
            Exactness.Nearly => T["nearly {0}", plain],
            Exactness.MoreThan => T["more than {0}", plain],
            _ => plain,
        };
    }

    /// <summary>A published figure.</summary>
    public string Written(PastFigure figure) => Written(figure.Measure, figure.Value, figure.Exactness);

    /// <summary>A shown figure.</summary>
    public string Written(ShownFigure figure) => Written(figure.Measure, figure.Value, figure.Exactness);

    /// <summary>Of what a figure is, and of which year: "of the products, data year 2024".</summary>
    public string Particulars(FigureBase? basis, int? dataYear) => string.Join(", ", new[]
    {
        basis switch { FigureBase.Product => T["of the products"].Value, FigureBase.Business => T["of the whole businesses"].Value, _ => null },
        dataYear is { } year ? T["data year {0}", year].Value : null,
    }.OfType<string>());

    /// <summary>Who says a figure.</summary>
    public string SourceOf(ShownFigure figure) => figure.Source ?? T["The programme’s own lists"];

    /// <summary>A value in the unit of its measure, as tables write it.</summary>
    public static decimal? InUnit(PastMeasure measure, long? value) => value is not { } known ? null : measure switch
    {
        PastMeasure.Revenue => Shown.Billions(known),
        PastMeasure.Export => Shown.Millions(known),
        _ => known,
    };

    /// <summary>The decimals that tables write.</summary>
    public static int DecimalsOf(PastMeasure measure) => measure switch { PastMeasure.Revenue => 1, PastMeasure.Export => 2, _ => 0 };

    // What a source rounds to whole thousands has no decimals to be read.
    private static string Decimals(decimal value, int most) => decimal.Truncate(value) == value ? Shown.Whole(value) : value.ToString("N" + most, CultureInfo.CurrentCulture);
}
