using System.Data.Common;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages;

/// <summary>Two people freeze a result, a correction is a new snapshot, and what is published never moves.</summary>
public sealed class FinaliseTests : IDisposable
{
    private const string Home = "/programmes/2025";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Two_people_finalise_with_their_own_passwords_the_history_says_who_and_the_year_goes_on()
    {
        await OpenYear2030Async();
        var officer = await app.SignedInAsync("officer", "en");
        Assert.Contains("The result is not finalised yet; two people must do it.", (await officer.OpenAsync("/programmes/2030/move")).Text, StringComparison.Ordinal);
        var mark = await app.HistoryMarkAsync();
        var page = await officer.OpenAsync("/programmes/2030/ranking/finalise");
        var announced = page.TextAt("code.hash");

        var refused = await officer.SubmitAsync(page, ("Input.Password", "not-the-password-1"));
        Assert.Equal((HttpStatusCode.BadRequest, "The password is wrong."), (refused.Status, refused.TextAt("#Input-Password-error")));
        var forward = await officer.SubmitAsync(refused, ("Input.Password", Seeding.Password));
        Assert.Contains("You have put this result forward yourself.", forward.Text, StringComparison.Ordinal);
        Assert.Empty(forward.Document.QuerySelectorAll("form[action*='handler=Confirm']"));
        Assert.Equal(announced, forward.TextAt("code.hash"));

        var admin = await app.SignedInAsync("admin", "en");
        var second = await admin.OpenAsync("/programmes/2030/ranking/finalise");
        var final = await admin.SubmitAsync(second.Form("form[action*='handler=Confirm']"), null, ("Input.Password", Seeding.Password));
        Assert.Contains("The result is final: snapshot no. 1.", final.Text, StringComparison.Ordinal);
        Assert.Contains("Ngô Văn Quản", final.Text, StringComparison.Ordinal);

        var file = await BytesAsync(officer, "/programmes/2030/ranking/snapshots/1");
        Assert.Equal(announced, Convert.ToHexStringLower(SHA256.HashData(file)));
        Assert.Empty(SnapshotCheck.Of(file).Differences);
        Assert.DoesNotContain("Nguyễn Thị Hồng Vượng", Encoding.UTF8.GetString(file), StringComparison.Ordinal);

        Assert.Equal(
            [("Đinh Thị Hữu Hạnh", nameof(SnapshotProposal)), ("Ngô Văn Quản", nameof(Snapshot)), ("Ngô Văn Quản", nameof(SnapshotProposal))],
            (await app.HistorySinceAsync(mark)).Where(entry => entry.Kind is nameof(Snapshot) or nameof(SnapshotProposal)).Select(entry => (entry.UserName, entry.Kind)).OrderBy(one => one.Item1).ThenBy(one => one.Kind));
        var move = await officer.OpenAsync("/programmes/2030/move");
        await officer.SubmitAsync(move);
        Assert.Equal(Stage.Consultation, await app.ReadAsync(db => db.Programmes.Where(one => one.Year == 2030).Select(one => one.Stage).SingleAsync()));
    }

