namespace KeyProducts.Documents.Pdf;

/// <summary>stub</summary>
public static class PdfReport
{
    /// <summary>stub</summary>
    public static void Write(Report report, Stream output) { }
}
