using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyProducts.Domain;

namespace KeyProducts.Tests.Domain;

/// <summary>The file is written in one form, and read back to the year it was written from.</summary>
public class SnapshotFormatTests
{
    static void Always(Func<int, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true).WithReplay(new Replay(new Rnd(2025, 2027), null)), Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), holds));

    [Fact(DisplayName = "Tệp viết đúng từng byte theo định dạng")]
    public void A_small_year_is_written_to_the_letter()
    {
        var year = SnapshotYears.Small with
        {
            Replaces = new string('a', 64),
            Reason = "Nhập nhầm điểm",
            Criteria = [SnapshotYears.Small.Criteria[0], SnapshotYears.Small.Criteria[2]],
            Nominations = [SnapshotYears.Small.Nominations[3], SnapshotYears.Small.Nominations[0]],
            Sheets = [.. SnapshotYears.Small.Sheets.Where(sheet => sheet is { Nomination: 1, Judge: not "j3" }).Reverse().Select(sheet => sheet with { Marks = new Dictionary<string, decimal> { ["c1"] = sheet.Marks["c1"] } })],
            Recusals = [],
            Ties = [],
        };
        Assert.Equal(
            """
            {"criteria":[{"group":"g1","id":"c1","kind":"judged","max":"60","minimum":"20","name":"Đổi mới"},
            {"bands":[{"from":"1000000000","points":"7.5"},{"from":"50000000000","points":"20"}],"figure":"revenue","group":"g2","id":"c3","kind":"computed","max":"20","name":"Doanh thu"}],
            "format":"keyproducts-snapshot/1",
            "groups":[{"id":"g1","minimum":"50%","name":"Công nghệ"},{"id":"g2","name":"Thị trường"}],
            "judges":[{"id":"j1","role":"Chair"},{"id":"j2","role":"Member"},{"id":"j3","role":"Secretary"}],
            "nominations":[{"business":"0100100001","businessName":"Công ty 0100100001","code":"2025-001","eligible":true,"figures":{"revenue":"61000000000"},"industry":"Cơ khí","number":1,"product":"Máy biến áp"},
            {"business":"0100100001","businessName":"Công ty 0100100001","code":"2025-007","eligible":true,"figures":{},"industry":"Cơ khí","number":7,"product":"Tủ điện"}],
            "reason":"Nhập nhầm điểm","recusals":[],"replaces":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "result":{"passedOver":[],"ranked":[{"number":1,"rank":1,"recognised":true,"score":"69.25","top":true}],"undecided":[],"unscored":[{"number":7,"reason":"quorum"}]},
            "rules":{"businessCap":1,"decimals":2,"markStep":"0.5","method":"criterion-means","passMark":"60","quorum":2,"spreadLimit":"10","tieChain":["criteria","council"],"topCount":2},
            "sheets":[{"judge":"j1","marks":{"c1":"50"},"nomination":1,"version":1},{"judge":"j2","marks":{"c1":"48.5"},"nomination":1,"version":1}],
            "ties":[],"year":2025}
            """.ReplaceLineEndings(""),
            year.File().Text());
    }

    [Fact(DisplayName = "Kết quả viết đủ: hạng, bước phân hạng, chưa có điểm, vượt giới hạn, chưa quyết định")]
    public void A_result_is_written_to_the_letter()
    {
        var result = new RankingResult(
            [Line(4, 82.5m, 1, true, null), Line(9, 82.5m, 2, false, "figure:doanh thu"), Line(2, 71, 3, false, null), Line(1, 71, 3, false, null)],
            [new UnscoredNomination(8, "figure:xuất khẩu", 3), new UnscoredNomination(5, "quorum", 1)],
            [new PassedOver(9, "0100", [4])],
            [[1, 2]]);
        Assert.Equal(
            """{"passedOver":[{"business":"0100","number":9}],"ranked":[{"number":4,"rank":1,"recognised":true,"score":"82.500","top":true},{"number":9,"rank":2,"recognised":true,"score":"82.500","tieBreak":"figure:doanh thu","top":false},{"number":1,"rank":3,"recognised":true,"score":"71.000","top":false},{"number":2,"rank":3,"recognised":true,"score":"71.000","top":false}],"undecided":[[1,2]],"unscored":[{"number":5,"reason":"quorum"},{"number":8,"reason":"figure:xuất khẩu"}]}""",
            SnapshotFormat.WriteResult(result, 3));
        Assert.Contains("\"score\":\"83\"", SnapshotFormat.WriteResult(result with { Ranked = [Line(4, 83, 1, true, null)] }, 0), StringComparison.Ordinal);

        static RankedNomination Line(int number, decimal score, int rank, bool top, string? tieBreak) => new(number, score, rank, true, top, tieBreak, [], [], 3, null, []);
    }

    [Fact(DisplayName = "Đọc lại tệp: đúng năm ấy, đúng từng byte, và tính đúng")]
    public void A_file_reads_back_to_its_year_and_verifies() => Always(seed =>
    {
        var year = SnapshotYears.Random(seed);
        var file = year.File();
        var read = SnapshotFormat.Read(file);
        var check = SnapshotCheck.Of(file);
        return read.File().SequenceEqual(file)
            && Ranking.Of(read.Input).All() == Ranking.Of(year.Input).All()
            && check is { IsRight: true, Differences: [], Result: not null } && check.Hash == SnapshotFormat.Hash(file);
    });

    [Fact(DisplayName = "Thứ tự danh sách không đổi tệp")]
    public void The_order_of_lists_changes_no_byte() => Always(seed =>
    {
        var year = SnapshotYears.Random(seed);
        var r = new Random(seed);
        var other = year with
        {
            Nominations = [.. RankingRandomYears.Shuffled(r, year.Nominations).Select(n => n with { Figures = RankingRandomYears.Shuffled(r, n.Figures).ToDictionary() })],
            Judges = RankingRandomYears.Shuffled(r, year.Judges),
            Sheets = [.. RankingRandomYears.Shuffled(r, year.Sheets).Select(s => s with { Marks = RankingRandomYears.Shuffled(r, s.Marks).ToDictionary() })],
            Recusals = RankingRandomYears.Shuffled(r, year.Recusals),
        };
        return other.File().SequenceEqual(year.File());
    });

    [Fact(DisplayName = "Số thập phân không đổi tệp theo số 0 cuối hay ngôn ngữ máy")]
    public void Trailing_zeros_and_the_machines_language_change_no_byte()
    {
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("vi-VN");
            var zeros = SnapshotYears.Small with
            {
                Rules = SnapshotYears.Small.Rules with { PassMark = 60.000m, MarkStep = 0.50m },
                Groups = [SnapshotYears.Small.Groups[0] with { Minimum = new Minimum(50.00m, true) }, SnapshotYears.Small.Groups[1]],
                Sheets = [.. SnapshotYears.Small.Sheets.Select(sheet => sheet with { Marks = sheet.Marks.ToDictionary(mark => mark.Key, mark => mark.Value * 1.000m) })],
            };
            Assert.Equal(SnapshotYears.Small.File().Text(), zeros.File().Text());
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact(DisplayName = "Chữ khác thường: dấu rời, ngoặc kép, biểu tượng, U+2028, ký tự điều khiển")]
    public void Unusual_texts_are_written_composed_with_few_escapes_and_read_back()
    {
        const string unusual = "Đế \"Ữ\" \\ 😀 \u2028\u0085\u007f \b\f\n\r\t\u0001\u001f e\u0302\u0301";
        var year = SnapshotYears.Small with { Nominations = [SnapshotYears.Small.Nominations[0] with { Product = unusual.Normalize(NormalizationForm.FormD), BusinessName = "" }, .. SnapshotYears.Small.Nominations.Skip(1)] };
        var file = year.File();
        Assert.Contains("\"product\":\"Đế \\\"Ữ\\\" \\\\ 😀 \u2028\u0085\u007f \\b\\f\\n\\r\\t\\u0001\\u001f ế\"", file.Text(), StringComparison.Ordinal);
        Assert.Equal(unusual.Normalize(), SnapshotFormat.Read(file).Nominations[0].Product);
        Assert.True(SnapshotCheck.Of(file).IsRight);
    }

    [Fact(DisplayName = "Khóa xếp theo mã ký tự, không theo UTF-16")]
    public void Keys_are_in_the_order_of_code_points()
    {
        // U+FF21 is before U+1F600, whose first half in UTF-16 is 0xD83D; a name that goes on comes after the one it begins with.
        string[] names = ["Z", "a", "aa", "a\u0301", "đ", "\uE000", "\uFB00", "\uFF21", "😀", "😀a", "😁", "𠀀"];
        var r = new Random(1);
        var year = SnapshotYears.Small;
        var figures = RankingRandomYears.Shuffled(r, names).ToDictionary(name => name, name => 1m);
        var judges = RankingRandomYears.Shuffled(r, names).Select(name => new SnapshotJudge(name, "Member"));
        var other = year with
        {
            Nominations = [year.Nominations[0] with { Figures = figures }],
            Judges = [.. judges],
            Sheets = [.. RankingRandomYears.Shuffled(r, names).Select(name => new SnapshotSheet(1, name, 1, new Dictionary<string, decimal> { ["c1"] = 1, ["c2"] = 1 }))],
            Recusals = [],
            Ties = [],
        };
        var inOrder = names.Select(name => name.Normalize()).OrderBy(name => Convert.ToHexString(Encoding.UTF8.GetBytes(name)), StringComparer.Ordinal).ToList();
        Assert.NotEqual(inOrder, inOrder.Order(StringComparer.Ordinal));

        using var json = JsonDocument.Parse(other.File());
        Assert.Equal(inOrder, json.RootElement.GetProperty("nominations")[0].GetProperty("figures").EnumerateObject().Select(figure => figure.Name));
        Assert.Equal(inOrder, json.RootElement.GetProperty("judges").EnumerateArray().Select(judge => judge.GetProperty("id").GetString()!));
        Assert.Equal(inOrder, json.RootElement.GetProperty("sheets").EnumerateArray().Select(sheet => sheet.GetProperty("judge").GetString()!));
        Assert.True(SnapshotCheck.Of(other.File()).IsRight);
    }

    [Fact(DisplayName = "Không viết được tệp từ chữ hỏng hoặc hai tên trùng nhau")]
    public void A_file_is_not_written_from_broken_text_or_names_that_are_one()
    {
        var product = SnapshotYears.Small.Nominations[0];
        Assert.Throws<ArgumentException>(() => (SnapshotYears.Small with { Nominations = [product with { Product = "\ud83d" }] }).File());
        var twice = new Dictionary<string, decimal> { ["xuất khẩu"] = 1, ["xuất khẩu".Normalize(NormalizationForm.FormD)] = 2 };
        Assert.Throws<ArgumentException>(() => SnapshotFormat.Write(SnapshotYears.Small with { Nominations = [product with { Figures = twice }] }, Ranking.Of(SnapshotYears.Small.Input)));
    }

    [Fact(DisplayName = "Mã SHA-256 viết chữ thường")]
    public void The_hash_is_a_small_hexadecimal_SHA_256() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", SnapshotFormat.Hash("abc"u8));
}
