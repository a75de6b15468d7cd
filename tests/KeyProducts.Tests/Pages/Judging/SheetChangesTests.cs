using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Operation;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Judging;

/// <summary>What a script sends of a sheet while somebody types, and what it is told.</summary>
public sealed class SheetChangesTests : IDisposable
{
    private const string Sheet = "/programmes/2026/judging/14";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_mark_is_saved_by_itself_and_the_answer_says_when_and_what()
    {
        var judge = await app.SignedInAsync("judge1");
        var page = await judge.OpenAsync(Sheet);
        var (first, second) = (Mark(page, 1), Mark(page, 2));
        var mark = await app.HistoryMarkAsync();

        var answer = await SendAsync(judge, page, (first, "", "7.5"));
        Assert.Equal(("Đã lưu 10:00:00", "Bản nháp – CHƯA NỘP.", "7,5"), (Text(answer, "saved"), Text(answer, "draft"), Text(answer, "total")));
        Assert.Equal(("saved", "7,5", null), Field(answer, first));
        Assert.Equal("7,5", answer.GetProperty("marks").GetProperty(first).GetString());
        Assert.Equal("", answer.GetProperty("marks").GetProperty(second).GetString());
        var entry = Assert.Single(await app.HistorySinceAsync(mark));
        Assert.Equal(("ScoreSheet", AuditAct.Added), (entry.Kind, entry.Act));

        app.Clock.Now = app.Clock.Now.AddMinutes(1);
        answer = await SendAsync(judge, page, (second, "", "12"));
        Assert.Equal(("Đã lưu 10:01:00", "19,5"), (Text(answer, "saved"), Text(answer, "total")));
        Assert.Equal("19,5", (await judge.OpenAsync(Sheet)).TextAt("[data-total]"));
    }

