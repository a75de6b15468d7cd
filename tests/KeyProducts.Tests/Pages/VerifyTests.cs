using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages;

/// <summary>The page where anybody checks a published file.</summary>
public sealed class VerifyTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly byte[] Small = SnapshotYears.Small.File();
    private static readonly string Hash = SnapshotFormat.Hash(Small);

    [Fact(DisplayName = "Không cần tài khoản: tệp đúng thì nói đúng, với mã, năm, số lượng và Top tính lại")]
    public async Task A_right_file_computes_right_with_its_hash_counts_and_top()
    {
        var before = await app.HistoryMarkAsync();
        var page = await SendAsync("vi", Small);
        Assert.Equal((HttpStatusCode.OK, "Tệp này tính ra đúng"), (page.Status, page.TextAt("main .notice h2")));
        Assert.Equal(
            ["Kết quả 2025.json", Hash, "2025", "4 hồ sơ, 3 thành viên hội đồng, 10 phiếu chấm điểm"],
            page.TextsAt("main dl.details dd"));
        Assert.Equal(["1 2025-001 Máy biến áp Công ty 0100100001 84,17", "2 2025-003 Ống nhựa Công ty 0100100003 66,50"], page.TextsAt("main table tbody tr"));
        Assert.Contains("hãy so với mã đã in", page.Text, StringComparison.Ordinal);
        Assert.Empty(await app.HistorySinceAsync(before));

        var english = await SendAsync("en", Small);
        Assert.Equal("This file computes right", english.TextAt("main .notice h2"));
        Assert.Contains("1 2025-001 Máy biến áp Công ty 0100100001 84.17", english.TextsAt("main table tbody tr"));
    }

    [Fact(DisplayName = "Mã đã công bố được so: đúng thì nói là tệp đã công bố, khác thì nói không phải")]
    public async Task The_published_hash_is_compared()
    {
        var grouped = string.Join(' ', Hash.ToUpperInvariant().Chunk(8).Select(part => new string(part)));
        var same = await SendAsync("vi", Small, grouped);
        Assert.Equal("Tệp này tính ra đúng", same.TextAt("main .notice.done h2"));
        // Whoever typed it: nothing with this hash was finalised here.
        Assert.Contains("Tệp có đúng mã bạn đã nhập.", same.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("đây là tệp đã công bố", same.Text, StringComparison.Ordinal);

        // A mark changed and the result with it: it computes right, and only its hash tells.
        var year = SnapshotYears.Small;
        var forged = (year with { Sheets = [.. year.Sheets.Skip(1), year.Sheets[0] with { Marks = new Dictionary<string, decimal> { ["c1"] = 60, ["c2"] = 20 } }] }).File();
        var page = await SendAsync("vi", forged, Hash);
        Assert.Equal("Đây không phải tệp đã công bố", page.TextAt("main .notice.wrong h2"));
        Assert.Contains(SnapshotFormat.Hash(forged), page.Text, StringComparison.Ordinal);

        var mistyped = await SendAsync("vi", Small, Hash[1..]);
        Assert.Equal((HttpStatusCode.BadRequest, Hash[1..]), (mistyped.Status, mistyped.ValueOf("Input.Hash")));
        Assert.Equal(["Mã kiểm tra gồm 64 chữ số và chữ cái từ a đến f."], mistyped.Errors);
        Assert.DoesNotContain("tính ra đúng", mistyped.Text, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "Tệp đã chốt ở đây thì nói là bản chốt số mấy của năm nào; sửa một chữ số thì không còn là nó")]
    public async Task A_file_that_was_finalised_here_is_known()
    {
        var stored = await app.ReadAsync(async db => await (
            from snapshot in db.Snapshots
            join programme in db.Programmes on snapshot.ProgrammeId equals programme.Id
            orderby programme.Year descending
            select new { snapshot.Content, snapshot.Sha256, snapshot.Number, programme.Year }).FirstAsync());
        var page = await SendAsync("en", stored.Content, stored.Sha256);
        Assert.Equal("This file computes right", page.TextAt("main .notice h2"));
        Assert.Contains("it is the published file", page.Text, StringComparison.Ordinal);
        Assert.Contains($"It is snapshot no. {stored.Number} of {stored.Year}, finalised here on ", page.Text, StringComparison.Ordinal);

        var text = stored.Content.Text();
        var changed = await SendAsync("en", text.Replace($"\"year\":{stored.Year}", $"\"year\":{stored.Year - 5}", StringComparison.Ordinal).Bytes(), stored.Sha256);
        Assert.Equal("This is not the published file", changed.TextAt("main .notice h2"));
        Assert.Contains("the file is not one that this programme published", changed.Text, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "Tệp bị sửa: từng chỗ khác trong bảng, bằng cả hai thứ tiếng")]
    public async Task A_changed_file_is_refused_with_each_place_in_a_table()
    {
        var changed = Small.With("\"score\":\"84.17\"", "\"score\":\"94.17\"").With("\"product\":\"Khóa cửa\"", "\"product\":\"Kho\u0301a cửa\"").With("\"topCount\":2", "\"topCount\":2,\"<b>\":null");
        var page = await SendAsync("vi", changed);
        Assert.Equal("Tệp này không đúng", page.TextAt("main .notice.wrong h2"));
        Assert.Contains("Có 3 chỗ không đúng.", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            [
                "$.nominations[1].product \"Kho\u0301a cửa\", viết bằng ký tự rời cùng đoạn chữ ấy, viết bằng ký tự dựng sẵn (Unicode NFC)",
                "$.result.ranked[0].score \"94.17\" \"84.17\"",
                "$.rules[\"<b>\"] null không có gì",
            ],
            page.TextsAt("main table.differences tbody tr").Order(StringComparer.Ordinal));
        Assert.Equal("1 2025-001 Máy biến áp Công ty 0100100001 84,17", page.TextsAt("main table:not(.differences) tbody tr")[0]);

        // What no year could have: nothing is computed from it.
        var impossible = await SendAsync("en", Small.With("\"c1\":\"48.5\"", "\"c1\":\"61\""));
        Assert.Equal(["$.sheets[1].marks.c1 \"61\" a mark from 0 to 60 in steps of 0.5"], impossible.TextsAt("main table tbody tr"));
    }

    [Fact(DisplayName = "Nhiều chỗ khác: hai trăm chỗ đầu, và có bao nhiêu")]
    public async Task Of_many_differences_the_first_are_shown_with_their_number()
    {
        var text = Small.Text().Replace("\"ties\":[", "\"ties\":[" + string.Concat(Enumerable.Repeat("{\"minutes\":\"\",\"order\":[9],\"reason\":\"\"},", 900)), StringComparison.Ordinal);
        var page = await SendAsync("vi", text.Bytes());
        Assert.Equal("Những chỗ sai khác: 200 chỗ đầu trong 900", page.TextAt("main table.differences caption"));
        Assert.Equal(VerifyModel.MostShown, page.TextsAt("main table.differences tbody tr").Count);
    }

    [Fact(DisplayName = "Tệp không phải bản chốt: một câu nói vì sao, với chỗ; không có tệp hay quá lớn: nói rõ")]
    public async Task What_is_no_snapshot_is_told_in_a_sentence()
    {
        var page = await SendAsync("vi", Small.With("\"year\":2025", "\"year\":\"2025\""));
        Assert.Equal((HttpStatusCode.OK, "Tệp này không phải bản chốt có thể kiểm tra"), (page.Status, page.TextAt("main section h2")));
        Assert.Equal(["Kết quả 2025.json", "Ở đây phải là một số.", "$.year"], page.TextsAt("main section dd"));

        page = await SendAsync("en", SampleFiles.Pdf("điểm"));
        Assert.Equal(["Kết quả 2025.json", "The file is no snapshot: it is no JSON from line 1, byte 1 on."], page.TextsAt("main section dd"));

        page = await SendAsync("vi", null);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("Chưa kiểm tra được gì.", page.TextAt("#errors strong"));
        Assert.Equal("#Input-File", page.At("#errors a").GetAttribute("href"));

        page = await SendAsync("vi", new byte[(VerifyModel.MostMegabytes << 20) + 1]);
        Assert.Equal(["Tệp lớn hơn 16 MB."], page.Errors);
    }

    [Fact(DisplayName = "Trang chủ và chân trang dẫn tới trang kiểm tra")]
    public async Task The_start_page_and_every_footer_lead_here()
    {
        var visitor = app.Visitor();
        Assert.NotEmpty((await visitor.OpenAsync("/")).Document.QuerySelectorAll("main a[href='/verify']"));
        Assert.NotEmpty((await visitor.OpenAsync("/account/sign-in")).Document.QuerySelectorAll("footer a[href='/verify']"));
    }

    [Fact(DisplayName = "Gửi quá nhiều tệp trong một phút thì phải chờ; xem trang thì không")]
    public async Task Too_many_files_in_a_minute_have_to_wait()
    {
        using var own = new TestApp();
        var visitor = own.Visitor();
        var form = (await visitor.OpenAsync("/verify")).Form("main form");
        var answers = new List<HttpStatusCode>();
        for (var sent = 0; sent < 21; sent++)
        {
            answers.Add((await visitor.UploadAsync(form, "Input.File", [new ChosenFile("a.json", "{}"u8.ToArray(), "application/json")])).Status);
        }

        Assert.Equal(Enumerable.Repeat(HttpStatusCode.OK, 20).Append(HttpStatusCode.TooManyRequests), answers);
        Assert.Equal(HttpStatusCode.OK, (await visitor.OpenAsync("/verify")).Status);
    }

    private async Task<Page> SendAsync(string language, byte[]? file, string? hash = null)
    {
        var visitor = app.Visitor(language);
        var page = await visitor.OpenAsync("/verify");
        ChosenFile[] files = file is null ? [] : [new ChosenFile("Kết quả 2025.json", file, "application/json")];
        return await visitor.UploadAsync(page.Form("main form"), "Input.File", files, null, ("Input.Hash", hash ?? ""));
    }
}
