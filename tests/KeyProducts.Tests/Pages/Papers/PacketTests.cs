using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;

namespace KeyProducts.Tests.Pages;

/// <summary>The packet of a year, unpacked and checked as its receiver would.</summary>
public sealed class PacketTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Home = "/programmes/2025/papers/packet";

    [Fact]
    public async Task It_holds_every_paper_in_both_forms_lists_sheets_and_snapshot_and_every_hash_is_right()
    {
        var officer = await app.SignedInAsync("officer", "en");
        var mark = await app.HistoryMarkAsync();
        var answer = await officer.GetAsync(Home);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal("bo-van-ban-2025.zip", answer.Content.Headers.ContentDisposition!.FileName);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var files = zip.Entries.ToDictionary(entry => entry.FullName["bo-van-ban-2025/".Length..], Read);
        string[] papers = ["bien-ban-hop-hoi-dong", "thong-bao-lay-y-kien", "to-trinh-cong-nhan", "quyet-dinh-cong-nhan", "thu-bao-ket-qua", "tong-hop-diem"];
        var expected = papers.SelectMany(paper => new[] { $"van-ban/{paper}-2025.docx", $"van-ban/{paper}-2025.pdf" }).Concat(
        [
            "phieu-cham/phieu-da-cham-2025-hoi-dong.docx", "phieu-cham/phieu-da-cham-2025-hoi-dong.pdf",
            "giay-chung-nhan/giay-chung-nhan-2025-cong-nhan.docx", "giay-chung-nhan/giay-chung-nhan-2025-cong-nhan.pdf", "giay-chung-nhan/giay-chung-nhan-2025-top.docx", "giay-chung-nhan/giay-chung-nhan-2025-top.pdf",
            "so-lieu/san-pham-cong-nghiep-chu-luc-2025.xlsx", "so-lieu/san-pham-cong-nghiep-chu-luc-2025.csv", "so-lieu/san-pham-cong-nghiep-chu-luc-2025.pdf",
            "ban-chot/ket-qua-2025-ban-chot-1.json", "danh-muc.txt", "SHA256SUMS.txt",
        ]);
        Assert.Empty(expected.Except(files.Keys));
        Assert.All(files.Keys, name => Assert.Matches("^[a-zA-Z0-9./-]+$", name));

        // Every file but the list itself is in the list, with the hash it has.
        var sums = Encoding.ASCII.GetString(files["SHA256SUMS.txt"]).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToDictionary(line => line[66..], line => line[..64]);
        Assert.Equal(files.Keys.Where(name => name != "SHA256SUMS.txt").Order(StringComparer.Ordinal), sums.Keys.Order(StringComparer.Ordinal));
        Assert.All(sums, sum => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(files[sum.Key])), sum.Value));
        Assert.All(zip.Entries, entry => Assert.Equal(zip.Entries[0].LastWriteTime, entry.LastWriteTime));

        var list = Encoding.UTF8.GetString(files["danh-muc.txt"]);
        Assert.Contains("Dự thảo quyết định công nhận (Word)", list, StringComparison.Ordinal);
        Assert.All(sums.Where(sum => sum.Key != "danh-muc.txt"), sum => Assert.Contains($"SHA-256 {sum.Value}", list, StringComparison.Ordinal));
        Assert.DoesNotContain("CHƯA CÓ TRONG BỘ", list, StringComparison.Ordinal);

        // Anybody can compute the result again.
        var check = SnapshotCheck.Of(files["ban-chot/ket-qua-2025-ban-chot-1.json"]);
        Assert.True(check.IsRight);
        Assert.Contains(check.Hash, list, StringComparison.Ordinal);

        var entry = Assert.Single(await app.HistorySinceAsync(mark));
        Assert.Equal((AuditAct.Exported, (int?)2025), (entry.Act, entry.Year));
        Assert.Contains($"bo-van-ban-2025.zip – SHA-256 {Convert.ToHexStringLower(SHA256.HashData(bytes))}", entry.Subject, StringComparison.Ordinal);
        Assert.Contains(check.Hash, entry.Subject, StringComparison.Ordinal);

        // At the same instant the same bytes, whoever asks and in whatever language.
        Assert.Equal(Convert.ToHexString(SHA256.HashData(bytes)), Convert.ToHexString(SHA256.HashData(await (await (await app.SignedInAsync("auditor")).GetAsync(Home)).Content.ReadAsByteArrayAsync())));
    }

    [ToolFact("sha256sum")]
    public async Task Sha256sum_checks_it()
    {
        var bytes = await (await (await app.SignedInAsync("admin")).GetAsync("/programmes/2024/papers/packet")).Content.ReadAsByteArrayAsync();
        using var folder = new TemporaryFolder();
        ZipFile.ExtractToDirectory(new MemoryStream(bytes), folder.Path);
        var start = new System.Diagnostics.ProcessStartInfo("sha256sum", ["-c", "--strict", "SHA256SUMS.txt"]) { WorkingDirectory = Path.Combine(folder.Path, "bo-van-ban-2024"), RedirectStandardOutput = true };
        using var process = System.Diagnostics.Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        Assert.True(said.Split('\n', StringSplitOptions.RemoveEmptyEntries) is { Length: >= 19 } lines && lines.All(line => line.EndsWith(": OK", StringComparison.Ordinal)), said);
    }

    [Fact]
    public async Task What_cannot_be_printed_is_left_out_and_the_list_says_why()
    {
        var bytes = await (await (await app.SignedInAsync("officer")).GetAsync("/programmes/2026/papers/packet")).Content.ReadAsByteArrayAsync();
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var list = Encoding.UTF8.GetString(Read(zip.GetEntry("bo-van-ban-2026/danh-muc.txt")!));
        var left = list[list.IndexOf("CHƯA CÓ TRONG BỘ", StringComparison.Ordinal)..];
        Assert.Contains("- Biên bản họp Hội đồng: Trường “giờ bắt đầu” chưa có giá trị", left, StringComparison.Ordinal);
        Assert.Contains("- Bản chốt kết quả: kết quả chưa chốt", left, StringComparison.Ordinal);
        Assert.DoesNotContain(zip.Entries, entry => entry.Name.StartsWith("bien-ban", StringComparison.Ordinal));
        Assert.DoesNotContain("  bien-ban", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_for_staff_and_auditors_once_results_are_open_to_them()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedInAsync("judge1")).GetAsync(Home)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAsync("auditor")).GetAsync("/programmes/2026/papers/packet")).StatusCode);
        Assert.NotNull((await (await app.SignedInAsync("auditor")).OpenAsync("/programmes/2025/papers")).Document.QuerySelector($"a[href='{Home}']"));
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var memory = new MemoryStream();
        content.CopyTo(memory);
        return memory.ToArray();
    }
}
