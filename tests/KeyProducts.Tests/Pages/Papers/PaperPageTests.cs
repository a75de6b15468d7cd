using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages;

/// <summary>The papers of a year: drawn up from its data, handed out as Word and PDF, their words changed by administrators.</summary>
public sealed class PaperPageTests : IDisposable
{
    private const string Home = "/programmes/2025/papers";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData(2024)]
    [InlineData(2025)]
    public async Task Every_paper_of_2024_and_2025_is_ready_as_Word_and_PDF_and_each_download_is_in_the_history(int year)
    {
        var officer = await app.SignedInAsync("officer", "en");
        var page = await officer.OpenAsync($"/programmes/{year}/papers");
        Assert.Equal(
            ["Minutes of the council’s meeting", "Notice for the public consultation", "Proposal to the city", "Draft decision of recognition", "Letters with the result"],
            page.TextsAt(".papers h2"));
        Assert.Empty(page.Document.QuerySelectorAll(".missing"));
        var links = page.Document.QuerySelectorAll(".papers .downloads a").Select(link => link.GetAttribute("href")!).Where(link => link.Contains("/papers/", StringComparison.Ordinal)).ToList();
        Assert.Equal(10, links.Count);
        var mark = await app.HistoryMarkAsync();
        var hash = page.TextAt("code.hash");
        foreach (var link in links)
        {
            var answer = await officer.GetAsync(link);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(link.EndsWith("pdf", StringComparison.Ordinal) ? "%PDF" : "PK\u0003\u0004", Encoding.ASCII.GetString(bytes, 0, 4));
        }

        var entries = (await app.HistorySinceAsync(mark)).Where(entry => entry.Kind == "Report").ToList();
        Assert.Equal(links.Count, entries.Count);
        Assert.All(entries, entry => Assert.Contains(hash, entry.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_decision_names_the_figures_of_the_year_with_annexes_by_industry_and_of_the_top()
    {
        var auditor = await app.SignedInAsync("auditor", "en");
        var text = (await auditor.OpenAsync($"{Home}/decision")).TextAt("article.paper");
        foreach (var words in new[]
        {
            "ỦY BAN NHÂN DÂN", "QUYẾT ĐỊNH:", "Điều 1. Công nhận 35 sản phẩm của 28 doanh nghiệp", "ghi nhận 10 sản phẩm có điểm cao nhất là Top 10", "Thời hạn công nhận là 36 tháng",
            "Phụ lục I", "Phụ lục II", "(Kèm theo Quyết định số …/QĐ-UBND (minh hoạ) ngày 05 tháng 11 năm 2025", "I. ",
        })
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        Assert.Contains("Độc lập - Tự do - Hạnh phúc", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_minutes_tell_who_was_there_and_the_result_and_who_signs()
    {
        var text = (await (await app.SignedInAsync("officer", "en")).OpenAsync($"{Home}/minutes")).TextAt("article.paper");
        foreach (var words in new[] { "06 tháng 10 năm 2025", "08/09 thành viên", "Hoàng Thị Bảo Quyên", "trùng lịch công tác đã báo trước", "37 sản phẩm", "328/328 phiếu", "THƯ KÝ", "CHỦ TRÌ", "Nguyễn Thị Hồng Vượng" })
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_administrator_changes_words_after_a_preview_and_Word_page_and_history_say_so()
    {
        var admin = await app.SignedInAsync("admin", "en");
        var words = await admin.OpenAsync($"{Home}/notice/words");
        var mark = await app.HistoryMarkAsync();
        var preview = await admin.SubmitAsync(words.Form("form[action$='/words']"), "Preview", ("Input.Body", "Thông báo thử về {{số sản phẩm}} sản phẩm Đế Ưu."));
        Assert.Contains("Thông báo thử về 35 sản phẩm Đế Ưu.", preview.TextAt("article.paper"), StringComparison.Ordinal);
        Assert.Equal(0, await app.ReadAsync(db => db.PaperTemplates.CountAsync()));

        var saved = await admin.SubmitAsync(preview.Form("form[action$='/words']"));
        Assert.Contains("The words are saved.", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Thông báo thử về 35 sản phẩm Đế Ưu.", saved.TextAt("article.paper"), StringComparison.Ordinal);
        using var word = WordprocessingDocument.Open(await (await admin.GetAsync($"{Home}/notice/word")).Content.ReadAsStreamAsync(), isEditable: false);
        Assert.Contains("Thông báo thử về 35 sản phẩm Đế Ưu.", word.MainDocumentPart!.Document.Body!.InnerText, StringComparison.Ordinal);
        var entry = Assert.Single(await app.HistorySinceAsync(mark), one => one.Kind == nameof(PaperTemplate));
        Assert.Equal("Ngô Văn Quản", entry.UserName);
        // Only what differs from the program's own words is stored.
        Assert.Equal((true, false), await app.ReadAsync(db => db.PaperTemplates.Select(one => new ValueTuple<bool, bool>(one.Body != null, one.Subject != null)).SingleAsync()));

        var again = await admin.OpenAsync($"{Home}/notice/words");
        var own = await admin.SubmitAsync(again.Form("form[action*='handler=Own']"));
        Assert.Contains("dự kiến đề nghị Ủy ban nhân dân Thành phố công nhận", own.TextAt("article.paper"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_field_is_named_at_its_part_and_what_was_typed_is_kept()
    {
        var admin = await app.SignedInAsync("admin", "en");
        var words = await admin.OpenAsync($"{Home}/decision/words");
        var refused = await admin.SubmitAsync(words.Form("form[action$='/words']"), null, ("Input.Body", "Điều 1. Công nhận {{số lượng}} sản phẩm."));
        Assert.Equal((HttpStatusCode.BadRequest, "There is no field “số lượng”."), (refused.Status, refused.TextAt("#Input-Body-error")));
        Assert.Equal("Điều 1. Công nhận {{số lượng}} sản phẩm.", refused.ValueOf("Input.Body"));
        Assert.Equal(0, await app.ReadAsync(db => db.PaperTemplates.CountAsync()));
    }

    [Fact]
    public async Task An_empty_field_is_named_with_the_place_where_it_is_entered_and_the_paper_is_not_handed_out()
    {
        await app.ChangeAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM MeetingAbsence; DELETE FROM Meetings"));
        var officer = await app.SignedInAsync("officer", "en");
        var page = await officer.OpenAsync(Home);
        Assert.Equal(3, page.Document.QuerySelectorAll(".missing").Length);
        var minutes = await officer.OpenAsync($"{Home}/minutes");
        Assert.Contains("Text, line 1: The field “giờ bắt đầu” has no value yet: record the council's meeting.", minutes.TextAt("#problems"), StringComparison.Ordinal);
        Assert.Empty(minutes.Document.QuerySelectorAll(".downloads"));
        var file = await officer.GetAsync($"{Home}/minutes/pdf");
        Assert.Equal("text/html", file.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Two_administrators_never_overwrite_each_others_words()
    {
        var (one, other) = (await app.SignedInAsync("admin", "en"), await app.SignedInAsync("admin", "en"));
        var (first, second) = (await one.OpenAsync($"{Home}/proposal/words"), await other.OpenAsync($"{Home}/proposal/words"));
        await one.SubmitAsync(first.Form("form[action$='/words']"), null, ("Input.Recipients", "Như trên"));
        var refused = await other.SubmitAsync(second.Form("form[action$='/words']"), null, ("Input.Recipients", "Lưu: VT"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("Lưu: VT", refused.ValueOf("Input.Recipients"));
        Assert.Equal("Như trên", await app.ReadAsync(db => db.PaperTemplates.Select(template => template.Recipients).SingleAsync()));
    }

    [Fact]
    public async Task A_new_year_begins_with_the_words_of_the_last()
    {
        var admin = await app.SignedInAsync("admin", "en");
        var words = await admin.OpenAsync("/programmes/2026/papers/decision/words");
        await admin.SubmitAsync(words.Form("form[action$='/words']"), null, ("Input.Recipients", "Như Điều 4\nLưu: VT, ĐT"));
        await admin.SubmitAsync(await admin.OpenAsync("/programmes/new"), ("Input.Year", "2027"));
        Assert.Equal([2026, 2027], await app.ReadAsync(db => db.PaperTemplates.Where(one => one.Recipients!.EndsWith("ĐT")).Join(db.Programmes, one => one.ProgrammeId, year => year.Id, (_, year) => year.Year).Order().ToListAsync()));
    }

    [Fact]
    public async Task Letters_leave_out_what_is_closed_to_their_reader()
    {
        var officer = await app.SignedInAsync("officer", "en");
        var before = (await officer.OpenAsync($"{Home}/result-letter")).TextsAt("#number option");
        // The officer sits on the council under the same account; this member has recused from some businesses.
        var closed = await app.ReadAsync(async db =>
        {
            var recusal = await db.Recusals.Where(one => db.Nominations.Any(nomination => nomination.Id == one.NominationId && db.Programmes.Any(year => year.Id == nomination.ProgrammeId && year.Year == 2025))).FirstAsync();
            await db.Database.ExecuteSqlRawAsync("UPDATE Judges SET UserId = (SELECT Id FROM AspNetUsers WHERE Email = 'officer@demo.local') WHERE Id = {0}", recusal.JudgeId);
            return await db.Nominations.Where(one => db.Recusals.Any(own => own.JudgeId == recusal.JudgeId && own.NominationId == one.Id)).Select(one => one.Number).ToListAsync();
        });
        var after = (await officer.OpenAsync($"{Home}/result-letter")).TextsAt("#number option");
        Assert.NotEmpty(closed);
        Assert.Equal(before.Where(one => !closed.Any(number => one.StartsWith($"{number}/", StringComparison.Ordinal))), after);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync($"{Home}/result-letter?number={closed[0]}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"{Home}/result-letter/pdf?number={closed[0]}")).StatusCode);
    }

    [Fact]
    public async Task Formulas_markup_fields_and_marks_in_names_stay_text_on_the_page_and_in_Word()
    {
        const string Hostile = "=1+1 <b>{{năm}}</b> **Đế** \u202Enhãn";
        await app.ChangeAsync(db => db.Database.ExecuteSqlRawAsync(
            "UPDATE Nominations SET Product_Vietnamese = {0} WHERE Number = 14 AND ProgrammeId = (SELECT Id FROM Programmes WHERE Year = 2026)", Hostile));
        var admin = await app.SignedInAsync("officer", "vi");
        var page = await admin.OpenAsync("/programmes/2026/papers/result-letter?number=14");
        Assert.Contains("=1+1 <b>{{năm}}</b> **Đế**", page.TextAt("article.paper"), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>{{năm}}</b>", page.Body, StringComparison.Ordinal);

        using var word = WordprocessingDocument.Open(await (await admin.GetAsync("/programmes/2026/papers/result-letter/word?number=14")).Content.ReadAsStreamAsync(), isEditable: false);
        var text = word.MainDocumentPart!.Document.Body!.InnerText;
        Assert.Contains("=1+1 <b>{{năm}}</b> **Đế** nhãn", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', text);
    }

    [Theory]
    [InlineData("certificate-of-recognition")]
    [InlineData("certificate-of-top")]
    public async Task The_words_of_certificates_are_changed_after_a_preview_and_printed_on_the_next_sheet(string kind)
    {
        var admin = await app.SignedInAsync("admin", "en");
        var words = await admin.OpenAsync($"{Home}/{kind}/words");
        Assert.Empty(words.Document.QuerySelectorAll("[name='Input.Recipients'], [name='Input.Bases'], [name='Input.Addressees']"));
        var refused = await admin.SubmitAsync(words.Form("form[action$='/words']"), null, ("Input.English", "in {{nowhere}}"));
        Assert.Equal((HttpStatusCode.BadRequest, "There is no field “nowhere”."), (refused.Status, refused.TextAt("#Input-English-error")));
        var preview = await admin.SubmitAsync(words.Form("form[action$='/words']"), "Preview", ("Input.Body", "Lời văn thử Đế Ưu cho {{doanh nghiệp}}"));
        Assert.Contains("Lời văn thử Đế Ưu cho ", preview.TextAt("article.paper"), StringComparison.Ordinal);
        var list = await admin.SubmitAsync(preview.Form("form[action$='/words']"));
        Assert.Contains("The words are saved.", list.Text, StringComparison.Ordinal);

        var which = kind == "certificate-of-top" ? "top" : "recognition";
        using var word = WordprocessingDocument.Open(await (await admin.GetAsync($"/programmes/2025/certificates/{which}/word")).Content.ReadAsStreamAsync(), isEditable: false);
        Assert.Contains("Lời văn thử Đế Ưu cho ", word.MainDocumentPart!.Document.Body!.InnerText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/programmes/2026/nominations/14/receipt?format=word")]
    [InlineData("/programmes/2026/paper/blank?format=word")]
    public async Task Papers_of_screening_and_blank_sheets_are_had_as_Word_too(string address)
    {
        var officer = await app.SignedInAsync("officer", "vi");
        using var word = WordprocessingDocument.Open(await (await officer.GetAsync(address)).Content.ReadAsStreamAsync(), isEditable: false);
        Assert.Contains("Độc lập - Tự do - Hạnh phúc", word.MainDocumentPart!.Document.Body!.InnerText, StringComparison.Ordinal);
    }
}
