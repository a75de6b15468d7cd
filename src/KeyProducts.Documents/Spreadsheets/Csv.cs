namespace KeyProducts.Documents.Spreadsheets;

/// <summary>stub</summary>
public static class Csv
{
    /// <summary>stub</summary>
    public static void Write(Report report, Stream output) { }
}
