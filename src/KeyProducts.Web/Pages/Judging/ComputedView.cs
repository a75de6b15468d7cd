using KeyProducts.Domain;
using KeyProducts.Web.Text;

namespace KeyProducts.Web.Pages.Judging;

/// <summary>A criterion whose points a declared figure makes.</summary>
/// <param name="Place">Its place in the year's list, from 1.</param>
/// <param name="Criterion">The criterion.</param>
/// <param name="DataYear">The year of the figure.</param>
/// <param name="Figure">The product's declared figure, in the unit of the bands; null when none is declared.</param>
public sealed record ComputedView(int Place, Criterion Criterion, int DataYear, decimal? Figure)
{
    private const decimal DongPerBillion = 1_000_000_000m;
    private const decimal DollarsPerMillion = 1_000_000m;

    /// <summary>Whether the figure is the revenue; otherwise it is the export.</summary>
    public bool IsRevenue => Criterion.Figure == "revenue";

    /// <summary>The band that the figure lies in; null below the first and without a figure.</summary>
    public Band? Band => Figure is { } figure ? Criterion.BandOf(figure) : null;

    /// <summary>The points; null without a figure.</summary>
    public decimal? Points => Figure is { } figure ? Criterion.BandOf(figure)?.Points ?? 0m : null;

    /// <summary>The criterion with the product's declared figure of the data year.</summary>
    /// <param name="criterion">A computed criterion.</param>
    /// <param name="place">Its place in the year's list, from 1.</param>
    /// <param name="dossier">The dossier.</param>
    public static ComputedView Of(Criterion criterion, int place, DossierView dossier)
    {
        var declared = dossier.Nomination.FigureOf(dossier.Programme.DataYear, FigureBase.Product);
        return new ComputedView(place, criterion, dossier.Programme.DataYear, criterion.Figure == "revenue" ? declared?.Revenue : declared?.ExportCents / 100m);
    }

    /// <summary>A figure as it is shown: billions of đồng, or millions of US dollars.</summary>
    public string Shows(decimal figure) => IsRevenue ? Shown.Points(decimal.Round(figure / DongPerBillion, 3)) : Shown.Points(decimal.Round(figure / DollarsPerMillion, 4));
}
