using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Pages.Nominations;

/// <summary>Files are sent to a dossier with the real form, good ones and all that can be wrong with others.</summary>
public sealed class EvidencePageTests : IDisposable
{
    private const string Home = "/programmes/2026/nominations/3/evidence";
    private static readonly (string, string?)[] Typed = [("Input.Place", "Brand"), ("Input.Reason", "Doanh nghiệp bổ sung")];

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Several_files_at_once_are_stored_told_in_the_history_and_come_back_as_they_were()
    {
        var officer = await app.SignedInAsync("officer");
        var mark = await app.HistoryMarkAsync();
        byte[] pdf = SampleFiles.Pdf(), word = SampleFiles.Word();
        var page = await SendAsync(officer, new("Nhãn hiệu.pdf", pdf, "text/html"), new("Giải thưởng.DOCX", word));

        Assert.Equal("Đã lưu 2 tệp.", page.TextAt(".notice.done"));
        Assert.Equal(["Thương hiệu và sở hữu trí tuệ"], page.TextsAt("tr.group"));
        Assert.Equal(["Nhãn hiệu.pdf", "Giải thưởng.DOCX"], page.TextsAt("td a[href^='/evidence/']"));
        Assert.Contains("Word (.docx)", page.Text, StringComparison.Ordinal);
        Assert.Contains("Đinh Thị Hữu Hạnh", page.TextAt("tbody"), StringComparison.Ordinal);
        Assert.Equal(
            [(AuditAct.Added, "Evidence", "Doanh nghiệp bổ sung"), (AuditAct.Added, "Evidence", "Doanh nghiệp bổ sung")],
            (await app.HistorySinceAsync(mark)).Select(entry => (entry.Act, entry.Kind, entry.Reason!)));

        using var answer = await officer.GetAsync(page.At("td a[href^='/evidence/']").GetAttribute("href")!);
        Assert.Equal(pdf, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Nhãn hiệu.pdf", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["default-src 'none'; sandbox"], answer.Headers.GetValues("Content-Security-Policy"));
        Assert.True(answer.Headers.CacheControl is { NoStore: true, Private: true });
    }

    public static TheoryData<string, byte[], string> Bad => new()
    {
        { "Hợp đồng.pdf", SampleFiles.Program, "Tệp là một chương trình, dù tên tệp ghi thế nào. Hệ thống không nhận chương trình." },
        { "Số liệu.xlsx", SampleFiles.Bomb(20), "Khi giải nén, tệp sẽ lớn đến mức có thể làm treo máy mở nó. Hệ thống không nhận tệp này." },
        { "Trống.pdf", [], "Tệp rỗng: 0 byte." },
        { "Bản vẽ.pdf", [.. "%PDF-1.7"u8, .. new byte[1 << 20]], "Tệp lớn hơn 1 MB, dung lượng tối đa của một tệp minh chứng." },
        { "Ảnh.pdf", SampleFiles.Png, "Tên tệp có phần mở rộng “.pdf” nhưng nội dung là PNG. Nếu nội dung đúng, hãy đổi phần mở rộng của tệp thành “.png”." },
        { "Mẫu.docm", SampleFiles.Word(("word/vbaProject.bin", "x")), "Tệp có macro hoặc thuộc loại dành cho macro. Hãy lưu thành Word (.docx), không kèm macro, rồi gửi tệp đó." },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_renamed_program_a_zip_bomb_an_empty_file_and_one_over_the_limit_are_refused_while_the_good_one_is_stored(string name, byte[] content, string sentence)
    {
        await LimitAsync(megabytes: 1);
        var officer = await app.SignedInAsync("officer");
        var before = Files;
        var good = SampleFiles.Pdf("Tốt");
        var page = await SendAsync(officer, new(name, content), new("Tốt.pdf", good));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("Đã lưu 1 tệp. Chưa lưu các tệp sau:", page.TextAt("#refused strong"));
        Assert.Equal([$"{name}: {sentence}"], page.TextsAt("#refused li"));
        Assert.Equal(("Brand", "Doanh nghiệp bổ sung"), (page.ValueOf("Input.Place"), page.ValueOf("Input.Reason")));
        Assert.Equal(["Tốt.pdf"], (await StoredAsync()).Select(one => one.Name));
        Assert.Single(Files.Except(before));
    }

    [Fact]
    public async Task When_every_file_is_refused_nothing_is_stored()
    {
        var officer = await app.SignedInAsync("officer");
        var before = Files;
        var page = await SendAsync(officer, new("a.exe", SampleFiles.Program), new("b.svg", "<svg/>"u8.ToArray()));
        Assert.Equal("Không tệp nào được lưu.", page.TextAt("#refused strong"));
        Assert.Equal(2, page.TextsAt("#refused li").Count);
        Assert.Equal(before, Files);
        Assert.Empty(await StoredAsync());
    }

    [Fact]
    public async Task The_same_file_twice_is_in_the_store_once_and_in_a_place_of_the_dossier_once()
    {
        var officer = await app.SignedInAsync("officer");
        var before = Files;
        var pdf = SampleFiles.Pdf();
        await SendAsync(officer, new ChosenFile("Nhãn hiệu.pdf", pdf));
        var again = await SendAsync(officer, new ChosenFile("Tên khác.pdf", pdf));
        Assert.Equal(["Tên khác.pdf: Tệp này đã có, với tên “Nhãn hiệu.pdf”."], again.TextsAt("#refused li"));

        // In another section, and in another dossier, it is evidence of its own; the store still has it once.
        var elsewhere = await officer.UploadAsync(FormOf(await officer.OpenAsync(Home)), "Input.Files", [new ChosenFile("Tên khác.pdf", pdf)], null, ("Input.Place", "Product"), ("Input.Reason", "x"));
        Assert.Equal("Đã lưu 1 tệp.", elsewhere.TextAt(".notice.done"));
        var other = await officer.UploadAsync(FormOf(await officer.OpenAsync("/programmes/2026/nominations/4/evidence")), "Input.Files", [new ChosenFile("a.pdf", pdf)], null, Typed);
        Assert.Equal("Đã lưu 1 tệp.", other.TextAt(".notice.done"));
        Assert.Equal(["Nhãn hiệu.pdf", "Tên khác.pdf"], (await StoredAsync()).Select(one => one.Name));
        Assert.Single(Files.Except(before));
    }

    [Fact]
    public async Task A_path_in_the_name_leads_nowhere_and_255_Vietnamese_characters_are_kept()
    {
        var officer = await app.SignedInAsync("officer");
        var before = Files;
        var name = new string('ế', 251) + ".pdf";
        var page = await SendAsync(officer, new("../../../keyproducts.db.pdf", SampleFiles.Pdf("một")), new(name.Normalize(NormalizationForm.FormD), SampleFiles.Pdf("hai")));
        Assert.Equal(["keyproducts.db.pdf", name], (await StoredAsync()).Select(one => one.Name));
        Assert.All(Files.Except(before), path => Assert.Matches("^evidence/[0-9a-f]{2}/[0-9a-f]{64}$", path));
        var links = page.Document.QuerySelectorAll("td a[href^='/evidence/']").ToList();
        Assert.Equal(name, links[1].TextContent.Trim());
        using var answer = await officer.GetAsync(links[1].GetAttribute("href")!);
        Assert.Equal(name, answer.Content.Headers.ContentDisposition!.FileNameStar);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_in_the_middle_leaves_nothing_and_can_be_sent_again()
    {
        // Over real connections, because only those can be lost.
        app.UseKestrel(0);
        app.StartServer();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = new Uri(address) };
        var officer = new Visitor(client, "vi");
        await officer.SignInAsync("officer@demo.local", Seeding.Password);
        var form = FormOf(await officer.OpenAsync(Home));
        var (before, state) = (Files, await app.StateAsync());
        var token = ((IHtmlInputElement)form.QuerySelector("[name=__RequestVerificationToken]")!).Value;
        byte[] pdf = [.. SampleFiles.Pdf(), .. new byte[300_000]];
        foreach (var breaksOff in new[] { true, false })
        {
            using var whole = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("Brand"), "Input.Place" }, { new StringContent("Bổ sung"), "Input.Reason" } };
            whole.Add(new ByteArrayContent(pdf), "Input.Files", "Nhãn hiệu.pdf");
            using var sent = new HalfContent(await whole.ReadAsByteArrayAsync(), whole.Headers.ContentType!.ToString(), breaksOff);
            try
            {
                using var answer = await officer.PostAsync($"{Home}/add", sent);
                Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            }
            catch (Exception lost) when (lost is HttpRequestException or IOException)
            {
                // The sender sees the connection go.
            }

            Assert.Equal(before, Files);
            Assert.Equal(state, await app.StateAsync());
        }

        Assert.Equal("Đã lưu 1 tệp.", (await SendAsync(officer, new ChosenFile("Nhãn hiệu.pdf", pdf))).TextAt(".notice.done"));
    }

