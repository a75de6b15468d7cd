using System.Globalization;

namespace KeyProducts.Documents;

/// <summary>What a column holds; decides alignment and the format of a spreadsheet's cells.</summary>
public enum ColumnKind
{
    /// <summary>Words, left-aligned, wrapped.</summary>
    Text,

    /// <summary>A code such as a tax code: text in every file, so that zeros at its start stay.</summary>
    Code,

    /// <summary>A number with a fixed count of decimals, right-aligned.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A number or a truth as programs take it: no sign for thousands, no more decimals than it has. A year is written so too.</summary>
    Raw,
}

/// <summary>The head of a column.</summary>
/// <param name="Header">The words at its top, with the unit where there is one.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Width">Its width in characters; tables share the page in proportion.</param>
/// <param name="Decimals">Digits after the decimal sign of a <see cref="ColumnKind.Number"/>.</param>
/// <param name="SortKey">The name by which a page can be asked to sort by this column; null when it cannot.</param>
/// <param name="OnPage">Whether the page shows it too; some columns are for files alone, where there is room.</param>
public sealed record Column(string Header, ColumnKind Kind, double Width, int Decimals = 0, string? SortKey = null, bool OnPage = true)
{
    /// <summary>A value of this column as a reader of <paramref name="culture"/> expects it; empty for null.</summary>
    public string Write(object? value, CultureInfo culture) => value switch
    {
        null => "",
        string text => text,
        DateOnly day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        int or long or decimal when Kind == ColumnKind.Raw => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        int or long or decimal => Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString("N" + Decimals, culture),
        _ => throw new ArgumentException($"A report has no way to write a {value.GetType().Name}.", nameof(value)),
    };
}
