namespace KeyProducts.Documents.Spreadsheets;

/// <summary>What a cell that was read holds.</summary>
public enum CellKind
{
    /// <summary>Words; of a .csv everything is.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day: a number that the sheet shows as one.</summary>
    Day,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>A formula that came to nothing, such as #N/A.</summary>
    Error,

    /// <summary>A formula whose value the file does not hold, because the program that wrote it never computed it.</summary>
    Formula,
}

/// <summary>A cell that was read; only cells that hold something are there.</summary>
/// <param name="Row">Its row, from 1.</param>
/// <param name="Column">Its column, from 0.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">
/// What a person sees in it: composed (NFC), without characters that cannot be seen, trimmed. A number has all its digits, "." before its
/// decimals and no groups, and the zeros before it that the sheet shows; a day is 31/12/2025; a formula stands for itself.
/// </param>
public sealed record CellContent(int Row, int Column, CellKind Kind, string Text)
{
    /// <summary>Its number, to the 15 digits that a sheet keeps; null for words, days and numbers past reckoning.</summary>
    public decimal? Number { get; init; }

    /// <summary>The day that it shows, or that its number would show if it were formatted as one; null for words.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Whether it is part of a merged area whose first cell holds the value.</summary>
    public bool IsMerged { get; init; }

    /// <summary>What people call it: "C7".</summary>
    public string Address => CellAddress.Of(Row, Column);
}

/// <summary>A row that was read and holds something.</summary>
/// <param name="Number">Its number in the sheet, from 1; of a .csv that of its record.</param>
/// <param name="IsHidden">Whether the sheet hides it, for instance by a filter.</param>
/// <param name="Cells">Its cells from left to right.</param>
public sealed record RowContent(int Number, bool IsHidden, IReadOnlyList<CellContent> Cells)
{
    /// <summary>The cell in a column, from 0; null when it is empty.</summary>
    public CellContent? this[int column]
    {
        get
        {
            var (low, high) = (0, Cells.Count - 1);
            while (low <= high)
            {
                var middle = (low + high) / 2;
                if (Cells[middle].Column == column)
                {
                    return Cells[middle];
                }

                (low, high) = Cells[middle].Column < column ? (middle + 1, high) : (low, middle - 1);
            }

            return null;
        }
    }
}

/// <summary>Cells that are shown as one.</summary>
/// <param name="FirstRow">The row of its first cell, from 1.</param>
/// <param name="FirstColumn">The column of its first cell, from 0.</param>
/// <param name="LastRow">The row of its last cell.</param>
/// <param name="LastColumn">The column of its last cell.</param>
public sealed record MergedArea(int FirstRow, int FirstColumn, int LastRow, int LastColumn);

/// <summary>A sheet that was read, as far as anything stands in it.</summary>
/// <param name="Name">Its name; of a .csv that of the file.</param>
/// <param name="IsHidden">Whether the workbook hides it.</param>
/// <param name="Rows">The rows that hold something, from the top.</param>
/// <param name="HiddenColumns">The columns that are hidden and hold something, from 0.</param>
/// <param name="Merged">Its merged areas. Each of their cells in <paramref name="Rows"/> has the value of the first.</param>
public sealed record SheetContent(
    string Name, bool IsHidden, IReadOnlyList<RowContent> Rows, IReadOnlySet<int> HiddenColumns, IReadOnlyList<MergedArea> Merged);
