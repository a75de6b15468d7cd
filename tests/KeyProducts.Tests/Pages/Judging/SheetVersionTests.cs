using System.Net;
using KeyProducts.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Judging;

/// <summary>Every submission of a sheet is kept, and read by its judge and by those who see the year's marks.</summary>
public sealed class SheetVersionTests : IDisposable
{
    private const string Sheet = "/programmes/2026/judging/1";
    private const string OfStaff = "/programmes/2026/nominations/1/sheets/versions";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_sheet_that_was_opened_again_is_submitted_with_a_reason_when_its_marks_differ_and_both_versions_stay()
    {
        var judge = await app.SignedInAsync("judge2");
        var officer = await app.SignedInAsync("officer");
        await ReopenAsync(officer);
        var page = await judge.OpenAsync(Sheet);
        var first = page.At("#criterion-1 [data-mark]");
        var before = decimal.Parse(first.GetAttribute("value")!, new System.Globalization.CultureInfo("vi"));
        var after = before >= 1 ? before - 1 : before + 1;
        await judge.SubmitAsync(page, (first.GetAttribute("name")!, $"{after}"));

        var asked = await judge.OpenAsync(Sheet + "/submit");
        var refused = await judge.SubmitAsync(asked);
        Assert.Equal((HttpStatusCode.BadRequest, "Hãy nêu lý do."), (refused.Status, Assert.Single(refused.Errors)));
        var mark = await app.HistoryMarkAsync();
        var done = await judge.SubmitAsync(refused, ("Input.Reason", "Đọc lại số liệu Đ Ế Ữ"));
        Assert.Equal((HttpStatusCode.OK, Sheet), (done.Status, done.Address));
        Assert.Contains("Đọc lại số liệu Đ Ế Ữ", (await app.HistorySinceAsync(mark)).Select(entry => entry.Reason));

        var versions = await judge.OpenAsync(done.At("a[href$='/versions']").GetAttribute("href")!);
        Assert.Equal(["Phiên bản 2 Trực tuyến", "Phiên bản 1 Trực tuyến"], versions.TextsAt("section h3"));
        Assert.Contains("Đọc lại số liệu Đ Ế Ữ", versions.TextAt("section:first-of-type"), StringComparison.Ordinal);
        Assert.Equal([$"{before:0.##}".Replace('.', ','), $"{after:0.##}".Replace('.', ','), after > before ? "+1" : "−1"], versions.TextsAt("tr.changed td.number"));

        // Staff read the same; who is not to see the marks finds nothing there.
        var read = await officer.OpenAsync(OfStaff);
        Assert.Contains("Đọc lại số liệu Đ Ế Ữ", read.Text, StringComparison.Ordinal);
        Assert.Equal(OfStaff, (await officer.OpenAsync("/programmes/2026/nominations/1/sheets")).At("a[href$='/sheets/versions']").GetAttribute("href"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAsync("auditor")).OpenAsync(OfStaff)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await judge.OpenAsync(OfStaff)).Status);
        Assert.DoesNotContain("Đọc lại số liệu", (await (await app.SignedInAsync("judge1")).OpenAsync(Sheet + "/versions")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_marks_again_need_no_reason()
    {
        var judge = await app.SignedInAsync("judge2");
        await ReopenAsync(await app.SignedInAsync("officer"));

        var asked = await judge.OpenAsync(Sheet + "/submit");
        Assert.Null(asked.Document.QuerySelector("[name='Input.Reason']"));
        Assert.Equal(HttpStatusCode.OK, (await judge.SubmitAsync(asked)).Status);
        Assert.Equal(2, (await judge.OpenAsync(Sheet + "/versions")).TextsAt("section h3").Count);
    }

    [Fact]
    public async Task A_sheet_never_submitted_has_no_version()
    {
        var judge = await app.SignedInAsync("judge1");
        var page = await judge.OpenAsync("/programmes/2026/judging/14");
        await judge.SubmitAsync(page, (page.At("[data-mark]").GetAttribute("name")!, "7"));
        Assert.Equal(HttpStatusCode.OK, (await judge.OpenAsync("/programmes/2026/judging/14/versions")).Status);
        Assert.Empty((await judge.OpenAsync("/programmes/2026/judging/14/versions")).TextsAt("section"));
        Assert.Null((await judge.OpenAsync("/programmes/2026/judging/14")).Document.QuerySelector("a[href$='/versions']"));
    }

    private async Task ReopenAsync(Visitor officer)
    {
        var key = await app.ReadAsync(async db =>
        {
            var user = await db.FindByEmailAsync("judge2@demo.local");
            return (await db.Judges.SingleAsync(one => one.UserId == user.Id && db.Programmes.Any(year => year.Id == one.ProgrammeId && year.Year == 2026))).Id;
        });
        var page = await officer.OpenAsync($"/programmes/2026/progress/1/{key}");
        Assert.Equal(HttpStatusCode.OK, (await officer.SubmitAsync(page, ("Input.Reason", "Nhập nhầm"))).Status);
    }
}
