using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Xml;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Security;

/// <summary>
/// Awkward input into every form, query, address and upload of every reader: no answer of the kind 500, nothing shown as markup, no look behind the scenes, no way to another site,
/// and the history stays whole. A run takes a share of the strings for each field; KEYPRODUCTS_HOSTILE=all tries each field and each query with each string (docs/operations.md).
/// </summary>
public sealed class HostileInputTests : IAsyncLifetime
{
    // What the markup would be called if a page let it through, and what it looks like as text.
    private const string Marker = "<kp-mark", Escaped = "&lt;kp-mark";

    // As they travel, percent-encoded: some of them are no text at all.
    private static readonly string[] Awkward =
    [
        .. new[]
        {
            Marker + " onmouseover=alert(1)>", "\"" + Marker + ">", "'" + Marker + ">", "</textarea></title></script>" + Marker + ">",
            "'; DROP TABLE Programmes; --", "1 OR 1=1", "%' OR Name LIKE '%", "{{7*7}} ${7*7} @(7*7) {0} {9}", "../../../../etc/passwd", "..\\..\\windows\\win.ini", "//example.com/\\x", "javascript:alert(1)",
            "=cmd|' /C calc'!A0", new string('Ế', 5000), new string('9', 400), "-1", "0", "1e309", "7,5.3", "NaN", "99999999999999999999", "31/02/2026", "2026-13-45", "0001-01-01", "9999-12-31",
            "\u202Etxt.exe\u202C", "Cơ khí điện tử".Normalize(NormalizationForm.FormD), "\u200B\u200B", "a\r\nSet-Cookie: x=1", "\t\v\f", "00000000-0000-0000-0000-000000000000", "%%%s%n", "💥👩‍👩‍👧‍👦", "true", "null", "[]",
        }.Select(Uri.EscapeDataString),
        "%00", "a%00b", "%ED%A0%80", "%FF%FE", "%C0%AE%C0%AE%2F", "%", "%u0041",
    ];

    // What no page reads itself, and the program does.
    private static readonly string[] Queries = ["handler", "returnUrl", "lang", "to", "__RequestVerificationToken"];

    // What ends or moves a thing comes last, so that all else is still open before.
    private static readonly string[] Late = ["/move", "/publish", "/publication", "/finalise", "/decision", "/reopen", "/merge", "/erase", "/personal-data", "/reset", "/users", "/account"];

    // A field, a button or a query that somebody has tried with every string; others try it with a few.
    private static readonly ConcurrentDictionary<(Type, string, string), bool> Tried = [];

    private readonly EveryStage every = new();
    private readonly List<string> wrong = [];
    private int turn, escaped;

    private static bool TakesAll => Environment.GetEnvironmentVariable("KEYPRODUCTS_HOSTILE") == "all";

    public Task InitializeAsync() => every.InitializeAsync();

    public Task DisposeAsync() => every.DisposeAsync();

