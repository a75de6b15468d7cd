using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;

namespace KeyProducts.Web.Text;

/// <summary>Leaves the character NUL out of what is sent: nobody types it, and PostgreSQL stores no text with it.</summary>
public sealed class PlainCharacters : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (request.Query.Any(field => HasNul(field.Key, field.Value)))
        {
            request.Query = new QueryCollection(Plain(request.Query));
        }

        if (await FormAsync(request, context.HttpContext.RequestAborted) is { } form && form.Any(field => HasNul(field.Key, field.Value)))
        {
            request.Form = new FormCollection(Plain(form), form.Files);
        }

        await next();
    }

    // It has been read before, for its token. What cannot be read, binding refuses with a sentence.
    private static async Task<IFormCollection?> FormAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(cancel) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool HasNul(string name, StringValues values) => name.Contains('\0', StringComparison.Ordinal) || values.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true);

    private static Dictionary<string, StringValues> Plain(IEnumerable<KeyValuePair<string, StringValues>> fields) => fields
        .Where(field => !field.Key.Contains('\0', StringComparison.Ordinal))
        .ToDictionary(field => field.Key, field => new StringValues([.. field.Value.Select(value => value?.Replace("\0", "", StringComparison.Ordinal))]), StringComparer.OrdinalIgnoreCase);
}
