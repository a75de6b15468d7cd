using System.Diagnostics;

namespace KeyProducts.Benchmarks;

/// <summary>What one connection does again and again: makes its next request, and looks at the answer.</summary>
internal interface ICaller
{
    /// <summary>The next request.</summary>
    byte[] Next();

    /// <summary>Whether the answer is what it should be.</summary>
    bool Take(int status, Connection answer);
}

/// <summary>Opens one page again and again.</summary>
internal sealed class Reader(string address, string cookies = "") : ICaller
{
    private readonly byte[] request = Connection.Get(address, cookies);

    public byte[] Next() => request;

    public bool Take(int status, Connection answer) => status == 200;
}

/// <summary>Requests per second of some connections that each ask again as soon as they have their answer.</summary>
/// <param name="PerSecond">Answers per second.</param>
/// <param name="Times">How long each took, the shortest first.</param>
/// <param name="Size">How many bytes the last answer had, without its head.</param>
internal sealed record Load(double PerSecond, IReadOnlyList<TimeSpan> Times, int Size)
{
    /// <summary>A percentile of the times, in milliseconds.</summary>
    public double Milliseconds(double share) => Times.Count == 0 ? 0 : Times[(int)Math.Ceiling(share * Times.Count) - 1].TotalMilliseconds;

    /// <summary>Lets each caller have a connection of its own for some time.</summary>
    public static async Task<Load> OfAsync(int port, IReadOnlyList<ICaller> callers, TimeSpan time)
    {
        var connections = new List<Connection>();
        try
        {
            foreach (var _ in callers)
            {
                connections.Add(await Connection.OpenAsync(port));
            }

            var start = Stopwatch.GetTimestamp();
            var times = await Task.WhenAll(callers.Zip(connections, (caller, connection) => Task.Run(() => CallAsync(caller, connection, start, time))));
            var took = Stopwatch.GetElapsedTime(start);
            return new Load(times.Sum(one => one.Count) / took.TotalSeconds, [.. times.SelectMany(one => one).Order()], connections[0].Size);
        }
        finally
        {
            connections.ForEach(one => one.Dispose());
        }
    }

    private static async Task<List<TimeSpan>> CallAsync(ICaller caller, Connection connection, long start, TimeSpan time)
    {
        var times = new List<TimeSpan>();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            var request = caller.Next();
            var asked = Stopwatch.GetTimestamp();
            var status = await connection.SendAsync(request);
            times.Add(Stopwatch.GetElapsedTime(asked));
            if (!caller.Take(status, connection))
            {
                var text = connection.Text();
                throw new InvalidOperationException($"Unexpected answer {status}: {text[..Math.Min(500, text.Length)]}");
            }
        }

        return times;
    }
}