    [Theory]
    [InlineData("visitor")]
    [InlineData("judge1")]
    [InlineData("officer")]
    [InlineData("auditor")]
    [InlineData("admin")]
    public async Task Awkward_input_meets_no_error_shows_no_markup_and_leaves_the_history_whole(string who)
    {
        var visitor = await every.App.AsAsync(who);
        var requests = 0;
        var places = await SiteMap.PagesAsync(every.App);
        foreach (var place in places.OrderBy(place => Late.Any(late => place.Name.Contains(late, StringComparison.Ordinal))))
        {
            foreach (var query in QueriesOf(place.Model).Where(_ => TakesAll || turn++ % 7 == 0))
            {
                foreach (var _ in Times(place, "", query))
                {
                    requests += await GetAsync(visitor, place, $"{place.Address}?{query}={Next()}");
                }
            }

            using var look = await visitor.GetAsync(place.Address);
            if (place.IsDownload || look.StatusCode != HttpStatusCode.OK)
            {
                continue;
            }

            var page = await Page.ReadAsync(look);
            foreach (var form in page.Document.QuerySelectorAll("main form").Cast<IHtmlFormElement>())
            {
                requests += await TryAsync(visitor, place, form);
            }
        }

        // What is stored of it is shown now, and what is shown of it is text.
        var before = escaped;
        await every.App.ChangeAsync(async db =>
        {
            var nomination = await db.Nominations.Include(one => one.Business).SingleAsync(one => one.Programme.Year == 2026 && one.Number == EveryStage.NumberIn(2026));
            db.Entry(nomination).ComplexProperty(one => one.Product).Property(name => name.Vietnamese).CurrentValue = Marker + ">";
            db.Entry(nomination.Business).ComplexProperty(one => one.Name).Property(name => name.Vietnamese).CurrentValue = Marker + ">";
        });
        // What was pressed may have ended the session, and what was typed as a password have locked the account for a while.
        every.App.Clock.Now += TimeSpan.FromHours(1);
        visitor = await every.App.AsAsync(who);
        foreach (var place in places.Where(place => !place.IsDownload))
        {
            requests += await GetAsync(visitor, place, place.Address);
        }

        Guard.None(wrong.Distinct());
        Assert.True(before > 0, "Nothing awkward was shown on any page: this would not see markup either.");
        Assert.True(escaped > before || who == "visitor", "What was stored was shown on no page.");
        Assert.InRange(requests, !TakesAll ? 50 : who is "officer" or "admin" ? 5_000 : 500, int.MaxValue);
        Assert.True((await every.App.ReadAsync(db => every.App.Services.GetRequiredService<AuditChain>().CheckAsync(db))).IsWhole, "The history is broken.");
    }

    [Fact]
    public async Task Awkward_addresses_meet_no_error()
    {
        foreach (var who in new[] { "visitor", "officer", "judge1" })
        {
            var visitor = await every.App.AsAsync(who);
            foreach (var place in await SiteMap.PagesAsync(every.App))
            {
                var parts = place.Address.Split('/');
                foreach (var part in Enumerable.Range(1, parts.Length - 1).Where(_ => TakesAll || turn++ % 5 == 0))
                {
                    await GetAsync(visitor, place, string.Join('/', parts.Select((one, index) => index == part ? Next() : one)));
                }
            }
        }

        Guard.None(wrong.Distinct());
    }

    [Fact]
    public async Task A_number_that_the_store_cannot_hold_is_refused_at_its_field()
    {
        var officer = await every.App.AsAsync("admin");
        foreach (var (name, field) in new[] { ("/programmes/2027/tables/tracks/{id}", "Input.AtLeast"), ("/programmes/2027/settings", "Input.SpreadLimit") })
        {
            var place = (await SiteMap.PagesAsync(every.App)).Single(one => one.Name == name);
            var refused = await officer.SubmitAsync(await officer.OpenAsync(place.Address), (field, "99999999999999999999"));
            Assert.Equal((HttpStatusCode.BadRequest, "99999999999999999999"), (refused.Status, refused.ValueOf(field)));
            Assert.Contains(refused.Errors, error => error.Contains("Số này quá lớn.", StringComparison.Ordinal));
        }
    }

    // Each field by itself with what stands in the others, then all of them at once, then with tokens that are none.
    private async Task<int> TryAsync(Visitor visitor, SitePage place, IHtmlFormElement form)
    {
        var requests = 0;
        var fields = form.Elements.OfType<IHtmlElement>().Where(one => one.GetAttribute("name") is { Length: > 0 }).Select(one => one.GetAttribute("name")!).Distinct().ToList();
        var typed = fields.Where(name => name != "__RequestVerificationToken").ToList();
        foreach (var field in typed)
        {
            foreach (var _ in Times(place, ActionOf(place, form, null), field))
            {
                requests += await SendAsync(visitor, place, form, name => name == field ? Next() : null);
            }
        }

        var buttons = form.QuerySelectorAll("button[type=submit], button:not([type])").ToList();
        foreach (var button in TakesAll ? buttons : buttons.Take(1))
        {
            requests += await SendAsync(visitor, place, form, name => typed.Contains(name) ? Next() : null, button);
            requests += await SendAsync(visitor, place, form, _ => null, button, boxes: false);
            requests += await SendAsync(visitor, place, form, _ => null, button, boxes: true);
        }

        if (string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase))
        {
            foreach (var token in new[] { "", "x", "CfDJ8" + new string('A', 180), Next() })
            {
                requests += await SendAsync(visitor, place, form, name => name == "__RequestVerificationToken" ? token : null);
            }
        }

