namespace KeyProducts.Documents;

/// <summary>Which rows of a table are never parted by the end of a page.</summary>
internal static class RowsTogether
{
    /// <summary>
    /// Whether a row stays on the page of the next one: a group's heading does, what a sum follows, the first row, so that the header has
    /// more than one row below it, and the last but one, so that no row begins a page to stand there alone.
    /// </summary>
    /// <param name="rows">The style of each row, in order.</param>
    /// <param name="index">The row's place, from 0.</param>
    public static bool StaysWithNext(IReadOnlyList<RowStyle> rows, int index) =>
        index + 1 < rows.Count
        && (rows[index] == RowStyle.Group || rows[index + 1] == RowStyle.Total || index == 0 || index == rows.Count - 2);

    /// <summary>The rows in runs that stay together, in order: where each begins, and how many it has.</summary>
    public static IEnumerable<(int From, int Count)> Of(IReadOnlyList<RowStyle> rows)
    {
        for (var from = 0; from < rows.Count;)
        {
            var to = from;
            while (StaysWithNext(rows, to))
            {
                to++;
            }

            yield return (from, to + 1 - from);
            from = to + 1;
        }
    }
}
