using System.Text;
using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>What <c>rank</c> takes and what it refuses, and which files are no snapshots at all.</summary>
public class SnapshotReadingTests
{
    static readonly byte[] File = SnapshotYears.Small.File();

    [Fact(DisplayName = "Kết quả trong tệp không được đọc: thiếu hoặc vô nghĩa cũng xếp hạng được")]
    public void The_result_is_ignored()
    {
        var text = File.Text();
        var (from, to) = (text.IndexOf(",\"result\":", StringComparison.Ordinal), text.IndexOf(",\"rules\":", StringComparison.Ordinal));
        foreach (var nonsense in new[] { "", ",\"result\":null", ",\"result\":[1,{\"a\":1,\"a\":-1e999}]", ",\"result\":\"\"" })
            Assert.Equal(File.Text(), SnapshotFormat.Read((text[..from] + nonsense + text[to..]).Bytes()).File().Text());
    }

    [Theory(DisplayName = "Hình thức khác mà nghĩa không đổi thì vẫn xếp hạng được")]
    [InlineData("\"passMark\":\"60\"", "\"passMark\":\"60.00\"")]
    [InlineData("\"passMark\":\"60\"", "\"passMark\" :\t\"60\"\r\n")]
    [InlineData("\"quorum\":2,\"spreadLimit\":\"10\"", "\"spreadLimit\":\"1\\u0030\",\"quorum\":2")]
    [InlineData("{\"id\":\"g2\",\"name\"", "{\"id\":\"g2\",\"minimum\":null,\"name\"")]
    [InlineData("\"minimum\":\"50%\"", "\"minimum\":\"50.0%\"")]
    [InlineData("{\"id\":\"j1\",\"role\":\"Chair\"},{\"id\":\"j2\",\"role\":\"Member\"}", "{\"id\":\"j2\",\"role\":\"Member\"},{\"id\":\"j1\",\"role\":\"Chair\"}")]
    [InlineData("Công nghệ", "C\u00f4ng nghe\u0323\u0302")]
    [InlineData("\"figures\":{},", "")]
    [InlineData("{\"business", " {\"business", false)]
    public void Form_alone_is_forgiven(string piece, string other, bool isOnce = true)
    {
        var changed = isOnce ? File.With(piece, other) : File.Text().Replace(piece, other, StringComparison.Ordinal).Bytes();
        Assert.Equal(File.Text(), SnapshotFormat.Read(changed).File().Text());
        Assert.NotEmpty(SnapshotCheck.Of(changed).Differences);
    }

    [Fact(DisplayName = "Danh sách rỗng được bỏ qua thì vẫn xếp hạng được")]
    public void Empty_lists_may_be_left_out()
    {
        var year = SnapshotYears.Small with { Recusals = [], Ties = [], Rules = SnapshotYears.Small.Rules with { TieChain = [] } };
        var less = year.File().With("\"recusals\":[],", "").With(",\"ties\":[]", "").With(",\"tieChain\":[]", "");
        Assert.Equal(year.File().Text(), SnapshotFormat.Read(less).File().Text());
        Assert.Equal(
            ["$.recusals: found nothing, expected []", "$.rules.tieChain: found nothing, expected []", "$.ties: found nothing, expected []"],
            SnapshotCheck.Of(less).Differences.Select(one => $"{one}"));
    }

