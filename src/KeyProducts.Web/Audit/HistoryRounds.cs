using System.Data.Common;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Audit;

/// <summary>Notes the end of the history beside the database, every few seconds and when the program ends.</summary>
public sealed class HistoryRounds(AuditChain chain, IServiceScopeFactory scopes, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await NoteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await NoteAsync(stoppingToken);
        }
    }

    private async Task NoteAsync(CancellationToken stopping)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await chain.NoteAsync(scope.ServiceProvider.GetRequiredService<AppDbContext>(), stopping);
        }
        catch (Exception later) when (later is DbException or InvalidOperationException or OperationCanceledException or ObjectDisposedException)
        {
            // A database that does not answer is told by every page; what the history has then is noted the next time.
        }
    }
}
