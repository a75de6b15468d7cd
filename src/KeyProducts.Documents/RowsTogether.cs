namespace KeyProducts.Documents;

/// <summary>Which rows of a table are never parted by the end of a page.</summary>
internal static class RowsTogether
{
    /// <summary>
    /// For each row, whether it stays on the page of the next one: a group's heading does, and what a sum follows. So do the first two
    /// rows, that the header has more than one below it, and the last two, that none stands alone on the last page.
    /// </summary>
    /// <param name="rows">The style of each row, in order.</param>
    public static IReadOnlyList<bool> StayWithNext(IReadOnlyList<RowStyle> rows)
    {
        var own = Enumerable.Range(0, rows.Count).Where(i => rows[i] is not (RowStyle.Group or RowStyle.Total)).ToList();
        return [.. rows.Select((style, i) => i + 1 < rows.Count
            && (style == RowStyle.Group || rows[i + 1] == RowStyle.Total || (own.Count > 1 && (i < own[1] || (i >= own[^2] && i < own[^1])))))];
    }

    /// <summary>The rows in runs that stay together, in order: where each begins, and how many it has.</summary>
    public static IEnumerable<(int From, int Count)> Of(IReadOnlyList<RowStyle> rows)
    {
        var stay = StayWithNext(rows);
        for (var from = 0; from < rows.Count;)
        {
            var to = from;
            while (stay[to])
            {
                to++;
            }

            yield return (from, to + 1 - from);
            from = to + 1;
        }
    }
}
