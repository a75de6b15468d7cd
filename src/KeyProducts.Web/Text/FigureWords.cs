namespace KeyProducts.Web.Text;

/// <summary>The English words, which are the keys, for the declared figures that a year computes and splits ties with.</summary>
public static class FigureWords
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["revenue"] = "the product’s revenue (đồng)",
        ["export"] = "the product’s export (US dollars)",
    };

    /// <summary>The key of a figure; its name for one of another version.</summary>
    public static string Of(string figure) => Words.GetValueOrDefault(figure, figure);

    /// <summary>All keys, for the test that looks for missing translations.</summary>
    public static IEnumerable<string> Keys => Words.Values;
}
