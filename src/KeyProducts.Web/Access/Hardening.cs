using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KeyProducts.Web.Access;

/// <summary>Headers and limits that every answer and every sign-in pass.</summary>
public static class Hardening
{
    /// <summary>The limit on attempts to sign in.</summary>
    public const string SignInLimit = "sign-in";

    /// <summary>The limit on snapshots that are sent to be checked.</summary>
    public const string VerifyLimit = "verify";

    /// <summary>The limit on certificates that are looked up.</summary>
    public const string CheckLimit = "check";

    // A hall full of guests scans certificates through one address; whoever goes through all numbers waits.
    private const int ChecksPerMinute = 120;

    // A newsroom or an inspectorate sits behind one address too; more than one file in three seconds is a machine.
    private const int VerificationsPerMinute = 20;

    /// <summary>
    /// Attempts to sign in from one address: 60 a minute unless "KeyProducts:SignInsPerMinute" says otherwise. A council sits behind one
    /// address, so the limit is against machines; each account has its own lockout.
    /// </summary>
    public static void AddSignInLimit(this IServiceCollection services, IConfiguration configuration)
    {
        var perMinute = int.TryParse(configuration["KeyProducts:SignInsPerMinute"], CultureInfo.InvariantCulture, out var set) && set > 0 ? set : 60;
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                context.HttpContext.LogRefusal("too many requests from one address");
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(SignInLimit, context => PostsOf(context, perMinute));
            options.AddPolicy(VerifyLimit, context => PostsOf(context, VerificationsPerMinute));
            options.AddPolicy(CheckLimit, context => AllOf(context, ChecksPerMinute));
        });
    }

    /// <summary>Notes in the log that somebody was turned away: who, from where, at which page. Queries stay out, because links hold secrets there.</summary>
    public static void LogRefusal(this HttpContext context, string why)
    {
        var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Hardening));
        log.LogWarning("Refused, {Why}: {Method} {Path} by {Account} from {Address}", why, context.Request.Method, context.Request.Path.Value, KnownSessions.PersonOf(context.User), context.Connection.RemoteIpAddress);
    }

    private static RateLimitPartition<string> PostsOf(HttpContext context, int perMinute) =>
        HttpMethods.IsPost(context.Request.Method) ? AllOf(context, perMinute) : RateLimitPartition.GetNoLimiter("looking");

    private static RateLimitPartition<string> AllOf(HttpContext context, int perMinute) => RateLimitPartition.GetSlidingWindowLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });

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

    /// <summary>Browsers that have been here once by HTTPS come back by nothing else for a year, nor to a name below this one.</summary>
    public static void AddHttpsOnly(this IServiceCollection services) => services.AddHsts(options => (options.MaxAge, options.IncludeSubDomains) = (TimeSpan.FromDays(365), true));

    /// <summary>Lets pages load only what is ours, keeps them out of frames and shared caches, and says nothing to other sites. The page for an error has the same headers.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the last moment: whoever shows an error has cleared what was set before.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (!headers.ContainsKey("Content-Security-Policy"))
            {
                headers.ContentSecurityPolicy = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
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
