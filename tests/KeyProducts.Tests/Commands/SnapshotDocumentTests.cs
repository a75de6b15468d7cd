using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using KeyProducts.Domain;
using KeyProducts.Tests.Domain;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Commands;

/// <summary>What <c>docs/snapshot.md</c> says of the format is so.</summary>
public sealed partial class SnapshotDocumentTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "snapshot.md")).ReplaceLineEndings("\n");

    [Fact(DisplayName = "Ví dụ trong tài liệu tính đúng và có đúng mã ghi ở đó")]
    public void The_example_verifies_and_has_the_hash_that_stands_there()
    {
        var check = SnapshotCheck.Of(Encoding.UTF8.GetBytes(Example().Match(Text).Groups[1].Value));
        Assert.Empty(check.Differences);
        Assert.Equal(PrintedHash().Match(Text).Groups[1].Value, check.Hash);
        Assert.Equal((3, 2, 2, 6), (check.Content.Nominations.Count, check.Content.Judges.Count, check.Content.Criteria.Count, check.Content.Sheets.Count));
    }

    [Fact(DisplayName = "Lược đồ JSON có đúng các thành phần, kiểu và phần bắt buộc mà chương trình viết")]
    public void The_schema_names_what_is_written_and_nothing_else()
    {
        using var schema = JsonDocument.Parse(Schema().Match(Text).Groups[1].Value);
        var said = new SortedDictionary<string, (string Type, bool IsAlways)>(StringComparer.Ordinal);
        Say(schema.RootElement, "$", true);

        // Every object at a place has a member, or some do: then it is not required.
        var seen = new Dictionary<string, (string Type, int Times)>(StringComparer.Ordinal);
        var objects = new Dictionary<string, int>(StringComparer.Ordinal);
        var replaced = SnapshotYears.Small with { Replaces = new string('a', 64), Reason = "Nhập nhầm điểm" };
        foreach (var year in Enumerable.Range(1, 200).Select(SnapshotYears.Random).Concat([SnapshotYears.Small, replaced]))
        {
            using var file = JsonDocument.Parse(year.File());
            See(file.RootElement, "$");
        }

        var written = seen.ToDictionary(one => one.Key, one => (one.Value.Type, one.Value.Times == objects[one.Key[..one.Key.LastIndexOf('.')]]));
        Assert.Equal(said.Select(one => $"{one.Key} {one.Value}"), written.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {one.Value}"));

        void Say(JsonElement part, string place, bool isAlways)
        {
            part = part.TryGetProperty("$ref", out var named) ? schema.RootElement.GetProperty("$defs").GetProperty(named.GetString()!["#/$defs/".Length..]) : part;
            var type = part.GetProperty("type").GetString()!;
            if (place != "$" && !place.EndsWith(']'))
            {
                said.Add(place, (type, isAlways));
            }

            if (type == "array")
            {
                Say(part.GetProperty("items"), place + "[]", true);
            }

            if (type != "object" || !part.TryGetProperty("properties", out var members))
            {
                return;
            }

            Assert.False(part.GetProperty("additionalProperties").GetBoolean());
            var always = part.GetProperty("required").EnumerateArray().Select(name => name.GetString()).ToList();
            foreach (var member in members.EnumerateObject())
            {
                Say(member.Value, $"{place}.{member.Name}", always.Contains(member.Name));
            }
        }

        void See(JsonElement value, string place)
        {
            var type = value.ValueKind switch
            {
                JsonValueKind.Object => "object",
                JsonValueKind.Array => "array",
                JsonValueKind.Number => "integer",
                JsonValueKind.True or JsonValueKind.False => "boolean",
                _ => "string",
            };
            if (place != "$" && !place.EndsWith(']'))
            {
                seen[place] = (type, seen.GetValueOrDefault(place).Times + 1);
            }

            if (type == "array")
            {
                value.EnumerateArray().ToList().ForEach(item => See(item, place + "[]"));
            }

            if (type == "object" && !place.EndsWith(".figures", StringComparison.Ordinal) && !place.EndsWith(".marks", StringComparison.Ordinal))
            {
                objects[place] = objects.GetValueOrDefault(place) + 1;
                value.EnumerateObject().ToList().ForEach(member => See(member.Value, $"{place}.{member.Name}"));
            }
        }
    }

    [Fact(DisplayName = "Mẫu số trong lược đồ nhận đúng những số mà chương trình viết")]
    public void The_patterns_of_the_schema_fit_what_is_written()
    {
        using var schema = JsonDocument.Parse(Schema().Match(Text).Groups[1].Value);
        var isDecimal = new Regex(schema.RootElement.GetProperty("$defs").GetProperty("decimal").GetProperty("pattern").GetString()!);
        string[] fitting = ["0", "0.5", "-0.5", "15.5", "70", "-3", "61000000000", "100.05"];
        string[] others = ["", "-0", "00", "07", "7.0", "7.", ".5", "1e3", "+1", "7,5", " 7"];
        Assert.All(fitting, number => Assert.Matches(isDecimal, number));
        Assert.All(others, number => Assert.DoesNotMatch(isDecimal, number));
    }

    [GeneratedRegex(@"## An example.*?```\n(\{.*?\})\n```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"```\n([0-9a-f]{64})\n```")]
    private static partial Regex PrintedHash();

    [GeneratedRegex(@"```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Schema();
}
