using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace KeyProducts.Documents.Spreadsheets;

/// <summary>
/// Reads a workbook part by part, forward only. Names of elements are compared without their namespaces, of which the format has two
/// sets; what is not a value – charts, links, macros, outside sources – is never opened.
/// </summary>
internal sealed partial class XlsxReader(WorkbookParts archive)
{
    private const string WorkbookType = "/officeDocument";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly List<string> strings = [];
    private NumberFormats formats = NumberFormats.None;
    private bool from1904;
    private int filledCells;

    /// <summary>The sheets in their order, hidden ones too; sheets that are charts are left out.</summary>
    public IReadOnlyList<SheetContent> Read()
    {
        var path = RelationsOf("").Values.FirstOrDefault(one => one.Type.EndsWith(WorkbookType, StringComparison.Ordinal)).Target;
        if (path is null || !archive.Has(path))
        {
            throw archive.Has("[Content_Types].xml") ? new InvalidDataException("There is no workbook.") : SheetReader.NoWorkbook();
        }

        // A .docx has its document there, a .xlsb its workbook in another notation.
        if (!path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
        {
            throw SheetReader.NoWorkbook();
        }

        var listed = ReadSheetList(path);
        var relations = RelationsOf(path);
        string? Part(string type) => relations.Values.FirstOrDefault(one => one.Type.EndsWith(type, StringComparison.Ordinal)).Target;
        ReadStrings(Part("/sharedStrings"));
        using (var styles = OpenXml(Part("/styles")))
        {
            formats = NumberFormats.Read(styles);
        }

        return
        [
            .. from sheet in listed
               where relations.TryGetValue(sheet.Id, out var relation) && relation.Type.EndsWith("/worksheet", StringComparison.Ordinal)
               select ReadSheet(sheet.Name, sheet.IsHidden, relations[sheet.Id].Target),
        ];
    }

    private List<(string Name, string Id, bool IsHidden)> ReadSheetList(string path)
    {
        var sheets = new List<(string, string, bool)>();
        using var xml = OpenXml(path)!;
        if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "workbook")
        {
            throw SheetReader.NoWorkbook();
        }

        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "workbookPr")
            {
                from1904 = IsTrue(xml.GetAttribute("date1904"));
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "sheet")
            {
                sheets.Add((SheetReader.Tidy(xml.GetAttribute("name") ?? ""), RelationId(xml), xml.GetAttribute("state") is "hidden" or "veryHidden"));
            }
        }

        return sheets;
    }

    private static string RelationId(XmlReader xml)
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
            {
                return xml.Value;
            }
        }

        return "";
    }

    // The parts that a part points to, by the key it uses; those outside the file are left out.
    private Dictionary<string, (string Type, string Target)> RelationsOf(string path)
    {
        var folder = path.Contains('/', StringComparison.Ordinal) ? path[..(path.LastIndexOf('/') + 1)] : "";
        var relations = new Dictionary<string, (string, string)>();
        using var xml = OpenXml($"{folder}_rels/{path[folder.Length..]}.rels");
        while (xml?.Read() == true)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("TargetMode") != "External"
                && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
            {
                relations[id] = (xml.GetAttribute("Type") ?? "", Absolute(folder, target));
            }
        }

        return relations;
    }

    private static string Absolute(string folder, string target)
    {
        var parts = new List<string>();
        foreach (var part in (target.StartsWith('/') ? target : folder + target).Split('/', '\\'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "." or ".."))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private void ReadStrings(string? path)
    {
        using var xml = OpenXml(path);
        for (var more = xml?.Read() == true; more;)
        {
            if (xml!.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                strings.Add(ReadWords(xml)); // It stands behind them now.
                more = !xml.EOF;
            }
            else
            {
                more = xml.Read();
            }
        }
    }

    private SheetContent ReadSheet(string name, bool isHidden, string path)
    {
        using var xml = OpenXml(path) ?? throw new InvalidDataException("A sheet is missing.");
        var rows = new SheetRows();
        var (row, column, rowIsHidden) = (0, 0, false);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "col" when IsTrue(xml.GetAttribute("hidden")):
                    rows.HideColumns(Whole(xml.GetAttribute("min")) - 1, Whole(xml.GetAttribute("max")) - 1);
                    break;
                case "row":
                    row = xml.GetAttribute("r") is { } number ? Whole(number) : row + 1;
                    (column, rowIsHidden) = (-1, IsTrue(xml.GetAttribute("hidden")));
                    break;
                case "c":
                    (row, column) = xml.GetAttribute("r") is { } address
                        ? CellAddress.Read(address) ?? throw new InvalidDataException("A cell has no place.")
                        : (row, column + 1);
                    if (ReadCell(xml, row, column) is { } cell)
                    {
                        filledCells = filledCells < SheetReader.MostCells ? filledCells + 1 : throw SheetReader.TooManyCells();
                        rows.Add(cell, rowIsHidden);
                    }

                    break;
                case "mergeCell":
                    rows.Merge(xml.GetAttribute("ref") ?? "");
                    break;
            }
        }

        return rows.Content(name, isHidden, SheetReader.MostCells - filledCells);
    }

    // Leaves the reader at the end of the cell.
    private CellContent? ReadCell(XmlReader xml, int row, int column)
    {
        if (xml.IsEmptyElement)
        {
            return null;
        }

        var (type, style) = (xml.GetAttribute("t"), Whole(xml.GetAttribute("s") ?? "0"));
        string? value = null, words = null, formula = null;
        var depth = xml.Depth;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Read();
                continue;
            }

            switch (xml.LocalName)
            {
                case "v":
                    value = xml.ReadElementContentAsString();
                    break;
                case "f":
                    formula = xml.ReadElementContentAsString();
                    break;
                case "is":
                    words = ReadWords(xml);
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        if (formula is not null && value is null && words is null)
        {
            return new CellContent(row, column, CellKind.Formula, SheetReader.Tidy("=" + formula));
        }

        return type switch
        {
            "s" => value is null ? null : Words(row, column, strings.ElementAtOrDefault(Whole(value)) ?? throw new InvalidDataException("Words are missing.")),
            "inlineStr" => Words(row, column, words ?? ""),
            "str" => Words(row, column, SheetReader.Tidy(Unescaped(value ?? ""))),
            "b" => new CellContent(row, column, CellKind.Truth, IsTrue(value?.Trim()) ? "TRUE" : "FALSE"),
            "e" => new CellContent(row, column, CellKind.Error, SheetReader.Tidy(value ?? "")),
            "d" => Dated(row, column, value ?? ""),
            _ => string.IsNullOrWhiteSpace(value) ? null : formats.Cell(row, column, value.Trim(), style, from1904),
        };
    }

    private static CellContent? Words(int row, int column, string text) => text.Length == 0 ? null : new(row, column, CellKind.Text, text);

    private static CellContent? Dated(int row, int column, string value) =>
        DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment)
            ? NumberFormats.DayCell(row, column, moment)
            : Words(row, column, SheetReader.Tidy(value));

    // The text of all runs, without the readings that Japanese text has above it. Leaves the reader behind the element.
    private static string ReadWords(XmlReader xml)
    {
        var text = new StringBuilder();
        var depth = xml.Depth;
        if (!xml.IsEmptyElement)
        {
            xml.Read();
            while (xml.Depth > depth)
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" })
                {
                    text.Append(xml.ReadElementContentAsString());
                }
                else if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
                {
                    xml.Skip();
                }
                else
                {
                    xml.Read();
                }
            }
        }

        xml.Read();
        return SheetReader.Tidy(Unescaped(text.ToString()));
    }

    private XmlReader? OpenXml(string? path) => path is not null && archive.Open(path) is { } part ? XmlReader.Create(part, Settings) : null;

    private static bool IsTrue(string? text) => text is "1" or "true" or "on";

    private static int Whole(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidDataException("A number is none.");

    // Spreadsheets write characters that XML does not hold as "_x000D_".
    private static string Unescaped(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escape().Replace(text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
            : text;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
