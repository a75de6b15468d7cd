using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;

namespace KeyProducts.Tests.Support;

/// <summary>Somebody with a browser that has no script: opens pages, fills in the forms that stand in them, keeps cookies, follows redirects.</summary>
public sealed class Visitor
{
    private const int MostRedirects = 5;

    private readonly HttpClient client;
    private readonly CookieContainer? cookies;

    /// <summary>A visitor whose client neither follows redirects nor has signed in.</summary>
    public Visitor(HttpClient client, string language, CookieContainer? cookies = null)
    {
        this.client = client;
        this.cookies = cookies;
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
    }

    /// <summary>The same visitor behind an address of the internet, as a proxy on the program's machine tells it.</summary>
    public Visitor From(string address)
    {
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return this;
    }

    /// <summary>The answer itself, without following a redirect.</summary>
    public Task<HttpResponseMessage> GetAsync(string address) => client.GetAsync(address);

    /// <summary>The browser's cookies are deleted: the sign-in's alone, or all of them.</summary>
    public void Forget(bool everything = false)
    {
        foreach (var cookie in cookies!.GetAllCookies().Where(cookie => everything || cookie.Name.EndsWith("KeyProducts.SignIn", StringComparison.Ordinal)))
        {
            cookie.Expired = true;
        }
    }

    /// <summary>The cookies as the browser sends them, to be sent again by somebody who has copied them.</summary>
    public string Cookies() => cookies!.GetCookieHeader(client.BaseAddress!);

    /// <summary>Sends a request as it is; the answer itself.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => client.SendAsync(request);