    [Fact]
    public async Task Too_much_at_once_is_answered_with_a_sentence()
    {
        var officer = await app.SignedInAsync("officer");
        using var content = new ByteArrayContent([1, 2, 3]);
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };
        content.Headers.ContentLength = 600L << 20;
        using var answer = await officer.PostAsync($"{Home}/add", content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        var page = await Page.ReadAsync(answer);
        Assert.Equal("Gửi quá nhiều cùng lúc", page.TextAt("h1"));
        Assert.Contains("Chưa có gì được lưu.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dossier_takes_no_more_files_than_the_year_allows()
    {
        await LimitAsync(megabytes: 20, files: 2);
        var officer = await app.SignedInAsync("officer");
        var before = Files;
        var page = await SendAsync(officer, [.. Enumerable.Range(1, 3).Select(i => new ChosenFile($"{i}.pdf", SampleFiles.Pdf($"{i}")))]);
        Assert.Equal(["3.pdf: Năm nay mỗi hồ sơ có tối đa 2 tệp."], page.TextsAt("#refused li"));
        Assert.Equal(2, Files.Except(before).Count());
    }

    [Fact]
    public async Task Place_reason_and_files_are_asked_for_and_what_was_typed_is_kept()
    {
        var officer = await app.SignedInAsync("officer");
        var page = await officer.UploadAsync(FormOf(await officer.OpenAsync(Home)), "Input.Files", [new ChosenFile("a.pdf", SampleFiles.Pdf())], null, ("Input.Reason", "Bổ sung"));
        Assert.Equal(["Hãy chọn mục hoặc tiêu chí của các tệp."], page.Errors);
        Assert.Equal("Bổ sung", page.ValueOf("Input.Reason"));
        page = await officer.UploadAsync(FormOf(page), "Input.Files", [], null, Typed);
        Assert.Equal(["Hãy chọn ít nhất một tệp."], page.Errors);
        page = await officer.UploadAsync(FormOf(page), "Input.Files", [new ChosenFile("a.pdf", SampleFiles.Pdf())], null, ("Input.Reason", ""));
        Assert.Equal(["a.pdf: Hãy nêu lý do."], page.TextsAt("#refused li"));
        Assert.Empty(await StoredAsync());
    }

    [Fact]
    public async Task A_script_is_answered_in_its_own_language()
    {
        var officer = await app.SignedInAsync("officer");
        var token = (await officer.OpenAsync(Home)).ValueOf("__RequestVerificationToken");
        async Task<(int Stored, string? Sentence)> Answer(string name, byte[] file)
        {
            using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("Brand"), "Input.Place" }, { new StringContent("Bổ sung"), "Input.Reason" } };
            content.Add(new ByteArrayContent(file), "Input.Files", name);
            using var request = await officer.PostAsync($"{Home}/add", content, accept: "application/json");
            Assert.Equal(HttpStatusCode.OK, request.StatusCode);
            var json = JsonDocument.Parse(await request.Content.ReadAsStringAsync()).RootElement;
            return (json.GetProperty("stored").GetInt32(), json.GetProperty("sentence").GetString());
        }

        Assert.Equal((1, null), await Answer("a.pdf", SampleFiles.Pdf()));
        Assert.Equal((0, "Tệp rỗng: 0 byte."), await Answer("b.pdf", []));
    }

