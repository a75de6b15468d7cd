using System.Text;
using System.Text.Encodings.Web;
using KeyProducts.Web.Access;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Pages;

/// <summary>
/// What a reader sees when the store fails under a page: a sentence, and what was typed. The page needs neither database nor sign-in, which may be just what does not work, and the log gets one line.
/// </summary>
public static partial class StorageFaultPage
{
    private static readonly string[] OfThePage = ["Content-Type", "Content-Length", "Content-Encoding", "Content-Disposition", "ETag", "Last-Modified", "Location", "Set-Cookie"];

    /// <summary>Answers what fails for the store's sake with 503, or 507 when there is no room.</summary>
    public static void UseStorageFaults(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception error) when (StorageFaults.Of(error) is not null && !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            context.Log(error);
            await WriteAsync(context, StorageFaults.Of(error)!.Value);
        }
    });

    /// <summary>Notes a failure of the store on one line, with its cause.</summary>
    public static void Log(this HttpContext context, Exception error) => LogFault(
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StorageFaults).FullName!),
        StorageFaults.Of(error), StorageFaults.OneLine(error), context.Request.Method, context.Request.Path, context.TraceIdentifier);

    private static async Task WriteAsync(HttpContext context, StorageFault fault)
    {
        // What guards the answer stays; what described the page that was to come goes.
        foreach (var header in OfThePage)
        {
            context.Response.Headers.Remove(header);
        }

        context.Response.StatusCode = StorageFaults.Status(fault);
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.IsFromScript())
        {
            return;
        }

        var T = context.RequestServices.GetRequiredService<IStringLocalizer<Words>>();
        var html = context.RequestServices.GetRequiredService<HtmlEncoder>();
        var page = new StringBuilder($"""
            <!DOCTYPE html>
            <html lang="{Languages.Current}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>{html.Encode(T["The program cannot work at the moment"])}</title><link rel="stylesheet" href="/site.css"></head>
            <body><main id="main">
            <h1>{html.Encode(T["The program cannot work at the moment"])}</h1>
            <p class="notice wrong"><b>{html.Encode(T[StorageFaults.Sentence(fault)])}</b> {html.Encode(T["Nothing was saved. Try again in a while; if it happens again, tell an administrator: {0}.", context.TraceIdentifier])}</p>

            """);
        var typed = await TypedAsync(context);
        if (typed.Count > 0)
        {
            page.Append("<section class=\"panel\"><h2>").Append(html.Encode(T["What you typed"])).Append("</h2><dl class=\"details\">");
            foreach (var (name, value) in typed)
            {
                page.Append("<dt>").Append(html.Encode(name)).Append("</dt><dd class=\"lines\">").Append(html.Encode(value)).Append("</dd>");
            }

            page.Append("</dl></section>");
        }

        page.Append("<p><a href=\"/\">").Append(html.Encode(T["To the start page"])).Append("</a></p></main></body></html>");
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(page.ToString());
    }

    private static async Task<List<(string Name, string Value)>> TypedAsync(HttpContext context)
    {
        try
        {
            var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : FormCollection.Empty;
            return
            [
                .. form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal) && !field.Key.EndsWith("Version", StringComparison.Ordinal) && !field.Key.Contains("Password", StringComparison.Ordinal))
                    .SelectMany(field => field.Value.Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => (field.Key.Replace("Input.", "", StringComparison.Ordinal), value!))),
            ];
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            return [];
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The store fails ({Fault}): {Cause} at {Method} {Path}, request {Request}")]
    private static partial void LogFault(ILogger log, StorageFault? fault, string cause, string method, string path, string request);
}
