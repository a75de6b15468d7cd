using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace KeyProducts.Benchmarks;

/// <summary>The program as an operator runs it: a process of its own, in Production, on a data folder that is there.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    // What is measured is what README tells an operator to make.
    private static readonly Lazy<string> Published = new(Publish);

    private readonly ConcurrentQueue<string> said = [];
    private readonly Process process;

    private ServerProcess(Process process, int port)
    {
        (this.process, Port) = (process, port);
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The port on this machine.</summary>
    public int Port { get; }

    /// <summary>How long it took from the start of the process to the first page.</summary>
    public TimeSpan FirstPage { get; private set; }

    /// <summary>What it has logged that is worse than information.</summary>
    public IReadOnlyList<string> Complaints => [.. said.Where(line => !line.Contains("\"LogLevel\":\"Information\"", StringComparison.Ordinal))];

    /// <summary>The memory that it holds now, and has held at most, in bytes.</summary>
    public (long Now, long Most) Memory => (Status("VmRSS:"), Status("VmHWM:"));

    /// <summary>The time of processors that it has used so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it; it has answered its first page when this returns.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="backsUp">Whether it makes its daily backup, which is due at the first start.</param>
    public static async Task<ServerProcess> StartAsync(string folder, bool backsUp = false)
    {
        var port = FreePort();
        _ = Published.Value;
        var start = Stopwatch.GetTimestamp();
        var server = new ServerProcess(Begin(folder, port, backsUp, []), port);
        for (; ; await Task.Delay(5))
        {
            if (server.process.HasExited)
            {
                throw new InvalidOperationException("The program did not start: " + string.Join(Environment.NewLine, server.said));
            }

            try
            {
                using var connection = await Connection.OpenAsync(port);
                Require.That(await connection.SendAsync(Connection.Get("/account/sign-in")) == 200, "The first page is an error.");
                server.FirstPage = Stopwatch.GetElapsedTime(start);
                return server;
            }
            catch (SocketException) when (Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(1))
            {
                // It does not listen yet.
            }
        }
    }

    /// <summary>Runs a command of the program to its end: what it ended with, and what it said.</summary>
    public static async Task<(int Code, string Said)> RunAsync(string folder, params string[] words)
    {
        using var command = Begin(folder, FreePort(), backsUp: false, words);
        var errors = command.StandardError.ReadToEndAsync();
        var output = await command.StandardOutput.ReadToEndAsync();
        await command.WaitForExitAsync();
        return (command.ExitCode, output + await errors);
    }

    /// <summary>Ends it as a service manager does; what it ended with.</summary>
    public async Task<int> StopAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return process.ExitCode;
    }

    public ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
        return ValueTask.CompletedTask;
    }

    // A second factor is not asked of the officer, whose password alone the benchmark knows; sign-ins all come from one address.
    private static Process Begin(string folder, int port, bool backsUp, string[] words)
    {
        var benchmark = typeof(ServerProcess).Assembly;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Published.Value, "KeyProducts.Web.dll"), .. words])
        {
            WorkingDirectory = Published.Value,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in new[]
        {
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("ASPNETCORE_URLS", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")),
            ("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", benchmark.GetName().Name!),
            ("DOTNET_STARTUP_HOOKS", benchmark.Location),
            ("KeyProducts__DataFolder", folder),
            ("KeyProducts__SecondFactor__Officer", "false"),
            ("KeyProducts__SignInsPerMinute", "1000000"),
            ("KeyProducts__Backup__Daily", backsUp ? "true" : "false"),
        })
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static string Publish()
    {
        var source = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(source.FullName, "KeyProducts.sln")))
        {
            source = source.Parent ?? throw new InvalidOperationException("The benchmark publishes the program from its sources, and they are not above it.");
        }

        var folder = Path.Combine(AppContext.BaseDirectory, "published");
        string[] words = ["publish", Path.Combine(source.FullName, "src/KeyProducts.Web"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", folder];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true })!;
        var said = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        Require.That(publish.ExitCode == 0, said);
        return folder;
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { Length: > 0 } text && said.Count < 10_000)
        {
            said.Enqueue(text);
        }
    }

    private long Status(string name)
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) << 10;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>What must be so, or the measurement has measured something else.</summary>
internal static class Require
{
    /// <summary>Ends the benchmark when it is not so.</summary>
    public static void That(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
