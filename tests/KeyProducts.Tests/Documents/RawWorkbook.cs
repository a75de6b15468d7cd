using System.IO.Compression;
using System.Text;
using KeyProducts.Documents.Spreadsheets;

namespace KeyProducts.Tests.Documents;

/// <summary>A workbook put together part by part, as other programs – or nobody in their right mind – would write it.</summary>
internal sealed class RawWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string State, string Xml)> sheets = [];

    /// <summary>What stands in the list of shared words, as XML.</summary>
    public string Strings { get; init; } = "";

    /// <summary>Number formats of the workbook's own, from 164.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>The format numbers of the cell styles, after the plain one.</summary>
    public IReadOnlyList<int> Styles { get; init; } = [];

    /// <summary>Whether days are counted from 1904.</summary>
    public bool From1904 { get; init; }

    /// <summary>Further parts.</summary>
    public Dictionary<string, string> Parts { get; } = [];

    /// <summary>A workbook of one sheet with these rows.</summary>
    public static RawWorkbook Of(string rows, string before = "", string after = "") => new RawWorkbook().Add("Sheet1", rows, before, after);

    /// <summary>Adds a sheet: its rows, and what stands before and after them.</summary>
    public RawWorkbook Add(string name, string rows, string before = "", string after = "", string state = "visible")
    {
        sheets.Add((name, state, $"<worksheet xmlns=\"{Main}\">{before}<sheetData>{rows}</sheetData>{after}</worksheet>"));
        return this;
    }

    /// <summary>The file.</summary>
    public byte[] Bytes()
    {
        var list = string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" state=\"{sheet.State}\" r:id=\"s{i}\"/>"));
        var parts = new Dictionary<string, string>(Parts)
        {
            ["[Content_Types].xml"] = "<Types/>",
            ["_rels/.rels"] = $"<Relationships><Relationship Id=\"w\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
            ["xl/workbook.xml"] = $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><workbookPr date1904=\"{(From1904 ? 1 : 0)}\"/><sheets>{list}</sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] = "<Relationships>"
                + $"<Relationship Id=\"st\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/><Relationship Id=\"sh\" Type=\"{Relations}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
                + string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"s{i}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>")) + "</Relationships>",
            ["xl/styles.xml"] = $"<styleSheet xmlns=\"{Main}\"><numFmts>"
                + string.Concat(Formats.Select((code, i) => $"<numFmt numFmtId=\"{164 + i}\" formatCode=\"{System.Net.WebUtility.HtmlEncode(code)}\"/>"))
                + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
                + string.Concat(Styles.Select(id => $"<xf numFmtId=\"{id}\"/>")) + "</cellXfs></styleSheet>",
            ["xl/sharedStrings.xml"] = $"<sst xmlns=\"{Main}\">{Strings}</sst>",
        };
        for (var i = 0; i < sheets.Count; i++)
        {
            parts[$"xl/worksheets/sheet{i}.xml"] = sheets[i].Xml;
        }

        return Zip(parts);
    }

    /// <summary>The sheets as the program reads them.</summary>
    public IReadOnlyList<SheetContent> Read() => Read(Bytes());

    /// <summary>A file as the program reads it.</summary>
    public static IReadOnlyList<SheetContent> Read(byte[] file, string name = "hồ sơ.xlsx") => SheetReader.Read(new MemoryStream(file), name);

    /// <summary>An archive of texts.</summary>
    public static byte[] Zip(IEnumerable<KeyValuePair<string, string>> parts)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in parts)
            {
                using var part = archive.CreateEntry(path).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }
}
