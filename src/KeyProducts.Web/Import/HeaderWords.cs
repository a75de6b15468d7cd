using KeyProducts.Documents.Spreadsheets;

namespace KeyProducts.Web.Import;

/// <summary>Knows columns by their headers, however these are written, and by the headers of the groups above them.</summary>
internal sealed class HeaderWords
{
    private const int RowsOfGroups = 3;

    private readonly Dictionary<string, List<ImportColumn>> known = [];
    private readonly int year;

    /// <summary>Learns the names of the columns.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="year">The year of the programme, which a title above the list may name.</param>
    public HeaderWords(IReadOnlyList<ImportColumn> columns, int year)
    {
        this.year = year;
        foreach (var column in columns)
        {
            foreach (var name in column.Aliases.Append(column.Vietnamese).Append(column.English).Select(name => Label.OfHeader(name).Words).Distinct())
            {
                (known.TryGetValue(name, out var same) ? same : known[name] = []).Add(column);
            }
        }
    }

    /// <summary>The columns that a row heads; none when it is a row of values.</summary>
    public IReadOnlyList<FoundColumn> Read(SheetContent sheet, RowContent row)
    {
        var above = sheet.Rows.Where(one => one.Number < row.Number && one.Number >= row.Number - RowsOfGroups).Reverse().ToList();
        return [.. row.Cells.Select(cell => (Cell: cell, Column: Known(cell, above))).Where(one => one.Column is not null).Select(one => new FoundColumn(one.Column!, one.Cell.Column))];
    }

    private ImportColumn? Known(CellContent cell, List<RowContent> above)
    {
        var (words, own) = Label.OfHeader(cell.Text);
        var groups = above.Select(row => row[cell.Column]).Where(group => group is not null && group.Text != cell.Text).Select(group => Label.OfHeader(group!.Text)).ToList();
        foreach (var name in Names(words, [.. groups.Select(group => group.Words).Where(group => group.Length > 0)]))
        {
            if (!known.TryGetValue(name, out var columns))
            {
                continue;
            }

            if (columns[0].DataYear is null)
            {
                return own is null || own == year ? columns[0] : null;
            }

            // A figure is of the year that its own header names, or the nearest above it; without any, of the data year.
            var dataYear = own ?? groups.Select(group => group.Year).FirstOrDefault(one => one is not null && one != year) ?? YearAtTheLeft(cell, above) ?? columns.Max(column => column.DataYear);
            return columns.FirstOrDefault(column => column.DataYear == dataYear);
        }

        return null;
    }

    // The header alone, then with one group before or behind it, then with two.
    private static IEnumerable<string> Names(string words, IReadOnlyList<string> groups)
    {
        yield return words;
        foreach (var group in groups)
        {
            yield return $"{group} {words}";
            yield return $"{words} {group}";
        }

        if (groups.Count > 1)
        {
            yield return $"{groups[1]} {groups[0]} {words}";
        }
    }

    // A .csv has no merged cells: the header of a group stands above the first of its columns only.
    private int? YearAtTheLeft(CellContent cell, List<RowContent> above) =>
        above.Select(row => row.Cells.LastOrDefault(one => one.Column <= cell.Column)).Where(one => one is not null).Select(one => Label.OfHeader(one!.Text).Year).FirstOrDefault(one => one is not null && one != year);
}
