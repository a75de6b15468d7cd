using System.Globalization;

namespace KeyProducts.Benchmarks;

/// <summary>How long many answers of the server took, beside the floor of the same run: a page that reads nothing.</summary>
/// <param name="Name">What was asked for.</param>
/// <param name="Share">Which percentile is judged, for instance 0.95.</param>
/// <param name="Most">The longest that it may be.</param>
/// <param name="Times">How long each answer took.</param>
/// <param name="Floor">What a page that reads nothing took in the same run, at the same percentile.</param>
internal sealed record Percentiles(string Name, double Share, TimeSpan Most, IReadOnlyList<TimeSpan> Times, TimeSpan Floor)
{
    /// <summary>Whether the percentile is good.</summary>
    public bool IsGood => At(Share) <= Most;

    /// <summary>A percentile of the times.</summary>
    public TimeSpan At(double share) => Of(Times, share);

    /// <summary>A percentile of some times.</summary>
    public static TimeSpan Of(IReadOnlyList<TimeSpan> times, double share) => times.Order().ElementAt((int)Math.Ceiling(share * times.Count) - 1);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(IsGood ? "good" : "SLOW"),-5} {Name,-44} p50 {At(0.5).TotalMilliseconds,5:0.0} ms, p{Share * 100:0} {At(Share).TotalMilliseconds,5:0.0} ms, at most {Most.TotalMilliseconds,4:0} ms; floor {Floor.TotalMilliseconds:0.0} ms, {At(Share) / Floor:0.0} times that");
}
