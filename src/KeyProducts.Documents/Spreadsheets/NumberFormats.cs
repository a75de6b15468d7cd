using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>What the styles of a workbook make of a number: a day, a code with zeros before it, a share, or the number itself.</summary>
internal sealed partial class NumberFormats
{
    private readonly Dictionary<int, string> codes = [];
    private readonly List<int> styles = [];

    /// <summary>No styles: numbers are numbers.</summary>
    public static NumberFormats None { get; } = new();

    /// <summary>Reads the part of the styles; a workbook may have none.</summary>
    public static NumberFormats Read(XmlReader? xml)
    {
        var formats = new NumberFormats();
        var isOfCells = false;
        while (xml?.Read() == true)
        {
            if (xml.LocalName == "cellXfs")
            {
                isOfCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "numFmt" && int.TryParse(xml.GetAttribute("numFmtId"), out var id))
            {
                formats.codes[id] = xml.GetAttribute("formatCode") ?? "";
            }
            else if (isOfCells && xml.NodeType == XmlNodeType.Element && xml.LocalName == "xf")
            {
                formats.styles.Add(int.TryParse(xml.GetAttribute("numFmtId"), out var used) ? used : 0);
            }
        }

        return formats;
    }

    /// <summary>A cell with a number, as its style shows it.</summary>
    /// <param name="row">The cell's row.</param>
    /// <param name="column">The cell's column.</param>
    /// <param name="value">The number as the file writes it.</param>
    /// <param name="style">The number of the cell's style.</param>
    /// <param name="from1904">Whether days are counted from 1904.</param>
    public CellContent Cell(int row, int column, string value, int style, bool from1904)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var raw) || Math.Abs(raw) > 1e27)
        {
            return new CellContent(row, column, double.IsFinite(raw) && raw != 0 ? CellKind.Number : CellKind.Text, SheetReader.Tidy(value));
        }

        var number = Plain((decimal)raw); // This keeps 15 digits, and so drops what binary fractions add: 0.30000000000000004.
        var format = style >= 0 && style < styles.Count ? styles[style] : 0;
        var moment = MomentOf(number, from1904);
        if (moment is { } shown && IsDay(format, codes.GetValueOrDefault(format)))
        {
            return DayCell(row, column, shown);
        }

        return new CellContent(row, column, CellKind.Number, TextOf(number, codes.GetValueOrDefault(format) ?? BuiltIn(format)))
        {
            Number = number,
            Day = moment is { } day ? DateOnly.FromDateTime(day) : null,
        };
    }

    /// <summary>A cell that shows a day.</summary>
    public static CellContent DayCell(int row, int column, DateTime moment) =>
        new(row, column, CellKind.Day, moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "dd/MM/yyyy" : "dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture))
        {
            Day = DateOnly.FromDateTime(moment),
        };

    // Excel's first calendar has a 29 February 1900 that never was, so days before it are one off; it has no days before 1900.
    private static DateTime? MomentOf(decimal serial, bool from1904)
    {
        if (serial is < 1 or >= 2_900_000 || (!from1904 && serial is >= 60 and < 61))
        {
            return null;
        }

        var start = from1904 ? new DateTime(1904, 1, 1) : serial < 60 ? new DateTime(1899, 12, 31) : new DateTime(1899, 12, 30);
        var minutes = Math.Round(serial * 24 * 60);
        return start.AddMinutes((double)minutes);
    }

    private static bool IsDay(int id, string? code) =>
        code is null
            ? id is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58)
            : DayCodes(code);

    // A section for positive numbers with a letter of days outside quotes, brackets and escapes. "m" alone is minutes beside "h" or "s".
    private static bool DayCodes(string code)
    {
        var letters = NoLetters().Replace(code, "").Split(';')[0].ToLowerInvariant();
        return !letters.Contains("general", StringComparison.Ordinal)
            && (letters.AsSpan().ContainsAny('y', 'd') || (letters.Contains('m', StringComparison.Ordinal) && !letters.AsSpan().ContainsAny('h', 's')));
    }

    private static string? BuiltIn(int id) => id switch
    {
        9 => "0%",
        10 => "0.00%",
        _ => null,
    };

    private static string TextOf(decimal number, string? code)
    {
        if (code is not null && number >= 0 && number == decimal.Truncate(number) && ZerosBefore().IsMatch(code))
        {
            var digits = decimal.Truncate(number).ToString(CultureInfo.InvariantCulture);
            var places = code.Count(sign => sign == '0');
            return digits.Length > places ? digits : Filled(code, digits.PadLeft(places, '0'));
        }

        return code is not null && NoLetters().Replace(code, "").Contains('%', StringComparison.Ordinal)
            ? Plain(number * 100).ToString(CultureInfo.InvariantCulture) + "%"
            : number.ToString(CultureInfo.InvariantCulture);
    }

    // "0000000000-000": a digit for each zero.
    private static string Filled(string code, string digits)
    {
        var next = 0;
        return string.Concat(code.Replace("\\", "").Replace("\"", "").Select(sign => sign == '0' ? digits[next++] : sign));
    }

    // Without zeros behind the decimal sign.
    private static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;

    [GeneratedRegex(@"""[^""]*""|\[[^\]]*\]|\\.|_.|\*.")]
    private static partial Regex NoLetters();

    [GeneratedRegex(@"^0{2,}(?:(?:\\?[- ]|""[- ]"")0+)*$")]
    private static partial Regex ZerosBefore();
}
