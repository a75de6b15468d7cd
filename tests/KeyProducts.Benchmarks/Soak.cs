using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace KeyProducts.Benchmarks;

/// <summary>
/// Hours of a busy day in one: readers of all main pages and judges who save marks, at half of what the server can do at most, with sign-ins, exports and imports between
/// them and the daily backup at the start. Ends well when nothing failed, judges saved at the rate asked for, the rest was really done beside it, memory stayed flat, every acknowledged
/// mark is stored and <c>check</c> finds nothing.
/// </summary>
internal sealed partial class Soak(ServerProcess server, Visitors visitors)
{
    private const int Workers = 16, Smaller = 36;
    private const double MostGrowth = 1.1, LeastRate = 0.95, LeastOfOthers = 0.6;
    private const long MostGrowthBytes = 30L << 20;

    private readonly ConcurrentQueue<string> errors = new();
    private readonly ConcurrentDictionary<string, int> done = new();
    private readonly ConcurrentBag<TimeSpan> saveTimes = [];
    private readonly List<TimeSpan> allTimes = [];
    private ConcurrentBag<TimeSpan> times = [];
    private long errorCount, savesDue, savesMade;

    private Browser Officer { get; } = new(server.Port);

    /// <summary>Runs it and prints a line a minute; false when something was not as it should be.</summary>
    public static async Task<bool> RunAsync(string folder, TimeSpan time)
    {
        await MeasuredYears.PrepareAsync(folder);
        var began = DateTime.UtcNow;
        await using var server = await ServerProcess.StartAsync(folder, backsUp: true);
        var visitors = await Visitors.SignInAsync(server.Port, folder);
        var soak = new Soak(server, visitors);
        var isGood = await soak.LastAsync(time, folder);
        void Judge(string what, bool isSo, string figure)
        {
            isGood &= isSo;
            Console.WriteLine($"{(isSo ? "yes" : "NO"),-4} {what}{(figure.Length > 0 ? ": " + figure : "")}");
        }

        var complaints = server.Complaints;
        Judge("Nothing worse than information in the log", complaints.Count == 0, string.Join(Environment.NewLine, complaints.Take(5)));
        // In a folder of before the last one may be younger than a day; then none is due.
        var backups = new DirectoryInfo(Path.Combine(folder, "backups")) is { Exists: true } there ? there.GetFiles("keyproducts-*-daily*.zip").Select(file => file.LastWriteTimeUtc).ToList() : [];
        Judge("The daily backup was made", backups.Any(at => at > began.AddDays(-1)), $"{backups.Count(at => at > began)} since the start");
        Judge("Ends when told to", await server.StopAsync() == 0, "");
        var missing = await visitors.MissingAsync(folder);
        Judge($"The last of {visitors.Writers.Sum(writer => writer.Saved)} acknowledged marks are stored (those before the measuring too)", missing.Count == 0, string.Join(Environment.NewLine, missing.Take(5)));
        var (code, said) = await ServerProcess.RunAsync(folder, "check");
        Judge("check finds everything whole", code == 0, Environment.NewLine + said.Trim());
        Console.WriteLine(isGood ? "The soak is passed." : "The soak is NOT passed.");
        return isGood;
    }