        return requests;
    }

    private async Task<int> SendAsync(Visitor visitor, SitePage place, IHtmlFormElement form, Func<string, string?> awkward, IElement? button = null, bool? boxes = null)
    {
        var address = ActionOf(place, form, button);
        var pairs = form.Elements.OfType<IHtmlElement>().Where(one => one is not IHtmlButtonElement || one == button)
            .Select(one => (Name: one.GetAttribute("name") ?? "", Value: ValueOf(one, boxes), IsFile: one is IHtmlInputElement { Type: "file" }))
            .Where(one => one.Name.Length > 0 && one.Value is not null)
            .Select(one => (one.Name, Value: awkward(one.Name) ?? Uri.EscapeDataString(one.Value!), one.IsFile)).ToList();
        if (!string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase))
        {
            return await GetAsync(visitor, place, address.Split('?')[0] + "?" + string.Join('&', pairs.Select(one => $"{Uri.EscapeDataString(one.Name)}={one.Value}")));
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form.Enctype == "multipart/form-data" ? Parts(pairs) : Encoded(pairs) };
        request.Headers.Add("Origin", "http://localhost");
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        return await JudgeAsync($"{place.Name} → {address}", string.Join('&', pairs.Select(one => $"{one.Name}={one.Value}")), () => visitor.SendAsync(request), visitor);
    }

    private static string ActionOf(SitePage place, IHtmlFormElement form, IElement? button) =>
        (button ?? form.QuerySelector("button[type=submit], button:not([type])"))?.GetAttribute("formaction") is { Length: > 0 } own ? own
        : form.GetAttribute("action") is { Length: > 0 } action ? action : place.Address;

    private static IEnumerable<string> QueriesOf(Type model) => model.GetProperties()
        .Where(property => property.GetCustomAttribute<BindPropertyAttribute>() is { SupportsGet: true } || property.GetCustomAttribute<FromQueryAttribute>() is not null)
        .Select(property => property.GetCustomAttribute<FromQueryAttribute>()?.Name ?? property.GetCustomAttribute<BindPropertyAttribute>()?.Name ?? property.Name)
        .Concat(model.GetMethods().Where(method => method.Name.StartsWith("OnGet", StringComparison.Ordinal)).SelectMany(method => method.GetParameters()).Select(parameter => parameter.Name!))
        .Concat(Queries).Distinct(StringComparer.OrdinalIgnoreCase);

    // Once with every string, whoever comes first; a share of them otherwise.
    private static IEnumerable<int> Times(SitePage place, string action, string name) =>
        Enumerable.Range(0, !TakesAll ? 1 : Tried.TryAdd((place.Model, HandlerIn(action), name), true) ? Awkward.Length : 2);

    private static string HandlerIn(string action) => action.Contains("handler=", StringComparison.Ordinal) ? action[action.IndexOf("handler=", StringComparison.Ordinal)..].Split('&')[0] : "";

    private Task<int> GetAsync(Visitor visitor, SitePage place, string address) => JudgeAsync(place.Name, address, () => visitor.GetAsync(address));

    // Where an answer leads on, what stands there is judged too.
    private async Task<int> JudgeAsync(string where, string what, Func<Task<HttpResponseMessage>> ask, Visitor? goesOn = null)
    {
        // All of a test shares one connection, and a backup that was just asked for holds it.
        await every.App.Services.GetRequiredService<KeyProducts.Web.Backups.BackupDesk>().Asked;
        HttpResponseMessage answer;
        try
        {
            answer = await ask();
        }
        catch (Exception none) when (none is UriFormatException or InvalidOperationException)
        {
            // What no client can even ask for; the server itself refuses it before the program.
            return 0;
        }

        using (answer)
        {
            var body = answer.Content.Headers.ContentType?.MediaType == "text/html" ? await answer.Content.ReadAsStringAsync() : "";
            escaped += body.Contains(Escaped, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            var fault = (int)answer.StatusCode >= 500 ? $"{(int)answer.StatusCode}"
                : body.Contains(Marker, StringComparison.OrdinalIgnoreCase) ? "shown as markup"
                : body.Contains("Exception:", StringComparison.Ordinal) || body.Contains("   at KeyProducts.", StringComparison.Ordinal) ? "shows what is behind the scenes"
                : answer.Headers.Location is { } to && (to.IsAbsoluteUri ? to.Host != "localhost" : to.OriginalString.StartsWith("//", StringComparison.Ordinal) || to.OriginalString.StartsWith("/\\", StringComparison.Ordinal)) ? $"leads to {to}"
                : answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("x=", StringComparison.Ordinal)) ? "sets a cookie of the sender's"
                : null;
            if (fault is not null)
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{where}: {fault} for {(what.Length > 300 ? what[..300] + "…" : what)}"));
            }
            else if (goesOn is not null && answer.Headers.Location is { } on)
            {
                return 1 + await JudgeAsync(where + " → " + on, what, () => goesOn.GetAsync(on.IsAbsoluteUri ? on.PathAndQuery : on.OriginalString));
            }
        }

        return 1;
    }

    private string Next() => Awkward[turn++ % Awkward.Length];

    private static string? ValueOf(IHtmlElement element, bool? boxes) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } box => boxes ?? box.IsChecked ? box.Value : null,
        IHtmlInputElement { Type: "file" } => "",
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlButtonElement button => button.Value,
        _ => null,
    };

    private static ByteArrayContent Encoded(IEnumerable<(string Name, string Value, bool IsFile)> pairs)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(string.Join('&', pairs.Select(one => $"{Uri.EscapeDataString(one.Name)}={one.Value}"))));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        return content;
    }

    // Cells that nobody should believe either, below the headers of an import; what no XML can hold is left out.
    private static byte[] Workbook()
    {
        var cells = Awkward.Select(one => WebUtility.UrlDecode(one)).Where(text => text.Length < 1000 && text.All(XmlConvert.IsXmlChar)).ToList();
        object?[] headers = ["Số đăng ký", "Tên sản phẩm", "Tên doanh nghiệp", "Ngành", "Diện đăng ký", "Mô tả sản phẩm"];
        return ImportFile.Xlsx([headers, .. cells.Select((cell, row) => headers.Select((_, column) => (object?)cells[(row + column) % cells.Count]).ToArray())]);
    }

    // Files come with names and contents that nobody should believe.
    private static MultipartFormDataContent Parts(IEnumerable<(string Name, string Value, bool IsFile)> pairs)
    {
        var content = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        foreach (var (name, value, isFile) in pairs)
        {
            var text = WebUtility.UrlDecode(value);
            if (!isFile)
            {
                content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), name);
                continue;
            }

            var file = new ByteArrayContent(name.EndsWith("File", StringComparison.Ordinal) ? Workbook() : [.. "%PDF-1.7 <script>alert(1)</script>"u8, 0, 255, 254]);
            file.Headers.TryAddWithoutValidation("Content-Type", "text/html");
            file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{name}\"; filename=\"{(text.Length == 0 ? "..\\..\\a<b>.pdf" : text.ReplaceLineEndings(" ").Replace('"', ' '))}\"");
            content.Add(file);
        }

        return content;
    }
}
