using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KeyProducts.Benchmarks;

/// <summary>
/// Requests per second of public pages that are kept, against a plain text of the same size from the same server: over real sockets of the machine, in turns, so
/// that both see the same machine.
/// </summary>
internal static class PublicPages
{
    private const int Connections = 8, Rounds = 3;

    private static readonly string[] Addresses = ["/", "/recognised", "/recognised/2025", "/recognised/2025/20", "/statistics", "/open-data/recognised-products.json"];

    // What a visitor may wait for: half of what the server can do at all.
    private const double LeastShare = 0.5;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1.5);

    /// <summary>Measures the pages; false when one of them is below its share.</summary>
    /// <param name="folder">A data folder of its own; the demonstration is loaded into it.</param>
    public static async Task<bool> MeasureAsync(string folder)
    {
        await using var app = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
            .UseSolutionRelativeContentRoot("src/KeyProducts.Web").UseEnvironment("Development").UseSetting("KeyProducts:DataFolder", folder).UseSetting("Logging:LogLevel:Default", "Error")
            .ConfigureServices(services => services.AddTransient<IStartupFilter, PlainText>()));
        app.UseKestrel(0);
        app.StartServer();
        var server = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var areGood = true;
        // A program that has just begun still compiles what it does often: nobody is measured before everybody has run.
        foreach (var address in Addresses)
        {
            var (answer, body) = await SizeAsync(server, address);
            await PerSecondAsync(server, address, answer);
            await PerSecondAsync(server, $"{PlainText.Address}?size={body}", answer);
        }

        foreach (var address in Addresses)
        {
            var page = await SizeAsync(server, address);
            var text = await SizeAsync(server, $"{PlainText.Address}?size={page.Body}");
            var (pages, texts) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                var (one, other) = (await PerSecondAsync(server, address, page.Answer), await PerSecondAsync(server, $"{PlainText.Address}?size={page.Body}", text.Answer));
                pages.Add(one);
                texts.Add(other);
            }

            var share = Median(pages) / Median(texts);
            areGood &= share >= LeastShare;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{(share >= LeastShare ? "good" : "SLOW"),-5} {$"Public page {address}, {page.Body / 1000.0:0.0} kB",-64} {Median(pages),7:0}/s, plain text {Median(texts),7:0}/s: {share:0.00}, at least {LeastShare:0.00}"));
        }

        return areGood;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static byte[] Request(Uri server, string address) =>
        Encoding.ASCII.GetBytes($"GET {address} HTTP/1.1\r\nHost: {server.Authority}\r\nAccept-Language: vi\r\n\r\n");

    // How long an answer is, with its head and without.
    private static async Task<(int Answer, int Body)> SizeAsync(Uri server, string address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("vi");
        // Twice: the second answer is the kept one.
        await client.GetByteArrayAsync(new Uri(server, address));
        var body = (await client.GetByteArrayAsync(new Uri(server, address))).Length;
        using var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, server.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Request(server, address));
        var buffer = new byte[1 << 20];
        var read = 0;
        var head = -1;
        while (head < 0 || read < head + body)
        {
            var count = await stream.ReadAsync(buffer.AsMemory(read));
            Require(count > 0);
            read += count;
            head = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8) is >= 0 and var end ? end + 4 : -1;
        }

        var said = Encoding.ASCII.GetString(buffer, 0, head);
        Require(said.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) && said.Contains($"Content-Length: {body}", StringComparison.OrdinalIgnoreCase));
        return (head + body, body);
    }

    // Some connections ask again as soon as they have their answer. The head's only part that changes its length is the age of what was kept.
    private static async Task<double> PerSecondAsync(Uri server, string address, int size)
    {
        var request = Request(server, address);
        var answers = 0;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            using var socket = new TcpClient { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, server.Port);
            var stream = socket.GetStream();
            var buffer = new byte[Math.Max(64 << 10, size + 1024)];
            var body = -1;
            while (Stopwatch.GetElapsedTime(start) < Round)
            {
                await stream.WriteAsync(request);
                var (read, head) = (0, -1);
                while (head < 0 || read < head + body)
                {
                    read += await stream.ReadAsync(buffer.AsMemory(read));
                    if (head < 0 && buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8) is >= 0 and var end)
                    {
                        head = end + 4;
                        Require(buffer.AsSpan(0, 12).SequenceEqual("HTTP/1.1 200"u8));
                        body = body < 0 ? LengthIn(Encoding.ASCII.GetString(buffer, 0, head)) : body;
                    }
                }

                Interlocked.Increment(ref answers);
            }
        })));
        return answers / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static int LengthIn(string head)
    {
        const string Name = "Content-Length: ";
        var from = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase) + Name.Length;
        return int.Parse(head.AsSpan(from, head.IndexOf('\r', from) - from), CultureInfo.InvariantCulture);
    }

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw new InvalidOperationException("The measurement did not do what it should have measured.");
        }
    }
}
