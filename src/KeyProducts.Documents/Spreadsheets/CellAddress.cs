using System.Globalization;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>The names of cells: "A1", "AD30".</summary>
public static class CellAddress
{
    /// <summary>The most rows and columns that a sheet has.</summary>
    internal const int MostRows = 1_048_576, MostColumns = 16_384;

    /// <summary>The name of a cell.</summary>
    /// <param name="row">Its row, from 1.</param>
    /// <param name="column">Its column, from 0.</param>
    public static string Of(int row, int column) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>The letters of a column, from 0.</summary>
    public static string Letters(int column) => (column < 26 ? "" : Letters((column / 26) - 1)) + (char)('A' + (column % 26));

    /// <summary>Row, from 1, and column, from 0, of a name such as "AD30" or "$AD$30"; null when it is none.</summary>
    internal static (int Row, int Column)? Read(ReadOnlySpan<char> address)
    {
        var (column, row, place) = (0, 0, 0);
        for (; place < address.Length && !char.IsAsciiDigit(address[place]); place++)
        {
            if (address[place] != '$')
            {
                if (!char.IsAsciiLetter(address[place]) || (column = (column * 26) + (address[place] & 0x1F)) > MostColumns)
                {
                    return null;
                }
            }
        }

        return column > 0 && int.TryParse(address[place..], NumberStyles.None, CultureInfo.InvariantCulture, out row) && row is > 0 and <= MostRows
            ? (row, column - 1)
            : null;
    }
}
