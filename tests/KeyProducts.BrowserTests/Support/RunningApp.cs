using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.BrowserTests.Support;

/// <summary>
/// The real program on Kestrel, at a free port of this machine, with a data folder of its own that holds the demonstration. Only its
/// clock stands still, on a day on which the judges of 2026 may score: the tests pass on every day.
/// </summary>
public sealed class RunningApp : WebApplicationFactory<Program>
{
    private readonly string folder = Directory.CreateTempSubdirectory("keyproducts-browser-").FullName;

    /// <summary>Starts it; it answers when this returns.</summary>
    public RunningApp()
    {
        UseKestrel(0);
        StartServer();
        Address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    /// <summary>Where it is: "http://127.0.0.1:41234".</summary>
    public string Address { get; }

    /// <summary>The password of every account of the demonstration.</summary>
    public static string Password => Seeding.Password;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("KeyProducts:DataFolder", folder);
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Error");
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new StandingClock()));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        for (var attempt = 1; disposing && Directory.Exists(folder); attempt++)
        {
            SqliteConnection.ClearAllPools();
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (attempt < 20)
            {
                // On a busy machine what the program does in the background may end after it.
                Thread.Sleep(250);
            }
        }
    }

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
    }
}
