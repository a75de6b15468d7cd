using System.Diagnostics;
using System.Text;

namespace KeyProducts.Tests.Support;

/// <summary>The program as a process of its own, as whoever runs the server starts it.</summary>
internal static class ProgramRun
{
    /// <summary>Runs a command on a data folder to its end.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="arguments">The command and its words.</param>
    public static async Task<(int Code, string Said, string Error)> RunAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"The program did not come to an end: {await output}{await error}");
        }

        return (process.ExitCode, await output, await error);
    }

    /// <summary>Starts the program; whoever asks ends it.</summary>
    public static Process Start(string folder, params string[] arguments) => Process.Start(
        new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "KeyProducts.Web.dll"), .. arguments])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
            Environment = { ["KeyProducts__DataFolder"] = folder, ["KeyProducts__Backup__Daily"] = "false", ["ASPNETCORE_ENVIRONMENT"] = "Production", ["LC_ALL"] = "C.UTF-8" },
        })!;
}
