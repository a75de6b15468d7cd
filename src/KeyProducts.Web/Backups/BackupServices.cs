using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Backups;

/// <summary>Sets up the making of backups.</summary>
public static class BackupServices
{
    /// <summary>The settings, the desk that makes them, and the daily round.</summary>
    public static void AddBackups(this IServiceCollection services)
    {
        services.AddSingleton<FolderUse>();
        services.AddSingleton<MovedDatabase>();
        services.AddSingleton<BackupSettings>();
        services.AddSingleton<BackupFolder>();
        services.AddSingleton<BackupDesk>();
        services.AddSingleton<BackupRestore>();
        services.AddSingleton<BackupRounds>();
        services.AddHostedService(provider => provider.GetRequiredService<BackupRounds>());
    }
}
