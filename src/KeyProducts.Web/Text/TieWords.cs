namespace KeyProducts.Web.Text;

/// <summary>The English words, which are the keys, for the steps of a tie chain.</summary>
public static class TieWords
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["criteria"] = "Mean on the heaviest criterion, then the next",
        ["head-to-head"] = "Head to head: more judges prefer it",
        ["figure:revenue"] = "Larger revenue",
        ["figure:export"] = "Larger export",
        ["council"] = "Decision of the council",
    };

    /// <summary>The key of a step.</summary>
    public static string Of(string step) => Words[step];

    /// <summary>All keys, for the test that looks for missing translations.</summary>
    public static IEnumerable<string> Keys => Words.Values;
}
