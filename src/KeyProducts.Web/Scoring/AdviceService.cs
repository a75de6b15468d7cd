using KeyProducts.Domain;
using Microsoft.Extensions.Caching.Memory;

namespace KeyProducts.Web.Scoring;

/// <summary>
/// What is advised beside a year's result. It is the same for the same content, so what has been reckoned once is kept under the content's hash: nothing can be out of date. One for the
/// whole program.
/// </summary>
public sealed class AdviceService : IDisposable
{
    private const int MostKept = 32;
    private static readonly TimeSpan KeptUnused = TimeSpan.FromHours(1);

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>The advice for a year's result. Two readers who come at once wait for one reckoning.</summary>
    public RankingAdvice AdviseOn(YearResult year) => kept.GetOrCreate(year.Seed, entry =>
    {
        entry.SetSize(1).SetSlidingExpiration(KeptUnused);
        return new Lazy<RankingAdvice>(() => RankingAdvice.Of(year.Content.Input, year.Result, year.Seed));
    })!.Value;

    public void Dispose() => kept.Dispose();
}
