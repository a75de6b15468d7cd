using System.Globalization;

namespace KeyProducts.Benchmarks;

/// <summary>
/// The table of the main pages: requests a second, p50 and p99 at 1, 8 and 32 connections, for a year of 36 nominations and one of 2,000, each beside a plain text of the
/// same server; then start-up, memory and the size of the database. Server and load share the machine; the time of processors that the server alone takes for a page
/// is the same whatever else the machine does.
/// </summary>
internal static class Pages
{
    private const int PlainSize = 13, Starts = 3, Writers = 40;
    private const double LeastOfText = 0.10, LeastOfSmall = 0.5, LeastSaves = 2_000, MostSaveMilliseconds = 60;
    private const long MostMegabytes = 250;

    private static readonly int[] Connections = [1, 8, 32];
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(1.5), SaveTime = TimeSpan.FromSeconds(5), MostStart = TimeSpan.FromSeconds(2);

    /// <summary>Measures and prints; false when an aim is missed.</summary>
    /// <param name="folder">A data folder; it is filled when it is empty.</param>
    /// <param name="only">The one row to be measured, for a profile; null for all.</param>
    public static async Task<bool> MeasureAsync(string folder, string? only = null)
    {
        await MeasuredYears.PrepareAsync(folder);
        var size = SizeOf(folder);
        var starts = new List<TimeSpan>();
        for (var start = 0; start < Starts; start++)
        {
            await using var cold = await ServerProcess.StartAsync(folder);
            starts.Add(cold.FirstPage);
            await cold.StopAsync();
        }

        await using var server = await ServerProcess.StartAsync(folder);
        var (idle, _) = server.Memory;
        var visitors = await Visitors.SignInAsync(server.Port, folder);
        var sizes = MeasuredYears.Sizes.Select(years => (years.Rows, Pages: visitors.PagesOf(years).Select(page => (Name: $"{page.Name}, {years.Rows:N0}", page.Caller)).ToList())).ToList();
        sizes[0].Pages.Insert(0, ("Sign-in", _ => new Reader("/account/sign-in")));
        if (only is not null)
        {
            await ProfileAsync(server, sizes.SelectMany(size => size.Pages).Single(page => page.Name == only).Caller);
            return true;
        }

        await OfAsync(server, Text(PlainSize), 8);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"",-22} {"",7} {"cpu ms",7} {string.Join("  ", Connections.Select(count => $"{$"{count} connections",-35}"))}  beside the same size"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"",-22} {"kB",7} {"a page",7} {string.Join("  ", Connections.Select(_ => $"{"/s",7} {"of text",8} {"p50 ms",8} {"p99 ms",8} "))}  of text, at 8"));
        var floor = await AllAsync(server, Text(PlainSize));
        Print("Plain text", 0, floor, floor, null);
        var measured = new Dictionary<string, IReadOnlyList<Load>>();
        var memory = new List<(int Rows, long Now, long Most)>();
        foreach (var (count, pages) in sizes)
        {
            // A program that has just begun still compiles what it does often: nobody is measured before everybody has run.
            foreach (var (_, caller) in pages)
            {
                await OfAsync(server, caller, 8);
            }

            foreach (var (name, caller) in pages)
            {
                var before = server.Processor;
                var loads = await AllAsync(server, caller);
                var each = (server.Processor - before).TotalMilliseconds / loads.Sum(one => one.Times.Count);
                var same = name.StartsWith("Saving", StringComparison.Ordinal) ? null : await OfAsync(server, Text(loads[0].Size), 8);
                measured.Add(name, loads);
                Print(name, each, loads, floor, loads[1].PerSecond / same?.PerSecond);
            }

            memory.Add((count, server.Memory.Now, server.Memory.Most));
        }

        await OfAsync(server, place => visitors.OneOfForty(place), Writers);
        var saves = await Load.OfAsync(server.Port, [.. Enumerable.Range(0, Writers).Select(visitors.OneOfForty)], SaveTime);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Writers} judges who save without a pause: {saves.PerSecond:0} marks a second, p50 {saves.Milliseconds(0.5):0.0} ms, p99 {saves.Milliseconds(0.99):0.0} ms"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Start to the first page: {string.Join(", ", starts.Select(one => $"{one.TotalMilliseconds:0} ms"))}. Memory: {Megabytes(idle)} MB after it; {string.Join("; ", memory.Select(one => string.Create(CultureInfo.InvariantCulture, $"{Megabytes(one.Now)} MB after the load on the year of {one.Rows:N0}, {Megabytes(one.Most)} MB at most")))}. Database: {Megabytes(size)} MB before, {Megabytes(SizeOf(folder))} MB after."));
        var areGood = true;
        void Judge(string aim, bool isMet, string figure)
        {
            areGood &= isMet;
            Console.WriteLine($"{(isMet ? "yes" : "NO"),-4} {aim}: {figure}");
        }

        foreach (var (name, loads) in measured.Where(one => one.Key.EndsWith(" 36", StringComparison.Ordinal) && !one.Key.StartsWith("Saving", StringComparison.Ordinal)))
        {
            var share = loads[1].PerSecond / floor[1].PerSecond;
            Judge($"{name} at {LeastOfText:P0} of plain text", share >= LeastOfText, $"{share:P1}");
        }

        var paged = measured["Nominations, 2,000"][1].PerSecond / measured["Nominations, 36"][1].PerSecond;
        Judge($"A page of 2,000 nominations at {LeastOfSmall:P0} of one of 36", paged >= LeastOfSmall, $"{paged:P0}");
        Judge($"First page within {MostStart.TotalSeconds} s", starts.Max() < MostStart, $"{starts.Max().TotalSeconds:0.00} s");
        foreach (var (count, now, _) in memory)
        {
            Judge($"Under {MostMegabytes} MB after the load on a year of {count:N0}", Megabytes(now) < MostMegabytes, $"{Megabytes(now)} MB");
        }

        Judge($"{LeastSaves:N0} marks a second of {Writers} judges", saves.PerSecond >= LeastSaves, $"{saves.PerSecond:N0}");
        Judge($"p99 of a save under {MostSaveMilliseconds} ms", saves.Milliseconds(0.99) < MostSaveMilliseconds, $"{saves.Milliseconds(0.99):0.0} ms");
        Require.That(await server.StopAsync() == 0 && server.Complaints.Count == 0, "The server complains: " + string.Join(Environment.NewLine, server.Complaints.Take(3)));
        var missing = await visitors.MissingAsync(folder);
        Require.That(missing.Count == 0, $"{missing.Count} marks are lost, such as {string.Join("; ", missing.Take(3))}");
        return areGood;
    }

    // One row for some time, while a profiler looks on.
    private static async Task ProfileAsync(ServerProcess server, Func<int, ICaller> caller)
    {
        for (var round = 0; round < 6; round++)
        {
            var before = server.Processor;
            var load = await OfAsync(server, caller, 8);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{load.PerSecond:0}/s, p50 {load.Milliseconds(0.5):0.0} ms, p99 {load.Milliseconds(0.99):0.0} ms, {(server.Processor - before).TotalMilliseconds / load.Times.Count:0.00} ms of processors each, {Megabytes(server.Memory.Now)} MB"));
        }
    }

    private static Func<int, ICaller> Text(int size) => _ => new Reader(string.Create(CultureInfo.InvariantCulture, $"{PlainText.Address}?size={size}"));

    private static Task<Load> OfAsync(ServerProcess server, Func<int, ICaller> caller, int connections) =>
        Load.OfAsync(server.Port, [.. Enumerable.Range(0, connections).Select(caller)], Time);

    private static async Task<IReadOnlyList<Load>> AllAsync(ServerProcess server, Func<int, ICaller> caller)
    {
        var loads = new List<Load>();
        foreach (var count in Connections)
        {
            loads.Add(await OfAsync(server, caller, count));
        }

        return loads;
    }

    private static void Print(string name, double each, IReadOnlyList<Load> loads, IReadOnlyList<Load> floor, double? ofSame) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-22} {loads[0].Size / 1000.0,7:0.0} {each,7:0.00} {string.Join("  ", loads.Zip(floor, (one, text) => string.Create(CultureInfo.InvariantCulture, $"{one.PerSecond,7:0} {one.PerSecond / text.PerSecond,8:P1} {one.Milliseconds(0.5),8:0.00} {one.Milliseconds(0.99),8:0.00} ")))}  {(ofSame is { } share ? share.ToString("P1", CultureInfo.InvariantCulture) : "")}"));

    private static long Megabytes(long bytes) => bytes >> 20;

    /// <summary>The size of the database with its log.</summary>
    public static long SizeOf(string folder) => new DirectoryInfo(folder).EnumerateFiles("keyproducts.db*").Sum(file => file.Length);
}
