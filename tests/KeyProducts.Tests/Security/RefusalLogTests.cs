using System.Collections.Concurrent;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace KeyProducts.Tests.Security;

/// <summary>Who is turned away stands in the log: who, from where and at which page, and no secret of the address.</summary>
public sealed class RefusalLogTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_page_of_another_role_a_forged_form_and_too_many_attempts_stand_in_the_log()
    {
        var lines = new Lines();
        await using var limited = app.WithWebHostBuilder(builder => builder
            .UseSetting("KeyProducts:SignInsPerMinute", "2")
            .ConfigureLogging(logging => logging.AddProvider(lines).AddFilter<Lines>(typeof(Hardening).FullName, LogLevel.Warning)));
        using var client = limited.CreateClient();
        var visitor = new Visitor(client, "vi");
        var page = await visitor.OpenAsync("/account/sign-in");
        await visitor.SubmitAsync(page, ("Input.Email", "judge1@demo.local"), ("Input.Password", KeyProducts.Web.Storage.Seeding.Password));
        using (await visitor.GetAsync("/users?token=geheim-9931"))
        {
        }

        using (await visitor.PostAsync("/account/reset?token=geheim-9931"))
        {
        }

        for (var attempt = 0; attempt < 3; attempt++)
        {
            using (await visitor.PostAsync("/account/sign-in?token=geheim-9931"))
            {
            }
        }

        var judge = await app.ReadAsync(async db => (await db.FindByEmailAsync("judge1@demo.local")).Id);
        Assert.Contains(lines.All, line => line.StartsWith($"Refused, not for this role: GET /users by {judge}", StringComparison.Ordinal));
        Assert.Contains(lines.All, line => line.StartsWith("Refused, a form without a token that holds: POST /account/reset", StringComparison.Ordinal));
        Assert.Contains(lines.All, line => line.StartsWith("Refused, too many requests from one address: POST /account/sign-in", StringComparison.Ordinal));
        Assert.DoesNotContain(lines.All, line => line.Contains("geheim", StringComparison.Ordinal));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => All.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
