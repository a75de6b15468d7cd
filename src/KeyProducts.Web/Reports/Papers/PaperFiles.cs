using System.Globalization;
using KeyProducts.Documents.Pdf;
using KeyProducts.Documents.Word;

namespace KeyProducts.Web.Reports.Papers;

/// <summary>The files of a paper: the same words as PDF and as Word.</summary>
public static class PaperFiles
{
    /// <summary>The name without its ending, plain ASCII.</summary>
    public static string NameOf(YearPaper paper, int year) =>
        paper.Documents.Count == 1 ? paper.Documents[0].FileName : string.Create(CultureInfo.InvariantCulture, $"thu-bao-ket-qua-{year}");

    /// <summary>Writes the paper; several letters go into one file, each on pages of its own.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="title">What the window of a reader shows when there are several.</param>
    /// <param name="ending">"pdf" or "docx".</param>
    /// <param name="output">Memory or a file.</param>
    public static void Write(YearPaper paper, string title, string ending, Stream output)
    {
        switch (ending, paper.Documents.Count)
        {
            case ("pdf", 1):
                PdfOfficial.Write(paper.Documents[0], output);
                break;
            case ("pdf", _):
                PdfOfficial.Write(title, paper.Documents, output);
                break;
            case ("docx", 1):
                WordOfficial.Write(paper.Documents[0], output);
                break;
            default:
                WordOfficial.Write(title, paper.Documents, output);
                break;
        }
    }
}
