using KeyProducts.Web.Storage;
using KeyProducts.Web.Storage.Postgres;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KeyProducts.Web.Access;

/// <summary>
/// What one of several programs on a PostgreSQL changes in public empties the caches of the others too: the database tells them with the end of the
/// transaction. On SQLite there is one program, and nothing to hear.
/// </summary>
public sealed partial class PublicNews(IServiceScopeFactory scopes, PublicCache cache, IOutputCacheStore store, ILogger<PublicNews> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource hears = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The first page is not kept before changes are heard, unless the database does not let itself be heard.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken);
        await Task.WhenAny(hears.Task, ExecuteTask!, Task.Delay(Pause, cancellationToken));
    }

    /// <summary>Tells it to all, when and if the transaction in which this is said ends well.</summary>
    internal static Task TellAsync(AppDbContext db, CancellationToken cancellation) =>
        db is PostgresDbContext ? db.Database.ExecuteSqlAsync($"SELECT pg_notify('public', '')", cancellation) : Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (Connection() is not { } connection)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await HearAsync(connection, stoppingToken);
            }
            catch (Exception broken) when (broken is NpgsqlException or OperationCanceledException)
            {
                if (!stoppingToken.IsCancellationRequested)
                {
                    LogDeaf(StorageFaults.OneLine(broken));
                }

                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // A connection of its own that notices within half a minute when the other end is gone.
    private string? Connection()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        return db is PostgresDbContext ? new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false, KeepAlive = 30 }.ConnectionString : null;
    }

    private async Task HearAsync(string connection, CancellationToken stopping)
    {
        await using var ear = new NpgsqlConnection(connection);
        await ear.OpenAsync(stopping);
        await using (var listen = ear.CreateCommand())
        {
            listen.CommandText = "LISTEN public";
            await listen.ExecuteNonQueryAsync(stopping);
        }

        // What was said before this is not heard any more.
        await cache.EmptyAsync(store);
        hears.TrySetResult();
        while (true)
        {
            await ear.WaitAsync(stopping);
            await cache.EmptyAsync(store);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "What other programs on the database change is not heard for the moment: {Cause}")]
    private partial void LogDeaf(string cause);
}
