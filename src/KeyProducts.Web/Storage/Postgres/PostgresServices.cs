using KeyProducts.Web.Audit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Options;
using Npgsql;

namespace KeyProducts.Web.Storage.Postgres;

/// <summary>Sets up PostgreSQL in the place of SQLite.</summary>
public static class PostgresServices
{
    /// <summary>The database and the keys in it.</summary>
    /// <param name="services">The program's.</param>
    /// <param name="database">Names and values ("Host=…;Database=…") or an address ("postgres://…").</param>
    public static void AddPostgres(this IServiceCollection services, string database)
    {
        var connection = ConnectionString(database);
        services.AddDbContext<AppDbContext, PostgresDbContext>((provider, options) =>
        {
            Use(options, connection).AddInterceptors(provider.GetRequiredService<AuditInterceptor>());
            // What other rooms add to the database is meant for either.
            foreach (var addition in provider.GetServices<IDbContextOptionsConfiguration<AppDbContext>>())
            {
                addition.Configure(provider, options);
            }
        });
        services.AddDataProtection().SetApplicationName("KeyProducts");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = new ProtectionKeys(provider)));
    }

    /// <summary>What Npgsql understands, from either way of writing it.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static string ConnectionString(string database)
    {
        try
        {
            return database.Contains("://", StringComparison.Ordinal) ? FromAddress(new Uri(database)) : new NpgsqlConnectionStringBuilder(database).ConnectionString;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            // What was written holds a password, and is not repeated.
            throw new FormatException("The setting KeyProducts:Database is neither Host=…;Database=…;Username=…;Password=… nor postgres://user:password@host/database.");
        }
    }

    internal static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, string connection) =>
        options.UseNpgsql(connection, postgres => postgres.MigrationsHistoryTable(PostgresDbContext.MigrationsTable)).LogFailuresOnce();

    private static string FromAddress(Uri address)
    {
        if (address.Scheme is not ("postgres" or "postgresql"))
        {
            throw new FormatException();
        }

        var user = address.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.Port > 0 ? address.Port : NpgsqlConnection.DefaultPort,
            Database = Uri.UnescapeDataString(address.AbsolutePath.Trim('/')),
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
        };
        foreach (var option in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = option.Split('=', 2);
            settings[pair[0] == "sslmode" ? "SSL Mode" : Uri.UnescapeDataString(pair[0])] = Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "").Replace("-", "", StringComparison.Ordinal);
        }

        return settings.ConnectionString;
    }
}

/// <summary>What the tool that writes migrations makes the context with; it never connects.</summary>
public sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDbContext>
{
    public PostgresDbContext CreateDbContext(string[] args)
    {
        // Identity asks the program which of its tables there are.
        var accounts = new ServiceCollection().Configure<IdentityOptions>(options => options.Stores.SchemaVersion = AppUser.Tables).BuildServiceProvider();
        var options = new DbContextOptionsBuilder<PostgresDbContext>().UseApplicationServiceProvider(accounts);
        PostgresServices.Use(options, "Host=localhost");
        return new((DbContextOptions<PostgresDbContext>)options.Options);
    }
}
