using System.Globalization;
using KeyProducts.Documents.Pdf;

namespace KeyProducts.Documents;

/// <summary>How rows and cells of tables look in official documents and in printed lists.</summary>
internal static class TableLook
{
    /// <summary>The room above and below the words of a cell, and the least height of a row in which a hand is to write.</summary>
    public const double Above = 3, ToWrite = 30;

    /// <summary>The colour behind the header, which sums share.</summary>
    public static readonly Colour Head = new(0xEC, 0xEC, 0xEC);

    /// <summary>The thickness of the lines between cells.</summary>
    public const double HairWidth = 0.5;

    /// <summary>The colour of the lines between cells.</summary>
    public static readonly Colour Hair = new(0x8C, 0x8C, 0x8C);

    /// <summary>The language in which official documents write numbers.</summary>
    public static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private static readonly Colour Group = new(0xF6, 0xF6, 0xF6), Gold = new(0xFB, 0xED, 0xC1);

    /// <summary>The colour behind a row; null for none.</summary>
    public static Colour? Ground(RowStyle style) => style switch
    {
        RowStyle.Group => Group,
        RowStyle.Total => Head,
        RowStyle.Gold => Gold,
        _ => null,
    };

    /// <summary>The words of a header cell.</summary>
    public static TextStyle Header(double size) => new(FontFace.Bold, size, Alignment.Centre);

    /// <summary>The words of a group's heading.</summary>
    public static TextStyle Heading(double size) => new(FontFace.Bold, size);

    /// <summary>The sentence in place of rows.</summary>
    public static TextStyle Empty(double size) => new(FontFace.Italic, size, Alignment.Centre);

    /// <summary>The words of another cell: numbers end at the right edge.</summary>
    public static TextStyle Cell(Column column, RowStyle style, double size) => new(
        style == RowStyle.Total ? FontFace.Bold : FontFace.Regular,
        size,
        column.Kind == ColumnKind.Number ? Alignment.Right : Alignment.Left);

    /// <summary>The width of each column of a table to be filled in: those that stretch share what the others leave.</summary>
    public static IReadOnlyList<double> WidthsOf(FillIn form, double available)
    {
        var free = available - form.Columns.Sum(column => column.Millimetres * A4.Millimetre);
        var stretching = Math.Max(form.Columns.Count(column => column.Millimetres == 0), 1);
        return [.. form.Columns.Select(column => column.Millimetres == 0 ? free / stretching : column.Millimetres * A4.Millimetre)];
    }
}
