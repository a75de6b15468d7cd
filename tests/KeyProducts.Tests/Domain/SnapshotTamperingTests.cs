using System.Text;
using System.Text.RegularExpressions;
using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>
/// A file that somebody has changed: refused with the place named, or, where the result cannot know it, told by its hash alone.
/// </summary>
public partial class SnapshotTamperingTests
{
    static readonly byte[] File = SnapshotYears.Small.File();

    static IEnumerable<string> Differences(byte[] file) => SnapshotCheck.Of(file).Differences.Select(one => $"{one}");

    public static TheoryData<string, string, string[]> Tampering => new()
    {
        // One digit: of a score, of a mark, of a rank.
        { "\"score\":\"84.17\"", "\"score\":\"84.27\"", ["$.result.ranked[0].score: found \"84.27\", expected \"84.17\""] },
        { "\"c1\":\"48.5\"", "\"c1\":\"58.5\"", ["$.result.ranked[0].score: found \"84.17\", expected \"87.50\""] },
        { "\"rank\":3,\"recognised\":true", "\"rank\":2,\"recognised\":true", ["$.result.ranked[2].rank: found 2, expected 3"] },
        { "\"rank\":3,\"recognised\":true", "\"rank\":3,\"recognised\":false", ["$.result.ranked[2].recognised: found false, expected true"] },
        { "\"tieBreak\":\"council\",\"top\":false", "\"tieBreak\":\"criteria\",\"top\":true", ["$.result.ranked[2].tieBreak: found \"criteria\", expected \"council\"", "$.result.ranked[2].top: found true, expected false"] },
        { "\"order\":[3,2]", "\"order\":[2,3]", ["$.result.ranked[2].rank: found 3, expected 2", "$.result.ranked[2].top: found false, expected true", "$.result.ranked[2].tieBreak: found \"council\", expected nothing", "$.result.ranked[1].rank: found 2, expected 3", "$.result.ranked[1].tieBreak: found nothing, expected \"council\"", "$.result.ranked[1].top: found true, expected false", "$.result.ranked[1]: found 3 in this place, expected 2 in this place"] },
        // The order of keys, an added and a removed one.
        { "\"quorum\":2,\"spreadLimit\":\"10\"", "\"spreadLimit\":\"10\",\"quorum\":2", ["$.rules.quorum: found after spreadLimit, expected before spreadLimit"] },
        { "\"rank\":3,\"recognised\":true", "\"recognised\":true,\"rank\":3", ["$.result.ranked[2].rank: found after recognised, expected before recognised"] },
        { "\"quorum\":2", "\"ZZ\":{\"a\":[1]},\"quorum\":2", ["$.rules.ZZ: found {\"a\":[1]}, expected nothing"] },
        { "\"rank\":3,\"recognised\":true", "\"rank\":3,\"rank\":3,\"recognised\":true", ["$.result.ranked[2].rank: found the same member again, expected nothing"] },
        { "\"rank\":3,\"recognised\":true", "\"rank\":3,\"recognise\":1,\"recognised\":true", ["$.result.ranked[2].recognise: found 1, expected nothing"] },
        { "\"rank\":3,\"recognised\":true", "\"rank\":3", ["$.result.ranked[2].recognised: found nothing, expected true"] },
        { "\"passedOver\":[],", "", ["$.result.passedOver: found nothing, expected []"] },
        { "\"undecided\":[]", "\"undecided\":[[2,3]]", ["$.result.undecided[0]: found [2,3], expected nothing"] },
        { "[{\"number\":7,\"reason\":\"figure:revenue\"}]", "[]", ["$.result.unscored[0]: found nothing, expected {\"number\":7,\"reason\":\"figure:revenue\"}"] },
        { "[{\"number\":7,\"reason\":\"figure:revenue\"}]", "[{\"number\":6,\"reason\":\"quorum\"}]", ["$.result.unscored[0].number: found 6, expected 7", "$.result.unscored[0].reason: found \"quorum\", expected \"figure:revenue\""] },
        { "{\"number\":1,\"rank\":1,", "{\"number\":9},{\"number\":1,\"rank\":1,", ["$.result.ranked[0]: found {\"number\":9}, expected nothing"] },
        { "\"role\":\"Chair\"},{\"id\":\"j2\",\"role\":\"Member\"}", "\"role\":\"Chair\"}", ["$.sheets[1].judge: found \"j2\", expected a judge of this file", "$.sheets[4].judge: found \"j2\", expected a judge of this file", "$.sheets[6].judge: found \"j2\", expected a judge of this file"] },
        { "{\"id\":\"j1\",\"role\":\"Chair\"},{\"id\":\"j2\",\"role\":\"Member\"}", "{\"id\":\"j2\",\"role\":\"Member\"},{\"id\":\"j1\",\"role\":\"Chair\"}", ["$.judges[0]: found j2 in this place, expected j1 in this place"] },
        { "\"max\":\"60\",\"minimum\":\"20\"", "\"minimum\":\"20\",\"max\":\"60\"", ["$.criteria[0].max: found after minimum, expected before minimum"] },
        { "\"minimum\":\"20\"", "\"minimum\":\"-0\"", ["$.criteria[0].minimum: found \"-0\", expected \"0\""] },
        { "\"unscored\":[", "\"\\u0000\\u202e\\u2028\":\"" + new string('é', 500) + "\",\"unscored\":[", ["$.result[\"\\u0000\\u202e\\u2028\"]: found \"" + new string('é', 119) + "…, expected nothing"] },
        // Form: zeros, null, white space, escapes, text in pieces.
        { "\"passMark\":\"60\"", "\"passMark\":\"60.0\"", ["$.rules.passMark: found \"60.0\", expected \"60\""] },
        { "\"topCount\":2", "\"topCount\":2,\"zero\":null", ["$.rules.zero: found null, expected nothing"] },
        { "{\"id\":\"g2\",\"name\"", "{\"id\":\"g2\",\"minimum\":null,\"name\"", ["$.groups[1].minimum: found null, expected nothing"] },
        { "\"Khóa cửa\"", "\"Kho\u0301a cửa\"", ["$.nominations[1].product: found \"Kho\u0301a cửa\", not composed, expected the same text composed (Unicode NFC)"] },
        { ",\"year\":2025}", ",\"year\": 2025}", ["$.year: found white space at byte {year+7}, expected no white space"] },
        { ",\"year\":2025}", ",\"year\":2025}\n", ["$: found white space at byte {year+12}, expected no white space"] },
        { ",\"year\":2025}", ",\"\\u0079ear\":2025}", ["$.year: found \\u0079ear\":2025} at byte {year+1}, expected year\":2025} at byte {year+1}"] },
        { "\"businessCap\":1", "\"businessCap\":-0", ["$.rules.businessCap: found -0, expected a whole number, at least 1"] },
        { "\"role\":\"Chair\"},{\"id\":\"j2\",\"role\":\"Member\"}", "\"role\":\"Chair\"},{\"id\":\"j10\",\"role\":\"Member\"},{\"id\":\"j2\",\"role\":\"Member\"}", [] },
    };

