using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace KeyProducts.Tests.Support;

/// <summary>What a visitor sees.</summary>
/// <param name="Status">The status of the last answer.</param>
/// <param name="Address">Path and query of the last answer.</param>
/// <param name="Document">The page; empty when the answer is no HTML.</param>
/// <param name="Body">The answer as text.</param>
public sealed partial record Page(HttpStatusCode Status, string Address, IHtmlDocument Document, string Body)
{
    /// <summary>The text of the main part, white space made one.</summary>
    public string Text => TextOf(Document.QuerySelector("main") ?? Document.Body!);

    /// <summary>The text of one element, white space made one; fails when there is none.</summary>
    public string TextAt(string selector) => TextOf(At(selector));

    /// <summary>The texts of all that fit, white space made one.</summary>
    public IReadOnlyList<string> TextsAt(string selector) => [.. Document.QuerySelectorAll(selector).Select(TextOf)];

    /// <summary>The first element that fits; fails when there is none.</summary>
    public IElement At(string selector) =>
        Document.QuerySelector(selector) ?? throw new InvalidOperationException($"{Address} ({(int)Status}) has no {selector}: {Text}");

    /// <summary>The first form that fits; fails when there is none.</summary>
    public IHtmlFormElement Form(string selector) => (IHtmlFormElement)At(selector);

    /// <summary>What stands in the field of that name.</summary>
    public string ValueOf(string name) => At($"[name='{name}']") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        var other => throw new InvalidOperationException($"{name} is a {other.LocalName}."),
    };

    /// <summary>The sentences that say why nothing was saved.</summary>
    public IReadOnlyList<string> Errors => TextsAt("#errors li");

    internal static async Task<Page> ReadAsync(HttpResponseMessage answer)
    {
        var address = answer.RequestMessage!.RequestUri!.PathAndQuery;
        var body = await answer.Content.ReadAsStringAsync();
        var isHtml = answer.Content.Headers.ContentType?.MediaType == "text/html";
        var document = await new HtmlParser().ParseDocumentAsync(isHtml ? body : "");
        document.Location.Href = answer.RequestMessage.RequestUri.ToString();
        return new Page(answer.StatusCode, address, document, body);
    }

    private static string TextOf(IElement element) => Spaces().Replace(element.TextContent, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
