using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace KeyProducts.Tests.Support;

/// <summary>The program as a process of its own, at one port and on one data folder, so that it can be killed in the middle and started again.</summary>
/// <param name="environment">"Development", which loads the demonstration the first time, or "Production".</param>
/// <param name="shared">The data folder of another one, which stays when this ends; null for one of its own.</param>
public sealed class AppProcess(string environment = "Development", string? shared = null) : IAsyncDisposable
{
    private readonly int port = FreePort();
    private readonly ConcurrentQueue<string> said = [];
    private Process? process;

    /// <summary>Its data folder, gone with it.</summary>
    public string Folder { get; } = shared ?? Directory.CreateTempSubdirectory("keyproducts-process-").FullName;

    /// <summary>Settings of its own, as environment: "KeyProducts__Backup__Folder".</summary>
    public Dictionary<string, string> Settings { get; } = new() { ["Logging__LogLevel__Default"] = "Error", ["Logging__LogLevel__Microsoft.AspNetCore"] = "Error" };

    /// <summary>Where it is: "http://127.0.0.1:41234".</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    /// <summary>What it has written to standard output and error, line by line.</summary>
    public IReadOnlyList<string> Said => [.. said];

    /// <summary>Starts it without waiting for an answer.</summary>
    public void Begin() => process = Begin([]);

    /// <summary>Starts it; it answers when this returns.</summary>
    public async Task StartAsync()
    {
        Begin();
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        for (var started = Stopwatch.StartNew(); !await AnswersAsync(client); await Task.Delay(50))
        {
            Assert.True(!process!.HasExited && started.Elapsed < TimeSpan.FromMinutes(4), "The program did not start: " + string.Join(Environment.NewLine, said));
        }
    }

    /// <summary>Runs a command on the same data folder, to its end.</summary>
    /// <returns>What it ended with.</returns>
    public async Task<int> RunAsync(params string[] words)
    {
        using var command = Begin(words);
        await command.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(4));
        return command.ExitCode;
    }

    /// <summary>Ends it as a power cut would: nothing is asked, nothing is finished.</summary>
    public async Task KillAsync()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Ends it as a service manager does: it is told to stop and finishes what runs.</summary>
    /// <returns>What it ended with.</returns>
    public async Task<int> StopAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        var code = process.ExitCode;
        process.Dispose();
        process = null;
        return code;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await KillAsync();
        }

        if (shared is null)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private Process Begin(string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "KeyProducts.Web.dll"), .. words])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ASPNETCORE_URLS"] = Address;
        start.Environment["KeyProducts__DataFolder"] = Folder;
        foreach (var (name, value) in Settings)
        {
            start.Environment[name] = value;
        }

        var begun = Process.Start(start)!;
        begun.StandardInput.Close();
        begun.OutputDataReceived += Hear;
        begun.ErrorDataReceived += Hear;
        begun.BeginOutputReadLine();
        begun.BeginErrorReadLine();
        return begun;
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { Length: > 0 } text)
        {
            said.Enqueue(text);
        }
    }

    private async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(Address + "/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
