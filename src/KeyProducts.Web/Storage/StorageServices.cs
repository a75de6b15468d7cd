using KeyProducts.Web.Audit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KeyProducts.Web.Storage;

/// <summary>Sets up everything that lives in the data folder.</summary>
public static class StorageServices
{
    /// <summary>The database, the files of the evidence, the keys that protect cookies and forms, and the demonstration's loader.</summary>
    public static void AddStorage(this IServiceCollection services, DataFolder folder)
    {
        services.AddSingleton(folder);
        services.AddSingleton<EvidenceFiles>();
        services.AddSingleton<Demonstration>();
        services.AddScoped<Seeding>();
        services.AddScoped<Personal.PersonalErasure>();
        services.AddDbContext<AppDbContext>((provider, options) => options
            .UseSqlite($"Data Source={folder.Database};Default Timeout=10")
            .AddInterceptors(new SqliteSettings(), provider.GetRequiredService<AuditInterceptor>())
            // Whoever answers for a failure logs it, once.
            .ConfigureWarnings(warnings => warnings.Log((CoreEventId.SaveChangesFailed, LogLevel.Debug), (CoreEventId.QueryIterationFailed, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug), (RelationalEventId.ConnectionError, LogLevel.Debug), (RelationalEventId.TransactionError, LogLevel.Debug))));
        services.AddDataProtection().PersistKeysToFileSystem(folder.Keys).SetApplicationName("KeyProducts");
    }
}