    public static TheoryData<string, string, string> AgainstTheContract => new()
    {
        { "\"year\":2025", "\"year\":2025.0", "$.year: found 2025.0, expected a whole number, written out" },
        { "\"year\":2025", "\"year\":2e3", "$.year: found 2e3, expected a whole number, written out" },
        { "\"year\":2025", "\"year\":99999999999", "$.year: found 99999999999, expected a whole number, written out" },
        { "\"year\":2025", "\"year\":2025,\"note\":\"\"", "$.note: found \"\", expected nothing" },
        { "\"year\":2025", "\"year\":2025,\"year\":2025", "$.year: found the same member again, expected nothing" },
        { "\"reason\":\"Xuất khẩu", "\"reason \":\"\",\"reason\":\"Xuất khẩu", "$.ties[0][\"reason \"]: found \"\", expected nothing" },
        { "\"recusals\"", "\"reason\":\"vì\",\"recusals\"", "$.replaces: found nothing, expected what the file replaces, because it gives a reason" },
        { "\"recusals\"", "\"replaces\":\"" + new string('0', 64) + "\",\"recusals\"", "$.reason: found nothing, expected the reason, because the file replaces another" },
        { "\"recusals\"", "\"reason\":\"\",\"replaces\":\"" + new string('A', 64) + "\",\"recusals\"", "$.replaces: found \"" + new string('A', 64) + "\", expected a SHA-256 of 64 small hexadecimal digits" },
        { "\"recusals\"", "\"reason\":\"\",\"replaces\":\"abc\",\"recusals\"", "$.replaces: found \"abc\", expected a SHA-256 of 64 small hexadecimal digits" },
        { "criterion-means", "medians", "$.rules.method: found \"medians\", expected one of criterion-means, sheet-totals" },
        { "\"decimals\":2", "\"decimals\":7", "$.rules.decimals: found 7, expected a whole number from 0 to 6" },
        { "\"decimals\":2", "\"decimals\":-1", "$.rules.decimals: found -1, expected a whole number from 0 to 6" },
        { "\"markStep\":\"0.5\"", "\"markStep\":\"0.3\"", "$.rules.markStep: found \"0.3\", expected one of 1, 0.5, 0.25, 0.01" },
        { "\"quorum\":2", "\"quorum\":0", "$.rules.quorum: found 0, expected a whole number, at least 1" },
        { "\"businessCap\":1", "\"businessCap\":0", "$.rules.businessCap: found 0, expected a whole number, at least 1" },
        { "\"topCount\":2", "\"topCount\":-2", "$.rules.topCount: found -2, expected a whole number, at least 0" },
        { "\"council\"]", "\"chance\"]", "$.rules.tieChain[1]: found \"chance\", expected a step “criteria”, “head-to-head”, “figure:NAME” or “council”" },
        { "\"passMark\":\"60\"", "\"passMark\":\"6e1\"", "$.rules.passMark: found \"6e1\", expected a decimal number with a point, without an exponent, of at most 28 digits" },
        { "\"passMark\":\"60\"", "\"passMark\":\"060\"", "$.rules.passMark: found \"060\", expected a decimal number with a point, without an exponent, of at most 28 digits" },
        { "\"passMark\":\"60\"", "\"passMark\":\"60.\"", "$.rules.passMark: found \"60.\", expected a decimal number with a point, without an exponent, of at most 28 digits" },
        { "\"passMark\":\"60\"", "\"passMark\":\".6\"", "$.rules.passMark: found \".6\", expected a decimal number with a point, without an exponent, of at most 28 digits" },
        { "\"passMark\":\"60\"", "\"passMark\":\"60,5\"", "$.rules.passMark: found \"60,5\", expected a decimal number with a point, without an exponent, of at most 28 digits" },
        { "\"passMark\":\"60\"", "\"passMark\":\" 60\"", "$.rules.passMark: found \" 60\", expected a decimal number with a point, without an exponent, of at most 28 digits" },
        { "\"passMark\":\"60\"", "\"passMark\":\"\"", "$.rules.passMark: found \"\", expected a decimal number with a point, without an exponent, of at most 28 digits" },
        { "\"passMark\":\"60\"", "\"passMark\":\"60.00000000000000000000000000001\"", "$.rules.passMark: found \"60.00000000000000000000000000001\", expected a decimal number with a point, without an exponent, of at most 28 digits" },
        { "\"passMark\":\"60\"", "\"passMark\":\"99999999999999999999999999999999\"", "$.rules.passMark: found \"99999999999999999999999999999999\", expected a decimal number with a point, without an exponent, of at most 28 digits" },
        { "\"minimum\":\"50%\"", "\"minimum\":\"50 %\"", "$.groups[0].minimum: found \"50 %\", expected a minimum in points or per cent, such as 12 or 50%" },
        { "\"minimum\":\"20\"", "\"minimum\":\"-20\"", "$.criteria[0].minimum: found \"-20\", expected a minimum in points or per cent, such as 12 or 50%" },
        { "{\"id\":\"g2\",\"name\"", "{\"id\":\"g1\",\"name\"", "$.groups[1].id: found \"g1\", expected something that stands here only once" },
        { "\"id\":\"c2\"", "\"id\":\"c1\"", "$.criteria[1].id: found \"c1\", expected something that stands here only once" },
        { "\"group\":\"g1\"", "\"group\":\"g9\"", "$.criteria[0].group: found \"g9\", expected a group of this file" },
        { "\"kind\":\"computed\"", "\"kind\":\"made\"", "$.criteria[2].kind: found \"made\", expected one of judged, computed" },
        { "\"kind\":\"computed\"", "\"kind\":\"judged\"", "$.criteria[2].figure: found \"revenue\", expected nothing, because the criterion is judged" },
        { "\"max\":\"60\"", "\"max\":\"-60\"", "$.criteria[0].max: found \"-60\", expected a maximum from 0 to 1000000" },
        { "\"max\":\"60\"", "\"max\":\"1000000.5\"", "$.criteria[0].max: found \"1000000.5\", expected a maximum from 0 to 1000000" },
        { "\"from\":\"50000000000\"", "\"from\":\"1000000000\"", "$.criteria[2].bands[1].from: found \"1000000000\", expected more than in the band before" },
        { "\"points\":\"7.5\"", "\"points\":\"20.5\"", "$.criteria[2].bands[0].points: found \"20.5\", expected points from 0 to 20, with at most 6 decimals" },
        { "\"points\":\"7.5\"", "\"points\":\"7.5000001\"", "$.criteria[2].bands[0].points: found \"7.5000001\", expected points from 0 to 20, with at most 6 decimals" },
        { "\"number\":2,\"product\"", "\"number\":1,\"product\"", "$.nominations[1].number: found 1, expected something that stands here only once" },
        { "\"id\":\"j3\"", "\"id\":\"j1\"", "$.judges[2].id: found \"j1\", expected something that stands here only once" },
        { "\"marks\":{\"c1\":\"50\",\"c2\":\"18\"}", "\"marks\":{\"c1\":\"60.5\",\"c2\":\"18\"}", "$.sheets[0].marks.c1: found \"60.5\", expected a mark from 0 to 60 in steps of 0.5" },
        { "\"marks\":{\"c1\":\"50\",\"c2\":\"18\"}", "\"marks\":{\"c1\":\"49.75\",\"c2\":\"18\"}", "$.sheets[0].marks.c1: found \"49.75\", expected a mark from 0 to 60 in steps of 0.5" },
        { "\"marks\":{\"c1\":\"50\",\"c2\":\"18\"}", "\"marks\":{\"c1\":\"-1\",\"c2\":\"18\"}", "$.sheets[0].marks.c1: found \"-1\", expected a mark from 0 to 60 in steps of 0.5" },
        { "\"marks\":{\"c1\":\"50\",\"c2\":\"18\"}", "\"marks\":{\"c1\":\"50\",\"c2\":\"18\",\"c3\":\"18\"}", "$.sheets[0].marks.c3: found \"18\", expected nothing, because the criterion is computed" },
        { "\"marks\":{\"c1\":\"50\",\"c2\":\"18\"}", "\"marks\":{\"c1\":\"50\",\"c2\":\"18\",\"c4\":\"18\"}", "$.sheets[0].marks.c4: found \"18\", expected a criterion of this file" },
        { "\"marks\":{\"c1\":\"50\",\"c2\":\"18\"}", "\"marks\":{\"c1\":\"50\",\"c2\":\"18\",\"c2\":\"18\"}", "$.sheets[0].marks.c2: found the same member again, expected nothing" },
        { "\"c2\":\"18\"},\"nomination\":1,\"version\":1", "\"c2\":\"18\"},\"nomination\":1,\"version\":0", "$.sheets[0].version: found 0, expected a whole number, at least 1" },
        { "{\"judge\":\"j1\",\"marks\":{\"c1\":\"50\"", "{\"judge\":\"j4\",\"marks\":{\"c1\":\"50\"", "$.sheets[0].judge: found \"j4\", expected a judge of this file" },
        { "\"c2\":\"18\"},\"nomination\":1", "\"c2\":\"18\"},\"nomination\":4", "$.sheets[0].nomination: found 4, expected a nomination of this file" },
        { "\"judge\":\"j3\",\"kind\":\"Family\",\"nomination\":3", "\"judge\":\"j3\",\"kind\":\"Family\",\"nomination\":5", "$.recusals[0].nomination: found 5, expected a nomination of this file" },
        { "\"order\":[3,2]", "\"order\":[3,2,5]", "$.ties[0].order[2]: found 5, expected a nomination of this file" },
        { "\"order\":[3,2]", "\"order\":[3,2,3]", "$.ties[0].order[2]: found 3, expected something that stands here only once" },
    };

