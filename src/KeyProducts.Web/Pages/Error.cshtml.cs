using KeyProducts.Web.Access;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Pages;

/// <summary>What a reader sees in place of a page that cannot be shown.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel(IStringLocalizer<Words> T) : PageModel
{
    public string Title { get; private set; } = "";

    public string Sentence { get; private set; } = "";

    /// <summary>What was typed into a form that is not open to its sender any more: to be read and copied, so that it is not lost.</summary>
    public List<(string Name, string Value)> Typed { get; private set; } = [];

    /// <summary>Under what the log tells of this request; null where there is nothing to look up.</summary>
    public string? RequestNumber { get; private set; }

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        if (HttpContext.Features.Get<FormShownAgain>() is not null && code is StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound && Request.HasFormContentType)
        {
            Typed = [.. Request.Form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal) && !field.Key.EndsWith("Version", StringComparison.Ordinal))
                .SelectMany(field => field.Value.Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => (field.Key.Replace("Input.", "", StringComparison.Ordinal), value!)))];
        }

        Response.StatusCode = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
        RequestNumber = Response.StatusCode >= 500 ? HttpContext.TraceIdentifier : null;
        (Title, Sentence) = Response.StatusCode switch
        {
            400 => (T["This form has expired"].Value, T["The page was open for too long, or you signed in or out in another window. Go back, reload the page and send it again."].Value),
            403 => (T["This page is not for your role"], T["You are signed in, but this page is not for your role. If you need it, ask an administrator."]),
            404 or 405 => (T["There is no such page"], T["The address is wrong, or what it leads to is not for you to see."]),
            413 => (T["Too much at once"], T["What you sent is larger than this page takes. Nothing was saved. Go back and send fewer or smaller files at a time."]),
            429 => (T["Too many attempts"], T["Too many attempts to sign in came from your address. Wait a minute and try again."]),
            _ => (T["Something went wrong"], T["The program met an error it did not expect. Nothing was saved. Try again; if it happens again, tell an administrator the request number below."]),
        };
    }
}
