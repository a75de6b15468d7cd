using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KeyProducts.Tests.Storage;

/// <summary>The program on PostgreSQL; runs wherever there is a server to start, whatever the other tests run on.</summary>
public sealed class PostgresTests
{
    [PostgresFact]
    public async Task The_migrations_of_PostgreSQL_are_up_to_date_with_the_model()
    {
        using var app = TestApp.OnPostgres();
        Assert.False(await app.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())), "Add a migration: dotnet ef migrations add … --context PostgresDbContext --project src/KeyProducts.Web --output-dir Storage/Postgres/Migrations");
        Assert.Empty(await app.ReadAsync(db => db.Database.GetPendingMigrationsAsync()));
    }

    [PostgresFact]
    public async Task History_snapshots_and_certificates_never_change_on_PostgreSQL_either()
    {
        using var app = TestApp.OnPostgres();
        await app.SignedInAsync("officer");
        (string Sql, string Says)[] tries =
        [
            ("UPDATE AuditEntries SET UserName = 'ai đó'", "The history is append-only."),
            ("DELETE FROM AuditEntries", "The history is append-only."),
            ("TRUNCATE AuditEntries", "The history is append-only."),
            ("TRUNCATE Snapshots CASCADE", "A snapshot never changes."),
            ("UPDATE Snapshots SET Reason = 'x'", "A snapshot never changes."),
            ("DELETE FROM Snapshots", "A snapshot never changes."),
            ("UPDATE Certificates SET Product_Vietnamese = 'x'", "What a certificate prints never changes."),
            ("DELETE FROM Certificates", "A certificate is revoked or replaced, never deleted."),
        ];
        foreach (var (sql, says) in tries)
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => app.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
            Assert.Equal(says, refused.MessageText);
        }
    }

    [PostgresFact]
    public async Task A_judge_saves_a_mark_on_PostgreSQL_and_the_history_stays_whole()
    {
        using var app = TestApp.OnPostgres();
        var judge = await app.SignedInAsync("judge1", "en");
        var before = await app.HistoryMarkAsync();
        var page = await judge.OpenAsync("/programmes/2026/judging/14");
        var name = page.At("#criterion-1 [data-mark]").GetAttribute("name")!;
        var saved = await judge.SubmitAsync(page, (name, "7.5"));
        Assert.Equal("7.5", saved.ValueOf(name));
        Assert.Contains(await app.HistorySinceAsync(before), entry => entry.Kind == nameof(ScoreSheet));
        var report = await app.ReadAsync(db => app.Services.GetRequiredService<AuditChain>().CheckAsync(db));
        Assert.True(report.IsWhole && report.Entries > 0, string.Join(", ", report.Findings));
    }

    [PostgresFact]
    public async Task Copying_the_demonstration_to_PostgreSQL_brings_every_row_and_a_whole_history()
    {
        var database = PostgresCluster.Create();
        await using (var program = new AppProcess())
        {
            Assert.Equal(0, await program.RunAsync("seed"));
            program.Settings["KeyProducts__Database"] = PostgresCluster.ConnectionTo(database);
            Assert.True(await program.RunAsync("copy-database") == 0, string.Join('\n', program.Said));
            Assert.Contains(program.Said, line => line.StartsWith("nominations ", StringComparison.Ordinal) && !line.Contains("DIFFERS", StringComparison.Ordinal));
            Assert.Contains(program.Said, line => line.StartsWith("history: whole", StringComparison.Ordinal));
            // The seal fits with the keys that came along, and the evidence is where it was.
            Assert.True(await program.RunAsync("check") == 0, string.Join('\n', program.Said));
            // Whoever forgets the setting does not work on what was left behind.
            program.Settings.Remove("KeyProducts__Database");
            foreach (var command in new[] { "check", "seed", $"backup {Path.Combine(Path.GetTempPath(), "none.zip")}", $"restore {program.Folder}" })
            {
                Assert.Equal(1, await program.RunAsync(command.Split(' ')));
                Assert.Contains(program.Said, line => line.StartsWith("The database was moved to PostgreSQL (", StringComparison.Ordinal));
            }

            program.Settings["KeyProducts__Database"] = PostgresCluster.ConnectionTo(database);
            Assert.Equal(1, await program.RunAsync("restore", program.Folder));
            Assert.Contains(program.Said, line => line.StartsWith("The database is on a server of its own", StringComparison.Ordinal));
            // What is there is not copied over, and nothing is copied beside a program that runs.
            Assert.Equal(1, await program.RunAsync("copy-database"));
            Assert.Contains(program.Said, line => line.StartsWith("The database to copy to is not empty", StringComparison.Ordinal));
            await program.StartAsync();
            Assert.Equal(1, await program.RunAsync("copy-database"));
            Assert.Contains(program.Said, line => line.StartsWith("The program is running on ", StringComparison.Ordinal));
        }

        PostgresCluster.Drop(database);
    }

    [Theory]
    [InlineData("postgres://me:p%40ss@db.example:5433/key", "Host=db.example;Port=5433;Database=key;Username=me;Password=p@ss")]
    [InlineData("postgresql://me@db.example/key?sslmode=verify-full", "Host=db.example;Port=5432;Database=key;Username=me;SSL Mode=VerifyFull")]
    [InlineData("Host=/run/postgresql;Database=key", "Host=/run/postgresql;Database=key")]
    public void The_setting_is_understood_either_way(string setting, string expected) => Assert.Equal(expected, PostgresServices.ConnectionString(setting));

    [Theory]
    [InlineData("data/keyproducts.db;secret")]
    [InlineData("mysql://me:secret@db.example/key")]
    public void A_setting_that_is_none_is_refused_without_repeating_it(string setting) =>
        Assert.DoesNotContain("secret", Assert.Throws<FormatException>(() => PostgresServices.ConnectionString(setting)).ToString(), StringComparison.Ordinal);
}
