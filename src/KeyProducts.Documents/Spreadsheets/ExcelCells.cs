using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using WrittenCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>Makes the cells of a workbook: numbers and days as values, words and codes as text whatever they look like.</summary>
internal sealed class ExcelCells(ExcelStyles styles, SharedStrings strings, CultureInfo culture)
{
    /// <summary>Excel keeps this many digits of a number, and turns the rest into zeros without a word.</summary>
    private const decimal LargestExact = 999_999_999_999_999m;

    private static readonly DateOnly FirstDay = new(1900, 3, 1); // Excel's calendar has a 29 February before it that never was.

    /// <summary>A value of a column.</summary>
    /// <param name="column">The head of its column.</param>
    /// <param name="value">Null, string, int, long, decimal, DateOnly or bool.</param>
    /// <param name="role">What the cell is for, and how its row stands out; the column decides the rest of its look.</param>
    /// <param name="at">Its column, from 0.</param>
    /// <param name="row">Its row, from 1.</param>
    public WrittenCell Value(Documents.Column column, object? value, CellLook role, int at, int row)
    {
        var look = role with { Kind = column.Kind, Decimals = column.Decimals };
        return value switch
        {
            null or "" => Bare(at, row, look),
            DateOnly day when column.Kind == ColumnKind.Date && day >= FirstDay =>
                Number(day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture), at, row, look),
            bool truth => Truth(truth, at, row, look),
            int or long or decimal when column.Kind is ColumnKind.Number or ColumnKind.Raw
                && Convert.ToDecimal(value, CultureInfo.InvariantCulture) is >= -LargestExact and <= LargestExact and var number =>
                Number(number.ToString(CultureInfo.InvariantCulture), at, row, look),
            _ => Words(column.Write(value, culture), at, row, look),
        };
    }

    /// <summary>Words; those that begin like a formula stay words when someone edits the cell.</summary>
    public WrittenCell Words(string text, int column, int row, CellLook look)
    {
        var cell = Bare(column, row, look with { Quoted = text is ['=' or '+' or '-' or '@', ..] });
        cell.DataType = CellValues.SharedString;
        cell.CellValue = new CellValue(strings.NumberOf(text));
        return cell;
    }

    /// <summary>A number that is computed from other cells, with what it comes to now.</summary>
    public WrittenCell Computed(string formula, decimal value, int decimals, CellLook look, int column, int row)
    {
        var cell = Number(value.ToString(CultureInfo.InvariantCulture), column, row, look with { Kind = ColumnKind.Number, Decimals = decimals });
        cell.CellFormula = new CellFormula(formula);
        return cell;
    }

    /// <summary>An empty cell.</summary>
    public WrittenCell Bare(int column, int row, CellLook look) => new()
    {
        CellReference = CellAddress.Of(row, column),
        StyleIndex = styles.NumberOf(look),
    };

    /// <summary>An empty cell that looks like another, with which it is merged.</summary>
    public static WrittenCell Beside(WrittenCell first, int column, int row) => new()
    {
        CellReference = CellAddress.Of(row, column),
        StyleIndex = first.StyleIndex,
    };

    private WrittenCell Truth(bool truth, int column, int row, CellLook look)
    {
        var cell = Bare(column, row, look);
        cell.DataType = CellValues.Boolean;
        cell.CellValue = new CellValue(truth ? "1" : "0");
        return cell;
    }

    private WrittenCell Number(string number, int column, int row, CellLook look)
    {
        var cell = Bare(column, row, look);
        cell.CellValue = new CellValue(number);
        return cell;
    }
}
