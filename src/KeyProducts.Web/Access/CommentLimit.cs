using System.Threading.RateLimiting;

namespace KeyProducts.Web.Access;

/// <summary>
/// How many comments are taken: so many a minute from one address, which may be that of a whole office, and so many from everywhere, so that a
/// thousand addresses do not fill the disk. What is refused is shown again to its writer with everything typed, and taken a minute later.
/// </summary>
public sealed class CommentLimit : IDisposable
{
    /// <summary>The most comments from one address in a minute.</summary>
    public const int PerAddress = 10;

    /// <summary>The most from everywhere in a minute.</summary>
    public const int Everywhere = 300;

    private readonly PartitionedRateLimiter<string> limit = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetSlidingWindowLimiter(address, _ => Window(PerAddress))),
        PartitionedRateLimiter.Create<string, string>(_ => RateLimitPartition.GetSlidingWindowLimiter("", _ => Window(Everywhere))));

    /// <summary>Whether another comment is taken from an address now.</summary>
    public bool Takes(HttpContext context)
    {
        using var lease = limit.AttemptAcquire(Sender.KeyOf(context));
        return lease.IsAcquired;
    }

    public void Dispose() => limit.Dispose();

    private static SlidingWindowRateLimiterOptions Window(int permits) => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 };
}
