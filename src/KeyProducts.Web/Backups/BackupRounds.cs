using KeyProducts.Domain;

namespace KeyProducts.Web.Backups;

/// <summary>Makes a backup every day at its time. One that was missed, because the machine was off, is made as soon as the program runs.</summary>
public sealed class BackupRounds(BackupDesk desk, BackupFolder folder, BackupSettings settings, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);

    /// <summary>
    /// Whether the last daily backup is older than the last time at which one had to be made. The clock is looked at every minute instead of waited for, so that one that jumps does no harm.
    /// </summary>
    public static bool IsDue(DateTime now, TimeOnly time, DateTime? last)
    {
        var here = HanoiTime.At(now);
        var due = here.Date + time.ToTimeSpan();
        due = due > here ? due.AddDays(-1) : due;
        // One from the future was made while the clock was wrong.
        return last is not { } made || made > now + Pause || HanoiTime.At(made) < due;
    }

    /// <summary>Makes the daily backup if it is due; true when one was made.</summary>
    public async Task<bool> RunAsync(CancellationToken stopping)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (desk.State().Failure is { Kind: BackupKind.Daily } failed && failed.At <= now && now - failed.At < AfterFailure)
        {
            return false;
        }

        var made = folder.List().Where(file => file.Manifest is { Kind: BackupKind.Daily }).Select(file => file.Manifest!.MadeAt).Where(at => at <= now + Pause).ToList();
        return IsDue(now, settings.Time, made.Count == 0 ? null : made.Max()) && await desk.TryAsync(BackupKind.Daily, null, stopping);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (settings.IsDaily && desk.IsHere && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                // The folder cannot be read; trying to write there tells why.
                await desk.TryAsync(BackupKind.Daily, null, stoppingToken);
                await Task.Delay(AfterFailure, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
