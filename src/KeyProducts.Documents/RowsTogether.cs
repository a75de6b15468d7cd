namespace KeyProducts.Documents;

/// <summary>Which rows of a table are never parted by the end of a page.</summary>
internal static class RowsTogether
{
    /// <summary>
    /// For each row, whether it stays on the page of the next one: a group's heading does, and what a sum follows; so do the first row,
    /// that the header has more than one row below it, and the last but one, that no row stands alone on the last page.
    /// </summary>
    /// <param name="rows">The style of each row, in order.</param>
    public static IReadOnlyList<bool> StayWithNext(IReadOnlyList<RowStyle> rows)
    {
        int first = 0, last = rows.Count - 1;
        while (first < rows.Count && rows[first] == RowStyle.Group)
        {
            first++;
        }

        while (last > 0 && rows[last] == RowStyle.Total)
        {
            last--;
        }

        return [.. rows.Select((style, i) => i + 1 < rows.Count
            && (style == RowStyle.Group || rows[i + 1] == RowStyle.Total || i == first || i == last - 1))];
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