    private async Task<bool> LastAsync(TimeSpan time, string folder)
    {
        // What a server does first it does slowly; the most that it can do is measured after that.
        var workers = Enumerable.Range(0, Workers).Select(place => new Mix(visitors, place)).ToList();
        var warm = TimeSpan.FromSeconds(Math.Clamp(time.TotalSeconds / 10, 5, 30));
        await Load.OfAsync(server.Port, workers, warm);
        var most = await Load.OfAsync(server.Port, workers, warm);
        var target = most.PerSecond / 2;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"At most {most.PerSecond:0} requests a second of the mix, p99 {most.Milliseconds(0.99):0} ms; {time.TotalMinutes:0.#} minutes at half of it, {target:0} a second:"));
        Console.WriteLine("minute  req/s  p50 ms  p99 ms  errors  RSS MB  heap MB  database MB");
        await Officer.SignInAsync("officer@demo.local");
        using var over = new CancellationTokenSource(time);
        var started = Stopwatch.GetTimestamp();
        (string Name, int Seconds, Func<int, Task> Act)[] others = [("sign-ins", 3, SignInAsync), ("exports", 7, ExportAsync), ("imports", 20, ImportAsync)];
        var besides = others.Select(one => EveryAsync(TimeSpan.FromSeconds(one.Seconds), one.Act, over.Token)).ToList();
        var paced = workers.Select((worker, place) => Task.Run(() => PaceAsync(worker, Workers / target, place / target, time, over.Token))).ToList();
        var samples = await SampleAsync(time, started, folder);
        await Task.WhenAll([.. besides, .. paced]);
        allTimes.AddRange(times);
        return Verdict(samples, time, others.Select(one => (one.Name, one.Seconds)));
    }

    private bool Verdict(List<(long Rss, long Heap)> samples, TimeSpan time, IEnumerable<(string Name, int Seconds)> others)
    {
        var isGood = true;
        void Judge(bool isSo, FormattableString what)
        {
            isGood &= isSo;
            Console.WriteLine($"{(isSo ? "yes" : "NO"),-4} {what.ToString(CultureInfo.InvariantCulture)}");
        }

        Judge(errorCount == 0, $"No error: {errorCount} errors");
        foreach (var error in errors.Take(10))
        {
            Console.WriteLine($"     {error}");
        }

        // Each round begins a while after the last one ended, so there are fewer than the time has room for.
        foreach (var (name, seconds) in others)
        {
            var (made, rounds) = (done.GetValueOrDefault(name), (int)(time.TotalSeconds / seconds));
            Judge(made >= Math.Max(1, rounds * LeastOfOthers), $"Besides the mix {made} {name}, at most {rounds} in the time");
        }

        var rate = savesDue == 0 ? 0 : (double)savesMade / savesDue;
        Judge(rate >= LeastRate, $"The judges saved at the rate asked for: {savesMade} of {savesDue} marks that fell due, {rate:0.0%}; {savesMade / time.TotalSeconds:0.0} a second");
        foreach (var (name, some) in new[] { ("All requests of the mix", allTimes), ("Saves", [.. saveTimes]) }.Where(one => one.Item2.Count > 0))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"     {name}: {some.Count}, p50 {Percentiles.Of(some, 0.5).TotalMilliseconds:0.0} ms, p99 {Percentiles.Of(some, 0.99).TotalMilliseconds:0.0} ms"));
        }

        var quarter = samples.Count / 4;
        foreach (var (name, of) in new (string, Func<(long Rss, long Heap), long>)[] { ("Resident memory", one => one.Rss), ("Heap of objects", one => one.Heap) })
        {
            var (second, last) = (samples.Skip(quarter).Take(quarter).Average(of), samples.TakeLast(quarter).Average(of));
            // A small growth in a small heap is chance.
            var isFlat = last <= Math.Max(second * MostGrowth, second + MostGrowthBytes);
            var trend = TrendOf([.. samples.Skip(quarter).Select(one => of(one) / (double)(1 << 20))], time * 0.75);
            Judge(isFlat, $"{name} is flat: {second / (1 << 20):0} MB in the second quarter, {last / (1 << 20):0} MB in the last, {trend:+0;-0;0} MB an hour after the first");
        }

        return isGood;
    }

    // The slope of the line that lies nearest to all samples, for an hour.
    private static double TrendOf(double[] samples, TimeSpan time)
    {
        var (middle, mean) = ((samples.Length - 1) / 2.0, samples.Average());
        var square = samples.Select((_, place) => (place - middle) * (place - middle)).Sum();
        return square == 0 ? 0 : samples.Select((sample, place) => (place - middle) * (sample - mean)).Sum() / square * samples.Length / time.TotalHours;
    }

    // A line for each minute, or for each tenth of a short trial; memory ten times as often.
    private async Task<List<(long Rss, long Heap)>> SampleAsync(TimeSpan time, long started, string folder)
    {
        var line = TimeSpan.FromSeconds(Math.Min(60, time.TotalSeconds / 10));
        var samples = new List<(long Rss, long Heap)>();
        for (var lines = 1; line * lines <= time; lines++)
        {
            for (var part = 1; part <= 10; part++)
            {
                var wait = (line * (lines - 1)) + (line * part / 10) - Stopwatch.GetElapsedTime(started);
                await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
                samples.Add((server.Memory.Now, await HeapAsync()));
            }

            var past = Interlocked.Exchange(ref times, []).Order().ToList();
            allTimes.AddRange(past);
            var (rss, heap) = (samples.TakeLast(10).Average(one => one.Rss), samples.TakeLast(10).Average(one => one.Heap));
            double At(double share) => past.Count == 0 ? 0 : past[(int)Math.Ceiling(share * past.Count) - 1].TotalMilliseconds;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(line * lines).TotalMinutes,6:0.0} {past.Count / line.TotalSeconds,6:0} {At(0.5),7:0.0} {At(0.99),7:0.0} {Interlocked.Read(ref errorCount),7} {rss / (1 << 20),7:0} {heap / (1 << 20),8:0} {Pages.SizeOf(folder) >> 20,12}"));
        }

        return samples;
    }

    private async Task<long> HeapAsync()
    {
        using var connection = await Connection.OpenAsync(server.Port);
        await connection.SendAsync(Connection.Get(PlainText.Heap));
        return long.Parse(connection.Text(), CultureInfo.InvariantCulture);
    }

    // Requests fall due one after the other, whether the last one is answered or not: who waits for a slow server is measured as waiting.
    private async Task PaceAsync(Mix worker, double secondsBetween, double from, TimeSpan time, CancellationToken over)
    {
        var connection = await Connection.OpenAsync(server.Port);
        var start = Stopwatch.GetTimestamp();
        var due = TimeSpan.FromSeconds(from);
        for (; !over.IsCancellationRequested; due += TimeSpan.FromSeconds(secondsBetween))
        {
            if (due - Stopwatch.GetElapsedTime(start) is var wait && wait > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(wait, CancellationToken.None);
            }

            try
            {
                var request = NextOf(worker);
                var status = await connection.SendAsync(request);
                var took = Stopwatch.GetElapsedTime(start) - due;
                times.Add(took);
                if (!worker.Take(status, connection))
                {
                    Note($"{worker}: {status} {connection.Text()[..Math.Min(200, connection.Size)]}");
                }
                else if (worker.IsSave)
                {
                    saveTimes.Add(took);
                    Interlocked.Increment(ref savesMade);
                }
            }
            catch (Exception broken) when (broken is IOException or System.Net.Sockets.SocketException)
            {
                Note($"{worker}: {broken.Message}");
                connection.Dispose();
                connection = await Connection.OpenAsync(server.Port);
            }
        }

        // What fell due and was not sent any more counts as asked for.
        for (; due < time; due += TimeSpan.FromSeconds(secondsBetween))
        {
            NextOf(worker);
        }

        connection.Dispose();
    }

    private byte[] NextOf(Mix worker)
    {
        var request = worker.Next();
        if (worker.IsSave)
        {
            Interlocked.Increment(ref savesDue);
        }

        return request;
    }

    private async Task EveryAsync(TimeSpan pause, Func<int, Task> act, CancellationToken over)
    {
        for (var round = 0; !over.IsCancellationRequested; round++)
        {
            try
            {
                await act(round);
                await Task.Delay(pause, over);
            }
            catch (TaskCanceledException) when (over.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failed) when (failed is InvalidOperationException or HttpRequestException or TaskCanceledException)
            {
                Note(failed.Message);
            }
        }
    }

    private async Task SignInAsync(int round)
    {
        using var browser = new Browser(server.Port);
        await browser.SignInAsync(Judging.Email(1 + (round % Judging.Judges)));
        await browser.OpenAsync("/judging");
        await browser.SignOutAsync();
        done.AddOrUpdate("sign-ins", 1, (_, count) => count + 1);
    }

    private async Task ExportAsync(int round)
    {
        var (year, published) = MeasuredYears.Sizes.Where(size => size.Rows == Smaller).Select(size => (size.InJudging, size.Published)).Single();
        string[] files =
        [
            $"/programmes/{year}/nominations/excel", $"/programmes/{year}/nominations/csv", $"/programmes/{year}/ranking/pdf", $"/programmes/{published}/recognition/excel", $"/programmes/{published}/recognition/pdf",
            $"/programmes/{MeasuredYears.Sizes[^1].InJudging}/nominations/csv", "/open-data/recognised-products.csv",
        ];
        var (status, _, body) = await Officer.SendAsync(files[round % files.Length]);
        Require.That(status == HttpStatusCode.OK && body.Length > 1000, $"{files[round % files.Length]} answers {status}.");
        done.AddOrUpdate("exports", 1, (_, count) => count + 1);
    }

    // The descriptions of all nominations that are still taken, new each time.
    private async Task ImportAsync(int round)
    {
        var home = $"/programmes/{MeasuredYears.Open}/nominations/import";
        var rows = string.Concat(Enumerable.Range(1, MeasuredYears.OpenRows).Select(row => $"{row},Mô tả Ế Ữ lần {round} số {row}\r\n"));
        using var file = new ByteArrayContent([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes("Số đăng ký,Mô tả sản phẩm\r\n" + rows)]);
        using var form = new MultipartFormDataContent { { new StringContent(await Officer.TokenAsync(home)), "__RequestVerificationToken" }, { new StringContent("true"), "Input.Sent" }, { file, "Input.File", "mo-ta.csv" } };
        var (status, preview, _) = await Officer.SendAsync(home, form);
        Require.That(status == HttpStatusCode.Redirect && preview is not null, $"The file of an import is answered by {status}.");
        var page = await Officer.OpenAsync(preview!);
        Require.That(Fingerprint().Match(page) is { Success: true }, "The preview of an import has nothing to import.");
        using var confirmed = new FormUrlEncodedContent([new("__RequestVerificationToken", await Officer.TokenAsync(preview!)), new("Input.Fingerprint", Fingerprint().Match(page).Groups[1].Value)]);
        (status, var to, _) = await Officer.SendAsync(preview!, confirmed);
        Require.That(status == HttpStatusCode.Redirect && to?.EndsWith("/nominations", StringComparison.Ordinal) == true, $"An import is answered by {status}.");
        done.AddOrUpdate("imports", 1, (_, count) => count + 1);
    }

    private void Note(string error)
    {
        Interlocked.Increment(ref errorCount);
        if (errors.Count < 100)
        {
            errors.Enqueue(error);
        }
    }

    [GeneratedRegex("name=\"Input.Fingerprint\" value=\"([^\"]+)\"")]
    private static partial Regex Fingerprint();

    // What one connection asks for in turn: of ten requests two save a mark, and the long lists of a large year come seldom.
    private sealed class Mix : ICaller
    {
        private readonly List<(int Share, string Name, ICaller Caller)> callers = [(6, "Sign-in", new Reader("/account/sign-in")), (6, "Start", new Reader("/"))];
        private readonly Random chance;
        private readonly int shares;
        private (int Share, string Name, ICaller Caller) asked;

        public Mix(Visitors visitors, int place)
        {
            foreach (var years in MeasuredYears.Sizes)
            {
                callers.AddRange(visitors.PagesOf(years).Select(page => (ShareOf(page.Name, years.Rows), $"{page.Name}, {years.Rows}", page.Caller(place))));
            }

            (chance, shares) = (new Random(place), callers.Sum(one => one.Share));
        }

        /// <summary>Whether the request made last saves a mark.</summary>
        public bool IsSave => asked.Caller is Writer;

        public byte[] Next()
        {
            var drawn = chance.Next(shares);
            asked = callers.First(one => (drawn -= one.Share) < 0);
            return asked.Caller.Next();
        }

        public bool Take(int status, Connection answer) => asked.Caller.Take(status, answer);

        public override string ToString() => asked.Name;

        private static int ShareOf(string name, int rows) => (name, rows) switch
        {
            ("Saving a mark", _) => 20,
            ("Ranking" or "Recognition" or "Public year", > Smaller) => 1,
            _ => 10,
        };
    }
}
