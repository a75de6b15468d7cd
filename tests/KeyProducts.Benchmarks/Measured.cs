using System.Diagnostics;
using System.Globalization;

namespace KeyProducts.Benchmarks;

/// <summary>How long an act takes, and how long it may.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Most">The longest that is still good.</param>
/// <param name="Times">How long each run took; the first includes what a program does once.</param>
internal sealed record Measured(string Name, TimeSpan Most, IReadOnlyList<TimeSpan> Times)
{
    /// <summary>Whether even the slowest run was good.</summary>
    public bool IsGood => Times.Max() <= Most;

    /// <summary>Measures an act some times.</summary>
    public static async Task<Measured> OfAsync(string name, TimeSpan most, int runs, Func<Task> act)
    {
        var times = new List<TimeSpan>();
        for (var run = 0; run < runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            await act();
            times.Add(Stopwatch.GetElapsedTime(start));
        }

        return new Measured(name, most, times);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(IsGood ? "good" : "SLOW"),-5} {Name,-44} first {Times[0].TotalMilliseconds,7:0} ms, best {Times.Min().TotalMilliseconds,7:0} ms, at most {Most.TotalMilliseconds,6:0} ms");
}