    [Fact]
    public async Task A_file_is_tied_elsewhere_replaced_set_aside_and_taken_back_and_the_history_tells_each()
    {
        var officer = await app.SignedInAsync("officer");
        var list = await SendAsync(officer, new ChosenFile("Nhãn hiệu.pdf", SampleFiles.Pdf("một")));
        var edit = list.At("td a[href^='/programmes/']").GetAttribute("href")!;
        var mark = await app.HistoryMarkAsync();

        var criterion = await app.ReadAsync(db => db.Programmes.WithCriteria().SingleAsync(year => year.Year == 2026));
        var page = await officer.SubmitAsync(await officer.OpenAsync(edit), ("Input.Act", "Move"), ("Input.Place", criterion.Criteria[0].Id.ToString()), ("Input.Reason", "Đúng tiêu chí"));
        Assert.Equal(["Tiêu chí: Tăng trưởng sản xuất"], page.TextsAt("tr.group"));

        page = await officer.UploadAsync(FormOf(await officer.OpenAsync(edit)), "Input.File", [new ChosenFile("Nhãn hiệu mới.pdf", SampleFiles.Pdf("hai"))], null, ("Input.Act", "Replace"), ("Input.Reason", "Bản mới"));
        Assert.Equal(["Tiêu chí: Tăng trưởng sản xuất"], page.TextsAt("tr.group"));
        Assert.Matches("Tệp đã được thay.*Nhãn hiệu.pdf.*Nhãn hiệu mới.pdf", page.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync(edit)).Status);

