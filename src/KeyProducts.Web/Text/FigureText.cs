using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Text;

/// <summary>A declared figure as people say it: billions of đồng, or millions of US dollars.</summary>
public static class FigureText
{
    private const decimal DongPerBillion = 1_000_000_000m;
    private const decimal DollarsPerMillion = 1_000_000m;

    /// <summary>Whether a figure is money in đồng; otherwise it is in US dollars.</summary>
    public static bool IsDong(string figure) => figure == "revenue";

    /// <summary>The figure in the unit in which it is shown.</summary>
    public static decimal Shrunk(string figure, decimal value) => IsDong(figure) ? decimal.Round(value / DongPerBillion, 3) : decimal.Round(value / DollarsPerMillion, 4);

    /// <summary>The figure with its unit.</summary>
    public static string WithUnit(string figure, decimal value, IStringLocalizer<Words> T) => IsDong(figure)
        ? T["{0} billion đồng", Shown.Points(Shrunk(figure, value))]
        : T["{0} million USD", Shown.Points(Shrunk(figure, value))];
}
