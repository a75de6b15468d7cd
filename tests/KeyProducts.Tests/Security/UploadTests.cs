using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Security;

/// <summary>Every form of the route table that sends a file: what is in the file counts, and neither its name nor what the browser says of it.</summary>
public sealed partial class UploadTests(EveryStage every) : IClassFixture<EveryStage>
{
    private static readonly byte[] Html = Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body><script>alert(document.domain)</script></body></html>");

    // Where what was taken lies.
    private static readonly string[] Folders = ["evidence", "imports"];

    private readonly TestApp app = every.App;

    [Fact]
    public async Task A_program_or_a_page_is_refused_by_every_form_that_takes_files_whatever_it_is_called()
    {
        var forms = await FormsAsync();
        // The forms that there are; that for a sheet on paper, which asks for every mark first, has its test in PaperSheetTests. A new one comes into this list with whoever adds it, and into the test by itself.
        Assert.Equal(
            [
                "/consultation/{year}/comment Input.Files", "/past-years/import Input.File", "/programmes/{year}/consultation/new Input.Files", "/programmes/{year}/council/import Input.File",
                "/programmes/{year}/decision Input.Scan", "/programmes/{year}/judging/offline Input.File", "/programmes/{year}/nominations/import Input.File",
                "/programmes/{year}/nominations/{n}/evidence Input.Files", "/programmes/{year}/nominations/{n}/evidence/add Input.Files", "/programmes/{year}/nominations/{n}/evidence/{id} Input.File", "/verify Input.File",
            ],
            forms.Keys);
        ChosenFile[] harmful =
        [
            new("Giấy chứng nhận.pdf", SampleFiles.Program, "application/pdf"), new("Danh sách.xlsx", SampleFiles.Program, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            new("Ảnh.png", Html, "image/png"), new("Danh sách.xlsx", Html, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), new("Bản chụp.pdf", Html, "application/pdf"),
            new("cài-đặt.exe", SampleFiles.Program), new("trang.html", Html, "text/html"), new("hình.svg", Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"), "image/svg+xml"),
        ];
        var (before, files) = (await app.StateAsync(), Stored());
        var wrong = new List<string>();
        foreach (var (name, (who, address, field)) in forms)
        {
            var visitor = await app.AsAsync(who);
            foreach (var file in harmful)
            {
                var page = await visitor.OpenAsync(address);
                var form = FormIn(page)!;
                var answer = await visitor.UploadAsync(form, field, [file], null, [.. Filled(form)]);
                var told = answer.TextsAt("#refused li, [id$=file-error], [id$=files-error], [id$=scan-error], [id$=File-error], [id$=Files-error], [id$=Scan-error]").Concat(answer.Errors).ToList();
                // The page that checks snapshots answers every file with what it is not.
                var isRefused = name.StartsWith("/verify", StringComparison.Ordinal) ? (int)answer.Status < 500 && answer.Document.QuerySelector(".notice.done") is null : answer.Status == HttpStatusCode.BadRequest && told.Count > 0;
                if (!isRefused)
                {
                    wrong.Add($"{name}: {file.Name} ({file.Content.Length} bytes) is answered {(int)answer.Status}, {string.Join(" ", told)}");
                }
            }
        }

        Guard.None(wrong);
        Assert.Equal(before, await app.StateAsync());
        Assert.Equal(files, Stored());
    }

    [Theory]
    [InlineData("/evidence/{id}")]
    [InlineData("/comment-files/{id}")]
    [InlineData("/scans/{id}")]
    [InlineData("/programmes/2025/decision/scan")]
    public async Task A_stored_file_leaves_as_a_download_of_the_kind_that_was_found_in_it(string name)
    {
        var address = (await SiteMap.PagesAsync(app)).Single(place => place.Name == name).Address;
        using var answer = await (await app.AsAsync("officer")).GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(("application/pdf", "attachment", "nosniff"), (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.DispositionType, answer.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(await answer.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
    }

    // Who opens it first, at which address, with which field; by the address without its year and keys.
    private async Task<SortedDictionary<string, (string Who, string Address, string Field)>> FormsAsync()
    {
        var forms = new SortedDictionary<string, (string, string, string)>(StringComparer.Ordinal);
        foreach (var who in new[] { "officer", "judge1", "visitor" })
        {
            var visitor = await app.AsAsync(who);
            foreach (var place in (await SiteMap.PagesAsync(app)).Where(place => !place.IsDownload))
            {
                var page = await visitor.OpenAsync(place.Address);
                if (page.Status == HttpStatusCode.OK && FormIn(page) is { } form)
                {
                    var field = form.Elements.OfType<IHtmlInputElement>().First(input => input.Type == "file").Name!;
                    var name = Number().Replace(Year().Replace(place.Name, "/{year}"), "/{n}") + " " + field;
                    forms.TryAdd(name, (who, place.Address, field));
                }
            }
        }

        return forms;
    }

    private static IHtmlFormElement? FormIn(Page page) => page.Document.QuerySelector("main form[enctype='multipart/form-data']") as IHtmlFormElement;

    // Everything beside the file is in order, so that it is the file that is refused.
    private static IEnumerable<(string Name, string? Value)> Filled(IHtmlFormElement form)
    {
        foreach (var element in form.Elements.Where(one => one.GetAttribute("name")?.StartsWith("Input.", StringComparison.Ordinal) == true && !one.HasAttribute("disabled")))
        {
            var name = element.GetAttribute("name")!;
            var value = element switch
            {
                IHtmlInputElement { Type: "file" or "hidden" or "radio" } => null,
                IHtmlInputElement { Type: "checkbox" } box => box.IsRequired || name.Contains("Consent", StringComparison.Ordinal) ? "true" : null,
                IHtmlInputElement { Type: "email" } => "thu@vidu.example",
                IHtmlInputElement { Type: "date" } => "2026-11-20",
                IHtmlInputElement input when input.HasAttribute("data-mark") || input.GetAttribute("inputmode") is "decimal" or "numeric" => "1",
                IHtmlInputElement { Value.Length: 0 } => "Đ Ế Ữ",
                IHtmlTextAreaElement { Value.Length: 0 } => "Đ Ế Ữ",
                IHtmlSelectElement { Value: null or "" } select => select.Options.Select(option => option.Value).FirstOrDefault(one => one.Length > 0),
                _ => null,
            };
            if (value is not null)
            {
                yield return (name, value);
            }
        }
    }

    private List<string> Stored() => [.. Folders.Select(folder => Path.Combine(app.Folder, folder)).Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"/20\d\d")]
    private static partial Regex Year();

    [GeneratedRegex(@"/\d+")]
    private static partial Regex Number();
}
