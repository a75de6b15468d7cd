using System.Security.Cryptography;
using KeyProducts.Web.Reports.Public.OpenData;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace KeyProducts.Web.Pages.OpenData;

/// <summary>The files of open data and their description: for everybody, programs and other sites included.</summary>
public static class OpenDataFiles
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Gives them their addresses.</summary>
    public static void MapOpenData(this IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("").AllowAnonymous();
        open.MapMethods("/open-data/{dataset}.{format}", Reading, (HttpContext context, OpenDataSource source, string dataset, string format) => FileAsync(context, source, dataset, null, format));
        open.MapMethods("/open-data/{dataset}/{year:int}.{format}", Reading, (HttpContext context, OpenDataSource source, string dataset, int year, string format) => FileAsync(context, source, dataset, year, format));
        open.MapMethods(OpenApiDescription.Address, Reading, DescriptionAsync);
        open.MapMethods("/open-data/{**other}", Reading, async (HttpContext context, OpenDataSource source) => Unknown(context, await source.LoadAsync()));
        open.MapMethods("/open-data/{**other}", [HttpMethods.Options], Allowed);
        open.MapMethods(OpenApiDescription.Address, [HttpMethods.Options], Allowed);
    }

    private static async Task<Results<FileContentHttpResult, ContentHttpResult>> FileAsync(HttpContext context, OpenDataSource source, string dataset, int? year, string ending)
    {
        var data = await source.LoadAsync();
        return Datasets.Named(dataset) is { } description && DataFormat.All.FirstOrDefault(one => one.Ending == ending) is { } format && data.Of(description, year) is { } published
            ? Answer(context, DatasetFile.Of(published, format), format.ContentType, published.FileName(format), data.LastChange)
            : Unknown(context, data);
    }

    private static async Task<FileContentHttpResult> DescriptionAsync(HttpContext context, OpenDataSource source)
    {
        var data = await source.LoadAsync();
        return Answer(context, OpenApiDescription.Of(data), DataFormat.Json.ContentType, null, data.LastChange);
    }

    // Who has the file already is told so in a few bytes.
    private static FileContentHttpResult Answer(HttpContext context, byte[] file, string type, string? name, DateTime lastChange)
    {
        Open(context.Response);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file))[..32]}\"");
        return TypedResults.File(file, type, name, lastModified: lastChange, entityTag: tag);
    }

    // The same answer for a year that is not published and for one that never was.
    private static ContentHttpResult Unknown(HttpContext context, PublicData data)
    {
        Open(context.Response);
        var (none, all) = (data.InBoth("There are no open data at this address."), data.InBoth("All datasets are listed here:"));
        return TypedResults.Text($"{none.Vietnamese} {all.Vietnamese} /open-data\n{none.English} {all.English} /open-data\n", "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
    }

    private static NoContent Allowed(HttpContext context)
    {
        Open(context.Response);
        var headers = context.Response.Headers;
        headers.AccessControlAllowMethods = "GET, HEAD";
        headers.AccessControlAllowHeaders = "If-None-Match, If-Modified-Since";
        headers.AccessControlMaxAge = "86400";
        return TypedResults.NoContent();
    }

    // Pages of other sites may read these addresses, and no others; they send no cookies along. Caches ask each time whether it is still so:
    // what is taken back must not live on in them.
    private static void Open(HttpResponse response)
    {
        var headers = response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "ETag, Content-Disposition";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.CacheControl = "public, no-cache";
        // A file is the same in every language.
        headers.Remove(HeaderNames.ContentLanguage);
    }
}
