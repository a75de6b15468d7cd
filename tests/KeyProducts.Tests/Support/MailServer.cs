using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KeyProducts.Tests.Support;

/// <summary>A mail server on this machine that takes what it is given, or refuses it as told.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public MailServer()
    {
        listener.Start();
        serving = ServeAsync();
    }

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What it says to a recipient.</summary>
    public string ToRecipients { get; set; } = "250 OK";

    /// <summary>What it has taken.</summary>
    public ConcurrentQueue<ReadMail> Taken { get; } = [];

    /// <summary>The settings of a program that sends through it.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["KeyProducts:Mail:Host"] = "127.0.0.1",
        ["KeyProducts:Mail:Port"] = $"{Port}",
        ["KeyProducts:Mail:UseTls"] = "false",
        ["KeyProducts:Mail:From"] = "thu-ky@san-pham.example",
        ["KeyProducts:Mail:FromName"] = "Thư ký Hội đồng",
        ["KeyProducts:Address"] = "https://san-pham.example/",
    };

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        Task SayAsync(string line) => stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), stop.Token).AsTask();
        await SayAsync("220 mail.example");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "RCPT":
                    await SayAsync(ToRecipients);
                    break;
                case "DATA":
                    await SayAsync("354 Go on");
                    var text = new StringBuilder();
                    while (await reader.ReadLineAsync(stop.Token) is { } part and not ".")
                    {
                        text.Append(part.StartsWith('.') ? part[1..] : part).Append("\r\n");
                    }

                    Taken.Enqueue(ReadMail.Of(text.ToString()));
                    await SayAsync("250 OK");
                    break;
                case "QUIT":
                    await SayAsync("221 Bye");
                    return;
                default:
                    await SayAsync("250 OK");
                    break;
            }
        }
    }
}
