namespace KeyProducts.Web.Import;

/// <summary>The English words, which are the keys, for what a row would do.</summary>
public static class RowStateWords
{
    /// <summary>What to call it.</summary>
    public static string Of(RowState state) => state switch
    {
        RowState.Wrong => "Wrong",
        RowState.New => "New",
        RowState.Changed => "Changed",
        _ => "Unchanged",
    };
}
