using KeyProducts.Documents.Files;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>Collects the cells of a sheet while it is read.</summary>
internal sealed class SheetRows
{
    private readonly SortedDictionary<int, (bool IsHidden, SortedList<int, CellContent> Cells)> rows = [];
    private readonly List<(int First, int Last)> hidden = [];
    private readonly List<MergedArea> merged = [];

    /// <summary>Takes a cell that holds something.</summary>
    /// <exception cref="FileRefusedException">There are too many rows or columns.</exception>
    public void Add(CellContent cell, bool rowIsHidden)
    {
        if (cell.Column >= SheetReader.MostColumns)
        {
            throw SheetReader.TooManyColumns();
        }

        if (!rows.TryGetValue(cell.Row, out var row))
        {
            if (rows.Count == SheetReader.MostRows)
            {
                throw SheetReader.TooManyRows();
            }

            rows.Add(cell.Row, row = (rowIsHidden, []));
        }

        row.Cells[cell.Column] = cell;
    }

    /// <summary>Notes that columns are hidden.</summary>
    public void HideColumns(int first, int last) => hidden.Add((first, last));

    /// <summary>Notes a merged area, such as "B2:E2"; what is none is left out.</summary>
    public void Merge(string range)
    {
        var ends = range.Split(':');
        if (ends.Length == 2 && CellAddress.Read(ends[0]) is { } first && CellAddress.Read(ends[1]) is { } last
            && last.Row >= first.Row && last.Column >= first.Column && last != first)
        {
            merged.Add(new MergedArea(first.Row, first.Column, last.Row, last.Column));
        }
    }

    /// <summary>The sheet.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isHidden">Whether the workbook hides it.</param>
    /// <param name="room">How many cells may still be filled from merged areas.</param>
    public SheetContent Content(string name, bool isHidden, int room)
    {
        FillMerged(room);
        var used = rows.Values.SelectMany(row => row.Cells.Keys).ToHashSet();
        used.RemoveWhere(column => !hidden.Any(range => column >= range.First && column <= range.Last));
        return new SheetContent(name, isHidden, [.. rows.Select(row => new RowContent(row.Key, row.Value.IsHidden, [.. row.Value.Cells.Values]))], used, merged);
    }

    // Only in rows and columns that hold something of their own: an area may reach to the end of the sheet.
    private void FillMerged(int room)
    {
        var width = rows.Values.Select(row => row.Cells.Keys[^1] + 1).DefaultIfEmpty(0).Max();
        foreach (var area in merged)
        {
            if (!rows.TryGetValue(area.FirstRow, out var top) || !top.Cells.TryGetValue(area.FirstColumn, out var value))
            {
                continue;
            }

            foreach (var (number, row) in rows.SkipWhile(row => row.Key < area.FirstRow).TakeWhile(row => row.Key <= area.LastRow))
            {
                for (var column = area.FirstColumn; column <= Math.Min(area.LastColumn, width - 1); column++)
                {
                    if ((number, column) != (area.FirstRow, area.FirstColumn) && --room < 0)
                    {
                        throw SheetReader.TooManyCells();
                    }

                    row.Cells[column] = value with { Row = number, Column = column, IsMerged = (number, column) != (area.FirstRow, area.FirstColumn) };
                }
            }
        }
    }
}
