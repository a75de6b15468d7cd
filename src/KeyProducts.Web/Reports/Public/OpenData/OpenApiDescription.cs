using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KeyProducts.Web.Reports.Public.OpenData;

/// <summary>The description of open data for programs: OpenAPI 3.1, made from the same descriptions as the files.</summary>
public static class OpenApiDescription
{
    /// <summary>Where it stands.</summary>
    public const string Address = "/openapi/v1.json";

    private const string Components = "#/components/";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The description of what is published now.</summary>
    public static byte[] Of(PublicData data)
    {
        var paths = new JsonObject();
        foreach (var dataset in Datasets.All)
        {
            foreach (var format in DataFormat.All)
            {
                paths[$"{dataset.Address()}.{format.Ending}"] = Path(data, dataset, format, isYear: false);
            }

            // A year that is not published is not even named.
            foreach (var format in DataFormat.All.Where(_ => data.YearsOf(dataset).Count > 0))
            {
                paths[$"{dataset.Address()}/{{year}}.{format.Ending}"] = Path(data, dataset, format, isYear: true);
            }
        }

        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = Info(data),
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["externalDocs"] = new JsonObject { ["description"] = Said(data, "Open data"), ["url"] = "/open-data" },
            ["tags"] = new JsonArray([.. Datasets.All.Select(dataset => (JsonNode)new JsonObject { ["name"] = dataset.Name, ["description"] = Both(data, dataset.RowIs) })]),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["parameters"] = Parameters(data),
                ["headers"] = Headers(data),
                ["responses"] = Responses(data),
                ["schemas"] = Schemas(data),
            },
        };
        return Encoding.UTF8.GetBytes(document.ToJsonString(Readable));
    }

    /// <summary>What the schema of a dataset's rows is called.</summary>
    public static string SchemaName(Dataset dataset) =>
        string.Concat(dataset.Name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static JsonObject Info(PublicData data)
    {
        var licence = data.Licence.In(data.InBoth);
        var named = new JsonObject { ["name"] = licence.Vietnamese == licence.English ? licence.English : $"{licence.Vietnamese} / {licence.English}" };
        if (data.Licence.Address is { } address)
        {
            named["url"] = address;
        }

        return new JsonObject
        {
            ["title"] = Said(data, "Key industrial products of Hà Nội: open data"),
            ["description"] = Both(data, "What the programme has published of its recognised products, the businesses behind them, and its figures. Read only, without a key, from any site. Nothing of a person is here, and no figure of a single business."),
            ["version"] = $"{Dataset.Version}.0.0",
            ["contact"] = new JsonObject { ["name"] = Said(data, "Hà Nội Department of Industry and Trade"), ["url"] = "/open-data" },
            ["license"] = named,
        };
    }

    private static JsonObject Path(PublicData data, Dataset dataset, DataFormat format, bool isYear)
    {
        var path = new JsonObject();
        if (isYear)
        {
            path["parameters"] = new JsonArray(Ref("parameters", YearOf(dataset)));
        }

        foreach (var method in new[] { "get", "head" })
        {
            var content = new JsonObject { [format.MediaType] = Content(data, dataset, format) };
            var answer = new JsonObject { ["description"] = Both(data, dataset.RowIs), ["headers"] = HeaderRefs() };
            if (method == "get")
            {
                answer["content"] = content;
            }

            path[method] = new JsonObject
            {
                ["operationId"] = $"{method}{SchemaName(dataset)}{(isYear ? "OfYear" : "")}{CultureInfo.InvariantCulture.TextInfo.ToTitleCase(format.Ending)}",
                ["tags"] = new JsonArray(dataset.Name),
                ["summary"] = $"{Said(data, dataset.Title)} ({format.Words})",
                ["parameters"] = new JsonArray(Ref("parameters", "ifNoneMatch")),
                ["responses"] = new JsonObject { ["200"] = answer, ["304"] = Ref("responses", "notModified"), ["404"] = Ref("responses", "notFound") },
            };
        }

        return path;
    }

    private static JsonObject Content(PublicData data, Dataset dataset, DataFormat format)
    {
        if (format == DataFormat.Json)
        {
            return new JsonObject { ["schema"] = Ref("schemas", SchemaName(dataset)) };
        }

        var columns = string.Join(", ", dataset.Columns.Select(column => column.Name));
        var schema = format == DataFormat.Csv
            ? new JsonObject { ["type"] = "string", ["description"] = $"{Both(data, "UTF-8 with a byte order mark, fields parted by commas and quoted as in RFC 4180, the names of the columns in the first line. Text that begins like a formula has an apostrophe before it.")}\n\n{columns}" }
            : new JsonObject { ["description"] = $"{Both(data, "A workbook. The first sheet has the names of the columns in its first row, the second one is the dictionary.")}\n\n{columns}" };
        return new JsonObject { ["schema"] = schema };
    }

    private static string YearOf(Dataset dataset) => $"yearOf{SchemaName(dataset)}";

    private static JsonObject Parameters(PublicData data)
    {
        var parameters = new JsonObject
        {
            ["ifNoneMatch"] = new JsonObject
            {
                ["name"] = "If-None-Match",
                ["in"] = "header",
                ["required"] = false,
                ["description"] = Both(data, "The ETag of the file that you have. Is it still the same, the answer is 304 and no file."),
                ["schema"] = new JsonObject { ["type"] = "string" },
                ["example"] = "\"0f343b0931126a20f133d67c2b018a3b\"",
            },
        };
        foreach (var dataset in Datasets.All.Where(one => data.YearsOf(one).Count > 0))
        {
            parameters[YearOf(dataset)] = new JsonObject
            {
                ["name"] = "year",
                ["in"] = "path",
                ["required"] = true,
                ["description"] = Both(data, "A published year of the programme."),
                ["schema"] = new JsonObject { ["type"] = "integer", ["enum"] = new JsonArray([.. data.YearsOf(dataset).Select(year => (JsonNode)year)]) },
            };
        }

        return parameters;
    }

    private static JsonObject HeaderRefs() => new() { ["ETag"] = Ref("headers", "ETag"), ["Last-Modified"] = Ref("headers", "Last-Modified"), ["Content-Disposition"] = Ref("headers", "Content-Disposition") };

    private static JsonObject Headers(PublicData data) => new()
    {
        ["ETag"] = Header(Both(data, "Changes whenever the file does.")),
        ["Last-Modified"] = Header(Both(data, "When one of the records behind the file was last changed.")),
        ["Content-Disposition"] = Header(Both(data, "The name of the file.")),
    };

    private static JsonObject Header(string description) => new() { ["description"] = description, ["schema"] = new JsonObject { ["type"] = "string" } };

    private static JsonObject Responses(PublicData data) => new()
    {
        ["notModified"] = new JsonObject { ["description"] = Both(data, "The file is still the one that you have.") },
        ["notFound"] = new JsonObject
        {
            ["description"] = Both(data, "There is no such dataset, format or published year."),
            ["content"] = new JsonObject { ["text/plain"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } } },
        },
    };

    private static JsonObject Schemas(PublicData data)
    {
        var schemas = new JsonObject
        {
            ["InBothLanguages"] = Closed(new JsonObject { ["vi"] = new JsonObject { ["type"] = "string" }, ["en"] = new JsonObject { ["type"] = "string" } }),
        };
        foreach (var dataset in Datasets.All)
        {
            schemas[$"{SchemaName(dataset)}Row"] = RowSchema(data, dataset);
            schemas[SchemaName(dataset)] = FileSchema(data, dataset);
        }

        return schemas;
    }

    private static JsonObject FileSchema(PublicData data, Dataset dataset)
    {
        var schema = Closed(new JsonObject
        {
            ["schema"] = new JsonObject { ["const"] = dataset.Schema, ["description"] = Both(data, "The form of the rows. Its last part changes when a column goes or means something else, and not when one is added.") },
            ["title"] = Ref("schemas", "InBothLanguages"),
            ["year"] = new JsonObject { ["type"] = "integer", ["description"] = Both(data, "The year of the programme, in the file of a single year.") },
            ["last_change"] = new JsonObject { ["type"] = "string", ["format"] = "date-time" },
            ["licence"] = Ref("schemas", "InBothLanguages"),
            ["licence_address"] = new JsonObject { ["type"] = new JsonArray("string", "null"), ["format"] = "uri" },
            ["dictionary"] = new JsonObject { ["type"] = "string", ["format"] = "uri-reference" },
            ["row_count"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
            ["rows"] = new JsonObject { ["type"] = "array", ["items"] = Ref("schemas", $"{SchemaName(dataset)}Row") },
        });
        schema["description"] = Both(data, dataset.RowIs);
        ((JsonArray)schema["required"]!).Remove(((JsonArray)schema["required"]!).Single(name => (string?)name == "year"));
        return schema;
    }

    private static JsonObject RowSchema(PublicData data, Dataset dataset)
    {
        var properties = new JsonObject();
        foreach (var column in dataset.Columns)
        {
            properties[column.Name] = ColumnSchema(data, column);
        }

        var schema = Closed(properties);
        schema["description"] = Both(data, dataset.RowIs);
        return schema;
    }

    private static JsonObject ColumnSchema(PublicData data, DataColumn column)
    {
        var type = column.Kind switch
        {
            DataKind.Whole => "integer",
            DataKind.Number => "number",
            DataKind.Boolean => "boolean",
            DataKind.Years => "array",
            _ => "string",
        };
        var schema = new JsonObject
        {
            ["type"] = column.CanBeEmpty ? new JsonArray(type, "null") : type,
            ["description"] = Both(data, column.Meaning),
            ["examples"] = new JsonArray(Example(column)),
        };
        if (column.Kind == DataKind.Date)
        {
            schema["format"] = "date";
        }

        if (column.Kind == DataKind.Years)
        {
            schema["items"] = new JsonObject { ["type"] = "integer" };
        }

        if (column.Unit is { } unit)
        {
            schema["x-unit"] = unit;
        }

        return schema;
    }

    private static JsonNode Example(DataColumn column) => column.Example switch
    {
        long whole => whole,
        decimal number => number,
        bool truth => truth,
        IEnumerable<int> years => new JsonArray([.. years.Select(year => (JsonNode)year)]),
        var other => DatasetFile.Written(other),
    };

    // An object of exactly these members.
    private static JsonObject Closed(JsonObject properties) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray([.. properties.Select(one => (JsonNode)one.Key)]),
        ["additionalProperties"] = false,
        ["properties"] = properties,
    };

    private static JsonObject Ref(string kind, string name) => new() { ["$ref"] = $"{Components}{kind}/{name}" };

    private static string Both(PublicData data, string sentence)
    {
        var both = data.InBoth(sentence);
        return $"{both.Vietnamese}\n\n{both.English}";
    }

    private static string Said(PublicData data, string words)
    {
        var both = data.InBoth(words);
        return $"{both.Vietnamese} / {both.English}";
    }
}
