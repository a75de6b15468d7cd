using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.HttpOverrides;

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
            options.AddPolicy(SignInLimit, context => PostsOf(context, perMinute));
            options.AddPolicy(VerifyLimit, context => PostsOf(context, VerificationsPerMinute));
            options.AddPolicy(CheckLimit, context => AllOf(context, ChecksPerMinute));
        });
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

    /// <summary>Lets pages load only what is ours, keeps them out of frames and shared caches, and says nothing to other sites.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        context.Response.OnStarting(() =>
        {
            if (!headers.ContainsKey("Cache-Control"))
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next();
    });
}
