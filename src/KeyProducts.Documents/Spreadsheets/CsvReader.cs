using System.Text;
using KeyProducts.Documents.Files;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>
/// Reads comma-separated values, whichever sign separates them and in whichever Unicode encoding they are. Every value is text; what it
/// means the reader of the columns decides.
/// </summary>
internal static class CsvReader
{
    /// <summary>How many records show which sign separates the values.</summary>
    private const int Sample = 30;

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>The one sheet of the file.</summary>
    /// <exception cref="FileRefusedException">It is no text, in an encoding that cannot be known, or too large.</exception>
    public static SheetContent Read(byte[] bytes, string name)
    {
        var text = Decode(bytes);
        var separator = Named(ref text) ?? Separators.MaxBy(sign => Fitness(text, sign));
        var rows = new SheetRows();
        var number = 0;
        var cells = 0;
        foreach (var record in Records(text, separator))
        {
            number++;
            for (var column = 0; column < record.Count; column++)
            {
                var value = SheetReader.Tidy(Unguarded(record[column]));
                if (value.Length > 0)
                {
                    cells = cells < SheetReader.MostCells ? cells + 1 : throw SheetReader.TooManyCells();
                    rows.Add(new CellContent(number, column, CellKind.Text, value), rowIsHidden: false);
                }
            }
        }

        return rows.Content(name, isHidden: false, room: 0);
    }

    private static string Decode(byte[] bytes)
    {
        var zeros = bytes.Take(1_000).Select((one, place) => (one, place)).Where(one => one.one == 0).ToList();
        Encoding encoding = bytes switch
        {
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ when zeros.Count > 0 && zeros.All(zero => zero.place % 2 == 1) => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true),
            _ when zeros.Count > 0 && zeros.All(zero => zero.place % 2 == 0) => new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true),
            _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        };
        string text;
        try
        {
            text = encoding.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw zeros.Count > 0
                ? SheetReader.NoWorkbook()
                : new FileRefusedException(
                    "The letters of this .csv file cannot be read for certain: it is not in UTF-8. In Excel choose Save As, CSV UTF-8 (Comma delimited), or send the workbook itself.");
        }

        // Of a text no byte is zero; of a program or a picture many are.
        return text.Contains('\0', StringComparison.Ordinal) ? throw SheetReader.NoWorkbook() : text;
    }

    // Excel writes, and obeys, a first line "sep=;".
    private static char? Named(ref string text)
    {
        if (!text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || text.Length < 5 || (text.Length > 5 && text[5] is not ('\r' or '\n')))
        {
            return null;
        }

        var sign = text[4];
        text = text[5..].TrimStart('\r', '\n');
        return sign;
    }

    // The right sign gives many records of the same, largest number of values; another stands inside words, here and there.
    private static int Fitness(string text, char separator)
    {
        var counts = Records(text, separator).Where(record => record.Count > 1 || record[0].Length > 0).Take(Sample).Select(record => record.Count).ToList();
        return counts.Where(count => count > 1).GroupBy(count => count).Select(same => same.Key * same.Count()).DefaultIfEmpty(0).Max();
    }

    private static IEnumerable<List<string>> Records(string text, char separator)
    {
        var record = new List<string>();
        var value = new StringBuilder();
        var place = 0;
        while (place < text.Length)
        {
            if (text[place] == '"' && value.Length == 0)
            {
                place = Quoted(text, place + 1, value);
            }
            else if (text[place] == separator)
            {
                End(record, value);
                place++;
            }
            else if (text[place] is '\r' or '\n')
            {
                End(record, value);
                yield return record;
                record = [];
                place += text[place] == '\r' && place + 1 < text.Length && text[place + 1] == '\n' ? 2 : 1;
            }
            else
            {
                value.Append(text[place++]);
            }
        }

        if (value.Length > 0 || record.Count > 0)
        {
            End(record, value);
            yield return record;
        }
    }

    // Up to the quote that ends the value; two of them are one. Returns the place behind it.
    private static int Quoted(string text, int place, StringBuilder value)
    {
        for (; place < text.Length; place++)
        {
            if (text[place] != '"')
            {
                value.Append(text[place]);
            }
            else if (place + 1 < text.Length && text[place + 1] == '"')
            {
                value.Append('"');
                place++;
            }
            else
            {
                return place + 1;
            }
        }

        return place;
    }

    // Values beyond the columns that are taken stand in the last place, where the sheet refuses them.
    private static void End(List<string> record, StringBuilder value)
    {
        if (record.Count <= SheetReader.MostColumns)
        {
            record.Add(value.ToString());
        }
        else if (value.Length > 0)
        {
            record[^1] = value.ToString();
        }

        value.Clear();
    }

    // Our own files put a quote before what a spreadsheet would compute; see Csv.
    private static string Unguarded(string value) =>
        value.StartsWith('\'') && (value.Length == 1 || Csv.LooksLikeFormula(value[1..]) || char.IsWhiteSpace(value[1])) ? value[1..] : value;
}
