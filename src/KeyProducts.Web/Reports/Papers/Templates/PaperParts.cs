using KeyProducts.Domain;

namespace KeyProducts.Web.Reports.Papers.Templates;

/// <summary>The parts of a paper's words, as its form calls them.</summary>
public static class PaperParts
{
    private static readonly Dictionary<string, string> Labels = new()
    {
        [nameof(PaperTexts.Subject)] = "Subject",
        [nameof(PaperTexts.Addressees)] = "Addressees",
        [nameof(PaperTexts.Bases)] = "Legal bases",
        [nameof(PaperTexts.Body)] = "Text",
        [nameof(PaperTexts.English)] = "Text in English",
        [nameof(PaperTexts.Signatures)] = "Signatures",
        [nameof(PaperTexts.Recipients)] = "Recipients",
    };

    /// <summary>What a part is called, in English: the key of its translation.</summary>
    public static string LabelOf(string part) => Labels[part];
}
