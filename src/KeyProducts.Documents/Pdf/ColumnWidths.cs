using System.Globalization;

namespace KeyProducts.Documents.Pdf;

/// <summary>How a table shares the width of the page, and how large its letters can be.</summary>
/// <param name="Size">The size of the letters.</param>
/// <param name="Widths">The width of each column, its padding included; together the width of the page.</param>
internal sealed record ColumnWidths(double Size, IReadOnlyList<double> Widths)
{
    /// <summary>The room left and right of the words in a cell.</summary>
    public const double Padding = 4;

    private const double Largest = 11, Smallest = 8, Step = 0.5;

    /// <summary>An average letter, in parts of the size.</summary>
    private const double Letter = 0.48;

    /// <summary>The longest word of a text column that is still kept whole at the cost of others, in parts of the size.</summary>
    private const double LongestWord = 7, LongestValue = 14;

    private const int LongestUnit = 13;

    /// <summary>
    /// Columns share the page in proportion to the characters they ask for; but none becomes narrower than its numbers,
    /// dates and longest words while others have room to give, and room to spare goes to words, not to numbers.
    /// The letters are as large as that allows.
    /// </summary>
    public static ColumnWidths Of(Table table, CultureInfo culture, double available, PdfDocument document)
    {
        PdfFont regular = document.Font(FontFace.Regular), bold = document.Font(FontFace.Bold);
        var least = table.Columns.Select(column => LongestPart(WithUnitWhole(column.Header), bold)).ToArray();
        foreach (var row in table.Rows.Where(row => row.Style != RowStyle.Group))
        {
            var font = row.Style == RowStyle.Total ? bold : regular;
            for (var i = 0; i < least.Length; i++)
            {
                var text = PlainText.Of(table.Columns[i].Write(row.Cells[i].Value, culture));
                var value = table.Columns[i].Kind == ColumnKind.Text
                    ? LongestPart(text, font)
                    : Math.Min(font.Measure(text.Replace("\n", "", StringComparison.Ordinal), 1), LongestValue);
                least[i] = Math.Max(least[i], value);
            }
        }

        for (var size = Largest; ; size -= Step)
        {
            var needed = least.Select(width => (width * size) + (2 * Padding) + 0.1).ToArray();
            var wished = table.Columns.Select(column => (column.Width * Letter * size) + (2 * Padding)).ToArray();
            var enough = needed.Zip(wished, Math.Max).ToArray();
            if (enough.Sum() <= available)
            {
                var words = table.Columns.Any(column => column.Kind == ColumnKind.Text);
                return new ColumnWidths(size, Share(wished, enough, available, table.Columns.Select(column => words && column.Kind != ColumnKind.Text)));
            }

            if (size <= Smallest)
            {
                return new ColumnWidths(size, Share(wished, needed, available, table.Columns.Select(_ => false)));
            }
        }
    }

    /// <summary>The header with the spaces within brackets made unbreakable: "(tỷ đồng)" belongs on one line.</summary>
    public static string WithUnitWhole(string header)
    {
        var open = header.LastIndexOf('(');
        return open >= 0 && header.Length - open <= LongestUnit
            ? header[..open] + header[open..].Replace(' ', '\u00A0')
            : header;
    }

    private static double LongestPart(string text, PdfFont font)
    {
        var longest = 0.0;
        foreach (var part in text.AsSpan().SplitAny(' ', '\n'))
        {
            longest = Math.Max(longest, font.Measure(text.AsSpan()[part], 1));
        }

        return Math.Min(longest, LongestWord);
    }

    // Whoever is settled, or would get less than needed, gets just that; the others share the rest.
    // Repeated, because that may now hit one of them.
    private static double[] Share(double[] wished, double[] needed, double available, IEnumerable<bool> settledFirst)
    {
        if (needed.Sum() >= available)
        {
            return [.. needed.Select(width => width * available / needed.Sum())];
        }

        var settled = settledFirst.ToArray();
        while (true)
        {
            var free = available - needed.Where((_, i) => settled[i]).Sum();
            var shares = wished.Where((_, i) => !settled[i]).Sum();
            var poor = Enumerable.Range(0, wished.Length)
                .Where(i => !settled[i] && wished[i] * free / shares < needed[i]).ToList();
            if (poor.Count == 0)
            {
                return [.. wished.Select((width, i) => settled[i] ? needed[i] : width * free / shares)];
            }

            poor.ForEach(i => settled[i] = true);
        }
    }
}
