using System.Globalization;
using System.Threading.RateLimiting;

namespace KeyProducts.Web.Access;

/// <summary>How much one address may ask of the pages that are marked with <see cref="LimitedAttribute"/>.</summary>
public enum RequestLimit
{
    /// <summary>Attempts to sign in.</summary>
    SignIn,

    /// <summary>Snapshots that are sent to be checked.</summary>
    Verify,

    /// <summary>Certificates that are looked up.</summary>
    Check,
}

/// <summary>A page that takes so many requests a minute from one address.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LimitedAttribute(RequestLimit limit) : Attribute
{
    /// <summary>Which limit holds.</summary>
    public RequestLimit Limit { get; } = limit;
}

/// <summary>
/// Counts requests by address and turns away what is too much, with 429. The framework's own middleware does the same, but never lets go of its
/// timer, and with it of the program, when the program ends: a test run starts hundreds.
/// </summary>
public sealed class RequestLimits : IDisposable
{
    // A hall full of guests scans certificates through one address; whoever goes through all numbers waits.
    private const int ChecksPerMinute = 120;

    // A newsroom or an inspectorate sits behind one address too; more than one file in three seconds is a machine.
    private const int VerificationsPerMinute = 20;

    private const int UsualSignInsPerMinute = 60;

    private readonly Dictionary<RequestLimit, PartitionedRateLimiter<HttpContext>> limits;

    /// <summary>
    /// Attempts to sign in from one address: 60 a minute unless "KeyProducts:SignInsPerMinute" says otherwise. A council sits behind one address, so
    /// the limit is against machines; each account has its own lockout.
    /// </summary>
    public RequestLimits(IConfiguration configuration)
    {
        var signIns = int.TryParse(configuration["KeyProducts:SignInsPerMinute"], CultureInfo.InvariantCulture, out var set) && set > 0 ? set : UsualSignInsPerMinute;
        limits = new()
        {
            [RequestLimit.SignIn] = ByAddress(signIns),
            [RequestLimit.Verify] = ByAddress(VerificationsPerMinute),
            [RequestLimit.Check] = ByAddress(ChecksPerMinute),
        };
    }

    /// <summary>Whether another request is taken: looking at a form costs nothing, looking up a certificate does.</summary>
    public bool Takes(HttpContext context, RequestLimit limit)
    {
        if (limit != RequestLimit.Check && !HttpMethods.IsPost(context.Request.Method))
        {
            return true;
        }

        using var lease = limits[limit].AttemptAcquire(context);
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        foreach (var limit in limits.Values)
        {
            limit.Dispose();
        }
    }

    private static PartitionedRateLimiter<HttpContext> ByAddress(int perMinute) => PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetSlidingWindowLimiter(
        Sender.KeyOf(context),
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 }));
}

/// <summary>Puts the limits before the pages.</summary>
public static class RequestLimiting
{
    /// <summary>Turns away with 429 what is too much.</summary>
    public static void UseRequestLimits(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<RequestLimits>();
        app.Use((context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<LimitedAttribute>() is not { } limited || limits.Takes(context, limited.Limit))
            {
                return next(context);
            }

            context.LogRefusal("too many requests from one address");
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Task.CompletedTask;
        });
    }
}
