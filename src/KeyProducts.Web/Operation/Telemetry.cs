using System.Diagnostics.Metrics;
using System.Globalization;
using KeyProducts.Web.Backups;
using KeyProducts.Web.Storage;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace KeyProducts.Web.Operation;

/// <summary>
/// Sends .NET's own meters and traces, and ours, to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names; the other variables of OpenTelemetry hold too. Without an
/// endpoint nothing is collected and nothing leaves.
/// </summary>
public sealed partial class Telemetry(IConfiguration configuration, IServiceScopeFactory scopes, BackupDesk backups, ILogger<Telemetry> log) : IHostedService, IDisposable
{
    private MeterProvider? meters;
    private TracerProvider? traces;

    /// <summary>Counts what is saved, and sends it where the operator wants it.</summary>
    public static void Add(IServiceCollection services)
    {
        services.ConfigureDbContext<AppDbContext>(options => options.AddInterceptors(new SavedMarks()));
        services.AddHostedService<Telemetry>();
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 } endpoint)
        {
            return Task.CompletedTask;
        }

        // Several programs may run on one machine, and each counts for itself.
        var resource = ResourceBuilder.CreateDefault().AddService(Meters.Name, serviceInstanceId: string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}"));
        Meters.Ours.CreateObservableGauge("keyproducts.mail.queue", Waiting, "{mail}", "Mails that wait to leave");
        Meters.Ours.CreateObservableGauge("keyproducts.backup.age", BackupAge, "s", "Age of the last complete backup");
        meters = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Meters.Name, "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Diagnostics", "Microsoft.EntityFrameworkCore")
            .AddOtlpExporter()
            .Build();
        traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource("Microsoft.AspNetCore")
            .AddOtlpExporter()
            .Build();
        LogSending(endpoint);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        meters?.Dispose();
        traces?.Dispose();
        (meters, traces) = (null, null);
    }

    private IEnumerable<Measurement<double>> BackupAge() => backups.State().Age is { } age ? [new(age.TotalSeconds)] : [];

    private IEnumerable<Measurement<long>> Waiting()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        return [new(db.Mails.LongCount(mail => mail.NextAttemptAt != null))];
    }

    [LoggerMessage(1, LogLevel.Information, "Meters and traces are sent to {Endpoint}")]
    private partial void LogSending(string endpoint);
}
