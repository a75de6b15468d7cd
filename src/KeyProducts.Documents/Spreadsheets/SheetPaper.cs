using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>How a sheet is printed: A4, one page wide, with the source of its figures and "page n of m" at the foot.</summary>
/// <param name="isLandscape">Whether pages lie on their side.</param>
/// <param name="source">What stands at the left of the foot; null for nothing.</param>
/// <param name="language">"vi" or "en".</param>
internal sealed class SheetPaper(bool isLandscape, string? source, string language)
{
    private const double Left = 0.98, Right = 0.59, Edge = 0.79, Margin = 0.4; // Inches: 25 mm, 15 mm, 20 mm.
    private const double Short = 595, Long = 842, Inch = 72; // A4 in points.

    /// <summary>What spreadsheets make columns wider and rows higher than they are reckoned here, each by its own measure of a letter.</summary>
    private const double Wider = 1.12, Higher = 1.06;

    /// <summary>The most of the source that fits: a foot has at most 255 letters in all, commands included.</summary>
    private const int MostSource = 170;

    /// <summary>The percentage at which a width fits a page.</summary>
    public uint ScaleOf(double points) => (uint)Math.Clamp(Math.Floor(((isLandscape ? Long : Short) - ((Left + Right) * Inch)) / (points * Wider) * 100), 10, 100);

    /// <summary>The height that a page holds at a percentage.</summary>
    public double HeightAt(uint scale) => ((isLandscape ? Short : Long) - (2 * Edge * Inch)) / Higher * 100 / scale;

    /// <summary>The elements that say so, in the order in which the format wants them.</summary>
    /// <param name="scale">The percentage, where pages are broken at given rows; null to fit the width. A spreadsheet that fits heeds no breaks.</param>
    public IEnumerable<OpenXmlElement> Elements(uint? scale)
    {
        yield return new PrintOptions { HorizontalCentered = true };
        yield return new PageMargins { Left = Left, Right = Right, Top = Edge, Bottom = Edge, Header = Margin, Footer = Margin };
        var setup = new PageSetup
        {
            PaperSize = 9, // A4
            Orientation = isLandscape ? OrientationValues.Landscape : OrientationValues.Portrait,
        };
        if (scale is { } percent)
        {
            setup.Scale = percent;
        }
        else
        {
            setup.FitToWidth = 1;
            setup.FitToHeight = 0;
        }

        yield return setup;
        yield return new HeaderFooter(new OddFooter(Foot()));
    }

    // "&" begins a command there, and what follows the size must not begin with a digit.
    private string Foot()
    {
        var page = language == "vi" ? "Trang &P/&N" : "Page &P of &N";
        return (source is null ? "" : $"&L&8 {PlainText.Cut(PlainText.Of(source), MostSource).Replace("&", "&&", StringComparison.Ordinal)}") + $"&R&8 {page}";
    }
}
