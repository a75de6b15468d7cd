using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.OutputCaching;

namespace KeyProducts.Web.Access;

/// <summary>
/// Pages and files that are the same for every visitor are made once and kept in memory until something public changes. Browsers ask each
/// time and are told "unchanged" by a few bytes. See docs/decisions/0026-public-site.md.
/// </summary>
public sealed class PublicCache(TimeProvider clock) : IOutputCachePolicy
{
    /// <summary>The name of the policy: <c>[OutputCache(PolicyName = PublicCache.Policy)]</c> on a page, <c>.CacheOutput(PublicCache.Policy)</c> at an endpoint.</summary>
    public const string Policy = "public";

    // What changes is seen at once (PublicChanges); should that ever be missed, after this time.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    // So many addresses keep the time of their last change; more than a site has.
    private const int MostStamps = 20_000;

    // What is shorter fits into one parcel of the network anyway.
    private const int LeastPacked = 1_000;

    // A query longer than any form of ours makes is answered, not kept.
    private const int LongestQuery = 300;

    private readonly ConcurrentDictionary<string, Stamp> stamps = new(StringComparer.Ordinal);
    private long edition;

    /// <summary>Forgets everything. What is being made at this moment from what was stored before is kept under the old edition, which nobody asks for any more.</summary>
    public async Task EmptyAsync(IOutputCacheStore store)
    {
        Interlocked.Increment(ref edition);
        await store.EvictByTagAsync(Policy, CancellationToken.None);
    }

    ValueTask IOutputCachePolicy.CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var isForEverybody = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && !request.Brings(AccountRules.SignInCookie) && !request.Brings(AccountRules.SaidCookie)
            && (request.QueryString.Value?.Length ?? 0) <= LongestQuery;
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = isForEverybody;
        if (!isForEverybody)
        {
            return ValueTask.CompletedTask;
        }

        // One visitor makes a page, the others wait for it.
        context.AllowLocking = true;
        context.Tags.Add(Policy);
        context.ResponseExpirationTimeSpan = Longest;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["coding"] = CodingOf(request) ?? "";
        context.CacheVaryByRules.VaryByValues["language"] = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        context.CacheVaryByRules.VaryByValues["edition"] = Interlocked.Read(ref edition).ToString(CultureInfo.InvariantCulture);
        // Certificates expire and terms end with a day in Hà Nội.
        context.CacheVaryByRules.VaryByValues["day"] = HanoiTime.DayOf(clock.GetUtcNow().UtcDateTime).DayNumber.ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }

    ValueTask IOutputCachePolicy.ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    ValueTask IOutputCachePolicy.ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        // Only what was found, and never what was said to one visitor.
        var response = context.HttpContext.Response;
        context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0;
        return ValueTask.CompletedTask;
    }

    /// <summary>Gives what is about to be kept its hash, its time and the word to browsers to ask again.</summary>
    internal async Task StampAsync(HttpContext http, RequestDelegate next)
    {
        var (request, response) = (http.Request, http.Response);
        if (http.Features.Get<IOutputCacheFeature>()?.Context is not { EnableOutputCaching: true })
        {
            await next(http);
            return;
        }

        var outside = response.Body;
        using var made = new MemoryStream();
        response.Body = made;
        try
        {
            await next(http);
        }
        finally
        {
            response.Body = outside;
        }

        ReadOnlyMemory<byte> content = made.GetBuffer().AsMemory(0, (int)made.Length);
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            var coding = content.Length > LeastPacked && IsText(response.ContentType) ? CodingOf(request) : null;
            if (coding is not null)
            {
                content = Pack(content, coding);
                response.Headers.ContentEncoding = coding;
            }

            var stamp = StampOf($"{coding} {request.Path}{request.QueryString}\n{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}", content.Span);
            response.Headers.ETag = stamp.Tag;
            // Who knows when its records were changed has said so; that holds longer than this program runs.
            response.Headers.LastModified = response.Headers.LastModified.Count > 0 ? response.Headers.LastModified : stamp.Since.ToString("R", CultureInfo.InvariantCulture);
            response.Headers.CacheControl = "public, max-age=0, must-revalidate";
            response.Headers.Vary = "Accept-Encoding, Accept-Language, Cookie";
            response.ContentLength = content.Length;
        }

        if (content.Length > 0)
        {
            await outside.WriteAsync(content, http.RequestAborted);
        }
    }

    // Pages of visitors hold no secret that the length of a packed page could tell.
    private static ReadOnlyMemory<byte> Pack(ReadOnlyMemory<byte> content, string coding)
    {
        using var packed = new MemoryStream();
        using (Stream pack = coding == "br" ? new BrotliStream(packed, CompressionLevel.Optimal) : new GZipStream(packed, CompressionLevel.Optimal))
        {
            pack.Write(content.Span);
        }

        return packed.ToArray();
    }

    private static string? CodingOf(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br" : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip" : null;
    }

    // Workbooks and pictures are packed already.
    private static bool IsText(string? type) => type is not null
        && (type.StartsWith("text/", StringComparison.Ordinal) || type.Contains("json", StringComparison.Ordinal) || type.Contains("xml;", StringComparison.Ordinal) || type.EndsWith("xml", StringComparison.Ordinal));

    // The same content again, after it was forgotten, has not been modified.
    private Stamp StampOf(string address, ReadOnlySpan<byte> content)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content)[..16])}\"";
        if (stamps.TryGetValue(address, out var known) && known.Tag == tag)
        {
            return known;
        }

        if (stamps.Count >= MostStamps)
        {
            stamps.Clear();
        }

        return stamps[address] = new Stamp(tag, clock.GetUtcNow());
    }

    private sealed record Stamp(string Tag, DateTimeOffset Since);
}

/// <summary>Puts the public cache between the pages and their visitors.</summary>
public static class PublicCaching
{
    private const long MostBytes = 64L << 20;

    /// <summary>The cache, and what empties it.</summary>
    public static void AddPublicCache(this IServiceCollection services)
    {
        services.AddSingleton<PublicCache>();
        services.AddScoped<PublicChanges>();
        services.AddHostedService<PublicNews>();
        services.ConfigureDbContext<AppDbContext>((provider, options) => options.AddInterceptors(provider.GetRequiredService<PublicChanges>()));
        services.AddOutputCache(options => options.SizeLimit = MostBytes);
        services.AddOptions<OutputCacheOptions>().Configure<PublicCache>((options, cache) => options.AddPolicy(PublicCache.Policy, cache));
    }

    /// <summary>Answers from memory before anybody is asked who they are.</summary>
    public static void UsePublicCache(this WebApplication app)
    {
        var cache = app.Services.GetRequiredService<PublicCache>();
        app.UseOutputCache();
        app.Use((context, next) => cache.StampAsync(context, next));
    }
}
