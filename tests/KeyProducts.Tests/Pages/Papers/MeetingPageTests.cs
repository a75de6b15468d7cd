using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages;

/// <summary>Recording the council's meeting.</summary>
public sealed class MeetingPageTests : IAsyncLifetime, IDisposable
{
    private const string Home = "/programmes/2025/meeting";

    private readonly TestApp app = new();

    public Task InitializeAsync() => app.ChangeAsync(db => db.Database.ExecuteSqlRawAsync(
        "DELETE FROM MeetingAbsence; DELETE FROM Meetings; UPDATE Programmes SET Stage = 'Deliberation' WHERE Year = 2025"));

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_meeting_is_recorded_its_minutes_follow_and_the_history_names_who_was_absent()
    {
        var officer = await app.SignedInAsync("officer", "en");
        var page = await officer.OpenAsync(Home);
        var absent = page.At("label:has(input[name='Input.Absent']) ~ input[aria-label*='Bùi Khắc Trữ']").GetAttribute("name")!;
        var key = absent[(absent.IndexOf('[', StringComparison.Ordinal) + 1)..^1];
        var mark = await app.HistoryMarkAsync();
        var minutes = await officer.SubmitAsync(
            page, ("Input.HeldOn", "2025-10-06"), ("Input.From", "08:30"), ("Input.Until", "11:05"), ("Input.Place", "Hội trường Đế Ưu"), ("Input.LeastPresent", "7"), ("Input.Absent", key), (absent, "Ốm"));

        Assert.Contains("The meeting is recorded.", minutes.Text, StringComparison.Ordinal);
        var paper = minutes.TextAt("article.paper");
        Assert.Contains("08 giờ 30 ngày 06 tháng 10 năm 2025", paper, StringComparison.Ordinal);
        Assert.Contains("Bùi Khắc Trữ, TS., chuyên gia vật liệu, Trường đại học kỹ thuật (minh hoạ) – Ủy viên Hội đồng (lý do: Ốm)", paper, StringComparison.Ordinal);
        Assert.Single(await app.HistorySinceAsync(mark), entry => entry.Kind == nameof(CouncilMeeting));
        var history = (await officer.OpenAsync("/history")).Text;
        Assert.Contains("Bùi Khắc Trữ (Ốm)", history, StringComparison.Ordinal);
        Assert.Contains("Nguyễn Thị Hồng Vượng", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_few_members_are_refused_at_the_field_and_nothing_typed_is_lost()
    {
        var officer = await app.SignedInAsync("officer", "en");
        var page = await officer.OpenAsync(Home);
        var refused = await officer.SubmitAsync(page, ("Input.HeldOn", "2025-10-06"), ("Input.From", "08:30"), ("Input.Place", "Hội trường"), ("Input.LeastPresent", "12"), ("Input.Discussion", "Ý kiến dài"));
        Assert.Equal((HttpStatusCode.BadRequest, "The members who must be present are between 1 and 9."), (refused.Status, refused.TextAt("#Input-LeastPresent-error")));
        Assert.Equal(("08:30", "Ý kiến dài"), (refused.ValueOf("Input.From"), refused.ValueOf("Input.Discussion")));
        Assert.Equal(0, await app.ReadAsync(db => db.Meetings.CountAsync(meeting => db.Programmes.Any(year => year.Id == meeting.ProgrammeId && year.Year == 2025))));
    }

    [Fact]
    public async Task An_auditor_reads_the_minutes_and_records_no_meeting()
    {
        var auditor = await app.SignedInAsync("auditor", "en");
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.OpenAsync(Home)).Status);
        Assert.Empty((await auditor.OpenAsync("/programmes/2025/papers")).Document.QuerySelectorAll("a[href$='/meeting']"));
    }
}
