using System.Buffers;
using System.Globalization;
using System.Text;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>
/// Writes the tables of a report as comma-separated values for other programs: RFC 4180 in UTF-8 with a byte order mark,
/// numbers with a point and no thousands separators, days as 2025-12-31. Who wants to read rather than compute takes the workbook.
/// </summary>
public static class Csv
{
    private const string LineEnd = "\r\n";

    private static readonly SearchValues<char> ToQuote = SearchValues.Create(",\"\r\n");

    /// <summary>
    /// Writes the file. Title, figures and notes stay out, but not the source, which ends the file behind an empty line, so that the first line is the header; where there are several
    /// tables, an empty line parts them and each begins with its caption. <paramref name="output"/> stays open.
    /// </summary>
    public static void Write(Report report, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        for (var i = 0; i < report.Tables.Count; i++)
        {
            var table = report.Tables[i];
            if (i > 0)
            {
                text.Write(LineEnd);
            }

            if (report.Tables.Count > 1 && table.Caption is { } caption)
            {
                WriteRecord(text, [Guarded(caption)]);
            }

            Write(table, report.Language, text);
        }

        if (report.Source is { } source)
        {
            text.Write(LineEnd);
            WriteRecord(text, [Guarded(source.Words)]);
        }
    }

    // A heading across the table is no record. Where a table has headings, each row names its own in a first column,
    // so that a program can sort and filter without losing to which group a row belongs; a sum belongs to none.
    private static void Write(Table table, string language, TextWriter text)
    {
        var grouped = table.Rows.Any(row => row.Style == RowStyle.Group);
        IEnumerable<string> WithGroup(string group, IEnumerable<string> fields) => grouped ? fields.Prepend(group) : fields;

        WriteRecord(text, WithGroup(language == "vi" ? "Nhóm" : "Group", table.Columns.Select(column => Guarded(column.Header))));
        var group = "";
        foreach (var row in table.Rows)
        {
            if (row.Style == RowStyle.Group)
            {
                group = Field(row.Cells[0].Value);
            }
            else
            {
                WriteRecord(text, WithGroup(row.Style == RowStyle.Total ? "" : group, row.Cells.Select(cell => Field(cell.Value))));
            }
        }
    }

    private static void WriteRecord(TextWriter text, IEnumerable<string> fields)
    {
        text.Write(string.Join(',', fields.Select(Quoted)));
        text.Write(LineEnd);
    }

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(ToQuote) || field.StartsWith(' ') || field.EndsWith(' ')
            ? '"' + field.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'
            : field;

    private static string Field(object? value) => value switch
    {
        null => "",
        string text => Guarded(text),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        int or long or decimal => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => throw new ArgumentException($"A report has no way to write a {value.GetType().Name}.", nameof(value)),
    };

    // A spreadsheet would compute text that begins like a formula; a quote before it makes it text again.
    // Numbers never come here, so a negative one stays a number.
    private static string Guarded(string text)
    {
        var plain = PlainText.Of(text);
        return LooksLikeFormula(plain) || text.StartsWith('\t') || text.StartsWith('\r') ? "'" + plain : plain;
    }

    /// <summary>Whether a spreadsheet that opens the file would compute the text.</summary>
    internal static bool LooksLikeFormula(string text) => text.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..];
}
