using KeyProducts.Documents;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>Score sheets, blank or filled, in one file.</summary>
/// <param name="FileName">Its name without the ending.</param>
/// <param name="Title">What the window of a reader shows.</param>
/// <param name="Sheets">The sheets, each on pages of its own.</param>
public sealed record SheetFile(string FileName, string Title, IReadOnlyList<OfficialDocument> Sheets)
{
    /// <summary>The SHA-256 of the snapshot that is in force; null for none.</summary>
    public string? Sha256 { get; init; }
}
