using System.Data.Common;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KeyProducts.Tests.Guards;

/// <summary>The database, as the program makes it when it starts; on files, as in a deployment.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("keyproducts-test-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_migrations_are_up_to_date_with_the_model()
    {
        using var app = new TestApp();
        Assert.False(await app.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())), "Add a migration: dotnet ef migrations add … --project src/KeyProducts.Web");
        Assert.Empty(await app.ReadAsync(db => db.Database.GetPendingMigrationsAsync()));
    }

    [Fact]
    public async Task A_fresh_database_in_Production_has_roles_and_nothing_else()
    {
        using var app = TestApp.FreshInProduction();
        var state = await app.StateAsync();
        var filled = state.Where(table => !table.Value.StartsWith("0 rows", StringComparison.Ordinal)).Select(table => table.Key);
        Assert.Equal(["__efmigrationshistory", "aspnetroles"], filled.Select(table => table.ToLowerInvariant()).Where(table => table != "protectionkeys").Order(StringComparer.Ordinal));
        Assert.Equal(0, await app.HistoryMarkAsync());
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET UserName = 'ai đó'")]
    [InlineData("DELETE FROM AuditEntries")]
    public async Task The_history_can_be_added_to_and_not_changed(string sql)
    {
        using var app = new TestApp();
        await app.SignedInAsync("officer");
        var refused = await Assert.ThrowsAnyAsync<DbException>(() => app.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_was_killed_does_not_stop_the_next_start()
    {
        using (var first = Program())
        {
            await using var scope = first.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            await db.Database.ExecuteSqlRawAsync("""
                CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL);
                INSERT OR REPLACE INTO __EFMigrationsLock VALUES (1, '2026-11-22 03:00:00+00:00');
                """);
        }

        var second = Task.Run(() =>
        {
            using var app = Program();
            app.CreateClient().Dispose();
        });
        await second.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Two_programs_may_start_at_once()
    {
        var starts = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            using var app = Program();
            using var answer = await app.CreateClient().GetAsync("/health/ready");
            return (int)answer.StatusCode;
        }));
        var answers = await Task.WhenAll(starts).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.All(answers, answer => Assert.Equal(200, answer));
    }

    [Fact]
    public async Task The_data_folder_is_its_owners_alone()
    {
        using var app = Program();
        using var answer = await app.CreateClient().GetAsync("/health/ready");
        Assert.Equal(200, (int)answer.StatusCode);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        }
    }

    private WebApplicationFactory<Program> Program() => new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
        .UseEnvironment("Production")
        .UseSetting("Logging:LogLevel:Default", "Error")
        .UseSetting("KeyProducts:DataFolder", folder));
}