    [Fact]
    public async Task What_changes_between_the_two_people_has_to_be_put_forward_again()
    {
        await OpenYear2030Async();
        var officer = await app.SignedInAsync("officer", "en");
        await officer.SubmitAsync(await officer.OpenAsync("/programmes/2030/ranking/finalise"), ("Input.Password", Seeding.Password));
        var admin = await app.SignedInAsync("admin", "en");
        var seen = await admin.OpenAsync("/programmes/2030/ranking/finalise");
        await app.ChangeAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE Mark SET Points = Points - 1 WHERE Id = (SELECT m.Id FROM Mark m JOIN Sheets s ON s.Id = m.SheetId JOIN Nominations n ON n.Id = s.NominationId JOIN Programmes p ON p.Id = n.ProgrammeId WHERE p.Year = 2030 AND n.Number = 2 AND s.SubmittedAt IS NOT NULL LIMIT 1)"));

        var refused = await admin.SubmitAsync(seen.Form("form[action*='handler=Confirm']"), null, ("Input.Password", Seeding.Password));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("The result has changed since it was put forward.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.ReadAsync(db => db.Snapshots.CountAsync(one => db.Programmes.Any(year => year.Id == one.ProgrammeId && year.Year == 2030))));
        await admin.SubmitAsync(refused.Form("form[action*='handler=TakeBack']"));
        Assert.Contains("Put the result forward", (await admin.OpenAsync("/programmes/2030/ranking/finalise")).Text, StringComparison.Ordinal);

        // Another result is put forward behind the back of the second person, whose page still shows the first one.
        await officer.SubmitAsync(await officer.OpenAsync("/programmes/2030/ranking/finalise"), ("Input.Password", Seeding.Password));
        refused = await admin.SubmitAsync(seen.Form("form[action*='handler=Confirm']"), null, ("Input.Password", Seeding.Password));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("The result has changed while you looked at it. Look at it again.", refused.Text, StringComparison.Ordinal);
        // What the page shows now is what is confirmed.
        var final = await admin.SubmitAsync(refused.Form("form[action*='handler=Confirm']"), null, ("Input.Password", Seeding.Password));
        Assert.Contains("The result is final: snapshot no. 1.", final.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tie_across_the_line_blocks_finalising_until_the_decision_is_recorded_and_the_correction_names_what_it_replaces_and_why()
    {
        await app.ChangeAsync(EqualScores.AtTheLineOf2025Async);
        var officer = await app.SignedInAsync("officer", "en");
        var blocked = await officer.OpenAsync($"{Home}/ranking/finalise");
        Assert.Contains("Equal scores at the edge of the top wait for a decision of the council.", blocked.Text, StringComparison.Ordinal);
        Assert.Empty(blocked.Document.QuerySelectorAll("main form"));
        Assert.Contains("Equal scores at the edge of the top wait for a decision of the council.", (await officer.OpenAsync($"{Home}/move")).Text, StringComparison.Ordinal);

        var tie = await officer.OpenAsync($"{Home}/ranking/tie");
        await officer.SubmitAsync(tie, ("Input.Places[0].At", "1"), ("Input.Places[1].At", "2"), ("Input.Places[2].At", "3"), ("Input.Reason", "Ưu tiên xuất khẩu"), ("Input.Minutes", "BB 15/11"));
        var ready = await officer.OpenAsync($"{Home}/ranking/finalise");
        Assert.Contains("What is stored now differs from snapshot no. 1.", ready.Text, StringComparison.Ordinal);

        var unsaid = await officer.SubmitAsync(ready, ("Input.Password", Seeding.Password));
        Assert.Equal((HttpStatusCode.BadRequest, "Give the reason for the correction."), (unsaid.Status, unsaid.TextAt("#Input-Reason-error")));
        await officer.SubmitAsync(unsaid, ("Input.Reason", "Nhập sai phiếu số 19"), ("Input.Password", Seeding.Password));
        var admin = await app.SignedInAsync("admin", "en");
        await admin.SubmitAsync((await admin.OpenAsync($"{Home}/ranking/finalise")).Form("form[action*='handler=Confirm']"), null, ("Input.Password", Seeding.Password));

        var snapshots = await app.ReadAsync(db => db.Snapshots.Where(one => db.Programmes.Any(year => year.Id == one.ProgrammeId && year.Year == 2025)).OrderBy(one => one.Number).ToListAsync());
        Assert.Equal((2, snapshots[0].Sha256, "Nhập sai phiếu số 19"), (snapshots[1].Number, snapshots[1].Replaces, snapshots[1].Reason));
        var content = SnapshotFormat.Read(snapshots[1].Content);
        Assert.Equal((snapshots[0].Sha256, "Nhập sai phiếu số 19"), (content.Replaces, content.Reason));
        Assert.Empty(SnapshotCheck.Of(snapshots[0].Content).Differences);
        Assert.Empty(SnapshotCheck.Of(snapshots[1].Content).Differences);
        var list = await officer.OpenAsync($"{Home}/ranking/snapshots");
        Assert.Contains("Nhập sai phiếu số 19", list.Text, StringComparison.Ordinal);
        Assert.Contains("The result is final: snapshot no. 2.", (await officer.OpenAsync($"{Home}/ranking/finalise")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_result_comes_from_its_snapshot_and_says_so_whatever_is_stored_later()
    {
        var officer = await app.SignedInAsync("officer", "en");
        var hash = await app.ReadAsync(db => db.Snapshots.Where(one => db.Programmes.Any(year => year.Id == one.ProgrammeId && year.Year == 2025)).Select(one => one.Sha256).SingleAsync());
        var before = await officer.OpenAsync($"{Home}/ranking");
        await app.ChangeAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE Mark SET Points = 0; UPDATE Nominations SET Product_Vietnamese = 'Tên mới'; UPDATE Programmes SET Rules_PassMark = 0"));

        var ranking = await officer.OpenAsync($"{Home}/ranking");
        Assert.Equal(Rows(before), Rows(ranking));
        Assert.Contains(hash, ranking.Text, StringComparison.Ordinal);
        Assert.Contains(hash, (await officer.OpenAsync($"{Home}/recognition")).Text, StringComparison.Ordinal);
        foreach (var address in new[] { $"{Home}/ranking/csv", $"{Home}/recognition/csv", $"{Home}/nominations/20/sheets/csv" })
        {
            Assert.Contains(hash, Encoding.UTF8.GetString(await BytesAsync(officer, address)), StringComparison.Ordinal);
        }

        var made = await officer.OpenAsync($"{Home}/ranking/snapshots");
        Assert.Contains("xep-hang-2025.csv", made.Text, StringComparison.Ordinal);
        Assert.Contains("san-pham-cong-nghiep-chu-luc-2025.csv", made.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_can_be_neither_changed_nor_deleted_whatever_program_writes()
    {
        foreach (var statement in new[] { "UPDATE Snapshots SET Reason = 'x'", "UPDATE Snapshots SET Content = Content", "DELETE FROM Snapshots" })
        {
            var refusal = await Assert.ThrowsAnyAsync<DbException>(() => app.ChangeAsync(db => db.Database.ExecuteSqlRawAsync(statement)));
            Assert.Contains("A snapshot never changes.", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_auditor_reads_and_finalises_nothing_a_judge_and_a_sealed_year_see_no_page()
    {
        await OpenYear2030Async();
        var officer = await app.SignedInAsync("officer");
        await officer.SubmitAsync(await officer.OpenAsync("/programmes/2030/ranking/finalise"), ("Input.Password", Seeding.Password));
        var auditor = await app.SignedInAsync("auditor", "en");
        var page = await auditor.OpenAsync("/programmes/2030/ranking/finalise");
        Assert.Contains("Put forward, not yet final", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedInAsync("judge1")).OpenAsync($"{Home}/ranking/finalise")).Status);
        await app.ChangeAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE Programmes SET SealOpenedAt = NULL WHERE Year = 2030"));
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.OpenAsync("/programmes/2030/ranking/finalise")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.OpenAsync("/programmes/2030/ranking/snapshots")).Status);
    }

    private static async Task<byte[]> BytesAsync(Visitor visitor, string address) => await (await visitor.GetAsync(address)).Content.ReadAsByteArrayAsync();

    private static string Rows(Page page) => string.Join('\n', page.Document.QuerySelectorAll("main tbody tr").Select(row => row.TextContent.Trim()));

    private async Task OpenYear2030Async()
    {
        await SealedYear.AddAsync(app);
        await SealedYear.MarkAsync(app);
        await app.ChangeAsync(db => SealedYear.FinishAsync(db, SealedYear.Year, app.Clock.Now.UtcDateTime));
    }
}
