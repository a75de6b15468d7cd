using Microsoft.AspNetCore.Diagnostics;

namespace KeyProducts.Web.Access;

/// <summary>What a request says of itself: whether one of our own pages sent it, and whether a script did.</summary>
public static class Requests
{
    /// <summary>
    /// Whether a page of ours sent this, by what the browser itself says and no page can forge. A request that says nothing, as those of
    /// programs do, counts as foreign.
    /// </summary>
    public static bool ComesFromUs(this HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site == "same-origin";
        }

        var said = request.Headers.Origin.ToString() is { Length: > 0 } origin ? origin : request.Headers.Referer.ToString();
        return Uri.TryCreate(said, UriKind.Absolute, out var from)
            && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var here)
            && Uri.Compare(from, here, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
    }

    /// <summary>Whether a script waits for the answer: it is told by the status alone and gets no page.</summary>
    public static bool IsFromScript(this HttpRequest request) =>
        request.Headers.XRequestedWith == "XMLHttpRequest" || request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Path and query, as the address of a page of ours; null for what a browser could take for another site.</summary>
    public static string? OwnAddress(this HttpRequest request)
    {
        var address = request.Path.ToUriComponent() + request.QueryString.ToUriComponent();
        return address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal) ? address : null;
    }

    /// <summary>Leaves the answers to scripts without the pages that tell readers what a status means.</summary>
    public static void UseBareAnswersToScripts(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.IsFromScript() && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        return next(context);
    });
}