        edit = page.At("td a[href^='/programmes/']").GetAttribute("href")!;
        page = await officer.SubmitAsync(await officer.OpenAsync(edit), ("Input.Act", "SetAside"));
        Assert.Equal(["Hãy nêu lý do."], page.Errors);
        page = await officer.SubmitAsync(page, ("Input.Reason", "Nhầm doanh nghiệp"));
        Assert.Matches("Tệp đã loại ra.*Nhãn hiệu mới.pdf.*Nhầm doanh nghiệp", page.Text);
        Assert.StartsWith("Chưa có tài liệu minh chứng.", page.TextAt(".empty"), StringComparison.Ordinal);

        page = await officer.SubmitAsync(await officer.OpenAsync(edit), ("Input.Act", "TakeBack"), ("Input.Reason", "Đúng doanh nghiệp"));
        Assert.Equal(["Tiêu chí: Tăng trưởng sản xuất"], page.TextsAt("tr.group"));
        var history = await app.HistorySinceAsync(mark);
        Assert.Equal(
            ["Đúng tiêu chí", "Bản mới", "Bản mới", "Nhầm doanh nghiệp", "Đúng doanh nghiệp"],
            history.Select(entry => entry.Reason!));
        Assert.All(history, entry => Assert.Equal("Evidence", entry.Kind));
        var said = (await officer.OpenAsync("/history")).Text;
        Assert.Contains("thay bằng từ (trống) thành “Nhãn hiệu mới.pdf”", said, StringComparison.Ordinal);
        Assert.Contains("lý do loại ra", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_takes_anothers_place_is_looked_at_too()
    {
        var officer = await app.SignedInAsync("officer");
        var list = await SendAsync(officer, new ChosenFile("Nhãn hiệu.pdf", SampleFiles.Pdf("một")));
        var form = FormOf(await officer.OpenAsync(list.At("td a[href^='/programmes/']").GetAttribute("href")!));
        async Task<Page> Replace(params ChosenFile[] files) => await officer.UploadAsync(form, "Input.File", files, null, ("Input.Act", "Replace"), ("Input.Reason", "Bản mới"));
        Assert.Equal(["Hãy chọn tệp thay thế."], (await Replace()).Errors);
        Assert.Equal(["Tệp rỗng: 0 byte."], (await Replace(new ChosenFile("a.pdf", []))).Errors);
        Assert.Equal(["Tệp này đã có, với tên “Nhãn hiệu.pdf”."], (await Replace(new ChosenFile("a.pdf", SampleFiles.Pdf("một")))).Errors);
        Assert.Equal(["Nhãn hiệu.pdf"], (await StoredAsync()).Select(one => one.Name));
    }

    [Fact]
    public async Task A_missing_or_damaged_file_is_a_page_with_a_sentence()
    {
        var officer = await app.SignedInAsync("officer");
        var page = await SendAsync(officer, new ChosenFile("Nhãn hiệu.pdf", SampleFiles.Pdf()));
        var link = page.At("td a[href^='/evidence/']").GetAttribute("href")!;
        var path = app.Services.GetRequiredService<EvidenceFiles>().PlaceOf((await StoredAsync()).Single().Sha256);
        var whole = await File.ReadAllBytesAsync(path);
        await File.WriteAllBytesAsync(path, [.. whole[..^1], 0]);
        foreach (var isThere in new[] { true, false })
        {
            var answer = await officer.OpenAsync(link);
            Assert.Equal((HttpStatusCode.NotFound, "Không mở được tệp này"), (answer.Status, answer.TextAt("h1")));
            Assert.Contains("“Nhãn hiệu.pdf”", answer.Text, StringComparison.Ordinal);
            File.Delete(path);
            Assert.True(isThere || !File.Exists(path));
        }
    }

    private string[] Files => [.. Directory.EnumerateFiles(Path.Combine(app.Folder, "evidence"), "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(app.Folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private static IHtmlFormElement FormOf(Page page) => page.Form("main form[enctype='multipart/form-data']");

    private static async Task<Page> SendAsync(Visitor officer, params ChosenFile[] files) =>
        await officer.UploadAsync(FormOf(await officer.OpenAsync(Home)), "Input.Files", files, null, Typed);

    private Task<List<Evidence>> StoredAsync() => app.ReadAsync(async db => await (
        from evidence in db.Evidence
        join nomination in db.Nominations on evidence.NominationId equals nomination.Id
        where nomination.Programme.Year == 2026 && nomination.Number == 3
        orderby evidence.Id
        select evidence).AsNoTracking().ToListAsync());

    private Task LimitAsync(int megabytes, int files = 60) => app.ChangeAsync(async db =>
    {
        var year = await db.Programmes.SingleAsync(programme => programme.Year == 2026);
        year.Set(year.Screening with { MaxFileMegabytes = megabytes, MaxFiles = files });
    });

    /// <summary>The first half of a request: then the connection is lost, or its end merely does not come.</summary>
    private sealed class HalfContent : HttpContent
    {
        private readonly byte[] content;
        private readonly bool breaksOff;

        public HalfContent(byte[] content, string type, bool breaksOff)
        {
            (this.content, this.breaksOff) = (content, breaksOff);
            Headers.TryAddWithoutValidation("Content-Type", type);
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(content.AsMemory(0, content.Length / 2));
            await stream.FlushAsync();
            if (breaksOff)
            {
                throw new IOException("The connection is gone.");
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = breaksOff ? content.Length : content.Length / 2;
            return true;
        }
    }
}
