namespace KeyProducts.Web.Access;

/// <summary>Where people reach the program, for addresses that are printed: as it is set up ("KeyProducts:Address"), otherwise as the reader of this request reaches it.</summary>
public sealed class SiteAddress(IConfiguration configuration, IHttpContextAccessor http)
{
    private readonly string? known = configuration["KeyProducts:Address"]?.TrimEnd('/');

    /// <summary>The whole address of a page; outside of a request, when none is set up, its path alone.</summary>
    /// <param name="path">The path, beginning with a slash.</param>
    public string Of(string path) => known is { Length: > 0 }
        ? known + path
        : http.HttpContext?.Request is { } request ? $"{request.Scheme}://{request.Host}{request.PathBase}{path}" : path;
}
