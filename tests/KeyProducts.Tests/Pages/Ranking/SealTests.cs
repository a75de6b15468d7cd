using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages;

/// <summary>The seal on a year's marks, and what the council says of marks that lie apart.</summary>
public sealed class SealTests : IAsyncLifetime, IDisposable
{
    private const string Home = "/programmes/2030";

    private readonly TestApp app = new();

    public async Task InitializeAsync()
    {
        await SealedYear.AddAsync(app);
        await SealedYear.MarkAsync(app);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Two_different_people_open_the_marks_each_with_their_own_sign_in_and_the_history_says_who()
    {
        var officer = await app.SignedInAsync("officer", "en");
        Assert.Contains("The marks can be opened when judging is over.", (await officer.OpenAsync($"{Home}/seal")).Text, StringComparison.Ordinal);
        await SealedYear.CloseAsync(app);
        Assert.Contains("The marks are still sealed; two people must open them.", (await officer.OpenAsync(Home)).Text, StringComparison.Ordinal);
        var mark = await app.HistoryMarkAsync();

        var refused = await officer.SubmitAsync(await officer.OpenAsync($"{Home}/seal"), ("Input.Password", "not-the-password-1"));
        Assert.Equal((HttpStatusCode.BadRequest, "The password is wrong."), (refused.Status, refused.TextAt("#Input-Password-error")));

        var first = await officer.SubmitAsync(refused, ("Input.Password", Seeding.Password));
        Assert.Contains("Your key is turned. The marks open when a second person turns theirs.", first.Text, StringComparison.Ordinal);
        Assert.Empty(first.Document.QuerySelectorAll("[name='Input.Password']"));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync($"{Home}/ranking")).Status);

