using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace KeyProducts.BrowserTests.Support;

/// <summary>The program as a process of its own, at one port and on one data folder, so that it can be killed in the middle and started again.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("keyproducts-process-").FullName;
    private readonly int port = FreePort();
    private Process? process;

    /// <summary>Where it is: "http://127.0.0.1:41234".</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    /// <summary>Starts it; it answers when this returns. The first time it loads the demonstration, whose last year judges score today.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "KeyProducts.Web.dll")]) { WorkingDirectory = AppContext.BaseDirectory };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = Address;
        start.Environment["KeyProducts__DataFolder"] = folder;
        start.Environment["Logging__LogLevel__Default"] = "Error";
        start.Environment["Logging__LogLevel__Microsoft.AspNetCore"] = "Error";
        process = Process.Start(start)!;
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        for (var started = Stopwatch.StartNew(); !await AnswersAsync(client); await Task.Delay(50))
        {
            Assert.True(!process.HasExited && started.Elapsed < TimeSpan.FromMinutes(1), "The program did not start.");
        }
    }

    /// <summary>Ends it as a power cut would: nothing is asked, nothing is finished.</summary>
    public async Task KillAsync()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await KillAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(Address + "/health"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
