using System.Net;
using KeyProducts.Web.Mail;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KeyProducts.Tests.Support;

/// <summary>The real program on a data folder with its database in a file, as on a server; where <see cref="TestApp"/> has it in memory.</summary>
/// <param name="folder">The data folder, which stays when the program ends.</param>
/// <param name="settings">Settings of its own.</param>
internal sealed class FolderApp(string folder, params (string Name, string Value)[] settings) : WebApplicationFactory<Program>
{
    public TestClock Clock { get; } = new();

    /// <summary>What the program has logged as an error.</summary>
    public List<string> Logged { get; } = [];

    /// <summary>Somebody with a browser of their own.</summary>
    public Visitor Visitor(string language = "vi")
    {
        var cookies = new CookieContainer();
        return new(CreateDefaultClient(new CookieContainerHandler(cookies)), language, cookies);
    }

    /// <summary>Somebody who has signed in with the real form.</summary>
    public async Task<Visitor> SignedInAsync(string name, string language = "vi")
    {
        var visitor = Visitor(language);
        await visitor.SignInAsync($"{name}@demo.local", Seeding.Password);
        return visitor;
    }

    /// <summary>Reads from the database, past the program.</summary>
    public async Task<TResult> ReadAsync<TResult>(Func<AppDbContext, Task<TResult>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("KeyProducts:DataFolder", folder);
        builder.UseSetting("KeyProducts:SignInsPerMinute", "1000000");
        builder.UseSetting("KeyProducts:Backup:Daily", "false");
        builder.UseSetting("Logging:LogLevel:Default", "Error");
        builder.UseSetting("Logging:LogLevel:Microsoft", "Error");
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.Remove(services.Single(service => service.ImplementationType == typeof(MailRounds)));
            services.AddSingleton<TimeProvider>(Clock);
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
            // Whoever waits for another program gives up sooner than on a server.
            services.ConfigureDbContext<AppDbContext>(options => options.UseSqlite($"Data Source={Path.Combine(folder, "keyproducts.db")};Default Timeout=1"));
        });
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(new Listening(Logged)));
    }

    private sealed class Listening(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                lock (lines)
                {
                    lines.Add(formatter(state, exception) + (exception is null ? "" : Environment.NewLine + exception));
                }
            }
        }

        public void Dispose()
        {
        }
    }
}