        var admin = await app.SignedInAsync("admin", "en");
        var second = await admin.SubmitAsync(await admin.OpenAsync($"{Home}/seal"), ("Input.Password", Seeding.Password));
        Assert.Contains("The marks of 2030 are open.", second.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await officer.OpenAsync($"{Home}/ranking")).Status);

        var entries = (await app.HistorySinceAsync(mark)).Where(entry => entry.Kind == nameof(Programme)).ToList();
        Assert.Equal(["Đinh Thị Hữu Hạnh", "Ngô Văn Quản"], entries.Select(entry => entry.UserName));
        var history = await admin.OpenAsync("/history?year=2030");
        Assert.Contains("key of the seal added: Ngô Văn Quản", history.Text, StringComparison.Ordinal);
        Assert.Contains("marks opened at", history.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_first_key_can_be_taken_back_and_an_auditor_turns_none()
    {
        await SealedYear.CloseAsync(app);
        var officer = await app.SignedInAsync("officer", "en");
        var turned = await officer.SubmitAsync(await officer.OpenAsync($"{Home}/seal"), ("Input.Password", Seeding.Password));
        var back = await officer.SubmitAsync(turned.Form("form[action*='handler=TakeBack']"));
        Assert.Contains("Nobody has turned a key yet.", back.Text, StringComparison.Ordinal);

        var auditor = await app.SignedInAsync("auditor", "en");
        var page = await auditor.OpenAsync($"{Home}/seal");
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        Assert.Equal(0, await app.ReadAsync(db => db.Programmes.Where(one => one.Year == 2030).SelectMany(one => one.SealOpenings).CountAsync()));
    }

    [Fact]
    public async Task A_sealed_year_does_not_go_on_to_consultation()
    {
        await SealedYear.CloseAsync(app);
        var officer = await app.SignedInAsync("officer", "en");
        var page = await officer.OpenAsync($"{Home}/move");
        Assert.Contains("The marks are still sealed; two people must open them.", page.Text, StringComparison.Ordinal);
        var year = await app.ReadAsync(db => db.Programmes.SingleAsync(one => one.Year == 2030));
        Assert.Throws<RuleException>(() => year.Advance(ProgrammeCounts.None, "Vẫn đi tiếp"));
    }

    [Fact]
    public async Task A_judge_reads_the_marks_of_others_only_as_the_year_says_never_sealed_and_never_when_recused()
    {
        var judge = await app.SignedInAsync("judge3");
        Assert.Equal(HttpStatusCode.NotFound, (await judge.OpenAsync($"{Home}/judging/1/council")).Status);

        await OpenAsync();
        Assert.Contains((await judge.OpenAsync($"{Home}/judging/1")).Document.QuerySelectorAll("main a"), link => link.GetAttribute("href") == $"{Home}/judging/1/council");
        var marks = await judge.OpenAsync($"{Home}/judging/1/council");
        Assert.Equal(HttpStatusCode.OK, marks.Status);
        Assert.Contains("Nguyễn Thị Hồng Vượng", marks.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Xếp hạng", marks.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAsync("judge2")).OpenAsync($"{Home}/judging/1/council")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignedInAsync("judge2")).OpenAsync($"{Home}/judging/2/council")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAsync("judge4")).OpenAsync($"{Home}/judging/1/council")).Status);
    }

    [Fact]
    public async Task The_spread_flags_a_nomination_the_discussion_is_recorded_and_a_judge_changes_marks_as_a_new_version_with_a_reason_and_the_delta_is_shown()
    {
        await OpenAsync();
        var officer = await app.SignedInAsync("officer", "en");
        var list = await officer.OpenAsync($"{Home}/moderation");
        Assert.Contains("2 products are to be discussed.", list.Text, StringComparison.Ordinal);
        var judge = await app.SignedInAsync("judge1", "en");
        Assert.Equal(HttpStatusCode.NotFound, (await judge.OpenAsync($"{Home}/judging/2/rescore")).Status);

        var page = await officer.OpenAsync($"{Home}/moderation/2");
        var refused = await officer.SubmitAsync(page, ("Input.Text", " "));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        var recorded = await officer.SubmitAsync(refused, ("Input.Text", "Hội đồng thảo luận về chất lượng."));
        Assert.Contains("The discussion is recorded.", recorded.Text, StringComparison.Ordinal);
        Assert.Contains("1 products are to be discussed.", (await officer.OpenAsync($"{Home}/moderation")).Text, StringComparison.Ordinal);

        Assert.Contains((await judge.OpenAsync($"{Home}/judging/2")).Document.QuerySelectorAll("main a"), link => link.GetAttribute("href") == $"{Home}/judging/2/rescore");
        var form = await judge.OpenAsync($"{Home}/judging/2/rescore");
        Assert.Contains("Hội đồng thảo luận về chất lượng.", form.Text, StringComparison.Ordinal);
        var name = form.Document.QuerySelector("input[name^='Input.Marks']")!.GetAttribute("name")!;
        Assert.Equal("Give the reason.", (await judge.SubmitAsync(form, (name, "1.11"))).TextAt("#Input-Reason-error"));
        var wrong = await judge.SubmitAsync(form, (name, "99"), ("Input.Reason", "Đọc lại"));
        Assert.Equal((HttpStatusCode.BadRequest, "99"), (wrong.Status, wrong.ValueOf(name)));
        var before = decimal.Parse(form.ValueOf(name), System.Globalization.CultureInfo.InvariantCulture);
        var done = await judge.SubmitAsync(wrong, (name, "1.11"), ("Input.Reason", "Đọc lại báo cáo thử nghiệm"));
        Assert.Contains("Your changed marks are submitted as version 2.", done.Text, StringComparison.Ordinal);

        var shown = await officer.OpenAsync($"{Home}/moderation/2");
        Assert.Contains($"{before:0.##} → 1.11", shown.Text, StringComparison.Ordinal);
        Assert.Contains($"(−{before - 1.11m:0.##})", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Đọc lại báo cáo thử nghiệm", shown.Text, StringComparison.Ordinal);
    }

    private async Task OpenAsync()
    {
        await SealedYear.CloseAsync(app);
        await app.ChangeAsync(async db =>
        {
            var year = await db.Programmes.Include(one => one.SealOpenings).SingleAsync(one => one.Year == 2030);
            year.OpenSeal(Officers.Hoa, app.Clock.Now.UtcDateTime);
            year.OpenSeal(Officers.Thang, app.Clock.Now.UtcDateTime);
        });
    }
}
