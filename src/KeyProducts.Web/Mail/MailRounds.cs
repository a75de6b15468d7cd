namespace KeyProducts.Web.Mail;

/// <summary>Sends mail in the background: at once when a page has queued some, and every now and then for what is to be tried again.</summary>
public sealed partial class MailRounds(MailSender sender, MailSettings settings, ILogger<MailRounds> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Problem is { } problem)
        {
            LogNotSetUp(problem);
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await sender.SendDueAsync(stoppingToken);
                await sender.WaitAsync(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever went wrong in one round, a busy database for instance, the next one tries again.
            catch (Exception error)
#pragma warning restore CA1031
            {
                LogRound(error);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Problem}")]
    private partial void LogNotSetUp(string problem);

    [LoggerMessage(2, LogLevel.Error, "A round of sending mail failed")]
    private partial void LogRound(Exception error);
}
