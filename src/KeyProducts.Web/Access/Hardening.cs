using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KeyProducts.Web.Access;

/// <summary>Headers that every answer has, and which proxies are believed.</summary>
public static class Hardening
{
    /// <summary>
    /// Believes a proxy on this machine about the reader's address and whether they came by HTTPS, and proxies elsewhere that "KeyProducts:Proxies" names: addresses or networks,
    /// separated by commas ("10.0.0.5, 10.1.0.0/16"). Nobody else.
    /// </summary>
    /// <exception cref="FormatException">The setting names something else.</exception>
    public static void AddProxy(this IServiceCollection services, IConfiguration configuration)
    {
        var named = (configuration["KeyProducts:Proxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var networks = named.Select(one => System.Net.IPNetwork.TryParse(one.Contains('/') ? one : $"{one}/{(one.Contains(':') ? 128 : 32)}", out var network)
            ? network
            : throw new FormatException($"KeyProducts:Proxies: \"{one}\" is no address and no network.")).ToList();
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            networks.ForEach(options.KnownIPNetworks.Add);
        });
    }

    /// <summary>Lets pages load only what is ours, keeps them out of frames and shared caches, and says nothing to other sites. The page for an error has the same headers.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the last moment: whoever shows an error has cleared what was set before.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (!headers.ContainsKey("Content-Security-Policy"))
            {
                headers.ContentSecurityPolicy = "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
            }

            if (!headers.ContainsKey("Cache-Control"))
            {
                headers.CacheControl = "no-store";
            }

            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = headers["Cross-Origin-Resource-Policy"] is { Count: > 0 } said ? said : "same-origin";
            return Task.CompletedTask;
        });
        return next();
    });

    /// <summary>Pages take the methods of links and forms; everything else is refused before they hear of it.</summary>
    public static void UseMethodsOfForms(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var method = context.Request.Method;
        if (context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null || HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD, POST";
        return Task.CompletedTask;
    });
}