    [Theory(DisplayName = "Điều mà không năm nào có bị từ chối, nêu rõ chỗ")]
    [MemberData(nameof(AgainstTheContract))]
    public void What_no_year_could_have_is_refused_with_its_place(string piece, string other, string difference)
    {
        var file = File.With(piece, other);
        var check = SnapshotCheck.Of(file);
        Assert.Equal(difference, $"{check.Differences[0]}");
        Assert.False(check.IsRight);
        var refused = Assert.Throws<SnapshotException>(() => SnapshotFormat.Read(file));
        Assert.Equal((check.Differences[0].Place, difference.Replace(": found", ": Found", StringComparison.Ordinal) + "."), (refused.Place, refused.Message));
    }

    [Fact(DisplayName = "Hai phiếu của một giám khảo cho một sản phẩm bị từ chối")]
    public void Two_sheets_of_one_pair_are_refused()
    {
        var twice = SnapshotYears.Small with { Sheets = [.. SnapshotYears.Small.Sheets, SnapshotYears.Small.Sheets[0] with { Version = 2 }], Recusals = [.. SnapshotYears.Small.Recusals, new SnapshotRecusal(3, "j3", "Employer")] };
        var check = SnapshotCheck.Of(SnapshotFormat.Write(twice, Ranking.Of(SnapshotYears.Small.Input)));
        Assert.Equal(["$.sheets[1]", "$.recusals[1]"], check.Differences.Select(one => one.Place));
        Assert.Null(check.Result);
    }

