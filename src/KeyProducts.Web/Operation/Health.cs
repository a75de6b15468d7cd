using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KeyProducts.Web.Operation;

/// <summary>What a proxy or a monitor asks: whether the program lives, and whether it may be sent readers. Both answer with one word, for anybody may ask.</summary>
public static class Health
{
    /// <summary>Answers as long as the program runs: who gets none may start it anew.</summary>
    public const string Live = "/health/live";

    /// <summary>Answers 200 while database and data folder do their work, and 503 otherwise, also from the moment the program has been told to stop.</summary>
    public const string Ready = "/health/ready";

    /// <summary>What being ready depends on.</summary>
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddDbContextCheck<AppDbContext>("database")
        .AddCheck<DataFolderCheck>("data folder")
        .AddCheck<StoppingCheck>("running");

    /// <summary>The two addresses.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks(Ready).AllowAnonymous();
    }
}

/// <summary>Whether the data folder takes a file.</summary>
internal sealed class DataFolderCheck(DataFolder folder) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var probe = Path.Combine(folder.Path, $"probe-{Guid.NewGuid():N}.tmp");
        try
        {
            await File.WriteAllBytesAsync(probe, new byte[1024], cancellationToken);
            File.Delete(probe);
            return HealthCheckResult.Healthy();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy(exception: error);
        }
    }
}

/// <summary>Whether the program has not been told to stop: a proxy then sends new readers elsewhere while running requests are finished.</summary>
internal sealed class StoppingCheck(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy());
}
