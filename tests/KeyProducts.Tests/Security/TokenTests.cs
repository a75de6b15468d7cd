using System.Net;
using System.Reflection;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Tests.Security;

/// <summary>Every handler that a form can reach, with the form filled as a browser would and a token that is not its own: refused, and nothing is changed.</summary>
public sealed class TokenTests(EveryStage every) : IClassFixture<EveryStage>
{
    private static readonly string[] People = ["admin", "officer", "judge1", "auditor", "visitor"];

    private readonly TestApp app = every.App;

    [Fact]
    public async Task No_handler_takes_a_form_whose_token_was_changed_cut_off_left_out_or_made_for_another_reader_or_browser()
    {
        var readers = new Dictionary<string, (Visitor Visitor, string Token, string Elsewhere)>();
        foreach (var who in People)
        {
            var visitor = await app.AsAsync(who);
            readers[who] = (visitor, await TokenAsync(visitor), await TokenAsync(await app.AsAsync(who)));
        }

        var (before, mark) = (await app.StateAsync(), await app.HistoryMarkAsync());
        var (wrong, tried) = (new List<string>(), new Dictionary<(Type, string), (string Who, string Address)>());
        var requests = 0;
        foreach (var place in (await SiteMap.PagesAsync(app)).Where(place => !place.IsDownload && HandlersOf(place.Model).Any()))
        {
            if (await OpenAsync(place, readers) is not var (who, page))
            {
                continue;
            }

            var (visitor, token, elsewhere) = readers[who];
            var middle = token.Length / 2;
            var others = readers[who == "officer" ? "admin" : "officer"].Token;
            foreach (var handler in HandlersOf(place.Model))
            {
                var address = place.Address + (handler.Length == 0 ? "" : "?handler=" + handler);
                var fields = FieldsOf(page, handler);
                foreach (var bad in new[] { token[..middle] + (token[middle] == 'A' ? 'B' : 'A') + token[(middle + 1)..], token[..^20], "", others, elsewhere, null })
                {
                    using var answer = await SendAsync(visitor, address, bad is null ? fields : [.. fields, (KeptForms.Token, bad)]);
                    requests++;
                    if (!await IsRefusedForTokenAsync(answer))
                    {
                        wrong.Add($"{place.Name} {handler} as {who}: {(int)answer.StatusCode} for {(bad is null ? "no token" : bad.Length == 0 ? "an empty token" : bad == others ? "another reader's" : bad == elsewhere ? "another browser's" : "a changed token")}");
                    }
                }

                tried[(place.Model, handler)] = (who, address);
            }
        }

        Guard.None(wrong);
        Assert.Equal(before, await app.StateAsync());
        Assert.Empty(await app.HistorySinceAsync(mark));
        Assert.True(requests > 1_000, $"{requests} requests.");
        Guard.None(typeof(KeptForms).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Microsoft.AspNetCore.Mvc.RazorPages.PageModel)) && !type.IsAbstract)
            .SelectMany(type => HandlersOf(type).Select(handler => (type, handler))).Where(one => !tried.ContainsKey(one)).Select(one => $"{one.type.FullName} {one.handler} was not tried"));

        // It was the token: with their own the same handlers say something else. Those of accounts end sessions, for which a token is made.
        foreach (var ((model, handler), (who, address)) in tried.Where(one => !one.Key.Item1.FullName!.Contains(".Account.", StringComparison.Ordinal)))
        {
            using var answer = await SendAsync(readers[who].Visitor, address, [(KeptForms.Token, readers[who].Token)]);
            Assert.False(await IsRefusedForTokenAsync(answer), $"{model.FullName} {handler} refuses its own token.");
        }
    }

    private static async Task<bool> IsRefusedForTokenAsync(HttpResponseMessage answer)
    {
        var body = answer.StatusCode == HttpStatusCode.BadRequest ? WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()) : "";
        return body.Contains("Trang này đã mở quá lâu. Nội dung đã nhập", StringComparison.Ordinal) || body.Contains("Biểu mẫu đã hết hạn", StringComparison.Ordinal);
    }

    private static async Task<string> TokenAsync(Visitor visitor) => (await visitor.OpenAsync("/verify")).ValueOf(KeptForms.Token);

    // As whoever may see the page; null where nobody does in this year.
    private static async Task<(string Who, Page? Page)?> OpenAsync(SitePage place, Dictionary<string, (Visitor Visitor, string Token, string Elsewhere)> readers)
    {
        foreach (var who in People)
        {
            using var answer = await readers[who].Visitor.GetAsync(place.Address);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                return (who, answer.Content.Headers.ContentType?.MediaType == "text/html" ? await Page.ReadAsync(answer) : null);
            }
        }

        return null;
    }

    // The language is nobody's secret, and its form stands on pages that are kept for everybody.
    private static IEnumerable<string> HandlersOf(Type model) => model.GetCustomAttribute<IgnoreAntiforgeryTokenAttribute>() is not null ? [] : model.GetMethods(BindingFlags.Public | BindingFlags.Instance)
        .Where(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal))
        .Select(method => method.Name["OnPost".Length..].Replace("Async", "", StringComparison.Ordinal)).Distinct();

    private static List<(string, string)> FieldsOf(Page? page, string handler)
    {
        var form = page?.Document.QuerySelectorAll("form[method=post]").Cast<IHtmlFormElement>().FirstOrDefault(one =>
            one.QuerySelectorAll("button").Select(button => button.GetAttribute("formaction")).Append(one.GetAttribute("action")).Any(action => HandlerIn(action ?? "") == handler));
        return form is null ? [] : [.. form.Elements.OfType<IHtmlElement>().Where(one => one.GetAttribute("name") is { Length: > 0 } and not KeptForms.Token)
            .Select(one => (one.GetAttribute("name")!, ValueOf(one))).Where(one => one.Item2 is not null).Select(one => (one.Item1, one.Item2!))];
    }

    private static string HandlerIn(string action) => action.Contains("handler=", StringComparison.Ordinal) ? action.Split("handler=")[1].Split('&')[0] : "";

    private static string? ValueOf(IHtmlElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.Value : null,
        IHtmlInputElement { Type: "file" } or IHtmlButtonElement => null,
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => null,
    };

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, string address, IEnumerable<(string Name, string Value)> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        request.Headers.Add("Origin", "http://localhost");
        return await visitor.SendAsync(request);
    }
}
