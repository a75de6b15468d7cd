using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using KeyProducts.Documents;
using KeyProducts.Documents.Spreadsheets;
using KeyProducts.Domain;

namespace KeyProducts.Web.Reports.Public.OpenData;

/// <summary>A format of open data.</summary>
/// <param name="Ending">The ending of its files, by which it is asked for.</param>
/// <param name="Words">What people call it.</param>
/// <param name="MediaType">What programs call it.</param>
public sealed record DataFormat(string Ending, string Words, string MediaType)
{
    /// <summary>Comma-separated values.</summary>
    public static readonly DataFormat Csv = new("csv", "CSV", "text/csv");

    /// <summary>JSON.</summary>
    public static readonly DataFormat Json = new("json", "JSON", "application/json");

    /// <summary>A workbook.</summary>
    public static readonly DataFormat Excel = new("xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<DataFormat> All = [Csv, Json, Excel];

    /// <summary>The header that names it; text says which letters it is written in.</summary>
    public string ContentType => this == Excel ? MediaType : $"{MediaType}; charset=utf-8";
}

/// <summary>Writes datasets as files. The same rows give the same bytes.</summary>
public static class DatasetFile
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A dataset as a file.</summary>
    public static byte[] Of(PublishedDataset dataset, DataFormat format)
    {
        using var file = new MemoryStream();
        if (format == DataFormat.Json)
        {
            WriteJson(dataset, file);
        }
        else
        {
            var report = ReportOf(dataset);
            if (format == DataFormat.Csv)
            {
                Csv.Write(report, file);
            }
            else
            {
                Excel.Write(BookOf(dataset, report), file);
            }
        }

        return file.ToArray();
    }

    /// <summary>What programs call the kind of a column.</summary>
    public static string TypeOf(DataKind kind) => kind switch
    {
        DataKind.Text => "text",
        DataKind.Whole => "integer",
        DataKind.Number => "number",
        DataKind.Boolean => "boolean",
        DataKind.Date => "date",
        DataKind.Years => "years",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind without a name."),
    };

    /// <summary>A value as CSV has it.</summary>
    public static string Written(object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IEnumerable<int> years => string.Join(';', years.Select(year => year.ToString(CultureInfo.InvariantCulture))),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static Report ReportOf(PublishedDataset dataset) => new()
    {
        FileName = dataset.Description.Name,
        // Files are the same for every reader; their names of columns are English, their contents mostly Vietnamese.
        Language = "vi",
        Title = dataset.Data.InBoth(dataset.Description.Title).Vietnamese,
        Tables = [TableOf(dataset.Description, dataset.Rows)],
    };

    // The rows, and what their columns mean, each on a sheet that begins with its header.
    private static ReportBook BookOf(PublishedDataset dataset, Report report)
    {
        var meaning = TableOf(Datasets.Dictionary, [.. Datasets.Dictionary.Rows(dataset.Data).Where(row => (string)row[0]! == dataset.Description.Name)]);
        var sheets = new List<BookSheet> { new() { Name = dataset.Description.Name, Tables = [new BookTable(report.Tables[0])], IsData = true, IsLandscape = true } };
        if (dataset.Description != Datasets.Dictionary)
        {
            sheets.Add(new() { Name = Datasets.Dictionary.Name, Tables = [new BookTable(meaning)], IsData = true, IsLandscape = true, Tab = TabColour.Grey });
        }

        return new ReportBook { Report = report, Subject = dataset.Data.Licence.In(dataset.Data.InBoth).Vietnamese, MadeAt = dataset.Data.LastChange, Sheets = sheets };
    }

    private static Table TableOf(Dataset dataset, IReadOnlyList<IReadOnlyList<object?>> rows) => new(
        null,
        [.. dataset.Columns.Select(column => new Column(column.Name, ColumnKindOf(column.Kind), column.Kind == DataKind.Text ? 24 : column.Name.Length))],
        [.. rows.Select(row => new Row([.. row.Select(value => new Cell(value is IEnumerable<int> ? Written(value) : value))]))]);

    private static ColumnKind ColumnKindOf(DataKind kind) => kind switch
    {
        DataKind.Text => ColumnKind.Text,
        DataKind.Years => ColumnKind.Code,
        DataKind.Date => ColumnKind.Date,
        _ => ColumnKind.Raw,
    };

    private static void WriteJson(PublishedDataset dataset, Stream file)
    {
        var (description, data) = (dataset.Description, dataset.Data);
        using var json = new Utf8JsonWriter(file, Readable);
        json.WriteStartObject();
        json.WriteString("schema", description.Schema);
        WriteNames(json, "title", data.InBoth(description.Title));
        if (dataset.Year is { } year)
        {
            json.WriteNumber("year", year);
        }

        json.WriteString("last_change", data.LastChange.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        WriteNames(json, "licence", data.Licence.In(data.InBoth));
        json.WriteString("licence_address", data.Licence.Address);
        json.WriteString("dictionary", $"{Datasets.Dictionary.Address()}.json");
        json.WriteNumber("row_count", dataset.Rows.Count);
        json.WriteStartArray("rows");
        foreach (var row in dataset.Rows)
        {
            json.WriteStartObject();
            foreach (var (place, column) in description.Columns.Index())
            {
                json.WritePropertyName(column.Name);
                Write(json, row[place]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string property, BilingualName names)
    {
        json.WriteStartObject(property);
        json.WriteString("vi", names.Vietnamese);
        json.WriteString("en", names.In("en"));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case long whole:
                json.WriteNumberValue(whole);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case IEnumerable<int> years:
                json.WriteStartArray();
                foreach (var year in years)
                {
                    json.WriteNumberValue(year);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(Written(value));
                break;
        }
    }
}