    /// <summary>Posts what stands in no form, as a forger would; the answer itself.</summary>
    public async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using var content = Content(fields);
        return await client.PostAsync(address, content);
    }

    /// <summary>Posts what no form makes; the answer itself.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="content">What.</param>
    /// <param name="accept">The kind of answer that a script asks for; null for what browsers ask for.</param>
    public async Task<HttpResponseMessage> PostAsync(string address, HttpContent content, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.TryAddWithoutValidation("Accept", accept ?? "text/html");
        return await client.SendAsync(request);
    }

    /// <summary>Opens a page, following redirects.</summary>
    public async Task<Page> OpenAsync(string address) => await FollowAsync(await client.GetAsync(address));

    /// <summary>Fills in the form of a page's main part that posts to its own address, presses its button and follows redirects.</summary>
    public Task<Page> SubmitAsync(Page page, params (string Name, string? Value)[] fields) => SubmitAsync(page.Form("main form[method=post]"), null, fields);

    /// <summary>Fills in a form, presses a button and follows redirects.</summary>
    /// <param name="form">A form of a page.</param>
    /// <param name="press">The button's words; null for the first.</param>
    /// <param name="fields">What is typed over what stands in the form; null empties a check box. A name that the form has no field for is an error of the test.</param>
    public async Task<Page> SubmitAsync(IHtmlFormElement form, string? press = null, params (string Name, string? Value)[] fields)
    {
        var button = ButtonOf(form, press);
        var action = button?.GetAttribute("formaction") ?? form.GetAttribute("action") ?? "";
        var address = action.Length > 0 ? action : form.Owner!.DocumentUri;
        var filled = FieldsOf(form, button, fields);
        if (!string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase))
        {
            using var query = Content(filled);
            return await OpenAsync($"{address.Split('?')[0]}?{await query.ReadAsStringAsync()}");
        }

        using var content = Content(filled);
        return await SendFormAsync(address, content);
    }

    /// <summary>Puts files into a form's file field, fills in the rest, presses a button and follows redirects, as a browser does.</summary>
    /// <param name="form">A form of a page that sends files.</param>
    /// <param name="field">The name of its file field.</param>
    /// <param name="files">The files chosen; none leaves the field empty.</param>
    /// <param name="press">The button's words; null for the first.</param>
    /// <param name="fields">What is typed over what stands in the form; null empties a check box.</param>
    public async Task<Page> UploadAsync(
        IHtmlFormElement form, string field, IEnumerable<ChosenFile> files, string? press = null, params (string Name, string? Value)[] fields)
    {
        Assert.True(form.Enctype == "multipart/form-data", "The form sends no files.");
        if (form.Elements.OfType<IHtmlInputElement>().All(input => input.Type != "file" || input.Name != field))
        {
            throw new InvalidOperationException($"The form has no file field {field}.");
        }

        var button = ButtonOf(form, press);
        var action = button?.GetAttribute("formaction") ?? form.GetAttribute("action") ?? "";
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in FieldsOf(form, button, fields))
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var file in files)
        {
            var part = new ByteArrayContent(file.Content);
            part.Headers.ContentType = MediaTypeHeaderValue.Parse(file.Type);
            content.Add(part, field, file.Name);
        }

        return await SendFormAsync(action.Length > 0 ? action : form.Owner!.DocumentUri, content);
    }

    /// <summary>Signs in with the real form; the test fails when the program refuses.</summary>
    public async Task SignInAsync(string email, string password)
    {
        var page = await SubmitAsync(await OpenAsync("/account/sign-in"), ("Input.Email", email), ("Input.Password", password));
        Assert.True(page.Status == HttpStatusCode.OK, $"{email} could not sign in: {page.Text}");
    }

    // As browsers do, with the origin of the page in which the form stood.
    private async Task<Page> SendFormAsync(string address, HttpContent content)
    {
        var sent = new Sent(await content.ReadAsByteArrayAsync(), content.Headers.ContentType!);
        return await FollowAsync(await PostFormAsync(new Uri(address, UriKind.RelativeOrAbsolute), sent), sent);
    }

    private async Task<HttpResponseMessage> PostFormAsync(Uri address, Sent sent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(sent.Body) };
        request.Content.Headers.ContentType = sent.Type;
        request.Headers.Add("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return await client.SendAsync(request);
    }

    private async Task<Page> FollowAsync(HttpResponseMessage answer, Sent? sent = null)
    {
        for (var redirects = 0; answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect; redirects++)
        {
            Assert.True(redirects < MostRedirects, $"Redirected without end, last to {answer.Headers.Location}.");
            var next = answer.Headers.Location!;
            var isSentAgain = answer.StatusCode == HttpStatusCode.TemporaryRedirect && sent is not null;
            answer.Dispose();
            answer = isSentAgain ? await PostFormAsync(next, sent!) : await client.GetAsync(next);
        }

        using (answer)
        {
            return await Page.ReadAsync(answer);
        }
    }

    private static IHtmlElement? ButtonOf(IHtmlFormElement form, string? press)
    {
        var buttons = form.Elements.Where(one => one is IHtmlButtonElement { Type: "submit" } or IHtmlInputElement { Type: "submit" }).ToList();
        return press is null
            ? buttons.FirstOrDefault()
            : buttons.FirstOrDefault(one => one.TextContent.Trim() == press) ?? throw new InvalidOperationException($"The form has no button “{press}”.");
    }

    private static List<(string Name, string Value)> FieldsOf(IHtmlFormElement form, IHtmlElement? button, (string Name, string? Value)[] typed)
    {
        var names = form.Elements.Select(one => one.GetAttribute("name")).ToHashSet();
        var unknown = typed.Select(field => field.Name).Where(name => !names.Contains(name)).ToList();
        if (unknown.Count > 0)
        {
            throw new InvalidOperationException($"The form has no field {string.Join(", ", unknown)}; it has {string.Join(", ", names)}.");
        }

        var filled = new List<(string, string)>();
        foreach (var element in form.Elements)
        {
            if (element.GetAttribute("name") is { Length: > 0 } name && !element.HasAttribute("disabled") && typed.All(field => field.Name != name))
            {
                filled.AddRange(ValuesOf(element, element == button).Select(value => (name, value)));
            }
        }

        filled.AddRange(typed.Where(field => field.Value is not null).Select(field => (field.Name, field.Value!)));
        return filled;
    }

    private static IEnumerable<string> ValuesOf(IHtmlElement element, bool isPressed) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? [box.Value] : [],
        IHtmlInputElement { Type: "file" } => [],
        IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" } input => isPressed ? [input.Value] : [],
        IHtmlInputElement input => [input.Value],
        IHtmlTextAreaElement area => [area.Value],
        IHtmlSelectElement select => select.Options.Where(option => option.IsSelected).Select(option => option.Value),
        IHtmlButtonElement pressed => isPressed ? [pressed.Value] : [],
        _ => [],
    };

    private static FormUrlEncodedContent Content(IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    // What a browser keeps of a form, to send it again where it is told to.
    private sealed record Sent(byte[] Body, MediaTypeHeaderValue Type);
}

/// <summary>A file that somebody chooses to send.</summary>
/// <param name="Name">Its name, whatever that is.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Type">What the browser says it is; nothing may believe it.</param>
public sealed record ChosenFile(string Name, byte[] Content, string Type = "application/octet-stream");