    public static TheoryData<string, string, string> NoSnapshot => new()
    {
        { "\"format\":\"keyproducts-snapshot/1\",", "", "$.format: The file is no snapshot: the member “format” with “keyproducts-snapshot/1” is missing." },
        { "\"format\":\"keyproducts-snapshot/1\",", "\"format\":null,", "$.format: The file is no snapshot: the member “format” with “keyproducts-snapshot/1” is missing." },
        { "keyproducts-snapshot/1", "keyproducts-snapshot/2", "$.format: The file is no snapshot that this program reads: its format is \"keyproducts-snapshot/2\", not “keyproducts-snapshot/1”." },
        { "\"format\":\"keyproducts-snapshot/1\"", "\"format\":1", "$.format: The file is no snapshot that this program reads: its format is 1, not “keyproducts-snapshot/1”." },
        { ",\"year\":2025", "", "$.year: A member is missing that every snapshot has." },
        { "\"year\":2025", "\"year\":\"2025\"", "$.year: A number must stand here." },
        { "\"year\":2025", "\"year\":null", "$.year: A member is missing that every snapshot has." },
        { "\"max\":\"60\"", "\"max\":60", "$.criteria[0].max: A text must stand here." },
        { "\"figures\":{}", "\"figures\":[]", "$.nominations[3].figures: An object must stand here." },
        { "\"order\":[3,2]", "\"order\":\"3, 2\"", "$.ties[0].order: A list must stand here." },
        { "{\"id\":\"j1\",\"role\":\"Chair\"}", "\"j1\"", "$.judges[0]: An object must stand here." },
        { "\"eligible\":true,\"figures\":{}", "\"eligible\":\"true\",\"figures\":{}", "$.nominations[3].eligible: Either true or false must stand here." },
        { "\"eligible\":true,\"figures\":{}", "\"figures\":{}", "$.nominations[3].eligible: A member is missing that every snapshot has." },
        { "\"c2\":\"18\"}", "\"c2\":18}", "$.sheets[0].marks.c2: A text must stand here." },
        { "\"figure\":\"revenue\",", "", "$.criteria[2].figure: A member is missing that every snapshot has." },
        { ",\"year\":2025}", ",\"year\":2025", "The file is no snapshot: it is no JSON from line 1, byte" },
        { ",\"year\":2025}", ",\"year\":2025}}", "The file is no snapshot: it is no JSON from line 1, byte" },
        { ",\"year\":2025}", ",\"year\":02025}", "The file is no snapshot: it is no JSON from line 1, byte" },
        { ",\"year\":2025}", "\n,\"year\":NaN}", "The file is no snapshot: it is no JSON from line 2, byte 9 on." },
        { ",\"year\":2025}", ",\"year\":2025,}", "The file is no snapshot: it is no JSON from line 1, byte" },
        { "Máy biến áp", "M\\ud83dy", "The file is no snapshot: a text in it is no valid Unicode." },
        { "Máy biến áp", "\\ufffe", "The file is no snapshot: a text in it is no valid Unicode." },
    };

