using System.Globalization;
using System.Net;
using System.Text.Json;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Pages.OpenData;

/// <summary>The description for programs is right in its form, and the program answers as it says.</summary>
public sealed class OpenApiTests(OpenDataTests.Demonstration demonstration) : IClassFixture<OpenDataTests.Demonstration>
{
    private static readonly string[] Told = ["title", "version", "description"], Methods = ["get", "head"];

    private static readonly string[] KnownMembers = ["openapi", "info", "servers", "externalDocs", "tags", "paths", "components"];

    private readonly TestApp app = demonstration.App;

    [Fact]
    public async Task The_document_has_the_form_of_OpenAPI_3_1()
    {
        using var document = await DocumentAsync();
        var root = document.RootElement;
        Assert.Equal("3.1.0", root.GetProperty("openapi").GetString());
        Assert.Empty(root.EnumerateObject().Select(member => member.Name).Except(KnownMembers));
        var info = root.GetProperty("info");
        Assert.All(Told, name => Assert.NotEmpty(info.GetProperty(name).GetString()!));
        Assert.NotEmpty(info.GetProperty("contact").GetProperty("name").GetString()!);
        Assert.NotEmpty(info.GetProperty("license").GetProperty("name").GetString()!);
        var operations = Operations(root).ToList();
        Assert.Equal(operations.Count, operations.Select(one => one.Operation.GetProperty("operationId").GetString()).Distinct().Count());
        var tags = root.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("name").GetString()).ToList();
        foreach (var (path, method, item, operation) in operations)
        {
            Assert.StartsWith("/open-data/", path, StringComparison.Ordinal);
            Assert.Contains(method, Methods);
            Assert.Contains(Assert.Single(operation.GetProperty("tags").EnumerateArray()).GetString(), tags);
            Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
            Assert.Equal(["200", "304", "404"], operation.GetProperty("responses").EnumerateObject().Select(one => one.Name));
            Assert.All(operation.GetProperty("responses").EnumerateObject(), one => Assert.NotEmpty(Resolved(root, one.Value).GetProperty("description").GetString()!));
            // Each place of the path is explained once, and nothing else is.
            var places = (item.TryGetProperty("parameters", out var shared) ? shared.EnumerateArray().ToList() : []).Concat(operation.GetProperty("parameters").EnumerateArray())
                .Select(one => Resolved(root, one)).Where(one => one.GetProperty("in").GetString() == "path").ToList();
            Assert.Equal(path.Contains("{year}", StringComparison.Ordinal) ? ["year"] : [], places.Select(one => one.GetProperty("name").GetString()));
            Assert.All(places, one => Assert.True(one.GetProperty("required").GetBoolean()));
        }

