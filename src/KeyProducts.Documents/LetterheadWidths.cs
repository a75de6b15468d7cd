using KeyProducts.Documents.Pdf;

namespace KeyProducts.Documents;

/// <summary>The columns of a letterhead: the country's name takes what it needs on one line, the agency the rest.</summary>
/// <param name="Left">The agency's column.</param>
/// <param name="Between">The room between the two.</param>
/// <param name="Right">The country's column.</param>
/// <param name="MottoRule">The length of the line under the motto: as long as the motto.</param>
internal sealed record LetterheadWidths(double Left, double Between, double Right, double MottoRule)
{
    private const double Gap = 8;

    /// <summary>The length of the line under the agency, a third of its column.</summary>
    public double AgencyRule => Left * 0.36;

    /// <summary>Measures the columns of a page whose text is so wide.</summary>
    public static LetterheadWidths Of(double width, PdfDocument ruler)
    {
        TextStyle country = OfficialStyles.Country.Text, motto = OfficialStyles.Motto.Text;
        var right = ruler.Font(country.Face).Measure(OfficialWords.Country, country.Size) + 2;
        return new LetterheadWidths(width - right - Gap, Gap, right, ruler.Font(motto.Face).Measure(OfficialWords.Motto, motto.Size));
    }
}
