using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Spreadsheet;
using KeyProducts.Tests.Support;
using Workbook = KeyProducts.Tests.Documents.Workbook;

namespace KeyProducts.Tests.Pages.OpenData;

/// <summary>A file of open data as a program of somebody else reads it: names of columns, and values as text whatever the format.</summary>
internal sealed record OpenDataFile(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Fetches and reads a file by the ending of its address.</summary>
    public static async Task<OpenDataFile> ReadAsync(TestApp app, string address) => Of(await BytesAsync(app, address), address);

    /// <summary>Reads a file that has come.</summary>
    public static async Task<OpenDataFile> OfAsync(HttpResponseMessage answer, string address) => Of(await answer.Content.ReadAsByteArrayAsync(), address);

    /// <summary>Fetches a file; fails when it is not there.</summary>
    public static async Task<byte[]> BytesAsync(TestApp app, string address)
    {
        using var answer = await app.Visitor().GetAsync(address);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {(int)answer.StatusCode}");
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>All addresses of files that the description for programs names, a year for each.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(TestApp app)
    {
        using var description = JsonDocument.Parse(await BytesAsync(app, "/openapi/v1.json"));
        var parameters = description.RootElement.GetProperty("components").GetProperty("parameters");
        return
        [
            .. from path in description.RootElement.GetProperty("paths").EnumerateObject()
               from address in path.Value.TryGetProperty("parameters", out var own)
                   ? parameters.GetProperty(own[0].GetProperty("$ref").GetString()!.Split('/')[^1]).GetProperty("schema").GetProperty("enum").EnumerateArray().Select(year => path.Name.Replace("{year}", $"{year}", StringComparison.Ordinal))
                   : [path.Name]
               select address,
        ];
    }

    /// <summary>What stands in a column.</summary>
    public IReadOnlyList<string> Column(string name)
    {
        var place = Columns.ToList().IndexOf(name);
        Assert.True(place >= 0, $"There is no column {name}.");
        return [.. Rows.Select(row => row[place])];
    }

    /// <summary>The records of CSV, as RFC 4180 has them; the first is the header.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Records(string text)
    {
        var (records, record, field, isQuoted) = (new List<IReadOnlyList<string>>(), new List<string>(), new StringBuilder(), false);
        for (var place = 0; place < text.Length; place++)
        {
            switch (text[place])
            {
                case '"' when isQuoted && place + 1 < text.Length && text[place + 1] == '"':
                    field.Append(text[place++]);
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' when !isQuoted:
                    record.Add(field.ToString());
                    field.Clear();
                    break;
                case '\r' when !isQuoted && text[place + 1] == '\n':
                    record.Add(field.ToString());
                    records.Add([.. record]);
                    record.Clear();
                    field.Clear();
                    place++;
                    break;
                default:
                    field.Append(text[place]);
                    break;
            }
        }

        Assert.True(record.Count == 0 && field.Length == 0, "The last line has no end.");
        return records;
    }

    private static OpenDataFile Of(byte[] bytes, string address) => Path.GetExtension(address) switch
    {
        ".csv" => OfCsv(bytes),
        ".json" => OfJson(bytes),
        _ => OfWorkbook(bytes),
    };

    private static OpenDataFile OfCsv(byte[] bytes)
    {
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var records = Records(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, 3, bytes.Length - 3));
        // The apostrophe before what looks like a formula is of this format alone, as the dictionary says.
        return new(records[0], [.. records.Skip(1).Select(record => (IReadOnlyList<string>)[.. record.Select(field => field is ['\'', '=' or '+' or '-' or '@', ..] ? field[1..] : field)])]);
    }

    private static OpenDataFile OfJson(byte[] bytes)
    {
        using var file = JsonDocument.Parse(bytes);
        var rows = file.RootElement.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(rows.Count, file.RootElement.GetProperty("row_count").GetInt32());
        var columns = rows.Count == 0 ? [] : rows[0].EnumerateObject().Select(member => member.Name).ToList();
        Assert.All(rows, row => Assert.Equal(columns, row.EnumerateObject().Select(member => member.Name)));
        return new(columns, [.. rows.Select(row => (IReadOnlyList<string>)[.. row.EnumerateObject().Select(member => Text(member.Value))])]);
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.Array => string.Join(';', value.EnumerateArray().Select(Text)),
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.GetRawText(),
    };

    private static OpenDataFile OfWorkbook(byte[] bytes)
    {
        using var workbook = new Workbook(bytes);
        Assert.Empty(workbook.Complaints());
        var rows = workbook.Sheet().Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => Text(workbook, cell)).ToList()).ToList();
        return new(rows[0], [.. rows.Skip(1)]);
    }

    private static string Text(Workbook workbook, Cell cell)
    {
        var text = workbook.Text(cell);
        return text.Length == 0 ? ""
            : cell.DataType?.Value == CellValues.Boolean ? text == "1" ? "true" : "false"
            : cell.DataType is null && workbook.NumberFormatId(cell) != 0 ? DateOnly.FromDateTime(DateTime.FromOADate(double.Parse(text, CultureInfo.InvariantCulture))).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : text;
    }
}