        Assert.All(References(root), reference => Resolve(root, reference));
        var schemas = root.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(schema => $"#/components/schemas/{schema.Name}").ToList();
        Assert.Empty(schemas.Except(References(root)));
    }

    [Fact]
    public async Task Every_column_has_its_meaning_in_both_languages_and_its_unit_as_the_dictionary_has_them()
    {
        using var document = await DocumentAsync();
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        var found = schemas.EnumerateObject().Where(schema => schema.Name.EndsWith("Row", StringComparison.Ordinal))
            .SelectMany(schema => schema.Value.GetProperty("properties").EnumerateObject().Select(column => (
                schema.Name, Column: column.Name, Words: column.Value.GetProperty("description").GetString(), Unit: column.Value.TryGetProperty("x-unit", out var unit) ? unit.GetString() : "",
                CanBeEmpty: column.Value.GetProperty("type").ValueKind == JsonValueKind.Array ? "true" : "false")));
        var dictionary = await OpenDataFile.ReadAsync(app, "/open-data/dictionary.csv");
        Assert.Equal(
            dictionary.Rows.Select(row => (string.Concat(row[0].Split('-').Select(word => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word))) + "Row", row[2], (string?)$"{row[6]}\n\n{row[7]}", (string?)row[4], row[5])).Order(),
            found.Order());
    }

    [Fact]
    public async Task Every_path_answers_as_it_is_described()
    {
        using var document = await DocumentAsync();
        var root = document.RootElement;
        foreach (var (path, method, item, operation) in Operations(root))
        {
            var years = !item.TryGetProperty("parameters", out var shared) ? [""]
                : Resolved(root, shared[0]).GetProperty("schema").GetProperty("enum").EnumerateArray().Select(year => $"{year.GetInt32()}").ToList();
            Assert.NotEmpty(years);
            foreach (var address in years.Select(year => path.Replace("{year}", year, StringComparison.Ordinal)))
            {
                using var answer = await SendAsync(method, address);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{method} {address}: {(int)answer.StatusCode}");
                var described = operation.GetProperty("responses").GetProperty("200");
                Assert.All(described.GetProperty("headers").EnumerateObject(), header => Assert.Contains(header.Name, answer.Headers.Concat(answer.Content.Headers).Select(one => one.Key)));
                using var same = await SendAsync(method, address, $"{answer.Headers.ETag}");
                Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
                if (method == "get")
                {
                    var content = Assert.Single(described.GetProperty("content").EnumerateObject());
                    Assert.Equal(content.Name, answer.Content.Headers.ContentType!.MediaType);
                    await CheckAsync(root, answer, content.Value.GetProperty("schema"), address);
                }
            }

            if (path.Contains("{year}", StringComparison.Ordinal))
            {
                using var none = await SendAsync(method, path.Replace("{year}", "1999", StringComparison.Ordinal));
                Assert.Equal((HttpStatusCode.NotFound, "text/plain"), (none.StatusCode, none.Content.Headers.ContentType!.MediaType));
            }
        }
    }

    [Fact]
    public void The_checker_of_answers_finds_what_does_not_fit()
    {
        using var schema = JsonDocument.Parse("""{"type":"object","required":["a"],"additionalProperties":false,"properties":{"a":{"type":["integer","null"]},"d":{"type":"string","format":"date"},"l":{"type":"array","items":{"type":"number","minimum":0}},"c":{"const":"x"}}}""");
        foreach (var wrong in new[] { "{}", "[]", """{"a":"1"}""", """{"a":1.5}""", """{"a":1,"b":2}""", """{"a":1,"d":"31/12/2025"}""", """{"a":1,"l":[true]}""", """{"a":1,"l":[-1]}""", """{"a":1,"c":"y"}""" })
        {
            using var value = JsonDocument.Parse(wrong);
            Assert.NotEmpty(Misfits(schema.RootElement, schema.RootElement, value.RootElement, "$"));
        }

        using var right = JsonDocument.Parse("""{"a":null,"d":"2025-12-31","l":[1,2.5],"c":"x"}""");
        Assert.Empty(Misfits(schema.RootElement, schema.RootElement, right.RootElement, "$"));
    }

    private static async Task CheckAsync(JsonElement root, HttpResponseMessage answer, JsonElement schema, string address)
    {
        if (!address.EndsWith(".json", StringComparison.Ordinal))
        {
            // What the columns are called stands in the description of the file.
            Assert.Contains(string.Join(", ", (await OpenDataFile.OfAsync(answer, address)).Columns), schema.GetProperty("description").GetString(), StringComparison.Ordinal);
            return;
        }

        using var file = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        Guard.None(Misfits(root, schema, file.RootElement, address));
        Assert.NotEqual(0, file.RootElement.GetProperty("row_count").GetInt32());
    }

    // As much of JSON Schema as the description uses.
    private static List<string> Misfits(JsonElement root, JsonElement given, JsonElement value, string place)
    {
        var schema = Resolved(root, given);
        if (schema.TryGetProperty("type", out var type) && !(type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().ToList() : [type]).Any(one => IsOf(one.GetString()!, value)))
        {
            return [$"{place} is no {type.GetRawText()}: {value.GetRawText()}"];
        }

        var wrong = new List<string>();
        if (schema.TryGetProperty("const", out var constant) && value.GetRawText() != constant.GetRawText())
        {
            wrong.Add($"{place} is not {constant.GetRawText()}");
        }

        if (schema.TryGetProperty("minimum", out var least) && value.GetDecimal() < least.GetDecimal())
        {
            wrong.Add($"{place} is less than {least.GetRawText()}");
        }

        if (schema.TryGetProperty("format", out var format) && value.ValueKind == JsonValueKind.String && !IsWritten(format.GetString()!, value.GetString()!))
        {
            wrong.Add($"{place} is no {format.GetString()}: {value.GetString()}");
        }

        if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
        {
            wrong.AddRange(schema.GetProperty("required").EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{place} has no {name.GetString()}"));
            Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
            wrong.AddRange(value.EnumerateObject().SelectMany(member => properties.TryGetProperty(member.Name, out var own) ? Misfits(root, own, member.Value, $"{place}.{member.Name}") : [$"{place} may not have {member.Name}"]));
        }

        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            wrong.AddRange(value.EnumerateArray().SelectMany((one, index) => Misfits(root, items, one, $"{place}[{index}]")));
        }

        return wrong;
    }

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "string" => value.ValueKind == JsonValueKind.String,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => throw new InvalidOperationException($"JSON Schema knows no type {type}."),
    };

    private static bool IsWritten(string format, string text) => format switch
    {
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        "uri-reference" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
        _ => throw new InvalidOperationException($"No test for the format {format}."),
    };

    private static IEnumerable<(string Path, string Method, JsonElement Item, JsonElement Operation)> Operations(JsonElement root) =>
        from path in root.GetProperty("paths").EnumerateObject()
        from member in path.Value.EnumerateObject()
        where member.Name != "parameters"
        select (path.Name, member.Name, path.Value, member.Value);

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Name == "$ref" ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static JsonElement Resolved(JsonElement root, JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$ref", out var reference) ? Resolve(root, reference.GetString()!) : element;

    private static JsonElement Resolve(JsonElement root, string reference) =>
        reference.Split('/').Skip(1).Aggregate(root, (element, name) => element.TryGetProperty(name, out var next) ? next : throw new InvalidOperationException($"{reference} leads nowhere."));

    private async Task<JsonDocument> DocumentAsync() => JsonDocument.Parse(await OpenDataFile.BytesAsync(app, "/openapi/v1.json"));

    private async Task<HttpResponseMessage> SendAsync(string method, string address, string? known = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), address);
        if (known is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        }

        return await app.Visitor().SendAsync(request);
    }
}