    [Theory(DisplayName = "Sửa tệp thì bị từ chối, nêu rõ chỗ")]
    [MemberData(nameof(Tampering))]
    public void A_changed_file_is_refused_with_the_place(string piece, string other, string[] differences)
    {
        var changed = File.With(piece, other);
        var year = Encoding.UTF8.GetByteCount(File.Text().Split(",\"year\"")[0]) + 1;
        Assert.Equal(
            differences.Select(one => YearPlus().Replace(one, match => $"{year + int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)}")).Distinct(),
            Differences(changed));
        Assert.NotEqual(SnapshotFormat.Hash(File), SnapshotFormat.Hash(changed));
    }

    [Fact(DisplayName = "Nhiều hơn một nghìn chỗ khác: giữ một nghìn chỗ đầu, đếm đủ")]
    public void Of_many_differences_a_thousand_are_kept_and_all_are_counted()
    {
        var extra = string.Concat(Enumerable.Range(0, 1_500).Select(n => $"\"x{n}\":null,"));
        var check = SnapshotCheck.Of(File.With("\"year\":2025", extra + "\"year\":2025"));
        Assert.Equal((1_500, 1_000, true), (check.DifferenceCount, check.Differences.Count, check.Result is not null));
    }

    [Fact(DisplayName = "Đổi chỗ hai phiếu, hai sản phẩm: nêu rõ chỗ")]
    public void Exchanged_items_of_lists_are_refused_with_the_place()
    {
        var text = File.Text();
        var sheets = SheetPattern().Matches(text).Select(match => match.Value).ToList();
        Assert.Equal(10, sheets.Count);
        var exchanged = text.Replace(sheets[3], "#", StringComparison.Ordinal).Replace(sheets[6], sheets[3], StringComparison.Ordinal).Replace("#", sheets[6], StringComparison.Ordinal);
        Assert.Equal(["$.sheets[3]: found 3, j2 in this place, expected 2, j1 in this place"], Differences(exchanged.Bytes()));

        // Each with the other's marks: in order, and another result.
        var marks = sheets.Select(sheet => MarksPattern().Match(sheet).Value).ToList();
        var others = text.Replace(sheets[0], sheets[0].Replace(marks[0], marks[5], StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace(sheets[5], sheets[5].Replace(marks[5], marks[0], StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(Differences(others.Bytes()), one => one.StartsWith("$.result.ranked[0].score: found \"84.17\", expected ", StringComparison.Ordinal));
    }

    [Fact(DisplayName = "Dấu thứ tự byte và khoảng trắng ở mọi chỗ đều bị từ chối")]
    public void White_space_anywhere_is_refused()
    {
        Assert.Equal(["$: found a byte order mark, expected nothing"], Differences([0xEF, 0xBB, 0xBF, .. File]));
        var text = File.Text();
        for (var place = 0; place <= text.Length; place += 3)
        {
            // Between two values; inside a text it would be another text.
            if (text[..place].Count(letter => letter == '"') % 2 == 1 || (place > 0 && place < text.Length && char.IsLetterOrDigit(text[place - 1]) && char.IsLetterOrDigit(text[place])))
                continue;
            var difference = Assert.Single(SnapshotCheck.Of(text.Insert(place, " ").Bytes()).Differences);
            Assert.Equal($"white space at byte {Encoding.UTF8.GetByteCount(text[..place])}", $"{difference.Found}");
        }
    }

    [Fact(DisplayName = "Đổi từng chữ số một: hoặc nêu rõ chỗ, hoặc mã SHA-256 khác")]
    public void Each_digit_that_is_changed_is_refused_or_told_by_the_hash()
    {
        var hash = SnapshotFormat.Hash(File);
        var told = new Dictionary<string, int> { ["difference"] = 0, ["none"] = 0, ["hash"] = 0 };
        for (var place = 0; place < File.Length; place++)
        {
            if (File[place] is < (byte)'0' or > (byte)'9')
                continue;
            foreach (var other in new[] { (byte)('0' + (File[place] - '0' + 1) % 10), (byte)('0' + (File[place] - '0' + 5) % 10) })
            {
                var changed = File.ToArray();
                changed[place] = other;
                Assert.NotEqual(hash, SnapshotFormat.Hash(changed));
                try
                {
                    var check = SnapshotCheck.Of(changed);
                    told[check.IsRight ? "hash" : "difference"]++;
                    // Only the hash tells of what nothing is computed from, and of what leaves every rounded score as it was; never of the result itself.
                    if (check.IsRight)
                        Assert.DoesNotMatch(@"^\$\.(result|format)", PlaceOf(changed));
                    else
                        Assert.All(check.Differences, one => Assert.StartsWith("$.", one.Place, StringComparison.Ordinal));
                }
                catch (SnapshotException)
                {
                    told["none"]++;
                }
            }
        }

        // Only the digit in the name of the format makes it no snapshot at all.
        Assert.Equal(2, told["none"]);
        Assert.InRange(told["difference"], 200, int.MaxValue);
        Assert.InRange(told["hash"], 200, int.MaxValue);

        // Where a changed file differs from the true one, as the comparison of two files names it.
        string PlaceOf(byte[] changed)
        {
            var problems = new List<string>();
            Walk(System.Text.Json.Nodes.JsonNode.Parse(File)!, System.Text.Json.Nodes.JsonNode.Parse(changed)!, problems);
            return Assert.Single(problems);
        }
    }

    [Fact(DisplayName = "Trong kết quả không đổi được chữ số nào mà không bị nêu chỗ")]
    public void No_digit_of_the_result_can_be_changed()
    {
        var text = File.Text();
        var (from, to) = (text.IndexOf("\"result\":", StringComparison.Ordinal), text.IndexOf("\"rules\":", StringComparison.Ordinal));
        var changes = 0;
        for (var place = from; place < to; place++)
        {
            for (var digit = '0'; char.IsAsciiDigit(text[place]) && digit <= '9'; digit++)
            {
                if (digit == text[place] || (digit == '0' && !char.IsAsciiDigit(text[place - 1]) && text[place - 1] != '"' && char.IsAsciiDigit(text[place + 1])))
                    continue;
                changes++;
                Assert.All(SnapshotCheck.Of((text[..place] + digit + text[(place + 1)..]).Bytes()).Differences, one => Assert.StartsWith("$.result.", one.Place, StringComparison.Ordinal));
                Assert.False(SnapshotCheck.Of((text[..place] + digit + text[(place + 1)..]).Bytes()).IsRight);
            }
        }

        Assert.InRange(changes, 150, 400);
    }

    [Fact(DisplayName = "Byte hỏng bất kỳ: không bao giờ ném lỗi lạ, không bao giờ tính đúng mà mã vẫn như cũ")]
    public void Whatever_bytes_are_broken_the_answer_is_one_of_three()
    {
        var r = new Random(2025);
        var answers = new HashSet<string>();
        for (var round = 0; round < 1_500; round++)
        {
            var year = SnapshotYears.Random(r.Next(40));
            var file = year.File().ToList();
            for (var change = r.Next(1, 4); change > 0; change--)
            {
                var place = r.Next(file.Count);
                var length = Math.Min(r.Next(1, 60), file.Count - place);
                switch (r.Next(4))
                {
                    case 0:
                        file[place] = (byte)r.Next(256);
                        break;
                    case 1:
                        file[place] = (byte)"0123456789-+.eE\"{}[],:% "[r.Next(24)];
                        break;
                    case 2:
                        file.RemoveRange(place, length);
                        break;
                    default:
                        file.InsertRange(r.Next(file.Count), file.GetRange(place, length));
                        break;
                }
            }

            try
            {
                var check = SnapshotCheck.Of([.. file]);
                answers.Add(check.IsRight ? "right" : "differences");
                Assert.Equal(check.IsRight, check.Differences.Count == 0);
                if (check.IsRight)
                    Assert.Equal(check.Content.File(), file);
            }
            catch (SnapshotException)
            {
                answers.Add("none");
            }
        }

        Assert.Equal(3, answers.Count);
    }

    static void Walk(System.Text.Json.Nodes.JsonNode one, System.Text.Json.Nodes.JsonNode other, List<string> places)
    {
        switch (one)
        {
            case System.Text.Json.Nodes.JsonObject members when other is System.Text.Json.Nodes.JsonObject others:
                foreach (var (name, value) in members)
                {
                    if (others[name] is { } same)
                        Walk(value!, same, places);
                    else
                        places.Add(value!.GetPath());
                }

                break;
            case System.Text.Json.Nodes.JsonArray items when other is System.Text.Json.Nodes.JsonArray others:
                for (var i = 0; i < items.Count; i++)
                    Walk(items[i]!, others[i]!, places);
                break;
            default:
                if (one.ToJsonString() != other.ToJsonString())
                    places.Add(one.GetPath());
                break;
        }
    }

    [GeneratedRegex(@"\{year\+(\d+)\}")]
    private static partial Regex YearPlus();

    [GeneratedRegex(@"\{""judge"":""j\d"",""marks"":\{[^}]*\},""nomination"":\d,""version"":1\}")]
    private static partial Regex SheetPattern();

    [GeneratedRegex(@"\{""c1[^}]*\}")]
    private static partial Regex MarksPattern();
}
