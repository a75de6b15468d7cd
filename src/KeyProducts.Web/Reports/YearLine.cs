using KeyProducts.Documents;
using KeyProducts.Web.Scoring;

namespace KeyProducts.Web.Reports;

/// <summary>How sure the line of a year's top is, ready to be shown beside the official result.</summary>
/// <param name="Year">The year with its result.</param>
/// <param name="Standing">What it is worth now, in sentences; the first says that the official result stands.</param>
/// <param name="Headline">The answer for those who read no further.</param>
/// <param name="Sections">The parts, each for itself.</param>
/// <param name="Report">The same for Excel, CSV and PDF.</param>
public sealed record YearLine(YearResult Year, IReadOnlyList<string> Standing, string Headline, IReadOnlyList<LineSection> Sections, Report Report);

/// <summary>A part of what is said about the line.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Heading">What it answers.</param>
/// <param name="Sentence">The answer in a plain sentence, or why there is none.</param>
/// <param name="Basis">What the answer is based on.</param>
public sealed record LineSection(string Id, string Heading, string Sentence, string Basis)
{
    /// <summary>Whether the sentence says why there is no answer.</summary>
    public bool IsRefused { get; init; }

    /// <summary>A picture; null for none.</summary>
    public RowPlot? Plot { get; init; }

    /// <summary>Figures that the page shows whole, and files too.</summary>
    public IReadOnlyList<Table> Tables { get; init; } = [];

    /// <summary>Figures of the products, of which the page shows at once what lies near the line; files have one table of all of them. Null for none.</summary>
    public ProductTable? Products { get; init; }
}

/// <summary>A table of products.</summary>
/// <param name="Near">The rows shown at once.</param>
/// <param name="Rest">The others; null when there is none.</param>
/// <param name="RestWords">What opens them.</param>
public sealed record ProductTable(Table Near, Table? Rest, string RestWords);
