using KeyProducts.Documents.Pdf;

namespace KeyProducts.Documents;

/// <summary>The columns of a list of facts: labels take what they need, up to nearly half the page.</summary>
/// <param name="Left">How far to the right the labels begin.</param>
/// <param name="Label">The column of labels.</param>
/// <param name="Between">The room between the two.</param>
/// <param name="Value">The column of values.</param>
internal sealed record FactWidths(double Left, double Label, double Between, double Value)
{
    private const double Gap = 10;

    /// <summary>Measures the columns of a page whose text is so wide.</summary>
    public static FactWidths Of(IReadOnlyList<Fact> facts, double width, PdfDocument ruler)
    {
        var style = OfficialStyles.Fact.Text;
        var left = OfficialStyles.Prose.FirstLine;
        var longest = facts.SelectMany(fact => PlainText.Of(OfficialWords.LabelOf(fact)).Split('\n')).Select(line => ruler.Font(style.Face).Measure(line, style.Size)).DefaultIfEmpty().Max();
        var label = Math.Min(longest + 1, (width - left) * 0.45);
        return new FactWidths(left, label, Gap, width - left - label - Gap);
    }
}