    [Fact]
    public async Task Saved_marks_and_conflicts_are_counted_for_the_operator()
    {
        // Other tests save marks meanwhile: what is counted is at least this.
        var counted = new ConcurrentDictionary<string, long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == Meters.Name)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => counted.AddOrUpdate(instrument.Name, value, (_, before) => before + value));
        listener.Start();

        var judge = await app.SignedInAsync("judge1");
        var page = await judge.OpenAsync(Sheet);
        await SendAsync(judge, page, (Mark(page, 1), "", "7"), (Mark(page, 2), "", "9"));
        await SendAsync(judge, page, (Mark(page, 1), "", "8"));
        Assert.InRange(counted["keyproducts.marks.saved"], 2, long.MaxValue);
        Assert.InRange(counted["keyproducts.conflicts"], 1, long.MaxValue);
    }

    [Theory]
    [InlineData("vi", "11", "Điểm phải từ 0 đến 10.")]
    [InlineData("en", "7.3", "Marks go in steps of 0.5.")]
    [InlineData("en", "bảy", "“bảy” is not a number.")]
    public async Task A_wrong_mark_is_refused_with_a_sentence_and_keeps_no_other_from_being_saved(string language, string typed, string sentence)
    {
        var judge = await app.SignedInAsync("judge1", language);
        var page = await judge.OpenAsync(Sheet);

        var answer = await SendAsync(judge, page, (Mark(page, 1), "", typed), (Mark(page, 2), "", "12"));

        Assert.Equal(("refused", "", sentence), Field(answer, Mark(page, 1)));
        Assert.Equal("saved", Field(answer, Mark(page, 2)).State);
        Assert.Equal("12", Text(answer, "total"));
    }

    [Fact]
    public async Task What_another_window_stored_meanwhile_is_not_touched_and_told_with_its_time()
    {
        var judge = await app.SignedInAsync("judge1", "en");
        var page = await judge.OpenAsync(Sheet);
        var (first, second) = (Mark(page, 1), Mark(page, 2));
        await SendAsync(judge, page, (first, "", "7"), (second, "", "9"));
        app.Clock.Now = app.Clock.Now.AddMinutes(1);

        var answer = await SendAsync(judge, page, (first, "", "8"), (second, "9", "10"));
        Assert.Equal(("conflict", "7", "Another window or device saved 7 at 22/11/2026 10:00:00; you typed 8."), Field(answer, first));
        Assert.Equal("saved", Field(answer, second).State);
        Assert.Equal("17", Text(answer, "total"));

        // The writer has seen it and keeps their own; sent twice, because the first answer was lost, it is still no conflict.
        Assert.Equal("saved", Field(await SendAsync(judge, page, (first, "7", "8")), first).State);
        Assert.Equal("saved", Field(await SendAsync(judge, page, (first, "7", "8")), first).State);

        answer = await SendAsync(judge, page, (first, "8", ""));
        Assert.Equal(("saved", ""), (Field(answer, first).State, Field(answer, first).Stored));
        answer = await SendAsync(judge, page, (first, "8", "9"));
        Assert.Equal("Another window or device took this mark away at 22/11/2026 10:01:00; you typed 9.", Field(answer, first).Sentence);
    }

    [Fact]
    public async Task Remarks_are_saved_refused_and_compared_like_marks()
    {
        var judge = await app.SignedInAsync("judge1", "en");
        var page = await judge.OpenAsync(Sheet);
        var remark = Mark(page, 1).Replace("Marks", "Remarks", StringComparison.Ordinal);

        var answer = await SendAsync(judge, page, (remark, "", "Dòng một\r\nĐ Ế Ữ"), ("Input.Remark", "", new string('ữ', 2001)));
        Assert.Equal(("saved", "Dòng một\nĐ Ế Ữ", null), Field(answer, remark));
        Assert.Equal(("refused", "", "At most 2000 characters."), Field(answer, "Input.Remark"));

        answer = await SendAsync(judge, page, (remark, "", "khác"), ("Input.Remark", "", "Nhận xét chung"));
        Assert.Equal("conflict", Field(answer, remark).State);
        Assert.Contains("Đ Ế Ữ", Field(answer, remark).Sentence, StringComparison.Ordinal);
        Assert.Equal("saved", Field(answer, "Input.Remark").State);
        // The ends of lines are the browser's business.
        Assert.Equal("saved", Field(await SendAsync(judge, page, (remark, "Dòng một\r\nĐ Ế Ữ", "Dòng hai")), remark).State);
    }

    [Fact]
    public async Task After_the_deadline_nothing_is_saved_and_a_judge_with_more_time_goes_on()
    {
        var judge = await app.SignedInAsync("judge1");
        var page = await judge.OpenAsync(Sheet);
        var last = await app.ReadAsync(async db => (await db.Programmes.SingleAsync(one => one.Year == 2026)).Dates.JudgingUntil!.Value);
        app.Clock.Now = new DateTimeOffset(HanoiTime.EndOf(last));
        judge = await app.SignedInAsync("judge1");
        page = await judge.OpenAsync("/judging");
        var before = await app.StateAsync();

        var answer = await SendAsync(judge, await OpenedInTimeAsync(judge), (await FirstMarkAsync(), "", "7"));
        Assert.StartsWith("Việc chấm điểm đã kết thúc", Text(answer, "closed"), StringComparison.Ordinal);
        Assert.Equal(before, await app.StateAsync());

        await app.ChangeAsync(async db =>
        {
            var user = await db.FindByEmailAsync("judge1@demo.local");
            var programme = await db.Programmes.SingleAsync(one => one.Year == 2026);
            (await db.Judges.SingleAsync(one => one.UserId == user.Id && one.ProgrammeId == programme.Id)).Extend(programme, last.AddDays(2), "Ốm", app.Clock.Now.UtcDateTime);
        });
        page = await judge.OpenAsync(Sheet);
        Assert.Equal("saved", Field(await SendAsync(judge, page, (Mark(page, 1), "", "7")), Mark(page, 1)).State);
    }

    [Fact]
    public async Task A_locked_sheet_takes_nothing_and_says_so()
    {
        var judge = await app.SignedInAsync("judge2");
        var page = await judge.OpenAsync("/programmes/2026/judging/1");
        Assert.Empty(page.TextsAt("[data-mark]"));
        var before = await app.StateAsync();

        var answer = await SendAsync(judge, page, "/programmes/2026/judging/1", (await FirstMarkAsync(), "", "1"));

        Assert.Equal("Phiếu này đã nộp và khóa. Thư ký có thể mở lại.", Text(answer, "closed"));
        Assert.Equal(before, await app.StateAsync());
    }

    [Fact]
    public async Task A_criterion_of_others_is_refused()
    {
        await app.ChangeAsync(async db => (await db.Sheets.Include(one => one.Marks)
                .SingleAsync(one => one.Judge.UserId == db.Users.Single(user => user.Email == "judge8@demo.local").Id && one.Nomination.Number == 35 && one.Nomination.Programme.Year == 2026))
            .Reopen(await db.Programmes.SingleAsync(one => one.Year == 2026), "Nhập nhầm", app.Clock.Now.UtcDateTime));
        var judge = await app.SignedInAsync("judge8", "en");
        var page = await judge.OpenAsync((await judge.OpenAsync("/judging")).At("main .head a.button.main").GetAttribute("href")!);
        Assert.Equal((4, 4), (page.TextsAt(".criterion").Count, page.TextsAt(".criteria-index li").Count));
        var own = page.Document.QuerySelectorAll("[data-mark]").Select(one => one.GetAttribute("name")).ToHashSet();
        var other = await app.ReadAsync(async db => (await db.Programmes.WithCriteria().SingleAsync(one => one.Year == 2026))
            .Criteria.Select(one => $"Input.Marks[{one.Id}]").First(name => !own.Contains(name)));

        var answer = await SendAsync(judge, page, page.Address, (other, "", "1"), (other.Replace("Marks", "Remarks", StringComparison.Ordinal), "", "của người khác"));

        Assert.Equal(("refused", "", "This criterion is not assigned to you."), Field(answer, other));
        Assert.Equal("refused", Field(answer, other.Replace("Marks", "Remarks", StringComparison.Ordinal)).State);
        Assert.DoesNotContain("của người khác", await app.StoredTextsAsync());
    }

    [Fact]
    public async Task Who_may_not_score_the_product_finds_nothing_and_who_has_no_token_changes_nothing()
    {
        var judge = await app.SignedInAsync("judge1");
        var page = await judge.OpenAsync(Sheet);
        using var forged = await judge.PostAsync($"{Sheet}?handler=Changes", (Mark(page, 1), "7"));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);

        await judge.SubmitAsync(await judge.OpenAsync(Sheet + "/recuse"), ("Input.Kind", "Family"), ("Input.Text", ""));
        using var gone = await PostAsync(judge, page, Sheet, [(Mark(page, 1), "", "7")]);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal(0, await app.ReadAsync(db => db.Sheets.CountAsync(one => one.Nomination.Number == 14 && one.Nomination.Programme.Year == 2026 && one.Judge.Name == "Nguyễn Thị Hồng Vượng")));
    }

    private static string Mark(Page page, int place) => page.At($"#criterion-{place} [data-mark]").GetAttribute("name")!;

    private static string? Text(JsonElement answer, string name) => answer.GetProperty(name).GetString();

    private static (string? State, string? Stored, string? Sentence) Field(JsonElement answer, string name)
    {
        var field = answer.GetProperty("fields").GetProperty(name);
        return (Text(field, "state"), Text(field, "stored"), Text(field, "sentence"));
    }

    private static Task<JsonElement> SendAsync(Visitor judge, Page page, params (string Name, string Seen, string Typed)[] fields) => SendAsync(judge, page, Sheet, fields);

    private static async Task<JsonElement> SendAsync(Visitor judge, Page page, string address, params (string Name, string Seen, string Typed)[] fields)
    {
        using var answer = await PostAsync(judge, page, address, fields);
        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    private static async Task<HttpResponseMessage> PostAsync(Visitor judge, Page page, string address, (string Name, string Seen, string Typed)[] fields)
    {
        var token = page.At("form [name=__RequestVerificationToken]").GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(fields
            .SelectMany(field => new[] { KeyValuePair.Create(field.Name, field.Typed), KeyValuePair.Create(field.Name.Replace("Input.", "Input.Seen", StringComparison.Ordinal), field.Seen) })
            .Append(KeyValuePair.Create("__RequestVerificationToken", token)));
        return await judge.PostAsync($"{address}?handler=Changes", content, "application/json");
    }

    // A page that was opened in time: its token is what the late save needs.
    private static Task<Page> OpenedInTimeAsync(Visitor judge) => judge.OpenAsync(Sheet);

    private Task<string> FirstMarkAsync() => app.ReadAsync(async db =>
        $"Input.Marks[{(await db.Programmes.WithCriteria().SingleAsync(one => one.Year == 2026)).Criteria[0].Id}]");
}
