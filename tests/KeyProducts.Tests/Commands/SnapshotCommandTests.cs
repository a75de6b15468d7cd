using System.Diagnostics;
using System.Text;
using System.Text.Json;
using KeyProducts.Domain;
using KeyProducts.Tests.Domain;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Commands;

/// <summary><c>verify</c> and <c>rank</c> as processes of their own, in an empty folder, as an inspector would run them.</summary>
public sealed class SnapshotCommandTests : IDisposable
{
    private static readonly byte[] Small = SnapshotYears.Small.File();
    private static readonly string Hash = SnapshotFormat.Hash(Small);

    private readonly TemporaryFolder files = new();
    private readonly TemporaryFolder elsewhere = new();

    public void Dispose()
    {
        files.Dispose();
        elsewhere.Dispose();
    }

    [Fact(DisplayName = "verify: 0 và mã; so cả với mã đã công bố")]
    public async Task Verify_says_0_and_the_hash_and_compares_the_published_one()
    {
        var file = files.Put("Kết quả năm 2025.json", Small);
        Assert.Equal((0, Hash + "\n", ""), await RunAsync("verify", file));
        Assert.Equal((0, Hash + "\n", ""), await RunAsync("verify", file, " " + Hash.ToUpperInvariant()));

        var other = new string('0', 64);
        Assert.Equal((1, $"$: found a file with the hash {Hash}, expected one with the published hash {other}\n", ""), await RunAsync("verify", file, other));
        Assert.Equal((2, "", "The published hash must be a SHA-256: 64 hexadecimal digits.\n"), await RunAsync("verify", file, "abc"));
    }

    [Fact(DisplayName = "verify: 1 và từng chỗ khác, mỗi chỗ một dòng")]
    public async Task Verify_says_1_and_each_difference_on_a_line()
    {
        var tampered = Small.With("\"score\":\"84.17\"", "\"score\":\"94.17\"").With("\"product\":\"Khóa cửa\"", "\"product\":\"Kho\u0301a\u2028cửa\"");
        Assert.Equal(
            (1, "$.nominations[1].product: found \"Kho\u0301a\\u2028cửa\", not composed, expected the same text composed (Unicode NFC)\n$.result.ranked[0].score: found \"94.17\", expected \"84.17\"\n", ""),
            await RunAsync("verify", files.Put("a.json", tampered)));
    }

    [Fact(DisplayName = "verify: 2 và một câu khi không phải bản chốt hoặc không đọc được")]
    public async Task Verify_says_2_and_a_sentence_when_it_is_none()
    {
        var (code, said, error) = await RunAsync("verify", files.Put("a.json", Small.With("\"year\":2025", "\"year\":\"2025\"")));
        Assert.Equal((2, "", "$.year: A number must stand here.\n"), (code, said, error));
        (code, said, error) = await RunAsync("verify", files.Put("a.xlsx", "PK\u0003\u0004"u8.ToArray()));
        Assert.Equal((2, "", "The file is no snapshot: it is no JSON from line 1, byte 1 on.\n"), (code, said, error));
        (code, said, error) = await RunAsync("verify", Path.Combine(files.Path, "không có.json"));
        Assert.Equal((2, "", true), (code, said, error.StartsWith("The file cannot be read: ", StringComparison.Ordinal) && error.EndsWith("không có.json'.\n", StringComparison.Ordinal)));
        (code, said, error) = await RunAsync("verify");
        Assert.Equal((2, "", true), (code, said, error.Contains("verify FILE [HASH]", StringComparison.Ordinal)));
    }

    [Fact(DisplayName = "rank: mỗi tệp một dòng kết quả; tệp hỏng một dòng lỗi và mã 2")]
    public async Task Rank_writes_a_line_for_each_file()
    {
        var result = SnapshotFormat.WriteResult(Ranking.Of(SnapshotYears.Small.Input), 2);
        var text = Small.Text();
        var paper = "\uFEFF" + text[..text.IndexOf(",\"result\":", StringComparison.Ordinal)] + text[text.IndexOf(",\"rules\":", StringComparison.Ordinal)..].Replace(",", ", ", StringComparison.Ordinal);
        var (code, said, error) = await RunAsync("rank", files.Put("a.json", Small), files.Put("trên giấy.json", paper.Bytes()));
        Assert.Equal((0, result + "\n" + result + "\n", ""), (code, said, error));

        (code, said, error) = await RunAsync("rank", files.Put("b.json", Small.With("criterion-means", "trung \\\"vị\\\"\\n")), files.Put("a.json", Small), elsewhere.Path);
        var lines = said.Split('\n');
        Assert.Equal((2, 4, result, "", ""), (code, lines.Length, lines[1], lines[3], error));
        Assert.Equal("{\"error\":\"$.rules.method: Found \\\"trung \\\\\\\"vị\\\\\\\"\\\\n\\\", expected one of criterion-means, sheet-totals.\"}", lines[0]);
        using var last = JsonDocument.Parse(lines[2]);
        Assert.StartsWith("The file cannot be read: ", last.RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);

        (code, said, error) = await RunAsync("rank");
        Assert.Equal((2, "", true), (code, said, error.Contains("rank FILE...", StringComparison.Ordinal)));
    }

    [Fact(DisplayName = "rank: trùng từng byte với kết quả trong tệp của năm ngẫu nhiên")]
    public async Task Rank_gives_the_bytes_that_stand_in_the_files()
    {
        var years = Enumerable.Range(1, 60).Select(SnapshotYears.Random).ToList();
        var (code, said, _) = await RunAsync(["rank", .. years.Select((year, at) => files.Put($"{at}.json", year.File()))]);
        Assert.Equal(0, code);
        Assert.Equal(
            years.Select(year =>
            {
                using var json = JsonDocument.Parse(year.File());
                return json.RootElement.GetProperty("result").GetRawText();
            }),
            said.TrimEnd('\n').Split('\n'));
    }

    // In a folder that stays empty, with a data folder that is never made, and in a shell that knows no UTF-8.
    private async Task<(int Code, string Said, string Error)> RunAsync(params string[] arguments)
    {
        var data = Path.Combine(elsewhere.Path, "data");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "KeyProducts.Web.dll"), .. arguments])
        {
            WorkingDirectory = elsewhere.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
            Environment = { ["KeyProducts__DataFolder"] = data, ["LC_ALL"] = "C", ["LANG"] = "C" },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere.Path));
        return (process.ExitCode, await output, await error);
    }
}
