using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace KeyProducts.Web.Pages;

/// <summary>
/// Lets a page take files, up to so many megabytes in one request; all other pages keep the small limit of the server. What is too much is
/// answered with a page that says so: it is read to its end first, because browsers show no answer while they still send.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesFilesAttribute(int mostMegabytes) : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    private const long MostRead = 2L << 30;

    // Before the check of the form's token, which reads the form.
    public int Order => 900;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
        {
            return;
        }

        var most = (long)mostMegabytes << 20;
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = request.ContentLength > most ? MostRead : most;
        }

        context.Result = request.ContentLength > most ? await TooMuchAsync(request) : await ReadAsync(context.HttpContext, most);
    }

    private static async Task<IActionResult?> ReadAsync(HttpContext http, long most)
    {
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = most }));
        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException tooMuch) when (tooMuch.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return await TooMuchAsync(http.Request);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or OperationCanceledException)
        {
            // The connection broke off, or what came is no form; whoever still listens is told that nothing was saved.
            return Without(http.Request, StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<IActionResult> TooMuchAsync(HttpRequest request)
    {
        try
        {
            await request.Body.CopyToAsync(Stream.Null, request.HttpContext.RequestAborted);
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            // Gone, or beyond all measure.
        }

        return Without(request, StatusCodes.Status413PayloadTooLarge);
    }

    // The page that is shown instead must not look for a form in what has been read already.
    private static StatusCodeResult Without(HttpRequest request, int status)
    {
        request.Body = Stream.Null;
        request.ContentType = null;
        request.ContentLength = 0;
        return new StatusCodeResult(status);
    }
}
