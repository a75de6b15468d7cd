using System.Net;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Account;

/// <summary>The sign-in ends while somebody types: nothing that was typed is lost, and nobody else sees it.</summary>
public sealed class EndedSignInTests : IDisposable
{
    private const string Sheet = "/programmes/2026/judging/14";
    private const string Section = "/programmes/2026/nominations/3/sections/technology";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Marks_typed_when_the_sign_in_had_ended_are_back_in_the_sheet_after_signing_in_and_are_saved()
    {
        var judge = await app.SignedInAsync("judge1");
        var sheet = await judge.OpenAsync(Sheet);
        var mark = sheet.At("[data-mark]").GetAttribute("name")!;
        judge.Forget();
        var before = await app.StateAsync();

        var ended = await judge.SubmitAsync(sheet.Form("form[data-sheet]"), null, (mark, "7,5"), ("Input.Remark", "Dây chuyền Đ Ế Ữ\r\nhai dòng"));
        Assert.Equal((HttpStatusCode.Unauthorized, "Phiên đăng nhập đã hết hạn"), (ended.Status, ended.TextAt("h1")));
        Assert.Contains("Nội dung bạn nhập được giữ lại. Chưa có gì được lưu.", ended.Text, StringComparison.Ordinal);
        // Whoever stands at the machine meanwhile reads nothing of it.
        Assert.DoesNotContain("Dây chuyền", ended.Body, StringComparison.Ordinal);

        var wrong = await judge.SubmitAsync(ended, ("Input.Email", "judge1@demo.local"), ("Input.Password", "Sai mật khẩu rồi"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        var back = await SignInAsync(judge, wrong, "judge1");

        Assert.Equal((HttpStatusCode.BadRequest, Sheet), (back.Status, back.Address));
        Assert.StartsWith("Phiên đăng nhập đã hết hạn khi bạn gửi.", Assert.Single(back.Errors), StringComparison.Ordinal);
        Assert.Equal(("7,5", "Dây chuyền Đ Ế Ữ\nhai dòng"), (back.ValueOf(mark), back.ValueOf("Input.Remark").ReplaceLineEndings("\n")));
        Assert.Equal(before["Sheets"], (await app.StateAsync())["Sheets"]);

        var saved = await judge.SubmitAsync(back.Form("form[data-sheet]"));
        Assert.Equal((HttpStatusCode.OK, Sheet), (saved.Status, saved.Address));
        Assert.Equal("7,5", saved.ValueOf(mark));
    }

    [Fact]
    public async Task A_section_of_a_dossier_is_kept_when_the_sign_in_ends_by_the_clock()
    {
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync(Section);
        app.Clock.Now += TimeSpan.FromHours(11);

        var ended = await officer.SubmitAsync(page, ("Input.Technology.Automation", "Ba dây chuyền “Ế”"), ("Input.Technology.AutomatedShare", "62,5"));
        Assert.Equal(HttpStatusCode.Unauthorized, ended.Status);
        var back = await SignInAsync(officer, ended, "officer");

        Assert.Equal((HttpStatusCode.BadRequest, Section), (back.Status, back.Address));
        Assert.Equal(("Ba dây chuyền “Ế”", "62,5"), (back.ValueOf("Input.Technology.Automation"), back.ValueOf("Input.Technology.AutomatedShare")));
        var saved = await officer.SubmitAsync(back, ("Input.Reason", "Doanh nghiệp bổ sung"));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Contains("Ba dây chuyền “Ế”", saved.TextAt("#technology"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_who_signs_in_is_not_shown_what_was_typed()
    {
        var judge = await app.SignedInAsync("judge1");
        var sheet = await judge.OpenAsync(Sheet);
        judge.Forget();
        var ended = await judge.SubmitAsync(sheet.Form("form[data-sheet]"), null, ("Input.Remark", "Chỉ của tôi"));

        var other = await SignInAsync(judge, ended, "judge2");
        Assert.Equal((HttpStatusCode.OK, "/"), (other.Status, other.Address));
        Assert.StartsWith("Nội dung đã nhập trong cửa sổ này thuộc về một tài khoản khác.", other.TextAt(".notice.done"), StringComparison.Ordinal);
        Assert.DoesNotContain("Chỉ của tôi", (await judge.OpenAsync(Sheet)).Body, StringComparison.Ordinal);

        // Nor with what is kept in hand, at the page itself.
        using var answer = await SendKeptAsync(judge, Sheet, ended.ValueOf("__Kept"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("Chỉ của tôi", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_opens_for_its_own_page_in_its_own_time_from_our_own_pages_and_untouched()
    {
        var judge = await app.SignedInAsync("judge1");
        var sheet = await judge.OpenAsync(Sheet);
        judge.Forget();
        var ended = await judge.SubmitAsync(sheet.Form("form[data-sheet]"), null, ("Input.Remark", "Giữ lại"));
        var kept = ended.ValueOf("__Kept");
        await judge.SignInAsync("judge1@demo.local", Seeding.Password);

        Assert.Contains("Giữ lại", await BodyAsync(SendKeptAsync(judge, Sheet, kept)), StringComparison.Ordinal);
        Assert.DoesNotContain("Giữ lại", await BodyAsync(SendKeptAsync(judge, "/programmes/2026/judging/15", kept)), StringComparison.Ordinal);
        Assert.DoesNotContain("Giữ lại", await BodyAsync(SendKeptAsync(judge, Sheet, kept, origin: "https://example.org")), StringComparison.Ordinal);
        Assert.DoesNotContain("Giữ lại", await BodyAsync(SendKeptAsync(judge, Sheet, kept[..^4] + "AAAA")), StringComparison.Ordinal);
        app.Clock.Now += TimeSpan.FromDays(3);
        var late = await SignInAsync(judge, ended, "judge1");
        Assert.StartsWith("Nội dung bạn đã nhập không còn được giữ lại", late.TextAt(".notice.done"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Origin", "https://example.org")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Referer", "https://example.org/programmes/2026/judging/14")]
    [InlineData("X-Nothing", "x")]
    public async Task A_form_of_another_site_is_not_kept(string header, string value)
    {
        var judge = await app.SignedInAsync("judge1");
        var writer = (await judge.OpenAsync(Sheet)).ValueOf("__Writer");
        judge.Forget();
        using var answer = await SendAsync(judge, Sheet, header, value, ("Input.Remark", "Giả mạo"), ("__Writer", writer));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/account/sign-in", answer.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task A_page_that_is_only_opened_asks_for_a_sign_in_as_ever_and_leads_there()
    {
        var judge = await app.SignedInAsync("judge1");
        judge.Forget();
        var page = await judge.OpenAsync(Sheet);
        Assert.Equal((HttpStatusCode.OK, "Đăng nhập"), (page.Status, page.TextAt("h1")));
        Assert.Equal(Sheet, (await SignInAsync(judge, page, "judge1")).Address);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Names_of_fields_count_too_towards_what_is_kept(bool inParts)
    {
        var judge = await app.SignedInAsync("judge1");
        var writer = (await judge.OpenAsync(Sheet)).ValueOf("__Writer");
        judge.Forget();
        foreach (var (fields, status) in new[] { (200, HttpStatusCode.Unauthorized), (1_000, HttpStatusCode.Found) })
        {
            // Of 1,000 such fields the values are 2.4 MB; with their names they are more than the 4 MB that are kept.
            IEnumerable<KeyValuePair<string, string>> typed = [new("__Writer", writer), .. Enumerable.Range(0, fields).Select(field => KeyValuePair.Create($"{field}".PadLeft(1_900, 'x'), new string('y', 2_400)))];
            using var parts = new MultipartFormDataContent();
            typed.ToList().ForEach(field => parts.Add(new StringContent(field.Value), field.Key));
            using var encoded = new FormUrlEncodedContent(typed);
            using var request = new HttpRequestMessage(HttpMethod.Post, Sheet);
            request.Content = inParts ? parts : encoded;
            request.Headers.TryAddWithoutValidation("Origin", "http://localhost");
            using var answer = await judge.SendAsync(request);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_form_with_passwords_is_not_kept()
    {
        var judge = await app.SignedInAsync("judge1");
        var page = await judge.OpenAsync("/account/password");
        judge.Forget();
        var ended = await judge.SubmitAsync(page, ("Input.Current", Seeding.Password), ("Input.Password", "Một mật khẩu mới"), ("Input.Again", "Một mật khẩu mới"));
        Assert.Equal((HttpStatusCode.OK, "/account/sign-in?returnUrl=%2Faccount%2Fpassword"), (ended.Status, ended.Address));
        Assert.Null(ended.Document.QuerySelector("[name=__Kept]"));
    }

    [Fact]
    public async Task Files_are_to_be_chosen_again_and_what_was_typed_beside_them_is_kept()
    {
        var officer = await app.SignedInAsync("officer");
        var page = await officer.OpenAsync("/programmes/2026/nominations/3/evidence/add");
        officer.Forget();
        var ended = await officer.UploadAsync(
            page.Form("form[data-upload]"), "Input.Files", [new("Nhãn hiệu.pdf", new byte[3 << 20], "application/pdf")], null, ("Input.Place", "Brand"), ("Input.Reason", "Bổ sung Đ Ế Ữ"));
        Assert.Contains("Tệp không được giữ lại", ended.Text, StringComparison.Ordinal);

        var back = await SignInAsync(officer, ended, "officer");
        Assert.Contains("chọn lại tệp", back.Errors[0], StringComparison.Ordinal);
        Assert.Equal(("Brand", "Bổ sung Đ Ế Ữ"), (back.ValueOf("Input.Place"), back.ValueOf("Input.Reason")));
        var sent = await officer.UploadAsync(back.Form("form[data-upload]"), "Input.Files", [new("Nhãn hiệu.pdf", SampleFiles.Pdf())]);
        Assert.Equal("Đã lưu 1 tệp.", sent.TextAt(".notice.done"));
    }

    [Fact]
    public async Task A_form_with_a_token_that_no_longer_holds_is_shown_again_with_what_was_typed_and_nothing_is_saved()
    {
        var judge = await app.SignedInAsync("judge1");
        var sheet = await judge.OpenAsync(Sheet);
        // The browser was closed and opened again: the tab is there, the cookies are new.
        judge.Forget(everything: true);
        await judge.SignInAsync("judge1@demo.local", Seeding.Password);
        var before = await app.StateAsync();

        var again = await judge.SubmitAsync(sheet.Form("form[data-sheet]"), null, ("Input.Remark", "Vẫn còn đây"));
        Assert.Equal((HttpStatusCode.BadRequest, "Vẫn còn đây"), (again.Status, again.ValueOf("Input.Remark")));
        Assert.StartsWith("Trang này đã mở quá lâu.", Assert.Single(again.Errors), StringComparison.Ordinal);
        Assert.Equal(before, await app.StateAsync());
        Assert.Equal(HttpStatusCode.OK, (await judge.SubmitAsync(again.Form("form[data-sheet]"))).Status);
    }

    [Fact]
    public async Task Of_two_windows_that_both_wait_for_a_sign_in_each_gets_back_what_was_typed_in_it()
    {
        var judge = await app.SignedInAsync("judge1");
        var (first, second) = (await judge.OpenAsync(Sheet), await judge.OpenAsync("/programmes/2026/judging/15"));
        judge.Forget();
        var (one, two) = (await judge.SubmitAsync(first.Form("form[data-sheet]"), null, ("Input.Remark", "Cửa sổ một")), await judge.SubmitAsync(second.Form("form[data-sheet]"), null, ("Input.Remark", "Cửa sổ hai")));

        Assert.Equal("Cửa sổ một", (await SignInAsync(judge, one, "judge1")).ValueOf("Input.Remark"));
        Assert.Equal("Cửa sổ hai", (await SignInAsync(judge, two, "judge1")).ValueOf("Input.Remark"));
    }

    [Fact]
    public async Task Where_the_form_is_not_open_any_more_what_was_typed_can_still_be_read()
    {
        var judge = await app.SignedInAsync("judge1");
        var sheet = await judge.OpenAsync(Sheet);
        judge.Forget();
        var ended = await judge.SubmitAsync(sheet.Form("form[data-sheet]"), null, ("Input.Remark", "Đừng để mất"));
        await app.ChangeAsync(async db =>
        {
            var user = await db.FindByEmailAsync("judge1@demo.local");
            var year = await db.Programmes.SingleAsync(one => one.Year == 2026);
            var judge = await db.Judges.SingleAsync(one => one.UserId == user.Id && one.ProgrammeId == year.Id);
            var nomination = await db.Nominations.SingleAsync(one => one.ProgrammeId == year.Id && one.Number == 14);
            db.Add(new Recusal(year, nomination, judge, ConflictKind.Family, null, app.Clock.Now.UtcDateTime));
        });

        var gone = await SignInAsync(judge, ended, "judge1");
        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
        Assert.Contains("Đừng để mất", gone.TextAt(".details"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_is_told_by_the_status_alone()
    {
        var judge = await app.SignedInAsync("judge1");
        foreach (var (address, status) in new[] { (Sheet, HttpStatusCode.BadRequest), ("/programmes/2026/progress", HttpStatusCode.Forbidden) })
        {
            using var answer = await SendAsync(judge, address, "X-Requested-With", "XMLHttpRequest", ("Input.Remark", "x"));
            Assert.Equal((status, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        }

        judge.Forget();
        foreach (var (header, value) in new[] { ("X-Requested-With", "XMLHttpRequest"), ("Accept", "application/json") })
        {
            using var answer = await SendAsync(judge, Sheet, header, value, ("Input.Remark", "x"));
            Assert.Equal((HttpStatusCode.Unauthorized, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        }
    }

    private static Task<Page> SignInAsync(Visitor visitor, Page page, string name) =>
        visitor.SubmitAsync(page, ("Input.Email", $"{name}@demo.local"), ("Input.Password", Seeding.Password));

    private static Task<HttpResponseMessage> SendKeptAsync(Visitor visitor, string address, string kept, string origin = "http://localhost") =>
        SendAsync(visitor, address, "Origin", origin, ("__Kept", kept));

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, string address, string header, string value, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        request.Headers.TryAddWithoutValidation(header, value);
        return await visitor.SendAsync(request);
    }

    private static async Task<string> BodyAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        return await answer.Content.ReadAsStringAsync();
    }
}
