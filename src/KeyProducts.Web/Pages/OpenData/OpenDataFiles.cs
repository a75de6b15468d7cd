using System.Security.Cryptography;
using KeyProducts.Web.Access;
using KeyProducts.Web.Reports.Public.OpenData;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace KeyProducts.Web.Pages.OpenData;

/// <summary>The files of open data and their description: for everybody, programs and other sites included.</summary>
public static class OpenDataFiles
{
    private const string Methods = "GET, HEAD";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head], Writing = [HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete];

    /// <summary>Lets pages of other sites read these addresses, and no others; they send no cookies along. It stands before the cache, whose shortest answers leave such words out.</summary>
    public static void UseOpenData(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/open-data", out var file) ? file.HasValue : context.Request.Path == OpenApiDescription.Address)
        {
            var headers = context.Response.Headers;
            headers.AccessControlAllowOrigin = "*";
            headers.AccessControlExposeHeaders = "ETag, Content-Disposition";
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            // Caches ask each time: what is taken back must not live on in them.
            headers.CacheControl = "public, max-age=0, must-revalidate";
            // A file is the same in every language.
            headers.Remove(HeaderNames.ContentLanguage);
        }

        return next();
    });

    /// <summary>Gives the files their addresses.</summary>
    public static void MapOpenData(this IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("").AllowAnonymous();
        foreach (var method in Reading)
        {
            var files = open.MapGroup("");
            files.MapMethods("/open-data/{dataset}.{format}", [method], (OpenDataSource source, string dataset, string format) => FileAsync(source, dataset, null, format));
            files.MapMethods("/open-data/{dataset}/{year:int}.{format}", [method], (OpenDataSource source, string dataset, int year, string format) => FileAsync(source, dataset, year, format));
            files.MapMethods(OpenApiDescription.Address, [method], DescriptionAsync);
            // Who asks for the head alone gets no content that could be kept.
            if (method == HttpMethods.Get)
            {
                files.CacheOutput(PublicCache.Policy);
            }
        }

        open.MapMethods("/open-data/{**other}", Reading, (OpenDataSource source) => Unknown(source));
        foreach (var address in new[] { "/open-data/{**other}", OpenApiDescription.Address })
        {
            open.MapMethods(address, [HttpMethods.Options], Allowed);
            open.MapMethods(address, Writing, Refused);
        }
    }

    private static async Task<Results<FileContentHttpResult, ContentHttpResult>> FileAsync(OpenDataSource source, string dataset, int? year, string ending)
    {
        var data = await source.LoadAsync();
        return Datasets.Named(dataset) is { } description && DataFormat.All.FirstOrDefault(one => one.Ending == ending) is { } format && data.Of(description, year) is { } published
            ? Answer(DatasetFile.Of(published, format), format.ContentType, published.FileName(format), data.LastChange)
            : Unknown(source);
    }

    private static async Task<FileContentHttpResult> DescriptionAsync(OpenDataSource source)
    {
        var data = await source.LoadAsync();
        return Answer(OpenApiDescription.Of(data), DataFormat.Json.ContentType, null, data.LastChange);
    }

    // Who has the file already is told so in a few bytes.
    private static FileContentHttpResult Answer(byte[] file, string type, string? name, DateTime lastChange) =>
        TypedResults.File(file, type, name, lastModified: lastChange, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file)[..16])}\""));

    // The same answer for a year that is not published and for one that never was.
    private static ContentHttpResult Unknown(OpenDataSource source)
    {
        var (none, all) = (source.InBoth("There are no open data at this address."), source.InBoth("All datasets are listed here:"));
        return TypedResults.Text($"{none.Vietnamese} {all.Vietnamese} /open-data\n{none.English} {all.English} /open-data\n", "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
    }

    private static ContentHttpResult Refused(HttpResponse response)
    {
        response.Headers.Allow = Methods;
        return TypedResults.Text(Methods, "text/plain; charset=utf-8", statusCode: StatusCodes.Status405MethodNotAllowed);
    }

    private static NoContent Allowed(HttpResponse response)
    {
        response.Headers.AccessControlAllowMethods = Methods;
        response.Headers.AccessControlAllowHeaders = "If-None-Match, If-Modified-Since";
        response.Headers.AccessControlMaxAge = "86400";
        return TypedResults.NoContent();
    }
}
