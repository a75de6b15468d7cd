using KeyProducts.Documents;
using KeyProducts.Documents.Pdf;
using KeyProducts.Documents.Word;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>Official documents in one file, the same words as PDF and as Word.</summary>
/// <param name="FileName">Its name without the ending, plain ASCII.</param>
/// <param name="Title">What the window of a reader shows when there are several.</param>
/// <param name="Documents">At least one; each stands on pages of its own.</param>
public sealed record PaperFile(string FileName, string Title, IReadOnlyList<OfficialDocument> Documents)
{
    /// <summary>The SHA-256 of the snapshot that it rests on; null for none.</summary>
    public string? Sha256 { get; init; }

    /// <summary>One document.</summary>
    public static PaperFile Of(OfficialDocument document) => new(document.FileName, "", [document]);

    /// <summary>Writes it.</summary>
    /// <param name="ending">"pdf" or "docx".</param>
    /// <param name="output">Memory or a file.</param>
    public void Write(string ending, Stream output)
    {
        switch (ending, Documents)
        {
            case ("docx", [var only]):
                WordOfficial.Write(only, output);
                break;
            case ("docx", _):
                WordOfficial.Write(Title, Documents, output);
                break;
            case (_, [var only]):
                PdfOfficial.Write(only, output);
                break;
            default:
                PdfOfficial.Write(Title, Documents, output);
                break;
        }
    }
}
