using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage.Postgres;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KeyProducts.Web.Storage;

/// <summary>Sets up everything that lives in the data folder.</summary>
public static class StorageServices
{
    /// <summary>The database, the files of the evidence, the keys that protect cookies and forms, and the demonstration's loader.</summary>
    /// <param name="services">The program's.</param>
    /// <param name="folder">The data folder.</param>
    /// <param name="database">How to reach PostgreSQL; empty for SQLite in the data folder.</param>
    public static void AddStorage(this IServiceCollection services, DataFolder folder, string? database)
    {
        services.AddSingleton(folder);
        services.AddSingleton<EvidenceFiles>();
        services.AddSingleton<Demonstration>();
        services.AddScoped<Seeding>();
        services.AddScoped<Personal.PersonalErasure>();
        if (!string.IsNullOrWhiteSpace(database))
        {
            services.AddPostgres(database);
            return;
        }

        services.AddDbContext<AppDbContext>((provider, options) => options
            .UseSqlite($"Data Source={folder.Database};Default Timeout=10")
            .AddInterceptors(new SqliteSettings(), provider.GetRequiredService<AuditInterceptor>())
            .LogFailuresOnce());
        services.AddDataProtection().PersistKeysToFileSystem(folder.Keys).SetApplicationName("KeyProducts");
    }

    /// <summary>Whoever answers for a failure logs it; the framework's own line beside it helps nobody.</summary>
    internal static DbContextOptionsBuilder LogFailuresOnce(this DbContextOptionsBuilder options) => options.ConfigureWarnings(warnings => warnings.Log(
        (CoreEventId.SaveChangesFailed, LogLevel.Debug), (CoreEventId.QueryIterationFailed, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug),
        (RelationalEventId.ConnectionError, LogLevel.Debug), (RelationalEventId.TransactionError, LogLevel.Debug)));
}