    [Theory(DisplayName = "Tệp không phải bản chốt: một câu nói vì sao, nêu rõ chỗ")]
    [MemberData(nameof(NoSnapshot))]
    public void What_is_no_snapshot_is_told_in_a_sentence(string piece, string other, string sentence)
    {
        var file = File.With(piece, other);
        Assert.StartsWith(sentence, Assert.Throws<SnapshotException>(() => SnapshotFormat.Read(file)).Message, StringComparison.Ordinal);
        Assert.StartsWith(sentence, Assert.Throws<SnapshotException>(() => SnapshotCheck.Of(file)).Message, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "Tệp rỗng, tệp lạ, tệp không phải UTF-8, tệp quá lớn hay quá sâu: từ chối lịch sự")]
    public void Files_of_any_kind_are_refused_politely()
    {
        var broken = File.ToArray();
        broken[Array.LastIndexOf(broken, (byte)0xC3)] = (byte)'"' + 1;
        foreach (var (file, words) in new (byte[], string)[]
        {
            ([], "no JSON from line 1, byte 1 on"),
            ("  \n"u8.ToArray(), "no JSON from line 2, byte 1 on"),
            ("[]"u8.ToArray(), "no JSON object"),
            ("null"u8.ToArray(), "no JSON object"),
            ("PK\u0003\u0004"u8.ToArray(), "no JSON from line 1, byte 1 on"),
            (Encoding.Unicode.GetBytes(File.Text()), "no JSON"),
            (broken, "no valid Unicode"),
            (new string('[', 17).Bytes(), "too deep"),
            (new string('[', 100_000).Bytes(), "too deep"),
            (("[" + string.Concat(Enumerable.Repeat("0,", 2_000_000)) + "0]").Bytes(), "More than 2000000"),
            (new byte[(32 << 20) + 1], "more than 32 MB"),
            (File.With("\"order\":[3,2]", "\"order\":[" + string.Join(',', Enumerable.Range(1, 5_001)) + "]"), "$.ties[0].order: More than 5000"),
            (File.With("[\"criteria\",\"council\"]", "[" + string.Join(',', Enumerable.Repeat("\"head-to-head\"", 21)) + "]"), "$.rules.tieChain: More than 20"),
        })
            Assert.Contains(words, Assert.Throws<SnapshotException>(() => SnapshotCheck.Of(file)).Message, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "Thiếu kết quả thì không kiểm được, chỉ xếp hạng được")]
    public void A_file_without_a_result_cannot_be_verified()
    {
        var text = File.Text();
        var (from, to) = (text.IndexOf(",\"result\":", StringComparison.Ordinal), text.IndexOf(",\"rules\":", StringComparison.Ordinal));
        string Refusal(string result) => Assert.Throws<SnapshotException>(() => SnapshotCheck.Of((text[..from] + result + text[to..]).Bytes())).Message;
        Assert.Equal("$.result: A member is missing that every snapshot has.", Refusal(""));
        Assert.Equal("$.result: An object must stand here.", Refusal(",\"result\":[]"));
    }

    [Fact(DisplayName = "Năm lớn nhất: 2.000 sản phẩm × 15 giám khảo vẫn đọc và kiểm được")]
    public void The_largest_year_is_read_and_verified()
    {
        var r = new Random(1);
        var ids = Enumerable.Range(0, 2).Select(c => $"c{c}").ToList();
        var judges = Enumerable.Range(0, 15).Select(j => $"j{j}").ToList();
        var year = SnapshotYears.Small with
        {
            Criteria = [.. ids.Select(id => new SnapshotCriterion(id, "g1", "Tiêu chí", 10))],
            Nominations = [.. Enumerable.Range(1, 2_000).Select(number => SnapshotYears.Small.Nominations[0] with { Number = number, Business = $"{number}" })],
            Judges = [.. judges.Select(judge => new SnapshotJudge(judge, "Member"))],
            Sheets = [.. Enumerable.Range(1, 2_000).SelectMany(number => judges.Select(judge => new SnapshotSheet(number, judge, 1, ids.ToDictionary(id => id, _ => r.Next(21) / 2m))))],
            Recusals = [],
            Ties = [],
        };
        Assert.True(SnapshotCheck.Of(year.File()).IsRight);
    }
}
