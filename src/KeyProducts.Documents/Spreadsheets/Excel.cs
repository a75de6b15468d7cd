namespace KeyProducts.Documents.Spreadsheets;

/// <summary>stub</summary>
public static class Excel
{
    /// <summary>stub</summary>
    public static void Write(Report report, Stream output) { }
}
